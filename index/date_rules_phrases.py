"""Rules that put times together: parts of a time, times of day, what lies within what, ranges."""

from __future__ import annotations

from index.date_grammar import Level, Rule
from index.date_records import Meaning, Unit
from index.date_rules_calendar import same_year
from index.date_rules_relative import CLOCK_UNITS, beside, counted_off, lasting


def edged(e: str, t: Meaning) -> Meaning | None:
    """The start, middle or end of a time."""
    if t.duration or t.every or t.reference:
        return None
    return t.model_copy(update={"edge": e})


def part_of(t: Meaning, p: str) -> Meaning | None:
    """A part of a day."""
    if t.part or not names_day(t):
        return None
    return t.model_copy(update={"part": p})


def names_day(t: Meaning) -> bool:
    """Whether it is a day that is meant."""
    return t.day is not None or t.weekday is not None or t.unit is Unit.DAY or t.holiday is not None


def within(t: Meaning, w: Meaning) -> Meaning | None:
    """A time inside a longer one: March this year, Tuesday of next week."""
    if t.is_dated() or w.duration or w.every or w.reference:
        return None
    if w == Meaning(year=w.year) and (t.month or t.holiday or t.quarter or t.season):
        return t.model_copy(update={"year": w.year})
    return t.model_copy(update={"within": w})


def in_whole(n: Meaning, w: Meaning) -> Meaning | None:
    """One of the units or weekdays inside a longer time."""
    return None if w.duration or w.every or w.reference else n.model_copy(update={"within": w})


def from_event(a: Meaning, sign: int) -> Meaning | None:
    """So many units from an event: a length of time; in a story also counted from the date told."""
    found = counted_off(a, sign)
    if a.anchored or found is None or found.reference or found.unit in CLOCK_UNITS:
        return None
    return a.model_copy(update={"offset": found.offset, "unit": found.unit, "anchored": "event"})


def side_of(e: str, t: Meaning) -> Meaning | None:
    """The part of a time before or after the day of writing: earlier this week."""
    if t.is_dated() or names_day(t) or e == "hence":
        return t if not t.is_dated() else None
    return t.model_copy(update={"edge": "EARLIER" if e == "earlier" else "LATER"})


def nth(n: int, u: Unit, w: Meaning | None = None) -> Meaning | None:
    """The n-th unit of a longer time; quarters and halves are the calendar's own."""
    if u is Unit.QUARTER and 1 <= n <= 4:
        return (
            Meaning(quarter=n, within=w)
            if w is None or w.year is None
            else Meaning(quarter=n, year=w.year)
        )
    if u is Unit.HALF:
        return half(n, w)
    return Meaning(ordinal=n, unit=u, within=w) if w else None


def half(n: int, w: Meaning | None) -> Meaning | None:
    """A half of a year; of a decade it is no more than its edge."""
    if n not in (1, 2):
        return None
    if w and (w.decade or w.century):
        return w.model_copy(update={"edge": "START" if n == 1 else "END"})
    return Meaning(half=n, year=w.year) if w and w.year else Meaning(half=n, within=w)


PARTS = Level(
    (
        Rule("PERIOD", "{the}?{ordinal:n}{dash}?{unit:u}({of}{the}?{TIME:w})?",
             nth, "the third quarter of 2015"),
        Rule("PERIOD", "{TIME:w}{poss}{ordinal:n}{dash}?{unit:u}",
             nth, "this year's third quarter"),
        Rule("PERIOD", "{the}{YEAR:w}{ordinal:n}{unit:u}", nth, "the 2015 third quarter"),
        Rule("DAY", "{DAY:t}{part|overnight:p}", part_of, "Friday morning"),
        Rule("DAY", "{DAY:t}{edge}{part:p}", part_of, "Friday late afternoon"),
        Rule("DAY", "{part|overnight:p}{of|on|comma}?{DAY:t}",
             lambda p, t: part_of(t, p), "the night of March 3"),
        Rule("DAY", "{the}{part:p}{of}{DAY:t}", lambda p, t: part_of(t, p), "the night of March 3"),
        Rule("DAY", "{clocked:c}{comma|on}?{DAY:t}",
             lambda c, t: t.model_copy(update={"clock": c}), "5 p.m. on Friday"),
        Rule("DAY", "{DAY:t}{comma|at}?{at}?{clocked:c}",
             lambda c, t: t.model_copy(update={"clock": c}), "Friday at 5 p.m."),
        Rule("=t", "{the}?{edge:e}{dash}?{in|of}?{the}?{DAY|MONTH|YEAR|PERIOD:t}(?!{poss})",
             edged, "early March"),
        Rule("PERIOD", "{the}?{edge:e}{in|of}{the}{unit:u}",
             lambda e, u: Meaning(unit=u, offset=0, edge=e, anchored="previous"),
             "late in the year"),
        Rule("PERIOD", "{earlier|later:e}{in}{the}{unit:u}",
             lambda e, u: Meaning(unit=u, offset=0, edge="EARLIER" if e == "earlier" else "LATER",
                                  anchored="previous"), "later in the year"),
        Rule("PERIOD", "{the}?{ordinal:n}{half}({of}{the}?{TIME:w})?",
             lambda n, w: nth(n, Unit.HALF, w), "the first half of 2015"),
        Rule("PERIOD", "{the}{last}{half}{of}{the}?{TIME:w}",
             lambda w: nth(2, Unit.HALF, w), "the last half of 2015"),
        Rule("PERIOD", "{fiscal}{YEAR:t}", lambda t: t, "fiscal 2015"),
        Rule("DAY", "{the}?{edge}{dash}?{part:p}{DAY:t}",
             lambda p, t: part_of(t, p), "mid-afternoon yesterday"),
        Rule("DAY", "{the}?{edge}{dash}?{part:p}", lambda p: Meaning(part=p), "late afternoon"),
        Rule("DAY", "(?<={at|by|until|since|before|after|around|from|in}){the}?{part:p}"
             "(?!{x|name})",
             lambda p: Meaning(part=p), "by the evening"),
        Rule("DAY", "{overnight:p}", lambda p: Meaning(part=p), "overnight"),
        Rule("=m", "{MONTH|DAY:m}(?={and|or|to|dash|until}{the}?{MONTH|DAY:t})",
             same_year, "April and June 1955"),
        Rule("MONTH", "{the}?{unit:u}{of}{MONTH:t}",
             lambda u, t: t if u is Unit.MONTH else None, "the month of March"),
        Rule("MONTH", "{MONTH:t}{of|in}?{PERIOD|YEAR:w}", within, "March this year"),
        Rule("DAY", "{DAY:t}{of|in}?{PERIOD|YEAR:w}", within, "Tuesday of next week"),
        Rule("DAY", "{the}?{ordinal:d}{of}{PERIOD:w}",
             lambda d, w: Meaning(day=d, within=w) if d <= 31 and w.unit is Unit.MONTH else None,
             "the 20th of next month"),
        Rule("PERIOD", "{NTHUNIT:n}{of|in}{the}?{TIME:w}", in_whole, "the last week of March"),
        Rule("PERIOD", "{AMOUNT|SPAN:a}{after|from}{the}?{TIME:t}",
             lambda a, t: beside(a, t, 1), "two days after Christmas"),
        Rule("PERIOD", "{AMOUNT|SPAN:a}{before}{the}?{TIME:t}",
             lambda a, t: beside(a, t, -1), "two days before Christmas"),
        Rule("PERIOD", "{AMOUNT|SPAN:a}{from}{REF}",
             lambda a: counted_off(a, 1), "two weeks from now"),
        Rule("DAY", "{the}?{unit:u}{before}{the}?{TIME:t}",
             lambda u, t: beside(lasting(u), t, -1), "the day before Christmas"),
        Rule("DAY", "{the}?{unit:u}{after}{the}?{TIME:t}",
             lambda u, t: beside(lasting(u), t, 1), "the day after Christmas"),
        Rule("DAY", "(?<={on}){the}{eve}(?!{of})",
             lambda: Meaning(offset=-1, unit=Unit.DAY, anchored="previous"), "on the eve"),
        Rule("DAY", "{the}?{eve}{of}(?:{TIME:t}|{the}{TIME:w}(?!{x|name}))",
             lambda t, w: beside(lasting(Unit.DAY), t or w, -1), "on the eve of Christmas"),
        Rule("AMOUNT", "{AMOUNT:a}(?={after}{the|x|name|a})",
             lambda a: from_event(a, 1), "two days after the talks"),
        Rule("AMOUNT", "{AMOUNT:a}(?={before}{the|x|name|a})",
             lambda a: from_event(a, -1), "two days before the talks"),
        Rule("DAY", "(?<={on|by|until|since|for}){the}{ordinal:d}"
             "(?={comma|stop|break|rparen|to|and|of})",
             lambda d: Meaning(day=d) if d <= 31 else None, "on the 18th"),
        Rule("DAY", "{PERIOD:w}{dash|on|comma}?{DAY:t}",
             lambda w, t: within(t, w) if t.weekday and w.unit is Unit.WEEK else None,
             "next week Tuesday"),
        Rule("PERIOD", "{PERIOD:t}{of}?{PERIOD|YEAR:w}",
             lambda t, w: within(t, w) if t.season or t.quarter else None,
             "the summer of last year"),
        Rule("=t", "{earlier|later:e}{in}?{TIME:t}", side_of, "later this week"),
        Rule("PERIOD", "{the}?{ordinal:n}{unit:u}{of}{the}{unit:w}",
             lambda n, u, w: Meaning(ordinal=n, unit=u, within=Meaning(unit=w, offset=0)),
             "the third day of the month"),
        Rule("PERIOD", "{the}{unit:u}({starting|edge}{on}?){DAY:t}",
             lambda u, t: Meaning(offset=0, unit=u, origin=t), "the week starting March 3"),
        Rule("PERIOD", "{the}{unit:u}{of}{DAY|PERIOD:t}",
             lambda u, t: Meaning(offset=0, unit=u, origin=t), "the week of March 3"),
    ),
    passes=3,
)  # fmt: skip
