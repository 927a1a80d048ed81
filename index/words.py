"""Words as they are compared: accents folded, stemmed, weighed by how rare they are."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from Stemmer import Stemmer  # type: ignore[import-not-found]  # it ships no types

from index.cues import STOP_WORDS

PORTER = Stemmer("porter")
POINTED = r"(?:[A-Z]\.){2,3}"  # "U.S."
WORD = re.compile(rf"{POINTED}|\w+(?:['’]\w+)?")
PLAIN_WORD = re.compile(r"\w+")
UNDECOMPOSED = str.maketrans(  # letters with no decomposition in Unicode
    {"ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ı": "i", "ß": "ss", "æ": "ae",
     "Æ": "Ae", "œ": "oe", "Œ": "Oe", "ð": "d", "þ": "th", "ə": "a", "Ə": "A", "’": "'", "‘": "'"}
)  # fmt: skip


def word_set(*lines: str) -> frozenset[str]:
    """The words of some lines, as rooms of cues keep them: `word_set("meet gather", "visit")`."""
    return frozenset(word for line in lines for word in line.split())


def fold(text: str) -> str:
    """The text without accents: Łukasz and Lukasz, Şahin and Sahin come out the same."""
    if text.isascii():  # most words: a quarter of a question's time was spent here
        return text
    decomposed = unicodedata.normalize("NFKD", text.translate(UNDECOMPOSED))
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def content_words(text: str) -> list[str]:
    """The words of a text that carry content, once each, in order; a genitive loses its ending."""
    words = (match[0].replace("’", "'").removesuffix("'s") for match in WORD.finditer(text))
    kept = (
        word.replace("'", " ") for word in words if word == "US" or word.lower() not in STOP_WORDS
    )
    return list(dict.fromkeys(kept))


def stem(word: str) -> str:
    """The stem by Porter's algorithm (1980), as the full-text index stems; "talks" gives "talk".

    "U.S." and "US" are one word.
    """
    pointed = "." in word and re.fullmatch(POINTED, word)
    return _stem(fold(word.replace(".", "") if pointed else word).lower())


def stem_once(word: str) -> str:
    """The stem of a word as a text writes it, without a genitive's ending; each is found once."""
    return _stem_of[word]


def stems(text: str) -> list[str]:
    """The stem of every word of a text, in order."""
    return [_stem_of[word] for word in WORD.findall(text)]


class _Stems(dict[str, str]):
    """The stems of words as texts write them, each found once."""

    def __missing__(self, word: str) -> str:
        self[word] = found = stem(word.removesuffix("'s").removesuffix("’s"))
        return found


_stem_of = _Stems()


@cache
def _stem(word: str) -> str:
    found: str = PORTER.stemWord(word)
    return found
