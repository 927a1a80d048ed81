"""The meetings of an archive that fit: looked up first, so that few need be read, then picked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import lru_cache
from operator import attrgetter

from sqlalchemy import ColumnElement, Connection, func, inspect, or_, select

from index import tables as t
from index.catalog import Catalog
from index.event_lookup import MEETINGS_OF, list_told
from index.gazetteer import country_of
from index.lookup import pieces
from index.meeting_keys import keys_asked, keys_of
from index.meeting_lookup import Day, Wanted, pick, read_partial_day
from index.meeting_records import Meeting
from index.meetings import find_meetings
from index.words import fold

KEPT = 8192  # meetings kept as read: reading was a third of a question over 5,449 articles


class MeetingSearch:
    """Finds meetings; keeps those of the day last asked `as_of` until the archive changes."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog
        self._kept: tuple[tuple[str | None, int, date], Keyed] | None = None

    def find(self, wanted: Wanted, as_of: Day = None) -> list[Meeting]:
        """Every meeting that fits, in order of date, those without a date last.

        With `as_of` by what was written up to that day alone; what has no day of writing is left
        out. Raises UsageError for a day that is none.
        """
        by = read_partial_day(as_of)
        if by is None:
            return pick(read_meetings(self._catalog, wanted), wanted)
        return pick(self._as_of(by.latest or date.max).of(wanted.who), wanted)

    def _as_of(self, day: date) -> Keyed:
        state = (self._catalog.note(MEETINGS_OF), self._catalog.generation(), day)
        if self._kept is None or self._kept[0] != state:
            self._kept = (state, Keyed(find_meetings(list_told(self._catalog, written_by=day))))
        return self._kept[1]


class Keyed:
    """Meetings in order, looked up by those who take part: one question asks for them many times.

    The four slowest of 99 questions took 1.9 s without it, 0.34 with it, once all were merged.
    """

    def __init__(self, meetings: Sequence[Meeting]) -> None:
        self._meetings = meetings
        self._at: defaultdict[str, set[int]] = defaultdict(set)
        for at, meeting in enumerate(meetings):
            for key in keys_of(meeting):
                self._at[key].add(at)

    def of(self, who: Iterable[str]) -> list[Meeting]:
        """All meetings that may have all of them, and few that do not."""
        each = [set().union(*(self._at[key] for key in keys_asked(name))) for name in who]
        fits = set.intersection(*each) if each else range(len(self._meetings))
        return [self._meetings[at] for at in sorted(fits)]


def read_meetings(catalog: Catalog, wanted: Wanted) -> list[Meeting]:
    """All meetings that may fit, and few that do not; in order of date."""
    columns = t.meetings.c
    with catalog.reading() as db:
        statement = select(columns.position, columns.meeting)
        if wanted == Wanted() or not inspect(db).has_table(t.meeting_days.name):
            rows = list(db.execute(statement))
        else:
            ids = _may_fit(db, wanted)
            rows = [
                row
                for some in pieces(ids)
                for row in db.execute(statement.where(columns.id.in_(some)))
            ]
    # more than are kept would only push out what is asked for often
    read = _read if len(rows) <= KEPT else Meeting.model_validate_json
    return [read(row.meeting) for row in sorted(rows, key=attrgetter("position"))]


@lru_cache(maxsize=KEPT)
def _read(text: str) -> Meeting:
    """A meeting from its JSON; one who meets many is asked about again and again."""
    return Meeting.model_validate_json(text)


def _may_fit(db: Connection, wanted: Wanted) -> list[str]:
    """The ids of meetings that may fit, and of those that the tables do not know."""
    known, stored = t.meeting_days.c.id, t.meetings.c.id
    found = list(db.scalars(select(known).where(*_conditions(wanted))))
    if db.scalar(select(func.count(known))) != db.scalar(select(func.count(stored))):
        found += db.scalars(select(stored).where(stored.not_in(select(known))))
    return found


def _conditions(wanted: Wanted) -> Iterator[ColumnElement[bool]]:
    """What every meeting that fits holds to; each of them wider than what is wanted."""
    columns, keys = t.meeting_days.c, t.meeting_keys.c
    if wanted.status:
        yield columns.status == wanted.status.value
    if wanted.since or wanted.until:
        yield columns.latest >= (wanted.since or date.min).isoformat()
        yield columns.earliest <= (wanted.until or date.max).isoformat()
    if wanted.where:
        named = func.instr(columns.places, fold(wanted.where).casefold().strip()) > 0
        code = country_of(wanted.where)
        yield or_(named, columns.country == code) if code else named
    for name in wanted.who:
        yield columns.id.in_(select(keys.id).where(keys.key.in_(keys_asked(name))))
