"""The second stage over a text: each against the day of writing or the date last told."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Literal

from index.date_arithmetic import Stretch, is_finer, shift
from index.date_derive import UNDATED, basis, counts_from_told, derive, undated_basis
from index.date_edges import narrowed
from index.date_records import Expression, Meaning, TimeExpression, Unit
from index.date_resolve import Setting, locate
from index.date_values import related, stretch_edtf, stretch_value, with_time
from index.records import When

Precision = Literal["time", "day", "month", "year", "interval"]
SIDES = {"past": -1, "present": 1, "future": 1, None: 0}  # "the envoys meet on Friday": to come
FAR = (
    3  # years: a story of the day seldom tells of years further back, history prose of little else
)
FEWEST_FAR = 3  # years far back, for a text to be taken for history
PER_NEWS_WORD = 1.5  # and so many for each "on Tuesday", "today", "last week"
ASIDE = (
    5  # years: a bare year further from the date last told is an aside until another confirms it
)
STAMP = 3  # days from the day of writing: what is printed so near to it is a stamp, no history
BESIDE = 300  # characters between "at the end of the year" and the date whose year that is
REACH = 600  # characters from "the next day" back to its day: further off 5 of 12 were of another
WIDE = (Unit.DECADE, Unit.CENTURY, Unit.MILLENNIUM)
NOWHERE = Setting(date(2000, 1, 1), 0)  # for what its own words date


def resolve(expressions: Sequence[Expression], published: When | None) -> list[TimeExpression]:
    """Each expression with its value, in the order given.

    Without a day of writing only what the words or the dates told before give gets days. Where
    the day of writing is itself known within bounds only, what differs between them stays open
    between its two values.
    """
    bounds = [published.earliest, published.latest] if published else [None]
    days: list[date | None] = list(dict.fromkeys(day for day in bounds if day))
    resolved = [_resolve(expressions, day) for day in days or [None]]
    if len(resolved) == 1:
        return resolved[0]
    return [
        one if one == other or one.value == other.value else _either(one, other, expression)
        for one, other, expression in zip(*resolved, expressions, strict=True)
    ]


def _resolve(expressions: Sequence[Expression], day: date | None) -> list[TimeExpression]:
    walk = _Walk(day, is_history(expressions, day))
    return [walk.step(expression) for expression in expressions]


def _either(one: TimeExpression, other: TimeExpression, expression: Expression) -> TimeExpression:
    """The value left open between the two that the bounds of the day of writing give."""
    earliest = min(one.earliest, other.earliest) if one.earliest and other.earliest else None
    latest = max(one.latest, other.latest) if one.latest and other.latest else None
    written = f"{earliest or ''}..{latest or ''}"
    changes = {
        "value": expression.value, "earliest": earliest, "latest": latest, "precision": "interval",
        "edtf": f"[{written}]" if earliest and latest else None,
        "derivation": f"by the bounds of that day: {one.derivation}; or {other.derivation}",
    }  # fmt: skip
    return one.model_copy(update=changes)


def is_history(expressions: Iterable[Expression], day: date | None) -> bool:
    """Whether a text tells of years long past rather than of its own days.

    One that opens with a day or a month that has no year counts from its day of writing: history
    prints the year first. So 15 of 32 stories that look back far, among 700 of news, are read by
    their own day. A stamp ("May 3, 2024, 2:37 a.m.") is no such opening.
    """
    far = near = 0
    opened = day is None
    for expression in expressions:
        meaning = expression.meaning
        if not opened and _needs_a_year(meaning):
            return False
        if meaning.year is not None:
            opened = opened or not _is_stamp(meaning, day)
            far += day is None or day.year - meaning.year > FAR
        near += meaning.weekday is not None or _from_today(meaning)
    return far >= FEWEST_FAR and far > PER_NEWS_WORD * near


def _is_stamp(meaning: Meaning, day: date | None) -> bool:
    """Whether a date is printed in full and lies about the day of writing."""
    found = locate(meaning, NOWHERE) if meaning.month and meaning.day else None
    return found is not None and day is not None and abs((found.first - day).days) <= STAMP


def _needs_a_year(meaning: Meaning) -> bool:
    """Whether only a day to count from tells which year is meant: "in December", "on Tuesday"."""
    counted = meaning.duration or meaning.every or meaning.anchored or meaning.origin
    dated = meaning.within or meaning.is_dated() or counted
    return not dated and bool(meaning.month or meaning.weekday)


def _from_today(meaning: Meaning) -> bool:
    return meaning.offset is not None and meaning.anchored is None and meaning.origin is None


class _Walk:
    """What was last told, as the text goes on."""

    def __init__(self, day: date | None, narrative: bool) -> None:
        self.day = day
        self.narrative = narrative
        self.told: Stretch | None = None
        self.behind: Stretch | None = None  # the last of them that had come on the day of writing
        self.told_end = 0
        self.aside: Stretch | None = None
        self.quarter: Stretch | None = None

    def step(self, expression: Expression) -> TimeExpression:
        meaning = expression.meaning
        if self.narrative and _is_today(meaning):
            return _undated(expression.model_copy(update={"value": "PRESENT_REF"}), "vague")
        if self.narrative and self.told and meaning.anchored == "event":
            meaning = meaning.model_copy(update={"duration": False})
            expression = expression.model_copy(update={"meaning": meaning, "type": "DATE"})
        if meaning.reference or meaning.duration or meaning.every:
            return _undated(expression)
        setting = self._setting(expression)
        found = locate(meaning, setting or NOWHERE) if setting or meaning.is_dated() else None
        if found is None or self._cannot_be(expression, found, setting):
            return _undated(expression)
        resolved = _dated(expression, found, setting)
        self._tell(meaning, found)
        self.told_end = expression.end
        return resolved

    def _setting(self, expression: Expression) -> Setting | None:
        """What this expression counts from; None where nothing is known to count from."""
        side = SIDES[expression.tense]
        if self.day is None:
            return Setting(self.told.first, side, self.told, True) if self.told else None
        told = None if self._is_of_writing(expression) else self._told_for(expression)
        setting = Setting(self.day, side, told, self.narrative, quarter=self.quarter)
        spoken = expression.spoken and locate(expression.spoken, setting._replace(side=-1))
        return setting._replace(day=spoken.first, spoken=True) if spoken else setting

    def _told_for(self, expression: Expression) -> Stretch | None:
        """The date last told; of what is past none that lies ahead: "The ships sail on June 20,
        Berg said. The next day Stone denied it."
        """
        meaning = expression.meaning
        at_an_hour = bool(meaning.part or meaning.clock) and meaning.offset is None
        if expression.tense == "past" and (meaning.counts_days() or at_an_hour):
            return self.behind
        return self.told

    def _cannot_be(self, expression: Expression, found: Stretch, setting: Setting | None) -> bool:
        """Whether a day counted from one that is told has none to count from, or is told as past
        and lies ahead.
        """
        if not expression.meaning.counts_days() or self.day is None or setting is None:
            return False
        far = expression.start - self.told_end > REACH and not self.narrative
        if not setting.spoken and (setting.told is None or far):
            return True
        return expression.tense == "past" and found.first > self.day

    def _is_of_writing(self, expression: Expression) -> bool:
        """Whether "earlier in the day" is of the day of writing, for all that was told before:
        where that is no more than a year, or stands far above.
        """
        meaning, told = expression.meaning, self.told
        if told is None or not (meaning.edge and meaning.anchored and meaning.unit):
            return False
        if self.day is None or is_finer(meaning.unit, told.unit):
            return True
        if self.narrative or expression.start - self.told_end <= BESIDE:
            return False
        ahead = expression.tense == "future" or (
            expression.tense != "past" and meaning.unit is not Unit.YEAR
        )
        old = self.day.year - told.first.year > FAR
        late = meaning.edge in ("END", "LATER") and not ahead  # "late in the year, they agreed"
        return old or not late

    def _tell(self, meaning: Meaning, found: Stretch) -> None:
        """Keeps the date told, but in a story not a year mentioned aside ("a book of 2005"); and a
        century or a decade only where there is none: no month of a story is counted from it.
        """
        if found.unit in WIDE and self.told:
            return
        far = (
            self.narrative
            and found.unit is Unit.YEAR
            and self.told
            and not _close(found, self.told)
        )
        if far and (self.aside is None or not _close(found, self.aside)):
            self.aside = found
            return
        self.told, self.aside = found, None
        if self.day is None or found.first <= self.day:
            self.behind = found
        if found.unit is Unit.QUARTER and not meaning.counted:
            self.quarter = found


def _close(one: Stretch, other: Stretch) -> bool:
    return abs(one.first.year - other.first.year) <= ASIDE


def _is_today(meaning: Meaning) -> bool:
    return (
        meaning.unit is Unit.DAY
        and meaning.offset == 0
        and not (meaning.anchored or meaning.origin)
    )


def _undated(expression: Expression, why: str | None = None) -> TimeExpression:
    why = why or undated_basis(expression.meaning)
    return TimeExpression(
        start=expression.start, end=expression.end, text=expression.text, type=expression.type,
        value=expression.value, edtf=None, earliest=None, latest=None, tense=expression.tense,
        basis=why, precision=None, derivation=UNDATED[why],
    )  # fmt: skip


def _dated(expression: Expression, found: Stretch, setting: Setting | None) -> TimeExpression:
    meaning = expression.meaning
    kept = _ranged(meaning, setting) or narrowed(found, meaning, setting.day if setting else None)
    edtf = _edtf(meaning, found, kept, setting)
    earliest: date | None = kept.first
    latest: date | None = kept.last
    if meaning.relation and not meaning.first:
        edtf, earliest, latest = related(kept, edtf, meaning.relation)
    return TimeExpression(
        start=expression.start, end=expression.end, text=expression.text, type=expression.type,
        value=with_time(stretch_value(found), meaning), edtf=edtf, earliest=earliest, latest=latest,
        tense=expression.tense, basis=basis(meaning, setting),
        precision=_precision(meaning, found, earliest == latest),
        derivation=_words(meaning, found, setting),
    )  # fmt: skip


def _words(meaning: Meaning, found: Stretch, setting: Setting | None) -> str:
    told = derive(meaning, found, setting)
    if meaning.first and meaning.last:
        return f"{told}; one end of a span of time"
    return f"{meaning.relation} {told}" if meaning.relation else told


def _ranged(meaning: Meaning, setting: Setting | None) -> Stretch | None:
    """The whole span that an expression is one end of."""
    if not (meaning.first and meaning.last):
        return None
    first, last = (locate(end, setting or NOWHERE) for end in (meaning.first, meaning.last))
    if not (first and last) or last.last < first.first:
        return None
    return Stretch(first.first, last.last, Unit.DAY)


def _edtf(meaning: Meaning, found: Stretch, kept: Stretch, setting: Setting | None) -> str:
    if meaning.first or kept.unit is not found.unit:
        return stretch_edtf(kept)
    if meaning.edge and found.unit is not Unit.DAY and kept != found:
        return stretch_edtf(kept._replace(unit=Unit.DAY))
    if meaning.counted and found.unit in (Unit.WEEK, Unit.MONTH) and setting:
        return _counted_day(meaning, setting) or stretch_edtf(found)
    written = stretch_edtf(found)
    rough = meaning.approximate or (meaning.counted and found.unit is not Unit.DAY)
    return written + "~" if rough and "/" not in written else written


def _counted_day(meaning: Meaning, setting: Setting) -> str | None:
    """ "Two weeks ago", to the day, which is no more than about right."""
    told = (
        setting.told.first if setting.told and counts_from_told(meaning, setting) else setting.day
    )
    day = shift(told, meaning.offset or 0, meaning.unit or Unit.DAY)
    return f"{day.isoformat()}~" if day and meaning.origin is None else None


def _precision(meaning: Meaning, found: Stretch, one_day: bool) -> Precision:
    if meaning.relation or meaning.first:
        return "interval"
    if found.unit is Unit.DAY and one_day:
        return "time" if meaning.clock else "day"
    if meaning.edge:
        return "interval"
    return {Unit.MONTH: "month", Unit.YEAR: "year"}.get(found.unit, "interval")  # type: ignore[return-value]
