"""The content words of a question as terms that a text is held against, each with its weight."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import reduce
from math import log
from operator import or_

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import OSA
from rapidfuzz.fuzz import ratio

from index.catalog import Catalog
from index.countries import related_names
from index.date_words import NUMBERS
from index.records import Record
from index.words import WORD, content_words, fold, stem, stems
from qa.cues import IRREGULAR

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]

BEGINS = 2  # letters of a word that stemming leaves alone, where more follow
ALIKE = 85.0  # of 100: the share of letters that two spellings have in common, in order
LONG_NAME = 6  # letters from which on one letter may be another
TRANSLITERATION = (
    ("shch", "s"), ("dj", "d"), ("zh", "z"), ("kh", "h"), ("sh", "s"), ("ch", "c"), ("ts", "c"),
    ("ph", "f"), ("oe", "o"), ("ue", "u"), ("ae", "a"), ("ei", "e"), ("iy", "i"), ("yy", "i"),
    ("j", "i"), ("y", "i"), ("w", "v"), ("k", "c"), ("q", "c"), ("x", "cs"),
)  # fmt: skip
LEAST_NUMBER = 10  # below, figures are mostly days of a month
SPELT_OUT = {  # "twenty boats", "20 boats"
    written: (other,)
    for word, number in NUMBERS.items()
    if number >= LEAST_NUMBER
    for written, other in ((word, str(number)), (str(number), word))
}
UNKNOWN = 0  # chunks that hold a term which stands nowhere in the archive


class Term(Record):
    """A word of the question: the stems it may stand as, its weight, whether it is a name.

    `weight` is the inverse document frequency over chunks; `known` is False where none of its stems
    stands anywhere in the archive.
    """

    word: str
    forms: frozenset[str]
    weight: float
    name: bool
    known: bool


def weigh_terms(words: Sequence[str], names: Iterable[str], catalog: Catalog) -> tuple[Term, ...]:
    """The terms of a question's content words; a country's word stands for its other names too."""
    asked = tuple(words), tuple(names)
    return catalog.once(("terms", *asked), lambda: _weigh(*asked, catalog))


def _weigh(words: Sequence[str], names: Sequence[str], catalog: Catalog) -> tuple[Term, ...]:
    in_names = {stem(word) for name in names for word in content_words(name)}
    forms = {word: _forms(word) for word in words}
    counted = catalog.frequencies({form for some in forms.values() for form in some})
    for word, some in forms.items():
        if stem(word) in in_names:
            known = stem(word) in counted  # "Latvain" is found, whatever stands for Latvia besides
            alike = spelt_the_same if known else spelt_alike
            forms[word] = some | alike(stem(word), catalog)
    counted |= catalog.frequencies({form for some in forms.values() for form in some})
    chunks = max(catalog.count_chunks(), 1)
    return tuple(
        Term(
            word=word,
            forms=some,
            weight=_idf(max((counted.get(form, UNKNOWN) for form in some), default=0), chunks),
            name=stem(word) in in_names,
            known=any(form in counted for form in some),
        )
        for word, some in forms.items()
        if some
    )


def spelt_the_same(name: str, catalog: Catalog) -> frozenset[str]:
    """Stems of the archive that differ from a name that it holds in transliteration alone."""
    if len(name) < LONG_NAME:
        return frozenset()
    return frozenset(_folded(name[:1], catalog).get(fold_transliteration(name), ()))


def spelt_alike(name: str, catalog: Catalog) -> frozenset[str]:
    """Stems of the archive that may be another spelling of a name that it does not hold.

    Same first letter, nearly as long, and nearly the same once transliteration is folded:
    "Djurisevic" finds "Đurišević", "Zukov" finds "Zhukov", "Stanlef" finds "Stanlaf".
    """
    key = fold_transliteration(name)
    return frozenset(
        term
        for other, terms in _folded(name[:1], catalog).items()
        if abs(len(other) - len(key)) <= 1 and is_alike(key, other)
        for term in terms
        if abs(len(term) - len(name)) <= 2
    )


def is_alike(key: str, other: str) -> bool:
    """Whether two names, transliteration folded, may be one but for a letter."""
    return ratio(key, other) >= ALIKE or (len(key) >= LONG_NAME and OSA.distance(key, other) < 2)


def _folded(letter: str, catalog: Catalog) -> dict[str, list[str]]:
    """The archive's stems with one first letter, by how they sound."""

    def fold_all() -> dict[str, list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for term in catalog.vocabulary(letter):
            found[fold_transliteration(term)].append(term)
        return found

    return catalog.once(("folded", letter), fold_all)


def fold_transliteration(name: str) -> str:
    """A name with the letters that transliterations differ in made one."""
    for written, sounded in TRANSLITERATION:
        name = name.replace(written, sounded)
    return re.sub(r"(.)\1", r"\1", name)


def coverage(terms: Sequence[Term], stems: frozenset[str]) -> float:
    """The share of the terms' weight that stands in a text of these stems; 1.0 without terms."""
    total = sum(term.weight for term in terms)
    if not total:
        return 1.0
    return sum(term.weight for term in terms if term.forms & stems) / total


class WordBits(dict[str, int]):
    """The terms that a word of a text stands for, as bits; each word is looked at once.

    Porter's algorithm changes endings alone, so only words that begin like a form are stemmed.
    """

    def __init__(self, terms: Sequence[Term]) -> None:
        super().__init__()
        self.terms = terms
        self._bits: dict[str, int] = {}
        for n, term in enumerate(terms):
            for form in term.forms:
                self._bits[form] = self._bits.get(form, 0) | 1 << n
        self._starts = {
            form[:1] if len(form) < BEGINS + 1 else form[:BEGINS] for form in self._bits
        }

    def __missing__(self, word: str) -> int:
        start = fold(word.replace(".", "")[:BEGINS]).lower()[:BEGINS]
        like = start in self._starts or start[:1] in self._starts
        self[word] = bits = self._bits.get(stems(word)[0], 0) if like else 0
        return bits

    def held(self, texts: Sequence[str]) -> Flags:
        """Which terms stand in which texts: a row for each text, a column for each term."""
        masks = [reduce(or_, set(map(self.__getitem__, WORD.findall(text))), 0) for text in texts]
        rows = [[mask >> n & 1 for n in range(len(self.terms))] for mask in masks]
        return np.array(rows, dtype=bool).reshape(len(texts), len(self.terms))


def shares(terms: Sequence[Term], held: Flags, only: Flags | None = None) -> Floats:
    """`coverage` for many texts: `held` has a row for each, a column for each term.

    With `only`, of these terms alone.
    """
    weights = np.array([term.weight for term in terms], dtype=float)
    weights = weights if only is None else weights * only
    total = weights.sum()
    return held @ weights / total if total else np.ones(len(held))


def _forms(word: str) -> frozenset[str]:
    own = [stem(part) for part in word.split() if len(part) > 1 or part.isdigit()]
    alike = [form for forms in IRREGULAR if word.lower() in forms for form in forms]
    others = (*related_names(word), *alike, *SPELT_OUT.get(word.lower(), ()))
    return frozenset([*own, *(stem(other) for other in others)])


def _idf(frequency: int, chunks: int) -> float:
    """Robertson and Spärck Jones's weight as Lucene smooths it, never negative."""
    return log(1 + (chunks - frequency + 0.5) / (frequency + 0.5))
