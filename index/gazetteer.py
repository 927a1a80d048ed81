"""Which country words stand for: "Polish", "Warsaw" and "Poland's" are all POL."""

from __future__ import annotations

from functools import cache

from index.countries import read_countries
from index.words import fold

MOST_WORDS = 4  # of a country's name: "Democratic Republic of Congo"


def country_of(words: str) -> str | None:
    """The ISO 3166-1 alpha-3 code of a country by any of its names; None for other words."""
    if words in ("us", "Us") or not words[:1].isupper() or words[:4].lower() == "the ":
        return None
    return _codes().get(_key(words))


def is_country_name(words: str) -> bool:
    """Whether words name a country itself, and not its people, its capital or its government."""
    return _key(words) in _names()


def capital_of(words: str) -> str | None:
    """The code of the country whose capital, or seat of government, is so called; None for none."""
    return _capitals().get(_key(words))


def find_country(words: list[str], at: int) -> tuple[str, int] | None:
    """The longest country name that starts at a word: its code and how many words it has."""
    for length in range(min(MOST_WORDS, len(words) - at), 0, -1):
        code = country_of(" ".join(words[at : at + length]))
        last = words[at + length - 1]  # empty where a dash stood
        if code and last and last[-1] not in ",;:)" and last != ".":
            return code, length
    return None


def shares_ground(one: str, other: str) -> bool:
    """Whether two codes are of one country, or one of a state that is no more and the other of one
    that lies on its ground: a report from Moscow may be of a visit to the Soviet Union.
    """
    return one == other or other in _today().get(one, ()) or one in _today().get(other, ())


def country_name(code: str) -> str:
    """The name of a country by its code, the code itself where it is unknown."""
    return _by_code().get(code, code)


def _key(words: str) -> str:
    key = fold(words).casefold().replace(".", "").removesuffix("'s").removesuffix("'").strip()
    return key.removeprefix("the ")


@cache
def _codes() -> dict[str, str]:
    return {_key(name): c.code for c in reversed(read_countries()) for name in c.called()}


@cache
def _names() -> frozenset[str]:
    return frozenset(_key(n) for c in read_countries() for n in (c.name, *c.other_names))


@cache
def _capitals() -> dict[str, str]:
    return {
        _key(n): c.code
        for c in reversed(read_countries())
        for n in (*c.capital, *c.government_names)
    }


@cache
def _by_code() -> dict[str, str]:
    return {country.code: country.name for country in read_countries()}


@cache
def _today() -> dict[str, tuple[str, ...]]:
    return {country.code: country.today for country in read_countries() if country.today}
