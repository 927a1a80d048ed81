"""What a sentence says became of a meeting: announced, held, denied, …; or that it reports none.

Follows the words that govern the trigger: its own tense, then the verbs above it. A meeting that is
asked for, offered or refused is no report of one.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal

from index.meeting_records import Status
from index.records import Record
from index.status_cues import (
    AHEAD_OF,
    ASKING,
    CANCELLING,
    CANCELLING_OFF,
    CONDITIONS,
    CONFIRMING,
    DENYING,
    DOUBTFUL_MODALS,
    DOUBTFUL_WORDS,
    DOUBTING,
    ENDED_WORDS,
    HEARSAY,
    PLANNED_WORDS,
    PLANNING,
    POSTPONED_WORDS,
    POSTPONING,
    POSTPONING_BACK,
    UNASSERTED_MODALS,
    UNDER_WAY,
)  # fmt: skip

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

REACH = 6  # verbs above a trigger that are looked at
FUTURE = frozenset({"will", "'ll", "’ll", "would", "'d", "’d", "shall", "wo"})


class Verdict(Record):
    """The status, the token that tells it, and whether the report looks back beyond the news."""

    status: Status
    told_by: int
    before_that: bool = False


def judge(doc: Doc, trigger: Token) -> Verdict | None:
    """The status that a sentence gives a meeting; None where it reports none."""
    chain = list(_governors(trigger))
    verdict = _changed(trigger, chain[0]) if chain else None
    if verdict is None and trigger.pos_ in ("NOUN", "PROPN"):
        verdict = _denied(trigger, chain[:1]) or _by_modifier(trigger)
    verdict = verdict or _by_governors(doc, trigger)
    if verdict and verdict.status is Status.HELD and any(t.lower_ in HEARSAY for t in trigger.sent):
        return verdict.model_copy(update={"status": Status.UNCONFIRMED})
    return verdict


def _by_modifier(noun: Token) -> Verdict | None:
    """By an adjective before the noun or a participle after it: "the postponed visit"."""
    for child in noun.children:
        word = child.lower_
        if child.dep_ not in ("amod", "acl", "nmod", "compound", "poss"):
            continue
        for words, status in (
            (ENDED_WORDS, Status.CANCELLED), (POSTPONED_WORDS, Status.POSTPONED),
            (DOUBTFUL_WORDS, Status.UNCONFIRMED), (PLANNED_WORDS, Status.ANNOUNCED),
        ):  # fmt: skip
            if word in words and not (word == "next" and _is_past(_verb_above(noun))):
                return Verdict(status=status, told_by=child.i)
    return None


def _by_governors(doc: Doc, trigger: Token) -> Verdict | None:
    chain = list(_governors(trigger))
    if not chain:
        return _bare(doc, trigger)
    own = chain[0]
    denied = _denied(trigger, chain)
    if denied:
        return denied
    if any(_asks(verb, below) for verb, below in zip(chain, [trigger, *chain], strict=False)):
        return None
    modal = _by_modal(own)
    if modal is not False:
        return modal
    if _is_ahead(trigger, chain):
        return _confirmed(chain, Verdict(status=Status.ANNOUNCED, told_by=own.i))
    if UNDER_WAY.search(trigger.sent.text) and not _is_past(own):
        return Verdict(status=Status.UNDER_WAY, told_by=own.i)
    if own.tag_ == "VBG" and _helpers(own) & {"is", "are", "'s", "’s", "'re"}:
        return Verdict(status=Status.UNDER_WAY, told_by=own.i)
    return Verdict(status=Status.HELD, told_by=own.i, before_that="had" in _helpers(own))


def _bare(doc: Doc, trigger: Token) -> Verdict | None:
    """A headline or a fragment without a verb: "Talks in Oslo on Friday"."""
    if any(token.lower_ in ("to", "will", "due", "set") for token in doc):
        return Verdict(status=Status.ANNOUNCED, told_by=trigger.i)
    return Verdict(status=Status.HELD, told_by=trigger.i)


def _governors(trigger: Token) -> Iterator[Token]:
    """The verbs above a trigger, from the nearest up, itself first where it is one.

    Ends below a verb that only reports ("said"): its tense is that of the telling.
    """
    token, seen = trigger, 0
    while seen < REACH:
        if token.pos_ in ("VERB", "AUX") or (
            token.dep_ in ("acomp", "attr", "oprd") and token.lemma_ in PLANNING
        ):
            yield token
            seen += 1
        if token.head == token or token.dep_ in ("ccomp", "parataxis"):
            if token.dep_ == "ccomp" and token.head.lemma_ in DENYING | CONFIRMING | DOUBTING:
                yield token.head
            return
        token = token.head


def _changed(trigger: Token, own: Token) -> Verdict | None:
    """Cancelled or postponed by the verb whose object or subject the meeting is."""
    lemma, particles = own.lemma_, {c.lower_ for c in own.children if c.dep_ in ("prt", "advmod")}
    if own == trigger:
        return None
    if lemma in CANCELLING or (lemma in CANCELLING_OFF and "off" in particles):
        return Verdict(status=Status.CANCELLED, told_by=own.i)
    if lemma in POSTPONING or (lemma in POSTPONING_BACK and particles & {"off", "back"}):
        return Verdict(status=Status.POSTPONED, told_by=own.i)
    return None


def _denied(trigger: Token, chain: list[Token]) -> Verdict | None:
    nouns = [trigger, *(c for c in trigger.children if c.dep_ == "nsubj")]
    if any(c.dep_ == "det" and c.lower_ == "no" for noun in nouns for c in noun.children):
        return Verdict(status=Status.DENIED, told_by=trigger.i)
    for verb in chain:
        negated = any(c.dep_ == "neg" or c.lower_ == "never" for c in verb.children)
        if verb.lemma_ in DENYING and not negated:
            return Verdict(status=Status.DENIED, told_by=verb.i)
        if negated and verb.lemma_ in CONFIRMING:
            return Verdict(status=Status.UNCONFIRMED, told_by=verb.i)
        if negated and verb.lemma_ not in DENYING:
            return Verdict(status=Status.DENIED, told_by=verb.i)
    return None


def _asks(verb: Token, below: Token) -> bool:
    """Whether a verb only asks for, offers or refuses what stands below it."""
    if below == verb:
        return False
    asked = below.dep_ in ("dobj", "xcomp", "ccomp", "pobj", "nsubjpass", "prep", "pcomp")
    wanted = verb.lemma_ in ASKING and verb.lemma_ not in ("want", "seek")
    calls_for = verb.lemma_ == "call" and any(c.lower_ == "for" for c in verb.children)
    return asked and (wanted or calls_for) and _below(verb, below)


def _below(verb: Token, below: Token) -> bool:
    return below.head == verb or (
        below.head.dep_ == "prep" and below.head.lower_ in ("for", "to") and below.head.head == verb
    )


def _by_modal(own: Token) -> Verdict | Literal[False] | None:
    """By a modal verb or a condition; False where there is neither."""
    helpers = _helpers(own)
    if any(c.dep_ == "mark" and c.lower_ in CONDITIONS for c in own.children):
        return None
    if helpers & UNASSERTED_MODALS:
        return None
    if helpers & DOUBTFUL_MODALS:
        return Verdict(status=Status.UNCONFIRMED, told_by=own.i)
    return False


def _is_ahead(trigger: Token, chain: list[Token]) -> bool:
    """Whether what is told still lies ahead."""
    own = chain[0]
    if _helpers(own) & FUTURE:
        return True
    if own.tag_ == "VBG" and {"going"} & {own.lower_}:
        return True
    infinitive = any(c.lower_ == "to" and c.dep_ == "aux" for c in own.children)
    if infinitive:
        return True
    if (
        _after(trigger, AHEAD_OF)
        or _preceded(trigger, "ahead", "of")
        or _preceded(trigger, "prior", "to")
    ):
        return True
    if (
        own != trigger
        and own.lemma_ in PLANNING
        and trigger.dep_ in ("dobj", "nsubjpass", "pobj", "attr")
    ):
        return trigger.dep_ != "pobj" or trigger.head.lower_ in ("for", "on", "to")
    return any(
        verb.lemma_ in PLANNING and verb != trigger and own.dep_ in ("xcomp", "acl")
        for verb in chain[1:2]
    )


def _confirmed(chain: list[Token], verdict: Verdict) -> Verdict:
    top = chain[-1]
    head = top if top.lemma_ in CONFIRMING else top.head
    if head.lemma_ in CONFIRMING:
        return verdict.model_copy(update={"status": Status.CONFIRMED, "told_by": head.i})
    return verdict


def _after(trigger: Token, words: frozenset[str]) -> bool:
    if any(c.lower_ in words and c.dep_ in ("mark", "prep") for c in trigger.children):
        return trigger.pos_ == "VERB"
    return trigger.dep_ in ("pobj", "pcomp") and trigger.head.lower_ in words


def _preceded(trigger: Token, first: str, second: str) -> bool:
    prep = trigger.head
    return trigger.dep_ in ("pobj", "pcomp") and prep.lower_ == second and prep.head.lower_ == first


def _helpers(verb: Token) -> set[str]:
    own = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    joined = verb.dep_ == "conj" and verb.tag_ == "VB" and verb.head.pos_ in ("VERB", "AUX")
    return own or (_helpers(verb.head) if joined else own)  # "will come and meet her"


def _verb_above(token: Token) -> Token | None:
    while token.head != token:
        token = token.head
        if token.pos_ in ("VERB", "AUX"):
            return token
    return None


def _is_past(verb: Token | None) -> bool:
    return verb is not None and (verb.tag_ in ("VBD", "VBN") and not _helpers(verb) & FUTURE)
