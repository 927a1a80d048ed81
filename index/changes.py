"""Changes of the catalogue: what a writer may do, each within one transaction."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cached_property
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Integer, String, cast, delete, func, inspect, select, text

from index import tables as t
from index.catalog import Catalog, FileState, Place
from index.date_records import TimeExpression
from index.lookup import pieces
from index.meeting_keys import cited, cited_by, describe_days, keys_of
from index.meeting_records import STORED, Meeting, Mention
from index.records import Article, Chunk, OpenDate, Sentence
from index.words import fold

if TYPE_CHECKING:  # NumPy is not needed to list articles
    from index.meanings import Meanings

INSERT_WORDS = text("INSERT INTO words (rowid, title, text) VALUES (:n, :title, :text)")
DELETE_WORDS = text("DELETE FROM words WHERE rowid = :n")


@contextmanager
def change(catalog: Catalog, *, searched: bool = True) -> Iterator[Change]:
    """One transaction: all of what is done within it is kept, or nothing.

    Raises the generation, unless what is changed is nothing that is searched.
    """
    with catalog.writing() as db:
        yield Change(db)
        if not searched:
            return
        generation = cast(cast(t.notes.c.value, Integer) + 1, String)
        db.execute(t.notes.update().where(t.notes.c.key == "generation").values(value=generation))


class Change:
    """What a writer may do within one transaction."""

    def __init__(self, db: Connection) -> None:
        self._db = db

    def put(
        self, article: Article, version: str, sentences: Iterable[Sentence], chunks: Sequence[Chunk]
    ) -> list[str]:
        """Stores an article over what had its id; gives the ids of vectors no longer used."""
        gone = self._clear(article.id)
        values = {"version": version, "mentioned": None, **_values(article)}
        same = t.articles.c.id == article.id
        former = (t.proposals.c.article_id == article.id) & (t.proposals.c.sha256 != article.sha256)
        self._db.execute(delete(t.proposals).where(former))  # of another text
        if not self._db.execute(t.articles.update().where(same).values(values)).rowcount:
            self._db.execute(t.articles.insert().values(values))
        rows = [
            {"article_id": s.article_id, "start": s.start, "end": s.end, "zone": s.zone}
            for s in sentences
        ]
        if rows:
            self._db.execute(t.sentences.insert(), rows)
        if chunks:
            self._put_chunks(chunks, version, article.title)
        return gone

    def put_meanings(self, article_id: str, meanings: Meanings) -> None:
        """Stores the packed vectors of an article over those that it had."""
        self._db.execute(delete(t.meanings).where(t.meanings.c.article_id == article_id))
        row = {"article_id": article_id, **meanings.model_dump()}
        self._db.execute(t.meanings.insert().values(row))

    def clear_meanings(self, ids: Sequence[str] | None = None) -> None:
        """Throws packed vectors away, those of all articles where none are named."""
        if ids is None:
            self._db.execute(delete(t.meanings))
        for some in pieces(ids or ()):
            self._db.execute(delete(t.meanings).where(t.meanings.c.article_id.in_(some)))

    def update(self, article: Article) -> None:
        """Replaces what is known about an article whose text and title are the same."""
        values = _values(article)
        self._db.execute(t.articles.update().where(t.articles.c.id == article.id).values(**values))

    def date(self, article: Article, dating: str, left: OpenDate | None) -> None:
        """Writes what was inferred of an article's day, and what its own text leaves open."""
        same = t.articles.c.id == article.id
        values = {**_values(article), "dating": dating}
        kept = {key: values[key] for key in ("dated", "earliest", "latest", "candidates", "dating")}
        self._db.execute(t.articles.update().where(same).values(**kept))
        self._db.execute(delete(t.open_dates).where(t.open_dates.c.article_id == article.id))
        if left:
            row = {"article_id": article.id, "days": left.model_dump_json()}
            self._db.execute(t.open_dates.insert().values(row))

    def forget_dates(self, ids: Sequence[str], unread: Sequence[str]) -> None:
        """Leaves articles undated; of those `unread` what their files said is forgotten too."""
        none = dict.fromkeys(("dated", "earliest", "latest", "dating"))
        for some in pieces(ids):
            self._db.execute(t.articles.update().where(t.articles.c.id.in_(some)).values(**none))
            self._db.execute(delete(t.open_dates).where(t.open_dates.c.article_id.in_(some)))
        for some in pieces(unread):
            same = t.articles.c.id.in_(some)
            self._db.execute(t.articles.update().where(same).values(candidates="[]"))

    def mention(
        self,
        article_id: str,
        made_of: str,
        times: Sequence[TimeExpression],
        mentions: Sequence[Mention],
    ) -> None:
        """Replaces an article's time expressions and reports; notes what they were made of."""
        for table in (t.times, t.mentions):
            self._db.execute(delete(table).where(table.c.article_id == article_id))
        dated = [
            {"article_id": article_id, "start": one.start, "end": one.end,
             "time": one.model_dump_json()}
            for one in times
        ]  # fmt: skip
        if dated:
            self._db.execute(t.times.insert(), dated)
        rows = [
            {"id": m.id, "article_id": article_id, "start": m.trigger.start,
             "mention": m.model_dump_json(context=STORED)}
            for m in mentions
        ]  # fmt: skip
        if rows:
            self._db.execute(t.mentions.insert(), rows)
        same = t.articles.c.id == article_id
        self._db.execute(t.articles.update().where(same).values(mentioned=made_of))

    def put_meetings(self, meetings: Sequence[Meeting]) -> None:
        """Replaces all meetings and what they are looked up by, kept in the order given."""
        t.look_ups.create_all(self._db)
        for table in (t.meeting_days, t.meeting_keys, t.meetings):
            self._db.execute(delete(table))
        if not meetings:
            return
        rows = [
            {"id": m.id, "position": n, "meeting": m.model_dump_json(context=STORED)}
            for n, m in enumerate(meetings)
        ]
        self._db.execute(t.meetings.insert(), rows)
        self._db.execute(t.meeting_days.insert(), [describe_days(m) for m in meetings])
        keys = [{"key": key, "id": m.id} for m in meetings for key in (*keys_of(m), *cited_by(m))]
        if keys:
            self._db.execute(t.meeting_keys.insert(), keys)

    def drop_orphans(self) -> None:
        """Takes out what belongs to no article; of its files is forgotten that they were read."""
        known = select(t.articles.c.id)
        places = t.locations.c
        files = select(places.file).where(places.article_id.not_in(known))
        self._db.execute(delete(t.files).where(t.files.c.file.in_(files)))
        for table in t.metadata.sorted_tables:
            if "article_id" in table.c:
                self._db.execute(delete(table).where(table.c.article_id.not_in(known)))

    def place(self, place: Place) -> None:
        """Notes that an article was read at a location, whatever stood there before."""
        self.forget_places([place.location])
        self._db.execute(t.locations.insert().values(place.model_dump()))

    def forget_places(self, locations: Sequence[str]) -> None:
        """Forgets that articles were read at these locations."""
        for some in pieces(locations):
            self._db.execute(delete(t.locations).where(t.locations.c.location.in_(some)))

    def forget_files(self, files: Sequence[str]) -> None:
        """Forgets that these files were read, so that the next run reads them again."""
        for some in pieces(files):
            self._db.execute(delete(t.files).where(t.files.c.file.in_(some)))

    def forget_files_of(self, ids: Sequence[str]) -> None:
        """Forgets that the files were read from which these articles came."""
        columns = t.locations.c
        for some in pieces(ids):
            files = select(columns.file).where(columns.article_id.in_(some))
            self._db.execute(delete(t.files).where(t.files.c.file.in_(files)))

    def note_file(self, file: str, state: FileState) -> None:
        """Notes that a file was read to its end."""
        self.forget_files([file])
        self._db.execute(t.files.insert().values(file=file, **state.model_dump()))

    def remove(self, ids: Sequence[str]) -> list[str]:
        """Removes articles with all that hangs on them; gives the ids of their vectors."""
        gone = [vector for id in ids for vector in self._clear(id)]
        for some in pieces(ids):
            self._db.execute(delete(t.articles).where(t.articles.c.id.in_(some)))
        return gone

    def clear_words(self) -> None:
        """Empties the full-text index, whatever state it is in."""
        for name in t.FULL_TEXT:
            self._db.execute(text(f"DROP TABLE IF EXISTS {name}"))
        for statement in t.FULL_TEXT.values():
            self._db.execute(text(statement))

    def put_words(self, texts: Mapping[int, str], title: str | None) -> None:
        """Writes the full-text rows of an article's chunks, over what stood under their numbers."""
        self.remove_words(list(texts))
        rows = [
            {"n": number, "title": fold(title or ""), "text": fold(chunk)}
            for number, chunk in texts.items()
        ]
        self._db.execute(INSERT_WORDS, rows)

    def remove_words(self, numbers: Sequence[int]) -> None:
        """Takes the full-text rows of these numbers out; numbers without one are passed over."""
        if numbers:
            self._db.execute(DELETE_WORDS, [{"n": number} for number in numbers])

    @cached_property
    def _has_look_ups(self) -> bool:
        return inspect(self._db).has_table(t.meeting_keys.name)

    def _clear(self, id: str) -> list[str]:
        """Takes out what was made of an article, and the meetings that cite it; gives the ids of
        the vectors of its chunks. Such a meeting comes back with what else tells of it (merging).
        """
        rows = self._db.execute(
            select(t.chunks.c.number, t.chunks.c.vector_id).where(t.chunks.c.article_id == id)
        ).all()
        self.remove_words([row.number for row in rows])
        for table in (t.chunks, t.sentences, t.open_dates, t.times, t.mentions, t.meanings):
            self._db.execute(delete(table).where(table.c.article_id == id))
        if self._has_look_ups:
            citing = select(t.meeting_keys.c.id).where(t.meeting_keys.c.key == cited(id))
            self._db.execute(delete(t.meetings).where(t.meetings.c.id.in_(citing)))
        return [row.vector_id for row in rows]

    def _put_chunks(self, chunks: Sequence[Chunk], version: str, title: str | None) -> None:
        first = 1 + (self._db.scalar(select(func.max(t.chunks.c.number))) or 0)
        numbered = dict(enumerate(chunks, start=first))
        rows = [
            {
                "number": number, "article_id": chunk.article_id, "position": chunk.number,
                "vector_id": vector_id(version, chunk.number),
                "start": chunk.start, "end": chunk.end,
            }
            for number, chunk in numbered.items()
        ]  # fmt: skip
        self._db.execute(t.chunks.insert(), rows)
        self.put_words({number: chunk.text for number, chunk in numbered.items()}, title)


def vector_id(version: str, number: int) -> str:
    """The id of a chunk's vector, which names the version of the article it was made of."""
    return f"{version}:{number}"


def _values(article: Article) -> dict[str, Any]:
    dated = article.dated
    return {
        "id": article.id, "sha256": article.sha256, "source": article.source,
        "title": article.title, "url": article.url, "language": article.language,
        "text": article.text,
        "zones": json.dumps([[z.kind, z.start, z.end] for z in article.zones]),
        "dated": dated.model_dump_json() if dated else None,
        "earliest": dated.earliest.isoformat() if dated and dated.earliest else None,
        "latest": dated.latest.isoformat() if dated and dated.latest else None,
        "located": article.located,
        "candidates": json.dumps([c.model_dump(mode="json") for c in article.date_candidates]),
        "dating": "told" if dated and dated.precision == "day" else None,
        "chain": json.dumps(article.chain),
        "marks": json.dumps([[mark.start, mark.label] for mark in article.marks]),
    }  # fmt: skip
