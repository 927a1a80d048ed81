"""Chunk vectors in Chroma. They are derived: the catalogue alone can always rebuild them.

Chroma is used directly, as llama-index's store passes over an id that exists, fails above Chroma's
batch limit and reports exp(-distance).
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import wraps
from heapq import nlargest
from pathlib import Path
from threading import Lock, RLock
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, TypeVar

from index.errors import ArchiveDamaged
from index.store import may_write

if TYPE_CHECKING:
    from chromadb.api.models.Collection import Collection

    from index.bert import Vectors as Matrix

COLLECTION = "chunks"
SEARCHED = 500  # neighbours that the graph search keeps in view
MOST_IDS = 20_000  # in one call; above 32,766 SQLite has no variables left and Chroma fails
TRIES = 3  # a writer may take vectors out between two looks; thrice in one search is no chance

OPENING = Lock()  # Chroma keeps one table of what the process has open, without a lock

P = ParamSpec("P")
R = TypeVar("R")
Look = Callable[[list[str]], list[tuple[str, R]]]
Method = Callable[Concatenate["VectorStore", P], R]


def _alone(method: Method[P, R]) -> Method[P, R]:
    """One thread at a time, as opening anew under another's search would break it."""

    @wraps(method)
    def locked(store: VectorStore, /, *args: P.args, **kwargs: P.kwargs) -> R:
        with store.lock:
            return method(store, *args, **kwargs)

    return locked


class VectorStore:
    """The vectors of one archive, by id; opened when first used."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._client: Any = None
        self._opened: Collection | None = None
        self.lock = RLock()

    @property
    def collection(self) -> Collection:
        """The Chroma collection itself."""
        if self._opened is None:
            self._opened = self._open()
        return self._opened

    def may_open(self) -> bool:
        """Whether Chroma can open them: it writes even to read."""
        folder = self._folder if self._folder.exists() else self._folder.parent
        return may_write(folder)

    @_alone
    def add(self, ids: Sequence[str], vectors: Matrix) -> None:
        """Stores vectors under ids; an id that exists gets the new vector."""
        for rows in self._batches(ids):
            with self._said_in_words():
                self.collection.upsert(list(ids[rows]), embeddings=vectors[rows])

    @_alone
    def remove(self, ids: Sequence[str]) -> None:
        """Takes vectors out; ids that are not there are passed over."""
        for rows in self._batches(ids):
            with self._said_in_words():
                self.collection.delete(list(ids[rows]))

    @_alone
    def ids(self) -> set[str]:
        """Every id that is stored."""
        with self._said_in_words():
            return set(self.collection.get(include=[])["ids"])

    @_alone
    def length(self) -> int | None:
        """How many numbers a vector has; None where none is stored."""
        with self._said_in_words():
            one = self.collection.peek(1)["embeddings"]
        return len(one[0]) if one is not None and len(one) else None

    @_alone
    def count(self) -> int:
        """How many vectors are stored."""
        with self._said_in_words():
            return self.collection.count()

    @_alone
    def lost(self, ids: Sequence[str]) -> list[str]:
        """Those of the ids that are listed but whose vectors cannot be had."""
        from chromadb.errors import InternalError

        lost: list[str] = []
        for rows in self._batches(ids):
            try:
                self.collection.get(list(ids[rows]), include=["embeddings"])
            except InternalError:
                lost += ids[rows]
        return lost

    @_alone
    def nearest(
        self, vector: Matrix, k: int, among: Sequence[str] | None = None
    ) -> list[tuple[str, float]]:
        """The `k` nearest ids with their cosines, best first; `among` limits the choice."""
        if among is None:
            with self._said_in_words():
                return self._query(vector, k)
        found = self._whatever_is_there(among, lambda ids: self._query(vector, k, ids))
        if len(found) < min(k, len(among)):
            # Chroma's graph may not reach what is asked for, as behind hundreds of equal vectors
            found = list(self.similarities(vector, among).items())
        return nlargest(k, found, key=lambda pair: pair[1])

    @_alone
    def similarities(self, vector: Matrix, ids: Sequence[str]) -> dict[str, float]:
        """The cosine of a unit vector with each of these ids; absent ids are left out."""
        return {id: float(stored @ vector) for id, stored in self.stored(ids).items()}

    @_alone
    def stored(self, ids: Sequence[str]) -> dict[str, Matrix]:
        """The vectors of these ids; absent ids are left out."""
        import numpy as np

        def look(some: list[str]) -> list[tuple[str, Matrix]]:
            found = self.collection.get(some, include=["embeddings"])
            embeddings = np.asarray(found["embeddings"], dtype=np.float32)
            return list(zip(found["ids"], embeddings, strict=True))

        return dict(self._whatever_is_there(ids, look))

    @_alone
    def close(self) -> None:
        """Lets go of the files; the next use opens them again and sees what others wrote."""
        if self._client is not None:
            with OPENING:
                self._client.close()
        self._client = self._opened = None

    @_alone
    def destroy(self) -> None:
        """Throws all vectors away, readable or not."""
        self.close()
        shutil.rmtree(self._folder, ignore_errors=True)

    def _batches(self, ids: Sequence[str]) -> Iterator[slice]:
        """Slices that Chroma takes at once; nothing is opened for no ids."""
        if not ids:
            return
        with self._said_in_words():
            most = self._open_client().get_max_batch_size()
        for start in range(0, len(ids), most):
            yield slice(start, start + most)

    def _query(
        self, vector: Matrix, k: int, ids: list[str] | None = None
    ) -> list[tuple[str, float]]:
        found = self.collection.query(
            query_embeddings=vector[None], n_results=k, include=["distances"], ids=ids
        )
        distances = (found["distances"] or [[]])[0]
        return [(id, 1 - far) for id, far in zip(found["ids"][0], distances, strict=True)]

    def _whatever_is_there(self, ids: Sequence[str], look: Look[R]) -> list[tuple[str, R]]:
        """What `look` finds among those of the ids that are stored."""
        found: list[tuple[str, R]] = []
        for start in range(0, len(ids), MOST_IDS):
            found += self._look_at_some(list(ids[start : start + MOST_IDS]), look)
        return found

    def _look_at_some(self, ids: list[str], look: Look[R]) -> list[tuple[str, R]]:
        """What `look` finds, tried again without the ids that turn out not to be there.

        Chroma fails on a single id that is missing, or that another process stored since this one
        opened: then it is opened anew and asked which there are.
        """
        from chromadb.errors import InternalError

        for _ in range(TRIES):
            if not ids:
                return []
            try:
                return look(ids)
            except InternalError:
                with self._said_in_words():
                    ids = list(self.collection.get(ids, include=[])["ids"])
                    self.close()
        with self._said_in_words():
            return look(ids)

    def _open_client(self) -> Any:
        if self._client is None:
            os.environ["ANONYMIZED_TELEMETRY"] = "False"
            import chromadb
            from chromadb.config import Settings

            with OPENING:
                self._client = chromadb.PersistentClient(
                    _own_spelling(self._folder), settings=Settings(anonymized_telemetry=False)
                )
        return self._client

    def _open(self) -> Collection:
        opened: Collection = self._open_client().get_or_create_collection(
            COLLECTION,
            embedding_function=None,
            configuration={
                "hnsw": {"space": "cosine", "ef_search": SEARCHED, "ef_construction": 200}
            },
        )
        return opened

    @contextmanager
    def _said_in_words(self) -> Iterator[None]:
        from chromadb.errors import ChromaError

        try:
            yield
        except (ChromaError, ValueError) as fault:
            raise ArchiveDamaged(
                f"the vectors in {self._folder} cannot be used ({fault}); make room on the disk or "
                "check its rights, else run `dateline doctor --repair`"
            ) from fault


def _own_spelling(folder: Path) -> str:
    """A spelling of the folder that no other store of this process has opened.

    Chroma shares what it has opened under one spelling: closing one store would close the other,
    and a store that opens anew would still not see what another process wrote.
    """
    from chromadb.api.shared_system_client import SharedSystemClient

    spelling = str(folder)
    while spelling in SharedSystemClient._identifier_to_system:
        spelling += "/."
    return spelling
