"""Whether something came about that reports only plan, offer or demand: said to be open.

"Did the talks lead to a rescue council?" is not answered by "the ministries will form a rescue
council". Of a sentence that holds what is asked the clause counts: what stands there behind a
modal, an infinitive or a noun of planning is not told as done.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from index.archive import Archive
from index.date_records import TimeExpression
from index.records import Outcome, Question, When
from qa.passages.left_open import Standing, is_open, standings
from qa.passages.matched import Matched, match_sentences, tell_matched
from qa.passages.naming import names_all, surnames_of
from qa.passages.outcome_cues import (
    BEGINNING,
    CAME_ABOUT,
    FINISHED,
    GOES_ON,
    LEADING_WORDS,
    LEADS_TO,
)
from qa.passages.rank import Candidate
from qa.passages.terms import Term, weigh_terms
from qa.question.asked import Asked, Kind
from qa.question.deed import APART
from qa.telling.reply import Reply, make_reply
from qa.telling.teller import Teller

STILL_OPEN = (
    "The archive does not say that it came about; it has only what was planned, offered or "
    "asked for."
)
STILL_GOING = "As it is told, it was still going on:"
LEAST = 0.6  # of the weight of what is asked, that a sentence must hold
LEAST_DATED = 0.45  # the same, of one whose own day is the one asked about
LEAST_NAMED = 2  # words: of one alone too many sentences tell
NEARLY = 0.8  # of the best share, from which on another sentence tells the same
SOON = timedelta(days=7)  # after a day, while reports still tell of it
AHEAD = timedelta(days=200)  # before a period in which its plans are told
MOST_TOLD = 2
BACK = 3  # sentences
LEAST_LATER = 0.3  # of the weight, that a sentence must hold which may tell it in another word


def answer_outcome(
    archive: Archive, asked: Asked, read: Question, ranked: Sequence[Candidate]
) -> Reply | None:
    """That an outcome is only planned, with the sentences that plan it; None where some sentence
    tells that it came about, or none tells of it at all.
    """
    if not CAME_ABOUT.match(asked.text) or asked.planned or asked.kind not in (
        Kind.CONTENT, Kind.WHETHER, Kind.STATUS,
    ):  # fmt: skip
        return None
    terms = [] if asked.speakers else outcome_terms(archive, asked, read)
    if not any(not term.name for term in terms):
        return None
    aside = _beside(asked.text)
    people = [surnames_of(archive, p) for p in asked.about.parties
              if p.kind == "person" and p.words not in aside]  # fmt: skip
    found = [
        one
        for one in match_sentences(archive, ranked, terms, LEAST_DATED)
        if is_of_time(archive, read.period, one) and names_all(people, near_text(archive, one))
    ]
    dated = [one for one in found if _tells_the_time(archive, read.period, one)]
    found = dated or [one for one in found if one.share >= LEAST]
    found = [one for one in found if one.share >= NEARLY * found[0].share]
    leads = LEADS_TO.search(asked.text) is not None
    if not found or not all(_is_ahead(archive, one, read.period, leads=leads) for one in found):
        return None
    if told_later(archive, ranked, terms, found, read.period):
        return None
    teller = Teller(archive)
    told = [tell_matched(archive, teller, one) for one in found[:MOST_TOLD]]
    said = [one for one in told if one]
    if not said:
        return None
    going = FINISHED.search(asked.text) and all(GOES_ON.search(one.text) for one in said)
    outcome, lead = (Outcome.ANSWERED, STILL_GOING) if going else (Outcome.ONLY_PLANNED, STILL_OPEN)
    return make_reply(teller, outcome, (), lead=lead, first=said)


def told_later(
    archive: Archive, ranked: Sequence[Candidate], terms: Sequence[Term],
    plans: Sequence[Matched], period: When | None,
) -> Matched | None:  # fmt: skip
    """What an article written after the plans tells as done of the period asked about, with all but
    one word of what is asked: "the pier has been mended" of one that was to be repaired. None where
    none tells it.
    """
    planned = max((one.written for one in plans), default=date.max)
    held = match_sentences(archive, ranked, terms, LEAST_LATER)
    told = (
        one
        for one in held
        if one.written > planned
        and is_of_time(archive, period, one)
        and len(one.hits) >= max(len(terms) - 1, 1)
        and Standing.DONE in standings(one.sentence.text, one.hits)
    )
    return next(told, None)


def near_text(archive: Archive, one: Matched) -> str:
    """A sentence with its title and those just before it, in which whom it tells of is named."""
    before = [s.text for s in archive.sentences(one.article) if s.end <= one.sentence.start]
    return " ".join((one.article.title or "", *before[-BACK:], one.sentence.text))


def outcome_terms(archive: Archive, asked: Asked, read: Question) -> list[Term]:
    """The words of what may have come about, without those that only ask for it, and without the
    names where enough else is said. What no article says may be told in another word.
    """
    leads = LEADS_TO.search(asked.text)
    behind = asked.text[leads.end() :].casefold() if leads else ""
    words = [w for w in read.words if w.casefold() in behind] if behind.strip() else read.words
    aside = _beside(asked.text)
    told = [_in_other_words(t) for t in weigh_terms(words, read.names, archive.catalog)
            if t.word.lower() not in LEADING_WORDS and t.word not in aside]  # fmt: skip
    matter = [term for term in told if not term.name]
    known = [term for term in matter if term.known]
    if len(matter) < LEAST_NAMED:
        return []
    return known if len(known) >= LEAST_NAMED else [term for term in told if term.known]


def _beside(text: str) -> str:
    """The meeting that a question names only to say when: "after Berg's visit"."""
    return " ".join(match[0] for match in APART.finditer(text))


def _in_other_words(term: Term) -> Term:
    """A term with the other words for a beginning, where it is one."""
    if not term.forms & BEGINNING:
        return term
    return term.model_copy(update={"forms": term.forms | BEGINNING})


def _tells_the_time(archive: Archive, period: When | None, one: Matched) -> bool:
    """Whether a sentence has a time in the day or month that is asked about."""
    exact = period is not None and period.precision in ("day", "month")
    return exact and any(falls_in(time, period) for time in times_in(archive, one) if period)


def is_of_time(archive: Archive, period: When | None, one: Matched) -> bool:
    """Whether a sentence is of the period of a question, or of the time in which that was ahead."""
    if period is None or period.earliest is None or period.latest is None:
        return True
    written = one.article.dated
    if written and written.earliest and written.latest:
        early = period.earliest - AHEAD <= written.latest
        if early and written.earliest <= period.latest and not _elsewhen(archive, period, one):
            return True
    return any(falls_in(time, period) for time in times_in(archive, one))


def is_told_soon(archive: Archive, period: When | None, one: Matched) -> bool:
    """Whether a sentence is of a period, or was written soon after it and has no time but of what
    then lay ahead: "They agreed that the port would open in July".
    """
    written = one.article.dated
    if period is None or period.latest is None or is_of_time(archive, period, one):
        return True
    if not (written and written.earliest and written.latest and period.earliest):
        return False
    soon = period.earliest <= written.latest and written.earliest <= period.latest + SOON
    times = [time.earliest for time in times_in(archive, one)]
    return soon and all(day is not None and day > written.latest for day in times)


def _elsewhen(archive: Archive, period: When, one: Matched) -> bool:
    """Whether a sentence has days, and none of them in a period."""
    times = [time for time in times_in(archive, one) if time.earliest and time.latest]
    return bool(times) and not any(falls_in(time, period) for time in times)


def times_in(archive: Archive, one: Matched) -> list[TimeExpression]:
    """The time expressions of a sentence."""
    start, end = one.sentence.start, one.sentence.end
    return [t for t in archive.times(one.article.id) if start <= t.start and t.end <= end]


def falls_in(time: TimeExpression, period: When) -> bool:
    """Whether a time and a period have a day in common."""
    if not (time.earliest and time.latest and period.earliest and period.latest):
        return False
    return time.earliest <= period.latest and period.earliest <= time.latest


def _is_ahead(archive: Archive, one: Matched, period: When | None, *, leads: bool) -> bool:
    """Whether a sentence tells what is asked as still to come. Of what something led to each word
    must be left open: a board that "will sit" is there.
    """
    if is_open(one.sentence.text, one.hits, all_of=leads):
        return True
    done = Standing.DONE in standings(one.sentence.text, one.hits)
    return not done and _lies_ahead(archive, one, period)


def _lies_ahead(archive: Archive, one: Matched, period: When | None) -> bool:
    """Whether the days of a sentence come after that of its article: "it starts on 14 November";
    where some are of the period asked about, these.
    """
    written = one.article.dated.latest if one.article.dated else None
    times = [time for time in times_in(archive, one) if time.earliest]
    asked = [time for time in times if period and falls_in(time, period)]
    days = [time.earliest for time in asked or times if time.earliest]
    return bool(written and days) and all(written < day for day in days if written)
