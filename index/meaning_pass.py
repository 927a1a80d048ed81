"""Packs the vectors of articles that have none packed yet, from what the two stores hold.

So are archives from before catalogue version 3, and those whose vectors were made anew. A pass that
is stopped goes on where it was.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from sqlalchemy import select

from index import tables as t
from index.catalog import Catalog
from index.changes import change
from index.embeddings import Embedder
from index.lookup import in_lists
from index.meanings import Meanings, pack, tell_sentences
from index.vectors import VectorStore

BATCH = 32  # articles whose sentences are embedded together


def list_unpacked(catalog: Catalog) -> list[str]:
    """The ids of the articles without packed vectors."""
    a, m = t.articles.c, t.meanings.c
    lacking = select(a.id).outerjoin(t.meanings, m.article_id == a.id).where(m.article_id.is_(None))
    with catalog.reading() as db:
        return list(db.scalars(lacking.order_by(a.id)))


def pack_all(catalog: Catalog, vectors: VectorStore, embedder: Embedder) -> None:
    """Packs what is not packed yet; only the sentences are embedded.

    An article of which a chunk has no vector is passed over, as `doctor` must mend that first.
    """
    for some in in_lists(list_unpacked(catalog), BATCH):
        _pack_some(catalog, vectors, embedder, some)


def _pack_some(
    catalog: Catalog, vectors: VectorStore, embedder: Embedder, some: Sequence[str]
) -> None:
    articles = list(catalog.articles(some))
    ids = {article.id: [id for id, _ in catalog.chunks(article)] for article in articles}
    stored = vectors.stored([id for of_article in ids.values() for id in of_article])
    told = {article.id: list(tell_sentences(catalog.sentences(article))) for article in articles}
    embedded = embedder.embed([text for texts in told.values() for text in texts])
    with change(catalog, searched=False) as db:
        at = 0
        for id, texts in told.items():
            sentences, at = embedded[at : at + len(texts)], at + len(texts)
            chunks = [stored[vector] for vector in ids[id] if vector in stored]
            if len(chunks) == len(ids[id]):
                packed = pack(np.stack(chunks)) if chunks else b""
                db.put_meanings(id, Meanings(chunks=packed, sentences=pack(sentences)))
