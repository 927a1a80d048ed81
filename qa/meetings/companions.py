"""Those of whom it is asked when or whether one met the other, and who only met others together."""

from __future__ import annotations

import re

from qa.meetings.finding import Findings
from qa.meetings.fits import participant_of
from qa.question.asked import Asked, Kind
from qa.telling.ends import are_together
from qa.telling.reply import MOST_NEAR, Reply, suggest_instead, tell_each
from qa.telling.teller import Teller

PAIR = 2
KINDS = frozenset({Kind.WHEN, Kind.WHERE, Kind.WHETHER})
NOT_EACH_OTHER = "The archive does not say that they met each other."
TOWARDS = re.compile(
    r"\b(?:met|meet|sees?|saw|received?|talk(?:s|ed)? (?:with|to)|(?:speak|spoke) (?:with|to))\b"
)
ALONE = re.compile(r"\b(?:each other|one another|alone|bilateral\w*|tête-à-tête|both met)\b")


def answer_companions(teller: Teller, asked: Asked, found: Findings) -> Reply | None:
    """That they are not told to have met each other, with whom they met; None where some report
    may tell that they did, or the question does not ask of the one with the other.
    """
    names = [party.words for party in asked.about.parties]
    if asked.kind not in KINDS or len(names) != PAIR or not _asks_of_one_another(asked.text, names):
        return None
    for fit in found.exact:
        meant = [participant_of(fit.meeting, party) for party in asked.about.parties]
        people = [one.name for one in meant if one]
        if len(set(people)) < PAIR:
            return None
        reports = list(teller.reports(fit.meeting))
        if any(one.own and ALONE.search(one.own.text) for one in reports):
            return None
        if not are_together(fit.meeting, reports, people):
            return None
    told = tell_each(teller, [fit.meeting for fit in found.exact][:MOST_NEAR])
    return suggest_instead(teller, told, NOT_EACH_OTHER) if told else None


def _asks_of_one_another(text: str, names: list[str]) -> bool:
    """Whether the verb stands between two names: "Did Berg meet Stone?"."""
    first, last = sorted(text.find(name) for name in names)
    return first >= 0 and TOWARDS.search(text, first, last) is not None
