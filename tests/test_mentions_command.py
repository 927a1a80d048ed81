"""`dateline mentions`: files, standard input, many records, and what is wrong with them."""

import io
import json
from pathlib import Path

import pytest

from index.meeting_records import Mention
from ui.cli import main

TEXT = (
    "Polish Foreign Minister Anna Berg met her Latvian counterpart, Karl Stone, in Riga on Monday."
)
KEYS = {
    "id", "article_id", "trigger", "form", "participants", "when", "duration", "place", "venue",
    "country", "topics", "status", "by", "background", "plover", "evidence",
}  # fmt: skip


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "riga.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_json_is_the_contract(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["mentions", str(story), "--published", "2022-06-15", "--json"]) == 0
    (found,) = json.loads(capsys.readouterr().out)
    assert found.keys() == KEYS
    assert Mention.model_validate(found).place == "Riga"
    assert found["trigger"] == {"start": 34, "end": 37, "text": "met"}
    assert found["when"]["edtf"] == "2022-06-13"
    assert [who["name"] for who in found["participants"]] == ["Anna Berg", "Karl Stone"]
    assert found["plover"] == {"event": "CONSULT", "mode": None, "cameo": "040"}


def test_the_table_reads_in_words(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["mentions", str(story), "--published", "2022-06-15"]) == 0
    out = capsys.readouterr().out
    assert "meeting, held" in out
    assert "who: Anna Berg (foreign minister, POL); Karl Stone (foreign minister, LVA)" in out
    assert f"“{TEXT}”" in out


def test_standard_input_without_a_day(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode())))
    assert main(["mentions", "--json"]) == 0
    (found,) = json.loads(capsys.readouterr().out)
    assert found["when"] is None  # nobody said when it was written


def test_nothing_found_is_no_fault(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "ferry.txt"
    path.write_text("The ferry left on time.", encoding="utf-8")
    assert main(["mentions", str(path)]) == 0
    assert capsys.readouterr().out == "no meeting reported\n"


def test_lines_in_order_with_broken_ones_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "many.jsonl"
    lines = [
        json.dumps({"id": "a", "text": TEXT, "published": "2022-06-15"}),
        json.dumps({"id": "b", "text": TEXT, "published": "Monday"}),
        "no record",
        json.dumps({"id": "c", "text": "The ferry left on time."}),
        json.dumps({"id": "d", "text": ""}),
    ]
    path.write_text("\n".join(lines), encoding="utf-8")
    assert main(["mentions", str(path), "--jsonl"]) == 1
    printed = capsys.readouterr()
    told = [json.loads(line) for line in printed.out.splitlines()]
    assert [one.get("id") for one in told] == ["a", None, None, "c", "d"]
    assert [len(one.get("mentions", "x" * 9)) for one in told] == [1, 9, 9, 0, 0]
    assert 'published is "Monday"; write it as 2024-03-11' in printed.err


def test_a_file_that_is_not_there(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["mentions", "nowhere.txt"]) == 1
    assert "nowhere.txt" in capsys.readouterr().err
