"""Changes of the catalogue: what a writer may do, each within one transaction."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, delete, select, text

from index import tables as t
from index.catalog import Catalog, FileState, pieces, write_note
from index.records import Article, Chunk, Sentence
from index.words import fold


@contextmanager
def change(catalog: Catalog) -> Iterator[Change]:
    """One transaction: all of what is done within it is kept, or nothing; raises the generation."""
    with catalog.engine.begin() as db:
        yield Change(db)
        generation = db.scalar(select(t.notes.c.value).where(t.notes.c.key == "generation"))
        write_note(db, "generation", str(int(generation or 0) + 1))


class Change:
    """What a writer may do within one transaction."""

    def __init__(self, db: Connection) -> None:
        self._db = db

    def put(
        self, article: Article, version: str, sentences: Iterable[Sentence], chunks: Sequence[Chunk]
    ) -> list[str]:
        """Stores an article with its parts, over what had its id; gives vector ids no longer used."""
        gone = self._clear(article.id)
        values = {"version": version, **_values(article)}
        if self.has(article.id):
            self._db.execute(
                t.articles.update().where(t.articles.c.id == article.id).values(values)
            )
        else:
            self._db.execute(t.articles.insert().values(values))
        rows = [
            {"article_id": s.article_id, "start": s.start, "end": s.end, "zone": s.zone}
            for s in sentences
        ]
        if rows:
            self._db.execute(t.sentences.insert(), rows)
        for chunk in chunks:
            self._put_chunk(chunk, vector_id(version, chunk.number), article.title)
        return gone

    def has(self, id: str) -> bool:
        """Whether an article has this id."""
        known = self._db.scalar(select(t.articles.c.id).where(t.articles.c.id == id))
        return known is not None

    def update(self, article: Article) -> None:
        """Replaces what is known about an article whose text and title are the same."""
        values = _values(article)
        self._db.execute(t.articles.update().where(t.articles.c.id == article.id).values(**values))

    def place(self, location: str, file: str, shown: str, own_id: str | None, id: str) -> None:
        """Notes that an article was read at a location, whatever stood there before."""
        columns = t.locations.c
        known = self._db.scalar(select(columns.number).where(columns.location == location))
        if known is None:
            self._db.execute(
                t.locations.insert().values(
                    location=location, file=file, shown=shown, own_id=own_id, article_id=id
                )
            )
        else:
            self._db.execute(
                t.locations.update()
                .where(columns.number == known)
                .values(shown=shown, own_id=own_id, article_id=id)
            )

    def forget_places(self, locations: Sequence[str]) -> None:
        """Forgets that articles were read at these locations."""
        for some in pieces(list(locations)):
            self._db.execute(delete(t.locations).where(t.locations.c.location.in_(some)))

    def forget_files(self, files: Sequence[str]) -> None:
        """Forgets what was read of these files."""
        for some in pieces(list(files)):
            self._db.execute(delete(t.files).where(t.files.c.file.in_(some)))

    def note_file(self, file: str, state: FileState) -> None:
        """Notes that a file was read to its end."""
        self.forget_files([file])
        self._db.execute(t.files.insert().values(file=file, **state.model_dump()))

    def homeless(self) -> list[str]:
        """Ids of articles that are read from nowhere any more."""
        placed = select(t.locations.c.article_id)
        return list(self._db.scalars(select(t.articles.c.id).where(t.articles.c.id.not_in(placed))))

    def remove(self, ids: Sequence[str]) -> list[str]:
        """Removes articles with all that hangs on them; gives the ids of their vectors."""
        gone = [vector for id in ids for vector in self._clear(id)]
        for some in pieces(list(ids)):
            self._db.execute(delete(t.articles).where(t.articles.c.id.in_(some)))
        return gone

    def _clear(self, id: str) -> list[str]:
        """Takes an article's sentences, chunks and words out; gives the ids of their vectors."""
        rows = self._db.execute(
            select(t.chunks.c.number, t.chunks.c.vector_id).where(t.chunks.c.article_id == id)
        ).all()
        for row in rows:
            self._db.execute(text("DELETE FROM words WHERE rowid = :n"), {"n": row.number})
        for table in (t.chunks, t.sentences):
            self._db.execute(delete(table).where(table.c.article_id == id))
        return [row.vector_id for row in rows]

    def _put_chunk(self, chunk: Chunk, vector: str, title: str | None) -> None:
        row = self._db.execute(
            t.chunks.insert().values(
                article_id=chunk.article_id, vector_id=vector, position=chunk.number,
                start=chunk.start, end=chunk.end,
            )
        )  # fmt: skip
        self._db.execute(
            text("INSERT INTO words (rowid, title, text) VALUES (:n, :title, :text)"),
            {
                "n": row.inserted_primary_key[0],
                "title": fold(title or ""),
                "text": fold(chunk.text),
            },
        )


def vector_id(version: str, number: int) -> str:
    """The id of a chunk's vector: it names the version of the article that the vector was made of."""
    return f"{version}:{number}"


def _values(article: Article) -> dict[str, Any]:
    dated = article.dated
    return {
        "id": article.id, "sha256": article.sha256, "source": article.source, "title": article.title,
        "url": article.url, "language": article.language, "text": article.text,
        "zones": json.dumps([[z.kind, z.start, z.end] for z in article.zones]),
        "dated": dated.model_dump_json() if dated else None,
        "earliest": dated.earliest.isoformat() if dated and dated.earliest else None,
        "latest": dated.latest.isoformat() if dated and dated.latest else None,
        "located": article.located,
    }  # fmt: skip
