"""The files under the sources that a user names, in a settled order."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path, PurePath

from index.errors import UnreadableSource
from index.read import find_reader
from index.records import Record

# What browsers save beside a page, and what is no article whatever its folder: passed over unsaid.
BESIDE_ARTICLES = frozenset((
    ".css", ".js", ".mjs", ".map", ".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".avif",
    ".ico", ".bmp", ".tif", ".tiff", ".woff", ".woff2", ".ttf", ".otf", ".eot", ".mp3", ".mp4",
    ".m4a", ".webm", ".ogg", ".wav", ".mov", ".avi", ".db", ".ini", ".lock", ".log", ".py",
    ".toml", ".cfg",
))  # fmt: skip
PAGES = (".html", ".htm", ".xhtml")


class Found(Record):
    """A file to read: its place on disk and the name shown to people."""

    path: Path
    shown: str


def find_files(source: Path) -> Iterator[Found | UnreadableSource]:
    """The files of one source, sorted; hidden ones and what is no article are passed over.

    A file that is named itself is always yielded, whatever its kind. A folder that cannot be
    listed, a link to no file, and a source that does not exist, is an UnreadableSource.
    Linked folders are not followed, so no circle is walked.
    """
    root = Path(os.path.abspath(source))  # noqa: PTH100 - resolve() would follow the links
    shown = _show(root.name)
    try:
        is_folder, is_there = root.is_dir(), root.exists()
    except OSError as fault:  # a name too long, a parent that may not be entered
        yield UnreadableSource(_show(str(source)), f"cannot be read ({fault.strerror}); check it")
        return
    if not is_there:
        yield UnreadableSource(_show(str(source)), "does not exist; check the spelling")
    elif not _is_utf8(str(root)):
        yield UnreadableSource(shown, "its name or a folder's is not UTF-8; rename it")
    elif is_folder:
        yield from _walk(root, shown)
    else:
        yield Found(path=root, shown=shown)


def _walk(folder: Path, shown: str) -> Iterator[Found | UnreadableSource]:
    try:
        with os.scandir(folder) as listing:
            entries = sorted(listing, key=lambda entry: entry.name)
    except OSError as fault:
        yield UnreadableSource(shown, f"cannot be listed ({fault.strerror}); check its rights")
        return
    names = {entry.name for entry in entries}
    for entry in entries:
        if entry.name.startswith(".") or _is_beside_page(entry.name, names):
            continue
        yield from _look_at(entry, f"{shown}/{_show(entry.name)}")


def _look_at(entry: os.DirEntry[str], shown: str) -> Iterator[Found | UnreadableSource]:
    path = Path(entry.path)
    if entry.is_dir(follow_symlinks=False):
        if _is_utf8(entry.name):
            yield from _walk(path, shown)
        else:
            yield UnreadableSource(shown, "its name is not UTF-8; rename it")
    elif not may_be_article(path):
        return
    elif not _is_utf8(entry.name):
        yield UnreadableSource(shown, "its name is not UTF-8; rename it")
    else:
        try:
            if stat.S_ISREG(path.stat().st_mode):
                yield Found(path=path, shown=shown)
        except OSError as fault:  # a link that leads nowhere, or in a circle
            yield UnreadableSource(shown, f"cannot be read ({fault.strerror}); mend the link")


def may_be_article(path: PurePath) -> bool:
    """Whether a file of this name is read, or else told of as of no known format."""
    return find_reader(path) is not None or path.suffix.lower() not in BESIDE_ARTICLES


def _is_beside_page(name: str, names: set[str]) -> bool:
    """Whether a browser saved this folder beside a page: "ferry_files" beside "ferry.html"."""
    page = name.removesuffix("_files")
    return page != name and any(page + suffix in names for suffix in PAGES)


def _is_utf8(name: str) -> bool:
    return _show(name) == name


def _show(name: str) -> str:
    """The name with U+FFFD for each byte that is no UTF-8, so that it can be printed and stored."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
