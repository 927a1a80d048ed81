"""One meeting: its reports side by side, where they differ, and what was said of it when.

All that comes from articles goes through `escape`, as in ui/show.py.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from html import escape
from itertools import groupby
from urllib.parse import quote

from index.catalog import Listed
from index.meeting_records import Meeting, Mention, Status, StatusReport
from index.records import Record
from ui.meeting_list import MEANING, read_duration
from ui.meeting_table import show_status, show_when
from ui.report_differences import DIFFERS, NOT_IN_ALL, find_difference, find_strangers
from ui.show import ROUTE

FIELDS: tuple[tuple[str, str, Callable[[Mention], str]], ...] = (  # name, field, what is shown
    ("Status", "status", lambda one: show_status(one.status)),
    ("Says who", "by", lambda one: escape(one.by or "")),
    ("Form", "form", lambda one: escape(one.form)),
    ("When", "when", lambda one: show_when(one.when) if one.when else ""),
    ("Place", "place", lambda one: escape(one.place or "")),
    ("Venue", "venue", lambda one: escape(one.venue or "")),
    ("Lasted", "duration", lambda one: escape(read_duration(one.duration)) if one.duration else ""),
    ("On what", "topics", lambda one: escape("; ".join(one.topics))),
)
COMPARED = frozenset({"status", "when", "place", "venue", "duration"})  # the others are wording
NOT_SAID = "<span class='quiet'>not said</span>"
NO_LINK = "<span class='quiet'>an article that is gone</span>"


class Side(Record):
    """A report of the meeting: what its sentence says, and the article that it stands in."""

    report: StatusReport
    mention: Mention | None
    card: Listed | None


class Line(Record):
    """A field as every report has it, as HTML, and the word for how they differ, or ""."""

    name: str
    cells: tuple[str, ...]
    word: str


def pair_reports(
    meeting: Meeting, mentions: Sequence[Mention], cards: Mapping[str, Listed]
) -> list[Side]:
    """The reports in order of writing, each with its mention; the same sentence once."""
    found = {_spot(one): one for one in mentions}
    spots = dict.fromkeys(map(_place, meeting.status_history))
    reports = {_place(report): report for report in reversed(meeting.status_history)}
    return [
        Side(report=reports[spot], mention=found.get(spot), card=cards.get(spot[0]))
        for spot in spots
    ]


def show_meeting(meeting: Meeting, sides: Sequence[Side]) -> str:
    """The detail as HTML."""
    lines = list(list_lines(meeting, [side.mention for side in sides]))
    return (
        f"<div class='meeting'>{_show_differences(lines, sides)}{_show_conflicts(meeting)}"
        f"{_show_history(meeting)}{_show_sides(sides, lines)}</div>"
    )


def list_lines(meeting: Meeting, mentions: Sequence[Mention | None]) -> Iterator[Line]:
    """The fields that some report tells, each as every report has it."""
    for name, field, show in FIELDS:
        cells = [show(one) if one else "" for one in mentions]
        found = find_difference(field, mentions, meeting) if field in COMPARED else None
        for n in found.apart if found else ():
            cells[n] = _sign(cells[n], DIFFERS)
        if any(cells):
            yield Line(name=name, cells=tuple(cells), word=found.word if found else "")
        if field == "status":
            yield _name_everybody(mentions)


def link_report(report: StatusReport, words: str) -> str:
    """A link that opens the article at the sentence that reports."""
    spot = report.citation
    to = f"{ROUTE}/article/{quote(spot.article_id, safe='')}?start={spot.start}&end={spot.end}"
    return f"<a class='opens' dir='auto' href='{escape(to)}'>{escape(words)}</a>"


def _show_conflicts(meeting: Meeting) -> str:
    """What cannot be right at once, with what that means."""
    told = []
    for conflict in meeting.conflicts:
        values = " / ".join(
            read_duration(v) if conflict.field == "duration" else v.replace("_", " ")
            for v in conflict.values
        )
        told.append(f"{conflict.field}: {values} ({MEANING[conflict.kind]})")
    lines = "".join(f"<li dir='auto'>{escape(line)}</li>" for line in told)
    return f"<ul>{lines}</ul>" if lines else ""


def _show_history(meeting: Meeting) -> str:
    """Each status with the days on which it was reported, where there is more than one."""
    steps = [_show_step(status, list(some)) for status, some in
             groupby(meeting.status_history, key=lambda report: report.status)]  # fmt: skip
    if len(steps) == 1:
        return ""
    return f"<ol class='history' aria-label='status history'>{''.join(steps)}</ol>"


def _show_step(status: Status, reports: Sequence[StatusReport]) -> str:
    day = show_when(reports[0].reported)
    said = f", {escape(reports[0].by)}" if reports[0].by else ""
    return f"<li>{show_status(status)} <span class='quiet'>reported {day}{said}</span></li>"


def _show_differences(lines: Sequence[Line], sides: Sequence[Side]) -> str:
    """In a sentence, what the reports tell otherwise; nothing where there is one report."""
    if len(sides) < 2:
        return ""
    told = [
        line.name.lower() + (f" ({line.word})" if line.word != DIFFERS else "")
        for line in lines
        if line.word
    ]
    if not told:
        return "<p class='agree'>The reports agree in what more than one of them tells.</p>"
    return f"<p class='differ'>The reports differ: {', '.join(told)}.</p>"


def _show_sides(sides: Sequence[Side], lines: Sequence[Line]) -> str:
    """A column a report, a line a field; where a field differs its line is marked."""
    heads = "".join(f"<th scope='col'>{_show_head(side)}</th>" for side in sides)
    quotes = "".join(f"<td dir='auto'><q>{_show_quote(side)}</q></td>" for side in sides)
    return (
        "<div class='scroll' tabindex='0' role='region' aria-label='reports side by side'>"
        f"<table class='sides'><thead><tr><td></td>{heads}</tr></thead><tbody>"
        f"<tr><th scope='row'>Says</th>{quotes}</tr>{''.join(map(_show_line, lines))}"
        "</tbody></table></div>"
    )


def _show_head(side: Side) -> str:
    if side.card is None:
        return NO_LINK
    source = escape(side.card.source or side.card.path)
    title = link_report(side.report, side.card.title or side.card.path)
    written = show_when(side.card.dated)
    return f"{title}<span class='quiet' dir='auto'>{source}, written {written}</span>"


def _show_quote(side: Side) -> str:
    return escape(" ".join(side.report.citation.quote.split()))


def _show_line(line: Line) -> str:
    kind = "differs" if line.word else ""
    mark = f" <span class='differ'>{line.word}</span>" if line.word else ""
    told = "".join(f"<td dir='auto'>{cell or NOT_SAID}</td>" for cell in line.cells)
    return f"<tr class='{kind}'><th scope='row'>{line.name}{mark}</th>{told}</tr>"


def _name_everybody(mentions: Sequence[Mention | None]) -> Line:
    """Who takes part by each report; those are signed whom others leave out."""
    strangers = find_strangers(mentions)
    cells = [
        _name_all(one, apart) if one else "" for one, apart in zip(mentions, strangers, strict=True)
    ]
    return Line(name="Who", cells=tuple(cells), word=NOT_IN_ALL if any(strangers) else "")


def _sign(told: str, word: str) -> str:
    """What stands apart, told by a sign with a name and not by colour alone."""
    return f"<span class='apart'><span role='img' aria-label='{word}'>≠</span> {told}</span>"


def _name_all(mention: Mention, apart: Container[str]) -> str:
    """Who takes part as the report has it, with office and country; those `apart` are signed."""
    told = []
    for person in mention.participants:
        notes = [n for n in (person.role, person.country, person.side) if n]
        named = "(" not in person.name and notes
        shown = escape(f"{person.name} ({', '.join(notes)})" if named else person.name)
        told.append(_sign(shown, NOT_IN_ALL) if person.name in apart else shown)
    return "; ".join(told)


def _spot(mention: Mention) -> tuple[str, int, int]:
    """Where a mention's sentence stands, as its meeting cites it."""
    spot = next((e for e in mention.evidence if e.field == "mention"), mention.evidence[0])
    return mention.article_id, spot.start, spot.end


def _place(report: StatusReport) -> tuple[str, int, int]:
    return report.citation.article_id, report.citation.start, report.citation.end
