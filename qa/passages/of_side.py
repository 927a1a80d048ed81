"""What a side holds of something: the sentences in which it is the one that wants, says or thinks.

"Had the Danish side taken a position on the plan?" is told by "The Danish side prefers to wait", be
its words on the plan ever so few.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from index.parse import parse
from index.words import content_words, stems
from qa.passages.rank import Candidate
from qa.question.asked import Asked

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

ASKS = re.compile(  # "the Danish side taken a position", "the view of the Danish side"
    r"\b(?:position|view|stance|opinion|attitude)s?\b", re.IGNORECASE
)
A_SIDE = re.compile(r"(?<!\bon the )\b[A-Z]\w+ side\b")  # not "her post on the Danish side"
WORDS = frozenset(stems("position view stance opinion attitude side take hold"))
THINGS = frozenset(["nsubj", "nsubjpass", "dobj"])
HOLDING = frozenset([
    "prefer", "want", "wish", "insist", "say", "believe", "think", "consider", "expect", "hope",
    "regard", "see", "favour", "favor", "oppose", "reject", "support", "back", "doubt", "welcome",
    "fear", "refuse", "decline", "demand", "seek", "maintain", "argue",
])  # fmt: skip


def of_the_side(asked: Asked, ranked: Sequence[Candidate]) -> Sequence[Candidate]:
    """The candidates, first those of the best one's article in which the side whose position is
    asked for holds something; without what it holds of another matter, and what another side does.
    All as they stand where no side's is asked for.
    """
    side = A_SIDE.search(asked.text)
    if side is None or not ASKS.search(asked.text) or not ranked:
        return ranked
    best, words = ranked[0].article.id, frozenset(stems(side[0]))
    question = parse([asked.text], without=["ner"])[0]
    matter = frozenset(stems(" ".join(content_words(asked.text)))) - words - WORDS
    rest = [one for one in ranked if not _is_of_another(one.sentence.text, words, matter, question)]
    same = [one for one in rest if one.article.id == best]
    near = [one for one in same if matter & set(stems(one.sentence.text))]
    its = [one for one in near if _holds(one.sentence.text, words)]
    return [*its, *(one for one in rest if one not in its)]


def _is_of_another(text: str, side: frozenset[str], matter: frozenset[str], question: Doc) -> bool:
    """Whether a sentence tells what another side does, or what the side holds of another matter."""
    if not A_SIDE.search(text):
        return False
    held = frozenset(stems(text))
    if not side <= held:
        return True
    told = parse([text], without=["ner"])[0]
    things = {form for token in told if token.dep_ in THINGS for form in stems(token.text)} - side
    return bool(things and not matter & held) or _is_other_kind(told, question, held)


def _is_other_kind(told: Doc, question: Doc, held: frozenset[str]) -> bool:
    """Whether a thing that is asked about is told of another kind: "the tunnel plan" for "the
    bridge plan".
    """
    asked = {form: kinds for token in question if (kinds := _kinds(token))
             for form in stems(token.text)}  # fmt: skip
    same = [(asked[form], _kinds(token)) for token in told for form in stems(token.text)
            if form in asked]  # fmt: skip
    return bool(same) and all(its and not kinds & held for kinds, its in same)


def _kinds(token: Token) -> frozenset[str]:
    """The words that tell which one a noun means: "the bridge plan", "the plan for a bridge"."""
    of = (c for prep in token.children if prep.lower_ in ("of", "for") for c in prep.children)
    words = [*(c for c in token.children if c.dep_ == "compound"), *of]
    return frozenset(form for word in words if token.pos_ == "NOUN" for form in stems(word.text))


def _holds(text: str, side: frozenset[str]) -> bool:
    """Whether a side is the subject of a verb of holding something."""
    if not side <= set(stems(text)):
        return False
    return any(
        token.dep_ == "nsubj" and token.head.lemma_ in HOLDING
        and side <= {stem for word in token.subtree for stem in stems(word.text)}
        for token in parse([text], without=["ner"])[0]
    )  # fmt: skip
