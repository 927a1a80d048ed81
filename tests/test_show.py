"""What an answer looks like as HTML: outcomes, markers, dates, and nothing that is live."""

from __future__ import annotations

import re

import pytest
from answers_told import ANSWERED, ASKED_BACK, DECLINED, HOSTILE, day

from index.records import Outcome, When
from qa.answers import Answer
from ui import show
from ui.conversations import Exchange, Verdict
from ui.terminal import OUTCOMES

PLACE = "abc/3"


@pytest.mark.parametrize(
    ("answer", "badge", "lead"),
    [
        (ANSWERED, "answered", ""),
        (DECLINED, "not in the archive", "The archive does not say. The nearest that it has:"),
        (ASKED_BACK, OUTCOMES[Outcome.AMBIGUOUS], "Who is meant by “he”?"),
    ],
)
def test_outcome_and_lead(answer: Answer, badge: str, lead: str) -> None:
    html = show.show_answer(answer, PLACE)
    assert f">{badge}</p>" in html
    assert show.find_lead(answer) == lead
    assert (f"<p class='lead' dir='auto'>{lead}</p>" in html) == bool(lead)


def test_every_outcome_has_its_words_and_class() -> None:
    for outcome, words in OUTCOMES.items():
        html = show.show_answer(ANSWERED.model_copy(update={"outcome": outcome}), PLACE)
        assert f"<p class='badge {outcome.value}'>{words}</p>" in html


@pytest.mark.parametrize("answer", [ANSWERED, DECLINED])
def test_markers_lead_to_citations(answer: Answer) -> None:
    html = show.show_answer(answer, PLACE)
    assert re.findall(r"<a class='marker opens' href='([^']+)'", html) == [
        "dateline/citation/abc/3/1"
    ]


def test_suggestions_stand_apart() -> None:
    assert "<div class='suggestions'>" in show.show_answer(DECLINED, PLACE)
    assert "<div class='suggestions'>" not in show.show_answer(ANSWERED, PLACE)


def test_conversation_numbers_its_answers() -> None:
    said = tuple(Exchange(question=one.question, answer=one) for one in (ANSWERED, DECLINED))
    html = show.show_conversation((*said, Exchange(question="And then?")), "abc")
    assert "data-talk='abc'" in html
    assert "citation/abc/0/1" in html and "citation/abc/1/1" in html
    assert html.endswith(f"And then?</h3>{show.WAITING}</div>")


def test_beginning_shows_examples() -> None:
    html = show.show_examples(["Who <b>came</b>?"])
    assert re.findall(r"class='example' dir='auto'>([^<]+)<", html) == [
        "Who &lt;b&gt;came&lt;/b&gt;?"
    ]
    assert show.show_examples([]) == ""


@pytest.mark.parametrize(
    ("verdict", "checked", "told"),
    [
        (None, [], ""),
        (Verdict(right=True), ["yes"], "Kept: right."),
        (Verdict(right=False), ["no"], "Kept: wrong."),
    ],
)
def test_verdict_is_shown_as_kept(verdict: Verdict | None, checked: list[str], told: str) -> None:
    exchange = Exchange(question="?", answer=ANSWERED, verdict=verdict)
    html = show.show_exchange(exchange, PLACE)
    assert re.findall(r"value='(\w+)'(?: required)? checked", html) == checked
    assert f"role='status'>{told}</span>" in html


@pytest.mark.parametrize(
    "html",
    [
        show.show_question(HOSTILE),
        show.show_fault(HOSTILE),
        show.show_examples([HOSTILE]),
        show.show_answer(ASKED_BACK.model_copy(update={"text": HOSTILE}), PLACE),
        show.show_exchange(
            Exchange(question="?", answer=ANSWERED, verdict=Verdict(right=False, comment=HOSTILE)),
            PLACE,
        ),
        show.show_exchange(
            Exchange(question="?", answer=ANSWERED, verdict=Verdict(right=False, sentence=HOSTILE)),
            PLACE,
        ),
    ],
)
def test_nothing_from_outside_is_live(html: str) -> None:
    assert "<script" not in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt;[x](javascript:y)&quot;&#x27;&gt;" in html


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
