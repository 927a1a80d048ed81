"""Calendar arithmetic: stretches of days, and how to move, cut and find them.

Weeks run from Monday to Sunday (ISO 8601). Nothing here knows language.
"""

from __future__ import annotations

import calendar
from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple

from index.date_records import Unit

FIRST_MONTH = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}  # meteorological, of the northern half
MONTHS_OF = {Unit.MONTH: 1, Unit.QUARTER: 3, Unit.HALF: 6, Unit.YEAR: 12, Unit.DECADE: 120,
             Unit.CENTURY: 1200, Unit.MILLENNIUM: 12000}  # fmt: skip
DAYS_OF = {Unit.DAY: 1, Unit.WEEK: 7, Unit.WEEKEND: 7, Unit.FORTNIGHT: 14}
FIRST_YEAR, LAST_YEAR = 1, 9999
FAR_ON = 2  # years after the day of writing to which a story still counts on from a past date


class Stretch(NamedTuple):
    """Days from `first` to `last`, both included, of the grain that `unit` names."""

    first: date
    last: date
    unit: Unit


def day_stretch(day: date) -> Stretch:
    """One day."""
    return Stretch(day, day, Unit.DAY)


def months_from(year: int, month: int, count: int, unit: Unit) -> Stretch | None:
    """`count` months from the first of a month; None beyond the calendar's ends."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    last_year, last_month = year + (month + count - 2) // 12, (month + count - 2) % 12 + 1
    if not (year >= FIRST_YEAR and last_year <= LAST_YEAR):
        return None
    end = calendar.monthrange(last_year, last_month)[1]
    return Stretch(date(year, month, 1), date(last_year, last_month, end), unit)


def containing(day: date, unit: Unit) -> Stretch | None:
    """The day's own week, weekend (the one that ends its week), month, quarter, … , century."""
    if unit in (Unit.WEEK, Unit.WEEKEND, Unit.FORTNIGHT):
        monday = day - timedelta(days=day.weekday())
        first = monday + timedelta(days=5 if unit is Unit.WEEKEND else 0)
        return Stretch(first, monday + timedelta(days=6), unit)
    if unit in (Unit.DECADE, Unit.CENTURY, Unit.MILLENNIUM):
        years = MONTHS_OF[unit] // 12
        return months_from(max(day.year // years * years, 1), 1, MONTHS_OF[unit], unit)
    if unit in MONTHS_OF:
        size = MONTHS_OF[unit]
        return months_from(day.year, (day.month - 1) // size * size + 1, size, unit)
    return day_stretch(day)


def is_finer(unit: Unit, than: Unit) -> bool:
    """Whether a unit lies well within another: a day or a week in a year, not a week in a month."""
    return unit in DAYS_OF and MONTHS_OF.get(than, 0) > (0 if unit is Unit.DAY else 1)


def shift(day: date, count: int, unit: Unit) -> date | None:
    """The day so many units on (or back); the last of a month where the month is shorter."""
    try:
        if unit in DAYS_OF:
            return day + timedelta(days=count * DAYS_OF[unit])
        if unit not in MONTHS_OF:
            return day
        months = day.year * 12 + day.month - 1 + count * MONTHS_OF[unit]
        year, month = divmod(months, 12)
        return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
    except (OverflowError, ValueError, calendar.IllegalMonthError):
        return None


def is_far_on(day: date, told: date, written: date) -> bool:
    """Whether what is counted on from the past lies years after the day of writing: what it is
    counted from is another date than that told last ("a study of 2019 … 30 years later").
    """
    return told <= written and day.year - written.year > FAR_ON


def season(year: int, name: str) -> Stretch | None:
    """A season; winter is called by the year that it begins in."""
    return months_from(year, FIRST_MONTH[name], 3, Unit.SEASON)


def nth_within(stretch: Stretch, ordinal: int, unit: Unit) -> Stretch | None:
    """The n-th unit inside a stretch, from its end where `ordinal` is below zero.

    The first week of a longer time is that of its first Thursday, as ISO 8601 counts a year's.
    """
    if unit is Unit.WEEK:
        return _nth_week(stretch, ordinal)
    start = stretch.first if ordinal > 0 else stretch.last
    day = shift(start, ordinal - 1 if ordinal > 0 else ordinal + 1, unit)
    found = containing(day, unit) if day else None
    if found is None or found.last < stretch.first or found.first > stretch.last:
        return None
    return found


def _nth_week(stretch: Stretch, ordinal: int) -> Stretch | None:
    thursday = find_weekday(stretch.first, 4, 1, strictly=False)
    if ordinal < 0:
        thursday = find_weekday(stretch.last, 4, -1, strictly=False)
    day = thursday and shift(thursday, ordinal - 1 if ordinal > 0 else ordinal + 1, Unit.WEEK)
    if day is None or not stretch.first <= day <= stretch.last:
        return None
    return containing(day, Unit.WEEK)


def nth_weekday(stretch: Stretch, ordinal: int, weekday: int) -> date | None:
    """The n-th such weekday inside a stretch, from its end where `ordinal` is below zero."""
    start, step = (stretch.first, 1) if ordinal > 0 else (stretch.last, -1)
    first = find_weekday(start, weekday, step, strictly=False)
    found = first and shift(first, step * (abs(ordinal) - 1), Unit.WEEK)
    return found if found and stretch.first <= found <= stretch.last else None


def find_weekday(day: date, weekday: int, step: int, *, strictly: bool) -> date | None:
    """The nearest such weekday from a day on (`step` 1) or back (-1); `strictly` leaves it out."""
    away = (weekday - day.isoweekday()) * step % 7
    if strictly and away == 0:
        away = 7
    return shift(day, step * away, Unit.DAY)


def nearest(
    make: Callable[[int], Stretch | None], anchor: date, side: int, reach: int
) -> Stretch | None:
    """Of what `make` gives for the years round the anchor's, the nearest on one side.

    `side` is -1, 1 or 0 (either). What lies `reach` days away or more on that side gives way to the
    nearest on either.
    """
    found = [one for year in range(anchor.year - 1, anchor.year + 2) if (one := make(year))]
    if not found:
        return None
    if side:
        kept = [one for one in found if _on_side(one, anchor, side) and gap(one, anchor) < reach]
        found = kept or found
    return min(found, key=lambda one: gap(one, anchor))


def _on_side(stretch: Stretch, anchor: date, side: int) -> bool:
    return stretch.first <= anchor if side < 0 else stretch.last >= anchor


def gap(stretch: Stretch, anchor: date) -> int:
    """Days between a day and a stretch, 0 inside."""
    return max((stretch.first - anchor).days, (anchor - stretch.last).days, 0)
