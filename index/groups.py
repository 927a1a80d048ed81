"""Groups by the words that name them: countries, organisations, "a delegation of fishermen"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.gazetteer import capital_of, country_name, country_of
from index.meeting_records import Attendant
from index.people_cues import GROUP_NOUNS
from index.records import Record

if TYPE_CHECKING:
    from spacy.tokens import Token

LONGEST = 10  # tokens of a group's name behind its noun
BEFORE = frozenset(["compound", "amod", "nummod", "nmod", "quantmod"])
STATES = frozenset(["GPE", "NORP", "ORG", "FAC", "LOC"])


class Group(Record):
    """A group that takes part, and its tokens `first` to `last`."""

    who: Attendant
    first: int
    last: int


def name_group(token: Token) -> Group | None:
    """The group whose name a noun is the head of; None where it is none."""
    first, last = _phrase(token)
    words = token.doc[first : last + 1].text
    country = country_of(words) or country_of(token.text)
    if country and (token.ent_type_ in STATES or token.pos_ == "PROPN"):
        name = country_name(country)
    elif token.lower_ in GROUP_NOUNS or (
        token.ent_type_ in ("ORG", "NORP") and token.text[0].isupper()
    ):
        name, country = words, _country_in(token, first, last)
    else:
        return None
    who = Attendant(name=name, country=country, resolved="group")
    return Group(who=who, first=first, last=last)


def _phrase(token: Token) -> tuple[int, int]:
    """The tokens of a group's name: what stands before its head, and an "of" phrase behind it."""
    left = [c.i for c in token.lefts if c.dep_ in BEFORE]
    last = token.i
    for child in token.rights:
        if child.dep_ == "prep" and child.lower_ == "of" and child.i == last + 1:
            last = min(max(t.i for t in child.subtree), last + LONGEST)
    return min([token.i, *left]), last


def _country_in(token: Token, first: int, last: int) -> str | None:
    words = (token.doc[at].text for at in range(first, last + 1))
    return next((code for word in words if (code := country_of(word) or capital_of(word))), None)
