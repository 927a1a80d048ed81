"""Where outlets tell differently of what looks like one meeting, and which of them is newer.

Reports that differ in the day, the place or in who took part are read as two meetings. Two that are
near in time, share two people, come from different articles and differ in one of these alone are
told as the sides of a conflict.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from index.archive import Archive
from index.identity import is_same, key_of
from index.meeting_records import TOOK_PLACE, Meeting, Participant, Status
from index.words import fold
from qa.meetings.lengths import are_about_one
from qa.question.asked import Kind

SLIP = timedelta(days=2)  # between two days that may be one and the same, told differently
SEQUEL = timedelta(days=120)  # within which a meeting put off is held, or told of again
LEAST_SHARED = 2  # people: one of them meets many others within two days
FIELDS = {Kind.WHEN: "when", Kind.WHERE: "place", Kind.DURATION: "duration", Kind.WHO: "who"}


def differs_within(meeting: Meeting, kind: Kind) -> bool:
    """Whether reports of one meeting contradict each other on what is asked.

    A plan that a newer one replaced is no contradiction, nor is a length told roughly.
    """
    field = FIELDS.get(kind)
    return any(
        c.field == field and c.kind == "discrepancy"
        and not (field == "duration" and are_about_one(c.values))
        for c in meeting.conflicts
    )  # fmt: skip


def other_sides(archive: Archive, meeting: Meeting, kind: Kind) -> list[Meeting]:
    """The meetings that look like this one and tell otherwise what is asked; the newest first."""
    field = FIELDS.get(kind)
    named = [person for person in meeting.participants if _is_named(person)]
    if field is None or len(named) < LEAST_SHARED:
        return []
    day = day_of(meeting)
    if day is None:
        return []
    near = archive.meetings(who=[named[0].name], since=day - SLIP, until=day + SLIP)
    return newest_first([m for m in near if are_sides(meeting, m, kind)])


def are_sides(one: Meeting, other: Meeting, kind: Kind) -> bool:
    """Whether two meetings look like one and tell otherwise what is asked."""
    field = FIELDS.get(kind)
    if field not in _apart(one, other) or not is_side(one, other):
        return False
    return field == "who" or same_people(one, other)


def is_side(one: Meeting, other: Meeting) -> bool:
    """Whether two meetings look like one of which the reports differ in one thing alone."""
    if one.id == other.id or (one.status in TOOK_PLACE) is not (other.status in TOOK_PLACE):
        return False
    articles = [{e.article_id for e in m.evidence} for m in (one, other)]
    if articles[0] & articles[1] or len(shared(one, other)) < LEAST_SHARED:
        return False
    return _is_close(one, other) and len(_apart(one, other) - {"duration"}) <= 1


def sequels(archive: Archive, meeting: Meeting) -> list[Meeting]:
    """What came of a meeting that was put off: those of the same people that were told of later."""
    if meeting.status is not Status.POSTPONED or len(meeting.participants) < LEAST_SHARED:
        return []
    found = archive.meetings(who=[person.name for person in meeting.participants])
    since = _told_on(meeting)
    return [m for m in found if m.id != meeting.id and since <= _told_on(m) <= since + SEQUEL]


def is_near(one: Meeting, other: Meeting) -> bool:
    """Whether two meetings are of about one time, by their days or by those they are told on."""
    return any(abs(a - b) <= SEQUEL for a in _days_about(one) for b in _days_about(other))


def _days_about(meeting: Meeting) -> list[date]:
    whens = (meeting.when, *(told.reported for told in meeting.status_history))
    return [when.earliest for when in whens if when and when.earliest]


def newest_first(meetings: Sequence[Meeting]) -> list[Meeting]:
    """Meetings by the day on which they were last told of, those without one last."""
    return sorted(meetings, key=_told_on, reverse=True)


def shared(one: Meeting, other: Meeting) -> list[str]:
    """The people who take part in both, as the first names them."""
    return [p.name for p in one.participants if any(_is_one(p, q) for q in other.participants)]


def _apart(one: Meeting, other: Meeting) -> set[str]:
    """The fields in which two meetings differ; what one leaves open is no difference."""
    found = {"who"} if _other_people(one, other) else set()
    days = [day_of(m) for m in (one, other)]
    found |= {"when"} if all(days) and days[0] != days[1] else set()
    for field in ("place", "duration"):
        told = {fold(v).casefold() for m in (one, other) if (v := getattr(m, field))}
        found |= {field} if len(told) > 1 and not _one_holds_other(told) else set()
    return found


def same_people(one: Meeting, other: Meeting) -> bool:
    """Whether the same take part in both, however each names them."""
    return len(shared(one, other)) == len(one.participants) == len(other.participants)


def _other_people(one: Meeting, other: Meeting) -> bool:
    """Whether each meeting has somebody whom the other lacks: a shorter list is no difference."""
    sizes = {len(one.participants), len(other.participants)}
    return len(shared(one, other)) < min(sizes)


def _one_holds_other(told: set[str]) -> bool:
    return any(a != b and a in b for a in told for b in told)


def _is_close(one: Meeting, other: Meeting) -> bool:
    """Whether two meetings are of one time; where a report tells none, at one place of the same."""
    days = [day_of(m) for m in (one, other)]
    if days[0] and days[1]:
        return abs(days[0] - days[1]) <= SLIP
    undated = one.when is None or other.when is None
    return undated and one.place is not None and _is_there_too(one, other)


def _is_there_too(one: Meeting, other: Meeting) -> bool:
    places = {fold(m.place).casefold() for m in (one, other) if m.place}
    return bool(other.place) and len(places) == 1 and same_people(one, other)


def _told_on(meeting: Meeting) -> date:
    days = [w.earliest for t in meeting.status_history if (w := t.reported) and w.earliest]
    return max(days, default=date.min)


def _is_one(one: Participant, other: Participant) -> bool:
    return is_same(key_of(one, _kind(one)), key_of(other, _kind(other)))


def _kind(person: Participant) -> str:
    return "named" if _is_named(person) else "unnamed"


def _is_named(person: Participant) -> bool:
    return not person.name.endswith("(unnamed)") and " " in person.name


def sides_told(archive: Archive, meetings: Sequence[Meeting], kind: Kind) -> Iterator[Meeting]:
    """The meetings told with all their other sides, each once."""
    seen: set[str] = set()
    for meeting in meetings:
        for one in (meeting, *other_sides(archive, meeting, kind)):
            if one.id not in seen:
                seen.add(one.id)
                yield one


def day_of(meeting: Meeting) -> date | None:
    """The day of a meeting, where it can be no other."""
    return meeting.when.only_day if meeting.when else None
