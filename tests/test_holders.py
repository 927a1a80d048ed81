"""Holders of offices whom one report leaves unnamed and another of the archive names; invented."""

from __future__ import annotations

import pytest
from conftest import Shelf

from index.holders import HOLDER, name_holders
from index.meetings import find_meetings
from index.reported import Told
from qa.telling.gate_claims import find_fault
from qa.telling.teller import Teller
from tests.reports import day_of_writing, read_on

OPEN = "The Norwegian foreign minister visited Oslo on Monday."
UNNAMED = "foreign minister of Norway (unnamed)"


def told(day: str, text: str) -> list[Told]:
    """The reports of a text that was written on a day."""
    return [
        Told(mention=m, written=day_of_writing(day), source="Gazette") for m in read_on(day, text)
    ]


def naming(day: str, name: str = "Anna Berg") -> list[Told]:
    return told(day, f"Norwegian Foreign Minister {name} met Karl Stone in Riga on Monday.")


@pytest.mark.parametrize(
    ("others", "who"),
    [
        ([("2022-05-02", "Anna Berg"), ("2022-08-01", "Anna Berg")], "Anna Berg"),
        ([("2022-06-08", "Anna Berg")], "Anna Berg"),
        ([("2022-05-02", "Anna Berg")], UNNAMED),  # too long ago, and nothing since
        ([("2022-06-08", "Anna Berg"), ("2022-06-20", "Rut Lind")], UNNAMED),
        ([("2020-06-08", "Anna Berg"), ("2024-06-20", "Anna Berg")], UNNAMED),
        ([], UNNAMED),
    ],
)
def test_named_by_the_nearest_reports(others: list[tuple[str, str]], who: str) -> None:
    reports = told("2022-06-15", OPEN) + [one for day, name in others for one in naming(day, name)]
    for ordered in (reports, reports[::-1]):
        visit = next(m for m in find_meetings(ordered) if m.form == "visit")
        assert [p.name for p in visit.participants] == [who]
        assert any(e.field == HOLDER for e in visit.evidence) is (who == "Anna Berg")


@pytest.mark.parametrize(
    "text",
    [
        "The Norwegian envoy visited Oslo on Monday.",  # a country has several
        "The deputy foreign minister of Norway visited Oslo on Monday.",
        "The foreign minister visited Oslo on Monday.",  # of which country?
    ],
)
def test_left_open(text: str) -> None:
    reports = [*told("2022-06-15", text), *naming("2022-06-14")]
    assert [one.named for one in name_holders(reports)] == [(), ()]


def test_an_answer_cites_who_names_the_holder_and_the_gate_asks_for_it(shelf: Shelf) -> None:
    shelf.write("a.txt", f"OSLO, June 15, 2022. {OPEN}")
    shelf.write("b.txt", "RIGA, June 9, 2022. Norwegian Foreign Minister Anna Berg met Karl Stone.")
    shelf.index()
    archive = shelf.archive
    teller = Teller(archive)
    visit = next(m for m in archive.meetings(who=["Berg"]) if m.form == "visit")
    said = teller.tell(visit)
    assert said is not None and said.text == "Anna Berg paid a visit to Oslo on 13 June 2022."
    cited = teller.citer.citations
    assert len(cited) == 2 and find_fault(archive, said, cited) is None
    bare = said.model_copy(update={"derivation": None})
    assert find_fault(archive, bare, cited) is not None
    assert find_fault(archive, said, cited[:1]) is not None
