"""Files on their way in: archives and tables told apart from run to run, files that change."""

from __future__ import annotations

import io
import json
import os
import zipfile
from pathlib import Path

import pytest
from conftest import BONN, CORK, LIMA, OSLO, RIGA, Shelf

from index.errors import UnreadableSource
from index.ingest import Writer
from index.keys import PLAIN_KEYS, read_map
from index.plan import Known, plan_sources, read_planned
from index.report import Report


def zip_up(shelf: Shelf, name: str, members: dict[str, str]) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for inner, text in members.items():
            archive.writestr(inner, text)
    (shelf.sources / name).write_bytes(packed.getvalue())


def counts(report: Report) -> tuple[int, int, int, int]:
    return report.added, report.unchanged, report.replaced, report.removed


def test_members_are_unchanged_replaced_and_pruned_as_files_are(shelf: Shelf) -> None:
    lines = "".join(json.dumps({"text": text, "id": text[:4]}) + "\n" for text in (LIMA, BONN))
    zip_up(shelf, "a.zip", {"oslo.txt": OSLO, "riga.txt": RIGA, "more.jsonl": lines})
    assert counts(shelf.index()) == (4, 0, 0, 0)
    assert shelf.paths() == {
        "a.zip#oslo.txt": OSLO, "a.zip#riga.txt": RIGA,
        "a.zip#more.jsonl#1": LIMA, "a.zip#more.jsonl#2": BONN,
    }  # fmt: skip
    assert counts(shelf.index()) == (0, 4, 0, 0)
    zip_up(shelf, "a.zip", {"oslo.txt": CORK, "more.jsonl": lines})
    assert counts(shelf.index()) == (0, 2, 1, 0), (
        "what stands in the zip no more stays unless pruned"
    )
    assert counts(shelf.index(prune=True))[:2] == (0, 3)
    zip_up(shelf, "a.zip", {"oslo.txt": CORK})
    report = shelf.index(prune=True)
    assert shelf.paths() == {"a.zip#oslo.txt": CORK} and report.articles == 1
    assert shelf.archive.find("sources/a.zip#oslo.txt").text == CORK


def test_a_bad_member_keeps_what_was_read_before(shelf: Shelf) -> None:
    zip_up(shelf, "a.zip", {"oslo.txt": OSLO, "riga.txt": RIGA})
    shelf.index()
    zip_up(shelf, "a.zip", {"oslo.txt": OSLO, "riga.txt": "", "lima.txt": LIMA})
    report = shelf.index(prune=True)
    assert [failure.path for failure in report.failed] == ["sources/a.zip#riga.txt"]
    assert sorted(shelf.paths()) == ["a.zip#lima.txt", "a.zip#oslo.txt", "a.zip#riga.txt"]


def test_another_map_reads_anew(shelf: Shelf) -> None:
    (shelf.sources / "a.csv").write_text(f'body,lead\n"{OSLO}","{RIGA}"\n')
    shelf.write("b.txt", LIMA)

    def index(told: str | None) -> tuple[int, int, int, int]:
        archive = shelf.archive
        with archive.writing():
            writer = Writer(archive.catalog, archive.vectors, archive.embedder, archive.settings)
            return counts(writer.run(
                [shelf.sources], prune=True, progress=lambda done, total: None,
                keys=read_map(told),
            ))  # fmt: skip

    assert index(None) == (2, 0, 0, 0)
    assert index("text=lead") == (0, 1, 1, 0)
    assert shelf.paths()["a.csv#2"] == RIGA
    assert index("text=lead") == (0, 2, 0, 0)
    assert index(None) == (0, 1, 1, 0)
    assert shelf.paths()["a.csv#2"] == OSLO


def plan_one(path: Path) -> tuple[list[str], list[str]]:
    """What is read of a file that grows once its first story was read, and what is said."""
    known = Known(states={}, held=frozenset(), reading="a")
    [source] = plan_sources([path], known)
    [plan] = source.files
    texts: list[str] = []
    faults: list[str] = []
    for found in read_planned(plan, PLAIN_KEYS):
        if isinstance(found, UnreadableSource):
            faults.append(str(found))
        else:
            texts.append(found.text)
            with path.open("a") as file:
                file.write("\n")
    return texts, faults


def test_a_file_that_changes_while_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text("".join(json.dumps({"text": text}) + "\n" for text in (OSLO, RIGA)))
    assert plan_one(path) == ([OSLO], ["a.jsonl: changed while it was read; index it again"])


def test_a_file_that_changed_since_the_plan_gives_nothing(shelf: Shelf) -> None:
    path = shelf.write("a.txt", OSLO)
    known = Known(states={}, held=frozenset(), reading="a")
    [source] = plan_sources([path], known)
    path.write_text(OSLO[:20])
    os.utime(path, ns=(1, 1))
    [fault] = read_planned(source.files[0], PLAIN_KEYS)
    assert isinstance(fault, UnreadableSource) and "changed while it was read" in fault.reason


@pytest.mark.parametrize("name", ["a.txt", "a.jsonl", "a.csv", "a.json", "a.zip"])
def test_two_hundred_megabytes_on_one_line(shelf: Shelf, name: str) -> None:
    """One line, whatever the format; the good file beside it comes in."""
    path = shelf.sources / name
    with path.open("wb") as file:
        file.write(b'{"text": "' if "json" in name else b"text\n" if "csv" in name else b"")
        for _ in range(200):
            file.write(b"harbour " * 2**17)
        file.write(b'"}' if "json" in name else b"")
    if name == "a.zip":
        packed = shelf.sources / "packed.zip"
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.write(path, "a.txt")
        path.unlink()
    shelf.write("good.txt", OSLO)
    report = shelf.index()
    assert report.articles == 1
    [failure] = report.failed
    assert "divide it" in failure.reason
