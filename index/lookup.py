"""Which chunks fit: by the words they hold, by their vectors, by source and date."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, TypeVar

from sqlalchemy import Row, Select, func, select, text

from index import tables as t
from index.records import Record
from index.store import CatalogFile

T = TypeVar("T")

if TYPE_CHECKING:  # NumPy is not needed to list articles
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.int64]

# Articles whose day hangs on no other (dating_pass.py)
DATED_BY_ITSELF = ("told", "own", "corrected")
MOST_VARIABLES = 500  # in one IN (…); SQLite once allowed 999
# "+" keeps SQLite from going through the numbers one by one, a search for each
BEST, BEST_AMONG = (
    text(
        "SELECT rowid, -bm25(words, 0.5, 1.0) AS score FROM words "
        f"WHERE words MATCH :query {limit} ORDER BY score DESC, rowid LIMIT :k"
    )
    for limit in ("", "AND +rowid IN (SELECT value FROM json_each(:among))")
)


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

    def search_words(
        self, query: str, k: int, among: Iterable[int] | None = None
    ) -> list[tuple[int, float]]:
        """The numbers of the best `k` chunks by BM25 for a full-text query, the score positive.

        Best first; `among` limits the choice to these numbers, the scores are the same.
        """
        told = {"query": query, "k": k}
        if among is not None:
            told["among"] = json.dumps(list(among))
        with self.reading() as db:
            rows = db.execute(BEST if among is None else BEST_AMONG, told)
            return [(number, score) for number, score in rows]

    def numbers_holding(self, query: str) -> Numbers:
        """The numbers of all chunks that a full-text query finds, without scores: 10 times faster.

        As one text, since a row for each would take longer than the search.
        """
        holding = text("SELECT group_concat(rowid) FROM words WHERE words MATCH :query")
        with self.reading() as db:
            return _numbers(db.scalar(holding, {"query": query}))

    def numbers(self, limits: Filter) -> Numbers:
        """The numbers of all chunks that the filter lets through, in no order."""
        statement = self._limit(select(func.group_concat(t.chunks.c.number)), limits)
        with self.reading() as db:
            return _numbers(db.scalar(statement))

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
            .where(text("words MATCH :query"), t.articles.c.dating.in_(DATED_BY_ITSELF))
            .order_by(text("score DESC"), columns.vector_id)
            .limit(k)
        )
        with self.reading() as db:
            rows = db.execute(statement, {"query": query}).all()
        return [(row.article_id, float(row.score)) for row in rows]

    def packed(self, limits: Filter) -> list[tuple[list[int], bytes]]:
        """By article that passes, the numbers of its chunks in order, and their vectors packed.

        Nothing of an article whose vectors are not packed (index/meanings.py).
        """
        c, m = t.chunks.c, t.meanings.c
        numbers: dict[str, list[int]] = defaultdict(list)
        chunks = self._limit(select(c.article_id, c.number).order_by(c.position), limits)
        vectors = select(m.article_id, m.chunks)
        if not limits.is_open():
            passing = self._limit(select(c.article_id), limits).scalar_subquery()
            vectors = vectors.where(m.article_id.in_(passing))
        with self.reading() as db:
            for article, number in db.execute(chunks):
                numbers[article].append(number)
            return [(numbers[article], packed) for article, packed in db.execute(vectors)]

    def numbers_of(self, vector_ids: Sequence[str]) -> dict[str, int]:
        """By vector id the number of its chunk, of those that the catalogue knows."""
        c = t.chunks.c
        found: dict[str, int] = {}
        for some in pieces(vector_ids):
            with self.reading() as db:
                rows = db.execute(select(c.vector_id, c.number).where(c.vector_id.in_(some)))
                found |= dict(tuple(row) for row in rows)
        return found

    def numbered(self, numbers: Sequence[int]) -> dict[int, ChunkRow]:
        """The chunks of these numbers; what the catalogue does not know is left out."""
        found: dict[int, ChunkRow] = {}
        for some in pieces(numbers):
            with self.reading() as db:
                rows = db.execute(select(t.chunks).where(t.chunks.c.number.in_(some)))
                found |= {row.number: _chunk_row(row) for row in rows}
        return found

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
        statement = select(column).where(column.is_not(None)).distinct().order_by(column)

        def look() -> tuple[str, ...]:
            with self.reading() as db:
                return tuple(source for source in db.scalars(statement) if source)

        return self.once("sources", look)

    def count_chunks(self) -> int:
        """How many chunks there are."""

        def look() -> int:
            with self.reading() as db:
                return db.scalar(select(func.count()).select_from(t.chunks)) or 0

        return self.once("chunks", look)

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


def pieces(items: Sequence[T]) -> Iterator[list[T]]:
    """The items in lists short enough for one statement."""
    return in_lists(items, MOST_VARIABLES)


def in_lists(items: Sequence[T], most: int) -> Iterator[list[T]]:
    """The items in lists of so many at most."""
    for start in range(0, len(items), most):
        yield list(items[start : start + most])


def _numbers(told: str | None) -> Numbers:
    import numpy as np

    return np.fromstring(told or "", dtype=np.int64, sep=",")


def _chunk_row(row: Row[Any]) -> ChunkRow:
    return ChunkRow(
        number=row.number, article_id=row.article_id, vector_id=row.vector_id,
        start=row.start, end=row.end,
    )  # fmt: skip
