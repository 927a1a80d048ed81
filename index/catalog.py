"""The catalogue: articles, where they were read, sentences, chunks, full text. It is the truth.

What opens the file stands in `store.py`, what searches it in `lookup.py`, what changes it in
`changes.py`. One article is one transaction; every commit raises the generation, by which readers
notice.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection, func, select

from index import tables as t
from index.lookup import ChunkLookup, ChunkRow, Filter, pieces
from index.records import (
    Article,
    Chunk,
    DateCandidate,
    Mark,
    OpenDate,
    Record,
    Sentence,
    When,
    Zone,
    ZoneKind,
)

__all__ = ["Catalog", "ChunkRow", "FileState", "Filter", "Listed", "Place"]


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
    mentions: int  # reports of meetings in it


class FileState(Record):
    """What tells that a file is as it was read."""

    size: int
    modified: int
    reading: str


class Place(Record):
    """Where an article was read: a file, or a story of a file; `number` gives the order."""

    location: str
    file: str
    shown: str
    own_id: str | None
    article_id: str
    number: int


class Catalog(ChunkLookup):
    """The catalogue in a file; `create` makes it where it is missing."""

    def digest(self) -> str:
        """Sixteen hex digits of articles, whatever order they came in, and of what is corrected."""
        columns, c = t.articles.c, t.corrections.c
        stand = (c.article, c.kind, c.wrong, c.right)
        with self.reading() as db:
            rows = db.execute(select(columns.id, columns.sha256).order_by(columns.id))
            told = [f"{id}\0{sha}\n" for id, sha in rows]
            made = db.execute(select(*stand).where(c.undone.is_(None)).order_by(c.id))
            told += ["\0".join(f"{cell}" for cell in one) + "\n" for one in made]
        return sha256("".join(told).encode()).hexdigest()[:16]

    def has_undated(self) -> bool:
        """Whether some article has no date."""
        with self.reading() as db:
            undated = select(t.articles.c.id).where(t.articles.c.earliest.is_(None)).limit(1)
            return db.scalar(undated) is not None

    def counts(self) -> dict[str, int]:
        """Rows of articles, sentences and chunks."""
        with self.reading() as db:
            return {
                table.name: db.scalar(select(func.count()).select_from(table)) or 0
                for table in (t.articles, t.sentences, t.chunks)
            }

    def article_ids(self) -> list[str]:
        """All ids, oldest article first, the undated last, by id where equal."""
        columns = t.articles.c
        with self.reading() as db:
            order = (columns.earliest.is_(None), columns.earliest, columns.id)
            return list(db.scalars(select(columns.id).order_by(*order)))

    def list_articles(self) -> list[Listed]:
        """What is known of every article, without its text, in order of date, the undated last."""
        a = t.articles.c
        columns = (a.id, a.title, a.source, a.url, a.language, a.dated, a.located)
        statement = select(*columns).order_by(a.earliest.is_(None), a.earliest, a.id)
        with self.reading() as db:
            rows = db.execute(statement).all()
            places = t.locations.c
            shown = select(places.article_id, places.shown).order_by(places.number.desc())
            firsts = {place.article_id: place.shown for place in db.execute(shown)}
            m = t.mentions.c.article_id
            told = dict(tuple(row) for row in db.execute(select(m, func.count()).group_by(m)))
        return [_listed(row, firsts.get(row.id, ""), told.get(row.id, 0)) for row in rows]

    def articles(self, ids: Iterable[str]) -> Iterator[Article]:
        """Articles by id, in the order asked for; ids that are not there are passed over."""
        for some in pieces(list(ids)):
            with self.reading() as db:
                rows = db.execute(select(t.articles).where(t.articles.c.id.in_(some))).all()
                places = _places(db, some)
            found = {row.id: _article(row, places[row.id]) for row in rows}
            yield from (found[id] for id in some if id in found)

    def texts(self, ids: Sequence[str]) -> list[str]:
        """The texts of articles alone, in the order of their ids."""
        columns = t.articles.c
        found: dict[str, str] = {}
        for some in pieces(ids):
            with self.reading() as db:
                rows = db.execute(select(columns.id, columns.text).where(columns.id.in_(some)))
                found |= {row.id: row.text for row in rows}
        return [found[id] for id in ids if id in found]

    def find(self, name: str) -> list[str]:
        """The ids of articles with this id or path; several where the path holds several."""
        places = t.locations.c
        same = (places.shown == name) | (places.location == name) | (places.own_id == name)
        in_file = (places.file == name) | places.shown.startswith(f"{name}#", autoescape=True)
        with self.reading() as db:
            if db.scalar(select(t.articles.c.id).where(t.articles.c.id == name)):
                return [name]
            for condition in (same, in_file):
                ids = list(db.scalars(select(places.article_id).where(condition).distinct()))
                if ids:
                    return ids
        return []

    def sentences(self, article: Article) -> list[Sentence]:
        """The article's sentences in order."""
        columns = t.sentences.c
        statement = (
            select(columns.start, columns.end, columns.zone)
            .where(columns.article_id == article.id)
            .order_by(columns.start)
        )
        with self.reading() as db:
            rows = db.execute(statement).all()
        return [
            Sentence.model_construct(  # ours, and looked at when written: half the time of reading
                article_id=article.id, start=s, end=e, text=article.text[s:e], zone=ZoneKind(zone)
            )
            for s, e, zone in rows
        ]

    def chunks(self, article: Article) -> list[tuple[str, Chunk]]:
        """The article's chunks in order, each with the id of its vector."""
        columns = t.chunks.c
        statement = select(t.chunks).where(columns.article_id == article.id)
        with self.reading() as db:
            rows = db.execute(statement.order_by(columns.position)).all()
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

    def numbered_chunks(self, article: Article) -> dict[int, str]:
        """The texts of the article's chunks by their numbers in the full-text index."""
        columns = t.chunks.c
        statement = select(columns.number, columns.start, columns.end)
        with self.reading() as db:
            rows = db.execute(statement.where(columns.article_id == article.id)).all()
        return {number: article.text[start:end] for number, start, end in rows}

    # What dating must know

    def undated(self) -> list[str]:
        """The ids of articles whose day no field, address or dateline gives, not yet looked at."""
        return self.dated_as(None)

    def dated_as(self, dating: str | None) -> list[str]:
        """The ids of articles that the column `dating` says this of (index/dating_pass.py)."""
        columns = t.articles.c
        with self.reading() as db:
            found = select(columns.id).where(columns.dating == dating).order_by(columns.id)
            return list(db.scalars(found))

    def open_dates(self) -> dict[str, OpenDate]:
        """By id, what the own texts of articles leave open."""
        columns = t.open_dates.c
        with self.reading() as db:
            rows = db.execute(select(columns.article_id, columns.days).order_by(columns.article_id))
            return {row.article_id: OpenDate.model_validate_json(row.days) for row in rows}

    def oldest_file(self, id: str) -> int | None:
        """When the oldest of the files that hold an article was last changed, in nanoseconds."""
        places, files = t.locations.c, t.files.c
        held = select(func.min(files.modified)).join(t.locations, places.file == files.file)
        with self.reading() as db:
            found: int | None = db.scalar(held.where(places.article_id == id))
        return found

    # What a writer must know before it starts

    def file_states(self) -> dict[str, FileState]:
        """What was read of each file."""
        with self.reading() as db:
            return {
                row.file: FileState(size=row.size, modified=row.modified, reading=row.reading)
                for row in db.execute(select(t.files))
            }

    def identities(self) -> list[tuple[str, str, str]]:
        """Id, SHA-256 of the text and version of every article."""
        columns = t.articles.c
        with self.reading() as db:
            rows = db.execute(select(columns.id, columns.sha256, columns.version))
            return [(id, sha, version) for id, sha, version in rows]

    def places(self) -> list[Place]:
        """Where every article was read, in order of reading."""
        with self.reading() as db:
            rows = db.execute(select(t.locations).order_by(t.locations.c.number))
            return [Place.model_validate(dict(row._mapping)) for row in rows]


def _places(db: Connection, ids: Sequence[str]) -> dict[str, list[Any]]:
    places: dict[str, list[Any]] = {id: [] for id in ids}
    columns = t.locations.c
    rows = db.execute(
        select(columns.article_id, columns.shown, columns.own_id)
        .where(columns.article_id.in_(ids))
        .order_by(columns.number)
    )
    for row in rows:
        places[row.article_id].append(row)
    return places


def _article(row: Any, places: Sequence[Any]) -> Article:
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
        dated=_when(row.dated),
        located=row.located,
        date_candidates=_candidates(row.candidates),
        chain=tuple(json.loads(row.chain or "[]")),
        marks=tuple(Mark(start=s, label=label) for s, label in json.loads(row.marks or "[]")),
    )  # fmt: skip


def _listed(row: Any, path: str, mentions: int) -> Listed:
    return Listed(
        id=row.id, title=row.title, source=row.source, url=row.url, language=row.language,
        path=path, dated=_when(row.dated), located=row.located, mentions=mentions,
    )  # fmt: skip


def _candidates(stored: str | None) -> tuple[DateCandidate, ...]:
    return tuple(DateCandidate.model_validate(one) for one in json.loads(stored or "[]"))


def _when(stored: str | None) -> When | None:
    return When.model_validate_json(stored) if stored else None
