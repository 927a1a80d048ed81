"""Catalogues of other versions: an older one is brought up, a newer one refused and left alone."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from hashlib import sha256
from pathlib import Path

import pytest

from index import tables
from index.archive import CATALOGUE, Archive
from index.catalog import Catalog
from index.doctor import check_archive
from index.errors import ArchiveTooNew
from index.records import When
from index.settings import DEFAULTS

OLDER = sorted((Path(__file__).parent / "catalogues").glob("*.sql"))  # as older programs made them
DAY = When.model_validate({
    "edtf": "2024-03-11", "earliest": "2024-03-11", "latest": "2024-03-11", "precision": "day",
    "basis": "metadata", "derivation": "the field date says 2024-03-11",
})  # fmt: skip
STORIES = {"1": "Anna Berg met Karl Stone in Oslo on Monday.", "2": "Nobody knows the day of this."}


def make_older(path: Path, schema: Path) -> None:
    """A catalogue with a dated and an undated article of a sentence each, as written then."""
    with closing(sqlite3.connect(path)) as db:
        db.executescript(schema.read_text())
        columns = [row[1] for row in db.execute("PRAGMA table_info(articles)")]
        for number, (id, text) in enumerate(STORIES.items(), start=1):
            dated = id == "1"
            known = {
                "id": id, "version": f"v{id}", "sha256": sha256(text.encode()).hexdigest(),
                "text": text, "zones": json.dumps([["body", 0, len(text)]]),
                "dated": DAY.model_dump_json() if dated else None,
                "earliest": "2024-03-11" if dated else None,
                "latest": "2024-03-11" if dated else None,
                "candidates": "[]", "dating": "told" if dated else None,
            }  # fmt: skip
            row = [known.get(column) for column in columns]
            db.execute(f"INSERT INTO articles VALUES ({', '.join('?' * len(row))})", row)
            db.execute(
                "INSERT INTO locations (location, number, file, shown, own_id, article_id) "
                "VALUES (?, ?, ?, ?, NULL, ?)", (f"/x/{id}.txt", number, f"/x/{id}.txt", id, id),
            )  # fmt: skip
            db.execute("INSERT INTO sentences VALUES (?, 0, ?, 'body')", (id, len(text)))
            db.execute(
                "INSERT INTO chunks VALUES (?, ?, ?, 0, 0, ?)", (number, id, f"v{id}:0", len(text))
            )
            db.execute("INSERT INTO words (rowid, title, text) VALUES (?, '', ?)", (number, text))
        settings = ("settings", DEFAULTS.model_dump_json())
        db.execute("INSERT INTO notes VALUES (?, ?)", settings)
        db.commit()


def describe(path: Path) -> dict[str, set[tuple[str, str]]]:
    """Tables and indexes with their columns; the look-ups of meetings are made when needed."""
    with closing(sqlite3.connect(path)) as db:
        names = db.execute("SELECT type, name FROM sqlite_master").fetchall()
        return {
            f"{kind} {name}": {(row[1], row[2]) for row in db.execute(f"PRAGMA table_info({name})")}
            for kind, name in names
            if not name.startswith("meeting_") and "autoindex_meeting_" not in name
        }


def test_every_older_version_is_there() -> None:
    assert [path.stem for path in OLDER] == [str(n) for n in range(1, tables.VERSION)]


@pytest.mark.parametrize("schema", OLDER, ids=lambda path: path.stem)
def test_an_older_version_is_brought_up_with_all_it_holds(tmp_path: Path, schema: Path) -> None:
    make_older(tmp_path / "c.sqlite", schema)
    with closing(Catalog(tmp_path / "c.sqlite")) as catalog:
        assert catalog.note("version") == str(tables.VERSION)
        held = {one.id: (one.text, one.dated) for one in catalog.articles(STORIES)}
        assert held == {"1": (STORIES["1"], DAY), "2": (STORIES["2"], None)}
        assert catalog.undated() == ["2"]
    Catalog(tmp_path / "new.sqlite", create=True).close()
    assert describe(tmp_path / "c.sqlite") == describe(tmp_path / "new.sqlite")


@pytest.mark.parametrize("schema", OLDER, ids=lambda path: path.stem)
def test_what_an_older_version_lacks_is_made_from_the_catalogue_alone(
    tmp_path: Path, schema: Path
) -> None:
    make_older(tmp_path / CATALOGUE, schema)
    health = check_archive(tmp_path, repair=True)
    assert health.faults
    assert not health.open_faults()
    health = check_archive(tmp_path)
    assert (health.articles, health.faults, health.unfinished) == (2, (), ())
    with Archive.open(tmp_path) as archive:
        best = archive.search("Berg met Stone", 1)[0]
        assert best.similarity is not None
        assert archive.article(best.chunk.article_id).text == STORIES["1"]
        assert [one.place for one in archive.meetings(who=["Stone"])] == ["Oslo"]


def test_a_newer_version_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "c.sqlite"
    Catalog(path, create=True).close()
    with closing(sqlite3.connect(path)) as db:
        db.execute("UPDATE notes SET value = '99' WHERE key = 'version'")
        db.execute("DROP TABLE chunks")
        db.commit()
    for create in (False, True):
        with pytest.raises(ArchiveTooNew, match=f"version 99, this program reads {tables.VERSION}"):
            Catalog(path, create=create)
    with closing(sqlite3.connect(path)) as db:
        assert not db.execute("SELECT * FROM sqlite_master WHERE name = 'chunks'").fetchall()
