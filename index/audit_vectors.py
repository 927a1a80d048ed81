"""Whether vectors are those of their chunks: Chroma's against those packed in the catalogue."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from sqlalchemy import select

from index import tables as t
from index.bert import Vectors
from index.catalog import Catalog
from index.embeddings import Embedder, WordPieces, text_to_embed
from index.lookup import in_lists
from index.meanings import cosines, may_answer
from index.records import Record
from index.vectors import VectorStore

BATCH = 256  # articles looked at together
SAMPLE = 8  # chunks embedded again, spread over the archive: whether all are another model's
LEAST_ALIKE = 0.99  # cosine of a vector with the same one packed: the packing costs 0.002 at most


class Wrong(Record):
    """Vectors that are not their chunk's: ids in Chroma, and articles whose packed ones are off."""

    ids: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()


def find_wrong(catalog: Catalog, vectors: VectorStore, sound: set[str], length: int) -> Wrong:
    """Where the two stores tell different vectors of a chunk; both are then to be made anew.

    `sound` are the ids that Chroma has; `length` is how many numbers a vector has.
    """
    ids: list[str] = []
    articles: list[str] = []
    for some in in_lists(catalog.article_ids(), BATCH):
        packed, chunks, told = _packed(catalog, some), _chunks(catalog, some), _told(catalog, some)
        stored = vectors.stored([id for own in chunks.values() for id in own if id in sound])
        for article, (of_chunks, of_sentences) in packed.items():
            own = chunks.get(article, [])
            sizes = (len(of_chunks), len(of_sentences))
            if sizes != (length * len(own), length * told.get(article, 0)):
                articles.append(article)
            elif unlike := list(_unlike(own, of_chunks, stored, length)):
                ids += unlike
                articles.append(article)
    return Wrong(ids=tuple(ids), articles=tuple(articles))


def _unlike(
    ids: Sequence[str], packed: bytes, stored: Mapping[str, Vectors], length: int
) -> Iterator[str]:
    for at, id in enumerate(ids):
        if id in stored:
            kept = packed[at * length : (at + 1) * length]
            if not cosines(stored[id], kept)[0] >= LEAST_ALIKE:  # so that NaN is unlike too
                yield id


def sample_fits(
    catalog: Catalog, vectors: VectorStore, embedder: Embedder, pieces: WordPieces
) -> bool:
    """Whether of a few chunks, embedded again, more than half come out as they are stored."""
    ids = catalog.article_ids()
    texts: dict[str, str] = {}
    for article in catalog.articles(ids[:: max(1, len(ids) // SAMPLE)][:SAMPLE]):
        for id, chunk in catalog.chunks(article)[:1]:
            texts[id] = text_to_embed(article.title, chunk.text, pieces)
    stored = vectors.stored(list(texts))
    again = embedder.embed([texts[id] for id in stored]) if stored else ()
    pairs = zip(again, stored.values(), strict=True)
    alike = [float(vector @ kept) >= LEAST_ALIKE for vector, kept in pairs]
    return not alike or 2 * sum(alike) > len(alike)


def _packed(catalog: Catalog, ids: Sequence[str]) -> dict[str, tuple[bytes, bytes]]:
    columns = t.meanings.c
    with catalog.reading() as db:
        rows = db.execute(select(t.meanings).where(columns.article_id.in_(ids))).all()
    return {row.article_id: (row.chunks, row.sentences) for row in rows}


def _chunks(catalog: Catalog, ids: Sequence[str]) -> dict[str, list[str]]:
    """By article the ids of its chunks' vectors, in order."""
    c = t.chunks.c
    statement = select(c.article_id, c.vector_id).where(c.article_id.in_(ids))
    found: dict[str, list[str]] = defaultdict(list)
    with catalog.reading() as db:
        for article, id in db.execute(statement.order_by(c.position)):
            found[article].append(id)
    return found


def _told(catalog: Catalog, ids: Sequence[str]) -> dict[str, int]:
    """By article how many of its sentences may answer, each of which has a vector."""
    c = t.sentences.c
    texts = dict(zip(ids, catalog.texts(ids), strict=True))
    counted = dict.fromkeys(ids, 0)
    with catalog.reading() as db:
        rows = db.execute(select(c.article_id, c.start, c.end, c.zone).where(c.article_id.in_(ids)))
        for id, start, end, zone in rows:
            counted[id] += may_answer(texts[id][start:end], zone)
    return counted
