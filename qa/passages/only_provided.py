"""What was only provided for, expected or rumoured of the day that a question asks about.

"Was the hull raised by 30 September?" and "Did Berg and Stone meet on 9 May?", of which no report
tells anything, have "it will be raised by September 30" and "It is said that Berg flies to Riga on
May 9": told as planned, where the sentence names the same and its day is the one asked about.
"""

from __future__ import annotations

import re
from calendar import month_name
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from index.archive import Archive
from index.cues import MONTH
from index.date_records import TimeExpression
from index.mention_reports import TRIGGER_WORDS
from index.records import Outcome, Question, When
from index.words import stems
from qa.meetings.finding import is_meeting_question
from qa.passages.alike import with_alike
from qa.passages.left_open import Standing, standings
from qa.passages.matched import Matched, find_hits
from qa.passages.other_outlet import ATTRIBUTABLE
from qa.passages.outcome import STILL_OPEN, falls_in, near_text, times_in
from qa.passages.outcome_cues import CAME_ABOUT, LEADING_WORDS, OTHER_DEEDS
from qa.passages.retrieve import rank_articles, retrieve
from qa.passages.terms import Term, weigh_terms
from qa.question.asked import Asked
from qa.telling.reply import Reply, make_reply
from qa.telling.teller import Teller

LOOKED_AT = 12  # articles
LEAST = 0.6  # of the weight of the names, and of the rest, that a plan and what is before it holds
YEAR = timedelta(days=330)  # before a day whose year nobody tells, in which its plan is told
DECLINED = frozenset({Outcome.NOT_IN_ARCHIVE, Outcome.PREMISE_CORRECTED})
PROVIDES = re.compile(  # "will be raised", "provides for a patrol from July 1"
    r"\b(?:will|shall|should|may|might|(?:is|are) (?:\w+ )?to|due|expected|planned|scheduled|"
    r"provides? for|is said|are said|rumou?r\w*|reportedly|spoken of|hopes? to|promise[sd]?|"
    r"agreed (?:to|on)|flies|travels|sails|leaves|starts|begins|opens|ha(?:s|ve) until)\b",
    re.IGNORECASE,
)
GOES = re.compile(  # what tells of a meeting to come as well as a word for one
    r"\b(?:flies|fly|travels?|trip|date|visits?|go(?:es)? to|comes? to)\b", re.IGNORECASE
)
HIS_LIKE = re.compile(r"\b(?:colleague|counterpart|opposite number|host|guests?)\b", re.IGNORECASE)


def with_only_provided(archive: Archive, asked: Asked, read: Question, reply: Reply) -> Reply:
    """The reply; where it declines, and only a plan of just that day is told, the plan instead."""
    period = read.period or asked.about.period
    if reply.outcome not in DECLINED or asked.planned or not CAME_ABOUT.match(asked.text):
        return reply
    if asked.outlet or asked.article or asked.speakers or not read.names:
        return reply
    if period is None or period.precision not in ("day", "month"):
        return reply
    terms = _terms(archive, read)
    ids = rank_articles(retrieve(archive, read).ranked())[:LOOKED_AT]
    every = [one for id in ids for one in _sentences(archive, id)]
    plans = [one for one in every if _provides(archive, asked, one, terms, period)]
    after = (one for one in every if one not in plans and _is_after(one, period))
    if not plans or any(_tells_done(archive, one, terms) for one in after):
        return reply
    teller = Teller(archive)
    said = (teller.quote(one.article, one.sentence) for one in plans)
    first = next((one for one in said if one), None)
    if first is None:
        return reply
    return make_reply(teller, Outcome.ONLY_PLANNED, (), lead=STILL_OPEN, first=[first])


def _sentences(archive: Archive, id: str) -> Iterator[Matched]:
    article = archive.article(id)
    for sentence in archive.sentences(article):
        if sentence.zone in ATTRIBUTABLE:
            yield Matched(article=article, sentence=sentence, hits=(), share=0.0)


def _terms(archive: Archive, read: Question) -> list[Term]:
    weighed = weigh_terms(read.words, read.names, archive.catalog)
    told = [_in_other_words(term) for term in weighed]
    return [one for one in told if one.word.lower() not in LEADING_WORDS or one not in weighed]


def _in_other_words(term: Term) -> Term:
    more = [deed for deed in OTHER_DEEDS if term.forms & deed]
    if not more:
        return term
    return term.model_copy(update={"forms": term.forms.union(*more), "known": True})


def _provides(
    archive: Archive, asked: Asked, one: Matched, terms: Sequence[Term], period: When
) -> bool:
    """Whether a sentence looks ahead to the time asked about, and to the same."""
    text = one.sentence.text
    if not PROVIDES.search(text) or not _is_before(one, period):
        return False
    if not any(_may_fall(time, period, one) for time in times_in(archive, one)):
        return False
    return _is_of(archive, asked, one, terms) and Standing.DONE not in standings(
        text, find_hits(terms, text)
    )


def _is_of(archive: Archive, asked: Asked, one: Matched, terms: Sequence[Term]) -> bool:
    """Whether a sentence, with those before it, names what a question names and speaks of it."""
    text, near = one.sentence.text, near_text(archive, one)
    held = frozenset(stems(near))
    names = [term for term in terms if term.name and term.known]
    if not names or _share(names, held) < (LEAST if HIS_LIKE.search(text) else 1.0):
        return False
    if is_meeting_question(asked) and asked.about.parties:
        return bool(TRIGGER_WORDS.search(text) or GOES.search(text))
    matter = [term for term in terms if not term.name]
    own = frozenset(stems(text))
    alike = with_alike(archive, matter, [text])
    known = [term for term in alike if term.known]
    return bool(known) and _share(known, held) >= LEAST and _share(known, own) >= LEAST / 2


def _share(terms: Sequence[Term], held: frozenset[str]) -> float:
    told = sum(term.weight for term in terms if term.forms & held)
    return told / sum(term.weight for term in terms)


def _tells_done(archive: Archive, one: Matched, terms: Sequence[Term]) -> bool:
    """Whether a sentence tells as done what is asked, of all that is named."""
    text = one.sentence.text
    hits = find_hits(terms, text)
    if not any(not hit.term.name for hit in hits) or not any(hit.term.name for hit in hits):
        return False
    matter = [term for term in terms if term.known and not term.name]
    names = [term for term in terms if term.known and term.name]
    if not matter or _share(matter, frozenset(stems(text))) < LEAST:
        return False
    if names and _share(names, frozenset(stems(near_text(archive, one)))) < LEAST:
        return False
    return Standing.DONE in standings(text, hits)


def _is_after(one: Matched, period: When) -> bool:
    """Whether an article may have been written in a period or later."""
    written = one.article.dated
    if written is None or written.latest is None:
        return True
    return written.latest >= (period.earliest or date.min)


def _is_before(one: Matched, period: When) -> bool:
    """Whether an article may have been written before the end of a period."""
    written = one.article.dated
    if written is None or written.earliest is None:
        return True
    return written.earliest < (period.latest or date.max)


def _may_fall(time: TimeExpression, period: When, one: Matched) -> bool:
    """Whether a time falls in a period and comes after its article, or may where it has no year."""
    written = one.article.dated.earliest if one.article.dated else None
    if time.earliest:
        ahead = written is None or (time.latest or time.earliest) > written
        return ahead and falls_in(time, period)
    first = period.earliest or date.min
    month = re.search(MONTH, time.text, re.IGNORECASE)
    if month is None or month[0][:3].lower() != month_name[first.month][:3].lower():
        return False
    if written and not first - YEAR <= written <= first:
        return False
    day = period.only_day
    number = re.search(r"\b\d{1,2}\b", time.text)
    return day is None or number is None or int(number[0]) == day.day
