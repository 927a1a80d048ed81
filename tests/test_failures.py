"""What is said on a terminal of inputs that could not be read."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from index.report import Failure
from ui import cli
from ui.failures import EXAMPLES, IN_FULL, MOST_KINDS, format_failures, printable


def fail(path: str, reason: str) -> Failure:
    return Failure(path=path, reason=reason)


def test_few_are_told_one_by_one() -> None:
    failed = [fail(f"{n}.txt", "holds no text") for n in range(IN_FULL)]
    assert list(format_failures(failed)) == [f"{n}.txt: holds no text" for n in range(IN_FULL)]


def test_many_are_told_by_kind_the_most_frequent_first() -> None:
    failed = [fail("a.txt", "holds no text")]
    failed += [fail(f"{n}.json", f"is no JSON (column {n}: x); mend it") for n in range(1500)]
    told = list(format_failures(failed))
    assert told[:EXAMPLES] == [f"{n}.json: is no JSON (column {n}: x); mend it" for n in range(3)]
    assert told[EXAMPLES:] == [
        "    … and 1,497 more of this kind",
        "a.txt: holds no text",
        "1,501 could not be read; `dateline index … --json` lists them all",
    ]


def test_kinds_without_end_are_counted() -> None:
    failed = [fail("a.txt", f"is {'very ' * n}odd") for n in range(MOST_KINDS + 5)]
    told = list(format_failures(failed))
    assert told[MOST_KINDS:] == [
        "    … and 5 of other kinds",
        f"{MOST_KINDS + 5} could not be read; `dateline index … --json` lists them all",
    ]


def test_a_name_cannot_steer_the_terminal() -> None:
    assert printable("a\x1b[2J\nb\u202eé") == "a\\x1b[2J\\nb\\u202eé"


def test_the_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    clips = tmp_path / "clips"
    clips.mkdir()
    story = {"content": {"body": "The ferry sailed from Kelp Bay at noon."}, "day": "2024-03-11"}
    (clips / "a.json").write_text(json.dumps(story))
    for number in range(IN_FULL + 1):
        (clips / f"{number}.txt").write_text("")
    where = ["--archive", str(tmp_path / "archive")]
    keys = ["--map", "text=content.body", "--map", "published=day"]
    assert cli.main(["index", str(clips), *where, *keys, "--json"]) == 1
    out = capsys.readouterr()
    report = json.loads(out.out)
    assert (report["added"], len(report["failed"])) == (1, IN_FULL + 1)
    assert "more of this kind" in out.err
    assert cli.main(["articles", *where]) == 0
    assert capsys.readouterr().out.startswith("2024-03-11")
    assert cli.main(["index", str(clips), *where, "--map", "story"]) == 2
    assert "write it as text=story,published=day" in capsys.readouterr().err
