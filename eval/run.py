"""Runs suites and gives a record of what came out; for `dateline eval`.

A suite (eval/suites.py) says what is scored and on whom; here every item is scored once for every
system, noted as soon as it is (a run that was stopped goes on from there), and summed up.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from datetime import UTC, datetime
from itertools import combinations

from eval.journal import Journal, Line
from eval.machine import Machine, Program, describe_machine, describe_program, peak_mib, reset_peak
from eval.suite import Absent, Contender, Item, Meter, Setup, Suite
from eval.suites import find_suites
from eval.summary import (
    Confused,
    Difference,
    Row,
    Scored,
    Unscored,
    compare,
    list_unscored,
    make_confusion,
    make_group_rows,
    make_rows,
)
from eval.systems import check_systems
from index.errors import DatelineError
from index.records import Record


class SuiteResult(Record):
    """What a suite gave; `absent` says why it could not run, `stopped` that it was cut short."""

    suite: str
    rows: tuple[Row, ...] = ()
    absent: str | None = None
    about: str = ""
    digest: str = ""  # of the articles and questions
    articles: int | None = None
    stopped: bool = False
    by_kind: tuple[Row, ...] = ()
    by_outcome: tuple[Row, ...] = ()
    differences: tuple[Difference, ...] = ()
    confusion: tuple[Confused, ...] = ()
    unscored: tuple[Unscored, ...] = ()
    scored: tuple[Scored, ...] = ()

    def unmeasured(self) -> list[str]:
        """The measures for which no item of the suite is eligible."""
        names = dict.fromkeys(row.measure for row in self.rows)
        return [n for n in names if not any(r.cases for r in self.rows if r.measure == n)]


class Run(Record):
    """A run as it is kept: what was asked for, with what, where and when, and what came out."""

    started: datetime
    seconds: float
    finished: bool
    suites: tuple[str, ...]
    setup: Setup
    program: Program
    machine: Machine
    results: tuple[SuiteResult, ...]


def run_suites(names: Sequence[str], setup: Setup, meter: Meter) -> Run:
    """The record of a run; where it is stopped by Ctrl-C, of what was done by then.

    Raises UsageError for an unknown suite or system, or a question that cannot be scored.
    """
    suites = find_suites(tuple(names))
    check_systems(setup.systems)
    started, clock = datetime.now(UTC), time.monotonic()
    program = describe_program()
    results: list[SuiteResult] = []
    for suite in suites:
        results.append(run_suite(suite, setup, program.code, meter))
        if results[-1].stopped:
            break
    return Run(
        started=started,
        seconds=round(time.monotonic() - clock, 2),
        finished=not results[-1].stopped,
        suites=tuple(suite.name for suite in suites),
        setup=setup,
        program=program,
        machine=describe_machine(),
        results=tuple(results),
    )


def run_suite(suite: Suite, setup: Setup, code: str, meter: Meter) -> SuiteResult:
    """What one suite gives; nothing is scored twice that an unfinished run has scored."""
    scored: list[Scored] = []
    journal = Journal(setup, suite.name, code)
    stopped, digest, articles = False, "", None
    try:
        with suite.open(setup, meter) as opened:
            digest, articles = opened.digest, opened.articles
            noted = journal.read(digest)
            for contender in opened.contenders:
                scoring = Scoring(suite.name, digest, contender, journal, noted)
                try:
                    scoring.run(meter)
                finally:
                    scored.append(scoring.result())
    except Absent as missing:
        return SuiteResult(suite=suite.name, about=suite.about, absent=str(missing))
    except KeyboardInterrupt:
        stopped = True
    else:
        journal.close()
    if not scored and not stopped:
        reason = f"none of {', '.join(setup.systems)} can do what it measures"
        return SuiteResult(suite=suite.name, about=suite.about, absent=reason)
    told = SuiteResult(
        suite=suite.name, about=suite.about, digest=digest, articles=articles, stopped=stopped
    )
    return summarise(told, [one for one in scored if one.items])


class Scoring:
    """One system's way through the items of a suite."""

    def __init__(
        self, suite: str, digest: str, contender: Contender, journal: Journal, noted: list[Line]
    ) -> None:
        self._line = Line(suite=suite, digest=digest, system=contender.system)
        self._contender, self._journal = contender, journal
        lines = [line for line in noted if line.system == contender.system]
        self._items = {line.item.id: line.item for line in lines if line.item}
        self._cost = next((line.cost for line in lines if line.cost), None)
        self._peak = max((line.peak_mib for line in lines if line.peak_mib), default=None)

    def run(self, meter: Meter) -> None:
        """Scores what is not scored yet; the system is opened only where something is left."""
        left = [id for id in self._contender.ids if id not in self._items]
        if not left:
            return
        reset_peak()
        with ExitStack() as stack:
            ready = stack.enter_context(self._contender.open())
            self._cost = self._cost or ready.cost
            progress = stack.enter_context(meter(f"{self._contender.system} items"))
            stack.callback(self._note_peak)
            for id in left:
                self._note(ready.score(id))
                progress(len(self._items), len(self._contender.ids))

    def result(self) -> Scored:
        """What is scored by now, in the suite's order."""
        items = tuple(self._items[id] for id in self._contender.ids if id in self._items)
        return Scored(
            system=self._contender.system, items=items, cost=self._cost, peak_mib=self._peak
        )

    def _note(self, item: Item) -> None:
        self._items[item.id] = item
        self._journal.add(self._line.model_copy(update={"item": item}))

    def _note_peak(self) -> None:
        self._peak = max(self._peak or 0.0, round(peak_mib(), 1))
        self._journal.add(
            self._line.model_copy(update={"peak_mib": self._peak, "cost": self._cost})
        )


def summarise(told: SuiteResult, scored: Sequence[Scored]) -> SuiteResult:
    """A suite's result with all its tables."""
    _check_measures(scored)
    update = {
        "rows": tuple(row for one in scored for row in make_rows(one)),
        "by_kind": tuple(row for one in scored for row in make_group_rows(one, "kind")),
        "by_outcome": tuple(row for one in scored for row in make_group_rows(one, "outcome")),
        "differences": tuple(_compare_all(scored)),
        "confusion": tuple(row for one in scored for row in make_confusion(one)),
        "unscored": tuple(list_unscored(scored[0].items) if scored else ()),
        "scored": tuple(scored),
    }
    return told.model_copy(update=update)


def _compare_all(scored: Sequence[Scored]) -> Iterator[Difference]:
    for one, other in combinations(scored, 2):
        yield from compare(one, other)


def _check_measures(scored: Sequence[Scored]) -> None:
    """Every item has every measure, or its mean could not be trusted."""
    listed = {tuple(score.measure for score in item.scores) for s in scored for item in s.items}
    if len(listed) > 1:
        raise DatelineError(f"items of one suite were scored by different measures: {listed}")
