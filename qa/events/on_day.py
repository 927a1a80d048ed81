"""What happened on a day or in a month, of which a question says nothing else: the meetings of that
time, what sentences tell with its day, and what was news on it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from index.archive import Archive
from index.catalog import Filter
from index.date_records import TimeExpression
from index.records import SUPPORTING, Article, Outcome, Sentence, When, ZoneKind
from qa.meetings.chronology import Entry, list_meetings
from qa.meetings.fits import is_at
from qa.meetings.holdings import holdings_of
from qa.passages.retrieve import rank_articles
from qa.question.asked import Asked
from qa.question.when import may_be_in
from qa.telling.days_told import tell_when
from qa.telling.reply import Reply, make_reply
from qa.telling.teller import Teller

HAPPENED = re.compile(  # "What happened on 4 May 2019?", "And what else was planned for May?"
    r"^\W*(?:and |so |but )?(?:what(?: else| all| events?| news)?|anything(?: else)?|which events) "
    r"(?:(?:has |had |was |is |were |will |did |does |do )?"
    r"(?:happen(?:ed|s|ing)?|t(?:ake|akes|aken|aking|ook) place|occur(?:red|s)?|"
    r"(?:went|goes|going) on|planned|due|scheduled|expected|reported|"
    r"(?:supposed|set) to (?:happen|take place)))\b",
    re.IGNORECASE,
)
A_MONTH = re.compile(r"[\dX]{4}-\d\d")
NOTHING = "The archive does not say what happened {when}."
SEARCHED = 24  # chunks
MOST_TOLD = 5  # sentences besides the meetings
LONGEST = 31  # days of a period of which it can be told


def answer_on_day(archive: Archive, asked: Asked) -> Reply | None:
    """All that is told of a day or a month, in order; that nothing is; None where a question asks
    for more than what happened then.
    """
    about, asks = asked.about, HAPPENED.match(asked.text)
    if asks is None or about.period is None or asked.follows:
        return None
    words = {word.lower() for word in about.words} - {*asks[0].lower().split(), "archive"}
    if words or about.parties or about.forms or about.before or about.after:
        return None
    if not _is_short(about.period):
        return None
    teller = Teller(archive)
    met = [
        one for one in list_meetings(archive, teller, asked, ()) if _is_there(archive, asked, one)
    ]
    cited = {(one.article.id, one.start) for one in teller.citer.citations}
    told = [one for one in _tidings(archive, asked, about.period)
            if (one.article_id, one.start) not in cited]  # fmt: skip
    said = [entry.said for entry in met]
    said += [teller.quote(archive.article(one.article_id), one) for one in told[:MOST_TOLD]]
    if not said and about.place:
        return None
    if not said:
        lead = NOTHING.format(when=tell_when(about.period))
        return Reply(outcome=Outcome.NOT_IN_ARCHIVE, lead=lead)
    meetings = [entry.meeting for entry in met if entry.meeting]
    return make_reply(teller, Outcome.ANSWERED, (), first=said, meetings=meetings)


def _is_there(archive: Archive, asked: Asked, entry: Entry) -> bool:
    """Whether a meeting was where a question asks what happened."""
    place, meeting = asked.about.place, entry.meeting
    is_town = holdings_of(archive).is_town
    return not place or (meeting is not None and bool(is_at(meeting, place, is_town)))


def _is_short(period: When) -> bool:
    """Whether a period is a day or a month, be it of no year."""
    if period.earliest and period.latest:
        return (period.latest - period.earliest).days < LONGEST
    return period.edtf.startswith("XXXX")


def _tidings(archive: Archive, asked: Asked, period: When) -> Iterator[Sentence]:
    """The sentences that tell a day of a period, then those that were its news."""
    hits = archive.search(asked.text, SEARCHED, Filter(as_of=asked.as_of))
    around = Filter(since=period.earliest, until=period.latest, as_of=asked.as_of)
    hits += archive.search(asked.text, SEARCHED, around) if period.earliest else []
    there = asked.about.place or ""
    found = (archive.article(id) for id in rank_articles(hits))
    articles = [one for one in found if there in one.text]
    told: set[str] = set()
    for find in (_dated, _news):
        for article in articles:
            for one in find(archive, article, period):
                at_home = there in (article.located or "")
                if one.text not in told and (at_home or there in one.text):
                    told.add(one.text)
                    yield one


def _dated(archive: Archive, article: Article, period: When) -> Iterator[Sentence]:
    times = [time for time in archive.times(article.id) if _is_of(time, period)]
    for one in archive.sentences(article) if times else ():
        inside = any(one.start <= time.start and time.end <= one.end for time in times)
        if inside and one.zone in SUPPORTING and one.zone is not ZoneKind.HEADLINE:
            yield one


def _is_of(time: TimeExpression, period: When) -> bool:
    """Whether a time is a day, or the month, of a period and no longer."""
    if not (time.earliest and time.latest) or (time.latest - time.earliest).days >= LONGEST:
        return False
    when = period.model_copy(
        update={"earliest": time.earliest, "latest": time.latest, "edtf": time.earliest.isoformat()}
    )
    return may_be_in(when, period) and bool(A_MONTH.fullmatch(period.edtf) or when.only_day)


def _news(archive: Archive, article: Article, period: When) -> Iterator[Sentence]:
    """The first sentence of an article that was written in a period."""
    day = article.dated.only_day if article.dated else None
    if day and period.earliest and period.latest and period.earliest <= day <= period.latest:
        body = (one for one in archive.sentences(article) if one.zone is ZoneKind.BODY)
        yield from (one for one in (next(body, None),) if one)
