"""The day that the last answer told, and what it is set beside: "How many days before the announced
meeting was that?", "How long after that did she land?", "Did the vote come before or after that?".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import combinations

from index.archive import Archive
from index.catalog import Filter
from index.meeting_records import AHEAD, Meeting
from index.records import SUPPORTING, Article, Record, Sentence
from index.words import content_words, stems
from qa.events.day import find_day_of, find_event
from qa.events.day_told import Dated, find_day
from qa.events.planned_day import unless_planned
from qa.meetings.finding import find_meetings_for
from qa.meetings.sides import day_of
from qa.meetings.variants import without_variants
from qa.passages.retrieve import rank_articles
from qa.question.asked import About, Asked, Kind, Party
from qa.telling.teller import Teller

PAIR = 2
SEARCHED = 20  # chunks
LEAST_WORDS = 2  # of the question's, in a sentence that tells the day
OF_A_PLAN = re.compile(r"\b(?:announced|planned|scheduled|expected|intended|coming)\b", re.I)
# "that was before the meeting", "how many days later was the meeting": it comes after that day
LATER = re.compile(
    r"\b(?:that|it|this|was|is|were|lie|lies|lay)\b(?: \w+){0,2} before (?!that|it|this)|\blater\b|"
    r"\bafter (?:that|it|this)\b|\bafterwards?\b|\bfrom then\b|\buntil\b",
    re.IGNORECASE,
)
EARLIER = re.compile(
    r"\b(?:that|it|this|was|is|were|lie|lies|lay)\b(?: \w+){0,2} after (?!that|it|this)|"
    r"\bearlier\b|\bbefore (?:that|it|this)\b|\bbeforehand\b|\bsince\b",
    re.IGNORECASE,
)
ASKS = re.compile(  # what asks for the days and is not of the event: "How long after that was …?"
    r"^(?:and )?how (?:many \w+|long|much time|much) (?:(?:before|after) (?:that|this|it)|later|"
    r"earlier|afterwards?|beforehand)\b|\b(?:come|came|happen|happened|made|take place|"
    r"took place)? ?(?:before or after|earlier or later than|later or earlier than) (?:that|this|"
    r"it)\b",
    re.IGNORECASE,
)


class Ends(Record):
    """Both ends of an interval; the meeting that the second is, None where a passage tells it."""

    first: Dated
    second: Dated
    meeting: Meeting | None


def is_from_answer(asked: Asked) -> bool:
    """Whether one end of an interval is nothing but the day of the last answer."""
    other = asked.other
    only = other is not None and not (other.parties or other.forms or other.place or other.words)
    return asked.follows and only and other is not None and other.period is not None


def find_ends(archive: Archive, teller: Teller, asked: Asked) -> Ends | None:
    """The sentence that tells the day of the last answer, and the nearest meeting asked about on
    the side of it that is asked about; None where one of them is not told.
    """
    day = asked.other.period.earliest if asked.other and asked.other.period else None
    first = _find_said(teller, asked, day) if day else None
    if first is None:
        return None
    for meeting in _meetings(archive, asked, first.day):
        said = teller.tell(meeting, nameless=True)
        when = meeting.when
        if said and when and when.earliest:
            second = Dated(day=when.earliest, last=when.earliest, **said.model_dump())
            return Ends(first=first, second=second, meeting=meeting)
    about = asked.about
    told = (
        find_event(teller, asked, about, ASKS.sub("", _last(asked)))
        or find_day_of(teller, asked, about)
        or unless_planned(teller, asked, find_day(teller, asked, about))
    )
    other_way = told and asked.kind is Kind.INTERVAL and _is_other_way(asked, first.day, told.day)
    return Ends(first=first, second=told, meeting=None) if told and not other_way else None


def _is_other_way(asked: Asked, day: date, told: date) -> bool:
    """Whether a day lies on the other side of the one before than it is asked to."""
    last = _last(asked)
    later, earlier = LATER.search(last) is not None, EARLIER.search(last) is not None
    return later != earlier and (told <= day if later else told >= day)


def _find_said(teller: Teller, asked: Asked, day: date) -> Dated | None:
    """The sentence that tells a day and holds the most of the words of the questions, else the one
    meeting of that day.
    """
    words = set(stems(" ".join(content_words(asked.text))))
    best, most = None, LEAST_WORDS - 1
    for article, sentence in _sentences_of(teller.archive, asked, day):
        held = len(words & set(stems(sentence.text)))
        if held > most:
            best, most = (article, sentence), held
    if best is not None:
        return Dated(day=day, last=day, **teller.quote(*best).model_dump())
    there = teller.archive.meetings(since=day, until=day, as_of=asked.as_of)
    told = [said for one in there if day_of(one) == day and (said := teller.tell(one))]
    return Dated(day=day, last=day, **told[0].model_dump()) if len(told) == 1 else None


def _sentences_of(archive: Archive, asked: Asked, day: date) -> Iterator[tuple[Article, Sentence]]:
    """The sentences that tell a day, in the articles that are about what is asked."""
    hits = archive.search(asked.text, SEARCHED, Filter(as_of=asked.as_of))
    for id in rank_articles(hits):
        article = archive.article(id)
        times = [t for t in archive.times(id) if t.earliest == t.latest == day]
        for sentence in archive.sentences(article) if times else ():
            inside = any(sentence.start <= t.start and t.end <= sentence.end for t in times)
            if inside and sentence.zone in SUPPORTING:
                yield article, sentence


def _meetings(archive: Archive, asked: Asked, day: date) -> list[Meeting]:
    """The meetings of those asked about on the right side of a day, the nearest first.

    Where no meeting is of all who were named before, that of two of them is meant.
    """
    last = _last(asked)
    later, earlier = LATER.search(last) is not None, EARLIER.search(last) is not None
    if not asked.about.forms:
        return []
    for parties in _companies(asked.about.parties):
        found = [
            m
            for m in _of(archive, asked, asked.about, parties)
            if (d := day_of(m)) and d != day
            and (not later or earlier or d > day) and (not earlier or later or d < day)
            and (not OF_A_PLAN.search(last) or any(t.status in AHEAD for t in m.status_history))
        ]  # fmt: skip
        if found:
            return sorted(found, key=lambda m: abs((day_of(m) or day) - day))
    return []


def _last(asked: Asked) -> str:
    """The question itself, without those before it."""
    return asked.text.rstrip().rsplit("? ", 1)[-1]


def _companies(parties: Sequence[Party]) -> Iterator[tuple[Party, ...]]:
    yield tuple(parties)
    if len(parties) > PAIR:
        yield from combinations(parties, PAIR)


def _of(archive: Archive, asked: Asked, about: About, parties: Sequence[Party]) -> list[Meeting]:
    plain = {"parties": tuple(parties), "status": None, "order": None, "words": (),
             "period": None, "before": None, "after": None}  # fmt: skip
    listed = {"about": about.model_copy(update=plain), "kind": Kind.LIST, "planned": False,
              "other": None}  # fmt: skip
    fits = find_meetings_for(archive, asked.model_copy(update=listed)).exact
    return [fit.meeting for fit in without_variants(fits)] if parties or about.place else []
