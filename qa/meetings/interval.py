"""How many days lie between two meetings, between a meeting and what made it known, or between it
and what somebody did.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import get_args

from index.archive import Archive
from index.meeting_records import Meeting, Status
from index.records import Outcome, Statement
from qa.events.day import find_events, is_a_deed, is_a_word
from qa.events.day_told import Dated
from qa.events.planned_day import asks_a_plan, is_off
from qa.meetings.interval_from import find_ends, is_from_answer
from qa.meetings.meeting_days import announced_on, confirmed_on, day_of_meeting
from qa.meetings.several import (
    IN_ORDER,
    NO_DAYS,
    find_one,
    is_a_plan,
    plain_of,
    set_apart,
    tell_missing,
    tell_order,
    told_day,
)
from qa.question.asked import About, Asked
from qa.telling.phrases import Unit, tell_interval
from qa.telling.reply import Reply, make_reply
from qa.telling.teller import Teller

FROM_TO = re.compile(r"\bfrom\b.+\b(?:until|till)\b", re.IGNORECASE)  # as they are told
WAY = re.compile(  # "How long before the talks did she land?" "How long was it until they met?"
    r"(?P<opening>\bhow (?:long|many \w+|much time|soon) )?\b(?P<word>after|before|until)\b",
    re.IGNORECASE,
)
MADE_KNOWN = re.compile(r"\b(?:announce|confirm)", re.IGNORECASE)
TWICE = re.compile(r"\bannouncements\b", re.IGNORECASE)  # whose is meant first is not read
ANNOUNCING = re.compile(
    r"\b(?:announc\w*|confirm(?:ed|ation)|made public|disclos\w*|reveal\w*|invit\w*|known|told)\b",
    re.IGNORECASE,
)


def answer_interval(archive: Archive, asked: Asked) -> Reply | None:
    """How many days lie between two meetings or other events, or between the announcement of one
    and itself.
    """
    teller = Teller(archive)
    if is_from_answer(asked):
        both = find_ends(archive, teller, asked)
        ends = [both.first, both.second] if both else []
        return _tell_interval(teller, asked, ends, [both.meeting]) if both else None
    halves = [about for about in (asked.about, asked.other) if about]
    words = [is_a_word(about) for about in halves]
    unknown = any(word and about.status is not Status.ANNOUNCED
                  for word, about in zip(words, halves, strict=True))  # fmt: skip
    if unknown or all(words) or any(is_a_deed(about) for about in halves):
        told = _between_events(teller, asked)
        return told or (None if unknown else _between_meetings(Teller(archive), asked))
    told = _between_meetings(teller, asked)
    if told and told.outcome is Outcome.ANSWERED and told.lead != IN_ORDER:
        return told
    return _between_events(Teller(archive), asked) or told


def _between_events(teller: Teller, asked: Asked) -> Reply | None:
    """The days between two events that both halves of a question describe; where one may be meant
    of several, the nearest on the side that is asked for.
    """
    if asked.other is None:
        return None
    firsts, seconds = (find_events(teller, asked, one) for one in (asked.about, asked.other))
    way = _way(asked)
    if not way and (len(firsts) > 1 or len(seconds) > 1):
        return None
    pairs = [(one, two) for one in firsts for two in seconds if _is_that_way(one, two, way)]
    nearest = min(pairs, key=lambda pair: abs(pair[1].day - pair[0].day), default=None)
    clear = nearest and (len(firsts) == 1 or len(seconds) == 1) and nearest[0].day != nearest[1].day
    return _tell_interval(teller, asked, nearest, []) if nearest and clear else None


def _way(asked: Asked) -> int:
    """Whether the second half of a question is later (1) or earlier (-1) than the first, as
    `SPLITS` of qa/question/several_cues.py numbers them; 0 where it does not say.
    """
    match = WAY.search(asked.text)
    if match is None:
        return 0
    opening, word = match["opening"] is not None, match["word"].lower()
    if FROM_TO.search(asked.text):
        return 1
    return -1 if word == "until" or (opening and word == "before") else 1


def _is_that_way(one: Dated, two: Dated, way: int) -> bool:
    """Whether the second of two days is on that side of the first; both are where none is asked."""
    return (two.day - one.day).days * way >= way**2


def _between_meetings(teller: Teller, asked: Asked) -> Reply | None:
    """The days between meetings of the records, and what somebody did; both in order of date where
    that is the other way round than it is asked.
    """
    archive = teller.archive
    first = find_one(archive, asked, asked.about)
    second = find_one(archive, asked, asked.other) if asked.other else first
    first, second = set_apart(asked, [first, second])
    if TWICE.search(asked.text) or (asked.other is None and not ANNOUNCING.search(asked.text)):
        return None
    ends = [_end(teller, asked, asked.about, first)]
    ends += [_end(teller, asked, asked.other, second)] if asked.other else []
    if first is not None and (asked.other is None or (second and second.id == first.id)):
        ends = list(_ends_of_one(teller, asked, first))
    if any(one and is_off(one) for one in (first, second)) and not asks_a_plan(asked, asked.text):
        return None
    days, way = [one for one in ends if one], _way(asked)
    apart = not (first and second and first.id == second.id) and len(days) > 1
    if apart and way and _is_that_way(days[1], days[0], way):
        return tell_order(teller, days)
    return _tell_interval(teller, asked, ends, [first, second])


def _end(teller: Teller, asked: Asked, about: About, meeting: Meeting | None) -> Dated | None:
    """One end of an interval: the day of a meeting, or that on which it was announced."""
    announced = about.status is Status.ANNOUNCED and not is_a_plan(asked, about)
    if announced and meeting:
        return _telling(asked, about)(teller, meeting)
    return told_day(teller, asked, about, meeting, exact=True)


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
    teller: Teller, asked: Asked, ends: Sequence[Dated | None], found: Sequence[Meeting | None]
) -> Reply | None:
    """The days between two ends, in the unit that is asked for, and what tells each; that not both
    are told.
    """
    days = sorted((one for one in ends if one), key=lambda one: one.day)
    if len(days) < 2 or days[0].day == days[1].day:
        return tell_missing(teller, found, NO_DAYS)
    numbers = tuple(dict.fromkeys(n for one in days for n in one.citations))
    units: tuple[Unit, ...] = get_args(Unit)
    unit = next((one for one in units if f" {one}" in asked.text.lower()), None)
    text = tell_interval(days[0].day, days[1].day, unit)
    between = Statement(text=text, citations=numbers)
    said = [plain_of(one) for one in days]
    meetings = [m for m in found if m]
    return make_reply(teller, Outcome.ANSWERED, (), first=[between, *said], meetings=meetings)
