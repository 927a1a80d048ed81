"""Dates that disagree are told; what changed later, or was copied later, is no disagreement."""

from __future__ import annotations

import pytest

from index.articles import make_article
from index.dating import choose_date, find_candidates
from index.dating_apart import find_disagreement
from index.drafts import Draft
from ui.terminal import format_article

DAY = "2019-05-14"


@pytest.mark.parametrize(
    ("metadata", "fields", "url", "dateline", "captured", "said"),
    [
        ([DAY], ["pubDate"], None, None, None, None),
        ([DAY, "2019-05-16"], ["pubDate", "dc:date"], None, None, None, None),  # two days: a Sunday
        (
            [DAY, "2019-05-17"], ["pubDate", "dc:date"], None, None, None,
            "the dates differ by 3 days: pubDate says 2019-05-14, dc:date says 2019-05-17",
        ),
        ([DAY, "2019-06-17"], ["published", "updated"], None, None, None, None),
        ([DAY, "2019-06-17"], ["created", "JSON-LD dateModified"], None, None, None, None),
        (
            [DAY], ["pubDate"], "https://a.example/2019/05/01/b", None, None,
            "the dates differ by 13 days: pubDate says 2019-05-14, url says 2019-05-01",
        ),
        (
            [DAY], ["pubDate"], None, "OSLO, May 2, 2019 (NNA) –", None,
            "the dates differ by 12 days: pubDate says 2019-05-14, dateline says 2019-05-02",
        ),
        ([DAY], ["pubDate"], None, None, "2024-01-01", None),  # a copy is made later
        (
            [DAY], ["pubDate"], None, None, "2019-05-04",
            "the dates differ by 10 days: pubDate says 2019-05-14, capture says ../2019-05-04",
        ),
        (["2019-05"], ["date"], None, "OSLO, May 2, 2019 (NNA) –", None, None),
        (["Monday"], ["date"], None, None, None, None),
    ],
)  # fmt: skip
def test_more_than_two_days_apart_is_said(
    metadata: list[str],
    fields: list[str],
    url: str | None,
    dateline: str | None,
    captured: str | None,
    said: str | None,
) -> None:
    told = find_candidates(metadata, url, [dateline] if dateline else [], (), fields, captured)
    assert find_disagreement(told) == said


@pytest.mark.parametrize(
    ("metadata", "fields", "url", "dated"),
    [
        (["2019-06-17", DAY], ["updated", "published"], None, DAY),
        (["2019-06-17"], ["dateModified"], "https://a.example/2019/05/14/b", DAY),
        (["2019-06-17"], ["dateModified"], None, "2019-06-17"),
        (["2013-01-05"], ["document created"], "https://a.example/2019/05/14/b", DAY),
    ],
)
def test_a_change_is_asked_last(
    metadata: list[str], fields: list[str], url: str | None, dated: str
) -> None:
    day = choose_date(find_candidates(metadata, url, [], (), fields))
    assert day and day.edtf == dated


def test_when_a_copy_was_made_dates_nothing_but_bounds() -> None:
    draft = Draft(text="The ferry sailed at dawn on Monday.", captured="2019-05-14T10:00:00Z")
    article = make_article(draft, "a.txt")
    assert article.dated is None
    (copied,) = article.date_candidates
    assert (copied.source, copied.when and copied.when.edtf) == ("capture", f"../{DAY}")
    assert copied.when and copied.when.earliest is None


def test_show_tells_the_chain_and_the_disagreement() -> None:
    draft = Draft(
        text="Fog over the sound\n\nOSLO, May 2, 2019. /Northline/. The fog lay on the sound.",
        source="Lakes Tribune", metadata=(DAY,), date_fields=("pubDate",),
    )  # fmt: skip
    shown = format_article(make_article(draft, "a.rss#1"))
    assert "source Northline, carried by Lakes Tribune" in shown
    assert "beware: the dates differ by 12 days: pubDate says 2019-05-14" in shown
    assert "2019-05-02 (the dateline reads" in shown and "taken over on 2019-05-14" in shown
