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
        ("How far is Vik?", "Vik is two hours away.", True),
    ],
)
def test_a_number_answers(question: str, sentence: str, fits: bool) -> None:
    read = read_question(question, asked_on=date(2020, 1, 1))
    assert (read.wants, bool(of_kind(read, sentence)["fits"])) == ("quantity", fits)
