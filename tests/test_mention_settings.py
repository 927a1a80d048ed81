"""Meetings told to be at a gathering, or found by how somebody came to them."""

import pytest
from reports import names_of, read_on, report

SUMMIT = "Polish President Adam Berg spoke at the NATO summit in Narvik on Thursday. "
TWO = "President Adam Berg of Poland and Austrian Chancellor Anna Stone"


@pytest.mark.parametrize(
    ("second", "place", "edtf"),
    [
        ("At the summit, Berg met Austrian Chancellor Anna Stone.",
         "Narvik", "2022-06-09/2022-06-11"),
        ("Berg met Austrian Chancellor Anna Stone on the sidelines of the summit.",
         "Narvik", "2022-06-09/2022-06-11"),
        ("Berg met Austrian Chancellor Anna Stone on the margins of the NATO summit.",
         "Narvik", "2022-06-09/2022-06-11"),
        ("At the G-20 summit, Berg met Austrian Chancellor Anna Stone.", None,
         "[2022-06-09..2022-06-15]"),
        ("At the summit, Berg met Austrian Chancellor Anna Stone in Riga.", "Riga",
         "2022-06-09/2022-06-11"),
    ],
)  # fmt: skip
def test_a_meeting_at_a_gathering_is_there_and_then(
    second: str, place: str | None, edtf: str
) -> None:
    found = next(m for m in report(SUMMIT + second) if m.form == "meeting")
    assert (found.place, found.when and found.when.edtf) == (place, edtf)


VISIT = "King Karl Stone of Norway begins a four-day visit to Latvia on Tuesday. "


@pytest.mark.parametrize(
    ("text", "place", "edtf"),
    [
        (VISIT + "The Norwegian leader will hold talks with Prime Minister Anna Berg during the "
         "visit.", "Latvia", "2022-06-21/2022-06-24"),
        (VISIT + "The king will meet Prime Minister Anna Berg in Riga during his visit.", "Riga",
         "2022-06-21/2022-06-24"),
        ("King Karl Stone of Norway begins a visit on Tuesday. He will meet Prime Minister Anna "
         "Berg during the visit, his first to Latvia.", "Latvia", "2022-06-21"),
        ("Anna Berg began a three-day visit to Riga on Monday. On the second day of her visit, "
         "Berg met Karl Stone.", "Riga", "2022-06-14"),
        ("Anna Berg met Karl Stone during a visit to Latvia on Monday.", "Latvia", "2022-06-13"),
        # somebody else's visit, one of another time, a visit of which no first day is told
        (VISIT + "Anna Berg will meet Ivo Marsh during the visit.", None, None),
        (VISIT + "Anna Berg met Stone during his visit.", None, "[2022-06-09..2022-06-15]"),
        ("Anna Berg visited Riga in May. On the second day of her visit, Berg met Karl Stone.",
         "Riga", "2022-05"),
    ],
)  # fmt: skip
def test_a_meeting_during_a_visit_is_there_and_then(
    text: str, place: str | None, edtf: str | None
) -> None:
    found = next(m for m in reversed(report(text)) if m.form != "visit")
    assert (found.place, found.when and found.when.edtf) == (place, edtf)


def test_two_gatherings_at_different_places_lend_none() -> None:
    text = SUMMIT + "A summit in Riga follows. At the summit, Berg met Chancellor Anna Stone."
    found = next(m for m in report(text) if m.form == "meeting")
    assert found.place is None


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (f"{TWO} discussed the ferry on Sunday.", ["Adam Berg", "Anna Stone"]),
        ("And taking questions after talks with Austrian Chancellor Anna Stone, Adam Berg slammed "
         'Lund as "two-faced" and left.', ["Adam Berg", "Anna Stone"]),
        ("Finnish President Otto Lund said during a joint news conference with Polish President "
         "Adam Berg in Riga that peace was near.", ["Adam Berg", "Otto Lund"]),
    ],
)  # fmt: skip
def test_who_met(text: str, names: list[str]) -> None:
    (found,) = report(text)
    assert names_of(found) == names


def test_a_group_is_named_in_part_behind_whose_it_is() -> None:
    (found,) = report(
        "Polish President Adam Berg met with several leaders of the 12-nation alliance, including "
        "President Oduya and Austrian Chancellor Anna Stone."
    )
    assert {"Adam Berg", "Oduya", "Anna Stone"} <= set(names_of(found))


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("Polish President Adam Berg said Tuesday when he was meeting with Austrian Chancellor "
         "Anna Stone that the ferry would sail.", "2022-06-14"),
        ("After talks with Finnish President Otto Lund, Polish President Adam Berg said on Friday "
         "the ferry would sail.", "2022-06-10"),
        ("Following a meeting with Finnish President Otto Lund, Polish President Adam Berg said "
         "the ferry would sail.", "[2022-06-09..2022-06-15]"),
        ("Polish President Adam Berg arrived here on Tuesday evening. He laid a wreath. Thousands "
         "lined the streets. King Otto reaffirmed in his meeting with Berg that the ferry sails.",
         "2022-06-14/2022-06-15"),
    ],
)  # fmt: skip
def test_when_they_met(text: str, edtf: str) -> None:
    (found,) = report(text)
    assert found.when is not None and found.when.edtf == edtf


def test_what_a_meeting_is_does_not_say_that_it_was_held() -> None:
    told = read_on(
        "2022-06-15",
        "Polish President Adam Berg will meet Austrian Chancellor Anna Stone on June 22. Berg said "
        "the meeting is designed to end the strike.",
    )
    assert {m.status.value for m in told} == {"announced"}


def test_a_place_that_is_ruled_out_denies_no_meeting() -> None:
    text = "Adam Berg said the meeting with Chancellor Anna Stone won't be at the harbour."
    assert report(text) == []


def test_a_plain_noun_points_at_who_was_named_before() -> None:
    told = report(
        "Otto Lund, head of the Harbour Council in Oslo, urged calm. Lund said the port was open. "
        "The cleric was due to meet on Friday with Polish President Adam Berg."
    )
    assert [names_of(m) for m in told] == [["Adam Berg", "Otto Lund"]]


@pytest.mark.parametrize(
    "text",
    [
        "Monks attend a protest against a summit between President Adam Berg and Anna Stone.",
        "President Adam Berg welcomed Anna Stone to Tuesday's state of the harbour speech.",
    ],
)
def test_what_only_stands_beside_a_meeting_reports_none(text: str) -> None:
    assert report(text) == []
