"""What the catalogue keeps of what language models proposed: one row an article that one has read.

A row belongs to a text: of another text under the same id it says nothing.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from typing import Any

from sqlalchemy import Connection, delete, func, select

from index import tables as t
from index.catalog import Catalog
from index.lookup import pieces
from index.records import Record

NOTHING = "[]"  # as `proposals` holds it where a model proposed nothing
PROPOSED = '"proposed_by":"'  # in the JSON of a mention that a model proposed, and of no other


class Proposal(Record):
    """What a model says of one sentence: where it starts in the article, and in the sentence's own
    words who met and which word says so.
    """

    start: int
    word: str
    names: tuple[str, ...]


class Proposed(Record):
    """What one model proposed of an article; `read_by` says as what it read it."""

    article_id: str
    model: str
    read_by: str
    proposals: tuple[Proposal, ...]


class Kept(Record):
    """How much of an archive language models have read, which ones, and how many reports that they
    proposed are borne out.
    """

    articles: int
    models: tuple[str, ...]
    mentions: int


def find_proposed(catalog: Catalog, ids: Sequence[str]) -> dict[str, Proposed]:
    """What was proposed of the texts that these articles have, by article."""
    p, a = t.proposals.c, t.articles.c
    same = (a.id == p.article_id) & (a.sha256 == p.sha256)
    statement = select(t.proposals).join(t.articles, same)
    with catalog.reading() as db:
        rows = [r for some in pieces(ids) for r in db.execute(statement.where(a.id.in_(some)))]
    return {one.article_id: one for row in rows for one in _read(row)}


def describe_proposed(db: Connection) -> Mapping[str, str]:
    """What mentions hang on of what was proposed, by article; nothing where it is nothing."""
    p, a = t.proposals.c, t.articles.c
    same = (a.id == p.article_id) & (a.sha256 == p.sha256)
    statement = select(p.article_id, p.model, p.proposals).join(t.articles, same)
    rows = db.execute(statement.where(p.proposals != NOTHING)).all()
    return {row.article_id: f"{row.model} {row.proposals}" for row in rows}


def put_proposed(catalog: Catalog, sha256: str, proposed: Proposed) -> None:
    """Keeps what a model proposed of a text over what another did."""
    told = [one.model_dump(mode="json") for one in proposed.proposals]
    row = {
        "article_id": proposed.article_id, "sha256": sha256, "model": proposed.model,
        "read_by": proposed.read_by, "proposals": json.dumps(told, ensure_ascii=False),
    }  # fmt: skip
    with catalog.writing() as db:
        db.execute(delete(t.proposals).where(t.proposals.c.article_id == proposed.article_id))
        db.execute(t.proposals.insert(), [row])


def forget_proposed(catalog: Catalog) -> None:
    """Takes out all that was ever proposed."""
    with catalog.writing() as db:
        db.execute(delete(t.proposals))


def count_proposed(catalog: Catalog) -> Kept:
    """How many articles were read by a model as they stand now, and by which models."""
    p, a = t.proposals.c, t.articles.c
    same = (a.id == p.article_id) & (a.sha256 == p.sha256)
    statement = select(p.model, func.count()).join(t.articles, same).group_by(p.model)
    with catalog.reading() as db:
        rows = db.execute(statement.order_by(p.model)).all()
        told = t.mentions.c.mention.contains(PROPOSED)
        mentions = db.scalar(select(func.count()).select_from(t.mentions).where(told)) or 0
    models = tuple(row[0] for row in rows)
    return Kept(articles=sum(row[1] for row in rows), models=models, mentions=mentions)


def _read(row: Any) -> Iterator[Proposed]:
    """The proposals of a row; nothing of one that cannot be read, as if nobody had proposed it."""
    with suppress(ValueError):
        told = [Proposal.model_validate(one) for one in json.loads(row.proposals)]
        yield Proposed(article_id=row.article_id, model=row.model, read_by=row.read_by,
                       proposals=tuple(told))  # fmt: skip
