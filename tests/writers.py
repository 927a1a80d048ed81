"""Writers for a process of their own: one that waits, one that dies, one that is interrupted.

Processes come from multiprocessing's fork server, which pays the imports once for all of them.
"""

from __future__ import annotations

import json
import multiprocessing
import os
import resource
import signal
import sqlite3
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import closing, suppress
from functools import cache
from itertools import count
from multiprocessing import forkserver
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, event, text

from index import doctor_vectors, ingest
from index.archive import CATALOGUE, VECTORS, Archive
from index.bert import Vectors
from index.doctor import check_archive
from index.embeddings import QuestionEmbedder
from index.errors import ArchiveError
from index.settings import DEFAULTS
from index.vectors import VectorStore

SERVER = multiprocessing.get_context("forkserver")
SERVER.set_forkserver_preload(["warm"])
COULD_NOT = 3


def start(target: Callable[..., None], *arguments: Any) -> BaseProcess:
    """Runs a function in a process of its own."""
    _run_server()
    process = SERVER.Process(target=target, args=arguments, daemon=True)
    process.start()
    return process


@cache
def _run_server() -> None:
    """Starts the fork server; it looks for what it loads in PYTHONPATH alone."""
    before = os.environ.get("PYTHONPATH", "")
    os.environ["PYTHONPATH"] = os.pathsep.join([str(Path(__file__).parent), before])
    try:
        forkserver.ensure_running()
    finally:
        os.environ["PYTHONPATH"] = before


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


def operate(
    operation: str, folder: Path, sources: Path, steps: Path | None, killed_at: int | None
) -> None:
    """One operation on an archive, its steps noted in a file or counted down to a kill."""
    ingest.BATCH = 2
    countdown = Countdown(killed_at) if killed_at else lambda *_: None
    at_step = Noting(folder / CATALOGUE, steps) if steps else countdown
    for name in ("add", "remove", "destroy"):
        setattr(VectorStore, name, _watched(getattr(VectorStore, name), at_step))
    event.listen(Engine, "commit", at_step)
    doctor_vectors.ArticleEmbedder = QuestionEmbedder  # without ten seconds of imports
    if operation == "repair":
        check_archive(folder, repair=True)
    elif operation == "remove":
        with Archive.open(folder) as archive:
            held = {one.path: one.id for one in archive.articles()}
            archive.remove(id for path, id in held.items() if path[-5:] in ("a.txt", "c.txt"))
    else:
        with Archive.make(folder) as archive:
            index(archive, sources)


class Noting:
    """Notes at each step what the catalogue holds, as another process sees it."""

    def __init__(self, catalogue: Path, steps: Path) -> None:
        self._catalogue, self._steps = catalogue, steps

    def __call__(self, *_: object) -> None:
        held: list[str] = []
        with closing(sqlite3.connect(self._catalogue)) as db, suppress(sqlite3.OperationalError):
            held = [text for (text,) in db.execute("SELECT text FROM articles ORDER BY text")]
        with self._steps.open("a") as steps:
            steps.write(json.dumps(sorted(held)) + "\n")


def _watched(method: Callable[..., Any], at_step: Callable[..., None]) -> Callable[..., Any]:
    def watched(*arguments: Any) -> Any:
        at_step()
        given = method(*arguments)
        at_step()
        return given

    return watched


def undo_passes(folder: Path, *, vectors: bool) -> None:
    """Takes out what the passes made, and half of the vectors where that is asked for."""
    with Archive.open(folder) as archive:
        with archive.catalog.writing() as db:
            for table in ("meanings", "mentions", "times", "meetings", "open_dates"):
                db.execute(text(f"DELETE FROM {table}"))
            db.execute(text("UPDATE articles SET mentioned = NULL"))
            db.execute(text("UPDATE articles SET dating = NULL WHERE dating != 'told'"))
            db.execute(text("DELETE FROM notes WHERE key IN ('dated up to', 'meetings of')"))
        if vectors:
            archive.vectors.remove(sorted(archive.vectors.ids())[::2])


def pause_at(folder: Path, sources: Path, reached: Any, go_on: Any) -> None:
    """A run that waits, before it stores the vectors of its third batch, until it is told."""

    def wait() -> None:
        reached.set()
        go_on.wait(60)

    archive = Archive.make(folder)
    calls = count(1)
    archive.vectors = DyingStore(
        folder / VECTORS, "before add", lambda: wait() if next(calls) == 3 else None
    )
    index(archive, sources)


def interrupt_at(folder: Path, sources: Path, calls: int) -> None:
    """A run that gets Ctrl-C before it embeds for the n-th time.

    Where the tests run in the background of a shell, Ctrl-C is ignored: here it counts.
    """
    signal.signal(signal.SIGINT, signal.default_int_handler)
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
