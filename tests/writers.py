"""Writers for a process of their own: one that waits, one that dies, one that is interrupted.

Processes come from multiprocessing's fork server, which pays the imports once for all of them.
"""

from __future__ import annotations

import multiprocessing
import os
import resource
import signal
import sys
import time
from collections.abc import Callable, Sequence
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

from sqlalchemy import event

from index import ingest
from index.archive import VECTORS, Archive
from index.embeddings import QuestionEmbedder, Vectors
from index.errors import ArchiveError
from index.settings import DEFAULTS
from index.vectors import VectorStore

SERVER = multiprocessing.get_context("forkserver")
SERVER.set_forkserver_preload(["index.ingest", "index.archive", "chromadb", "scipy.special"])
COULD_NOT = 3


def start(target: Callable[..., None], *arguments: Any) -> BaseProcess:
    """Runs a function in a process of its own."""
    process = SERVER.Process(target=target, args=arguments, daemon=True)
    process.start()
    return process


class Countdown:
    """Sends this process a signal at the n-th call."""

    def __init__(self, calls: int, kind: signal.Signals = signal.SIGKILL) -> None:
        self._left, self._kind = calls, kind

    def __call__(self, *_: object) -> None:
        self._left -= 1
        if self._left == 0:
            os.kill(os.getpid(), self._kind)


class DyingEmbedder(QuestionEmbedder):
    """The real model; counts down before it embeds."""

    def __init__(self, countdown: Callable[[], None]) -> None:
        super().__init__(DEFAULTS)
        self._countdown = countdown

    def embed(self, texts: Sequence[str]) -> Vectors:
        self._countdown()
        return super().embed(texts)


class DyingStore(VectorStore):
    """The real store; counts down at the point that is named."""

    def __init__(self, folder: Path, point: str, countdown: Callable[[], None]) -> None:
        super().__init__(folder)
        self._point, self._countdown = point, countdown

    def add(self, ids: Sequence[str], vectors: Vectors) -> None:
        self._at("before add")
        super().add(ids, vectors)
        self._at("after add")

    def remove(self, ids: Sequence[str]) -> None:
        self._at("before remove")
        super().remove(ids)
        self._at("after remove")

    def _at(self, point: str) -> None:
        if point == self._point:
            self._countdown()


def index(archive: Archive, sources: Path, embedder: QuestionEmbedder | None = None) -> None:
    """Indexes the sources a story or two at a time, with prune."""
    ingest.BATCH = 2  # one-chunk stories are flushed by twos
    with archive.writing():
        embedder = embedder or QuestionEmbedder(DEFAULTS)
        writer = ingest.Writer(archive.catalog, archive.vectors, embedder, archive.settings)
        writer.run([sources], prune=True, progress=lambda done, total: None)


def index_all(folder: Path, sources: Path) -> None:
    """A whole run."""
    with Archive.make(folder) as archive:
        index(archive, sources)


def die_at(folder: Path, sources: Path, point: str, calls: int) -> None:
    """A run that is killed at the n-th time that it comes to a point."""
    countdown = Countdown(calls)
    archive = Archive.make(folder)
    archive.vectors = DyingStore(folder / VECTORS, point, countdown)
    if point == "before commit":
        event.listen(archive.catalog.engine, "commit", countdown)
    embedder = DyingEmbedder(countdown if point == "before embedding" else lambda: None)
    index(archive, sources, embedder)


def interrupt_at(folder: Path, sources: Path, calls: int) -> None:
    """A run that gets Ctrl-C before it embeds for the n-th time."""
    try:
        index(Archive.make(folder), sources, DyingEmbedder(Countdown(calls, signal.SIGINT)))
    except KeyboardInterrupt:
        sys.exit(130)


def hold(folder: Path, holding: Any) -> None:
    """Holds the write lock until it is killed."""
    with Archive.open(folder).writing():
        holding.set()
        time.sleep(60)


def fill_disk(folder: Path, sources: Path, most: int) -> None:
    """A run whose files may not grow beyond `most` bytes, as on a full disk."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
    try:
        index_all(folder, sources)
    except ArchiveError:
        sys.exit(COULD_NOT)
