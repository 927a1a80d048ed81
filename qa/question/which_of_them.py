"""Which of several is meant by "there", or by an office, after an answer that named more than one:
"What did the spokesman say?" after "Which spokesmen are quoted?".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from index.cues import MONTHS
from index.gazetteer import is_country_name
from index.records import Turn
from qa.question.asked import Asked
from qa.question.follow_up_cues import THERE
from qa.question.kind_cues import FORM
from qa.question.known import Known

_NAME = r"[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2}"
IN_PLACE = re.compile(rf"\b[Ii]n (?P<name>{_NAME})(?:,? (?:and|or) (?P<other>{_NAME}))?")
PERSON = re.compile(r"(?<!\b[Tt]he )\b[A-Z][\w’'-]+(?: [A-Z][\w’'.-]+){1,3}")
APART = re.compile(r"\b(?:and|or|then)\b|;")
TELLS_WHICH = re.compile(rf"\b{FORM}\b|\d", re.IGNORECASE)  # "at the talks there", "on 5 May"
SENTENCE = re.compile(r"[.!?](?:\s|$)")


def find_several(
    asked: Asked, text: str, history: Sequence[Turn], known: Known | None
) -> dict[str, object]:
    """What a question leaves open, as fields of it: the words that may mean more than one of those
    last named, and who or what they are; empty where it says which, or only one was named.
    """
    turns = [turn for turn in history if turn.role == "user"]
    told = history[-1] if history else None
    if known is None or told is None or told.role == "user" or not turns:
        return {}
    answer = SENTENCE.split(told.content)[0]
    there = THERE.search(text)
    if there and asked.follows and not TELLS_WHICH.search(text):
        places = _places(answer, known) if not _places(turns[-1].content, known) else ()
        return _open(there[0], places)
    office = _bare_office(asked, text)
    people = _people(told.content, known) if office and _asked_several(office, turns[-1]) else ()
    return _open(f"the {office}", people)


def _open(words: str, several: tuple[str, ...]) -> dict[str, object]:
    return {"open_pronoun": words, "candidates": several} if len(several) > 1 else {}


def _places(text: str, known: Known) -> tuple[str, ...]:
    """The towns of a sentence in which something was, where they stand side by side."""
    found = list(IN_PLACE.finditer(text))
    joined = all(APART.search(text[one.end() : two.start()]) for one, two in pairwise(found))
    names = [name for match in found for name in (match["name"], match["other"]) if name]
    towns = [name for name in names if name not in MONTHS and not is_country_name(name)]
    placed = [name for name in towns if known.find_place(name)]
    return tuple(dict.fromkeys(placed)) if joined else ()


def _bare_office(asked: Asked, text: str) -> str:
    """The office that a question gives to one whom it does not say more of: "the spokesman"."""
    parties = (*asked.speakers, *asked.about.parties)
    roles = [one.words for one in parties if one.kind == "role" and one.words.islower()]
    named = any(one.kind in ("person", "country") for one in parties)
    if len(roles) != 1 or named or len(roles[0].split()) > 1:
        return ""
    bare = re.search(rf"\bthe {re.escape(roles[0])}\b(?!['’]| (?:of|for|from|who|[A-Z]))", text)
    return roles[0] if bare else ""


def _asked_several(office: str, turn: Turn) -> bool:
    """Whether the last question was for several of an office: "Which spokesmen …?"."""
    several = f"{office[:-3]}men" if office.endswith("man") else f"{office}s"
    return re.search(rf"\b{re.escape(several)}\b", turn.content, re.IGNORECASE) is not None


def _people(text: str, known: Known) -> tuple[str, ...]:
    """The people whom an answer names, each by a full name."""
    names = (match[0] for match in PERSON.finditer(text))
    people = (name for name in names if not is_country_name(name) and not known.find_place(name))
    return tuple(dict.fromkeys(people))
