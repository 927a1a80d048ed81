"""A question in two parts that no meeting answers: each part by the sentence that tells it.

"Compare what the pilots insisted on with what the mayor said", "What did Oslo offer, and what did
Riga ask?": one search for all of it finds the sentence that has most of both, or one part twice.
"""

from __future__ import annotations

import re
from itertools import product

from index.archive import Archive
from index.records import Outcome, Question, ZoneKind
from index.words import fold
from qa.meetings.holdings import holdings_of
from qa.passages.decide import Decision, decide
from qa.passages.naming import names_all
from qa.passages.on_topic import matter_of
from qa.passages.rank import Candidate, rank_sentences
from qa.passages.retrieve import retrieve
from qa.passages.terms import weigh_terms
from qa.question.asked import Asked, Kind
from qa.question.looked_for import read_question
from qa.telling.reply import Reply, make_reply
from qa.telling.teller import Teller

_ASKS = r"(?:what|who|whom|where|how|which|why)"
_DOES = r"(?:did|does|do|was|were|is|are|has|had|will|would)"
PARTS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        # "The quota, May 2019: compare what the pilots asked with what the mayor said."
        r"^(?P<stem>[^:]{3,80}:)?\s*(?:compare|contrast)\s(?P<one>.+?)\s(?:with|to|and|against)\s"
        r"(?P<two>(?:what|how|the|those|that)\s.+)$",
        # "How did the pilots' demand differ from the mayor's offer?"
        r"^(?P<stem>)how\s(?:did|does|do)\s(?P<one>.+?)\s(?:differ\sfrom|compare\s(?:with|to))\s"
        r"(?P<two>.+)$",
        # "What did Oslo offer, and what did Riga ask?"
        rf"^(?P<stem>[^:]{{3,80}}:)?\s*(?P<one>{_ASKS}\s.+?),?\s(?:and|but)\s"
        rf"(?P<two>{_ASKS}\s(?:\w+\s)?{_DOES}\s.+)$",
    )
)
LEANS = re.compile(r"\b(?:it|they|them|he|she|him|her|this|those|so)\b", re.IGNORECASE)
OF_CONTENT = frozenset({Kind.CONTENT, Kind.COMPARE, Kind.SAID, Kind.LIST})


def answer_two_parts(archive: Archive, asked: Asked, read: Question) -> Reply | None:
    """The sentence that tells the one part, then the one that tells the other; None where a
    question has no two parts, or not each has a sentence of its own.
    """
    parts = split_in_two(asked.text) if asked.kind in OF_CONTENT else ()
    found = [_find(archive, read, part) for part in parts]
    pairs = [pair for pair in product(*found) if pair and pair[0].sentence != pair[1].sentence]
    best = max(pairs, key=lambda pair: sum(one.score for one in pair), default=())
    if not best:
        return None
    teller = Teller(archive)
    quotes = [teller.quote(one.article, one.sentence) for one in best]
    return make_reply(teller, Outcome.ANSWERED, (), first=quotes)


def split_in_two(text: str) -> tuple[str, ...]:
    """The two parts of a question, each with what is said before both; empty where it has none, or
    the second leans on the first: "…, and what is it now?".
    """
    match = next((m for parts in PARTS if (m := parts.match(text.strip(" ?.!")))), None)
    if match is None or LEANS.search(match["two"]):
        return ()
    return tuple(f"{match['stem'] or ''} {match[part]}".strip() for part in ("one", "two"))


def _find(archive: Archive, read: Question, part: str) -> list[Candidate]:
    """The sentences that may answer a part, best first."""
    own = read_question(part, asked_on=read.asked_on, as_of=read.as_of, sources=archive.sources())
    own = own.model_copy(update={"period": own.period or read.period})
    found = rank_sentences(archive, own, retrieve(archive, own))
    decision: Decision = decide(archive, own, found)
    is_place = holdings_of(archive).is_place
    people = (name for name in own.names if not is_place(name))
    names = [frozenset([fold(name.split()[-1]).casefold()]) for name in people]
    terms = weigh_terms(own.words, own.names, archive.catalog)
    if not matter_of(terms):
        return []
    told = [one for one in decision.near if one.sentence.zone is ZoneKind.BODY
            and names_all(names, one.sentence.text)]  # fmt: skip
    return [] if decision.doubt else told
