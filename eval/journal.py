"""What has been scored so far, a line each, so that a stopped run goes on where it stopped.

The journal's name holds everything that could change a score (settings, code), and each line the
digest of what was measured with; a line that was torn by a kill is passed over.
"""

from __future__ import annotations

import hashlib
from os import SEEK_END

from pydantic import ValidationError

from eval.suite import Cost, Item, Setup
from index.records import Record


class Line(Record):
    """One thing noted: an item scored, or what a system cost to make ready and to run."""

    suite: str
    digest: str
    system: str
    item: Item | None = None
    cost: Cost | None = None
    peak_mib: float | None = None


class Journal:
    """The journal of one suite under some settings; `close` throws it away when all is done."""

    def __init__(self, setup: Setup, suite: str, code: str) -> None:
        asked = setup.model_dump_json(exclude={"cache"})
        key = hashlib.sha256(f"{suite}\0{code}\0{asked}".encode()).hexdigest()[:16]
        self.path = setup.cache / "unfinished" / f"{suite}-{key}.jsonl"

    def read(self, digest: str) -> list[Line]:
        """What an earlier run noted of the same articles and questions."""
        if not self.path.is_file():
            return []
        lines = (_read(line) for line in self.path.read_text(encoding="utf-8").splitlines())
        return [line for line in lines if line and line.digest == digest]

    def add(self, line: Line) -> None:
        """Notes a line, and lets it reach the disk."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        with self.path.open("ab+") as stream:
            stream.seek(max(0, stream.seek(0, SEEK_END) - 1))
            torn = stream.read(1) not in (b"", b"\n")
            stream.write(b"\n" * torn + line.model_dump_json().encode() + b"\n")

    def close(self) -> None:
        """Throws the journal away."""
        self.path.unlink(missing_ok=True)


def _read(line: str) -> Line | None:
    try:
        return Line.model_validate_json(line)
    except ValidationError:  # torn, or of an earlier form: then the item is scored again
        return None
