"""The archive as others use it: opened, asked, changed, closed."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from conftest import LIMA, OSLO, RIGA, Shelf

from index.archive import CATALOGUE, Archive
from index.errors import (
    ArchiveDamaged,
    ArchiveError,
    ArchiveLocked,
    ArchiveMissing,
    ArchiveTooNew,
    UsageError,
)
from index.settings import DEFAULTS


def test_a_missing_archive_is_not_made_by_opening_it(tmp_path: Path) -> None:
    with pytest.raises(ArchiveMissing, match="dateline index FOLDER"):
        Archive.open(tmp_path / "none")
    assert not (tmp_path / "none").exists()


def test_what_is_no_archive_is_refused_as_such(tmp_path: Path) -> None:
    (tmp_path / CATALOGUE).write_text("no database " * 99)
    for open_it in (Archive.open, Archive.make):
        with pytest.raises(ArchiveDamaged):
            open_it(tmp_path)
    (tmp_path / "file").touch()
    with pytest.raises(ArchiveError, match="cannot be made"):
        Archive.make(tmp_path / "file" / "archive")


def test_a_newer_archive_is_refused(shelf: Shelf) -> None:
    shelf.archive.catalog.set_note("version", "99")
    for open_it in (Archive.open, Archive.make):
        with pytest.raises(ArchiveTooNew):
            open_it(shelf.archive.folder)


def test_build_makes_and_completes(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(OSLO)
    with Archive.build([tmp_path / "a.txt"], tmp_path / "archive") as archive:
        assert [article.text for article in archive.articles()] == [OSLO]
    (tmp_path / "b.txt").write_text(RIGA)
    with Archive.build([str(tmp_path / "b.txt")], str(tmp_path / "archive")) as archive:
        assert len(archive.list_articles()) == 2
        assert archive.made_with() == DEFAULTS


def test_finds_by_id_and_path_or_says_why_not(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    shelf.write("f.jsonl", [{"id": "7", "text": OSLO}, {"id": "8", "text": RIGA}])
    shelf.index()
    monkeypatch.chdir(shelf.sources)
    for name in ("7", "sources/f.jsonl#1", "f.jsonl#1", str(shelf.sources / "f.jsonl#1")):
        assert shelf.archive.find(name).text == OSLO, name
    with pytest.raises(UsageError, match="the path of 2 articles: 7, 8"):
        shelf.archive.find("f.jsonl")
    with pytest.raises(UsageError, match="no article has the id or path 9"):
        shelf.archive.find("9")
    with pytest.raises(UsageError, match="no article has the id f"):
        shelf.archive.article("f.jsonl")


def test_removes_with_vectors_and_reads_again_when_asked(shelf: Shelf) -> None:
    shelf.write("a.txt", OSLO)
    shelf.write("f.jsonl", [{"id": "7", "text": RIGA}, {"id": "8", "text": LIMA}])
    shelf.index()
    archive = shelf.archive
    before = archive.digest()
    with pytest.raises(UsageError):
        archive.remove(["7", "nobody"])
    assert archive.digest() == before, "all or none"
    assert archive.remove(["sources/a.txt", "7", "7"]) == [archive_id(OSLO), "7"]
    assert [article.text for article in archive.articles()] == [LIMA]
    assert archive.vectors.ids() == set(archive.catalog.vector_ids())
    assert archive.digest() != before
    report = shelf.index()
    assert (report.added, report.unchanged) == (2, 1)
    assert archive.digest() == before


def archive_id(text: str) -> str:
    from hashlib import sha256

    return sha256(text.encode()).hexdigest()[:16]


def test_two_archives_in_one_process(shelf: Shelf, archive: Archive) -> None:
    shelf.write("a.txt", OSLO)
    shelf.index()
    with Archive.open(shelf.archive.folder) as second:
        assert len(second.search("herring", 3)) == len(shelf.archive.search("herring", 3)) == 1
        with pytest.raises(ArchiveLocked), second.writing(), shelf.archive.writing():
            pass
        shelf.write("b.txt", RIGA)
        shelf.index()
        hits = second.search("the ferry in the ice", 3)
        assert [hit.similarity is not None for hit in hits] == [True, True]
    assert len(shelf.archive.search("herring", 3)) == 2, "closing one leaves the other open"
    assert archive.search("herring", 3)


def test_a_change_is_noticed_once(shelf: Shelf) -> None:
    shelf.write("a.txt", OSLO)
    with Archive.open(shelf.archive.folder) as reader:
        empty, generation = reader.digest(), reader.generation
        assert reader.search("herring") == []
        assert not reader.refresh()
        shelf.index()
        assert reader.refresh()
        assert reader.generation > generation
        assert reader.digest() == shelf.archive.digest() != empty
        assert not reader.refresh()


def test_threads_may_search_while_another_writes(shelf: Shelf) -> None:
    shelf.write("a.txt", OSLO)
    shelf.index()
    faults: list[BaseException] = []
    done = threading.Event()

    def search() -> None:
        try:
            while not done.is_set():
                hits = shelf.archive.search("herring talks in Oslo", 3)
                assert hits
                for hit in hits:
                    article = shelf.archive.article(hit.chunk.article_id)
                    assert article.text[hit.chunk.start : hit.chunk.end]
        except BaseException as fault:  # noqa: BLE001 - a thread's fault must reach the test
            faults.append(fault)

    threads = [threading.Thread(target=search) for _ in range(2)]
    for thread in threads:
        thread.start()
    try:
        with Archive.open(shelf.archive.folder) as other:
            for number in range(2):
                shelf.write(f"{number}.txt", f"{RIGA} Report {number}.")
                shelf.index(archive=other)
    finally:
        done.set()
        for thread in threads:
            thread.join()
    assert not faults


def test_sources_dates_and_settings_are_told(archive: Archive) -> None:
    assert list(archive.sources()) == sorted(archive.sources())
    assert archive.has_undated()
    days = [item.dated.earliest for item in archive.list_articles() if item.dated]
    assert [day for day in days if day] == sorted(day for day in days if day)
    assert DEFAULTS.digest() != DEFAULTS.model_copy(update={"overlap": 5}).digest()
