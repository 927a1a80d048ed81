"""The page of a run: everything escaped, nothing from elsewhere, the worst first."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from html.parser import HTMLParser
from pathlib import Path

import pytest

from eval.charts import plot_lines, powers, round_steps
from eval.keep import keep_run
from eval.machine import describe_machine, describe_program
from eval.report import compare_runs, is_better, make_page, number, signed
from eval.run import Run, SuiteResult, summarise
from eval.suite import Cost, Item, Setup, Shown, mean
from eval.summary import Difference, Scored

EVIL = "<script>alert('x')</script> & <img src=http://example.org/a.png onerror=x>"


def item(number: int, value: float, split: str = "open", text: str = "rain") -> Item:
    return Item(
        id=f"note-{number}", split=split, kind=f"kind {number % 2}", outcome="answered",
        scores=(mean("answer accuracy", value), mean("Hits@10", 1)), seconds=0.01 * number,
        confidence=0.2 * number, gold_label="held", label="planned",
        shown=None if split == "closed" else Shown(
            asked=f"What of {text} {number}?", gold=text, answer=text, cited=(text,)
        ),
    )  # fmt: skip


def make_run(setup: Setup, text: str = "rain", digest: str = "d", better: float = 0.0) -> Run:
    scored = [
        Scored(
            system=system,
            items=(
                item(1, least), item(2, 1, text=text), item(3, 0.5, text=text),
                item(4, 0, "closed", "secret"),
            ),
            cost=Cost(ticks=((2, 1.0), (4, 3.0))),
            peak_mib=100.0,
        )
        for system, least in (("dateline", better), ("bm25", 0.0))
    ]  # fmt: skip
    told = SuiteResult(suite="notes", about=text, digest=digest, articles=4)
    return Run(
        started=datetime(2031, 5, 3, tzinfo=UTC), seconds=2.0, finished=True, suites=("notes",),
        setup=setup, program=describe_program(), machine=describe_machine(),
        results=(summarise(told, scored), SuiteResult(suite="none", absent="needs --data DIR")),
    )  # fmt: skip


@pytest.fixture
def setup(tmp_path: Path) -> Setup:
    return Setup(cache=tmp_path / "cache", systems=("dateline", "bm25"))


class Tags(HTMLParser):
    """The tags of a page, with every place that they fetch something from."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.names: set[str] = set()
        self.fetched: list[str] = []
        self.open: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names.add(tag)
        self.fetched += [v or "" for name, v in attrs if name in ("src", "href", "srcset", "data")]
        if tag not in ("meta", "br", "img", "line", "polyline", "circle"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in ("line", "polyline", "circle"):
            assert self.open.pop() == tag


def test_article_text_is_escaped_and_nothing_is_fetched(setup: Setup) -> None:
    page = make_page(make_run(setup, EVIL), make_run(setup, EVIL))
    tags = Tags(page)
    assert tags.open == []  # every tag is closed
    assert not tags.names & {"script", "img", "link", "iframe"} and tags.fetched == []
    assert "&lt;script&gt;" in page and "url(" not in page and "@import" not in page


def test_the_worst_case_stands_first_and_closed_ones_nowhere(setup: Setup) -> None:
    page = make_page(make_run(setup))
    asked = re.findall(r"<h4>What of rain (\d)", page)
    assert asked == ["1", "3", "2"]
    assert "secret" not in page and "1 cases of the split" in page


def test_what_is_on_the_page(setup: Setup) -> None:
    page = make_page(make_run(setup))
    assert page.count("<svg") == 3  # latency, indexing, reliability
    for text in ("dateline − bm25", "kind 1", "needs --data DIR", "no earlier record", "Not run"):
        assert text in page
    assert "One size of archive was measured" in page


def test_no_reliability_is_drawn_where_nobody_says_how_sure(setup: Setup) -> None:
    run = make_run(setup)
    unsure = [
        scored.model_copy(
            update={"items": tuple(i.model_copy(update={"confidence": None}) for i in scored.items)}
        )
        for scored in run.results[0].scored
    ]
    result = run.results[0].model_copy(update={"scored": tuple(unsure)})
    page = make_page(run.model_copy(update={"results": (result,)}))
    assert page.count("<svg") == 2 and "No system here says how sure it is" in page


def test_comparison_with_an_earlier_run(setup: Setup) -> None:
    before, now = make_run(setup), make_run(setup, better=1.0)
    ours, other, *_ = compare_runs(now, before)
    (difference,) = ours.differences[0].differences
    assert difference is not None and difference.measure == "answer accuracy"
    assert (difference.difference, difference.cases) == (0.25, 4)
    assert all(d and d.difference == 0 for line in other.differences for d in line.differences)
    changed, *_ = compare_runs(now, make_run(setup, digest="other"))
    assert changed.reason == "other articles or questions: cannot be compared"


def test_the_second_run_into_a_folder_is_compared_with_the_first(
    setup: Setup, tmp_path: Path
) -> None:
    page = keep_run(make_run(setup), tmp_path / "report", None)
    assert "no earlier record" in page.read_text()
    later = make_run(setup).model_copy(update={"started": datetime(2031, 5, 4, tzinfo=UTC)})
    keep_run(later, tmp_path / "report", None)
    assert "Earlier: 03 May 2031" in page.read_text()
    assert len(list((tmp_path / "report").glob("run-*.json"))) == 2


def difference(measure: str, low: float | None, high: float | None) -> Difference:
    return Difference(
        split="all", measure=measure, system="a", other="b", difference=0.1, low=low, high=high,
        ratio=None, cases=9,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("measure", "low", "high", "better"),
    [
        ("Hits@10", 0.1, 0.3, True),
        ("Hits@10", -0.3, -0.1, False),
        ("Hits@10", -0.1, 0.3, None),
        ("Hits@10", 0.0, 0.3, None),
        ("seconds", 0.1, 0.3, False),
        ("words told", 10, 30, None),
        ("Hits@10", None, None, None),
    ],
)
def test_better(measure: str, low: float | None, high: float | None, better: bool | None) -> None:
    assert is_better(difference(measure, low, high)) is better


def test_numbers() -> None:
    assert [number(v) for v in (None, 0.41234, 12.345, 1850.2)] == ["–", "0.412", "12.3", "1,850"]
    assert [signed(v) for v in (None, 0.5, -0.5, 0.0)] == ["–", "+0.500", "−0.500", "0.000"]


def test_axes() -> None:
    assert round_steps(47) == [0, 20, 40, 60]
    assert round_steps(0) == [0, 1]
    assert powers(3, 900) == [1, 10, 100, 1000]
    assert powers(5, 5) == [1, 10]


def test_a_line_keeps_its_systems_colour() -> None:
    drawn = plot_lines({"bm25": [(0, 0), (1, 1)]}, ("x", "y <z>"), ["dateline", "bm25"])
    assert 'class="line s1"' in drawn and "&lt;z&gt;" in drawn
