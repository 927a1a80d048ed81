"""Whether an archive holds together, and mending it where it does not."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from index import audit, audit_derived
from index.archive import Archive
from index.changes import change
from index.dating_pass import date_undated
from index.divide import divide_again
from index.doctor_vectors import check_meanings, check_model, check_vectors
from index.health import Fault, Health, name_some
from index.meaning_pass import list_unpacked
from index.mention_pass import find_all_mentions

__all__ = ["Fault", "Health", "check_archive"]


def check_archive(folder: Path, *, repair: bool = False) -> Health:
    """Checks texts, offsets, full text, vectors, model, dates, reports and meetings.

    `repair` makes what is derived fit. Raises ArchiveMissing or ArchiveDamaged where there is
    nothing to check, and ArchiveLocked while another process writes, as then the two stores differ
    for good reason.
    """
    with Archive.open(folder, any_model=True) as archive, archive.writing():
        faults = tuple(_check_all(archive, repair=repair))
        if any(fault.mended for fault in faults):
            with change(archive.catalog):
                pass  # raises the generation: readers open what was mended
        if repair and all(fault.mended for fault in faults):
            date_undated(archive.catalog)
            find_all_mentions(archive.catalog)
        counts = archive.catalog.counts()
        left = tuple(_list_unfinished(archive))
    return Health(
        articles=counts["articles"], chunks=counts["chunks"], faults=faults, unfinished=left
    )


def _check_all(archive: Archive, *, repair: bool) -> Iterator[Fault]:
    """Each step builds on those before it: what reads articles waits until all can be read."""
    for check in (_check_file, _check_texts, _check_dates):
        yield from check(archive, repair=repair)
    waits = False
    for fault in (*_check_known(archive), *_check_parts(archive, repair=repair)):
        yield fault
        waits = waits or not fault.mended
    if waits:
        return
    for check in (_check_words, check_model, check_vectors, check_meanings, _check_reports):
        yield from check(archive, repair=repair)


def _check_file(archive: Archive, *, repair: bool) -> Iterator[Fault]:
    damages, orphans = audit.find_damage(archive.catalog), audit.count_orphans(archive.catalog)
    if damages and repair:
        audit.remake_indexes(archive.catalog)
    left = audit.find_damage(archive.catalog) if repair else damages
    for damage in damages:
        what = f"the catalogue's file is damaged ({damage}); index into a new folder"
        yield Fault(what=what, mended=damage not in left)
    if orphans and repair:
        with change(archive.catalog) as db:
            db.drop_orphans()
    if orphans:
        yield Fault(
            what=f"{orphans} rows have no parent: an article is gone and parts of it are left; "
            "index its file again to have it back",
            mended=repair,
        )


def _check_texts(archive: Archive, *, repair: bool) -> Iterator[Fault]:
    for id in audit.find_altered(archive.catalog):
        yield Fault(what=f"article {id}: its text is not the one that was read; {_again(id)}")


def _check_known(archive: Archive) -> Iterator[Fault]:
    for id in audit_derived.find_unreadable(archive.catalog):
        yield Fault(what=f"article {id}: what is known of it cannot be read; {_again(id)}")


def _again(id: str) -> str:
    """What only the sources can mend."""
    return f"`dateline remove {id}`, then index its file again"


def _check_parts(archive: Archive, *, repair: bool) -> Iterator[Fault]:
    strays = audit.find_strays(archive.catalog)
    if strays and repair:
        divide_again(archive.catalog, strays, archive.settings)
    for id in strays:
        yield Fault(what=f"article {id}: a sentence or chunk leaves its text", mended=repair)


def _check_dates(archive: Archive, *, repair: bool) -> Iterator[Fault]:
    bad = audit_derived.find_bad_dates(archive.catalog)
    if bad and repair:
        audit_derived.mend_dates(archive.catalog, bad)
    if bad:
        what = f"{len(bad)} articles have dates that cannot be read ({name_some(bad)})"
        yield Fault(what=what, mended=repair)


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


def _check_reports(archive: Archive, *, repair: bool) -> Iterator[Fault]:
    """Reports that do not fit their article, and meetings that do not fit the reports.

    Where the meetings do not, a report may be missing: all articles are read again.
    """
    catalog = archive.catalog
    bad = audit_derived.find_bad_reports(catalog)
    merged = not bad and audit_derived.are_merged(catalog)
    astray = merged and not audit_derived.meetings_fit(catalog)
    if repair and (bad or astray):
        audit_derived.forget_reports(catalog, bad or catalog.article_ids())
    if bad:
        what = f"{len(bad)} articles have reports whose words are not in them ({name_some(bad)})"
        yield Fault(what=what, mended=repair)
    if astray:
        yield Fault(what="the meetings are not those that the reports tell of", mended=repair)


def _list_unfinished(archive: Archive) -> Iterator[str]:
    """What a stopped run left to do."""
    unpacked = len(list_unpacked(archive.catalog))
    if unpacked:
        yield f"{unpacked} articles have no vectors of their sentences; `dateline index` makes them"
    unread = len(audit_derived.list_unread(archive.catalog))
    if unread:
        yield f"{unread} articles are not yet read for meetings; the next `dateline index` does it"
    elif not audit_derived.are_merged(archive.catalog):
        yield "dates and meetings are not yet worked out; the next `dateline index` does it"
