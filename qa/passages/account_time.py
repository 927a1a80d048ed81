"""Whether a sentence tells of the event that a question asks of: near its words, of its time."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from index.archive import Archive
from index.cues import MONTH, MONTHS
from index.date_records import TimeExpression
from index.records import When
from qa.passages.matched import Matched
from qa.passages.naming import names_all
from qa.passages.outcome import falls_in, times_in
from qa.passages.rank import Candidate

LEAST_NAMED = 0.6  # of the weight of the names asked, in an article known to be of that time
ALL_NAMED = 0.99  # in one of which nobody knows the day
LEAST_NEAR = 0.15  # of the weight of what is asked, that stands near a sentence …
LEAST_UNDATED = 0.25  # … of an article of which nobody knows the day …
LEAST_OF_NO_TIME = 0.4  # … where the question says no time
HEAD = 400  # characters, in which a report tells its day
SOON = timedelta(days=3)  # after an event, when an article is still of it
ABOUT = timedelta(days=7)  # between two reports of one event of which neither tells the day
BEFORE = 500  # characters before a sentence in which its time may stand
WIDEST = timedelta(days=31)  # time that may be that of one event
CAPITALS = re.compile(r"\b[A-Z]{3,}\b")  # "OSLO, JUNE 20"
A_MONTH = re.compile(rf"\b(?P<month>{MONTH})\b")


def is_of_event(
    archive: Archive, one: Candidate, period: When | None, people: Sequence[frozenset[str]] = ()
) -> bool:
    """Whether a sentence is of the event of a question that names a period or none, and people."""
    near, names = one.features["context"], one.features["names"]
    if names < LEAST_NAMED or near < LEAST_NEAR:
        return False
    if period is None or period.earliest is None or period.latest is None:
        return near >= LEAST_OF_NO_TIME and names >= ALL_NAMED
    if _is_undated(one, period):
        close = one.features["close"] >= ALL_NAMED
        told = len(people) > 1 and names_all(people, one.sentence.text)
        return (
            names >= ALL_NAMED
            and (close or told)
            and near >= LEAST_UNDATED
            and not _is_elsewhen(one, period)
        )
    return _is_then(archive, one, period)


def _is_undated(one: Candidate, period: When) -> bool:
    """Whether nobody knows the month of an article, nor that it was written soon after a period,
    nor that it was later.
    """
    written = one.article.dated
    if written is None or written.earliest is None or written.latest is None:
        return True
    if written.latest - written.earliest <= WIDEST or written.earliest > _end(period):
        return False
    return not (period.earliest and period.earliest <= written.earliest <= _end(period))


def _is_then(archive: Archive, one: Candidate, period: When) -> bool:
    """Whether a dated article's sentence is of a period, by a time of its own, or as the article
    is of it and the sentence of nothing before.
    """
    written, first = one.article.dated, period.earliest or date.max
    if written is None or written.latest is None or written.latest < first:
        return False
    told = Matched(article=one.article, sentence=one.sentence, hits=(), share=1.0)
    times = times_in(archive, told)
    if one.features["then"] or any(falls_in(time, period) for time in times):
        return True
    if any(t.earliest and t.earliest == t.latest and t.earliest < first for t in times):
        return False  # what was agreed on may lie ahead
    soon = written.earliest is not None and written.earliest <= _end(period)
    return soon or _was_then(archive, one, period)


def _end(period: When) -> date:
    return (period.latest or date.min) + SOON


def _was_then(archive: Archive, one: Candidate, period: When) -> bool:
    """Whether the last time before a sentence is that of a period."""
    start = one.sentence.start
    times = [t for t in archive.times(one.article.id) if start - BEFORE <= t.start < start
             and t.earliest and t.latest and t.latest - t.earliest <= WIDEST]  # fmt: skip
    return bool(times) and falls_in(times[-1], period)


def _is_elsewhen(one: Candidate, period: When) -> bool:
    """Whether a sentence, or the head of its article, whose year nobody knows, names other months
    than that of a period and the next, in which it may be told.
    """
    month = period.earliest.month if period.earliest else 0
    own, head = _months(one.sentence.text), _months(one.article.text[:HEAD])
    return bool(own and month not in own) or bool(head and not head & {month, month % 12 + 1})


def _months(text: str) -> set[int]:
    told = CAPITALS.sub(lambda word: word[0].title(), text)
    return {MONTHS[m["month"].lower().rstrip(".")] for m in A_MONTH.finditer(told)}


def are_of_one_time(archive: Archive, one: Matched, other: Matched) -> bool:
    """Whether two sentences are of one time, by their own times or else by their articles'."""
    times = [times_in(archive, told) for told in (one, other)]
    if all(times):
        return any(_meet(a, b) for a in times[0] for b in times[1])
    days = one.written, other.written
    return date.min not in days and abs(days[0] - days[1]) <= ABOUT


def _meet(one: TimeExpression, other: TimeExpression) -> bool:
    if not (one.earliest and one.latest and other.earliest and other.latest):
        return False
    return one.earliest <= other.latest and other.earliest <= one.latest
