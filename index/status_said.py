"""What is said of a meeting itself: that it is off, put off, denied, doubted, or only asked for.

Each rule gives a verdict, None where the sentence reports no meeting, or False where it does not
speak.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal

from index.meeting_records import Status
from index.records import Record
from index.status_cues import (
    ASKING,
    CANCELLING,
    CANCELLING_OFF,
    CONDITIONS,
    CONFIRMING,
    DECLINING,
    DENYING,
    DENYING_WORDS_OF_IT,
    DOUBTFUL_MODALS,
    DOUBTING,
    EVENTS,
    EXCLUDING,
    HALTING,
    LEADING,
    NOUNS_ABOVE,
    OPEN_TO,
    PLANNED_WORDS,
    PLANNING,
    POSTPONING,
    POSTPONING_BACK,
    REVIVING,
    RUMOURS,
    TURNING_DOWN,
    UNASSERTED_MODALS,
    WANTING,
    WAYS,
    WITHOUT,
)  # fmt: skip
from index.status_scope import (
    Step,
    has_no,
    helpers,
    is_future,
    is_negated,
    is_past,
    noun_above,
)  # fmt: skip

if TYPE_CHECKING:
    from spacy.tokens import Token

NOUNS = ("NOUN", "PROPN")


class Verdict(Record):
    """The status, the token that tells it, and whether the report looks back beyond the news.

    `aside` marks a status by the tense of a verb that tells of something else: "the summit of last
    week will leave her tired".
    """

    status: Status
    told_by: int
    before_that: bool = False
    aside: bool = False


Told = Verdict | Literal[False] | None  # False: says nothing; None: reports no meeting


def say(status: Status, by: Token) -> Verdict:
    return Verdict(status=status, told_by=by.i)


def changed(trigger: Token, steps: list[Step]) -> Told:
    """Cancelled or postponed by the verb whose object or subject the meeting is."""
    for verb in _verbs_of(trigger, steps):
        status = _change(verb)
        if status is None:
            continue
        held_on = is_negated(verb) or helpers(verb) & (DOUBTFUL_MODALS | UNASSERTED_MODALS)
        return say(Status.ANNOUNCED if held_on else status, verb)
    return False


def _verbs_of(trigger: Token, steps: list[Step]) -> Iterator[Token]:
    """The verbs whose subject or object a noun is: its own, and those in a clause behind it."""
    if trigger.pos_ not in NOUNS:
        return
    if steps and steps[0].close:
        yield trigger.doc[steps[0].verb]
    yield from (c for c in trigger.children if c.dep_ in ("relcl", "acl") and is_subject(c))


def is_subject(clause: Token) -> bool:
    """Whether a clause behind a noun has it as its subject: "the talks, which began in May"."""
    if clause.dep_ == "acl":
        return clause.tag_ == "VBN" or is_future(clause)
    subjects = [c for c in clause.children if c.dep_ in ("nsubj", "nsubjpass")]
    return any(c.lower_ in ("which", "that") for c in subjects)


def _change(verb: Token) -> Status | None:
    particles = {c.lower_ for c in verb.children if c.dep_ in ("prt", "advmod")}
    if verb.lemma_ in CANCELLING or (verb.lemma_ in CANCELLING_OFF and "off" in particles):
        return Status.CANCELLED
    if verb.lemma_ in POSTPONING | HALTING or (
        verb.lemma_ in POSTPONING_BACK and particles & {"off", "back"}
    ):
        return Status.POSTPONED
    return None


def denied(trigger: Token, steps: list[Step]) -> Told:
    """Said not to be: "no meeting", "did not meet", "denied that they had met"."""
    noun = noun_above(trigger)
    lacking = noun is not None and has_no(noun) and NOUNS_ABOVE[noun.lemma_] is not Status.HELD
    if has_no(trigger) or lacking:  # "gave no details of the meeting" denies none
        return say(Status.DENIED, trigger)
    if steps and _is_yet_to(trigger.doc[steps[0].verb]):
        return say(Status.DENIED, trigger.doc[steps[0].verb])
    without = trigger.head if trigger.dep_ in ("pcomp", "pobj") else trigger
    if without.lower_ in WITHOUT and (without.head.pos_ == "VERB"):
        return say(Status.DENIED, without)
    for step in steps:
        verb = trigger.doc[step.verb]
        if verb.lemma_ not in DENYING or is_negated(verb):
            continue
        rumour = _is_rumour(trigger)
        if rumour or (step.close and verb.lemma_ not in DENYING_WORDS_OF_IT):
            return say(Status.DENIED, verb)
    negated = [
        trigger.doc[s.verb] for s in steps if s.close and is_negated(trigger.doc[s.verb])
    ][:1]  # fmt: skip
    for verb in negated:
        return _negated(trigger, steps, verb)
    return False


def _is_yet_to(verb: Token) -> bool:
    """ "Has yet to meet Stone"."""
    to = next((c for c in verb.children if c.lower_ == "to" and c.dep_ == "aux"), None)
    return to is not None and to.i > 0 and verb.doc[to.i - 1].lower_ == "yet"


def _is_rumour(trigger: Token) -> bool:
    """ "Denied reports that Berg had met Stone"."""
    return any(token.lemma_ in RUMOURS for token in trigger.ancestors)


def _negated(trigger: Token, steps: list[Step], verb: Token) -> Told:
    """What "not" makes of the verb that it stands with."""
    if verb.lemma_ in CONFIRMING | EXCLUDING | DENYING:
        return say(Status.UNCONFIRMED, verb)
    if verb.lemma_ in ASKING | DOUBTING and verb != trigger:  # "did not object to it"
        return None
    if verb.lemma_ == "be" and any(c.dep_ == "prep" for c in verb.children):
        return None  # "will not be at the port": says where they are not
    acts = (
        trigger.dep_ == "nsubj"
        and verb.lemma_ != "take"
        and any(c.dep_ == "dobj" for c in verb.children)
    )
    if trigger.pos_ in NOUNS and (acts or verb.lemma_ not in EVENTS | PLANNING | LEADING):
        return False  # "the talks did not help", "did not end the strike"
    planned = any(c.lower_ in PLANNED_WORDS for c in trigger.children)
    return say(Status.CANCELLED if planned else Status.DENIED, verb)


def doubted(trigger: Token, steps: list[Step]) -> Told:
    """Confirmed, or not: "confirmed the visit", "declined to confirm that they had met"."""
    for step in steps:
        verb = trigger.doc[step.verb]
        if verb == trigger or not step.close:
            continue
        if verb.lemma_ in CONFIRMING:
            if _is_aim_of(verb) in DECLINING or helpers(verb) & DOUBTFUL_MODALS:
                return say(Status.UNCONFIRMED, verb)
            if trigger.pos_ in NOUNS or _is_told_ahead(trigger, steps):
                return say(Status.CONFIRMED, verb)
        if verb.lemma_ in DOUBTING and not is_past(trigger) and _is_itself(trigger, steps, verb):
            definite = any(c.lower_ in ("the", "their", "this") for c in trigger.children)
            return False if definite else say(Status.UNCONFIRMED, verb)
    return False


def _is_aim_of(verb: Token) -> str:
    """The lemma that an infinitive hangs on: "declined to comment or to confirm the visit"."""
    while verb.dep_ == "conj" and verb.head.pos_ == "VERB":
        verb = verb.head
    return verb.head.lemma_ if verb.dep_ == "xcomp" else ""


def _is_itself(trigger: Token, steps: list[Step], verb: Token) -> bool:
    """Whether it is the meeting that is hoped for; not what "the visit will bring"."""
    own = trigger.doc[steps[0].verb]
    return own in (trigger, verb) or own.lemma_ in EVENTS | LEADING


def _is_told_ahead(trigger: Token, steps: list[Step]) -> bool:
    return bool(steps) and is_future(trigger.doc[steps[0].verb])


def above(trigger: Token, steps: list[Step]) -> Told:
    """By the noun that the meeting hangs on: "the possibility of a meeting"."""
    noun = noun_above(trigger)
    if noun is None or (trigger.pos_ == "VERB" and is_past(trigger)):
        return False
    if _is_turned_down(noun):
        return say(Status.DENIED, noun.head)
    status = NOUNS_ABOVE[noun.lemma_]
    if status == "none":
        return None
    return say(status, noun)


def _is_turned_down(noun: Token) -> bool:
    """Whether a chance or an invitation is let go: "declined an invitation to meet her"."""
    verb = noun.head.head if noun.dep_ == "pobj" else noun.head
    taken = noun.dep_ == "dobj" or (
        noun.dep_ == "pobj" and noun.head.lower_ in ("on", "down", "up")
    )
    return taken and verb.lemma_ in TURNING_DOWN and not is_negated(verb)


def asked(trigger: Token, steps: list[Step]) -> Told:
    """Only asked for, offered or refused: no report."""
    own = trigger.doc[steps[0].verb] if steps else trigger
    if any(_is_conditional(verb) for verb in _planned_by(trigger, steps)):
        return None
    if any(c.lower_ == "any" and c.dep_ == "det" for c in trigger.children):
        return None  # "any meeting would need a map"
    if _is_wished(own) or _is_made_likely(trigger) or _is_open_to(own):
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


def _is_open_to(verb: Token) -> bool:
    """Whether somebody is only ready for it: "is prepared to meet Stone", "open to talks"."""
    over = verb.head
    aim = verb.dep_ in ("xcomp", "advcl", "pcomp") and "to" in helpers(verb)
    linked = over.head.lemma_ == "be" or any(c.lemma_ == "be" for c in over.children)
    return aim and linked and over.lower_ in OPEN_TO and over.tag_ in ("JJ", "VBN", "VBD")


def requested(trigger: Token, steps: list[Step]) -> Told:
    """Asked for by the very verb: "called it wrong and requested a meeting with Stone"."""
    if trigger.dep_ == "pobj" and trigger.head.lower_ == "against":
        return None  # "a march against the summit" tells who marched, and where
    own = trigger.doc[steps[0].verb] if steps else trigger
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
    if trigger.dep_ not in ("pobj", "pcomp") or trigger.head.lower_ not in ("for", "to"):
        return False
    holder = trigger.head.head
    ways = (holder, *(c for c in holder.children if c.dep_ in ("dobj", "pobj")))
    way = next((token for token in ways if token.lemma_ in WAYS), None)
    return way is not None and not is_past(way.head if way is holder else holder)
