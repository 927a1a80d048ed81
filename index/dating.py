"""The day an article was written, as far as its metadata, its address or a full dateline says.

Parts that are not printed are never filled in: a dateline without a year gives no date here.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime
from itertools import zip_longest
from typing import Literal

from index.cues import DAY, MONTH, MONTHS, YEAR
from index.records import Article, DateCandidate, When

FIGURES = tuple(  # days in figures that read one way only: 03/04/2021 does not
    re.compile(pattern)
    for pattern in (
        rf"(?P<year>{YEAR})-(?P<month>\d\d)(?:-(?P<day>\d\d))?(?!\d)",  # "2016-07-14T10:00Z"
        # "2016/7/14"
        rf"(?P<year>{YEAR})(?P<sep>[-/.])(?P<month>\d\d?)(?P=sep)(?P<day>\d\d?)(?!\d)",
        rf"(?P<year>{YEAR})(?P<month>\d\d)(?P<day>\d\d)(?:T.*|\d{{4}}|\d{{6}})?$",  # "20160714"
        rf"(?P<day>\d\d?)\.(?P<month>\d\d?)\.(?P<year>{YEAR})(?!\d)",  # "14.07.2016"
    )
)
WRITTEN_DAY = re.compile(
    rf"(?:(?P<name>{MONTH})\s+(?P<number>{DAY})|(?P<number2>{DAY})\s+(?P<name2>{MONTH})),?\s+"
    rf"(?P<year>{YEAR})(?!\d)",
    re.IGNORECASE,
)
URL_MONTH = r"(?P<month>0?[1-9]|1[0-2]|(?i:" + "|".join(m for m in MONTHS if len(m) == 3) + "))"
URL_DAY = re.compile(  # a part of the path, or where one starts or ends: "/2016-07-14-ferry"
    rf"(?:/(?P<year>{YEAR})(?P<sep>[/-]){URL_MONTH}(?P=sep)(?P<day>0?[1-9]|[12]\d|3[01])(?!\d)"
    rf"|-(?P<year2>{YEAR})-(?P<month2>\d\d)-(?P<day2>\d\d)(?=[/.]|$))"
)
EPOCH = re.compile(r"\d{9,13}(?:\.\d+)?")  # a shorter number is no count of seconds since 1970
CHANGED = re.compile(  # fields that tell of a later change, or of the file alone: "dateModified"
    r"modified|updated|version_?created|^document ", re.IGNORECASE
)
TOLD = ("metadata", "url", "dateline")  # what dates an article as it is read
INFERRED = ("text", "archive", "correction")
MOST_APART = 2  # days between a story and its publication: time zones, a night, a Sunday
MILLISECONDS = 10**10  # and one as large as this counts milliseconds: in seconds it is 2286


def day_when(day: date, basis: str, derivation: str) -> When:
    """A `When` of one known day."""
    return When(
        edtf=day.isoformat(), earliest=day, latest=day,
        precision="day", basis=basis, derivation=derivation,
    )  # fmt: skip


def month_when(year: int, month: int, basis: str, derivation: str) -> When:
    """A `When` of one month, open as to the day."""
    last = calendar.monthrange(year, month)[1]
    return When(
        edtf=f"{year:04}-{month:02}", earliest=date(year, month, 1), latest=date(year, month, last),
        precision="month", basis=basis, derivation=derivation,
    )  # fmt: skip


def year_when(year: int, basis: str, derivation: str) -> When:
    """A `When` of one year."""
    return When(
        edtf=f"{year:04}", earliest=date(year, 1, 1), latest=date(year, 12, 31),
        precision="year", basis=basis, derivation=derivation,
    )  # fmt: skip


def read_written_day(text: str) -> date | None:
    """The first full date in words ("14 March 2024", "March 14, 2024"), None without one."""
    for match in WRITTEN_DAY.finditer(text):
        name = (match["name"] or match["name2"]).rstrip(".").lower()
        number = re.sub(r"\D", "", match["number"] or match["number2"])
        try:
            return date(int(match["year"]), MONTHS[name], int(number))
        except ValueError:  # 31 April: a misprint is no date
            continue
    return None


def read_metadata(value: str, basis: str = "metadata") -> When | None:
    """What a date field holds: ISO 8601, RFC 2822, a day in words, seconds since 1970; else None.

    The day is the one printed, in the time zone it is printed in.
    """
    value = value.strip()
    derivation = f"the article's metadata says {value}"
    for pattern in FIGURES:
        if match := pattern.match(value):
            return _from_parts(match["year"], match["month"], match["day"], basis, derivation)
    day = read_written_day(value) or _mail_day(value) or _epoch_day(value)
    if day:
        return day_when(day, basis, derivation)
    if re.fullmatch(YEAR, value):
        return year_when(int(value), basis, derivation)
    return None


def read_url(url: str) -> When | None:
    """The day in an address such as `/2016/07/14/` or `2016-07-14`; None where there is none."""
    for match in URL_DAY.finditer(re.split(r"[?#]", url, maxsplit=1)[0]):
        year, month, day = (match[part] or match[f"{part}2"] for part in ("year", "month", "day"))
        if when := _from_parts(year, month, day, "url", f"the address {url} holds the day"):
            return when
    return None


def read_dateline(dateline: str) -> When | None:
    """The day of a dateline that prints day, month and year; None for any other."""
    day = read_written_day(dateline)
    if day is None:
        return None
    return day_when(day, "dateline", f"the dateline reads “{' '.join(dateline.split())}”")


def find_candidates(
    metadata: Iterable[str],
    url: str | None,
    datelines: Iterable[str],
    captions: Iterable[str] = (),
    fields: Iterable[str] = (),
    captured: str | None = None,
) -> tuple[DateCandidate, ...]:
    """Everything that is printed of the day of writing, in the order of trust.

    Metadata, address, dateline, caption; then fields that tell of a change or of the file; what
    gives no date by itself is kept with `when` None. `fields` are the names of the metadata. A
    caption may be of another story's day, and `captured` is when a copy was made: by themselves
    these never date an article.
    """
    told = [
        DateCandidate(source="metadata", field=field, says=value, when=read_metadata(value))
        for value, field in zip_longest(metadata, fields)
        if value and value.strip()
    ]
    printed = (
        DateCandidate(source=source, says=" ".join(says.split()), when=when)
        for source, says, when in _printed(url, datelines, captions)
        if when or source == "dateline"
    )
    changed = [one for one in told if CHANGED.search(one.field or "")]
    return (
        *(one for one in told if one not in changed),
        *printed,
        *changed,
        *([_captured(captured)] if captured else []),
    )


def _captured(says: str) -> DateCandidate:
    """When a copy was made, after which it cannot have been written."""
    told = read_metadata(says)
    when = None
    if told and told.latest:
        derivation = f"a copy was made on {told.latest.isoformat()}"
        when = When(
            edtf=f"../{told.latest.isoformat()}", earliest=None, latest=told.latest,
            precision="interval", basis="capture", derivation=derivation,
        )  # fmt: skip
    return DateCandidate(source="capture", says=says, when=when)


Printed = tuple[Literal["url", "dateline", "caption"], str, When | None]


def _printed(
    url: str | None, datelines: Iterable[str], captions: Iterable[str]
) -> Iterator[Printed]:
    if url:
        yield "url", url, read_url(url)
    for dateline in datelines:
        yield "dateline", dateline, read_dateline(dateline)
    for caption in captions:
        yield "caption", caption, _caption_day(caption)


def choose_date(candidates: Iterable[DateCandidate]) -> When | None:
    """What the first candidate says that may date an article and does.

    A full dateline that is earlier by more than two days than a field or an address goes before it:
    the story was taken over later, and these tell when.
    """
    told = [one for one in candidates if one.when and one.source in TOLD]
    if not told:
        return None
    first = told[0].when
    for one in told:
        if one.source == "dateline" and first and one.when and _is_earlier(one.when, first):
            republished = f"; taken over on {first.edtf}, as its {told[0].source} says"
            return one.when.model_copy(update={"derivation": one.when.derivation + republished})
    return first


def as_read(article: Article) -> Article:
    """The article as its file alone tells of it: without what was inferred of its day."""
    kept = tuple(one for one in article.date_candidates if one.source not in INFERRED)
    dated = article.dated
    if dated and dated.basis in INFERRED:
        dated = choose_date(kept)
    return article.model_copy(update={"date_candidates": kept, "dated": dated})


def _caption_day(caption: str) -> When | None:
    day = read_written_day(caption)
    return day_when(day, "caption", f"a caption is of {day.isoformat()}") if day else None


def _is_earlier(dateline: When, other: When) -> bool:
    """Whether a dateline's day lies so far before another that the story was taken over later."""
    if not (dateline.latest and other.earliest):
        return False
    return (other.earliest - dateline.latest).days > MOST_APART


def _from_parts(year: str, month: str, day: str | None, basis: str, derivation: str) -> When | None:
    number = int(month) if month.isdecimal() else MONTHS[month.lower()]
    try:
        if day is None:
            return month_when(int(year), number, basis, derivation)
        return day_when(date(int(year), number, int(day)), basis, derivation)
    except (ValueError, calendar.IllegalMonthError):  # 2016-13 or 2016-02-30
        return None


def _mail_day(value: str) -> date | None:
    try:
        return parsedate_to_datetime(value).date()
    except ValueError:
        return None


def _epoch_day(value: str) -> date | None:
    if not EPOCH.fullmatch(value):
        return None
    seconds = float(value)
    return datetime.fromtimestamp(seconds / (1000 if seconds >= MILLISECONDS else 1), UTC).date()
