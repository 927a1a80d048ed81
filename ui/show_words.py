"""Whose words an answer is in, as HTML: what a language model had to do with it, and its stop.

All of it goes through `escape`, as in ui/show.py.
"""

from __future__ import annotations

from html import escape

from qa.answers import Answer, Phrasing

ROUTE = "dateline"  # where ui/routes.py serves from, beside the page
COMING = "A language model is putting this into words …"


def show_words(answer: Answer, place: str, *, going: bool) -> str:
    """Whose words the answer is in, with the sentences that they stand for; nothing where they are
    the program's own. While they come (`going`) a button that stops them.
    """
    if going:
        talk = escape(place.partition("/")[0])
        stop = f"<button type='button' class='stop' data-to='{ROUTE}/stop/{talk}'>Stop</button>"
        return f"<p class='wording quiet'><span role='status'>{COMING}</span> {stop}</p>"
    if answer.phrasing is None:
        return ""
    told = f"<p class='wording quiet' dir='auto'>{escape(describe_words(answer.phrasing))}</p>"
    return told + _show_composed(answer)


def describe_words(phrasing: Phrasing) -> str:
    """In a sentence or two whose words they are, and what went wrong with the model."""
    model = phrasing.model
    if phrasing.worded:
        whose = f"Worded by the language model {model}; each of its sentences was checked against "
        told = [whose + "the one that was composed from the archive."]
    else:
        told = [f"In the program's own words; none of the language model {model}."]
    if phrasing.read_as:
        told.append(f"Asked again as “{phrasing.read_as}”.")
    if phrasing.note:
        told.append(f"Of the model: {phrasing.note}.")
    return " ".join(told)


def _show_composed(answer: Answer) -> str:
    """The sentences that the model's words stand for."""
    lines = "".join(
        f"<li dir='auto'>{escape(said.composed)}</li>"
        for said in answer.statements
        if said.composed
    )
    if not lines:
        return ""
    return f"<details class='composed'><summary>As composed</summary><ul>{lines}</ul></details>"
