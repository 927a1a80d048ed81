"""Everybody who takes part in a meeting, once each, by the name that the archive uses most."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from index.identity import UNNAMED, Key, is_among, key_of
from index.meeting_records import Attendant, Participant
from index.reported import Told

POINTERS = ("counterpart", "colleague")  # which are no offices
Spellings = dict[str, str]


def count_spellings(told: Iterable[Told]) -> Spellings:
    """By the folded name, the spelling of a person's name that most reports have.

    A surname with its office and country stands for the one full name that has all three.
    """
    counted: dict[str, Counter[str]] = defaultdict(Counter)
    bearers: dict[str, set[str]] = defaultdict(set)
    for one in told:
        for person in one.mention.participants:
            key = key_of(person, person.resolved)
            if key.named:
                counted[key.whole][person.name] += 1
            if key.given and key.role and key.country:
                bearers[_bearer(key)].add(key.whole)
    known = {whole: max(names, key=lambda n: (names[n], n)) for whole, names in counted.items()}
    alone = {bearer: next(iter(names)) for bearer, names in bearers.items() if len(names) == 1}
    return known | {bearer: known[whole] for bearer, whole in alone.items()}


def _bearer(key: Key) -> str:
    return f"{key.surname}|{key.role}|{key.country}"


def list_people(group: Sequence[Told], spellings: Spellings) -> tuple[Participant, ...]:
    """Those who take part, in the order in which they are told.

    Whom one report names and another only calls by office or country is one person: so the named
    are gathered first.
    """
    found: list[tuple[list[Key], list[Attendant]]] = []
    told = [person for one in group for person in one.mention.participants]
    for person in sorted(told, key=lambda p: _vagueness(key_of(p, p.resolved))):
        key = key_of(person, person.resolved)
        known = next((f for f in found if is_among(key, f[0])), None)
        if known is None:
            found.append(([key], [person]))
        else:
            known[0].append(key)
            known[1].append(person)
    place = {id(person): n for n, person in enumerate(told)}
    found.sort(key=lambda f: min(place[id(person)] for person in f[1]))
    return tuple(_describe(reports, spellings) for _, reports in found)


def _vagueness(key: Key) -> int:
    """Full names first, then surnames, offices and groups, at last countries."""
    if key.named:
        return 0 if key.given else 1
    return 3 if key.state else 2


def _describe(reports: Sequence[Attendant], spellings: Spellings) -> Participant:
    """One who takes part as all reports tell of him or her."""
    named = [r for r in reports if key_of(r, r.resolved).named]
    told = named or [r for r in reports if r.name.endswith(UNNAMED)] or reports
    full = [r for r in told if len(r.name.split()) > 1] or told
    name = _most(_spell(r, spellings) if named else r.name for r in full)
    return Participant(
        name=name or told[0].name,
        role=_most(r.role for r in reports if r.role not in POINTERS),
        country=_most(r.country for r in reports),
        side=_most(r.side for r in reports),
    )


def _spell(person: Attendant, spellings: Spellings) -> str:
    """The name as the archive prefers it; the full one for a surname that only one bears."""
    key = key_of(person, person.resolved)
    alone = None if key.given else spellings.get(_bearer(key))
    return alone or spellings.get(key.whole, person.name)


def _most(values: Iterable[str | None]) -> str | None:
    """The value that stands most often; of equals the longest, then the first of the alphabet."""
    told = [value for value in values if value]
    if len(set(told)) <= 1:
        return told[0] if told else None
    counted = Counter(told)
    return min(counted, key=lambda v: (-counted[v], -len(v), v))
