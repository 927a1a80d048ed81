"""Where a report says that a meeting is or was: town, venue and country, from the parse.

The dateline is where the story was written; it counts only where the report says "here", or names
a venue without its town.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from index.gazetteer import capital_of, country_of, is_country_name
from index.mention_cues import COMING, PLACING, VENUES, VISITS
from index.mention_when import nearness
from index.people_cues import OFFICE_NOUNS, PLURALS
from index.records import Record
from index.subjects import verb_above

if TYPE_CHECKING:
    from spacy.tokens import Token

PLACES = frozenset({"GPE", "LOC"})
NO_TOWN = frozenset({"PERSON", "DATE", "TIME", "EVENT", "NORP", "ORG", "MONEY", "CARDINAL", "LAW"})


class Spot(Record):
    """The tokens of a sentence, `first` to `last`, that name a place or a venue."""

    first: int
    last: int
    field: str


class Where(Record):
    """A place as a report names it, the venue in it, its country, and the tokens that say so."""

    place: str | None = None
    venue: str | None = None
    country: str | None = None
    spots: tuple[Spot, ...] = ()
    here: bool = False  # "here": the place of the dateline


def find_where(trigger: Token) -> Where:
    """Where it takes place, as its clause says: the nearest town and the nearest venue.

    A country gives way to a town in the same clause.
    """
    where = Where()
    for target in _targets(trigger):
        first, last = _name_of(target)
        words = trigger.doc[first : last + 1].text
        added = _add(where, target, words)
        if added is not where:
            field = "venue" if added.venue != where.venue else "place"
            spot = Spot(first=first, last=last, field=field)
            where = added.model_copy(update={"spots": (*where.spots, spot)})
    here = any(t.lower_ == "here" and nearness(trigger, t) is not None for t in trigger.doc)
    return where.model_copy(update={"here": here and where.place is None})


def _add(where: Where, target: Token, words: str) -> Where:
    """The place with one more name taken in; the same where that adds nothing."""
    code = country_of(words)
    if is_country_name(words):
        if where.place is None:
            return where.model_copy(update={"place": words, "country": code})
        if where.country is None and not is_country_name(where.place):
            return where.model_copy(update={"country": code})
        return where
    if target.lower_ in VENUES or (target.ent_type_ == "FAC" and not capital_of(words)):
        return where.model_copy(update={"venue": words}) if where.venue is None else where
    if _is_town(target, words) and (where.place is None or is_country_name(where.place)):
        return where.model_copy(
            update={"place": words, "country": capital_of(words) or where.country}
        )
    return where


def _is_town(target: Token, words: str) -> bool:
    """Whether a name may be a town's: by the model of names, or capitalised and no other."""
    if capital_of(words) or target.ent_type_ in PLACES:
        return True
    office = target.lower_ in OFFICE_NOUNS or target.lower_ in PLURALS
    named = target.pos_ == "PROPN" and target.text[0].isupper() and not office
    alone = len(list(target.children)) == 0 and target.head.lower_ in ("in", "to")
    kind = target.ent_type_
    return (
        named
        and target.dep_ == "pobj"
        and ((kind not in NO_TOWN and target.head.lower_ == "in") or (kind == "PERSON" and alone))
    )


def _targets(trigger: Token) -> list[Token]:
    """What "in", "at" and the like govern in the trigger's clause, the nearest first."""
    found = sorted(_ranked(trigger), key=lambda row: row[:2])
    return [target for _, _, target in found]


def _ranked(trigger: Token) -> Iterator[tuple[int, int, Token]]:
    visiting = trigger.lemma_.lower() in VISITS
    for prep in (token for token in trigger.doc if token.dep_ == "prep"):
        moving = _is_goal(trigger, prep)
        to = prep.lower_ == "to" and (visiting or moving)
        near = nearness(trigger, prep) if to or prep.lower_ in PLACING else None
        if near is None or (near > 1 and prep.i < trigger.i and not moving):
            continue
        for target in (c for c in prep.children if c.dep_ == "pobj"):
            far = abs(target.i - trigger.i)
            yield near, far, target
            yield from ((near, far, c) for c in target.children if c.dep_ == "appos")
            yield from ((near, far, c) for c in target.conjuncts if c.ent_type_ in PLACES)
    for child in trigger.children:
        if visiting and child.dep_ == "dobj" and trigger.pos_ == "VERB":
            yield 0, 0, child
        before = child.dep_ in ("compound", "nmod", "poss") and child.ent_type_ == "GPE"
        if before and (capital_of(child.text) or not country_of(child.text)):
            yield 0, 1, child  # "the Oslo summit", and not "the Norway talks"


def _is_goal(trigger: Token, prep: Token) -> bool:
    """Whether somebody goes there for it: "flew to Riga to meet her", "came to Riga for talks"."""
    verb = prep.head
    comes = verb.lemma_ in COMING and prep.lower_ in ("to", "in")
    return comes and (verb in trigger.ancestors or verb_above(trigger) in verb.conjuncts)


def _name_of(token: Token) -> tuple[int, int]:
    """The tokens of a place's name: its entity, or its noun with what is compounded to it."""
    for entity in token.doc.ents:
        if entity.start <= token.i < entity.end and entity.label_ in (*PLACES, "FAC", "ORG"):
            first = entity.start + (entity[0].lower_ == "the")
            return first, entity.end - 1
    kinds = ("compound", "amod", "poss", "nmod", "nummod")
    left = [c.i for c in token.lefts if c.dep_ in kinds and c.i >= token.i - 4]
    return min([token.i, *left]), token.i
