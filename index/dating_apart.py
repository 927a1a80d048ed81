"""Whether what tells of an article's day disagrees, and in which words to say so.

More than two days apart is more than time zones, a night or a Sunday make (index/dating.py): the
story was taken over later, or a field is wrong.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations

from index.dating import CHANGED, MOST_APART
from index.records import DateCandidate


def find_disagreement(candidates: Iterable[DateCandidate]) -> str | None:
    """What differs most among the candidates, in one clause; None where they agree.

    A caption may be of another day and a change comes later: these count for nothing. A copy was
    made too early only where the story claims to be written after it.
    """
    told = [one for one in candidates if one.when and one.source != "caption"]
    told = [one for one in told if not CHANGED.search(one.field or "")]
    pairs = [(days_apart(one, two), one, two) for one, two in combinations(told, 2)]
    widest = max(pairs, key=lambda pair: pair[0], default=None)
    if widest is None or widest[0] <= MOST_APART:
        return None
    days, one, two = widest
    return f"the dates differ by {days} days: {_say(one)}, {_say(two)}"


def days_apart(one: DateCandidate, two: DateCandidate) -> int:
    """The days that lie between two candidates at least; 0 where they may be the same."""
    if not one.when or not two.when:
        return 0
    gaps = (
        (later.earliest - sooner.latest).days
        for sooner, later in ((one.when, two.when), (two.when, one.when))
        if sooner.latest and later.earliest
    )
    return max(0, *gaps, 0)


def _say(one: DateCandidate) -> str:
    day = one.when.edtf if one.when else ""
    return f"{one.field or one.source} says {day}"
