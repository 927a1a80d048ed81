"""Answers from the meetings that the archive reports: when, where, who, held or only planned, …

Each kind of question has its function. It gets the meetings that fit and says what they tell, or
that they do not; None hands the question on to the passages.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from index.archive import Archive
from index.meeting_records import Meeting
from index.records import Outcome, Statement
from qa.asked import About, Asked, Kind
from qa.finding import (
    Findings,
    Fit,
    find_meetings_for,
    is_meeting_question,
    is_pinned,
    participant_of,
)
from qa.from_several import answer_compare, answer_interval, answer_most, answer_order
from qa.reply import (
    AHEAD,
    AS_PLANNED,
    HELD,
    MOST_LISTED,
    MOST_TOLD,
    ONLY_PLANNED,
    Reply,
    Told,
    make_reply,
    tell_each,
)
from qa.sides import FIELDS, are_sides, differs_within, newest_first, sequels, sides_told
from qa.teller import Teller


def answer_from_meetings(archive: Archive, asked: Asked) -> Reply | None:
    """What the archive's meetings answer; None where the question is not about a meeting, or where
    they hold no answer and the passages may.
    """
    if asked.kind in SEVERAL and is_meeting_question(asked):
        return SEVERAL[asked.kind](archive, asked)
    answer = KINDS.get(asked.kind)
    if answer is None or not is_meeting_question(asked) or not is_pinned(asked):
        return None
    found = find_meetings_for(archive, asked)
    if not found.exact or _is_about_more(asked.about, found.exact):
        return None
    return answer(Teller(archive), asked, found)


def _is_about_more(about: About, fits: Sequence[Fit]) -> bool:
    """Whether most of what a question says is told by no report of the meetings that fit it."""
    held = max(fit.words for fit in fits)
    return len(about.words) > 1 and held < len(about.words) / 2


def _on_the_words(fits: Sequence[Fit]) -> list[Fit]:
    """Those whose reports hold the most of the question's other words."""
    most = max((fit.words for fit in fits), default=0)
    return [fit for fit in fits if fit.words == most]


def _in_order(fits: Sequence[Fit], about: About) -> list[Meeting]:
    """The meetings in order of date; only the last or first dated one where that is asked."""
    meetings = [fit.meeting for fit in fits]
    if about.order is None:
        return meetings
    dated = [m for m in meetings if m.when and m.when.earliest]
    if not dated:
        return meetings
    return [dated[-1] if about.order == "last" else dated[0]]


def _asked_for(fits: Sequence[Fit], asked: Asked) -> list[Fit]:
    """Those that were held, where a question speaks of what was; else those still ahead."""
    if asked.planned:
        return list(fits)
    held = [fit for fit in fits if fit.meeting.status in HELD]
    return held or list(fits)


def _answer_fact(teller: Teller, asked: Asked, found: Findings) -> Reply | None:
    """When, where, who: the meetings that tell it, each in one sentence."""
    has = HAS[asked.kind]
    fits = [fit for fit in _asked_for(found.exact, asked) if has(fit.meeting, asked.about)]
    if not fits:
        return None
    meetings = _in_order(_on_the_words(fits), asked.about)
    told = _with_sides(teller, asked.kind, meetings)
    told = [one for one in told if _says(asked.kind, one)]
    if not told:
        return None
    if _differ(asked.kind, told, meetings):
        return _tell_sides(teller, asked.kind, told)
    quotes = teller.quotes(told[0].meeting, told[0].statement) if len(told) == 1 else ()
    only = not asked.planned and all(one.meeting.status in AHEAD for one in told)
    lead = AS_PLANNED if only else ""
    return make_reply(teller, Outcome.ANSWERED, told, lead=lead, more=quotes)


def _with_sides(teller: Teller, kind: Kind, meetings: Sequence[Meeting]) -> list[Told]:
    """The meetings, each followed by those that tell it otherwise."""
    return tell_each(teller, list(sides_told(teller.archive, meetings[:MOST_TOLD], kind)))


def _differ(kind: Kind, told: Sequence[Told], meetings: Sequence[Meeting]) -> bool:
    """Whether reports differ on what is asked, within one meeting or as two of them."""
    asked_for = {meeting.id for meeting in meetings}
    added = any(one.meeting.id not in asked_for for one in told)
    pairs = ((a.meeting, b.meeting) for n, a in enumerate(told) for b in told[n + 1 :])
    within = any(differs_within(one.meeting, kind) for one in told)
    return added or within or any(are_sides(*pair, kind) for pair in pairs)


def _tell_sides(
    teller: Teller, kind: Kind, told: Sequence[Told], first: Sequence[Statement] = ()
) -> Reply:
    """All sides of a conflict, each with its sentences, the newest first."""
    order = {m.id: at for at, m in enumerate(newest_first([one.meeting for one in told]))}
    ordered = sorted(told, key=lambda one: order[one.meeting.id])
    quotes = [q for one in ordered for q in teller.sides(one.meeting, FIELDS[kind])]
    return make_reply(
        teller, Outcome.CONFLICTING, ordered, lead=REPORTS_DIFFER, first=first, more=quotes
    )


def _says(kind: Kind, told: Told) -> bool:
    """Whether the sentence kept what is asked for: only what its evidence bears out is said."""
    text = told.statement.text
    if kind is Kind.WHEN:
        return any(character.isdigit() for character in text)
    if kind is Kind.WHERE:
        places = (told.meeting.place, told.meeting.venue)
        return any(place and place in text for place in places)
    return True


def _has_day(meeting: Meeting, about: About) -> bool:
    return bool(meeting.when and (meeting.when.earliest or meeting.when.latest))


def _has_place(meeting: Meeting, about: About) -> bool:
    return bool(meeting.place or meeting.venue)


def _has_others(meeting: Meeting, about: About) -> bool:
    asked = {p.name for party in about.parties if (p := participant_of(meeting, party))}
    return any(p.name not in asked for p in meeting.participants)


HAS: dict[Kind, Callable[[Meeting, About], bool]] = {
    Kind.WHEN: _has_day,
    Kind.WHERE: _has_place,
    Kind.WHO: _has_others,
}


def _answer_whether(teller: Teller, asked: Asked, found: Findings) -> Reply | None:
    """Whether it took place, and what became of it."""
    meetings = _in_order(_asked_for(found.exact, asked), asked.about)
    told = tell_each(teller, meetings[:MOST_TOLD])
    if not told:
        return None
    ahead = all(one.meeting.status in AHEAD for one in told) and not asked.planned
    outcome = Outcome.ONLY_PLANNED if ahead else Outcome.ANSWERED
    differ = [one.meeting for one in told if _is_disputed(one.meeting)]
    if differ and len(told) == 1:
        return make_reply(teller, Outcome.CONFLICTING, told, more=teller.trace(differ[0]))
    quotes = teller.quotes(told[0].meeting, told[0].statement) if len(told) == 1 else ()
    return make_reply(teller, outcome, told, lead=ONLY_PLANNED if ahead else "", more=quotes)


def _is_disputed(meeting: Meeting) -> bool:
    """Whether reports contradict each other on what became of a meeting."""
    return any(c.field == "status" and c.kind == "discrepancy" for c in meeting.conflicts)


def _answer_topics(teller: Teller, asked: Asked, found: Findings) -> Reply | None:
    """On what: the topics in the reports' own words."""
    meetings = _in_order(_on_the_words(_asked_for(found.exact, asked)), asked.about)
    first = [said for m in meetings[:MOST_TOLD] for said in teller.topics(m)]
    told = tell_each(teller, meetings[:MOST_TOLD])
    return make_reply(teller, Outcome.ANSWERED, told, first=first) if first and told else None


def _answer_duration(teller: Teller, asked: Asked, found: Findings) -> Reply | None:
    """How long: what the reports say of its length, all of them where they differ."""
    meetings = [m for m in _in_order(_asked_for(found.exact, asked), asked.about) if m.duration]
    first = [said for m in meetings[:MOST_TOLD] for said in teller.durations(m)]
    told = _with_sides(teller, asked.kind, meetings)
    if not first or not told:
        return None
    if _differ(asked.kind, told, meetings):
        said = [said for one in told for said in teller.durations(one.meeting)]
        return _tell_sides(teller, asked.kind, told, said)
    return make_reply(teller, Outcome.ANSWERED, told, first=first)


def _answer_count(teller: Teller, asked: Asked, found: Findings) -> Reply | None:
    """How many, by status, with the list that was counted: those held first."""
    plain = not asked.planned and asked.about.status is None
    fits = [fit.meeting for fit in found.exact]
    held = [meeting for meeting in fits if meeting.status in HELD] if plain else fits
    rest = [meeting for meeting in fits if meeting not in held]
    told = tell_each(teller, [*held, *rest][:MOST_LISTED])
    if not told:
        return None
    counted = [one.statement for one in told if one.meeting in held] or [told[0].statement]
    first = teller.count(counted, len(held), held=plain)
    return make_reply(teller, Outcome.ANSWERED, told, first=first, meetings=fits)


def _answer_list(teller: Teller, asked: Asked, found: Findings) -> Reply | None:
    """Every meeting that fits, in order; where they are many, how many there are and the first."""
    fits = [fit.meeting for fit in found.exact]
    told = tell_each(teller, fits[:MOST_LISTED])
    many = len(fits) > len(told) and bool(told)
    first = teller.count([t.statement for t in told], len(fits), held=False) if many else []
    return make_reply(teller, Outcome.ANSWERED, told, first=first, meetings=fits) if told else None


def _answer_trace(teller: Teller, asked: Asked, found: Findings) -> Reply | None:
    """What became of it: each report's word with its day, in order.

    A meeting that was put off goes on in those that the same people had or planned later.
    """
    meetings = _in_order(_on_the_words(found.exact), asked.about)[:MOST_TOLD]
    meetings += [m for one in meetings for m in sequels(teller.archive, one) if m not in meetings]
    steps = teller.trace(*meetings)
    return (
        make_reply(teller, Outcome.ANSWERED, (), first=steps, meetings=meetings) if steps else None
    )


def _answer_teller(teller: Teller, asked: Asked, found: Findings) -> Reply | None:
    """Who says so, in the reports' own words, and the meeting meant."""
    meetings = _in_order(_on_the_words(found.exact), asked.about)[:MOST_TOLD]
    first = [said for m in meetings for said in teller.tellers(m)]
    told = tell_each(teller, meetings)
    return make_reply(teller, Outcome.ANSWERED, told, first=first) if first and told else None


REPORTS_DIFFER = "Reports differ; the newer is told first."
Answerer = Callable[[Teller, Asked, Findings], Reply | None]
KINDS: dict[Kind, Answerer] = {
    Kind.WHEN: _answer_fact,
    Kind.WHERE: _answer_fact,
    Kind.WHO: _answer_fact,
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
