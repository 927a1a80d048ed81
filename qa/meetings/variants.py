"""Reports of one meeting that were read as two: a meeting "possible" or "not confirmed" on one day,
and the same people's that was announced, or held, the day after. Who counts wants it once.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import timedelta

from index.meeting_records import AHEAD, TOOK_PLACE, Meeting, Status
from index.mention_cues import VENUES
from index.mention_when import NEWS
from index.words import fold
from qa.meetings.fits import Fit
from qa.meetings.sides import day_of, shared

SLIP = timedelta(days=2)  # between the days of what may be one meeting
TOLD_TOGETHER = timedelta(days=14)  # the same, where one article tells of both
WEEK = timedelta(days=7)
WIDEST = timedelta(days=31)  # in which one meeting was planned that was held then
DOUBTED = frozenset({Status.UNCONFIRMED, Status.DENIED})
LEAST_SHARED = 2  # people
AFAR = frozenset({"call", "conversation"})  # no face-to-face meeting is told again as one of these
LONG_ENOUGH = 4  # letters of a word by which "Latvian" may be of "Latvia"


def without_variants(fits: Sequence[Fit], others: Sequence[Fit] = ()) -> list[Fit]:
    """The meetings without those that another of them or of `others` stands for."""
    meetings = [fit.meeting for fit in (*fits, *others)]
    return [
        fit
        for fit in fits
        if not any(is_variant(fit.meeting, one) or is_vaguer(fit.meeting, one) for one in meetings)
    ]


def without_retold(fits: Sequence[Fit]) -> tuple[Fit, ...]:
    """The meetings without those that another of them tells of in other words."""
    return tuple(
        fit for fit in fits if not any(is_vaguer(fit.meeting, one.meeting) for one in fits)
    )


def is_vaguer(one: Meeting, other: Meeting) -> bool:
    """Whether a report that says no day, and was news in that week, is of a meeting that another
    report dates: the same people, and no other town; or tells of it in other words.
    """
    if _is_retold(one, other) or _is_week_early(one, other):
        return True
    if one.when is None or one.when.basis != NEWS or one.status not in TOOK_PLACE or day_of(one):
        return False
    if len(one.participants) < LEAST_SHARED or len(shared(one, other)) < len(one.participants):
        return False
    day, first, last = day_of(other), one.when.earliest, one.when.latest
    if (
        day is None
        or other.status not in TOOK_PLACE
        or not (first and last and first <= day <= last)
    ):
        return False
    return _in_one_place(one, other) or _at_one_venue(one, other)


def _is_retold(one: Meeting, other: Meeting) -> bool:
    """Whether another record is of the same event and tells as much: held in the same time or a
    shorter one within it, at no other place, of the same people be it by other words.
    """
    if one.id == other.id or not {one.status, other.status} <= TOOK_PLACE:
        return False
    if (one.form in AFAR) is not (other.form in AFAR) or not _in_one_place(one, other):
        return False
    if len(one.participants) < LEAST_SHARED or len(one.participants) != len(other.participants):
        return False  # of two who met as well as three, each meeting is one
    if not (_has_all(one, other) and _spans(one, other)):
        return False
    if not (_has_all(other, one) and _spans(other, one)):
        return True
    return (other.reports, one.id) > (one.reports, other.id)  # either tells all of the other


def _is_week_early(one: Meeting, other: Meeting) -> bool:
    """Whether one is told a week early: "met Monday", in a report dated the day before another
    Monday, on which the same people met there as had been announced.
    """
    days = day_of(one), day_of(other)
    if days[0] is None or days[1] is None or days[1] - days[0] != WEEK:
        return False
    if one.reports > 1 or one.when is None or one.when.basis != "weekday":
        return False
    if not {one.status, other.status} <= TOOK_PLACE or not _in_one_place(one, other):
        return False
    if len(one.participants) < LEAST_SHARED or not _has_all(one, other):
        return False
    written = {told.reported.latest for told in one.status_history if told.reported}
    planned = any(told.status in AHEAD for told in other.status_history)
    return planned and days[1] - timedelta(days=1) in written


def _spans(one: Meeting, other: Meeting) -> bool:
    """Whether the time of one is that of another, or holds it and is only that of the news."""
    if one.when is None or other.when is None or not one.when.earliest:
        return False
    first, last = one.when.earliest, one.when.latest
    start, end = other.when.earliest, other.when.latest
    if (first, last) == (start, end):
        return True
    if not (last and start and end) or one.when.basis != NEWS:
        return False
    return first <= start and end <= last


def _has_all(one: Meeting, other: Meeting) -> bool:
    """Whether each of those who met is one of the others who met, in the same words or more."""
    left = [set(_words(p.name)) for p in other.participants]
    for person in one.participants:
        found = next((words for words in left if _are_held(_words(person.name), words)), None)
        if found is None:
            return False
        left.remove(found)
    return True


def _words(name: str) -> list[str]:
    return re.findall(r"\w+", fold(name).casefold())


def _are_held(told: Sequence[str], words: set[str]) -> bool:
    """Whether words name somebody who is also told by others: "Berg", "Karl Berg"; the last word
    is the same, and the rest may be of one kin: "Latvian board", "Latvia harbour board".
    """
    same = bool(told) and told[-1] in words
    return same and all(any(_are_kin(word, one) for one in words) for word in told)


def _are_kin(word: str, other: str) -> bool:
    short, long = sorted((word, other), key=len)
    return word == other or (len(short) >= LONG_ENOUGH and long.startswith(short))


def _in_one_place(one: Meeting, other: Meeting) -> bool:
    return not (one.place and other.place and fold(one.place) != fold(other.place))


def _at_one_venue(one: Meeting, other: Meeting) -> bool:
    """Whether both are told at one venue, "Rose House" or "the Rose estate": then the place of one
    may be the region of the other's.
    """
    words = [set(fold(m.venue or "").casefold().split()) - VENUES for m in (one, other)]
    return not words[0].isdisjoint(words[1])


def is_variant(one: Meeting, other: Meeting) -> bool:
    """Whether another meeting stands for one: it has all its people, is of its days and is told of
    with less doubt, as announced or as held.
    """
    if one.id == other.id or _doubt(one) <= _doubt(other) or len(one.participants) < LEAST_SHARED:
        return False
    if len(shared(one, other)) < len(one.participants):
        return False
    if not _in_one_place(one, other):
        return False
    days = day_of(one), day_of(other)
    if days[1] is None or one.when is None:
        return False
    if days[0] is None:  # "talks next month", and talks in that month
        first, last = one.when.earliest, one.when.latest
        return bool(first and last and first <= days[1] <= last and last - first <= WIDEST)
    together = {e.article_id for e in one.evidence} & {e.article_id for e in other.evidence}
    within = TOLD_TOGETHER if together and one.status in DOUBTED else SLIP
    return abs(days[0] - days[1]) <= within


def _doubt(meeting: Meeting) -> int:
    """How much is left open: held, then what became of a plan, then a plan, then what is doubted.

    What was cancelled or put off is no variant of what was held: two days were meant.
    """
    if meeting.status in DOUBTED:
        return 2
    return 1 if meeting.status in AHEAD else 0 if meeting.status in TOOK_PLACE else 1
