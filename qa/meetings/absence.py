"""Whether somebody was there: reports that he was away, alone or against those that he came."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from datetime import timedelta

from index.archive import Archive
from index.catalog import Filter
from index.gazetteer import country_of
from index.meeting_lookup import answers_to
from index.meeting_records import TOOK_PLACE, Meeting
from index.records import SUPPORTING, Article, Outcome, Sentence
from index.words import fold, stems
from qa.meetings.absence_cues import ABSENT, LOOKED_FOR
from qa.meetings.finding import Findings
from qa.meetings.holdings import holdings_of
from qa.passages.retrieve import rank_articles
from qa.question.asked import About, Asked, Kind, Party
from qa.telling.reply import MOST_TOLD, Reply, make_reply, tell_each
from qa.telling.teller import Teller

SEARCHED = 20  # chunks
MOST_AWAY = 3  # sentences quoted
LATE = timedelta(days=60)  # after which nobody writes any more who had been missing
DIFFER = "Reports differ on whether {name} was there."


def answer_absent(archive: Archive, asked: Asked, found: Findings) -> Reply | None:
    """That somebody was not there, as reports say; None where none does.

    Where others say that he was, both sides are told.
    """
    if asked.kind is not Kind.WHETHER or asked.planned or len(asked.about.parties) != 1:
        return None
    if asked.about.place is None and asked.about.period is None:
        return None
    teller, party = Teller(archive), asked.about.parties[0]
    away = list(_reports_of(archive, asked, party.called)) if party.kind == "person" else []
    if not away:
        return None
    quotes = [teller.side(article, sentence) for article, sentence in away[:MOST_AWAY]]
    said_away = {article.id for article, _ in away}
    there = [
        fit.meeting
        for fit in found.exact
        if fit.meeting.status in TOOK_PLACE
        and _is_told_there(teller, fit.meeting, party, said_away)
    ]
    told = tell_each(teller, there[:MOST_TOLD])
    if not told:
        return make_reply(teller, Outcome.ANSWERED, (), first=quotes)
    sides = [quote for one in told for quote in teller.sides(one.meeting, "who")]
    lead = DIFFER.format(name=party.called)
    return make_reply(teller, Outcome.CONFLICTING, told, lead=lead, more=[*sides, *quotes])


def _is_told_there(teller: Teller, meeting: Meeting, party: Party, away: Container[str]) -> bool:
    """Whether a report of an article that does not say so names somebody as taking part."""
    return any(
        report.article.id not in away
        and any(answers_to(one, party.called) for one in report.mention.participants)
        for report in teller.reports(meeting)
    )


def _reports_of(archive: Archive, asked: Asked, name: str) -> Iterator[tuple[Article, Sentence]]:
    """The sentences that say that somebody was not there, of the question's place and time."""
    limits = Filter(as_of=asked.as_of)
    hits = archive.search(LOOKED_FOR.format(name=name), SEARCHED, limits)
    for id in rank_articles(hits):
        article = archive.article(id)
        if not _is_of(article, asked.about):
            continue
        for sentence in archive.sentences(article):
            if sentence.zone in SUPPORTING and _is_away(archive, sentence.text, name):
                yield article, sentence


def _is_of(article: Article, about: About) -> bool:
    """Whether an article tells of the place and may tell of the time."""
    place = set(stems(about.place or ""))
    if not place <= set(stems(article.text)):
        return False
    first = about.period.earliest if about.period else None
    written = article.dated
    if first is None or written is None or written.earliest is None or written.latest is None:
        return True
    last = (about.period and about.period.latest) or first
    return written.latest >= first and written.earliest <= last + LATE


def _is_away(archive: Archive, text: str, name: str) -> bool:
    """Whether a sentence says so of somebody: the last one named before the words for it."""
    surname = fold(name.split()[-1]).casefold()
    match = ABSENT.search(text)
    if match is None:
        return False
    known, start = holdings_of(archive).known, text[: match.start()]
    before = [word.strip(",.;:’'\"“”()") for word in start.split()]
    named = [word for word in before if word[:1].isupper() and known.find_person([word])]
    if not named:
        return _is_office_of(archive, before, name)
    return fold(named[-1]).casefold().removesuffix("'s") == surname


def _is_office_of(archive: Archive, words: Sequence[str], name: str) -> bool:
    """Whether words tell of somebody by office: "The Latvian foreign minister did not come."."""
    lower = {word.lower() for word in words}
    countries = {country_of(word) for word in words}
    offices = holdings_of(archive).offices_of(name)
    return any(country in countries and set(office.split()) <= lower for office, country in offices)
