"""Dates as answers write them: "on 15 March 2024", "in March 2024", "between 3 and 5 May 2024"."""

from __future__ import annotations

import re
from calendar import month_name, monthrange
from datetime import date

from index.mention_when import NEWS
from index.records import When

DAY_TEXT = rf"\d{{1,2}} (?:{'|'.join(month_name[1:])}) \d{{4}}"
MONTH_TEXT = rf"(?:{'|'.join(month_name[1:])}) \d{{4}}"
_END = rf"(?:{DAY_TEXT}|\d{{1,2}}(?: (?:{'|'.join(month_name[1:])}))?)"
WHEN_TEXT = (  # what `tell_when` may give, as a pattern
    rf"(?:on {DAY_TEXT}|in {MONTH_TEXT}|in \d{{4}}|between {_END} and {DAY_TEXT}|"
    rf"in the week to {DAY_TEXT}|"
    rf"from {DAY_TEXT}|until {DAY_TEXT})"
)
A_WEEK = 6  # days from the first to the last


def write_day(day: date) -> str:
    """A day as answers write it: 15 March 2024."""
    return f"{day.day} {day:%B %Y}"


def tell_when(when: When) -> str:
    """A date with its preposition; empty where both ends are open."""
    first, last = when.earliest, when.latest
    if first and last and when.basis == NEWS and (last - first).days == A_WEEK:
        return f"in the week to {write_day(last)}"  # no day is told, only that it was news
    if first and last:
        return _tell_both(first, last)
    if first:
        return f"from {write_day(first)}"
    return f"until {write_day(last)}" if last else ""


def tell_bare(when: When) -> str:
    """The same without "on" and "in": 15 March 2024."""
    return re.sub(r"^(?:on|in) ", "", tell_when(when))


def _tell_both(first: date, last: date) -> str:
    if first == last:
        return f"on {write_day(first)}"
    if _is_year(first, last):
        return f"in {first.year}"
    if _is_month(first, last):
        return f"in {first:%B %Y}"
    return f"between {_short(first, last)} and {write_day(last)}"


def _short(first: date, last: date) -> str:
    """The first day without what the last one repeats."""
    if first.year != last.year:
        return write_day(first)
    return str(first.day) if first.month == last.month else f"{first.day} {first:%B}"


def _is_month(first: date, last: date) -> bool:
    same = (first.year, first.month) == (last.year, last.month)
    return same and first.day == 1 and last.day == monthrange(last.year, last.month)[1]


def _is_year(first: date, last: date) -> bool:
    return (first.month, first.day, last.month, last.day) == (1, 1, 12, 31) and (
        first.year == last.year
    )
