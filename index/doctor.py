"""Whether an archive holds together, and mending it where it does not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from index.archive import Archive
from index.embeddings import ArticleEmbedder, text_to_embed
from index.records import Article, Record

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
    """Checks offsets, counts, vectors and model; with `repair` makes the vectors fit the catalogue.

    Raises ArchiveMissing or ArchiveDamaged where there is nothing to check.
    """
    with Archive.open(folder, any_model=True) as archive:
        faults = [Fault(what=what) for what in _check_catalogue(archive)]
        faults += _check_model(archive, repair=repair)
        faults += _check_vectors(archive, repair=repair)
        counts = archive.catalog.counts()
    return Health(articles=counts["articles"], chunks=counts["chunks"], faults=tuple(faults))


def _check_catalogue(archive: Archive) -> Iterator[str]:
    yield from archive.catalog.check_files()
    for article in archive.articles():
        wrong = _wrong_spans(archive, article)
        if wrong:
            yield f"{article.id}: {wrong} spans leave its text; index {article.path} again"


def _wrong_spans(archive: Archive, article: Article) -> int:
    spans = archive.catalog.spans(article.id)
    return sum(not 0 <= start < end <= len(article.text) for start, end in spans)


def _check_model(archive: Archive, *, repair: bool) -> Iterator[Fault]:
    made = archive.made_with()
    if made.model == archive.settings.model:
        return
    if repair:
        with archive.writing():
            archive.vectors.clear()
            archive.catalog.set_note("settings", archive.settings.model_dump_json())
    yield Fault(
        what=f"the vectors were made with {made.model}, this program uses "
        f"{archive.settings.model}: all must be made anew",
        mended=repair,
    )


def _check_vectors(archive: Archive, *, repair: bool) -> Iterator[Fault]:
    known, stored = set(archive.catalog.vector_ids()), archive.vectors.ids()
    missing, unknown = known - stored, stored - known
    if repair and (missing or unknown):
        with archive.writing():
            archive.vectors.remove(sorted(unknown))
            _embed(archive, missing)
    if missing:
        yield Fault(what=f"{len(missing)} chunks have no vector", mended=repair)
    if unknown:
        yield Fault(what=f"{len(unknown)} vectors belong to no chunk", mended=repair)


def _embed(archive: Archive, missing: set[str]) -> None:
    """Makes the missing vectors from the catalogue alone."""
    embedder = ArticleEmbedder(archive.settings)
    waiting: list[tuple[str, str]] = []
    for article in archive.articles():
        waiting += [
            (id, text_to_embed(article.title, chunk.text))
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
