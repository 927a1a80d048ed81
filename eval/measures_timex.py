"""Time expressions against an annotation: strict, relaxed, type and value, as in TempEval-3.

UzZaman et al., SemEval 2013: relaxed counts expressions that share a character with one of the
annotation, one to one; strict those with the same ends; type and value those relaxed matches whose
attribute is the same, over all found and all expected.
"""

from __future__ import annotations

from collections.abc import Sequence

from eval.measures import overlaps
from index.records import Record


class Timex(Record):
    """A time expression: where it stands, what kind it is, and its value as in TIMEX3."""

    start: int
    end: int
    type: str | None = None
    value: str | None = None


class TimexCounts(Record):
    """How many were found and expected, and how many of them match."""

    found: int
    expected: int
    strict: int
    relaxed: int
    type: int
    value: int


def count_timexes(expected: Sequence[Timex], found: Sequence[Timex]) -> TimexCounts:
    """The counts of one document; add them up over a corpus before F1 is taken.

    Each expected expression takes, in order, a found one of the same span, else the first free one
    that overlaps it.
    """
    pairs = _pair(expected, found)
    return TimexCounts(
        found=len(found),
        expected=len(expected),
        strict=sum((a.start, a.end) == (b.start, b.end) for a, b in pairs),
        relaxed=len(pairs),
        type=sum(a.type == b.type for a, b in pairs),
        value=sum(a.value == b.value for a, b in pairs),
    )


def _pair(expected: Sequence[Timex], found: Sequence[Timex]) -> list[tuple[Timex, Timex]]:
    free = list(found)
    pairs = []
    for one in expected:
        same = [x for x in free if (x.start, x.end) == (one.start, one.end)]
        near = [x for x in free if overlaps(one.start, one.end, x.start, x.end)]
        if near:
            pairs.append((one, (same or near)[0]))
            free.remove(pairs[-1][1])
    return pairs
