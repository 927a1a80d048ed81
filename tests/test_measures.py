"""Measures against values worked out by hand."""

from math import log2

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval.measures import hits, ndcg, overlaps, precision_recall_f1, recall, reciprocal_rank


@pytest.mark.parametrize(
    ("relevant", "ranked", "hit", "rank", "found", "gain"),
    [
        ("a", "abc", 1.0, 1.0, 1.0, 1.0),
        ("b", "abc", 1.0, 1 / 2, 1.0, 1 / log2(3)),
        ("c", "ab", 0.0, 0.0, 0.0, 0.0),
        ("d", "abcd", 0.0, 0.0, 0.0, 0.0),  # beyond the cut of 3
        ("ac", "abc", 1.0, 1.0, 1.0, (1 + 1 / 2) / (1 + 1 / log2(3))),
        ("ad", "abc", 1.0, 1.0, 1 / 2, 1 / (1 + 1 / log2(3))),
    ],
)
def test_ranked_measures_at_three(
    relevant: str, ranked: str, hit: float, rank: float, found: float, gain: float
) -> None:
    assert hits(relevant, ranked, 3) == hit
    assert reciprocal_rank(relevant, ranked, 3) == rank
    assert recall(relevant, ranked, 3) == found
    assert ndcg(relevant, ranked, 3) == pytest.approx(gain)


@pytest.mark.parametrize(
    ("found", "right", "expected", "rates"),
    [
        (4, 2, 8, (0.5, 0.25, 1 / 3)),
        (0, 0, 5, (1.0, 0.0, 0.0)),
        (0, 0, 0, (1.0, 1.0, 1.0)),
        (3, 0, 0, (0.0, 1.0, 0.0)),
    ],
)
def test_precision_recall_f1(
    found: int, right: int, expected: int, rates: tuple[float, float, float]
) -> None:
    assert precision_recall_f1(found, right, expected) == pytest.approx(rates)


@pytest.mark.parametrize(
    ("first", "second", "share"),
    [((0, 5), (4, 9), True), ((0, 5), (5, 9), False), ((3, 4), (0, 9), True)],
)
def test_spans_overlap(first: tuple[int, int], second: tuple[int, int], share: bool) -> None:
    assert overlaps(*first, *second) is share
    assert overlaps(*second, *first) is share


@given(st.sets(st.integers(0, 20)), st.lists(st.integers(0, 20), unique=True), st.integers(1, 12))
def test_every_measure_has_a_value_between_nothing_and_all(
    relevant: set[int], ranked: list[int], k: int
) -> None:
    for measure in (hits, reciprocal_rank, recall, ndcg):
        assert 0.0 <= measure(relevant, ranked, k) <= 1.0 + 1e-9
