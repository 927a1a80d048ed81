"""Files into the archive while the app runs: one job at a time; the page asks how far it is."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from index.errors import ArchiveError, DatelineError, UsageError
from index.records import Record
from index.report import Report

if TYPE_CHECKING:
    from index.archive import Archive
    from index.ingest import Progress

UPLOADS = "uploads"  # the folder beside the catalogue in which uploaded files are kept


class State(Record):
    """What the job does and how much of it is done; at its end the report or a fault."""

    doing: str = ""
    done: int = 0
    total: int = 0
    report: Report | None = None
    fault: str = ""

    @property
    def is_over(self) -> bool:
        """Whether nothing is being done."""
        return not self.doing


class Adding:
    """Reads sources into an archive in a thread of its own."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._one = threading.Lock()
        self.state = State()

    def start(self, sources: Sequence[Path]) -> None:
        """Begins; raises UsageError where a job is still under way."""
        with self._one:
            if not self.state.is_over:
                raise UsageError("articles are being added already; wait until that is done")
            self.state = State(doing="articles read")
        threading.Thread(target=self._run, args=(sources,), daemon=True).start()

    def _run(self, sources: Sequence[Path]) -> None:
        try:
            report = self._archive.index(
                sources, progress=self._note("articles read"), watch=self._watch
            )
            self.state = State(report=report)
        except DatelineError as fault:
            self.state = State(fault=str(fault))
        except BaseException:
            self.state = State(fault="adding broke off; the log of the app says why")
            raise

    def _note(self, doing: str) -> Progress:
        def note(done: int, total: int) -> None:
            self.state = State(doing=doing, done=done, total=total)

        return note

    @contextmanager
    def _watch(self, unit: str) -> Iterator[Progress]:
        self.state = State(doing=unit)
        yield self._note(unit)


def keep_upload(folder: Path, name: str, content: BinaryIO) -> None:
    """Writes an uploaded file where `place_upload` puts it; raises ArchiveError where it cannot."""
    try:
        with place_upload(folder, name).open("wb") as kept:
            shutil.copyfileobj(content, kept)
    except OSError as fault:
        raise ArchiveError(
            f"{name} cannot be kept in {folder / UPLOADS} ({fault.strerror}); make room, or check "
            "its rights"
        ) from fault


def place_upload(folder: Path, name: str) -> Path:
    """Where an uploaded file of a name like "week/one.txt" is kept; its folders are made.

    Raises UsageError for a name that leads elsewhere.
    """
    parts = [part for part in name.replace("\\", "/").split("/") if part not in ("", ".")]
    if not parts or ".." in parts or any("\0" in part for part in parts):
        raise UsageError(f"{name or 'a file without a name'} cannot be kept; rename it")
    path = folder.joinpath(UPLOADS, *parts)
    path.parent.mkdir(parents=True, exist_ok=True)
    return path
