"""Articles as ranking reads them: sentences and chunks as columns, a few statements for all.

A record for each sentence of twelve long articles takes longer than all the rest of a question.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, select

from index import tables as t
from index.catalog import Catalog
from index.date_records import TimeExpression
from index.event_lookup import list_times
from index.lookup import pieces
from index.meanings import Meanings
from index.records import Article, Record, Sentence, ZoneKind


class Bounds(Record):
    """Starts and ends of an article's sentences or chunks, in order."""

    starts: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()


class Reading(Record):
    """One article: where its sentences and chunks stand, and its packed vectors if it has any.

    `zones` are those of the sentences, `vector_ids` those of the chunks, `times` its time
    expressions in order.
    """

    article: Article
    sentences: Bounds
    zones: tuple[ZoneKind, ...]
    chunks: Bounds
    vector_ids: tuple[str, ...]
    meanings: Meanings | None
    times: tuple[TimeExpression, ...] = ()

    def text(self, at: int) -> str:
        """The words of one sentence."""
        return self.article.text[self.sentences.starts[at] : self.sentences.ends[at]]

    def texts(self, first: int = 0, last: int | None = None) -> list[str]:
        """The words of the sentences in order, of all or of some."""
        return [self.text(at) for at in range(len(self.zones))[first:last]]

    def sentence(self, at: int) -> Sentence:
        """One sentence as a record."""
        return Sentence(
            article_id=self.article.id, start=self.sentences.starts[at],
            end=self.sentences.ends[at], text=self.text(at), zone=self.zones[at],
        )  # fmt: skip


def read_articles(catalog: Catalog, ids: Sequence[str]) -> dict[str, Reading]:
    """The articles by their ids; ids that are not there are passed over."""
    readings: dict[str, Reading] = {}
    for some in pieces(ids):
        articles = list(catalog.articles(some))
        with catalog.reading() as db:
            sentences, chunks = _sentences(db, some), _chunks(db, some)
            meanings = _meanings(db, some)
        times = list_times(catalog, some)
        readings |= {
            one.id: _reading(
                one, sentences[one.id], chunks[one.id], meanings.get(one.id), times[one.id]
            )
            for one in articles
        }
    return readings


def _sentences(db: Connection, ids: Sequence[str]) -> dict[str, list[Any]]:
    c = t.sentences.c
    statement = select(c.article_id, c.start, c.end, c.zone).order_by(c.article_id, c.start)
    return _by_article(db.execute(statement.where(c.article_id.in_(ids))).all())


def _chunks(db: Connection, ids: Sequence[str]) -> dict[str, list[Any]]:
    c = t.chunks.c
    columns = (c.article_id, c.start, c.end, c.vector_id)
    statement = select(*columns).order_by(c.article_id, c.position)
    return _by_article(db.execute(statement.where(c.article_id.in_(ids))).all())


def _meanings(db: Connection, ids: Sequence[str]) -> dict[str, Meanings]:
    c = t.meanings.c
    rows = db.execute(select(c.article_id, c.chunks, c.sentences).where(c.article_id.in_(ids)))
    return {id: Meanings(chunks=chunks, sentences=told) for id, chunks, told in rows}


def _by_article(rows: Sequence[Any]) -> dict[str, list[Any]]:
    grouped: dict[str, list[Any]] = defaultdict(list)
    for row in rows:
        grouped[row[0]].append(row)
    return grouped


def _reading(
    article: Article, sentences: Sequence[Any], chunks: Sequence[Any], meanings: Meanings | None,
    times: Sequence[TimeExpression],
) -> Reading:  # fmt: skip
    _, starts, ends, zones = zip(*sentences, strict=True) if sentences else ((), (), (), ())
    _, first, last, vectors = zip(*chunks, strict=True) if chunks else ((), (), (), ())
    return Reading(
        article=article, sentences=Bounds(starts=starts, ends=ends), zones=zones,
        chunks=Bounds(starts=first, ends=last), vector_ids=vectors, meanings=meanings,
        times=tuple(times),
    )  # fmt: skip
