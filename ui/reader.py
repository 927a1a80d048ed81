"""An article as a reader has it beside the answer: what it is, how its date is known, its text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from index.records import ArticleCard, Citation, Span, When
from ui.show import show_marker, write_date
from ui.text_fragment import is_web, link_passage

WIDEST = 20_000  # code points shown either side of a passage; a book would stop the browser
NOTHING = (
    "<p class='quiet'>The article behind a marker like [1] opens here, at the sentence that the "
    "answer rests on.</p>"
)


def show_citation(
    citation: Citation, place: str, text: str | None, others: Sequence[Citation]
) -> str:
    """A citation of an answer in its article; `others` are all that the answer cites.

    `text` is the article's as it is now, None where it is gone; `place` as in `show_exchange`.
    """
    numbers = [one.number for one in others]
    steps = _show_steps(place, citation.number, numbers)
    body = _body(citation, text, others)
    return _show_article(citation.article, body, citation, steps)


def show_article(card: ArticleCard, text: str, passage: Span | None = None) -> str:
    """An article, at a passage if one is given."""
    first = passage or Span(start=0, end=1)
    shown = find_surroundings(text, first)
    body = mark_passages(text, shown, passage, ())
    return _show_article(card, f"<div class='text' dir='auto'>{body}</div>", None)


def find_surroundings(text: str, passage: Span, widest: int = WIDEST) -> Span:
    """The passage and at most `widest` code points on each side."""
    return Span(start=max(0, passage.start - widest), end=min(len(text), passage.end + widest))


def mark_passages(text: str, shown: Span, chosen: Span | None, others: Iterable[Span]) -> str:
    """The stretch `shown` of a text with passages marked; "…" where a paragraph is cut.

    The chosen passage is marked whole; one of the others only where it does not touch it.
    """
    parts = ["" if shown.start == 0 or text[shown.start - 1] == "\n" else "… "]
    at = shown.start
    for passage in _apart(shown, chosen, others):
        kind = " id='passage'" if passage is chosen else " class='also'"
        told = escape(text[passage.start : passage.end])
        parts += [escape(text[at : passage.start]), f"<mark{kind}>{told}</mark>"]
        at = passage.end
    cut = shown.end < len(text) and text[shown.end] not in "\r\n"
    return "".join([*parts, escape(text[at : shown.end]), " …" if cut else ""])


def _apart(shown: Span, chosen: Span | None, others: Iterable[Span]) -> list[Span]:
    """The passages in order, none of which touches another; the chosen one is always there."""
    kept = [chosen] if chosen else []
    for other in sorted(others, key=lambda one: one.start):
        inside = shown.start <= other.start and other.end <= shown.end
        if inside and all(other.end <= one.start or one.end <= other.start for one in kept):
            kept.append(other)
    return sorted(kept, key=lambda one: one.start)


def _show_steps(place: str, number: int, numbers: Sequence[int]) -> str:
    """Which citation this is, and the way to the others."""
    markers = "".join(
        f"<span class='here' aria-current='true'>[{one}]</span>"
        if one == number
        else show_marker(place, one)
        for one in numbers
    )
    return f"<nav class='steps' aria-label='citations of this answer'>{markers}</nav>"


def _show_article(card: ArticleCard, body: str, citation: Citation | None, steps: str = "") -> str:
    """The head stays in sight while the text is read: what is quoted, from where, of which day."""
    title = f"<h2 dir='auto' tabindex='-1'>{escape(card.title or card.path)}</h2>"
    return (
        f"<article class='source'><header>{steps}{title}{show_origin(card, citation)}</header>"
        f"{_show_rest(card)}{body}</article>"
    )


def show_origin(card: ArticleCard, citation: Citation | None = None) -> str:
    """Outlet, date, the place in the file, the way to the live page; how the date is known."""
    day = escape(write_date(card.dated)) if card.dated else "no date is known"
    source = escape(card.source or "source not named")
    known = f"<p class='quiet known' dir='auto'>{_show_basis(card.dated)}</p>" if card.dated else ""
    mark = f" · {escape(citation.mark)}" if citation and citation.mark else ""
    return (
        f"<p class='origin' dir='auto'>{source} · {day}{mark}{_show_link(card, citation)}</p>"
        f"{known}"
    )


def _show_rest(card: ArticleCard) -> str:
    """Who carried it, and which file it is."""
    first, *then = card.chain or ("",)
    carried = escape(f"{first}, carried by {', then '.join(then)}")
    via = f"<p class='quiet' dir='auto'>{carried}</p>" if then else ""
    return f"{via}<p class='quiet path' dir='auto'>{escape(card.path)}</p>"


def _show_basis(when: When) -> str:
    return f"Date ({escape(when.basis)}): {escape(when.derivation)}"


def _show_link(card: ArticleCard, citation: Citation | None) -> str:
    """A link to the article where it was published, at the passage where there is one."""
    to = link_passage(citation) if citation else card.url
    if to is None or not is_web(to):
        return ""
    told = "as published, at this passage" if citation else "as published"
    return f" · <a href='{escape(to)}' target='_blank' rel='noopener noreferrer'>{told}</a>"


def _body(citation: Citation, text: str | None, others: Sequence[Citation]) -> str:
    if text is None or text[citation.start : citation.end] != citation.quote:
        return _show_quote_alone(citation)
    also = [one for one in others if one.article.id == citation.article.id and one != citation]
    fitting = [one for one in also if text[one.start : one.end] == one.quote]
    shown = mark_passages(text, find_surroundings(text, citation), citation, fitting)
    return f"<div class='text' dir='auto'>{shown}</div>"


def _show_quote_alone(citation: Citation) -> str:
    """The quote as the answer has it: its article was changed or taken out since."""
    prefix, suffix = escape(citation.prefix), escape(citation.suffix)
    return (
        f"<div class='text' dir='auto'>{prefix}<mark id='passage'>{escape(citation.quote)}</mark>"
        f"{suffix}</div><p class='quiet'>The article has changed or gone since this answer was "
        "given.</p>"
    )
