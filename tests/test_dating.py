"""The day an article was written: what each kind of clue says, and what must say nothing."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.articles import make_article
from index.dating import (
    choose_date,
    find_candidates,
    read_dateline,
    read_metadata,
    read_url,
    read_written_day,
)
from index.drafts import Draft

DAYS = st.dates(date(1600, 1, 1), date(2199, 12, 31))


@pytest.mark.parametrize(
    ("value", "edtf"),
    [
        ("2018-09-21", "2018-09-21"),
        (" 2018-09-21T23:30:00-05:00", "2018-09-21"),  # the day as printed, whatever the zone
        ("2018/9/21", "2018-09-21"),
        ("20180921", "2018-09-21"),
        ("20180921T101500Z", "2018-09-21"),
        ("20180921101500", "2018-09-21"),
        ("2018-09", "2018-09"),
        ("2016", "2016"),
        ("21.09.2018", "2018-09-21"),
        ("September 21, 2018", "2018-09-21"),
        ("Published: 21 September 2018, 10:00", "2018-09-21"),
        ("14th Sept. 2016", "2016-09-14"),
        ("Fri, 21 Sep 2018 10:00:00 +0300", "2018-09-21"),
        ("Fri, 21 Sep 18 10:00:00 GMT", "2018-09-21"),
        ("1537488000", "2018-09-21"),
        ("1537488000.5", "2018-09-21"),
        ("1537488000000", "2018-09-21"),
        ("1612137600000", "2021-02-01"),  # begins like a year
        ("03/04/2021", None),  # 3 April or 4 March
        ("2016-02-30", None),
        ("2016-13", None),
        ("31.02.2016", None),
        ("30 February 2016", None),
        ("14 July", None),
        ("Monday", None),
        ("yesterday", None),
        ("12", None),
        ("16.5", None),
        ("0", None),
        ("nan", None),
        ("", None),
    ],
)
def test_metadata(value: str, edtf: str | None) -> None:
    when = read_metadata(value)
    assert (when and when.edtf) == edtf


@pytest.mark.parametrize(
    ("url", "edtf"),
    [
        ("https://x.example/2018/09/21/ferry-sails", "2018-09-21"),
        ("https://x.example/world/2016/7/4/", "2016-07-04"),
        ("https://x.example/2018/sep/21/ferry-sails", "2018-09-21"),
        ("https://x.example/2018-09-21-ferry.html", "2018-09-21"),
        ("https://x.example/world/ferry-sails-2018-09-21/", "2018-09-21"),
        ("https://x.example/ferry-sails-2018-09-21.html", "2018-09-21"),
        ("https://x.example/2016/02/30/x/2016/03/01/", "2016-03-01"),
        ("https://x.example/2016/07/ferry", None),
        ("https://x.example/the-war-of-1939-09-01-in-maps", None),
        ("https://x.example/ferry?from=/2018/09/21/", None),
        ("https://x.example/20180921123", None),
        ("https://[x/2016", None),
        ("", None),
    ],
)
def test_addresses(url: str, edtf: str | None) -> None:
    when = read_url(url)
    assert (when and when.edtf) == edtf


@pytest.mark.parametrize(
    ("dateline", "edtf"),
    [
        ("OSLO, December 9, 2014 /Northline/.", "2014-12-09"),
        ("Oslo, 9 Dec. 2014 —", "2014-12-09"),
        ("OSLO, December 16. /Northline/.", None),  # no year is printed, so none is filled in
        ("OSLO, 30 February 2015 —", None),
        ("OSLO —", None),
    ],
)
def test_datelines(dateline: str, edtf: str | None) -> None:
    when = read_dateline(dateline)
    assert (when and when.edtf) == edtf


def test_the_order_of_trust_is_metadata_address_dateline() -> None:
    url, datelines = "https://x.example/2018/09/22/", ["OSLO, September 21, 2018 —"]
    found = [
        choose_date(find_candidates(["Monday", "2018-09-16"], url, datelines)),
        choose_date(find_candidates(["Monday"], url, datelines)),
        choose_date(find_candidates([], None, ["OSLO —", *datelines])),
        choose_date(find_candidates([], None, [])),
    ]
    assert [when and (when.edtf, when.basis) for when in found] == [
        ("2018-09-16", "metadata"),
        ("2018-09-22", "url"),
        ("2018-09-21", "dateline"),
        None,
    ]


PROSE = "The two foreign ministers met on the quay and agreed to mend the cable."


@pytest.mark.parametrize(
    ("text", "edtf", "located"),
    [
        (f"OSLO, May 14, 2018. /NNA/. {PROSE}", "2018-05-14", "OSLO"),
        (f"Ferry sails\n\nMonday, 14 May 2018\n\nOSLO, May 13 – {PROSE}", "2018-05-14", "OSLO"),
        (f"OSLO, May 14. /NNA/. {PROSE}", None, "OSLO"),
        (f"LA PAZ. {PROSE}", None, "LA PAZ"),
        (f"{PROSE}\n\n© 2014-2019 The Courier", None, None),
        (f"Ferry sails\n\n{PROSE}\n\nCopyright 2019 The Courier. All rights reserved.", None, None),
        (f"{PROSE} It was settled on May 14, 2018, in Oslo.", None, None),
        # a list of days is no day of writing
        (f"The year\n\n3 May 2018\n\n{PROSE}\n\n9 June 2018\n\n{PROSE} Then.", None, None),
        # nor is the dateline of a section far down
        ("\n\n".join([f"{n} {PROSE}" for n in range(9)] + ["Oslo, 3 May 2018", PROSE]), None, None),
    ],
)
def test_articles(text: str, edtf: str | None, located: str | None) -> None:
    article = make_article(Draft(text=text), "a.txt")
    assert (article.dated and article.dated.edtf, article.located) == (edtf, located)


def test_every_candidate_is_kept_with_where_it_stands() -> None:
    found = find_candidates(
        ["Monday", "2018-09-25"],
        "https://x.example/2018/09/24/",
        ["OSLO, September 21 —"],
        ["Anna Berg lands on September 20, 2018.", "Anna Berg"],
        ["date", "pubDate"],
    )
    assert [(one.source, one.field, one.when and one.when.edtf) for one in found] == [
        ("metadata", "date", None),
        ("metadata", "pubDate", "2018-09-25"),
        ("url", None, "2018-09-24"),
        ("dateline", None, None),
        ("caption", None, "2018-09-20"),
    ]


@pytest.mark.parametrize(
    ("published", "dateline", "edtf", "basis"),
    [
        ("2018-09-25", "OSLO, September 21, 2018 —", "2018-09-21", "dateline"),  # taken over later
        ("2018-09-22", "OSLO, September 21, 2018 —", "2018-09-22", "metadata"),  # the next morning
        ("2018-09-16", "OSLO, September 21, 2018 —", "2018-09-16", "metadata"),
        ("Monday", "OSLO, September 21, 2018 —", "2018-09-21", "dateline"),
        ("Monday", "OSLO, September 21 —", None, None),
    ],
)
def test_a_story_that_was_taken_over(
    published: str, dateline: str, edtf: str | None, basis: str | None
) -> None:
    when = choose_date(find_candidates([published], None, [dateline]))
    assert (when and when.edtf, when and when.basis) == (edtf, basis)


def test_a_caption_alone_dates_nothing() -> None:
    captions = ["Anna Berg lands on September 20, 2018."]
    assert choose_date(find_candidates([], None, [], captions)) is None


@given(DAYS)
def test_a_day_comes_back_however_it_is_written(day: date) -> None:
    noon = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
    month = f"{day:%B}"
    forms = [
        day.isoformat(),
        f"{day:%Y%m%d}",
        f"{day:%d.%m.%Y}",
        f"{month} {day.day}, {day.year}",
        f"{day.day} {month[:3]} {day.year}",
        noon.isoformat(),
    ]
    found = [read_metadata(form) for form in forms]
    found += [
        read_url(f"https://x.example/{day:%Y/%m/%d}/ferry"),
        read_dateline(f"OSLO, {forms[3]}"),
    ]
    assert {when and (when.earliest, when.latest, when.precision) for when in found} == {
        (day, day, "day")
    }


@given(st.text() | st.from_regex(r"[0-9.:/ TZA-Za-z+-]{0,24}", fullmatch=True))
def test_no_value_is_an_error_and_every_day_lies_in_printed_history(value: str) -> None:
    for when in (read_metadata(value), read_url(f"/{value}"), read_dateline(value)):
        assert when is None or (when.earliest and 1600 <= when.earliest.year < 2200)
    assert read_written_day(value) is None or any(letter.isdigit() for letter in value)
