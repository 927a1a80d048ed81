"""One self-contained page of a run: tables, plots, the worst cases, what changed since another run.

It opens from a disk without a network: no script, and nothing from elsewhere. Article text,
questions and names are escaped by the template engine (Jinja2), which escapes all but markup.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from importlib.resources import files

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from eval.charts import plot_lines, plot_reliability
from eval.intervals import quantile
from eval.reliability import Reliability, read_reliability
from eval.run import Run, SuiteResult
from eval.suite import Item, is_closed
from eval.summary import ALL, COSTS, LOW_IS_GOOD, NEITHER, Difference, Row, Scored, compare
from index.records import Record

MOST_SHOWN = 25  # worst cases on the page; the record holds all
STEPS = 40  # points of a curve of latency


class Line(Record):
    """A line of a table: a measure, or a group, with a row for each system that has one."""

    name: str
    rows: tuple[Row | None, ...]


class Compared(Record):
    """A line of a table of differences: a measure, with one for each pair that has it."""

    name: str
    differences: tuple[Difference | None, ...]


class Worst(Record):
    """A case with what every system made of it."""

    item: Item
    value: float
    others: tuple[tuple[str, float], ...]


class Change(Record):
    """What became of a system since the earlier run; `reason` says why it cannot be told."""

    suite: str
    system: str
    reason: str | None = None
    differences: tuple[Compared, ...] = ()


def make_page(run: Run, earlier: Run | None = None) -> str:
    """The page of a run, compared with an earlier one where there is one."""
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True)
    environment.filters |= {"number": number, "signed": signed, "percent": percent}
    environment.tests["better"] = lambda difference: is_better(difference) is True
    environment.tests["worse"] = lambda difference: is_better(difference) is False
    template = environment.from_string(_read("report.html.j2"))
    return template.render(
        run=run,
        earlier=earlier,
        css=Markup(_read("report.css")),
        suites=[SuiteView(result) for result in run.results],
        changes=list(compare_runs(run, earlier)) if earlier else [],
        sizes=plot_sizes(run),
        all=ALL,
    )


class SuiteView:
    """A suite's result as the page shows it."""

    def __init__(self, result: SuiteResult) -> None:
        self.result = result
        self.systems = [scored.system for scored in result.scored]
        self.splits = list(dict.fromkeys(row.split for row in result.rows))
        self.whole = ALL if ALL in self.splits and len(self.splits) > 2 else None

    def main_split(self) -> str:
        """The split of the first table: all, or the only one."""
        return self.whole or next(split for split in self.splits)

    def lines(self, split: str) -> list[Line]:
        """The measures of a split; what no item is eligible for is left out."""
        unmeasured = self.result.unmeasured()
        rows = [r for r in self.result.rows if r.split == split and r.measure not in unmeasured]
        if split != ALL and not self.whole:
            rows += [row for row in self.result.rows if row.split == ALL and row.measure in COSTS]
        return self._lines(rows, "measure")

    def kinds(self) -> list[Line]:
        """The first measure by kind, the kinds with most cases first."""
        lines = self._lines(self.result.by_kind, "group")
        return sorted(lines, key=lambda line: -max(row.cases for row in line.rows if row))

    def outcomes(self) -> list[Line]:
        """The first measure by right outcome."""
        return self._lines(self.result.by_outcome, "group")

    def headline(self) -> str:
        """The suite's first measure, by which its cases are sorted."""
        return self.result.scored[0].items[0].scores[0].measure

    def pairs(self) -> list[tuple[str, str]]:
        """The systems that are compared."""
        return list(dict.fromkeys((d.system, d.other) for d in self.result.differences))

    def differences(self) -> list[Compared]:
        """Paired differences over the main split, a line a measure."""
        found: dict[str, dict[tuple[str, str], Difference]] = defaultdict(dict)
        for d in self.result.differences:
            if d.split == self.main_split():
                found[d.measure][d.system, d.other] = d
        return [
            Compared(name=name, differences=tuple(some.get(pair) for pair in self.pairs()))
            for name, some in found.items()
        ]

    def held_back(self) -> int:
        """How many closed items were scored and are not shown."""
        return sum(is_closed(item.split) for item in self.result.scored[0].items)

    def worst(self) -> list[Worst]:
        """The cases that the first system did worst on, worst first."""
        first, *others = self.result.scored
        found = {s.system: {item.id: item for item in s.items} for s in others}
        shown = sorted((item for item in first.items if item.shown), key=_worth)
        return [
            Worst(
                item=item,
                value=_value(item),
                others=tuple((s, _value(i[item.id])) for s, i in found.items() if item.id in i),
            )
            for item in shown[:MOST_SHOWN]
        ]

    def latency(self) -> Markup | None:
        """The share of items answered within so many milliseconds; None where none was timed."""
        lines = {s.system: list(_latencies(s)) for s in self.result.scored}
        lines = {system: points for system, points in lines.items() if points}
        if not lines:
            return None
        return plot_lines(lines, ("milliseconds", "share answered"), self.systems, log=True)

    def reliability(self) -> Markup | None:
        """Confidence against what the archive answers, of the system of `believed`."""
        found = self.believed()
        return plot_reliability([(one.said, one.share) for one in found.bins]) if found else None

    def believed(self) -> Reliability | None:
        """The reliability of the first system that says how sure it is."""
        found = (read_reliability(scored.items) for scored in self.result.scored)
        return next((one for one in found if one), None)

    def indexing(self) -> Markup | None:
        """Seconds to make ready against articles read; None where that was not measured."""
        lines = {
            s.system: [(0.0, 0.0), *((float(n), t) for n, t in s.cost.ticks)]
            for s in self.result.scored
            if s.cost and s.cost.ticks
        }
        return plot_lines(lines, ("articles read", "seconds"), self.systems) if lines else None

    def notes(self) -> list[str]:
        """What is to be said of costs that were not measured in this run."""
        return [f"{s.system}: {s.cost.note}" for s in self.result.scored if s.cost and s.cost.note]

    def _lines(self, rows: Sequence[Row], by: str) -> list[Line]:
        cells: dict[str, dict[str, Row]] = defaultdict(dict)
        for row in rows:
            cells[str(getattr(row, by))][row.system] = row
        return [
            Line(name=name, rows=tuple(found.get(system) for system in self.systems))
            for name, found in cells.items()
        ]


def compare_runs(run: Run, earlier: Run) -> Iterator[Change]:
    """What changed for each system, paired by item, where the same was measured."""
    before = {result.suite: result for result in earlier.results}
    for result in run.results:
        for scored in result.scored:
            past = before.get(result.suite)
            same = {s.system: s for s in past.scored} if past else {}
            told = {"suite": result.suite, "system": scored.system}
            if past is None or scored.system not in same:
                yield Change(**told, reason="was not in the earlier run")
            elif past.digest != result.digest:
                yield Change(**told, reason="other articles or questions: cannot be compared")
            else:
                renamed = same[scored.system].model_copy(update={"system": "earlier"})
                found = _whole(list(compare(scored, renamed)))
                lines = (Compared(name=d.measure, differences=(d,)) for d in found)
                yield Change(**told, differences=tuple(lines))


def plot_sizes(run: Run) -> Markup | None:
    """Median milliseconds against articles in the archive; None for fewer than two sizes."""
    lines: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for result in run.results:
        for scored in result.scored:
            times = [item.seconds for item in scored.items if item.seconds]
            if result.articles and times:
                point = float(result.articles), 1000 * quantile(times, 0.5)
                lines[scored.system].append(point)
    if len({size for points in lines.values() for size, _ in points}) < 2:
        return None
    ordered = {system: sorted(points) for system, points in lines.items()}
    return plot_lines(ordered, ("articles", "milliseconds"), run.setup.systems, log=True)


def is_better(difference: Difference) -> bool | None:
    """Whether a difference is for the better; None where its interval holds nothing at all."""
    low, high = difference.low, difference.high
    if difference.measure in NEITHER or low is None or high is None or low <= 0 <= high:
        return None
    return (low > 0) is not (difference.measure in LOW_IS_GOOD)


def number(value: float | None) -> str:
    """`0.412`, `12.3`, `850`; a dash for nothing."""
    if value is None:
        return "–"
    if abs(value) < 10:
        return f"{value:.3f}"
    return f"{value:.1f}" if abs(value) < 100 else f"{value:,.0f}"


def signed(value: float | None) -> str:
    """A number with its sign."""
    if value is None:
        return "–"
    sign = "+" if value > 0 else "−" if value < 0 else ""
    return f"{sign}{number(abs(value))}"


def percent(value: float | None) -> str:
    """A share as a place on a track from 0 to 100 %."""
    return f"{100 * min(1.0, max(0.0, value or 0.0)):.1f}%"


def _whole(differences: Sequence[Difference]) -> list[Difference]:
    return [d for d in differences if d.split == ALL] or list(differences)


def _value(item: Item) -> float:
    first = item.scores[0]
    return first.part / first.whole if first.whole else 0.0


def _worth(item: Item) -> tuple[float, float]:
    """The first measure, then the mean of the others: the worst case has the least."""
    rest = [s.part / s.whole for s in item.scores[1:] if s.whole and s.measure not in NEITHER]
    return _value(item), sum(rest) / len(rest) if rest else 0.0


def _latencies(scored: Scored) -> Iterator[tuple[float, float]]:
    times = sorted(1000 * item.seconds for item in scored.items if item.seconds)
    step = max(1, len(times) // STEPS)
    for at in [*range(0, len(times), step), len(times) - 1] if times else []:
        yield times[at], (at + 1) / len(times)


def _read(name: str) -> str:
    return files("eval").joinpath(name).read_text(encoding="utf-8")
