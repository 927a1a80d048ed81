"""Examples are questions that the archive at hand answers, and always the same."""

from __future__ import annotations

import re

from conftest import Shelf

from qa import Archive, Outcome, ask
from ui.examples import EXAMPLES, find_examples

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


def test_archive_without_meetings_gives_its_titles(shelf: Shelf) -> None:
    shelf.write("bridges.jsonl", STORIES)
    shelf.index()
    found = list(find_examples(shelf.archive, lambda question: ask(shelf.archive, question)))
    titles = {re.search("“(.+)”", question)[1] for question in found}  # type: ignore[index]
    assert titles and titles <= {str(story["title"]) for story in STORIES}


def test_empty_archive_gives_none(shelf: Shelf) -> None:
    assert list(find_examples(shelf.archive, lambda question: ask(shelf.archive, question))) == []
