"""Saved web pages: the story, its date as declared, and pages that hold none."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from index.articles import make_article
from index.drafts import Draft
from index.errors import UnreadableSource
from index.read import read_file
from index.records import ZoneKind

PARAGRAPHS = [
    f"On day {n} the ministers of both ports, Änne Moe and Jon Wren, met on the quay and said that "
    f"cable number {n} would be mended before the winter came."
    for n in range(1, 5)
]
BODY = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
TEXT = "\n\n".join(["Ferry sails again", *PARAGRAPHS])


def page(head: str = "", body: str = BODY, charset: str = "utf-8") -> str:
    return (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="{charset}">'
        f"<title>Ferry sails again - The Courier</title>{head}</head>"
        f"<body><nav>Home | Ports</nav><article><h1>Ferry sails again</h1>{body}</article>"
        "<footer>© 2014-2025 The Courier</footer></body></html>"
    )


def declare(content: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(content)}</script>'


def read(folder: Path, content: str | bytes, name: str = "a.html") -> Draft | UnreadableSource:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    [found] = read_file(path, name)
    return found


def test_the_story_is_the_headline_and_the_paragraphs(tmp_path: Path) -> None:
    assert read(tmp_path, page()) == Draft(text=TEXT, title="Ferry sails again", language="en")


@pytest.mark.parametrize(
    "content",
    [
        page(charset="windows-1252").encode(),  # declares what it is not
        page(charset="windows-1252").encode("cp1252"),
        page(charset="iso-8859-1").encode("latin-1"),
        page().encode("utf-16"),
        page().encode("utf-8-sig"),
        page(charset="no-such-set").encode(),
        page().replace("</nav>", "\x00</nav>").encode(),
        b'<?xml version="1.0" encoding="utf-16"?>' + page().encode(),
        page().encode()[:-30],
    ],
)
def test_encodings_declared_rightly_wrongly_and_not(tmp_path: Path, content: bytes) -> None:
    found = read(tmp_path, content)
    assert isinstance(found, Draft) and found.text == TEXT


ARTICLE = {
    "@type": "NewsArticle",
    "datePublished": "2019-05-14T10:00:00Z",
    "publisher": {"@type": "Organization", "name": "NNA"},
}


@pytest.mark.parametrize(
    ("head", "edtf", "source"),
    [
        (declare(ARTICLE), "2019-05-14", "NNA"),
        (declare([{"@type": "WebSite"}, ARTICLE]), "2019-05-14", "NNA"),
        (
            declare({"@graph": [{"@type": "WebPage", "datePublished": "2001-01-01"}, ARTICLE]}),
            "2019-05-14",
            "NNA",
        ),
        (declare({"@graph": None}) + declare({**ARTICLE, "@graph": "x"}), "2019-05-14", "NNA"),
        ('<script type="application/ld+json">{"broken":</script>', None, None),
        (declare({"datePublished": ["2019"], "publisher": "NNA"}), None, None),
        (
            '<meta property="article:published_time" content="2019-05-14T23:00:00-08:00">'
            '<meta property="og:site_name" content="The Courier">',
            "2019-05-14",
            "The Courier",
        ),
        ('<meta name="DC.date.issued" content="2019-05-14">', "2019-05-14", None),
        ('<meta itemprop="datePublished" content="2019-05-14">', "2019-05-14", None),
        (
            '<link rel="canonical" href="https://courier.example/2019/05/14/ferry">',
            "2019-05-14",
            "courier.example",
        ),
        ("", None, None),  # the copyright line is no date
    ],
)
def test_what_the_page_declares(
    tmp_path: Path, head: str, edtf: str | None, source: str | None
) -> None:
    found = read(tmp_path, page(head))
    assert isinstance(found, Draft)
    article = make_article(found, "a.html")
    assert (article.dated and article.dated.edtf, article.source) == (edtf, source)


def test_a_time_in_the_page_and_a_dateline_in_the_story(tmp_path: Path) -> None:
    timed = read(tmp_path, page(body=f'<time pubdate datetime="2019-05-14">x</time>{BODY}'))
    told = read(tmp_path, page(body=BODY.replace("<p>", "<p>OSLO, May 14, 2019. /NNA/. ", 1)))
    for found in (timed, told):
        assert isinstance(found, Draft)
        dated = make_article(found, "a.html").dated
        assert dated and dated.edtf == "2019-05-14"


def test_a_caption_is_kept_and_marked_and_what_is_outside_the_story_is_not(tmp_path: Path) -> None:
    figure = "<figure><img src='q.jpg'><figcaption>The quay <i>at</i> dawn</figcaption></figure>"
    found = read(tmp_path, page(body=figure + BODY))
    assert isinstance(found, Draft)
    article = make_article(found, "a.html")
    captions = [z for z in article.zones if z.kind is ZoneKind.CAPTION]
    assert [article.text[z.start : z.end] for z in captions] == ["The quay at dawn"]
    assert "Home" not in article.text and "©" not in article.text


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "is no HTML page"),
        (b"  \n", "is no HTML page"),
        (b"<html><body></body></html>", "no story was found"),
        (b"<!-- only a note -->", "is no HTML page"),
        (b"\x00\x01\x02\x03" * 50, "is binary"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4, "is binary"),
        (("<div>" * 5_000 + BODY).encode(), "no story was found"),
    ],
)
def test_pages_without_a_story(tmp_path: Path, content: bytes, reason: str) -> None:
    found = read(tmp_path, content)
    assert isinstance(found, UnreadableSource) and reason in found.reason
