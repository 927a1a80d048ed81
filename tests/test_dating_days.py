"""Sets of days: they do what sets of dates do."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.dating_days import FIRST, LAST, Days

DAYS = st.dates(date(1849, 1, 1), date(2100, 12, 31))
SETS = st.sets(st.dates(FIRST, LAST), max_size=8)


def members(days: Days) -> set[date]:
    return {
        first + timedelta(days=n)
        for first, last in days.runs()
        for n in range((last - first).days + 1)
    }


@given(SETS, SETS)
def test_sets(one: set[date], other: set[date]) -> None:
    ours, theirs = Days.of(one), Days.of(other)
    assert members(ours) == one
    assert members(ours.common(theirs)) == one & other
    assert members(ours.either(theirs)) == one | other
    assert ours.size() == len(one)
    assert ours.years() == sorted({day.year for day in one})
    assert Days.unpack(ours.pack()) == ours
    if one:
        assert (ours.first(), ours.last()) == (min(one), max(one))
        assert ours.is_span() == (len(ours.runs()) == 1)


@given(DAYS, DAYS)
def test_between_holds_both_ends_and_nothing_outside(first: date, last: date) -> None:
    found = Days.between(first, last)
    low, high = max(first, FIRST), min(last, LAST)
    assert found.size() == max(0, (high - low).days + 1)
    if found.size():
        assert (found.first(), found.last()) == (low, high)


@given(st.dates(date(1900, 1, 1), date(2090, 1, 1)), st.integers(0, 400), st.integers(-1, 400))
def test_around_a_day(day: date, before: int, after: int) -> None:
    if before + after < 0:
        return
    found = Days.of([day]).around(before, after)
    assert found.first() == day - timedelta(days=before)
    assert found.last() == day + timedelta(days=after)
    assert found.is_span()


@given(st.dates(FIRST, LAST))
def test_weekdays_and_days_of_the_year(day: date) -> None:
    one = Days.of([day])
    assert Days.on_weekday(day.isoweekday()).common(one) == one
    assert Days.on_weekday(day.isoweekday() % 7 + 1).common(one).size() == 0
    assert Days.on_day(day.month, day.day).common(one) == one
    assert Days.on_day(day.month, day.day).in_year(day.year) == one


@pytest.mark.parametrize(
    ("month", "day", "count"), [(2, 29, 61), (2, 30, 0), (4, 31, 0), (7, 1, 250)]
)
def test_days_that_not_every_year_has(month: int, day: int, count: int) -> None:
    assert Days.on_day(month, day).size() == count
