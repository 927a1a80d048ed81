"""A deed that a question gives to somebody who did the opposite, or to whom it was done: put right.

"Why did Krag accept the plan?" is put right by "Krag rejected the plan", "Why did Stone send Berg a
letter?" by "Berg sent Stone a letter".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from index.archive import Archive
from index.parse import parse
from index.records import Outcome, Question
from index.words import stem, stems
from qa.cues import YES_OR_NO
from qa.passages.matched import Matched, match_sentences, tell_matched
from qa.passages.outcome import is_of_time
from qa.passages.rank import Candidate
from qa.passages.terms import weigh_terms
from qa.premises.contradicted import NOT_SO
from qa.premises.cues import PARTICLES
from qa.premises.doer import Deed, deed_in, doers_of
from qa.question.asked import Asked, Party
from qa.telling.reply import Reply, make_reply
from qa.telling.teller import Teller

if TYPE_CHECKING:
    from spacy.tokens import Token

LEAST = 0.3  # of the weight of what a question says, from which on a sentence may be of the deed
NEARLY_ALL = 0.9  # that the sentence which tells the opposite must hold
PARSED = 6  # sentences, of which each costs 5 ms
SIDES = tuple(  # verbs, each group against the other: "accepted the plan", "rejected the plan"
    (frozenset(one.split()), frozenset(other.split()))
    for one, other in (
        ("accept approve welcome back support endorse embrace favour favor adopt",
         "reject refuse decline oppose dismiss rebuff veto spurn condemn"),
        ("confirm admit", "deny"),
        ("allow permit authorise authorize", "forbid ban prohibit bar outlaw"),
        ("raise increase double expand", "lower cut reduce halve"),
        ("praise hail applaud", "criticise criticize condemn denounce deplore"),
        ("win", "lose"),
        ("open reopen", "close shut"),
        ("lift scrap end", "impose extend prolong renew keep"),
    )
)  # fmt: skip
HANDED = frozenset(  # verbs that one does to another: who and to whom can be mixed up
    word
    for words in (
        "send give hand sell offer lend pay invite thank phone telephone award present promise",
        "show grant donate deliver return",
    )
    for word in words.split()
)
GIVEN_TO = frozenset(["dative", "dobj", "pobj", "iobj"])
SAYS_NO = re.compile(r"\b(?:not|never|no longer)\b|n['’]t\b", re.IGNORECASE)


def put_right_opposite(
    archive: Archive, asked: Asked, read: Question, ranked: Sequence[Candidate]
) -> Reply | None:
    """The sentence in which the one asked about did the opposite of what a question has him do, or
    another did it to him; None where some sentence has him do it.
    """
    people = [party for party in asked.about.parties if party.kind == "person"]
    if YES_OR_NO.match(asked.text) or SAYS_NO.search(asked.text) or not people:
        return None
    deed = deed_in(asked.text, people)
    if asked.planned or asked.outlet or asked.article or deed is None:
        return None
    if deed.verb not in HANDED and not any(_against(deed.verb)):
        return None
    found = [one for one in _about(archive, read, ranked, deed)
             if is_of_time(archive, asked.about.period, one)]  # fmt: skip
    docs = [(one, parse([one.sentence.text], without=["ner"])[0]) for one in found[:PARSED]]
    same = {deed.verb, *_with(deed.verb)}
    if any(_is(deed.doer, doer) for _, doc in docs for v in same for doer in doers_of(doc, v)):
        return None
    whole = [(one, doc) for one, doc in docs if one.share >= NEARLY_ALL]
    others = [party for party in people if party is not deed.doer]
    opposite = (one for one, doc in whole for verb in _against(deed.verb)
                if any(_is(deed.doer, doer) for doer in doers_of(doc, verb)))  # fmt: skip
    swapped = (one for one, doc in whole if deed.verb in HANDED
               for doer in doers_of(doc, deed.verb) if any(_is(party, doer) for party in others)
               and _is_given(deed.doer, doer.head))  # fmt: skip
    told = next(opposite, None) or next(swapped, None)
    return _reply(archive, told) if told else None


def _about(
    archive: Archive, read: Question, ranked: Sequence[Candidate], deed: Deed
) -> list[Matched]:
    """The sentences that hold some of what a question says besides the doer and the deed."""
    own = {*stems(deed.doer.words), *stems(deed.doer.called)}
    terms = [t for t in weigh_terms(read.words, read.names, archive.catalog)
             if not t.forms & own and t.word.lower() not in PARTICLES
             and stem(t.word) != stem(deed.verb)]  # fmt: skip
    if not any(not term.name for term in terms):
        return []
    return match_sentences(archive, ranked, terms, LEAST)


def _against(verb: str) -> Iterator[str]:
    """The verbs that say the opposite of one."""
    return (v for a, b in SIDES for one, other in ((a, b), (b, a)) if verb in one for v in other)


def _with(verb: str) -> Iterator[str]:
    """The verbs that say the same as one."""
    return (v for sides in SIDES for one in sides if verb in one for v in one)


def _is(party: Party, token: Token) -> bool:
    """Whether a word names somebody."""
    return stem(token.text) == stem(party.called.split()[-1])


def _is_given(party: Party, verb: Token) -> bool:
    """Whether somebody is the one to whom a verb is done, and stands nowhere else in its clause."""
    named = [token for token in verb.subtree if _is(party, token)]
    return bool(named) and all(token.dep_ in GIVEN_TO for token in named)


def _reply(archive: Archive, told: Matched) -> Reply | None:
    teller = Teller(archive)
    quote = tell_matched(archive, teller, told)
    first = [quote] if quote else []
    return (
        make_reply(teller, Outcome.PREMISE_CORRECTED, (), lead=NOT_SO, first=first)
        if first
        else None
    )
