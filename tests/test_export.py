"""An answer as a file: nothing of it is lost, and nothing in it is live."""

from __future__ import annotations

import json

import pytest
from answers_told import ANSWERED, ASKED_BACK, DECLINED, HOSTILE, QUOTE, card, cite, day
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from index.records import ArticleCard, Statement
from qa.answers import Answer
from ui.bibliography import escape_tex, write_bibtex, write_csl
from ui.export import FORMS, write_html, write_json, write_markdown


def citing(*cards: ArticleCard) -> Answer:
    """An answer that cites each of these articles."""
    citations = tuple(
        cite(number=at).model_copy(update={"article": one}) for at, one in enumerate(cards, start=1)
    )
    said = (Statement(text=QUOTE, citations=tuple(range(1, len(cards) + 1))),)
    told = {"text": f"{QUOTE} [1]", "citations": citations, "statements": said}
    return ANSWERED.model_copy(update=told)


def test_markdown() -> None:
    told = write_markdown(citing(card(url="https://courier.example/1")))
    assert told.splitlines()[:5] == [
        "## Whom did Berg meet?", "", "*answered*", "", f"{QUOTE} [1]",
    ]  # fmt: skip
    assert r"\[1\] Berg in Oslo. Courier, 11 March 2024. a.txt" in told
    assert "<https://courier.example/1#:~:text=Berg%20met%20Stone%20on%20Monday.>" in told
    assert f"\n> {QUOTE}\n" in told


@pytest.mark.parametrize("answer", [ANSWERED, DECLINED, ASKED_BACK])
def test_every_form_tells_what_is_said(answer: Answer) -> None:
    for form in ("md", "html", "json"):
        told = FORMS[form].write(answer)
        assert all(one.quote in told for one in answer.citations)
    assert write_json(answer).strip() == answer.model_dump_json(indent=2)
    assert Answer.model_validate_json(write_json(answer)) == answer


@given(st.text(alphabet="ab *_`[]()<>#!|~$&\\-+1.\n:", min_size=1))
def test_markdown_leaves_words_as_they_are(text: str) -> None:
    said = (Statement(text=text, citations=(1,)),)
    told = write_markdown(ANSWERED.model_copy(update={"statements": said}))
    html = MarkdownIt("commonmark", {"html": True}).enable("table").render(told)
    for tag in ("<strong", "<code", "<a href", "<img", "<script", "<h1", "<table", "<ul"):
        assert tag not in html


def test_nothing_in_the_page_is_live() -> None:
    answer = citing(card(title=HOSTILE, source=HOSTILE, url="javascript:alert(1)"))
    html = write_html(answer.model_copy(update={"question": HOSTILE}))
    assert "<script" not in html and "href" not in html
    assert "&lt;script&gt;" in html


@pytest.mark.parametrize(
    ("text", "tex"),
    [
        ("50 % of $3 & #1_a", r"50 \% of \$3 \& \#1\_a"),
        ("a{b}c\\d~e^f", r"a\{b\}c\textbackslash{}d\textasciitilde{}e\textasciicircum{}f"),
        ("Zaręba,\n Gdańsk", "Zaręba, Gdańsk"),
    ],
)
def test_bibtex_escapes(text: str, tex: str) -> None:
    assert escape_tex(text) == tex


def test_bibtex_entry() -> None:
    one = card(title="Berg & Stone", url="https://courier.example/a_b?x={1}%20")
    assert write_bibtex(citing(one)) == (
        "@article{courier2024berg,\n"
        "  title = {{Berg \\& Stone}},\n"
        "  journal = {{Courier}},\n"
        "  year = {2024},\n  month = {mar},\n  day = {11},\n"
        "  url = {https://courier.example/a_b?x=%7B1%7D%20},\n"
        "  note = {a.txt; date 2024-03-11 (dateline): the dateline says so},\n"
        "}\n"
    )


def test_bibtex_keys_differ_and_are_plain() -> None:
    cards = [card(id=str(at), title="Łódź: “the talks”", source="Échos – News") for at in range(30)]
    keys = [
        line.split("{")[1][:-1] for line in write_bibtex(citing(*cards)).splitlines() if "@" in line
    ]
    assert len(set(keys)) == 30
    assert keys[:2] == ["echos2024odz", "echos2024odza"]
    assert all(key.isascii() and key.isalnum() for key in keys)


@given(st.text())
def test_bibtex_braces_are_even(title: str) -> None:
    told = write_bibtex(citing(card(title=title, url=f"http://x/{title}")))
    plain = told.replace(r"\{", "").replace(r"\}", "")
    assert plain.count("{") == plain.count("}")


@pytest.mark.parametrize(
    ("fields", "issued"),
    [
        ({}, {"date-parts": [[2024, 3, 11]]}),
        ({"dated": day("2016-03-01", "2016-03-31", "month")}, {"date-parts": [[2016, 3]]}),
        ({"dated": day("2016-01-01", "2016-12-31", "year")}, {"date-parts": [[2016]]}),
        ({"dated": day("2016-07-14", edtf="?2016-07-14")},
         {"date-parts": [[2016, 7, 14]], "circa": True}),
        ({"dated": day("2015-12-11", "2015-12-13", "set")},
         {"date-parts": [[2015, 12, 11], [2015, 12, 13]], "circa": True}),
        ({"dated": None}, None),
    ],
)  # fmt: skip
def test_csl_dates(fields: dict[str, object], issued: object) -> None:
    (item,) = json.loads(write_csl(citing(card(**fields))))
    assert item.get("issued") == issued


def test_csl_item() -> None:
    (item,) = json.loads(write_csl(citing(card(url="https://courier.example/1"), card())))
    assert item == {
        "id": "a1", "type": "article-newspaper", "title": "Berg in Oslo",
        "container-title": "Courier", "URL": "https://courier.example/1",
        "note": "a.txt; date 2024-03-11 (dateline): the dateline says so",
        "issued": {"date-parts": [[2024, 3, 11]]},
    }  # fmt: skip
