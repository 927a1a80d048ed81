"""What counts as a number that answers "how many" and "how much"; the sentences are invented."""

from __future__ import annotations

from datetime import date

import pytest

from qa.passages.features import of_kind
from qa.question.looked_for import read_question


@pytest.mark.parametrize(
    ("question", "sentence", "fits"),
    [
        ("How many crews sailed?", "About 30 crews sailed in the spring of 2019.", True),
        ("How many crews sailed?", "Only 9 came back.", True),
        ("How many crews sailed?", "In all 2019 crews sailed.", True),
        ("How many crews sailed?", "Dozens had sailed, two of them by night.", True),
        ("How many crews sailed?", "The crews sailed on 14 May 2019.", False),
        ("How many crews sailed?", "The crews sailed for the 3rd time since 2001.", False),
        ("How many crews sailed?", "The crews that sailed lay at Pier 9.", False),
        ("How much would the sale raise?", "The sale of two ferries would raise hopes.", False),
        (
            "How much would the sale raise?",
            "The sale of two ferries would raise 9,000 euros.",
            True,
        ),
        ("How high is the wall?", "The wall will stand for two weeks.", False),
        ("How high is the wall?", "The wall is nine feet high.", True),
        ("How long is the pipe from end to end?", "It broke for 9 hours.", False),
        ("How long is the pipe, in metres?", "The pipe runs for 700 metres.", True),
        ("How long was the strike?", "The strike went on for 9 hours.", True),
        ("How far is Vik?", "Vik is two hours away.", True),
    ],
)
def test_a_number_answers(question: str, sentence: str, fits: bool) -> None:
    read = read_question(question, asked_on=date(2020, 1, 1))
    assert (read.wants, bool(of_kind(read, sentence)["fits"])) == ("quantity", fits)


@pytest.mark.parametrize(
    ("question", "nearer", "farther"),
    [
        ("How many crews sailed?", "It kept all 30 crews.", "It kept all 30 tons."),
        ("How many cotton mills will they close?", "They close 4 old mills.", "They close 4 days."),
        ("How many sailors stayed on?", "Some 12 tired sailors did.", "Some 12 did, sailors say."),
        ("In which language did they talk?", "The two spoke Italian.", "The Italian envoy came."),
        ("What languages were used?", "It was held in Polish.", "It was held in Poland."),
        ("How did Berg hear of the fire?", "He was told by letter.", "He was at home by noon."),
        ("How were the crews informed?", "They knew it from the radio.", "They knew it for days."),
        ("How had Stone learned of it?", "A clerk told her by telephone.", "A clerk sat by her."),
    ],
)
def test_what_is_asked_for_fits_better(question: str, nearer: str, farther: str) -> None:
    read = read_question(question, asked_on=date(2020, 1, 1))
    assert of_kind(read, nearer)["fits"] > of_kind(read, farther)["fits"]


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("How many states belong to the group?", "The 17-nation group met."),  # in other words
        ("How many crews sailed?", "Only 9 came back."),
        ("How did Berg sail home?", "He sailed home by night."),
    ],
)
def test_what_is_told_in_other_words_fits_as_before(question: str, sentence: str) -> None:
    read = read_question(question, asked_on=date(2020, 1, 1))
    assert of_kind(read, sentence)["fits"] == float(read.wants == "quantity")
