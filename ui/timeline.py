"""Meetings on a line of time, as SVG made here: a column a day, month or year, each a link."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from html import escape
from urllib.parse import urlencode

from index.meeting_records import Meeting
from index.records import Record
from ui.meeting_table import GOOD, OFF
from ui.show import MONTHS

MOST_COLUMNS = 62  # two months of days, five years of months; then years
WIDE, LEAST_WIDE = 960, 16  # pixels: of all columns together, and of one
TALLEST = 28  # pixels of one meeting
LABEL = 52  # pixels that a label is given
HIGH, FOOT, HEAD = 180, 24, 18  # pixels: of the highest column, of the labels, of the numbers
KINDS = (("good", "held or under way"), ("open", "planned or not confirmed"), ("off", "called off"))


class Column(Record):
    """A stretch of time: how it is told, what of ISO days it is, how many meetings of each kind."""

    words: str
    short: str
    iso: str
    counts: tuple[int, ...]

    @property
    def total(self) -> int:
        """All of its meetings."""
        return sum(self.counts)


def show_timeline(meetings: Sequence[Meeting], who: str = "") -> str:
    """The timeline as HTML, with a word on those that have no date.

    A column leads to its meetings: those of the filters set, or of somebody alone.
    """
    dated = [m for m in meetings if m.when and m.when.earliest]
    undated = len(meetings) - len(dated)
    left = f"<p class='quiet'>{undated:,} without a date are not shown.</p>" if undated else ""
    if not dated:
        return f"<p class='none'>No meeting with a date fits.</p>{left}"
    keys = "".join(f"<li><i class='{kind}'></i>{words}</li>" for kind, words in KINDS)
    return (
        "<p class='quiet'>Each meeting stands at the first day on which it may have been. "
        f"A column leads to its meetings.</p><ul class='keys'>{keys}</ul>"
        f"<div class='scroll'>{_draw(list(count_columns(dated)), who)}</div>{left}"
    )


def count_columns(meetings: Sequence[Meeting]) -> Iterator[Column]:
    """The columns from the first to the last meeting, the empty ones too; all are dated."""
    days = [m.when.earliest for m in meetings if m.when and m.when.earliest]
    starts = _list_starts(min(days), max(days))
    length = len(starts[0])  # of "2024", "2024-03" or "2024-03-11"
    counted: Counter[tuple[str, str]] = Counter(
        (day.isoformat()[:length], _kind(meeting))
        for day, meeting in zip(days, meetings, strict=True)
    )
    for iso in starts:
        counts = tuple(counted[iso, kind] for kind, _ in KINDS)
        yield Column(words=_tell(iso), short=_shorten(iso), iso=iso, counts=counts)


def _list_starts(first: date, last: date) -> list[str]:
    """All days from the first to the last as ISO, else all months, else all years."""
    days = (last - first).days + 1
    if days <= MOST_COLUMNS:
        return [(first + timedelta(days=n)).isoformat() for n in range(days)]
    start, end = first.year * 12 + first.month - 1, last.year * 12 + last.month - 1
    if end - start < MOST_COLUMNS:
        return [f"{n // 12:04}-{n % 12 + 1:02}" for n in range(start, end + 1)]
    return [f"{year:04}" for year in range(first.year, last.year + 1)]


def _kind(meeting: Meeting) -> str:
    return "good" if meeting.status in GOOD else "off" if meeting.status in OFF else "open"


def _tell(iso: str) -> str:
    """A day, month or year in words."""
    year, *rest = iso.split("-")
    words = [
        year,
        *(MONTHS[int(month) - 1] for month in rest[:1]),
        *(str(int(d)) for d in rest[1:]),
    ]
    return " ".join(reversed(words))


def _shorten(iso: str) -> str:
    """The same below a column: the year, and the month or day where it begins none."""
    year, *rest = iso.split("-")
    if not rest or rest == ["01"]:
        return year
    month = MONTHS[int(rest[0]) - 1][:3]
    return month if len(rest) == 1 else f"{int(rest[1])} {month}"


class Scale(Record):
    """How wide a column is, how many meetings the highest has, and whose they are or ""."""

    step: int
    most: int
    who: str


def _draw(columns: Sequence[Column], who: str) -> str:
    step = max(LEAST_WIDE, min(48, WIDE // len(columns)))
    scale = Scale(step=step, most=max(column.total for column in columns), who=who)
    every = -(-LABEL // step)
    drawn = "".join(
        _draw_column(column, n * step, scale)
        + (_draw_label(column, n * step) if n % every == 0 else "")
        for n, column in enumerate(columns)
    )
    width, ground = step * len(columns) + LABEL, HEAD + HIGH
    return (
        f"<svg class='timeline' width='{width}' height='{ground + FOOT}' "
        f"viewBox='0 0 {width} {ground + FOOT}' role='group' aria-label='Timeline of meetings'>"
        f"<line class='ground' x1='0' x2='{width}' y1='{ground}' y2='{ground}'/>{drawn}</svg>"
    )


def _draw_label(column: Column, x: int) -> str:
    return f"<text class='day' x='{x + 2}' y='{HEAD + HIGH + 17}'>{column.short}</text>"


def _draw_column(column: Column, x: int, scale: Scale) -> str:
    """The bars of a stretch, one on the other, as a link to its meetings."""
    if not column.total:
        return ""
    top, bars = float(HEAD + HIGH), ""
    for (kind, _), count in zip(KINDS, column.counts, strict=True):
        high = min(TALLEST, HIGH / scale.most) * count
        top -= high
        place = f"x='{x + 2}' y='{top:.1f}' width='{scale.step - 3}' height='{high:.1f}'"
        bars += f"<rect class='{kind}' {place}/>" if count else ""
    middle = f"x='{x + scale.step / 2:.1f}' y='{top - 4:.1f}'"
    told = f"{column.words}: {column.total} meeting{'s' * (column.total != 1)}"
    return (
        f"<a {_lead_to(column, scale.who)} aria-label='{told}'><title>{told}</title>{bars}"
        f"<text class='number' {middle}>{column.total}</text></a>"
    )


def _lead_to(column: Column, who: str) -> str:
    """What makes a link list the meetings of a stretch: with the filters set, or somebody's."""
    sets = {"since": column.iso, "until": column.iso, "view": "list"}
    alone = " data-tab='Meetings' data-clear" if who else ""
    told = escape(urlencode(sets | ({"who": who} if who else {})))
    return f"class='sets' href='#meetings' data-form='meetings' data-set='{told}'{alone}"
