"""JSON and JSON Lines: one object a story, under the key names found in the wild."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from math import isfinite
from pathlib import Path

from index.drafts import (
    LARGEST_FILE,
    Draft,
    Drafts,
    decode,
    find_encoding,
    open_bytes,
    open_stream,
    refuse_empty,
    storable,
)
from index.errors import UnreadableSource

KEYS = {  # our name: theirs, the first that holds something wins
    "own_id": ("id", "uri", "guid", "@id", "_id"),
    "text": (
        "text", "body", "content", "articleBody", "article_body", "body_text", "fulltext", "story",
    ),
    "title": ("title", "headline", "name"),
    "source": ("source", "publisher", "outlet", "agency", "newspaper", "site"),
    "url": ("url", "link", "canonical_url", "web_url", "permalink"),
    "language": ("language", "lang", "inLanguage"),
}  # fmt: skip
DATES = (  # all that hold something are kept, in this order
    "date", "published", "datePublished", "published_at", "publishedAt", "date_published",
    "pubDate", "pub_date", "publication_date", "firstCreated", "dateCreated", "created_at",
    "timestamp",
)  # fmt: skip
SAMPLE = 4096  # bytes that tell the encoding
LISTS = ("articles", "items", "stories", "documents", "docs", "results", "data", "entries")


def read_json(path: Path, shown: str) -> Drafts:
    """The stories of a JSON file: an object, a list, or an object that holds such a list."""
    content = _parse(open_bytes(path, shown), shown)
    if isinstance(content, dict) and first_value(content, KEYS["text"]) is None:
        lists = (content[key] for key in LISTS if isinstance(content.get(key), list))
        content = next(lists, content)
    if isinstance(content, list):
        yield from _drafts(enumerate(content, start=1), shown)
    else:
        yield _draft(content, "", shown)


def read_jsonl(path: Path, shown: str) -> Drafts:
    """The stories of a file with one JSON object a line; blank lines are passed over."""
    empty = True
    for number, line in _lines(path, shown):
        if not line.strip():
            continue
        empty = False
        try:
            content = _parse(line, f"{shown}#{number}")
        except UnreadableSource as fault:
            yield fault
        else:
            yield from _drafts([(number, content)], shown)
    if empty:
        refuse_empty("", shown)


def _parse(content: bytes, shown: str) -> object:
    try:
        return json.loads(decode(content, shown))
    except json.JSONDecodeError as fault:
        line = f"line {fault.lineno} " if fault.lineno > 1 else ""
        reason = f"is no JSON ({line}column {fault.colno}: {fault.msg}); mend or remove it"
        raise UnreadableSource(shown, reason) from fault
    except RecursionError as fault:
        raise UnreadableSource(shown, "is nested too deep to be an article") from fault
    except ValueError as fault:  # a number of more than 4,300 digits
        raise UnreadableSource(shown, f"holds a number that no article has ({fault})") from fault


def _lines(path: Path, shown: str) -> Iterator[tuple[int, bytes]]:
    """Numbered lines; a file in UTF-16 is read whole, as its line ends take two bytes."""
    with open_stream(path) as stream:
        first = stream.readline(LARGEST_FILE)
        if find_encoding(first[:SAMPLE]) not in ("utf-8", "utf-8-sig"):
            whole = decode(first + stream.read(LARGEST_FILE), shown)
            yield from enumerate((line.encode() for line in whole.split("\n")), start=1)
        elif b"\x00" in first:
            raise UnreadableSource(shown, "is binary, not lines of JSON; fetch it again")
        else:
            yield 1, first
            yield from enumerate(iter(lambda: stream.readline(LARGEST_FILE), b""), start=2)


def _drafts(numbered: Iterable[tuple[int, object]], shown: str) -> Drafts:
    for number, content in numbered:
        try:
            yield _draft(content, f"#{number}", f"{shown}#{number}")
        except UnreadableSource as fault:
            yield fault


def _draft(content: object, place: str, shown: str) -> Draft:
    if not isinstance(content, dict):
        raise UnreadableSource(shown, "is no object; an article is an object with a text field")
    fields = read_fields(content)
    text = fields.pop("text")
    if text is None:
        names = ", ".join(KEYS["text"])
        raise UnreadableSource(shown, f"has no text; its story must stand under one of {names}")
    return Draft(place=place, text=text, **read_dates(content), **fields)


def read_fields(content: Mapping[str, object]) -> dict[str, str | None]:
    """What an object says of a story, by our names of the fields."""
    return {ours: first_value(content, theirs) for ours, theirs in KEYS.items()}


def read_dates(content: Mapping[str, object]) -> dict[str, tuple[str, ...]]:
    """What an object says of its day, and under which keys, in the order of trust."""
    told = {key: value for key in DATES if (value := _as_text(content.get(key))) is not None}
    return {"metadata": tuple(told.values()), "date_fields": tuple(told)}


def first_value(content: Mapping[str, object], keys: Iterable[str]) -> str | None:
    """The first key's value that is text, a number, or an object with a name; None if none is."""
    return next(iter(all_values(content, keys)), None)


def all_values(content: Mapping[str, object], keys: Iterable[str]) -> tuple[str, ...]:
    """Every key's value that is text, a number, or an object with a name, in order."""
    values = (_as_text(content.get(key)) for key in keys)
    return tuple(value for value in values if value is not None)


def _as_text(value: object) -> str | None:
    if isinstance(value, Mapping):
        value = value.get("name")
    if isinstance(value, str) and value.strip():
        return storable(value)
    if isinstance(value, bool) or (isinstance(value, float) and not isfinite(value)):
        return None
    return str(value) if isinstance(value, int | float) else None
