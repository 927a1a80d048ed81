"""Disks: full at several points, or not to be written; what was committed is kept and readable."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import disks
import pytest
import writers
from kills import STORIES

from index.archive import Archive
from index.doctor import check_archive
from index.embeddings import QuestionEmbedder

FREE = (0, 16, 200, 450)  # KiB left; all it takes is some 700, of which Chroma the first
pytestmark = pytest.mark.skipif(
    not disks.can_mount(), reason="needs unshare and mount, and the right to a namespace"
)


@pytest.fixture
def before(tmp_path: Path, embedder: QuestionEmbedder) -> tuple[Path, Path]:
    """An archive of five stories, and their folder."""
    sources = tmp_path / "sources"
    sources.mkdir()
    for name, text in STORIES.items():
        (sources / name).write_text(text)
    with Archive.make(tmp_path / "archive") as archive:
        writers.index(archive, sources, embedder)
    return tmp_path / "archive", sources


def in_namespace(what: str, *arguments: object) -> list[dict[str, Any]]:
    """What tests/disks.py prints."""
    program = str(Path(__file__).with_name("disks.py"))
    command = [*disks.NAMESPACE, sys.executable, program, what, *map(str, arguments)]
    ran = subprocess.run(command, capture_output=True, text=True, timeout=300)
    assert ran.returncode == 0, ran.stderr[-3000:]
    return [json.loads(line) for line in ran.stdout.splitlines()]


def test_a_full_disk_keeps_what_was_committed(
    before: tuple[Path, Path], tmp_path: Path, embedder: QuestionEmbedder
) -> None:
    archive, sources = before
    for name, text in STORIES.items():
        (sources / name).write_text(f"Corrected. {text}")
    told = in_namespace("full", archive, sources, tmp_path / "kept", *FREE)
    assert "done" not in {one["said"] for one in told}
    for one in told:
        assert "make room" in one["said"]
        folder = tmp_path / "kept" / str(one["free"])
        assert check_archive(folder).faults == ()
        with Archive.make(folder) as left:
            held = sorted(article.text.removeprefix("Corrected. ") for article in left.articles())
            assert held == sorted(STORIES.values()), "each in one version"
            writers.index(left, sources, embedder)
            assert all(article.text.startswith("Corrected.") for article in left.articles())
        health = check_archive(folder)
        assert (health.faults, health.unfinished) == ((), ())


def test_a_folder_that_may_not_be_written_is_read_all_the_same(before: tuple[Path, Path]) -> None:
    told = {one["command"]: one for one in in_namespace("locked", *before)}
    assert {name: one["status"] for name, one in told.items()} == {
        "articles": 0, "ask": 0, "meetings": 0, "index": 3, "remove": 3, "doctor": 3,
    }  # fmt: skip
    assert len(json.loads(told["articles"]["out"])) == 5
    assert "Riga" in json.loads(told["ask"]["out"])["text"]
    assert json.loads(told["meetings"]["out"])
    for name in ("index", "remove", "doctor"):
        assert "check its rights" in told[name]["err"]
        assert "Traceback" not in told[name]["err"]
