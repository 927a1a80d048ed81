"""What is only asked for, offered, wished or made likely: no report of a meeting.

Each rule gives None where the sentence reports none, or False where it does not speak.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from index.status_cues import (
    ASKING,
    CONDITIONS,
    ENSURING,
    OPEN_TO,
    ORDERING,
    PLANNING,
    REVIVING,
    TURNING_DOWN,
    WANTING,
    WAYS,
)
from index.status_now import NOW
from index.status_said import Told
from index.status_scope import Step, helpers, is_negated, is_past

if TYPE_CHECKING:
    from spacy.tokens import Token


def asked(trigger: Token, steps: list[Step]) -> Told:
    """Only asked for, offered or refused: no report."""
    own = trigger.doc[steps[0].verb] if steps else trigger
    if any(_is_conditional(verb) for verb in _planned_by(trigger, steps)):
        return None
    if any(c.lower_ == "any" and c.dep_ == "det" for c in trigger.children):
        return None  # "any meeting would need a map"
    if _is_wished(own) or _is_made_likely(trigger) or _is_open_to(own) or _is_to_ensure(own):
        return None
    for step in steps:
        verb, below = trigger.doc[step.verb], trigger.doc[step.below]
        if verb == trigger or not step.close or below.dep_ in ("nsubj", "agent"):
            continue
        calls = verb.lemma_ == "call" and any(c.lower_ == "for" for c in verb.children)
        if calls or (verb.lemma_ in ASKING and verb.lemma_ not in WANTING):
            return None
    return False


def _planned_by(trigger: Token, steps: list[Step]) -> Iterator[Token]:
    """The verb of a meeting and those of planning over it: "whether she planned to meet him"."""
    yield trigger.doc[steps[0].verb] if steps else trigger
    for step in steps[1:]:
        verb = trigger.doc[step.verb]
        if not step.close or verb.lemma_ not in PLANNING:
            return
        yield verb


def _is_conditional(verb: Token) -> bool:
    return any(c.dep_ == "mark" and c.lower_ in CONDITIONS for c in verb.children)


def _is_to_ensure(verb: Token) -> bool:
    """Whether somebody is told to see to it: "asked him to make sure Berg would meet Stone"."""
    sure = verb.head
    if verb.dep_ != "ccomp" or sure.lemma_ not in ENSURING:
        return False
    deed = sure if sure.pos_ == "VERB" else sure.head
    return "to" in helpers(deed) and deed.head.lemma_ in ASKING | ORDERING


def _is_open_to(verb: Token) -> bool:
    """Whether somebody is only ready for it: "is prepared to meet Stone", "open to talks"."""
    over = verb.head
    aim = verb.dep_ in ("xcomp", "advcl", "pcomp") and "to" in helpers(verb)
    linked = over.dep_ == "acomp" or any(_is_to_be(t) for t in (over.head, *over.children))
    return aim and linked and over.lower_ in OPEN_TO and over.tag_ in ("JJ", "VBN", "VBD")


def _is_to_be(verb: Token) -> bool:
    """A form of "to be", the short ones too: "she’s ready"."""
    return verb.lemma_ == "be" or (verb.pos_ in ("AUX", "VERB") and verb.lower_ in NOW)


def requested(trigger: Token, steps: list[Step]) -> Told:
    """Asked for by the very verb: "called it wrong and requested a meeting with Stone"."""
    if trigger.dep_ == "pobj" and trigger.head.lower_ == "against":
        return None  # "a march against the summit" tells who marched, and where
    own = trigger.doc[steps[0].verb] if steps else trigger
    after = trigger.head.lower_ == "by" and trigger.head.head.lower_ == "followed"
    if after and own.lemma_ in PLANNING:
        return None  # "is set to meet Stone on Friday, followed by a dinner": a part of the plan
    plain = own != trigger and trigger.dep_ == "dobj" and trigger.head == own
    wants = own.lemma_ in ASKING and own.lemma_ not in WANTING | TURNING_DOWN
    wants = wants or (own.lemma_ in REVIVING and own.tag_ in ("VBG", "VB"))
    return None if plain and wants and not is_negated(own) else False


def _is_wished(verb: Token) -> bool:
    """Whether a clause is in the subjunctive: "the demand that Berg meet Stone"."""
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    marked = any(c.dep_ == "mark" and c.lower_ == "that" for c in verb.children)
    bare = verb.lower_ == verb.lemma_ and verb.tag_ in ("VB", "VBP") and not helpers(verb)
    single = subject is not None and not any(c.dep_ == "conj" for c in subject.children)
    return marked and bare and single and subject is not None and subject.tag_ in ("NNP", "NN")


def _is_made_likely(trigger: Token) -> bool:
    """Whether something only opens the way to a meeting: "would pave the way for talks"."""
    aim = trigger.dep_ in ("relcl", "acl", "advcl") and trigger.head.lemma_ in WAYS
    if aim and any(c.lower_ == "for" and c.dep_ == "mark" for c in trigger.children):
        return not is_past(trigger.head.head)  # "pave the way for Berg to meet Stone"
    if trigger.dep_ not in ("pobj", "pcomp") or trigger.head.lower_ not in ("for", "to"):
        return False
    holder = trigger.head.head
    ways = (holder, *(c for c in holder.children if c.dep_ in ("dobj", "pobj")))
    way = next((token for token in ways if token.lemma_ in WAYS), None)
    return way is not None and not is_past(way.head if way is holder else holder)
