"""How many days lie between two meetings, between a meeting and what made it known, or between it
and what somebody did.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from index.archive import Archive
from index.meeting_records import Meeting, Status
from index.records import Outcome, Statement
from qa.asked import About, Asked, Kind
from qa.day_told import Dated
from qa.event_day import find_day_of
from qa.finding import find_meetings_for
from qa.from_several import (
    NO_DAYS,
    find_one,
    is_a_deed,
    is_a_plan,
    plain_of,
    rank_of,
    set_apart,
    tell_missing,
    told_day,
)
from qa.interval_from import find_ends, is_from_answer
from qa.meeting_days import announced_on, confirmed_on, day_of_meeting
from qa.phrases import tell_interval
from qa.reply import Reply, make_reply
from qa.teller import Teller
from qa.variants import without_variants

AFTER = re.compile(r"\bhow (?:long|many \w+|much time|soon) after\b", re.IGNORECASE)
MADE_KNOWN = re.compile(r"\b(?:announce|confirm)", re.IGNORECASE)
TWICE = re.compile(r"\bannouncements\b", re.IGNORECASE)  # whose is meant first is not read
ANNOUNCING = re.compile(
    r"\b(?:announc\w*|confirm(?:ed|ation)|made public|disclos\w*|reveal\w*|invit\w*|known|told)\b",
    re.IGNORECASE,
)


def answer_interval(archive: Archive, asked: Asked) -> Reply | None:
    """How many days lie between two meetings, or between the announcement of one and itself."""
    teller = Teller(archive)
    if is_from_answer(asked):
        both = find_ends(archive, teller, asked)
        return _tell_interval(teller, [both.first, both.second], [both.meeting]) if both else None
    deed = next((one for one in (asked.about, asked.other) if one and is_a_deed(one)), None)
    if deed and asked.other and not (asked.about.period or asked.other.period):
        return _from_deed(teller, asked, deed)
    first = find_one(archive, asked, asked.about)
    second = find_one(archive, asked, asked.other) if asked.other else first
    first, second = set_apart(asked, [first, second])
    if TWICE.search(asked.text) or (asked.other is None and not ANNOUNCING.search(asked.text)):
        return None
    ends = [_end(teller, asked, asked.about, first)]
    ends += [_end(teller, asked, asked.other, second)] if asked.other else []
    if first is not None and (asked.other is None or (second and second.id == first.id)):
        ends = list(_ends_of_one(teller, asked, first))
    return _tell_interval(teller, ends, [first, second])


def _end(teller: Teller, asked: Asked, about: About, meeting: Meeting | None) -> Dated | None:
    """One end of an interval: the day of a meeting, or that on which it was announced."""
    announced = about.status is Status.ANNOUNCED and not is_a_plan(asked, about)
    if announced and meeting:
        return _telling(asked, about)(teller, meeting)
    return told_day(teller, asked, about, meeting, exact=True)


def _from_deed(teller: Teller, asked: Asked, deed: About) -> Reply | None:
    """The days from what somebody did to the meeting nearest to it, on the side that is asked."""
    about = asked.other if deed is asked.about else asked.about
    end = find_day_of(teller, asked, deed)
    if end is None or about is None:
        return None
    listed = {"about": about.model_copy(update={"status": None}), "kind": Kind.LIST, "other": None}
    found = find_meetings_for(teller.archive, asked.model_copy(update=listed)).exact
    way = (1 if AFTER.search(asked.text) else 0) * (1 if deed is asked.about else -1)
    days = [
        (abs(one.day - end.day), rank_of(fit, about), one, fit.meeting)
        for fit in without_variants(found)
        if (one := day_of_meeting(teller, fit.meeting)) and (one.day - end.day).days * way >= way**2
    ]
    nearest = min(days, key=lambda told: told[:2], default=None)
    return _tell_interval(teller, [end, nearest[2]], [nearest[3]]) if nearest else None


def _ends_of_one(teller: Teller, asked: Asked, meeting: Meeting) -> Iterator[Dated | None]:
    """The day on which a meeting was announced or confirmed, and its own; or both of these."""
    abouts = [about for about in (asked.about, asked.other) if about]
    told = [about for about in abouts if about.status is Status.ANNOUNCED] or abouts[:1]
    yield from (_telling(asked, about)(teller, meeting) for about in told)
    if len(told) == 1:
        yield day_of_meeting(teller, meeting)


def _telling(asked: Asked, about: About) -> Callable[[Teller, Meeting], Dated | None]:
    """What gives the day of making known that a half of a question means: its announcement, or its
    confirmation.
    """
    said = [match[0].lower() for match in MADE_KNOWN.finditer(asked.text)]
    own = said[-1] if said and about is asked.other else said[0] if said else ""
    return confirmed_on if own.startswith("confirm") else announced_on


def _tell_interval(
    teller: Teller, ends: Sequence[Dated | None], found: Sequence[Meeting | None]
) -> Reply | None:
    """The days between two ends, and what tells each; that not both are told."""
    days = sorted((one for one in ends if one), key=lambda one: one.day)
    if len(days) < 2 or days[0].day == days[1].day:
        return tell_missing(teller, found, NO_DAYS)
    numbers = tuple(dict.fromkeys(n for one in days for n in one.citations))
    between = Statement(text=tell_interval(days[0].day, days[1].day), citations=numbers)
    said = [plain_of(one) for one in days]
    meetings = [m for m in found if m]
    return make_reply(teller, Outcome.ANSWERED, (), first=[between, *said], meetings=meetings)
