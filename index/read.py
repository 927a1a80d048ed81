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
from io import BufferedIOBase
from pathlib import Path

from index.errors import UnreadableSource
from index.records import Record

UNSTORABLE = re.compile("[\x00\ud800-\udfff]")  # NUL, half a surrogate pair: no store takes them
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
MOST_CONTROL = 0.01  # a file with a larger share of control characters is no text
LARGEST_FILE = 256 * 2**20  # bytes of one story; a larger file is no article
SUFFIX = re.compile(r"\.(?=\w*[a-z])\w{1,8}", re.IGNORECASE)  # ".txt", but not ". Moe" or ".2019"
LEAST_NULS = 0.02  # share of NULs that makes a text UTF-16
MOST_ON_ONE_SIDE = 0.9  # of them stand on the odd, or on the even, bytes
MARKS = (  # byte-order marks; that of UTF-32 begins as that of UTF-16 does
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


class Draft(Record):
    """A story as its file gives it, before zones, date and identity.

    `place` says where in the file it stands ("" or "#17"); `metadata` holds what date fields say,
    `captions` which paragraphs of the text the file marks as a picture's.
    """

    place: str = ""
    own_id: str | None = None
    text: str
    title: str | None = None
    source: str | None = None
    url: str | None = None
    language: str | None = None
    metadata: tuple[str, ...] = ()
    captions: tuple[str, ...] = ()


Drafts = Iterator[Draft | UnreadableSource]
"""Stories of one file in order; an `UnreadableSource` in place of one that could not be read."""


def read_file(path: Path, shown: str) -> Drafts:
    """The stories of one file. `shown` is the name used in messages.

    Yields an UnreadableSource for each story or rest of the file that cannot be read; raises
    nothing for bad input.
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
    """The reader for a file name ("a.jsonl.gz" is read as "a.jsonl"), None for an unknown format.

    A name without a suffix is plain text.
    """
    name = path.with_suffix("") if path.suffix.lower() == ".gz" else path
    return READERS.get(name.suffix.lower() if SUFFIX.fullmatch(name.suffix) else ".txt")


def open_stream(path: Path) -> BufferedIOBase:
    """The file opened for its bytes, unpacked where it is gzipped; the caller closes it."""
    return gzip.open(path) if path.suffix.lower() == ".gz" else path.open("rb")


def open_bytes(path: Path, shown: str) -> bytes:
    """All of the file's bytes, unpacked where it is gzipped."""
    with open_stream(path) as stream:
        content = stream.read(LARGEST_FILE + 1)
    if len(content) > LARGEST_FILE:
        raise UnreadableSource(
            shown, f"larger than {LARGEST_FILE >> 20} MiB, which no article is; divide it"
        )
    return content


def decode(content: bytes, shown: str) -> str:
    """Text from UTF-8 or UTF-16 bytes, one code point for one; a byte-order mark is left out."""
    encoding = find_encoding(content[:4096])
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as fault:
        kind = "binary" if b"\x00" in content[:4096] else "neither UTF-8 nor UTF-16"
        raise UnreadableSource(
            shown, f"is {kind} (byte {fault.start}); save it as UTF-8 and index it again"
        ) from fault
    refuse_binary(text, shown)
    return storable(text)


def find_encoding(sample: bytes) -> str:
    """The encoding that the first bytes of a file tell: a byte-order mark, or UTF-16 by its NULs.

    In UTF-16 every second byte of Latin letters, and of blanks in any script, is NUL; UTF-8 text
    has none.
    """
    for mark, encoding in MARKS:
        if sample.startswith(mark):
            return encoding
    nuls = sample.count(0)
    if nuls < LEAST_NULS * len(sample) or not nuls:
        return "utf-8"
    odd = sample[1::2].count(0)
    if odd >= MOST_ON_ONE_SIDE * nuls:
        return "utf-16-le"
    return "utf-16-be" if nuls - odd >= MOST_ON_ONE_SIDE * nuls else "utf-8"


def storable(text: str) -> str:
    """The text with U+FFFD for each code point that no store takes; the length stays."""
    return UNSTORABLE.sub("\ufffd", text)


def read_plain(path: Path, shown: str) -> Drafts:
    """A plain text file is one story, letter for letter, line ends as they are."""
    text = decode(open_bytes(path, shown), shown)
    refuse_empty(text, shown)
    yield Draft(text=text)


def refuse_empty(text: str, shown: str) -> None:
    """Raises UnreadableSource for a text without a letter or a figure."""
    if not any(map(str.isalnum, text)):
        raise UnreadableSource(shown, "holds no text; remove it or fetch it again")


def refuse_binary(text: str, shown: str) -> None:
    """Raises UnreadableSource for what decodes but is no text, told by its control characters."""
    if len(CONTROL.findall(text)) > MOST_CONTROL * len(text):
        raise UnreadableSource(shown, "is binary, not text; save the article as text or HTML")


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
