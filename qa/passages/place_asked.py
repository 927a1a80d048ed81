"""What sort of place a question asks for, and whether a text has one that the question has not.

"In which building" is not told by a town, "in which town" not by a country or by "on Monday".
"""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise
from typing import Literal

from index.cues import MONTHS, WEEKDAY
from index.gazetteer import country_of
from index.mention_cues import VENUES
from index.people_cues import OFFICE_NOUNS
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
SPOT = re.compile(  # "at the old customs house", "by phone", "on Monday in the garden"
    r"\b(?:in|at|to|from|near|outside|inside|aboard|on|off|into|behind|by|over|beside|under)\s"
    r"(?=(?P<spot>(?:[\w’'-]+\s?){1,4}))"
)
LINKING = word_set(
    "of in at on near with and to for by from where after before during as that",
    "behind beside outside inside under",
)
SEATED = re.compile(  # "during the Oval Office meeting"
    rf"\b(?:{'|'.join(map(re.escape, SEATS))})\s(?:meeting|talks|visit|summit|dinner|lunch)\b",
    re.IGNORECASE,
)
TOWARDS = re.compile(r"\b(?:to|from|into|on|through)\s(?:[\w’'-]+\s){0,2}?(?P<name>[A-Z][\w’'-]+)")
OWNED = re.compile(r"\b[A-Z][\w-]+['’]s\b")  # "talks on Oslo's ferry" tells no place
WORD = re.compile(r"[^\W\d_]+")
TIME = re.compile(rf"(?i:{WEEKDAY}|{'|'.join(MONTHS)})$")


def sort_of_place(text: str) -> Sort | None:
    """The sort of place that a question asks for; None where it only asks where."""
    return next((sort for sort, pattern in ASKED if pattern.search(text)), None)


def tells_place(question: Question, text: str, is_place: Callable[[str], bool]) -> bool:
    """Whether a text tells where: a place by its name, or "on the bench behind a hotel".

    What one goes or speaks to must be known to be a place: "flew to Oslo", not "to Berg".
    """
    if SEATED.search(text) or any(_names_spot(m["spot"].lower()) for m in SPOT.finditer(text)):
        return True
    text = TOWARDS.sub(lambda m: m[0] if is_place(_bare(m["name"])) else " ", text)
    return holds_place(question, OWNED.sub(" ", text))


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
    new = [
        n for n in names
        if not TIME.match(n) and _bare(n).casefold() not in asked and n.lower() not in OFFICE_NOUNS
    ]  # fmt: skip
    if sort == "country":
        return any(country_of(_bare(name)) for name in new)
    return any(sort != "town" or not country_of(_bare(name)) for name in new)


def _names_spot(text: str) -> bool:
    """Whether a stretch of text names a spot that describes nothing: no "ferry plan"."""
    words = text.split()
    return any(
        word in VENUES | SPOTS and (following == "" or following in LINKING)
        for word, following in pairwise([*words, ""])
    )


def _bare(name: str) -> str:
    return re.sub(r"['’]s?$", "", name)
