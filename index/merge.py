"""Which reports tell of one meeting. The order in which they came has no say.

Two reports are of one meeting when at least two of those who take part are the same, the days meet,
the towns do not contradict each other, and a call is not set beside a visit; and so with all that
is told of that meeting (index/merge_groups.py). Reports of a day found the meetings, those with
most people first; then come those of one person, and at last those without a day of their own,
which join only what they cannot but mean.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from index.identity import words_of
from index.meeting_records import Status
from index.merge_groups import SHARED, Group
from index.reported import Told

__all__ = ["Told", "merge_reports"]

NARROW = timedelta(days=7)  # the days that a report may leave open and still found a meeting
A_MONTH = timedelta(days=31)  # a report that leaves more open joins only within its article
NEWS = 7  # days within which a meeting without a day is told of as news
PLAN = 30  # days that a plan without a day may lie ahead
SAME_NEWS = 3  # days between reports of one thing of which none tells the day


def merge_reports(told: Iterable[Told]) -> list[list[Told]]:
    """The reports of each meeting, sorted; every report stands in exactly one.

    What joins what depends on the reports alone: they are gone through in an order of their own.
    """
    ordered = sorted(told, key=_rank)
    exact = [one for one in ordered if one.width <= NARROW]
    groups = _gather(exact)
    vague = _Vague(groups)
    left = [one for one in ordered if one.width > NARROW and not vague.attach(one)]
    groups += _gather_undated(left)
    merged = [sorted(group.reports, key=lambda one: one.order) for group in groups]
    return sorted(merged, key=lambda group: group[0].order)


def _rank(one: Told) -> tuple[bool, timedelta, int, tuple[str, str, int]]:
    """Reports of several people first, of these the most exact, of these those of most people."""
    few = len(one.keys) < SHARED
    return few, one.width, -len(one.keys), one.order


def _gather(reports: Iterable[Told]) -> list[Group]:
    """Groups of reports with days of their own: each joins the group that it shares most with."""
    groups: list[Group] = []
    by_day: dict[tuple[str, date], list[int]] = defaultdict(list)
    for one in reports:
        blocks = [(word, day) for word in _words(one) for day in _days(one)]
        found = _best(one, groups, {n for block in blocks for n in by_day.get(block, ())})
        if found is None:
            found = len(groups)
            groups.append(Group(one))
        else:
            groups[found].add(one)
        for block in blocks:
            if found not in by_day[block]:
                by_day[block].append(found)
    return groups


def _words(one: Told) -> Iterator[str]:
    """What a report is looked up by; one of nobody by its town."""
    yield from dict.fromkeys(word for key in one.keys for word in words_of(key))
    if one.mention.place and not one.keys:
        yield f"@{one.mention.place.casefold()}"


def _days(one: Told) -> Iterator[date]:
    if one.first and one.last:
        yield from (one.first + timedelta(days=n) for n in range((one.last - one.first).days + 1))


def _best(one: Told, groups: list[Group], near: Iterable[int]) -> int | None:
    """The group that a report shares most with; of equals the one with most reports, then first.

    One who met several that day is put with none of them.
    """
    fitting = [n for n in near if groups[n].fits(one)]
    if len(one.keys) < SHARED and len(fitting) > 1:
        own = [n for n in fitting if one.mention.article_id in groups[n].articles]
        fitting = own if len(own) == 1 else []
    score = {n: (groups[n].count_shared(one), len(groups[n].reports), -n) for n in fitting}
    return max(fitting, key=lambda n: score[n], default=None)


class _Vague:
    """Puts reports without a day of their own with meetings that have one."""

    def __init__(self, groups: list[Group]) -> None:
        self._groups = groups
        self._by_word: dict[str, list[tuple[date, int]]] = defaultdict(list)
        self._by_article: dict[str, list[int]] = defaultdict(list)
        for n, group in enumerate(groups):
            for article in group.articles:
                self._by_article[article].append(n)
            for word in group.words():
                self._by_word[word].append((group.first or date.min, n))
        for listed in self._by_word.values():
            listed.sort()

    def attach(self, one: Told) -> bool:
        """Whether it found the one meeting that it means, and was put there."""
        distances = {n: _distance(one, self._groups[n]) for n in self._near(one)}
        near = {n: days for n, days in distances.items() if days is not None}
        fitting = [n for n in near if self._groups[n].surely_fits(one)]
        least = min((near[n] for n in fitting), default=0)
        nearest = [n for n in fitting if near[n] == least]
        if len(nearest) != 1:
            return False
        self._groups[nearest[0]].add(one)
        return True

    def _near(self, one: Told) -> list[int]:
        """The groups of its article, and of about those days with as many of its people as it must
        share."""
        first, last = _window(one)
        own = self._by_article.get(one.mention.article_id, [])
        counted: Counter[int] = Counter()
        for key in one.keys:
            seen: set[int] = set()
            for word in words_of(key):
                listed = self._by_word.get(word, [])
                start = bisect_left(listed, (first, -1))
                end = bisect_right(listed, (last, len(self._groups)))
                seen.update(n for _, n in listed[start:end])
            counted.update(seen)
        shared = {n for n, people in counted.items() if people >= min(SHARED, len(one.keys))}
        return sorted(shared.union(own))


def _window(one: Told) -> tuple[date, date]:
    """The days on which a meeting may begin that a report without a day means."""
    if one.first and one.last:
        return one.first - NARROW, one.last
    day = one.written_on
    if day is None or date.max - day < A_MONTH or day - date.min < A_MONTH:
        return date.min, date.max
    return day - timedelta(days=NEWS) - NARROW, day + timedelta(days=PLAN)


def _distance(one: Told, group: Group) -> int | None:
    """How far a report without a day is from a meeting; None where it cannot but mean another."""
    same_article = one.mention.article_id in group.articles
    if one.first or one.last:
        return 0 if same_article or one.width <= A_MONTH else None
    if same_article:
        inside = [o for o in group.reports if o.mention.article_id == one.mention.article_id]
        return -1 if any(_same_time(one, other) for other in inside) else None
    if one.mention.background or not (one.written_on and group.first and group.last):
        return None
    if one.is_ahead:
        days = (group.first - one.written_on).days
        return days if 0 <= days <= PLAN else None
    days = (one.written_on - group.last).days
    return max(days, 0) if one.written_on >= group.first and days <= NEWS else None


def _same_time(one: Told, other: Told) -> bool:
    """Whether both look ahead, both back, or both deny."""
    denied = (one.mention.status is Status.DENIED) is (other.mention.status is Status.DENIED)
    return one.is_ahead is other.is_ahead and denied


def _gather_undated(reports: Iterable[Told]) -> list[Group]:
    """Groups of reports of which none tells the day: of one month, or of one piece of news."""
    groups: list[Group] = []
    by_time: dict[tuple[str, str], list[int]] = defaultdict(list)
    for one in reports:
        blocks = [(word, time) for word in _words(one) for time in _times(one)]
        near = {n for block in blocks for n in by_time.get(block, ())}
        same = {n for n in near if all(_same_news(one, other) for other in groups[n].reports)}
        found = _best(one, groups, same)
        if found is None:
            found = len(groups)
            groups.append(Group(one))
        else:
            groups[found].add(one)
        for block in blocks:
            by_time[block].append(found)
    return groups


def _times(one: Told) -> Iterator[str]:
    """What two reports of one piece of news share: a span of days, an article, a week."""
    if one.mention.when:
        yield one.mention.when.edtf
        return
    yield one.mention.article_id
    if one.written_on:
        week = one.written_on.toordinal() // 7
        yield from (f"week {n}" for n in (week - 1, week, week + 1))


def _same_news(one: Told, other: Told) -> bool:
    if one.mention.when or other.mention.when:
        a, b = one.mention.when, other.mention.when
        return bool(a and b) and (a and a.edtf) == (b and b.edtf)
    if one.mention.article_id == other.mention.article_id:
        return _same_time(one, other)
    if not (one.written_on and other.written_on) or one.mention.status != other.mention.status:
        return False
    return abs((one.written_on - other.written_on).days) <= SAME_NEWS
