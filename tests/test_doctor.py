"""The doctor: what is amiss is found, and what is derived is mended from the catalogue alone."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest

from index.archive import CATALOGUE, VECTORS, Archive
from index.catalog import Filter
from index.doctor import check_archive
from index.embeddings import QuestionEmbedder
from index.errors import ArchiveDamaged, ArchiveError, ArchiveLocked, ArchiveMissing
from index.ingest import Writer
from index.settings import DEFAULTS

STORY = '{{"id": "{0}", "text": "Berg met Stone in Oslo, time {0}. They spoke of herring."}}\n'
LINES = "".join(STORY.format(number) for number in range(6))


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory, embedder: QuestionEmbedder) -> Path:
    """An archive of six articles in which nothing is amiss."""
    folder = tmp_path_factory.mktemp("doctor")
    (folder / "f.jsonl").write_text(LINES)
    with Archive.make(folder / "archive") as archive, archive.writing():
        writer = Writer(archive.catalog, archive.vectors, embedder, archive.settings)
        writer.run([folder / "f.jsonl"], prune=False, progress=lambda done, total: None)
    return folder / "archive"


@pytest.fixture
def patient(sound: Path, tmp_path: Path) -> Iterator[Path]:
    """A copy to hurt."""
    yield Path(shutil.copytree(sound, tmp_path / "archive"))


def sql(*statements: str) -> Callable[[Path], None]:
    def hurt(folder: Path) -> None:
        with sqlite3.connect(folder / CATALOGUE) as db:
            for statement in statements:
                db.execute(statement)

    return hurt


def lose_vectors(folder: Path) -> None:
    with Archive.open(folder) as archive:
        archive.vectors.remove(sorted(archive.vectors.ids())[:2])


def add_vectors(folder: Path) -> None:
    with Archive.open(folder) as archive:
        vectors = archive.embedder.embed(["nobody knows me"] * 3)
        archive.vectors.add(["stray:0", "stray:1", "stray:2"], vectors)


def damage_vectors(folder: Path) -> None:
    (folder / VECTORS / "chroma.sqlite3").write_bytes(b"no database" * 99)


def lose_all_vectors(folder: Path) -> None:
    shutil.rmtree(folder / VECTORS)


def lose_the_graph(folder: Path) -> None:
    """As when a disk lost the folder beside chroma.sqlite3, which alone lists the ids."""
    with Archive.open(folder) as archive:
        filling = [f"fill:{number}" for number in range(2400)]  # Chroma writes it out after 1,000
        archive.vectors.add(filling, np.eye(2400, DEFAULTS.dimensions, dtype=np.float32) + 0.01)
        archive.vectors.remove(filling)
    for path in (folder / VECTORS).iterdir():
        if path.is_dir():
            shutil.rmtree(path)


OTHER_MODEL = DEFAULTS.model_copy(update={"model": "another"}).model_dump_json()
OTHER_WEIGHTS = DEFAULTS.model_copy(update={"weights": "0" * 64}).model_dump_json()

MENDED = [
    ("vectors missing", lose_vectors, "2 chunks have no vector"),
    ("all vectors missing", lose_all_vectors, "6 chunks have no vector"),
    ("the graph missing", lose_the_graph, "6 chunks have no vector"),
    ("vectors unknown", add_vectors, "3 vectors belong to no chunk"),
    ("vectors unreadable", damage_vectors, "cannot be used"),
    ("words missing", sql("DELETE FROM words WHERE rowid IN (2, 3)"), "lacks 2 chunks"),
    ("words strange", sql("INSERT INTO words (rowid, title, text) VALUES (99, '', 'x')"),
     "1 rows of no chunk"),
    ("words altered", sql("UPDATE words_content SET c1 = 'whale' WHERE id = 1"), "its own rows"),
    ("meanings missing", sql("DELETE FROM meanings WHERE article_id = '2'"),
     "1 articles have no vectors of their sentences"),
    ("another model", sql(f"UPDATE notes SET value = '{OTHER_MODEL}' WHERE key = 'settings'"),
     "made with another"),
    ("other weights", sql(f"UPDATE notes SET value = '{OTHER_WEIGHTS}' WHERE key = 'settings'"),
     "weights 00000000"),
]  # fmt: skip


@pytest.mark.parametrize("hurt, said", [row[1:] for row in MENDED], ids=[row[0] for row in MENDED])
def test_finds_and_mends(patient: Path, hurt: Callable[[Path], None], said: str) -> None:
    hurt(patient)
    found = check_archive(patient)
    assert [said in fault.what for fault in found.open_faults()].count(True) == 1
    mended = check_archive(patient, repair=True)
    assert mended.faults
    assert not mended.open_faults()
    assert check_archive(patient).faults == ()
    with Archive.open(patient) as archive:
        hits = archive.search("herring", 6)
        assert len(hits) == 6
        assert all(hit.similarity is not None for hit in hits)
        assert len(archive.searcher.matching("herring", 10, Filter())) == 6


@pytest.mark.parametrize("hurt, said", [
    (sql("UPDATE articles SET text = replace(text, 'Oslo', 'Bonn') WHERE id = '3'"),
     "article 3: its text is not the one that was read; `dateline remove 3`"),
    (sql('UPDATE chunks SET "end" = 9999 WHERE article_id = \'2\''), "article 2: a sentence or"),
    (sql("UPDATE sentences SET start = -1 WHERE article_id = '4' AND start = 0"),
     "article 4: a sentence or chunk leaves its text"),
    (sql("PRAGMA foreign_keys = OFF", "DELETE FROM articles WHERE id = '1'"), "no parent"),
])  # fmt: skip
def test_finds_what_only_the_sources_can_mend(
    patient: Path, hurt: Callable[[Path], None], said: str
) -> None:
    hurt(patient)
    health = check_archive(patient, repair=True)
    assert any(said in fault.what and not fault.mended for fault in health.faults)


def test_what_it_advises_helps(patient: Path, sound: Path) -> None:
    sql("UPDATE articles SET text = replace(text, 'Oslo', 'Bonn') WHERE id = '3'")(patient)
    with Archive.open(patient) as archive:
        archive.remove(["3"])
        archive.index([sound.parent / "f.jsonl"])
        assert "Oslo" in archive.article("3").text
    assert check_archive(patient).faults == ()


def test_sound(patient: Path) -> None:
    health = check_archive(patient)
    assert (health.articles, health.chunks, health.faults) == (6, 6, ())
    assert check_archive(patient, repair=True) == health


def test_the_sample_archive_is_sound(archive: Archive) -> None:
    health = check_archive(archive.folder)
    assert health.faults == ()
    assert health.articles == len(archive.list_articles())


def test_refuses_what_it_cannot_check(patient: Path, tmp_path: Path) -> None:
    with pytest.raises(ArchiveMissing):
        check_archive(tmp_path / "nowhere")
    with Archive.open(patient) as archive, archive.writing(), pytest.raises(ArchiveLocked):
        check_archive(patient)
    (patient / CATALOGUE).write_bytes(b"no database" * 99)
    with pytest.raises(ArchiveDamaged):
        check_archive(patient, repair=True)


def test_an_archive_of_another_model_is_not_searched(patient: Path) -> None:
    sql(f"UPDATE notes SET value = '{OTHER_MODEL}' WHERE key = 'settings'")(patient)
    for open_it in (Archive.open, Archive.make):
        with pytest.raises(ArchiveError, match=r"embedded with another .* doctor --repair"):
            open_it(patient)


def test_a_reader_sees_what_was_mended(patient: Path) -> None:
    lose_all_vectors(patient)
    sql("DELETE FROM meanings")(patient)
    with Archive.open(patient) as reader:
        assert all(hit.similarity is None for hit in reader.search("herring", 6))
        check_archive(patient, repair=True)
        assert all(hit.similarity is not None for hit in reader.search("herring", 6))
