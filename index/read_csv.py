"""Tables in CSV and TSV: a header that names the fields, then a story a row."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, count

from index.blobs import LONGEST_STORY, Blob
from index.drafts import Draft, Drafts, refuse_empty
from index.errors import UnreadableSource
from index.keys import KEYS, read_dates, read_fields
from index.lines import read_lines

DELIMITERS = (",", ";", "\t", "|")  # of those that divide the header alike, the first


def read_csv(blob: Blob) -> Drafts:
    """A story for each row below the header, at "#row"; the header is row 1.

    A row may go over several lines. Its text is the field as given, quotes undone.
    """
    csv.field_size_limit(LONGEST_STORY)  # else it refuses fields of over 131,072 characters
    rows = _read_rows(_lines(blob))
    names: list[str] = []
    for number, row in rows:
        shown = f"{blob.shown}#{number}"
        if isinstance(row, str):
            yield UnreadableSource(shown, row)
        elif names:
            yield _draft(number, row, names, blob)
        else:
            names = _find_names(row, blob)
    if not names:
        refuse_empty("", blob.shown)


def _lines(blob: Blob) -> Iterator[str]:
    for line in read_lines(blob):
        if line.fault:  # where a row begins after it cannot be told
            raise UnreadableSource(f"{blob.shown}, line {line.number}", line.fault)
        yield line.text


Row = tuple[int, list[str] | str]  # a row's number, and its cells or what is wrong with it


def _read_rows(lines: Iterator[str]) -> Iterator[Row]:
    """Rows with cells in them, numbered from 1 as a spreadsheet numbers them."""
    blank = 0
    for first in lines:
        if first.strip():
            break
        blank += 1
    else:
        return
    delimiter = max(DELIMITERS, key=first.count)
    reader = csv.reader(chain([first], lines), delimiter=delimiter, strict=True)
    for number in count(blank + 1):
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error as fault:  # it goes on with the line after
            yield number, f"is no CSV ({fault}, at line {reader.line_num + blank}); mend its quotes"
        else:
            if any(cell.strip() for cell in row):
                yield number, row


def _find_names(header: Sequence[str], blob: Blob) -> list[str]:
    """The field names; raises UnreadableSource where none of them is known for a text."""
    names = [name.strip() for name in header]
    wanted = blob.keys.keys_for("text", KEYS["text"])
    if not any(name in wanted for name in names):
        raise UnreadableSource(
            blob.shown,
            f"its first row names no text field ({', '.join(names)[:80]}); name one of "
            f"{', '.join(wanted)} there, or say which it is: --map text=NAME",
        )
    return names


def _draft(
    number: int, row: Sequence[str], names: Sequence[str], blob: Blob
) -> Draft | UnreadableSource:
    shown = f"{blob.shown}#{number}"
    if any(cell.strip() for cell in row[len(names) :]):
        return UnreadableSource(
            shown, f"has {len(row)} fields, the header {len(names)}; mend its quotes"
        )
    content: Mapping[str, object] = dict(zip(names, row, strict=False))
    fields = read_fields(content, blob.keys)
    text = fields.pop("text")
    if text is None:
        return UnreadableSource(shown, "has no text; fill it in or remove the row")
    return Draft(place=f"#{number}", text=text, **read_dates(content, blob.keys), **fields)
