"""Articles out of an archive, with all that was made of them and all that was told by them."""

from __future__ import annotations

from collections.abc import Sequence

from index.catalog import Catalog
from index.changes import change
from index.dating_pass import date_undated
from index.ingest import mark_unswept, sweep
from index.mention_pass import find_all_mentions
from index.vectors import VectorStore


def remove_articles(catalog: Catalog, vectors: VectorStore, ids: Sequence[str]) -> None:
    """Takes articles out; whoever calls holds the write lock.

    The catalogue's part is one transaction. What a stop leaves behind is vectors that no chunk
    knows, and dates and meetings to be worked out anew: the next writer does both.
    """
    mark_unswept(catalog)
    with change(catalog) as db:
        db.forget_files_of(ids)
        db.remove(ids)
    sweep(catalog, vectors)
    date_undated(catalog)
    find_all_mentions(catalog)
