"""When, where and who: what the meetings tell that a question is about, all sides of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import islice

from index.meeting_records import AHEAD, TOOK_PLACE, Meeting, Status
from index.records import SUPPORTING, Outcome, Statement, ZoneKind
from index.words import fold
from qa.meetings.finding import Findings
from qa.meetings.fits import Fit, participant_of
from qa.meetings.lengths import by_length
from qa.meetings.sides import (
    FIELDS,
    are_sides,
    differs_within,
    newest_first,
    same_people,
    sides_told,
)
from qa.meetings.variants import DOUBTED, is_vaguer
from qa.passages.naming import names_all, surnames_of
from qa.passages.place_asked import sort_of_place
from qa.question.asked import About, Asked, Kind
from qa.telling.reply import (
    AS_PLANNED,
    MISSING,
    MOST_NEAR,
    MOST_TOLD,
    Reply,
    Told,
    make_reply,
    suggest_instead,
    tell_each,
)
from qa.telling.support import Report
from qa.telling.teller import Teller

PAIR = 2
CONFIRMED = re.compile(r"\bconfirm", re.IGNORECASE)  # "according to the palace's confirmation"
NO_VENUE = "The archive does not say in which building or room."
REPORTS_DIFFER = "Reports differ; the newer is told first."


def on_the_words(fits: Sequence[Fit]) -> list[Fit]:
    """Those whose reports hold the most of the question's other words."""
    most = max((fit.words for fit in fits), default=0)
    return [fit for fit in fits if fit.words == most]


def in_order(fits: Sequence[Fit], about: About) -> list[Meeting]:
    """The meetings in order of date; only the one that is the last, first, longest or shortest of
    those told where that is asked.
    """
    meetings = [fit.meeting for fit in fits]
    if about.order is None:
        return meetings
    if about.order in ("longest", "shortest"):
        ranked = by_length(meetings)
        return ranked[:1] if about.order == "longest" else ranked[-1:]
    dated = [m for m in meetings if m.when and m.when.earliest]
    if not dated:
        return meetings
    return [dated[-1] if about.order == "last" else dated[0]]


def asked_for(fits: Sequence[Fit], asked: Asked) -> list[Fit]:
    """Those that were held, where a question speaks of what was; else those still ahead."""
    if asked.planned:  # what is only said to be possible comes last
        return sorted(fits, key=lambda fit: fit.meeting.status in DOUBTED)
    held = [fit for fit in fits if fit.meeting.status in TOOK_PLACE]
    return held or list(fits)


def answer_fact(teller: Teller, asked: Asked, found: Findings) -> Reply | None:
    """When, where, who: the meetings that tell it, each in one sentence."""
    has = _has(asked)
    wanted = asked_for(found.exact, asked)
    if asked.about.order == "last" and not asked.planned:
        return _answer_last(teller, asked, found, in_order(on_the_words(wanted), asked.about))
    fits = [fit for fit in wanted if has(fit.meeting, asked.about) and _is_there(fit, asked)]
    fits = fits or [fit for fit in told_otherwise(wanted, found) if has(fit.meeting, asked.about)]
    if not fits and _has(asked) is _has_venue:
        return _tell_without_venue(teller, wanted)
    if not fits and asked.kind in (Kind.WHEN, Kind.WHERE):
        return _tell_planned(teller, asked, found, wanted)
    return _tell_fact(teller, asked, in_order(on_the_words(fits), asked.about)) if fits else None


def _tell_fact(teller: Teller, asked: Asked, meetings: Sequence[Meeting]) -> Reply | None:
    told = with_sides(teller, asked.kind, meetings)
    told = naming_them(asked, [one for one in told if _says(asked.kind, one)])
    told = _without_vaguer(_of_several(told))
    if not told:
        return None
    if differ(asked.kind, told, meetings):
        return tell_sides(teller, asked.kind, told)
    quotes = quotes_of(teller, asked, told[0]) if len(told) == 1 else ()
    only = not asked.planned and all(one.meeting.status in AHEAD for one in told)
    lead = AS_PLANNED if only else ""
    return make_reply(teller, Outcome.ANSWERED, told, lead=lead, more=quotes)


def naming_them(asked: Asked, told: Sequence[Told]) -> list[Told]:
    """Those told with somebody who is asked about, where some are: a sentence that bears out only
    that Stone was in Oslo does not tell whom Berg met.
    """
    return [one for one in told if _names_them(asked, one)] or list(told)


def _names_them(asked: Asked, one: Told) -> bool:
    people = [who for p in asked.about.parties if (who := participant_of(one.meeting, p))]
    text = fold(one.statement.text)
    return not people or any(fold(who.name.split()[-1]) in text for who in people)


def _of_several(told: Sequence[Told]) -> list[Told]:
    """Those that say who met whom, or who visited, where others name somebody alone: "Berg met in
    Cork" says little beside "Berg met Stone in Oslo".
    """
    whole = [
        one for one in told if len(one.meeting.participants) >= PAIR or one.meeting.form == "visit"
    ]
    return whole or list(told)


def _without_vaguer(told: Sequence[Told]) -> list[Told]:
    """Those told without what another of them tells with its day."""
    return [a for a in told if not any(is_vaguer(a.meeting, b.meeting) for b in told)]


def quotes_of(teller: Teller, asked: Asked, one: Told) -> list[Statement]:
    """The sentences that a statement cites, word for word; before them one that tells it just of
    those who are asked about, where more took part, or that planned it, where its plan is asked.
    """
    nearest = islice(_told_as_asked(teller, asked, one.meeting), 1)
    return [*nearest, *teller.quotes(one.statement)]


def _told_as_asked(teller: Teller, asked: Asked, meeting: Meeting) -> Iterator[Statement]:
    people = [surnames_of(teller.archive, p) for p in asked.about.parties if p.kind == "person"]
    by = [frozenset(fold(p.called.split()[-1]).casefold().split()) for p in asked.speakers]
    pair = PAIR <= len(people) == len(asked.about.parties) < len(meeting.participants)
    planned = asked.planned and meeting.status in TOOK_PLACE
    confirmed = CONFIRMED.search(asked.text) is not None
    wanted = {Status.CONFIRMED} if confirmed else AHEAD - DOUBTED
    reports = sorted(teller.reports(meeting), key=_is_headline)
    for report in reports:
        mention, own = report.mention, report.own
        of_status = mention.status in (wanted if planned else TOOK_PLACE)
        just = planned or (pair and len(mention.participants) == len(people))
        told = own and own.zone in SUPPORTING and names_all([*people, *by], own.text)
        if own and told and of_status and just:
            yield teller.quote(report.article, own)


def _is_headline(report: Report) -> bool:
    return report.own is None or report.own.zone is not ZoneKind.BODY


def _tell_without_venue(teller: Teller, wanted: Sequence[Fit]) -> Reply | None:
    """What is told of meetings where it is asked in what building they were, and none says it."""
    told = tell_each(teller, [fit.meeting for fit in wanted if fit.meeting.when][:MOST_NEAR])
    return suggest_instead(teller, told, NO_VENUE) if told else None


def _tell_planned(
    teller: Teller, asked: Asked, found: Findings, wanted: Sequence[Fit]
) -> Reply | None:
    """When or where it was to be, where the reports that it was held leave that open: both told."""
    has = _has(asked)
    planned = [fit.meeting for fit in found.exact if has(fit.meeting, asked.about)]
    told = tell_each(teller, [*planned, *(fit.meeting for fit in wanted)][:MOST_TOLD])
    if not planned or not told:
        return None
    held = [one for one in told if one.meeting.status in TOOK_PLACE]
    quotes = [quote for one in held for quote in teller.quotes(one.statement)]
    return make_reply(teller, Outcome.ANSWERED, told, more=quotes)


def _answer_last(
    teller: Teller, asked: Asked, found: Findings, meetings: Sequence[Meeting]
) -> Reply | None:
    """The last meeting held, whether it tells what is asked or not; after it what is planned."""
    if not meetings or meetings[0].status in AHEAD or len(meetings) > 1:
        fits = [m for m in meetings if _has(asked)(m, asked.about)]
        return _tell_fact(teller, asked, fits) if fits else None
    planned = tell_each(teller, list(_planned_after(meetings[0], found)))
    if not _has(asked)(meetings[0], asked.about):
        told = tell_each(teller, meetings[:1])
        return suggest_instead(teller, [*told, *planned], MISSING[asked.kind]) if told else None
    reply = _tell_fact(teller, asked, meetings)
    if reply is None or not planned or reply.outcome is not Outcome.ANSWERED:
        return reply
    told = with_sides(teller, asked.kind, meetings)
    return make_reply(teller, Outcome.ANSWERED, [*told, *planned])


def _planned_after(last: Meeting, found: Findings) -> Iterator[Meeting]:
    """What the same people had ahead of them after the last meeting held."""
    since = last.when.latest if last.when else None
    for fit in (*found.exact, *found.looser):
        day = fit.meeting.when.earliest if fit.meeting.when else None
        if fit.meeting.status in AHEAD and since and day and day > since:
            yield fit.meeting


def _is_there(fit: Fit, asked: Asked) -> bool:
    """Whether a meeting is told to have been where one is asked for whom somebody met there."""
    alone = asked.kind is Kind.WHO and len(asked.about.parties) < PAIR
    return not (alone and asked.about.place and "where" in fit.open)


def told_otherwise(wanted: Sequence[Fit], found: Findings) -> list[Fit]:
    """Reports of the same people, held, that leave the form or the place open.

    One paper has the day of a call, the other that it was by telephone.
    """
    return [
        fit
        for fit in found.looser
        if fit.meeting.status in TOOK_PLACE
        and fit.open <= {"form", "where"}
        and any(same_people(fit.meeting, one.meeting) for one in wanted)
    ]


def with_sides(teller: Teller, kind: Kind, meetings: Sequence[Meeting]) -> list[Told]:
    """The meetings, each followed by those that tell it otherwise."""
    sides = list(sides_told(teller.archive, meetings[:MOST_TOLD], kind))
    return tell_each(teller, sides, quoted=kind in (Kind.WHEN, Kind.WHERE))


def differ(kind: Kind, told: Sequence[Told], meetings: Sequence[Meeting]) -> bool:
    """Whether reports differ on what is asked, within one meeting or as two of them."""
    asked_for = {meeting.id for meeting in meetings}
    added = any(one.meeting.id not in asked_for for one in told)
    pairs = ((a.meeting, b.meeting) for n, a in enumerate(told) for b in told[n + 1 :])
    within = any(differs_within(one.meeting, kind) for one in told)
    return added or within or any(are_sides(*pair, kind) for pair in pairs)


def tell_sides(
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


def _has_venue(meeting: Meeting, about: About) -> bool:
    named = fold(about.place or "").casefold()  # a house that the question names is no news
    told = fold(meeting.venue or "").casefold().removeprefix("the ")
    return bool(told) and told != named


def _has_others(meeting: Meeting, about: About) -> bool:
    asked = {p.name for party in about.parties if (p := participant_of(meeting, party))}
    return any(p.name not in asked for p in meeting.participants)


HAS: dict[Kind, Callable[[Meeting, About], bool]] = {
    Kind.WHEN: _has_day,
    Kind.WHERE: _has_place,
    Kind.WHO: _has_others,
}


def _has(asked: Asked) -> Callable[[Meeting, About], bool]:
    """What tells whether a meeting holds what is asked for: a town is no building."""
    if asked.kind is Kind.WHERE and sort_of_place(asked.text) == "venue":
        return _has_venue
    return HAS[asked.kind]
