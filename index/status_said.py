"""What is said of a meeting itself: that it is off, put off, denied, doubted, or only asked for.

Each rule gives a verdict, None where the sentence reports no meeting, or False where it does not
speak.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal

from index.meeting_records import Status
from index.mention_cues import NOUNS
from index.parse import NOMINAL
from index.records import Record
from index.status_cues import (
    ASKING,
    BRINGING_ABOUT,
    CANCELLING,
    CANCELLING_OFF,
    CONFIRMING,
    DECLINING,
    DENYING,
    DENYING_WORDS_OF_IT,
    DOUBTFUL_MODALS,
    DOUBTING,
    EVENTS,
    EXCLUDING,
    HALTING,
    HINGING,
    HINGING_ON,
    HOPING,
    NOUNS_ABOVE,
    PLANNED_WORDS,
    PLANNING,
    POSTPONING,
    POSTPONING_BACK,
    RUMOURS,
    TURNING_DOWN,
    UNASSERTED_MODALS,
    UNDER,
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
    if _is_stopped(trigger):
        return None
    for verb in _verbs_of(trigger, steps):
        status = _change(verb)
        if status is None:
            continue
        held_on = is_negated(verb) or helpers(verb) & (DOUBTFUL_MODALS | UNASSERTED_MODALS)
        return say(Status.ANNOUNCED if held_on else status, verb)
    return False


def _is_stopped(trigger: Token) -> bool:
    """Whether it stands right behind what stopped it, which the model took for no verb, so that no
    day can be told apart from that of stopping: "The council froze talks on fish in May".
    """
    before = trigger.doc[trigger.i - 1].lower_ if trigger.i else ""
    return trigger.dep_ == "ROOT" and trigger.pos_ in NOMINAL and before in ("froze", "halted")


def _verbs_of(trigger: Token, steps: list[Step]) -> Iterator[Token]:
    """The verbs whose subject or object a noun is: its own, and those in a clause behind it."""
    if trigger.pos_ not in NOMINAL:
        return
    if steps and steps[0].close:
        yield trigger.doc[steps[0].verb]
    yield from (c for c in trigger.children if c.dep_ in ("relcl", "acl") and is_subject(c))


def is_own_clause(clause: Token) -> bool:
    """Whether a clause behind a noun is of it, and not of another meeting right before the clause:
    "the last talks before the summit, which will be in May".
    """
    start = min(clause.i, clause.left_edge.i)
    between = clause.doc[clause.head.i + 1 : start]
    return not any(t.pos_ in NOMINAL and t.lemma_.lower() in NOUNS for t in between[-2:])


def is_subject(clause: Token) -> bool:
    """Whether a clause behind a noun has it as its subject: "the talks, which began in May"."""
    if not is_own_clause(clause):
        return False
    if clause.dep_ == "acl":
        return clause.tag_ == "VBN" or is_future(clause)
    subjects = [c for c in clause.children if c.dep_ in ("nsubj", "nsubjpass")]
    return any(c.lower_ in ("which", "that") for c in subjects)


def _change(verb: Token) -> Status | None:
    particles = {c.lower_ for c in verb.children if c.dep_ in ("prt", "advmod")}
    if verb.lemma_ in CANCELLING or (verb.lemma_ in CANCELLING_OFF and "off" in particles):
        return Status.CANCELLED
    moved = verb.lemma_ in POSTPONING_BACK and (particles & {"off", "back"} or _puts_on_hold(verb))
    if verb.lemma_ in POSTPONING | HALTING or moved:
        return Status.POSTPONED
    return None


def _puts_on_hold(verb: Token) -> bool:
    on = (c for c in verb.children if c.dep_ == "prep" and c.lower_ == "on")
    return any(c.lower_ in ("hold", "ice") for prep in on for c in prep.children)


def denied(trigger: Token, steps: list[Step]) -> Told:
    """Said not to be: "no meeting", "did not meet", "denied that they had met"."""
    noun = noun_above(trigger)
    lacking = noun is not None and has_no(noun) and NOUNS_ABOVE[noun.lemma_] is not Status.HELD
    if _is_again(trigger, steps) and (has_no(trigger) or lacking or _is_not(trigger, steps)):
        return None  # "has no plans to meet her again": they met
    if has_no(trigger) or lacking:  # "gave no details of the meeting" denies none
        return say(Status.DENIED, trigger)
    if steps and _is_yet_to(trigger.doc[steps[0].verb]):
        return say(Status.DENIED, trigger.doc[steps[0].verb])
    without = trigger.head if trigger.dep_ in ("pcomp", "pobj") else trigger
    if without.lower_ in WITHOUT and (without.head.pos_ == "VERB"):
        return say(Status.DENIED, without)
    verbs = [trigger.doc[step.verb] for step in steps]
    if any(v.lemma_ == "schedule" and is_negated(v) for v in verbs):
        return None  # "had not scheduled a meeting with her"
    for step, verb in zip(steps, verbs, strict=True):
        if verb.lemma_ not in DENYING or is_negated(verb):
            continue
        rumour = _is_rumour(trigger)
        if rumour or (step.close and verb.lemma_ not in DENYING_WORDS_OF_IT):
            return say(Status.DENIED, verb)
    negated = _is_not(trigger, steps)
    return _negated(trigger, negated) if negated is not None else False


def _is_not(trigger: Token, steps: list[Step]) -> Token | None:
    """The nearest verb of a meeting that stands with "not"."""
    verbs = (trigger.doc[step.verb] for step in steps if step.close)
    return next((verb for verb in verbs if is_negated(verb)), None)


def _is_again(trigger: Token, steps: list[Step]) -> bool:
    """Whether it is another meeting that is spoken of: "meet again", "had never met before"."""
    verbs = [trigger, *(trigger.doc[step.verb] for step in steps[:1])]
    return any(
        c.lower_ == "again" or (c.lower_ == "before" and not list(c.children))
        for verb in verbs
        for c in verb.children
    )


def _is_yet_to(verb: Token) -> bool:
    """ "Has yet to meet Stone"."""
    to = next((c for c in verb.children if c.lower_ == "to" and c.dep_ == "aux"), None)
    return to is not None and to.i > 0 and verb.doc[to.i - 1].lower_ == "yet"


def _is_rumour(trigger: Token) -> bool:
    """ "Denied reports that Berg had met Stone"."""
    return any(token.lemma_ in RUMOURS for token in trigger.ancestors)


def _negated(trigger: Token, verb: Token) -> Told:
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
    if trigger.pos_ in NOMINAL and (acts or verb.lemma_ not in EVENTS | PLANNING | BRINGING_ABOUT):
        return False  # "the talks did not help", "did not end the strike"
    planned = any(c.lower_ in PLANNED_WORDS for c in trigger.children)
    planned = planned and verb.lemma_ != "have"  # "doesn't have a meeting scheduled"
    return say(Status.CANCELLED if planned else Status.DENIED, verb)


def doubted(trigger: Token, steps: list[Step]) -> Told:
    """Confirmed, or not: "confirmed the visit", "declined to confirm that they had met"."""
    hinge = _hinge(trigger, steps)
    if hinge is not None:
        return say(Status.UNCONFIRMED, hinge)
    for step in steps:
        verb = trigger.doc[step.verb]
        if verb == trigger or not step.close:
            continue
        if verb.lemma_ in CONFIRMING:
            if _is_aim_of(verb) in DECLINING or helpers(verb) & DOUBTFUL_MODALS:
                return say(Status.UNCONFIRMED, verb)
            if trigger.pos_ in NOMINAL or _is_told_ahead(trigger, steps):
                return say(Status.CONFIRMED, verb)
        if verb.lemma_ in DOUBTING and not is_past(trigger) and _is_itself(trigger, steps, verb):
            if _is_for_others(verb, trigger.doc[step.below]):
                return None
            definite = any(c.lower_ in ("the", "their", "this") for c in trigger.children)
            return False if definite else say(Status.UNCONFIRMED, verb)
    return False


def _hinge(trigger: Token, steps: list[Step]) -> Token | None:
    """What leaves it open whether they meet: "the talks are contingent on her vote", "a visit was
    under consideration".
    """
    own = trigger.doc[steps[0].verb] if steps and trigger.dep_ == "nsubj" else None
    if own is None or trigger.head != own:
        return None
    on = any(c.lower_ in ("on", "upon") for c in own.children)
    if own.lemma_ in HINGING_ON and on and own.tag_ != "VBD":  # "hinged on fish" is over
        return own
    over = any(c.dep_ in ("conj", "advcl") and c.lemma_ in EVENTS for c in own.children)
    if own.lemma_ != "be" or over:  # "was under review after it ended"
        return None
    under = (c for p in own.children if p.lower_ == "under" for c in p.children)
    open_ = any(c.lower_ in UNDER for c in under)
    return own if open_ or any(c.lower_ in HINGING for c in own.children) else None


def _is_for_others(verb: Token, below: Token) -> bool:
    """Whether somebody hopes that others do it: "he hopes that Berg will visit Oslo"."""
    who = next((c for c in below.children if c.dep_ == "nsubj"), None)
    named = who is not None and who.pos_ in ("NOUN", "PROPN")
    return verb.lemma_ in HOPING and below.dep_ == "ccomp" and named


def _is_aim_of(verb: Token) -> str:
    """The lemma that an infinitive hangs on: "declined to comment or to confirm the visit"."""
    while verb.dep_ == "conj" and verb.head.pos_ == "VERB":
        verb = verb.head
    return verb.head.lemma_ if verb.dep_ == "xcomp" else ""


def _is_itself(trigger: Token, steps: list[Step], verb: Token) -> bool:
    """Whether it is the meeting that is hoped for; not what "the visit will bring"."""
    own = trigger.doc[steps[0].verb]
    return own in (trigger, verb) or own.lemma_ in EVENTS | BRINGING_ABOUT


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
