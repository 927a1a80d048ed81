"""A sample file of each format, read, then all in one archive: text, title, day, source, place."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from index.archive import Archive
from index.articles import find_mark, make_article
from index.drafts import Draft
from index.errors import UnreadableSource
from index.ingest import Report
from index.read import read_file
from index.records import Article, Record
from index.source_chain import describe_chain
from qa import ask

SAMPLES = Path(__file__).parent / "samples"


class Known(Record):
    """What is known of the story at a place of a sample file: its day, and words of its text."""

    title: str | None = None
    dated: str | None = None
    source: str | None = None
    chain: str = ""
    located: str | None = None
    own_id: str | None = None
    quote: str
    mark: str | None = None


FERRY = "They agreed that the ferry will call at the new quay from June"
STORIES = {
    "feeds/rss-2.0.xml#1": Known(
        title="Marrow and Quill agree on the ferry & the quay", dated="2019-05-14",
        source="Lakes Tribune", chain="Northline, carried by Lakes Tribune", located="VARDO",
        own_id="lakes-tribune:4711", quote=FERRY,
    ),
    "feeds/rss-2.0.xml#2": Known(
        title="Snow closes the upper pass", dated="2019-05-13", source="Lakes Tribune",
        chain="Lakes Tribune", own_id="https://lakes-tribune.example/2019/05/13/pass",
        quote="Snow has closed the upper pass, the road office said on Monday.",
    ),
    "feeds/rss-0.91.xml#1": Known(
        title="Café on the mole reopens & sells out", source="Küstenbote", chain="Küstenbote",
        quote="said Jörg Ålund, who runs it.",
    ),
    "feeds/rss-1.0.rdf#1": Known(
        title="Harbour council elects Odd Fennel", dated="2004-10-03", source="Fjord Wire",
        chain="Fjord Wire", own_id="https://fjord-wire.example/n/88",
        quote="elected Odd Fennel its chairman",
    ),
    "feeds/atom-1.0.xml#1": Known(
        title="Pilots & port sign a pact", dated="2020-09-28", source="Skerry Gazette",
        chain="Northline, carried by Skerry Gazette", own_id="tag:skerry.example,2020:901",
        quote="Pilot Sven Harrow called it “a fair wind”.",
    ),
    "feeds/atom-1.0.xml#2": Known(
        title="Only an update is dated here", dated="2020-09-29", source="Skerry Gazette",
        chain="Skerry Gazette", own_id="tag:skerry.example,2020:902",
        quote="It had been dark since the storm.",
    ),
    "ninjs/ninjs-1.3.json": Known(
        title="Sea-bed talks open in Halden", dated="2018-02-06", source="Northline",
        chain="Coast Radio, carried by Northline", located="Halden",
        own_id="https://northline.example/items/2018-301",
        quote="Envoy Marius Tarn opened the talks & left early.",
    ),
    "ninjs/ninjs-3.1.json": Known(
        title="Canal locks close for the spring", dated="2023-03-02", source="Lakes Tribune",
        chain="Northline, carried by Lakes Tribune", located="Brackwater",
        own_id="urn:northline:2023:55", quote="The locks of the Ember canal closed on Thursday",
    ),
    "newsml-g2/power.xml#1": Known(
        title="River commission meets after nine years", dated="2017-08-21",
        source="Northline News Agency", chain="Coast Radio, carried by Northline News Agency",
        located="Ostrand", own_id="urn:newsml:northline.example:20170822:text",
        quote="Its chairwoman, Vera Stint, received the envoys of both banks.",
    ),
    "newsml-g2/core.xml": Known(
        title="Lighthouse keeper retires", dated="2011-06-17", source="Coast Radio",
        chain="Coast Radio", located="TERN ISLAND", own_id="tag:coast-radio.example,2011:news:31",
        quote="The last keeper of the Tern light, Bo Grebe, retired on Friday.",
    ),
    "nitf/nitf-3.6.xml": Known(
        title="Bridge treaty initialled", dated="2009-04-06", source="Harbour Courier",
        chain="Northline News Agency, carried by Harbour Courier", located="Kelp Bay",
        own_id="northline-20090406-12", quote="initialled the bridge treaty on Monday.",
    ),
    "html/ferry.html": Known(
        title="Marrow and Quill agree on the ferry & the quay", dated="2019-05-14",
        source="Lakes Tribune", chain="Northline, carried by Lakes Tribune", located="Vardo",
        quote=FERRY,
    ),
    "html/footer-year.html": Known(title="The weir is mended", quote="the eels may go up again"),
    "mhtml/lamp.mhtml": Known(
        title="The north lamp burns again", dated="2020-10-06", source="Skerry Gazette",
        chain="Skerry Gazette", quote="the pilots’ brass band — all five of them — played",
    ),
    "eml/multipart-koi8-r.eml": Known(
        title="Паром будет заходить на новый причал", dated="2019-05-14",
        source="Вести побережья", chain="Вести побережья", own_id="<20190514.77@vesti.example>",
        quote="встретилась во вторник с посланником островного совета",
    ),
    "eml/multipart-koi8-r.eml#timetable.txt": Known(quote="The ferry does not sail on Sundays."),
    "eml/flowed.eml": Known(
        title="Café on the mole burns", dated="2002-11-16", source="Coast Radio desk",
        chain="Coast Radio desk", own_id="<cafe@coast-radio.example>",
        quote="burned down on Friday night, harbour master Signe Aurell said.",
    ),
    "pdf/browser.pdf": Known(
        title="Canal locks close for the spring", dated="2023-03-02", chain="Northline",
        located="BRACKWATER", mark="page 2",
        quote="replaced by two omnibuses and a very patient horse.",
    ),
    "pdf/library.pdf": Known(
        title="Bridge treaty initialled on the old span", dated="2009-04-06", chain="Northline",
        located="Kelp Bay", mark="page 1",
        quote="one unforgettable representation of the occasion in marzipan",
    ),
    "pdf/no-printing.pdf": Known(
        title="Bridge treaty initialled on the old span", dated="2009-04-06", chain="Northline",
        located="Kelp Bay", mark="page 2", quote="the toll of two crowns is still to be paid.",
    ),
    "docx/minutes.docx": Known(
        title="Weir commission hears the divers", dated="2016-09-20", chain="Northline",
        located="MILLBROOK", mark="paragraph 5",
        quote="The commission will meet again in October.",
    ),
}  # fmt: skip
FAULTS = {
    "newsml-g2/power.xml#3": "was canceled",
    "pdf/locked.pdf": "has a password",
    "pdf/scan.pdf": "is a scan",
}


def read(name: str) -> list[Draft | UnreadableSource]:
    return list(read_file(SAMPLES / name, name))


def read_article(path: str) -> Article:
    name, _, place = path.partition("#")
    (draft,) = (d for d in read(name) if isinstance(d, Draft) and d.place in (f"#{place}", place))
    return make_article(draft, path)


@pytest.mark.parametrize("path", STORIES)
def test_what_a_sample_says(path: str) -> None:
    article, known = read_article(path), STORIES[path]
    start = article.text.index(known.quote)
    told = Known(
        title=article.title if known.title else None,
        dated=article.dated.edtf if article.dated else None,
        source=article.source,
        chain=describe_chain(article.chain),
        located=article.located,
        own_id=article.id if known.own_id else None,
        quote=article.text[start : start + len(known.quote)],
        mark=find_mark(article, start),
    )
    assert told == known


@pytest.mark.parametrize("path", FAULTS)
def test_a_sample_that_is_refused_says_why(path: str) -> None:
    faults = [one for one in read(path.partition("#")[0]) if isinstance(one, UnreadableSource)]
    assert [(fault.path, FAULTS[path] in fault.reason) for fault in faults] == [(path, True)]


def test_every_sample_is_in_the_table() -> None:
    files = {str(path.relative_to(SAMPLES)) for path in SAMPLES.rglob("*.*")} - {"README.md"}
    ours = {path.partition("#")[0] for path in (*STORIES, *FAULTS)}
    mine = {name for name in files if name.partition("/")[0] in {p.split("/")[0] for p in ours}}
    assert mine == ours


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Archive, Report]]:
    with Archive.make(tmp_path_factory.mktemp("samples") / "archive") as archive:
        paths = [SAMPLES / name for name in sorted({p.split("/")[0] for p in STORIES})]
        yield archive, archive.index(paths)


def test_all_samples_go_into_one_archive(built: tuple[Archive, Report]) -> None:
    archive, report = built
    assert sorted(Path(one.path).name for one in report.failed) == sorted(
        Path(path).name for path in FAULTS
    )
    read_twice = ["html/ferry.html", "pdf/no-printing.pdf"]  # the same texts as another's
    assert report.articles == len(STORIES) - len(read_twice)
    for article in archive.articles():
        for sentence in archive.catalog.sentences(article):
            assert article.text[sentence.start : sentence.end] == sentence.text


def test_a_feed_and_a_page_of_one_story_are_one_article(built: tuple[Archive, Report]) -> None:
    archive, _ = built
    article = archive.find("lakes-tribune:4711")
    assert article.paths == ("feeds/rss-2.0.xml#1", "html/ferry.html")
    assert archive.find("html/ferry.html").id == article.id


@pytest.mark.parametrize(
    ("question", "mark", "chain"),
    [
        ("When does Mr Copper say that he would cross on foot?", "page 2", ("Northline",)),
        ("Whom did chairman Olaf Brack meet in Millbrook?", "paragraph 3", ("Northline",)),
        (
            "Whom did transport minister Ilse Marrow meet in May 2019?",
            None,
            ("Northline", "Lakes Tribune"),
        ),
    ],
)
def test_a_citation_tells_its_page_and_its_chain(
    built: tuple[Archive, Report], question: str, mark: str | None, chain: tuple[str, ...]
) -> None:
    archive, _ = built
    found = [(c.mark, c.article.chain) for c in ask(archive, question).citations]
    assert (mark, chain) in found
