"""Where a report says that a meeting is or was: town, venue and country, from the parse.

The dateline is where the story was written; it counts only where the report says "here", or names
a venue without its town.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from index.gazetteer import capital_of, country_of, is_country_name
from index.mention_cues import (
    DISCUSSING,
    NO_TOPICS,
    NOUNS,
    PLACING,
    TOPIC_WORDS,
    VENUES,
    VISITS,
)
from index.mention_stays import (
    PLACES,
    came_here,
    is_goal,
    is_number_of_people,
    is_of_house,
    is_of_teller,
    is_quoted,
    is_short_form,
    is_stay,
    is_stop,
    is_to_stay,
    is_wont,
    named_town,
    places_where,
    stay_of,
    towns_behind,
    while_there,
)
from index.mention_when import nearness
from index.mention_when_other import clause_verb, is_of_compared, is_of_way_back
from index.people_cues import GROUP_NOUNS, OFFICE_NOUNS, PLURALS
from index.place_cues import (
    COUNTRY_OR_STATE,
    GATHERINGS,
    SEATED,
    SEATS,
    STAYS,
    TOPICAL,
)
from index.records import Record

if TYPE_CHECKING:
    from spacy.tokens import Token

PLACING_TOWNS = PLACING - {"on", "aboard"}  # "on Syria" is a topic, "on a ferry" a venue
NO_TOWN = frozenset({"PERSON", "DATE", "TIME", "EVENT", "NORP", "ORG", "MONEY", "CARDINAL", "LAW"})
# "a month after a riot in Riga": what it came after was there, not the meeting
ELSEWHERE = frozenset(["into", "after", "since", "amid", "despite", "because"])
PARTS = frozenset(["central", "downtown", "nearby", "neighbouring", "neighboring"])  # of a town
# what the model of names takes a small town for: behind a house also a firm
MISTAKEN = {False: frozenset({"PERSON"}), True: frozenset({"PERSON", "ORG"})}


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
    venue_town: bool = False  # "her Bergen estate": the venue is not in the town of the dateline


def find_where(trigger: Token) -> Where:
    """Where it takes place, as its clause says: the nearest town and the nearest venue.

    A country gives way to a town in the same clause; a seat of government gives its town.
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
    if where.venue and where.place is None:
        where = _seated(where)
    said = (t for t in trigger.doc if t.lower_ == "here")
    here = any(nearness(trigger, t) is not None or came_here(trigger, t) for t in said)
    named = (trigger.doc[s.first : s.last + 1] for s in where.spots if s.field == "venue")
    town = any(t.ent_type_ in PLACES for words in named for t in words)
    return where.model_copy(update={"here": here and where.place is None, "venue_town": town})


def _seated(where: Where) -> Where:
    """The place of a venue that everybody knows: "the Kremlin" is in Moscow."""
    seat = _seat(where.venue or "")
    if seat is None:
        return where
    spots = [spot for spot in where.spots if spot.field == "venue"]
    shown = tuple(spot.model_copy(update={"field": "place"}) for spot in spots)
    return where.model_copy(
        update={"place": seat[0], "country": seat[1], "spots": (*where.spots, *shown)}
    )


def _seat(words: str) -> tuple[str, str] | None:
    """The town and the country of a seat of government named in words; None for other words."""
    low = words.lower()
    return next((seat for name, seat in SEATS.items() if name in low), None)


def _is_seat(token: Token) -> bool:
    first, last = _name_of(token)
    return _seat(token.doc[first : last + 1].text) is not None


def _add(where: Where, target: Token, words: str) -> Where:
    """The place with one more name taken in; the same where that adds nothing."""
    code = country_of(words)
    if words in COUNTRY_OR_STATE and where.place is not None and not is_country_name(where.place):
        return where.model_copy(update={"country": capital_of(where.place) or "USA"})
    if is_country_name(words):
        if where.place is None:
            return where.model_copy(update={"place": words, "country": code})
        if where.country is None and not is_country_name(where.place):
            return where.model_copy(update={"country": code})
        return where
    if _is_venue(target, words):
        return where.model_copy(update={"venue": words}) if where.venue is None else where
    if _is_town(target, words) and (where.place is None or is_country_name(where.place)):
        return where.model_copy(
            update={"place": words, "country": capital_of(words) or where.country}
        )
    return where


def _is_venue(target: Token, words: str) -> bool:
    """Whether a name is a house's: by its noun, as a seat of government, or named after "at"."""
    if target.lower_ in VENUES or _seat(words) or _is_gathering(target, words):
        return True
    at = target.dep_ == "pobj" and target.head.lower_ == "at" and target.pos_ == "PROPN"
    at = at and not is_of_house(target)
    named = at and words[:1].isupper() and target.ent_type_ not in (*PLACES, *NO_TOWN)
    meant = target.ent_type_ == "FAC" or (named and target.lower_ not in NOUNS)
    return meant and not capital_of(words)


def _is_gathering(target: Token, words: str) -> bool:
    """Whether a name is that of a conference: "at the Fjord Security Conference"."""
    named = target.pos_ == "PROPN" and " " in words and words[:1].isupper()
    return named and target.lower_ in GATHERINGS and target.head.lower_ in ("at", "of")


def _is_town(target: Token, words: str) -> bool:
    """Whether a name may be a town's: by the model of names, or capitalised and no other."""
    if capital_of(words):
        return True
    if is_short_form(words):
        return False
    if target.ent_type_ in PLACES:
        return True
    office = target.lower_ in OFFICE_NOUNS or target.lower_ in PLURALS
    named = target.pos_ == "PROPN" and target.text[0].isupper() and not office
    alone = not list(target.children) and (
        target.head.lower_ in ("in", "to") or is_of_house(target)
    )
    kind = target.ent_type_
    return (
        named
        and target.dep_ == "pobj"
        and (
            (kind not in NO_TOWN and (target.head.lower_ == "in" or is_of_house(target)))
            or (kind in MISTAKEN[is_of_house(target)] and alone)
        )
    )


def _targets(trigger: Token) -> list[Token]:
    """What "in", "at" and the like govern in the trigger's clause, the nearest first."""
    found = sorted(_ranked(trigger), key=lambda row: row[:2])
    return [target for _, _, target in found]


def _ranked(trigger: Token) -> Iterator[tuple[int, int, Token]]:
    visiting = trigger.lemma_.lower() in VISITS
    for prep in (token for token in trigger.doc if token.dep_ == "prep"):
        moving = is_goal(trigger, prep) or is_stop(trigger, prep)
        staying = prep.lower_ == "to" and is_to_stay(prep.head)
        to = moving or staying or (prep.lower_ == "to" and visiting)
        near = _nearness(trigger, prep) if to or prep.lower_ in PLACING else None
        if staying and near is None and nearness(trigger, stay_of(prep.head)) is not None:
            near = 2
        if near is None or (near > 1 and prep.i < trigger.i and not moving):
            continue
        for target in (named_town(c) for c in prep.children if c.dep_ == "pobj"):
            if prep.lower_ not in PLACING_TOWNS and not to and target.lower_ not in VENUES:
                continue
            far = abs(target.i - trigger.i)
            yield near, far, target
            yield from ((near, far, c) for c in target.children if c.dep_ == "appos")
            yield from ((near, far, c) for c in towns_behind(target))
            yield from ((near, far, c) for c in target.conjuncts if c.ent_type_ in PLACES)
    yield from while_there(trigger)
    yield from places_where(trigger)
    for child in trigger.children:
        if visiting and child.dep_ == "dobj" and trigger.pos_ == "VERB":
            yield 0, 0, child
        if trigger.lemma_.lower() in SEATED and child.dep_ == "compound" and _is_seat(child):
            yield 0, 1, child  # "a White House dinner"
        before = child.dep_ in ("compound", "nmod", "poss") and child.ent_type_ == "GPE"
        before = before and child.lower_ not in GROUP_NOUNS  # "a Riga City Council meeting"
        if before and (capital_of(child.text) or not country_of(child.text)):
            yield 0, 1, child  # "the Oslo summit", and not "the Norway talks"


def _nearness(trigger: Token, prep: Token) -> int | None:
    """How closely a place belongs to a trigger; None for one where the topic is, not the meeting.

    A stay that a clause beside tells of counts too: "ending a stay in Riga, Berg met Stone".
    """
    if prep.head not in trigger.ancestors and (
        _is_topic(prep.head, trigger) or _is_thing(prep.head, trigger)
    ):
        return None
    if is_of_compared(trigger, prep) or is_quoted(prep) > is_quoted(trigger) or is_wont(prep):
        return None
    if is_of_teller(trigger, prep) or is_of_way_back(trigger, prep):
        return None
    near = nearness(trigger, prep)
    verb, own = clause_verb(prep.head), clause_verb(trigger)
    beside = verb is not None and verb.dep_ == "advcl" and verb.head == own and is_stay(verb)
    return 1 if near is None and beside else near


def _is_topic(noun: Token, trigger: Token) -> bool:
    """Whether a thing is what is talked of: "the strike in Riga", "to end the war in Norway"."""
    token = noun
    while token.pos_ in ("NOUN", "PROPN", "ADP") and token != trigger:
        if token.lemma_ in NO_TOPICS | STAYS:
            return False  # "on the sidelines of a forum in Riga"
        if token.lower_ in GATHERINGS and token.head.lower_ in ("at", "during", "over"):
            return False  # "over a dinner at the forum in Riga"
        if token.dep_ == "prep" and token.lower_ in TOPIC_WORDS | ELSEWHERE:
            return True
        if token.head == token:
            return False
        token = token.head
    return token != trigger and token.lemma_ in TOPICAL | DISCUSSING and token != noun


def _is_thing(noun: Token, trigger: Token) -> bool:
    """Whether what is somewhere is a thing of its own: "the peace process in Norway".

    Not a person, a house, a meeting or a time, behind which a parser hangs the place of a meeting.
    """
    word = noun.lemma_.lower()
    person = noun.lower_ in GROUP_NOUNS or noun.lower_ in OFFICE_NOUNS or noun.lower_ in PLURALS
    known = (
        person
        or is_number_of_people(noun)
        or word in NOUNS
        or word in STAYS
        or word in VENUES
        or word in NO_TOPICS
    )
    house = noun.dep_ == "pobj" and noun.head.lower_ in ("at", "in", "inside", "outside", "near")
    some = noun.pos_ in ("ADJ", "NUM", "DET") and noun.dep_ == "nsubj"  # "few in Norway believe"
    if some and noun != trigger:
        return True
    plain = noun.pos_ == "NOUN" and not noun.ent_type_ and noun != trigger and not house
    return plain and not known and noun.dep_ not in ("nsubj", "npadvmod")


def _name_of(token: Token) -> tuple[int, int]:
    """The tokens of a place's name: its entity, or its noun with what is compounded to it."""
    for entity in token.doc.ents:
        if entity.start <= token.i < entity.end and entity.label_ in (*PLACES, "FAC", "ORG"):
            first = entity.start + (entity[0].lower_ == "the")
            return first, entity.end - 1
    kinds = ("compound", "amod", "poss", "nmod", "nummod")
    own = (c for c in token.lefts if c.dep_ in kinds and c.lower_ not in PARTS)
    left = [c.i for c in own if c.i >= token.i - 5]
    if len(left) > 1 and token.doc[left[0]].tag_ == "PRP$" and token.doc[left[1]].is_title:
        left = left[1:]  # "at his Lakeside estate"
    return min([token.i, *left]), token.i
