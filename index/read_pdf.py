"""PDF with a text layer, by pypdf: paragraphs joined from lines, each page marked for citations.

pypdf was chosen over pdfminer.six by the order of words: of justified text in two columns, printed
by a browser, pdfminer 20260107 moved words between lines; pypdf 7.1 kept all in order. pypdf also
bounds what a packed stream may unpack to. How lines become paragraphs stands in
index/pdf_lines.py. A page that is only a picture of text has none: it needs OCR first.
"""

from __future__ import annotations

import io
import logging
import re
import struct
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import pypdf
from pypdf import PageObject, PdfReader
from pypdf.errors import PyPdfError

from index.blobs import Blob
from index.decoding import storable
from index.drafts import Draft, Drafts, refuse_empty
from index.errors import UnreadableSource
from index.pdf_lines import Line, join_lines, lay_out, without_furniture

LARGEST_PDF = 64 * 2**20  # bytes
MOST_PAGES = 2_000
LONGEST_TEXT = 16 * 2**20  # code points of all pages
LARGER = 1.15  # times the usual size of letters: what a headline is set in
LONGEST_TITLE = 300  # code points
MADE = re.compile(r"D:(\d{4})(\d\d)(\d\d)")
NEVER = frozenset(
    ("1970-01-01", "1980-01-01", "2000-01-01")
)  # what programs write that hide the day
DAMAGE = (
    PyPdfError, LookupError, ValueError, TypeError, AttributeError, ArithmeticError, RecursionError,
    AssertionError, NotImplementedError, OSError, zlib.error, struct.error, EOFError, RuntimeError,
)  # fmt: skip
ADDRESS = re.compile(r", \d{9,}(?=\))")  # pypdf names objects with where they lie in memory


def read_pdf(blob: Blob) -> Drafts:
    """The story of a PDF, all its pages; raises UnreadableSource for a scan or a locked file."""
    content = blob.read(LARGEST_PDF)
    with _quiet():
        reader = _open(content, blob.shown)
        pages = list(_read_pages(reader, blob.shown))
        told = _property(reader, "/Title")
        made = _made(_property(reader, "/CreationDate"))
    if not any(line.text.strip() for page in pages for line in page):
        raise UnreadableSource(blob.shown, _explain_silence(reader))
    pages = without_furniture(pages)
    text, marks = join_lines(pages)
    refuse_empty(text, blob.shown)
    yield Draft(text=text, title=_title(pages, told, text), captured=made, marks=marks)


def _open(content: bytes, shown: str) -> PdfReader:
    try:
        reader = PdfReader(io.BytesIO(content))
        locked = reader.is_encrypted and not reader.decrypt("")
        count = 0 if locked else len(reader.pages)
    except DAMAGE as fault:
        reason = f"is no whole PDF ({_say(fault)}); fetch it again"
        raise UnreadableSource(shown, reason) from fault
    if locked:
        raise UnreadableSource(shown, "has a password; save a copy without one and index that")
    if count > MOST_PAGES:
        raise UnreadableSource(shown, f"has {count} pages; divide it into parts of {MOST_PAGES}")
    return reader


def _read_pages(reader: PdfReader, shown: str) -> Iterator[tuple[Line, ...]]:
    """The lines of each page in the order in which the file has them."""
    length = 0
    for number in range(len(reader.pages)):
        try:
            lines = _read_page(reader.pages[number])
        except DAMAGE as fault:
            reason = f"page {number + 1} is damaged ({_say(fault)}); fetch it again"
            raise UnreadableSource(shown, reason) from fault
        length += sum(len(line.text) for line in lines)
        if length > LONGEST_TEXT:
            raise UnreadableSource(shown, "holds more text than an article has; divide it")
        yield lines


def _read_page(page: PageObject) -> tuple[Line, ...]:
    """The lines of a page, with where they stand."""
    pieces: list[tuple[str, float, float, float]] = []

    def hear(
        text: str, cm: Sequence[float], tm: Sequence[float], _font: object, size: float | None
    ) -> None:
        if text:
            x = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
            y = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
            tall = abs((size or 0.0) * (tm[3] or tm[1] or 1.0) * (cm[3] or cm[1] or 1.0))
            pieces.append((storable(text), x, y, tall))

    page.extract_text(visitor_text=hear)
    return lay_out(pieces)


def _title(pages: Sequence[Sequence[Line]], told: str | None, text: str) -> str | None:
    """The headline: what is set largest at the top, else the file's title where the text has it."""
    lines = [line for line in (pages[0] if pages else ()) if line.text.strip()]
    usual = sorted(line.size for page in pages for line in page)
    if lines and usual:
        largest = max(line.size for line in lines)
        first = next(n for n, line in enumerate(lines) if line.size == largest)
        if largest > LARGER * usual[len(usual) // 2] and first <= 3:
            run = [one.text for one in lines[first : first + 4] if one.size == largest]
            headline = " ".join(" ".join(run).split())
            if len(headline) <= LONGEST_TITLE:
                return headline
    return told if told and told in text else None


def _explain_silence(reader: PdfReader) -> str:
    """Why there are no words: pictures of pages, or nothing at all."""
    with _quiet():
        try:
            pictured = any("/XObject" in (page.get("/Resources") or {}) for page in reader.pages)
        except DAMAGE:
            pictured = False
    if pictured:
        return "is a scan, pictures of pages without text; run OCR over it and index the result"
    return "holds no text; remove it or fetch it again"


def _property(reader: PdfReader, key: str) -> str | None:
    try:
        value = reader.metadata.get(key) if reader.metadata else None
    except DAMAGE:
        return None
    return " ".join(storable(str(value)).split()) or None if value is not None else None


def _made(told: str | None) -> str | None:
    """The day on which the file was made; None where the program that made it hides that."""
    match = MADE.match(told or "")
    day = "-".join(match.groups()) if match else None
    return day if day not in NEVER else None


def _say(fault: BaseException) -> str:
    said = ADDRESS.sub("", " ".join(str(fault).split()))
    return said[:200] or type(fault).__name__


@contextmanager
def _quiet() -> Iterator[None]:
    """pypdf logs each small fault of a file that it mends; what it cannot mend is told here."""
    logger = logging.getLogger(pypdf.__name__)
    level = logger.level
    logger.setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        logger.setLevel(level)
