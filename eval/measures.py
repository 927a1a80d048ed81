"""Measures under the names the field gives them: pure functions of what was found and is right.

Every function gives a number for every input, so that means over questions can be trusted.
"""

from __future__ import annotations

from collections.abc import Collection, Hashable, Sequence
from math import log2


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
