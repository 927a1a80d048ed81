"""The content words of a question as terms that a text can be held against, each with its weight."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import log

from index.catalog import Catalog
from index.countries import related_names
from index.records import Record
from index.words import content_words, stem

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
    forms = {word: _forms(word) for word in words}
    counted = catalog.frequencies({form for some in forms.values() for form in some})
    chunks = max(catalog.counts()["chunks"], 1)
    in_names = {stem(word) for name in names for word in content_words(name)}
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


def coverage(terms: Sequence[Term], stems: frozenset[str]) -> float:
    """The share of the terms' weight that stands in a text given as its stems; 1.0 without terms."""
    total = sum(term.weight for term in terms)
    if not total:
        return 1.0
    return sum(term.weight for term in terms if term.forms & stems) / total


def _forms(word: str) -> frozenset[str]:
    related = [form for name in related_names(word) for form in (stem(name),)]
    return frozenset([*(stem(part) for part in word.split() if len(part) > 1), *related])


def _idf(frequency: int, chunks: int) -> float:
    """Robertson and Spärck Jones's weight as Lucene smooths it, never negative."""
    return log(1 + (chunks - frequency + 0.5) / (frequency + 0.5))
