"""`dateline dates`: time expressions of a text or of many, as JSON or as a table for people."""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from index.date_records import TimeExpression
from index.dates import find_dates
from index.dating import day_when
from index.drafts import decode
from index.errors import UnreadableSource, UsageError
from index.records import When

WIDEST = 34  # columns for the words of an expression in the table


def run(options: Namespace) -> int:
    """Prints what is in the file or on standard input; 1 where some line is no record."""
    if options.jsonl:
        return _print_lines(_read(options.file).splitlines(), options.published)
    if options.published is None:
        raise UsageError("--published is missing: say when the text was written, as 2024-03-11")
    found = find_dates(_read(options.file), _published(options.published))
    print(_json(found) if options.json else "\n".join(format_table(found)))
    return 0


def format_table(found: Sequence[TimeExpression]) -> Iterator[str]:
    """A line for each expression: where, the words, the value, and under it how it follows."""
    if not found:
        yield "no time expression"
    for one in found:
        words = " ".join(one.text.split())
        days = f"  [{one.edtf}]" if one.edtf and one.edtf != one.value else ""
        yield f"{one.start:>6}  {words:<{WIDEST}}  {one.type:<8}  {one.value}{days}"
        yield f"{'':>6}  {one.derivation}" + (f" ({one.tense} tense)" if one.tense else "")


def _print_lines(lines: Iterable[str], published: date | None) -> int:
    status = 0
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            record = _read_record(line, published)
        except UsageError as fault:
            status = 1
            print(json.dumps({"line": number, "error": str(fault)}, ensure_ascii=False))
            print(f"line {number}: {fault}", file=sys.stderr)
            continue
        id, text, written = record
        found = _json(find_dates(text, written))
        print(f'{{"id": {json.dumps(id, ensure_ascii=False)}, "dates": {found}}}')
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
    return record.get("id"), record["text"], _published(day) if day else None


def _published(day: date | str) -> When:
    try:
        known = day if isinstance(day, date) else date.fromisoformat(str(day)[:10])
    except ValueError as fault:
        raise UsageError(f"published is {json.dumps(day)}; write it as 2024-03-11") from fault
    return day_when(known, "given", f"given as {known.isoformat()}")


def _read(file: Path | None) -> str:
    if file is None or str(file) == "-":
        return decode(sys.stdin.buffer.read(), "standard input")
    try:
        return decode(file.read_bytes(), str(file))
    except OSError as fault:
        raise UnreadableSource(
            str(file), f"{fault.strerror}; name a text file, or - for standard input"
        ) from fault


def _json(found: Sequence[TimeExpression]) -> str:
    return json.dumps([one.model_dump(mode="json") for one in found], ensure_ascii=False)
