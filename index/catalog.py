"""The catalogue: articles, where they were read, sentences, chunks, full text. It is the truth.

One article is one transaction. Every commit raises the generation, by which readers notice.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Row, Select, create_engine, delete, event, func, select, text
from sqlalchemy import exc as sql_errors

from index import tables as t
from index.errors import ArchiveDamaged, ArchiveTooNew
from index.records import Article, Chunk, Record, Sentence, When, Zone

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


class Listed(Record):
    """An article in a list: all but its text."""

    id: str
    title: str | None
    source: str | None
    url: str | None
    path: str
    language: str | None
    dated: When | None
    located: str | None


class FileState(Record):
    """What tells that a file is as it was read."""

    size: int
    modified: int
    reading: str


class Catalog:
    """The catalogue in a file; `create` makes it where it is missing."""

    def __init__(self, path: Path, *, create: bool = False) -> None:
        self._path = path
        self.engine = create_engine(f"sqlite:///{path}", connect_args={"timeout": 30})
        event.listen(self.engine, "connect", _set_up_connection)
        if create:
            self._create()
        self._check()

    def close(self) -> None:
        """Lets go of the file."""
        self.engine.dispose()

    # Notes

    def note(self, key: str) -> str | None:
        """What the archive notes of itself under a key."""
        with self._reading() as db:
            return db.scalar(select(t.notes.c.value).where(t.notes.c.key == key))

    def set_note(self, key: str, value: str) -> None:
        """Writes such a note."""
        with self.engine.begin() as db:
            write_note(db, key, value)

    def generation(self) -> int:
        """A number that grows with every change."""
        return int(self.note("generation") or 0)

    def digest(self) -> str:
        """Sixteen hex digits that depend on the articles alone, whatever order they came in."""
        with self._reading() as db:
            rows = db.execute(
                select(t.articles.c.id, t.articles.c.sha256).order_by(t.articles.c.id)
            )
            return sha256("".join(f"{id}\0{sha}\n" for id, sha in rows).encode()).hexdigest()[:16]

    def sources(self) -> tuple[str, ...]:
        """The outlets that articles name, in order of their names."""
        column = t.articles.c.source
        with self._reading() as db:
            rows = db.scalars(select(column).where(column.is_not(None)).distinct().order_by(column))
            return tuple(source for source in rows if source)

    def has_undated(self) -> bool:
        """Whether some article has no date."""
        with self._reading() as db:
            undated = select(t.articles.c.id).where(t.articles.c.earliest.is_(None)).limit(1)
            return db.scalar(undated) is not None

    # Reading

    def counts(self) -> dict[str, int]:
        """Rows of articles, sentences and chunks."""
        with self._reading() as db:
            return {
                table.name: db.scalar(select(func.count()).select_from(table)) or 0
                for table in (t.articles, t.sentences, t.chunks)
            }

    def article_ids(self) -> list[str]:
        """All ids, oldest article first, the undated last, by id where equal."""
        columns = t.articles.c
        with self._reading() as db:
            order = (columns.earliest.is_(None), columns.earliest, columns.id)
            return list(db.scalars(select(columns.id).order_by(*order)))

    def list_articles(self) -> list[Listed]:
        """What is known of every article, without its text, in order of date, the undated last."""
        a, places = t.articles.c, t.locations.c
        first = select(places.article_id, func.min(places.number).label("n")).group_by(
            places.article_id
        )
        firsts = first.subquery()
        columns = (a.id, a.title, a.source, a.url, a.language, a.dated, a.located, places.shown)
        statement = (
            select(*columns)
            .join(firsts, firsts.c.article_id == a.id, isouter=True)
            .join(t.locations, places.number == firsts.c.n, isouter=True)
            .order_by(a.earliest.is_(None), a.earliest, a.id)
        )
        with self._reading() as db:
            return [
                Listed(
                    id=row.id, title=row.title, source=row.source, url=row.url, language=row.language,
                    path=row.shown or "", located=row.located,
                    dated=When.model_validate_json(row.dated) if row.dated else None,
                )
                for row in db.execute(statement)
            ]  # fmt: skip

    def spans(self, id: str) -> list[tuple[int, int]]:
        """Start and end of every sentence and chunk of an article."""
        with self._reading() as db:
            found: list[tuple[int, int]] = []
            for table in (t.sentences, t.chunks):
                rows = db.execute(
                    select(table.c.start, table.c.end).where(table.c.article_id == id)
                )
                found += [(start, end) for start, end in rows]
        return found

    def check_files(self) -> Iterator[str]:
        """What the store itself finds amiss, in words."""
        with self._reading() as db:
            for (said,) in db.execute(text("PRAGMA integrity_check")):
                if said != "ok":
                    yield f"the catalogue's file is damaged: {said}"
            words = db.scalar(text("SELECT count(*) FROM words"))
            chunks = db.scalar(select(func.count()).select_from(t.chunks))
        if words != chunks:
            yield f"the full-text index holds {words} chunks, the catalogue {chunks}"

    def articles(self, ids: Iterable[str]) -> Iterator[Article]:
        """Articles by id, in the order asked for; ids that are not there are passed over."""
        for some in pieces(list(ids)):
            with self._reading() as db:
                rows = db.execute(select(t.articles).where(t.articles.c.id.in_(some))).all()
                places = _places(db, some)
            found = {row.id: _article(row, places[row.id]) for row in rows}
            yield from (found[id] for id in some if id in found)

    def find(self, name: str) -> list[str]:
        """The ids of articles with this id or read from this path; several where it is ambiguous."""
        with self._reading() as db:
            if db.scalar(select(t.articles.c.id).where(t.articles.c.id == name)):
                return [name]
            places = t.locations.c
            same = (places.shown == name) | (places.location == name) | (places.own_id == name)
            in_file = (places.file == name) | places.shown.startswith(f"{name}#", autoescape=True)
            for condition in (same, in_file):
                ids = list(db.scalars(select(places.article_id).where(condition).distinct()))
                if ids:
                    return ids
        return []

    def sentences(self, article: Article) -> list[Sentence]:
        """The article's sentences in order."""
        columns = t.sentences.c
        with self._reading() as db:
            rows = db.execute(
                select(columns.start, columns.end, columns.zone)
                .where(columns.article_id == article.id)
                .order_by(columns.start)
            )
            return [
                Sentence(
                    article_id=article.id, start=s, end=e, text=article.text[s:e], zone=zone
                )
                for s, e, zone in rows
            ]  # fmt: skip

    def chunks(self, article: Article) -> list[tuple[str, Chunk]]:
        """The article's chunks in order, each with the id of its vector."""
        with self._reading() as db:
            rows = db.execute(
                select(t.chunks)
                .where(t.chunks.c.article_id == article.id)
                .order_by(t.chunks.c.position)
            )
            return [
                (
                    row.vector_id,
                    Chunk(
                        article_id=article.id, number=row.position, start=row.start, end=row.end,
                        text=article.text[row.start : row.end],
                    ),
                )
                for row in rows
            ]  # fmt: skip

    # Searching

    def search_words(self, query: str, k: int, limits: Filter) -> list[tuple[ChunkRow, float]]:
        """The best `k` chunks by BM25 for a full-text query, best first, the score positive."""
        columns = t.chunks.c
        statement = (
            select(t.chunks, text("-bm25(words, 0.5, 1.0) AS score"))
            .select_from(text("words"))
            .join(t.chunks, columns.number == text("words.rowid"))
            .where(text("words MATCH :query"))
            .order_by(text("score DESC"))
            .limit(k)
        )
        with self._reading() as db:
            rows = db.execute(_limit(statement, limits), {"query": query}).all()
        return [(_chunk_row(row), float(row.score)) for row in rows]

    def chunk_rows(self, vector_ids: Sequence[str], limits: Filter) -> dict[str, ChunkRow]:
        """The chunks of these vectors that the catalogue knows and the filter lets through."""
        found: dict[str, ChunkRow] = {}
        for some in pieces(list(vector_ids)):
            statement = select(t.chunks).where(t.chunks.c.vector_id.in_(some))
            with self._reading() as db:
                rows = db.execute(_limit(statement, limits)).all()
            found |= {row.vector_id: _chunk_row(row) for row in rows}
        return found

    def vector_ids(self, limits: Filter | None = None) -> list[str]:
        """The vector ids of all chunks that the filter lets through."""
        with self._reading() as db:
            return list(db.scalars(_limit(select(t.chunks.c.vector_id), limits or Filter())))

    def frequencies(self, terms: Iterable[str]) -> dict[str, int]:
        """In how many chunks each stemmed term stands; absent terms are left out."""
        wanted = list(terms)
        counted: dict[str, int] = {}
        for some in pieces(wanted):
            marks = {f"t{n}": term for n, term in enumerate(some)}
            names = ", ".join(f":{mark}" for mark in marks)
            with self._reading() as db:
                rows = db.execute(
                    text(f"SELECT term, doc FROM vocabulary WHERE term IN ({names})"), marks
                )
                counted |= {term: count for term, count in rows}
        return counted

    # Writing; only the holder of the write lock calls these

    def file_states(self) -> dict[str, FileState]:
        """What was read of each file."""
        with self._reading() as db:
            return {
                row.file: FileState(size=row.size, modified=row.modified, reading=row.reading)
                for row in db.execute(select(t.files))
            }

    def known_texts(self) -> dict[str, str]:
        """SHA-256 of every text, with the id of its article."""
        with self._reading() as db:
            return {sha: id for sha, id in db.execute(select(t.articles.c.sha256, t.articles.c.id))}

    def places_of(self, file: str) -> dict[str, str]:
        """The locations within a file and the ids of what was read there."""
        columns = t.locations.c
        with self._reading() as db:
            rows = db.execute(
                select(columns.location, columns.article_id).where(columns.file == file)
            )
            return {location: id for location, id in rows}

    def version(self, id: str) -> str | None:
        """The version that an article's vectors are made of."""
        with self._reading() as db:
            return db.scalar(select(t.articles.c.version).where(t.articles.c.id == id))

    def first_location(self, id: str) -> str | None:
        """Where an article was read first."""
        columns = t.locations.c
        statement = select(columns.location).where(columns.article_id == id)
        with self._reading() as db:
            return db.scalar(statement.order_by(columns.number).limit(1))

    def all_places(self) -> dict[str, str]:
        """Every location with its file."""
        with self._reading() as db:
            rows = db.execute(select(t.locations.c.location, t.locations.c.file))
            return {location: file for location, file in rows}

    def files_of(self, id: str) -> set[str]:
        """The files that an article was read from."""
        with self._reading() as db:
            columns = t.locations.c
            return set(db.scalars(select(columns.file).where(columns.article_id == id)))

    def _create(self) -> None:
        with self.engine.begin() as db:
            t.metadata.create_all(db)
            for statement in t.FULL_TEXT:
                db.execute(text(statement))
            if db.scalar(select(t.notes.c.value).where(t.notes.c.key == "version")) is None:
                write_note(db, "version", str(t.VERSION))

    def _check(self) -> None:
        try:
            version = self.note("version")
        except sql_errors.DatabaseError as fault:
            raise ArchiveDamaged(
                f"{self._path} is no catalogue of Dateline ({fault.orig}); index into a new folder"
            ) from fault
        if version is None or not version.isdigit():
            raise ArchiveDamaged(f"{self._path} does not say its version; index into a new folder")
        if int(version) > t.VERSION:
            raise ArchiveTooNew(
                f"{self._path} has version {version}, this program reads {t.VERSION}: "
                "use the newer Dateline that made it"
            )

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with self.engine.connect() as db:
            yield db


def _limit(statement: Select[Any], limits: Filter) -> Select[Any]:
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
        statement = statement.where(
            func.lower(columns.source).in_([s.lower() for s in limits.sources])
        )
    return statement


def _places(db: Connection, ids: Sequence[str]) -> dict[str, list[Row[Any]]]:
    places: dict[str, list[Row[Any]]] = {id: [] for id in ids}
    columns = t.locations.c
    rows = db.execute(
        select(columns.article_id, columns.shown, columns.own_id)
        .where(columns.article_id.in_(ids))
        .order_by(columns.number)
    )
    for row in rows:
        places[row.article_id].append(row)
    return places


def _article(row: Row[Any], places: Sequence[Row[Any]]) -> Article:
    own = [place.own_id for place in places if place.own_id]
    paths = tuple(dict.fromkeys(place.shown for place in places)) or ("",)
    return Article(
        id=row.id,
        ids=tuple(dict.fromkeys([row.id, *own])),
        path=paths[0],
        paths=paths,
        source=row.source, title=row.title, url=row.url, language=row.language,
        text=row.text,
        sha256=row.sha256,
        zones=tuple(Zone(kind=k, start=s, end=e) for k, s, e in json.loads(row.zones)),
        dated=When.model_validate_json(row.dated) if row.dated else None,
        located=row.located,
    )  # fmt: skip


def _chunk_row(row: Row[Any]) -> ChunkRow:
    return ChunkRow(
        number=row.number, article_id=row.article_id, vector_id=row.vector_id,
        start=row.start, end=row.end,
    )  # fmt: skip


def pieces(items: list[str]) -> Iterator[list[str]]:
    for start in range(0, len(items), MOST_VARIABLES):
        yield items[start : start + MOST_VARIABLES]


def _set_up_connection(connection: Any, _record: object) -> None:
    cursor = connection.cursor()
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.execute("PRAGMA journal_mode = WAL")
    cursor.execute("PRAGMA synchronous = FULL")  # a committed article survives a power cut
    cursor.close()


def write_note(db: Connection, key: str, value: str) -> None:
    """Writes what the archive notes of itself under a key."""
    db.execute(delete(t.notes).where(t.notes.c.key == key))
    db.execute(t.notes.insert().values(key=key, value=value))
