"""How a date follows, in words that a historian would accept."""

from __future__ import annotations

from datetime import date

from index.date_arithmetic import Stretch
from index.date_records import Meaning, Unit
from index.date_resolve import Setting
from index.date_words import MONTH_NAMES, WEEKDAY_NAMES

UNDATED = {  # why an expression has no days
    "vague": "too vague for a date",
    "set": "something that comes again, not one date",
    "duration": "a length of time, not a date",
    "undated": "the day of writing is not known, and the words alone do not tell the date",
}
UNIT_NAMES = {
    Unit.DAY: "day", Unit.WEEK: "week", Unit.WEEKEND: "weekend", Unit.MONTH: "month",
    Unit.QUARTER: "quarter", Unit.HALF: "half-year", Unit.SEASON: "season", Unit.YEAR: "year",
    Unit.DECADE: "decade", Unit.CENTURY: "century", Unit.MILLENNIUM: "millennium",
    Unit.HOUR: "hour", Unit.MINUTE: "minute", Unit.SECOND: "second", Unit.FORTNIGHT: "fortnight",
}  # fmt: skip
QUARTER_NAMES = ("first", "second", "third", "fourth")


def undated_basis(meaning: Meaning) -> str:
    """The name of the reason for which an expression has no days."""
    if meaning.reference:
        return "vague"
    if meaning.every:
        return "set"
    return "duration" if meaning.duration else "undated"


def basis(meaning: Meaning, setting: Setting | None) -> str:
    """The name of the kind of knowledge that gives the days."""
    if meaning.is_dated() or setting is None:
        return "explicit"
    if counts_from_told(meaning, setting):
        return "previous date"
    if setting.spoken:
        return "quote"
    for known, name in (
        (meaning.month and meaning.day, "month and day"), (meaning.weekday, "weekday"),
        (meaning.month, "month"), (meaning.holiday, "holiday"),
        (meaning.offset is not None, "relative"),
    ):  # fmt: skip
        if known:
            return name
    return "relative"


def counts_from_told(meaning: Meaning, setting: Setting) -> bool:
    """Whether it is the date last told that an expression counts from."""
    return setting.told is not None and (setting.narrative or meaning.anchored is not None)


def derive(meaning: Meaning, found: Stretch, setting: Setting | None) -> str:
    """How the days follow from the words, the tense and the day that they count from."""
    if meaning.is_dated() or setting is None:
        return f"the text itself dates it: {name_stretch(found)}"
    if counts_from_told(meaning, setting) and setting.told:
        told = name_stretch(setting.told)
        return f"{name_stretch(found)}, counted from the date told before it, {told}"
    anchor = (
        f"{name_day(setting.day)}, {'when it was said' if setting.spoken else 'the day of writing'}"
    )
    if meaning.within or meaning.origin:
        return f"{name_stretch(found)}, counted from {anchor}"
    if meaning.weekday and not meaning.day:
        return _weekday(meaning.weekday, found, setting, anchor)
    if meaning.offset is not None and meaning.unit:
        return _offset(meaning.offset, meaning.unit, found, anchor)
    return _yearly(meaning, found, setting, anchor)


def _weekday(weekday: int, found: Stretch, setting: Setting, anchor: str) -> str:
    name = WEEKDAY_NAMES[weekday - 1]
    if found.first == setting.day:
        return f"{anchor}, is a {name}"
    side = "before" if found.first < setting.day else "after"
    return f"{name_stretch(found)}, the {name} {side} {anchor}"


def _offset(offset: int, unit: Unit, found: Stretch, anchor: str) -> str:
    name = UNIT_NAMES[unit]
    if offset == 0:
        return f"{name_stretch(found)}, the {name} of {anchor}"
    many = f"{abs(offset)} {name}{'s' if abs(offset) > 1 else ''}"
    return f"{name_stretch(found)}, {many} {'before' if offset < 0 else 'after'} {anchor}"


def _yearly(meaning: Meaning, found: Stretch, setting: Setting, anchor: str) -> str:
    past = found.first <= setting.day
    side = {-1: "the last up to", 1: "the first from"}.get(setting.side, "the nearest to")
    if setting.side and past != (setting.side < 0):
        side = "the nearest to"
    reason = f"{side} {anchor}"
    if meaning.month is not None or meaning.holiday is not None:
        reason = f"no year is printed; {reason}"
    if meaning.weekday and found.first.isoweekday() == meaning.weekday:
        reason += f", and a {WEEKDAY_NAMES[meaning.weekday - 1]} as printed"
    return f"{name_stretch(found)}: {reason}"


def name_day(day: date) -> str:
    """A day as it is written out: Wednesday 16 December 2015."""
    return f"{WEEKDAY_NAMES[day.weekday()]} {day.day} {MONTH_NAMES[day.month - 1]} {day.year}"


def name_stretch(stretch: Stretch) -> str:
    """A stretch of days in words, by its grain."""
    first, last, unit = stretch
    if first == last:
        return name_day(first)
    if unit is Unit.MONTH:
        return f"{MONTH_NAMES[first.month - 1]} {first.year}"
    if unit is Unit.YEAR:
        return str(first.year)
    if unit is Unit.DECADE:
        return f"the {first.year}s"
    if unit is Unit.QUARTER:
        return f"the {QUARTER_NAMES[(first.month - 1) // 3]} quarter of {first.year}"
    return f"{name_day(first)} to {name_day(last)}"
