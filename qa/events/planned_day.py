"""Whether a sentence tells a day only as planned: "The lock is to open on May 4" is no opening.

A day after the report's own is one; so is one whose verb looks ahead, though that day had passed
when it was written: "was to sail on May 4, but sailed on May 6".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from index.archive import Archive
from index.date_records import TimeExpression
from index.meeting_records import OVERTURNED, Meeting
from index.records import Citation
from index.status_cues import FUTURE
from index.status_scope import helpers
from qa.events.day_told import Dated
from qa.events.described import asks_telling
from qa.events.time_told import is_open, lies_ahead, verb_of
from qa.question.asked import Asked
from qa.question.kind_cues import PLANNED
from qa.telling.teller import Teller

if TYPE_CHECKING:
    from spacy.tokens import Token

PLAN = frozenset(
    ["plan", "schedule", "expect", "intend", "slate", "due", "set", "suppose", "hope", "want",
     "pencil", "fix", "likely"]
)  # fmt: skip
PLAN_BEFORE = re.compile(  # "its vote, planned for May 7", "the opening due on May 4"
    r"\b(?:planned|scheduled|expected|due|set|slated|fixed|pencilled in) (?:for|on)(?: the)? $",
    re.IGNORECASE,
)
TO_COME = re.compile(r"\b(?:will|set to|due to|plans? to|about to)\b|^[^,:;]{3,40}? to [a-z]+")
ASKED_SO = re.compile(  # "was the lock to open", "the visit announced for May"
    r"\b(?:was|were) (?:[\w'’.-]+ ){1,5}?to [a-z]+\b|"
    r"\bannounced (?:visit|meeting|talks|summit|trip|call)\b"
)


def asks_a_plan(when: Asked, text: str) -> bool:
    """Whether the question for a day, or the words it was made from, speak of what was planned."""
    return when.planned or any(
        rule.search(one) is not None for rule in (PLANNED, ASKED_SO) for one in (when.text, text)
    )


def is_off(meeting: Meeting) -> bool:
    """Whether a meeting did not come about, so that its day is none that anything was on."""
    return meeting.status in OVERTURNED


def unless_planned(teller: Teller, asked: Asked, one: Dated | None) -> Dated | None:
    """The day that a passage tells; None for that of a plan, unless a plan is asked about."""
    if one is None or asks_a_plan(asked, asked.text):
        return one
    cited = (c for c in teller.citer.citations if c.number in one.citations)
    planned = any(is_planned_day(teller.archive, asked, c, one.day) for c in cited)
    return None if planned else one


def is_planned_day(archive: Archive, when: Asked, cited: Citation, day: date) -> bool:
    """Whether a cited sentence tells a day only as that of a plan, or of what did not take place.

    A headline without a time is one where it looks ahead: "Lock to open".
    """
    times = list(_times_of(archive, cited, day))
    if times:
        return all(_looks_ahead(archive, cited, time) for time in times)
    return not asks_telling(when.text) and TO_COME.search(cited.quote) is not None


def _times_of(archive: Archive, cited: Citation, day: date) -> Iterator[TimeExpression]:
    for time in archive.times(cited.article.id):
        inside = cited.start <= time.start and time.end <= cited.end
        if inside and time.earliest == time.latest == day:
            yield time


def _looks_ahead(archive: Archive, cited: Citation, time: TimeExpression) -> bool:
    article = archive.article(cited.article.id)
    before = cited.quote[: time.start - cited.start]
    if lies_ahead(article, time) or is_open(cited, time) or PLAN_BEFORE.search(before):
        return True
    verb = verb_of(cited.quote, cited.start, time)
    return verb is not None and _is_of_a_plan(verb)


def _is_of_a_plan(verb: Token) -> bool:
    """Whether a verb looks ahead: "would open", "was to open", "was due to open"; "flew in to
    open" and "managed to open" do not.
    """
    words = helpers(verb)
    if words & FUTURE and "have" not in words:
        return True
    above = verb.head
    return "to" in words and (above.lemma_ in PLAN or above.lemma_ == "be")
