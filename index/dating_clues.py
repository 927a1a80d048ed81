"""What an article's own text tells of the day it was written, clue by clue, each as a set of days.

A hard clue cannot be otherwise unless there is a misprint. A soft one holds as a rule of the
trade. A near one tells the day but never the year: it narrows what the others leave of a year.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Literal, NamedTuple

from index.articles import find_datelines
from index.date_records import Expression, Meaning, Unit
from index.date_words import WEEKDAY_NAMES
from index.dates import find_expressions
from index.dating_cues import (
    IN_THE_TIME,
    LIES_BEHIND,
    MAY_LIE_AHEAD,
    NAMED_BY_DAY,
    OLD_PICTURE,
    WRITTEN_ON_IT,
)
from index.dating_days import LAST, Days, day_of, days_left
from index.dating_masthead import read_masthead
from index.dating_named import HALF_A_YEAR, NAMED_WEEKDAY, find_days
from index.dating_words import count_years, say_day, say_month_day
from index.records import Article, When, ZoneKind

LONGEST_READ = 30_000  # code points: what a longer text says last bounds nothing more
AROUND = (
    80  # code points before an expression, half of it behind: what further off bears less on it
)
LONGEST_LEAD = 500  # code points of the first paragraph
FRESH = 2  # days that the news of a lead is old at most: 160 of 165 leads of dated wire stories
SECTIONS = 2  # datelines of so many days head the parts of a letter: none is the story's own day
TELLING_ZONES = frozenset(
    {ZoneKind.BODY, ZoneKind.HEADLINE, ZoneKind.SUBHEAD, ZoneKind.OTHER_OUTLET}
)
SENTENCE_BREAK = re.compile(r"[.!?]['”\"»)]*\s+(?=[\"“«(]?[A-Z])|\n\s*\n")

Weight = Literal["hard", "soft", "near"]


class Clue(NamedTuple):
    """A set of days on one of which the article was written, and why, in words."""

    days: Days
    weight: Weight
    words: str


class Told(NamedTuple):
    """A time expression, the kind of its zone, and its sentence before and after it."""

    expression: Expression
    zone: ZoneKind
    before: str
    after: str

    def has(self, pattern: re.Pattern[str]) -> bool:
        """Whether the words around it hold a pattern."""
        return bool(pattern.search(self.before) or pattern.search(self.after))


def find_clues(article: Article, written_by: date | None = None) -> list[Clue]:
    """All that the text tells of its day; `written_by` is the age of its file, an upper bound."""
    told = list(_read(article))
    lead = [one for one in told if _in_lead(article, one)]
    clues = [
        *_from_metadata(article.dated),
        *_from_dateline(article),
        *(clue for one in told for clue in _from_pair(one, written_by or LAST)),
        *_latest_floor(told),
        *_from_captions(told, lead),
        *(Clue(one.days, "soft", one.words) for one in read_masthead(article)),
        *_written_on(article),
        *_from_file(written_by),
        *_this_year(told),
        *_from_lead(lead),
        *_between_weekdays(told),
    ]
    return list({clue.words: clue for clue in clues}.values())


def with_lead(article: Article, days: Days, since: int = 0) -> Days:
    """Of days in the calendar, one a year, those on the weekday that the lead tells of as past (a
    wire tells of its own day) or so many days `since`; all where it tells of none, or of several.
    """
    if any(first != last for first, last in days.runs()):
        return days
    lead = (one for one in _read(article) if _in_lead(article, one))
    past = {w for one in lead if one.expression.tense == "past" and (w := _bare_weekday(one))}
    return days.common(Days.on_weekday(past.pop()).around(0, since)) if len(past) == 1 else days


def _from_file(written_by: date | None) -> Iterator[Clue]:
    if written_by:
        words = f"by the age of its file not after {say_day(written_by)}"
        yield Clue(Days.between(None, written_by), "hard", words)


def _from_metadata(dated: When | None) -> Iterator[Clue]:
    """A month or a year that the article's metadata gives."""
    if dated:
        yield Clue(Days.between(dated.earliest, dated.latest), "hard", dated.derivation)


def _from_dateline(article: Article) -> Iterator[Clue]:
    """The day and month, or the weekday, that the dateline prints without a year."""
    zones = find_datelines(article.text, article.zones)
    datelines = [" ".join(article.text[zone.start : zone.end].split()) for zone in zones]
    days = {(day.month, day.day) for dateline in datelines for day in find_days(dateline)}
    for dateline in datelines[:1] if len(days) < SECTIONS else ():
        for day in find_days(dateline):
            if day.year is None:
                words = f"the dateline prints “{day.text}” and no year"
                yield Clue(Days.on_day(day.month, day.day), "hard", words)
        weekday = NAMED_WEEKDAY.search(dateline)
        if weekday:
            words = f"the dateline names a {weekday[0]}"
            yield Clue(Days.on_weekday(WEEKDAY_NAMES.index(weekday[0]) + 1), "hard", words)


def _from_pair(told: Told, until: date) -> Iterator[Clue]:
    """A weekday with day and month tells the years; a newspaper leaves out its own."""
    meaning = told.expression.meaning
    if not (meaning.weekday and meaning.month and meaning.day) or meaning.is_dated():
        return
    month, day, weekday = meaning.month, meaning.day, meaning.weekday
    fitting = Days.on_day(month, day).common(Days.on_weekday(weekday))
    fitting = fitting.common(Days.between(None, date(until.year, 12, 31)))
    name = WEEKDAY_NAMES[weekday - 1]
    words = f"“{told.expression.text}”: {say_month_day(month, day)} is a {name} in"
    years = count_years(fitting.years())
    yield Clue(fitting.around(HALF_A_YEAR, HALF_A_YEAR), "hard", f"{words} {years}")


def _latest_floor(told: Sequence[Told]) -> Iterator[Clue]:
    """Of what is told as past with its year, the latest: the article was not written before it."""
    floors = [(day, one) for one in told if (day := _floor(one))]
    if floors:
        day, one = max(floors, key=lambda each: each[0])
        where = "a caption" if one.zone is ZoneKind.CAPTION else "the text"
        words = f"{where} tells of “{one.expression.text}” as past, so not before {say_day(day)}"
        yield Clue(Days.between(day, None), "hard", words)


def _floor(told: Told) -> date | None:
    """The first day on which what it names may be past; None where that may be to come.

    A bare year is none, but for "since 2014": 7 of 188 that read like the past lay ahead.
    """
    meaning = told.expression.meaning
    if meaning.year is None or meaning.first or meaning.duration or meaning.every:
        return None
    if told.expression.tense == "future" or meaning.relation in ("until", "by", "before"):
        return None
    if told.zone not in TELLING_ZONES | {ZoneKind.CAPTION} or told.has(MAY_LIE_AHEAD):
        return None
    if meaning.relation != "since" and (meaning.month is None or not _is_past(told)):
        return None
    return day_of(meaning.year, meaning.month or 1, meaning.day or 1)


def _is_past(told: Told) -> bool:
    """Whether the words around a date tell of it as past; a list of days to come tells nothing."""
    if told.zone is ZoneKind.CAPTION or (
        told.expression.meaning.day and NAMED_BY_DAY.search(told.before)
    ):
        return True
    return bool(IN_THE_TIME.search(told.before)) and told.has(LIES_BEHIND)


def _from_captions(told: Sequence[Told], lead: Sequence[Told]) -> Iterator[Clue]:
    """A caption of the weekday that the lead tells of as past: picture and news are of one day."""
    weekday = _past_weekday(lead)
    for one in told:
        meaning = one.expression.meaning
        if one.zone is not ZoneKind.CAPTION or one.has(OLD_PICTURE):
            continue
        day = _full_day(meaning)
        if day and weekday and day.isoweekday() == weekday:
            words = (
                f"a caption is of {say_day(day)}, a {WEEKDAY_NAMES[weekday - 1]}, "
                f"and the news is of that {WEEKDAY_NAMES[weekday - 1]}"
            )
            yield Clue(Days.of([day]).around(0, FRESH), "soft", words)


def _written_on(article: Article) -> Iterator[Clue]:
    """ "Later on Thursday" is written on that Thursday."""
    kinds = [zone for zone in article.zones if zone.kind in (ZoneKind.BODY, ZoneKind.SUBHEAD)]
    for zone in kinds:
        found = WRITTEN_ON_IT.search(article.text, zone.start, zone.end)
        if found:
            words = f"“{found[0]}” is said on that day itself"
            yield Clue(Days.on_weekday(WEEKDAY_NAMES.index(found["weekday"]) + 1), "hard", words)
            return


def _this_year(told: Sequence[Told]) -> Iterator[Clue]:
    """ "In March this year", told as past, is written in March or later in the year."""
    for one in told:
        meaning, within = one.expression.meaning, one.expression.meaning.within
        if not (meaning.month and within and within.unit is Unit.YEAR and within.offset == 0):
            continue
        if one.expression.tense != "past" or one.has(MAY_LIE_AHEAD):
            continue
        days = [Days.on_day(12, 31).around(days_left(meaning.month), 0)]
        words = f"“{one.expression.text}” is told as past, so it was written later in that year"
        yield Clue(days[0], "near", words)


def _from_lead(lead: Sequence[Told]) -> Iterator[Clue]:
    """The day that the first paragraph tells of: its news is two days old at most."""
    weekday = _past_weekday(lead)
    if weekday:
        days = Days.on_weekday(weekday).around(0, FRESH)
        name = WEEKDAY_NAMES[weekday - 1]
        yield Clue(days, "near", f"the lead tells of {name}, and such news is of two days at most")
    for one in lead:
        meaning, tense = one.expression.meaning, one.expression.tense
        if not (meaning.month and meaning.day) or meaning.is_dated() or meaning.within:
            continue
        named = Days.on_day(meaning.month, meaning.day)
        if tense == "past":
            words = f"the lead tells of {one.expression.text} as past, and such news is fresh"
            yield Clue(named.around(0, FRESH), "near", words)
        elif tense == "future":
            words = f"the lead tells of {one.expression.text} as still to come"
            yield Clue(named.around(HALF_A_YEAR, -1), "near", words)


def _between_weekdays(told: Sequence[Told]) -> Iterator[Clue]:
    """Weekdays told as past and others as to come: it was written between the two."""
    sides = {w: one.expression.tense for one in told if (w := _bare_weekday(one))}
    both = [one for one in told if (w := _bare_weekday(one)) and sides[w] != one.expression.tense]
    ring = [weekday for weekday in range(1, 8) if sides.get(weekday) in ("past", "future")]
    turns = [n for n in range(len(ring)) if sides[ring[n]] != sides[ring[n - 1]]]
    if both or len(turns) != 2:  # told on both sides, or in no order: says nothing
        return
    to_come = next(ring[n] for n in turns if sides[ring[n]] == "future")
    past = next(ring[n - 1] for n in turns if sides[ring[n]] == "future")
    days = Days.on_weekday(past).around(0, (to_come - past) % 7)
    words = f"{WEEKDAY_NAMES[past - 1]} is told as past and {WEEKDAY_NAMES[to_come - 1]} as to come"
    yield Clue(days, "near", words)


def _past_weekday(lead: Sequence[Told]) -> int | None:
    """The weekday that the lead tells of first, where it tells of it as past."""
    weekdays = ((_bare_weekday(one), one.expression.tense) for one in lead)
    weekday, tense = next(((w, tense) for w, tense in weekdays if w), (None, None))
    return weekday if tense == "past" else None


def _bare_weekday(told: Told) -> int | None:
    """A weekday that stands alone, outside quoted speech, in the story itself."""
    expression, meaning = told.expression, told.expression.meaning
    alone = expression.anchor == "publication" and meaning.month is None
    if (
        not alone
        or expression.quoted
        or told.zone not in TELLING_ZONES
        or meaning.offset is not None
    ):
        return None
    if told.zone is ZoneKind.OTHER_OUTLET or meaning.within or meaning.origin or meaning.first:
        return None
    return meaning.weekday


def _full_day(meaning: Meaning) -> date | None:
    if meaning.year and meaning.month and meaning.day:
        return day_of(meaning.year, meaning.month, meaning.day)
    return None


def _read(article: Article) -> Iterator[Told]:
    text = article.text[:LONGEST_READ]
    cuts = [0, *(match.end() for match in SENTENCE_BREAK.finditer(text)), len(text)]
    for one in find_expressions(text):
        zones = (zone for zone in article.zones if zone.start <= one.start < zone.end)
        zone = next(zones, None)
        kind = zone.kind if zone else ZoneKind.BOILERPLATE
        cut = cuts[bisect_right(cuts, one.start, 0, len(cuts) - 1) - 1]
        start = max(cut, one.start - AROUND, zone.start if zone else 0)
        end = min(cuts[bisect_left(cuts, one.end)], one.end + AROUND // 2)
        yield Told(one, kind, text[start : one.start], text[one.end : end])


def _in_lead(article: Article, told: Told) -> bool:
    bodies = (zone for zone in article.zones if zone.kind is ZoneKind.BODY)
    lead = next(bodies, None)
    if lead is None or told.expression.quoted:
        return False
    return lead.start <= told.expression.start < min(lead.end, lead.start + LONGEST_LEAD)
