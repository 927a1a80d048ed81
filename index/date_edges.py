"""The part of a longer time that is meant: its start, its end, what of it is past or to come."""

from __future__ import annotations

from datetime import date, timedelta

from index.date_arithmetic import MONTHS_OF, Stretch, months_from
from index.date_records import Meaning, Unit


def narrowed(stretch: Stretch, meaning: Meaning, day: date | None = None) -> Stretch:
    """The part of a stretch that is meant: its first or last half, its middle third, or what of
    it lies before or after the day of writing ("earlier this month").
    """
    first, last, unit = stretch
    if meaning.edge is None or unit is Unit.DAY:
        return stretch
    if meaning.edge in ("EARLIER", "LATER"):
        if day is None or not first <= day <= last:
            return stretch
        return Stretch(first, day, unit) if meaning.edge == "EARLIER" else Stretch(day, last, unit)
    half = _half(stretch)
    if meaning.edge == "START":
        return Stretch(first, half, unit)
    if meaning.edge == "END":
        return Stretch(half + timedelta(days=1), last, unit)
    third = (last - first + timedelta(days=1)) // 3
    return Stretch(first + third, last - third, unit)


def _half(stretch: Stretch) -> date:
    """The last day of the first half, at the end of a month where the months divide evenly."""
    months = MONTHS_OF.get(stretch.unit, 1)
    first = months_from(stretch.first.year, stretch.first.month, months // 2, stretch.unit)
    if months % 2 == 0 and first:
        return first.last
    return (
        stretch.first
        + ((stretch.last - stretch.first).days + 1) // 2 * timedelta(days=1)
        - timedelta(days=1)
    )
