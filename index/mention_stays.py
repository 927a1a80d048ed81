"""Where somebody was who met: "while in Riga", "during a visit to Riga", "who arrived here".

What a clause beside a meeting says of a stay is the meeting's place, too (index/mention_where.py).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from index.gazetteer import capital_of
from index.mention_cues import COMING, TELLING, VENUES
from index.mention_when_other import clause_verb
from index.people_cues import PLURALS
from index.place_cues import AS_A_RULE, CARRIED, STAYS, TOWNS
from index.subjects import verb_above

if TYPE_CHECKING:
    from spacy.tokens import Token

OF_FIRMS = frozenset(["office", "offices", "headquarters", "plant", "factory", "club"])
SHORT = 5  # letters of a short form: "ASEAN"
STOPPING = frozenset(["begin", "start", "stop", "end", "finish", "open", "spend"])
PLACES = frozenset({"GPE", "LOC"})
LEAVING = frozenset(["head", "leave", "depart", "sail", "embark", "bind"])  # "headed for Riga"
LEADING_TO = frozenset(["welcome", "receive"])  # "welcomed her to Riga"


def came_here(trigger: Token, here: Token) -> bool:
    """Whether who met is told to have come here: "Berg, who arrived here on Monday, spoke after
    talks with Stone"; not "who will come here".
    """
    verb = here.head
    if verb.lemma_ not in COMING or verb.tag_ != "VBD" or verb.dep_ != "relcl":
        return False
    over = verb.head
    return over.dep_ in ("nsubj", "nsubjpass") and (
        over.head in trigger.ancestors or over.head == trigger
    )


def is_stay(verb: Token) -> bool:
    """ "Ending a stay in Riga", "while she is in Riga"."""
    being = verb.lemma_ == "be" and any(c.lower_ in ("while", "when") for c in verb.children)
    return verb.tag_ == "VBG" or being


def is_stop(trigger: Token, prep: Token) -> bool:
    """Whether a place is where somebody begins with it: "will begin in Riga, meeting Stone"."""
    verb = prep.head
    beside = trigger.dep_ == "advcl" and trigger.tag_ == "VBG" and trigger.head == verb
    return beside and prep.lower_ == "in" and prep.i < trigger.i and verb.lemma_ in STOPPING


def stay_of(noun: Token) -> Token:
    """The visit of "the visit, her first to Riga": what stands before "her first"."""
    comma = noun.i > 2 and noun.nbor(-2).text == "," and noun.nbor(-1).dep_ == "poss"
    return noun.nbor(-3) if comma and noun.ent_type_ == "ORDINAL" else noun


def is_to_stay(noun: Token) -> bool:
    """Whether a noun is a visit on which people meet: "met her during a visit to Riga"."""
    stay = stay_of(noun)
    return stay.lemma_ in STAYS and stay.dep_ == "pobj" and stay.head.lower_ in ("during", "on")


def while_there(trigger: Token) -> Iterator[tuple[int, int, Token]]:
    """ "While in Riga, Berg met Stone": the parser takes the place for a subject."""
    first = trigger.sent.start
    doc = trigger.doc
    if first + 2 < len(doc) and doc[first].lower_ == "while" and doc[first + 1].lower_ == "in":
        yield from ((2, 0, e.root) for e in doc.ents if e.start == first + 2 and e.label_ == "GPE")


def places_where(trigger: Token) -> Iterator[tuple[int, int, Token]]:
    """ "Berg was in Norway on Monday, where she met Stone": the nearest place before "where"."""
    verb = clause_verb(trigger)
    if verb is not None and verb.dep_ in ("advcl", "xcomp") and verb.head.lemma_ == "be":
        verb = verb.head  # "where Stone was there to greet her"
    where = next((c for c in verb.children if c.lower_ == "where"), None) if verb else None
    if where is not None and where.i < trigger.i and where.dep_ == "advmod":
        named = (e for e in trigger.doc.ents if e.label_ in (*PLACES, "FAC") and e.end <= where.i)
        before = [e for e in named if e.root.head.lower_ != "near"]
        yield from ((2, 0, e.root) for e in before[-1:] if e.root.dep_ == "pobj")


def is_quoted(token: Token) -> bool:
    """Whether a token stands in quotation marks: "the author of “Brewing in Riga”"."""
    before = token.doc.text[: token.idx]
    return bool(before.count('"') % 2) or before.count("“") > before.count("”")


def is_wont(prep: Token) -> bool:
    """Whether it is where such meetings are held as a rule: "which is traditionally in Riga"."""
    verb = clause_verb(prep)
    return verb is not None and any(c.lower_ in AS_A_RULE for c in verb.children)


def is_goal(trigger: Token, prep: Token) -> bool:
    """Whether somebody goes there for it: "flew to Riga to meet her", "came to Riga for talks",
    "headed for Riga for talks"; or is led there: "welcomed her to Riga".
    """
    verb = prep.head
    if verb == trigger:
        return verb.lemma_ in LEADING_TO and prep.lower_ == "to" and prep.i > verb.i
    named = any(c.ent_type_ in PLACES for c in prep.children)
    leaves = verb.lemma_ in LEAVING and prep.lower_ == "for" and named
    led = verb.lemma_ in CARRIED and any(c.dep_ == "auxpass" for c in verb.children)
    comes = (verb.lemma_ in COMING or led) and prep.lower_ in ("to", "in", "into")
    goes = comes or leaves
    return goes and (verb in trigger.ancestors or verb_above(trigger) in verb.conjuncts)


def towns_behind(house: Token) -> Iterator[Token]:
    """The towns that a house is told to be in: "in the Salt Palace, a hall in Riga", "in Riga's Old
    Town Hall".
    """
    if house.lower_ not in VENUES:
        return
    yield from (c for c in house.children if c.dep_ == "poss" and _is_town(c))
    for noun in (c for c in house.children if c.dep_ == "appos"):
        preps = (p for t in (noun, *noun.children) for p in t.children if p.lower_ == "in")
        yield from (c for p in preps for c in p.children if c.ent_type_ in PLACES)


def _is_town(token: Token) -> bool:
    return token.ent_type_ == "GPE" or bool(capital_of(token.text))


def is_of_house(target: Token) -> bool:
    """Whether a name tells where a house is: "in the village school at Halden"."""
    prep = target.head
    return target.dep_ == "pobj" and prep.lower_ == "at" and prep.head.lower_ in VENUES - OF_FIRMS


def is_of_teller(trigger: Token, prep: Token) -> bool:
    """Whether a place is where those are who tell of it, whatever the parse says: "met Stone, the
    ministry in Oslo said".
    """
    last = max((c.right_edge.i for c in prep.children), default=prep.i)
    behind = prep.doc[last + 1] if last + 1 < len(prep.doc) else prep
    tells = behind.lemma_ in TELLING and behind.tag_ == "VBD"
    return tells and prep.head.pos_ == "NOUN" and prep.head != trigger


def is_number_of_people(noun: Token) -> bool:
    """ "A series of envoys in Riga": as where people are told to be."""
    of = (c for p in noun.children if p.lower_ == "of" for c in p.children)
    return any(c.lower_ in PLURALS for c in of)


def named_town(noun: Token) -> Token:
    """The name of a place behind its kind: "in the Latvian port city of Riga"."""
    below = [p for p in noun.children if p.lower_ == "of" and noun.lower_ in TOWNS]
    return next((c for p in below for c in p.children if c.pos_ == "PROPN"), noun)


def is_short_form(words: str) -> bool:
    """ "G7", "SLM": letters that stand for a body, which the model of names takes for a town."""
    return len(words) <= SHORT and (words.isupper() or any(c.isdigit() for c in words))
