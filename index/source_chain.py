"""Who wrote a story first and who carried it: "Northline, carried by Lakes Tribune".

What counts a source is the first of the chain: a portal that prints an agency's story is no second
witness (index/meeting_sources.py).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from index.cues import MONTH, OUTLET_NOUNS, WEEKDAY
from index.gazetteer import country_of
from index.words import fold

CARRIED = " via "  # "Northline via Lakes Tribune": the first wrote it
AGENCY = re.compile(  # what a dateline names beside place and day: "/Northline/", "(NNA)", "NNA —"
    r"/(?P<slashed>[^/\n]{2,40})/|\((?P<bracketed>[^()\n]{2,40})\)|\b(?P<bare>[A-Z]{2,8})\s—"
)
NO_AGENCY = re.compile(rf"\d|{WEEKDAY}|(?i:{MONTH})$")  # "(May 14)", "(Monday)"
WHAT_IT_IS = re.compile(r"[\s,]+(?:(?:news|press|information) (?:agency|service)|newswire|agency)$")
SHORT_NAME = re.compile(r"[A-Z]{2,8}")


def find_chain(origins: Iterable[str], source: str | None, dateline: str = "") -> tuple[str, ...]:
    """Who wrote it first, then who carried it; empty where nobody is named.

    The agency of the dateline comes first, then those whom fields name as origins, then the outlet
    itself, whose name may be a chain in words. A name and its initials are one.
    """
    told = [*find_agencies(dateline), *origins, *(source or "").split(CARRIED)]
    names = dict.fromkeys(" ".join(name.split()) for name in told if name.strip())
    chain: dict[str, str] = {}
    for name in names:
        if not any(is_short_for(name, other) for other in names):
            chain.setdefault(name_key(name), name)
    return tuple(chain.values())


def name_key(name: str) -> str:
    """What two ways to write an outlet's name share: "Northline", "the Northline News Agency"."""
    key = fold(name).casefold().removeprefix("the ")
    return WHAT_IT_IS.sub("", key) or key


def find_agencies(dateline: str) -> Iterator[str]:
    """The agencies that a dateline names; a country in brackets is none."""
    for match in AGENCY.finditer(dateline):
        name = next(filter(None, match.groups())).strip()
        if not NO_AGENCY.search(name) and (match["slashed"] or country_of(name) is None):
            yield name


def names_outlet(credit: str) -> bool:
    """Whether a by-line is an agency's or outlet's and no person's: "NNA", "Lakes Press"."""
    words = credit.split()
    named = bool(OUTLET_NOUNS.search(credit)) and not credit.lower().startswith("by ")
    return 0 < len(words) <= 6 and (named or bool(SHORT_NAME.fullmatch(credit.strip())))


def describe_chain(chain: tuple[str, ...]) -> str:
    """The chain in words: "Northline, carried by Lakes Tribune"; "" for an empty one."""
    first, *carriers = chain or ("",)
    return f"{first}, carried by {', then '.join(carriers)}" if carriers else first


def is_short_for(short: str, name: str) -> bool:
    """Whether a word of capitals is the initials of a name: "NNA" of "Northline News Agency"."""
    if not SHORT_NAME.fullmatch(short) or short == name:
        return False
    return "".join(word[0] for word in re.findall(r"\w+", name)).upper() == short
