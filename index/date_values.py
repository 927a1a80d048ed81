"""How a time is written: TIMEX3 types and values, with X for what is open, and EDTF."""

from __future__ import annotations

from datetime import date, timedelta

from index.date_arithmetic import Stretch
from index.date_records import Meaning, Relation, TimexType, Unit

PART_VALUES = {"MI": "T12:00", "MN": "T24:00"}  # hours; the other parts of the day are letters
CLOCK_LETTERS = {Unit.HOUR: "H", Unit.MINUTE: "M", Unit.SECOND: "S"}
IN_MONTHS = {Unit.HALF: 6, Unit.QUARTER: 3}
IN_YEARS = {Unit.DECADE: 10, Unit.CENTURY: 100, Unit.MILLENNIUM: 1000}
OPEN_LETTERS = {Unit.QUARTER: "Q"}
SMALLER = {  # how half a unit is written
    Unit.YEAR: (12, Unit.MONTH), Unit.DAY: (24, Unit.HOUR), Unit.HOUR: (60, Unit.MINUTE),
    Unit.MINUTE: (60, Unit.SECOND),
}  # fmt: skip
SEASON_NUMBERS = {"SP": 21, "SU": 22, "FA": 23, "WI": 24}  # EDTF level 1
SEASON_OF_MONTH = {3: "SP", 6: "SU", 9: "FA", 12: "WI"}


def timex_type(meaning: Meaning) -> TimexType:
    """TIMEX3's type of a meaning."""
    if meaning.every:
        return "SET"
    if meaning.duration:
        return "DURATION"
    return "TIME" if meaning.part or meaning.clock else "DATE"


def stretch_value(stretch: Stretch) -> str:
    """The TIMEX3 value of a stretch of days, by its grain."""
    first, unit = stretch.first, stretch.unit
    year, week, _ = first.isocalendar()
    written = {
        Unit.WEEK: f"{year:04}-W{week:02}", Unit.FORTNIGHT: f"{year:04}-W{week:02}",
        Unit.WEEKEND: f"{year:04}-W{week:02}-WE", Unit.MONTH: f"{first:%Y-%m}",
        Unit.QUARTER: f"{first.year:04}-Q{(first.month + 2) // 3}",
        Unit.HALF: f"{first.year:04}-H{1 if first.month < 7 else 2}",
        Unit.SEASON: f"{first.year:04}-{SEASON_OF_MONTH.get(first.month, 'XX')}",
        Unit.YEAR: f"{first.year:04}", Unit.DECADE: f"{first.year // 10:03}",
        Unit.CENTURY: f"{first.year // 100:02}", Unit.MILLENNIUM: f"{first.year // 1000}",
    }  # fmt: skip
    return written.get(unit, first.isoformat())


def with_time(value: str, meaning: Meaning) -> str:
    """A day's value with the part of the day or the hour that the words give."""
    if meaning.clock:
        return f"{value}T{meaning.clock}"
    if meaning.part:
        return value + PART_VALUES.get(meaning.part, f"T{meaning.part}")
    return value


def stretch_edtf(stretch: Stretch) -> str:
    """The EDTF of a stretch of days."""
    first, last, unit = stretch
    if unit is Unit.SEASON and first.month in SEASON_OF_MONTH:
        return f"{first.year:04}-{SEASON_NUMBERS[SEASON_OF_MONTH[first.month]]}"
    if unit is Unit.MONTH:
        return f"{first:%Y-%m}"
    if unit is Unit.YEAR:
        return f"{first.year:04}"
    if unit is Unit.DECADE:
        return f"{first.year // 10:03}X"
    if unit is Unit.CENTURY:
        return f"{first.year // 100:02}XX"
    return first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}"


def related(
    stretch: Stretch, edtf: str, relation: Relation
) -> tuple[str, date | None, date | None]:
    """EDTF and bounds of what lies since, after, before or until a stretch."""
    if relation == "since":
        return f"{_start(edtf)}/..", stretch.first, None
    if relation in ("until", "by"):
        return f"../{_end(edtf)}", None, stretch.last
    if relation == "after":
        first = stretch.last + timedelta(days=1) if stretch.last < date.max else stretch.last
        return f"{first.isoformat()}/..", first, None
    last = stretch.first - timedelta(days=1) if stretch.first > date.min else stretch.first
    return f"../{last.isoformat()}", None, last


def _start(edtf: str) -> str:
    return edtf.split("/")[0]


def _end(edtf: str) -> str:
    return edtf.split("/")[-1]


def duration_value(unit: Unit | None, amount: float | None) -> str:
    """The ISO 8601 duration, X for an open number."""
    if unit is None:
        return "PX"
    if unit in CLOCK_LETTERS:
        return "PT" + _written(unit, amount, CLOCK_LETTERS[unit])
    if amount is None:
        return f"PX{OPEN_LETTERS.get(unit, unit.value)}"
    if unit is Unit.FORTNIGHT:
        return f"P{_number(amount * 2)}W"
    if unit in IN_MONTHS:
        return f"P{_number(amount * IN_MONTHS[unit])}M"
    if unit in IN_YEARS:
        return f"P{_number(amount * IN_YEARS[unit])}Y"
    if unit is Unit.DAY and amount != int(amount):
        return "PT" + _written(unit, amount, "D").replace("0D", "")
    return "P" + _written(unit, amount, unit.value)


def _written(unit: Unit, amount: float | None, letter: str) -> str:
    if amount is None:
        return f"X{letter}"
    whole = int(amount)
    if amount == whole or unit not in SMALLER:
        return f"{_number(amount)}{letter}"
    times, smaller = SMALLER[unit]
    rest = f"{round((amount - whole) * times)}{CLOCK_LETTERS.get(smaller, 'M')}"
    return f"{whole}{letter}{rest}" if whole else rest


def _number(amount: float) -> str:
    return f"{amount:g}" if abs(amount) < 1e6 else f"{amount:.0f}"


def open_value(meaning: Meaning) -> str:
    """The TIMEX3 value with X for what the words leave open."""
    if meaning.reference:
        return meaning.reference
    if meaning.every:
        return _set_value(meaning)
    if meaning.duration:
        return duration_value(meaning.unit, meaning.amount)
    return with_time(_open_date(meaning), meaning)


def _set_value(meaning: Meaning) -> str:
    if meaning.unit is not None:
        return duration_value(meaning.unit, meaning.amount or 1)
    return with_time(_open_date(meaning), meaning)


def _open_date(meaning: Meaning) -> str:
    year = _open_year(meaning)
    if meaning.decade is not None or meaning.century is not None:
        return year
    if meaning.month is not None:
        day = f"-{meaning.day:02}" if meaning.day else ""
        return f"{year}-{meaning.month:02}{day}"
    if meaning.weekday is not None:
        return f"{year}-WXX-{meaning.weekday}"
    for part in (meaning.quarter and f"Q{meaning.quarter}", meaning.half and f"H{meaning.half}",
                 meaning.season):  # fmt: skip
        if part:
            return f"{year}-{part}"
    if meaning.day is not None:
        return f"{year}-XX-{meaning.day:02}"
    return year + OPEN_TAILS.get(meaning.unit or (None if meaning.year else Unit.DAY), "")


OPEN_TAILS = {Unit.DAY: "-XX-XX", Unit.WEEK: "-WXX", Unit.WEEKEND: "-WXX-WE", Unit.MONTH: "-XX",
              Unit.QUARTER: "-QX", Unit.HALF: "-HX", Unit.SEASON: "-XX", None: ""}  # fmt: skip


def _open_year(meaning: Meaning) -> str:
    if meaning.decade is not None:
        return f"{meaning.decade:03}"
    if meaning.century is not None:
        return f"{meaning.century:02}"
    if meaning.year is not None:
        return f"{meaning.year:04}" if meaning.year > 0 else f"BC{-meaning.year:04}"
    return "XXXX"
