"""Spellings of names: one sound written in several ways is one, look-alikes are not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.spellings import fold_name


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sergei", "Sergey"), ("Andrej", "Andrey"), ("Tatiana", "Tatyana"), ("Zhukova", "Zukova"),
        ("Khalil", "Halil"), ("Tsarev", "Carev"), ("al-Hadi", "Hadi"), ("Müller", "Mueller"),
        ("Łukasz", "Lukasz"), ("Şahin", "Sahin"), ("Wassiljew", "Vasiliev"), ("OZOLS", "Ozols"),
        ("Yuri", "Iuri"), ("Philip", "Filip"),
    ],
)  # fmt: skip
def test_one_name_in_two_spellings(one: str, other: str) -> None:
    assert fold_name(one) == fold_name(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Berg", "Borg"), ("Marsh", "March"), ("Ozols", "Ozolins"), ("Lindt", "Lind"),
        ("Kersey", "Kirsey"),
    ],
)  # fmt: skip
def test_look_alikes_stay_apart(one: str, other: str) -> None:
    assert fold_name(one) != fold_name(other)


@given(st.text(max_size=30))
def test_folding_knows_no_case(word: str) -> None:
    assert fold_name(word.lower()) == fold_name(word.lower().casefold())
    assert not any(letter.isspace() for letter in fold_name(word))
