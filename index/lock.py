"""The one writer's lock. The system frees it when its process ends, however that ends."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from index.errors import ArchiveError, ArchiveLocked

LOCK = "write.lock"


@contextmanager
def hold_lock(folder: Path) -> Iterator[None]:
    """Holds the lock of an archive's folder; raises ArchiveLocked at once where another does."""
    lock = FileLock(folder / LOCK)
    try:
        lock.acquire(timeout=0)
    except Timeout as fault:
        raise ArchiveLocked(
            f"another process is writing to {folder}; "
            "wait until it is done and try again (reading works meanwhile)"
        ) from fault
    except OSError as fault:
        raise ArchiveError(
            f"{folder} cannot be written ({fault.strerror}); check its rights and make room"
        ) from fault
    try:
        yield
    finally:
        lock.release()
