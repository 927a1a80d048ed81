"""JSON and JSON Lines: one object a story, under the key names found in the wild."""

from __future__ import annotations

import json
from collections.abc import Iterable

from index.blobs import LARGEST_FILE, Blob
from index.decoding import decode
from index.drafts import Draft, Drafts, refuse_empty
from index.errors import UnreadableSource
from index.keys import KEYS, KeyMap, first_value, read_dates, read_fields
from index.lines import read_lines
from index.read_ninjs import draft_ninjs, is_ninjs

LISTS = ("articles", "items", "stories", "documents", "docs", "results", "data", "entries")


def read_json(blob: Blob) -> Drafts:
    """The stories of a JSON file: an object, a list, or an object that holds such a list."""
    text = decode(blob.read(LARGEST_FILE), blob.shown, blob.declared)
    if _is_lines(text):
        yield from read_jsonl(blob)
        return
    content = _parse(text, blob.shown)
    del text  # as large as the file
    if isinstance(content, dict) and _has_no_text(content, blob.keys):
        lists = (content[key] for key in LISTS if isinstance(content.get(key), list))
        content = next(lists, content)
    if isinstance(content, list):
        yield from _drafts(enumerate(content, start=1), blob)
    else:
        yield _draft(content, "", blob)


def read_jsonl(blob: Blob) -> Drafts:
    """The stories of a file with one JSON object a line; blank lines are passed over."""
    empty = True
    for line in read_lines(blob):
        if not line.fault and not line.text.strip():
            continue
        empty = False
        shown = f"{blob.shown}#{line.number}"
        try:
            if line.fault:
                raise UnreadableSource(shown, line.fault)
            content = _parse(line.text, shown)
        except UnreadableSource as fault:
            yield fault
        else:
            yield from _drafts([(line.number, content)], blob)
    if empty:
        refuse_empty("", blob.shown)


def _parse(text: str, shown: str) -> object:
    try:
        return json.loads(text)
    except json.JSONDecodeError as fault:
        line = f"line {fault.lineno} " if fault.lineno > 1 else ""
        reason = f"is no JSON ({line}column {fault.colno}: {fault.msg}); mend or remove it"
        raise UnreadableSource(shown, reason) from fault
    except RecursionError as fault:
        reason = "is nested too deep to be an article; mend or remove it"
        raise UnreadableSource(shown, reason) from fault
    except ValueError as fault:  # a number of more than 4,300 digits
        reason = f"holds a number that no article has ({fault}); mend or remove it"
        raise UnreadableSource(shown, reason) from fault


def _drafts(numbered: Iterable[tuple[int, object]], blob: Blob) -> Drafts:
    for number, content in numbered:
        try:
            yield _draft(content, f"#{number}", blob)
        except UnreadableSource as fault:
            yield fault


def _draft(content: object, place: str, blob: Blob) -> Draft:
    shown = blob.shown + place
    if not isinstance(content, dict):
        raise UnreadableSource(shown, "is no object; an article is an object with a text field")
    if not blob.keys.pairs and is_ninjs(content):
        return draft_ninjs(content, place, shown)
    fields = read_fields(content, blob.keys)
    text = fields.pop("text")
    if text is None:
        names = ", ".join(blob.keys.keys_for("text", KEYS["text"]))
        raise UnreadableSource(shown, f"has no text; its story must stand under one of {names}")
    return Draft(place=place, text=text, **read_dates(content, blob.keys), **fields)


def _has_no_text(content: dict[str, object], keys: KeyMap) -> bool:
    return first_value(content, keys.keys_for("text", KEYS["text"])) is None


def _is_lines(text: str) -> bool:
    """Whether these are JSON Lines under the name of JSON: an object on a line, another below."""
    end = text.find("\n")
    is_object = end > 0 and text[:end].lstrip().startswith("{") and text[:end].rstrip()[-1:] == "}"
    return is_object and text[end : end + 99].lstrip().startswith("{")
