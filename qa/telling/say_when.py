"""Days, months and years as a reader writes them."""

from __future__ import annotations

from index.records import When

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip


def say_when(when: When) -> str:
    """A period in words as far as it is known: "4 May 2019", "May 2019", "2019"."""
    first = when.earliest
    if first is None or when.precision not in ("day", "month", "year"):
        return when.edtf
    if when.precision == "day":
        return f"{first.day} {MONTHS[first.month - 1]} {first.year}"
    return (
        f"{MONTHS[first.month - 1]} {first.year}" if when.precision == "month" else str(first.year)
    )
