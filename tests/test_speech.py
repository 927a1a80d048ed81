"""Whose words a sentence reports; whether a bare surname is several people's."""

import pytest

from qa.namesakes import bearers
from qa.speech import may_be_said_by


@pytest.mark.parametrize(
    ("text", "names", "said"),
    [
        ("“No,” said Anna Stone.", ["Anna Stone"], True),
        ("“No,” said Karl Berg, who met Stone.", ["Stone"], False),
        ("Stone, who heads the board, told reporters it was late.", ["Stone"], True),
        ("“It was late,” she said.", ["Stone"], True),
        ("Stone would come in May, her aide said.", ["Stone"], False),
        ("Stone had a bad leg.", ["Stone"], False),
        ("“It was late.”", ["Stone"], True),
    ],
)
def test_whose_words(text: str, names: list[str], said: bool) -> None:
    assert may_be_said_by(text, names) is said


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
