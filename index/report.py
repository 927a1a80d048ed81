"""What a run did: each article counted once, whatever number of files told it."""

from __future__ import annotations

from collections import defaultdict
from enum import StrEnum

from index.records import Record


class Failure(Record):
    """One input that could not be read, and why."""

    path: str
    reason: str


class Report(Record):
    """What an ingest did; the JSON of `dateline index`."""

    added: int
    unchanged: int
    replaced: int
    removed: int
    failed: tuple[Failure, ...]
    articles: int
    meetings: int
    seconds: float


class Fate(StrEnum):
    """What became of an article in a run."""

    ADDED = "added"
    REPLACED = "replaced"
    UNCHANGED = "unchanged"
    REMOVED = "removed"


class Tally:
    """Counts fates. A story that took another's place in its file is one replaced."""

    def __init__(self) -> None:
        self._fates: dict[str, dict[Fate, set[str]]] = defaultdict(lambda: defaultdict(set))

    def note(self, file: str, fate: Fate, *ids: str) -> None:
        """Notes what became of articles on account of a file."""
        self._fates[file][fate].update(ids)

    def totals(self) -> dict[str, int]:
        """How many were added, replaced, removed, and how many of the others are unchanged."""
        moved = self._all(Fate.ADDED) & self._all(Fate.REMOVED)  # from one file to another
        added = removed = swapped = 0
        for fates in self._fates.values():
            new, gone = len(fates[Fate.ADDED] - moved), len(fates[Fate.REMOVED] - moved)
            swapped += min(new, gone)
            added += new - min(new, gone)
            removed += gone - min(new, gone)
        told_anew = self._all(Fate.ADDED) - moved
        replaced = self._all(Fate.REPLACED) - told_anew
        return {
            "added": added,
            "replaced": len(replaced) + swapped,
            "removed": removed,
            "unchanged": len((self._all(Fate.UNCHANGED) | moved) - replaced - told_anew),
        }

    def _all(self, fate: Fate) -> set[str]:
        return {id for fates in self._fates.values() for id in fates[fate]}
