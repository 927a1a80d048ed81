"""Whose words a sentence reports; whether a bare surname is several people's."""

import pytest

from index.words import stem
from qa.meetings.namesakes import bearers
from qa.passages.sayings import Speaker, spoken


@pytest.mark.parametrize(
    ("texts", "his"),
    [
        (["“No,” said Anna Stone."], True),
        (["“No,” said Karl Berg, who met Stone."], False),
        (["Stone, who heads the board, told reporters it was late."], True),
        (["Stone came late.", "“It was late,” she said."], True),
        (["Stone came late.", "Berg came early.", "“It was early,” he said."], False),
        (["Stone would come in May, her aide said."], False),
        (["Stone had a bad leg."], False),
        (["Stone saw the “bridge”."], False),
        (["“It was late,” Stone said.", "“It was very late.”"], True),
    ],
)
def test_whose_words(texts: list[str], his: bool) -> None:
    stone = Speaker(forms=frozenset([stem("Stone")]))
    found = set(spoken(texts, stone, lambda text: "Berg" in text))
    assert (len(texts) - 1 in found) is his


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Vera Lund and Piet Lund came.", ["Vera Lund", "Piet Lund"]),
        ("Latvia's Lund came with Vera Lund.", ["Vera Lund"]),
        ("President Lund came.", []),
    ],
)
def test_bearers_of_a_surname(text: str, names: list[str]) -> None:
    assert list(bearers(text, "Lund")) == names
