"""Which of some meetings were held and which only announced, where a question asks for both, or
for those held and none is told as held.
"""

from __future__ import annotations

import re

from index.archive import Archive
from index.meeting_records import AHEAD, PLAINLY_AHEAD, TOOK_PLACE, Status
from index.records import Outcome, Statement
from qa.meetings.finding import find_meetings_for
from qa.meetings.variants import without_variants
from qa.question.asked import Asked, Kind
from qa.telling.phrases import MOST_LISTED
from qa.telling.reply import ONLY_PLANNED, Reply, make_reply, tell_each
from qa.telling.teller import Teller

_HELD = r"\b(?:held|took place|taken place|take place|happened)\b"
_AHEAD = r"\b(?:announced|planned|scheduled|expected|ahead)\b"
BOTH = re.compile(  # "How many were held, and how many only announced?"
    rf"{_HELD}.*\b(?:and|or|,) (?:which|how many|what)\b.*{_AHEAD}|"
    rf"{_AHEAD}.*\b(?:and|or|,) (?:which|how many|what)\b.*{_HELD}|"
    rf"\bmany\b.*{_HELD} and (?:only |merely |just )?{_AHEAD}",
    re.IGNORECASE,
)
NONE_HELD = "The archive does not say that they took place; it has only the announcements."
COUNTED = frozenset({Kind.COUNT, Kind.LIST})


def answer_held_or_not(archive: Archive, asked: Asked) -> Reply | None:
    """The meetings that fit with what became of each, those held first, and how many they are
    where that is asked; None where both are not asked for, and some were held.
    """
    both = BOTH.search(asked.text) is not None
    if asked.kind not in COUNTED or not (both or asked.about.status is Status.HELD):
        return None
    plain = {"status": None, "words": () if both else asked.about.words}
    every = asked.model_copy(update={"about": asked.about.model_copy(update=plain),
                                     "planned": False})  # fmt: skip
    fits = without_variants(find_meetings_for(archive, every).exact)
    held = [fit.meeting for fit in fits if fit.meeting.status in TOOK_PLACE]
    ahead = [fit.meeting for fit in fits if fit.meeting.status in PLAINLY_AHEAD]
    if (held and not both) or not (held or ahead):
        return None
    teller = Teller(archive)
    told = tell_each(teller, [*held, *ahead][:MOST_LISTED], quoted=True)
    if not told:
        return None
    counts: list[Statement] = []
    if asked.kind is Kind.COUNT:
        those = [one.statement for one in told]
        counts += teller.count(those, len(held), held=True)
        counts += teller.count(those, len(ahead), held=False, ahead=True)
    only = not held and all(one.meeting.status in AHEAD for one in told)
    return make_reply(
        teller, Outcome.ONLY_PLANNED if only else Outcome.ANSWERED, told,
        lead=say_none_held(len(told)) if only else "", first=counts, meetings=[*held, *ahead],
    )  # fmt: skip


def say_none_held(count: int) -> str:
    """The lead where meetings are only announced and it is asked which were held."""
    return NONE_HELD if count > 1 else ONLY_PLANNED
