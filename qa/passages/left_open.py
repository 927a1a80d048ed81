"""Whether a sentence tells its words as done or leaves them open, by the clause each stands in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from enum import Enum, auto
from typing import TYPE_CHECKING

from index.mention_cues import TELLING
from index.mention_when_other import clause_verb
from index.parse import parse
from index.status_cues import ACHIEVING, ASKING, DOUBTING
from index.status_scope import helpers, is_future, is_negated, is_past
from qa.passages.matched import Hit
from qa.passages.outcome_cues import (
    DONE_TO,
    LEADS_ON,
    MAKING,
    MODALS,
    OPEN_GERUND,
    OPEN_NOUN,
    PLANS,
)

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

SUBJECT = frozenset(["nsubj", "csubj"])
NEITHER = TELLING | ASKING | DOUBTING | PLANS  # "agreed on": told, and of itself no deed


class Standing(Enum):
    """How a word stands in its sentence."""

    OPEN = auto()
    DONE = auto()
    NEITHER = auto()


def is_open(text: str, hits: Sequence[Hit], *, all_of: bool = False) -> bool:
    """Whether a sentence tells what is asked as still to come: some of its words that are no names
    are left open, and none is told as done; with `all_of` each of them must be left open.
    """
    told = standings(text, hits)
    if all_of:
        return bool(told) and told == {Standing.OPEN}
    return Standing.OPEN in told and Standing.DONE not in told


def standings(text: str, hits: Sequence[Hit]) -> set[Standing]:
    """How the words of a sentence stand, those that are names left out."""
    matter = [hit for hit in hits if not hit.term.name]
    if not matter:
        return set()
    doc = parse([text], without=["ner"])[0]
    return {_standing(doc, hit) for hit in matter}


def _standing(doc: Doc, hit: Hit) -> Standing:
    span = doc.char_span(hit.start, hit.end, alignment_mode="expand")
    if span is None:  # behind what was parsed
        return Standing.NEITHER
    if _behind_noun(span.root) or _is_open_gerund(span.root):
        return Standing.OPEN
    for verb in _verbs(span.root):
        standing = _of_verb(verb)
        if standing:
            return standing
    return Standing.NEITHER


def _verbs(token: Token) -> Iterator[Token]:
    """The verb of a word's clause and those that this one only completes; none of an active verb's
    subject: that "the council will meet" leaves no council open.
    """
    while token.dep_ == "amod":  # "a working group"
        token = token.head
    verb = clause_verb(token)
    if verb is None or (token != verb and _is_subject(token, verb)):
        return
    while verb is not None:
        yield verb
        joins = verb.dep_ in LEADS_ON and verb.head != verb
        verb = clause_verb(verb.head) if joins else None


def _is_subject(token: Token, verb: Token) -> bool:
    path = [token, *token.ancestors]
    return any(one.dep_ in SUBJECT and one.head == verb for one in path)


def _of_verb(verb: Token) -> Standing | None:
    """How a verb tells what stands under it; None where the one above it says so."""
    before = verb.doc.text[: verb.idx]
    if _is_open_gerund(verb):
        return Standing.OPEN
    own = helpers(verb)
    if is_negated(verb) or (own & MODALS and "have" in own):
        return Standing.NEITHER
    if own & {"to"} and (verb.head.lemma_ in ACHIEVING | MAKING or DONE_TO.search(before)):
        return Standing.DONE if is_past(verb.head) else Standing.NEITHER
    if own & {"to"} and verb.dep_ == "advcl" and is_past(verb.head):
        return Standing.NEITHER  # "flew to Vik to open the bridge": and may well have
    if own & MODALS or is_future(verb) or _is_headline(verb, own):
        return Standing.OPEN
    if verb.tag_ == "VBD" or (verb.tag_ == "VBN" and own):
        return Standing.NEITHER if verb.lemma_ in NEITHER else Standing.DONE
    return None


def _is_headline(verb: Token, own: Set[str]) -> bool:
    """Whether an infinitive tells what will be: "Ministers to open new school, mayor says"."""
    first = verb.dep_ == "ROOT" or verb.head.dep_ == "ROOT"
    whose = (one for one in (verb.head, *verb.children) if one.dep_ in {*SUBJECT, "ROOT"})
    ahead = any(one.i < verb.i and one.pos_ in ("NOUN", "PROPN") for one in whose)
    return (
        "to" in own and first and ahead and not (verb.head.pos_ == "VERB" and verb.head.i < verb.i)
    )


def _is_open_gerund(token: Token) -> bool:
    """Whether a gerund is what is spoken of: "discussed merging the two mills"."""
    before = token.doc.text[: token.idx]
    return token.lower_.endswith("ing") and OPEN_GERUND.search(before) is not None


def _behind_noun(token: Token) -> bool:
    """Whether a word hangs on one that plans or asks for it: "a proposal on joint patrols"."""
    noun = OPEN_NOUN.search(token.doc.text[: token.idx])
    if noun is None:
        return False
    return any(one.idx == noun.start() for one in token.ancestors)
