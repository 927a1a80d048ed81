"""The paragraphs of marked-up stories: HTML and XHTML fragments in feeds, NITF bodies.

They come out as index/read_html.py gives those of a saved page, so that an item of a feed and the
page of the same story are one text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from lxml import etree, html

from index.decoding import storable
from index.records import Record
from index.xml_trees import local_name

BLOCKS = frozenset((
    "address", "article", "aside", "blockquote", "body", "br", "center", "dd", "details", "div",
    "dl", "dt", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6",
    "header", "hr", "li", "main", "ol", "p", "pre", "section", "table", "tr", "ul",
    # NITF's own
    "block", "body.content", "bq", "fn", "hl1", "hl2", "media", "media-caption", "media-producer",
    "nitf-table", "note", "tagline",
))  # fmt: skip
SKIPPED = frozenset((
    "script", "style", "head", "template", "noscript", "iframe", "object", "svg", "math", "button",
    "select", "textarea", "media-metadata", "media-reference", "nitf-table-metadata",
))  # fmt: skip
CAPTIONS = frozenset(("figcaption", "media-caption"))
CELLS = frozenset(("td", "th"))
MARKED_UP = ("html", "nitf", "xml")  # what the name of a format with marks holds
HEADLINE_WITHIN = 8  # lines: what stands above it are rubrics and dates
BLANK_LINE = re.compile(r"\n\s*\n")


class Paragraph(Record):
    """A paragraph with its blanks folded, and whether it tells what a picture shows."""

    text: str
    is_caption: bool = False


def read_fragment(markup: str) -> list[Paragraph]:
    """The paragraphs of a piece of HTML; plain text without tags is folded to one."""
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        root = html.document_fromstring(f"<div>{storable(markup)}</div>".encode(), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError):  # nothing but blanks and comments
        return []
    return list(find_paragraphs(root))


def read_plain_paragraphs(text: str) -> list[Paragraph]:
    """The paragraphs of plain text: parted by blank lines where there are any, else lines."""
    parts = BLANK_LINE.split(text) if BLANK_LINE.search(text.strip()) else text.splitlines()
    return [Paragraph(text=" ".join(part.split())) for part in parts if part.strip()]


def find_paragraphs(root: etree._Element) -> Iterator[Paragraph]:
    """The paragraphs under an element, in order; scripts and forms are passed over."""
    told: list[str] = []
    within: list[str] = []  # names of the elements that are open, skipped ones among them
    for event, element in etree.iterwalk(root, events=("start", "end")):
        name = local_name(element)
        if event == "start":
            if name in BLOCKS:
                yield from _close(told, within)
            within.append(name)
            if name == "li":
                told.append("- ")
            _tell(told, within, element.text)
            continue
        if name in BLOCKS:
            yield from _close(told, within)
        within.pop()
        if name in CELLS:
            told.append(" | ")
        if element is not root:
            _tell(told, within, element.tail)
    yield from _close(told, within)


def join_paragraphs(title: str | None, paragraphs: Iterable[Paragraph]) -> str:
    """The text of a story: its headline unless it says it itself, paragraphs a blank line apart."""
    lines = [paragraph.text for paragraph in paragraphs]
    return storable("\n\n".join(with_headline(title, lines)))


def with_headline(title: str | None, lines: Sequence[str]) -> list[str]:
    """The lines of a story with its headline first, unless one of them is just that."""
    said = not title or "".join(title.split()).casefold() in (
        "".join(line.split()).casefold() for line in lines[:HEADLINE_WITHIN]
    )
    return list(lines) if said else [title or "", *lines]


def captions_of(paragraphs: Iterable[Paragraph]) -> tuple[str, ...]:
    """Those that tell what a picture shows."""
    return tuple(one.text for one in paragraphs if one.is_caption)


def _tell(told: list[str], within: list[str], text: str | None) -> None:
    if text and not SKIPPED.intersection(within):
        told.append(text)


def _close(told: list[str], within: list[str]) -> Iterator[Paragraph]:
    """What was told since the last block, as paragraphs; preformatted text parts at blank lines."""
    whole = "".join(told)
    told.clear()
    for part in BLANK_LINE.split(whole) if "pre" in within else [whole]:
        text = " ".join(part.split()).removesuffix(" |")
        if text.strip("-| "):
            yield Paragraph(text=text, is_caption=bool(CAPTIONS.intersection(within)))
