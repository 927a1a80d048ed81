"""Meetings from reports: what they agree on, where they differ, what became of it and when.

A field's value is what most reports say, the more exact one first; a report that looks ahead has no
say against one of the meeting held. That its day has passed makes no meeting held.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import TypeVar

from index.gazetteer import is_country_name
from index.holders import name_holders
from index.meeting_conflicts import find_conflicts
from index.meeting_people import Spellings, count_spellings, list_people
from index.meeting_records import TOOK_PLACE, Form, Meeting, MeetingEvidence, StatusReport
from index.meeting_sources import count_sources
from index.meeting_status import status_as_of
from index.merge import merge_reports
from index.plover import code
from index.records import When
from index.reported import Told
from index.telling import leave_out_empty
from index.words import fold

__all__ = ["find_meetings", "make_meeting", "status_as_of"]

T = TypeVar("T")
POINTS_BACK = re.compile(r"(their|his|her|its|our|my|this|that|these|those)\b", re.IGNORECASE)


def find_meetings(told: Iterable[Told]) -> list[Meeting]:
    """The meetings that reports tell of, in order of date, those without a date last."""
    reports = name_holders(list(told))
    spellings = count_spellings(reports)
    groups = leave_out_empty(merge_reports(reports))
    meetings = [make_meeting(group, spellings) for group in groups]
    return sorted(meetings, key=lambda m: (_day(m.when) or date.max, m.id))


def make_meeting(group: Sequence[Told], spellings: Spellings | None = None) -> Meeting:
    """One meeting from all its reports; `spellings` are those of names that the archive prefers."""
    ordered = sorted(group, key=lambda one: one.order)
    weighty = [one for one in ordered if one.mention.status in TOOK_PLACE] or ordered
    people = list_people(ordered, count_spellings(ordered) if spellings is None else spellings)
    form = _form([one.mention.form for one in weighty])
    status = status_as_of(ordered, None)
    place = _place(weighty) or _place(ordered)
    return Meeting(
        id=_id(ordered),
        form=form,
        participants=people,
        when=_when(weighty) or _when(ordered),
        duration=_most([o.mention.duration for o in weighty]),
        place=place,
        venue=_venue_in(place, weighty) or _venue_in(place, ordered),
        country=_most([o.mention.country for o in ordered]),
        topics=tuple(_topics(ordered)),
        status=status,
        status_history=tuple(_status_report(one) for one in ordered),
        conflicts=tuple(find_conflicts(ordered)),
        reports=len({o.mention.article_id for o in ordered}),
        sources=count_sources(ordered),
        plover=code(form, status, people),
        evidence=tuple(_evidence(ordered)),
    )


def _form(forms: Sequence[Form]) -> Form:
    """What most reports call it; "spoke with" only where none says whether they met."""
    told = [form for form in forms if form != "conversation"]
    return _most(told) or (forms[0] if forms else "meeting")


def _place(group: Sequence[Told]) -> str | None:
    """The town that most reports tell, else the country: none contradicts another."""
    told = [o.mention.place for o in group if o.mention.place]
    return _most([place for place in told if not is_country_name(place)]) or _most(told)


def _venue_in(place: str | None, group: Sequence[Told]) -> str | None:
    """The venue that most reports tell, of those that place the meeting nowhere else."""
    here = [o.mention for o in group if o.mention.place in (None, place)]
    return _most([mention.venue for mention in here])


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


def _topics(group: Sequence[Told]) -> Iterator[str]:
    """Each topic once, as first written; "their talks" names none."""
    seen: set[str] = set()
    for topic in (topic for one in group for topic in one.mention.topics):
        folded = fold(topic).casefold().removeprefix("the ").strip()
        if folded not in seen and not POINTS_BACK.match(topic):
            seen.add(folded)
            yield topic


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
        yield from one.named


def _id(group: Sequence[Told]) -> str:
    """An id of the reports' own ids, whatever order they came in."""
    joined = "\0".join(sorted(one.mention.id for one in group))
    return hashlib.sha256(joined.encode()).hexdigest()[:12]


def _day(when: When | None) -> date | None:
    return when.earliest if when else None


def _most(values: Iterable[T | None]) -> T | None:
    """The value that stands most often; of equals the one that is written longest, then last."""
    told = [value for value in values if value]
    if len(set(told)) <= 1:
        return told[0] if told else None
    counted = Counter(told)
    return max(counted, key=lambda v: (counted[v], len(str(v)), str(v)))
