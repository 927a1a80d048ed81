"""Saved web pages: trafilatura takes the story out; the date comes from what the page declares.

trafilatura's own date guess is left alone: it takes a copyright year for a date.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import trafilatura
from lxml import etree, html
from trafilatura.settings import Document

from index.blobs import Blob
from index.decoding import SAMPLE, decode
from index.drafts import Draft, Drafts, refuse_binary, refuse_empty, storable
from index.errors import NoStory, UnreadableSource
from index.markup import with_headline

DATES = (  # JSON-LD comes first, then these in order
    ("meta article:published_time", "//meta[@property='article:published_time']/@content"),
    ("meta datePublished", "//meta[@itemprop='datePublished']/@content"),
    ("time", "//*[@itemprop='datePublished' or @pubdate]/@datetime"),
    (
        "meta date",
        "//meta[translate(@name,'ABCDEFGHIJKLMNOPQRSTUVWXYZ','abcdefghijklmnopqrstuvwxyz')="
        "'dc.date.issued' or @name='date' or @name='pubdate' or @name='publishdate' or "
        "@name='publish-date' or @name='parsely-pub-date' or @name='DC.date' or "
        "@name='article.published']/@content",
    ),
    ("meta article:modified_time", "//meta[@property='article:modified_time']/@content"),
    ("meta dateModified", "//meta[@itemprop='dateModified']/@content"),
)
DECLARED_DATES = ("datePublished", "dateCreated", "dateModified")  # of JSON-LD
ADDRESSES = ("//link[@rel='canonical']/@href", "//meta[@property='og:url']/@content")
SOURCES = ("//meta[@property='og:site_name']/@content",)
CHARSET = re.compile(  # in a meta element, or in the declaration of XHTML
    rb"""(?:<meta[^>]{0,200}?charset|<\?xml[^>]{0,100}?encoding)\s*=\s*["']?([\w.:-]{1,40})""", re.I
)
DECLARATIONS = "//script[contains(@type, 'application/ld+json')]/text()"


def read_html(blob: Blob) -> Drafts:
    """One story: the main text of the page, its headline first, paragraphs a blank line apart."""
    tree = _parse(blob)
    declared = _declared(tree)
    dates = list(_dates(tree, declared))
    source, url = _publisher(declared) or _first(tree, SOURCES), _first(tree, ADDRESSES)
    captions = tuple(_mark_captions(tree))
    story = trafilatura.bare_extraction(tree, with_metadata=True, include_comments=False)
    if not isinstance(story, Document) or not (story.text or "").strip():
        raise NoStory(blob.shown, "no story was found in the page; save its text as a .txt file")
    lines = [line for line in (story.text or "").split("\n") if line]
    text = storable("\n\n".join(with_headline(story.title, lines)))
    refuse_empty(text, blob.shown)
    yield Draft(
        text=text,
        title=story.title,
        source=source or _outlet(story.sitename),
        url=url or story.url,
        language=tree.get("lang") or None,
        metadata=tuple(value for _, value in dates),
        date_fields=tuple(field for field, _ in dates),
        captions=captions,
        located=_place(declared),
        origins=tuple(_origins(declared)),
    )


def _parse(blob: Blob) -> html.HtmlElement:
    content, encoding = _as_utf8(blob.read(), blob)
    try:
        return html.document_fromstring(content, parser=html.HTMLParser(encoding=encoding))
    except (etree.LxmlError, ValueError, AssertionError) as fault:
        raise UnreadableSource(blob.shown, f"is no HTML page ({fault}); fetch it again") from fault


def _as_utf8(content: bytes, blob: Blob) -> tuple[bytes, str | None]:
    """The page in UTF-8, whatever it declares itself; NULs go, as the parser stops at one.

    Where bytes are broken here and there, None for the encoding leaves them to the parser: a page
    is not lost for one letter.
    """
    told = CHARSET.search(content[:SAMPLE])
    declared = blob.declared or (told[1].decode("ascii") if told else None)
    try:
        text = decode(content, blob.shown, declared)
    except UnreadableSource:
        refuse_binary(content.decode("latin-1"), blob.shown)
        return content.replace(b"\x00", b""), None
    if b"\x00" in content:
        text = text.replace("\ufffd", "")
    return text.encode(), "utf-8"


def _mark_captions(tree: html.HtmlElement) -> Iterator[str]:
    """The captions of the story's pictures, made paragraphs, as trafilatura drops every figure."""
    for figure in tree.xpath("//article//figure[.//figcaption] | //main//figure[.//figcaption]"):
        figure.tag = "div"
        for caption in figure.xpath(".//figcaption"):
            caption.tag = "p"
            yield " ".join(caption.text_content().split())


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
    for name in DECLARED_DATES:
        for item in declared:
            if isinstance(item.get(name), str):
                yield f"JSON-LD {name}", storable(item[name])
    for field, query in DATES:
        yield from ((field, str(value)) for value in tree.xpath(query))


def _publisher(declared: list[dict[str, Any]]) -> str | None:
    return next((name for item in declared if (name := _name(item.get("publisher")))), None)


def _outlet(site: str | None) -> str | None:
    """The site's name as trafilatura finds it, which may be a copyright line."""
    return None if re.search(r"copyright|©|\b(?:19|20)\d\d\b", site or "", re.I) else site


def _origins(declared: list[dict[str, Any]]) -> Iterator[str]:
    """The organizations that wrote it, where the page names them beside its publisher."""
    for item in declared:
        for key in ("sourceOrganization", "provider"):
            if name := _name(item.get(key)):
                yield name
        authors = item.get("author")
        for author in authors if isinstance(authors, list) else [authors]:
            if isinstance(author, dict) and "Organization" in str(author.get("@type")):
                yield from filter(None, [_name(author)])


def _place(declared: list[dict[str, Any]]) -> str | None:
    """The place of writing that the page declares."""
    return next((name for item in declared if (name := _name(item.get("locationCreated")))), None)


def _name(found: object) -> str | None:
    """The name of a JSON-LD object."""
    name = found.get("name") if isinstance(found, dict) else None
    return storable(name).strip() or None if isinstance(name, str) else None


def _first(tree: html.HtmlElement, queries: tuple[str, ...]) -> str | None:
    return next((str(v) for query in queries for v in tree.xpath(query) if v.strip()), None)
