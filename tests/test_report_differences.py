"""Reports side by side: what differs is told by a word and a sign, silence by a word."""

from __future__ import annotations

import re

import pytest

from index.meeting_records import Attendant, Status
from index.meetings import make_meeting
from index.records import When
from index.reported import Told
from tests.test_meetings import BERG, LUND, MARCH, MINISTER, STONE, day, days, report
from ui.meeting_detail import Side, list_lines, show_meeting
from ui.report_differences import find_strangers

A, D, H = Status.ANNOUNCED, Status.DENIED, Status.HELD
SIGN = re.compile(r"<span class='apart'><span role='img' aria-label='[a-z ]+'>≠</span> ")


def tell(*fields: dict[str, object]) -> list[Told]:
    """A report a day of one meeting, each with fields of its own."""
    told = []
    for n, changed in enumerate(fields):
        one = report(f"a{n}", f"2024-03-{12 + n}", MARCH)
        mention = one.mention.model_copy(update=changed)
        told.append(one.model_copy(update={"mention": mention}))
    return told


def mark(told: list[Told], name: str) -> tuple[str, str]:
    """The word for a field, and its cells with each sign as "≠" and each silence as "–"."""
    mentions = [one.mention for one in told]
    (line,) = (one for one in list_lines(make_meeting(told), mentions) if one.name == name)
    signed = (SIGN.sub("≠", cell).replace("</span>", "") or "–" for cell in line.cells)
    return line.word, " | ".join(re.sub("<[^>]+>", "", cell) for cell in signed)


@pytest.mark.parametrize(
    ("name", "field", "values", "word", "cells"),
    [
        ("Place", "place", ("Oslo", "Bergen"), "differs", "≠Oslo | ≠Bergen"),
        ("Place", "place", ("Oslo", "Oslo", "Bergen"), "differs", "Oslo | Oslo | ≠Bergen"),
        ("Place", "place", ("Oslo", None, "Oslo"), "", "Oslo | – | Oslo"),
        ("Place", "place", ("Oslo", "Norway"), "", "Oslo | Norway"),  # the country of the town
        ("Venue", "venue", ("Town Hall", "Oslo Town Hall"), "", "Town Hall | Oslo Town Hall"),
        ("Lasted", "duration", ("PT1H", "PT2H"), "differs", "≠1 hour | ≠2 hours"),
        ("Status", "status", (A, H), "changed", "≠announced | ≠held"),
        ("Status", "status", (H, D), "differs", "≠held | ≠denied"),
        ("Status", "status", (A, H, H), "changed", "≠announced | held | held"),
        ("When", "when", (day("2024-03-11"), day("2024-03-12")), "differs",
         "≠11 March 2024 | ≠12 March 2024"),
        ("When", "when", (day("2024-03-11"), days("2024-03-10", "2024-03-12")),
         "not equally exact", "11 March 2024 | 10 to 12 March 2024"),
        ("When", "when", (day("2024-03-11"), None), "", "11 March 2024 | –"),
        ("On what", "topics", (("gas",), ("herring",)), "", "gas | herring"),  # both may be so
    ],
)  # fmt: skip
def test_what_differs_has_a_word_and_a_sign(
    name: str, field: str, values: tuple[When | str | None, ...], word: str, cells: str
) -> None:
    assert mark(tell(*({field: value} for value in values)), name) == (word, cells)


@pytest.mark.parametrize(
    ("casts", "strangers"),
    [
        (((BERG, STONE), (BERG, STONE)), ((), ())),
        (((BERG, STONE), (BERG, STONE, LUND)), ((), ("Vera Lund",))),
        (((BERG, STONE), (BERG, LUND)), (("Karl Stone",), ("Vera Lund",))),
        (((MINISTER, STONE), (BERG, STONE)), ((), ())),  # her office, and her name
        (((BERG, STONE), ()), ((), ())),  # who names nobody contradicts nobody
    ],
)
def test_who_is_not_in_every_report(
    casts: tuple[tuple[Attendant, ...], ...], strangers: tuple[tuple[str, ...], ...]
) -> None:
    told = tell(*({"participants": cast} for cast in casts))
    found = find_strangers([one.mention for one in told])
    assert found == [frozenset(names) for names in strangers]


def test_names_that_others_leave_out_are_signed() -> None:
    told = tell({"participants": (BERG, STONE)}, {"participants": (BERG, STONE, LUND)})
    word, cells = mark(told, "Who")
    assert word == "not in every report"
    assert cells.endswith("Karl Stone (envoy, LVA); ≠Vera Lund (president, FIN)")


@pytest.mark.parametrize(
    ("places", "sentence"),
    [
        (("Oslo", "Bergen"), "The reports differ: place."),
        (("Oslo", "Oslo"), "The reports agree in what more than one of them tells."),
        (("Oslo",), ""),
    ],
)
def test_the_reports_are_introduced_by_a_sentence(places: tuple[str, ...], sentence: str) -> None:
    told = tell(*({"place": place} for place in places))
    meeting = make_meeting(told)
    reports = zip(meeting.status_history, told, strict=True)
    sides = [Side(report=one, mention=it.mention, card=None) for one, it in reports]
    said = re.findall(r"The reports [^<]+", show_meeting(meeting, sides))
    assert said == ([sentence] if sentence else [])
