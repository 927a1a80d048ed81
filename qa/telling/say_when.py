"""Days, months and years as a reader writes them."""

from __future__ import annotations

from index.date_words import MONTH_NAMES
from index.records import When


def say_when(when: When) -> str:
    """A period in words as far as it is known: "4 May 2019", "May 2019", "2019"."""
    first = when.earliest
    if first is None or when.precision not in ("day", "month", "year"):
        return when.edtf
    if when.precision == "day":
        return f"{first.day} {MONTH_NAMES[first.month - 1]} {first.year}"
    name = f"{MONTH_NAMES[first.month - 1]} " if when.precision == "month" else ""
    return f"{name}{first.year}"
