"""`dateline dates`: files, standard input, many records, and what is wrong with them."""

import io
import json
from pathlib import Path

import pytest

from ui.cli import main

KEYS = {"start", "end", "text", "type", "value", "edtf", "earliest", "latest", "tense", "basis"}


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "ferry.txt"
    path.write_bytes("\ufeffThe ferry sailed\r\non Tuesday, and again last week.".encode())
    return path


def test_json_is_the_contract(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["dates", str(article), "--published", "2022-06-15", "--json"]) == 0
    tuesday, week = json.loads(capsys.readouterr().out)
    assert tuesday.keys() >= KEYS
    text = "The ferry sailed\r\non Tuesday"  # without the byte-order mark, the line end as it is
    assert (tuesday["start"], tuesday["end"]) == (text.index("Tuesday"), len(text))
    assert (tuesday["value"], tuesday["edtf"], tuesday["tense"]) == ("2022-06-14",) * 2 + ("past",)
    assert (week["earliest"], week["latest"]) == ("2022-06-06", "2022-06-12")


def test_the_table_says_how_each_follows(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["dates", str(article), "--published", "2022-06-15"]) == 0
    out = capsys.readouterr().out
    assert "the Tuesday before Wednesday 15 June 2022, the day of writing" in out


def test_standard_input(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"They met today.")))
    assert main(["dates", "--published", "2022-06-15", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)[0]["value"] == "2022-06-15"


def test_lines_in_order_with_broken_ones_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "many.jsonl"
    path.write_text(
        '{"id": "a", "text": "They met today.", "published": "2022-06-15"}\n'
        '{"id": "b", "text": "They met today.", "published": "Monday"}\n'
        "no record\n"
        '{"id": "c"}\n'
        '{"id": "d", "text": "They met today."}\n',
        encoding="utf-8",
    )
    assert main(["dates", str(path), "--jsonl"]) == 1
    printed = capsys.readouterr()
    lines = [json.loads(line) for line in printed.out.splitlines()]
    assert [line.get("id") for line in lines] == ["a", None, None, None, "d"]
    assert [bool(line.get("error")) for line in lines] == [False, True, True, True, False]
    assert lines[0]["dates"][0]["value"] == "2022-06-15"
    assert lines[4]["dates"][0]["edtf"] is None  # not told when it was written
    assert 'published is "Monday"; write it as 2024-03-11' in printed.err


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        (["dates", "nowhere.txt", "--published", "2022-06-15"], 1, "nowhere.txt"),
        (["dates", "-"], 2, "--published is missing"),
    ],
)
def test_what_is_wrong_is_said(
    arguments: list[str], status: int, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == status
    assert said in capsys.readouterr().err


def test_a_day_that_is_none_is_wrong_use(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["dates", "--published", "yesterday"])
    assert stopped.value.code == 2
    assert "yesterday is no day" in capsys.readouterr().err
