"""What a story names that another report of the same event names too: days, and proper names.

Told by their form alone, without a parse: it is read of every neighbour, a hundred times as often
as time expressions are.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from index.cues import DAY, MONTH, MONTHS, STOP_WORDS, WEEKDAY, YEAR
from index.date_words import WEEKDAY_NAMES
from index.dating_days import day_of
from index.words import PLAIN_WORD, stem

NAMED_DAY = re.compile(
    rf"\b(?:(?P<name>{MONTH})\s+(?P<number>{DAY})|(?P<number2>{DAY})\s+(?P<name2>{MONTH}))"
    rf"(?:,?\s+(?P<year>{YEAR}))?(?!\d)",
    re.IGNORECASE,
)
NAMED_WEEKDAY = re.compile(rf"\b{WEEKDAY}\b")
NAME = re.compile(r"(?<![.!?:”\"“‘(]\s)(?<![\n“\"‘(])\b[A-Z][\w’'-]{2,}")  # inside a sentence
FULL_NAME = re.compile(  # "Anna Berg", and no part of a longer name
    r"(?<![.!?:”\"“‘(]\s)(?<![\n“\"‘(])\b([A-Z][\w’'-]{2,}) ([A-Z][\w’'-]{2,})(?![\w’'-]| [A-Z])"
)
NO_NAMES = frozenset((*(day.lower() for day in WEEKDAY_NAMES), *MONTHS, *STOP_WORDS))
HALF_A_YEAR = 183


class NamedDay(NamedTuple):
    """A day as it is printed; `year` is None where none is."""

    year: int | None
    month: int
    day: int
    text: str


def named_month_days(text: str) -> set[tuple[int, int]]:
    """Month and day of every day that is named without a year."""
    return {(named.month, named.day) for named in find_days(text) if named.year is None}


def named_days(text: str, written: date) -> set[date]:
    """The days that a text of a known day names, in the year nearest to it, and its own.

    A weekday stands for the one before and the one after.
    """
    days = {written}
    for named in find_days(text):
        years = [named.year] if named.year else range(written.year - 1, written.year + 2)
        found = (day_of(year, named.month, named.day) for year in years)
        days.update(one for one in found if one and (named.year or _near(one, written)))
    for match in NAMED_WEEKDAY.finditer(text):
        behind = (written.weekday() - WEEKDAY_NAMES.index(match[0])) % 7
        days |= {written - timedelta(days=behind), written + timedelta(days=(7 - behind) % 7)}
    return days


def count_names(text: str) -> Counter[str]:
    """The stems of the words that are written as names inside sentences, with their numbers."""
    counted: Counter[str] = Counter()
    for word, number in Counter(NAME.findall(text)).items():
        if (name := _plain(word)).lower() not in NO_NAMES:
            counted[stem(name)] += number
    return counted


def count_full_names(text: str) -> Counter[str]:
    """The stems of two words that are written as a name inside sentences, with their numbers."""
    counted: Counter[str] = Counter()
    for match in FULL_NAME.finditer(text):
        words = [_plain(word) for word in match.groups()]
        if not any(word.lower() in NO_NAMES for word in words):
            counted[" ".join(stem(word) for word in words)] += 1
    return counted


def written_names(text: str) -> dict[str, str]:
    """How each of those stems is written where it stands first."""
    written: dict[str, str] = {}
    for match in NAME.finditer(text):
        word = _plain(match[0])
        written.setdefault(stem(word), word)
    return written


def _plain(word: str) -> str:
    """Without the ending of a genitive."""
    return word.replace("’", "'").removesuffix("'s")


def runs_of_words(text: str, length: int = 5) -> set[tuple[str, ...]]:
    """Every so many words that stand one after the other, in small letters."""
    words = [match[0].lower() for match in PLAIN_WORD.finditer(text)]
    return {tuple(words[at : at + length]) for at in range(len(words) - length + 1)}


def _near(day: date, written: date) -> bool:
    return abs((day - written).days) <= HALF_A_YEAR


def find_days(text: str) -> Iterator[NamedDay]:
    """Every day that is named with its month, with the year where it is printed."""
    for match in NAMED_DAY.finditer(text):
        month = MONTHS[(match["name"] or match["name2"]).rstrip(".").lower()]
        day = int(re.sub(r"\D", "", match["number"] or match["number2"]))
        yield NamedDay(int(match["year"]) if match["year"] else None, month, day, match[0])
