"""What time expressions are handed on as: what they say, where they stand, and what they resolve
to.

A `Meaning` is what the words alone say, whatever the day of writing: "on Friday (July 15)" is
weekday 5, month 7, day 15 and no year. An `Expression` is a meaning where it stands in a text. A
`TimeExpression` is an expression with its value worked out; its JSON is the contract of
docs/interface.md.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Literal, Self

from pydantic import Field, model_validator

from index.records import Record, Span


class Unit(StrEnum):
    """The units of the calendar and the clock, in the letters of ISO 8601 where it has one."""

    SECOND = "S"
    MINUTE = "TM"
    HOUR = "H"
    DAY = "D"
    WEEK = "W"
    WEEKEND = "WE"
    FORTNIGHT = "2W"
    MONTH = "M"
    QUARTER = "Q"
    HALF = "HALF"
    SEASON = "SE"
    YEAR = "Y"
    DECADE = "DE"
    CENTURY = "CE"
    MILLENNIUM = "MI"


Anchor = Literal["publication", "quote", "previous", "event"]
Tense = Literal["past", "present", "future"]
TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
Relation = Literal["since", "after", "before", "until", "by"]
Reference = Literal["PAST_REF", "PRESENT_REF", "FUTURE_REF"]


class Meaning(Record):
    """What an expression says by itself. What the words leave open is None.

    `weekday` counts from Monday, 1, to Sunday, 7 (ISO 8601). `offset` counts units (or, beside a
    weekday, month, season or holiday, these) from the anchor or from `origin`: "last week" is -1
    and WEEK, "this Friday" 0 and weekday 5. `counted` marks what is counted off ("two weeks ago")
    rather than named ("last week"). `ordinal` counts within `within` ("the second week of March";
    -1 is the last). A year before Christ is negative. `amount` is a duration's, None where it is
    open ("several days").
    """

    year: int | None = None
    decade: int | None = None  # 199: the 1990s
    century: int | None = None  # 19: the years 1900 to 1999
    month: int | None = Field(default=None, ge=1, le=12)
    day: int | None = Field(default=None, ge=1, le=31)
    weekday: int | None = Field(default=None, ge=1, le=7)
    quarter: int | None = Field(default=None, ge=1, le=4)
    half: int | None = Field(default=None, ge=1, le=2)
    season: Literal["SP", "SU", "FA", "WI"] | None = None
    holiday: str | None = None
    part: str | None = None  # of the day: MO, MI, AF, EV, NI, DT (TIMEX3)
    clock: str | None = None  # "17:00"
    edge: Literal["START", "MID", "END", "EARLIER", "LATER"] | None = (
        None  # "early March", "the end of 2015"
    )
    unit: Unit | None = None
    offset: int | None = None
    counted: bool = False
    ordinal: int | None = None
    within: Meaning | None = None
    origin: Meaning | None = None
    first: Meaning | None = None
    last: Meaning | None = None
    relation: Relation | None = None
    reference: Reference | None = None
    duration: bool = False
    amount: float | None = None
    every: bool = False
    approximate: bool = False
    ahead: bool = False  # "in two weeks": a day if the verb is of the future, else a length of time
    anchored: Literal["previous", "event"] | None = (
        None  # "the next day", "that year", "on the eve"
    )

    def counts_days(self) -> bool:
        """Whether it is a day by where it lies from the day last told: "the next day"."""
        day = self.unit is Unit.DAY or self.weekday is not None
        return day and self.anchored == "previous" and self.offset is not None and not self.edge

    def is_dated(self) -> bool:
        """Whether the words alone give a year (or a decade, a century) to count from."""
        if any(known is not None for known in (self.year, self.decade, self.century)):
            return True
        return any(of.is_dated() for of in (self.within, self.origin) if of)


class Expression(Span):
    """A time expression as it stands in a text, before any document date is known.

    `value` is the TIMEX3 value with X for what is open ("XXXX-07-15", "XXXX-WXX-5"). `tense` is
    that of the governing verb, None where the text shows none. `quoted` says that it stands in
    quoted speech, and `spoken` when that was said, where the text tells ("said on Tuesday").
    `anchor` names what it counts from, None where the words alone are enough.
    """

    text: str = Field(min_length=1)
    type: TimexType
    value: str
    meaning: Meaning
    tense: Tense | None
    quoted: bool
    spoken: Meaning | None = None
    anchor: Anchor | None

    @model_validator(mode="after")
    def _fits(self) -> Self:
        if len(self.text) != self.end - self.start:
            raise ValueError(f"text and offsets {self.start} to {self.end} differ")
        return self


class TimeExpression(Span):
    """A time expression with its value worked out, and how.

    `edtf`, `earliest` and `latest` are None for what is no date (a duration, "recently").
    `derivation` says in words how the value follows; `basis` names the kind of derivation.
    """

    text: str = Field(min_length=1)
    type: TimexType
    value: str
    edtf: str | None
    earliest: date | None
    latest: date | None
    tense: Tense | None
    basis: str
    precision: Literal["time", "day", "month", "year", "interval"] | None
    derivation: str

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.earliest and self.latest and self.latest < self.earliest:
            raise ValueError(f"{self.text}: latest {self.latest} is before {self.earliest}")
        return self
