"""Every weekday as day of writing, leap years, ends of years, both tenses, against a search.

The oracle walks from day to day and asks the calendar module; it shares no arithmetic with the
program.
"""

import calendar
from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from index.date_arithmetic import Stretch, containing, months_from, nth_within, shift
from index.date_derive import name_day
from index.date_holidays import easter
from index.date_records import Expression, Meaning, Unit
from index.date_timeline import resolve
from index.date_values import open_value, stretch_value
from index.dating import day_when

NAMES = list(calendar.day_name)
WRITTEN = (
    *(date(2023, 12, 22) + timedelta(days=n) for n in range(21)),  # over the end of a year
    *(date(2024, 2, 24) + timedelta(days=n) for n in range(10)),  # over a 29 February
    *(date(1900, 2, 26) + timedelta(days=n) for n in range(5)),  # 1900 was no leap year
    *(date(2020, 12, 28) + timedelta(days=n) for n in range(9)),  # ISO week 53
)


def walk(day: date, step: int) -> Iterator[date]:
    while True:
        yield day
        day += timedelta(days=step)


def value_of(meaning: Meaning, written: date, tense: str | None) -> str:
    expression = Expression(
        start=0, end=1, text="x", type="DATE", value=open_value(meaning), meaning=meaning,
        tense=tense, quoted=False, anchor="publication",
    )  # fmt: skip
    (found,) = resolve([expression], day_when(written, "given", "given"))
    return found.value


@pytest.mark.parametrize("written", WRITTEN, ids=str)
def test_weekdays(written: date) -> None:
    for number, name in enumerate(NAMES, start=1):
        for tense, step in (("past", -1), ("future", 1)):
            expected = next(day for day in walk(written, step) if NAMES[day.weekday()] == name)
            assert value_of(Meaning(weekday=number), written, tense) == expected.isoformat()
        before = next(
            day for day in walk(written - timedelta(days=1), -1) if NAMES[day.weekday()] == name
        )
        after = next(
            day for day in walk(written + timedelta(days=1), 1) if NAMES[day.weekday()] == name
        )
        assert value_of(Meaning(weekday=number, offset=-1), written, None) == before.isoformat()
        assert value_of(Meaning(weekday=number, offset=1), written, None) == after.isoformat()


@pytest.mark.parametrize("written", WRITTEN, ids=str)
def test_days_and_weeks_counted_off(written: date) -> None:
    for back in range(15):
        day = list(zip(range(back + 1), walk(written, -1), strict=False))[-1][1]
        meaning = Meaning(offset=-back, unit=Unit.DAY, counted=True)
        assert value_of(meaning, written, None) == day.isoformat()
    monday = next(day for day in walk(written, -1) if NAMES[day.weekday()] == "Monday")
    for offset, start in ((-1, monday - timedelta(days=7)), (1, monday + timedelta(days=7))):
        expected = start.strftime("%G-W%V")
        assert value_of(Meaning(offset=offset, unit=Unit.WEEK), written, None) == expected


@pytest.mark.parametrize("written", WRITTEN, ids=str)
def test_months_by_tense(written: date) -> None:
    for month in range(1, 13):
        for tense, step in (("past", -1), ("future", 1)):
            expected = next(day for day in walk(written, step) if day.month == month)
            if abs((expected - written).days) < 300:
                value = value_of(Meaning(month=month), written, tense)
                assert value == f"{expected.year}-{expected.month:02}"


@pytest.mark.parametrize("written", WRITTEN, ids=str)
def test_days_of_months_by_tense(written: date) -> None:
    for away in range(0, 200, 7):
        for tense, step in (("past", -1), ("future", 1)):
            day = written + timedelta(days=step * away)
            if (day.month, day.day) != (2, 29):
                meaning = Meaning(month=day.month, day=day.day)
                assert value_of(meaning, written, tense) == day.isoformat()


@pytest.mark.parametrize("written", WRITTEN, ids=str)
def test_a_printed_weekday_picks_the_year_that_bears_it_out(written: date) -> None:
    for away in range(-150, 150, 13):
        day = written + timedelta(days=away)
        if (day.month, day.day) == (2, 29):
            continue
        meaning = Meaning(month=day.month, day=day.day, weekday=day.isoweekday())
        assert value_of(meaning, written, None) == day.isoformat()


def test_units_contain_their_days() -> None:
    for day in WRITTEN:
        for unit in (Unit.WEEK, Unit.MONTH, Unit.QUARTER, Unit.HALF, Unit.YEAR, Unit.DECADE):
            found = containing(day, unit)
            assert found and found.first <= day <= found.last
            before, after = found.first - timedelta(days=1), found.last + timedelta(days=1)
            assert stretch_value(found) not in {
                stretch_value(other)
                for other in (containing(before, unit), containing(after, unit))
                if other
            }


def test_shifting_by_months_keeps_the_day_or_ends_with_the_month() -> None:
    for day in WRITTEN:
        for count in range(-30, 31):
            found = shift(day, count, Unit.MONTH)
            assert found and (found.year * 12 + found.month) - (day.year * 12 + day.month) == count
            assert found.day == min(day.day, calendar.monthrange(found.year, found.month)[1])


def test_weeks_of_a_month_are_those_of_its_thursdays() -> None:
    for month in range(1, 13):
        whole = months_from(2024, month, 1, Unit.MONTH)
        assert whole
        thursdays = [
            week[calendar.THURSDAY]
            for week in calendar.monthcalendar(2024, month)
            if week[calendar.THURSDAY]
        ]
        for n, day in enumerate(thursdays, start=1):
            found = nth_within(whole, n, Unit.WEEK)
            assert found and found.first <= date(2024, month, day) <= found.last


def test_easter() -> None:
    # the extremes of the Gregorian calendar, and days that everyone can look up
    assert easter(1818) == date(1818, 3, 22)
    assert easter(2038) == date(2038, 4, 25)
    assert easter(2000) == date(2000, 4, 23)
    assert all(easter(year).isoweekday() == 7 for year in range(1583, 2300))


def test_names_of_days() -> None:
    assert name_day(date(2024, 2, 29)) == "Thursday 29 February 2024"
    assert Stretch(date(2024, 2, 29), date(2024, 2, 29), Unit.DAY).unit is Unit.DAY
