"""From what the words say to days of the calendar: the second stage, by arithmetic alone.

`locate` works a meaning out against a `Setting`: the day it counts from, the side that the tense
points to, and the time last told.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple

from index.date_arithmetic import (
    Stretch,
    containing,
    day_stretch,
    find_weekday,
    gap,
    is_far_on,
    is_finer,
    months_from,
    nearest,
    nth_weekday,
    nth_within,
    season,
    shift,
)
from index.date_holidays import holiday
from index.date_records import Meaning, Unit

DAY_REACH = 270  # days; beyond them a month and day on the tense's side gives way to the nearest
MONTH_REACH = 345  # a bare month on the tense's side: all but the one next door on the other
SEVERAL_YEARS = 366 * 3  # any day of the month falls on any weekday within them
BACKWARDS = 2  # a story goes on more often than it goes back: days back count double


class Setting(NamedTuple):
    """What an expression is worked out against.

    `side` is -1 for a past tense, 1 for a future, 0 where none is known; `told` the time last told;
    `narrative` marks history prose, which counts from there;
    `spoken` says that `day` is the day of a speech, not of writing.
    """

    day: date
    side: int
    told: Stretch | None = None
    narrative: bool = False
    spoken: bool = False
    quarter: Stretch | None = None


def locate(meaning: Meaning, at: Setting) -> Stretch | None:
    """The days that a meaning names; None where the words and the setting do not tell them."""
    if meaning.reference:
        return day_stretch(at.day) if meaning.reference == "PRESENT_REF" else None
    if meaning.origin:
        return _from_origin(meaning, at)
    if meaning.within:
        whole = locate(meaning.within, at)
        return _inside(meaning, whole) if whole else None
    if meaning.is_dated():
        return _absolute(meaning)
    for holds, find in FINDERS:
        if holds(meaning):
            return find(meaning, at)
    return None


def _from_origin(meaning: Meaning, at: Setting) -> Stretch | None:
    origin = meaning.origin and locate(meaning.origin, at)
    if not origin or meaning.unit is None:
        return None
    day = shift(
        origin.first if (meaning.offset or 0) <= 0 else origin.last,
        meaning.offset or 0,
        meaning.unit,
    )
    if day is None:
        return None
    if meaning.counted and meaning.unit in (Unit.WEEK, Unit.DAY):
        return day_stretch(day)
    return containing(day, meaning.unit)


def _inside(meaning: Meaning, whole: Stretch) -> Stretch | None:
    if meaning.ordinal is not None and meaning.weekday is not None:
        day = nth_weekday(whole, meaning.ordinal, meaning.weekday)
        return day_stretch(day) if day else None
    if meaning.ordinal is not None and meaning.unit is not None:
        return nth_within(whole, meaning.ordinal, meaning.unit)
    if meaning.weekday is not None and meaning.day is None:
        day = find_weekday(whole.first, meaning.weekday, 1, strictly=False)
        return day_stretch(day) if day else None
    if whole.unit in (Unit.YEAR, Unit.SEASON, Unit.QUARTER, Unit.HALF) or whole.unit is Unit.DAY:
        return _absolute(
            meaning.model_copy(update={"within": None, "year": whole.first.year, "offset": None})
        )
    if whole.unit is Unit.MONTH and meaning.day:
        month = {"year": whole.first.year, "month": whole.first.month}
        return _absolute(meaning.model_copy(update={"within": None, "offset": None, **month}))
    return whole


def _absolute(meaning: Meaning) -> Stretch | None:
    if meaning.decade is not None:
        return months_from(meaning.decade * 10, 1, 120, Unit.DECADE)
    if meaning.century is not None:
        return months_from(max(meaning.century * 100, 1), 1, 1200, Unit.CENTURY)
    return in_year(meaning, meaning.year) if meaning.year is not None and meaning.year > 0 else None


def in_year(meaning: Meaning, year: int) -> Stretch | None:
    """What a meaning names in a given year."""
    if not 1 <= year <= 9998:
        return None
    if meaning.month and meaning.day:
        try:
            return day_stretch(date(year, meaning.month, meaning.day))
        except ValueError:  # 29 February of a common year
            return None
    if meaning.month:
        return months_from(year, meaning.month, 1, Unit.MONTH)
    if meaning.holiday:
        return holiday(meaning.holiday, year)
    if meaning.quarter:
        return months_from(year, meaning.quarter * 3 - 2, 3, Unit.QUARTER)
    if meaning.half:
        return months_from(year, meaning.half * 6 - 5, 6, Unit.HALF)
    if meaning.season:
        return season(year, meaning.season)
    return months_from(year, 1, 12, Unit.YEAR)


def _yearly(meaning: Meaning, at: Setting) -> Stretch | None:
    """What comes once a year: a month, a day of one, a quarter, a season, a feast."""

    def make(year: int) -> Stretch | None:
        return in_year(meaning, year)

    if meaning.offset is not None:
        return _which(make, at, meaning.offset)
    if at.narrative and at.told:
        return _told_on(make, at.told)
    if meaning.weekday and meaning.day:
        return _agreeing(make, at, meaning.weekday) or nearest(make, at.day, at.side, DAY_REACH)
    if meaning.quarter or meaning.half:
        return nearest(make, at.day, 0, MONTH_REACH)  # "expects for the third quarter": just over
    return nearest(
        make, at.day, at.side, DAY_REACH if meaning.day or meaning.holiday else MONTH_REACH
    )


def _agreeing(make: Callable[[int], Stretch | None], at: Setting, weekday: int) -> Stretch | None:
    """The nearest year in which the day has the weekday that the words give it."""

    def agree(year: int) -> Stretch | None:
        found = make(year)
        return found if found and found.first.isoweekday() == weekday else None

    found = nearest(agree, at.day, 0, DAY_REACH)
    return found if found and abs((found.first - at.day).days) <= DAY_REACH else None


def _which(make: Callable[[int], Stretch | None], at: Setting, offset: int) -> Stretch | None:
    found = [one for year in range(at.day.year - 3, at.day.year + 4) if (one := make(year))]
    if offset < 0:
        past = [one for one in found if one.last < at.day and not _same(one, at.day)]
        return past[offset] if len(past) >= -offset else None
    if offset > 0:
        coming = [one for one in found if one.first > at.day]
        return coming[offset - 1] if len(coming) >= offset else None
    return make(at.day.year)


def _same(stretch: Stretch, day: date) -> bool:
    return stretch.first <= day <= stretch.last


def _told_on(make: Callable[[int], Stretch | None], told: Stretch) -> Stretch | None:
    """In a story: in the year last told, or nearest to the day last told, rather on than back."""
    if told.unit in (Unit.YEAR, Unit.SEASON):
        return make(told.first.year)
    found = [one for year in range(told.first.year - 1, told.first.year + 2) if (one := make(year))]
    return min(found, key=lambda one: _cost((one.first - told.first).days), default=None)


def _cost(days: int) -> int:
    return days if days >= 0 else -days * BACKWARDS


def _weekday(meaning: Meaning, at: Setting) -> Stretch | None:
    """AP style: a bare weekday is within seven days, the day itself included."""
    weekday, day = meaning.weekday or 1, _base(meaning, at)
    if meaning.offset:
        step = 1 if meaning.offset > 0 else -1
        first = find_weekday(day, weekday, step, strictly=True)
        found = first and shift(first, meaning.offset - step, Unit.WEEK)
    elif meaning.offset == 0:
        found = day - timedelta(days=day.isoweekday() - weekday)
        if (found - day).days * at.side < 0:
            found = find_weekday(day, weekday, at.side, strictly=False)
    else:
        found = find_weekday(day, weekday, at.side or -1, strictly=False)
    return day_stretch(found) if found else None


def _base(meaning: Meaning, at: Setting) -> date:
    if at.told and (meaning.anchored == "previous" or at.narrative):
        return at.told.first
    return at.day


def _moved(meaning: Meaning, at: Setting) -> Stretch | None:
    unit, offset = meaning.unit or Unit.DAY, meaning.offset or 0
    if meaning.counted and unit is Unit.YEAR and offset == -1 and at.quarter:
        day = shift(at.quarter.first, -1, Unit.YEAR)  # "a year earlier", of a quarter's figures
        return containing(day, Unit.QUARTER) if day else None
    if meaning.anchored and at.told is None and offset and unit is Unit.DAY:
        return None  # "the next day": of a day that the text does not tell
    if meaning.anchored and at.told and is_finer(unit, at.told.unit):
        return None  # nor one of which no more than the year is told
    base = _base(meaning, at)
    if not at.narrative and meaning.counted and unit is Unit.YEAR and offset == -1:
        base = at.day
    if meaning.anchored and at.told and offset > 0:
        base = at.told.last
    day = shift(base, offset, unit)
    if day is None or (at.told and meaning.anchored and is_far_on(day, base, at.day)):
        return None
    if unit is Unit.WEEKEND and offset == 0 and at.side < 0 and day.isoweekday() < 5:
        day -= timedelta(days=7)
    on = at.side > 0 or meaning.edge == "LATER"
    if unit is Unit.WEEK and offset == 0 and on and base.isoweekday() == 7:
        day += timedelta(days=1)  # "will sail this week", on a Sunday
    last = unit is Unit.WEEK and offset == -1 and not meaning.counted and base == at.day
    if last and base.isoweekday() == 7:  # from the Sunday before: so do TimeBank's two such texts
        return Stretch(day, base - timedelta(days=1), unit)
    return containing(day, unit)


def _bare_unit(meaning: Meaning, at: Setting) -> Stretch | None:
    """ "The weekend" with no more said: the last or the next, as the tense points."""
    if meaning.unit is Unit.QUARTER:
        return _quarter(at)
    found = containing(at.day, meaning.unit or Unit.DAY)
    if found and meaning.unit is Unit.WEEKEND and at.side <= 0 and found.first > at.day:
        last = containing(at.day - timedelta(days=7), Unit.WEEKEND)
        return last if at.side or (last and gap(last, at.day) <= gap(found, at.day)) else found
    return found


def _quarter(at: Setting) -> Stretch | None:
    """ "The quarter": the one last told, else the last that is over: its figures are out."""
    if at.quarter:
        return at.quarter
    day = shift(at.day, -1, Unit.QUARTER)
    return containing(day, Unit.QUARTER) if day else None


def _day_of_month(meaning: Meaning, at: Setting) -> Stretch | None:
    """A bare "the 4th": of the month that puts it nearest on the tense's side."""
    found = []
    for months in (-1, 0, 1):
        month = shift(at.day.replace(day=1), months, Unit.MONTH)
        try:
            found.append(month and month.replace(day=meaning.day or 1))
        except ValueError:  # the 31st of a short month
            continue
    days = [day for day in found if day and (day - at.day).days * at.side >= 0]
    best = min(days, key=lambda day: abs((day - at.day).days), default=None)
    return day_stretch(best) if best else None


def _time_of_day(meaning: Meaning, at: Setting) -> Stretch | None:
    return day_stretch(at.told.first if at.told and at.told.unit is Unit.DAY else at.day)


def _weekday_of_month(meaning: Meaning, at: Setting) -> Stretch | None:
    """ "Friday the 13th": the nearest such day, on the tense's side where it shows one."""
    for days in range(SEVERAL_YEARS):
        for step in (at.side,) if at.side else (-1, 1):
            day = shift(at.day, days * step, Unit.DAY)
            if day and (day.day, day.isoweekday()) == (meaning.day, meaning.weekday):
                return day_stretch(day)
    return None


FINDERS: tuple[
    tuple[Callable[[Meaning], object], Callable[[Meaning, Setting], Stretch | None]], ...
] = (
    (lambda m: m.month or m.quarter or m.half or m.season or m.holiday, _yearly),
    (lambda m: m.weekday and m.day, _weekday_of_month),
    (lambda m: m.weekday, _weekday),
    (lambda m: m.offset is not None and m.unit, _moved),
    (lambda m: m.unit, _bare_unit),
    (lambda m: m.day, _day_of_month),
    (lambda m: m.part or m.clock, _time_of_day),
)
