"""A few invented clippings for tests of what a language model does with them."""

from __future__ import annotations

from pathlib import Path

CLIPPINGS = {
    "received.txt": (
        "Sorel receives Marsh\n\nLEIDEN, March 15, 2024 - Dutch Foreign Minister Inga Sorel "
        "received Irish Foreign Minister Peter Marsh at Stone House in Leiden on Thursday to "
        "discuss herring.\n\nThe herring fleet of Katwijk lands 4,000 tonnes a year. The fleet of "
        "Urk lands 900 tonnes a year and employs 60 people.\n"
    ),
    "planned.txt": (
        "Sorel to meet Brook\n\nVIENNA, June 3, 2024 - Dutch Foreign Minister Inga Sorel will meet "
        "Austrian Chancellor Karl Brook in Vienna on June 20, her ministry announced on Monday.\n"
    ),
    "denied.txt": (
        "No talks, says ministry\n\nDUBLIN, May 7, 2024 - Irish Foreign Minister Peter Marsh met "
        "Norwegian Foreign Minister Liv Dahl in Dublin on Monday, a spokeswoman said. The two "
        "spoke about cod for an hour.\n"
    ),
}  # fmt: skip


def write_clippings(folder: Path, more: dict[str, str] | None = None) -> Path:
    """Writes the clippings, and others by name, into a folder; gives it back."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in {**CLIPPINGS, **(more or {})}.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder
