"""Meetings that an archive holds, held against meetings that are known to have been."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from index.meeting_lookup import answers_to, read_partial_day
from index.meeting_records import Meeting, Participant, Status
from index.records import Record
from index.words import fold

DAY = timedelta(days=1)  # time zones, and visits that begin on the eve
WEEK = timedelta(days=7)  # a date that leaves more open says too little
SIDE = re.compile(r"\s*\((?!unnamed\))[^)]*\)$")
UNCERTAIN = str.maketrans("", "", "?~%[]")


class Known(Record):
    """A meeting as it is known: people, days, town or venue names that are right, what became."""

    id: str
    people: tuple[str, ...]
    first: date | None
    last: date | None
    places: tuple[str, ...]
    status: Status


def read_days(edtf: str | None) -> tuple[date | None, date | None]:
    """The first and last day of an EDTF date; None at an open end and where there is no date."""
    if not edtf:
        return None, None
    parts = re.split(r"/|\.\.", edtf.translate(UNCERTAIN))
    first, last = (read_partial_day(part or None) for part in (parts[0], parts[-1]))
    return first.earliest if first else None, last.latest if last else None


def read_person(told: str) -> str | None:
    """A name without its side ("(host)"); None for a note that names nobody."""
    return SIDE.sub("", told).strip() or None


def people_right(known: Known, meeting: Meeting) -> list[str]:
    """The known people whom a meeting names."""
    return [name for name in known.people if any(_is(p, name) for p in meeting.participants)]


def _is(person: Participant, name: str) -> bool:
    return fold(person.name).casefold() == fold(name).casefold() or (
        name[:1].isupper() and _is_named(person, name)
    )


def _is_named(person: Participant, name: str) -> bool:
    """Whether a person is called so; an office alone does not name him or her."""
    return answers_to(person.model_copy(update={"role": None, "country": None}), name)


def day_right(known: Known, meeting: Meeting) -> bool:
    """Whether the meeting's days touch the known ones, a day more or less, within a week."""
    when = meeting.when
    if known.first is None and known.last is None:
        return when is None
    if when is None or when.earliest is None or when.latest is None:
        return False
    first, last = known.first or date.min + DAY, known.last or date.max - DAY
    touches = when.earliest <= last + DAY and when.latest >= first - DAY
    return touches and when.latest - when.earliest <= WEEK


def place_right(known: Known, meeting: Meeting) -> bool:
    """Whether the place or venue is one of those known."""
    told = {fold(place).casefold() for place in (meeting.place, meeting.venue) if place}
    right = {fold(place).casefold() for place in known.places}
    return any(a == b or a in b or b in a for a in told for b in right)


def is_found(known: Known, meeting: Meeting) -> bool:
    """Whether it is the known meeting: two of its people, or all where fewer are known; its day."""
    right, needed = people_right(known, meeting), min(2, len(known.people))
    return len(right) >= needed and day_right(known, meeting)


def best_of(known: Known, meetings: Iterable[Meeting]) -> Meeting | None:
    """The meeting that is right in most; None where none is found."""
    found: Sequence[Meeting] = [m for m in meetings if is_found(known, m)]
    return max(found, key=lambda m: (*_rightness(known, m), m.id), default=None)


def _rightness(known: Known, meeting: Meeting) -> tuple[int, int]:
    fields = place_right(known, meeting) + (meeting.status is known.status)
    return fields, len(people_right(known, meeting))
