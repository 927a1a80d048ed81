"""Which reports tell of one meeting. The order in which they came has no say.

Two reports are of one meeting when at least two of those who take part are the same, the days meet,
the towns do not contradict each other, and a call is not set beside a visit. Reports with a day of
their own found the meetings; a vaguer one goes to the meeting that it fits best, if it fits one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from functools import cached_property

from index.identity import Key, is_same, key_of
from index.meeting_records import Mention, Status
from index.records import Record, When
from index.words import fold

SHARED = 2  # participants that two reports of one meeting have in common
AROUND = timedelta(days=45)  # between a report without a day and the meeting that it may tell of


class Told(Record):
    """A mention with what is known of the article that it stands in.

    `source` is the outlet that wrote it first, told apart from one that carries it.
    """

    mention: Mention
    written: When | None
    source: str

    @cached_property
    def keys(self) -> tuple[Key, ...]:
        return tuple(key_of(person, person.resolved) for person in self.mention.participants)

    @property
    def first(self) -> date | None:
        return self.mention.when.earliest if self.mention.when else None

    @property
    def last(self) -> date | None:
        return self.mention.when.latest if self.mention.when else None

    def was_written_by(self, day: date | None) -> bool:
        """Whether the article was there on a day: the earliest that it can have been written."""
        earliest = self.written.earliest if self.written else None
        return earliest is not None and (day is None or earliest <= day)

    @property
    def order(self) -> tuple[str, str, int]:
        """A place among all reports that depends on their content alone."""
        day = self.written.edtf if self.written else ""
        return (day, self.mention.article_id, self.mention.trigger.start)


def merge_reports(told: Iterable[Told]) -> list[list[Told]]:
    """The reports of each meeting, sorted; every report stands in exactly one.

    Those of one day found the meetings; then come those of several days, the narrowest first; then
    those without a day.
    """
    ordered = sorted(told, key=lambda one: (_width(one), one.order))
    groups = _join([one for one in ordered if _width(one) == timedelta()])
    for one in (one for one in ordered if _width(one) > timedelta()):
        _attach(one, groups)
    sorted_groups = [sorted(group, key=lambda one: one.order) for group in groups]
    return sorted(sorted_groups, key=lambda group: group[0].order)


def _width(one: Told) -> timedelta:
    """Between the first and last day of a report; the longest there is where an end is open."""
    if one.first is None or one.last is None:
        return timedelta.max
    return one.last - one.first


def _join(reports: Sequence[Told]) -> list[list[Told]]:
    """Groups of reports of which each fits another of its group."""
    parent = list(range(len(reports)))

    def top(n: int) -> int:
        while parent[n] != n:
            parent[n] = parent[parent[n]]
            n = parent[n]
        return n

    for n, m in _near_pairs(reports):
        if top(n) != top(m) and fits(reports[n], reports[m]):
            parent[top(n)] = top(m)
    groups: dict[int, list[Told]] = defaultdict(list)
    for n, report in enumerate(reports):
        groups[top(n)].append(report)
    return list(groups.values())


def _near_pairs(reports: Sequence[Told]) -> Iterator[tuple[int, int]]:
    """Pairs whose days can meet and who share a name, an office or a country: few of all pairs."""
    by_word: dict[str, list[int]] = defaultdict(list)
    for n, report in enumerate(reports):
        for word in {w for key in report.keys for w in (key.surname, key.country, key.whole) if w}:
            by_word[word].append(n)
    seen: set[tuple[int, int]] = set()
    for places in by_word.values():
        ordered = sorted(places, key=lambda n: (reports[n].first or date.min, n))
        for at, n in enumerate(ordered):
            for m in ordered[at + 1 :]:
                if (reports[m].first or date.min) - (reports[n].last or date.max) > timedelta():
                    break
                pair = (min(n, m), max(n, m))
                if pair not in seen:
                    seen.add(pair)
                    yield pair


def fits(one: Told, other: Told) -> bool:
    """Whether two reports may tell of one meeting."""
    a, b = one.mention, other.mention
    if (a.form == "call") != (b.form == "call"):
        return False
    if not _days_meet(one, other) or _towns_differ(a, b):
        return False
    shared = shared_people(one, other)
    same_town = bool(a.place and b.place)
    fewest = min(len(a.participants), len(b.participants))
    return shared >= SHARED or (
        fewest == 1 and shared == 1 and (same_town or a.article_id == b.article_id)
    )


def shared_people(one: Told, other: Told) -> int:
    """How many of one report's participants take part in the other, each counted once."""
    left = list(other.keys)
    shared = 0
    for key in one.keys:
        match = next((k for k in left if is_same(key, k)), None)
        if match:
            left.remove(match)
            shared += 1
    return shared


def _days_meet(one: Told, other: Told) -> bool:
    if one.first is None or one.last is None or other.first is None or other.last is None:
        return True
    return one.first <= other.last and other.first <= one.last


def _towns_differ(one: Mention, other: Mention) -> bool:
    """Whether both name a place and not the same; a country holds its towns."""
    if not one.place or not other.place:
        return False
    a, b = fold(one.place).lower(), fold(other.place).lower()
    if a == b or a in b or b in a:
        return False
    return not (one.country and one.country == other.country and (_is_wide(one) or _is_wide(other)))


def _is_wide(mention: Mention) -> bool:
    """Whether the place of a mention is only its country."""
    from index.gazetteer import is_country_name

    return mention.place is not None and is_country_name(mention.place)


def _attach(one: Told, groups: list[list[Told]]) -> None:
    """Puts a report without a day of its own where it fits best, or by itself."""
    best: tuple[float, int] | None = None
    for n, group in enumerate(groups):
        score = max((_closeness(one, other) for other in group), default=0.0)
        if score > 0 and (best is None or score > best[0]):
            best = (score, n)
    if best:
        groups[best[1]].append(one)
    else:
        groups.append([one])


def _closeness(one: Told, other: Told) -> float:
    """How near a vague report is to another: 0 where it does not fit, more in the same article."""
    if not fits(one, other):
        return 0.0
    if one.first and one.last and other.first:
        return 5.0 + shared_people(one, other) / 10
    if one.mention.article_id == other.mention.article_id:
        return 3.0 + (one.mention.status is other.mention.status)
    day, written = other.first or _written(other), _written(one)
    if day is None or written is None:
        return 0.0
    apart = abs(written - day)
    held_ahead = one.mention.status is Status.HELD and day > written
    return 0.0 if apart > AROUND or held_ahead else 1.0 + 1.0 / (1 + apart.days)


def _written(one: Told) -> date | None:
    return one.written.latest if one.written else None
