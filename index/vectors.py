"""Chunk vectors in Chroma. They are derived: the catalogue alone can always rebuild them.

Chroma is used directly, as llama-index's store passes over an id that exists, fails above Chroma's
batch limit and reports exp(-distance).
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from index.embeddings import Vectors as Matrix

if TYPE_CHECKING:
    from chromadb.api.models.Collection import Collection

COLLECTION = "chunks"
SEARCHED = 500  # neighbours that the graph search keeps in view


class VectorStore:
    """The vectors of one archive, by id; opened when first used."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._client: Any = None
        self._opened: Collection | None = None

    @property
    def collection(self) -> Collection:
        """The Chroma collection itself."""
        if self._opened is None:
            self._opened = self._open()
        return self._opened

    def add(self, ids: Sequence[str], vectors: Matrix) -> None:
        """Stores vectors under ids; an id that exists gets the new vector."""
        most = self._client_now().get_max_batch_size()
        for start in range(0, len(ids), most):
            rows = slice(start, start + most)
            self.collection.upsert(list(ids[rows]), embeddings=vectors[rows])

    def remove(self, ids: Sequence[str]) -> None:
        """Takes vectors out; ids that are not there are passed over."""
        most = self._client_now().get_max_batch_size()
        for start in range(0, len(ids), most):
            self.collection.delete(list(ids[start : start + most]))

    def ids(self) -> set[str]:
        """Every id that is stored."""
        return set(self.collection.get(include=[])["ids"])

    def count(self) -> int:
        """How many vectors are stored."""
        return self.collection.count()

    def nearest(
        self, vector: Matrix, k: int, among: Sequence[str] | None = None
    ) -> list[tuple[str, float]]:
        """The `k` nearest ids with their cosine similarity, best first; `among` limits the choice."""
        if among is not None and not among:
            return []
        found = self.collection.query(
            query_embeddings=[vector],
            n_results=k,
            include=["distances"],
            ids=list(among) if among is not None else None,
        )
        distances = found["distances"] or [[]]
        return [
            (id, 1 - distance) for id, distance in zip(found["ids"][0], distances[0], strict=True)
        ]

    def close(self) -> None:
        """Lets go of the files; the next use opens them again and sees what others wrote."""
        if self._client is not None:
            from chromadb.api.shared_system_client import SharedSystemClient

            self._client.close()
            # a process that keeps the shared system never sees what another process wrote
            SharedSystemClient.clear_system_cache()
        self._client = self._opened = None

    def clear(self) -> None:
        """Throws all vectors away."""
        self._client_now().delete_collection(COLLECTION)
        self._opened = None

    def _client_now(self) -> Any:
        if self._client is None:
            os.environ["ANONYMIZED_TELEMETRY"] = "False"
            import chromadb
            from chromadb.config import Settings

            self._client = chromadb.PersistentClient(
                str(self._folder), settings=Settings(anonymized_telemetry=False)
            )
        return self._client

    def _open(self) -> Collection:
        opened: Collection = self._client_now().get_or_create_collection(
            COLLECTION,
            embedding_function=None,
            configuration={
                "hnsw": {"space": "cosine", "ef_search": SEARCHED, "ef_construction": 200}
            },
        )
        return opened
