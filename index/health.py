"""What the doctor finds."""

from __future__ import annotations

from collections.abc import Sequence

from index.records import Record

NAMED = 5  # articles named in one line


class Fault(Record):
    """Something amiss, in words, and whether it was mended."""

    what: str
    mended: bool = False


class Health(Record):
    """What was found; the JSON of `dateline doctor`.

    `unfinished` says what a run that was stopped has left to do: no fault, the next run does it.
    """

    articles: int
    chunks: int
    faults: tuple[Fault, ...]
    unfinished: tuple[str, ...] = ()

    def open_faults(self) -> tuple[Fault, ...]:
        """Those that were not mended."""
        return tuple(fault for fault in self.faults if not fault.mended)


def name_some(ids: Sequence[str]) -> str:
    """Some of the ids, to look at."""
    return ", ".join(ids[:NAMED]) + (" …" if len(ids) > NAMED else "")
