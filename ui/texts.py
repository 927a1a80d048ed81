"""Texts given to a command and not stored: a file, standard input, or a record a line."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import Any

from index.dating import day_when
from index.decoding import decode
from index.errors import UnreadableSource, UsageError
from index.records import When


def read_text(file: Path | None) -> str:
    """The text of a file, or of standard input for none and for "-"."""
    if file is None or str(file) == "-":
        return decode(sys.stdin.buffer.read(), "standard input")
    try:
        return decode(file.read_bytes(), str(file))
    except OSError as fault:
        raise UnreadableSource(
            str(file), f"{fault.strerror}; name a text file, or - for standard input"
        ) from fault


def read_day(day: date | str) -> When:
    """The day on which a text was written; raises UsageError for words that are none."""
    try:
        known = day if isinstance(day, date) else date.fromisoformat(str(day)[:10])
    except ValueError as fault:
        raise UsageError(f"published is {json.dumps(day)}; write it as 2024-03-11") from fault
    return day_when(known, "given", f"given as {known.isoformat()}")


def print_lines(
    lines: Iterable[str],
    published: date | None,
    name: str,
    find: Callable[[str, When | None], str],
) -> int:
    """Prints `{"id", name}` for each record `{"id", "text", "published"}`; 1 where a line is none.

    `find` gives the JSON of what is in a text; a line that is no record is told in its place.
    """
    status = 0
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            id, text, written = _read_record(line, published)
        except UsageError as fault:
            status = 1
            print(json.dumps({"line": number, "error": str(fault)}, ensure_ascii=False))
            print(f"line {number}: {fault}", file=sys.stderr)
            continue
        print(f'{{"id": {json.dumps(id, ensure_ascii=False)}, "{name}": {find(text, written)}}}')
    return status


def _read_record(line: str, published: date | None) -> tuple[Any, str, When | None]:
    """The id, the text and the day of writing of a line; raises UsageError for no such line."""
    try:
        record = json.loads(line)
    except json.JSONDecodeError as fault:
        raise UsageError(f"no JSON: {fault.msg} at column {fault.colno}") from fault
    if not isinstance(record, dict) or not isinstance(record.get("text"), str):
        raise UsageError('no text: write it as {"id": "…", "text": "…", "published": "2024-03-11"}')
    day = record.get("published") or published
    return record.get("id"), record["text"], read_day(day) if day else None
