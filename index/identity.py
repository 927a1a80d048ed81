"""Whether two participants of different reports are one person or group.

Likeness alone joins nobody: the surnames must be equal once transliteration is folded, and given
names, offices and countries must not contradict each other.
"""

from __future__ import annotations

from functools import lru_cache

from index.meeting_records import Participant
from index.offices import canonical_role
from index.records import Record
from index.spellings import fold_name


class Key(Record):
    """What a participant is compared by: folded given name and surname, office, country.

    A group or an unnamed holder has no surname; `whole` is the folded name as it stands.
    """

    whole: str
    given: str
    surname: str
    role: str
    country: str
    named: bool


@lru_cache(maxsize=65536)
def _key(name: str, role: str | None, country: str | None, named: bool) -> Key:
    words = [fold_name(word) for word in name.split()] if named else []
    return Key(
        whole=" ".join(fold_name(word) for word in name.split()),
        given=words[0] if len(words) > 1 else "",
        surname=words[-1] if words else "",
        role=office_kind(role, country),
        country=country or "",
        named=named,
    )


def key_of(person: Participant, resolved: str) -> Key:
    """The key of a participant; `resolved` tells persons from groups and unnamed holders."""
    return _key(person.name, person.role, person.country, resolved not in ("group", "unnamed"))


def office_kind(role: str | None, country: str | None) -> str:
    """An office by its kind, so that "foreign secretary" and "foreign minister" compare equal."""
    told = (role or "").lower().removeprefix("the ")
    kinds = canonical_role(told, country or "")
    return kinds[0] if kinds else told


def is_same(one: Key, other: Key) -> bool:
    """Whether two keys stand for one person or group."""
    if one.named and other.named:
        return _same_names(one, other)
    if one.named or other.named:  # a holder whom one report names and the other does not
        held = bool(one.role and one.country)
        return held and (one.role, one.country) == (other.role, other.country)
    if one.role and other.role and (one.country or other.country):
        return (one.role, one.country) == (other.role, other.country)
    return one.whole == other.whole


def _same_names(one: Key, other: Key) -> bool:
    if one.surname != other.surname:
        return False
    if one.country and other.country and one.country != other.country:
        return False
    return not (one.given and other.given) or one.given == other.given or _initial(one, other)


def _initial(one: Key, other: Key) -> bool:
    """Whether one given name is the initial of the other."""
    short, long = sorted((one.given.rstrip("."), other.given.rstrip(".")), key=len)
    return len(short) <= 2 and long.startswith(short[:1])
