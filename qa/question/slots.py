"""Where a name stands in a question, and what it is made there: somebody, or a place."""

from __future__ import annotations

from qa.question.asked import Party
from qa.question.known import Known
from qa.question.offices import Named
from qa.question.slot_cues import (
    ARTICLES,
    CHOOSING,
    FORMS,
    GOING,
    GOING_STRAIGHT,
    PLACE_AFTER,
    SUFFIX_PLACE,
)
from qa.question.words import Words


def before(words: Words, first: int) -> str:
    """The word before one, a determiner left out."""
    step = first - 1
    while step > 0 and (words.lower(step) in ARTICLES or words.labels[step] == "role"):
        step -= 1
    return words.lower(step)


def is_place_slot(words: Words, first: int) -> bool:
    """Whether a place is named here: "in Riga", "visited Riga", "flew to Riga", "out of Riga"."""
    prior = before(words, first)
    if prior in PLACE_AFTER or prior in GOING_STRAIGHT or prior == "from":
        return True
    if prior in CHOOSING:  # "chose Riga for their meeting"
        return any(words.lower(n) in FORMS for n in range(first, len(words)))
    if prior == "of" and "out" in (words.lower(first - 2), words.lower(first - 3)):
        return True
    return prior == "to" and any(words.lower(n) in GOING for n in range(max(first - 5, 0), first))


def name_person(words: Words, first: int, last: int, known: Known | None) -> list[Named]:
    """Somebody by name, spelt as the archive spells it."""
    texts = [words.words[at].text for at in range(first, last + 1)]
    found = (known.find_person(texts) or known.guess_person(texts)) if known else None
    text = words.slice(first, last)
    words.label("person", first, last)
    party = Party(words=text, kind="person", known_as=found if found != text else None)
    return [Named(first=first, last=last, party=party)]


def name_party(words: Words, first: int, last: int, kind: str) -> list[Named]:
    """Somebody who acts and is no person: a country or a group."""
    words.label(kind, first, last)
    party = Party.model_validate({"words": words.slice(first, last), "kind": kind})
    return [Named(first=first, last=last, party=party)]


def name_place(words: Words, first: int, last: int) -> list[Named]:
    """A place, "area" and the like behind it left out."""
    words.label("place", first, last)
    if words.lower(last + 1) in SUFFIX_PLACE:
        words.label("place", last + 1, last + 1)
    return [Named(first=first, last=last, place=words.slice(first, last))]
