"""Word documents (DOCX): paragraphs and tables in order, each with its number for citations.

python-docx opens the file; the paragraphs are taken from its XML, as its own list passes over what
stands in content controls and in tracked insertions. Headers, footers and comments are left out.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from datetime import UTC, datetime

import docx
from docx.document import Document
from docx.opc.exceptions import OpcError
from docx.oxml.ns import qn
from lxml import etree

from index.blobs import Blob
from index.decoding import storable
from index.drafts import Draft, Drafts, refuse_empty
from index.errors import UnreadableSource
from index.records import Mark, Record

LARGEST_DOCUMENT = 64 * 2**20  # bytes, packed
LARGEST_PARTS = 128 * 2**20  # bytes that all parts may unpack to: all are held at once
OLD_WORD = b"\xd0\xcf\x11\xe0"  # how .doc begins, and a .docx with a password
DAMAGE = (
    OpcError, zipfile.BadZipFile, zlib.error, etree.LxmlError, EOFError, NotImplementedError,
    RuntimeError, LookupError, ValueError, AttributeError, TypeError,
)  # fmt: skip
FROM_TEMPLATE = datetime(2013, 12, 23, 23, 15, tzinfo=UTC)  # python-docx's, in all that it makes
THROUGH = frozenset(
    qn(f"w:{name}") for name in ("sdt", "sdtContent", "ins", "customXml", "smartTag")
)
DELETED = frozenset((qn("w:del"), qn("w:moveFrom"), qn("w:txbxContent"), qn("w:pict")))
BLANKS = {qn("w:tab"): "\t", qn("w:br"): " ", qn("w:cr"): " ", qn("w:noBreakHyphen"): "-"}


class Piece(Record):
    """A paragraph or a row of a table, the words for its place, and its style."""

    text: str
    label: str
    style: str = ""


def read_docx(blob: Blob) -> Drafts:
    """The story of a document: its paragraphs, and rows of tables, a blank line apart."""
    document = _open(blob)
    try:
        pieces = list(_pieces(document))
    except DAMAGE as fault:
        raise UnreadableSource(blob.shown, f"is a damaged document ({fault})") from fault
    text, marks = _join(pieces)
    refuse_empty(text, blob.shown)
    dates = list(_dates(document))
    yield Draft(
        text=text,
        title=_title(document, pieces),
        language=_property(document, "language"),
        metadata=tuple(value for _, value in dates),
        date_fields=tuple(field for field, _ in dates),
        marks=marks,
    )


def _open(blob: Blob) -> Document:
    content = blob.read(LARGEST_DOCUMENT)
    if content.startswith(OLD_WORD):
        reason = "has a password or is an old .doc; save it as .docx without a password"
        raise UnreadableSource(blob.shown, reason)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            size = sum(part.file_size for part in parts.infolist())
        if size > LARGEST_PARTS:
            most = LARGEST_PARTS >> 20
            raise UnreadableSource(blob.shown, f"unpacks to over {most} MiB; save its text alone")
        blob.allowance.spend(size)
        return docx.Document(io.BytesIO(content))
    except DAMAGE as fault:
        if isinstance(fault, UnreadableSource):
            raise
        reason = f"is no whole Word document ({str(fault)[:50]}); save it again"
        raise UnreadableSource(blob.shown, reason) from fault


def _pieces(document: Document) -> Iterator[Piece]:
    styles = {style.style_id: (style.name or "").lower() for style in document.styles}
    paragraphs = tables = 0
    for block in _blocks(document.element.body):
        if block.tag == qn("w:tbl"):
            tables += 1
            for number, row in enumerate(block.iter(qn("w:tr")), start=1):
                if text := _row(row):
                    yield Piece(text=text, label=f"table {tables}, row {number}")
        elif text := _text(block):
            paragraphs += 1
            style = block.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
            named = styles.get(style.get(qn("w:val"), ""), "") if style is not None else ""
            yield Piece(text=text, label=f"paragraph {paragraphs}", style=named)


def _blocks(parent: etree._Element) -> Iterator[etree._Element]:
    """Paragraphs and tables in order, those in content controls and insertions too."""
    for child in parent:
        if child.tag in (qn("w:p"), qn("w:tbl")):
            yield child
        elif child.tag in THROUGH:
            yield from _blocks(child)


def _text(paragraph: etree._Element) -> str:
    """The words of a paragraph as they stand after all changes are taken."""
    told: list[str] = []
    _tell(paragraph, told)
    return " ".join(storable("".join(told)).split())


def _tell(element: etree._Element, told: list[str]) -> None:
    for child in element:
        if child.tag == qn("w:t"):
            told.append(child.text or "")
        elif child.tag in BLANKS:
            told.append(BLANKS[child.tag])
        elif child.tag not in DELETED and isinstance(child.tag, str):
            _tell(child, told)


def _row(row: etree._Element) -> str:
    cells = (" ".join(map(_text, cell.iter(qn("w:p")))) for cell in row.iter(qn("w:tc")))
    return " | ".join(cell for cell in cells if cell.strip())


def _join(pieces: list[Piece]) -> tuple[str, tuple[Mark, ...]]:
    text, marks = "", []
    for piece in pieces:
        text += "\n\n" if text else ""
        marks.append(Mark(start=len(text), label=piece.label))
        text += piece.text
    return text, tuple(marks)


def _title(document: Document, pieces: list[Piece]) -> str | None:
    """What is set as the title, the title among the properties, the first heading."""
    styled = {piece.style: piece.text for piece in reversed(pieces)}
    told = (styled.get("title"), _property(document, "title"), styled.get("heading 1"))
    return next(filter(None, told), None)


def _dates(document: Document) -> Iterator[tuple[str, str]]:
    """When the document was made and changed: less than what a story says of itself."""
    for name in ("created", "modified"):
        try:
            day = getattr(document.core_properties, name)
        except DAMAGE:
            continue
        if isinstance(day, datetime) and day.replace(tzinfo=UTC) != FROM_TEMPLATE:
            yield f"document {name}", day.isoformat()


def _property(document: Document, name: str) -> str | None:
    try:
        value = getattr(document.core_properties, name)
    except DAMAGE:
        return None
    return " ".join(storable(str(value)).split()) or None if value else None
