"""What a run did: each article counted once, whatever number of files told it."""

from __future__ import annotations

from collections import defaultdict
from enum import StrEnum

from pydantic import Field

from index.records import Record


class Failure(Record):
    """One input that could not be read, and why."""

    path: str
    reason: str


class Asking(Record):
    """What a run asked of a language model: articles that it `read`, of which `asked` had sentences
    to ask about; `missed` it was to read and did not, for the reason `fault`. `counted` is False
    where the tokens are guessed from the length.
    """

    read: int
    asked: int
    missed: int
    fault: str | None
    prompt_tokens: int
    completion_tokens: int
    counted: bool
    seconds: float


class Extraction(Record):
    """What language models proposed of an archive: which ones, how many articles one of them has
    read as they stand and how many none has, the reports that are borne out, and what this run
    asked; None where it asked nothing.
    """

    models: tuple[str, ...]
    articles: int
    unread: int
    mentions: int
    asking: Asking | None


class Report(Record):
    """What an ingest did; the JSON of `dateline index`. `extraction` is None, and left out there,
    where no language model was ever asked.
    """

    added: int
    unchanged: int
    replaced: int
    removed: int
    failed: tuple[Failure, ...]
    articles: int
    meetings: int
    seconds: float
    extraction: Extraction | None = Field(default=None, exclude_if=lambda told: told is None)


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
