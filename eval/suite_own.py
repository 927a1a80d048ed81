"""`own`: the sample archive, indexed anew, asked its own questions."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from eval.asking import open_questions
from eval.cases import ARTICLES, read_cases
from eval.suite import Cost, Meter, Opened, Setup, Suite
from index.archive import Archive

TICKS = 40  # points kept of how indexing went


@contextmanager
def open_suite(setup: Setup, meter: Meter) -> Iterator[Opened]:
    """Indexes eval/articles into a folder that goes when the suite is done."""
    with tempfile.TemporaryDirectory() as folder, Archive.make(folder) as archive:
        cost = index_timed(archive, [ARTICLES], meter)
        yield open_questions(archive, read_cases(), setup, meter, cost)


def index_timed(archive: Archive, sources: Sequence[Path], meter: Meter) -> Cost:
    """Indexes, and says how many articles were read after how many seconds."""
    ticks: list[tuple[int, float]] = []
    started = time.perf_counter()
    with meter("articles") as progress:

        def note(done: int, total: int) -> None:
            ticks.append((done, round(time.perf_counter() - started, 3)))
            progress(done, total)

        archive.index(sources, progress=note)
    ticks.append((len(archive.list_articles()), round(time.perf_counter() - started, 3)))
    return Cost(ticks=tuple(thin(ticks, TICKS)))


def thin(ticks: Sequence[tuple[int, float]], most: int) -> list[tuple[int, float]]:
    """About `most` of the ticks, evenly chosen, the last among them."""
    step = max(1, len(ticks) // most)
    return [*ticks[:-1:step], ticks[-1]]


SUITE = Suite("own", "the sample archive and its questions", open_suite)
