"""The files under the sources that a user names, in a settled order."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from index.errors import UnreadableSource
from index.read import find_reader
from index.records import Record

# What browsers save beside a page, and what is no article whatever its folder: passed over unsaid.
BESIDE_ARTICLES = frozenset(
    [".css", ".js", ".mjs", ".map", ".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".avif", ".ico", ".bmp", ".tif", ".tiff", ".woff", ".woff2", ".ttf", ".otf", ".eot", ".mp3", ".mp4", ".m4a", ".webm", ".ogg", ".wav", ".mov", ".avi", ".db", ".ini", ".lock", ".log", ".py", ".toml", ".cfg"]
)


class Found(Record):
    """A file to read: its place on disk and the name shown to people."""

    path: Path
    shown: str


def find_files(source: Path) -> Iterator[Found | UnreadableSource]:
    """The files of one source, sorted; hidden ones and what is no article are passed over.

    A file that is named itself is always yielded, whatever its kind. A folder that cannot be listed,
    and a source that does not exist, is an UnreadableSource. Linked folders are not followed, so no
    circle is walked.
    """
    root = Path(os.path.abspath(source))
    if not root.exists():
        yield UnreadableSource(str(source), "does not exist; check the spelling")
    elif root.is_dir():
        yield from _walk(root, root.name)
    else:
        yield Found(path=root, shown=root.name)


def _walk(folder: Path, shown: str) -> Iterator[Found | UnreadableSource]:
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as fault:
        yield UnreadableSource(shown, f"cannot be listed ({fault.strerror}); check its rights")
        return
    for entry in entries:
        name = f"{shown}/{entry.name}"
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(Path(entry.path), name)
        elif entry.is_file() and _may_be_article(Path(entry.path)):
            yield Found(path=Path(entry.path), shown=name)


def _may_be_article(path: Path) -> bool:
    return find_reader(path) is not None or path.suffix.lower() not in BESIDE_ARTICLES
