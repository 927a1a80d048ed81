"""Spellings of names that transliterations differ in, folded into one: Sergei, Sergey."""

from __future__ import annotations

import re
from functools import lru_cache

from index.words import fold

# In this order. Letters that systems of transliteration write differently for one sound.
FOLDED = (
    ("shch", "s"), ("tch", "c"), ("dj", "d"), ("zh", "z"), ("kh", "h"), ("sh", "s"), ("ch", "c"),
    ("ts", "c"), ("ph", "f"), ("iya", "ia"), ("yu", "iu"), ("ya", "ia"), ("yo", "e"), ("ye", "e"),
    ("ei", "e"), ("ey", "e"), ("ej", "e"), ("iy", "i"), ("yy", "i"), ("ij", "i"), ("oe", "o"),
    ("ue", "u"), ("ae", "a"), ("ou", "u"), ("j", "i"), ("y", "i"), ("w", "v"), ("q", "k"),
    ("x", "ks"),
)  # fmt: skip


@lru_cache(maxsize=65536)  # a third of the time of reading an article without it
def fold_name(word: str) -> str:
    """A word of a name as it is compared: no accents, no case, one spelling for one sound.

    An article before an Arabic name falls away: al-Hadi, Al Hadi and Hadi are one.
    """
    name = re.sub(r"[^\w.]", "", re.sub(r"^(al|el)[-\s]", "", fold(word).casefold()))
    for written, sounded in FOLDED:
        name = name.replace(written, sounded)
    return re.sub(r"([^\d.])\1", r"\1", name)
