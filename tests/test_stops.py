"""Stops: a writer killed or out of disk leaves whole articles, and the next one goes on."""

from __future__ import annotations

import random
import signal
import time
from pathlib import Path

import pytest
import writers
from conftest import BONN, LIMA, OSLO, RIGA, Shelf

from index import ingest
from index.archive import CATALOGUE, Archive
from index.doctor import check_archive
from index.embeddings import QuestionEmbedder
from index.errors import ArchiveLocked
from index.report import Report
from index.search import Searcher

# Of one chunk each, stored by twos, in order of their names.
STORIES = [f"{text} So edition {n}." for n in (1, 2) for text in (OSLO, RIGA, LIMA, BONN)]


def write_stories(folder: Path, stories: list[str]) -> Path:
    folder.mkdir(exist_ok=True)
    for number, text in enumerate(stories):
        (folder / f"{number}.txt").write_text(text)
    return folder


def assert_whole(archive: Archive, told: set[str]) -> None:
    """After a stop: whole articles only, each with its vectors."""
    assert {article.text for article in archive.articles()} <= told
    for article in archive.articles():
        assert archive.catalog.chunks(article), "no half article"
    assert set(archive.catalog.vector_ids()) <= archive.vectors.ids()


def assert_mended(archive: Archive, sources: Path, embedder: QuestionEmbedder) -> None:
    """After the next run: all that stands there, nothing else, and every hit opens at its words."""
    archive.searcher = Searcher(archive.catalog, archive.vectors, embedder)
    writers.index(archive, sources, embedder)
    now = {path.read_text() for path in sources.iterdir()}
    assert {article.text for article in archive.articles()} == now
    for text in sorted(now)[::3]:
        best = archive.search(text, 3)[0].chunk
        assert archive.article(best.article_id).text[best.start : best.end] == text
    assert check_archive(archive.folder).faults == ()


@pytest.mark.parametrize("point, calls, kept", [
    ("before embedding", 3, 4), ("after add", 1, 0), ("before commit", 3, 1),
    ("before commit", 6, 4),
])  # fmt: skip
def test_killed_while_adding(
    tmp_path: Path, point: str, calls: int, kept: int, embedder: QuestionEmbedder
) -> None:
    sources = write_stories(tmp_path / "sources", STORIES)
    process = writers.start(writers.die_at, tmp_path / "archive", sources, point, calls)
    process.join(30)
    assert process.exitcode == -signal.SIGKILL
    with Archive.open(tmp_path / "archive") as archive:
        assert {article.text for article in archive.articles()} == set(STORIES[:kept])
        assert_whole(archive, set(STORIES))
        assert_mended(archive, sources, embedder)


@pytest.mark.parametrize("point, calls, new", [
    ("after add", 2, 2), ("before commit", 3, 1), ("before remove", 1, 2), ("before remove", 5, 8),
])  # fmt: skip
def test_killed_while_replacing(
    tmp_path: Path, point: str, calls: int, new: int, embedder: QuestionEmbedder
) -> None:
    sources = write_stories(tmp_path / "sources", [*STORIES, "A ninth story that will be gone."])
    with Archive.make(tmp_path / "archive") as archive:
        writers.index(archive, sources, embedder)
    again = write_stories(sources, [f"Corrected. {text}" for text in STORIES])
    (again / "8.txt").unlink()
    process = writers.start(writers.die_at, tmp_path / "archive", sources, point, calls)
    process.join(30)
    assert process.exitcode == -signal.SIGKILL
    with Archive.open(tmp_path / "archive") as archive:
        texts = [article.text for article in archive.articles()]
        assert sum(text.startswith("Corrected") for text in texts) == new
        assert len([text for text in texts if "edition" in text]) == 8, "each in one version"
        assert_whole(archive, set(texts))
        assert_mended(archive, sources, embedder)


def test_killed_at_any_moment(tmp_path: Path, embedder: QuestionEmbedder) -> None:
    sources = write_stories(tmp_path / "sources", STORIES)
    for _ in range(3):
        process = writers.start(writers.index_all, tmp_path / "archive", sources)
        process.join(random.uniform(0.1, 1.0))
        process.kill()
        process.join(30)
        if (tmp_path / "archive" / CATALOGUE).exists():
            with Archive.make(tmp_path / "archive") as archive:
                assert_whole(archive, set(STORIES))
    with Archive.make(tmp_path / "archive") as archive:
        assert_mended(archive, sources, embedder)


def test_interrupted_and_gone_on(tmp_path: Path, embedder: QuestionEmbedder) -> None:
    sources = write_stories(tmp_path / "sources", STORIES)
    process = writers.start(writers.interrupt_at, tmp_path / "archive", sources, 3)
    process.join(30)
    assert process.exitcode == 130
    with Archive.make(tmp_path / "archive") as archive:
        assert archive.catalog.counts()["articles"] == 4
        before = set(archive.catalog.vector_ids())
        report = run_all(archive, sources, embedder)
        assert (report.added, report.unchanged) == (4, 4)
        assert before < archive.vectors.ids(), "what was stored is not embedded again"


def run_all(archive: Archive, sources: Path, embedder: QuestionEmbedder) -> Report:
    with archive.writing():
        writer = ingest.Writer(archive.catalog, archive.vectors, embedder, archive.settings)
        return writer.run([sources], prune=False, progress=lambda done, total: None)


def test_on_a_full_disk_what_was_committed_is_kept(
    tmp_path: Path, embedder: QuestionEmbedder
) -> None:
    sources = write_stories(tmp_path / "sources", STORIES[:2])
    with Archive.make(tmp_path / "archive") as archive:
        writers.index(archive, sources, embedder)
    write_stories(sources, STORIES)
    largest = max(path.stat().st_size for path in (tmp_path / "archive").rglob("*"))
    process = writers.start(writers.fill_disk, tmp_path / "archive", sources, largest + 8192)
    process.join(30)
    assert process.exitcode == writers.COULD_NOT
    with Archive.make(tmp_path / "archive") as archive:
        assert set(STORIES[:2]) <= {article.text for article in archive.articles()}
        assert_whole(archive, set(STORIES))
        assert_mended(archive, sources, embedder)


def test_one_writer_at_a_time_and_readers_undisturbed(
    shelf: Shelf, embedder: QuestionEmbedder
) -> None:
    shelf.write("a.txt", OSLO)
    shelf.index()
    holding = writers.SERVER.Event()
    process = writers.start(writers.hold, shelf.archive.folder, holding)
    assert holding.wait(30)
    started = time.monotonic()
    with pytest.raises(ArchiveLocked, match="another process is writing"):
        shelf.index()
    with pytest.raises(ArchiveLocked):
        Archive.make(shelf.archive.folder)
    assert time.monotonic() - started < 1
    with Archive.open(shelf.archive.folder) as reader:
        assert reader.search("herring talks in Oslo", 1)
    process.kill()
    process.join(30)
    assert shelf.index().unchanged == 1, "the lock of a dead process is free"


def test_a_reader_sees_what_another_process_wrote(shelf: Shelf) -> None:
    shelf.write("a.txt", OSLO)
    shelf.index()
    reader = shelf.archive
    assert len(reader.search("llama at the reception", 5)) == 1
    shelf.write("b.txt", LIMA)
    process = writers.start(writers.index_all, reader.folder, shelf.sources)
    process.join(30)
    best = reader.search("llama at the reception", 5)[0]
    assert reader.article(best.chunk.article_id).text == LIMA
    assert best.similarity is not None, "found by its vector too"


def test_a_reader_that_opens_while_a_writer_writes_sees_what_follows(
    tmp_path: Path, embedder: QuestionEmbedder
) -> None:
    sources = write_stories(tmp_path / "sources", STORIES)
    reached, go_on = writers.SERVER.Event(), writers.SERVER.Event()
    process = writers.start(writers.pause_at, tmp_path / "archive", sources, reached, go_on)
    assert reached.wait(60)
    with Archive.open(tmp_path / "archive") as reader:
        reader.searcher = Searcher(reader.catalog, reader.vectors, embedder)
        assert found(reader) == set(STORIES[:4]), "what was committed, while the writer waits"
        go_on.set()
        process.join(60)
        assert process.exitcode == 0
        assert found(reader) == set(STORIES)


def found(reader: Archive) -> set[str]:
    """The texts that searches open at."""
    hits = [hit for text in STORIES for hit in reader.search(text, 3)]
    assert all(hit.similarity is not None for hit in hits)
    chunks = [hit.chunk for hit in hits]
    return {reader.article(one.article_id).text[one.start : one.end] for one in chunks}
