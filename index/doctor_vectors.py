"""The doctor's look at the vectors, and how they are made anew from the catalogue alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from index import audit_vectors
from index.archive import Archive
from index.changes import change
from index.embeddings import ArticleEmbedder, WordPieces, hash_weights, text_to_embed
from index.errors import ArchiveDamaged
from index.health import Fault, name_some
from index.ingest import sweep
from index.meaning_pass import list_unpacked, pack_all

BATCH = 512  # chunks embedded together


def check_model(archive: Archive, *, repair: bool) -> Iterator[Fault]:
    """Whether the installed model is the one that made the vectors."""
    made, used = archive.made_with(), archive.settings
    installed = hash_weights(used)
    if installed != used.weights:
        yield Fault(
            what=f"the installed weights of {used.model} have SHA-256 {installed}, not "
            f"{used.weights}; install the package anew"
        )
    if made.embeds_like(used):
        return
    if repair:
        _forget_vectors(archive)
        archive.catalog.set_note("settings", used.model_dump_json())
    yield Fault(
        what=f"the vectors were made with {made.describe_model()}, this program uses "
        f"{used.describe_model()}: all must be made anew",
        mended=repair,
    )


def check_vectors(archive: Archive, *, repair: bool) -> Iterator[Fault]:
    """Whether every chunk has its own vector in Chroma, and nothing else has one."""
    if not archive.made_with().embeds_like(archive.settings):
        return
    try:
        sweep(archive.catalog, archive.vectors)  # what a stopped run left is no fault
        if reason := _differ(archive):
            yield Fault(what=f"{reason}: all must be made anew", mended=repair)
            if not repair:
                return
            _forget_vectors(archive)
        stored = archive.vectors.ids()
        sound = stored.difference(archive.vectors.lost(sorted(stored)))
    except ArchiveDamaged as fault:
        stored, sound = {"unreadable"}, set()
        yield Fault(what=str(fault), mended=repair)
    yield from _compare_stores(archive, stored, sound, repair=repair)


def check_meanings(archive: Archive, *, repair: bool) -> Iterator[Fault]:
    """Articles without packed vectors are still answered from, only slower: with `repair` packed,
    else left to the next run.
    """
    lacking = list_unpacked(archive.catalog) if repair else []
    if lacking:
        pack_all(archive.catalog, archive.vectors, ArticleEmbedder(archive.settings))
        what = f"{len(lacking)} articles have no vectors of their sentences"
        yield Fault(what=what, mended=True)


def _differ(archive: Archive) -> str | None:
    """What is wrong with all vectors, if anything is."""
    used = archive.settings
    length = archive.vectors.length()
    if length and length != used.dimensions:
        return f"the vectors hold {length} numbers each, those of {used.model} {used.dimensions}"
    pieces = WordPieces(used)
    if audit_vectors.sample_fits(archive.catalog, archive.vectors, archive.embedder, pieces):
        return None
    return f"the vectors are not what {used.model} makes of their chunks"


def _compare_stores(
    archive: Archive, stored: set[str], sound: set[str], *, repair: bool
) -> Iterator[Fault]:
    catalog, vectors = archive.catalog, archive.vectors
    known = set(catalog.vector_ids())
    missing, unknown = known - sound, sound - known
    wrong = audit_vectors.find_wrong(catalog, vectors, sound & known, archive.settings.dimensions)
    if repair and sound != stored:  # Chroma does not mend its own index
        vectors.destroy()
        _embed(archive, known)
    elif repair:
        vectors.remove(sorted(unknown))
        _embed(archive, missing | set(wrong.ids))
    if repair and wrong.articles:
        with change(catalog) as db:
            db.clear_meanings(wrong.articles)
    if missing:
        yield Fault(what=f"{len(missing)} chunks have no vector", mended=repair)
    if unknown:
        yield Fault(what=f"{len(unknown)} vectors belong to no chunk", mended=repair)
    if wrong.articles:
        what = f"{len(wrong.articles)} articles have vectors that are not theirs"
        yield Fault(what=f"{what} ({name_some(wrong.articles)})", mended=repair)


def _forget_vectors(archive: Archive) -> None:
    """Throws all vectors away, in both stores."""
    archive.vectors.destroy()
    with change(archive.catalog) as db:
        db.clear_meanings()


def _embed(archive: Archive, missing: set[str]) -> None:
    """Makes the missing vectors from the catalogue alone."""
    embedder, pieces = ArticleEmbedder(archive.settings), WordPieces(archive.settings)
    waiting: list[tuple[str, str]] = []
    for article in archive.articles() if missing else ():
        waiting += [
            (id, text_to_embed(article.title, chunk.text, pieces))
            for id, chunk in archive.catalog.chunks(article)
            if id in missing
        ]
        if len(waiting) >= BATCH:
            _store(archive, embedder, waiting)
            waiting = []
    _store(archive, embedder, waiting)


def _store(archive: Archive, embedder: ArticleEmbedder, waiting: Sequence[tuple[str, str]]) -> None:
    if waiting:
        ids = [id for id, _ in waiting]
        archive.vectors.add(ids, embedder.embed([text for _, text in waiting]))
