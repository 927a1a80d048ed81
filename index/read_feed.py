"""RSS and Atom: one story an item, by feedparser, which is given bytes and never an address.

The full text (content:encoded, Atom's content) goes before the summary; the feed is the outlet,
and what an item names as its source wrote it first.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping
from typing import Any

import feedparser

from index.blobs import Blob
from index.drafts import Draft, Drafts, refuse_empty
from index.errors import UnreadableSource
from index.markup import (
    Paragraph,
    captions_of,
    join_paragraphs,
    read_fragment,
    read_plain_paragraphs,
)
from index.source_chain import names_outlet
from index.xml_trees import find_root_name, parse_xml, read_xml_text

ROOTS = frozenset(("rss", "RDF", "feed", "channel"))
LARGEST_LOOSE = 2 * 2**20  # code points read though they are no whole XML: 20 s each at worst
LAST_TAG = re.compile(r"</(?:[\w.-]+:)?(?:rss|RDF|feed|channel)\s*>\s*(?:<!--.*?-->\s*)*$", re.S)
TOO_DEEP = "nested"
DATES = (  # feedparser's name, ours for Atom, ours for RSS
    ("published", "published", "pubDate"),
    ("created", "dcterms:created", "dcterms:created"),
    ("updated", "updated", "dc:date"),
)


def read_feed(blob: Blob) -> Drafts:
    """The items of a feed in order, each at "#n"; a damaged feed tells so at its end."""
    text = read_xml_text(blob)
    fault = _find_fault(text, blob.shown)
    feed = _parse(text, blob.shown)
    entries = list(feed.entries)
    if fault and entries and not LAST_TAG.search(text):
        entries.pop()  # it was cut off within this one
    if not entries and not fault:
        fault = UnreadableSource(
            blob.shown,
            "is a feed without any item; remove it"
            if feed.version
            else "is no feed; fetch it again",
        )
    for number, entry in enumerate(entries, start=1):
        try:
            yield _draft(entry, feed, f"#{number}", blob.shown)
        except UnreadableSource as empty:
            yield empty
    if fault and (not entries or not LAST_TAG.search(text)):
        yield fault


def _parse(text: str, shown: str) -> Any:
    """What feedparser makes of a feed."""
    try:
        return feedparser.parse(
            io.BytesIO(text.encode()), resolve_relative_uris=False, sanitize_html=False
        )
    except ValueError as fault:  # a namespace with a blank in its name
        reason = f"is no feed that can be read ({fault}); fetch it again"
        raise UnreadableSource(shown, reason) from fault


def _find_fault(text: str, shown: str) -> UnreadableSource | None:
    """What is wrong with the XML of a feed, None where nothing is or it can be read all the same.

    Raises UnreadableSource for one that must not be tried.
    """
    if find_root_name(text) not in ROOTS:
        reason = "is no feed (its first element is none of RSS or Atom); fetch it again"
        raise UnreadableSource(shown, reason)
    try:
        parse_xml(text, shown)
    except UnreadableSource as fault:
        if TOO_DEEP in fault.reason or len(text) > LARGEST_LOOSE:
            raise
        return fault
    return None


def _draft(entry: Mapping[str, Any], feed: Mapping[str, Any], place: str, shown: str) -> Draft:
    about = feed["feed"]
    title = _one_line(entry.get("title_detail"), entry.get("title"))
    paragraphs = max(_bodies(entry), key=lambda body: sum(len(p.text) for p in body), default=[])
    text = join_paragraphs(title, paragraphs)
    refuse_empty(text, f"{shown}{place}")
    dates = list(_dates(entry, str(feed.get("version", ""))))
    return Draft(
        place=place,
        own_id=entry.get("id") or None,
        text=text,
        title=title,
        source=_one_line(about.get("title_detail"), about.get("title")),
        url=entry.get("link") or None,
        language=entry.get("language") or about.get("language") or None,
        metadata=tuple(value for _, value in dates),
        date_fields=tuple(field for field, _ in dates),
        captions=captions_of(paragraphs),
        origins=tuple(_origins(entry)),
    )


def _bodies(entry: Mapping[str, Any]) -> Iterator[list[Paragraph]]:
    """The full texts of an item, its summary only where it has none."""
    details = [one for one in entry.get("content", ()) if (one.get("value") or "").strip()]
    if not details and entry.get("summary"):
        details = [entry.get("summary_detail") or {"value": entry["summary"]}]
    for detail in details:
        plain = detail.get("type") == "text/plain"
        yield (read_plain_paragraphs if plain else read_fragment)(detail["value"])


def _dates(entry: Mapping[str, Any], version: str) -> Iterator[tuple[str, str]]:
    """What the item says of its day. RSS has no "updated": feedparser calls dc:date so."""
    for key, in_atom, in_rss in DATES:
        value = entry[key] if key in entry.keys() else None  # noqa: SIM118 - `in entry` also finds
        if isinstance(value, str) and value.strip():  # what feedparser gives in place of another
            yield (in_rss if version.startswith("rss") else in_atom), value


def _origins(entry: Mapping[str, Any]) -> Iterator[str]:
    """Who wrote an item before the feed's outlet had it: an agency as its creator, its source."""
    author = entry.get("author")
    if isinstance(author, str) and names_outlet(author):
        yield author
    source = entry.get("source")
    if isinstance(source, Mapping) and isinstance(source.get("title"), str):
        yield source["title"]


def _one_line(detail: Any, value: Any) -> str | None:
    """A title without its markup."""
    if not isinstance(value, str):
        return None
    if isinstance(detail, Mapping) and detail.get("type") == "text/plain":
        return " ".join(value.split()) or None
    return " ".join(p.text for p in read_fragment(value)) or None
