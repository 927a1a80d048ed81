"""Days and hours in figures: "2016-07-14", "14.07.2016", "7/14/2016", "5 p.m."."""

from __future__ import annotations

import re
from datetime import date

from index.cues import MONTHS
from index.date_records import Meaning

YEAR_FIRST = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:T.*)?")
YEAR_LAST = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})")
NAMED_MONTH = re.compile(r"(\d{1,2})[-/]([A-Za-z]{3})[-/](\d{4}|\d{2})")
CLOCK = re.compile(r"(\d{1,2})(?:[:.h](\d\d))?(?::\d\d)?\s?([ap])?.*", re.IGNORECASE)
PIVOT = 50  # "'49" is 2049 and "'50" 1950: two figures stand for the years round the year 2000


def read_short_year(word: str) -> int:
    """The year that two figures stand for: "'87" is 1987."""
    number = int(re.sub(r"\D", "", word))
    return number + (2000 if number < PIVOT else 1900)


def read_numeric_day(word: str) -> Meaning | None:
    """The day that figures name, None where they name none.

    With dots the day stands first (14.07.2016); with strokes the month, unless it is above 12.
    """
    if match := YEAR_FIRST.fullmatch(word):
        return read_day(int(match[1]), int(match[2]), int(match[3]))
    if match := NAMED_MONTH.fullmatch(word):
        month = MONTHS.get(match[2].lower())
        return (month and read_day(_full(match[3]), month, int(match[1]))) or None
    if match := YEAR_LAST.fullmatch(word):
        one, other, year = int(match[1]), int(match[3]), _full(match[4])
        if match[2] == "." and len(match[4]) == 2:
            return None  # "1.2.16" is a version as soon as a day
        day, month = (one, other) if match[2] == "." or one > 12 else (other, one)
        return read_day(year, month, day)
    return None


def read_day(year: int, month: int, day: int) -> Meaning | None:
    """A day with all its parts, None where the calendar has none such (31 April)."""
    try:
        date(year, month, day)
    except ValueError:
        return None
    return Meaning(year=year, month=month, day=day)


def read_clock(word: str) -> str | None:
    """The hour as "17:00" (or "17", where no minutes are given), None for an hour that is none."""
    match = CLOCK.fullmatch(word)
    if match is None:
        return None
    hour, minutes, half = int(match[1]), match[2], (match[3] or "").lower()
    if half == "p" and hour < 12:
        hour += 12
    if hour > 24 or (minutes and int(minutes) > 59):
        return None
    return f"{hour:02}:{minutes}" if minutes else f"{hour:02}:00"


def _full(year: str) -> int:
    return int(year) if len(year) == 4 else read_short_year(year)
