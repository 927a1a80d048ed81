"""Rules for what the calendar names: numbers, days, months, years, decades, hours."""

from __future__ import annotations

from index.date_grammar import Level, Rule
from index.date_records import Meaning, Unit

HIGHEST_HUNDRED = 21  # "nineteen ninety-six": the hundreds that are read out as years


def join_numbers(a: float, b: float) -> float | None:
    """Number words that follow each other: twenty-five, three hundred, two thousand five."""
    if b in (100, 1000) and a < b:
        return a * b
    if a >= 100 and a % 100 == 0 and b < (1000 if a >= 1000 else 100):
        return a + b
    return a + b if 20 <= a < 100 and a % 10 == 0 and 0 < b < 10 else None


def year_in_words(a: float, b: float, c: float | None = None) -> int | None:
    """The year that number words name: nineteen ninety-six."""
    if c is not None and not (b % 10 == 0 and 0 < c < 10):
        return None
    if 16 <= a <= HIGHEST_HUNDRED and 10 <= b < 100 and (c or a != 20 or b >= 10):
        return int(a * 100 + b + (c or 0))
    return None


def month_day(m: int, d: float | None = None, y: int | None = None) -> Meaning | None:
    """A day of a month, with the year where it is told."""
    if d is None or d != int(d) or not 1 <= d <= 31:
        return None
    return Meaning(month=m, day=int(d), year=y)


def with_weekday(w: int, d: Meaning, p: str | None = None) -> Meaning | None:
    """A day and its weekday; both are kept, since one bears the other out."""
    return d.model_copy(update={"weekday": w, "part": p or d.part}) if d.month or d.day else None


def plain_year(y: int) -> Meaning | None:
    """A number that reads as a year wherever it stands."""
    return Meaning(year=y) if 1900 <= y <= 2039 else None


def first_year(y: int, to: int) -> Meaning | None:
    """The first of two years that a dash joins."""
    return Meaning(year=y) if 0 <= to - y < 200 else None


def short_range(y: int, to: float) -> Meaning | None:
    """The first of two years, the second in two figures: 1995-96."""
    return Meaning(year=y) if to == int(to) and y % 100 < to < 100 and to >= 10 else None


def before_christ(n: float) -> Meaning | None:
    """A year before Christ."""
    return Meaning(year=-int(n)) if 0 < n < 5000 else None


NUMBERS = Level(
    (
        Rule("year", "{numword:a}{numword:b}{dash}?{numword:c}?",
             year_in_words, "nineteen ninety-six"),
        Rule("numword", "{numword:a}{dash}?{numword:b}", join_numbers, "twenty-five"),
        Rule("numword", "{numword:a}{and}{numword:b}",
             lambda a, b: join_numbers(a, b) if a >= 100 else None, "a hundred and five"),
        Rule("number", "{number:a}{numword:b}",
             lambda a, b: join_numbers(a, b) if b >= 100 else None, "20 hundred"),
        Rule("number", "{a}{numword:b}", lambda b: b if b in (12, 100, 1000) else None, "a dozen"),
        Rule("number", "{count:a}{and}{a}{half}", lambda a: a + 0.5, "two and a half"),
        Rule("ordinal", "{numword:a}{dash}?{ordinal:b}",
             lambda a, b: join_numbers(a, b), "twenty-first"),
    ),
    passes=3,
)  # fmt: skip

DAYS = Level(
    (
        Rule("DAY", "{month:m}{number:d}(?={dash|to|and|or}{number}{comma}{year:y})",
             month_day, "March 3-5, 2024"),
        Rule("DAY", "{month:m}{number|ordinal:d}({comma}?{year:y})?", month_day, "March 14, 2024"),
        Rule("DAY", "{month:m}{numword:d}({comma}?{year:y}|(?={stop|comma|break|poss}))",
             month_day, "March twenty-nine"),
        Rule("DAY", "{month:m}{the}{ordinal:d}({comma}?{year:y})?", month_day, "March the 3rd"),
        Rule("DAY", "{month:m}{number|ordinal:d}{comma}?{short:y}", month_day, "March 14, '87"),
        Rule("DAY", "{the}?{ordinal:d}{of}?{month:m}({comma}?{year:y})?",
             month_day, "the 3rd of March"),
        Rule("DAY", "(?<!{money}){number:d}{of}?{month:m}({comma}?{year:y})?",
             month_day, "14 March 2024"),
        Rule("DAY", "{number:d}{stop}{month:m}{year:y}", month_day, "14. March 2024"),
        Rule("DAY", "{holiday:h}({comma|of|in}?{year:y})?",
             lambda h, y: Meaning(holiday=h, year=y), "Christmas 2024"),
        Rule("PERIOD", "{quarter_:q}{dash|of|comma}?{year:y}",
             lambda q, y: Meaning(quarter=q, year=y), "Q1 2024"),
        Rule("PERIOD", "{year:y}{dash|comma}?{quarter_:q}",
             lambda q, y: Meaning(quarter=q, year=y), "2024 Q1"),
        Rule("PERIOD", "{half_:h}{dash|of|comma}?{year:y}",
             lambda h, y: Meaning(half=h, year=y) if h < 3 else None, "H1 2024"),
        Rule("PERIOD", "{year:y}{dash|comma}?{half_:h}",
             lambda h, y: Meaning(half=h, year=y) if h < 3 else None, "2024 H1"),
        Rule("PERIOD", "{quarter_:q}", lambda q: Meaning(quarter=q), "Q1"),
        Rule("DAY", "{year:y}{comma}?{month:m}{number|ordinal:d}", month_day, "2024 March 14"),
        Rule("DAY", "{month:m}{slash|dash}{number:d}({slash|dash}{year:y})?",
             month_day, "March-14"),
        Rule("MONTH", "{month:m}{of}?{comma}?{year:y}",
             lambda m, y: Meaning(month=m, year=y), "March 2024"),
        Rule("MONTH", "{month:m}{slash|dash}{year:y}",
             lambda m, y: Meaning(month=m, year=y), "Mar/2024"),
        Rule("MONTH", "{month:m}{comma}?{short:y}",
             lambda m, y: Meaning(month=m, year=y), "March '24"),
        Rule("MONTH", "{year:y}{comma}?{month:m}",
             lambda m, y: Meaning(month=m, year=y), "2024 March"),
        Rule("PERIOD", "{the}?{season:s}({of}|{comma})?{year:y}",
             lambda s, y: Meaning(season=s, year=y), "summer 1987"),
        Rule("PERIOD", "{the}?{decade:d}", lambda d: decade_of(d), "the 1990s"),
        Rule("PERIOD", "{the}?{ordinal:n}{dash}?{unit:u}(?!{bc})",
             lambda n, u: Meaning(century=n - 1) if u is Unit.CENTURY else None,
             "the 19th century"),
        Rule("PERIOD", "{the}{decadeword:d}", lambda d: decade_of(d), "the nineties"),
        Rule("YEAR", "{number|year:n}{bc}", before_christ, "218 BC"),
        Rule("YEAR", "{ad}{number|year:n}", lambda n: Meaning(year=int(n)), "AD 79"),
        Rule("YEAR", "{number|year:n}{ad}", lambda n: Meaning(year=int(n)), "79 AD"),
    )
)  # fmt: skip


def decade_of(d: int) -> Meaning:
    """A decade in figures; the wire's "'80s" is of the last century."""
    return Meaning(decade=d if d > 100 else 190 + d % 10)


def same_month(d: float, t: Meaning) -> Meaning | None:
    """A day of the month that another day names: 3 and 5 March."""
    if t.day is None or t.month is None or d != int(d) or not 1 <= d <= 31:
        return None
    return Meaning(year=t.year, month=t.month, day=int(d))


def same_year(m: Meaning, t: Meaning) -> Meaning | None:
    """A day or month with the year of the one that it is named with: April and June 1955."""
    if m.year is not None or t.year is None or m.month is None or t.month is None:
        return None
    later = (m.month, m.day or 0) > (t.month, t.day or 0)
    return m.model_copy(update={"year": t.year - later})


JOINED = Level(
    (
        Rule("DAY", "{number|ordinal:d}(?={dash|to|and|or|comma|until}{the}?{DAY:t})",
             lambda d, t: same_month(d, t) if d < (t.day or 0) else None, "3-5 March"),
        Rule("DAY", "(?<={DAY:t}{dash|to|until|and}){the}?{ordinal:d}",
             lambda t, d: same_month(d, t) if d > (t.day or 32) else None, "March 3 to 5th"),
        Rule("DAY", "(?<={DAY:t}{dash|to|until}){number:d}({comma}{year})?",
             lambda t, d: same_month(d, t) if d > (t.day or 32) else None, "March 3-5"),
        Rule("DAY", "(?<={DAY:t}{and|or}){number:d}({comma}{year}"
             ")?(?!{x|units|unit|name|money|percent})",
             lambda t, d: same_month(d, t) if d > (t.day or 32) else None, "March 3 and 5"),
    ),
    passes=2,
)  # fmt: skip

WITH_WEEKDAYS = Level(
    (
        Rule("DAY", "{weekday|shortday:w}({part:p})?{comma}?{the}?{DAY:d}",
             with_weekday, "Friday, March 15"),
        Rule("DAY", "{weekday|shortday:w}({edge}?{part:p})?{lparen}{DAY:d}{rparen}",
             with_weekday, "Friday (March 15)"),
        Rule("DAY", "{DAY:d}{lparen}{weekday:w}{rparen}", with_weekday, "March 15 (Friday)"),
        Rule("DAY", "{DAY:d}{comma}{weekday:w}(?!{DAY})", with_weekday, "March 15, Friday"),
        Rule("DAY", "{weekday:w}{the}{ordinal:d}",
             lambda w, d: Meaning(weekday=w, day=d) if d <= 31 else None, "Friday the 13th"),
    )
)  # fmt: skip

YEARS = Level(
    (
        Rule("YEAR", "(?<!{money|hash|approximate|dash|slash|colon}){year:y}(?!{percent|units})",
             plain_year, "1994"),
        Rule("YEAR", "(?<={in|since|by|until|before|after|from|edge|lparen|between|of|YEAR}"
             "){year:y}(?!{percent|units|name})",
             lambda y: Meaning(year=y), "in 1863"),
        Rule("YEAR", "{year:y}(?={dash|slash}{year:to})", first_year, "1861-1863"),
        Rule("YEAR", "(?<={dash|slash}){year:y}", plain_year, "1975/1976"),
        Rule("YEAR", "(?<={year:since}{dash}){year:y}",
             lambda since, y: first_year(since, y) and Meaning(year=y), "1861-1863"),
        Rule("YEAR", "{year:y}(?={dash|slash}{number:to})", short_range, "1995-96"),
        Rule("YEAR", "(?<={year:since}{dash|slash}){number:y}",
             lambda since, y: short_range(since, y) and Meaning(year=since // 100 * 100 + y),
             "1995-96"),
        Rule("YEAR", "(?<={year:since}{and|or|to|until}){year:y}",
             lambda since, y: first_year(since, y) and Meaning(year=y), "from 1861 to 1863"),
        Rule("YEAR", "{the}?{unit:u}({of})?{year|numword:y}",
             lambda u, y: Meaning(year=y) if u is Unit.YEAR else None, "the year 1863"),
        Rule("YEAR", "{short:y}", lambda y: Meaning(year=y), "'87"),
        Rule("YEAR", "(?<={in|since|of|by|until}){numword:y}",
             plain_year, "in two thousand and twenty"),
        Rule("MONTH", "{namemonth:m}(?={of|this|last|next|previous|following}|{dash|to|and|or}"
             "({month}|{MONTH}))",
             lambda m: Meaning(month=m), "June next year"),
        Rule("MONTH", "{plainmonth:m}", lambda m: Meaning(month=m), "September"),
        Rule("MONTH", ""
             "(?<={in|since|of|by|until|before|after|from|to|edge|last|next|this|that|each|between|and|or|MONTH|previous|following|on|for|dash|lparen}){namemonth:m}(?!{name})",
             lambda m: Meaning(month=m), "in May"),
        Rule("clocked", "{clock:c}{zone}?", lambda c: c, "5 p.m. EST"),
    )
)  # fmt: skip
