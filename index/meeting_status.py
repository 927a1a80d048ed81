"""What became of a meeting, by all its reports or by those there on a day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from index.meeting_records import PLAINLY_AHEAD, Status
from index.reported import Told
from index.status_cues import CONFIRMING

GRAVEST_FIRST = (  # where reports of one day differ
    Status.HELD,
    Status.CANCELLED,
    Status.DENIED,
    Status.POSTPONED,
    Status.UNDER_WAY,
    Status.CONFIRMED,
    Status.UNCONFIRMED,
    Status.ANNOUNCED,
)


def status_as_of(group: Sequence[Told], day: date | None) -> Status:
    """What had become of a meeting by the end of a day (None: by all reports).

    The latest report has the last word, but a meeting reported as held stays held unless that is
    denied later; "held" counts only from reports written on or after its first day.
    """
    known = [one for one in group if day is None or one.was_written_by(day)]
    if not known:
        return Status.ANNOUNCED
    if held := held_reports(known):
        told_last = max(order_of_writing(one) for one in held)
        denied = [one for one in known if one.mention.status is Status.DENIED]
        if not any(order_of_writing(one) > told_last for one in denied):
            return Status.HELD
    latest = max(order_of_writing(one) for one in known)
    last = [one for one in known if order_of_writing(one) == latest]
    plain = {one.mention.article_id for one in last if one.mention.status in PLAINLY_AHEAD}
    told = [one for one in last if one.mention.article_id not in plain or not _is_hedged(one)]
    return min((one.mention.status for one in told), key=GRAVEST_FIRST.index)


def _is_hedged(one: Told) -> bool:
    """Whether a report only speaks of the chance of a meeting: what its own article announces
    outweighs that, and not that somebody has yet to confirm it.
    """
    words = (e.quote.lower() for e in one.mention.evidence if e.field == "status")
    unconfirmed = any(word.startswith(tuple(CONFIRMING)) for word in words)
    return one.mention.status is Status.UNCONFIRMED and not unconfirmed


def held_reports(group: Sequence[Told]) -> list[Told]:
    """The reports that the meeting was held, but those written before any day it can have been."""
    starts = [one.first for one in group if one.first]
    first = min(starts) if starts else date.min
    return [
        one
        for one in group
        if one.mention.status is Status.HELD and (one.written_on or date.max) >= first
    ]


def order_of_writing(one: Told) -> str:
    """The day of writing as text that sorts; a report without one comes before all."""
    return one.written_on.isoformat() if one.written_on else ""
