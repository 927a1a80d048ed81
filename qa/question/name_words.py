"""The words of a name and of an office: titles in full, countries, given names as they sound."""

from __future__ import annotations

import re

from index.gazetteer import country_of
from index.words import fold
from qa.cues import TITLES
from qa.passages.terms import fold_transliteration

SHORTENED = 3  # letters that a title and its abbreviation share at least: "Gen.", "Capt."
OFFICES = TITLES - {"mr", "mrs", "ms"}


def plain(words: str) -> str:
    """Words in small letters without dots: "U.N." and "UN" are one."""
    return words.replace(".", "").lower()


def bare(word: str) -> str:
    """A word without the ending of whose it is and without a full stop."""
    return re.sub(r"['’]s$", "", word).rstrip(".")


def country_in(word: str) -> str | None:
    """The country that a word names or belongs to; None for none."""
    return country_of(bare(word)) or country_of(word)


def title_in(word: str) -> str | None:
    """A title in full: "Gen." gives "general"; None for what is none."""
    low = bare(word).lower()
    if low not in OFFICES:
        return None
    longer = [t for t in OFFICES if len(low) >= SHORTENED and t != low and t.startswith(low)]
    return min(longer, key=len) if longer and word.endswith(".") else low


def sound(name: str) -> str:
    """A name as it sounds, however it is transliterated."""
    return fold_transliteration(fold(bare(name)).lower())


def sounds_alike(one: str, other: str) -> bool:
    """Whether two given names may be one, whole or as an initial."""
    short = min(len(one), len(other))
    return one[:1] == other[:1] if short <= 2 else one[:2] == other[:2]
