"""When something was that is no meeting of the archive's records: from the sentence that tells it.

"On which day did the port reopen?", "Since when has the bridge been shut?": the sentence that holds
what is asked, of its times the one whose clause tells it, and how that day follows. Where the
sentence that tells it has no time, the archive does not say when.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from index.archive import Archive
from index.cues import TIME_CUES
from index.date_quotes import find_quotes
from index.date_records import TimeExpression
from index.dates import find_expressions
from index.dating import day_when
from index.records import (
    Article,
    Outcome,
    Question,
    Statement,
    Suggestion,
)
from index.words import stems
from qa.events.clause import Sought, choose_times, may_be_meant
from qa.events.deadline import is_of_another
from qa.events.described import asks_telling
from qa.events.tellings import NEAR_BY, Telling, find_tellings, of_the_teller
from qa.events.time_told import (
    is_denied,
    is_news,
    is_rough,
    is_told_as_news,
    is_vague,
    lies_ahead,
    tell_news,
    tell_times,
    verb_of,
)
from qa.events.words import (
    LIGHT,
    TOLD,
    Matter,
    asks_a_day,
    asks_weekday,
    read_matter,
    told_otherwise,
    weights_of,
)
from qa.passages.other_outlet import is_other, outlet_of, quote_other
from qa.passages.rank import Candidate
from qa.passages.terms import coverage
from qa.question.asked import About, Asked, Kind
from qa.question.kind_cues import NEGATIVE
from qa.question.when import may_be_in
from qa.question.when_cues import OPEN_YEAR
from qa.telling.compose import Citer, quote_text
from qa.telling.reply import AS_PLANNED, MISSING, NEAREST, Reply, make_reply
from qa.telling.teller import Teller

LITTLE = 0.25  # of the same words: a sentence that holds less is about something else
SURE = 0.8  # from which on a sentence tells what is asked, whether it has a time or not
AHEAD = 0.1  # by which a sentence must tell more than the best with a time, to be the one meant
TOLD_OTHERWISE = re.compile(  # "on the eve of the vote", "as soon as the ice had gone"
    rf"{TIME_CUES.pattern}|\b(?:after|before|when|until|once|during|while|since|as soon as)\b",
    re.IGNORECASE,
)


ASKS_DATE = re.compile(r"\b(?:dates?|(?:what|which) (?:\w+ )?(?:day|month|year))\b", re.IGNORECASE)
ONLY_VAGUE = "The archive gives no date for it; it says only:"


def answer_time(archive: Archive, asked: Asked, read: Question) -> Reply | None:
    """When it was, by the one sentence that tells it; that no sentence says, where one tells it
    without a time; None where no sentence clearly tells it.
    """
    if asked.kind is not Kind.WHEN or asked.also or not asks_a_day(asked.text):
        return None
    return next(find_times(archive, asked, read), None)


def answer_telling(archive: Archive, asked: Asked, read: Question) -> Reply | None:
    """When something was said or announced, by the sentence that tells of the saying; None where
    that is not asked, or no sentence clearly tells it.
    """
    if asked.kind is not Kind.WHEN or asked.also or not asks_telling(asked.text):
        return None
    return next(find_times(archive, asked, read), None)


def find_times(archive: Archive, asked: Asked, read: Question) -> Iterator[Reply]:
    """What each sentence that may be meant tells, the best first; that the best tells no time."""
    telling = asks_telling(asked.text)
    matter = read_matter(archive, asked)
    tellings = list(find_tellings(archive, asked, read, matter))
    if telling:
        tellings = _of_what_is_told(matter, tellings)
    if telling and not tellings:  # "announced" by one, "confirmed" by another
        matter = told_otherwise(matter)
        tellings = _of_what_is_told(matter, find_tellings(archive, asked, read, matter))
    tellings.sort(key=lambda one: -one.held)
    best = tellings[0] if tellings else None
    if best is None:
        return
    for one in (one for one in tellings if one.times and one.held >= best.held - AHEAD):
        told = _tell(archive, asked, matter, one, telling=telling)
        if told:
            yield told
    if best.held < SURE or asked.about.weekday or _has_rough(best):
        return
    for one in (one for one in tellings if one.held >= max(SURE, best.held - AHEAD)):
        apart = bool(one.times)  # none of its times is of what is asked
        news = None if apart else _as_news(archive, asked, one)
        vague = None if ASKS_DATE.search(asked.text) else _told_vaguely(archive, matter, one)
        silent = _without(one, apart=apart) if one is best else None
        yield from [reply for reply in (news, vague, silent) if reply][:1]


def _of_what_is_told(matter: Matter, tellings: Iterable[Telling]) -> list[Telling]:
    return of_the_teller(matter, [one for one in tellings if TOLD.search(one.sentence.text)])


def _has_rough(one: Telling) -> bool:
    """Whether it tells a time only roughly: what the sentence says of it is for a reader."""
    return any(is_rough(one.sentence.text, one.sentence.start, time) for time in one.times)


def _tell(
    archive: Archive, asked: Asked, matter: Matter, one: Telling, *, telling: bool
) -> Reply | None:
    """The time in one sentence, then the words of the report."""
    weights = weights_of(matter, one.sentence.text, telling=telling)
    sought = Sought(weights=weights, question=asked.text, telling=telling)
    quoted = [time for time in one.times if _is_quoted(asked.text, time)]
    named = quoted or [time for time in one.times if _is_named(asked.about, time)]
    if (asked.about.weekday or _quotes_a_time(asked.text)) and not named:
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
    outlet, weekday = outlet_of(one.article, one.sentence.start), asks_weekday(asked.text)
    first = tell_times(times, outlet, quote.citations[0], weekday=weekday)
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


def _is_quoted(question: str, time: TimeExpression) -> bool:
    """Whether a question gives a time in the report's own words: "“on May 4”, of which year?"."""
    said = " ".join(time.text.split()).casefold()
    return any(said in question[a:b].casefold() for a, b in find_quotes(question))


def _quotes_a_time(question: str) -> bool:
    spans = find_quotes(question)
    return any(a <= one.start and one.end <= b and one.end - one.start >= (b - a) / 2
               for one in find_expressions(question) for a, b in spans)  # fmt: skip


def _lies_ahead(article: Article, times: Sequence[TimeExpression]) -> bool:
    return all(lies_ahead(article, time) for time in times)


def _quote(teller: Teller, one: Telling) -> Statement | None:
    """The sentence word for word: another outlet's under its name; None where that is not told."""
    if is_other(one.article, one.sentence.start):
        return quote_other(teller.archive, teller.citer, one.article, one.sentence)
    return teller.quote(one.article, one.sentence)


def _as_news(archive: Archive, asked: Asked, one: Telling) -> Reply | None:
    """That it is told as news of the report's own day, of what is said, or has just been done."""
    place = archive, one.article, one.sentence.start, one.sentence.end
    if not (is_told_as_news if asks_telling(asked.text) else is_news)(*place):
        return None
    teller = Teller(archive)
    quote = teller.quote(one.article, one.sentence)
    news = tell_news(one.article, quote.citations[0], weekday=asks_weekday(asked.text))
    return make_reply(teller, Outcome.ANSWERED, (), first=[news, quote]) if news else None


def _told_vaguely(archive: Archive, matter: Matter, one: Telling) -> Reply | None:
    """The sentence, where the clause that tells what is asked has words for a time from which no
    date follows: "has rained more in recent weeks".
    """
    text, start = one.sentence.text, one.sentence.start
    deeds = {form for term in matter.terms if not term.name for form in term.forms}
    for time in archive.times(one.article.id):
        if not (start <= time.start < one.sentence.end and is_vague(time)):
            continue
        if is_denied(text, start, time) and not NEGATIVE.search(matter.text):
            continue
        teller, verb = Teller(archive), verb_of(text, start, time)
        clause = verb.text if verb is not None else text[: time.start - start].rpartition(",")[2]
        quote = _quote(teller, one) if deeds & set(stems(clause)) else None
        if quote:
            return make_reply(teller, Outcome.ANSWERED, (), lead=ONLY_VAGUE, first=[quote])
    return None


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


def leaves_time_open(archive: Archive, asked: Asked, read: Question, best: Candidate) -> bool:
    """Whether a question for a day would be answered by a sentence that has no word of time, or
    nearly none of what is asked, what stands near counting less, or by another thing's deadline.
    Of a meeting other checks tell (qa/passages/of_meeting.py).
    """
    sentence = best.sentence.text
    if is_of_another(archive, asked, read, sentence):
        return True
    of_meeting = bool(asked.about.forms)
    if asked.kind is not Kind.WHEN or asked.also or of_meeting or not asks_a_day(asked.text):
        return False
    matter = read_matter(archive, asked)
    plain = [term for term in matter.terms if not term.name and term.word.lower() not in LIGHT]
    own, near = coverage(plain, frozenset(stems(sentence))), coverage(plain, best.around)
    return not TIME_CUES.search(sentence) or own + NEAR_BY * (near - own) * (own > 0) < LITTLE
