"""Sentences whose parse or names models break in several ways: what is read holds for each."""

import pytest

from tests.reports import names_of, report

BOTH = ["Anna Berg", "Karl Stone"]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        # a preposition that hangs on the verb or on the noun before it
        ("Karl Stone laid out the red carpet for Anna Berg.", BOTH),
        ("Anna Berg made a call to Karl Stone.", BOTH),
        ("Anna Berg held a round with Karl Stone in Oslo.", BOTH),
        ("Anna Berg joined a salt summit along with Karl Stone in May.", BOTH),
        ("Karl Stone spent an hour with Anna Berg in the hall going through the plans.", BOTH),
        ("Karl Stone met Anna Berg on Monday, with Ivo Marsh looking on.", BOTH),
        # words of three tokens
        ("The summit was co-hosted by Anna Berg and Karl Stone.", BOTH),
        ("Anna Berg co-hosted a dinner for Karl Stone.", BOTH),
        # a body and others, of whom it is none; officials of both
        ("Anna Berg met with NATO and Nordic partners in Oslo.",
         ["Anna Berg", "NATO", "Nordic partners"]),
        ("Anna Berg met with EU and Norwegian officials.",
         ["Anna Berg", "EU and Norwegian officials"]),
        # names that run on or are parted, and a member of a board who is the first to come
        ("Ali Sheikh Vik met Karl Stone.", ["Ali Sheikh Vik", "Karl Stone"]),
        ("Ivo Marsh Meets Karl Stone In Riga Castle", ["Ivo Marsh", "Karl Stone"]),
        ("Karl Stone was the first member of the council to visit Riga.", ["Karl Stone"]),
    ],
)  # fmt: skip
def test_who_takes_part_however_it_is_parsed(text: str, people: list[str]) -> None:
    (found,) = report(text)
    assert names_of(found) == people


@pytest.mark.parametrize(
    ("text", "status", "edtf"),
    [
        # a clause behind a person that is told of the talks; one that is told of the person
        ("The talks between Anna Berg and Karl Stone, which will be held on June 20, are short.",
         "announced", "2022-06-20"),
        ("The talks of Anna Berg with Karl Stone that took place on June 13 were short.",
         "held", "2022-06-13"),
        # an aim behind who tells of it
        ("Anna Berg flew to Riga twice in 2021, officials said, to meet Karl Stone.",
         "held", "2021"),
        ("Anna Berg will sail to Riga on Sunday, officials said, to meet Karl Stone.",
         "announced", "2022-06-19"),
        # days that are counted from another
        ("Anna Berg quit on Monday, weeks after her meeting with Karl Stone.", "held", None),
        # what is said hangs on when it was
        ("Anna Berg said on Monday when she was meeting with Karl Stone that the port was safe.",
         "held", "2022-06-13"),
    ],
)  # fmt: skip
def test_when_they_meet_however_it_is_parsed(text: str, status: str, edtf: str | None) -> None:
    (found,) = report(text)
    assert (found.status.value, found.when and found.when.edtf) == (status, edtf)


@pytest.mark.parametrize(
    "text",
    ["Anna Berg did not object to officials visiting Riga.",
     "Anna Berg objected to ministers meeting Karl Stone."],
)  # fmt: skip
def test_what_others_may_do_is_no_report(text: str) -> None:
    assert report(text) == []
