"""Where a name stands in a question, and what it is made there: somebody, or a place."""

from __future__ import annotations

from index.people_cues import GROUP_NOUNS
from qa.question.asked import Party
from qa.question.known import Known
from qa.question.offices import Named, states_end
from qa.question.slot_cues import (
    ARTICLES,
    CHOOSING,
    DETERMINERS,
    FORMS,
    GOING,
    GOING_STRAIGHT,
    PARTY_AFTER,
    PLACE_AFTER,
    SUBJECT_AFTER,
    SUFFIX_PLACE,
    VAGUE,
    VERBS,
)
from qa.question.words import Words

UNITS = frozenset(["minute", "hour", "day", "week", "month", "year", "night"])
SEVERAL_SIDES = frozenset(["two", "both", "three", "the", "all"])


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


def name_groups(words: Words, known: Known | None) -> list[Named]:
    """The groups and bodies that a question names as the archive does, word for word."""
    found: list[Named] = []
    for at in range(len(words) if known else 0):
        name = known.find_group(words.text[words.words[at].start :]) if known else None
        if name and words.free(at):
            end = words.words[at].start + len(name)
            last = max(n for n in range(at, len(words)) if words.words[n].start < end)
            free = all(words.free(n) for n in range(at, last + 1))
            found += name_party(words, at, last, "group") if free else []
    return found


def name_by_noun(words: Words, at: int) -> list[Named]:
    """A group in a participant's place: "the Latvian delegation", "a group of fishermen"."""
    if words.lower(at) not in GROUP_NOUNS and not _holds(words, at):
        return []
    first = at
    while words.free(first - 1) and first > at - 3 and words.close(first - 1):
        if words.is_opener(first - 1) or words.lower(first - 1) in VERBS | SEVERAL_SIDES:
            break
        first -= 1
    last = at
    if words.lower(at + 1) == "of" and words.free(at + 2):
        last = at + 2 + (words.lower(at + 2) in DETERMINERS)
        told = states_end(words, last)
        last = last if told is None else told
        while words.free(last + 1) and words.close(last) and words.words[last + 1].capital:
            last += 1  # "members of the Baltic Ferry Board"
    whose = words.words[at].genitive and not _holds(words, at)
    vague = first == last and (words.lower(at) in VAGUE or whose)
    acts = before(words, first) in PARTY_AFTER | SUBJECT_AFTER
    return (
        name_party(words, first, min(last, len(words) - 1), "group") if acts and not vague else []
    )


def _holds(words: Words, at: int) -> bool:
    """Whether a plural says whose talks they are: "the unions' talks", not "two days' talks"."""
    word = words.lower(at).removesuffix("'s").removesuffix("’s")
    owned = words.words[at].genitive and words.lower(at + 1) in FORMS
    return owned and word.endswith("s") and word.rstrip("s") not in UNITS


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
