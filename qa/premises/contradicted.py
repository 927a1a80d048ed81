"""What a question takes for true and the one sentence that tells of it contradicts: put right.

Only where a sentence holds nearly all that the question says, and either denies it or puts it at
another time: "What was under the tarpaulin that Berg spread in May?" is put right by "In March
Berg had spread a tarpaulin".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import timedelta
from itertools import takewhile

from index.archive import Archive
from index.cues import MONTH
from index.date_records import TimeExpression
from index.date_words import ORDINALS
from index.gazetteer import country_of
from index.meeting_records import TOOK_PLACE
from index.records import Outcome, Question, When
from index.towns import towns_called
from index.words import stem, stems
from qa.cues import LIES_AHEAD, YES_OR_NO
from qa.passages.matched import Matched, match_sentences, tell_matched
from qa.passages.naming import names_all, surnames_of
from qa.passages.outcome import falls_in, is_of_time, near_text, times_in
from qa.passages.rank import Candidate
from qa.passages.terms import Term, fold_transliteration, is_alike, weigh_terms
from qa.premises.cues import (
    ABOUT,
    ARRIVAL,
    ASIDE,
    AT_A_PLACE,
    COUNTED,
    DENIAL,
    LARGE_SCALE,
    NO_MATTER,
    OF_WHAT,
    OPENS,
    OTHER_TIME,
    PUTS_OFF,
    SCALE,
    TELLS,
    VALUES,
    VERB_PARTICLES,
    WHEN_THEN,
    YEAR,
)
from qa.premises.denied import put_right_denied
from qa.premises.told_on import WHO_DID, holds_deed, may_be_told_on
from qa.question.asked import Asked, Kind
from qa.question.kind_cues import FORM
from qa.telling.days_told import tell_when
from qa.telling.reply import Reply, make_reply
from qa.telling.teller import Teller

LEAST = 0.6  # of the weight of what a question says, that the sentence must hold
NEARLY = 0.85  # of the best share: another sentence as good must not bear the question out
LEAST_NAMED = 2  # words besides names in it
A_MONTH = timedelta(days=31)  # a longer period contradicts nothing
MONTH_WORD = re.compile(MONTH, re.IGNORECASE)  # "15 December" counts nothing
NOT_THEN = "The archive does not report that {when}; it tells of another time:"
TIMELESS = frozenset({Kind.WHEN, Kind.WHETHER, Kind.STATUS, Kind.LIST, Kind.COUNT, Kind.TRACE,
                      Kind.INTERVAL, Kind.ORDER, Kind.COMPARE, Kind.MOST,
                      Kind.ROLE_HOLDER})  # fmt: skip
NOT_THERE = "The archive reports nothing of that at {place}; it says:"
NOT_SO_MANY = "The archive does not report “{words}”; it says:"


def put_right_premise(
    archive: Archive, asked: Asked, read: Question, ranked: Sequence[Candidate]
) -> Reply | None:
    """What is reported where it contradicts one thing that a question takes for true."""
    if YES_OR_NO.match(asked.text) or asked.planned or asked.outlet or asked.article:
        return None
    terms = [t for t in weigh_terms(read.words, read.names, archive.catalog)
             if t.known and t.word.lower() not in VERB_PARTICLES]  # fmt: skip
    gone = _put_right_place(archive, asked, terms, ranked)
    if gone:
        return gone
    people = [surnames_of(archive, p) for p in asked.about.parties if p.kind == "person"]
    matter = {t.word for t in terms if not t.name or _is_spot(t.word, asked.text)}
    if len(matter) < LEAST_NAMED:
        return None
    found = [
        one
        for one in match_sentences(archive, ranked, terms, LEAST)
        if names_all(people, near_text(archive, one))
        and len({hit.term.word for hit in one.hits} & matter) >= LEAST_NAMED
        and _names_speakers(asked, near_text(archive, one))
    ]
    found = [one for one in found if one.share >= NEARLY * found[0].share]
    if not found:
        return None
    return (
        _put_right_time(archive, asked, read, found)
        or _put_right_number(archive, asked, found)
        or put_right_denied(archive, asked, read, people, found)
    )


def _names_speakers(asked: Asked, text: str) -> bool:
    """Whether those whose words a question asks for are named: the palace, the ministry."""
    return all(speaker.called.split()[-1] in text for speaker in asked.speakers)


def _is_spot(name: str, text: str) -> bool:
    """Whether a question tells by a name where something was, and it is of no country and no town,
    in which much happens: "on Abbey Street", "aboard the Herring".
    """
    where = re.search(
        rf"\b(?:on|at|in|along|around|across|aboard) (?:the )?{re.escape(name)}\b", text
    )
    return where is not None and not country_of(name) and not towns_called(name)


def _put_right_time(
    archive: Archive, asked: Asked, read: Question, found: Sequence[Matched]
) -> Reply | None:
    """That it was at another time: no sentence that tells of it has a day in the question's."""
    period = read.period
    if period is None or asked.kind in TIMELESS or OTHER_TIME.search(asked.text):
        return None
    if DENIAL.search(asked.text) or not holds_deed(archive, asked, found[0].sentence.text):
        return None
    put_off = any(PUTS_OFF.search(one.sentence.text) for one in found)
    if put_off or not all(_is_elsewhen(archive, one, period) for one in found):
        return None
    if TELLS.search(asked.text) and any(_written_in(one, period) for one in found):
        return None
    if _met_then(archive, asked, period):
        return None
    day = period.only_day
    if day and WHO_DID.search(asked.text) and may_be_told_on(archive, asked, day):
        return None
    return _reply(archive, found, NOT_THEN.format(when=tell_when(period)))


def _met_then(archive: Archive, asked: Asked, period: When) -> bool:
    """Whether some met at the place and in the period of a question: it may ask of that."""
    place, about = asked.about.place, asked.about
    if not place or not about.forms:
        return False
    met = archive.meetings(
        since=period.earliest, until=period.latest, where=place, as_of=asked.as_of
    )
    return any(meeting.status in TOOK_PLACE for meeting in met)


def _is_elsewhen(archive: Archive, one: Matched, period: When) -> bool:
    """Whether a sentence tells a day or month of what is asked, or was written before a period and
    tells no plan, and none of its times has a day in it. Where its article may be of the period,
    only a time that opens the sentence, or its clause, tells.
    """
    if not (period.earliest and period.latest) or period.latest - period.earliest > A_MONTH:
        return False
    times = [t for t in times_in(archive, one) if t.earliest and t.latest]
    exact = [t for t in times if t.earliest and t.latest and t.latest - t.earliest <= A_MONTH]
    opening = _written_in(one, period)
    own = [t for t in exact if _is_of_clause(one, t, opening=opening)]
    dated = one.article.dated
    before = dated and dated.latest and dated.latest < period.earliest
    past = before and not LIES_AHEAD.search(one.sentence.text)
    return bool(own or past) and not any(falls_in(time, period) for time in times)


def _is_of_clause(one: Matched, time: TimeExpression, *, opening: bool) -> bool:
    """Whether a time is that of the clause which holds what is asked, and of no aside."""
    text, at = one.sentence.text, time.start - one.sentence.start
    hits = [hit for hit in one.hits if not hit.term.name]
    if WHEN_THEN.match(text[time.end - one.sentence.start :]):  # "in March when she wore"
        return any(at < hit.start for hit in hits)
    if OPENS.match(text[:at]):
        return all(at < hit.start for hit in hits)
    if opening or not hits:
        return False
    near = min(hits, key=lambda hit: abs(hit.start - at))
    between = text[near.end : at] if near.start < at else text[at : near.start]
    return ASIDE.search(between) is None


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
    if place is None or not ARRIVAL.search(asked.text) or asked.kind is Kind.WHERE:
        return None
    there = {form for word in place.split() for form in stems(word)}
    others = [term for term in terms if not term.forms & there]
    people = [surnames_of(archive, p) for p in asked.about.parties if p.kind == "person"]
    found = [
        one
        for one in match_sentences(archive, ranked, others, LEAST)
        if names_all(people, one.sentence.text) and is_of_time(archive, _read_period(asked), one)
    ]
    told = set(stems(found[0].article.text)) if found else set()
    if not people or not found or there & told or _is_misspelt(there, told):
        return None
    going = ARRIVAL.search(found[0].sentence.text)
    at = AT_A_PLACE.match(found[0].sentence.text, going.end()) if going else None
    return _reply(archive, found[:1], NOT_THERE.format(place=place)) if at else None


def _is_misspelt(place: set[str], told: set[str]) -> bool:
    """Whether a place may be one that an article names, put in other letters: "moskow"."""
    return any(is_alike(fold_transliteration(a), fold_transliteration(b))
               for a in place for b in told if a[:1] == b[:1])  # fmt: skip


def _read_period(asked: Asked) -> When | None:
    """The time that a question names, with bounds; None for none."""
    period = asked.about.period
    return period if period and period.earliest else None


def _put_right_number(archive: Archive, asked: Asked, found: Sequence[Matched]) -> Reply | None:
    """That it is another number of the same: "the second storm" of what is told as the sixth."""
    for match in COUNTED.finditer(asked.text):
        of_a_row = is_ordinal(match["number"]) and re.fullmatch(FORM, match["thing"], re.IGNORECASE)
        if of_a_row or not _is_exact(asked.text, match):  # visits: qa/premises/numbered.py
            continue
        told = [[m for m in COUNTED.finditer(one.sentence.text) if _same_thing(m, match)
                 and _is_exact(one.sentence.text, m)] for one in found]  # fmt: skip
        texts = {one.article.id: one.article.text for one in found}
        if all(told) and not any(_counts(text, match) for text in texts.values()):
            words = f"{match['number']}{match['joint']}{match['thing']}"
            return _reply(archive, found, NOT_SO_MANY.format(words=words))
    return None


def _counts(text: str, asked: re.Match[str]) -> bool:
    """Whether a text has the number of a question, of as many or of the same place in a row."""
    number = read_number(asked["number"])
    return any(read_number(match["number"]) == number for match in COUNTED.finditer(text)
               if stem(match["thing"]) == stem(asked["thing"]))  # fmt: skip


def _is_exact(text: str, match: re.Match[str]) -> bool:
    """Whether words count something, and are no date, no year and no rough number."""
    year = YEAR.match(match["number"]) or MONTH_WORD.match(match["thing"])
    return not year and ABOUT.search(text[: match.start()]) is None


def _same_thing(one: re.Match[str], other: re.Match[str]) -> bool:
    """Whether two numbers are of the same: both of a row or of an amount, before the same noun.

    A word that is followed by another may be an adjective, and then that must be the same too.
    """
    kinds = {is_ordinal(match["number"]) for match in (one, other)}
    joined = {match["joint"] == "-" for match in (one, other)}
    if len(kinds) > 1 or len(joined) > 1 or stem(one["thing"]) != stem(other["thing"]):
        return False
    matters = {found[1] for match in (one, other) if (found := OF_WHAT.match(match["more"]))}
    alike = all(a == b for a, b in zip(_phrase(one), _phrase(other), strict=False))
    return len(matters) < 2 and alike


def _phrase(match: re.Match[str]) -> Iterator[str]:
    """The stems of what is counted, up to the first word that is no noun or adjective."""
    yield stem(match["thing"])
    yield from map(stem, takewhile(lambda w: w.lower() not in NO_MATTER,
                                   match["more"].split()))  # fmt: skip


def is_ordinal(number: str) -> bool:
    """Whether a number tells a place in a row: "third", "twenty-first", "3rd"."""
    word = re.split(r"[\s-]", number.lower())[-1]
    return word in ORDINALS or re.match(r"\d+(?:st|nd|rd|th)$", word) is not None


def read_number(words: str) -> float:
    """The value of a number in digits or words: "5,000", "twenty-four", "two hundred and six"."""
    total, part = 0.0, 0.0
    for word in re.split(r"[\s-]+", words.lower()):
        digits = re.match(r"[\d,]+(?:\.\d+)?", word)
        value = float(digits[0].replace(",", "")) if digits else VALUES.get(word, 0.0)
        if digits or value not in SCALE:
            part += value
        else:
            part = (part or 1) * value
            total, part = (total + part, 0.0) if value >= LARGE_SCALE else (total, part)
    return total + part


def _reply(archive: Archive, found: Sequence[Matched], lead: str) -> Reply | None:
    teller = Teller(archive)
    said = [said for one in found[:2] if (said := tell_matched(archive, teller, one))]
    return (
        make_reply(teller, Outcome.PREMISE_CORRECTED, (), lead=lead, first=said) if said else None
    )
