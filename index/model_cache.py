"""Replies of language models, kept: what is asked again is answered at once and costs nothing.

One file in the user's cache folder, readable by that user alone: replies are made of what was asked
and of an archive's sentences. The key holds model, prompt and evidence, so nothing in it grows old.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from index.records import Record

FILE = "models.sqlite3"
MOST_KEPT = 20_000  # replies, about 20 MB; the oldest go first
BUSY = 2.0  # seconds that another process may hold the file
MAKE = (
    "CREATE TABLE IF NOT EXISTS replies (key TEXT PRIMARY KEY, text TEXT NOT NULL, "
    "prompt_tokens INTEGER NOT NULL, completion_tokens INTEGER NOT NULL, counted INTEGER NOT NULL)"
)


class Kept(Record):
    """A reply with the tokens that it took when it was made."""

    text: str
    prompt_tokens: int
    completion_tokens: int
    counted: bool


class ModelCache:
    """The replies of one model, named by its SPEC. What cannot be read or kept is passed over."""

    def __init__(self, path: Path, spec: str) -> None:
        self._path = path
        self._spec = spec

    @classmethod
    def at_home(cls, spec: str) -> ModelCache:
        """In `$XDG_CACHE_HOME/dateline`, else `~/.cache/dateline`."""
        home = os.environ.get("XDG_CACHE_HOME")
        folder = Path(home) if home else Path.home() / ".cache"
        return cls(folder / "dateline" / FILE, spec)

    def find(self, key: str) -> Kept | None:
        """The reply kept under a key."""
        with contextlib.suppress(OSError, sqlite3.Error), self._open() as there:
            row = there.execute(
                "SELECT text, prompt_tokens, completion_tokens, counted FROM replies WHERE key = ?",
                (self._full(key),),
            ).fetchone()
            if row:
                return Kept(text=row[0], prompt_tokens=row[1], completion_tokens=row[2],
                            counted=bool(row[3]))  # fmt: skip
        return None

    def keep(self, key: str, reply: Kept) -> None:
        """Keeps a reply; the oldest go where there are too many."""
        with contextlib.suppress(OSError, sqlite3.Error), self._open() as there:
            there.execute(
                "INSERT OR REPLACE INTO replies VALUES (?, ?, ?, ?, ?)",
                (self._full(key), reply.text, reply.prompt_tokens, reply.completion_tokens,
                 reply.counted),
            )  # fmt: skip
            there.execute(
                "DELETE FROM replies WHERE rowid <= (SELECT max(rowid) FROM replies) - ?",
                (MOST_KEPT,),
            )

    def _full(self, key: str) -> str:
        return hashlib.sha256(f"{self._spec} {key}".encode()).hexdigest()

    @contextlib.contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._path.touch(mode=0o600)
        there = sqlite3.connect(self._path, timeout=BUSY)
        try:
            with there:
                there.execute(MAKE)
                yield there
        finally:
            there.close()
