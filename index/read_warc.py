"""Crawls in WARC and ARC: the pages that were answered with 200, a story each."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr
from email.message import Message
from io import BufferedIOBase, StringIO
from itertools import count
from typing import Any
from urllib.parse import urlsplit

import warcio
from warcio.archiveiterator import ArchiveIterator
from warcio.bufferedreaders import DecompressingBufferedReader
from warcio.exceptions import ArchiveLoadFailed

from index.blobs import LARGEST_TEXT, Blob
from index.drafts import Draft, Drafts
from index.errors import NoStory, UnreadableSource
from index.read import read_blob

NAMES = {  # by content type, of what may be an article; the rest is passed over unsaid
    "text/html": "page.html",
    "application/xhtml+xml": "page.html",
    "text/plain": "page.txt",
    "application/pdf": "page.pdf",
}
KINDS = frozenset({"response", "resource", "conversion"})
FOR_MACHINES = ("/robots.txt", "/ads.txt", "/app-ads.txt", "/humans.txt", "/security.txt")
MARK = (b"WARC/", b"http://", b"https://")  # begins a record of WARC, of ARC
STATUS = re.compile("[1-9][0-9][0-9]")
PIECE = 2**16
LONG_LINE = 2**16  # bytes; no header's line is longer
LONGEST_LINE = 2**20  # bytes that are read of one at most
DAMAGED = (  # what the library raises for records that are none, a header that is missing
    ArchiveLoadFailed, ValueError, EOFError, AttributeError, TypeError, LookupError,
)  # fmt: skip


class Lines(DecompressingBufferedReader):  # type: ignore[misc]  # the library has no types
    """The crawl unpacked. A header's line has an end: the library would join a line of 256 MiB
    piece by piece, for hours.
    """

    def readline(self, length: int | None = None) -> bytes:
        """The next line, or as much of it as asked for; ArchiveLoadFailed for one too long.

        The library gives less than it is asked for where a line is long.
        """
        line: bytes = super().readline(length or LONGEST_LINE)
        if length is None and len(line) > LONG_LINE and not line.endswith(b"\n"):
            raise ArchiveLoadFailed(f"a line of over {LONG_LINE >> 10} KiB where a header stands")
        return line


class Records(ArchiveIterator):  # type: ignore[misc]
    """The records of a crawl; says nothing on the terminal by itself."""

    INC_RECORD = ""

    def __init__(self, stream: BufferedIOBase) -> None:
        super().__init__(stream)
        self.reader = Lines(stream)

    def resume(self) -> bool:
        """Goes on with the next record that can be seen after a damaged one; says if there is one.

        A line of the damaged one that looks like a beginning is tried, too.
        """
        while line := self.reader.readline(LONGEST_LINE):
            if line.startswith(MARK):
                self.record, self.next_line = None, line
                self.the_iter = self._iterate_records()
                return True
        return False


def read_warc(blob: Blob) -> Drafts:
    """The stories of the pages, at "#record", with their address and the day of capture.

    Pages without a story, other kinds of files and other answers than 200 are passed over unsaid.
    What a damaged record holds is told of and lost, the rest goes on with the next.
    """
    with blob.open() as stream:
        records = Records(stream)
        for number in count(1):
            shown = f"{blob.shown}#{number}"
            try:
                with _quiet():
                    record = next(records, None)
                if record is None:
                    return
                yield from _read_record(record, number, blob)
            except DAMAGED as fault:
                reason = f"is a damaged record ({_brief(fault)}); fetch the crawl again"
                yield UnreadableSource(shown, reason)
                if not records.resume():
                    return
            except UnreadableSource as fault:
                yield fault
                if fault.path != shown:  # the file as a whole unpacks no further
                    return


def _read_record(record: Any, number: int, blob: Blob) -> Drafts:
    """The stories of one record."""
    kind = _content_type(record)
    url = record.rec_headers.get_header("WARC-Target-URI") or record.rec_headers.get_header("uri")
    if not _is_wanted(record, kind, url or ""):
        return
    member = blob.member(str(number), b"".join(_content(record, f"{blob.shown}#{number}", blob)),
                         kind.get_content_charset())  # fmt: skip
    member.name = NAMES[kind.get_content_type()]
    day = record.rec_headers.get_header("WARC-Date")
    told = {"url": url, "captured": day or record.rec_headers.get_header("archive-date")}
    for draft in read_blob(member):
        if isinstance(draft, Draft):
            yield draft.model_copy(update=told)
        elif not isinstance(draft, NoStory):
            yield draft


def _is_wanted(record: Any, kind: Message, url: str) -> bool:
    if record.rec_type not in KINDS or kind.get_content_type() not in NAMES:
        return False
    answered = record.http_headers.get_statuscode() if record.http_headers else "200"
    if not STATUS.fullmatch(answered):
        raise ValueError(f"its answer begins with {answered!a}")
    return answered == "200" and urlsplit(url).path not in FOR_MACHINES


def _content_type(record: Any) -> Message:
    """What the page was sent as; of a file that was put in the crawl, what the record says."""
    told = record.http_headers.get_header("Content-Type") if record.http_headers else None
    message = Message()
    message["Content-Type"] = " ".join((told or record.content_type or "").split())
    return message


def _content(record: Any, shown: str, blob: Blob) -> Iterator[bytes]:
    """The page in pieces, unpacked; raises UnreadableSource for one too large or cut off."""
    stream = record.content_stream()
    total = 0
    while piece := _read_piece(stream):
        total += len(piece)
        if total > LARGEST_TEXT:
            raise UnreadableSource(
                shown, f"larger than {LARGEST_TEXT >> 20} MiB, which no article is; left out"
            )
        blob.allowance.spend(len(piece))
        yield piece
    if getattr(record.raw_stream, "limit", 0):
        raise UnreadableSource(shown, "is cut off before its end; fetch the crawl again")


def _read_piece(stream: Any) -> bytes:
    with _quiet():
        return bytes(stream.read(PIECE))


@contextmanager
def _quiet() -> Iterator[None]:
    """The library writes on the terminal what it mends or drops, in the crawl's own bytes."""
    logger = logging.getLogger(warcio.__name__)
    level = logger.level
    logger.setLevel(logging.CRITICAL + 1)
    try:
        with redirect_stderr(StringIO()):
            yield
    finally:
        logger.setLevel(level)


def _brief(fault: Exception) -> str:
    return " ".join(str(fault).split())[:80]
