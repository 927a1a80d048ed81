"""An article in the reader: its passage marked, every other letter as it was, nothing live."""

from __future__ import annotations

import re
from html import unescape

import pytest
from answers_told import HOSTILE, QUOTE, TEXT, card, cite
from hypothesis import given
from hypothesis import strategies as st

from index.records import Span
from ui import reader


@pytest.mark.parametrize(
    ("quote", "marked"),
    [
        (QUOTE, f"<mark id='passage'>{QUOTE}</mark> They ate &lt;fish&gt; &amp; chips."),
        ("They ate <fish> & chips.",
         f"{QUOTE} <mark id='passage'>They ate &lt;fish&gt; &amp; chips.</mark>"),
        ("It rained.", "<mark id='passage'>It rained.</mark></div>"),
        ("OSLO, March 11", "<mark id='passage'>OSLO, March 11</mark>"),
    ],
)  # fmt: skip
def test_passage_is_marked_in_its_article(quote: str, marked: str) -> None:
    html = reader.show_citation(cite(quote), "abc/0", TEXT, [cite(quote)])
    assert marked in html and html.count("<mark") == 1
    assert "Courier · 11 March 2024" in html
    assert "Date (dateline): the dateline says so" in html


def test_other_passages_of_the_article_are_marked_faintly() -> None:
    cited = [cite(), cite("It rained.", 2), cite("They ate <fish> & chips.", 3, id="elsewhere")]
    html = reader.show_citation(cited[0], "abc/0", TEXT, cited)
    assert re.findall(r"<mark( [^>]+)>([^<]+)<", html) == [
        (" id='passage'", QUOTE), (" class='also'", "It rained."),
    ]  # fmt: skip
    assert re.findall(r"href='dateline/citation/abc/0/(\d)'", html) == ["2", "3"]
    assert "<span class='here' aria-current='true'>[1]</span>" in html


def test_page_of_the_file_and_who_carried_it_are_told() -> None:
    one = cite(chain=("Northline", "Lakes Tribune")).model_copy(update={"mark": "page 3"})
    html = reader.show_citation(one, "abc/0", TEXT, [one])
    assert "11 March 2024 · page 3" in html
    assert "Northline, carried by Lakes Tribune" in html


@pytest.mark.parametrize("text", [None, "Another text altogether.", TEXT.upper()])
def test_article_that_changed_shows_the_quote_alone(text: str | None) -> None:
    html = reader.show_citation(cite(), "abc/0", text, [cite()])
    assert f"<mark id='passage'>{QUOTE}</mark>" in html
    assert "changed or gone" in html


def test_article_without_a_passage_is_shown_from_its_start() -> None:
    html = reader.show_article(card(), TEXT)
    assert "<mark" not in html and "OSLO, March 11" in html and "It rained." in html
    assert "<mark id='passage'>Berg</mark>" in reader.show_article(
        card(), TEXT, Span(start=16, end=20)
    )


def test_long_article_is_cut_with_dots() -> None:
    text = "a" * 5_000 + QUOTE + "b" * 5_000
    quote = Span(start=5_000, end=5_000 + len(QUOTE))
    shown = reader.find_surroundings(text, quote, widest=10)
    html = reader.mark_passages(text, shown, quote, ())
    assert html == f"… {'a' * 10}<mark id='passage'>{QUOTE}</mark>{'b' * 10} …"


@given(st.text(min_size=1), st.data())
def test_marking_changes_no_letter(text: str, draw: st.DataObject) -> None:
    spans = [_draw_span(draw, len(text)) for _ in range(3)]
    html = reader.mark_passages(text, Span(start=0, end=len(text)), spans[0], spans[1:])
    parts = re.split("<mark[^>]*>|</mark>", html)
    assert unescape("".join(parts)) == text or "&" in text
    assert "<" not in "".join(parts)
    assert "<mark id='passage'>" in html


def _draw_span(draw: st.DataObject, length: int) -> Span:
    start = draw.draw(st.integers(0, length - 1))
    return Span(start=start, end=draw.draw(st.integers(start + 1, length)))


@pytest.mark.parametrize(
    "html",
    [
        reader.show_citation(cite(title=HOSTILE), "abc/0", TEXT, [cite()]),
        reader.show_citation(cite(source=HOSTILE), "abc/0", TEXT, [cite()]),
        reader.show_citation(cite(path=HOSTILE), "abc/0", TEXT, [cite()]),
        reader.show_citation(cite(chain=(HOSTILE, "x")), "abc/0", TEXT, [cite()]),
        reader.show_citation(cite().model_copy(update={"quote": HOSTILE}), "a/0", TEXT, [cite()]),
        reader.show_citation(cite().model_copy(update={"mark": HOSTILE}), "a/0", TEXT, [cite()]),
        reader.show_article(card(), HOSTILE),
        reader.show_article(card(), HOSTILE, Span(start=0, end=len(HOSTILE))),
    ],
)
def test_nothing_from_outside_is_live(html: str) -> None:
    assert "<script" not in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt;[x](javascript:y)&quot;&#x27;&gt;" in html
