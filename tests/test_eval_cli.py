"""`dateline eval` as a newcomer meets it: the lines of the README, on an archive of their own."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from index.archive import Archive
from ui.cli import main

ROOT = Path(__file__).parent.parent
STORIES = {
    "bridge.txt": "Bridge opens\n\nCORK, May 3, 2019. Anna Berg opened the bridge on Friday. "
    "The harbour band played for an hour.",
    "ferry.txt": "Ferry stops\n\nRIGA, June 1, 2019. The ferry has stopped for the winter.",
}


def examples(page: str) -> list[str]:
    """The questions that a page shows."""
    (block,) = re.findall(r"```json\n(.*?)```", (ROOT / page).read_text(encoding="utf-8"), re.S)
    return str(block).splitlines()


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    folder = tmp_path / "clippings"
    folder.mkdir()
    for name, text in STORIES.items():
        (folder / name).write_text(text, encoding="utf-8")
    with Archive.build([folder], tmp_path / "archive"):
        return tmp_path


@pytest.mark.parametrize("page", ["README.md", "docs/evaluating.md"])
def test_the_example_of_the_page_runs(
    shop: Path, capsys: pytest.CaptureFixture[str], page: str
) -> None:
    (shop / "my.jsonl").write_text("\n".join(examples(page)), encoding="utf-8")
    arguments = ["--questions", str(shop / "my.jsonl"), "--archive", str(shop / "archive")]
    systems = ["--system", "dateline", "--system", "bm25"]
    assert main(["eval", *arguments, *systems, "--report", str(shop / "report"), "--json"]) == 0
    (result,) = json.loads(capsys.readouterr().out)
    assert (result["suite"], result["absent"], result["articles"]) == ("questions", None, 2)
    values = {(row["measure"], row["system"]): row["value"] for row in result["rows"]}
    assert values["citations verbatim", "dateline"] == values["citations verbatim", "bm25"] == 1
    assert values["Hits@10", "bm25"] == 1 and values["declining recall", "bm25"] == 0
    page_made = (shop / "report" / "report.html").read_text(encoding="utf-8")
    assert "Anna Berg opened the bridge on Friday." in page_made
    record = json.loads(next((shop / "report").glob("run-*.json")).read_text())
    assert record["finished"] and record["program"]["code"] and record["machine"]["processor"]


def test_the_table_at_a_terminal(shop: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (shop / "my.jsonl").write_text("\n".join(examples("README.md")), encoding="utf-8")
    place = ["--archive", str(shop / "archive")]
    assert main(["eval", "--questions", str(shop / "my.jsonl"), *place, "--system", "bm25"]) == 0
    said = capsys.readouterr()
    assert "answer accuracy" in said.out and "no question here for: " in said.out
    assert "kept in " in said.err


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (
            '{"question": "Who?", "outcome": "answered"}',
            "my.jsonl line 1: answered, but no evidence",
        ),
        ('{"question": "Who?"', "my.jsonl line 1: no JSON"),
        (
            '{"question": "Who?", "outcome": "answered", '
            '"evidence": [{"path": "bridge.txt", "quote": "Karl Stone came."}]}',
            "my.jsonl line 1: line-1: no article of bridge.txt holds",
        ),
    ],
)
def test_a_bad_line_is_wrong_use(
    shop: Path, capsys: pytest.CaptureFixture[str], line: str, told: str
) -> None:
    (shop / "my.jsonl").write_text(line, encoding="utf-8")
    place = ["--archive", str(shop / "archive")]
    assert main(["eval", "--questions", str(shop / "my.jsonl"), *place]) == 2
    said = capsys.readouterr()
    assert told in said.err and said.out == ""


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["nonsense"], "no suite is called nonsense"),
        (["--system", "oracle"], "no system is called oracle"),
        (["--questions", "none.jsonl"], "none.jsonl cannot be read"),
    ],
)
def test_wrong_use(capsys: pytest.CaptureFixture[str], arguments: list[str], told: str) -> None:
    assert main(["eval", *arguments]) == 2
    assert told in capsys.readouterr().err


def test_absent_data_is_one_line_and_no_error(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["eval", "dipmeet"]) == 0
    assert capsys.readouterr().out == "dipmeet: needs --data DIR with dipmeet/archive.jsonl.gz\n"
