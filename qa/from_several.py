"""Answers that set meetings beside each other: which came first, how long between, most often."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date

from index.archive import Archive
from index.meeting_records import Meeting
from index.records import SUPPORTING, Outcome, Statement
from qa.asked import About, Asked
from qa.finding import Fit, find_meetings_for, participant_of
from qa.phrases import tell_interval, tell_share
from qa.reply import AHEAD, HELD, MOST_TOLD, Reply, make_reply, tell_each
from qa.teller import Teller

ANNOUNCING = ("announce", "confirm", "say", "said", "report")  # what a day of telling is asked by


class Dated(Statement):
    """A day with the statement that bears it out."""

    day: date


def answer_order(archive: Archive, asked: Asked) -> Reply | None:
    """Which of two meetings came first: both, in order of date."""
    teller = Teller(archive)
    found = [_one(archive, asked, about) for about in (asked.about, asked.other) if about]
    meetings = [m for m in found if m is not None and m.when and m.when.earliest]
    if len(meetings) < 2:
        return None
    meetings.sort(key=lambda m: (m.when.earliest if m.when else None) or date.max)
    told = tell_each(teller, meetings)
    return make_reply(teller, Outcome.ANSWERED, told, lead="In order of date:") if told else None


def answer_compare(archive: Archive, asked: Asked) -> Reply | None:
    """What two meetings were about, the one after the other."""
    teller = Teller(archive)
    said: list[Statement] = []
    meetings = []
    for about in (asked.about, asked.other):
        meeting = _one(archive, asked, about) if about else None
        claim = teller.tell(meeting) if meeting else None
        if meeting is None or claim is None:
            return None
        said += [claim, *teller.topics(meeting)]
        meetings.append(meeting)
    return make_reply(teller, Outcome.ANSWERED, (), first=said, meetings=meetings)


def answer_interval(archive: Archive, asked: Asked) -> Reply | None:
    """How many days lie between two meetings, or between the announcement of one and itself."""
    teller = Teller(archive)
    first = _one(archive, asked, asked.about)
    second = _one(archive, asked, asked.other) if asked.other else first
    ends = [_day_of(teller, m) for m in (first, second) if m]
    if first is not None and (second is None or second.id == first.id):
        ends = [_announced(teller, first), _day_of(teller, first)]
    days = sorted((one for one in ends if one), key=lambda one: one.day)
    if len(days) < 2 or days[0].day == days[1].day:
        return None
    numbers = tuple(dict.fromkeys(n for one in days for n in one.citations))
    between = Statement(text=tell_interval(days[0].day, days[1].day), citations=numbers)
    said = [Statement(text=d.text, citations=d.citations, derivation=d.derivation) for d in days]
    meetings = [m for m in (first, second) if m]
    return make_reply(teller, Outcome.ANSWERED, (), first=[between, *said], meetings=meetings)


def answer_most(archive: Archive, asked: Asked) -> Reply | None:
    """Whom somebody met most often, with all the meetings that were counted."""
    teller, found = Teller(archive), find_meetings_for(archive, asked)
    held = [fit.meeting for fit in found.exact if fit.meeting.status in HELD]
    told = tell_each(teller, held)
    asked_for = {p.name for m in held for x in asked.about.parties if (p := participant_of(m, x))}
    counted = Counter(
        p.name for one in told for p in one.meeting.participants if p.name not in asked_for
    )
    if not counted:
        return None
    most = max(counted.values())
    numbers = tuple(dict.fromkeys(n for one in told for n in one.statement.citations))
    shares = [
        Statement(text=tell_share(name, most, len(told)), citations=numbers)
        for name, count in counted.items()
        if count == most
    ][:MOST_TOLD]
    return make_reply(teller, Outcome.ANSWERED, told, first=shares)


def _one(archive: Archive, asked: Asked, about: About | None) -> Meeting | None:
    """The one meeting that is meant: the held before the planned, then the one on the words."""
    if about is None:
        return None
    fits = find_meetings_for(archive, asked.model_copy(update={"about": about})).exact
    ranked = sorted(fits, key=_rank)
    return ranked[0].meeting if ranked else None


def _rank(fit: Fit) -> tuple[bool, int, int]:
    meeting = fit.meeting
    return (meeting.status not in HELD, -fit.words, -meeting.reports)


def _day_of(teller: Teller, meeting: Meeting) -> Dated | None:
    said = teller.tell(meeting)
    when = meeting.when
    if said is None or when is None or when.earliest is None or when.earliest != when.latest:
        return None
    return Dated(day=when.earliest, **said.model_dump())


def _announced(teller: Teller, meeting: Meeting) -> Dated | None:
    """The first day on which a report says that it was announced."""
    days = sorted(_tellings(teller, meeting), key=lambda one: one.day)
    return days[0] if days else None


def _tellings(teller: Teller, meeting: Meeting) -> Iterator[Dated]:
    own = meeting.when.earliest if meeting.when else None
    for report in teller.reports(meeting):
        sentence = report.own
        if report.mention.status not in AHEAD or sentence is None:
            continue
        if sentence.zone not in SUPPORTING:
            continue
        for time in teller.archive.times(report.article.id):
            inside = sentence.start <= time.start and time.end <= sentence.end
            day = time.earliest if time.earliest == time.latest else None
            if inside and day and (own is None or day < own):
                quote = teller.quote(report.article, sentence)
                yield Dated(day=day, **quote.model_dump())
