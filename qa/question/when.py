"""When, as a question says it: the period of a meeting, what it was before or after, as of when."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from index.cues import MONTHS
from index.date_arithmetic import shift as shift_day
from index.date_quotes import find_quotes
from index.date_records import Expression, Meaning, TimeExpression
from index.dates import find_expressions, resolve
from index.dating import day_when
from index.records import Record, When
from qa.question.when_cues import (
    AS_OF,
    BRACKETED,
    EXPLICIT_AS_OF,
    FROM_ANOTHER,
    MONTH_ALONE,
    OPEN_YEAR,
    STOOD,
    STOOD_BY,
    STRETCH,
)
from qa.telling.say_when import say_when

BASIS = "question"


class Times(Record):
    """What a question says of time, and the stretches of its text that say it.

    `period`, `before`, `after` and `weekday` as in `About`; `as_of` is the last day that counts.
    """

    period: When | None = None
    before: When | None = None
    after: When | None = None
    as_of: date | None = None
    weekday: int | None = None
    spans: tuple[tuple[int, int], ...] = ()


def read_times(text: str, asked_on: date) -> Times:
    """What a question says of time; "last week" counts from the day that it is asked on."""
    quotes = find_quotes(text)  # "“today”" is a word of the report
    expressions = [one for one in find_expressions(text)
                   if (_is_day(text, one) or _is_stretch(one))
                   and not any(a <= one.start < b for a, b in quotes)]  # fmt: skip
    dated = list(_resolve_all(expressions, asked_on))
    times = Times(spans=tuple((one.start, one.end) for one in expressions))
    for one, when in dated:
        if is_bare_weekday(one):
            times = times.model_copy(update={"weekday": one.meaning.weekday})
        elif when is not None and not BRACKETED.search(text[: one.start]):
            times = _take(times, text, one, when)
    return _with_bare_month(times, text)


def _counted_from_now(one: Expression) -> Expression:
    """The same as from a day that is given: "the next day" is not from the day told before it."""
    meaning = one.meaning.model_copy(update={"anchored": None})
    return one.model_copy(update={"meaning": meaning})


def _resolve_all(
    expressions: Sequence[Expression], asked_on: date
) -> Iterator[tuple[Expression, When | None]]:
    """Each expression with its days; "the next day" and "on the eve" count from the day that the
    question names before them.
    """
    named: date | None = None
    for one in expressions:
        beside = named and FROM_ANOTHER.match(one.text)
        if one.meaning.anchored and not beside:
            continue
        counted = _counted_from_now(one) if beside else one
        when = _resolve(counted, named if named and beside else asked_on)
        yield one, when
        if not beside and when and when.earliest and when.earliest == when.latest:
            named = when.earliest


def is_bare_weekday(one: Expression) -> bool:
    """Whether an expression is a weekday and no more: "on Friday" is one of many, as reports write
    it; "last Friday" and "Friday, 3 May" are a day.
    """
    said = one.meaning
    bare = Meaning(weekday=said.weekday, part=said.part, clock=said.clock)
    return said.weekday is not None and said == bare


def may_be_in(when: When | None, period: When) -> bool:
    """Whether something may lie in a period, one without a year ("XXXX-07-15") among them."""
    if when is None:
        return False
    open_year = OPEN_YEAR.match(period.edtf)
    if open_year:
        return _in_open_year(when, int(open_year["month"]), open_year["day"])
    late = period.latest and when.earliest and when.earliest > period.latest
    early = period.earliest and when.latest and when.latest < period.earliest
    return not late and not early


def _in_open_year(when: When, month: int, day: str | None) -> bool:
    if when.earliest is None or when.latest is None:
        return False
    days = min((when.latest - when.earliest).days, 366)
    some = (when.earliest + timedelta(days=n) for n in range(days + 1))
    return any(d.month == month and (day is None or d.day == int(day)) for d in some)


def interval(first: date | None, last: date | None, derivation: str) -> When:
    """A `When` of these days, both in it; None is an open end."""
    if first and first == last:
        return day_when(first, BASIS, derivation)
    edtf = f"{first or '..'}/{last or '..'}"
    return When(
        edtf=edtf, earliest=first, latest=last, precision="interval", basis=BASIS,
        derivation=derivation,
    )  # fmt: skip


def shift(when: When, word: str, unit: str) -> When | None:
    """The day, week, month or year before or after another: "and the week before?"."""
    anchor = when.earliest if word in ("before", "earlier", "previous") else when.latest
    if anchor is None:
        return None
    ago = "before" if word in ("before", "earlier", "previous") else "after"
    phrase = f"the previous {unit}" if ago == "before" else f"the following {unit}"
    told = f"the {unit} {ago} {when.edtf}"
    step = -1 if ago == "before" else 1
    if unit == "day":
        return day_when(anchor + timedelta(days=step), BASIS, told)
    if unit in ("week", "weekend"):
        monday = anchor - timedelta(days=anchor.weekday()) + timedelta(weeks=step)
        return interval(monday, monday + timedelta(days=6), told)
    return _calendar(anchor, step, unit, phrase)


def _calendar(anchor: date, step: int, unit: str, told: str) -> When | None:
    from index.dating import month_when, year_when

    if unit == "year":
        return year_when(anchor.year + step, BASIS, told)
    if unit == "month":
        count = anchor.year * 12 + anchor.month - 1 + step
        return month_when(count // 12, count % 12 + 1, BASIS, told)
    return None


def _is_day(text: str, one: Expression) -> bool:
    """Whether an expression names days; part of a hyphened name ("Mar-a-Cala") does not."""
    hyphened = re.match(r"-[^\W\d]", text[one.end :]) is not None and one.text.isalpha()
    return one.type in ("DATE", "TIME") and not hyphened


def _is_stretch(one: Expression) -> bool:
    """Whether an expression is a number of days from the question's own: "the next two weeks"."""
    return one.type == "DURATION" and STRETCH.match(one.text) is not None


def _stretch(one: Expression, asked_on: date) -> When | None:
    """The days of such a stretch, the question's own among them."""
    match, unit = STRETCH.match(one.text), one.meaning.unit
    if match is None or unit is None or not one.meaning.amount:
        return None
    ahead = match["way"].lower() in ("next", "coming", "following")
    end = shift_day(asked_on, round(one.meaning.amount) * (1 if ahead else -1), unit)
    first, last = sorted((asked_on, end or asked_on))
    return interval(first, last, f"{one.text}, counted from the day of the question")


def _with_bare_month(times: Times, text: str) -> Times:
    """The times with a month that is named alone: "the March talks"."""
    match = next((m for m in MONTH_ALONE.finditer(text) if not _covered(m, times.spans)), None)
    if match is None:
        return times
    spans = (*times.spans, match.span("month"))
    month = _open_year(MONTHS[match["month"].lower()], None)
    return times.model_copy(update={"spans": spans, "period": times.period or month})


def _covered(match: re.Match[str], spans: Sequence[tuple[int, int]]) -> bool:
    return any(start < match.end("month") and match.start("month") < end for start, end in spans)


def _take(times: Times, text: str, one: Expression, when: When) -> Times:
    """The times with one more expression taken in."""
    relation = one.meaning.relation
    lead, rest = text[: one.start], text[one.end :]
    if _is_as_of(lead, rest) and when.latest:
        return times.model_copy(update={"as_of": when.latest})
    if relation in ("before", "after") and not _event_follows(rest):
        return times.model_copy(update={relation: when})
    if times.period is None:
        return times.model_copy(update={"period": when})
    if when.edtf == times.period.edtf:
        return times
    return times.model_copy(update={"period": _narrower(times.period, when)})


def _is_as_of(lead: str, rest: str) -> bool:
    if EXPLICIT_AS_OF.search(lead[-24:]):
        return True
    if STOOD_BY.match(lead):
        return True
    return AS_OF.search(lead) is not None and STOOD.match(rest) is not None


def _event_follows(rest: str) -> bool:
    """Whether a day only names an event: "after the May 2019 talks"."""
    return (
        re.match(r" (?:talks|meetings?|visits?|summits?|calls?|trips?|rounds?)\b", rest) is not None
    )


def _narrower(one: When, other: When) -> When:
    """Of two periods the one that lies in the other ("in 2019, in May"), else both ends."""
    if one.earliest and one.latest and other.earliest and other.latest:
        if one.earliest <= other.earliest and other.latest <= one.latest:
            return other
        if other.earliest <= one.earliest and one.latest <= other.latest:
            return one
        first, last = min(one.earliest, other.earliest), max(one.latest, other.latest)
        sooner, later = sorted((one, other), key=lambda when: str(when.earliest))
        return interval(first, last, f"from {sooner.edtf} to {later.edtf}")
    return one


def _resolve(one: Expression, asked_on: date) -> When | None:
    """The days of an expression; "before" and "after" it are left to the question."""
    if _is_stretch(one):
        return _stretch(one, asked_on)
    bare = one
    if one.meaning.relation in ("before", "after"):
        bare = one.model_copy(update={"meaning": one.meaning.model_copy(update={"relation": None})})
    found = resolve([bare], day_when(asked_on, BASIS, "the day of the question"))
    return _without_year(one) or (_when(found[0]) if found else None)


def _without_year(one: Expression) -> When | None:
    """A month or a day of one that no year is told for: any year's."""
    meaning = one.meaning
    if meaning.month is None or meaning.is_dated() or meaning.offset is not None or meaning.origin:
        return None
    if meaning.first or meaning.within or meaning.ordinal:
        return None
    return _open_year(meaning.month, meaning.day)


def _open_year(month: int, day: int | None) -> When:
    return When(
        edtf=f"XXXX-{month:02}" + (f"-{day:02}" if day else ""),
        earliest=None, latest=None, precision="set",
        basis=BASIS, derivation="the question tells no year",
    )  # fmt: skip


def _when(one: TimeExpression) -> When | None:
    if one.edtf is None or (one.earliest is None and one.latest is None):
        return None
    precision = "day" if one.precision == "time" else one.precision or "interval"
    return When(
        edtf=one.edtf, earliest=one.earliest, latest=one.latest, precision=precision,
        basis=BASIS, derivation=one.derivation,
    )  # fmt: skip


def move_day(text: str, asked_on: date, old: When, new: When) -> str:
    """A question with a day, month or year that it names put in another's place."""
    for one in find_expressions(text):
        when = _resolve(one, asked_on) if one.type == "DATE" else None
        if when and when.edtf == old.edtf:
            return f"{text[: one.start]}{say_when(new)}{text[one.end :]}"
    return text


def days_of(texts: Sequence[str], asked_on: date) -> list[When]:
    """The days, months and years that texts name, in order; a time of day alone names none."""
    return [
        when
        for text in texts
        for one in find_expressions(text)
        if one.type in ("DATE", "TIME")
        and not _is_of_any_day(one)
        and (when := _resolve(one, asked_on))
    ]


def _is_of_any_day(one: Expression) -> bool:
    """Whether an expression is a time of day and no more: "in the late afternoon", "at noon"."""
    said = one.meaning
    return one.type == "TIME" and said == Meaning(part=said.part, clock=said.clock, edge=said.edge)
