"""JSON and JSON Lines: one object a story, under the key names found in the wild."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from index.errors import UnreadableSource
from index.read import LARGEST_FILE, Draft, Drafts, decode, open_bytes, storable

KEYS = {  # our name: theirs, the first that holds something wins
    "own_id": ("id", "uri", "guid", "@id", "_id"),
    "text": ("text", "body", "content", "articleBody", "article_body", "body_text", "fulltext", "story"),
    "title": ("title", "headline", "name"),
    "source": ("source", "publisher", "outlet", "agency", "newspaper", "site"),
    "url": ("url", "link", "canonical_url", "web_url", "permalink"),
    "language": ("language", "lang", "inLanguage"),
    "metadata": (
        "date", "published", "datePublished", "published_at", "publishedAt", "date_published",
        "pubDate", "pub_date", "publication_date", "firstCreated", "dateCreated", "created_at", "timestamp",
    ),
}  # fmt: skip
LISTS = ("articles", "items", "stories", "documents", "docs", "results", "data", "entries")


def read_json(path: Path, shown: str) -> Drafts:
    """The stories of a JSON file: an object, a list of them, or an object that holds such a list."""
    try:
        content = json.loads(decode(open_bytes(path), shown))
    except json.JSONDecodeError as fault:
        raise UnreadableSource(
            shown, f"is no JSON at line {fault.lineno}, column {fault.colno} ({fault.msg})"
        ) from fault
    except RecursionError as fault:
        raise UnreadableSource(shown, "is nested too deep to be articles") from fault
    if isinstance(content, dict) and first_value(content, KEYS["text"]) is None:
        content = next(
            (content[key] for key in LISTS if isinstance(content.get(key), list)), content
        )
    if isinstance(content, dict):
        yield _draft(content, "", shown)
    elif isinstance(content, list):
        yield from _drafts(enumerate(content, start=1), shown)
    else:
        raise UnreadableSource(shown, "holds no object; an article is an object with a text field")


def read_jsonl(path: Path, shown: str) -> Drafts:
    """The stories of a file with one JSON object a line; blank lines are passed over."""
    for number, line in _lines(path):
        if not line.strip():
            continue
        try:
            content = json.loads(decode(line, f"{shown}#{number}"))
        except (json.JSONDecodeError, RecursionError) as fault:
            yield UnreadableSource(f"{shown}#{number}", f"line {number} is no JSON ({fault})")
        except UnreadableSource as fault:
            yield fault
        else:
            yield from _drafts([(number, content)], shown)


def _lines(path: Path) -> Iterator[tuple[int, bytes]]:
    """Numbered lines; a file in UTF-16 is read whole, as its line ends take two bytes."""
    opened = gzip.open(path) if path.suffix.lower() == ".gz" else path.open("rb")
    with opened as stream:
        if stream.peek(2)[:2] in (b"\xff\xfe", b"\xfe\xff"):
            whole = decode(open_bytes(path), path.name)
            yield from enumerate((line.encode() for line in whole.split("\n")), start=1)
            return
        for number, line in enumerate(iter(lambda: stream.readline(LARGEST_FILE), b""), start=1):
            yield number, line.removeprefix(b"\xef\xbb\xbf") if number == 1 else line


def _drafts(numbered: Iterable[tuple[int, object]], shown: str) -> Drafts:
    for number, content in numbered:
        try:
            yield _draft(content, f"#{number}", f"{shown}#{number}")
        except UnreadableSource as fault:
            yield fault


def _draft(content: object, place: str, shown: str) -> Draft:
    if not isinstance(content, dict):
        raise UnreadableSource(shown, "is no object; an article is an object with a text field")
    fields = {ours: first_value(content, theirs) for ours, theirs in KEYS.items()}
    text = fields.pop("text")
    if not text or not text.strip():
        names = ", ".join(KEYS["text"])
        raise UnreadableSource(shown, f"has no text; its story must stand under one of {names}")
    date_field = fields.pop("metadata")
    return Draft(place=place, text=text, metadata=(date_field,) if date_field else (), **fields)


def first_value(content: Mapping[str, object], keys: Iterable[str]) -> str | None:
    """The first key's value that is text, a number, or an object with a name; None if none is."""
    for key in keys:
        value = content.get(key)
        if isinstance(value, Mapping):
            value = value.get("name")
        if isinstance(value, str) and value.strip():
            return storable(value)
        if isinstance(value, int | float) and not isinstance(value, bool):
            return str(value)
    return None
