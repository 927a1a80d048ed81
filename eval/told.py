"""What a reply's words tell, read alike for every system: days, names, places.

Used where a reply has no meeting record to look into. Only what stands there is read: "on Tuesday"
tells no day.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

from eval.cases import Period
from index.cues import MONTHS
from index.spellings import fold_name
from index.words import fold

_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
DATES = (  # a pattern, and what it reads
    re.compile(r"\b(?P<year>\d{4})-(?P<number>\d{2})-(?P<day>\d{2})\b"),  # 2015-12-15
    re.compile(
        rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<month>{_MONTH})\.?,?\s+(?P<year>\d{{4}})\b",
        re.I,
    ),  # 15 December 2015
    re.compile(
        rf"\b(?P<month>{_MONTH})\.?\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})\b",
        re.I,
    ),  # December 15, 2015
    re.compile(rf"\b(?P<month>{_MONTH})\.?,?\s+(?P<year>\d{{4}})\b", re.I),  # December 2015
)


def read_days(text: str) -> list[Period]:
    """The days and months that a text writes with their year, in the order they stand.

    "held on 3 May 2019, a month after April 2019" gives 3 May and the whole of April.
    """
    found: dict[int, tuple[int, Period | None]] = {}
    for pattern in DATES:
        for match in pattern.finditer(text):
            if not any(s <= match.start() and match.end() <= e for s, (e, _) in found.items()):
                found[match.start()] = (match.end(), _period(match))
    return [period for _, (_, period) in sorted(found.items()) if period]


def names_place(text: str, place: str) -> bool:
    """Whether a text names a place: whole words, case and accents folded."""
    return re.search(rf"\b{re.escape(_plain(place))}\b", _plain(text)) is not None


def named_people(text: str, people: tuple[str, ...]) -> tuple[str, ...]:
    """Those of some people whose last name a text holds as a word, in whatever transliteration."""
    bare = re.sub(r"['’]s\b", "", text)
    held = {fold_name(word) for word in re.findall(r"[\w’'-]+", bare)}
    return tuple(person for person in people if last_name(person) in held)


def last_name(person: str) -> str:
    """The last word of a name as names are compared: "Zelinskyy" and "Zelinsky" give the same."""
    words = person.split()
    return fold_name(words[-1]) if words else ""


def _plain(text: str) -> str:
    return " ".join(fold(text).casefold().split())


def _period(match: re.Match[str]) -> Period | None:
    groups = match.groupdict()
    year = int(groups["year"])
    month = int(groups.get("number") or MONTHS[groups["month"].lower()])
    try:
        first = date(year, month, int(groups.get("day") or 1))
    except ValueError:  # "31 June 2019" is a day of no calendar
        return None
    last = first if groups.get("day") else date(year, month, monthrange(year, month)[1])
    return Period(earliest=first, latest=last)
