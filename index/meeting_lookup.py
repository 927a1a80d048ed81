"""Meetings picked by who, when, where and status: every one that fits, not the best few."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache

from index.dating import day_when, month_when, year_when
from index.errors import UsageError
from index.gazetteer import country_of
from index.identity import office_kind
from index.meeting_records import Meeting, Participant, Status
from index.people_cues import GROUP_NOUNS
from index.records import Record, When
from index.spellings import fold_name
from index.words import fold

LEAST_LETTERS = 3  # of a given name that may be mistyped
PARTS = re.compile(r"[\s-]+")  # of a name
ARTICLE = re.compile(r"\b(?:al|el)-", re.IGNORECASE)
GENERATION = re.compile(r"^([JS]r)\.$")  # "Karl Stone Jr."
SHORT = re.compile(r"[A-Z]{2}")  # a body's name in capitals
PARTIAL_DAY = re.compile(r"(\d{4})(?:-(\d\d?))?(?:-(\d\d?))?")
Day = date | str | None


class Wanted(Record):
    """What meetings must fit: all people named, the days from `since` to `until`, place, status."""

    who: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    where: str | None = None
    status: Status | None = None


def read_wanted(
    who: Sequence[str], since: Day, until: Day, where: str | None, status: str | None
) -> Wanted:
    """What is wanted, from text; raises UsageError for a day or status that is none."""
    first, last = read_partial_day(since), read_partial_day(until)
    try:
        known = Status(status) if status else None
    except ValueError as fault:
        raise UsageError(f"no status is called {status}; there are {', '.join(Status)}") from fault
    return Wanted(
        who=tuple(who),
        since=first.earliest if first else None,
        until=last.latest if last else None,
        where=where,
        status=known,
    )


def read_partial_day(day: Day) -> When | None:
    """A year, month or day as a `When`; raises UsageError for what is none of them."""
    if day is None or isinstance(day, date):
        return day_when(day, "given", "as given") if day else None
    match = PARTIAL_DAY.fullmatch(day.strip())
    try:
        if not match:
            raise ValueError
        year, month, number = (int(part) if part else None for part in match.groups())
        if year is None or month is None:
            return year_when(year or 0, "given", "as given")
        if number is None:
            return month_when(year, month, "given", "as given")
        return day_when(date(year, month, number), "given", "as given")
    except ValueError as fault:
        raise UsageError(f"{day} is no day; write it as 2024, 2024-03 or 2024-03-11") from fault


def pick(meetings: Iterable[Meeting], wanted: Wanted) -> list[Meeting]:
    """The meetings that fit, in the order given. One without a date fits no period."""
    return [meeting for meeting in meetings if _fits(meeting, wanted)]


def _fits(meeting: Meeting, wanted: Wanted) -> bool:
    if wanted.status and meeting.status is not wanted.status:
        return False
    if not _in_period(meeting.when, wanted.since, wanted.until):
        return False
    if wanted.where and not _at(meeting, wanted.where):
        return False
    return all(any(answers_to(p, name) for p in meeting.participants) for name in wanted.who)


def _in_period(when: When | None, since: date | None, until: date | None) -> bool:
    if since is None and until is None:
        return True
    if when is None:
        return False
    starts_late = until is not None and when.earliest is not None and when.earliest > until
    ends_early = since is not None and when.latest is not None and when.latest < since
    return not starts_late and not ends_early


def _at(meeting: Meeting, where: str) -> bool:
    """Whether a meeting was in a town, at a venue or in a country of that name."""
    asked = fold(where).casefold().strip()
    named = [fold(place).casefold() for place in (meeting.place, meeting.venue) if place]
    code = country_of(where)
    return any(re.search(rf"\b{re.escape(asked)}\b", place) for place in named) or (
        code is not None and meeting.country == code
    )


def answers_to(person: Participant, name: str) -> bool:
    """Whether somebody is called so: by surname or full name, by office and country, by country."""
    return _answers_to(person.name, person.role, person.country, name)


@lru_cache(maxsize=65536)  # asked of everybody in every meeting, and the same people meet often
def _answers_to(person: str, office: str | None, of: str | None, name: str) -> bool:
    country, rest = country_in(name)
    if country and not rest:
        return of == country
    if SHORT.fullmatch(name) and name.capitalize() in person.split():
        return False  # "IL" is not Kim Berg Il
    if country and of != country and country_in(person)[0] != country:
        return False  # "leaders of the Latvian opposition" are told with no country beside
    if office and rest and office_kind(rest, of) == office_kind(office, of):
        return True
    if " " in name.strip() and person.islower() and " " not in person:
        return False  # "the council" of one article is no "Ferry Council" of another
    called = any(map(_is_called, _ways(name), _ways(person)))
    return called and _told_apart(name) <= set(_ways(person)[0])


@lru_cache(maxsize=16384)  # asked of everybody in every meeting
def _told_apart(name: str) -> frozenset[str]:
    """What tells a group from others of its kind: "nordic" of "leaders of the 5 Nordic states"."""
    words = name.split()
    if words[0] not in GROUP_NOUNS:
        return frozenset()
    return frozenset(fold_name(word) for word in words if word[0].isupper() or word[0].isdigit())


@lru_cache(maxsize=16384)  # asked of everybody in every meeting
def _ways(name: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words of a name as they are compared, and its parts: "Abdel-Karim al-Berg" has three."""
    parts = PARTS.split(ARTICLE.sub("", name))
    return (
        tuple(fold_name(GENERATION.sub(r"\1", word)) for word in name.split()),
        tuple(fold_name(part) for part in parts if part),
    )


def _is_called(asked: Sequence[str], theirs: Sequence[str]) -> bool:
    """Whether somebody may be called by some words: by the surname, and no other given name."""
    if not asked or not theirs:
        return False
    if len(asked) == 1:
        return asked[0] in (theirs[-1], theirs[0])
    if asked[-1] != theirs[-1]:
        return f" {' '.join(asked)} " in f" {' '.join(theirs)} "
    return (
        (len(theirs) == 1 and theirs[0] not in GROUP_NOUNS)  # no board is every board
        or asked[0] == theirs[0]
        or _is_slip(asked[0], theirs[0])
        or asked[0][:1] == theirs[0][:1] == asked[0].rstrip(".")
    )


def _is_slip(one: str, other: str) -> bool:
    """Whether two given names are one with two letters turned round: "Kral", "Karl"."""
    apart = [at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b]
    return (
        len(one) == len(other) > LEAST_LETTERS
        and len(apart) == 2
        and apart[1] == apart[0] + 1
        and sorted(one) == sorted(other)
    )


@lru_cache(maxsize=1024)  # asked of everybody in every meeting
def country_in(name: str) -> tuple[str | None, str]:
    """The country that a description names, and the rest: "Norwegian foreign minister"."""
    words = name.split()
    for length in range(min(4, len(words)), 0, -1):
        for start in range(len(words) - length + 1):
            code = country_of(" ".join(words[start : start + length]))
            if code:
                before, after = (_plain(words[:start]), _plain(words[start + length :]))
                before = before[:-1] if before[-1:] == ["of"] else before
                after = after[1:] if after[:1] == ["of"] else after
                return code, " ".join((*before, *after))
    return None, " ".join(_plain(words))


def _plain(words: Sequence[str]) -> list[str]:
    """Words in lower case without articles; "secretary of state" keeps its "of"."""
    return [word.lower() for word in words if word.lower() != "the"]
