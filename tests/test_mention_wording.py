"""Reports in the wordings of newspapers that a parser stumbles over: invented, one of each kind."""

from __future__ import annotations

import pytest

from tests.reports import names_of, report


@pytest.mark.parametrize(
    ("text", "names", "day"),
    [
        ("Berg met with Lund Saturday.", ["Berg", "Lund"], "2022-06-11"),
        ("President Otto Lund met Berg Friday to discuss trade.", ["Berg", "Otto Lund"],
         "2022-06-10"),
        ("Berg will meet Karl Stone Thursday.", ["Berg", "Karl Stone"], "2022-06-16"),
    ],
)  # fmt: skip
def test_a_weekday_right_behind_a_name_is_its_day(text: str, names: list[str], day: str) -> None:
    (mention,) = report(text)
    assert names_of(mention) == names
    assert mention.when is not None and mention.when.edtf == day


def test_a_name_that_the_model_takes_for_a_place_is_a_name_behind_an_office() -> None:
    text = "Secretary of State Anna Berg met Zambian Vice President Thabo Mbewe on Monday."
    assert names_of(report(text)[0]) == ["Anna Berg", "Thabo Mbewe"]


def test_who_visits_is_no_other_than_who_came() -> None:
    text = (
        "President Otto Lund arrived in Finland on Friday. The visiting Norwegian president said "
        "this when meeting with Finnish State President Aino Raski."
    )
    (mention,) = (m for m in report(text) if m.trigger.text == "meeting")
    assert names_of(mention) == ["Aino Raski", "Otto Lund"]


@pytest.mark.parametrize(
    ("text", "place", "venue"),
    [
        ("Otto Lund and Aino Raski met over a steak dinner at the C-9 summit in Argentina.",
         "Argentina", None),
        ("President Otto Lund was in Germany on Saturday, where he met Anna Berg.", "Germany",
         None),
        ("Otto Lund met with Anna Berg at the Fjord Security Conference.", None,
         "Fjord Security Conference"),
        ("Otto Lund and Aino Raski held talks on the strike at the port in Riga.", None, None),
    ],
)  # fmt: skip
def test_the_place_of_what_they_met_at(text: str, place: str | None, venue: str | None) -> None:
    mention = report(text)[0]
    assert (mention.place, mention.venue) == (place, venue)


def test_the_day_of_another_deed_is_not_that_of_the_meeting() -> None:
    text = (
        "Otto Lund spoke after a meeting with Finnish President Aino Raski, one of his harshest "
        "critics for backing out of the accord on June 1."
    )
    assert all(m.when is None or m.when.edtf != "2022-06-01" for m in report(text))


def test_a_gerund_that_opens_the_sentence_is_no_given_name() -> None:
    text = (
        "Greeting Lund on a mild morning at the airport were ministers and aides. While in "
        "Helsinki, Lund will meet with Aino Raski."
    )
    (mention,) = (m for m in report(text) if m.trigger.text == "meet")
    assert names_of(mention) == ["Aino Raski", "Lund"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Riga was considered as the site for the next Berg-Stone summit.", ["Berg", "Stone"]),
        ("President Anna Berg met with Otto Lund's lawyer on Friday.",
         ["Anna Berg", "Otto Lund's lawyer"]),
        ("Sullivan Berg will meet with Mar Lund in Helsinki on Monday, the palace said.",
         ["Mar Lund", "Sullivan Berg"]),
        ("Otto Lund attended an EV summit in Riga along with Anna Berg.",
         ["Anna Berg", "Otto Lund"]),
    ],
)  # fmt: skip
def test_who_takes_part_and_nobody_besides(text: str, names: list[str]) -> None:
    assert names_of(report(text)[0]) == names


@pytest.mark.parametrize(
    "text",
    [
        "Anna Berg and Otto Lund asked the interpreter for information about the Riga meeting.",
        "The Gulls did not win, but Otto Lund caught 10 balls, giving him 52 receptions.",
    ],
)
def test_who_only_asks_about_a_meeting_was_not_there(text: str) -> None:
    assert report(text) == []
