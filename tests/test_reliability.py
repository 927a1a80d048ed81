"""How far confidence may be believed: bins, calibration error, how well is declined."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval.charts import plot_reliability
from eval.reliability import read_bins, read_reliability
from eval.suite import Item, mean
from qa.passages.confidence import LEAST_SURE, Signals, confidence_of


def item(id: str, confidence: float | None, outcome: str, label: str, split: str = "open") -> Item:
    return Item(
        id=id, split=split, kind="why", outcome=outcome, label=label, confidence=confidence,
        scores=(mean("answer accuracy", 1),),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("pairs", "bins", "error"),
    [
        ([(0.9, True), (0.9, True)], [(0.9, 1.0, 2)], 0.1),
        ([(0.9, True), (0.9, False)], [(0.9, 0.5, 2)], 0.4),
        ([(0.1, False), (0.95, True)], [(0.1, 0.0, 1), (0.95, 1.0, 1)], 0.075),
        ([(1.0, True)], [(1.0, 1.0, 1)], 0.0),  # the last bin holds its upper end
        ([], [], 0.0),
    ],
)
def test_bins_and_their_error(
    pairs: list[tuple[float, bool]], bins: list[tuple[float, float, int]], error: float
) -> None:
    found = read_bins(pairs)
    assert [(b.said, b.share, b.cases) for b in found.bins] == bins
    assert found.error == pytest.approx(error)


@given(st.lists(st.tuples(st.floats(0, 1), st.booleans())))
def test_the_error_is_a_share_and_no_question_is_lost(pairs: list[tuple[float, bool]]) -> None:
    found = read_bins(pairs)
    assert 0 <= found.error <= 1
    assert sum(one.cases for one in found.bins) == found.cases == len(pairs)


def test_declining_is_counted_on_what_was_not_fitted() -> None:
    items = [
        item("1", 0.2, "not_in_archive", "not_in_archive"),
        item("2", 0.3, "answered", "not_in_archive"),
        item("3", 0.8, "answered", "answered"),
        item("4", 0.9, "not_in_archive", "answered"),
        item("5", None, "answered", "answered"),  # a rule alone decided
        item("6", 0.9, "not_in_archive", "answered", split="tune"),  # fitted on
    ]
    found = read_reliability(items)
    assert found is not None
    assert (found.cases, found.precision, found.recall) == (4, 0.5, 0.5)


def test_nobody_sure_nothing_told() -> None:
    assert read_reliability([item("1", None, "answered", "answered")]) is None


def test_a_dot_lies_where_it_should() -> None:
    drawn = plot_reliability([(0.0, 0.0), (1.0, 1.0)])
    assert drawn.count("<circle") == 2
    assert 'cx="44.0" cy="182.0"' in drawn and 'cx="348.0" cy="10.0"' in drawn


def test_confidence_falls_with_each_reason_to_decline() -> None:
    sure = Signals(doubt=False, fits=True, unknown=False)
    steps = [
        sure,
        sure.model_copy(update={"fits": False}),
        sure.model_copy(update={"doubt": True}),
        sure.model_copy(update={"doubt": True, "unknown": True}),
    ]
    told = [confidence_of(one) for one in steps]
    assert told == sorted(told, reverse=True) and told[-1] > 0 and told[0] < 1
    assert told[1] > LEAST_SURE > told[2]  # a rule's doubt is enough to decline
