"""Meetings as a table for people, and as CSV, one row a meeting, that no spreadsheet runs."""

from __future__ import annotations

import csv
import io
import json
import textwrap
from collections.abc import Iterable, Iterator, Sequence

from index.articles import make_card
from index.meeting_records import Meeting, Participant
from index.records import Article, Record

COLUMNS = (
    "id", "status", "edtf", "earliest", "latest", "precision", "form", "participants", "place",
    "venue", "country", "topics", "reports", "sources", "article", "url", "quote",
)  # fmt: skip
RUNS = ("=", "+", "-", "@", "\t", "\r", "\n")  # what a spreadsheet takes for a formula's start
WIDTH = 96


class Listed(Record):
    """A meeting with the article that tells of it best."""

    meeting: Meeting
    article: Article


def show(listed: Sequence[Listed], form: str) -> None:
    """Prints meetings as `json`, `jsonl`, `csv` or `table`."""
    records = [one.meeting.model_dump(mode="json") for one in listed]
    if form == "json":
        print(json.dumps(records, ensure_ascii=False))
    elif form == "jsonl":
        print("".join(f"{json.dumps(one, ensure_ascii=False)}\n" for one in records), end="")
    elif form == "csv":
        print(format_csv(listed), end="")
    elif listed:
        print("\n".join(format_table(listed)))
    else:
        print("No meeting fits.")


def format_csv(listed: Iterable[Listed]) -> str:
    """The rows under their names; a cell that would run as a formula is made harmless."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows([make_harmless(cell) for cell in _cells(one)] for one in listed)
    return out.getvalue()


def make_harmless(cell: str) -> str:
    """A cell's text with an apostrophe before it where a spreadsheet would run it (OWASP)."""
    return f"'{cell}" if cell.startswith(RUNS) else cell


def _cells(one: Listed) -> Iterator[str]:
    meeting, card = one.meeting, make_card(one.article)
    when = meeting.when
    yield meeting.id
    yield meeting.status.value
    yield when.edtf if when else ""
    yield when.earliest.isoformat() if when and when.earliest else ""
    yield when.latest.isoformat() if when and when.latest else ""
    yield when.precision if when else ""
    yield meeting.form
    yield "; ".join(person.name for person in meeting.participants)
    yield meeting.place or ""
    yield meeting.venue or ""
    yield meeting.country or ""
    yield "; ".join(meeting.topics)
    yield str(meeting.reports)
    yield str(meeting.sources)
    yield card.title or card.path
    yield card.url or ""
    yield quote_of(meeting)


def quote_of(meeting: Meeting) -> str:
    """The sentence that tells of a meeting: of those of its last status, on one line."""
    told = [r.citation for r in meeting.status_history if r.status is meeting.status]
    return " ".join(told[0].quote.split()) if told else ""


def format_table(listed: Sequence[Listed]) -> Iterator[str]:
    """A few lines a meeting: date, status, who, where; on what; the sentence and its source."""
    for one in listed:
        meeting = one.meeting
        date = meeting.when.edtf if meeting.when else "no date"
        people = ", ".join(_name(person) for person in meeting.participants) or "nobody named"
        where = ", ".join(part for part in (meeting.venue, meeting.place) if part)
        yield f"{date:<24} {meeting.status.value:<12} {meeting.form:<10} {meeting.id}"
        yield from _wrapped(people + (f" · {where}" if where else ""))
        if meeting.topics:
            yield from _wrapped("on " + "; ".join(meeting.topics))
        for conflict in meeting.conflicts:
            yield from _wrapped(f"{conflict.field} differs: {' / '.join(conflict.values)}")
        source = make_card(one.article)
        several = f" and {meeting.reports - 1} more" if meeting.reports > 1 else ""
        yield from _wrapped(f"“{quote_of(meeting)}” ({source.source or source.path}{several})")
        yield ""


def _name(person: Participant) -> str:
    side = f" ({person.side})" if person.side else ""
    return person.name + side


def _wrapped(text: str) -> list[str]:
    return textwrap.wrap(text, WIDTH, initial_indent="    ", subsequent_indent="    ")
