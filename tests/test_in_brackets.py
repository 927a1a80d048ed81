"""What stands in brackets behind a name: another name for it, or a remark on it.

Every story is invented.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from diary import build_diary

from index.archive import Archive
from index.records import Outcome
from qa import ask
from qa.answers import Answer
from qa.telling.gate import check_answer

STORIES = {
    "league.txt": (
        "Net makers meet in Moss\n\n"
        "MOSS, May 4, 2018. /NNA/. Envoy Anna Berg (Labour) spoke to the Netmen's League [GILDEN] "
        "on Friday.\n\n"
        "The Black Oar (a club banned in Riga - eds. NNA) had sent a wreath.\n\n"
        "The league counts 400 members, said President (Karl) Stone.\n\n"
        "The Moss Rowing Society (MRS) lent its hall.\n"
    ),
    "oar.txt": (
        "Wreaths for the drowned\n\n"
        "RIGA, June 12, 2018. /Harbour Wire/. The Black Oar and the Grey Gull clubs (both are "
        "watched by the police) laid wreaths.\n\n"
        "The Grey Gull (formerly called the White Gull) paid for the band.\n\n"
        "Sailors call the lighthouse the Old Lady.\n\n"
        "The pilots' choir sang until midnight.\n"
    ),
}


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    with build_diary(tmp_path_factory.mktemp("brackets"), STORIES) as archive:
        yield archive


def answer_to(archive: Archive, question: str) -> Answer:
    answer = ask(archive, question, asked_on=date(2026, 5, 1))
    check_answer(archive, answer)
    return answer


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("By which other name does the May 2018 article call the Netmen's League?", "[GILDEN]"),
        ("What else is Gilden called?", "Netmen's League"),
        ("Under what other name is the Moss Rowing Society known?", "(MRS)"),
        ("What else is the Grey Gull known as?", "the White Gull"),
        ("What does NNA add in brackets about the Black Oar?", "a club banned in Riga"),
        ("What is added in brackets about the Grey Gull clubs?", "watched by the police"),
        ("What does Harbour Wire add about the Black Oar in brackets?", "watched by the police"),
        ("What stands in parentheses beside Stone?", "(Karl) Stone"),
    ],
)
def test_a_bracket_tells_it(archive: Archive, question: str, told: str) -> None:
    answer = answer_to(archive, question)
    assert answer.outcome is Outcome.ANSWERED
    assert [told in said.text for said in answer.statements] == [True]


@pytest.mark.parametrize(
    "question",
    [
        "What else is Anna Berg called?",  # a party is no name of hers
        "By what other name does the article call the pilots' choir?",
        "What does Harbour Wire add in brackets about the Netmen's League?",
        "What does NNA add in brackets about the wreath?",
    ],
)
def test_no_bracket_is_no_answer(archive: Archive, question: str) -> None:
    assert answer_to(archive, question).outcome is Outcome.NOT_IN_ARCHIVE


def test_a_name_may_be_told_without_brackets(archive: Archive) -> None:
    answer = answer_to(archive, "What else is the lighthouse called?")
    assert "Old Lady" in answer.text
