"""Which chunks fit: by the words they hold, by their vectors, by source and date."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Row, Select, select, text

from index import tables as t
from index.records import Record
from index.store import CatalogFile

MOST_VARIABLES = 500  # in one IN (…); SQLite once allowed 999


class Filter(Record):
    """Which articles a search may take: all conditions hold.

    `since` and `until` keep articles whose date may lie between them; `as_of` those whose earliest
    possible day is not after it. An undated article fits no condition of time.
    """

    since: date | None = None
    until: date | None = None
    as_of: date | None = None
    sources: tuple[str, ...] = ()

    def is_open(self) -> bool:
        """Whether every article fits."""
        return self == Filter()


class ChunkRow(Record):
    """A chunk as a search finds it."""

    number: int
    article_id: str
    vector_id: str
    start: int
    end: int


class ChunkLookup(CatalogFile):
    """Chunks by word, by vector and by what is known of their articles."""

    def search_words(self, query: str, k: int, limits: Filter) -> list[tuple[ChunkRow, float]]:
        """The best `k` chunks by BM25 for a full-text query, best first, the score positive."""
        columns = t.chunks.c
        statement = (
            select(t.chunks, text("-bm25(words, 0.5, 1.0) AS score"))
            .select_from(text("words"))
            .join(t.chunks, columns.number == text("words.rowid"))
            .where(text("words MATCH :query"))
            .order_by(text("score DESC"), columns.number)
            .limit(k)
        )
        statement = self._limit(statement, limits)
        with self.reading() as db:
            rows = db.execute(statement, {"query": query}).all()
        return [(_chunk_row(row), float(row.score)) for row in rows]

    def search_dated(self, query: str, k: int) -> list[tuple[str, float]]:
        """The articles of the best `k` chunks among those that tell their own day, best first.

        Equal scores go by what the chunks are made of, whatever the order of arrival.
        """
        columns = t.chunks.c
        statement = (
            select(columns.article_id, text("-bm25(words, 0.5, 1.0) AS score"))
            .select_from(text("words"))
            .join(t.chunks, columns.number == text("words.rowid"))
            .join(t.articles, t.articles.c.id == columns.article_id)
            .where(text("words MATCH :query"), t.articles.c.dating.in_(("told", "own")))
            .order_by(text("score DESC"), columns.vector_id)
            .limit(k)
        )
        with self.reading() as db:
            rows = db.execute(statement, {"query": query}).all()
        return [(row.article_id, float(row.score)) for row in rows]

    def chunk_rows(
        self, vector_ids: Sequence[str], limits: Filter | None = None
    ) -> dict[str, ChunkRow]:
        """The chunks of these vectors that the catalogue knows and the filter lets through."""
        found: dict[str, ChunkRow] = {}
        for some in pieces(vector_ids):
            statement = select(t.chunks).where(t.chunks.c.vector_id.in_(some))
            statement = self._limit(statement, limits or Filter())
            with self.reading() as db:
                rows = db.execute(statement).all()
            found |= {row.vector_id: _chunk_row(row) for row in rows}
        return found

    def vector_ids(self, limits: Filter | None = None) -> list[str]:
        """The vector ids of all chunks that the filter lets through."""
        statement = self._limit(select(t.chunks.c.vector_id), limits or Filter())
        with self.reading() as db:
            return list(db.scalars(statement))

    def frequencies(self, terms: Iterable[str]) -> dict[str, int]:
        """In how many chunks each stemmed term stands; absent terms are left out."""
        counted: dict[str, int] = {}
        for some in pieces(list(terms)):
            marks = {f"t{n}": term for n, term in enumerate(some)}
            names = ", ".join(f":{mark}" for mark in marks)
            with self.reading() as db:
                rows = db.execute(
                    text(f"SELECT term, doc FROM vocabulary WHERE term IN ({names})"), marks
                )
                counted |= {row.term: row.doc for row in rows}
        return counted

    def vocabulary(self, start: str) -> list[str]:
        """The stems in the full-text index that begin with some letters."""
        statement = text("SELECT term FROM vocabulary WHERE term >= :start AND term < :end")
        limits = {"start": start, "end": start + "\U0010ffff"}
        with self.reading() as db:
            return list(db.scalars(statement, limits))

    def sources(self) -> tuple[str, ...]:
        """The outlets that articles name, in order of their names."""
        column = t.articles.c.source
        with self.reading() as db:
            rows = db.scalars(select(column).where(column.is_not(None)).distinct().order_by(column))
            return tuple(source for source in rows if source)

    def _limit(self, statement: Select[Any], limits: Filter) -> Select[Any]:
        if limits.is_open():
            return statement
        columns = t.articles.c
        statement = statement.join(t.articles, columns.id == t.chunks.c.article_id)
        if limits.until:
            statement = statement.where(columns.earliest <= limits.until.isoformat())
        if limits.since:
            statement = statement.where(columns.latest >= limits.since.isoformat())
        if limits.as_of:
            statement = statement.where(columns.earliest <= limits.as_of.isoformat())
        if limits.sources:
            statement = statement.where(columns.source.in_(self._spellings(limits.sources)))
        return statement

    def _spellings(self, sources: Sequence[str]) -> list[str]:
        """How the archive writes these outlets; SQLite's own lower() knows ASCII alone."""
        wanted = {source.casefold() for source in sources}
        return [source for source in self.sources() if source.casefold() in wanted]


def pieces(items: Sequence[str]) -> Iterator[list[str]]:
    """The items in lists short enough for one statement."""
    for start in range(0, len(items), MOST_VARIABLES):
        yield list(items[start : start + MOST_VARIABLES])


def _chunk_row(row: Row[Any]) -> ChunkRow:
    return ChunkRow(
        number=row.number, article_id=row.article_id, vector_id=row.vector_id,
        start=row.start, end=row.end,
    )  # fmt: skip
