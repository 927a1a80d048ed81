"""Looking up chunks: by meaning (Chroma) and by words (BM25), fused by rank."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from functools import lru_cache
from heapq import nlargest
from math import log
from typing import TYPE_CHECKING, TypeVar

import numpy as np

from index.catalog import Catalog, ChunkRow, Filter
from index.meanings import cosines
from index.records import Record
from index.vectors import SEARCHED, VectorStore
from index.words import content_words, fold

if TYPE_CHECKING:
    from index.bert import Vectors
    from index.embeddings import Embedder
    from index.lookup import Numbers

T = TypeVar("T", bound=Hashable)

REMEMBERED = 64  # of each: texts, their neighbours, the chunks that hold a word
FILTERS = 4  # limits whose passing chunks are remembered
FEW = 5_000  # chunks that are all compared
ENOUGH = 50  # neighbours that pass, of a search within limits; the words find the rest
SCORED = 3  # times as many chunks as are wanted are scored by BM25


Scored = tuple[int, float]  # the number of a chunk, its cosine or score


class Asked(Record):
    """A search: what for, how many, and of which state of the archive."""

    query: str
    k: int
    limits: Filter
    generation: int


class Hit(Record):
    """A chunk that a search found; `similarity` is the cosine, None where words alone found it."""

    chunk: ChunkRow
    similarity: float | None
    score: float


def fuse(rankings: Iterable[Sequence[T]], weights: Sequence[float], k: int = 60) -> dict[T, float]:
    """Reciprocal rank fusion (Cormack, Clarke and Büttcher, SIGIR 2009), best first.

    `k` as in the paper; `weights` says how much each ranking counts.
    """
    scores: dict[T, float] = defaultdict(float)
    for ranking, weight in zip(rankings, weights, strict=True):
        for rank, item in enumerate(ranking, start=1):
            scores[item] += weight / (k + rank)
    return dict(sorted(scores.items(), key=lambda item: -item[1]))


class Searcher:
    """Finds chunks in one archive; remembers the last questions until the archive changes."""

    def __init__(self, catalog: Catalog, vectors: VectorStore, embedder: Embedder) -> None:
        self._catalog, self._vectors, self._embedder = catalog, vectors, embedder
        self.embed = lru_cache(REMEMBERED)(self._embed)  # the unit vector of a text
        self._neighbours = lru_cache(REMEMBERED)(self._look_near)
        self._holding = lru_cache(REMEMBERED)(self._look_up)
        self._count = lru_cache(1)(self._count_chunks)
        self._passing = lru_cache(FILTERS)(self._let_through)

    def search(
        self, query: str, k: int, limits: Filter | None = None, *, meaning: float = 0.5
    ) -> list[Hit]:
        """The best `k` chunks for a text, best first.

        `limits` holds before the best are cut. `meaning` is the weight of the dense ranking against
        that of the words; docs/measurements.md has the table it was chosen from.
        """
        asked = self._ask(query, max(5 * k, 100), limits or Filter())
        near, matching = dict(self._nearest(asked)), dict(self._matching(asked))
        best = list(fuse([list(near), list(matching)], (meaning, 1 - meaning)).items())[:k]
        rows = self._catalog.numbered([number for number, _ in best])
        return [
            Hit(chunk=rows[number], similarity=near.get(number), score=score)
            for number, score in best
            if number in rows
        ]

    def nearest(self, query: str, k: int, limits: Filter) -> list[tuple[ChunkRow, float]]:
        """The `k` chunks nearest in meaning, with cosines; what the catalogue lacks is left out."""
        return self._rows(self._nearest(self._ask(query, k, limits)))

    def matching(self, query: str, k: int, limits: Filter) -> list[tuple[ChunkRow, float]]:
        """The `k` best chunks by BM25 over the query's words, accents folded, stemmed."""
        return self._rows(self._matching(self._ask(query, k, limits)))

    def _ask(self, query: str, k: int, limits: Filter) -> Asked:
        return Asked(query=query, k=k, limits=limits, generation=self._catalog.generation())

    def _rows(self, found: Sequence[Scored]) -> list[tuple[ChunkRow, float]]:
        rows = self._catalog.numbered([number for number, _ in found])
        return [(rows[number], score) for number, score in found if number in rows]

    def _nearest(self, asked: Asked) -> list[Scored]:
        k, limits, generation = asked.k, asked.limits, asked.generation
        if not self._vectors.may_open():
            return self._nearest_of(asked)
        if limits.is_open():
            near = self._neighbours(generation, asked.query, k)
            return near if len(near) >= k else self._nearest_of(asked)
        passing = set(self._passing(generation, limits).tolist())
        if len(passing) <= FEW:
            return self._nearest_of(asked)
        near = self._neighbours(generation, asked.query, SEARCHED)
        near = [pair for pair in near if pair[0] in passing][:k]
        return near if len(near) >= min(k, ENOUGH) else self._nearest_of(asked)

    def _nearest_of(self, asked: Asked) -> list[Scored]:
        """The nearest of the chunks that pass, all of them compared.

        From the vectors packed in the catalogue: 9 ms on the dipmeet archive (processor time on a
        busy machine), where Chroma took 57 under the profiler to choose among ids.
        """
        vector = self.embed(asked.query)
        found = [
            pair
            for numbers, packed in self._catalog.packed(asked.limits)
            for pair in zip(numbers, cosines(vector, packed).tolist(), strict=True)
        ]
        lacking = len(found) < len(self._passing(asked.generation, asked.limits))
        if lacking and self._vectors.may_open():
            found = self._ask_chroma(asked.query, asked.k, self._catalog.vector_ids(asked.limits))
        return nlargest(asked.k, found, key=lambda pair: pair[1])

    def _ask_chroma(self, query: str, k: int, among: Sequence[str] | None = None) -> list[Scored]:
        """The `k` nearest; SEARCHED are asked for, as a stopped run may have left unknown ones."""
        found = self._vectors.nearest(self.embed(query), max(k, SEARCHED), among)
        numbers = self._catalog.numbers_of([id for id, _ in found[:k]])
        if len(numbers) < min(k, len(found)):
            numbers = self._catalog.numbers_of([id for id, _ in found])
        return [(numbers[id], cosine) for id, cosine in found if id in numbers][:k]

    def _matching(self, asked: Asked) -> list[Scored]:
        quoted = [f'"{fold(word)}"' for word in content_words(asked.query)]
        if not quoted:
            return []
        return self._catalog.search_words(" OR ".join(quoted), asked.k, self._likely(quoted, asked))

    def _likely(self, words: Sequence[str], asked: Asked) -> list[int]:
        """The chunks that hold the rarest words together, many more than are wanted.

        BM25 itself takes 2 µs for each chunk that holds any word, and every fourth one does.
        """
        chunks = self._count(asked.generation)
        holding = [self._holding(asked.generation, word) for word in words]
        weights = [np.full(len(some), log(1 + chunks / (len(some) + 0.5))) for some in holding]
        sums = np.bincount(np.concatenate(holding), np.concatenate(weights))
        if not asked.limits.is_open():
            passing = self._passing(asked.generation, asked.limits)
            kept = np.zeros_like(sums)
            kept[passing[passing < len(sums)]] = 1
            sums *= kept
        most = min(SCORED * asked.k, int(np.count_nonzero(sums)))
        if not most:
            return []
        least = np.partition(sums, -most)[-most]  # those that hold as much are all scored
        likely: list[int] = np.flatnonzero(sums >= least).tolist()
        return likely

    def _embed(self, text: str) -> Vectors:
        vector: Vectors = self._embedder.embed([text])[0]
        return vector

    def _look_near(self, generation: int, query: str, k: int) -> list[Scored]:
        return self._ask_chroma(query, k)

    def _look_up(self, generation: int, word: str) -> Numbers:
        return self._catalog.numbers_holding(word)

    def _count_chunks(self, generation: int) -> int:
        return self._catalog.count_chunks()

    def _let_through(self, generation: int, limits: Filter) -> Numbers:
        return self._catalog.numbers(limits)
