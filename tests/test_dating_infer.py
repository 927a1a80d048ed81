"""What an article says of its own day: invented stories, the day that must come out, and why."""

from __future__ import annotations

from datetime import date

import pytest

from index.articles import make_article
from index.dating_infer import Weighed, explain, tell
from index.dating_pass import infer
from index.drafts import Draft
from index.offices import Offices, Tenure
from index.records import When

FILE = date(2026, 3, 1)  # the age of the file
OFFICES = Offices((
    Tenure(name="Anna Stone", role="foreign minister", area="NOR",
           start_date="2009-05-01", end_date="2013-10-01", source="invented"),
    Tenure(name="Ivo Marsh", role="prime minister", area="LVA",
           start_date="2011-01-10", end_date="2019-06-30", source="invented"),
    Tenure(name="Karl Lund", role="president", area="FIN",
           start_date="1971", end_date="1975", source="invented"),
))  # fmt: skip
BODY = (
    "The ferry line between the two harbours stays closed, and the ministers have no plan for it."
)
HOLDERS = "Foreign Minister Anna Stone and Prime Minister Ivo Marsh talked about the ferry line."


def date_text(text: str, **known: object) -> tuple[Weighed, When | None]:
    article = make_article(Draft(text=text, **known), "a.txt")  # type: ignore[arg-type]
    weighed = infer(article, FILE, OFFICES)
    return weighed, tell(weighed, "text")


SETTLED = [
    # the masthead's own day, in whatever language, and an issue's month
    ("LUND DAILY\nFriday, July 9, 2021 | World | City edition\n\nA pen and a bridge\n\n" + BODY,
     "?2021-07-09", "above the story stands “Friday, July 9, 2021”"),
    ("DIARIO LUND\nViernes 9 de julio de 2021 | Mundo | City edition\n\nA pen\n\n" + BODY,
     "?2021-07-09", "Viernes 9 de julio de 2021"),
    ("LUND LETTER\nNo. 31, July 2021. For subscribers only\n\nA pen\n\n" + BODY,
     "[2021-07-01..2021-07-31]", "No. 31, July 2021"),
    # 9 May is a Wednesday in 2001, 2007, 2012 and 2018; both are in office in 2012 alone
    ("TALLINN, May 9. /Northline/. The talks start on Wednesday (May 9). " + HOLDERS, "?2012-05-09",
     "9 May is a Wednesday in"),
    # nor before what is told as past, nor after the file was written: 2029 fits too
    ("TALLINN, May 9. /Northline/. The talks start on Wednesday (May 9). The line was closed on "
     "June 3, 2013, and reopened on January 12, 2015. It stays so under the treaty of July 1, "
     "2017.",
     "?2018-05-09", "so not before 1 July 2017"),
    # "later on" that day is the day of writing
    ("TALLINN, May 9 /Northline/. Anna Stone landed on the quay. The talks start later on "
     "Wednesday."
     f" {HOLDERS}", "?2012-05-09", "is said on that day itself"),
    # both weekdays agree
    ("TALLINN, May 9. /Northline/. The talks start on Wednesday (May 9) and end on Friday (May "
     "11). "
     + HOLDERS, "?2012-05-09", "“Wednesday (May 9)”"),
    # the day from the lead, the year from the offices, the date between "said" and "will"
    ("Foreign Minister Anna Stone will meet Prime Minister Ivo Marsh on March 5, her office said "
     "on "
     "March 4. The ferry line is on the list.",
     "[2011-03-04,2012-03-04,2013-03-04]", "the lead tells of March 5 as still to come"),
    # a caption's day is the weekday of the lead: a few days at most
    ("Stone to meet Marsh\n\nAnna Stone speaks to reporters on the quay on September 14, 2012.\n"
     "© Anna Berg/NNA\n\nNorwegian officials announced on Friday that Anna Stone will meet Ivo "
     "Marsh on Tuesday in Riga.", "[2012-09-14..2012-09-16]", "the news is of that Friday"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "edtf", "because"), SETTLED)
def test_what_the_text_tells(text: str, edtf: str, because: str) -> None:
    weighed, when = date_text(text)
    assert (when.edtf if when else "open") == edtf
    assert because in explain(weighed)


@pytest.mark.parametrize("text", [
    f"TALLINN, May 9. /Northline/. {BODY}",  # nothing tells the year
    f"{BODY}\n\n© 2019 The Courier",  # a copyright year is no date
    f"{BODY}\n\nCopyright 2009-2019 The Courier. All rights reserved.",
    f"TALLINN, May 9. /Northline/. {BODY} The pact expires on June 3, 2021.",  # still to come
    f"TALLINN, May 9. /Northline/. {BODY} Both set a target for 2031.",
    f"TALLINN, May 9. /Northline/. Former Foreign Minister Anna Stone spoke. {BODY}",
    f"{BODY} Anna Stone, foreign minister.",
])  # fmt: skip
def test_what_is_left_open(text: str) -> None:
    weighed, when = date_text(text)
    assert when is None
    assert weighed.days.size() > 100
    assert "2019" not in explain(weighed)


def test_a_file_is_an_upper_bound_and_no_more() -> None:
    weighed, when = date_text(f"TALLINN, May 9. /Northline/. {BODY}")
    assert when is None
    assert weighed.days.last() == date(2025, 5, 9)
    assert weighed.days.first() == date(1850, 5, 9)


@pytest.mark.parametrize("text", [
    # 9 May is no Wednesday in the year of the dateline
    f"TALLINN, May 9, 2013. /Northline/. {BODY} The talks start on Wednesday (May 9).",
    # two days that never fall so in one year
    f"TALLINN, May 9. /Northline/. The talks start on Wednesday (May 9), end Friday (May 12). "
    f"{BODY}",
])  # fmt: skip
def test_a_contradiction_gives_no_date_and_is_told(text: str) -> None:
    weighed, when = date_text(text)
    assert when is None
    assert explain(weighed).startswith("the clues contradict each other, so no date is given")


def test_soft_clues_that_disagree_with_hard_ones_are_left_aside_and_told() -> None:
    later = "The line was closed on June 3, 2021."
    weighed, _ = date_text(f"TALLINN, May 9. /Northline/. {HOLDERS} {later}")
    assert "left aside, as it does not agree with these: Anna Stone was" in explain(weighed)
    assert weighed.days.first() == date(2022, 5, 9)


def test_a_lead_whose_weekday_does_not_fit_rules_out_no_year() -> None:
    """9 May 2012 is a Wednesday; that the lead tells of Saturday is no reason to leave 2012 out."""
    weighed, when = date_text(
        "TALLINN, May 9. /Northline/. Both said on Saturday that the talks start Wednesday (May "
        "9). " + HOLDERS
    )
    assert when is not None
    assert when.edtf == "?2012-05-09"
    assert weighed.days.size() == 1


def test_a_month_in_the_metadata_is_narrowed_by_the_text() -> None:
    _, when = date_text(f"TALLINN, May 9. /Northline/. {BODY}", metadata=("2012-05",))
    assert when is not None
    assert when.edtf == "?2012-05-09"
