"""When something was that is no meeting of the archive's records: from the sentence that tells it.

"On which day did the port reopen?", "Since when has the bridge been shut?": the sentence that holds
what is asked, of its times the one whose clause tells it, and how that day follows. Where the
sentence that tells it has no time, the archive does not say when.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import timedelta

import numpy as np

from index.archive import Archive
from index.cues import TIME_CUES
from index.date_records import TimeExpression
from index.dating import day_when
from index.meanings import SHORTEST, leans
from index.readings import Reading
from index.records import (
    Article,
    Outcome,
    Question,
    Record,
    Sentence,
    Statement,
    Suggestion,
    ZoneKind,
)
from index.words import stem, stems
from qa.asked import About, Asked, Kind
from qa.compose import Citer, quote_text
from qa.event_clause import Sought, choose_times, may_be_meant
from qa.event_words import TOLD, Matter, asks_a_day, asks_telling, read_matter, weights_of
from qa.naming import names_all, surnames_of
from qa.other_outlet import ATTRIBUTABLE, is_other, outlet_of, quote_other
from qa.question_when import OPEN_YEAR, may_be_in
from qa.rank import ARTICLES
from qa.reply import AS_PLANNED, MISSING, NEAREST, Reply, make_reply
from qa.retrieve import rank_articles, retrieve
from qa.teller import Teller
from qa.terms import Floats, WordBits, coverage
from qa.time_told import (
    is_just_done,
    is_rough,
    is_told_as_news,
    tell_news,
    tell_time,
    tell_times,
)

NEAR_BY = 0.4  # what a word counts that stands in a sentence beside it, or in the title
ELSEWHERE = 0.15  # and one that stands in the same article
NAME = 0.5  # what a name counts there instead: whoever is told of is often "he"
LEAST_MATTER = 0.5  # of the words that are no names, by weight, that the sentence itself must hold
LEAST = 0.5  # of all
LITTLE = 0.25  # of the same words: a sentence that holds less is about something else
SURE = 0.8  # from which on a sentence tells what is asked, whether it has a time or not
AHEAD = 0.1  # by which a sentence must tell more than the best with a time, to be the one meant
BACK = 2  # sentences before one in which he whom it tells of is named
AROUND = timedelta(days=60)  # of the period that a question names, in which it is told of
TOLD_OTHERWISE = re.compile(  # "on the eve of the vote", "as soon as the ice had gone"
    rf"{TIME_CUES.pattern}|\b(?:after|before|when|until|once|during|while|since|as soon as)\b",
    re.IGNORECASE,
)


class Telling(Record):
    """A sentence with how much of what is asked it holds, and the times that may belong to it."""

    article: Article
    sentence: Sentence
    held: float
    times: tuple[TimeExpression, ...]


def answer_time(archive: Archive, asked: Asked, read: Question) -> Reply | None:
    """When it was, by the one sentence that tells it; that no sentence says, where one tells it
    without a time; None where no sentence clearly tells it.
    """
    if asked.kind is not Kind.WHEN or asked.also or not asks_a_day(asked.text):
        return None
    return _answer(archive, asked, read, telling=False)


def answer_telling(archive: Archive, asked: Asked, read: Question) -> Reply | None:
    """When something was said or announced, by the sentence that tells of the saying; None where
    that is not asked, or no sentence clearly tells it.
    """
    if asked.kind is not Kind.WHEN or asked.also or not asks_telling(asked.text):
        return None
    return _answer(archive, asked, read, telling=True)


def _answer(archive: Archive, asked: Asked, read: Question, *, telling: bool) -> Reply | None:
    matter = read_matter(archive, asked)
    tellings = [one for one in _tellings(archive, asked, read, matter)
                if not telling or TOLD.search(one.sentence.text)]  # fmt: skip
    tellings.sort(key=lambda one: -one.held)
    best = tellings[0] if tellings else None
    if best is None:
        return None
    for one in (one for one in tellings if one.times and one.held >= best.held - AHEAD):
        told = _tell(archive, asked, matter, one, telling=telling)
        if told:
            return told
    if best.held < SURE or asked.about.weekday or _has_rough(best):
        return None
    apart = bool(best.times)  # none of its times is of what is asked
    news = None if apart else _as_news(archive, best, telling=telling)
    return news or _without(best, apart=apart)


def _tellings(archive: Archive, asked: Asked, read: Question, matter: Matter) -> Iterator[Telling]:
    """The sentences of the best articles that hold enough of what is asked."""
    if not matter.terms:
        return
    bits = WordBits(matter.terms)
    ids = rank_articles(retrieve(archive, read).ranked())[:ARTICLES]
    for reading in archive.read_articles(ids):
        held, own = _held(reading, bits, matter)
        times = archive.times(reading.article.id)
        for at in np.flatnonzero((held >= LEAST) & (own >= LEAST_MATTER)).tolist():
            if not _may_tell(reading, at) or not _names_those(archive, asked, matter, reading, at):
                continue
            sentence = reading.sentence(at)
            inside = tuple(t for t in times if sentence.start <= t.start
                           and t.end <= sentence.end and tell_time(t))  # fmt: skip
            if _is_of_period(asked, reading.article, inside):
                yield Telling(article=reading.article, sentence=sentence,
                              held=float(held[at]), times=inside)  # fmt: skip


def _may_tell(reading: Reading, at: int) -> bool:
    return reading.zones[at] in ATTRIBUTABLE and len(reading.text(at).split()) >= SHORTEST


def _names_those(archive: Archive, asked: Asked, matter: Matter, reading: Reading, at: int) -> bool:
    """Whether a sentence, or those it follows, name everybody and the place that is meant.

    Of a meeting of two, and of what is said, the sentence itself must, or the one that it leans on:
    what somebody did with another beside it is another meeting.
    """
    about = asked.about
    people = [p for p in (*about.parties, *asked.speakers)
              if p.kind in ("person", "role") and p.words in matter.text]  # fmt: skip
    strict = (bool(about.forms) and len(people) > 1) or asks_telling(asked.text)
    texts = reading.texts()
    back = int(leans(texts, reading.zones, at)) if strict else BACK
    near = " ".join(texts[max(0, at - back) : at + 1])
    place = {stem(word) for word in (about.place or "").split()}
    wider = f"{near} {reading.article.title or ''} {reading.article.located or ''}"
    surnames = [some for p in people if (some := surnames_of(archive, p))]
    named = names_all(surnames, near)
    return named and (not strict or place <= set(stems(wider)))


def _held(reading: Reading, bits: WordBits, matter: Matter) -> tuple[Floats, Floats]:
    """For each sentence how much of all that is asked it tells, and how much of what is no name it
    holds itself; no sentence tells what the article has a name less of.
    """
    texts = reading.texts()
    rows = bits.held([reading.article.title or "", reading.article.located or "", *texts])
    heads, own = rows[:2].any(axis=0), rows[2:]
    near = own | heads
    near[1:] |= own[:-1]
    near[:-1] |= own[1:]
    whole = np.tile(own.any(axis=0) | heads, (len(texts), 1))
    weight = np.array([matter.weight_of(term) for term in bits.terms])
    names = np.array([term.name for term in bits.terms])
    beside = np.where(names, NAME, NEAR_BY)
    counted = np.maximum(own, np.maximum(near * beside, whole * np.where(names, NAME, ELSEWHERE)))
    all_named = bool((whole[0] | ~names).all()) if len(texts) else False
    plain = np.where(names, 0.0, weight)
    matters = own @ plain / plain.sum() if plain.sum() else np.ones(len(texts))
    return counted @ weight / weight.sum() * all_named, matters


def _has_rough(one: Telling) -> bool:
    """Whether it tells a time only roughly: what the sentence says of it is for a reader."""
    return any(is_rough(one.sentence.text, one.sentence.start, time) for time in one.times)


def _is_of_period(asked: Asked, article: Article, times: Sequence[TimeExpression]) -> bool:
    """Whether a sentence may be of the period that a question names: by its article or its own."""
    period, dated = asked.about.period, article.dated
    if period is None or period.earliest is None or period.latest is None:
        return True
    told = [(t.earliest, t.latest) for t in times] + ([(dated.earliest, dated.latest)] * bool(dated)
                                                      if dated else [])  # fmt: skip
    first, last = period.earliest - AROUND, period.latest + AROUND
    return any(a and b and a <= last and b >= first for a, b in told)


def _tell(
    archive: Archive, asked: Asked, matter: Matter, one: Telling, *, telling: bool
) -> Reply | None:
    """The time in one sentence, then the words of the report."""
    weights = weights_of(matter, one.sentence.text, telling=telling)
    sought = Sought(weights=weights, question=asked.text, telling=telling)
    named = [time for time in one.times if _is_named(asked.about, time)]
    if asked.about.weekday and not named:
        return None  # it tells of another day
    alike = named and len({time.value for time in named}) == 1
    if alike:
        times = [time for time in named[:1] if may_be_meant(one.sentence, time, asked.text)]
    else:
        times = choose_times(one.sentence, named or one.times, sought)
    if not times:
        return None
    teller = Teller(archive)
    quote = _quote(teller, one)
    if quote is None:
        return None
    first = tell_times(times, outlet_of(one.article, one.sentence.start), quote.citations[0])
    lead = AS_PLANNED if _lies_ahead(one.article, times) and not asked.planned else ""
    return make_reply(teller, Outcome.ANSWERED, (), lead=lead, first=[first, quote])


def _is_named(about: About, time: TimeExpression) -> bool:
    """Whether a question names a time as the report does, without its year or by its weekday."""
    first = time.earliest
    if first is None or first != time.latest:
        return False
    open_year = about.period is not None and OPEN_YEAR.match(about.period.edtf) is not None
    if about.period is not None and open_year:
        return may_be_in(day_when(first, time.basis, time.derivation), about.period)
    return about.weekday == first.isoweekday()


def _lies_ahead(article: Article, times: Sequence[TimeExpression]) -> bool:
    written = article.dated.latest if article.dated else None
    return written is not None and all(t.earliest and t.earliest > written for t in times)


def _quote(teller: Teller, one: Telling) -> Statement | None:
    """The sentence word for word: another outlet's under its name; None where that is not told."""
    if is_other(one.article, one.sentence.start):
        return quote_other(teller.archive, teller.citer, one.article, one.sentence)
    return teller.quote(one.article, one.sentence)


def _as_news(archive: Archive, one: Telling, *, telling: bool) -> Reply | None:
    """That it is told as news of the report's own day, of what is said, or has just been done."""
    place = archive, one.article, one.sentence.start, one.sentence.end
    headed = one.sentence.zone is ZoneKind.HEADLINE
    if not is_told_as_news(*place) or not (telling or headed or is_just_done(*place)):
        return None
    teller = Teller(archive)
    quote = teller.quote(one.article, one.sentence)
    news = tell_news(one.article, quote.citations[0])
    return make_reply(teller, Outcome.ANSWERED, (), first=[news, quote]) if news else None


def _without(one: Telling, *, apart: bool = False) -> Reply | None:
    """That the archive does not say when, with the sentence that tells it; None where it may tell
    it in other words: "after the thaw". With `apart` its times are known to be of something else.
    """
    open_ = TOLD_OTHERWISE.search(one.sentence.text) and not apart
    if open_ or is_other(one.article, one.sentence.start):
        return None
    citer = Citer()
    number = citer.cite(one.article, one.sentence)
    suggestion = Suggestion(text=quote_text(one.sentence.text), citations=(number,))
    return Reply(
        outcome=Outcome.NOT_IN_ARCHIVE, lead=MISSING[Kind.WHEN] + NEAREST,
        suggestions=(suggestion,), citations=tuple(citer.citations),
    )  # fmt: skip


def leaves_time_open(archive: Archive, asked: Asked, read: Question, sentence: str) -> bool:
    """Whether a question for a day would be answered by a sentence that has no word of time, or
    nearly none of what is asked. Of a meeting other checks tell (qa/of_meeting.py).
    """
    of_meeting = bool(asked.about.forms)
    if asked.kind is not Kind.WHEN or asked.also or of_meeting or not asks_a_day(asked.text):
        return False
    plain = [term for term in read_matter(archive, asked).terms if not term.name]
    return not TIME_CUES.search(sentence) or coverage(plain, frozenset(stems(sentence))) < LITTLE
