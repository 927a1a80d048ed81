"""The days that a quoted sentence means, worked out: "on Tuesday" was 15 March, and why.

A quote stays letter for letter; what no article prints stands beside it, with its derivation.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from index.date_records import TimeExpression
from index.records import Record

PRINTED = "explicit"  # the basis of a date that stands there in full
MOST = 3  # days spelled out beside one quote
Times = Callable[[str], Sequence[TimeExpression]]  # of the article with an id


class Reckoned(Record):
    """Days beside a quote, as a reader sees them, and how they follow; both None for none."""

    beside: str | None = None
    derivation: str | None = None


def reckon_days(times: Sequence[TimeExpression], start: int, end: int) -> Reckoned:
    """The days that the time expressions between two places of an article stand for.

    Only single days that are not printed in full.
    """
    found = [
        time
        for time in times
        if start <= time.start and time.end <= end and time.basis != PRINTED and _is_day(time)
    ][:MOST]
    if not found:
        return Reckoned()
    beside = "; ".join(f"{one.text}: {write_day(one.earliest)}" for one in found if one.earliest)
    why = "; ".join(f"“{one.text}”: {one.derivation}" for one in found)
    return Reckoned(beside=beside, derivation=why)


def _is_day(time: TimeExpression) -> bool:
    same = time.earliest is not None and time.earliest == time.latest
    return time.type in ("DATE", "TIME") and same


def write_day(day: date) -> str:
    """A day as answers write it: 15 March 2024."""
    return f"{day.day} {day:%B %Y}"
