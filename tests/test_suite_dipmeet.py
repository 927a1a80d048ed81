"""The adapter of dipmeet, on three invented stories and questions of its form."""

from __future__ import annotations

import gzip
import json
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import Any

import pytest

from eval.run import run_suite
from eval.suite import Setup
from eval.suite_dipmeet import SUITE, is_complete, read_case
from index.archive import Archive
from index.ingest import Progress

STORIES = [
    {"id": "n1", "source": "Harbour Post", "date": "2031-05-04", "title": "Ferry talks",
     "text": "Minister Anna Berg met envoy Karl Stone in Bergen on 3 May 2031 to talk of ferries."},
    {"id": "n2", "source": "Harbour Post", "date": "2031-06-01", "title": "Herring",
     "text": "Envoy Karl Stone will meet Eva Moen in Riga next week, his office said on Sunday."},
    {"id": "n3", "source": "Quay News", "date": "2031-05-04", "title": "Ferry talks",
     "text": "Minister Anna Berg met envoy Karl Stone in Bergen on 3 May 2031 to talk of ferries."},
]  # fmt: skip
COMMON = {"meeting_id": "m1", "corpora": ["x"], "gold_docs": ["n1", "n3"]}
QUESTIONS: list[dict[str, Any]] = [
    COMMON | {"id": "m1-where", "type": "where", "question": "Where did Anna Berg meet Karl Stone?",
              "answer": "Bergen", "accept": ["Bergen", "Hordaland", "Norway"]},
    COMMON | {"id": "m1-when", "type": "when", "question": "When did Anna Berg meet Karl Stone?",
              "answer": "2031-05-03", "accept_range": ["2031-05-03", "2031-05-03"],
              "also_accept": []},
    COMMON | {"id": "m1-who", "type": "who", "question": "Whom did Anna Berg meet in Bergen?",
              "answer": ["Karl Stone"], "also_accept_people": ["Ivo Lund"]},
    COMMON | {"id": "m2-status", "type": "status", "question": "Had they met, by n2?",
              "answer": "planned", "gold_docs": ["n2"]},
    {"id": "null-1", "type": "null", "corpora": ["x"], "question": "Whom did Ivo Lund meet?",
     "answer": None, "note": "", "official_record": {}},
]  # fmt: skip


def meter(unit: str) -> AbstractContextManager[Progress]:
    return nullcontext(lambda done, total: None)


@pytest.fixture
def setup(tmp_path: Path) -> Setup:
    folder = tmp_path / "data" / "dipmeet"
    folder.mkdir(parents=True)
    with gzip.open(folder / "archive.jsonl.gz", "wt", encoding="utf-8") as stream:
        stream.writelines(f"{json.dumps(story)}\n" for story in STORIES)
    meeting = {"id": "m1", "country": "Norway"}
    (folder / "meetings.jsonl").write_text(json.dumps(meeting) + "\n")
    (folder / "questions.jsonl").write_text("".join(f"{json.dumps(q)}\n" for q in QUESTIONS))
    return Setup(data=folder.parent, cache=tmp_path / "cache", systems=("bm25",))


def test_what_is_right_of_each_kind() -> None:
    cases = {q["type"]: read_case(q, {"m1": "Norway"}) for q in QUESTIONS}
    assert cases["where"].places == ("Bergen", "Hordaland")
    assert cases["where"].countries == ("Norway",)
    assert str(cases["when"].when[0].latest) == "2031-05-03"
    assert cases["who"].participants == ("Karl Stone",) and cases["who"].met_too == ("Ivo Lund",)
    assert (cases["status"].status, cases["status"].outcome) == ("planned", "only_planned")
    assert (cases["null"].outcome, cases["null"].articles) == ("not_in_archive", ())


def test_a_run_and_the_archive_that_it_keeps(setup: Setup) -> None:
    source = setup.find("dipmeet/archive.jsonl.gz")
    assert not is_complete(setup.cache / "dipmeet", source)
    result = run_suite(SUITE, setup, "code", meter)
    (scored,) = result.scored
    assert [item.id for item in scored.items] == [q["id"] for q in QUESTIONS]
    found = {(item.kind, s.measure): s for item in scored.items for s in item.scores}
    assert found["who", "participants recall"].part == 1
    assert found["where", "place named"].part == 1 and found["when", "date exact"].part == 1
    assert found["status", "Hits@10"].ineligible is None
    assert found["null", "Hits@10"].ineligible == "no article answers"
    # n3 tells the same text as n1: one article, found under either id
    assert found["where", "recall@10"].part == 1

    assert is_complete(setup.cache / "dipmeet", source)
    with Archive.open(setup.cache / "dipmeet") as archive:
        before = archive.generation
    run_suite(SUITE, setup, "code", meter)
    with Archive.open(setup.cache / "dipmeet") as archive:
        assert archive.generation == before  # not written to again


def test_nothing_of_a_closed_question_is_shown(setup: Setup) -> None:
    (scored,) = run_suite(SUITE, setup, "code", meter).scored
    assert {item.split for item in scored.items} == {"open", "closed"}
    assert all((item.shown is None) is (item.split == "closed") for item in scored.items)


def test_absent_without_data(tmp_path: Path) -> None:
    result = run_suite(SUITE, Setup(cache=tmp_path), "code", meter)
    assert result.absent == "needs --data DIR with dipmeet/archive.jsonl.gz"
