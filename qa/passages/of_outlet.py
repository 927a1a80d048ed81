"""Which outlet reported something: the articles that tell it, each by whose word it is told.

An article may itself say whose story it takes up ("The Harbour Gazette had written that …"); that
outlet was first, and its word stands before the others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from index.archive import Archive
from index.cues import OUTLET_NOUNS
from index.records import SUPPORTING, Article, Outcome, Question, Sentence
from qa.passages.decide import Decision
from qa.passages.rank import Candidate
from qa.passages.terms import coverage, weigh_terms
from qa.passages.told import distinct
from qa.question.asked import Asked, Kind
from qa.question.source import MORE_NOUNS
from qa.telling.reply import Reply, make_reply
from qa.telling.teller import Teller

ASKS_OUTLET = re.compile(  # "Which paper came up with it?", "what outlets report the visit"
    r"\b(?:which|what) (?:[\w-]+ )?(?:outlets?|papers?|newspapers?|agenc(?:y|ies)|sources?|media|"
    r"(?:radio |tv )?stations?|magazines?|publications?|broadcasters?)\b",
    re.IGNORECASE,
)
WROTE = re.compile(  # whose story another takes up: "The story came from the Gazette, which wrote"
    r"\b(?:wrote|(?:has|had) (?:written|reported)|reported|claimed|published|report (?:in|by)|"
    r"came from|first told by|according to|told the)\b"
)
ASKING = re.compile(  # words that ask for the outlet and say nothing of the story
    r"outlets?|papers?|newspapers?|agenc(?:y|ies)|sources?|media|stations?|radio|magazines?|"
    r"publications?|broadcasters?|report(?:ed|s)?|carr(?:y|ied|ies)|came|come|write|wrote|written|"
    r"publish(?:ed)?|claim(?:ed|s)?|story|news|print(?:ed)?|first|say|said|told",
    re.IGNORECASE,
)
LEAST_TOLD = 0.5  # of the weight of the story's words, near the sentence: else it is another story
MOST_TOLD = 2


def asks_outlet(asked: Asked) -> bool:
    """Whether a question asks which outlet tells something."""
    kinds = (Kind.TELLER, Kind.CONTENT)
    return asked.kind in kinds and ASKS_OUTLET.search(asked.text) is not None


def answer_outlet(archive: Archive, read: Question, decision: Decision) -> Reply | None:
    """The sentences that tell the story, each with its outlet and day; None where none tells it,
    or nothing says whose word it is.
    """
    terms = [
        term
        for term in weigh_terms(read.words, read.names, archive.catalog)
        if not ASKING.fullmatch(term.word)
    ]
    own = [one for one in decision.near if one.sentence.zone in SUPPORTING]
    told = [one for one in own if coverage(terms, one.around) >= LEAST_TOLD]
    if not told:
        return None
    teller = Teller(archive)
    signed = [one for one in distinct(told, MOST_TOLD) if one.article.source]
    named = [teller.quote(*place) for place in islice(_taken_up(archive, told), 1)] or [
        teller.quote(one.article, one.sentence)
        for one in decision.ranked
        if one.sentence.zone in SUPPORTING
        and asks_for_outlet(one.sentence.text)
        and coverage(terms, one.around) >= LEAST_TOLD
    ][:1]
    first = [*named, *(teller.side(one.article, one.sentence) for one in signed)]
    if not first:
        return None
    return make_reply(teller, Outcome.ANSWERED, (), first=list(dict.fromkeys(first)))


def _taken_up(archive: Archive, told: Sequence[Candidate]) -> Iterator[tuple[Article, Sentence]]:
    """The sentences that say whose story it was, in the articles that tell it."""
    for article in dict.fromkeys(one.article for one in told):
        for sentence in archive.sentences(article):
            if sentence.zone in SUPPORTING and asks_for_outlet(sentence.text):
                yield article, sentence


def asks_for_outlet(text: str) -> bool:
    """Whether a sentence says that an outlet told something: "The Gazette had written that …"."""
    return WROTE.search(text) is not None and any(
        match.group()[:1].isupper()
        for pattern in (OUTLET_NOUNS, MORE_NOUNS)
        for match in pattern.finditer(text)
    )
