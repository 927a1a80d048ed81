"""One file in, its stories out: which reader takes it, and how bytes become text.

A new format is a function from a file to drafts and one line in `READERS`. What a story's text is
gets decided here and never changes after: for plain text the decoded file, for JSON the text field
as given, for the others what their reader makes of the page.
"""

from __future__ import annotations

import codecs
import gzip
import re
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

from index.errors import UnreadableSource
from index.records import Record

UNSTORABLE = re.compile(
    "[\x00\ud800-\udfff]"
)  # a NUL or half a surrogate pair: no store takes them
CONTROL = re.compile(r"[\x01-\x08\x0e-\x1a\x1c-\x1f\x7f]")
MOST_CONTROL = 0.01  # a file with a larger share of control characters is no text
LARGEST_FILE = (
    256 * 2**20
)  # bytes of one story; larger is no article, and is never read into memory


class Draft(Record):
    """A story as its file gives it, before zones, date and identity.

    `place` says where in the file it stands ("" or "#17"); `metadata` holds what date fields say.
    """

    place: str = ""
    own_id: str | None = None
    text: str
    title: str | None = None
    source: str | None = None
    url: str | None = None
    language: str | None = None
    metadata: tuple[str, ...] = ()


Drafts = Iterator[Draft | UnreadableSource]
"""Stories of one file in order; an `UnreadableSource` in place of one that could not be read."""


def read_file(path: Path, shown: str) -> Drafts:
    """The stories of one file. `shown` is the name used in messages.

    Yields an UnreadableSource for each story or rest of the file that cannot be read; raises nothing
    for bad input.
    """
    reader = find_reader(path)
    if reader is None:
        kinds = ", ".join(sorted(READERS))
        yield UnreadableSource(
            shown, f"no format that Dateline reads (it reads {kinds}); save it as one of these"
        )
        return
    try:
        yield from reader(path, shown)
    except UnreadableSource as fault:
        yield fault
    except (EOFError, zlib.error, gzip.BadGzipFile) as fault:
        yield UnreadableSource(shown, f"the gzip file is damaged ({fault}); fetch it again")
    except OSError as fault:
        reason = fault.strerror or str(fault)
        yield UnreadableSource(
            shown, f"cannot be read ({reason}); check that it exists and its rights"
        )


def find_reader(path: Path) -> Callable[[Path, str], Drafts] | None:
    """The reader for a file name ("a.jsonl.gz" is read as "a.jsonl"), None for an unknown format."""
    suffixes = [suffix.lower() for suffix in path.suffixes]
    if suffixes and suffixes[-1] == ".gz":
        suffixes.pop()
    return READERS.get(suffixes[-1] if suffixes else ".txt")


def open_bytes(path: Path) -> bytes:
    """The file's bytes, unpacked where it is gzipped."""
    opened = gzip.open(path) if path.suffix.lower() == ".gz" else path.open("rb")
    with opened as stream:
        content = stream.read(LARGEST_FILE + 1)
    if len(content) > LARGEST_FILE:
        raise UnreadableSource(
            path.name, f"larger than {LARGEST_FILE >> 20} MiB, which no article is; divide it"
        )
    return content


def decode(content: bytes, shown: str) -> str:
    """Text from UTF-8 or UTF-16 bytes, one code point for one; a byte-order mark is left out."""
    for mark, encoding in (
        (codecs.BOM_UTF8, "utf-8-sig"),
        (codecs.BOM_UTF16_LE, "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16"),
    ):
        if content.startswith(mark):
            return _strict(content, encoding, shown)
    return _strict(content, _guess_utf16(content) or "utf-8", shown)


def storable(text: str) -> str:
    """The text with U+FFFD for each code point that no store takes; the length stays."""
    return UNSTORABLE.sub("\ufffd", text)


def read_plain(path: Path, shown: str) -> Drafts:
    """A plain text file is one story, letter for letter, line ends as they are."""
    text = decode(open_bytes(path), shown)
    refuse_empty(text, shown)
    yield Draft(text=text)


def refuse_empty(text: str, shown: str) -> None:
    """Raises UnreadableSource for a text without a letter, or one that is no text."""
    if not text.strip():
        raise UnreadableSource(shown, "holds no text; remove it or fetch it again")
    if len(CONTROL.findall(text)) > MOST_CONTROL * len(text):
        raise UnreadableSource(shown, "is binary, not text; save the article as text or HTML")


def _strict(content: bytes, encoding: str, shown: str) -> str:
    try:
        return storable(content.decode(encoding))
    except UnicodeDecodeError as fault:
        kind = "binary" if b"\x00" in content[:4096] else "neither UTF-8 nor UTF-16"
        raise UnreadableSource(
            shown, f"is {kind} (byte {fault.start}); save it as UTF-8 and index it again"
        ) from fault


def _guess_utf16(content: bytes) -> str | None:
    """UTF-16 without a byte-order mark, told by its NULs: Latin text has every other byte zero."""
    sample = content[:4096]
    for odd, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        half = sample[odd::2]
        if half and half.count(0) > 0.5 * len(half) and sample.count(0) < 0.6 * len(sample):
            return encoding
    return None


def _html(path: Path, shown: str) -> Drafts:
    from index.read_html import read_html  # trafilatura takes 0.4 s to import

    yield from read_html(path, shown)


def _markdown(path: Path, shown: str) -> Drafts:
    from index.read_markdown import read_markdown

    yield from read_markdown(path, shown)


def _json(path: Path, shown: str) -> Drafts:
    from index.read_json import read_json

    yield from read_json(path, shown)


def _jsonl(path: Path, shown: str) -> Drafts:
    from index.read_json import read_jsonl

    yield from read_jsonl(path, shown)


READERS: dict[str, Callable[[Path, str], Drafts]] = {
    ".txt": read_plain,
    ".text": read_plain,
    ".md": _markdown,
    ".markdown": _markdown,
    ".html": _html,
    ".htm": _html,
    ".xhtml": _html,
    ".json": _json,
    ".jsonl": _jsonl,
    ".ndjson": _jsonl,
}

MANY_STORIES = frozenset({".json", ".jsonl", ".ndjson"})


def holds_many(path: Path) -> bool:
    """Whether a file of this name may hold more stories than one."""
    return bool(MANY_STORIES & set(path.suffixes[-2:]))
