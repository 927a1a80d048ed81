"""What bytes are, told by how they begin: for files whose name does not say, or says wrong."""

from __future__ import annotations

import re

from index.decoding import find_encoding

SNIFFED = 4096  # bytes looked at
BINARY = (  # what no text begins with: believed over any name
    (b"%PDF-", ".pdf"),
    (b"\x1f\x8b\x08", ".gz"),
    (b"BZh", ".bz2"),
    (b"\xfd7zXZ\x00", ".xz"),
    (b"WARC/1.", ".warc"),
    (b"WARC/0.", ".warc"),
    (b"filedesc://", ".arc"),
)
ZIP = (b"PK\x03\x04", b"PK\x05\x06")
OFFICE = (b"[Content_Types].xml", b"mimetypeapplication/")  # in a zip that is a document
WORD_FOLDER = b"word/"
TAR_AT, TAR = 257, b"ustar"
PAGE = re.compile(r"\s*(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html)\b", re.IGNORECASE | re.DOTALL)
ROOT = re.compile(r"<(?![?!])(?:[\w.-]+:)?([\w.-]+)")
UNSEEN = re.compile(r"<!--.*?-->|<\?.*?\?>", re.DOTALL)
ROOTS = {  # of XML, without its prefix
    "rss": ".rss", "RDF": ".rss", "feed": ".atom", "nitf": ".nitf", "html": ".html",
    "newsMessage": ".newsml", "newsItem": ".newsml", "packageItem": ".newsml",
    "itemSet": ".newsml",     "NewsML": ".newsml",
}  # fmt: skip
MAIL = re.compile(
    r"(?:[A-Z][\w-]*: .*\r?\n(?:[ \t].*\r?\n)*){0,40}?(?:MIME-Version|Message-ID): ", re.IGNORECASE
)


def sniff_binary(head: bytes) -> str | None:
    """The suffix of a format that is told by its first bytes whatever the name; None for others."""
    if head.startswith(ZIP):
        document = any(mark in head for mark in OFFICE)
        return ".docx" if WORD_FOLDER in head else None if document else ".zip"
    if head[TAR_AT : TAR_AT + len(TAR)] == TAR:
        return ".tar"
    return next((suffix for magic, suffix in BINARY if head.startswith(magic)), None)


def sniff_text(head: bytes) -> str | None:
    """The suffix of a format of text that shows in its first words; None for plain words."""
    text = head.decode(find_encoding(head), "replace").removeprefix("\ufeff").lstrip()
    if PAGE.match(text):
        return ".html"
    if text.startswith("<"):
        root = ROOT.search(UNSEEN.sub("", text))
        return ROOTS.get(root[1]) if root else None
    if text.startswith(("{", "[{")):
        return ".json"
    return ".eml" if MAIL.match(text) else None
