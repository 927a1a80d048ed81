"""Saved mails (EML) and pages saved as one file (MHTML), by the standard library's email parser.

A mail is a story by its best body; what is attached is read as what lies in it. Of an MHTML file
the root page is read as a saved page, its address from Content-Location; its Date is only when it
was saved.
"""

from __future__ import annotations

import email
import re
from collections import Counter
from collections.abc import Iterator
from email import policy
from email.errors import MessageError
from email.message import EmailMessage
from email.utils import parseaddr
from pathlib import PurePath
from typing import Any

from index.blobs import Blob
from index.decoding import decode, storable
from index.drafts import Draft, Drafts, refuse_empty
from index.errors import UnreadableSource
from index.markup import (
    Paragraph,
    captions_of,
    join_paragraphs,
    read_fragment,
    read_plain_paragraphs,
)
from index.read import find_reader, read_blob
from index.read_html import read_html

LARGEST_MAIL = 64 * 2**20  # bytes, with all that is attached
MOST_PARTS = 500  # of a mail; each is parsed
LONGEST_HEADER = 8_000  # characters: hundreds of recipients; 2 MB of it took hours
DEEPEST = 40  # parts within parts: the parser calls itself for each
PLAIN_IS_ENOUGH = 0.5  # of the words of the HTML body; less is "open this mail in a browser"
BOUNDARY = re.compile(rb"(?im)^content-type:\s*(?:multipart|message)/")
BROKEN = (
    MessageError, LookupError, ValueError, AttributeError, TypeError, RecursionError,
    OverflowError,  # a Date with a year of twenty figures
)  # fmt: skip
PAGES = ("text/html", "application/xhtml+xml")
SOFT_BREAK = re.compile(r" \r?\n(?!\s*\r?\n|-- \r?\n)")


class CutHeaders(policy.EmailPolicy):
    """Headers cut to what one may hold, as the parser's time grows with the square of their length;
    one that it fails on is empty, whoever asks for it.
    """

    def header_source_parse(self, sourcelines: list[str]) -> tuple[str, str]:
        """The name and value of a header from its lines."""
        name, value = super().header_source_parse(sourcelines)
        return name, value[:LONGEST_HEADER]

    def header_fetch_parse(self, name: str, value: str) -> Any:
        """The header as the parser gives it."""
        try:
            return super().header_fetch_parse(name, value)
        except BROKEN:
            return super().header_fetch_parse(name, "")


def read_mail(blob: Blob) -> Drafts:
    """The story of a mail, then those of what is attached, each at its name ("#report.pdf")."""
    message = _parse(blob)
    if message.get("Snapshot-Content-Location"):  # a page that a browser saved, under another name
        yield from read_mhtml(blob)
        return
    bodies = _bodies(message)
    attached = [part for part in _attachments(message) if part not in bodies]
    try:
        paragraphs = _best_body(bodies, blob.shown)
        if paragraphs or not attached:
            yield _draft(message, paragraphs, blob.shown)
    except UnreadableSource as fault:
        yield fault
    seen: Counter[str] = Counter()
    for part in attached:
        for draft in _read_part(part, blob, seen):
            if isinstance(draft, Draft) and draft.captured is None:  # it was there to be sent
                draft = draft.model_copy(update={"captured": _header(message, "Date")})
            yield draft


def read_mhtml(blob: Blob) -> Drafts:
    """The page of an MHTML file; the pictures and styles beside it are left alone."""
    message = _parse(blob)
    page = _root_page(message)
    if page is None:
        raise UnreadableSource(blob.shown, "holds no HTML page; save the page again")
    address = _address(message, page)
    inner = blob.within("page.html", _content(page, blob.shown), page.get_content_charset())
    for draft in read_html(inner):
        if isinstance(draft, Draft):
            told = {"url": draft.url or address, "captured": _header(message, "Date")}
            draft = draft.model_copy(update=told)
        yield draft


def _parse(blob: Blob) -> EmailMessage:
    content = blob.read(LARGEST_MAIL)
    if len(BOUNDARY.findall(content)) > DEEPEST:
        raise UnreadableSource(
            blob.shown, "holds too many mails within mails; save them one by one"
        )
    try:
        message = email.message_from_bytes(content, policy=CutHeaders())
        parts = sum(1 for _ in message.walk())
    except BROKEN as fault:
        raise UnreadableSource(blob.shown, f"is no whole mail ({fault}); save it again") from fault
    if parts > MOST_PARTS:
        raise UnreadableSource(blob.shown, f"has over {MOST_PARTS} parts; save them one by one")
    if not isinstance(message, EmailMessage) or not message.keys():
        raise UnreadableSource(blob.shown, "is no mail (it has no headers); save it again as .eml")
    return message


def _draft(message: EmailMessage, paragraphs: list[Paragraph], shown: str) -> Draft:
    title = _header(message, "Subject")
    text = join_paragraphs(title, paragraphs)
    refuse_empty("".join(one.text for one in paragraphs), shown)
    sent = _header(message, "Date")
    name, address = parseaddr(_header(message, "From") or "")
    return Draft(
        own_id=_header(message, "Message-ID"),
        text=text,
        title=title,
        source=storable(name or address) or None,
        language=_header(message, "Content-Language"),
        metadata=(sent,) if sent else (),
        date_fields=("mail Date",) if sent else (),
        captions=captions_of(paragraphs),
    )


def _best_body(bodies: list[EmailMessage], shown: str) -> list[Paragraph]:
    """The plain body, unless the HTML one holds more than twice its words."""
    told: list[list[Paragraph]] = []
    for part in bodies:
        text = decode(_content(part, shown), shown, part.get_content_charset())
        if part.get_content_type() in PAGES:
            told.append(read_fragment(text))
        else:
            told.append(read_plain_paragraphs(_unfold(text, part)))
    sizes = [sum(len(one.text.split()) for one in body) for body in told]
    if len(told) > 1 and sizes[0] < PLAIN_IS_ENOUGH * sizes[1]:
        return told[1]
    return next((body for body in told if body), [])


def _bodies(message: EmailMessage) -> list[EmailMessage]:
    """The plain body, then the HTML one, as far as there are."""
    try:
        found = [message.get_body(preferencelist=(kind,)) for kind in ("plain", "html")]
    except BROKEN:  # a part that calls itself multipart and is not
        return []
    return [part for part in found if isinstance(part, EmailMessage)]


def _attachments(message: EmailMessage) -> Iterator[EmailMessage]:
    for part in message.walk():
        if isinstance(part, EmailMessage) and not part.is_multipart() and part.get_filename():
            yield part


def _read_part(part: EmailMessage, blob: Blob, seen: Counter[str]) -> Drafts:
    """The stories of an attachment; one of a format that is not read is passed over.

    `seen` counts the names so far.
    """
    name = storable(PurePath(part.get_filename() or "").name)
    if not name or find_reader(PurePath(name)) is None:
        return
    try:
        content = _content(part, f"{blob.shown}#{name}")
        seen[name] += 1
        inner = blob.member(name, content, part.get_content_charset(), seen[name])
    except UnreadableSource as fault:
        yield fault
        return
    yield from read_blob(inner)


def _content(part: EmailMessage, shown: str) -> bytes:
    """A part's bytes, its transfer encoding undone."""
    try:
        content = part.get_payload(decode=True)
    except BROKEN as fault:
        raise UnreadableSource(shown, f"a part is damaged ({fault}); save it again") from fault
    return content if isinstance(content, bytes) else b""


def _unfold(text: str, part: EmailMessage) -> str:
    """Plain text whose lines were broken for the mail, whole again (RFC 3676, format=flowed)."""
    if part.get_param("format", "") != "flowed":
        return text
    return SOFT_BREAK.sub("" if part.get_param("delsp", "") == "yes" else " ", text)


def _root_page(message: EmailMessage) -> EmailMessage | None:
    """The part that `start` names where it is a page, else the first page."""
    start = str(message.get_param("start", "") or "")
    pages = [p for p in message.walk() if isinstance(p, EmailMessage)]
    pages = [part for part in pages if part.get_content_type() in PAGES]
    return next((p for p in pages if start and p.get("Content-ID") == start), None) or next(
        iter(pages), None
    )


def _address(message: EmailMessage, page: EmailMessage) -> str | None:
    told = (
        _header(message, "Snapshot-Content-Location"),
        _header(page, "Content-Location"),
        _header(message, "Content-Location"),
    )
    return next((url for url in told if url and url.startswith(("http://", "https://"))), None)


def _header(message: EmailMessage, name: str) -> str | None:
    """A header as text on one line; None where it is missing or cannot be read."""
    try:
        value = message.get(name)
    except BROKEN:
        return None
    return " ".join(storable(str(value)).split()) or None if value is not None else None
