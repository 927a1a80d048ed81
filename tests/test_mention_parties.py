"""Nobody of those whom a sentence names is left out of a meeting, and nobody else put in."""

import pytest

from tests.reports import names_of, report

BOTH = ["Anna Berg", "Karl Stone"]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        # who joins, hosts, convenes or holds the meeting of others
        ("Anna Berg will join a Harbour Council summit on Friday.",
         ["Anna Berg", "Harbour Council"]),
        ("Anna Berg has convened a meeting of Nordic ambassadors in Riga.",
         ["Anna Berg", "Nordic ambassadors"]),
        ("Anna Berg hosted a meeting of Nordic ministers in Oslo.",
         ["Anna Berg", "Nordic ministers"]),
        ("Anna Berg held a National Harbour Council meeting on Monday.",
         ["Anna Berg", "National Harbour Council"]),
        ("Premier Anna Berg joined an 11:30 am meeting with members of her staff in Oslo.",
         ["Anna Berg", "members of her staff"]),
        # who hopes to meet somebody, where "hopes" may be a noun
        ("President Ida Trom spoke. After returning home, Trom hopes to meet with Karl Stone.",
         ["Ida Trom", "Karl Stone"]),
        ("President Ida Trom spoke. Returning home, Trom hopes to meet with Karl Stone on Monday.",
         ["Ida Trom", "Karl Stone"]),
        # a cabinet is a body as a council is
        ("A cabinet meeting chaired by Premier Anna Berg set a sum aside on Monday.",
         ["Anna Berg", "cabinet"]),
        ("Premier Anna Berg will hold a cabinet meeting on Friday.", ["Anna Berg", "cabinet"]),
        ("Premier Anna Berg listens during a cabinet meeting in Riga.", ["Anna Berg", "cabinet"]),
        ("The cabinet met in Riga on Monday.", ["cabinet"]),
        # names that no label tells to be of a body or of a man
        ("The minister said that talks between the ministry and Balprom on the price of gas had "
         "begun in Oslo.", ["Balprom", "ministry"]),
        ("The visit lasted an hour, and the Rimbai Lama also met with Karl Stone.",
         ["Karl Stone", "Rimbai Lama"]),
    ],
)  # fmt: skip
def test_who_is_told_by_name_takes_part(text: str, people: list[str]) -> None:
    assert names_of(report(text)[-1]) == people


@pytest.mark.parametrize(
    ("text", "people"),
    [
        # a meeting beside what is held, or of those who are away
        ("Anna Berg hosted Karl Stone after a meeting of Nordic ministers.",
         ["Nordic ministers"]),
        ("Anna Berg joined the party before a meeting of Nordic ministers.",
         ["Nordic ministers"]),
        # who somebody is, by another name of hers
        ("Prince Karl Stone and his wife, Anna Berg, Duchess of Lund, met Ivo Marsh on Monday.",
         ["Anna Berg", "Ivo Marsh", "Karl Stone"]),
        # the town, and by which means
        ("Anna Berg met with Karl Stone on Zoom.", BOTH),
        ("Anna Berg met with Karl Stone at Harbourside on Monday.", BOTH),
        # a headline, where all is capitalised
        ("Anna Berg Meets Karl Stone And Dinner", BOTH),
    ],
)  # fmt: skip
def test_who_stands_near_takes_no_part(text: str, people: list[str]) -> None:
    assert names_of(report(text)[-1]) == people


@pytest.mark.parametrize(
    "text",
    [
        "The city held a cabinet making fair on Monday.",
        "Plans to meet Anna Berg in Oslo were dropped.",
        "President Ida Trom spoke. Trom hopes to meet the costs rose on Monday.",
        "Anna Berg is meeting the costs of the Harbour Hall.",
    ],
)
def test_what_is_no_meeting(text: str) -> None:
    assert not report(text)
