"""Whether an archive holds together, and mending it where it does not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from index import audit
from index.archive import Archive
from index.changes import change
from index.embeddings import ArticleEmbedder, WordPieces, hash_weights, text_to_embed
from index.errors import ArchiveDamaged
from index.meaning_pass import list_unpacked, pack_all
from index.records import Record

BATCH = 512  # chunks embedded together


class Fault(Record):
    """Something amiss, in words, and whether it was mended."""

    what: str
    mended: bool = False


class Health(Record):
    """What was found; the JSON of `dateline doctor`."""

    articles: int
    chunks: int
    faults: tuple[Fault, ...]

    def open_faults(self) -> tuple[Fault, ...]:
        """Those that were not mended."""
        return tuple(fault for fault in self.faults if not fault.mended)


def check_archive(folder: Path, *, repair: bool = False) -> Health:
    """Checks texts, offsets, full text, vectors and model; `repair` makes what is derived fit.

    Raises ArchiveMissing or ArchiveDamaged where there is nothing to check, and ArchiveLocked while
    another process writes, as then the two stores differ for good reason.
    """
    with Archive.open(folder, any_model=True) as archive, archive.writing():
        faults = [
            *_check_catalogue(archive),
            *_check_words(archive, repair=repair),
            *_check_model(archive, repair=repair),
            *_check_vectors(archive, repair=repair),
            *_check_meanings(archive, repair=repair),
        ]
        if any(fault.mended for fault in faults):
            with change(archive.catalog):
                pass  # raises the generation: readers open what was mended
        counts = archive.catalog.counts()
    return Health(articles=counts["articles"], chunks=counts["chunks"], faults=tuple(faults))


def _check_catalogue(archive: Archive) -> Iterator[Fault]:
    for damage in audit.find_damage(archive.catalog):
        yield Fault(what=f"the catalogue's file is damaged ({damage}); index into a new folder")
    for what, ids in (
        ("its text is not the one that was read", audit.find_altered(archive.catalog)),
        ("a sentence or chunk leaves its text", audit.find_strays(archive.catalog)),
    ):
        for id in ids:
            again = f"`dateline remove {id}`, then index its file again"
            yield Fault(what=f"article {id}: {what}; {again}")


def _check_words(archive: Archive, *, repair: bool) -> Iterator[Fault]:
    missing, strange = audit.compare_words(archive.catalog)
    agree = audit.words_agree(archive.catalog)
    if repair and (missing or strange or not agree):
        audit.remake_words(archive.catalog)
    if missing:
        yield Fault(what=f"the full-text index lacks {missing} chunks", mended=repair)
    if strange:
        yield Fault(what=f"the full-text index has {strange} rows of no chunk", mended=repair)
    if not agree:
        yield Fault(what="the full-text index does not fit its own rows", mended=repair)


def _check_model(archive: Archive, *, repair: bool) -> Iterator[Fault]:
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
        archive.vectors.destroy()
        with change(archive.catalog) as db:
            db.clear_meanings()
        archive.catalog.set_note("settings", used.model_dump_json())
    yield Fault(
        what=f"the vectors were made with {made.describe_model()}, this program uses "
        f"{used.describe_model()}: all must be made anew",
        mended=repair,
    )


def _check_vectors(archive: Archive, *, repair: bool) -> Iterator[Fault]:
    try:
        stored = archive.vectors.ids()
        sound = stored.difference(archive.vectors.lost(sorted(stored)))
    except ArchiveDamaged as fault:
        stored, sound = {"unreadable"}, set()
        yield Fault(what=str(fault), mended=repair)
    known = set(archive.catalog.vector_ids())
    missing, unknown = known - sound, sound - known
    if repair and sound != stored:  # Chroma does not mend its own index
        archive.vectors.destroy()
        _embed(archive, known)
    elif repair:
        archive.vectors.remove(sorted(unknown))
        _embed(archive, missing)
    if missing:
        yield Fault(what=f"{len(missing)} chunks have no vector", mended=repair)
    if unknown:
        yield Fault(what=f"{len(unknown)} vectors belong to no chunk", mended=repair)


def _check_meanings(archive: Archive, *, repair: bool) -> Iterator[Fault]:
    """Articles without packed vectors are still answered from, only slower."""
    lacking = list_unpacked(archive.catalog)
    if lacking and repair:
        pack_all(archive.catalog, archive.vectors, ArticleEmbedder(archive.settings))
    if lacking:
        what = f"{len(lacking)} articles have no vectors of their sentences"
        yield Fault(what=what, mended=repair)


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
