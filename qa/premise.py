"""What a question takes for true and the one sentence that tells of it contradicts: put right.

Only where a sentence holds nearly all that the question says, and either denies it or puts it at
another time: "What was under the tarpaulin that Berg spread in May?" is put right by "In March
Berg had spread a tarpaulin".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import timedelta

from index.archive import Archive
from index.cues import MONTH
from index.records import Outcome, Question, When
from index.words import stem, stems
from qa.asked import Asked, Kind
from qa.cues import YES_OR_NO
from qa.days_told import tell_when
from qa.matched import Hit, Matched, match_sentences, tell_matched
from qa.naming import names_all, surnames_of
from qa.outcome import falls_in, is_of_time, near_text, times_in
from qa.premise_cues import (
    AT_A_PLACE,
    BOUND,
    COUNTED,
    DENIED,
    DENYING,
    GOING,
    NO_DENIAL,
    NUMBERS,
    OTHER_TIME,
    PARTICLES,
    SPEAKING_OF,
    TELLING,
)
from qa.rank import Candidate
from qa.reply import Reply, make_reply
from qa.teller import Teller
from qa.terms import Term, weigh_terms

LEAST = 0.6  # of the weight of what a question says, that the sentence must hold
NEARLY = 0.85  # of the best share: another sentence as good must not bear the question out
LEAST_NAMED = 2  # words besides names in it
A_MONTH = timedelta(days=31)  # a longer period contradicts nothing
MONTH_WORD = re.compile(MONTH, re.IGNORECASE)  # "15 December" counts nothing
NOT_SO = "The archive does not report that; it says otherwise:"
NOT_THEN = "The archive does not report that {when}; it tells of another time:"
TIMELESS = frozenset({Kind.WHEN, Kind.WHETHER, Kind.STATUS, Kind.LIST, Kind.COUNT, Kind.TRACE,
                      Kind.INTERVAL, Kind.ORDER, Kind.COMPARE, Kind.MOST})  # fmt: skip
NOT_THERE = "The archive reports nothing of that at {place}; it says:"
NOT_SO_MANY = "The archive does not report “{words}”; it says:"


def put_right_premise(
    archive: Archive, asked: Asked, read: Question, ranked: Sequence[Candidate]
) -> Reply | None:
    """What is reported where it contradicts one thing that a question takes for true."""
    if YES_OR_NO.match(asked.text) or asked.planned or asked.outlet or asked.article:
        return None
    terms = [t for t in weigh_terms(read.words, read.names, archive.catalog)
             if t.known and t.word.lower() not in PARTICLES]  # fmt: skip
    gone = _put_right_place(archive, asked, terms, ranked)
    if gone:
        return gone
    if len([term for term in terms if not term.name]) < LEAST_NAMED:
        return None
    people = [surnames_of(archive, p) for p in asked.about.parties if p.kind == "person"]
    found = [
        one
        for one in match_sentences(archive, ranked, terms, LEAST)
        if names_all(people, near_text(archive, one)) and _told(one) >= LEAST_NAMED
    ]
    found = [one for one in found if one.share >= NEARLY * found[0].share]
    if not found:
        return None
    return (
        _put_right_time(archive, asked, read, found)
        or _put_right_number(archive, asked, found)
        or _put_right_denied(archive, asked, found)
    )


def _told(one: Matched) -> int:
    return len({hit.term.word for hit in one.hits if not hit.term.name})


def _put_right_time(
    archive: Archive, asked: Asked, read: Question, found: Sequence[Matched]
) -> Reply | None:
    """That it was at another time: no sentence that tells of it has a day in the question's."""
    period = read.period
    if period is None or asked.kind in TIMELESS or OTHER_TIME.search(asked.text):
        return None
    if not all(_is_elsewhen(archive, one, period) for one in found):
        return None
    if TELLING.search(asked.text) and any(_written_in(one, period) for one in found):
        return None
    return _reply(archive, found, NOT_THEN.format(when=tell_when(period)))


def _is_elsewhen(archive: Archive, one: Matched, period: When) -> bool:
    """Whether a sentence tells a day or month, and none of its times has a day in a period."""
    if not (period.earliest and period.latest) or period.latest - period.earliest > A_MONTH:
        return False
    times = [t for t in times_in(archive, one) if t.earliest and t.latest]
    exact = [t for t in times if t.earliest and t.latest and t.latest - t.earliest <= A_MONTH]
    return bool(exact) and not any(falls_in(time, period) for time in times)


def _written_in(one: Matched, period: When) -> bool:
    """Whether an article may have been written in a period: then it may be that of its words."""
    dated = one.article.dated
    if not (dated and dated.earliest and dated.latest and period.earliest and period.latest):
        return True
    return dated.earliest <= period.latest and period.earliest <= dated.latest


def _put_right_place(
    archive: Archive, asked: Asked, terms: Sequence[Term], ranked: Sequence[Candidate]
) -> Reply | None:
    """Where somebody did go, of whom a question says that he came to another place."""
    place = asked.about.place
    if place is None or not GOING.search(asked.text) or asked.kind is Kind.WHERE:
        return None
    there = {form for word in place.split() for form in stems(word)}
    others = [term for term in terms if not term.forms & there]
    people = [surnames_of(archive, p) for p in asked.about.parties if p.kind == "person"]
    found = [
        one
        for one in match_sentences(archive, ranked, others, LEAST)
        if names_all(people, one.sentence.text) and is_of_time(archive, read_period(asked), one)
    ]
    if not people or not found or there & set(stems(found[0].article.text)):
        return None
    going = GOING.search(found[0].sentence.text)
    told = AT_A_PLACE.match(found[0].sentence.text, going.end()) if going else None
    return _reply(archive, found[:1], NOT_THERE.format(place=place)) if told else None


def read_period(asked: Asked) -> When | None:
    """The time that a question names, with bounds; None for none."""
    period = asked.about.period
    return period if period and period.earliest else None


def _put_right_number(archive: Archive, asked: Asked, found: Sequence[Matched]) -> Reply | None:
    """That it is another number of the same: "the second storm" of what is told as the sixth."""
    for match in COUNTED.finditer(asked.text):
        number, thing = _number(match["number"]), stem(match["thing"])
        told = [_numbers_of(one.sentence.text, thing) for one in found]
        if MONTH_WORD.match(match["thing"]) or not all(told):
            continue
        if not any(number in numbers for numbers in told):
            return _reply(archive, found, NOT_SO_MANY.format(words=match[0]))
    return None


def _numbers_of(text: str, thing: str) -> set[int]:
    return {_number(m["number"]) for m in COUNTED.finditer(text) if stem(m["thing"]) == thing}


def _number(word: str) -> int:
    return NUMBERS.get(word.lower()) or int(re.sub(r"\D", "", word) or 0)


def _put_right_denied(archive: Archive, asked: Asked, found: Sequence[Matched]) -> Reply | None:
    """That it is denied: in every sentence that tells of it a word of the question is."""
    if DENYING.search(asked.text) or SPEAKING_OF.search(asked.text):
        return None
    if not all(any(is_denied(one.sentence.text, hit) for hit in one.hits) for one in found):
        return None
    return _reply(archive, found, NOT_SO)


def is_denied(text: str, hit: Hit) -> bool:
    """Whether a word that is no name is denied where it stands."""
    before = text[: hit.start]
    match = None if hit.term.name else DENIED.search(before)
    if match is None or BOUND.search(match["between"]):
        return False
    return NO_DENIAL.search(text[match.start() : hit.end]) is None


def _reply(archive: Archive, found: Sequence[Matched], lead: str) -> Reply | None:
    teller = Teller(archive)
    said = [said for one in found[:2] if (said := tell_matched(archive, teller, one))]
    return (
        make_reply(teller, Outcome.PREMISE_CORRECTED, (), lead=lead, first=said) if said else None
    )
