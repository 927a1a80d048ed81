"""Meetings from reports: what they agree on, where they differ, what became of it and when.

A field's value is what most reports say, the more exact one first; a report that looks ahead has no
say against one of the meeting held. That its day has passed makes no meeting held.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from typing import TypeVar

from index.identity import Key, is_same, key_of
from index.meeting_records import (
    Attendant,
    Conflict,
    Form,
    Meeting,
    MeetingEvidence,
    Participant,
    Status,
    StatusReport,
)
from index.merge import Told, merge_reports
from index.plover import code
from index.records import When
from index.words import fold

T = TypeVar("T")
SETTLED = frozenset({Status.HELD, Status.UNDER_WAY})
HELD_FIRST = (  # where reports of one day differ: the graver word
    Status.HELD,
    Status.CANCELLED,
    Status.DENIED,
    Status.POSTPONED,
    Status.UNDER_WAY,
    Status.CONFIRMED,
    Status.UNCONFIRMED,
    Status.ANNOUNCED,
)


def find_meetings(told: Iterable[Told]) -> list[Meeting]:
    """The meetings that reports tell of, in order of date, those without a date last."""
    meetings = [make_meeting(group) for group in merge_reports(told)]
    return sorted(meetings, key=lambda m: (_day(m.when) or date.max, m.id))


def make_meeting(group: Sequence[Told]) -> Meeting:
    """One meeting from all its reports."""
    ordered = sorted(group, key=lambda one: one.order)
    weighty = [one for one in ordered if one.mention.status in SETTLED] or ordered
    people = _people(ordered)
    form: Form = _most([one.mention.form for one in weighty]) or "meeting"
    status = status_as_of(ordered, None)
    return Meeting(
        id=_id(ordered),
        form=form,
        participants=people,
        when=_when(weighty) or _when(ordered),
        duration=_most([o.mention.duration for o in weighty]),
        place=_most([o.mention.place for o in weighty])
        or _most([o.mention.place for o in ordered]),
        venue=_most([o.mention.venue for o in weighty])
        or _most([o.mention.venue for o in ordered]),
        country=_most([o.mention.country for o in ordered]),
        topics=tuple(dict.fromkeys(t for o in ordered for t in o.mention.topics)),
        status=status,
        status_history=tuple(_status_report(one) for one in ordered),
        conflicts=tuple(_conflicts(ordered)),
        reports=len({o.mention.article_id for o in ordered}),
        sources=len({o.source for o in ordered}),
        plover=code(form, status, people),
        evidence=tuple(_evidence(ordered)),
    )


def status_as_of(group: Sequence[Told], day: date | None) -> Status:
    """What had become of a meeting by the end of a day (None: by all reports).

    The latest report has the last word, but a meeting reported as held stays held unless that is
    denied later; "held" counts only from reports written on or after its first day.
    """
    known = [
        o
        for o in group
        if day is None or (o.written and o.written.earliest and o.written.earliest <= day)
    ]
    if not known:
        return Status.ANNOUNCED
    latest = max((_written(o) for o in known), default="")
    held = [o for o in known if o.mention.status is Status.HELD]
    denied = [o for o in known if o.mention.status is Status.DENIED]
    if held and not any(_written(d) > max(_written(h) for h in held) for d in denied):
        return Status.HELD
    last = [o.mention.status for o in known if _written(o) == latest]
    return min(last, key=HELD_FIRST.index)


def _written(one: Told) -> str:
    return one.written.latest.isoformat() if one.written and one.written.latest else ""


def _people(group: Sequence[Told]) -> tuple[Participant, ...]:
    """Everybody who takes part, once each, by the fullest name that a report gives."""
    found: list[tuple[Key, list[Attendant]]] = []
    for person in (p for one in group for p in one.mention.participants):
        key = key_of(person, person.resolved)
        same = next((f for f in found if is_same(f[0], key)), None)
        if same is None:
            found.append((key, [person]))
        else:
            same[1].append(person)
            if key.named and (not same[0].named or len(key.whole) > len(same[0].whole)):
                found[found.index(same)] = (key, same[1])
    return tuple(_person(reports) for _, reports in found)


def _person(reports: Sequence[Attendant]) -> Participant:
    named = [r for r in reports if r.resolved not in ("group", "unnamed")] or list(reports)
    longest = max(named, key=lambda r: (len(r.name.split()), r.name))
    return Participant(
        name=longest.name,
        role=_most([r.role for r in reports if r.role not in ("counterpart", "colleague")]),
        country=_most([r.country for r in reports]),
        side=_most([r.side for r in reports]),
    )


def _when(group: Sequence[Told]) -> When | None:
    """The most exact date among those that most reports bear out."""
    told = [o.mention.when for o in group if o.mention.when and o.mention.when.earliest]
    dated = [when for when in told if when.latest] or told  # "since May" only where no more is said
    if not dated:
        return None
    return min(
        dated,
        key=lambda w: (
            -sum(_meet(w, other) for other in dated),
            (w.latest - w.earliest).days if w.latest and w.earliest else 10**6,
            w.edtf,
        ),
    )


def _meet(one: When, other: When) -> bool:
    starts, ends = (one.earliest, other.earliest), (one.latest, other.latest)
    return not (
        (starts[0] and ends[1] and starts[0] > ends[1])
        or (starts[1] and ends[0] and starts[1] > ends[0])
    )


def _conflicts(group: Sequence[Told]) -> Iterable[Conflict]:
    """Fields on which reports of the meeting held, or of its plan, contradict each other."""
    for settled in (True, False):
        some = [o for o in group if (o.mention.status in SETTLED) is settled]
        kind = "discrepancy" if settled else "freshness"
        for field in ("place", "venue", "duration"):
            values = [getattr(o.mention, field) for o in some]
            told = dict.fromkeys(v for v in values if v)
            if len({fold(v).lower() for v in told}) > 1:
                yield Conflict(
                    field=field,
                    values=tuple(told),
                    kind="complementary" if field == "venue" else kind,
                )
    statuses = {o.mention.status for o in group}
    if Status.HELD in statuses and Status.DENIED in statuses:
        yield Conflict(field="status", values=("held", "denied"), kind="discrepancy")


def _status_report(one: Told) -> StatusReport:
    mention = one.mention
    spot = next((e for e in mention.evidence if e.field == "mention"), mention.evidence[0])
    return StatusReport(
        status=mention.status,
        reported=one.written,
        by=mention.by,
        citation=MeetingEvidence(
            article_id=mention.article_id,
            start=spot.start,
            end=spot.end,
            quote=spot.quote,
            field="status",
        ),
    )


def _evidence(group: Sequence[Told]) -> Iterable[MeetingEvidence]:
    for one in group:
        for e in one.mention.evidence:
            yield MeetingEvidence(
                article_id=one.mention.article_id,
                start=e.start,
                end=e.end,
                quote=e.quote,
                field=e.field,
            )


def _id(group: Sequence[Told]) -> str:
    """An id of the reports' own ids, whatever order they came in."""
    joined = "\0".join(sorted(one.mention.id for one in group))
    return hashlib.sha256(joined.encode()).hexdigest()[:12]


def _day(when: When | None) -> date | None:
    return when.earliest if when else None


def _most(values: Iterable[T | None]) -> T | None:
    """The value that stands most often; of equals the one that is written longest, then first."""
    counted = Counter(value for value in values if value)
    return max(counted, key=lambda v: (counted[v], len(str(v)), str(v)), default=None)
