"""Words of a text that mean nearly what a word of the question means: "tea" beside "drink".

Told by the cosine of the two words under the embedding model of the archive; nothing is looked up.
"""

from __future__ import annotations

from collections.abc import Sequence

from index.archive import Archive
from index.words import content_words, stem, stems
from qa.passages.terms import Term

# Cosine of two words: of 70 invented pairs of one sort ("bag", "suitcase"; "drink", "tea") 59 reach
# it, of 60 of no sort ("bag", "proposal"; "wine", "loan") one; at 0.5 it is 53 and one.
ALIKE = 0.47


def with_alike(archive: Archive, terms: Sequence[Term], texts: Sequence[str]) -> list[Term]:
    """The terms, with the stems of the texts' words that mean nearly the same."""
    held = [frozenset(stems(text)) for text in texts]
    lacking = [term for term in terms if not all(term.forms & own for own in held)]
    words = list(dict.fromkeys(w.lower() for text in texts for w in content_words(text)))
    if not lacking or not words:
        return list(terms)
    vectors = archive.embedder.embed([*(term.word.lower() for term in lacking), *words])
    cosines = vectors[: len(lacking)] @ vectors[len(lacking) :].T
    more = {
        term.word: {stem(words[at]) for at in (row >= ALIKE).nonzero()[0]}
        for term, row in zip(lacking, cosines, strict=True)
    }
    return [term.model_copy(update={"forms": term.forms | more.get(term.word, set())})
            for term in terms]  # fmt: skip
