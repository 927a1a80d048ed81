"""Bootstrap intervals: where they must lie, and that they can be had again."""

from statistics import NormalDist

import pytest

from eval.intervals import (
    NONE,
    Share,
    difference_interval,
    quantile,
    quantile_interval,
    ratio,
    ratio_interval,
)


def flags(right: int, of: int) -> Share:
    return Share([1.0] * right + [0.0] * (of - right), [1.0] * of)


def test_a_share_of_a_hundred_has_the_interval_of_the_textbook() -> None:
    low, high = ratio_interval(flags(50, 100))
    half = NormalDist().inv_cdf(0.975) * (0.5 * 0.5 / 100) ** 0.5  # 0.098
    assert low == pytest.approx(0.5 - half, abs=0.02)
    assert high == pytest.approx(0.5 + half, abs=0.02)


def test_a_rate_over_counts_is_a_ratio_of_sums() -> None:
    assert ratio(Share([1, 3], [2, 4])) == 4 / 6  # and not the mean of 1/2 and 3/4


def test_nothing_to_divide_by_has_no_value_and_no_interval() -> None:
    assert ratio(Share([0, 0], [0, 0])) is None
    assert ratio_interval(Share([0, 0], [0, 0])) == NONE == ratio_interval(Share([], []))
    assert quantile_interval([], 0.5) == NONE


def test_the_same_twice() -> None:
    assert ratio_interval(flags(7, 20)) == ratio_interval(flags(7, 20))


def test_a_paired_difference_knows_what_two_intervals_do_not() -> None:
    # One system is right on 60 of 100, the other on the same and 8 more: surely better, although
    # the two intervals overlap.
    one, other = flags(60, 100), flags(68, 100)
    low, high = difference_interval(other, one)
    assert low is not None and high is not None and 0 < low < 0.08 < high
    assert (ratio_interval(one).high or 0) > (ratio_interval(other).low or 1)


def test_quantiles() -> None:
    assert quantile([1, 2, 3, 4, 5], 0.5) == 3
    low, high = quantile_interval([float(n) for n in range(101)], 0.5)
    assert low is not None and high is not None and 30 < low < 50 < high < 70
