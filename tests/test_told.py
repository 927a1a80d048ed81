"""What a reply's words tell: days, names, places."""

import pytest

from eval.told import last_name, named_people, names_place, read_days


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("The bridge opened on 3 May 2019.", ["2019-05-03/2019-05-03"]),
        ("It opened on May 3rd, 2019.", ["2019-05-03/2019-05-03"]),
        ("Opened 2019-05-03 at noon.", ["2019-05-03/2019-05-03"]),
        ("The talks of February 2020 failed.", ["2020-02-01/2020-02-29"]),
        (
            "First in June 2018, then on 4 July 2018.",
            ["2018-06-01/2018-06-30", "2018-07-04/2018-07-04"],
        ),
        ("They met on Friday.", []),
        ("31 June 2019 is a day of no calendar.", []),
    ],
)
def test_days_written_with_their_year(text: str, days: list[str]) -> None:
    assert [f"{d.earliest}/{d.latest}" for d in read_days(text)] == days


@pytest.mark.parametrize(
    ("text", "place", "named"),
    [
        ("They met in GDANSK.", "Gdańsk", True),
        ("They met in Omanville.", "Oman", False),
        ("Berg flew to the Åland Islands.", "Aland Islands", True),
    ],
)
def test_places_are_whole_words_with_accents_folded(text: str, place: str, named: bool) -> None:
    assert names_place(text, place) is named


def test_people_by_last_name() -> None:
    people = ("Łukasz Zawada", "Anna Berg", "Karl Stone")
    assert last_name("Łukasz Zawada") == last_name("Lukasz Zavada")
    assert named_people("She met Zelinsky’s aide and Oleksii Reznik.", ("Ihor Zelinskyy",)) == (
        "Ihor Zelinskyy",
    )
    assert named_people("She met Zelenin.", ("Ihor Zelinskyy",)) == ()
    assert named_people("Minister Zawada met Ms Berg.", people) == people[:2]
