"""Rules for what is counted: durations, times told from another, sets, vague words."""

from __future__ import annotations

from index.date_grammar import Level, Rule
from index.date_records import Meaning, Unit

CLOCK_UNITS = {Unit.SECOND, Unit.MINUTE, Unit.HOUR}


def lasting(u: Unit, n: float | None = 1) -> Meaning:
    """A duration of `n` units, None for an open number."""
    return Meaning(duration=True, unit=u, amount=n)


def amount(n: float | None, u: Unit) -> Meaning | None:
    """So many units; quarters are left out, since three quarters of a thing are no time."""
    return None if u is Unit.QUARTER else lasting(u, n)


def ahead(a: Meaning) -> Meaning | None:
    """So many units from the day of writing, if the verb is of the future: in two weeks."""
    found = counted_off(a, 1) if a.unit not in CLOCK_UNITS and a.amount else None
    return found and found.model_copy(update={"ahead": True, "amount": a.amount})


def year_end(u: Unit, e: str) -> Meaning | None:
    """The end of the year of writing: year-end."""
    return Meaning(offset=0, unit=u, edge="END") if u is Unit.YEAR and e == "END" else None


def year_before(u: Unit) -> Meaning | None:
    """The same time a year before, as an adjective: year-earlier, year-ago."""
    return counted_off(lasting(u), -1) if u is Unit.YEAR else None


def counted_off(a: Meaning, sign: int) -> Meaning | None:
    """So many units back or on from the anchor: "two weeks ago", "three days later"."""
    if not a.duration or a.unit is None:
        return None
    if a.amount is None:
        return Meaning(reference="PAST_REF" if sign < 0 else "FUTURE_REF")
    if a.unit in (Unit.FORTNIGHT,):
        return Meaning(offset=int(sign * 2 * a.amount), unit=Unit.WEEK, counted=True)
    if a.amount != int(a.amount):
        return _in_smaller_units(a, sign)
    return Meaning(
        offset=int(sign * a.amount), unit=a.unit, counted=True, approximate=a.approximate
    )


def _in_smaller_units(a: Meaning, sign: int) -> Meaning | None:
    smaller = {Unit.YEAR: (12, Unit.MONTH), Unit.WEEK: (7, Unit.DAY), Unit.DECADE: (10, Unit.YEAR)}
    if a.unit not in smaller or a.amount is None:
        return None
    times, unit = smaller[a.unit]
    return Meaning(offset=int(sign * a.amount * times), unit=unit, counted=True)


def named(n: int, u: Unit) -> Meaning:
    """A unit named by where it lies from now: last week, this month."""
    return Meaning(offset=n, unit=u)


def told_before(n: int, u: Unit) -> Meaning:
    """A unit named by where it lies from the day last told: the next day, that year."""
    return Meaning(offset=n, unit=u, anchored="previous")


def coming(u: Unit) -> Meaning:
    """The unit that comes: next week from now, but the next day from the day last told."""
    return told_before(1, u) if u is Unit.DAY else named(1, u)


def one_day(u: Unit) -> Meaning | None:
    """A day's length: within the next day."""
    return lasting(u) if u is Unit.DAY else None


def part_told(n: int, p: str) -> Meaning:
    """A part of a day named by where that lies from the day last told: the night before."""
    return told_before(n, Unit.DAY).model_copy(update={"part": p})


def each(u: Unit, n: float = 1) -> Meaning:
    """What comes again every `n` units."""
    return Meaning(every=True, unit=u, amount=n)


def earlier(a: Meaning) -> Meaning | None:
    found = counted_off(a, -1)
    return found and (
        found if found.reference else found.model_copy(update={"anchored": "previous"})
    )


def later(a: Meaning) -> Meaning | None:
    found = counted_off(a, 1)
    return found and (
        found if found.reference else found.model_copy(update={"anchored": "previous"})
    )


def beside(a: Meaning, t: Meaning, sign: int) -> Meaning | None:
    """So many units before or after another time: two days before Christmas."""
    found = counted_off(a, sign)
    return found and (None if found.reference else found.model_copy(update={"origin": t}))


def around(a: Meaning) -> Meaning:
    """A rough duration."""
    return a.model_copy(update={"approximate": True})


def vague(r: str) -> Meaning:
    """A vague time, no date."""
    return Meaning(reference=r)


SIZES = Level(
    (
        Rule("AMOUNT", "{count:n}{dash}?{more|trading|fiscal}?{dash}?{someunit:u}(?!{dash}{old})",
             amount, "three days"),
        Rule("AMOUNT", "{count}({or}|{to}|{dash}){count:n}{dash}?{more|trading}?{someunit:u}",
             amount, "two or three days"),
        Rule("AMOUNT", "{a}{half}{dash}?{unit:u}", lambda u: lasting(u, 0.5), "a half hour"),
        Rule("AMOUNT", "{half}{dash}?{a}?{dash}?{unit:u}",
             lambda u: lasting(u, 0.5), "half an hour"),
        Rule("AMOUNT", "{a|numword}{unit:u}{and}{a}{half}",
             lambda u: lasting(u, 1.5), "a year and a half"),
        Rule("AMOUNT", "{a}?{trading}?{quantity|few:n}{of}?{more|trading}?{units:u}",
             lambda n, u: amount(n if isinstance(n, int) else None, u), "several days"),
        Rule("AMOUNT", "{a}{trading}?{unit:u}", lambda u: amount(1, u), "a week"),
        Rule("YEARLY", "{a}?{unit:u}{dash}?{earlier|ago}(?={x|name|unit|ordinal})",
             lambda u: year_before(u), "year-earlier"),
        Rule("PERIOD", "{unit:u}({dash}|{poss})?{edge:e}",
             year_end,
             "year-end"),
    )
)  # fmt: skip

ROUGH = Level(
    (
        Rule("AMOUNT", "{approximate}{AMOUNT:a}", around, "about two weeks"),
        Rule("AMOUNT", "{more}{than}{AMOUNT:a}", around, "more than two weeks"),
        Rule("AMOUNT", "{at}{least}{AMOUNT:a}", around, "at least two weeks"),
        Rule("AMOUNT", "{up}{to}{AMOUNT:a}", around, "up to two weeks"),
    )
)  # fmt: skip

COUNTED = Level(
    (
        Rule("PERIOD", "{AMOUNT:a}{ago}", lambda a: counted_off(a, -1), "two weeks ago"),
        Rule("PERIOD", "{AMOUNT:a}{earlier}", earlier, "two weeks earlier"),
        Rule("PERIOD", "{AMOUNT:a}{before}(?={comma|stop|break|rparen})",
             earlier, "two weeks before"),
        Rule("PERIOD", "{AMOUNT:a}{later}", later, "two weeks later"),
        Rule("PERIOD", "{units}{ago|earlier}", lambda: vague("PAST_REF"), "weeks ago"),
        Rule("PERIOD", "{units}{later}", lambda: vague("FUTURE_REF"), "weeks later"),
        # sets
        Rule("SET", "{each}{unit:u}", each, "every week"),
        Rule("SET", "{each}{other}{unit:u}", lambda u: each(u, 2), "every other week"),
        Rule("SET", "{each}{AMOUNT:a}", lambda a: each(a.unit, a.amount or 1), "every two weeks"),
        Rule("SET", "{each}{weekday:w}", lambda w: Meaning(every=True, weekday=w), "every Friday"),
        Rule("SET", "{each}{month:m}", lambda m: Meaning(every=True, month=m), "every March"),
        Rule("SET", "{each}{part:p}", lambda p: Meaning(every=True, part=p), "every night"),
        Rule("SET", "{weekdays:w}", lambda w: Meaning(every=True, weekday=w), "Fridays"),
        Rule("SET", "{weekday:w}{parts:p}",
             lambda w, p: Meaning(every=True, weekday=w, part=p), "Friday nights"),
        Rule("SET", "{set:u}", each, "weekly"),
        # durations that lie about the day of writing, with their length
        Rule("SPAN", "{the}?{last|next|following|previous}{count:n}{trading}?{units:u}",
             lambda n, u: lasting(u, n), "the next three quarters"),
        Rule("SPAN", "{the}?{last|next|following|previous|this|that|latest|recent}{AMOUNT:a}",
             lambda a: a, "the past two weeks"),
        Rule("SPAN", "{the}?{ordinal}{AMOUNT:a}", lambda a: a, "the first nine months"),
        Rule("SPAN", "{the}{AMOUNT:a}", lambda a: a, "the nine months"),
        Rule("SPAN", "{the}?{next|following}{units:u}",
             lambda u: lasting(u, None), "the coming years"),
        Rule("SPAN", "{the}{units:u}{ahead}", lambda u: lasting(u, None), "the weeks ahead"),
        Rule("REF", "{the}?{last|recent|previous}{units}({and}{units})?",
             lambda: vague("PAST_REF"), "recent weeks"),
        Rule("REF", "{recent}(?!{unit|units})", lambda: vague("PAST_REF"), "recent"),
        Rule("REF", "{current}(?!{unit|units})", lambda: vague("PRESENT_REF"), "current"),
        Rule("REF", "{the}{last}(?={comma|stop|break|mark|rparen})",
             lambda: vague("PAST_REF"), "the past"),
        Rule("REF", "{the}?{future}",
             lambda: vague("FUTURE_REF"), "the future"),
        Rule("REF", "{this}{units}", lambda: vague("PRESENT_REF"), "these days"),
        # one of several in a longer time
        Rule("NTHUNIT", "{the}?{last}{unit:u}(?={of|in}{the}"
             "?{TIME|this|last|next|that|previous|following})",
             lambda u: Meaning(ordinal=-1, unit=u), "the last week of March"),
        Rule("NTHUNIT", "{the}?{ordinal:n}{weekday:w}(?={of|in}{the}"
             "?{TIME|this|last|next|that|previous|following|unit})",
             lambda n, w: Meaning(ordinal=n, weekday=w), "the first Friday of March"),
        Rule("NTHUNIT", "{the}?{last}{weekday:w}(?={of|in}{the}"
             "?{TIME|this|last|next|that|previous|following|unit})",
             lambda w: Meaning(ordinal=-1, weekday=w), "the last Friday of March"),
        # named from now
        Rule("PERIOD", "(?<={in}){AMOUNT:a}(?!{of|old|poss})", ahead, "in two weeks"),
        Rule("PERIOD", "{the}{unit:u}",
             lambda u: Meaning(unit=u) if u is Unit.WEEKEND else None, "over the weekend"),
        Rule("PERIOD", "{the}?{this|current}{fiscal|trading}?{unit:u}",
             lambda u: named(0, u), "this week"),
        Rule("PERIOD", "{the}?{last}{unit:u}",  # "at the last minute" is late
             lambda u: None if u in CLOCK_UNITS - {Unit.HOUR} else named(-1, u), "last week"),
        Rule("PERIOD", "{the}{latest}{fiscal}?{unit:u}",
             lambda u: Meaning(unit=u, offset=-1) if u in (Unit.QUARTER, Unit.YEAR) else None,
             "the latest quarter"),
        Rule("PERIOD", "{the}{YEARLY:y}{ordinal:n}{unit:u}",
             lambda y, n, u: quarter_before(n, u),
             "the year-ago third quarter"),
        Rule("PERIOD", "{the}{YEARLY:y}{unit}", lambda y: y, "the year-ago quarter"),
        Rule("PERIOD", "{YEARLY:y}", lambda y: y, "year-earlier"),
        Rule("PERIOD", "(?<={in|during|for}){the}{unit:u}",
             lambda u: Meaning(unit=u) if u is Unit.QUARTER else None, "for the quarter"),
        Rule("SPAN", "(?<={in|within|for|approximate}){the}{next}{unit:u}", one_day, "next day"),
        Rule("SPAN", "{the}?{next}{unit:u}(?={or}{count|a})", one_day, "the next day or two"),
        Rule("PERIOD", "{the}?{next}{unit:u}", lambda u: coming(u), "next week"),
        Rule("PERIOD", "{the}?{that}+{unit:u}", lambda u: told_before(0, u), "that week"),
        Rule("PERIOD", "{the}?{previous}{unit:u}",
             lambda u: told_before(-1, u), "the previous week"),
        Rule("PERIOD", "{the}{following}{unit:u}",
             lambda u: told_before(1, u), "the following week"),
        Rule("PERIOD", "{the}{unit:u}{before|earlier}"
             "(?!{TIME|last|next|this|the|that|weekday|deictic})",
             lambda u: told_before(-1, u), "the week before"),
        Rule("PERIOD", "{the}{unit:u}{after}(?={comma|stop|break|rparen})",
             lambda u: told_before(1, u), "the week after"),
        Rule("DAY", "{deictic:n}", lambda n: named(n, Unit.DAY), "yesterday"),
        Rule("DAY", "{tonight}", lambda: Meaning(offset=0, unit=Unit.DAY, part="NI"), "tonight"),
        Rule("DAY", "{the}?{unit}{before}{deictic:n}",
             lambda n: named(n - 1, Unit.DAY), "the day before yesterday"),
        Rule("DAY", "{the}?{unit}{after}{deictic:n}",
             lambda n: named(n + 1, Unit.DAY), "the day after tomorrow"),
        Rule("DAY", "{this}{part:p}",
             lambda p: Meaning(offset=0, unit=Unit.DAY, part=p), "this morning"),
        Rule("DAY", "{last}{part:p}",
             lambda p: Meaning(offset=-1, unit=Unit.DAY, part=p), "last night"),
        Rule("DAY", "{the}?{that}+{part:p}", lambda p: part_told(0, p), "that same night"),
        Rule("DAY", "{the}?{next|following}{part:p}", lambda p: part_told(1, p), "next morning"),
        Rule("DAY", "{the}{part:p}{after}(?={comma|stop|break|rparen})",
             lambda p: part_told(1, p), "the morning after"),
        Rule("DAY", "{the}?{previous}{part:p}", lambda p: part_told(-1, p), "previous evening"),
        Rule("DAY", "{the}{part:p}{before}"
             "(?!{TIME|last|next|this|the|that|weekday|deictic})",
             lambda p: part_told(-1, p), "the night before"),
        Rule("DAY", "{this}{weekday|shortday:w}",
             lambda w: Meaning(weekday=w, offset=0), "this Friday"),
        Rule("DAY", "{the}?{last}{weekday|shortday:w}",
             lambda w: Meaning(weekday=w, offset=-1), "last Friday"),
        Rule("DAY", "{the}?{next}{weekday|shortday:w}",
             lambda w: Meaning(weekday=w, offset=1), "next Friday"),
        Rule("DAY", "{the}?{previous}{weekday:w}",
             lambda w: Meaning(weekday=w, offset=-1, anchored="previous"), "the previous Friday"),
        Rule("DAY", "{the}?{following}{weekday:w}(?!{poss})",
             lambda w: Meaning(weekday=w, offset=1, anchored="previous"), "the following Friday"),
        Rule("DAY", "{weekday:w}", lambda w: Meaning(weekday=w), "Friday"),
        Rule("DAY", "(?<={on|by|until|since|from}){shortday:w}",
             lambda w: Meaning(weekday=w), "on Fri."),
        Rule("DAY", "{this}{DAY:m}",
             lambda m: moved(m, 0) if m.holiday else None, "this Christmas"),
        Rule("DAY", "{last}{DAY:m}",
             lambda m: moved(m, -1) if m.holiday else None, "last Christmas"),
        Rule("DAY", "{next}{DAY:m}",
             lambda m: moved(m, 1) if m.holiday else None, "next Christmas"),
        Rule("MONTH", "{this}{MONTH|month:m}", lambda m: moved(m, 0), "this March"),
        Rule("MONTH", "{last}{MONTH|month:m}", lambda m: moved(m, -1), "last March"),
        Rule("MONTH", "{next}{MONTH|month:m}", lambda m: moved(m, 1), "next March"),
        Rule("PERIOD", "{this}{season:s}", lambda s: Meaning(season=s, offset=0), "this summer"),
        Rule("PERIOD", "{the}?{last|previous}{season:s}",
             lambda s: Meaning(season=s, offset=-1), "last summer"),
        Rule("PERIOD", "{the}?{next|following}{season:s}",
             lambda s: Meaning(season=s, offset=1), "next summer"),
        Rule("PERIOD", "{the}{season:s}(?!{of})", lambda s: Meaning(season=s), "the summer"),
        Rule("PERIOD", "(?<={in|of|by|for|since|until|after|before|this|that|edge|and}){season:s}"
             "(?!{of|x})",
             lambda s: Meaning(season=s), "in summer"),
        Rule("PERIOD", "{that}+{season:s}",
             lambda s: Meaning(season=s, anchored="previous"), "that same summer"),
        Rule("SPAN", "(?<={in|for|of|after}){units:u}(?!{x|old})",
             lambda u: lasting(u, None), "for weeks"),
        Rule("REF", "{reference:r}", vague, "recently"),
    )
)  # fmt: skip


def moved(m: Meaning | int, n: int) -> Meaning | None:
    """A month or feast named by which of them it is: last March."""
    if isinstance(m, int):
        return Meaning(month=m, offset=n)
    return m.model_copy(update={"offset": n}) if m.year is None else None


def quarter_before(n: int, u: Unit) -> Meaning | None:
    """A quarter of the year before: the year-ago third quarter."""
    if u is not Unit.QUARTER or not 1 <= n <= 4:
        return None
    return Meaning(quarter=n, within=Meaning(offset=-1, unit=Unit.YEAR))
