"""What is told where passages answer: the sentence that answers first, and what bears on it.

What another outlet is quoted with stands under that outlet's name (qa/passages/other_outlet.py).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from index.archive import Archive
from index.records import (
    Article,
    Citation,
    Question,
    Record,
    Sentence,
    Statement,
    Suggestion,
    ZoneKind,
)
from index.words import stems
from qa.cues import YES_OR_NO
from qa.events.days import reckon_days
from qa.passages.called_otherwise import called_otherwise
from qa.passages.goes_on import goes_on
from qa.passages.names_him import asks_name, names_him
from qa.passages.other_outlet import quote_other
from qa.passages.rank import OF_ONE_MATTER, Candidate
from qa.passages.terms import coverage, weigh_terms
from qa.question.asked import Asked, Kind
from qa.question.looked_for import read_question
from qa.question.slot_cues import ASKING_WORDS
from qa.telling.compose import Citer, quote_text

MOST_STATEMENTS = 3
MOST_SUGGESTIONS = 2
# A further sentence is told when its score comes this near to the best, and the best is not alone.
# Of 101 answers on the sample's questions 0.85 alone told 139 further ones, 64 answers had one too
# many and 78 a right one among all told; with these two rules it is 90, 29 and 76.
NEAR_BEST = 0.9
ALONE = 0.5  # of the weight of the question's words that are no names: one that holds so much
NEAR_ENOUGH = 0.85  # where a reason is asked for, which often stands beside, or two things are
ASKS_TWICE = re.compile(  # "What did Oslo offer, and what did Riga ask?", "which two", "both"
    r"(?:,|\band|\bbut) (?:(?:in|on|at|by|for|with|to|of|from) )?(?:what|who|whom|whose|when|"
    r"where|why|how|which)\b|\b(?:both|compare[ds]?|differ\w*|contrast\w*|sides?|versus)\b",
    re.IGNORECASE,
)
WIDE = frozenset({Kind.TOPICS, Kind.STATUS, Kind.WHETHER, Kind.COMPARE, Kind.LIST})
OF_A_MEETING = frozenset({Kind.WHO, Kind.WHEN, Kind.WHERE, Kind.DURATION})
Place = tuple[Article, Sentence]


class Told(Record):
    """Statements or suggestions with all that they cite."""

    statements: tuple[Statement, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()
    citations: tuple[Citation, ...] = ()


def tell(
    archive: Archive, asked: Asked, ranked: Sequence[Candidate], chosen: Candidate | None = None
) -> Told:
    """The sentence that answers first, with what it goes on with and the one it leans on; then
    others nearly as good, where it holds few of the question's words.

    The same sentence in several articles is one statement with several citations. Beside a quote
    stand the days that it means and does not print. A `chosen` one stands first, whatever its rank.
    """
    citer = Citer()
    statements: list[Statement] = []
    for candidates in _told_of(archive, asked, ranked, chosen):
        statements += _state(archive, citer, [(c.article, c.sentence) for c in candidates])
        best = candidates[0]
        if not statements:
            continue
        if len(statements) == 1:
            for beside in _beside(archive, asked, best):
                statements += _state(archive, citer, [(best.article, beside)])
        leads = [(c.article, c.lead) for c in candidates if c.lead]
        if leads:
            statements += _state(archive, citer, leads)
        if len(statements) >= MOST_STATEMENTS:
            break
    return Told(statements=tuple(_once(statements)), citations=tuple(citer.citations))


def _beside(archive: Archive, asked: Asked, best: Candidate) -> Iterator[Sentence]:
    """What belongs to the sentence that answers: what it goes on with, and who speaks in it."""
    article, sentence = best.article, best.sentence
    read = read_question(asked.text, asked_on=asked.asked_on)
    namer = names_him(archive, article, sentence) if asks_name(asked, read.wants) else None
    yield from (one for one in (namer, goes_on(archive, article, sentence)) if one)
    yield from called_otherwise(archive, asked.text, article, sentence)


def _told_of(
    archive: Archive, asked: Asked, ranked: Sequence[Candidate], chosen: Candidate | None
) -> list[list[Candidate]]:
    """The groups of sentences that are told, that of the chosen one first."""
    groups = list(_distinct(ranked))
    read = read_question(asked.text, asked_on=asked.asked_on)
    wide = _asks_widely(asked, read)
    least = (NEAR_ENOUGH if wide else NEAR_BEST) * ranked[0].score
    other = max(ranked, key=lambda one: one.score_by(OF_ONE_MATTER))
    also = [other] if other.score >= NEAR_ENOUGH * ranked[0].score else []
    near = [
        group for group in groups if group[0].score >= least or any(one in group for one in also)
    ]
    near.sort(key=lambda group: (ranked[0] not in group, other not in group))
    if not wide and _stands_alone(archive, read, ranked[0]):
        near = near[:1]
    first = [group for group in groups if chosen in group]
    return first + [group for group in near if group not in first]


def _asks_widely(asked: Asked, read: Question) -> bool:
    """Whether what is asked often takes more than the sentence that repeats the question."""
    twice = ASKS_TWICE.search(asked.text) or YES_OR_NO.match(asked.text)
    whether = asked.kind in WIDE or (asked.kind in OF_A_MEETING and bool(asked.about.forms))
    return read.wants == "reason" or whether or twice is not None


def _stands_alone(archive: Archive, read: Question, best: Candidate) -> bool:
    """Whether the best sentence holds so much of a question that no other need be told."""
    matter = [t for t in weigh_terms(read.words, read.names, archive.catalog)
              if not t.name and t.word.lower() not in ASKING_WORDS]  # fmt: skip
    own = frozenset(stems(best.sentence.text))
    return bool(matter) and coverage(matter, own) >= ALONE


def distinct(ranked: Sequence[Candidate], most: int) -> list[Candidate]:
    """The best sentences, each wording once."""
    return [group[0] for group in _distinct(ranked)][:most]


def suggest(ranked: Sequence[Candidate]) -> Told:
    """The nearest of the archive's own sentences, as suggestions."""
    citer = Citer()
    own = [one for one in ranked if one.sentence.zone is not ZoneKind.OTHER_OUTLET]
    suggestions = [
        Suggestion(text=quote_text(one.sentence.text),
                   citations=(citer.cite(one.article, one.sentence),))
        for one in distinct(own, MOST_SUGGESTIONS)
    ]  # fmt: skip
    return Told(suggestions=tuple(suggestions), citations=tuple(citer.citations))


def _state(archive: Archive, citer: Citer, places: Sequence[Place]) -> Iterator[Statement]:
    """Places of one wording as a statement; none for another outlet that is not named."""
    article, sentence = places[0]
    if sentence.zone is ZoneKind.OTHER_OUTLET:
        said = quote_other(archive, citer, article, sentence)
        yield from (one for one in (said,) if one)
        return
    own = [place for place in places if place[1].zone is not ZoneKind.OTHER_OUTLET]
    numbers = tuple(dict.fromkeys(citer.cite(*place) for place in own))
    reckoned = reckon_days(archive.times(article.id), sentence.start, sentence.end)
    beside = reckoned.in_brackets
    text = quote_text(sentence.text) + beside
    yield Statement(text=text, citations=numbers, derivation=reckoned.derivation)


def _distinct(ranked: Sequence[Candidate]) -> Iterable[list[Candidate]]:
    """Candidates grouped by their words, the best group first."""
    groups: dict[str, list[Candidate]] = {}
    for candidate in ranked:
        words = " ".join(candidate.sentence.text.casefold().split())
        groups.setdefault(words, []).append(candidate)
    return groups.values()


def _once(statements: Iterable[Statement]) -> Iterable[Statement]:
    """Statements without those whose citations have all been told before."""
    told: set[int] = set()
    for statement in statements:
        if not told.issuperset(statement.citations):
            yield statement
        told |= set(statement.citations)
