"""What an answer looks like as HTML: markers, marked sentences, dates, and nothing that is live."""

from __future__ import annotations

import re
from datetime import date
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.records import (
    ArticleCard,
    Citation,
    Outcome,
    Span,
    Statement,
    Suggestion,
    When,
)
from qa.answers import Answer
from ui import show
from ui.terminal import OUTCOMES

TEXT = "OSLO, March 11\n\nBerg met Stone on Monday. They ate <fish> & chips.\n\nIt rained."
QUOTE = "Berg met Stone on Monday."
HOSTILE = "<script>alert(1)</script>[x](javascript:y)\"'>"


def cite(quote: str = QUOTE, title: str = "Berg in Oslo", url: str | None = None) -> Citation:
    start = TEXT.find(quote)
    return Citation(
        number=1,
        quote=quote,
        start=start,
        end=start + len(quote),
        prefix="",
        suffix="",
        article=ArticleCard(
            id="a1", title=title, source="Courier", url=url, path="a.txt", dated=day("2024-03-11")
        ),
    )


def day(first: str, last: str | None = None, precision: str = "day") -> When:
    return When.model_validate(
        {"edtf": first, "earliest": first, "latest": last or first, "precision": precision,
         "basis": "dateline", "derivation": "the dateline says so"}
    )  # fmt: skip


def make_answer(text: str, outcome: Outcome, suggestion: bool = False, **fields: object) -> Answer:
    kind = {"suggestions" if suggestion else "statements": (fields.pop("said"),)}
    return Answer.model_validate(
        {"question": "Whom did Berg meet?", "text": text, "outcome": outcome, "statements": (),
         "suggestions": (), "citations": (cite(),), "seconds": 0.1, "asked_on": date(2024, 4, 1),
         "as_of": None, "archive": "0", "version": "0", **kind, **fields}
    )  # fmt: skip


ANSWERED = make_answer(
    f"“{QUOTE}” [1]", Outcome.ANSWERED, said=Statement(text=f"“{QUOTE}”", citations=(1,))
)
DECLINED = make_answer(
    f"The archive does not say. The nearest that it has: “{QUOTE}” [1]", Outcome.NOT_IN_ARCHIVE,
    suggestion=True, said=Suggestion(text=f"“{QUOTE}”", citations=(1,)),
)  # fmt: skip
ASKED_BACK = Answer(
    question="Where is he?", text="Who is meant by “he”?", outcome=Outcome.AMBIGUOUS, statements=(),
    citations=(), suggestions=(), seconds=0.1, asked_on=date(2024, 4, 1), as_of=None, archive="0",
    version="0",
)  # fmt: skip


@pytest.mark.parametrize(
    ("answer", "badge", "lead"),
    [
        (ANSWERED, "answered", ""),
        (DECLINED, "not in the archive", "The archive does not say. The nearest that it has:"),
        (ASKED_BACK, OUTCOMES[Outcome.AMBIGUOUS], "Who is meant by “he”?"),
    ],
)
def test_outcome_and_lead(answer: Answer, badge: str, lead: str) -> None:
    html = show.show_answer(answer, turn=0)
    assert f">{badge}</p>" in html
    assert show.find_lead(answer) == lead
    assert (f"<p class='lead' dir='auto'>{lead}</p>" in html) == bool(lead)


@pytest.mark.parametrize("answer", [ANSWERED, DECLINED])
def test_markers_lead_to_citations(answer: Answer) -> None:
    (place,) = re.findall(r"<a class='marker' href='#([^']+)'", show.show_answer(answer, turn=3))
    assert f"id='{place}'" in show.show_evidence(answer, turn=3, texts={"a1": TEXT})


def test_suggestions_stand_apart() -> None:
    assert "<div class='suggestions'>" in show.show_answer(DECLINED, turn=0)
    assert "<div class='suggestions'>" not in show.show_answer(ANSWERED, turn=0)


@pytest.mark.parametrize(
    ("quote", "paragraph"),
    [
        (QUOTE, f"<mark>{QUOTE}</mark> They ate &lt;fish&gt; &amp; chips."),
        ("They ate <fish> & chips.", f"{QUOTE} <mark>They ate &lt;fish&gt; &amp; chips.</mark>"),
        ("It rained.", "<mark>It rained.</mark>"),
        ("OSLO, March 11", "<mark>OSLO, March 11</mark>"),
    ],
)
def test_sentence_is_marked_in_its_paragraph(quote: str, paragraph: str) -> None:
    html = show.show_citation(cite(quote), turn=0, text=TEXT)
    assert f"<blockquote dir='auto'>{paragraph}</blockquote>" in html
    assert html.count("<mark>") == 2  # in its paragraph, and in the whole article


@pytest.mark.parametrize("text", [None, "Another text altogether.", TEXT.upper()])
def test_article_that_changed_shows_the_quote_alone(text: str | None) -> None:
    html = show.show_citation(cite(), turn=0, text=text)
    assert f"<mark>{QUOTE}</mark>" in html
    assert "changed or gone" in html
    assert "whole" not in html


def test_long_paragraph_is_cut_with_dots() -> None:
    text = "a" * 5_000 + QUOTE + "b" * 5_000
    quote = Span(start=5_000, end=5_000 + len(QUOTE))
    shown = show.find_paragraph(text, quote, widest=10)
    assert show.mark_quote(text, shown, quote) == f"… {'a' * 10}<mark>{QUOTE}</mark>{'b' * 10} …"


@given(st.text(min_size=1), st.data())
def test_marking_changes_no_letter(text: str, draw: st.DataObject) -> None:
    start = draw.draw(st.integers(0, len(text) - 1))
    quote = Span(start=start, end=draw.draw(st.integers(start + 1, len(text))))
    html = show.mark_quote(text, Span(start=0, end=len(text)), quote)
    before, marked, after = re.split("</?mark>", html)
    assert [unescape(part) for part in (before, marked, after)] == [
        text[: quote.start],
        text[quote.start : quote.end],
        text[quote.end :],
    ]
    assert "<" not in before + marked + after


@given(st.text(alphabet="ab\r\n ", min_size=1), st.integers(0, 5), st.data())
def test_paragraph_holds_its_quote(text: str, widest: int, draw: st.DataObject) -> None:
    start = draw.draw(st.integers(0, len(text) - 1))
    quote = Span(start=start, end=draw.draw(st.integers(start + 1, len(text))))
    shown = show.find_paragraph(text, quote, widest)
    assert quote.start - widest <= shown.start <= quote.start
    assert quote.end <= shown.end <= min(len(text), quote.end + widest)


@pytest.mark.parametrize(
    "html",
    [
        show.show_question(HOSTILE),
        show.show_fault(HOSTILE),
        show.show_citation(cite(title=HOSTILE), turn=0, text=TEXT),
        show.show_citation(cite().model_copy(update={"quote": HOSTILE}), turn=0, text=TEXT),
        show.show_citation(cite(url=f"http://x/{HOSTILE}"), turn=0, text=TEXT),
        show.show_answer(ASKED_BACK.model_copy(update={"text": HOSTILE}), turn=0),
        show.show_evidence(ANSWERED.model_copy(update={"question": HOSTILE}), turn=0, texts={}),
    ],
)
def test_nothing_from_outside_is_live(html: str) -> None:
    assert "<script" not in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt;[x](javascript:y)&quot;&#x27;&gt;" in html


@pytest.mark.parametrize(
    ("url", "linked"),
    [
        ("https://courier.example/1", True),
        ("HTTP://courier.example/1", True),
        ("javascript:alert(1)", False),
        (" javascript:alert(1)", False),
        ("java\nscript:alert(1)", False),
        ("data:text/html,x", False),
        ("http://[", False),
        ("", False),
        (None, False),
    ],
)
def test_only_the_web_is_linked(url: str | None, linked: bool) -> None:
    assert ("<a " in show.show_citation(cite(url=url), turn=0, text=TEXT)) == linked


@pytest.mark.parametrize(
    ("when", "words"),
    [
        (day("2024-03-01"), "1 March 2024"),
        (day("2016-03-01", "2016-03-31", "month"), "March 2016"),
        (day("2016-01-01", "2016-12-31", "year"), "2016"),
        (day("2015-12-11", "2015-12-13", "interval"), "11 December 2015 to 13 December 2015"),
        (day("2015-12-11", "2015-12-13", "set"), "between 11 December 2015 and 13 December 2015"),
        (day("2015-12-11").model_copy(update={"latest": None, "edtf": "2015-12-11/.."}),
         "2015-12-11/.."),
    ],
)  # fmt: skip
def test_dates_in_words(when: When, words: str) -> None:
    assert show.write_date(when) == words
