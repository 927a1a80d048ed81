"""What is amiss in the catalogue itself: its file, its texts, its offsets, its full-text index."""

from __future__ import annotations

from contextlib import suppress
from hashlib import sha256

from sqlalchemy import column, func, select, table, text
from sqlalchemy import exc as sql_errors

from index import tables as t
from index.catalog import Catalog
from index.changes import change
from index.errors import ArchiveError

WORDS = table("words", column("rowid"))
CHECK_WORDS = text("INSERT INTO words (words) VALUES ('integrity-check')")


def find_damage(catalog: Catalog) -> list[str]:
    """What SQLite itself says of the file; nothing where it is whole."""
    with catalog.reading() as db:
        said = [line for (line,) in db.execute(text("PRAGMA integrity_check"))]
    return [line for line in said if line != "ok"]


def count_orphans(catalog: Catalog) -> int:
    """How many rows belong to an article that is not there."""
    with catalog.reading() as db:
        return len(db.execute(text("PRAGMA foreign_key_check")).all())


def remake_indexes(catalog: Catalog) -> None:
    """Makes SQLite's indexes anew from their tables, as far as these can be read."""
    with suppress(ArchiveError), catalog.writing() as db:
        db.execute(text("REINDEX"))


def find_altered(catalog: Catalog) -> list[str]:
    """Ids of articles whose text is not the one that was read."""
    columns = t.articles.c
    with catalog.reading() as db:
        rows = db.execute(select(columns.id, columns.sha256, columns.text))
        return [id for id, sha, told in rows if sha256(told.encode()).hexdigest() != sha]


def find_strays(catalog: Catalog) -> list[str]:
    """Ids of articles with a sentence or chunk that is empty or leaves its text."""
    strays: set[str] = set()
    with catalog.reading() as db:
        for parts in (t.sentences, t.chunks):
            columns = parts.c
            outside = columns.end > func.length(t.articles.c.text)
            empty = (columns.start < 0) | (columns.end <= columns.start)
            found = select(columns.article_id).join(t.articles).where(outside | empty)
            strays.update(db.scalars(found))
    return sorted(strays)


def compare_words(catalog: Catalog) -> tuple[int, int]:
    """How many chunks the full-text index lacks, and how many of its rows belong to no chunk."""
    with catalog.reading() as db:
        chunks = set(db.scalars(select(t.chunks.c.number)))
        rows = set(db.scalars(select(WORDS.c.rowid)))
    return len(chunks - rows), len(rows - chunks)


def words_agree(catalog: Catalog) -> bool:
    """Whether the full-text index holds the words of its own rows."""
    try:
        with catalog.engine.begin() as db:
            db.execute(CHECK_WORDS)
    except sql_errors.DatabaseError:
        return False
    return True


def remake_words(catalog: Catalog) -> None:
    """Makes the full-text index anew from the articles and chunks."""
    with change(catalog) as db:
        db.clear_words()
        for article in catalog.articles(catalog.article_ids()):
            db.put_words(catalog.numbered_chunks(article), article.title)
