"""The command line as a user and as a script meets it: real processes, few of them."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path

import pytest

from index.archive import Archive
from ui.cli import main

PYTHON = sys.executable


def dateline(*arguments: str, stdin: str = "") -> subprocess.CompletedProcess[str]:
    """Runs the command in a process of its own."""
    return subprocess.run(
        [PYTHON, "-m", "ui.cli", *arguments],
        input=stdin,
        text=True,
        capture_output=True,
        timeout=120,
    )


def test_help_answers_at_once() -> None:
    started = time.monotonic()
    assert "usage: dateline" in dateline("--help").stdout
    seconds = [time.monotonic() - started]
    for _ in range(2):
        started = time.monotonic()
        dateline("--help")
        seconds.append(time.monotonic() - started)
    assert min(seconds) < 0.5


def test_articles_imports_nothing_heavy() -> None:
    heavy = (
        "torch",
        "chromadb",
        "sentence_transformers",
        "gradio",
        "llama_index",
        "spacy",
        "scipy",
    )
    script = (
        "import sys; from ui.cli import main\n"
        "main(['articles', '--archive', 'none'])\n"
        f"print([name for name in {heavy} if name in sys.modules])"
    )
    ran = subprocess.run([PYTHON, "-c", script], text=True, capture_output=True, timeout=60)
    assert ran.stdout.strip() == "[]"
    assert "there is no archive in none" in ran.stderr


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        main(["--version"])
    assert stop.value.code == 0
    assert capsys.readouterr().out.startswith("dateline 0.")


@pytest.mark.parametrize("arguments", [[], ["nonsense"], ["ask", "q", "--on", "Monday"], ["index"]])
def test_wrong_use_is_2(arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        main(arguments)
    assert stop.value.code == 2


def test_no_archive_is_3(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ask", "Who came?", "--archive", str(tmp_path / "none")]) == 3
    said = capsys.readouterr()
    assert said.out == "" and "dateline index" in said.err


def test_index_then_look_then_remove(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = tmp_path / "clips"
    source.mkdir()
    (source / "a.txt").write_text(
        "Bridge opens\n\nOSLO, May 3, 2019. The bridge opened on Friday at noon."
    )
    (source / "bad.json").write_text("{")
    archive = ["--archive", str(tmp_path / "archive")]

    assert main(["index", str(source), "--json", *archive]) == 1
    said = capsys.readouterr()
    report = json.loads(said.out)
    assert report["added"] == 1 and report["articles"] == 1 and report["meetings"] == 0
    assert [failure["path"] for failure in report["failed"]] == ["clips/bad.json"]
    assert "bad.json" in said.err

    assert main(["articles", "--json", *archive]) == 0
    (listed,) = json.loads(capsys.readouterr().out)
    assert listed["dated"]["edtf"] == "2019-05-03" and listed["path"] == "clips/a.txt"

    assert main(["show", "clips/a.txt", "--json", *archive]) == 0
    shown = json.loads(capsys.readouterr().out)
    assert [zone["kind"] for zone in shown["zones"]] == ["headline", "dateline", "body"]

    assert main(["show", "clips/a.txt", *archive]) == 0
    assert "dateline" in capsys.readouterr().out

    assert main(["doctor", *archive]) == 0
    assert "sound" in capsys.readouterr().out

    assert main(["remove", "clips/a.txt", "--json", *archive]) == 0
    assert json.loads(capsys.readouterr().out) == {"removed": [listed["id"]]}
    assert main(["show", "clips/a.txt", *archive]) == 2


def test_ask_prints_the_contract(archive: Archive, capsys: pytest.CaptureFixture[str]) -> None:
    place = ["--archive", str(archive.folder)]
    question = "How much will it cost to send a 40-foot container from Aktau to Poti?"
    assert main(["ask", question, "--json", "--on", "2022-01-01", *place]) == 0
    answer = json.loads(capsys.readouterr().out)
    keys = "question text outcome statements citations meetings suggestions seconds asked_on as_of"
    assert set(answer) == {*keys.split(), "archive", "version", "confidence", "phrasing"}
    assert answer["meetings"] == [] and answer["asked_on"] == "2022-01-01"
    citation = answer["citations"][0]
    keys = "number article quote start end prefix suffix mark"
    assert set(citation) == set(keys.split())
    of_article = "id title source url path dated chain"
    assert set(citation["article"]) == set(of_article.split())


def test_ask_gives_each_reason_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    clipping = tmp_path / "talks.txt"
    clipping.write_text("RIGA, 5 May 2021. Karl Berg met Ida Stone in Riga on Monday.\n")
    place = ["--archive", str(tmp_path / "archive")]
    assert main(["index", str(clipping), *place]) == 0
    assert main(["ask", "When did Berg meet Stone?", *place]) == 0
    assert capsys.readouterr().out.count("Why “Monday”: Monday 3 May 2021") == 1


def test_ask_lines_in_order_with_a_broken_one(archive: Archive) -> None:
    lines = [
        "Why was the second Geneva round postponed?",
        '{"question": "Who said so?", "history": [{"role": "nobody", "content": "x"}]}',
        "{broken",
        "",
        '{"question": "When did he say that?", "asked_on": null, "unknown": 1}',
    ]
    ran = dateline("ask", "-", "--json", "--archive", str(archive.folder), stdin="\n".join(lines))
    printed = [json.loads(line) for line in ran.stdout.splitlines()]
    assert ran.returncode == 1
    assert [("error" in line, line.get("outcome")) for line in printed] == [
        (False, "answered"), (True, None), (True, None), (False, "ambiguous"),
    ]  # fmt: skip
    assert ran.stderr == ""


def test_chat_keeps_the_history(archive: Archive) -> None:
    asked = "Why was the second Geneva round postponed?\nAnd who said that?\nquit\n"
    ran = dateline("chat", "--archive", str(archive.folder), stdin=asked)
    assert ran.returncode == 0
    assert ran.stdout.count("[1] ") >= 2


def test_a_closed_pipe_is_no_error(archive: Archive) -> None:
    command = f"'{PYTHON}' -m ui.cli articles --archive '{archive.folder}' | head -1"
    ran = subprocess.run(["bash", "-c", command], text=True, capture_output=True, timeout=60)
    assert ran.stderr == "" and len(ran.stdout.splitlines()) == 1


def test_the_environment_names_the_archive(
    archive: Archive, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DATELINE_ARCHIVE", str(archive.folder))
    assert main(["articles"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == len(list(archive.articles()))
