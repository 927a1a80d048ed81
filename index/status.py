"""What a sentence says became of a meeting: announced, held, denied, …; or that it reports none.

What is said of the meeting itself comes first (index/status_said.py), then the tense of the words
that govern it. `denied` is what is said not to be, not to have been or not to come; `cancelled`
only what was planned before.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from index.meeting_records import Status
from index.mention_cues import ALONE, COMING, DISCUSSING, HOSTING, VISITS
from index.mention_holders import is_of_stay
from index.parse import NOMINAL, PRESENT
from index.status_ahead import is_ahead
from index.status_asked import asked, requested
from index.status_cues import (
    AGENDAS,
    ARRIVING,
    ASKING,
    BEGINNING,
    BRINGING_ABOUT,
    DOUBTFUL_MODALS,
    DOUBTFUL_WORDS,
    DOUBTING,
    ENDED_WORDS,
    EVENTS,
    FUTURE,
    HEARSAY,
    ONGOING_WORDS,
    PLANNED_WORDS,
    PLANNING,
    POSTPONED_WORDS,
    ROUNDS,
    UNASSERTED_MODALS,
)  # fmt: skip
from index.status_now import (
    NOW,
    is_going_on,
    is_meant_to_do,
    is_prepared_for,
    is_what_it_is,
    is_yet_to_come,
)
from index.status_said import Told, Verdict, above, changed, denied, doubted, is_subject, say
from index.status_scope import (
    Step,
    climb,
    helpers,
    is_future,
    is_past,
    is_question,
    verb_over,
)  # fmt: skip
from index.subjects import has_object

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

__all__ = ["Verdict", "judge"]

WITHIN = frozenset(["in", "at", "during"])
DEFINITE = frozenset(["the", "this", "that", "these"])
NAMED = frozenset(["amod", "acl", "nmod", "compound", "poss"])


def judge(doc: Doc, trigger: Token) -> Verdict | None:
    """The status that a sentence gives a meeting; None where it reports none."""
    if is_question(doc):
        return None
    steps = climb(trigger)
    told: Told = False
    for rule in (
        requested,
        changed,
        denied,
        doubted,
        above,
        asked,
        _modified,
        _on_agenda,
        _claused,
        _moved,
    ):
        told = rule(trigger, steps)
        if told is not False:
            break
    if told is False:
        told = _by_tense(doc, trigger, steps)
    if told and told.status is Status.HELD and any(t.lower_ in HEARSAY for t in trigger.sent):
        return told.model_copy(update={"status": Status.UNCONFIRMED})
    return told or None


def _modified(trigger: Token, steps: list[Step]) -> Told:
    """By an adjective before the noun or a participle after it: "the postponed visit"."""
    if trigger.pos_ not in NOMINAL:
        return False
    own = trigger.doc[steps[0].verb] if steps else None
    over = own is not None and is_past(own) and steps[0].close and own.lemma_ in EVENTS
    for child in (c for noun in _rounds(trigger) for c in noun.children if c.dep_ in NAMED):
        for words, status in (
            (ENDED_WORDS, Status.CANCELLED), (POSTPONED_WORDS, Status.POSTPONED),
            (DOUBTFUL_WORDS, Status.UNCONFIRMED), (PLANNED_WORDS, Status.ANNOUNCED),
            (ONGOING_WORDS, Status.UNDER_WAY),
        ):  # fmt: skip
            if child.lower_ in words and not (
                child.lower_ in PLANNED_WORDS and (over or _does(child))
            ):
                wanted = trigger.head.lower_ == "for"  # "a site for the next summit was sought"
                gone = child.lower_ == "next" and is_past(verb_over(trigger)) and not wanted
                return False if gone else say(status, child)
    return False


def _does(planned: Token) -> bool:
    """Whether it is an effect that is expected: "the summit expected to calm the markets"."""
    aims = [c for c in planned.children if c.dep_ == "xcomp" and c.lemma_ not in EVENTS]
    return planned.dep_ == "acl" and any(c.tag_ == "VB" and has_object(c) for c in aims)


def _on_agenda(trigger: Token, steps: list[Step]) -> Told:
    """ "On the agenda are talks with Stone"."""
    own = trigger.doc[steps[0].verb] if steps and steps[0].close else None
    if own is None or own.lemma_ != "be" or trigger.pos_ not in NOMINAL:
        return False
    on = (c for p in own.children if p.lower_ == "on" for c in p.children if c.dep_ == "pobj")
    return say(Status.ANNOUNCED, own) if any(c.lemma_ in AGENDAS for c in on) else False


def _rounds(noun: Token) -> Iterator[Token]:
    """A noun, and what it is a round of: "the next round of the talks"."""
    yield noun
    if noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.lemma_ in ROUNDS:
        yield noun.head.head


def _claused(trigger: Token, steps: list[Step]) -> Told:
    """By the clause behind a noun: "the talks, which will begin in May"."""
    for verb in (c for c in trigger.children if c.dep_ in ("relcl", "acl") and is_subject(c)):
        if trigger.pos_ in NOMINAL and verb.lemma_ in EVENTS:
            if is_future(verb):
                return say(Status.ANNOUNCED, verb)
            if is_past(verb) and verb.lemma_ not in PLANNING and not _is_awaited(verb, steps):
                return say(Status.HELD, verb)
    for verb in (c for c in trigger.children if c.dep_ == "relcl" and c.tag_ == "VBG"):
        if helpers(verb) & NOW and verb.lemma_ in EVENTS | HOSTING:  # "which Berg is attending"
            return say(Status.UNDER_WAY, verb)
    return False


def _is_awaited(clause: Token, steps: list[Step]) -> bool:
    """Whether a participle only says whose it is: "will attend a dinner held by the envoy"."""
    own = clause.doc[steps[0].verb] if steps else None
    return clause.dep_ == "acl" and own is not None and steps[0].close and is_future(own)


def _moved(trigger: Token, steps: list[Step]) -> Told:
    """By coming for it: who "arrived on a visit" or "began a visit" is on it."""
    lemma = trigger.lemma_.lower()
    if not steps or lemma not in VISITS | ALONE or trigger.pos_ not in NOMINAL:
        return False
    verb = trigger.doc[steps[0].verb]
    if is_future(verb):
        return False
    ways = ("for", "on", "at") if lemma in VISITS else ("on", "at")  # a summit is yet to begin
    along = trigger.dep_ == "pobj" and trigger.head.lower_ in ways
    stays = verb.lemma_ == "be" and verb.tag_ in ("VBZ", "VBP")
    begins = (
        lemma in VISITS and verb.lemma_ in BEGINNING and trigger.dep_ in ("dobj", "nsubj", "pobj")
    )
    if (along and (verb.lemma_ in ARRIVING or stays)) or begins:
        return say(Status.UNDER_WAY, verb)
    return False


def _by_tense(doc: Doc, trigger: Token, steps: list[Step]) -> Verdict | None:
    if not steps:
        return _bare(doc, trigger)
    own, close = doc[steps[0].verb], steps[0].close
    speaks = own == trigger or (close and own.lemma_ in EVENTS | BRINGING_ABOUT)
    speaks = speaks and not is_what_it_is(own, trigger)
    words = helpers(own)
    if words & DOUBTFUL_MODALS and "have" not in words:
        return say(Status.UNCONFIRMED, own) if speaks else _aside(own)
    if words & UNASSERTED_MODALS:
        return None if speaks else _aside(own)
    if is_meant_to_do(own, trigger):
        return _aside(own)
    if is_ahead(trigger, steps):
        if speaks or not is_future(own):
            return say(Status.ANNOUNCED, own)
        return say(Status.HELD, own) if _is_known(trigger, own) else _aside(own)
    if is_of_stay(trigger) and own.lemma_ == "include" and own.tag_ in PRESENT:
        return say(Status.ANNOUNCED, own)  # "her stay, which includes talks on Friday"
    if is_prepared_for(trigger, own) or is_yet_to_come(trigger, own):
        return _aside(own)
    if is_going_on(trigger, own, close):
        return say(Status.UNDER_WAY, own)
    if not speaks and _is_of_any_time(trigger, own):
        return _aside(own)
    over = verb_over(own) if "to" in words else None  # "managed to meet": the past verb tells
    by = over if over is not None and is_past(over) else own
    there = close or trigger.head.lower_ in WITHIN  # "in his talks with Stone he had tried to"
    return Verdict(status=Status.HELD, told_by=by.i, before_that=there and "had" in words)


def _is_of_any_time(trigger: Token, own: Token) -> bool:
    """Whether a present tense tells what a meeting is, over or not: "the meeting is designed to".

    So it reports no more than that there is one, told of elsewhere.
    """
    definite = any(c.dep_ == "det" and c.lower_ in DEFINITE for c in trigger.children)
    now = own.tag_ in ("VBZ", "VBP") or (own.tag_ == "VBN" and bool(helpers(own) & NOW))
    return definite and now and trigger.dep_ in ("nsubj", "nsubjpass") and trigger.head == own


def _is_known(trigger: Token, own: Token) -> bool:
    """Whether an aim of the past takes a meeting for granted: "to close the visit, she spoke"."""
    over = verb_over(own)
    kinds = [c for c in trigger.children if c.dep_ in ("det", "poss")]
    definite = any(c.dep_ == "poss" or c.lower_ in DEFINITE for c in kinds)
    aim = "to" in helpers(own) and not helpers(own) & FUTURE and own.dep_ in ("advcl", "xcomp")
    free = own.lemma_ not in PLANNING | DISCUSSING | DOUBTING | ASKING
    past = over is not None and is_past(over) and over.lemma_ not in COMING | PLANNING | ASKING
    return bool(aim and definite and free and past)


def _aside(own: Token) -> Verdict:
    """What lies ahead by the tense of a verb that tells of something else."""
    return say(Status.ANNOUNCED, own).model_copy(update={"aside": True})


def _bare(doc: Doc, trigger: Token) -> Verdict | None:
    """A headline or a fragment without a verb: "Talks in Oslo on Friday"."""
    ahead = any(token.lower_ in ("to", "will", "due", "set") for token in doc)
    return say(Status.ANNOUNCED if ahead else Status.HELD, trigger)
