"""Who wrote a story first and who carried it; a republished text is no second source."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.archive import Archive
from index.source_chain import describe_chain, find_agencies, find_chain, name_key, names_outlet


@pytest.mark.parametrize(
    ("origins", "source", "dateline", "chain"),
    [
        ([], None, "", ()),
        ([], "Lakes Tribune", "", ("Lakes Tribune",)),
        ([], "Northline via Lakes Tribune", "", ("Northline", "Lakes Tribune")),
        (["Northline"], "Lakes Tribune", "", ("Northline", "Lakes Tribune")),
        (["Northline"], "Northline", "", ("Northline",)),
        ([], "Lakes Tribune", "OSLO, May 14. /Northline/.", ("Northline", "Lakes Tribune")),
        ([], "Lakes Tribune", "OSLO, May 14 (Northline) –", ("Northline", "Lakes Tribune")),
        ([], "Lakes Tribune", "Oslo NNA —", ("NNA", "Lakes Tribune")),
        ([], "Lakes Tribune", "OSLO (Norway) –", ("Lakes Tribune",)),
        ([], "Lakes Tribune", "OSLO (Monday) –", ("Lakes Tribune",)),
        (["Northline News Agency"], "Tribune", "/NNA/", ("Northline News Agency", "Tribune")),
        (["The Northline News Agency"], "Tribune", "/Northline/", ("Northline", "Tribune")),
        ([" Coast  Radio "], "Coast Radio", "", ("Coast Radio",)),
    ],
)
def test_the_chain_of_what_fields_and_dateline_name(
    origins: list[str], source: str | None, dateline: str, chain: tuple[str, ...]
) -> None:
    assert find_chain(origins, source, dateline) == chain


@pytest.mark.parametrize(
    ("chain", "words"),
    [
        ((), ""),
        (("Northline",), "Northline"),
        (("Northline", "Tribune"), "Northline, carried by Tribune"),
        (
            ("Northline", "Coast Radio", "Tribune"),
            "Northline, carried by Coast Radio, then Tribune",
        ),
    ],
)
def test_the_chain_in_words(chain: tuple[str, ...], words: str) -> None:
    assert describe_chain(chain) == words


@pytest.mark.parametrize(
    ("credit", "outlet"),
    [
        ("NNA", True),
        ("Northline News Agency", True),
        ("Lakes Tribune", True),
        ("Petra Loom", False),
        ("By Petra Loom, Lakes Tribune", False),
        ("", False),
    ],
)
def test_a_by_line_that_is_no_person(credit: str, outlet: bool) -> None:
    assert names_outlet(credit) is outlet


def test_an_outlet_by_two_of_its_names() -> None:
    assert name_key("The Northline News Agency") == name_key("Northline") == "northline"
    assert name_key("Agency") == "agency"
    assert list(find_agencies("VARDO, May 14. /Northline/.")) == ["Northline"]


MET = "Norwegian Foreign Minister Anna Stone met Latvian President Karl Berg in Riga on Friday."
SHORT = "Anna Stone met Karl Berg in Riga."
REST = (
    "They spoke for three hours about the herring quota and the winter ferry, her office said. "
    "Nothing was signed, but the cooks of both delegations exchanged a recipe for pickled plums."
)
OTHER = (
    "The palace gate was shut when she came, and a sentry had to be woken by the postman. Rain "
    "fell on the red carpet all the while, and the band played under an awning of the market."
)


def rss(outlet: str, sentence: str, rest: str, agency: str = "") -> str:
    source = f'<source url="https://a.example/">{agency}</source>' if agency else ""
    return (
        f'<rss version="2.0"><channel><title>{outlet}</title><item><title>Talks in Riga</title>'
        f"<guid>{outlet}-1</guid><pubDate>Fri, 15 Mar 2019 18:00:00 GMT</pubDate>{source}"
        f"<description>&lt;p&gt;{sentence}&lt;/p&gt;&lt;p&gt;{rest}&lt;/p&gt;</description></item>"
        "</channel></rss>"
    )


def page(outlet: str, sentence: str, rest: str) -> str:
    return (
        f'<html lang="en"><head><title>Talks in Riga</title><meta property="og:site_name" '
        f'content="{outlet}"><meta property="article:published_time" content="2019-03-15"></head>'
        f"<body><article><h1>Talks in Riga</h1><p>{sentence}</p><p>{rest}</p></article></body>"
        "</html>"
    )


@pytest.mark.parametrize(
    ("feed", "saved", "articles", "sources"),
    [
        # the same text in two formats is one article
        (rss("Tribune", MET, REST), page("Courier", MET, REST), 1, 1),
        # republished with a line more: two articles, one source
        (rss("Tribune", MET, REST), page("Courier", MET, f"{REST} Read it first here."), 2, 1),
        (rss("Tribune", SHORT, REST), page("Courier", SHORT, f"{REST} Read it first."), 2, 1),
        # told in their own words: two sources, unless both had it from one agency
        (rss("Tribune", MET, REST), page("Courier", SHORT, OTHER), 2, 2),
        (rss("Tribune", SHORT, REST), page("Courier", SHORT, OTHER), 2, 2),
        (rss("Tribune", MET, REST, "Northline"), page("Northline", SHORT, OTHER), 2, 1),
    ],
)
def test_a_republished_text_is_no_second_source(
    tmp_path: Path, feed: str, saved: str, articles: int, sources: int
) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.rss").write_text(feed)
    (folder / "b.html").write_text(saved)
    with Archive.make(tmp_path / "archive") as archive:
        report = archive.index([folder])
        (meeting,) = archive.meetings(who=["Anna Stone"])
        assert (report.articles, meeting.reports, meeting.sources) == (articles, articles, sources)
        if articles == 1:
            assert archive.find("in/b.html").paths == ("in/a.rss#1", "in/b.html")
