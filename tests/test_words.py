"""Words as they are compared."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.words import content_words, fold, stem, stems


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Łukasz Šahin Øystein Đurić", "Lukasz Sahin Oystein Duric"),
        ("Əliyev, Isın, Groß", "Aliyev, Isin, Gross"),
        ("d’Arc", "d'Arc"),
        ("ﬁsh", "fish"),
        ("Путин", "Путин"),
        ("", ""),
    ],
)
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("Whom did Stone meet in Oslo?", ["Stone", "meet", "Oslo"]),
        ("What did Stone's deputy say of Stone?", ["Stone", "deputy"]),
        ("Why was the Fata Morgana’s crew ill?", ["Fata", "Morgana", "crew", "ill"]),
        ("Did O'Brien sail?", ["O Brien", "sail"]),
        ("And what about it?", []),
        ("", []),
    ],
)
def test_content_words(question: str, words: list[str]) -> None:
    assert content_words(question) == words


@pytest.mark.parametrize(
    ("one", "other"),
    [("talks", "talking"), ("meeting", "meets"), ("Łódź", "lodz"), ("agreed", "agrees")],
)
def test_words_of_one_stem(one: str, other: str) -> None:
    assert stem(one) == stem(other)


def test_stems_keep_order_and_repeats() -> None:
    assert stems("The ferry’s crew, the ferries") == ["the", "ferri", "crew", "the", "ferri"]


@given(st.text())
def test_folding_leaves_no_accent_and_twice_is_once(text: str) -> None:
    folded = fold(text)
    assert not any(unicodedata.combining(letter) for letter in folded)
    assert fold(folded) == folded


@given(st.text())
def test_every_content_word_stands_in_the_text(text: str) -> None:
    spaced = text.replace("’", " ").replace("'", " ")
    assert all(word in spaced for word in content_words(text))
