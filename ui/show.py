"""How things look on a page: questions, answers and their evidence as HTML.

Whatever comes from an article or a reader is text: it goes through `escape` and nothing else, so
that tags, links, Markdown and formulas in it do nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from html import escape
from urllib.parse import urlsplit

from index.records import ArticleCard, Citation, Span, Statement, Suggestion, When
from qa.answers import Answer
from ui.terminal import OUTCOMES

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
PARAGRAPH_END = re.compile(r"\r?\n\s*\n")
WIDEST_PARAGRAPH = 1_500  # code points either side of a quote; transcripts have no paragraphs
WIDEST_ARTICLE = 20_000  # code points either side; a book would stop the browser

WAITING = "<div class='waiting quiet'>Looking through the archive …</div>"
NO_EVIDENCE = "<p class='quiet'>The sentences that an answer rests on will stand here.</p>"


def show_question(question: str) -> str:
    """The reader's own words."""
    return f"<div class='said' dir='auto'>{escape(question)}</div>"


def show_fault(sentence: str) -> str:
    """Why there is no answer, as one sentence."""
    badge = _badge("fault", "no answer")
    return f"<div class='answer'>{badge}<p dir='auto'>{escape(sentence)}</p></div>"


def show_answer(answer: Answer, turn: int) -> str:
    """The outcome in words, then what is said, with markers that lead to the evidence.

    `turn` numbers the answers of a conversation, so that each marker has one place to lead to.
    """
    lead = find_lead(answer)
    parts = [
        _badge(answer.outcome.value, OUTCOMES[answer.outcome]),
        f"<p class='lead' dir='auto'>{escape(lead)}</p>" if lead else "",
        *(_show_said(statement, turn) for statement in answer.statements),
        _show_suggestions(answer.suggestions, turn),
    ]
    return f"<div class='answer'>{''.join(parts)}</div>"


def show_evidence(answer: Answer, turn: int, texts: Mapping[str, str]) -> str:
    """The citations of an answer; `texts` holds the cited articles' texts, as far as there are."""
    if not answer.citations:
        return "<p class='quiet'>This answer cites nothing.</p>"
    cards = (show_citation(c, turn, texts.get(c.article.id)) for c in answer.citations)
    return f"<p class='quiet' dir='auto'>For: {escape(answer.question)}</p>{''.join(cards)}"


def show_citation(citation: Citation, turn: int, text: str | None) -> str:
    """One citation: where it stands, how its date is known, the sentence marked in its article."""
    return (
        f"<article class='citation' id='{name_citation(turn, citation.number)}' tabindex='-1'>"
        f"<h3><span class='number'>{citation.number}</span>"
        f"<span dir='auto'>{escape(citation.article.title or citation.article.path)}</span></h3>"
        f"{_show_origin(citation.article)}{_show_context(citation, text)}</article>"
    )


def name_citation(turn: int, number: int) -> str:
    """The name of a citation's place on the page."""
    return f"citation-{turn}-{number}"


def find_lead(answer: Answer) -> str:
    """What the answer's text says before its first statement; all of it where there is none."""
    said: Sequence[Statement | Suggestion] = (*answer.statements, *answer.suggestions)
    return answer.text.partition(said[0].text)[0].strip() if said else answer.text


def find_paragraph(text: str, quote: Span, widest: int = WIDEST_PARAGRAPH) -> Span:
    """The paragraph around a quote, cut where it is longer than `widest` on one side."""
    around = find_surroundings(text, quote, widest)
    breaks_before = list(PARAGRAPH_END.finditer(text, around.start, quote.start))
    break_after = PARAGRAPH_END.search(text, quote.end, around.end)
    return Span(
        start=breaks_before[-1].end() if breaks_before else around.start,
        end=break_after.start() if break_after else around.end,
    )


def find_surroundings(text: str, quote: Span, widest: int = WIDEST_ARTICLE) -> Span:
    """The quote and at most `widest` code points on each side."""
    return Span(start=max(0, quote.start - widest), end=min(len(text), quote.end + widest))


def mark_quote(text: str, shown: Span, quote: Span) -> str:
    """The stretch `shown` of a text with the quote marked; "…" where a paragraph is cut."""
    before, after = text[: shown.start], text[shown.end :]
    return "".join(
        (
            "" if not before or before.endswith("\n") else "… ",
            escape(text[shown.start : quote.start]),
            f"<mark>{escape(text[quote.start : quote.end])}</mark>",
            escape(text[quote.end : shown.end]),
            "" if not after or after.startswith(("\n", "\r")) else " …",
        )
    )


def write_date(when: When) -> str:
    """A date in words as far as it is known: "15 December 2015", "March 2016"."""
    if when.earliest is None or when.latest is None:
        return when.edtf
    if when.precision == "year":
        return str(when.earliest.year)
    if when.precision == "month":
        return f"{MONTHS[when.earliest.month - 1]} {when.earliest.year}"
    first, last = _write_day(when.earliest), _write_day(when.latest)
    if first == last:
        return first
    return f"{first} to {last}" if when.precision == "interval" else f"between {first} and {last}"


def _write_day(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def _badge(kind: str, words: str) -> str:
    return f"<p class='badge {kind}'>{escape(words)}</p>"


def _show_said(said: Statement | Suggestion, turn: int) -> str:
    derivation = said.derivation if isinstance(said, Statement) else None
    reckoned = f"<p class='quiet' dir='auto'>{escape(derivation)}</p>" if derivation else ""
    markers = "".join(_show_marker(turn, number) for number in said.citations)
    return f"<p dir='auto'>{escape(said.text)}&nbsp;{markers}</p>{reckoned}"


def _show_suggestions(suggestions: Iterable[Suggestion], turn: int) -> str:
    shown = "".join(_show_said(suggestion, turn) for suggestion in suggestions)
    return f"<div class='suggestions'>{shown}</div>" if shown else ""


def _show_marker(turn: int, number: int) -> str:
    place = name_citation(turn, number)
    return f"<a class='marker' href='#{place}' aria-label='citation {number}'>[{number}]</a>"


def _show_origin(card: ArticleCard) -> str:
    day = escape(write_date(card.dated)) if card.dated else "no date is known"
    known = f"<p class='quiet' dir='auto'>{_show_basis(card.dated)}</p>" if card.dated else ""
    source = escape(card.source or "source not named")
    return f"<p class='origin' dir='auto'>{source} · {day}{_show_link(card.url)}</p>{known}"


def _show_basis(when: When) -> str:
    return f"Date ({escape(when.basis)}): {escape(when.derivation)}"


def _show_link(url: str | None) -> str:
    """A link to the article where it was published; "javascript:" and the like lead nowhere."""
    if url is None or not _is_web(url):
        return ""
    return f" · <a href='{escape(url)}' target='_blank' rel='noopener noreferrer'>as published</a>"


def _is_web(url: str) -> bool:
    try:
        return urlsplit(url).scheme in ("http", "https")
    except ValueError:  # "http://[" has no host; articles bring any text as their address
        return False


def _show_context(citation: Citation, text: str | None) -> str:
    if text is None or text[citation.start : citation.end] != citation.quote:
        return _show_quote_alone(citation)
    paragraph = mark_quote(text, find_paragraph(text, citation), citation)
    whole = mark_quote(text, find_surroundings(text, citation), citation)
    return (
        f"<blockquote dir='auto'>{paragraph}</blockquote>"
        "<details><summary>The whole article</summary>"
        f"<div class='whole' dir='auto' tabindex='0'>{whole}</div></details>"
    )


def _show_quote_alone(citation: Citation) -> str:
    """The quote as the answer has it: its article was changed or taken out since."""
    prefix, suffix = escape(citation.prefix), escape(citation.suffix)
    return (
        f"<blockquote dir='auto'>{prefix}<mark>{escape(citation.quote)}</mark>{suffix}</blockquote>"
        "<p class='quiet'>The article has changed or gone since this answer was given.</p>"
    )
