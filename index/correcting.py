"""Correcting an archive by hand, and taking that back: dates and meetings follow at once."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from index.corrections import (
    LONGEST_NAME,
    Correction,
    is_same_name,
    keep_correction,
    mark_undone,
)
from index.dating_pass import date_undated
from index.errors import UsageError
from index.mention_pass import find_all_mentions

if TYPE_CHECKING:
    from index.archive import Archive


def correct_date(archive: Archive, name: str, day: str, by: str) -> Correction:
    """Gives an article, named by id or path, another day, month or year of writing.

    Raises UsageError for an unknown article and for what is no day, ArchiveLocked while another
    process writes.
    """
    id = archive.find(name).id
    return _work_out(archive, lambda: keep_correction(archive.catalog, id, None, day.strip(), by))


def correct_name(archive: Archive, name: str, wrong: str, right: str, by: str) -> Correction:
    """Gives somebody whom an article's reports name another name there.

    Raises UsageError where no report of the article names anybody so, and as `correct_date`.
    """
    article = archive.find(name)
    wrong, right = (" ".join(told.split())[:LONGEST_NAME] for told in (wrong, right))
    names = {p.name for mention in archive.mentions(article) for p in mention.participants}
    if not right:
        raise UsageError('say the right name too, as "Karl Brg=Karl Berg"')
    if not any(is_same_name(wrong, one) for one in names):
        told = f"they name {', '.join(sorted(names))}" if names else "they name nobody"
        raise UsageError(f"no report of a meeting in {article.id} names {wrong}; {told}")
    keep = lambda: keep_correction(archive.catalog, article.id, wrong, right, by)  # noqa: E731
    return _work_out(archive, keep)


def undo_correction(archive: Archive, id: int, by: str) -> Correction:
    """Takes a correction back; raises UsageError where none such stands."""
    return _work_out(archive, lambda: mark_undone(archive.catalog, id, by))


def _work_out(archive: Archive, write: Callable[[], Correction]) -> Correction:
    """Writes under the lock, then dates anew and reads anew what the correction touches."""
    with archive.writing():
        written = write()
        date_undated(archive.catalog)
        find_all_mentions(archive.catalog)
    return written
