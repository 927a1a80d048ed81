"""The days of a meeting that its reports tell: of itself, and of its announcement."""

from __future__ import annotations

from collections.abc import Iterator

from index.meeting_records import AHEAD, TOOK_PLACE, Meeting, Status
from index.records import SUPPORTING
from qa.events.day_told import Dated
from qa.telling.derive import mentions_at
from qa.telling.support import written_on
from qa.telling.teller import Teller


def days_of_meeting(teller: Teller, meeting: Meeting) -> Dated | None:
    """The first and last day that a meeting may have been on, in its one sentence."""
    said, when = teller.tell(meeting, nameless=True), meeting.when
    if said is None or when is None or when.earliest is None or when.latest is None:
        return None
    return Dated(day=when.earliest, last=when.latest, **said.model_dump())


def day_of_meeting(teller: Teller, meeting: Meeting) -> Dated | None:
    """The one day of a meeting; None where it is not told to the day."""
    told = days_of_meeting(teller, meeting)
    return told if told and told.day == told.last else None


def announced_on(teller: Teller, meeting: Meeting) -> Dated | None:
    """The first day on which a report says that it was announced."""
    days = sorted(announcements(teller, meeting), key=lambda one: one.day)
    return days[0] if days else None


def announcements(teller: Teller, meeting: Meeting) -> Iterator[Dated]:
    """The days before it that the reports which announce it tell, each with its sentence."""
    own = meeting.when.earliest if meeting.when else None
    for report in teller.reports(meeting):
        sentence = report.own
        if report.mention.status not in AHEAD or sentence is None:
            continue
        if sentence.zone not in SUPPORTING:
            continue
        told = mentions_at(teller.archive, report.article.id, sentence.start, sentence.end)
        held = {m.when.earliest for m in told if m.when and m.status in TOOK_PLACE}  # another's day
        for time in teller.archive.times(report.article.id):
            inside = sentence.start <= time.start and time.end <= sentence.end
            day = time.earliest if time.earliest == time.latest else None
            if inside and day and day not in held and (own is None or day < own):
                quote = teller.quote(report.article, sentence)
                yield Dated(day=day, last=day, **quote.model_dump())


def confirmed_on(teller: Teller, meeting: Meeting) -> Dated | None:
    """The day of the first report that says that a meeting is confirmed."""
    for report in sorted(teller.reports(meeting), key=written_on):
        own, dated = report.own, report.article.dated
        day = dated.only_day if dated else None
        if report.mention.status is Status.CONFIRMED and own and own.zone in SUPPORTING and day:
            return Dated(day=day, last=day, **teller.quote(report.article, own).model_dump())
    return None
