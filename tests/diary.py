"""Archives of a few invented stories, for tests of what is answered from them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from index.archive import Archive


def build_diary(folder: Path, stories: Mapping[str, str]) -> Archive:
    """Writes stories by file name into a folder and reads them."""
    for name, text in stories.items():
        (folder / name).write_text(text, encoding="utf-8")
    return Archive.build([folder], folder / "archive")
