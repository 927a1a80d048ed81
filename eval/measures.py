"""Measures under the names the field gives them: pure functions of what was found and is right.

Every function gives a number for every input, so that means over questions can be trusted.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Hashable, Iterable, Sequence
from datetime import date
from functools import partial
from math import log2
from typing import NamedTuple, TypeVar

T = TypeVar("T")
Interval = tuple[date, date]  # first and last day, both included


class Share(NamedTuple):
    """A part of a whole, kept apart so that it can be summed over a corpus before it is divided."""

    part: float
    whole: float


def precision(found: int, right: int) -> Share:
    """How many of those found are right."""
    return Share(right, found)


def sensitivity(right: int, expected: int) -> Share:
    """How many of those expected were found: recall of a set."""
    return Share(right, expected)


def f1(found: int, right: int, expected: int) -> Share:
    """F1 as a share: 2·right of found + expected, which is the harmonic mean of the two rates."""
    return Share(2 * right, found + expected)


def hits(relevant: Collection[Hashable], ranked: Sequence[Hashable], k: int) -> float:
    """Hits@k: 1.0 where one of the relevant stands among the first `k`, else 0.0."""
    return float(any(item in relevant for item in ranked[:k]))


def reciprocal_rank(relevant: Collection[Hashable], ranked: Sequence[Hashable], k: int) -> float:
    """RR@k: 1 over the rank of the first relevant within `k`, else 0.0; its mean is MRR@k."""
    ranks = (rank for rank, item in enumerate(ranked[:k], start=1) if item in relevant)
    return 1.0 / next(ranks, float("inf"))


def recall(relevant: Collection[Hashable], ranked: Sequence[Hashable], k: int) -> float:
    """recall@k: the share of the relevant among the first `k`; 1.0 where nothing is relevant."""
    if not relevant:
        return 1.0
    return len(set(ranked[:k]) & set(relevant)) / len(set(relevant))


def ndcg(relevant: Collection[Hashable], ranked: Sequence[Hashable], k: int) -> float:
    """nDCG@k, binary gains (Järvelin and Kekäläinen, TOIS 2002); 1.0 where nothing is relevant."""
    if not relevant:
        return 1.0
    gain = sum(1 / log2(rank + 1) for rank, x in enumerate(ranked[:k], start=1) if x in relevant)
    best = sum(1 / log2(rank + 1) for rank in range(1, min(k, len(set(relevant))) + 1))
    return gain / best


def overlaps(start: int, end: int, gold_start: int, gold_end: int) -> bool:
    """Whether two half-open spans share a code point."""
    return start < gold_end and gold_start < end


def precision_recall_f1(found: int, right: int, expected: int) -> tuple[float, float, float]:
    """Precision, recall and F1 from counts: how many were found, of them right, and expected.

    Precision is 1.0 where nothing was found, recall 1.0 where nothing was expected.
    """
    precision = right / found if found else 1.0
    sensitivity = right / expected if expected else 1.0
    total = precision + sensitivity
    return precision, sensitivity, 2 * precision * sensitivity / total if total else 0.0


def date_exact(told: Interval | None, right: Collection[Interval]) -> float:
    """Date exact: 1.0 where the days told are those of one of the right intervals."""
    return float(told in right)


def date_within(told: Interval | None, right: Collection[Interval]) -> float:
    """Date within: 1.0 where all days told lie in one of the right intervals."""
    return float(
        told is not None and any(first <= told[0] and told[1] <= last for first, last in right)
    )


def date_overlap(told: Interval | None, right: Collection[Interval]) -> float:
    """Interval overlap: days shared over days of both together (Jaccard), at its best.

    3 to 5 May told where 4 to 7 May is right: 2 days of 5.
    """
    if told is None:
        return 0.0
    return max((_jaccard(told, interval) for interval in right), default=0.0)


def _jaccard(one: Interval, other: Interval) -> float:
    shared = (min(one[1], other[1]) - max(one[0], other[0])).days + 1
    both = (one[1] - one[0]).days + 1 + (other[1] - other[0]).days + 1
    return max(0, shared) / (both - max(0, shared))


def alce(
    statements: Sequence[Sequence[T]], entails: Callable[[int, Sequence[T]], bool]
) -> tuple[float, float]:
    """Citation recall and precision (ALCE: Gao, Yen, Yu and Chen, EMNLP 2023).

    `statements` holds the citations of each statement; `entails` says whether some of them together
    bear out the statement of that number. Recall: the share of statements that all their citations
    bear out. Precision: the share of citations, of statements so borne out, that do it alone or
    without which the others do not. Both are 0.0 where nothing is stated or nothing cited.
    """
    borne = [bool(cited) and entails(at, cited) for at, cited in enumerate(statements)]
    needed = [
        borne[at] and _is_needed(cited, one, partial(entails, at))
        for at, cited in enumerate(statements)
        for one in range(len(cited))
    ]
    return _share(borne), _share(needed)


def _is_needed(cited: Sequence[T], one: int, entails: Callable[[Sequence[T]], bool]) -> bool:
    rest = [*cited[:one], *cited[one + 1 :]]
    return entails([cited[one]]) or not (rest and entails(rest))


def _share(flags: Sequence[bool]) -> float:
    return sum(flags) / len(flags) if flags else 0.0


def confuse(pairs: Iterable[tuple[str, str]]) -> dict[tuple[str, str], int]:
    """A confusion table: how often each right label was given each label."""
    return dict(Counter(pairs))
