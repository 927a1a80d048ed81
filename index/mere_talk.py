"""Talk that is no meeting: with oneself, with the press, by the police, in a film, by habit."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from index.attendants import Found
from index.meeting_records import Form
from index.mention_cues import NOUNS, TELLING, VENUES
from index.not_meetings import HABITUAL, MEALS, OFTEN, ONESELF, OUTLETS, POLICE, SHOWN, SPEAKING
from index.people_cues import GROUP_NOUNS, OFFICE_NOUNS, PEOPLE, PEOPLE_ENDS, PRESS
from index.place_cues import DESTINATIONS
from index.subjects import has_object

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

SOME = 9  # meetings; more of them are a record: "has hosted 152 state visits"
YEAR = re.compile(r"(?:19|20)\d\d")
ADVERB_BEHIND = 5  # tokens: "who speak with Anna Berg frequently"
SINGULAR = frozenset(["VBZ", "is", "'s", "’s", "was", "has"])  # one who talks has no partner yet


def is_to_press(trigger: Token) -> bool:
    """ "Spoke to reporters", "talks with the press", "spoke with the Oslo Times", a podcast."""
    speaks = trigger.lemma_.lower() in SPEAKING
    if speaks and SHOWN.search(trigger.doc.text):
        return True
    preps = [c for c in trigger.children if c.lower_ in ("with", "to")]
    told = [t for prep in preps for t in prep.children if t.dep_ == "pobj"]
    others = [c for t in told for c in t.conjuncts] if speaks else []
    if any(t.lower_ in PRESS for head in (*told, *others) for t in (head, *head.lefts)):
        return True
    spoken_to = [t for prep in preps if prep.lower_ == "to" for t in prep.children]
    letters = trigger.pos_ == "VERB" and any(_is_in_letters(t) for t in spoken_to)
    asks = [c for c in trigger.children if c.dep_ == "nsubj"]  # "the Oslo Times spoke with Berg"
    return speaks and (letters or any(_is_outlet(t) for t in (*told, *asks)))


def _is_in_letters(name: Token) -> bool:
    """Whether somebody spoken to is a station or a body by its letters: "spoke to RKB"."""
    return name.ent_type_ == "ORG" and name.text.isupper() and name.text.isalpha()


def _is_outlet(name: Token) -> bool:
    """Whether a name is by its last word that of a paper or a station: "the Oslo Times"."""
    named = name.pos_ == "PROPN" and any(c.pos_ == "PROPN" for c in name.lefts)
    return named and name.lower_ in OUTLETS and name.ent_type_ != "PERSON"


def is_mere_talk(verb: Token) -> bool:
    """Whether a verb of speech has no partner with whom somebody met.

    "Talked of the price", "talked her into it", "they talk about her", "talks shop", "talked to
    herself", "a port that talks", "officers talked to the driver".
    """
    if _is_questioned(verb) or _is_to_oneself(verb) or _is_on_record(verb) or _is_no_event(verb):
        return True
    words = {c.lower_ for c in verb.children}
    if verb.lemma_ == "negotiate":
        return _is_bargained(verb)
    if verb.lemma_ != "talk":
        return False
    partner = bool(words & {"with", "to"})
    vague = "about" in words and "they" in words and not partner
    one = not partner and bool(_helping(verb) & SINGULAR)
    subjects = [c for c in verb.children if c.dep_ == "nsubj"]
    alone = not any(list(c.conjuncts) or c.tag_ in ("NNS", "NNPS") for c in subjects)
    through = "through" in words and not partner and alone  # "Berg talks through the news"
    return bool(words & {"of", "into"}) or through or vague or one or has_object(verb)


def _helping(verb: Token) -> set[str]:
    """A verb's own tag, and the words that help it."""
    return {verb.tag_, *(c.lower_ for c in verb.children if c.dep_ == "aux")}


def _is_bargained(verb: Token) -> bool:
    """ "Negotiated the accord", "a deal that she negotiated", "negotiate for the railways": what or
    for whom, not whether they met.
    """
    bargained = verb.dep_ == "relcl" or has_object(verb)
    return bargained or any(c.lower_ == "behalf" for p in verb.children for c in p.children)


def _is_questioned(verb: Token) -> bool:
    """Whether the police ask about a crime: "officers talked to the driver"."""
    subjects = (c for c in verb.children if c.dep_ == "nsubj")
    return verb.lemma_ in SPEAKING and any(c.lemma_.lower() in POLICE for c in subjects)


def _is_on_record(verb: Token) -> bool:
    """Whether somebody is quoted from an interview: "speaking to Stone, she said"."""
    said = verb.head.lemma_ in TELLING and verb.tag_ == "VBG" and verb.dep_ == "advcl"
    return verb.lemma_ in SPEAKING and said and any(c.lower_ == "to" for c in verb.children)


def _is_no_event(verb: Token) -> bool:
    """Whether talk is shown, only named, or goes on as it did: "spoke on stage with Stone", "what
    they talked about", "will continue to talk with partners".
    """
    below = [c.lower_ for prep in verb.children if prep.lower_ == "on" for c in prep.children]
    about = (c for c in verb.children if c.lower_ == "about")
    named = any(all(t.i < verb.i for t in prep.children) for prep in about)
    goes_on = verb.dep_ == "xcomp" and verb.head.lemma_ in ("continue", "keep")
    return verb.lemma_ in SPEAKING and ("stage" in below or named or goes_on)


def is_habitual(verb: Token) -> bool:
    """Whether a verb tells of what is done again and again: "who often speak with Stone", "met on
    almost a daily basis".
    """
    basis = any(t.lower_ == "basis" for prep in verb.children for t in prep.children)
    near = verb.doc[max(0, verb.i - 1) : verb.i + ADVERB_BEHIND]
    own = (t for t in near if t.lower_ in OFTEN and t.head in (verb, *verb.ancestors))
    return basis or any("," not in verb.doc[verb.i : t.i].text for t in own)


def _is_to_oneself(verb: Token) -> bool:
    preps = (c for c in verb.children if c.lower_ in ("to", "with"))
    return any(t.lower_ in ONESELF for prep in preps for t in prep.children)


def is_habit(noun: Token) -> bool:
    """Whether a plural tells of what is done again and again: "weekly meetings", "lunches"."""
    if noun.tag_ not in ("NNS", "NNPS"):
        return False
    kinds = [c for c in noun.children if c.dep_ in ("amod", "compound", "nmod")]
    counted = any(c.dep_ in ("det", "poss", "nummod") for c in noun.children)
    many = any(
        c.dep_ == "nummod" and c.text.isdigit() and int(c.text) > SOME for c in noun.children
    )
    if many or _is_told_year_by_year(noun):
        return True
    bare_meals = noun.lemma_.lower() in MEALS and not counted
    return bare_meals or any(c.lower_ in HABITUAL for c in kinds)


def _is_told_year_by_year(noun: Token) -> bool:
    """ "Two made state visits to Oslo: Berg in 2003 and Stone in 2011" tells of no one visit."""
    colon = next((t.i for t in noun.sent if t.text == ":" and t.i > noun.i), len(noun.doc))
    years = {t.text for t in noun.doc[colon:] if YEAR.fullmatch(t.text)}
    return len(years) > 1


def is_stay(noun: Token, form: Form, people: Sequence[Found]) -> bool:
    """Whether those told met nobody: one who saw a sight, a couple who came."""
    sight = form == "visit" and len(people) == 1 and _is_to_sight(noun)
    return sight or _is_couple(noun.doc, people)


def _is_to_sight(visit: Token) -> bool:
    """Whether a visit is to a thing without a name, where nobody is said to be met: "a visit to the
    quake zone"; no "visit to the country", "to troops", "to the town of Lund".
    """
    behind = [c for prep in visit.children if prep.lower_ == "to" for c in prep.children]
    goals = [t for t in behind if t.dep_ == "pobj"]
    return bool(goals) and all(_is_thing(t) for t in goals)


def _is_thing(noun: Token) -> bool:
    known = VENUES | DESTINATIONS | NOUNS.keys() | GROUP_NOUNS | PEOPLE | OFFICE_NOUNS
    told = noun.pos_ != "NOUN" or not known.isdisjoint({noun.lower_, noun.lemma_})
    named = noun.ent_type_ or any(c.dep_ == "poss" or c.pos_ == "PROPN" for c in noun.lefts)
    return not (told or named or noun.lower_.endswith(PEOPLE_ENDS))


def _is_couple(doc: Doc, people: Sequence[Found]) -> bool:
    """Whether the only two are one who holds an office and the first lady beside: "President Berg
    and first lady Ida Berg came for dinner" tells of two guests.
    """
    if len(people) != 2 or sum(found.who.role == "first lady" for found in people) != 1:
        return False
    first, second = (doc[found.first : found.last + 1].root for found in people)
    return second in first.conjuncts or first == second


def is_acted(doc: Doc, people: Sequence[Found]) -> bool:
    """Whether one of the people is a part in a film: "Nora (Anna Berg) meets the king"."""
    return any(_is_part(doc, found) for found in people)


def _is_part(doc: Doc, found: Found) -> bool:
    after = doc[found.last + 1 : found.last + 6]
    if len(after) < 3 or after[0].text != "(" or doc[found.last].pos_ != "PROPN":
        return False
    inside = list(_up_to_close(after[1:]))
    names = {t.lower_ for t in doc[found.first : found.last + 1]}
    apart = not names & {t.lower_ for t in inside}
    return len(inside) > 1 and apart and all(t.ent_type_ == "PERSON" for t in inside)


def _up_to_close(tokens: Iterable[Token]) -> Iterator[Token]:
    for token in tokens:
        if token.text == ")":
            return
        yield token
