"""Whether a meeting is going on, or is told as past, as a sentence is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.mention_cues import COMING, HOSTING
from index.parse import NOMINAL, PRESENT
from index.records import ZoneKind
from index.status_cues import (
    AFTER_OR_SINCE,
    ASSEMBLING,
    EVENTS,
    LASTING,
    LASTING_ON,
    NEARING,
    PLANNING,
)
from index.status_scope import helpers, is_past, verb_over

if TYPE_CHECKING:
    from spacy.tokens import Token

PAST = frozenset(["VBD", "VBN"])  # tags of a verb that tells what was
PLACES = frozenset(["GPE", "LOC", "FAC"])
NO = frozenset(["not", "n't", "n’t", "no", "never", "longer", "neither", "nor", "hardly"])
NOW = frozenset(["is", "are", "'s", "’s", "'re", "’re"])


def is_going_on(trigger: Token, own: Token, close: bool) -> bool:
    """ "Are meeting", "is holding talks", "the talks are under way"."""
    now = own.tag_ == "VBG" and bool(helpers(own) & NOW)
    now = now or (own == trigger and own.tag_ == "VBG" and _is_there_now(own))
    if _is_in_talks(trigger):
        return True
    now = now or _is_there_by_noun(trigger)
    now = now or (_is_meanwhile(own) and own.lemma_ in ASSEMBLING | HOSTING)
    late = (
        trigger.dep_ == "pobj" and trigger.head.lower_ in AFTER_OR_SINCE
    )  # "is resting after the talks"
    if own == trigger or (now and own.lemma_ not in COMING | PLANNING):
        return now and not late
    if not close or is_past(own) or own.lemma_ not in LASTING:
        return False
    if is_what_it_is(own, trigger):
        return False
    words = {c.lower_ for c in own.children} | {g.lower_ for c in own.children for g in c.children}
    if any(c.lower_ == "on" and any(c.children) for c in own.children):
        words -= {"on"}  # "the talks are on a farm"
    goes_on = own.lemma_ == "continue" or bool(words & LASTING_ON)
    return goes_on


def is_prepared_for(trigger: Token, own: Token) -> bool:
    """ "Is waiving the ban for her visit"."""
    now = own.tag_ == "VBG" and bool(helpers(own) & NOW) and own.lemma_ not in EVENTS | HOSTING
    return own != trigger and now and trigger.dep_ == "pobj" and trigger.head.lower_ == "for"


def is_yet_to_come(trigger: Token, own: Token) -> bool:
    """ "As the summit neared", "during the summit, Berg is expected to speak of the port"."""
    if own.lemma_ in NEARING and trigger.dep_ == "nsubj":
        return trigger.head == own
    during = trigger.dep_ == "pobj" and trigger.head.lower_ in ("during", "at")
    aim = any(c.dep_ == "xcomp" and "to" in helpers(c) for c in own.children)
    return during and aim and own.lemma_ in PLANNING and bool(helpers(own) & NOW)


def is_what_it_is(own: Token, trigger: Token) -> bool:
    """Whether a verb says what a meeting is, and not that it is: "the session is a chance"."""
    over = {trigger, *trigger.ancestors}
    if own.lemma_ == "make" and trigger.dep_ in ("dobj", "nsubj"):  # "made this week's summit busy"
        dated = any(c.dep_ == "poss" and c.ent_type_ == "DATE" for c in trigger.children)
        return dated or any(c.dep_ in ("oprd", "ccomp") and c.i > trigger.i for c in own.children)
    told = (c for c in own.children if c.dep_ == "attr" and c.i > own.i and c not in over)
    return own.lemma_ == "be" and any(
        c.pos_ == "NOUN" and c.lower_ not in LASTING_ON and not c.ent_type_ for c in told
    )


def is_meant_to_do(own: Token, trigger: Token) -> bool:
    """Whether a verb says what a meeting was to bring about: "was intended to calm the port"."""
    meant = own.lemma_ in ("intend", "mean", "design", "aim") and trigger.dep_ == "nsubjpass"
    aims = [c for c in own.children if c.dep_ == "xcomp" and c.lemma_ not in EVENTS]
    return meant and trigger.head == own and any(c.tag_ == "VB" for c in aims)


def _is_there_now(verb: Token) -> bool:
    """ "Berg, currently visiting Oslo", "Berg is in Oslo meeting Stone"."""
    there = _is_present(verb.head) and verb.dep_ in ("advcl", "xcomp")
    over = verb_over(verb)
    now = over is not None and (over.tag_ in ("VBZ", "VBP") or bool(helpers(over) & NOW))
    called = verb.dep_ == "advcl" and any(c.lower_ == "for" for c in verb.children)
    there = there or ((verb.dep_ == "acl" or called) and now)  # "calls for leaders meeting here to"
    return there or any(c.lower_ in ("currently", "now") for c in verb.children)


def _is_meanwhile(verb: Token) -> bool:
    """ "Fires broke out as ministers gather in Oslo for the summit"."""
    marked = any(c.dep_ == "mark" and c.lower_ in ("as", "while") for c in verb.children)
    told = verb.head.tag_ == "VBD"  # a picture shows the past: "Berg reacts as she attends"
    return marked and told and verb.dep_ == "advcl" and verb.tag_ in ("VBZ", "VBP")


def _is_there_by_noun(noun: Token) -> bool:
    """ "Berg is in Norway meeting with Stone", where the parser makes one thing of the two."""
    town = noun.i > 0 and noun.doc[noun.i - 1].ent_type_ == "GPE"
    inside = noun.dep_ == "pobj" and noun.head.lower_ == "in" and _is_present(noun.head.head)
    return noun.lower_ == "meeting" and noun.pos_ in NOMINAL and town and inside


def _is_in_talks(noun: Token) -> bool:
    """ "Norway is in talks with Latvia", "Berg is in Oslo for talks with Stone"."""
    prep = noun.head
    bare = noun.dep_ == "pobj" and noun.tag_ == "NNS" and prep.i == noun.i - 1
    if not bare or prep.lower_ not in ("in", "for"):
        return False
    over = prep.head.head.head if prep.head.dep_ == "pobj" else prep.head  # "in Oslo for talks"
    towns = (t for c in over.children if c.lower_ == "in" for t in c.children)
    there = any(t.ent_type_ in PLACES for t in towns)
    said_no = any(t.lower_ in NO for t in noun.doc[over.i : noun.i])
    return _is_present(over) and not said_no and (prep.lower_ == "in" or there)


def _is_present(verb: Token) -> bool:
    return verb.lemma_ == "be" and verb.tag_ in ("VBZ", "VBP")


def is_told_as_past(told_by: Token, zone: ZoneKind) -> bool:
    """Whether the word that tells of a meeting tells it as past: "met", "was hosting".

    So does the present tense of a headline or a caption: "Berg meets Stone".
    """
    helpers = {child.lower_ for child in told_by.children}
    shown = zone is not ZoneKind.BODY and told_by.tag_ in PRESENT and told_by.lemma_ != "be"
    above = told_by.head.head if told_by.dep_ == "pcomp" else told_by.head
    led = told_by.dep_ in ("advcl", "csubj") or told_by.head.lower_ in (
        "after",
        "following",
        "while",
        "when",
    )
    led = led or told_by.lower_ == "following"  # "following talks with her, she said"
    led = led or above.lemma_ == "quote"  # "was quoted as saying at the talks"
    if told_by.dep_ == "acl" or above.pos_ == "NOUN":  # "Berg, speaking after the talks, said"
        above, led = verb_over(told_by) or above, led or told_by.dep_ == "acl"
    beside = told_by.tag_ == "VBG" and led and above.tag_ in PAST
    past = told_by.tag_ in PAST or bool(helpers & {"was", "were", "had", "did"})
    return past or shown or beside  # "speaking after the talks, she said", "after meeting her"
