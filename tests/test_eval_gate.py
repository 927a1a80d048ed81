"""The eval gate: a worse system fails it, so do other articles, and pinning lowers nothing."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path

import pytest

from eval.asking import open_questions
from eval.cases import Case, read_cases
from eval.gate import FLOORS, GATED, QUESTIONS, Floor, Floors, find_faults, pin, read_floors
from eval.reply import Cited, Claim, Reply
from eval.run import SuiteResult, run_suite
from eval.suite import Meter, Opened, Setup, Suite
from eval.summary import Row
from eval.system import Opened as OpenedSystem
from eval.systems import SYSTEMS, Bm25
from index.archive import Archive
from index.ingest import Progress
from index.records import Outcome


def meter(unit: str) -> AbstractContextManager[Progress]:
    return nullcontext(lambda done, total: None)


class LastSentence(Bm25):
    """A broken system: it finds the best article and always answers with its last sentence."""

    def __init__(self, archive: Archive) -> None:
        super().__init__(archive)
        self._articles = archive

    def answer(self, case: Case) -> Reply:
        """The last sentence of the best article, whatever was asked."""
        article = self._articles.article(
            (self.rank(case) or [self._articles.list_articles()[0].id])[0]
        )
        last = self._articles.sentences(article)[-1]
        cited = Cited(article_id=article.id, start=last.start, end=last.end, quote=last.text)
        return Reply(
            outcome=Outcome.ANSWERED, claims=(Claim(text=last.text, citations=(0,)),),
            text=last.text, cited=(cited,), seconds=0.0,
        )  # fmt: skip


def measure(archive: Archive, tmp_path: Path, cases: list[Case]) -> SuiteResult:
    @contextmanager
    def open_suite(setup: Setup, meter: Meter) -> Iterator[Opened]:
        yield open_questions(archive, cases, setup, meter)

    setup = Setup(sample=QUESTIONS, cache=tmp_path)
    return run_suite(Suite("own", "", open_suite), setup, "code", meter)


@pytest.fixture
def broken(archive: Archive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> SuiteResult:
    opened = OpenedSystem(LastSentence(archive))
    monkeypatch.setitem(SYSTEMS, "dateline", lambda *_: nullcontext(opened))
    return measure(archive, tmp_path, read_cases())


def test_the_floors_are_of_the_sample_archive_and_its_questions(broken: SuiteResult) -> None:
    assert broken.digest == read_floors().digest, "pin anew: python -m eval.gate --pin"


def test_a_broken_system_fails_the_gate(broken: SuiteResult) -> None:
    faults = " ".join(find_faults(broken, read_floors()))
    for split in ("open", "closed", "tune", "check", "all"):
        assert f"{split}, answer accuracy" in faults
    assert "all, declining F1" in faults and "all, answering sentence first" in faults


def test_every_gated_measure_has_a_floor_above_nothing() -> None:
    floors = {f.measure: f.floor for f in read_floors().floors if f.split == "all"}
    assert set(floors) == set(GATED) and min(floors.values()) > 0


def test_a_changed_corpus_fails_until_pinned(
    archive: Archive, tmp_path: Path, broken: SuiteResult
) -> None:
    reworded = read_cases()
    chosen = {item.id for item in broken.scored[0].items}
    at = next(n for n, case in enumerate(reworded) if case.id in chosen)
    reworded[at] = reworded[at].model_copy(update={"question": "Who won the regatta?"})
    changed = measure(archive, tmp_path, reworded)
    assert changed.digest != broken.digest
    floors = pin(broken, Floors(digest="", noise=1, floors=()))
    assert list(find_faults(broken, floors)) == []
    assert any("have changed" in fault for fault in find_faults(changed, floors))


def result(value: float | None, digest: str = "d", stopped: bool = False) -> SuiteResult:
    row = Row(split="all", measure="Hits@10", value=value, cases=20)
    rows = (row, row.model_copy(update={"measure": "seconds"}))
    return SuiteResult(suite="own", rows=rows, digest=digest, stopped=stopped)


def floors(floor: float, noise: float = 1.0) -> Floors:
    pinned = Floor(split="all", measure="Hits@10", floor=floor, cases=20)
    return Floors(digest="d", noise=noise, floors=(pinned,))


@pytest.mark.parametrize(
    ("value", "faults"),
    [(0.8, 0), (0.9, 0), (0.75, 0), (0.74, 1), (None, 1)],  # one case of twenty is noise
)
def test_a_drop_beyond_noise(value: float | None, faults: int) -> None:
    assert len(list(find_faults(result(value), floors(0.8)))) == faults


def test_a_stopped_run_holds_nothing_up() -> None:
    assert list(find_faults(result(1.0, stopped=True), floors(0.8))) == [
        "the run was stopped before it was done"
    ]


@pytest.mark.parametrize(("measured", "kept"), [(0.7, 0.8), (0.9, 0.9), (None, 0.8)])
def test_pinning_raises_and_never_lowers(measured: float | None, kept: float) -> None:
    pinned = pin(result(measured, digest="new"), floors(0.8))
    assert pinned.digest == "new"
    assert [(f.measure, f.floor) for f in pinned.floors] == [("Hits@10", kept)]


def test_after_pinning_a_drop_still_fails() -> None:
    pinned = pin(result(0.5, digest="new"), floors(0.8))
    assert list(find_faults(result(0.5, digest="new"), pinned)) == [
        "all, Hits@10: 0.500 is below the floor 0.8"
    ]


def test_the_pinned_file_is_written_as_it_is_read() -> None:
    assert FLOORS.read_text(encoding="utf-8") == read_floors().model_dump_json(indent=1) + "\n"
