"""People as the archive's meetings tell of them: offices with days, whom they met, which meetings.

A person is a name as meetings give it: two who share a name share a page, and the page says so.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from index.meeting_records import Meeting
from index.records import Record
from index.words import fold
from ui.network import count_pairs, named_in


class Listing(Record):
    """Somebody in the list of people."""

    name: str
    offices: tuple[str, ...]  # as reports give them, the most frequent first
    meetings: int


class Office(Record):
    """An office as reports give it, with the first and the last day of a meeting told with it."""

    role: str
    country: str | None
    first: date | None
    last: date | None
    meetings: int


class Met(Record):
    """Somebody else, and how often the two met by the rule of ui/network.py."""

    name: str
    times: int


def list_people(meetings: Iterable[Meeting]) -> list[Listing]:
    """Everybody who is named, those of most meetings first, then by name."""
    counts: dict[str, int] = defaultdict(int)
    offices: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for meeting in meetings:
        for name in named_in(meeting):
            counts[name] += 1
        for person in meeting.participants:
            if person.role:
                offices[person.name][person.role] += 1
    return [
        Listing(name=name, offices=_ranked(offices[name]), meetings=counts[name])
        for name in sorted(counts, key=lambda name: (-counts[name], name))
    ]


def search_people(people: Sequence[Listing], words: str) -> list[Listing]:
    """Those in whose name or office all the words stand."""
    asked = fold(words).casefold().split()
    return [
        one
        for one in people
        if all(word in fold(f"{one.name} {' '.join(one.offices)}").casefold() for word in asked)
    ]


def meetings_of(meetings: Iterable[Meeting], name: str) -> list[Meeting]:
    """The meetings of somebody, in the order given."""
    return [m for m in meetings if any(person.name == name for person in m.participants)]


def list_offices(meetings: Iterable[Meeting], name: str) -> list[Office]:
    """The offices that reports give somebody, in order of their first day, the undated last."""
    days: dict[tuple[str, str | None], list[date | None]] = defaultdict(list)
    for meeting in meetings:
        for person in meeting.participants:
            if person.name == name and person.role:
                told = [one.reported for one in meeting.status_history]
                written = [when.latest for when in told if when and when.latest]
                days[person.role, person.country] += [min(written, default=None)]
    made = [_make_office(*office, told) for office, told in days.items()]
    return sorted(made, key=lambda one: (one.first or date.max, one.role, one.country or ""))


def count_met(meetings: Iterable[Meeting], name: str) -> list[Met]:
    """Whom somebody met how often, the most frequent first, then by name."""
    counted = [
        Met(name=next(other for other in pair if other != name), times=times)
        for pair, times in count_pairs(meetings).items()
        if name in pair
    ]
    return sorted(counted, key=lambda one: (-one.times, one.name))


def _make_office(role: str, country: str | None, told: Sequence[date | None]) -> Office:
    days = [day for day in told if day]
    return Office(
        role=role, country=country, first=min(days, default=None), last=max(days, default=None),
        meetings=len(told),
    )  # fmt: skip


def _ranked(counts: dict[str, int]) -> tuple[str, ...]:
    return tuple(sorted(counts, key=lambda role: (-counts[role], role)))
