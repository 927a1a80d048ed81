"""From scored items to a table: a value, an interval and a number of cases for every measure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from eval.intervals import (
    NONE,
    Interval,
    Share,
    difference_interval,
    quantile,
    quantile_interval,
    ratio,
    ratio_interval,
)
from eval.measures import confuse
from eval.suite import Cost, Item, Score
from index.records import Record

ALL = "all"  # the row over all splits
SPEEDS = (("milliseconds, median", 0.5), ("milliseconds, 95th percentile", 0.95))
COSTS = ("articles per second", "peak memory, MiB")
LOW_IS_GOOD = frozenset({"seconds", COSTS[1], *(name for name, _ in SPEEDS)})
NEITHER = frozenset({"words told"})


class Row(Record):
    """One measure for one system over one split; `value` is None where it divides by nothing.

    `low` and `high` are the ends of its 95 % bootstrap interval; `group` is a kind or an outcome in
    tables by those.
    """

    split: str
    measure: str
    value: float | None
    cases: int
    system: str = "dateline"
    low: float | None = None
    high: float | None = None
    group: str | None = None


class Difference(Record):
    """How much more `system` has of a measure than `other`, over the items that both have."""

    split: str
    measure: str
    system: str
    other: str
    difference: float
    low: float | None
    high: float | None
    ratio: float | None
    cases: int


class Confused(Record):
    """How often a right label was given another, or itself."""

    system: str
    right: str
    given: str
    cases: int


class Unscored(Record):
    """How many items had no value for a measure, and why."""

    measure: str
    reason: str
    cases: int


class Scored(Record):
    """All items of one system in a suite, with what it cost."""

    system: str
    items: tuple[Item, ...]
    cost: Cost | None = None
    peak_mib: float | None = None


def make_rows(scored: Scored) -> Iterator[Row]:
    """A row for each split and measure, then those over all splits, then the costs."""
    splits = list(dict.fromkeys(item.split for item in scored.items))
    for split in splits:
        yield from _rows_of(scored.system, split, [i for i in scored.items if i.split == split])
    if len(splits) > 1:
        yield from _rows_of(scored.system, ALL, scored.items)
    yield from _cost_rows(scored)


def make_group_rows(scored: Scored, by: str) -> Iterator[Row]:
    """The suite's first measure for each `kind` or `outcome`, over all splits."""
    groups: dict[str, list[Item]] = {}
    for item in scored.items:
        groups.setdefault(str(getattr(item, by) or ""), []).append(item)
    for group, items in sorted(groups.items()):
        if group:
            measure = items[0].scores[0].measure
            row = _row(scored.system, ALL, measure, [item.scores[0] for item in items])
            yield row.model_copy(update={"group": group})


def compare(one: Scored, other: Scored) -> Iterator[Difference]:
    """Paired differences of every measure, split by split and over all."""
    others = {item.id: item for item in other.items}
    pairs = [(item, others[item.id]) for item in one.items if item.id in others]
    splits = list(dict.fromkeys(item.split for item, _ in pairs))
    for split in [*splits, ALL] if len(splits) > 1 else splits:
        some = [pair for pair in pairs if split in (ALL, pair[0].split)]
        measures = [score.measure for score in some[0][0].scores]
        for at, measure in enumerate(measures):
            both = [(a.scores[at], b.scores[at]) for a, b in some]
            yield from _difference(split, measure, (one.system, other.system), both)
        timed = [(_seconds(a), _seconds(b)) for a, b in some if a.seconds and b.seconds]
        yield from _difference(split, "seconds", (one.system, other.system), timed)


def make_confusion(scored: Scored) -> Iterator[Confused]:
    """Right label against given label, where items have labels."""
    pairs = ((i.gold_label, i.label) for i in scored.items if i.gold_label and i.label)
    for (right, given), cases in sorted(confuse((str(a), str(b)) for a, b in pairs).items()):
        yield Confused(system=scored.system, right=right, given=given, cases=cases)


def list_unscored(items: Iterable[Item]) -> list[Unscored]:
    """Which measures do not apply to how many items, and why."""
    counted = Counter(
        (score.measure, score.ineligible)
        for item in items
        for score in item.scores
        if score.ineligible
    )
    return [Unscored(measure=m, reason=str(r), cases=n) for (m, r), n in counted.items()]


def _rows_of(system: str, split: str, items: Sequence[Item]) -> Iterator[Row]:
    for at, first in enumerate(items[0].scores):
        yield _row(system, split, first.measure, [item.scores[at] for item in items])
    timed = [item for item in items if item.seconds is not None]
    if timed:
        yield _row(system, split, "seconds", [_seconds(item) for item in timed])
        milliseconds = [1000 * (item.seconds or 0.0) for item in timed]
        for name, at_share in SPEEDS:
            ends = quantile_interval(milliseconds, at_share)
            value = quantile(milliseconds, at_share)
            yield _make_row(system, split, name, value, len(timed), ends)


def _row(system: str, split: str, measure: str, scores: Sequence[Score]) -> Row:
    counted = [score for score in scores if score.ineligible is None]
    share = _share(counted)
    cases = sum(score.whole > 0 for score in counted)
    return _make_row(system, split, measure, ratio(share), cases, ratio_interval(share))


def _make_row(
    system: str, split: str, measure: str, value: float | None, cases: int, ends: Interval
) -> Row:
    return Row(
        system=system, split=split, measure=measure, value=value, cases=cases,
        low=ends.low, high=ends.high,
    )  # fmt: skip


def _cost_rows(scored: Scored) -> Iterator[Row]:
    ticks = [(0, 0.0), *(scored.cost.ticks if scored.cost else ())]
    steps = [(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(ticks)]
    if steps:
        share = Share([articles for articles, _ in steps], [seconds for _, seconds in steps])
        yield _make_row(
            scored.system, ALL, COSTS[0], ratio(share), ticks[-1][0], ratio_interval(share)
        )
    if scored.peak_mib is not None:  # measured once: there is nothing to draw from
        yield _make_row(scored.system, ALL, COSTS[1], scored.peak_mib, 1, NONE)


def _difference(
    split: str, measure: str, systems: tuple[str, str], pairs: Sequence[tuple[Score, Score]]
) -> Iterator[Difference]:
    both = [(a, b) for a, b in pairs if a.ineligible is None and b.ineligible is None]
    one, other = _share([a for a, _ in both]), _share([b for _, b in both])
    here, there = ratio(one), ratio(other)
    if here is None or there is None:
        return
    low, high = difference_interval(one, other)
    yield Difference(
        split=split, measure=measure, system=systems[0], other=systems[1],
        difference=here - there, low=low, high=high,
        ratio=here / there if there else None, cases=len(both),
    )  # fmt: skip


def _share(scores: Sequence[Score]) -> Share:
    return Share([score.part for score in scores], [score.whole for score in scores])


def _seconds(item: Item) -> Score:
    return Score(measure="seconds", part=item.seconds or 0.0)
