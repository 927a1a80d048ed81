"""Examples are questions that the archive at hand answers, and always the same."""

from __future__ import annotations

import re

import pytest
from conftest import Shelf

from index.meetings import make_meeting
from qa import Archive, Outcome, ask
from tests.test_meetings import MARCH, STONE, report
from ui.examples import EXAMPLES, _mix, find_examples

STORIES = [
    {"id": str(at), "title": f"Bridge {at} opens", "published": "2019-05-03",
     "text": f"Bridge {at} opens\n\nBridge {at} opened at noon after {at + 3} years of work."}
    for at in range(6)
]  # fmt: skip


def test_examples_of_the_sample_are_answered(archive: Archive) -> None:
    asked: list[str] = []

    def note(question: str):  # type: ignore[no-untyped-def]
        asked.append(question)
        return ask(archive, question)

    found = list(find_examples(archive, note))
    assert len(found) == len(set(found)) == EXAMPLES
    assert {one.split()[0] for one in found} == {"When", "Whom", "Where"}
    for question in found:
        answer = ask(archive, question)
        assert answer.outcome is Outcome.ANSWERED and answer.meetings
    assert list(find_examples(archive, note)) == found


@pytest.mark.parametrize(
    ("names", "place", "asked"),
    [
        (("Anna Berg", "Karl Stone"), "Oslo", "When did Anna Berg meet Karl Stone in Oslo?"),
        (("Anna van den Berg", "K. O’Neill"), "Oslo",
         "When did Anna van den Berg meet K. O’Neill in Oslo?"),
        (("Anna Berg", "Karl Stone"), "RIGA, Latvia",
         "When did Anna Berg meet Karl Stone in Riga?"),
        (("Anna Berg", "trade officials"), "Oslo", None),
        (("Anna Berg", "2nd herring board"), "Oslo", None),
        (("Anna Berg", "KARL STONE"), "Oslo", None),
        (("Anna Berg", "Stone"), "Oslo", None),
        (("Oslo Anna Berg", "Karl Stone"), "Oslo", None),  # the town of a report stuck to the name
        (("Anna Berg", "Karl Stone"), "a disused railway coach", None),
    ],
)  # fmt: skip
def test_only_clean_names_and_places_are_asked_for(
    names: tuple[str, str], place: str, asked: str | None
) -> None:
    people = tuple(STONE.model_copy(update={"name": name}) for name in names)
    meeting = make_meeting([report("a", "2024-03-12", MARCH, people, place=place)])
    assert _mix([meeting]) == ([asked] if asked else [])


def test_archive_without_meetings_gives_its_titles(shelf: Shelf) -> None:
    shelf.write("bridges.jsonl", STORIES)
    shelf.index()
    found = list(find_examples(shelf.archive, lambda question: ask(shelf.archive, question)))
    titles = {re.search("“(.+)”", question)[1] for question in found}  # type: ignore[index]
    assert titles and titles <= {str(story["title"]) for story in STORIES}


def test_empty_archive_gives_none(shelf: Shelf) -> None:
    assert list(find_examples(shelf.archive, lambda question: ask(shelf.archive, question))) == []
