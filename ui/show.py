"""How a conversation looks on a page: questions, answers and what can be done with them, as HTML.

Whatever comes from an article or a reader is text: it goes through `escape` and nothing else, so
that tags, links, Markdown and formulas in it do nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from html import escape

from index.records import Outcome, Statement, Suggestion, When
from qa.answers import Answer
from ui.conversations import Exchange, Verdict
from ui.show_words import ROUTE as ROUTE  # where ui/routes.py serves from
from ui.show_words import show_words
from ui.terminal import OUTCOMES

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
FORMS = (("md", "Markdown"), ("html", "HTML"), ("json", "JSON"),
         ("bib", "BibTeX"), ("csl.json", "CSL-JSON"))  # fmt: skip
BEGINNING = (
    "<div class='beginning'><h2>Ask who met whom, when, where and on what.</h2>"
    "<p>Every answer quotes the sentence that says so. Where the archive is silent, the answer "
    f"says that.</p><div class='pane' id='examples-pane' data-load='{ROUTE}/examples'></div></div>"
)
WAITING = "<p class='waiting quiet'>Looking through the archive …</p>"


def show_conversation(
    exchanges: Sequence[Exchange], talk: str | None, *, going: bool = False
) -> str:
    """All that was said; where nothing was, how to begin. `talk` is None until kept.

    `going` while a language model puts the last answer into words, which can be stopped.
    """
    if not exchanges:
        return BEGINNING
    last = len(exchanges) - 1
    shown = (
        show_exchange(one, f"{talk}/{number}", going=going and number == last)
        for number, one in enumerate(exchanges)
    )
    return f"<div class='talk' data-talk='{escape(talk or '')}'>{''.join(shown)}</div>"


def show_empty(*, may_change: bool) -> str:
    """What to begin with where the archive holds no articles."""
    way = (
        "<button type='button' class='example' data-tab='Archive'>Add articles</button>"
        if may_change
        else "<p>Whoever keeps it adds some with <code>dateline index FOLDER</code>.</p>"
    )
    return (
        "<div class='beginning'><h2>This archive holds no articles yet.</h2>"
        "<p>Once news articles are added, ask who met whom, when, where and on what.</p>"
        f"{way}</div>"
    )


def show_exchange(exchange: Exchange, place: str, *, going: bool = False) -> str:
    """The question, and what came of it as far as it has come.

    `place` is "conversation/number", which tells answers apart and leads to their citations.
    """
    asked = show_question(exchange.question)
    if exchange.answer:
        words = show_words(exchange.answer, place, going=going)
        tools = _show_tools(exchange.answer, place, exchange.verdict)
        return f"{asked}{show_answer(exchange.answer, place, words + tools)}"
    return asked + (show_fault(exchange.fault) if exchange.fault else WAITING)


def show_question(question: str) -> str:
    """The reader's own words."""
    return f"<h3 class='said' dir='auto'>{escape(question)}</h3>"


def show_fault(sentence: str) -> str:
    """Why there is no answer, as one sentence."""
    badge = _badge("fault", "no answer")
    return f"<div class='answer'>{badge}<p dir='auto'>{escape(sentence)}</p></div>"


def show_answer(answer: Answer, place: str, tools: str = "") -> str:
    """The outcome in words, then what is said, with markers that lead to the evidence."""
    lead = find_lead(answer)
    parts = [
        _badge(answer.outcome.value, OUTCOMES[answer.outcome]),
        _show_status(answer),
        f"<p class='lead' dir='auto'>{escape(lead)}</p>" if lead else "",
        *(_show_said(statement, place) for statement in answer.statements),
        _show_suggestions(answer.suggestions, place),
        tools,
    ]
    return f"<div class='answer'>{''.join(parts)}</div>"


def find_lead(answer: Answer) -> str:
    """What the answer's text says before its first statement; all of it where there is none."""
    said: Sequence[Statement | Suggestion] = (*answer.statements, *answer.suggestions)
    return answer.text.partition(said[0].text)[0].strip() if said else answer.text


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


def show_verdict(verdict: Verdict | None) -> str:
    """What is kept of a reader's judgement, in words."""
    if verdict is None:
        return ""
    return f"Kept: {'right' if verdict.right else 'wrong'}."


def _write_day(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def _badge(kind: str, words: str) -> str:
    return f"<p class='badge {kind}'>{escape(words)}</p>"


def _show_status(answer: Answer) -> str:
    """What became of the meetings that the answer tells of, where it is the same of all."""
    statuses = {meeting.status for meeting in answer.meetings}
    if answer.outcome is not Outcome.ANSWERED or len(statuses) != 1:
        return ""
    status = statuses.pop().value
    return f"<p class='status {status}'>{escape(status.replace('_', ' '))}</p>"


def _show_said(said: Statement | Suggestion, place: str) -> str:
    derivation = said.derivation if isinstance(said, Statement) else None
    reckoned = f"<p class='quiet' dir='auto'>{escape(derivation)}</p>" if derivation else ""
    markers = "".join(show_marker(place, number) for number in said.citations)
    return f"<p dir='auto'>{escape(said.text)}&nbsp;{markers}</p>{reckoned}"


def _show_suggestions(suggestions: Iterable[Suggestion], place: str) -> str:
    shown = "".join(_show_said(suggestion, place) for suggestion in suggestions)
    return f"<div class='suggestions'>{shown}</div>" if shown else ""


def show_marker(place: str, number: int) -> str:
    """A marker that opens its citation in the reader (ui/page.js)."""
    to = f"{ROUTE}/citation/{escape(place)}/{number}"
    told = f"citation {number}: open the article"
    return f"<a class='marker opens' href='{to}' aria-label='{told}'>[{number}]</a>"


def show_examples(examples: Iterable[str]) -> str:
    """Questions to begin with, each a button that asks it; nothing where there are none."""
    buttons = "".join(
        f"<li><button type='button' class='example' dir='auto'>{escape(one)}</button></li>"
        for one in examples
    )
    told = f"<p class='quiet'>For example, from this archive:</p><ul>{buttons}</ul>"
    return told if buttons else ""


def _show_tools(answer: Answer, place: str, verdict: Verdict | None) -> str:
    """Copy, export, and whether it was right."""
    place = escape(place)
    links = "".join(
        f"<a href='{ROUTE}/answer/{place}.{ending}' download>{name}</a>" for ending, name in FORMS
    )
    return (
        f"<div class='tools'><button type='button' class='copy' data-from='{ROUTE}/answer/{place}"
        ".md'>Copy</button>"
        f"<details class='export'><summary>Export</summary><div class='menu'>{links}</div>"
        "</details>"
        f"<details class='judge'><summary>Right or wrong?</summary>{_show_form(place, verdict)}"
        f"</details><span class='kept quiet' role='status'>{show_verdict(verdict)}</span></div>"
    )


def _show_form(place: str, verdict: Verdict | None) -> str:
    held = verdict or Verdict(right=True)
    judged = verdict is not None
    options = "".join(
        f"<option value='{one.value}'{_if(held.outcome is one, ' selected')}>{words}</option>"
        for one, words in OUTCOMES.items()
    )
    return (
        f"<form action='{ROUTE}/verdict/{place}' method='post'>"
        "<fieldset><legend>This answer is</legend>"
        f"<label><input type='radio' name='right' value='yes' required"
        f"{_if(judged and held.right, ' checked')}> right</label>"
        f"<label><input type='radio' name='right' value='no'"
        f"{_if(judged and not held.right, ' checked')}> wrong</label></fieldset>"
        "<div class='instead'><label>What would be right: <select name='outcome'>"
        f"<option value=''>I do not know</option>{options}</select></label>"
        "<label>The sentence that answers, copied from its article<textarea name='sentence' "
        f"rows='2' maxlength='2000' dir='auto'>{escape(held.sentence)}</textarea></label></div>"
        "<label>Comment<textarea name='comment' rows='2' maxlength='2000' dir='auto'>"
        f"{escape(held.comment)}</textarea></label><button>Keep</button></form>"
    )


def _if(holds: bool, text: str) -> str:
    return text if holds else ""
