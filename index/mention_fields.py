"""On what, and who says so: the fields of a report that are read in words about its trigger."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from index.mention_cues import (
    DISCUSSING,
    FOCUSING,
    NO_TOPICS,
    NOUNS,
    TELLING,
    TOPIC_WORDS,
    VAGUE_TOPICS,
)
from index.mention_when_other import clause_verb
from index.parse import FINITE
from index.records import Record

if TYPE_CHECKING:
    from spacy.tokens import Token

LONGEST_TOPIC = 14  # tokens
NO_TOPIC_KINDS = frozenset(["DATE", "TIME", "PERSON", "CARDINAL"])
FOCUS = frozenset(["focus", "focused", "focuses", "focusing", "focussed"])
SURELY_FINITE = FINITE - {"VBP"}  # "fight" of a headline is taken for VBP
ADDING = frozenset(["relcl", "advcl", "appos", "acl"])


class Words(Record):
    """Tokens of a sentence, `first` to `last`, and what they say."""

    text: str
    first: int
    last: int


def find_topics(trigger: Token) -> list[Words]:
    """What it is about: "talks on the ferry", "met to discuss the ferry"."""
    own = clause_verb(trigger)
    above = own if own is not None and own != trigger and own.lemma_ not in TELLING else None
    heads = [trigger, *([above] if above is not None else [])]
    found = [words for head in heads for target in _themes(head) for words in topic_words(target)]
    found = found or list(_focus(trigger))
    return list({words.first: words for words in found}.values())


def _focus(trigger: Token) -> Iterator[Words]:
    """What stands behind "focus on" where the parser sees no verb in it: a headline's topics."""
    doc = trigger.doc
    for token in doc[trigger.i + 1 : -1]:
        if token.lower_ in FOCUS and doc[token.i + 1].lower_ in ("on", "upon"):
            rest = doc[token.i + 2 : token.i + 2 + LONGEST_TOPIC]
            ends = (t.i for t in rest if t.text in ".;:—" or t.tag_ in SURELY_FINITE)
            last = next(ends, rest[-1].i + 1 if len(rest) else token.i) - 1
            last -= doc[last].is_punct
            if last > token.i + 1:
                text = doc[token.i + 2 : last + 1].text.strip(" ,")
                yield Words(text=text, first=token.i + 2, last=last)
            return


def said_by(trigger: Token) -> Words | None:
    """Whoever reports it: the subject of the reporting verb above, or after "according to"."""
    for token in (trigger, *trigger.ancestors):
        for child in token.children:
            if child.lower_ == "according":
                targets = [t for c in child.children for t in c.children if t.dep_ == "pobj"]
                if targets:
                    return _named(targets[0])
        put_in = [c for c in token.children if c.dep_ == "parataxis"]  # "went, Lund said, to meet"
        for verb in (token, *put_in):
            told = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")]
            if verb.lemma_ in TELLING and verb != trigger and told:
                within = told[0].is_ancestor(trigger)  # "Berg, who met Stone, said it had rained"
                return None if within else _named(told[0])
    return None


def _themes(head: Token) -> Iterator[Token]:
    """The nouns that a trigger or its verb is about, with those joined to them."""
    for child in head.children:
        about = child.dep_ == "prep" and (child.lower_ in TOPIC_WORDS or _turns_to(head, child))
        if about or (
            child.dep_ in ("xcomp", "advcl", "acl", "relcl", "conj") and _discusses(child)
        ):
            yield from (t for t in child.children if t.dep_ in ("pobj", "dobj"))
    if _discusses(head):
        yield from (t for t in head.children if t.dep_ == "dobj")


def _turns_to(verb: Token, prep: Token) -> bool:
    """ "The talks focused on the ferry", "dealt with the ferry"."""
    return (verb.lemma_, prep.lower_) in FOCUSING


def _discusses(token: Token) -> bool:
    return token.lemma_ in DISCUSSING


def _partner(target: Token) -> int:
    """Where whom it is discussed with begins: "the ferry with Karl Stone"; past all where nowhere.

    "Ties with Norway" are one topic: only a name of a person is no part of it.
    """
    withs = [t for t in target.subtree if t.lower_ == "with" and target.head.lemma_ == "discuss"]
    named = (t.i for t in withs if any(w.ent_type_ == "PERSON" for w in t.subtree))
    return next(named, len(target.doc))


def topic_words(target: Token) -> Iterator[Words]:
    """A topic in words, unless it is a date, a person or a means ("on the phone")."""
    meeting = target.lemma_.lower() in NOUNS  # "inform the king about their talks"
    kind = target.ent_type_ in NO_TOPIC_KINDS
    if kind or meeting or target.lower_ in NO_TOPICS or target.pos_ == "PRON":
        return
    inside = [t.i for t in target.subtree if not _adds(t, target)]
    first, last = min(inside), max(inside)
    if target.doc[first].dep_ == "det" and target.doc[first].lower_ in ("the", "a", "an"):
        first += 1
    last = min(last, first + LONGEST_TOPIC - 1, _partner(target) - 1)
    if any(_tells(token) for token in target.doc[first : last + 1]):
        yield Words(text=target.doc[first : last + 1].text.strip(" ,.;"), first=first, last=last)


def _tells(token: Token) -> bool:
    """Whether a word says on what: "the salmon issue", and not "the issue" or "next steps"."""
    vague = {token.lemma_.lower(), token.lower_} & VAGUE_TOPICS
    return token.is_alpha and len(token) > 1 and not vague


def _adds(token: Token, top: Token) -> bool:
    """Whether a token only adds to a topic: a clause ("the ferry, which sank"), or a date."""
    while token != top:
        dated = token.ent_type_ in ("DATE", "TIME") or (
            token.lower_ in ("on", "in") and any(c.ent_type_ == "DATE" for c in token.children)
        )
        if dated or (token.dep_ in ADDING and token.head == top):
            return True
        token = token.head
    return False


def _named(token: Token) -> Words:
    """A noun with what stands before it and its "of", without clauses and names in apposition."""
    inside = [t.i for t in token.subtree if not _adds(t, token)]
    first, last = min(inside), max(inside)
    return Words(text=token.doc[first : last + 1].text.strip(" ,"), first=first, last=last)
