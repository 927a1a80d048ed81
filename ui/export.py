"""An answer with its citations as a file: Markdown, HTML, JSON; its sources: BibTeX, CSL-JSON.

Pure functions of the answer. Articles' words stay words: what Markdown or HTML would act on is
escaped.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape

from index.records import Citation, Record
from qa.answers import Answer
from ui.bibliography import write_bibtex, write_csl
from ui.show import find_lead, write_date
from ui.terminal import OUTCOMES
from ui.text_fragment import link_passage

LIVE = re.compile(r"([\\`*_{}\[\]<>()#+\-!|~$&:@])")  # what Markdown, its tables or formulas act on
ORDERED = re.compile(r"^(\s*\d+)([.)])", re.MULTILINE)
PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>{title}</title>
<meta name="color-scheme" content="light dark">
<style>body {{ max-width: 42rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.55 serif }}
blockquote {{ margin: .3rem 0; padding-left: .8rem; border-left: 2px solid currentcolor }}</style>
</head><body><h1 dir="auto">{title}</h1>{body}</body></html>
"""


class Form(Record):
    """One form of an answer: what it is served as, and how it is made."""

    media: str
    write: Callable[[Answer], str]


def write_markdown(answer: Answer) -> str:
    """The question, the outcome, what is said, and the citations as a list."""
    lines = [f"## {_plain(answer.question)}", f"*{OUTCOMES[answer.outcome]}*"]
    lead = find_lead(answer)
    lines += [_plain(lead)] if lead else []
    for said in (*answer.statements, *answer.suggestions):
        lines.append(f"{_plain(said.text)} {_numbers(said.citations)}")
        derivation = getattr(said, "derivation", None)
        lines += [f"({_plain(derivation)})"] if derivation else []
    lines += [_cite_in_markdown(citation) for citation in answer.citations]
    return "\n\n".join([*lines, _plain(_tell_origin(answer))]) + "\n"


def write_html(answer: Answer) -> str:
    """A page of its own that loads nothing."""
    lead = find_lead(answer)
    parts = [f"<p><em>{escape(OUTCOMES[answer.outcome])}</em></p>"]
    parts += [f"<p dir='auto'>{escape(lead)}</p>"] if lead else []
    for said in (*answer.statements, *answer.suggestions):
        parts.append(f"<p dir='auto'>{escape(said.text)} {_numbers(said.citations)}</p>")
        derivation = getattr(said, "derivation", None)
        parts += [f"<p dir='auto'><small>{escape(derivation)}</small></p>"] if derivation else []
    cited = "".join(_cite_in_html(citation) for citation in answer.citations)
    body = f"{''.join(parts)}<ol>{cited}</ol><p><small>{escape(_tell_origin(answer))}</small></p>"
    return PAGE.format(title=escape(answer.question), body=body)


def write_json(answer: Answer) -> str:
    """The answer as docs/interface.md has it."""
    return answer.model_dump_json(indent=2) + "\n"


FORMS = {
    "md": Form(media="text/markdown", write=write_markdown),
    "html": Form(media="text/html", write=write_html),
    "json": Form(media="application/json", write=write_json),
    "bib": Form(media="application/x-bibtex", write=write_bibtex),
    "csl.json": Form(media="application/vnd.citationstyles.csl+json", write=write_csl),
}


def _cite_in_markdown(citation: Citation) -> str:
    to = link_passage(citation)
    link = f" <{to.replace('<', '%3C').replace('>', '%3E')}>" if to and not _has_space(to) else ""
    quote = "\n".join(f"> {_plain(line)}" for line in citation.quote.splitlines())
    return f"\\[{citation.number}\\] {_plain(_tell_source(citation))}{link}\n\n{quote}"


def _has_space(url: str) -> bool:
    return any(letter.isspace() for letter in url)


def _cite_in_html(citation: Citation) -> str:
    to = link_passage(citation)
    link = f" <a href='{escape(to)}' rel='noopener noreferrer'>as published</a>" if to else ""
    return (
        f"<li value='{citation.number}'><span dir='auto'>{escape(_tell_source(citation))}</span>"
        f"{link}<blockquote dir='auto'>{escape(citation.quote)}</blockquote></li>"
    )


def _tell_source(citation: Citation) -> str:
    card = citation.article
    day = write_date(card.dated) if card.dated else "no date is known"
    title = " ".join((card.title or card.path).split())
    return f"{title}. {card.source or 'source not named'}, {day}. {card.path}"


def _tell_origin(answer: Answer) -> str:
    """With what the answer can be asked for again."""
    as_of = f", as of {answer.as_of}" if answer.as_of else ""
    return (
        f"Dateline {answer.version}, archive {answer.archive}, asked on {answer.asked_on}{as_of}."
    )


def _numbers(numbers: tuple[int, ...]) -> str:
    return "".join(f"[{number}]" for number in numbers)


def _plain(text: str) -> str:
    """Text that Markdown leaves as it is, on one line."""
    return ORDERED.sub(r"\1\\\2", LIVE.sub(r"\\\1", " ".join(text.split())))
