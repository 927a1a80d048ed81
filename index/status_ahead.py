"""Whether a meeting still lies ahead of what a sentence tells, or has come about."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from index.mention_cues import COMING, TELLING, VISITS
from index.parse import NOMINAL
from index.status_cues import (
    ACHIEVING,
    AFTER_OR_SINCE,
    AHEAD_OF,
    DOUBTFUL_MODALS,
    GREETED_BY,
    HURRYING,
    INCLUDING,
    ON_HAND,
    ONLY_ONE,
    PLANNING,
    RIGHT_BEFORE,
    SETTING_A_DAY,
    UNASSERTED_MODALS,
)
from index.status_scope import Step, helpers, is_future, is_negated, is_past, verb_over

if TYPE_CHECKING:
    from spacy.tokens import Token

UNTIL = frozenset(["when", "once", "until"])

NOT_COME = re.compile(r"\b(?:but|never|in vain|until|although|though)\b")  # "… but she never came"


def is_ahead(trigger: Token, steps: list[Step]) -> bool:
    """Whether what is told still lies ahead."""
    own = trigger.doc[steps[0].verb]
    if is_future(own):
        return not _came_about(own)
    if _is_before(trigger):
        return True
    next_up = trigger.doc[steps[1].verb] if len(steps) > 1 else None
    if (
        own.tag_ == "VBG"
        and own.dep_ == "acl"
        and own.head.lower_ == "those"
        and next_up is not None
    ):
        return is_future(next_up)  # "would be among those attending the talks"
    first = own.dep_ == "pcomp" and own.head.lower_ in AHEAD_OF
    if first and next_up is not None and helpers(next_up) & {"will", "shall", "'ll", "’ll"}:
        return True  # "will sign the pact before attending a dinner"
    if own == trigger and own.tag_ == "VBG" and not helpers(own):
        beside = own.dep_ in ("advcl", "conj") or own.head.lower_ in ("by", "while", "when")
        if beside and next_up is not None and is_future(next_up):
            return True  # "will travel to Oslo, meeting Stone"
    if own == trigger and own.tag_ in ("VBZ", "VBP") and own.dep_ == "advcl":
        over = verb_over(own)  # "while Berg meets Stone, sailors will gather"
        if over is not None and (is_future(over) or helpers(over) & UNASSERTED_MODALS):
            return True
    if _is_awaited_then(own):
        return True
    if own != trigger and own.lemma_ in PLANNING and _is_goal(trigger, own):
        return True
    planned = next_up is not None and next_up.lemma_ in PLANNING
    planned = planned and own.head.lower_ not in AFTER_OR_SINCE  # "left Riga after meeting Stone"
    return planned and own.dep_ in ("xcomp", "pcomp") and not is_past(own)


def _is_awaited_then(verb: Token) -> bool:
    """The present tense of a clause of time: "she will report when she returns from the talks"."""
    over = verb_over(verb)
    when = any(c.lower_ in UNTIL and c.dep_ in ("advmod", "mark") for c in verb.children)
    return (
        when and verb.dep_ in ("advcl", "relcl") and verb.tag_ in ("VBZ", "VBP", "VB")
        and over is not None and not is_past(over) and over.tag_ not in ("VBZ", "VBP")
    )  # fmt: skip


def _is_goal(trigger: Token, own: Token) -> bool:
    """Whether a verb of planning or of leaving has the meeting as its aim."""
    if trigger.dep_ in ("dobj", "nsubjpass", "attr"):
        return own.lemma_ not in COMING and own.lemma_ != "leave"  # "left the talks early"
    if trigger.dep_ == "xcomp" and trigger.pos_ in NOMINAL:  # "agreed to talks", read as a verb
        return own.lemma_ not in COMING
    aims = ("for", "to") if own.lemma_ in COMING else ("for", "on", "to")
    return trigger.dep_ == "pobj" and trigger.head.lower_ in aims and trigger.head.head == own


def _came_about(verb: Token) -> bool:
    """ "Managed to meet Stone", "was the first envoy to visit Oslo"."""
    if "to" not in helpers(verb):
        return False
    over = verb_over(verb)
    if over is None or is_future(over) or helpers(over) & (DOUBTFUL_MODALS | UNASSERTED_MODALS):
        return False
    hurried = verb.head.lemma_ in HURRYING and verb.lemma_ not in SETTING_A_DAY and is_past(over)
    if verb.dep_ == "xcomp" and (hurried or verb.head.lemma_ in ACHIEVING):
        return not is_negated(over)
    if _is_of_journey(verb) or _is_on_hand(verb):
        return True
    only = any(
        c.lower_ in ONLY_ONE or _is_most(c) for noun in _said_of(verb) for c in noun.children
    )
    return only and (is_past(over) or over.lemma_ in ("be", "become"))


def _is_most(word: Token) -> bool:
    """Whether a word picks one out of all: "highest-ranking", "most senior"."""
    whole = (word, *word.children)
    return word.dep_ == "amod" and any(t.tag_ in ("JJS", "RBS") for t in whole)


def _is_on_hand(verb: Token) -> bool:
    """ "Stone was there to greet her"."""
    be = verb.head
    there = be.lemma_ == "be" and any(c.lower_ in ON_HAND for c in be.children)
    came = verb.lemma_ in GREETED_BY and not NOT_COME.search(verb.doc[verb.i :].text)
    return there and came and is_past(be) and verb.dep_ in ("advcl", "xcomp")


def _said_of(verb: Token) -> Iterator[Token]:
    """The nouns that an infinitive is said of: "the latest member of the Board to visit Oslo"."""
    over = verb.head
    if verb.dep_ in ("relcl", "acl"):
        yield over
        if over.dep_ == "pobj":
            yield over.head.head
    elif verb.dep_ in ("advcl", "xcomp") and over.lemma_ in ("be", "become"):
        yield from (c for c in over.children if c.dep_ == "attr")


def _is_of_journey(verb: Token) -> bool:
    """Whether it was the aim of a journey that is over: "it included a trip to Riga to meet her",
    "took office after travelling to Riga to meet her".
    """
    journey = verb.head
    if verb.dep_ not in ("acl", "advcl", "xcomp") or journey.lemma_ not in COMING | VISITS:
        return False
    over = verb_over(journey)
    if over is None or not is_past(over):
        return False
    if journey.head.lower_ in AFTER_OR_SINCE and journey.head.dep_ in ("prep", "mark"):
        return True
    return journey.pos_ in NOMINAL and journey.head == over and over.lemma_ in INCLUDING


def _is_before(trigger: Token) -> bool:
    """ "Before a meeting", "ahead of talks"; not "met her before the vote"."""
    if trigger.pos_ == "VERB" and any(
        c.lower_ in AHEAD_OF and c.dep_ in ("mark", "advmod") for c in trigger.children
    ):
        return not is_past(trigger)
    prep = trigger.head
    if trigger.dep_ not in ("pobj", "pcomp"):
        return False
    if prep.lower_ in AHEAD_OF:
        noun = trigger.pos_ in NOMINAL and not any(c.lower_ in RIGHT_BEFORE for c in prep.children)
        return noun or not _is_deed(prep.head)
    pairs = {
        ("of", "ahead"),
        ("to", "prior"),
        ("of", "eve"),
        ("to", "up"),
        ("to", "forward"),
        ("to", "route"),
    }
    follows = any(c.lower_ == "follow" for c in prep.head.children)  # "a follow-up to her visit"
    return (prep.lower_, prep.head.lower_) in pairs and not follows


def _is_deed(verb: Token) -> bool:
    """What was done before it was done: "toured the port before meeting Stone"."""
    aim = verb.dep_ == "advcl" and verb.head.pos_ == "VERB" and "to" in helpers(verb)
    done = is_past(verb) or (aim and is_past(verb.head) and verb.head.lemma_ in COMING)
    return done and verb.lemma_ not in TELLING | {"speak", "arrive", "leave", "depart"}
