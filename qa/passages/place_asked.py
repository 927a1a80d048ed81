"""What sort of place a question asks for, and whether a text has one that the question has not.

"In which building" is not told by a town, "in which town" not by a country or by "on Monday".
"""

from __future__ import annotations

import re
from typing import Literal

from index.cues import MONTHS, WEEKDAY
from index.gazetteer import country_of
from index.mention_cues import VENUES
from index.place_cues import SEATS
from index.records import Question
from index.words import word_set

Sort = Literal["venue", "town", "country"]
_IN = r"\b(?i:(?:in|at|to|from|inside|on|near|of) )?(?i:which|what|name of the|name the) "
_KIND = r"(?:exact |kind of |type of |sort of |[a-z]+ )?"
ASKED: tuple[tuple[Sort, re.Pattern[str]], ...] = (
    # "In which building?", "In what kind of house?"; "Which White House aide" asks for a person
    ("venue", re.compile(rf"{_IN}{_KIND}(?:buildings?|venues?|rooms?|halls?|houses?|hotels?|"
                         r"palaces?|residences?|premises)\b")),
    # "In what town near Oslo?"
    ("town", re.compile(rf"{_IN}{_KIND}(?:towns?|cit(?:y|ies)|villages?|suburbs?|capitals?|"
                        r"ports?)\b")),
    ("country", re.compile(rf"{_IN}{_KIND}(?:countr(?:y|ies)|states?)\b")),
)  # fmt: skip
PLACED = re.compile(  # "in Oslo", "aboard the old Sea Gull"
    r"\b(?:in|at|to|from|near|outside|inside|aboard|on board|on|off|into|behind|around|through)\s"
    r"(?:the\s)?(?:[\w’'-]+\s){0,2}?(?P<name>[A-Z][\w’'-]+)"
)
SPOTS = word_set(  # where people meet that is no building: "on a bench", "aboard a tug"
    "garden gardens room cell prison jail camp village town city beach island sea lake river boat",
    "bus car plane tug barge market kitchen porch lawn terrace tarmac runway bench park forest hut",
    "mine quarry bridge border hospital clinic court courtroom cafe café bar pub bakery shop home",
    "phone video table dinner lunch breakfast summit conference",
)
SPOT = re.compile(  # "at the old customs house", "by phone"
    r"\b(?:in|at|to|from|near|outside|inside|aboard|on|off|into|behind|by|over|beside|under)\s"
    r"(?P<spot>(?:[\w’'-]+\s?){1,4})"
)
SEATED = re.compile(  # "during the Oval Office meeting"
    rf"\b(?:{'|'.join(map(re.escape, SEATS))})\s(?:meeting|talks|visit|summit|dinner|lunch)\b",
    re.IGNORECASE,
)
OWNED = re.compile(r"\b[A-Z][\w-]+['’]s\b")  # "talks on Oslo's ferry" tells no place
WORD = re.compile(r"[^\W\d_]+")
TIME = re.compile(rf"(?i:{WEEKDAY}|{'|'.join(MONTHS)})$")


def sort_of_place(text: str) -> Sort | None:
    """The sort of place that a question asks for; None where it only asks where."""
    return next((sort for sort, pattern in ASKED if pattern.search(text)), None)


def tells_place(question: Question, text: str) -> bool:
    """Whether a text tells where: a place by its name, or "on the bench behind a hotel"."""
    spots = {word for m in SPOT.finditer(text) for word in m["spot"].lower().split()}
    told = not spots.isdisjoint(VENUES | SPOTS) or SEATED.search(text) is not None
    return told or holds_place(question, OWNED.sub(" ", text))


def holds_place(question: Question, text: str) -> bool:
    """Whether a text tells a place of the sort asked for that the question does not name itself."""
    sort = sort_of_place(question.text)
    asked = question.text.casefold()
    if sort == "venue":
        sought = ASKED[0][1].search(question.text)
        known = set(WORD.findall(asked)) - set(WORD.findall(sought[0].lower() if sought else ""))
        words = {word.lower() for word in WORD.findall(text)} - known
        return not words.isdisjoint(VENUES) or any(seat in text.casefold() for seat in SEATS)
    names = [m["name"] for m in PLACED.finditer(text)]
    new = [n for n in names if not TIME.match(n) and _bare(n).casefold() not in asked]
    if sort == "country":
        return any(country_of(_bare(name)) for name in new)
    return any(sort != "town" or not country_of(_bare(name)) for name in new)


def _bare(name: str) -> str:
    return re.sub(r"['’]s?$", "", name)
