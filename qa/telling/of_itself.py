"""What a report says of itself: when and by whom it was written, whose the picture beside it is.

A dateline and a credit line bear out nothing else; the gate lets them be cited for this alone.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from index.archive import Archive
from index.records import Article, Citation, Statement, When
from qa.telling.compose import quote_text
from qa.telling.days_told import tell_when, write_day
from qa.telling.derive import written_part

WRITTEN = re.compile(r"The report(?: [“‘].+[”’])? was written .+\.", re.DOTALL)
PICTURE = re.compile(r"The picture is credited to (?P<name>.+)\.")
BY = re.compile(r"The report(?: [“‘].+[”’])? is credited to (?P<name>.+)\.", re.DOTALL)
HOW = {  # what tells the day of writing, by the basis of the date
    "dateline": "by its dateline", "metadata": "by a field of its file", "url": "by its address",
    "correction": "as corrected by hand", "text": "worked out from its own words",
    "archive": "worked out from what others report",
}  # fmt: skip
WORKED_OUT = "worked out"
MOST_DAYS = 4  # that are named where one of several is the day
DAY = re.compile(r"\d{4}-\d\d-\d\d")
_WORD = r"[A-ZÀ-ÖØ-Þ][\w.'’-]*"
NAME = rf"{_WORD}(?: (?:(?:de|del|van|von|der|al|bin) )*{_WORD}){{0,3}}(?:/{_WORD}(?: {_WORD})?)?"
CREDITS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?:^|\()©\s?(?P<name>{NAME})\)?$",  # "© Anna Berg/NNA"
        # "(Photo: Anna Berg)", "Picture by Anna Berg/NNA"
        rf"\b(?i:photo(?:graph)?s?|pictures?|images?)(?: by:?|:)\s?(?P<name>{NAME})\)?\.?$",
        rf"^(?P<name>{_WORD} {_WORD}/[A-Z]{{2,8}})$",  # "Anna Berg/NNA"
    )
)
"""How a line gives the name of who took a picture, the agency behind it."""
BYLINES = tuple(
    re.compile(pattern)
    for pattern in (
        # "By Anna Berg", "Source: NNA"
        rf"^(?i:by|source:|author:|written by|reported by)\s(?P<name>{NAME}(?: and agencies)?)\.?$",
        rf"^(?P<name>{NAME} and (?:news )?agencies)\.?$",  # "Harbour News and agencies"
        rf"/(?P<name>{_WORD}(?: {_WORD}){{0,2}})/\.?$",  # "OSLO, May 4. /NNA/."
    )
)
"""How a line gives the name of who wrote a report, be it an agency."""


def is_of_itself(text: str) -> bool:
    """Whether a statement says what a report says of itself."""
    return any(one.fullmatch(text) for one in (WRITTEN, PICTURE, BY))


def tell_written(article: Article, numbers: Sequence[int]) -> Statement | None:
    """On which day a report was written, and what tells it; None where that is open to one side."""
    dated = article.dated
    if dated is None or dated.earliest is None or dated.latest is None:
        return None
    called = f" {quote_text(article.title)}" if article.title else ""
    text = f"The report{called} was written {_days(dated)}, {HOW.get(dated.basis, WORKED_OUT)}."
    return Statement(text=text, citations=tuple(numbers), derivation=written_part(dated))


def _days(dated: When) -> str:
    """The day in words; each of the days where it is one of a few."""
    days = [write_day(date.fromisoformat(day)) for day in DAY.findall(dated.edtf)]
    if dated.precision == "set" and 1 < len(days) <= MOST_DAYS:
        return f"on {', '.join(days[:-1])} or {days[-1]}"
    return tell_when(dated)


def credited_name(line: str) -> str | None:
    """Whom a line gives the credit for a picture; None where it does not set the name apart."""
    flat = " ".join(line.split())
    return _name_in(flat, CREDITS)


def byline_of(line: str) -> str | None:
    """Whom a line names as the author of a report; None where it names none."""
    return _name_in(" ".join(line.split()), BYLINES)


def _name_in(line: str, cues: Sequence[re.Pattern[str]]) -> str | None:
    found = next((match for one in cues if (match := one.search(line))), None)
    return found["name"] if found else None


def tell_picture(name: str, numbers: Sequence[int]) -> Statement:
    """Whom the cited lines give the credit for a picture."""
    return Statement(text=f"The picture is credited to {name}.", citations=tuple(numbers))


def tell_by(article: Article, name: str, numbers: Sequence[int]) -> Statement:
    """Whom the cited lines name as the author of a report."""
    called = f" {quote_text(article.title)}" if article.title else ""
    text = f"The report{called} is credited to {name}."
    return Statement(text=text, citations=tuple(numbers))


def fault_of_itself(archive: Archive, said: Statement, cited: Sequence[Citation]) -> str | None:
    """What is wrong with such a statement; None where the cited report says so of itself."""
    ids = {one.article.id for one in cited}
    if len(ids) != 1:
        return "is said of several reports"
    match = PICTURE.fullmatch(said.text)
    if match:
        return _fault_of_picture(match["name"], cited)
    article, by = archive.article(ids.pop()), BY.fullmatch(said.text)
    if by:
        same = said == tell_by(article, by["name"], said.citations)
        named = all(byline_of(one.quote) == by["name"] for one in cited)
        return None if same and named else "is not the author that the cited lines name"
    told = tell_written(article, said.citations)
    return None if told == said else "is not the day of writing of the cited report"


def _fault_of_picture(name: str, cited: Sequence[Citation]) -> str | None:
    """A name is one that a cited line sets apart as a credit, and that all cited lines have."""
    quotes = [" ".join(one.quote.split()) for one in cited]
    if all(name in quote for quote in quotes) and name in map(credited_name, quotes):
        return None
    return f"no cited line gives the credit to {name}"
