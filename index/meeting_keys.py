"""What meetings are looked up by: names, offices, countries, days, places.

A look-up gives all that may fit and some that do not; index/meeting_lookup.py then picks. So every
key here is wider than what it stands for: whoever answers to a name has one of the name's keys.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from index.identity import office_kind
from index.meeting_lookup import country_in
from index.meeting_records import Meeting, Participant
from index.offices import canonical_role
from index.spellings import fold_name
from index.words import fold


def keys_of(meeting: Meeting) -> list[str]:
    """The keys of those who take part, once each."""
    return sorted({key for person in meeting.participants for key in _keys(person)})


def cited_by(meeting: Meeting) -> list[str]:
    """The keys of the articles that a meeting cites, once each."""
    said = (*meeting.evidence, *(one.citation for one in meeting.status_history))
    return sorted({cited(one.article_id) for one in said})


def cited(article_id: str) -> str:
    """The key of the meetings that cite an article."""
    return f"article {article_id}"


def _keys(person: Participant) -> Iterator[str]:
    yield from (f"word {fold_name(word)}" for word in person.name.split())
    if person.country:
        yield f"country {person.country}"
    if person.role:
        yield f"office {office_kind(person.role, person.country)}"


def keys_asked(name: str) -> list[str]:
    """One of these keys has everybody who answers to a name ("Stone", "Norwegian minister")."""
    words = name.split()
    if not words:
        return []
    country, rest = country_in(name)
    keys = [f"word {fold_name(words[-1])}"]
    if country and not rest:
        keys.append(f"country {country}")
    if rest:  # in another country the words may stand for another office
        keys += [f"office {kind}" for kind in (rest, *canonical_role(rest))]
    return keys


def describe_days(meeting: Meeting) -> dict[str, str | None]:
    """A row of the table `meeting_days`."""
    when = meeting.when
    return {
        "id": meeting.id,
        "earliest": (when.earliest or date.min).isoformat() if when else None,
        "latest": (when.latest or date.max).isoformat() if when else None,
        "status": meeting.status.value,
        "country": meeting.country,
        "places": "\n".join(fold(p).casefold() for p in (meeting.place, meeting.venue) if p),
    }
