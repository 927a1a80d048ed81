"""Whom a sentence lists, read from its words."""

import pytest

from index.name_lists import listed_with
from index.names import Cast
from index.parse import parse


def listed(sentence: str, at: str) -> list[str]:
    """The words of the list that a word is in, member by member."""
    (doc,) = parse([sentence])
    token = next(token for token in doc if token.text == at)
    units, _ = listed_with(Cast([doc]), 0, token)
    return [doc[unit.first : unit.last + 1].text for unit in units]


@pytest.mark.parametrize(
    ("sentence", "at", "members"),
    [
        ("Anna Berg and Karl Stone met.", "Berg", ["Anna Berg", "Karl Stone"]),
        ("Anna Berg, Karl Stone and Rut Lind met.", "Lind",
         ["Anna Berg", "Karl Stone", "Rut Lind"]),
        ("Anna Berg, the Polish leader, Karl Stone, the Latvian foreign minister, and the members "
         "of two delegations met.", "Stone",
         ["Anna Berg, the Polish leader", "Karl Stone, the Latvian foreign minister", "members"]),
        ("Anna Berg of Norway and Karl Stone of Latvia met.", "Berg",
         ["Anna Berg of Norway", "Karl Stone of Latvia"]),
        ("Poland, South Korea and Chile held talks.", "Poland", ["Poland", "South Korea", "Chile"]),
        ("Anna Berg, accompanied by Karl Stone, left.", "Berg", ["Anna Berg", "Karl Stone"]),
        ("Anna Berg met Karl Stone, and Rut Lind left.", "Stone", ["Karl Stone"]),
        ("Anna Berg met Karl Stone, and Rut Lind left.", "Lind", ["Rut Lind"]),
        ("On a visit to Norway, Anna Berg also spoke.", "Berg", ["Anna Berg"]),
        ("Anna Berg met Ivo Marsh and first deputy ministers Karl Stone and Rut Lind.", "Marsh",
         ["Ivo Marsh", "first deputy ministers Karl Stone", "Rut Lind"]),
        ("Anna Berg said that he and Karl Stone had met.", "he", ["he", "Karl Stone"]),
        ("Anna Berg left.", "left", []),
    ],
)  # fmt: skip
def test_members_of_a_list(sentence: str, at: str, members: list[str]) -> None:
    assert listed(sentence, at) == members
