"""Texts of others as a language model is shown them: numbered, cleaned, fenced as data.

What could be taken for the fence's end, or is not to be seen, is taken out of them first.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence


def cleaned(text: str) -> str:
    """A text on one line without invisible characters, its angle brackets made harmless."""
    shown = "".join(c for c in text if unicodedata.category(c) not in ("Cf", "Cc") or c in "\n\t")
    return " ".join(shown.replace("<", "‹").replace(">", "›").split())


def numbered(lines: Sequence[str]) -> str:
    """Lines with their numbers from 1: "[1] Berg met Stone."."""
    return "\n".join(f"[{at}] {cleaned(line)}" for at, line in enumerate(lines, start=1))


def fenced(lines: Sequence[str]) -> str:
    """Numbered lines between the marks that a request names as those of data."""
    return f"<data>\n{numbered(lines)}\n</data>"
