"""The list of meetings as a table: a page of it, who, when, where, on what, and what became of it.

All that comes from articles goes through `escape`, as in ui/show.py.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from html import escape
from urllib.parse import quote, urlencode

from index.meeting_records import Meeting, Participant, Status
from index.records import When
from ui.meeting_wish import Wish
from ui.show import MONTHS, ROUTE, write_date

PAGE = 50  # meetings
MOST_NAMED = 8  # people in a row, the rest is counted
COLUMNS = ("When", "Who", "Where", "On what", "Status", "Told by")
GOOD = frozenset({Status.HELD, Status.UNDER_WAY})
OFF = frozenset({Status.CANCELLED, Status.POSTPONED, Status.DENIED})


def show_page(meetings: Sequence[Meeting], wish: Wish) -> str:
    """One page of the list, with the way to the others."""
    if not meetings:
        return "<p class='none'>No meeting fits. Take a filter away, or widen the period.</p>"
    last = -(-len(meetings) // PAGE)
    page = min(wish.page, last)
    shown = meetings[(page - 1) * PAGE : page * PAGE]
    steps = show_steps(page, last, lambda n: f"{ROUTE}/meetings?{wish.address(page=n)}", "meetings")
    return show_rows(shown, wish.as_of) + steps


def show_rows(meetings: Sequence[Meeting], as_of: str = "") -> str:
    """A table of meetings, each of which unfolds to its reports."""
    heads = "".join(f"<th scope='col'>{name}</th>" for name in COLUMNS)
    rows = "".join(_show_row(meeting, as_of) for meeting in meetings)
    head = f"<thead><tr>{heads}</tr></thead>"
    return f"<table class='listed meetings'>{head}<tbody>{rows}</tbody></table>"


def show_steps(page: int, last: int, address: Callable[[int], str], into: str) -> str:
    """The way to the other pages of a list; nothing where there is one page."""
    if last <= 1:
        return ""

    def step(to: int, words: str, key: str) -> str:
        if not 1 <= to <= last or to == page:
            return f"<span class='off'>{words}</span>"
        href = escape(address(to))
        return f"<a class='goes' data-into='{into}' rel='{key}' href='{href}'>{words}</a>"

    return (
        f"<nav class='pages' aria-label='pages'>{step(1, 'First', 'first')}"
        f"{step(page - 1, 'Previous', 'prev')}<span>page {page:,} of {last:,}</span>"
        f"{step(page + 1, 'Next', 'next')}{step(last, 'Last', 'last')}</nav>"
    )


def show_when(when: When | None) -> str:
    """A day in words, as HTML; days of one month share its name."""
    if when is None:
        return "<span class='quiet'>no date</span>"
    first, last = when.earliest, when.latest
    short = when.precision in ("interval", "set") and first and last and first < last
    if short and first and last and (first.year, first.month) == (last.year, last.month):
        days = (
            f"{first.day} to {last.day}"
            if when.precision == "interval"
            else (
                f"{first.day} or {last.day}"
                if (last - first).days == 1
                else f"between {first.day} and {last.day}"
            )
        )
        return f"{days} {MONTHS[first.month - 1]} {first.year}"
    return escape(write_date(when))


def show_status(status: Status) -> str:
    """What became of a meeting, told by word and colour."""
    kind = "good" if status in GOOD else "off" if status in OFF else "open"
    return f"<span class='state {kind}'>{status.value.replace('_', ' ')}</span>"


def show_person(name: str) -> str:
    """A name that leads to the person's page."""
    to = escape(f"{ROUTE}/person?{urlencode({'name': name})}")
    return f"<a class='goes' data-into='people' data-tab='People' href='{to}'>{escape(name)}</a>"


def name_people(people: Iterable[Participant]) -> str:
    """Who took part, the first of them by name."""
    names = list(dict.fromkeys(person.name for person in people))
    told = [f"<bdi>{show_person(name)}</bdi>" for name in names[:MOST_NAMED]]
    more = [f"<span class='quiet'>and {len(names) - MOST_NAMED} more</span>"]
    told += more if len(names) > MOST_NAMED else []
    return ", ".join(told) or "<span class='quiet'>nobody named</span>"


def name_place(meeting: Meeting) -> str:
    """Where it was, as text."""
    return ", ".join(dict.fromkeys(filter(None, (meeting.venue, meeting.place))))


def count_told(meeting: Meeting) -> str:
    """How many articles and sources tell of it, as text."""
    if meeting.reports == 1:
        return "1 article"
    sources = f"{meeting.sources} source{'s' * (meeting.sources != 1)}"
    return f"{meeting.reports} articles, {sources}"


def _show_row(meeting: Meeting, as_of: str) -> str:
    id = escape(meeting.id)
    query = f"?{urlencode({'as_of': as_of})}" if as_of else ""
    to = escape(f"{ROUTE}/meeting/{quote(meeting.id, safe='')}{query}")
    day = (
        f"<button type='button' class='unfolds' aria-expanded='false' aria-controls='m-{id}' "
        f"data-from='{to}'>{show_when(meeting.when)}</button>"
    )
    cells = zip(COLUMNS, (day, *_cells(meeting)), strict=True)
    told = "".join(f"<td data-name='{name}' dir='auto'>{cell}</td>" for name, cell in cells)
    more = f"<td colspan='{len(COLUMNS)}' id='m-{id}'></td>"
    return f"<tr class='row'>{told}</tr><tr class='unfolded' hidden>{more}</tr>"


def _cells(meeting: Meeting) -> Iterator[str]:
    yield name_people(meeting.participants)
    yield escape(name_place(meeting))
    yield escape("; ".join(meeting.topics))
    differ = "<span class='differ'>reports differ</span>" if meeting.conflicts else ""
    yield show_status(meeting.status) + differ
    yield escape(count_told(meeting))
