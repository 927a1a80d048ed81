"""The latest or earliest meeting that the articles speak of at all, and what became of it.

"The last meeting of Berg" is the last that was held; "the latest meeting that the articles mention,
and was it held?" may be one that is only announced, and then that is said.
"""

from __future__ import annotations

import re

from index.archive import Archive
from index.meeting_records import AHEAD, Meeting
from index.records import Outcome
from qa.meetings.finding import find_meetings_for
from qa.meetings.variants import without_variants
from qa.question.asked import Asked, Kind
from qa.question.kind_cues import FORM
from qa.telling.reply import AS_PLANNED, ONLY_PLANNED, Reply, make_reply, tell_each
from qa.telling.teller import Teller

_LAST = r"(?:last|latest|most recent|final)"
_FIRST = r"(?:first|earliest)"
SUPERLATIVE = re.compile(rf"\b(?:(?P<last>{_LAST})|{_FIRST}) (?:[\w-]+ ){{0,2}}?{FORM}\b", re.I)
SPOKEN_OF = re.compile(  # all that is told of, whatever became of it
    r"\b(?:speaks?|tells?|knows?|talks?|hears?) of\b|\bmention(?:s|ed)?\b|\bby date\b|"
    r"\b(?:planned|announced) or held\b|\bheld or (?:planned|announced)\b|"
    r"\bin (?:the|this) (?:archive|calendar)\b",
    re.IGNORECASE,
)
BECAME = re.compile(  # "…, and was it held?" "do they say that it took place?"
    r"(?:\band\b|[,;.?]) ?.*\b(?:was|were|is|are|did|do|does|has|have|had|whether|if)\b.*\b(?:held|"
    r"take place|took place|taken place|happen\w*|planned|announced|come off|came off|go ahead)\b|"
    r"\b(?:planned|announced) or held\b|\bheld or (?:only |merely |just )?(?:planned|announced)\b",
    re.IGNORECASE,
)


def answer_superlative(archive: Archive, asked: Asked) -> Reply | None:
    """The one meeting that is the first or last by date of all that fit, with its status; None
    where a question does not ask for it.
    """
    match = SUPERLATIVE.search(asked.text)
    if match is None or asked.other:
        return None
    became = BECAME.search(asked.text, match.end())
    if not SPOKEN_OF.search(asked.text) and not (became and asked.about.parties):
        return None
    teller, meetings = Teller(archive), _find(archive, asked, last=match["last"] is not None)
    told = tell_each(teller, meetings, quoted=True)
    if not told:
        return None
    quotes = [quote for one in told for quote in teller.quotes(one.statement)]
    ahead = all(one.meeting.status in AHEAD for one in told)
    if ahead and became:
        return make_reply(teller, Outcome.ONLY_PLANNED, told, lead=ONLY_PLANNED, more=quotes)
    return make_reply(teller, Outcome.ANSWERED, told, lead=AS_PLANNED * ahead, more=quotes)


def _find(archive: Archive, asked: Asked, *, last: bool) -> list[Meeting]:
    """The meetings of the first or last day told of; several where they share it."""
    about = asked.about.model_copy(update={"order": None, "status": None, "words": ()})
    listed = asked.model_copy(update={"about": about, "kind": Kind.LIST, "planned": False})
    fits = without_variants(find_meetings_for(archive, listed).exact)
    days = {fit.meeting.id: day for fit in fits if (day := _day(fit.meeting))}
    if not days:
        return []
    end = (max if last else min)(days.values())
    return [fit.meeting for fit in fits if days.get(fit.meeting.id) == end]


def _day(meeting: Meeting) -> str | None:
    """The first day a meeting may have been on, as text that sorts."""
    when = meeting.when
    return when.earliest.isoformat() if when and when.earliest else None
