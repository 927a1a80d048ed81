"""A run over a toy suite: its record, its intervals, a stop and the way on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path

import pytest

from eval.keep import keep_run, last_run, read_run
from eval.run import Run, SuiteResult, run_suite, run_suites
from eval.suite import (
    Absent,
    Contender,
    Cost,
    Item,
    Opened,
    Ready,
    Setup,
    Shown,
    Suite,
    half_of,
    mean,
    not_for,
    rates,
)
from eval.summary import Row
from index.errors import DatelineError, UsageError
from index.ingest import Progress

IDS = tuple(f"note-{number}" for number in range(8))
Score = Callable[[str], Item]


def meter(unit: str) -> AbstractContextManager[Progress]:
    return nullcontext(lambda done, total: None)


class Notes:
    """Eight invented notes; `strong` is right on all, `weak` on every second. Counts its calls."""

    def __init__(self) -> None:
        self.scored: list[str] = []
        self.stop_at: str | None = None

    def suite(self) -> Suite:
        """The suite over the notes."""
        return Suite("notes", "invented notes", self._open)

    @contextmanager
    def _open(self, setup: Setup, meter: object) -> Iterator[Opened]:
        contenders = (
            Contender("strong", IDS, lambda: nullcontext(Ready(self._scorer("strong")))),
            Contender("weak", IDS, lambda: nullcontext(Ready(self._scorer("weak"), COST))),
        )
        yield Opened(digest="d" * 16, contenders=contenders, articles=8)

    def _scorer(self, system: str) -> Score:
        def score(id: str) -> Item:
            if f"{system} {id}" == self.stop_at:
                raise KeyboardInterrupt
            self.scored.append(f"{system} {id}")
            right = system == "strong" or int(id[-1]) % 2 == 0
            odd = not_for("even only", "an odd note") if int(id[-1]) % 2 else mean("even only", 1)
            return Item(
                id=id, split="open", kind="odd" if int(id[-1]) % 2 else "even", outcome="held",
                scores=(mean("right", right), odd, *rates("words", found=2, right=1, expected=4)),
                seconds=0.01, gold_label="held", label="held" if right else "planned",
                shown=Shown(asked=f"What does {id} say?", gold="rain", answer="rain"),
            )  # fmt: skip

        return score


COST = Cost(ticks=((4, 1.0), (8, 3.0)))


@pytest.fixture
def setup(tmp_path: Path) -> Setup:
    return Setup(cache=tmp_path / "cache")


def row(result: SuiteResult, measure: str, system: str) -> Row:
    return next(r for r in result.rows if (r.measure, r.system) == (measure, system))


def test_rows_of_a_run(setup: Setup) -> None:
    result = run_suite(Notes().suite(), setup, "code", meter)
    weak = row(result, "right", "weak")
    assert (weak.value, weak.cases) == (0.5, 8)
    assert weak.low is not None and weak.high is not None and 0 < weak.low < 0.5 < weak.high < 1
    assert row(result, "even only", "strong").cases == 4
    assert row(result, "words precision", "strong").value == 0.5
    assert row(result, "words recall", "strong").value == 0.25
    assert row(result, "words F1", "strong").value == pytest.approx(1 / 3)
    assert row(result, "articles per second", "weak").value == pytest.approx(8 / 3)
    assert row(result, "milliseconds, median", "weak").value == pytest.approx(10)
    assert (row(result, "peak memory, MiB", "weak").value or 0) > 10
    assert [(u.measure, u.reason, u.cases) for u in result.unscored] == [
        ("even only", "an odd note", 4)
    ]


def test_differences_are_paired_and_kinds_apart(setup: Setup) -> None:
    result = run_suite(Notes().suite(), setup, "code", meter)
    right = next(d for d in result.differences if d.measure == "right")
    assert (right.system, right.other, right.difference, right.ratio) == ("strong", "weak", 0.5, 2)
    assert right.low is not None and right.low > 0
    by_kind = {(r.group, r.system): r.value for r in result.by_kind}
    assert by_kind[("odd", "weak")] == 0.0 and by_kind[("even", "weak")] == 1.0
    confused = {(c.system, c.right, c.given): c.cases for c in result.confusion}
    assert confused == {
        ("strong", "held", "held"): 8, ("weak", "held", "held"): 4, ("weak", "held", "planned"): 4,
    }  # fmt: skip


def test_a_stop_keeps_what_is_done_and_the_next_run_goes_on(setup: Setup) -> None:
    notes = Notes()
    notes.stop_at = "weak note-3"
    stopped = run_suite(notes.suite(), setup, "code", meter)
    assert stopped.stopped
    assert [(s.system, len(s.items)) for s in stopped.scored] == [("strong", 8), ("weak", 3)]
    assert row(stopped, "right", "weak").cases == 3

    notes.stop_at, notes.scored = None, []
    whole = run_suite(notes.suite(), setup, "code", meter)
    assert notes.scored == [f"weak note-{number}" for number in range(3, 8)]
    assert not whole.stopped and row(whole, "right", "weak").cases == 8

    notes.scored = []
    run_suite(notes.suite(), setup, "code", meter)
    assert len(notes.scored) == 16  # a run that was done is no ground to skip anything


def test_other_code_or_a_torn_line_is_scored_again(setup: Setup) -> None:
    notes = Notes()
    notes.stop_at = "strong note-4"
    run_suite(notes.suite(), setup, "code", meter)
    (journal,) = (setup.cache / "unfinished").iterdir()
    journal.write_text(journal.read_text()[:-40])  # the last line was being written

    notes.scored = []
    notes.stop_at = "strong note-5"
    run_suite(notes.suite(), setup, "code", meter)
    assert notes.scored[0] in ("strong note-3", "strong note-4")

    notes.scored, notes.stop_at = [], None
    run_suite(notes.suite(), setup, "other code", meter)
    assert len(notes.scored) == 16


def test_items_measured_differently_are_a_fault(setup: Setup) -> None:
    def score(id: str) -> Item:
        return Item(id=id, split="open", kind="any", scores=(mean(f"measure of {id}", 1),))

    opened = Opened("d", (Contender("one", IDS, lambda: nullcontext(Ready(score))),))
    suite = Suite("uneven", "", lambda setup, meter: nullcontext(opened))
    with pytest.raises(DatelineError, match="different measures"):
        run_suite(suite, setup, "code", meter)


def test_absent_data_is_one_line(setup: Setup) -> None:
    def open_suite(setup: Setup, meter: object) -> AbstractContextManager[Opened]:
        setup.find("weather/notes.jsonl")
        raise AssertionError

    result = run_suite(Suite("weather", "", open_suite), setup, "code", meter)
    assert result.absent == "needs --data DIR with weather/notes.jsonl"
    with pytest.raises(Absent):
        Setup(data=setup.cache).find("weather/notes.jsonl")


def test_a_suite_that_no_system_can_do_says_so(setup: Setup) -> None:
    suite = Suite("rhymes", "", lambda setup, meter: nullcontext(Opened("d", ())))
    result = run_suite(suite, setup, "code", meter)
    assert result.absent == "none of dateline can do what it measures"


def test_unknown_suite(setup: Setup) -> None:
    with pytest.raises(UsageError, match="no suite is called nonsense; there are own"):
        run_suites(["nonsense"], setup, meter)


def test_a_record_is_read_as_it_was_written(setup: Setup, tmp_path: Path) -> None:
    run = run_suites(["dipmeet"], setup, meter)
    assert run.finished and run.results[0].absent
    kept = keep_run(run, None, None)
    assert read_run(kept) == run == last_run(kept.parent)
    bad = tmp_path / "bad.json"
    bad.write_text("{}")
    with pytest.raises(UsageError, match="no record of this version"):
        read_run(bad)
    with pytest.raises(UsageError, match="cannot be read"):
        keep_run(run, None, tmp_path / "none.json")


def test_a_stopped_record_is_not_compared_with(setup: Setup) -> None:
    run = run_suites(["dipmeet"], setup, meter)
    stopped: Run = run.model_copy(update={"finished": False})
    assert last_run(keep_run(stopped, None, None).parent) is None


def test_half_of_the_ids_are_closed() -> None:
    halves = [half_of(f"talks-{number}") for number in range(400)]
    assert 150 < halves.count("closed") < 250 and set(halves) == {"open", "closed"}
