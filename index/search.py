"""Looking up chunks: by meaning (Chroma) and by words (BM25), fused by rank."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from typing import TYPE_CHECKING, TypeVar

from index.catalog import Catalog, ChunkRow, Filter
from index.records import Record
from index.vectors import SEARCHED, VectorStore
from index.words import content_words, fold

if TYPE_CHECKING:
    from index.embeddings import Embedder

T = TypeVar("T", bound=Hashable)


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
    """Finds chunks in one archive; remembers nothing between calls."""

    def __init__(self, catalog: Catalog, vectors: VectorStore, embedder: Embedder) -> None:
        self._catalog, self._vectors, self._embedder = catalog, vectors, embedder

    def search(
        self, query: str, k: int, limits: Filter | None = None, *, meaning: float = 0.5
    ) -> list[Hit]:
        """The best `k` chunks for a text, best first.

        `limits` holds before the best are cut. `meaning` is the weight of the dense ranking against
        that of the words; docs/measurements.md has the table it was chosen from.
        """
        limits = limits or Filter()
        depth = max(5 * k, 100)
        near = self.nearest(query, depth, limits)
        matching = self.matching(query, depth, limits)
        rows = {row.vector_id: row for row, _ in (*near, *matching)}
        similar = {row.vector_id: cosine for row, cosine in near}
        rankings = [[row.vector_id for row, _ in found] for found in (near, matching)]
        fused = fuse(rankings, (meaning, 1 - meaning))
        return [
            Hit(chunk=rows[id], similarity=similar.get(id), score=score)
            for id, score in list(fused.items())[:k]
        ]

    def nearest(self, query: str, k: int, limits: Filter) -> list[tuple[ChunkRow, float]]:
        """The `k` chunks nearest in meaning, with cosines; what the catalogue lacks is left out."""
        vector = self._embedder.embed([query])[0]
        found = self._vectors.nearest(vector, max(k, SEARCHED))
        rows = self._catalog.chunk_rows([id for id, _ in found], limits)
        if len(rows) < k:
            # Few neighbours pass: ask again among those that do. The catalogue's ids took 11 to
            # 23 ms against 45 to 80 for a range filter in Chroma; filtering 500 neighbours 5.
            found = self._vectors.nearest(vector, k, self._catalog.vector_ids(limits))
            rows = self._catalog.chunk_rows([id for id, _ in found], limits)
        return [(rows[id], cosine) for id, cosine in found if id in rows][:k]

    def matching(self, query: str, k: int, limits: Filter) -> list[tuple[ChunkRow, float]]:
        """The `k` best chunks by BM25 over the query's words, accents folded, stemmed."""
        words = content_words(query)
        if not words:
            return []
        quoted = " OR ".join(f'"{fold(word)}"' for word in words)
        return self._catalog.search_words(quoted, k, limits)
