"""Saved web pages: trafilatura takes the story out; the date comes from what the page declares.

trafilatura's own date guess is left alone: it takes a copyright year for a date.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import trafilatura
from lxml import etree, html
from trafilatura.settings import Document

from index.drafts import (
    Draft,
    Drafts,
    find_encoding,
    open_bytes,
    refuse_binary,
    refuse_empty,
    storable,
)
from index.errors import UnreadableSource

DATES = (  # JSON-LD comes first, then these in order
    ("meta article:published_time", "//meta[@property='article:published_time']/@content"),
    ("meta datePublished", "//meta[@itemprop='datePublished']/@content"),
    ("time", "//*[@itemprop='datePublished' or @pubdate]/@datetime"),
    (
        "meta date",
        "//meta[translate(@name,'ABCDEFGHIJKLMNOPQRSTUVWXYZ','abcdefghijklmnopqrstuvwxyz')="
        "'dc.date.issued' or @name='date' or @name='pubdate' or @name='publishdate']/@content",
    ),
)
ADDRESSES = ("//link[@rel='canonical']/@href", "//meta[@property='og:url']/@content")
SOURCES = ("//meta[@property='og:site_name']/@content",)
DECLARATIONS = "//script[contains(@type, 'application/ld+json')]/text()"


def read_html(path: Path, shown: str) -> Drafts:
    """One story: the main text of the page, its headline first, paragraphs a blank line apart."""
    content = open_bytes(path, shown)
    tree = _parse(content, shown)
    declared = _declared(tree)
    dates = list(_dates(tree, declared))
    source, url = _publisher(declared) or _first(tree, SOURCES), _first(tree, ADDRESSES)
    captions = tuple(_mark_captions(tree))
    story = trafilatura.bare_extraction(tree, with_metadata=True, include_comments=False)
    if not isinstance(story, Document) or not (story.text or "").strip():
        raise UnreadableSource(
            shown, "no story was found in the page; save its text as a .txt file"
        )
    text = storable(_with_headline(re.sub(r"\n+", "\n\n", story.text or ""), story.title))
    refuse_empty(text, shown)
    yield Draft(
        text=text,
        title=story.title,
        source=source or story.sitename,
        url=url or story.url,
        language=tree.get("lang") or None,
        metadata=tuple(value for _, value in dates),
        date_fields=tuple(field for field, _ in dates),
        captions=captions,
    )


def _parse(content: bytes, shown: str) -> html.HtmlElement:
    content, encoding = _as_utf8(content, shown)
    try:
        return html.document_fromstring(content, parser=html.HTMLParser(encoding=encoding))
    except (etree.LxmlError, ValueError, AssertionError) as fault:
        raise UnreadableSource(shown, f"is no HTML page ({fault}); fetch it again") from fault


def _as_utf8(content: bytes, shown: str) -> tuple[bytes, str | None]:
    """The page in UTF-8 where it can be told to be UTF-8 or UTF-16, whatever it declares itself.

    None for the encoding leaves it to the declaration. NULs go: the parser stops at one.
    """
    try:
        text = content.decode(find_encoding(content[:4096]))
    except UnicodeError:
        refuse_binary(content.decode("latin-1"), shown)
        return content.replace(b"\x00", b""), None
    refuse_binary(text, shown)
    return text.replace("\x00", "").encode(), "utf-8"


def _mark_captions(tree: html.HtmlElement) -> Iterator[str]:
    """The captions of the story's pictures, made paragraphs, as trafilatura drops every figure."""
    for figure in tree.xpath("//article//figure[.//figcaption] | //main//figure[.//figcaption]"):
        figure.tag = "div"
        for caption in figure.xpath(".//figcaption"):
            caption.tag = "p"
            yield " ".join(caption.text_content().split())


def _with_headline(text: str, title: str | None) -> str:
    if title and title not in text:
        return f"{title}\n\n{text}"
    return text


def _declared(tree: html.HtmlElement) -> list[dict[str, Any]]:
    """The JSON-LD objects of the page, articles first; what is no JSON is passed over."""
    found: list[dict[str, Any]] = []
    for script in tree.xpath(DECLARATIONS):
        try:
            found += _objects(json.loads(script))
        except (ValueError, RecursionError):  # half of the web's JSON-LD has a slip in it
            continue
    return sorted(found, key=lambda item: "Article" not in str(item.get("@type")))


def _objects(found: object) -> Iterator[dict[str, Any]]:
    """The objects of a list, and those inside `@graph`."""
    for item in found if isinstance(found, list) else [found]:
        if isinstance(item, dict):
            yield item
            yield from _objects(item.get("@graph"))


def _dates(tree: html.HtmlElement, declared: list[dict[str, Any]]) -> Iterator[tuple[str, str]]:
    """Where the page tells its day, and what it says there."""
    for item in declared:
        if isinstance(item.get("datePublished"), str):
            yield "JSON-LD datePublished", storable(item["datePublished"])
    for field, query in DATES:
        yield from ((field, str(value)) for value in tree.xpath(query))


def _publisher(declared: list[dict[str, Any]]) -> str | None:
    for item in declared:
        publisher = item.get("publisher")
        if isinstance(publisher, dict) and isinstance(publisher.get("name"), str):
            return storable(publisher["name"])
    return None


def _first(tree: html.HtmlElement, queries: tuple[str, ...]) -> str | None:
    return next((str(v) for query in queries for v in tree.xpath(query) if v.strip()), None)
