"""The list of articles as a table: date and how it is known, what can be done with each.

All that comes from articles and readers goes through `escape`, as in ui/show.py.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from urllib.parse import quote, urlencode

from index.catalog import Listed
from index.corrections import Correction
from index.records import Record
from index.words import fold
from ui.meeting_table import show_steps, show_when
from ui.show import ROUTE

PAGE = 50  # articles
LONGEST_REASON = 160  # characters of a derivation in the list; the article shows all of it


class Sought(Record):
    """Which articles a reader wants to see: words of title or source, dated or not, an outlet."""

    words: str = ""
    dated: str = ""  # "yes", "no", or a basis such as "correction"
    source: str = ""
    page: int = 1

    def address(self, page: int) -> str:
        """The query of an address that asks for a page of this."""
        told = self.model_copy(update={"page": page}).model_dump(exclude_defaults=True)
        return urlencode(told)


def search_articles(cards: Iterable[Listed], sought: Sought) -> list[Listed]:
    """The articles that fit, in the order given."""
    words = fold(sought.words).casefold().split()
    source = fold(sought.source).casefold().strip()
    return [
        one
        for one in cards
        if all(word in fold(f"{one.title} {one.source} {one.path}").casefold() for word in words)
        and (not source or source in fold(one.source or "").casefold())
        and _is_dated(one, sought.dated)
    ]


def _is_dated(one: Listed, dated: str) -> bool:
    if dated in ("yes", "no"):
        return bool(one.dated) is (dated == "yes")
    return not dated or bool(one.dated and one.dated.basis == dated)


def show_articles(found: Sequence[Listed], sought: Sought, *, may_change: bool) -> str:
    """A page of the list, with the way to the others."""
    if not found:
        none = "No article fits." if sought != Sought() else "No articles yet: add some above."
        return f"<p class='none'>{none}</p>"
    last = -(-len(found) // PAGE)
    page = min(sought.page, last)
    rows = "".join(_show_row(one) for one in found[(page - 1) * PAGE : page * PAGE])
    steps = show_steps(page, last, lambda n: f"{ROUTE}/archive?{sought.address(n)}", "archive")
    heads = "".join(f"<th scope='col'>{name}</th>" for name in ("Article", "Date", "Meetings told"))
    table = f"<thead><tr>{heads}</tr></thead><tbody>{rows}</tbody>"
    removing = (
        f"<form id='removing' class='sends' action='{ROUTE}/remove' data-confirm='Take the chosen "
        "articles out of the archive? Their files stay where they are.'>"
        "<button class='danger'>Remove the chosen articles</button></form>"
    )
    return f"<table class='listed held'>{table}</table>{steps}{removing if may_change else ''}"


def _show_row(one: Listed) -> str:
    id = quote(one.id, safe="")
    title = escape(one.title or one.path)
    box = (
        f"<input type='checkbox' form='removing' name='article' value='{escape(one.id)}' "
        f"aria-label='choose {title}'>"
    )
    link = f"<a class='opens' dir='auto' href='{ROUTE}/article/{id}'>{title}</a>"
    where = f"{escape(one.source)} · " if one.source else ""
    day = show_when(one.dated)
    known = escape(_cut(f"{one.dated.basis}: {one.dated.derivation}")) if one.dated else ""
    known = known or "nothing tells when it was written"
    correct = (
        f"<button type='button' class='unfolds plain' aria-expanded='false' "
        f"aria-controls='c-{escape(one.id)}' data-from='{ROUTE}/correct/{id}'>Correct</button>"
    )
    return (
        f"<tr class='article'><td><div class='pick'>{box}<div>{link}"
        f"<span class='quiet' dir='auto'>{where}{escape(one.path)}</span></div></div></td>"
        f"<td>{day}<span class='quiet' dir='auto'>"
        f"{known}</span></td><td>{one.mentions or '–'} {correct}</td></tr>"
        f"<tr class='unfolded' hidden><td colspan='3' id='c-{escape(one.id)}'></td></tr>"
    )


def show_correcting(card: Listed, names: Sequence[str], made: Sequence[Correction]) -> str:
    """The forms that correct an article's date and a name in it, and what was corrected before."""
    day = card.dated.edtf if card.dated else "not known"
    options = "".join(f"<option>{escape(name)}</option>" for name in names)
    begin = (
        f"<form class='sends correct' action='{ROUTE}/correct'>"
        f"<input type='hidden' name='article' value='{escape(card.id)}'>"
    )
    by = (
        "<label class='field by'>By<input name='by' maxlength='80' placeholder='your name'></label>"
    )
    name = (
        f"{begin}<label class='field'>Name as found<select name='wrong'>{options}</select></label>"
        "<label class='field'>Right name<input name='right' required maxlength='200'></label>"
        f"{by}<button class='main'>Correct the name</button></form>"
    )
    return (
        f"{begin}<label class='field'>Written on (now: {escape(day)})<input name='date' required "
        "maxlength='10' placeholder='2024-03-11, 2024-03 or 2024'></label>"
        f"{by}<button class='main'>Correct the date</button></form>"
        + (name if names else "<p class='quiet'>Its reports name nobody.</p>")
        + show_corrections(made)
        + "<p class='quiet'>The text stays as it is. A correction holds when the file is read "
        "anew, and can be undone.</p>"
    )


def show_corrections(made: Sequence[Correction], *, may_change: bool = True) -> str:
    """Corrections, the last first, with a way to undo those that stand."""
    rows = "".join(_show_correction(one, may_change) for one in reversed(made))
    return f"<ul class='corrections'>{rows}</ul>" if rows else ""


def describe(one: Correction) -> str:
    """What was corrected, by whom and when, as text."""
    what = f"{one.wrong} is {one.right}" if one.kind == "name" else f"written {one.right}"
    return f"{what}, by {one.by} on {one.made.date().isoformat()}"


def _show_correction(one: Correction, may_change: bool) -> str:
    told = f"<span dir='auto'>{escape(one.path)}: {escape(describe(one))}</span>"
    if one.undone:
        by = escape(f"undone by {one.undone_by} on {one.undone.date().isoformat()}")
        return f"<li class='quiet'>{told}, {by}</li>"
    undo = (
        f"<form class='sends' action='{ROUTE}/undo'>"
        f"<input type='hidden' name='id' value='{one.id}'>"
        "<button class='plain'>Undo</button></form>"
    )
    return f"<li>{told} {undo if may_change else ''}</li>"


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST_REASON else f"{text[: LONGEST_REASON - 1]}…"
