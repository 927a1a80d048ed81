"""Where a meeting is that its own clause leaves open: "here", where somebody went, was welcomed."""

import pytest

from tests.reports import report

OSLO = "OSLO, June 14 (NNA) -- "
HEADED = "President Anna Berg headed for Norway on Wednesday for talks with King Stone. "


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (OSLO + "Envoy Anna Berg said Tuesday the port is safe.\n\nBerg, who arrived here late "
         "Monday, made the remarks after talks with Karl Stone.", "Oslo"),
        (OSLO + "Envoy Anna Berg said here Tuesday the port is safe.\n\nShe made the remarks after "
         "talks with Karl Stone.", "Oslo"),
        (OSLO + "Envoy Anna Berg arrived here on Tuesday.\n\nShe met Karl Stone.", "Oslo"),
        (OSLO + "A ferry sank here on Monday.\n\nRIGA, June 14 (NNA) -- Envoy Anna Berg met here "
         "on Tuesday with Karl Stone.", "Riga"),
        (OSLO + "Envoy Anna Berg met Karl Stone at his estate on Monday.", "Oslo"),
        # a house elsewhere, or after one has left
        (OSLO + "Envoy Anna Berg will meet Karl Stone at his Florida estate on Friday.", None),
        (OSLO + "Envoy Anna Berg will meet Karl Stone at his estate on Friday after she leaves "
         "Oslo.", None),
        (OSLO + "Envoy Anna Berg, who flew here from Riga, was received by Karl Stone.", "Oslo"),
        # who came was another, will come, or the meeting is told to be elsewhere
        (OSLO + "Envoy Ivo Lund arrived here on Tuesday.\n\nAnna Berg met Karl Stone.", None),
        (OSLO + "Anna Berg, who will come here in July, met Karl Stone on Monday.", None),
        (OSLO + "Envoy Anna Berg said here that the port is safe.\n\nShe met Karl Stone in Riga on "
         "Monday.", "Riga"),
        (OSLO + "Envoy Anna Berg said here that the port is safe.\n\nShe met Karl Stone.", None),
    ],
)  # fmt: skip
def test_here_is_the_town_of_the_dateline(text: str, place: str | None) -> None:
    assert report(text)[-1].place == place


def test_the_dateline_is_shown_for_here() -> None:
    found = report(OSLO + "Envoy Anna Berg arrived here on Tuesday.\n\nShe met Karl Stone.")[-1]
    assert [e.quote for e in found.evidence if e.field == "place"] == ["OSLO"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (HEADED, "Norway"),
        (HEADED + "Before leaving for the port of Bergen, Berg took a telephone call.", "Bergen"),
        (HEADED + "Berg left for the resort of Geilo at noon.", "Geilo"),
        (HEADED + "Before leaving for the port of Bergen, Ivo Marsh took a call.", "Norway"),
        (HEADED + "She said: “The port of Bergen is full.”", "Norway"),
        ("Anna Berg left for Riga on Wednesday for talks with Karl Stone.", "Riga"),
        ("Anna Berg flew into Riga on Wednesday for talks with Karl Stone.", "Riga"),
        ("Anna Berg left Oslo on Wednesday for talks with Karl Stone.", None),
        ("Anna Berg welcomed Karl Stone to Riga on Monday.", "Riga"),
        ("Anna Berg welcomed Karl Stone to the White House on Monday.", "Washington"),
        ("Anna Berg welcomed Karl Stone to the board on Monday.", None),
    ],
)  # fmt: skip
def test_where_somebody_went_for_it(text: str, place: str | None) -> None:
    assert report(text)[0].place == place


@pytest.mark.parametrize(
    ("text", "place", "day"),
    [
        # before she came: neither the town nor the day of the stay is the meeting's
        (OSLO + "Envoy Anna Berg arrived here on June 13, 2022. On her way she met Karl Stone at a "
         "port hotel.", None, "2022-06-13"),
        (OSLO + "On the way to Oslo for a visit on March 12-14, 2022, Envoy Anna Berg met Karl "
         "Stone at the airport.", None, "2022-03"),
        (OSLO + "Envoy Anna Berg came to Oslo on June 13, 2022. On the way there she met Karl "
         "Stone in Riga.", "Riga", "2022-06-13"),
    ],
)  # fmt: skip
def test_what_was_on_the_way_is_not_of_the_stay(text: str, place: str | None, day: str) -> None:
    found = report(text)[-1]
    assert found.place == place
    assert found.when is None or not found.when.edtf.startswith(day)


@pytest.mark.parametrize(
    ("text", "place", "day"),
    [
        (OSLO + "Envoy Anna Berg arrived here on June 13, 2022. She met Karl Stone at the castle.",
         "Oslo", "2022-06-13"),
        (OSLO + "On her way to the airport, Envoy Anna Berg met Karl Stone in the town hall on "
         "June 13, 2022.", "Oslo", "2022-06-13"),
        (OSLO + "On her way to Riga, Envoy Anna Berg met Karl Stone here on June 13, 2022.", "Oslo",
         "2022-06-13"),
        (OSLO + "On the way to Oslo, Anna Berg met Karl Stone in Riga on June 13, 2022.",
         "Riga", "2022-06-13"),
    ],
)  # fmt: skip
def test_what_is_on_another_way_stays(text: str, place: str, day: str) -> None:
    found = report(text)[-1]
    assert found.place == place
    assert found.when is not None
    assert found.when.edtf.startswith(day)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (OSLO + "Anna Berg met Karl Stone on Monday in the village school at Colmar.", "Colmar"),
        (OSLO + "Anna Berg met Karl Stone on Monday in the town hall at Halden.", "Halden"),
        (OSLO + "Anna Berg met Karl Stone in Riga's Old Town Hall on Monday.", "Riga"),
        (OSLO + "Anna Berg and Karl Stone met behind closed doors in Riga on Monday.", "Riga"),
        # a firm's house, and where those are who tell of it
        (OSLO + "Anna Berg met Karl Stone on Monday in her office at Skagen Shipping Ltd.", "Oslo"),
        ("Anna Berg met her Latvian counterpart, Karl Stone, the ministry in Oslo said.", None),
        ("Anna Berg met Karl Stone in Riga, the ministry in Oslo said on Monday.", "Riga"),
    ],
)  # fmt: skip
def test_the_town_of_a_house_and_of_those_who_tell(text: str, place: str | None) -> None:
    assert report(text)[-1].place == place
