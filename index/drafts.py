"""A story as its file gives it, and how bytes become text: what all readers of files share."""

from __future__ import annotations

import codecs
import gzip
import re
from collections.abc import Iterator
from io import BufferedIOBase
from pathlib import Path

from index.errors import UnreadableSource
from index.records import Record

UNSTORABLE = re.compile("[\x00\ud800-\udfff]")  # NUL, half a surrogate pair: no store takes them
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
MOST_CONTROL = 0.01  # a file with a larger share of control characters is no text
LARGEST_FILE = 256 * 2**20  # bytes of one story; a larger file is no article
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
    `date_fields` how each is called there ("pubDate", "JSON-LD datePublished"), `captions` which
    paragraphs of the text the file marks as a picture's.
    """

    place: str = ""
    own_id: str | None = None
    text: str
    title: str | None = None
    source: str | None = None
    url: str | None = None
    language: str | None = None
    metadata: tuple[str, ...] = ()
    date_fields: tuple[str, ...] = ()
    captions: tuple[str, ...] = ()


Drafts = Iterator[Draft | UnreadableSource]
"""Stories of one file in order; an `UnreadableSource` in place of one that could not be read."""


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


def refuse_empty(text: str, shown: str) -> None:
    """Raises UnreadableSource for a text without a letter or a figure."""
    if not any(map(str.isalnum, text)):
        raise UnreadableSource(shown, "holds no text; remove it or fetch it again")


def refuse_binary(text: str, shown: str) -> None:
    """Raises UnreadableSource for what decodes but is no text, told by its control characters."""
    if len(CONTROL.findall(text)) > MOST_CONTROL * len(text):
        raise UnreadableSource(shown, "is binary, not text; save the article as text or HTML")
