"""The people of an article: names in full and surnames, titles, spellings, two of one name."""

import pytest

from index.name_match import holds
from index.names import Cast
from index.parse import parse


def cast(*sentences: str) -> Cast:
    return Cast(parse(sentences))


def names(*sentences: str) -> list[str]:
    return [character.name for character in cast(*sentences).characters]


@pytest.mark.parametrize(
    ("sentences", "expected"),
    [
        (["Polish envoy Anna Berg left Oslo.", "Berg said nothing."], ["Anna Berg"]),
        (["Polish envoy Anna Berg left Oslo.", "Ms Berg said nothing."], ["Anna Berg"]),
        (["Berg said nothing.", "Polish envoy Anna Berg left Oslo."], ["Anna Berg"]),
        (["Envoy Sergei Orlov spoke.", "Minister Sergey Orlov left."], ["Sergei Orlov"]),
        (["Envoy A. Berg spoke.", "Minister Anna Berg left."], ["Anna Berg"]),
        (["President Ali al-Hadi spoke.", "Hadi left the hall."], ["Ali al-Hadi"]),
        (["Envoy Jean-Luc Moulin spoke.", "Moulin left."], ["Jean-Luc Moulin"]),
        (["Envoy Tove van der Berg spoke."], ["Tove van der Berg"]),
        (["Envoy Jonah arap Lund spoke."], ["Jonah arap Lund"]),
        (["The president said no.", "President Berg left.", "President will sail."], ["Berg"]),
        (["Foreign Minister Anna Berg-Stone spoke."], ["Anna Berg-Stone"]),
        (["Minister Anna Kersey met envoy Karl Kirsey."], ["Anna Kersey", "Karl Kirsey"]),
        (["Envoy Karl Marsh spoke.", "Ivo Marsh, the Latvian envoy, left."],
         ["Karl Marsh", "Ivo Marsh"]),
        (["Polish Foreign Minister Anna Berg flew to Riga."], ["Anna Berg"]),
        (["The ferry left Riga on Monday."], []),
        (["Ministers Anna Berg, Karl Stone and Ivo Marsh left."],
         ["Anna Berg", "Karl Stone", "Ivo Marsh"]),
        (["Minister of Trade Jan Nowak left."], ["Jan Nowak"]),
        (["Sen. Anna Berg met Crown Prince Karl Stone."], ["Anna Berg", "Karl Stone"]),
        (["Envoy Anna Berg left Oslo.", "Anna Berg Ivo Marsh", "Berg said no."], ["Anna Berg"]),
        (["ENVOY ANNA BERG LEFT", "Envoy Anna Berg left."], ["Anna Berg"]),
    ],
)  # fmt: skip
def test_who_is_named(sentences: list[str], expected: list[str]) -> None:
    assert sorted(names(*sentences)) == sorted(expected)


def test_two_of_one_surname_by_title() -> None:
    people = cast(
        "Polish Foreign Minister Anna Berg spoke in Riga.",
        "Commodore Priit Berg, who is no relation, left early.",
        "Commodore Berg took a cab.",
        "Berg said the ferry would sail.",
    )
    assert [c.name for c in people.characters] == ["Anna Berg", "Priit Berg"]
    assert people.at(2, 1) is people.characters[1]
    assert people.at(3, 0) is people.characters[0]


@pytest.mark.parametrize(
    ("sentences", "name", "role", "country"),
    [
        (["Polish Foreign Minister Anna Berg left."], "Anna Berg", "foreign minister", "POL"),
        (["Anna Berg, the Polish envoy, left."], "Anna Berg", "envoy", "POL"),
        (["The Polish envoy, Anna Berg, left."], "Anna Berg", "envoy", "POL"),
        (["Polish Foreign Minister Anna Berg met her Latvian counterpart, Karl Ozols, in Riga."],
         "Karl Ozols", "foreign minister", "LVA"),
        (["Fisheries ministers Anna Berg and Karl Stone left."],
         "Karl Stone", "fisheries minister", None),
        (["Norway's Anna Berg left Riga."], "Anna Berg", None, "NOR"),
        (["Former Polish president Jan Nowak left."], "Jan Nowak", None, "POL"),
        (["The state secretary for the sea, Anna Berg, left."], "Anna Berg",
         "state secretary", None),
        (["Polish envoy Anna Berg left.", "Anna Berg, the Latvian envoy and Karl Stone met."],
         "Anna Berg", "envoy", "POL"),
    ],
)  # fmt: skip
def test_office_and_country(
    sentences: list[str], name: str, role: str | None, country: str | None
) -> None:
    character = next(c for c in cast(*sentences).characters if c.name == name)
    assert (character.role, character.country) == (role, country)


def test_who_holds_an_office() -> None:
    (minister,) = cast("Polish Foreign Minister Anna Berg left.").characters
    assert holds(minister, "foreign minister", "POL")
    assert holds(minister, "minister", None)
    assert not holds(minister, "foreign minister", "LVA")
    assert not holds(minister, "president", "POL")


@pytest.mark.parametrize(
    ("sentences", "expected"),
    [
        # a title that only one of two can bear keeps them apart
        (["Latvia's Karl Stone spoke.", "Berg met King Stone of Norway."], "Stone"),
        (["Latvia's Karl Stone spoke.", "King Stone of Norway left.", "Berg saw Stone."], "Stone"),
        (["King Stone of Norway left.", "Latvia's Karl Stone spoke.", "Berg saw Stone."],
         "Karl Stone"),
        (["King Stone of Norway left.", "Latvia's Karl Stone spoke.", "Berg saw Mr. Stone."],
         "Karl Stone"),
        (["Latvian President Karl Stone spoke.", "Berg met Norwegian President Stone."], "Stone"),
        (["King Stone spoke.", "Berg met Latvian President Stone."], "Stone"),
        (["Envoy Ali Hassan spoke.", "Berg met Sultan Ali."], "Ali"),
        # and one that both may bear does not
        (["King Karl Stone spoke.", "Berg met King Stone."], "Karl Stone"),
        (["Karl Stone, the king of Norway, spoke.", "Berg met King Stone."], "Karl Stone"),
        (["Crown Prince Karl Stone spoke.", "Berg met Prince Stone."], "Karl Stone"),
        (["General Karl Stone spoke.", "Berg met President Stone."], "Karl Stone"),
        (["Latvian President Karl Stone spoke.", "Berg met President Stone."], "Karl Stone"),
        (["Latvian envoy Karl Stone spoke.", "Berg saw Stone."], "Karl Stone"),
    ],
)  # fmt: skip
def test_whose_name_a_title_makes_it(sentences: list[str], expected: str) -> None:
    people = cast(*sentences)
    at = len(sentences) - 1
    assert people.at(at, people.spans_in(at)[-1].last).name == expected


def test_a_king_is_not_the_president_of_his_name() -> None:
    people = cast("King Stone spoke.", "Berg met Latvian President Stone.", "The king left Stone.")
    king, president = (c for c in people.characters if c.surname == "stone")
    assert [post.role for post in king.posts] == ["king"]
    assert [post.role for post in president.posts] == ["president"]


def test_a_surname_beside_or_long_before_a_full_name_is_another() -> None:
    couple = cast("Berg and his wife Anna Berg met Karl Stone in Oslo.", "Berg will visit Riga.")
    wife, first = (c for c in couple.characters if c.surname == "berg")
    assert (first.name, wife.name) == ("Berg", "Anna Berg")
    assert couple.spans_in(1)[0] in first.spans

    filler = [f"The ferry left at {n}." for n in range(1, 12)]
    long_before = cast("President Berg flew to Oslo.", *filler, "Anna Berg stayed at home.")
    assert [c.name for c in long_before.characters if c.surname == "berg"] == ["Anna Berg", "Berg"]


@pytest.mark.parametrize(
    ("sentences", "expected"),
    [
        (["“Mending Europe is our aim,” Anna Berg said.", "The Nordic-Europe Summit met."],
         ["Anna Berg"]),
        (["Norwegian Prime Minister Karl Stone Stone arrives in Oslo."], ["Karl Stone"]),
        (["Senator Anna Berg, D-Riverton, met Karl Stone."], ["Anna Berg", "Karl Stone"]),
        (["Aide Karin Jean-Lund met Karl Stone.", "Jean-Lund smiled."],
         ["Karin Jean-Lund", "Karl Stone"]),
        (["Anna Berg and Karl Stone spoke in Oslo.", "Berg-Stone Phone Call Takes Place Monday"],
         ["Anna Berg", "Karl Stone"]),
        (["Anna Berg flew to Oslo on Monday.", "Berg Heading Home After Talks With Norway"],
         ["Anna Berg"]),
        (["Envoy Anna Berg left.", "Visit Berg", "Oslo Gov. Karl Stone met Berg."],
         ["Anna Berg", "Karl Stone"]),
        (["Prince Olaf left.", "Photos: Prince Olaf Prince Olaf met Sir Karl Stone on Monday."],
         ["Karl Stone", "Olaf"]),
        (["The Harbour Trade Council met Karl Stone."], ["Karl Stone"]),
        (["The Salt People's Congress met Karl Stone."], ["Karl Stone"]),
        (["Hassan Sheikh Moe met Karl Stone."], ["Hassan Sheikh Moe", "Karl Stone"]),
        (["Anna Berg Meets Karl Stone In Oslo Castle"], ["Anna Berg", "Karl Stone"]),
    ],
)  # fmt: skip
def test_words_glued_to_names(sentences: list[str], expected: list[str]) -> None:
    assert names(*sentences) == expected


@pytest.mark.parametrize("byline", ["— Ivo Marsh", "“It is late.” - Ivo Marsh", "--Ivo Marsh"])
def test_who_wrote_a_report_is_nobody_in_it(byline: str) -> None:
    cast = Cast(parse(["Anna Berg was late.", byline, "He met Karl Stone."]))
    assert sorted(character.name for character in cast.characters) == ["Anna Berg", "Karl Stone"]
