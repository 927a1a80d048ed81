"""Answers from the meetings that the archive reports: when, where, who, held or only planned, …

Each kind of question has its function. It gets the meetings that fit and says what they tell, or
that they do not; None hands the question on to the passages.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import islice

from index.archive import Archive
from index.meeting_records import AHEAD, PLAINLY_AHEAD, TOOK_PLACE, Meeting, Status
from index.records import Outcome, Statement
from qa.meetings.absence import answer_absent
from qa.meetings.companions import answer_companions
from qa.meetings.facts import (
    answer_fact,
    asked_for,
    differ,
    in_order,
    on_the_words,
    quotes_of,
    tell_sides,
    told_otherwise,
    with_sides,
)
from qa.meetings.finding import (
    Findings,
    find_meetings_for,
    is_dated,
    is_meeting_question,
    is_pinned,
)
from qa.meetings.fits import Fit, is_named
from qa.meetings.held_or_not import answer_held_or_not, say_none_held
from qa.meetings.interval import answer_interval
from qa.meetings.printed_counts import answer_printed
from qa.meetings.several import answer_compare, answer_most, answer_order
from qa.meetings.sides import is_near, sequels
from qa.meetings.superlative import answer_superlative
from qa.meetings.told_behind import told_behind, told_for
from qa.meetings.variants import DOUBTED, without_retold, without_variants
from qa.meetings.which_meant import ask_which_holder, ask_which_meeting
from qa.question.asked import About, Asked, Kind
from qa.question.meeting_words import NEVER_HELD
from qa.telling.phrases import MOST_LISTED
from qa.telling.reply import (
    MOST_TOLD,
    ONLY_PLANNED,
    Reply,
    Told,
    make_reply,
    tell_each,
)
from qa.telling.teller import Teller

MOST_BEHIND = 3
UNDATED = "No report tells when it was; it may be another:"  # where the question names a time


def answer_from_meetings(archive: Archive, asked: Asked) -> Reply | None:
    """What the archive's meetings answer; None where the question is not about a meeting, or where
    they hold no answer and the passages may.
    """
    if is_meeting_question(asked):
        special = (
            ask_which_meeting(archive, asked)
            or answer_printed(archive, asked)
            or answer_superlative(archive, asked)
            or answer_held_or_not(archive, asked)
        )
        if special:
            return special
    of_events = asked.kind in (Kind.INTERVAL, Kind.ORDER) and asked.other is not None
    if asked.kind in SEVERAL and (is_meeting_question(asked) or of_events):
        return SEVERAL[asked.kind](archive, asked)
    answer = KINDS.get(asked.kind)
    if answer is None or not is_meeting_question(asked):
        return None
    found = find_meetings_for(archive, asked)
    if not is_pinned(asked) and not _is_told_by_words(asked.about, found.exact):
        return None
    away = answer_absent(archive, asked, found)
    if away:
        return away
    if not found.exact or _is_about_more(asked.about, found.exact):
        return None
    found = found.model_copy(update={"exact": without_retold(found.exact)})
    teller = Teller(archive)
    reply = answer_companions(teller, asked, found) or answer(teller, asked, found)
    reply = ask_which_holder(asked, reply) if reply else None
    undated = asked.about.period and not any(is_dated(fit.meeting) for fit in found.exact)
    return reply.model_copy(update={"lead": UNDATED}) if reply and undated else reply


def _is_told_by_words(about: About, fits: Sequence[Fit]) -> bool:
    """Whether a question's own words say which meeting is meant: "the Hofn herring meeting"."""
    return len(about.words) > 1 and any(fit.words == len(about.words) for fit in fits)


def _is_about_more(about: About, fits: Sequence[Fit]) -> bool:
    """Whether most of what a question says is told by no report of the meetings that fit it."""
    held = max(fit.words for fit in fits)
    return len(about.words) > 1 and held < len(about.words) / 2


def _answer_whether(teller: Teller, asked: Asked, found: Findings) -> Reply | None:
    """Whether it took place, and what became of it."""
    meetings = in_order(asked_for(found.exact, asked), asked.about)
    told = tell_each(teller, meetings[:MOST_TOLD], quoted=True)
    if not told:
        return None
    ahead = all(one.meeting.status in AHEAD for one in told) and not asked.planned
    outcome = Outcome.ONLY_PLANNED if ahead else Outcome.ANSWERED
    differ = [one.meeting for one in told if _is_disputed(one.meeting)]
    if differ and len(told) == 1:
        return make_reply(teller, Outcome.CONFLICTING, told, more=teller.trace(differ[0]))
    quotes = quotes_of(teller, asked, told[0]) if len(told) == 1 else ()
    return make_reply(teller, outcome, told, lead=ONLY_PLANNED if ahead else "", more=quotes)


def _is_disputed(meeting: Meeting) -> bool:
    """Whether reports contradict each other on what became of a meeting."""
    return any(c.field == "status" and c.kind == "discrepancy" for c in meeting.conflicts)


def _answer_topics(teller: Teller, asked: Asked, found: Findings) -> Reply | None:
    """On what: the topics in the reports' own words."""
    meetings = in_order(on_the_words(asked_for(found.exact, asked)), asked.about)
    if len(meetings) > MOST_TOLD:
        meetings = [m for m in meetings if m.topics] or meetings
    first = [said for m in meetings[:MOST_TOLD] for said in teller.topics(m)]
    told = tell_each(teller, meetings[:MOST_TOLD])
    if not first:
        return _answer_behind(teller, asked, told)
    if not told:
        return None
    those = [m for m in meetings[:MOST_TOLD] if m.topics or len(told) == 1]
    quotes = [q for m in those for q in teller.told_in(m, "topics")]
    if len(told) == 1:
        return make_reply(teller, Outcome.ANSWERED, told, first=first, more=quotes)
    each = [said for one in told for said in _with_topics(teller, one)]
    return make_reply(teller, Outcome.ANSWERED, (), first=each, more=quotes, meetings=those)


def _answer_behind(teller: Teller, asked: Asked, told: Sequence[Told]) -> Reply | None:
    """The meetings of which no report says in so many words what they were about, and what their
    reports tell of it; None where they tell nothing.
    """
    those, quotes = list[Told](), list[Statement]()
    for one in told:
        met_for = list(islice(told_for(teller, one.meeting), 1))
        behind = met_for or list(islice(told_behind(teller, asked.about, one.meeting), MOST_BEHIND))
        those += [one] if behind else []
        quotes += behind
    return make_reply(teller, Outcome.ANSWERED, those, more=quotes) if quotes else None


def _with_topics(teller: Teller, one: Told) -> Sequence[Statement]:
    """A meeting with what it was about; nothing where no report tells that."""
    topics = teller.topics(one.meeting)
    return [one.statement, *topics] if topics else []


def _answer_duration(teller: Teller, asked: Asked, found: Findings) -> Reply | None:
    """How long: what the reports say of its length, all of them where they differ."""
    wanted = asked_for(found.exact, asked)
    fits = [fit for fit in wanted if fit.meeting.duration]
    fits = fits or [fit for fit in told_otherwise(wanted, found) if fit.meeting.duration]
    meetings = in_order(fits, asked.about)
    first = [said for m in meetings[:MOST_TOLD] for said in teller.durations(m)]
    told = with_sides(teller, asked.kind, meetings)
    if not first or not told:
        return None
    if differ(asked.kind, told, meetings):
        said = [said for one in told for said in teller.durations(one.meeting)]
        return tell_sides(teller, asked.kind, told, said)
    return make_reply(teller, Outcome.ANSWERED, told, first=first)


def _answer_count(teller: Teller, asked: Asked, found: Findings) -> Reply | None:
    """How many, by status, with the list that was counted: those held first."""
    plain = not asked.planned and asked.about.status is None
    fits = [fit.meeting for fit in _counted(teller.archive, asked, found)]
    scheduled = asked.planned and not NEVER_HELD.search(asked.text)
    ahead = asked.about.status is Status.ANNOUNCED and not scheduled
    counts = TOOK_PLACE if plain else PLAINLY_AHEAD if ahead else None
    counted = [meeting for meeting in fits if counts is None or meeting.status in counts]
    rest = [meeting for meeting in fits if meeting not in counted]
    told = tell_each(teller, [*counted, *rest][:MOST_LISTED], quoted=True)
    if not told:
        return None
    those = [one.statement for one in told if one.meeting in counted] or [told[0].statement]
    first = teller.count(those, len(counted), held=plain, ahead=ahead)
    if plain and all(meeting.status in AHEAD for meeting in fits):
        lead = say_none_held(len(told))
        return make_reply(teller, Outcome.ONLY_PLANNED, told, lead=lead, first=first, meetings=fits)
    return make_reply(teller, Outcome.ANSWERED, told, first=first, meetings=fits)


def _counted(archive: Archive, asked: Asked, found: Findings) -> Sequence[Fit]:
    """The meetings to be counted or listed, each once; all where doubted ones are asked for.

    Of those announced the ones that were held are left out, although other reports tell it.
    """
    if asked.about.status in DOUBTED:
        return found.exact
    if asked.about.status is not Status.ANNOUNCED:
        return without_variants(found.exact)
    plain = asked.model_copy(update={"about": asked.about.model_copy(update={"status": None})})
    return without_variants(found.exact, find_meetings_for(archive, plain).exact)


def _answer_list(teller: Teller, asked: Asked, found: Findings) -> Reply | None:
    """Every meeting that fits, in order; where they are many, how many there are and the first."""
    kept = _counted(teller.archive, asked, found)
    ordered = asked_for(kept, asked) if asked.about.order else kept
    fits = in_order(ordered, asked.about)
    told = tell_each(teller, fits[:MOST_LISTED], quoted=True)
    many = len(fits) > len(told) and bool(told)
    first = teller.count([t.statement for t in told], len(fits), held=False) if many else []
    return make_reply(teller, Outcome.ANSWERED, told, first=first, meetings=fits) if told else None


def _answer_trace(teller: Teller, asked: Asked, found: Findings) -> Reply | None:
    """What became of it: each report's word with its day, in order.

    A meeting that was put off goes on in those that the same people had or planned later.
    """
    meetings = in_order(on_the_words(found.exact), asked.about)[:MOST_TOLD]
    meetings += [m for m in _placeless(asked.about, found) if any(is_near(m, n) for n in meetings)]
    meetings += [m for one in meetings for m in sequels(teller.archive, one) if m not in meetings]
    steps = teller.trace(*meetings)
    return (
        make_reply(teller, Outcome.ANSWERED, (), first=steps, meetings=meetings) if steps else None
    )


def _placeless(about: About, found: Findings) -> list[Meeting]:
    """The meetings of the form asked for that leave open nothing but their place: one report of a
    summit put off names the town, and another does not.
    """
    fits = [fit for fit in found.looser if fit.open == {"where"}]
    return [fit.meeting for fit in fits if is_named(fit.meeting.form, about.forms)]


def _answer_teller(teller: Teller, asked: Asked, found: Findings) -> Reply | None:
    """Who says so, in the reports' own words, and the meeting meant."""
    meetings = in_order(on_the_words(found.exact), asked.about)[:MOST_TOLD]
    first = [said for m in meetings for said in teller.tellers(m)]
    told = tell_each(teller, meetings)
    return make_reply(teller, Outcome.ANSWERED, told, first=first) if first and told else None


Answerer = Callable[[Teller, Asked, Findings], Reply | None]
KINDS: dict[Kind, Answerer] = {
    Kind.WHEN: answer_fact,
    Kind.WHERE: answer_fact,
    Kind.WHO: answer_fact,
    Kind.WHETHER: _answer_whether,
    Kind.STATUS: _answer_whether,
    Kind.TOPICS: _answer_topics,
    Kind.DURATION: _answer_duration,
    Kind.COUNT: _answer_count,
    Kind.LIST: _answer_list,
    Kind.TRACE: _answer_trace,
    Kind.TELLER: _answer_teller,
}
SEVERAL: dict[Kind, Callable[[Archive, Asked], Reply | None]] = {
    Kind.ORDER: answer_order,
    Kind.COMPARE: answer_compare,
    Kind.INTERVAL: answer_interval,
    Kind.MOST: answer_most,
}
OF_MEETINGS = frozenset({*KINDS, *SEVERAL} - {Kind.TELLER})  # answered by meetings or not at all
