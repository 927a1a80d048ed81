"""Lines of a blob one by one, decoded, whatever its size: what JSON Lines and CSV are read from."""

from __future__ import annotations

from collections.abc import Iterator
from io import BufferedReader, TextIOWrapper

from index.blobs import Blob
from index.decoding import SAMPLE, choose_encoding, decode, find_encoding, refuse_binary, storable
from index.errors import UnreadableSource
from index.guess_encoding import SEEN, guess_encoding
from index.records import Record

LONGEST_LINE = 64 * 2**20  # bytes; a story of LONGEST_STORY letters in JSON's six-byte escapes fits
IN_BYTES = ("utf-8", "utf-8-sig")  # what is read line by line as bytes: the rest is Unicode


class Line(Record):
    """A line with its end, and its number from 1; `fault` says why it has no text."""

    number: int
    text: str = ""
    fault: str = ""


def read_lines(blob: Blob, declared: str | None = None) -> Iterator[Line]:
    """The lines, each decoded by itself, so that one in another encoding spoils no other.

    A line over LONGEST_LINE is passed over and told of. At most one line is held. Raises
    UnreadableSource for what is binary.
    """
    with blob.open() as stream:
        head = stream.read(SEEN)
    encoding = find_encoding(head[:SAMPLE])
    usual = declared or blob.declared or _guess(head)
    if encoding in IN_BYTES and b"\x00" in head:
        raise UnreadableSource(blob.shown, "is binary, not lines of text; fetch it again")
    with blob.open() as stream:
        if encoding not in IN_BYTES:
            yield from _unicode_lines(stream, encoding, blob.shown)
            return
        for number, content in enumerate(_byte_lines(stream), start=1):
            yield _decode(content, number, blob.shown, usual)


def _guess(head: bytes) -> str | None:
    """The encoding in which the first lines read best: a line alone may be too short to tell."""
    whole = head[: head.rfind(b"\n") + 1] or head
    return guess_encoding(whole) if choose_encoding(whole) != "utf-8" else None


def _byte_lines(stream: BufferedReader) -> Iterator[bytes | None]:
    """Lines as bytes, None for one that is too long."""
    while content := stream.readline(LONGEST_LINE + 1):
        whole = len(content) <= LONGEST_LINE
        yield content if whole else None
        while not whole and (rest := stream.readline(LONGEST_LINE)):
            whole = rest.endswith(b"\n")


def _decode(content: bytes | None, number: int, shown: str, declared: str | None) -> Line:
    if content is None:
        reason = f"is longer than {LONGEST_LINE >> 20} MiB, which no article is; divide it"
        return Line(number=number, fault=reason)
    try:
        return Line(number=number, text=decode(content, shown, declared))
    except UnreadableSource as fault:
        return Line(number=number, fault=fault.reason)


def _unicode_lines(stream: BufferedReader, encoding: str, shown: str) -> Iterator[Line]:
    """Lines of UTF-16 and UTF-32, whose line ends take several bytes."""
    with TextIOWrapper(stream, encoding, newline="\n") as lines:
        number = 0
        try:
            while text := lines.readline(LONGEST_LINE):
                number += 1
                refuse_binary(text, shown)
                yield Line(number=number, text=storable(text))
        except UnicodeError as fault:
            reason = f"is damaged after line {number} ({fault}); save it as UTF-8"
            raise UnreadableSource(shown, reason) from fault
