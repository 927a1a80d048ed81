"""Meetings as a table for people, and as CSV, one row a meeting, that no spreadsheet runs."""

from __future__ import annotations

import csv
import io
import json
import re
import textwrap
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from index.articles import make_card
from index.meeting_records import Meeting, Participant, Status, StatusReport, print_form
from index.records import Article, Record

if TYPE_CHECKING:
    from index.archive import Archive

COLUMNS = (
    "id", "status", "edtf", "earliest", "latest", "precision", "form", "participants", "place",
    "venue", "country", "topics", "reports", "sources", "article", "url", "quote",
)  # fmt: skip
RUNS = ("=", "+", "-", "@", "\t", "\r", "\n")  # what a spreadsheet takes for a formula's start
WIDTH = 96
DURATION = re.compile(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?")
UNITS = ("year", "month", "week", "day", "hour", "minute")
MEANING = {
    "freshness": "the later report stands",
    "discrepancy": "they contradict each other",
    "complementary": "both may be right",
}


class Listed(Record):
    """A meeting with the article that tells of it best."""

    meeting: Meeting
    article: Article


def attach_articles(archive: Archive, meetings: Sequence[Meeting]) -> list[Listed]:
    """Each meeting with the article of its best report."""
    ids = [best_report(meeting).citation.article_id for meeting in meetings]
    articles = {article.id: article for article in archive.catalog.articles(dict.fromkeys(ids))}
    return [
        Listed(meeting=meeting, article=articles[id])
        for meeting, id in zip(meetings, ids, strict=True)
        if id in articles  # removed meanwhile
    ]


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
    yield print_form(meeting.form)
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


def best_report(meeting: Meeting) -> StatusReport:
    """The report that tells most of a meeting, of those that tell what became of it."""
    told = [r for r in meeting.status_history if r.status is meeting.status]
    return max(told or meeting.status_history, key=lambda report: _fields_told(meeting, report))


def _fields_told(meeting: Meeting, report: StatusReport) -> int:
    """How many fields of the meeting the words of a report are evidence for."""
    spot = report.citation
    inside = {
        e.field
        for e in meeting.evidence
        if e.article_id == spot.article_id and spot.start <= e.start and e.end <= spot.end
    }
    return len(inside)


def quote_of(meeting: Meeting) -> str:
    """The sentence that tells of a meeting best, on one line."""
    return " ".join(best_report(meeting).citation.quote.split())


def format_table(listed: Sequence[Listed]) -> Iterator[str]:
    """Some lines a meeting: when and what became of it; who, where, on what; how that is known."""
    for one in listed:
        meeting = one.meeting
        date = meeting.when.edtf if meeting.when else "no date"
        yield f"{date:<24} {_plain(meeting.status):<12} {print_form(meeting.form):<10} {meeting.id}"
        for label, told in _lines(meeting):
            yield from _wrapped(label, told)
        source = make_card(one.article)
        yield from _wrapped("", f"“{quote_of(meeting)}” ({source.source or source.path})")
        yield ""


def _lines(meeting: Meeting) -> Iterator[tuple[str, str]]:
    """What a meeting's lines tell, each under its label; nothing where nothing is known."""
    people = "; ".join(_name(person) for person in meeting.participants)
    yield "who", people or "nobody named"
    where = list(dict.fromkeys(part for part in (meeting.venue, meeting.place) if part))
    if where:
        yield "where", ", ".join(where)
    if meeting.duration:
        yield "lasted", read_duration(meeting.duration)
    if meeting.topics:
        yield "on", "; ".join(meeting.topics)
    if meeting.reports > 1 or len({report.status for report in meeting.status_history}) > 1:
        yield "told", f"{_history(meeting)} ({_count_sources(meeting)})"
    for conflict in meeting.conflicts:
        values = " / ".join(_value(conflict.field, value) for value in conflict.values)
        yield "differ", f"{conflict.field}: {values} ({MEANING[conflict.kind]})"


def _history(meeting: Meeting) -> str:
    """Each status with the day of its first report and who said so, in order of writing."""
    steps: dict[str, str] = {}
    for report in meeting.status_history:
        day = report.reported.edtf if report.reported else "undated"
        said = f", {report.by}" if report.by else ""
        steps.setdefault(_plain(report.status), f"{_plain(report.status)} ({day}{said})")
    return ", ".join(steps.values())


def _count_sources(meeting: Meeting) -> str:
    articles = f"{meeting.reports} article{'s' * (meeting.reports > 1)}"
    return f"{articles}, {meeting.sources} source{'s' * (meeting.sources > 1)}"


def read_duration(duration: str) -> str:
    """An ISO 8601 duration in words ("PT1H30M": "1 hour 30 minutes"); another text as it is."""
    match = DURATION.fullmatch(duration)
    if not match or not any(match.groups()):
        return duration
    told = ((n, unit) for n, unit in zip(match.groups(), UNITS, strict=True) if n)
    return " ".join(f"{n} {unit}{'s' * (n != '1')}" for n, unit in told)


def _value(field: str, value: str) -> str:
    return read_duration(value) if field == "duration" else value.replace("_", " ")


def _plain(status: Status) -> str:
    return status.value.replace("_", " ")


def _name(person: Participant) -> str:
    """A name with what tells its bearer apart: office, country, side."""
    shown = person.name.casefold()
    known = (person.role, person.country if person.role else None, person.side)
    notes = [note for note in known if note and note.casefold() not in shown]
    return f"{person.name} ({', '.join(notes)})" if notes and "(" not in shown else person.name


def _wrapped(label: str, text: str) -> list[str]:
    first = f"    {label:<7}" if label else "    "
    later = " " * (len(first) if label else 4)
    return textwrap.wrap(
        text, WIDTH, initial_indent=first, subsequent_indent=later, break_on_hyphens=False,
        break_long_words=False,
    )  # fmt: skip
