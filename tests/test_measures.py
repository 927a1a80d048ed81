"""Measures against values worked out by hand."""

from datetime import date
from math import log2

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval.measures import (
    alce,
    confuse,
    date_exact,
    date_overlap,
    date_within,
    f1,
    hits,
    ndcg,
    overlaps,
    precision,
    precision_recall_f1,
    recall,
    reciprocal_rank,
    sensitivity,
)


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


def day(number: int) -> date:
    return date(2019, 5, number)


@pytest.mark.parametrize(
    ("told", "right", "exact", "within", "overlap"),
    [
        ((3, 3), [(3, 3)], 1.0, 1.0, 1.0),
        ((4, 4), [(3, 5)], 0.0, 1.0, 1 / 3),
        ((3, 5), [(4, 7)], 0.0, 0.0, 2 / 5),
        ((1, 2), [(4, 7)], 0.0, 0.0, 0.0),
        ((4, 4), [(1, 1), (4, 4)], 1.0, 1.0, 1.0),  # any of the right ones
        (None, [(4, 4)], 0.0, 0.0, 0.0),
    ],
)
def test_dates(
    told: tuple[int, int] | None,
    right: list[tuple[int, int]],
    exact: float,
    within: float,
    overlap: float,
) -> None:
    said = told and (day(told[0]), day(told[1]))
    intervals = [(day(first), day(last)) for first, last in right]
    assert date_exact(said, intervals) == exact
    assert date_within(said, intervals) == within
    assert date_overlap(said, intervals) == pytest.approx(overlap)


# A statement's citations by letter, and which sets of them bear it out: ALCE's own cases.
@pytest.mark.parametrize(
    ("statements", "enough", "rates"),
    [
        (["a"], {"a"}, (1.0, 1.0)),
        (["ab"], {"a", "ab"}, (1.0, 1 / 2)),  # b bears nothing out, and a does without it
        (["ab"], {"ab"}, (1.0, 1.0)),  # only together: both are needed
        (["ab"], {"a", "b", "ab"}, (1.0, 1.0)),  # each alone does
        (["a", "b"], {"a"}, (1 / 2, 1 / 2)),
        (["a", ""], {"a"}, (1 / 2, 1.0)),  # a statement without a citation is not borne out
        ([], set(), (0.0, 0.0)),
        ([""], set(), (0.0, 0.0)),
    ],
)
def test_citation_recall_and_precision(
    statements: list[str], enough: set[str], rates: tuple[float, float]
) -> None:
    assert alce(statements, lambda _, some: "".join(some) in enough) == rates


def test_shares_add_up_before_they_are_divided() -> None:
    # Two documents: 1 of 1 found is right of 3 expected, then 1 of 3 of 1.
    assert precision(1, 1) == (1, 1) and sensitivity(1, 3) == (1, 3)
    shares = [f1(1, 1, 3), f1(3, 1, 1)]
    assert sum(s.part for s in shares) / sum(s.whole for s in shares) == 2 * 2 / (4 + 4)


def test_confusion() -> None:
    pairs = [("held", "held"), ("held", "planned"), ("held", "held")]
    assert confuse(pairs) == {("held", "held"): 2, ("held", "planned"): 1}
