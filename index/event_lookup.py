"""What the catalogue knows of reports and meetings."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import date

from sqlalchemy import Connection, func, select

from index import tables as t
from index.catalog import Catalog
from index.corrections import corrected_names
from index.date_records import TimeExpression
from index.lookup import pieces
from index.meeting_records import Meeting, Mention
from index.meeting_sources import is_short
from index.proposal_store import describe_proposed
from index.records import Record, When
from index.reported import Told
from index.source_chain import find_chain

AROUND = 250  # code points before and after a report that is too short by itself
MEETINGS_OF = "meetings of"  # the note that holds the state of the articles that meetings stand for


class Made(Record):
    """An article, and what its mentions were made of; None where none were made yet."""

    article_id: str
    text: str  # SHA-256
    dated: str | None  # JSON of its When
    mentioned: str | None
    names: tuple[tuple[str, str], ...] = ()  # each wrong one with the right one
    proposed: str = ""  # what a language model proposed of it


def list_made(catalog: Catalog) -> list[Made]:
    """Every article with what its mentions were made of."""
    c = t.articles.c
    with catalog.reading() as db:
        rows = db.execute(select(c.id, c.sha256, c.dated, c.mentioned).order_by(c.id)).all()
        proposed = describe_proposed(db)
    names = corrected_names(catalog)
    return [
        Made(article_id=i, text=s, dated=d, mentioned=m, names=names.get(i, ()),
             proposed=proposed.get(i, ""))
        for i, s, d, m in rows
    ]  # fmt: skip


def read_state(catalog: Catalog) -> tuple[int, str | None]:
    """What changes with the articles, and with the times and meetings read from them."""
    return catalog.generation(), catalog.note(MEETINGS_OF)


def list_mentions(catalog: Catalog, ids: Sequence[str] | None = None) -> list[Mention]:
    """The mentions of some articles, of all where none are named; in order of article and place."""
    c = t.mentions.c
    statement = select(c.mention).order_by(c.article_id, c.start)
    with catalog.reading() as db:
        if ids is None:
            found = list(db.scalars(statement))
        else:
            found = [
                m
                for some in pieces(ids)
                for m in db.scalars(statement.where(c.article_id.in_(some)))
            ]
    return [Mention.model_validate_json(one) for one in found]


def list_times(catalog: Catalog, ids: Sequence[str]) -> dict[str, list[TimeExpression]]:
    """The time expressions of each of some articles, resolved, in order of place."""
    c = t.times.c
    statement = select(c.article_id, c.time).order_by(c.article_id, c.start, c.end)
    found: dict[str, list[TimeExpression]] = {id: [] for id in ids}
    with catalog.reading() as db:
        for some in pieces(ids):
            for id, time in db.execute(statement.where(c.article_id.in_(some))):
                found[id].append(TimeExpression.model_validate_json(time))
    return found


def list_told(catalog: Catalog, *, written_by: date | None = None) -> Iterator[Told]:
    """Every mention with when and by whom its article was written; of those there by a day."""
    a, m = t.articles.c, t.mentions.c
    columns = (m.mention, a.id, a.dated, a.source, a.chain)
    statement = select(*columns).join(t.articles, a.id == m.article_id)
    if written_by is not None:
        statement = statement.where(a.earliest <= written_by.isoformat())
    with catalog.reading() as db:
        for row in db.execute(statement.order_by(a.id, m.start)):
            told = Told(
                mention=Mention.model_validate_json(row.mention),
                written=When.model_validate_json(row.dated) if row.dated else None,
                source=_first_source(row.chain, row.source) or row.id,
            )
            if is_short(told.sentence):
                told = told.model_copy(update={"around": _around(db, told.mention)})
            yield told


def _around(db: Connection, mention: Mention) -> str:
    """The words about a report."""
    start = max(0, mention.trigger.start - AROUND)
    words = func.substr(t.articles.c.text, start + 1, 2 * AROUND)  # SQLite counts from 1
    return db.scalar(select(words).where(t.articles.c.id == mention.article_id)) or ""


def _first_source(chain: str | None, source: str | None) -> str | None:
    """Who wrote it first; an archive of an older program keeps no chain."""
    known = json.loads(chain) if chain else find_chain((), source)
    return known[0] if known else None


def list_meetings(catalog: Catalog) -> list[Meeting]:
    """Every meeting, in order of date, those without a date last."""
    c = t.meetings.c
    with catalog.reading() as db:
        rows = list(db.scalars(select(c.meeting).order_by(c.position)))
    return [Meeting.model_validate_json(row) for row in rows]


def count_meetings(catalog: Catalog) -> int:
    """How many meetings there are."""
    with catalog.reading() as db:
        return db.scalar(select(func.count()).select_from(t.meetings)) or 0
