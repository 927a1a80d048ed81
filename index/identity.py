"""Whether two participants of different reports are one person or group.

Likeness alone joins nobody: the surnames must be equal once transliteration is folded, and given
names, offices and countries must not contradict each other.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from index.gazetteer import is_country_name
from index.meeting_records import Participant
from index.office_roles import ROYAL
from index.offices import canonical_role
from index.records import Record
from index.spellings import fold_name

LEADER = "leader"  # "the Norwegian leader": any of those who may lead a country
HEADS = frozenset({"president", "prime minister", "chancellor", "monarch", "head of state"})
UNNAMED = "(unnamed)"  # ends the name of one who is only told by office, however followed to
NOBODY = ("group", "unnamed")  # what `resolved` says of a participant who is no named person


class Key(Record):
    """What a participant is compared by: folded given name and surname, office, country.

    A group or an unnamed holder has no surname; `whole` is the folded name as it stands. `state`
    marks a country that stands for whoever spoke for it.
    """

    whole: str
    given: str
    surname: str
    role: str
    country: str
    named: bool
    state: bool = False


@lru_cache(maxsize=65536)
def _key(name: str, role: str | None, country: str | None, resolved: str) -> Key:
    named = resolved not in NOBODY and not name.endswith(UNNAMED)
    words = [fold_name(word) for word in name.split()]
    return Key(
        whole=" ".join(words),
        given=words[0] if named and len(words) > 1 else "",
        surname=words[-1] if named and words else "",
        role=office_kind(role, country),
        country=country or "",
        named=named,
        state=resolved == "group" and bool(country) and not role and is_country_name(name),
    )


def key_of(person: Participant, resolved: str) -> Key:
    """The key of a participant; `resolved` tells persons from groups and unnamed holders."""
    return _key(person.name, person.role, person.country, resolved)


@lru_cache(maxsize=16384)  # asked of everybody in every meeting that may be meant
def office_kind(role: str | None, country: str | None) -> str:
    """An office by its kind, so that "foreign secretary" and "foreign minister" compare equal."""
    told = (role or "").lower().removeprefix("the ")
    kinds = canonical_role(told, country or "")
    return kinds[0] if kinds else told


@lru_cache(maxsize=65536)
def words_of(key: Key) -> tuple[str, ...]:
    """What a participant is looked up by: two who are the same share one of these."""
    return tuple(_words(key))


def _words(key: Key) -> Iterator[str]:
    if key.named:
        yield key.surname
    else:
        yield f"={key.whole}"
    if key.role and key.country:
        yield f"{key.role}|{key.country}"
        if key.role in HEADS:
            yield f"{LEADER}|{key.country}"
    if key.country and (key.named or key.state):
        yield f"|{key.country}"


def is_same(one: Key, other: Key) -> bool:
    """Whether two keys stand for one person or group.

    A country stands for any one of its people: "Norway" for the Norwegian minister.
    """
    if one.named and other.named:
        return _same_names(one, other)
    if one.state or other.state:
        return one.country == other.country and _are_of_one_state(one, other)
    if one.named or other.named:  # a holder whom one report names and the other does not
        bare = one.surname == other.whole if one.named else other.surname == one.whole
        if bare:  # a headline's "Stone", which no parser knew for a name
            return True
        return bool(one.role and one.country) and _hold_one_office(one, other)
    if one.role and other.role and (one.country or other.country):
        return _hold_one_office(one, other)
    return one.whole == other.whole


def is_among(key: Key, known: Sequence[Key]) -> bool:
    """Whether a key stands for somebody whom several keys stand for: one agrees, none differs."""
    alike = [one for one in known if is_same(key, one)]
    return bool(alike) and all(one in alike or not (key.named and one.named) for one in known)


def _hold_one_office(one: Key, other: Key) -> bool:
    """Whether offices and countries are the same; "leader" is whoever leads the country."""
    if one.country != other.country:
        return False
    roles = {one.role, other.role}
    return len(roles) == 1 or (LEADER in roles and bool(roles & HEADS))


def _are_of_one_state(one: Key, other: Key) -> bool:
    return (one.state and other.state) or one.named or other.named


def _same_names(one: Key, other: Key) -> bool:
    if one.surname != other.surname:
        return False
    if one.country and other.country and one.country != other.country:
        return False
    if _is_by_title(one, other) or _is_by_title(other, one):
        return False
    return not (one.given and other.given) or one.given == other.given or _initial(one, other)


def _is_by_title(one: Key, other: Key) -> bool:
    """Whether a ruler's title keeps a bare name from one in full: "King Stone" from Karl Stone, of
    whom neither such a title nor the same country is told.
    """
    ruler = one.role.split()[-1:] and one.role.split()[-1] in ROYAL and not one.given
    royal = other.role.split()[-1:] and other.role.split()[-1] in ROYAL
    return bool(ruler and other.given) and not royal and not (one.country == other.country != "")


def _initial(one: Key, other: Key) -> bool:
    """Whether one given name is the initial of the other."""
    short, long = sorted((one.given.rstrip("."), other.given.rstrip(".")), key=len)
    return len(short) <= 2 and long.startswith(short[:1])
