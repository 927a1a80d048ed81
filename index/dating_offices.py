"""Who held an office when: "Foreign Minister Anna Stone" was written while she was minister.

A soft clue. The table of offices may have a gap, and a story may tell of times past; so only those
count who are named with their office where the story opens, and not as former ones.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import combinations

from index.countries import read_countries
from index.dating_clues import Clue
from index.dating_cues import NOT_IN_OFFICE
from index.dating_days import Days
from index.dating_words import join, say_day
from index.office_roles import TITLES
from index.offices import Offices, Tenure
from index.records import Article, ZoneKind

OPENING = 1_000  # code points of the story: further down are the presidents of the past
FEWEST = 2  # persons: all 24 of their common times held the day of dated stories, 79 of 81 of one's
SLACK = 21  # days: a table's day is that of the vote or of the oath, and obituaries give the office
CAPITALIZED = r"[A-Z][\w’'-]+"
TOKEN = re.compile(r"[\w.]+(?:['’]\w+)?|[^\w\s]")
TITLE_BEFORE = 60  # code points that hold a title and its country
LONGEST_TITLE = 5  # words
PLAIN = frozenset(
    ("chief", "head", "fm", "pm", "chair", "spokesman", "spokeswoman", "spokesperson")
)
STORY = frozenset({ZoneKind.HEADLINE, ZoneKind.SUBHEAD, ZoneKind.BODY})


def find_tenure_clues(article: Article, offices: Offices) -> Iterator[Clue]:
    """One clue for all who are named with their office where the story opens.

    None where they held office at no common time: then the story tells of several times.
    """
    named = {tenures[0].name: tenures for tenures in _named(_opening(article), offices)}
    days = Days.everywhere()
    words: list[str] = []
    for name, tenures in sorted(named.items()):
        left = days.common(_in_office(tenures))
        if left != days:
            days, words = left, [*words, f"{name} was {_say(tenures)}"]
    posts = [{(one.role, one.area) for one in tenures} for tenures in named.values()]
    changed = any(one & other for one, other in combinations(posts, 2))  # of one post two holders
    if len(named) >= FEWEST and not changed and words and days.size():
        yield Clue(days, "soft", join(words))


def _named(text: str, offices: Offices) -> Iterator[tuple[Tenure, ...]]:
    """The tenures of each person who stands there with an office that the table knows."""
    for match in _office_and_name().finditer(text):
        before = [
            *TOKEN.findall(text[max(0, match.start() - TITLE_BEFORE) : match.start()]),
            match["last"],
        ]
        title, area, rest = _read_title(before)
        if title is None or NOT_IN_OFFICE.search(" ".join(rest)):
            continue
        words = match["name"].split()
        fewest = 1 if area else 2  # a bare surname of any country is nobody's
        names = (" ".join(words[:count]) for count in range(len(words), fewest - 1, -1))
        found = (offices.in_office(re.sub(r"['’]s$", "", name), title, area) for name in names)
        if tenures := next((one for one in found if one), None):
            yield tuple(tenures)


def _read_title(words: list[str]) -> tuple[str | None, str | None, list[str]]:
    """The longest title that some words end with, the country before it, and the words left."""
    low = [word.lower() for word in words]
    for count in range(min(LONGEST_TITLE, len(low)), 0, -1):
        title, rest = " ".join(low[-count:]), words[:-count]
        if title in _titles():
            for size in (3, 2, 1):
                country = (
                    " ".join(low[-count - size : -count]).removesuffix("'s").removesuffix("’s")
                )
                if country in _areas():
                    return title, _areas()[country], rest[:-size]
            return title, None, rest
    return None, None, words


def _in_office(tenures: tuple[Tenure, ...]) -> Days:
    days = Days(0)
    for tenure in tenures:
        days = days.either(Days.between(tenure.first, tenure.last).around(SLACK, SLACK))
    return days


def _say(tenures: tuple[Tenure, ...]) -> str:
    times = [
        f"from {say_day(one.first)} to {say_day(one.last)}"
        if one.last
        else f"since {say_day(one.first)}"
        for one in tenures
    ]
    return f"{tenures[0].role} {join(times)}"


def _opening(article: Article) -> str:
    """The start of the story; paragraphs stay apart."""
    parts = (article.text[z.start : z.end] for z in article.zones if z.kind in STORY)
    return "\n\n".join(parts)[:OPENING]


@cache
def _titles() -> frozenset[str]:
    return frozenset(title for role, also, _ in TITLES for title in (role, *also)) - PLAIN


@cache
def _office_and_name() -> re.Pattern[str]:
    """The last word of a title, then a name."""
    last = "|".join(sorted({re.split(r"[\s-]", title)[-1] for title in _titles()}))
    return re.compile(
        rf"\b(?P<last>(?i:{last}))\s(?P<name>{CAPITALIZED}(?:\s{CAPITALIZED}){{0,2}})"
    )


@cache
def _areas() -> dict[str, str]:
    """Country codes by what a country and its people are called, lower case."""
    return {
        name.lower(): country.code
        for country in read_countries()
        for name in (country.name, *country.other_names, *country.demonyms)
    }
