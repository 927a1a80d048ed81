"""The sources of an answer for reference managers: BibTeX, and CSL-JSON (citationstyles.org).

A date that is inferred or not exact is marked as such, and how it is known goes into the note.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any
from urllib.parse import quote

from index.records import ArticleCard, When
from qa.answers import Answer
from ui.text_fragment import is_web

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
TEX = {
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "$": r"\$", "&": r"\&", "#": r"\#",
    "_": r"\_", "%": r"\%", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
}  # fmt: skip
IN_URLS = "!#$%&'()*+,-./:;=?@[]_~"  # left as they are; braces and backslashes would end the field
STOPS = frozenset({"a", "an", "the", "of", "in", "on", "for", "to", "and", "with", "at", "by"})


def write_bibtex(answer: Answer) -> str:
    """An entry for each cited article, `@article` where its outlet is known."""
    keys: set[str] = set()
    return "\n".join(_entry(card, _new_key(card, keys)) for card in list_sources(answer))


def write_csl(answer: Answer) -> str:
    """A JSON list with an item for each cited article."""
    items = [_item(card) for card in list_sources(answer)]
    return json.dumps(items, ensure_ascii=False, indent=2) + "\n"


def list_sources(answer: Answer) -> list[ArticleCard]:
    """The cited articles, each once, in order of citation."""
    sources: dict[str, ArticleCard] = {}
    for citation in answer.citations:
        sources.setdefault(citation.article.id, citation.article)
    return list(sources.values())


def escape_tex(text: str) -> str:
    """Text as TeX prints it, on one line."""
    return "".join(TEX.get(letter, letter) for letter in " ".join(text.split()))


def _entry(card: ArticleCard, key: str) -> str:
    kind = "article" if card.source else "misc"
    fields = "".join(f"  {name} = {{{value}}},\n" for name, value in _fields(card))
    return f"@{kind}{{{key},\n{fields}}}\n"


def _fields(card: ArticleCard) -> Iterator[tuple[str, str]]:
    # Double braces: styles turn the capitals of a title small, and a headline is full of names.
    yield "title", f"{{{escape_tex(card.title or card.path)}}}"
    if card.source:
        yield "journal", f"{{{escape_tex(card.source)}}}"
    yield from _date_parts(card.dated)
    if card.url and is_web(card.url):
        yield "url", _url(card.url)
    yield "note", escape_tex(_note(card))


def _date_parts(when: When | None) -> Iterator[tuple[str, str]]:
    """Year, month and day as far as they are one."""
    first, last = _bounds(when)
    if first is None or last is None or first.year != last.year:
        return
    yield "year", str(first.year)
    if first.month == last.month:
        yield "month", MONTHS[first.month - 1]
        if first == last:
            yield "day", str(first.day)


def _bounds(when: When | None) -> tuple[date | None, date | None]:
    return (when.earliest, when.latest) if when else (None, None)


def _note(card: ArticleCard) -> str:
    """Where it stands in the archive and how its date is known."""
    when = card.dated
    known = f"date {when.edtf} ({when.basis}): {when.derivation}" if when else "no date is known"
    return f"{card.path}; {known}"


def _item(card: ArticleCard) -> dict[str, Any]:
    item: dict[str, Any] = {
        "id": card.id,
        "type": "article-newspaper",
        "title": " ".join((card.title or card.path).split()),
        "note": _note(card),
    }
    if card.source:
        item["container-title"] = card.source
    if card.url and is_web(card.url):
        item["URL"] = _url(card.url)
    if issued := _issued(card.dated):
        item["issued"] = issued
    return item


def _issued(when: When | None) -> dict[str, Any]:
    """CSL's date-variable: one date, or two for a stretch; `circa` where it is not sure."""
    first, last = _bounds(when)
    if when is None or first is None or last is None:
        return {}
    lengths = {"year": 1, "month": 2}
    length = lengths.get(when.precision, 3)
    parts = [[day.year, day.month, day.day][:length] for day in (first, last)]
    issued: dict[str, Any] = {"date-parts": parts[:1] if parts[0] == parts[1] else parts}
    if when.precision == "set" or any(mark in when.edtf for mark in "?~%"):
        issued["circa"] = True
    return issued


def _new_key(card: ArticleCard, taken: set[str]) -> str:
    """`meridian2019summit`, with a letter where it is taken: ASCII letters and digits alone."""
    first, _ = _bounds(card.dated)
    words = [word for word in _words(card.title or card.path) if word not in STOPS]
    source = next(iter(_words(card.source or "")), "source")
    key = f"{source}{first.year if first else ''}{words[0] if words else ''}"
    endings: Iterable[str] = ("", *(chr(ord("a") + at) for at in range(26)))
    free = next((key + end for end in endings if key + end not in taken), f"{key}{len(taken)}")
    taken.add(free)
    return free


def _words(text: str) -> list[str]:
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().casefold()
    return re.findall(r"[a-z0-9]+", plain)


def _url(url: str) -> str:
    return quote(url.strip(), safe=IN_URLS)
