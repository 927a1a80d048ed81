"""Meetings that a question tells by the day on which they were announced: "Was the visit that was
announced on 3 May held?" is about the visit, which has a day of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from index.archive import Archive
from index.dating import day_when
from index.meeting_records import Meeting
from index.records import Outcome, Record, Statement, When
from qa.events.day_told import Dated
from qa.meetings.finding import find_meetings_for
from qa.meetings.holdings import holdings_of
from qa.meetings.meeting_days import announcements
from qa.meetings.variants import without_variants
from qa.question.asked import Asked, Kind
from qa.question.kind_cues import FORM
from qa.question.understand import understand
from qa.question.when import may_be_in, read_times
from qa.telling.phrases import MOST_LISTED
from qa.telling.reply import Reply, make_reply, tell_each
from qa.telling.teller import Teller

_MADE_KNOWN = r"(?:announced|made (?:public|known)|disclosed)"
_BY = r"(?: by (?:the )?[\w.’' -]{2,40}?)?"
CLAUSES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        # "the visit of Berg that was announced on 3 May"
        rf"\b{FORM}\b[^?,]{{0,60}}?(?P<clause>,? (?:that|which) (?:was|were|had been|has been) "
        rf"(?:\w+ly |first )?{_MADE_KNOWN}{_BY}(?= on | in ))",
        # "Did the talks announced on 3 May take place?"
        rf"^(?:did|was|were|has|have) [^?,]*?\b{FORM}\b[^?,]{{0,60}}?(?P<clause> {_MADE_KNOWN}{_BY}"
        r"(?= on | in )(?=[^?]*\b(?:take place|taken place|held|happen(?:ed)?|go ahead|come (?:off|"
        r"about)|called off|cancelled|postponed|put off)\b))",
    )
)


ASKS = re.compile(  # "Which meetings were announced on 3 May?", "Was the visit announced in May?"
    rf"^(?:was|were|(?:which|what)(?: of the)?) [^?,]*?\b{FORM}\b[^?,]{{0,60}}?"
    rf"(?P<clause>(?: was| were| had been)? {_MADE_KNOWN}{_BY}(?= on | in ))",
    re.IGNORECASE,
)
MOST_QUOTED = 3


class Announced(Record):
    """A meeting with a sentence that tells the day of its announcement."""

    meeting: Meeting
    told: Dated


def answer_announced(archive: Archive, asked: Asked) -> Reply | None:
    """The meetings that were announced on the day that a question names, each with its
    announcement; None where that is not asked, or no report tells one.
    """
    match = ASKS.search(asked.text)
    taken = _take_out(archive, asked, match) if match else None
    if taken is None or asked.follows or asked.text[taken.end :].strip(" ?"):
        return None
    teller = Teller(archive)
    found = list(_find_announced(teller, taken))
    told = tell_each(teller, [one.meeting for one in found][:MOST_LISTED])
    if not told:
        return None
    quotes = {one.told.text: one.told for one in found}
    first = [Statement(text=one.text, citations=one.citations, derivation=one.derivation)
            for one in quotes.values()]  # fmt: skip
    return make_reply(teller, Outcome.ANSWERED, told, first=first[:MOST_QUOTED])


def with_its_own_day(archive: Archive, asked: Asked) -> Asked | None:
    """The question about the meeting that was announced on the day it names, on the meeting's own
    day; None where no meeting is told so, or those announced then were on several days.
    """
    match = next((m for cue in CLAUSES if (m := cue.search(asked.text))), None)
    taken = _take_out(archive, asked, match) if match else None
    if taken is None or asked.follows:
        return None
    whens = [one.meeting.when for one in _find_announced(Teller(archive), taken)]
    days = {when.edtf if when else "": when for when in whens}
    day = next(iter(days.values()), None)
    if len(days) != 1 or day is None or day.precision != "day":
        return None
    about = taken.plain.about.model_copy(update={"period": day})
    return taken.plain.model_copy(update={"about": about})


class Taken(Record):
    """A question without what it says of an announcement, the day of that, and where it ended."""

    plain: Asked
    day: When
    end: int


def _take_out(archive: Archive, asked: Asked, match: re.Match[str]) -> Taken | None:
    rest = asked.text[match.end("clause") :]
    times = read_times(rest, asked.asked_on)
    first = min(times.spans, default=(0, 0))
    if times.period is None or not re.fullmatch(r" (?:on|in)(?: the)? ", rest[: first[0]]):
        return None
    text = asked.text[: match.start("clause")] + re.sub(r"^\s*,", "", rest[first[1] :])
    plain = understand(
        text, asked_on=asked.asked_on, as_of=asked.as_of, known=holdings_of(archive).known
    )
    return Taken(plain=plain, day=times.period, end=match.end("clause") + first[1])


def _find_announced(teller: Teller, taken: Taken) -> Iterator[Announced]:
    """The meetings that fit, and that a report tells as announced on the day."""
    plain = {"status": None, "order": None, "words": ()}
    about = taken.plain.about.model_copy(update=plain)
    update = {"about": about, "kind": Kind.LIST, "planned": False}
    every = taken.plain.model_copy(update=update)
    for fit in without_variants(find_meetings_for(teller.archive, every).exact):
        for one in announcements(teller, fit.meeting):
            if may_be_in(day_when(one.day, "text", one.text), taken.day):
                yield Announced(meeting=fit.meeting, told=one)
                break
