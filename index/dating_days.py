"""Sets of days, for the intersection of clues: a bit for each day from 1850 on."""

from __future__ import annotations

import calendar
import re
import zlib
from base64 import b85decode, b85encode
from collections.abc import Iterable
from datetime import date, timedelta
from functools import cache
from itertools import pairwise
from typing import NamedTuple, Self

FIRST = date(1850, 1, 1)  # of the days that an article may have been written on
LAST = date(2099, 12, 31)  # where no file says before when it was written
FEWEST_YEARS = 4  # between days that lie years apart: a weekday's day comes again in 5, 6 or 11
BYTES = (LAST - FIRST).days // 8 + 1
ALL = (1 << (LAST - FIRST).days + 1) - 1


class Days(NamedTuple):
    """A set of days between `FIRST` and `LAST`; days outside are left out wherever they come up."""

    bits: int

    def __repr__(self) -> str:
        return f"Days({self.size()} of {BYTES * 8})"  # Python refuses to print so long a number

    @classmethod
    def between(cls, first: date | None, last: date | None) -> Self:
        """All days from `first` to `last`, both of them in; None is an open end."""
        low = max(0, ((first or FIRST) - FIRST).days)
        high = ((last or LAST) - FIRST).days + 1
        return cls(((1 << max(0, high)) - 1) >> low << low & ALL)

    @classmethod
    def of(cls, days: Iterable[date]) -> Self:
        """The days named."""
        bits = 0
        for day in days:
            if FIRST <= day <= LAST:
                bits |= 1 << (day - FIRST).days
        return cls(bits)

    @classmethod
    def on_weekday(cls, weekday: int) -> Self:
        """Every such weekday, from Monday, 1, to Sunday, 7."""
        return cls(_every_week(weekday))

    @classmethod
    def on_day(cls, month: int, day: int) -> Self:
        """This day of this month in every year that has it."""
        return cls(_every_year(month, day))

    @classmethod
    def everywhere(cls) -> Self:
        """All days."""
        return cls(ALL)

    def common(self, other: Days) -> Days:
        """The days in both."""
        return Days(self.bits & other.bits)

    def either(self, other: Days) -> Days:
        """The days in one or both."""
        return Days(self.bits | other.bits)

    def around(self, before: int, after: int) -> Days:
        """These days, with so many days before each and after each."""
        bits, reach = self.bits, 0
        while reach < before + after:  # doubles what is covered at each step
            step = min(reach + 1, before + after - reach)
            bits |= bits << step
            reach += step
        return Days(bits >> before & ALL)

    def size(self) -> int:
        """How many days these are."""
        return self.bits.bit_count()

    def years(self) -> list[int]:
        """The years that have one of these days, in order."""
        return [year for year in range(FIRST.year, LAST.year + 1) if self.in_year(year).bits]

    def in_year(self, year: int) -> Days:
        """Those of one year."""
        return self.common(_year(year))

    def first(self) -> date:
        """The first of the days; there must be one."""
        return FIRST + timedelta(days=(self.bits & -self.bits).bit_length() - 1)

    def last(self) -> date:
        """The last of the days; there must be one."""
        return FIRST + timedelta(days=self.bits.bit_length() - 1)

    def is_span(self) -> bool:
        """Whether no day between the first and the last is missing; there must be one."""
        return (self.last() - self.first()).days + 1 == self.size()

    def runs(self) -> list[tuple[date, date]]:
        """The first and last day of each unbroken run of days."""
        written = f"{self.bits:b}"[::-1]
        runs = (match.span() for match in re.finditer("1+", written))
        return [(_day(start), _day(end - 1)) for start, end in runs]

    def pack(self) -> str:
        """The set in few letters: weekdays and yearly days repeat themselves."""
        return b85encode(zlib.compress(self.bits.to_bytes(BYTES, "little"))).decode()

    @classmethod
    def unpack(cls, packed: str) -> Self:
        """The set that was packed so."""
        return cls(int.from_bytes(zlib.decompress(b85decode(packed)), "little"))


def are_years_apart(days: Days) -> bool:
    """Whether these are single days, each of them years from the next; one alone is too."""
    gap = timedelta(days=366 * FEWEST_YEARS)
    runs = days.runs()
    return all(first == last for first, last in runs) and all(
        after[0] - before[1] > gap for before, after in pairwise(runs)
    )


def _day(number: int) -> date:
    return FIRST + timedelta(days=number)


@cache
def _every_week(weekday: int) -> int:
    bits = 1 << (weekday - FIRST.isoweekday()) % 7
    step = 7
    while step <= ALL.bit_length():
        bits |= bits << step
        step *= 2
    return bits & ALL


@cache
def _every_year(month: int, day: int) -> int:
    return Days.of(
        found
        for year in range(FIRST.year, LAST.year + 1)
        if (found := day_of(year, month, day)) is not None
    ).bits


@cache
def _year(year: int) -> Days:
    return Days.between(date(year, 1, 1), date(year, 12, 31))


def days_left(month: int) -> int:
    """Days from the first of a month to the end of the year."""
    return sum(calendar.monthrange(2001, one)[1] for one in range(month, 13)) - 1


def day_of(year: int, month: int, day: int) -> date | None:
    """That day; None where the calendar has none (29 February, 31 April, a year out of bounds)."""
    try:
        return date(year, month, day)
    except ValueError:
        return None
