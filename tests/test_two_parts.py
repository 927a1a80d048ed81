"""Which sentence is told where a question has two parts, asks for several names, or counts in other
words than the report. Every story is invented.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from diary import build_diary

from index.archive import Archive
from qa import ask
from qa.passages.features import of_kind
from qa.passages.two_parts import split_in_two
from qa.question.looked_for import read_question

STORIES = {
    "wire-pier.txt": (
        "Pilots and mayor on the pier\n\n"
        "VIK, March 5, 2019. /NNA/. The pilots of Vik insisted on Tuesday that the pier must be "
        "closed at once. Mayor Tove Lund said that the pier should stay open until the herring is "
        "landed.\n\n"
        "Oslo has made shifts in its position on the Blue Anchor and Sea Holly crews. Norway "
        "has told the crews nothing.\n\n"
        "Port clerk Ola Moe tweeted that “the mayor waved at some folks on the pier today.”\n"
    ),
    "wire-herring.txt": (
        "Herring group to meet\n\n"
        "RIGA, March 6, 2019. /NNA/. Norway and Latvia sponsor the Herring Support Group. The "
        "9-nation group is planning to gather in Riga in May.\n\n"
        "The group owns a bell, a boat and four nets.\n"
    ),
}  # fmt: skip
ON = date(2019, 6, 1)


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    """An archive of these stories."""
    with build_diary(tmp_path_factory.mktemp("parts"), STORIES) as archive:
        yield archive


@pytest.mark.parametrize(
    ("question", "words"),
    [
        (
            "The pier, March 2019: compare what the pilots insisted on with what Mayor Lund said.",
            ["closed at once", "stay open"],
        ),
        (
            "What did the pilots insist on, and what did Mayor Lund say of the pier?",
            ["closed at once", "stay open"],
        ),
        # the sentence that names two, of a country by another of its names
        (
            "On which two crews was Norwegian policy said to have shifted by March 2019?",
            ["Blue Anchor", "Sea Holly"],
        ),
        # counted in other words
        ("How many countries belong to the herring group that Norway sponsors?", ["9-nation"]),
        # what opens a sentence with a capital, and a name that is a verb in the report
        ("Who tweeted about folks on the pier? Spelling matters.", ["Ola Moe"]),
        ("Which clerk wrote on Twitter that the mayor waved at folks on the pier?", ["Ola Moe"]),
    ],
)
def test_the_sentence_that_tells_it(told: Archive, question: str, words: list[str]) -> None:
    answer = ask(told, question, asked_on=ON)
    said = " ".join(one.text for one in answer.statements)
    assert (answer.outcome, [word for word in words if word not in said]) == ("answered", [])


@pytest.mark.parametrize(
    "question",
    [
        "How many drivers belong to the herring group that Norway sponsors?",
        "What did the pilots insist on in Stavanger?",
        "What did Merkley tell the pilots about the pier?",
    ],
)
def test_what_no_sentence_tells(told: Archive, question: str) -> None:
    answer = ask(told, question, asked_on=ON)
    assert (answer.outcome, answer.statements) == ("not_in_archive", ())


@pytest.mark.parametrize(
    ("question", "parts"),
    [
        (
            "The quota: compare what Oslo asked with what Riga gave.",
            ("The quota: what Oslo asked", "The quota: what Riga gave"),
        ),
        (
            "How did the pilots' demand differ from the mayor's offer?",
            ("the pilots' demand", "the mayor's offer"),
        ),
        (
            "What did Oslo offer, and what did Riga ask?",
            ("What did Oslo offer", "what did Riga ask"),
        ),
        ("What does the crossing cost now, and what will it cost then?", ()),  # of one thing
        ("What did Oslo and Riga offer?", ()),
    ],
)
def test_a_question_in_two_parts(question: str, parts: tuple[str, ...]) -> None:
    assert split_in_two(question) == parts


@pytest.mark.parametrize(
    ("question", "text", "fits"),
    [
        ("What specific demands did the rowers make?",
         "They asked for dry boots, a longer break, new ropes and a bell.", 1.0),
        ("What specific demands did the rowers make?",
         "Their demands, the mayor said, were fair.", 0.0),
        ("Which two crews were named?", "The Blue Anchor and the Sea Holly crews were named.", 1.0),
        ("Which two crews were named?", "Anna Berg and Karl Stone were there.", 0.5),
        ("Which two crews were named?", "The crews were named.", 0.0),
    ],
)  # fmt: skip
def test_a_sentence_with_what_is_asked_for(question: str, text: str, fits: float) -> None:
    assert of_kind(read_question(question, asked_on=ON), text)["fits"] == fits
