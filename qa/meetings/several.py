"""Meetings set beside each other: which came first, what each was about, who was met most often."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from index.archive import Archive
from index.meeting_records import AHEAD, TOOK_PLACE, Meeting
from index.records import Outcome, Statement
from qa.events.day import find_day_of, find_event, is_a_deed
from qa.events.day_told import Dated, find_day
from qa.events.planned_day import unless_planned
from qa.meetings.facts import asked_for, in_order, told_otherwise
from qa.meetings.finding import Findings, find_meetings_for
from qa.meetings.fits import Fit, is_named, participant_of
from qa.meetings.interval_from import find_ends, is_from_answer
from qa.meetings.lengths import by_length, length_of
from qa.meetings.meeting_days import days_of_meeting
from qa.meetings.variants import without_variants
from qa.question.asked import About, Asked, Kind
from qa.question.kind_cues import FORM
from qa.telling.phrases import tell_share
from qa.telling.reply import MOST_TOLD, Reply, make_reply, suggest_instead, tell_each
from qa.telling.teller import Teller

IN_ORDER = "In order of date:"
NO_DAYS = "The archive does not tell the days of both."
NO_LENGTHS = "The archive does not tell how long both lasted."
NO_TOPICS = "The archive does not tell of both."
BY_LENGTH = "The longer first:"
ALIKE = "Both were as long:"
OPEN_ORDER = "The days that are told leave open which came first:"
Telling = Callable[[Meeting], object]  # what a meeting tells of something asked; None for nothing
A_MONTH_OR_SO = 45  # days
OF_A_PLAN = re.compile(  # "the announced visit of Berg", "the visit of Berg announced for May"
    rf"\bannounced (?:[\w-]+ ){{0,2}}?{FORM}\b|\b{FORM}\b(?:(?! and | or )[^,?]){{0,40}}? "
    r"(?:announced|planned|scheduled|expected|due|set) for\b"
)
BEHIND = 40  # characters behind "the announced visit" in which it is told whose or where


def answer_order(archive: Archive, asked: Asked) -> Reply | None:
    """Which of two meetings or other events came first: both, in order of date; or that the days do
    not tell.
    """
    teller = Teller(archive)
    if is_from_answer(asked):
        both = find_ends(archive, teller, asked)
        return tell_order(teller, [both.first, both.second]) if both else None
    told = _order_meetings(Teller(archive), asked)
    if told and told.outcome is Outcome.ANSWERED:
        return told
    ends = [find_event(teller, asked, about) for about in (asked.about, asked.other) if about]
    days = [one for one in ends if one]
    return tell_order(teller, days) if len(days) > 1 else told


def tell_order(teller: Teller, days: Sequence[Dated]) -> Reply:
    """Some events in order of date, each by the sentence that tells it."""
    told = [plain_of(one) for one in sorted(days, key=lambda one: one.day)]
    return make_reply(teller, Outcome.ANSWERED, (), lead=IN_ORDER, first=told)


def _order_meetings(teller: Teller, asked: Asked) -> Reply | None:
    archive, abouts = teller.archive, [about for about in (asked.about, asked.other) if about]
    meetings = list(set_apart(asked, [find_one(archive, asked, about) for about in abouts]))
    ends = [told_day(teller, asked, *pair) for pair in zip(abouts, meetings, strict=True)]
    days = sorted((one for one in ends if one), key=lambda one: (one.day, one.last))
    if len(days) < 2 or days[0].text == days[1].text:
        return tell_missing(teller, meetings, NO_DAYS)
    told = [plain_of(one) for one in days]
    found = [m for m in meetings if m]
    if days[0].last >= days[1].day:
        return make_reply(teller, Outcome.ANSWERED, (), lead=OPEN_ORDER, first=told, meetings=found)
    return make_reply(teller, Outcome.ANSWERED, (), lead=IN_ORDER, first=told, meetings=found)


def answer_compare(archive: Archive, asked: Asked) -> Reply | None:
    """What two meetings were about, the one after the other; or how long they were, the longer
    first.
    """
    teller, lengths = Teller(archive), Kind.DURATION in asked.also
    abouts = [about for about in (asked.about, asked.other) if about]
    has: Telling = length_of if lengths else _topics_of
    found = [find_one(archive, asked, one, has) or find_one(archive, asked, one) for one in abouts]
    meetings = [meeting for meeting in set_apart(asked, found) if meeting]
    if len(meetings) < 2 or meetings[0].id == meetings[1].id:
        return tell_missing(teller, meetings, NO_LENGTHS if lengths else NO_TOPICS)
    if lengths:
        told = _tell_lengths(teller, by_length(meetings))
        return told or tell_missing(teller, meetings, NO_LENGTHS)
    said: list[Statement] = []
    for meeting in meetings:
        claim = teller.tell(meeting, nameless=True)
        if claim is None:
            return None
        said += [claim, *(teller.topics(meeting) or teller.quotes(claim)[:1])]
    return make_reply(teller, Outcome.ANSWERED, (), first=said, meetings=meetings)


def _topics_of(meeting: Meeting) -> object:
    return meeting.topics or None


def _tell_lengths(teller: Teller, meetings: Sequence[Meeting]) -> Reply | None:
    """Two meetings with what is told of their length, the longer first; None where one has none."""
    told = [
        (claim, teller.durations(m)) for m in meetings if (claim := teller.tell(m, nameless=True))
    ]
    if len(told) < 2 or not all(lengths for _, lengths in told):
        return None
    said = [one for claim, lengths in told for one in (claim, *lengths)]
    alike = length_of(meetings[0]) == length_of(meetings[1])
    lead = ALIKE if alike else BY_LENGTH
    return make_reply(teller, Outcome.ANSWERED, (), lead=lead, first=said, meetings=meetings)


def answer_most(archive: Archive, asked: Asked) -> Reply | None:
    """Whom somebody met most often, with all the meetings that were counted."""
    teller, found = Teller(archive), find_meetings_for(archive, asked)
    held = [fit.meeting for fit in found.exact if fit.meeting.status in TOOK_PLACE]
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


def find_one(
    archive: Archive, asked: Asked, about: About | None, has: Telling | None = None
) -> Meeting | None:
    """The one meeting that is meant: the held before the planned, then the one on the words.

    With `has` it must tell what is asked. The first or last is meant where the question says so.
    """
    if about is None or is_a_deed(about):
        return None
    found = find_meetings_for(archive, asked.model_copy(update={"about": about}))
    if about.place and _share_people(asked) and not _any_there(found, about):
        alone = about.model_copy(update={"parties": ()})  # its people were the other half's
        others = find_meetings_for(archive, asked.model_copy(update={"about": alone}))
        found = others if _any_there(others, about) else found
    fits = list(found.exact)
    if has:
        fits = [f for f in (*fits, *told_otherwise(fits, found)) if has(f.meeting)]
    named = about.parties or about.place
    if about.words and not named and not any(fit.words for fit in fits):
        return None  # its words are all that tells it from others
    if about.order:
        fits = [f for f in fits if f.meeting in in_order(asked_for(fits, asked), about)]
    if asked.kind is Kind.INTERVAL:
        fits = list(_sure(without_variants(fits), about))
    if is_a_plan(asked, about):
        fits = [f for f in fits if f.meeting.status in AHEAD] or fits
    if asked.kind is Kind.INTERVAL and about.period is None:
        fits = _soon(fits, asked.other if about is asked.about else asked.about) or fits
    ranked = sorted(fits, key=lambda fit: rank_of(fit, about))
    return ranked[0].meeting if ranked else None


def _soon(fits: Sequence[Fit], other: About | None) -> list[Fit]:
    """Those about the time that the other half of a question names: "between the call of July and
    the day on which she was to come".
    """
    first = other.period.earliest if other and other.period else None
    return [
        fit
        for fit in fits
        if first and (when := fit.meeting.when) and when.earliest
        and abs((when.earliest - first).days) <= A_MONTH_OR_SO
    ]  # fmt: skip


def _sure(fits: Sequence[Fit], about: About) -> Iterator[Fit]:
    """Those that are surely meant: of somebody's meetings one at the place that is named, where no
    other person tells it from the rest.
    """
    for fit in fits:
        if len(about.parties) > 1 or not about.place or "where" not in fit.open:
            yield fit


def is_a_plan(asked: Asked, about: About) -> bool:
    """Whether this half of a question speaks of a plan: "and the announced visit of Berg"."""
    match = OF_A_PLAN.search(asked.text)
    if match is None:
        return False
    names = [*(party.words for party in about.parties), *([about.place] if about.place else [])]
    behind = asked.text[match.end() : match.end() + BEHIND]
    if match[0].endswith(" for"):  # "the talks with Berg announced for"
        behind = match[0]
    second = about is asked.other and " and " in asked.text[: match.start()]
    return any(name in behind for name in names) or (second and not re.match(r" (?:of|in)", behind))


def _share_people(asked: Asked) -> bool:
    """Whether both halves are of the same people, as where one of them named nobody."""
    return asked.other is not None and asked.about.parties == asked.other.parties


def _any_there(found: Findings, about: About) -> bool:
    """Whether a report bears out the place, the time if one is told, and a summit as a summit."""
    there = [fit for fit in found.exact if fit.open.isdisjoint({"where", "when"})]
    summit = set(about.forms) == {"summit"}
    return any(fit.meeting.form == "summit" or not summit for fit in there)


def rank_of(fit: Fit, about: About) -> tuple[bool, bool, int, bool, int]:
    """The held first, then the dated, those on the words, of the form named, told of most."""
    meeting = fit.meeting
    other = "meeting" not in about.forms and not is_named(meeting.form, about.forms)
    ahead = meeting.status not in TOOK_PLACE
    return (ahead, meeting.when is None, -fit.words, other, -meeting.reports)


def tell_missing(teller: Teller, found: Sequence[Meeting | None], lead: str) -> Reply | None:
    """That not both are told, and those that are reported; None where none is."""
    meetings = {meeting.id: meeting for meeting in found if meeting}
    told = tell_each(teller, list(meetings.values()), quoted=True)
    return suggest_instead(teller, told, lead) if told else None


def told_day(
    teller: Teller, asked: Asked, about: About, meeting: Meeting | None, *, exact: bool = False
) -> Dated | None:
    """The days of a meeting, else of the one sentence that tells a day of it.

    A passage is asked also where a meeting's day is not told to the day.
    """
    if is_a_deed(about):
        return find_day_of(teller, asked, about)
    known = days_of_meeting(teller, meeting) if meeting else None
    if known and known.day == known.last:
        return known
    found = find_day(teller, asked, about) or find_day_of(teller, asked, about)
    if found is None and about.place and meeting is None:  # its people were the other half's
        found = find_day(teller, asked, about.model_copy(update={"parties": ()}))
    found = found if is_a_plan(asked, about) else unless_planned(teller, asked, found)
    return found or (None if exact else known)


def set_apart(asked: Asked, found: Sequence[Meeting | None]) -> Sequence[Meeting | None]:
    """Two meetings; where one answers to both halves, and each names a place, none for the second.

    A meeting in Cork may be at a house called so, but not if it is what the other half means.
    """
    places = {about.place for about in (asked.about, asked.other) if about}
    same = len(found) > 1 and found[0] and found[1] and found[0].id == found[1].id
    announced = asked.other is None or asked.other.status or asked.about.status
    return [found[0], None] if same and len(places) > 1 and not announced else found


def plain_of(one: Dated) -> Statement:
    """What tells a day, without the day as a record."""
    return Statement(text=one.text, citations=one.citations, derivation=one.derivation)
