"""The days that a quoted sentence means, worked out: "on Tuesday" was 15 March, and why.

A quote stays letter for letter; what no article prints stands beside it, with its derivation.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.date_records import TimeExpression
from index.mention_when import make_when
from index.records import Record
from qa.telling.days_told import DAY_TEXT, MONTH_TEXT, tell_bare

PRINTED = "explicit"  # the basis of a date that stands there in full
MOST = 3  # days spelled out beside one quote
SINGLE = re.compile(rf"(?:from )?{DAY_TEXT}|{MONTH_TEXT}|\d{{4}}")


class Reckoned(Record):
    """Days beside a quote, as a reader sees them, and how they follow; both None for none."""

    beside: str | None = None
    derivation: str | None = None

    @property
    def in_brackets(self) -> str:
        """The days as they stand behind a quote: " (Tuesday: 15 March 2019)"; empty for none."""
        return f" ({self.beside})" if self.beside else ""


def reckon_days(times: Sequence[TimeExpression], start: int, end: int) -> Reckoned:
    """The days that the time expressions between two places of an article stand for.

    Only days, months, years and beginnings that are not printed in full.
    """
    found = [
        time
        for time in times
        if start <= time.start and time.end <= end and time.basis != PRINTED and _is_told(time)
    ][:MOST]
    if not found:
        return Reckoned()
    beside = "; ".join(f"{one.text}: {_bare(one)}" for one in found)
    why = "; ".join(why_that_day(one) for one in found)
    return Reckoned(beside=beside, derivation=why)


def why_that_day(time: TimeExpression) -> str:
    """How the days of a time expression follow, as a part of a derivation."""
    return f"“{time.text}”: {time.derivation}"


def _is_told(time: TimeExpression) -> bool:
    """Whether it stands for a day, a month or a year, and not for a longer or open stretch."""
    if time.type not in ("DATE", "TIME") or time.earliest is None:
        return False
    return bool(SINGLE.fullmatch(_bare(time)))


def _bare(time: TimeExpression) -> str:
    """Its days in words, "on" and "in" left out."""
    when = make_when(time)
    return tell_bare(when) if when else ""
