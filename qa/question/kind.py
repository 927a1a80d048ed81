"""What kind of answer a question wants, told by its words (qa/question/kind_cues.py)."""

from __future__ import annotations

import re

from index.records import Record
from qa.question.asked import Kind
from qa.question.kind_cues import (
    ASKS_YES_OR_NO,
    AUX,
    CONTENT_WHY,
    FORM,
    FRAME,
    HAPPENED,
    LIST_FIRST,
    LISTING,
    MEET,
    NOT_TAKING_PART,
    OPENINGS,
    RECORD_OF,
    ROWS_OF_KINDS,
    WHO_WITH_MEETING,
)
from qa.question.several_cues import (
    CHOSEN_FIRST,
    COUNT_OF,
    DAYS_BETWEEN,
    DIFFER_ON,
    HOW_MANY_PEOPLE,
    LAST_PERSON,
    LASTED,
    OF_MOST,
    ONE_OF_ALL,
    TWO_LENGTHS,
    TWO_TOPICS,
    WHICH_OF,
)
from qa.question.words import capitalise_months

SEVERAL_WAYS = (Kind.WHEN, Kind.WHERE, Kind.WHO)  # "where and when"; the earliest is the kind
OF_MEETINGS = frozenset(  # without a meeting these are questions for passages
    {
        Kind.WHETHER, Kind.STATUS, Kind.DURATION, Kind.COUNT, Kind.MOST, Kind.TELLER, Kind.COMPARE,
        Kind.WHO,
    }
)  # fmt: skip
CONTRACTED = (
    (re.compile(r"[’‘`´]"), "'"),
    (re.compile(r"\b(who|what|where|when|how)'?s\b"), r"\1 is"),
    (re.compile(r"\b(who|what|where|when|how)'re\b"), r"\1 are"),
    (re.compile(r"\b(who|what|where|when|how)'d\b"), r"\1 did"),
    (re.compile(r"\s+"), " "),
)
MONTH_OF_MAY = re.compile(r"(?<!^)\bMay\b")  # so that it is not taken for the verb
JOINED = re.compile(r"(?:\b(?:and|or)|,)(?: (?:on|in|at|with|by|for))?\s*$")
# "Where is he to be on Friday, and for which talks?": the first that is asked is the kind
ASKS_FIRST = re.compile(r"^(?:and |but )?(?:whom?|when|where)\b.*,? and (?:\w+ )?(?:which|what)\b")
ON_THAT_DAY = re.compile(  # "Which pier did she walk on the day she met Berg?" asks of no meeting
    rf"\bon the (?:same )?(?:day|morning|evening|night) (?:(?:that|when|on which) )?"
    rf"[\w.'-]+(?: [\w.'-]+){{0,3}}? {MEET}\b.*$"
)
QUESTION_WORD = re.compile(r"^(?:what|why|how|which|who|whom|whose|when|where)\b")


class Kinds(Record):
    """The kind of a question, and what it asks besides."""

    kind: Kind
    also: tuple[Kind, ...] = ()


def plain(text: str) -> str:
    """A question in lower case with contractions written out, without frame and question mark."""
    text = MONTH_OF_MAY.sub("mai", capitalise_months(text)).lower()
    for pattern, written in CONTRACTED:
        text = pattern.sub(written, text)
    text = text.strip(" ?!.")
    for _ in range(3):
        text = FRAME.sub("", text, count=1).strip(" ,")
    return DIFFER_ON.sub("", text)


def find_kinds(text: str, *, meeting: bool) -> Kinds:
    """The kind of a `plain` question; `meeting` tells whether it speaks of one."""
    if CONTENT_WHY.match(text) or _is_of_the_day(text):
        return Kinds(kind=Kind.CONTENT)
    several = _of_several(text) if meeting else None
    if several:
        return several
    if meeting and LIST_FIRST.match(text):
        return Kinds(kind=Kind.LIST)
    named = next((kind for pattern, kind in ROWS_OF_KINDS if pattern.search(text)), None)
    if named and (meeting or named not in OF_MEETINGS):
        return Kinds(kind=named)
    if RECORD_OF.match(text) or ASKS_YES_OR_NO.match(text):
        happened = meeting and (HAPPENED.search(text) or RECORD_OF.match(text))
        return Kinds(kind=Kind.WHETHER if happened else Kind.CONTENT)
    if meeting and LISTING.search(text) and not ASKS_FIRST.match(text):
        return Kinds(kind=Kind.LIST)
    return _open(text, meeting)


def _is_of_the_day(text: str) -> bool:
    """Whether a meeting only says on which day that was which is asked about."""
    day = ON_THAT_DAY.search(text)
    return day is not None and not re.search(rf"\b(?:{MEET}|{FORM})\b", text[: day.start()])


def _of_several(text: str) -> Kinds | None:
    """The kind of a question that sets lengths, topics or people beside each other."""
    if TWO_LENGTHS.search(text):
        return Kinds(kind=Kind.COMPARE, also=(Kind.DURATION,))
    if OF_MOST.search(text) or LASTED.search(text):
        return Kinds(kind=Kind.DURATION)
    if TWO_TOPICS.search(text):
        return Kinds(kind=Kind.COMPARE)
    if CHOSEN_FIRST.search(text):
        return Kinds(kind=Kind.ORDER)
    if LAST_PERSON.search(text):
        return Kinds(kind=Kind.WHO)
    if DAYS_BETWEEN.search(text):
        return Kinds(kind=Kind.INTERVAL)
    if COUNT_OF.search(text):
        return Kinds(kind=Kind.COUNT)
    listed = (ONE_OF_ALL, WHICH_OF, HOW_MANY_PEOPLE)
    return Kinds(kind=Kind.LIST) if any(rule.search(text) for rule in listed) else None


def _open(text: str, meeting: bool) -> Kinds:
    found = {kind: match for pattern, kind in OPENINGS if (match := pattern.search(text))}
    ways = sorted((k for k in SEVERAL_WAYS if k in found), key=lambda kind: found[kind].start())
    first = next((k for k in found if k not in SEVERAL_WAYS), ways[0] if ways else None)
    if first is None:
        listed = meeting and not QUESTION_WORD.match(text) and not AUX.search(text)
        return Kinds(kind=Kind.LIST if listed else Kind.CONTENT)
    apart = NOT_TAKING_PART.search(text) or not WHO_WITH_MEETING.search(text)
    if first is Kind.WHO and apart:
        first = Kind.CONTENT
    if first in OF_MEETINGS and not meeting:
        first = Kind.CONTENT
    also = [k for k in ways if k is not first and _is_joined(text, found[k])]
    return Kinds(kind=first, also=tuple(also) if first in SEVERAL_WAYS else ())


def _is_joined(text: str, match: re.Match[str]) -> bool:
    opened = re.match(r"(?:and|or|,)", match[0]) is not None
    return opened or JOINED.search(text[: match.start()]) is not None
