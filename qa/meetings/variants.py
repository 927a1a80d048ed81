"""Reports of one meeting that were read as two: a meeting "possible" or "not confirmed" on one day,
and the same people's that was announced, or held, the day after. Who counts wants it once.
"""

from __future__ import annotations

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
WIDEST = timedelta(days=31)  # in which one meeting was planned that was held then
DOUBTED = frozenset({Status.UNCONFIRMED, Status.DENIED})
LEAST_SHARED = 2  # people


def without_variants(fits: Sequence[Fit], others: Sequence[Fit] = ()) -> list[Fit]:
    """The meetings without those that another of them or of `others` stands for."""
    meetings = [fit.meeting for fit in (*fits, *others)]
    return [
        fit
        for fit in fits
        if not any(is_variant(fit.meeting, one) or is_vaguer(fit.meeting, one) for one in meetings)
    ]


def is_vaguer(one: Meeting, other: Meeting) -> bool:
    """Whether a report that says no day, and was news in that week, is of a meeting that another
    report dates: the same people, and no other town.
    """
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
