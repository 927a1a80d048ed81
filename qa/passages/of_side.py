"""What a side holds of something: the sentences in which it is the one that wants, says or thinks.

"Had the Danish side taken a position on the plan?" is told by "The Danish side prefers to wait", be
its words on the plan ever so few.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.parse import parse
from index.words import content_words, stems
from qa.passages.rank import Candidate
from qa.question.asked import Asked

ASKS = re.compile(  # "the Danish side taken a position", "the view of the Danish side"
    r"\b(?:position|view|stance|opinion|attitude)s?\b", re.IGNORECASE
)
A_SIDE = re.compile(r"(?<!\bon the )\b[A-Z]\w+ side\b")  # not "her post on the Danish side"
HOLDING = frozenset([
    "prefer", "want", "wish", "insist", "say", "believe", "think", "consider", "expect", "hope",
    "regard", "see", "favour", "favor", "oppose", "reject", "support", "back", "doubt", "welcome",
    "fear", "refuse", "decline", "demand", "seek", "maintain", "argue",
])  # fmt: skip


def of_the_side(asked: Asked, ranked: Sequence[Candidate]) -> Sequence[Candidate]:
    """The candidates, first those of the best one's article in which the side whose position is
    asked for holds something; all as they stand where no side's is asked for.
    """
    side = A_SIDE.search(asked.text)
    if side is None or not ASKS.search(asked.text) or not ranked:
        return ranked
    best, words = ranked[0].article.id, frozenset(stems(side[0]))
    matter = frozenset(stems(" ".join(content_words(asked.text)))) - words
    same = [one for one in ranked if one.article.id == best]
    near = [one for one in same if matter & set(stems(one.sentence.text))]
    its = [one for one in near if _holds(one.sentence.text, words)]
    return [*its, *(one for one in ranked if one not in its)]


def _holds(text: str, side: frozenset[str]) -> bool:
    """Whether a side is the subject of a verb of holding something."""
    if not side <= set(stems(text)):
        return False
    return any(
        token.dep_ == "nsubj" and token.head.lemma_ in HOLDING
        and side <= {stem for word in token.subtree for stem in stems(word.text)}
        for token in parse([text], without=["ner"])[0]
    )  # fmt: skip
