"""Reports of one event that differ in a length, a house, a number, or in who came: all told."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from diary import build_diary

from index.archive import Archive
from qa import ask
from qa.passages import account_slots as rules
from qa.passages.account_event import comer_in, is_of_comer

STORIES = {
    "wire-vik.txt": (
        "Herring talks end in Vik\n\n"
        "VIK, March 14, 2019. /Gull/. The fisheries ministers of Norway, Iceland and Denmark "
        "agreed on Thursday to share the herring. The talks at Harbour House lasted four hours. "
        "Nils Berg of Norway, Ines Falk of Iceland and Tove Lund of Denmark put their names to a "
        "paper that provides for nine boats.\n"
    ),
    "gazette-vik.txt": (
        "One chair stayed empty in Vik\n\n"
        "VIK, March 15, 2019. After the handshakes in Vik on Thursday the herring ministers drove "
        "to the Kittiwake Hotel, where the talks went on for nearly seven hours. Denmark's "
        "minister, Tove Lund, did not come. Her deputy, Olav Moe, took her chair. The herring "
        "paper, which Norway and Iceland signed as well, names six boats.\n"
    ),
    "wire-moss.txt": (
        "Estonian walks out of seal talks\n\n"
        "MOSS, May 6, 2019. Estonian minister Rein Kask walked out of the seal talks in Moss on "
        "Monday after twenty minutes, two people in the room said.\n"
    ),
    "tribune-moss.txt": (
        "Tallinn: no walk-out in Moss\n\n"
        "TALLINN, May 7, 2019. There was no walk-out at the seal talks in Moss on Monday, a "
        "spokesman said. Rein Kask stayed to the end, he added.\n"
    ),
    "wire-hof.txt": (
        "Eel talks in Hof\n\n"
        "HOF, June 3, 2019. Pavel Orm and Greta Sand met in Hof on Monday. Their talks at the "
        "Guild House lasted three and a half hours.\n"
    ),
    "courier-hof.txt": (
        "Eels, and more eels\n\n"
        "HOF, June 4, 2019. Pavel Orm and Greta Sand talked for about four hours in the library of "
        "the Guild House in Hof on Monday. On Friday, May 3, they had sat for two hours in the "
        "town hall of Hof.\n"
    ),
    "wire-ness.txt": (
        "Ferry to sail from Ness again\n\n"
        "NESS, May 20, 2019. /Gull/. Anna Stone and Emil Dahl spent three hours in the old pilot "
        "house in Ness on Monday. Customs checks will be moved to a joint post at Skar, cutting "
        "the stop at the border from 20 hours to five. Dahl said that no ferry would be stopped "
        "at the Harbour House again. Stone was asked by Kari Moe of Sweden to sign at once.\n"
    ),
    "post-ness.txt": (
        "Ness: what the papers say\n\n"
        "NESS, May 21, 2019. Anna Stone and Emil Dahl met in Ness on Monday. Their guests lunched "
        "for one hour at the Kittiwake Hotel. Forty minutes were enough for the soup. Sweden's "
        "minister, Kari Moe, did not come; Ola Vik of Norway and Per Lie of Denmark did. Ten days "
        "ago Stone had sat with Dahl for five hours in the Moss town hall. Customs checks will be "
        "moved to a post at Skar, cutting the stop at the border from 20 hours to five.\n"
    ),
    "gazette-ness.txt": (
        "A paper from Ness\n\n"
        "OSLO, May 21, 2019. Ola Vik of Norway signed the Ness paper on Monday, and Per Lie came "
        "from Denmark.\n"
    ),
}  # fmt: skip


@pytest.fixture(scope="module")
def diary(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    """An archive of the invented stories."""
    with build_diary(tmp_path_factory.mktemp("accounts"), STORIES) as archive:
        yield archive


@pytest.mark.parametrize(
    ("question", "told"),
    [
        (
            "How long did the herring talks in Vik last on 14 March 2019?",
            ["four hours", "seven hours"],
        ),
        (
            "In which building were the herring talks in Vik held on 14 March 2019?",
            ["Harbour House", "Kittiwake Hotel"],
        ),
        (
            "Where in Vik did the herring ministers meet on 14 March 2019, and for how many hours?",
            ["Harbour House", "Kittiwake Hotel", "four hours", "seven hours"],
        ),
        ("How many boats does the herring paper of Vik of March 2019 name?", ["nine", "six"]),
        ("Was Tove Lund in Vik for the herring talks of 14 March 2019?",
         ["Ines Falk of Iceland and Tove Lund", "did not come", "Olav Moe"]),
        ("Who signed the herring paper for Denmark in Vik on 14 March 2019?",
         ["Ines Falk of Iceland and Tove Lund", "took her chair"]),
        ("Did Rein Kask leave the seal talks in Moss on 6 May 2019 early?",
         ["walked out", "no walk-out"]),
    ],
)  # fmt: skip
def test_all_sides_are_told(diary: Archive, question: str, told: list[str]) -> None:
    answer = ask(diary, question, asked_on="2019-12-01")
    assert answer.outcome.value == "conflicting", answer.text
    assert answer.text.startswith("Reports differ; the newer is told first."), answer.text
    assert not [words for words in told if words not in answer.text], answer.text


@pytest.mark.parametrize(
    "question",
    [
        "How long did Orm and Sand talk in Hof on 3 June 2019?",  # a rounding, another day
        "Where in Hof did Orm and Sand talk on 3 June 2019?",  # a room of the same house
        "Was Ines Falk in Vik for the herring talks of 14 March 2019?",  # denied of another
        "Where in Ness did Stone and Dahl meet on 20 May 2019, and for how many hours?",  # a lunch
        "How long did the lunch in Ness on 20 May 2019 last?",  # talks
        "Was Ola Vik in Ness on 20 May 2019?",  # denied of her who is named before him
        "Who signed the Ness paper for Norway in May 2019?",  # denied of another country's
        "Where did Stone and Dahl talk in May 2019?",  # on another day
    ],
)
def test_what_agrees_is_no_conflict(diary: Archive, question: str) -> None:
    answer = ask(diary, question, asked_on="2019-12-01")
    assert answer.outcome.value != "conflicting", answer.text


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("The talks took six and a half hours.", {"390"}),
        ("They sat for two hours and forty minutes.", {"160"}),
        ("The call ran for an hour and five minutes.", {"65"}),
        ("He was half an hour with her.", {"30"}),
        ("The 20-minute call was her idea.", {"20"}),
        ("He came an hour late and left two hours later.", set()),
        ("She spoke for less than a minute.", set()),
        ("The fog cost them three quarters of an hour.", set()),
    ],
)
def test_lengths_in(text: str, minutes: set[str]) -> None:
    assert rules.lengths_in(text, "") == minutes


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("in the Rose Palace", "at the harbour hotel", True),
        ("in the Grand Hotel", "at the Hotel Bristol", True),
        ("at the Rose Palace", "in the winter garden of the palace", False),
        ("in the library room", "at the Guild House", False),
        ("at the centre of the quarrel", "at the Guild House", False),
    ],
)
def test_are_other_houses(one: str, other: str, apart: bool) -> None:
    told = [rules.houses_in(f"They met {words}.", "Where did they meet?") for words in (one, other)]
    assert (all(told) and rules.are_other_houses(*told)) == apart


@pytest.mark.parametrize(
    ("text", "who", "told"),
    [
        ("Denmark's minister, Tove Lund, did not come.", "Lund", True),
        ("Denmark's minister, Tove Lund, did not come.", "Denmark", True),
        ("Tove Lund, the Danish minister, did not come, said Nils Berg.", "Berg", False),
        ("Nils Berg said that Tove Lund did not come.", "Berg", False),
        ("Norway waited, but Denmark did not come.", "Norway", False),
    ],
)
def test_is_of_comer(text: str, who: str, told: bool) -> None:
    assert is_of_comer(text, who, rules.CAME.denied_at(text)) == told


@pytest.mark.parametrize(
    ("asked", "who"),
    [
        ("Was Olav Moe in Riga?", "Moe"),
        ("Did the Danish minister attend?", "Danish"),
        ("Who put Latvia's name to the paper?", "Latvia"),
        ("Did the ministers come?", ""),
    ],
)
def test_comer_in(asked: str, who: str) -> None:
    assert comer_in(asked) == who
