"""Meetings picked by who, when, where and status."""

from __future__ import annotations

import csv
import io
from datetime import date

import pytest

from index.errors import UsageError
from index.meeting_lookup import answers_to, pick, read_partial_day, read_wanted
from index.meeting_records import Participant, Status
from index.meetings import find_meetings
from tests.test_meetings import BERG, LUND, MARCH, STONE, day, report
from ui.meeting_list import COLUMNS, make_harmless

MEETINGS = find_meetings(
    [
        report("a", "2024-03-11", MARCH, (BERG, STONE), place="Oslo"),
        report("b", "2024-04-02", day("2024-04-09"), (BERG, LUND), Status.ANNOUNCED, place="Turku"),
        report("c", "2024-05-01", None, (STONE, LUND), place=None),
    ]
)


@pytest.mark.parametrize(
    ("who", "since", "until", "where", "status", "places"),
    [
        ((), None, None, None, None, ["Oslo", "Turku", None]),
        (("Berg",), None, None, None, None, ["Oslo", "Turku"]),
        (("Berg", "Stone"), None, None, None, None, ["Oslo"]),
        (("Norwegian foreign minister",), None, None, None, None, ["Oslo", "Turku"]),
        (("Finland",), None, None, None, None, ["Turku", None]),
        (("Bergman",), None, None, None, None, []),
        ((), "2024-04", None, None, None, ["Turku"]),
        ((), None, "2024-03-31", None, None, ["Oslo"]),
        ((), "2024", "2024", None, None, ["Oslo", "Turku"]),
        ((), None, None, "oslo", None, ["Oslo"]),
        ((), None, None, None, "announced", ["Turku"]),
    ],
)
def test_what_fits(
    who: tuple[str, ...],
    since: str | None,
    until: str | None,
    where: str | None,
    status: str | None,
    places: list[str | None],
) -> None:
    wanted = read_wanted(who, since, until, where, status)
    assert [meeting.place for meeting in pick(MEETINGS, wanted)] == places


@pytest.mark.parametrize(
    ("name", "answers"),
    [
        ("Berg", True),
        ("Anna Berg", True),
        ("A. Berg", True),
        ("Ulla Berg", False),
        ("foreign minister of Norway", True),
        ("the Norwegian foreign secretary", True),
        ("Norway", True),
        ("Sweden", False),
        ("Bergen", False),
    ],
)
def test_who_answers_to_a_name(name: str, answers: bool) -> None:
    person = Participant(name="Anna Berg", role="foreign minister", country="NOR")
    assert answers_to(person, name) is answers


@pytest.mark.parametrize(
    ("told", "name", "answers"),
    [
        ("Abdel-Karim el-Besri", "Abdel Karim al-Bessri", True),
        ("Kim Yong-ho", "Kim Yong Ho", True),
        ("Anna Berg-Lund", "Anna Berg Lund", True),
        ("Anna Berg-Lund", "Karl Berg", False),
        ("Abdel-Karim el-Besri", "Adel Besri", False),
        ("Karl Berg Jr.", "Karl Berg Jr", True),
        ("Berg", "Karl Berg", True),
        ("Kim Berg Il", "IL", False),  # a body's name
        ("IL Council", "IL", True),
        ("Li", "Li", True),
        ("Board", "Oslo Harbour Board", False),
        ("cabinet", "Latvian War Cabinet", False),
        ("leaders of 5 Nordic states", "leaders of the 5 Nordic states", True),
        (
            "three leaders of the Latvian opposition",
            "three leaders of the Latvian opposition",
            True,
        ),
        ("leaders of the Latvian opposition", "leaders of the Estonian opposition", False),
        ("leaders of the Latvian opposition", "Latvia", False),
        ("leaders of more than 12 states", "leaders of the 5 Nordic states", False),
    ],
)
def test_who_is_called_so(told: str, name: str, answers: bool) -> None:
    person = Participant(name=told, role="president", country="EGY")
    assert answers_to(person, name) is answers


def test_days_in_part() -> None:
    month = read_partial_day("2024-02")
    assert month is not None and (month.earliest, month.latest) == (
        date(2024, 2, 1),
        date(2024, 2, 29),
    )
    for wrong in ("Monday", "2024-13", "2024-02-30", "12-03-2024"):
        with pytest.raises(UsageError, match="write it as 2024"):
            read_partial_day(wrong)
    with pytest.raises(UsageError, match="no status is called done"):
        read_wanted((), None, None, None, "done")


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n"])
def test_no_cell_runs_in_a_spreadsheet(start: str) -> None:
    assert make_harmless(f"{start}HYPERLINK(1)").startswith("'")
    assert make_harmless("Oslo") == "Oslo"


def test_the_columns_of_the_contract() -> None:
    line = next(csv.reader(io.StringIO(",".join(COLUMNS))))
    assert line[:8] == [
        "id", "status", "edtf", "earliest", "latest", "precision", "form", "participants",
    ]  # fmt: skip
