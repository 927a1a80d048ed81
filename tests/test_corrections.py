"""Corrections by hand: what they change, what they leave, what they survive."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from conftest import Shelf

from index.archive import Archive
from index.correcting import correct_date, correct_name, undo_correction
from index.corrections import list_corrections
from index.doctor import check_archive
from index.errors import ArchiveLocked, UsageError
from ui.cli import main

BERG = (
    "RIGA, March 16, 2019. Latvian President Karl Brg met Norwegian Foreign Minister Anna Stone "
    "in Riga on Friday. No agreement was signed.\n"
)
TOLD = (
    "RIGA, March 17, 2019. Latvian President Karl Berg met Norwegian Foreign Minister Anna Stone "
    "in Riga on Friday to discuss the herring quota.\n"
)
UNDATED = "Estonian Prime Minister Tove Lund met Anna Stone in Tallinn on Thursday.\n"


@pytest.fixture
def corrected(shelf: Shelf) -> Shelf:
    """An archive with a misspelt name and an article that nothing dates."""
    shelf.write("berg.txt", BERG)
    shelf.write("undated.txt", UNDATED)
    shelf.index()
    return shelf


def day_of(archive: Archive, path: str) -> str | None:
    dated = archive.find(path).dated
    return dated.edtf if dated else None


def names(archive: Archive, path: str) -> set[str]:
    mentions = archive.mentions(archive.find(path))
    return {person.name for one in mentions for person in one.participants}


def test_date_is_corrected_and_what_hangs_on_it_follows(corrected: Shelf) -> None:
    archive = corrected.archive
    before = archive.find("sources/undated.txt")
    made = correct_date(archive, "sources/undated.txt", "2019-05-03", "Ida")
    after = archive.find("sources/undated.txt")
    assert after.dated is not None
    assert (after.dated.edtf, after.dated.basis) == ("2019-05-03", "correction")
    told = f"corrected to 2019-05-03 by Ida on {made.made.date()}"
    assert after.dated.derivation == told
    assert (after.text, after.sha256) == (before.text, before.sha256)
    (meeting,) = archive.meetings(who=["Lund"])
    assert meeting.when is not None and meeting.when.edtf == "2019-05-02"
    assert archive.meetings(who=["Lund"], as_of="2019-05-03") == [meeting]


@pytest.mark.parametrize("day", ["2019-05", "2019"])
def test_month_or_year_is_a_date_too(corrected: Shelf, day: str) -> None:
    correct_date(corrected.archive, "sources/undated.txt", day, "Ida")
    assert day_of(corrected.archive, "sources/undated.txt") == day


def test_undoing_gives_back_what_was_worked_out(corrected: Shelf) -> None:
    archive = corrected.archive
    for path in ("sources/undated.txt", "sources/berg.txt"):
        before, meetings = archive.find(path), archive.meetings()
        made = correct_date(archive, path, "2021-01-04", "Ida")
        assert archive.meetings() != meetings
        undone = undo_correction(archive, made.id, "Olaf")
        assert (undone.undone_by, undone.undone is not None) == ("Olaf", True)
        assert archive.find(path) == before
        assert archive.meetings() == meetings


def test_digest_tells_a_corrected_archive_apart(corrected: Shelf) -> None:
    archive = corrected.archive
    before = archive.digest()
    made = correct_date(archive, "sources/berg.txt", "2019-03-18", "Ida")
    assert archive.digest() != before
    undo_correction(archive, made.id, "Ida")
    assert archive.digest() == before


def test_the_last_correction_holds_and_undoing_it_gives_back_the_one_before(
    corrected: Shelf,
) -> None:
    archive, path = corrected.archive, "sources/berg.txt"
    correct_date(archive, path, "2019-03-18", "Ida")
    last = correct_date(archive, path, "2019-03-19", "Olaf")
    assert day_of(archive, path) == "2019-03-19"
    undo_correction(archive, last.id, "Ida")
    assert day_of(archive, path) == "2019-03-18"


def test_name_is_corrected_and_its_evidence_stays(corrected: Shelf) -> None:
    archive, path = corrected.archive, "sources/berg.txt"
    before = archive.mentions(archive.find(path))
    correct_name(archive, path, "karl  brg", "Karl Berg", "Ida")
    after = archive.mentions(archive.find(path))
    assert names(archive, path) == {"Karl Berg", "Anna Stone"}
    assert [one.evidence for one in after] == [one.evidence for one in before]
    assert "Karl Brg" in archive.find(path).text
    assert [len(archive.meetings(who=[name])) for name in ("Karl Berg", "Karl Brg")] == [1, 0]


def test_corrected_name_merges_what_is_one_meeting(corrected: Shelf) -> None:
    corrected.write("told.txt", TOLD)
    corrected.index()
    archive = corrected.archive
    made = correct_name(archive, "sources/berg.txt", "Karl Brg", "Karl Berg", "Ida")
    (meeting,) = archive.meetings(who=["Karl Berg"])
    assert meeting.reports == 2
    undo_correction(archive, made.id, "Ida")
    assert "Karl Brg" in names(archive, "sources/berg.txt")


def test_correction_survives_indexing_the_same_and_a_changed_file(corrected: Shelf) -> None:
    archive = corrected.archive
    correct_date(archive, "sources/berg.txt", "2019-03-19", "Ida")
    correct_name(archive, "sources/berg.txt", "Karl Brg", "Karl Berg", "Ida")
    for text in (BERG, BERG.replace("No agreement", "Nothing")):
        corrected.write("berg.txt", text)
        corrected.index()
        assert archive.find("sources/berg.txt").text == text
        assert day_of(archive, "sources/berg.txt") == "2019-03-19"
        assert names(archive, "sources/berg.txt") == {"Karl Berg", "Anna Stone"}


def test_correction_stands_again_when_its_article_comes_back(corrected: Shelf) -> None:
    archive = corrected.archive
    correct_date(archive, "sources/undated.txt", "2019-05-03", "Ida")
    archive.remove(["sources/undated.txt"])
    assert len(list_corrections(archive.catalog)) == 1
    corrected.index()
    assert day_of(archive, "sources/undated.txt") == "2019-05-03"


def test_doctor_finds_nothing_amiss(corrected: Shelf) -> None:
    correct_date(corrected.archive, "sources/undated.txt", "2019-05-03", "Ida")
    correct_name(corrected.archive, "sources/berg.txt", "Karl Brg", "Karl Berg", "Ida")
    health = check_archive(corrected.archive.folder, repair=True)
    assert (health.faults, health.unfinished) == ((), ())


@pytest.mark.parametrize(
    ("wrong", "right", "said"),
    [
        ("Karl Berg", "Karl Born", "names Karl Berg; they name Anna Stone, Karl Brg"),
        ("Karl Brg", " ", "say the right name too"),
    ],
)
def test_name_that_is_not_there_is_refused(
    corrected: Shelf, wrong: str, right: str, said: str
) -> None:
    with pytest.raises(UsageError, match=said):
        correct_name(corrected.archive, "sources/berg.txt", wrong, right, "Ida")
    assert list_corrections(corrected.archive.catalog) == []


@pytest.mark.parametrize("day", ["Monday", "2019-02-30", ""])
def test_day_that_is_none_is_refused(corrected: Shelf, day: str) -> None:
    with pytest.raises(UsageError, match="is no day"):
        correct_date(corrected.archive, "sources/berg.txt", day, "Ida")
    assert list_corrections(corrected.archive.catalog) == []


def test_unknown_correction_is_not_undone_and_none_twice(corrected: Shelf) -> None:
    made = correct_date(corrected.archive, "sources/berg.txt", "2019-03-19", "Ida")
    undo_correction(corrected.archive, made.id, "Ida")
    for id in (made.id, 99):
        with pytest.raises(UsageError, match=f"no correction {id} stands"):
            undo_correction(corrected.archive, id, "Ida")


def test_locked_archive_is_not_corrected(corrected: Shelf) -> None:
    with corrected.archive.writing(), pytest.raises(ArchiveLocked):
        correct_date(corrected.archive, "sources/berg.txt", "2019-03-19", "Ida")
    assert list_corrections(corrected.archive.catalog) == []


def test_command(corrected: Shelf, capsys: pytest.CaptureFixture[str]) -> None:
    def run(*told: str) -> str:
        assert main(["correct", *told, "--archive", str(corrected.archive.folder)]) == 0
        return capsys.readouterr().out

    made = json.loads(run("sources/berg.txt", "--date", "2019-03-19", "--by", "Ida", "--json"))
    assert (made["id"], made["kind"], made["right"], made["by"]) == (1, "date", "2019-03-19", "Ida")
    run("sources/berg.txt", "--name", "Karl Brg=Karl Berg", "--by", "Ida")
    listed = run("--list")
    assert re.search(r"^1  sources/berg.txt \[\w+\]: written 2019-03-19 \(Ida, ", listed)
    assert "Karl Brg = Karl Berg (Ida" in listed
    assert "undone (Olaf" in run("--undo", "1", "--by", "Olaf")
    assert [one["undone_by"] for one in json.loads(run("--list", "--json"))] == ["Olaf", None]


@pytest.mark.parametrize(
    "told", [["--date", "2019-03-19"], ["sources/berg.txt", "--name", "Karl"], ["--undo", "7"]]
)
def test_wrong_use_of_the_command_is_a_sentence(
    corrected: Shelf, capsys: pytest.CaptureFixture[str], told: list[str]
) -> None:
    assert main(["correct", *told, "--archive", str(Path(corrected.archive.folder))]) == 2
    assert capsys.readouterr().err.startswith("dateline: ")
