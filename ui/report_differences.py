"""Where reports of one meeting tell a field otherwise: in what word, and which of them stand apart.

`Meeting.conflicts` (index/meeting_conflicts.py) holds what cannot both be right; here every field
is compared as the reports stand beside each other, a plan beside what came of it too.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from index.gazetteer import is_country_name
from index.identity import is_same, key_of
from index.meeting_records import Attendant, Meeting, Mention
from index.records import Record, When
from index.words import fold

DIFFERS, CHANGED = "differs", "changed"
NOT_IN_ALL = "not in every report"
EXACT = "not equally exact"
FRESH = "freshness"  # the kind of a conflict in which the later report stands


class Difference(Record):
    """The word for a field that reports tell otherwise, and which of them (from 0) stand apart.

    Apart are those that fewest agree with; all of them where no value has the most reports.
    """

    word: str
    apart: frozenset[int]


def find_difference(
    field: str, mentions: Sequence[Mention | None], meeting: Meeting
) -> Difference | None:
    """How the reports differ in a field; None where they agree, or fewer than two tell it."""
    told = [(n, value) for n, one in enumerate(mentions) if one and (value := _read(one, field))]
    groups = _group(told, ALIKE.get(field, _is_equal))
    if len(groups) < 2:
        uneven = field == "when" and len({when.edtf for _, when in told}) > 1
        return Difference(word=EXACT, apart=frozenset()) if uneven else None
    most = max(map(len, groups))
    largest = [group for group in groups if len(group) == most]
    apart = [group for group in groups if len(largest) > 1 or group is not largest[0]]
    return Difference(word=_find_word(field, meeting), apart=frozenset().union(*apart))


def find_strangers(mentions: Sequence[Mention | None]) -> list[frozenset[str]]:
    """For each report the names of those whom not every other report that names people names."""
    casts = [one.participants if one else () for one in mentions]
    return [
        frozenset(
            who.name
            for who in cast
            if not all(_is_in(who, other) for m, other in enumerate(casts) if other and m != n)
        )
        for n, cast in enumerate(casts)
    ]


def _read(one: Mention, field: str) -> Any:
    """What a report tells of a field; nothing where it tells none, or a day without an end."""
    value = getattr(one, field)
    if isinstance(value, When) and not (value.earliest and value.latest):
        return None
    return value


def _group(told: Iterable[tuple[int, Any]], alike: Callable[[Any, Any], bool]) -> list[set[int]]:
    """The reports by what they tell: a value joins the first group with all of which it agrees."""
    groups: list[list[tuple[int, Any]]] = []
    for n, value in told:
        fitting = (group for group in groups if all(alike(value, other) for _, other in group))
        group = next(fitting, None)
        if group is None:
            groups.append(group := [])
        group.append((n, value))
    return [{n for n, _ in group} for group in groups]


def _find_word(field: str, meeting: Meeting) -> str:
    """Whether what came later stands, as where a plan was held, or they contradict each other."""
    kinds = {conflict.kind for conflict in meeting.conflicts if conflict.field == field}
    if field == "status":
        return CHANGED if kinds <= {FRESH} else DIFFERS
    return CHANGED if kinds == {FRESH} else DIFFERS


def _is_equal(one: object, other: object) -> bool:
    return one == other


def _is_one_place(one: str, other: str) -> bool:
    """One holds the other, or one is a country, which says less than a town."""
    first, second = _fold(one), _fold(other)
    of_countries = is_country_name(one) is not is_country_name(other)
    return of_countries or first in second or second in first


def _is_one_day(one: When, other: When) -> bool:
    return bool(
        one.earliest and one.latest and other.earliest and other.latest
        and one.earliest <= other.latest and other.earliest <= one.latest
    )  # fmt: skip


def _is_in(who: Attendant, cast: Iterable[Attendant]) -> bool:
    key = key_of(who, who.resolved)
    return any(is_same(key, key_of(other, other.resolved)) for other in cast)


def _fold(value: str) -> str:
    return " ".join(fold(value).casefold().removeprefix("the ").split())


ALIKE: dict[str, Callable[[Any, Any], bool]] = {
    "place": _is_one_place, "venue": _is_one_place, "when": _is_one_day,
}  # fmt: skip
