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

from index.errors import UnreadableSource
from index.read import Draft, Drafts, open_bytes, refuse_empty, storable

DATES = (  # JSON-LD comes first, then these in order
    "//meta[@property='article:published_time']/@content",
    "//meta[@itemprop='datePublished']/@content",
    "//time[@itemprop='datePublished' or @pubdate]/@datetime",
    "//meta[translate(@name,'ABCDEFGHIJKLMNOPQRSTUVWXYZ','abcdefghijklmnopqrstuvwxyz')="
    "'dc.date.issued' or @name='date' or @name='pubdate' or @name='publishdate']/@content",
)
ADDRESSES = ("//link[@rel='canonical']/@href", "//meta[@property='og:url']/@content")
SOURCES = ("//meta[@property='og:site_name']/@content",)


def read_html(path: Path, shown: str) -> Drafts:
    """One story: the main text of the page, its headline first, paragraphs a blank line apart."""
    content = open_bytes(path)
    tree = _parse(content, shown)
    story = trafilatura.bare_extraction(content, with_metadata=True, include_comments=False)
    if story is None or not (story.text or "").strip():
        raise UnreadableSource(
            shown, "no story was found in the page; save its text as a .txt file"
        )
    declared = list(_declared(tree))
    text = _with_headline(re.sub(r"\n+", "\n\n", story.text), story.title)
    refuse_empty(text, shown)
    yield Draft(
        text=storable(text),
        title=story.title,
        source=_publisher(declared) or _first(tree, SOURCES) or story.sitename,
        url=_first(tree, ADDRESSES) or story.url,
        language=tree.get("lang"),
        metadata=tuple(_dates(tree, declared)),
    )


def _parse(content: bytes, shown: str) -> html.HtmlElement:
    try:
        return html.document_fromstring(content)
    except (etree.LxmlError, ValueError, AssertionError) as fault:
        raise UnreadableSource(shown, f"is no HTML page ({fault})") from fault


def _with_headline(text: str, title: str | None) -> str:
    if title and title not in text:
        return f"{title}\n\n{text}"
    return text


def _declared(tree: html.HtmlElement) -> Iterator[dict[str, Any]]:
    """The JSON-LD objects of the page, those inside `@graph` too; what is no JSON is passed over."""
    for script in tree.xpath("//script[@type='application/ld+json']/text()"):
        try:
            found = json.loads(script)
        except (json.JSONDecodeError, RecursionError):  # half of the web's JSON-LD has a slip in it
            continue
        for item in found if isinstance(found, list) else [found]:
            if isinstance(item, dict):
                yield item
                yield from (inner for inner in item.get("@graph", ()) if isinstance(inner, dict))


def _dates(tree: html.HtmlElement, declared: list[dict[str, Any]]) -> Iterator[str]:
    for item in declared:
        if isinstance(item.get("datePublished"), str):
            yield item["datePublished"]
    for query in DATES:
        yield from (str(value) for value in tree.xpath(query))


def _publisher(declared: list[dict[str, Any]]) -> str | None:
    for item in declared:
        publisher = item.get("publisher")
        if isinstance(publisher, dict) and isinstance(publisher.get("name"), str):
            return str(publisher["name"])
    return None


def _first(tree: html.HtmlElement, queries: tuple[str, ...]) -> str | None:
    return next((str(v) for query in queries for v in tree.xpath(query) if v.strip()), None)
