"""What a newspaper calls a country by: its names, its people, its capital, the seat of its rulers.

"Riga agreed" says that Latvia did. The table is data, countries.tsv; facts of the world, one row a
country, and whoever finds a name missing adds it there. States that are no more stand among them,
with those that lie on their ground today.
"""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

from index.records import Record
from index.words import fold

TABLE = Path(__file__).with_name("countries.tsv")


class Country(Record):
    """A country by ISO 3166-1 alpha-3, and everything that news calls it by.

    A state that is no more has its withdrawn code (ISO 3166-3), and `today` the codes of those that
    lie on its ground.
    """

    code: str
    name: str
    other_names: tuple[str, ...]
    demonyms: tuple[str, ...]
    capital: tuple[str, ...]
    government_names: tuple[str, ...]
    today: tuple[str, ...]

    def called(self) -> tuple[str, ...]:
        """All its names."""
        return (
            self.name, *self.other_names, *self.demonyms, *self.capital, *self.government_names
        )  # fmt: skip


@cache
def read_countries() -> tuple[Country, ...]:
    """The table."""
    with TABLE.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE))
    return tuple(
        Country(
            code=row["code"],
            name=row["name"],
            other_names=_split(row["other_names"]),
            demonyms=_split(row["demonyms"]),
            capital=_split(row["capital"]),
            government_names=_split(row["government_names"]),
            today=_split(row["today"]),
        )
        for row in rows
    )


def related_names(word: str) -> tuple[str, ...]:
    """What else the country is called that `word` stands for: "Riga" gives "Latvia", "Latvian", …

    One word in, single words out; nothing for a word that stands for no country, or for several.
    """
    return _related().get(fold(word).lower(), ())


@cache
def _related() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    shared: set[str] = set()
    for country in read_countries():
        words = {fold(name).lower(): name for name in country.called() if " " not in name}
        shared |= words.keys() & found.keys()
        found |= {key: tuple(n for k, n in words.items() if k != key) for key in words}
    return {key: names for key, names in found.items() if key not in shared}


def _split(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split(";") if part.strip())
