"""Days, years and lists as a historian writes them out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from index.date_words import MONTH_NAMES

MOST_YEARS = 6  # written out; of more the last ones


def say_day(day: date) -> str:
    """ "14 July 2016"."""
    return f"{day.day} {MONTH_NAMES[day.month - 1]} {day.year}"


def say_month_day(month: int, day: int) -> str:
    """ "14 July"."""
    return f"{day} {MONTH_NAMES[month - 1]}"


def join(items: Sequence[str], last: str = "and") -> str:
    """ "one, two and three"."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {last} {items[-1]}"


def count_years(years: Sequence[int]) -> str:
    """ "1994, 2005 and 2016"; of many the last ones, "and in earlier years"."""
    shown = [str(year) for year in years[-MOST_YEARS:]]
    if len(years) > MOST_YEARS:
        return f"{', '.join(shown)} and in earlier years"
    return join(shown)
