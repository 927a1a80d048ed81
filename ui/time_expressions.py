"""`dateline dates`: time expressions of a text or of many, as JSON or as a table for people."""

from __future__ import annotations

import json
from argparse import Namespace
from collections.abc import Iterator, Sequence

from index.date_records import TimeExpression
from index.dates import find_dates
from index.errors import UsageError
from ui.texts import print_lines, read_day, read_text

WIDEST = 34  # columns for the words of an expression in the table


def run(options: Namespace) -> int:
    """Prints what is in the file or on standard input; 1 where some line is no record."""
    if options.jsonl:
        lines = read_text(options.file).splitlines()
        return print_lines(
            lines, options.published, "dates", lambda text, day: _json(find_dates(text, day))
        )
    if options.published is None:
        raise UsageError("--published is missing: say when the text was written, as 2024-03-11")
    found = find_dates(read_text(options.file), read_day(options.published))
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


def _json(found: Sequence[TimeExpression]) -> str:
    return json.dumps([one.model_dump(mode="json") for one in found], ensure_ascii=False)
