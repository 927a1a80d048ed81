"""The meetings that a question is about: those that fit all it says, or all but one thing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, product

from index.archive import Archive
from index.countries import related_names
from index.event_lookup import list_told
from index.gazetteer import country_name
from index.meeting_records import AHEAD, TOOK_PLACE, Form, Meeting, Status
from index.meetings import find_meetings
from index.records import Record
from index.reported import Told
from index.words import fold, stem
from qa.meetings.elsewhere import put_elsewhere
from qa.meetings.fits import (
    Fit,
    are_royal,
    compare,
    falls_into,
    is_relative,
    is_that_week,
    participant_of,
    widened,
)
from qa.meetings.holdings import find_articles, holdings_of
from qa.meetings.parties_known import with_holders, with_posts
from qa.question.asked import About, Asked, Kind, Post
from qa.question.meeting_words import NEVER_HELD

LISTING = frozenset({Kind.LIST, Kind.COUNT, Kind.MOST})
DATING = frozenset({Kind.WHEN, Kind.ORDER, Kind.INTERVAL})  # what only a day answers
DISCUSSED = re.compile(  # "discuss with Stone"; "What did Berg and Stone discuss?"
    r"\b(?:discuss|talk)(?:ed)? (?:\w+ ){0,4}?with\b|^What .+ and .+ (?:discuss|talk(?= about))"
)
LEAST_BORNE = 2
MOST_WAYS = 12  # to name the people of a question, by office or by holder


def is_meeting_question(asked: Asked) -> bool:
    """Whether a question is about a meeting, and not about something that merely happened."""
    about = asked.about
    listed = asked.kind in LISTING and bool(about.parties or about.period or about.place)
    discussed = len(about.parties) > 1 and DISCUSSED.search(asked.text) is not None
    return bool(about.forms) or listed or discussed


def is_pinned(asked: Asked) -> bool:
    """Whether a question says who, where, when, or by whose word: else every meeting would fit."""
    about = asked.about
    told = (about.parties, about.place, about.period, about.before, about.after, about.weekday)
    return any(told) or asked.kind in LISTING or bool(asked.outlet or asked.article)


class Findings(Record):
    """`exact`: nothing that the question says is contradicted; `near`: one thing is.

    `looser` are those that contradict nothing either and bear out less than the exact ones.
    """

    exact: tuple[Fit, ...]
    near: tuple[Fit, ...]
    looser: tuple[Fit, ...] = ()


def find_meetings_for(archive: Archive, asked: Asked, *, near: bool = False) -> Findings:
    """The meetings that a question is about, in order of date; with `near` those that nearly are.

    Of those that fit, the ones that bear out the most are kept: a meeting whose place is not known
    stands back behind one that is known to be there.
    """
    about = asked.about
    if asked.kind not in LISTING:  # "was it confirmed?" is answered by what became of it
        about = about.model_copy(update={"status": None})
    planned = asked.planned and not NEVER_HELD.search(asked.text)
    scheduled = planned and about.status is Status.ANNOUNCED
    if scheduled:  # what was held since had been announced as well
        about = about.model_copy(update={"status": None})
    about = with_holders(archive, about)
    candidates = _candidates(archive, asked, about, near)
    fits = [_compare(archive, meeting, asked, about) for meeting in candidates]
    exact = _exact(fits, asked)
    if not near and _wants_more(asked, exact):
        about = with_posts(archive, about)
        again = _candidates(archive, asked, about, near)
        more = [_compare(archive, meeting, asked, about) for meeting in again]
        exact += [fit for fit in _exact(more, asked) if _is_another(fit.meeting, exact)]
        exact.sort(key=lambda fit: _order(fit.meeting))
    close = (
        [fit for fit in fits if _misses_one(fit, about) and _is_close(fit, about)] if near else []
    )
    if scheduled:
        exact = [fit for fit in exact if _was_ahead(fit.meeting)]
    best = _best(exact, about)
    if not asked.planned:
        words = about.words if asked.kind is Kind.WHETHER else ()
        best = _with_held(best, exact, [one for w in words for one in (w, *related_names(w))])
    looser = [fit for fit in exact if fit.meeting.id not in {one.meeting.id for one in best}]
    return Findings(exact=tuple(best), near=tuple(_nearest(close)), looser=tuple(looser))


def _is_of_namesake(archive: Archive, meeting: Meeting, about: About) -> bool:
    """Whether it has nothing but a surname for one asked about in full, who is not meant by it."""
    rare = (p for p in about.parties if p.kind == "person" and " " in p.called
            and not holdings_of(archive).is_meant_bare(p.called))  # fmt: skip
    told = (participant_of(meeting, party) for party in rare)
    return any(one is not None and " " not in one.name for one in told)


def _compare(archive: Archive, meeting: Meeting, asked: Asked, about: About) -> Fit:
    """How a meeting fits; one in another town than is asked about does not, but in a list."""
    is_town = holdings_of(archive).is_town
    fit = compare(meeting, about, is_town)
    return fit if asked.kind in LISTING else put_elsewhere(archive, fit, asked, is_town)


def _exact(fits: Sequence[Fit], asked: Asked) -> list[Fit]:
    """Those that contradict nothing. One without a day fits no period that is listed.

    One that nobody dates is meant where no other is, and where it is not asked whether it was then.
    """
    exact = [fit for fit in fits if fit.is_exact and not _misses_people(fit)]
    that = [fit for fit in exact if is_that_week(fit.meeting, asked)]
    standing = asked.about.weekday and asked.as_of == asked.asked_on  # who asks on that day
    exact = that if standing else that or exact
    if asked.kind in LISTING:
        return [fit for fit in exact if "when" not in fit.open]
    dated = [fit for fit in exact if "when" not in fit.open or is_dated(fit.meeting)]
    if dated or asked.planned or asked.kind in (Kind.WHETHER, Kind.STATUS):
        return dated
    return [fit for fit in exact if len(fit.borne - {"form"}) >= LEAST_BORNE]


def _wants_more(asked: Asked, exact: Sequence[Fit]) -> bool:
    """Whether those told by their office alone are looked for as well: for a list, where nobody is
    found by name, and where no report that names them tells the day that is asked for.
    """
    undated = asked.kind in DATING and not any(fit.meeting.when for fit in exact)
    return asked.kind in LISTING or undated or not exact


def _is_another(meeting: Meeting, fits: Sequence[Fit]) -> bool:
    """Whether a meeting of those who hold some offices is none of those that name them: it has a
    time, and none of them is of that time.
    """
    when = meeting.when
    return when is not None and not any(falls_into(fit.meeting, when) for fit in fits)


def _was_ahead(meeting: Meeting) -> bool:
    return any(told.status in AHEAD for told in meeting.status_history)


def is_dated(meeting: Meeting) -> bool:
    """Whether a meeting's day is known in some way, or at least when it was told of."""
    return bool(meeting.when) or any(told.reported for told in meeting.status_history)


def _with_held(best: list[Fit], exact: Sequence[Fit], words: Sequence[str]) -> list[Fit]:
    """The best with those that were held, where the best are only ahead.

    A plan names its place and the report of the meeting may not: what was held is meant all the
    same, if it leaves nothing but the place open.
    """
    if not best or not all(fit.meeting.status in AHEAD for fit in best):
        return best
    held = [fit for fit in exact if fit.meeting.status in TOOK_PLACE and fit.open <= {"where"}
            and _words_held(fit.meeting, words) >= _words_held(best[0].meeting, words)]  # fmt: skip
    return [*held, *best]


def _misses_one(fit: Fit, about: About) -> bool:
    """Whether one thing is contradicted: a person by name, the place or the time.

    That it had another form, or that somebody told by office alone was not there, may be how the
    report puts it.
    """
    named = {f"who:{p.called}" for p in about.parties if p.kind == "person"}
    against = next(iter(fit.against)) if len(fit.against) == 1 else "form"
    return against != "form" and (against in named or not against.startswith("who:"))


def _is_close(fit: Fit, about: About) -> bool:
    """Whether a meeting that misses one thing is the one meant: two more things fit, none is open.

    A question that names two people and no more is about another meeting, not about this one. A
    place that the sentence on it names fits, though it may be that of something else in it.
    """
    names = about.place and any(
        fold(about.place).casefold() in fold(e.quote).casefold() for e in fit.meeting.evidence
    )
    here = frozenset({"where"}) & fit.open if names else frozenset()
    return len((fit.borne | here) - {"form"}) >= LEAST_BORNE and not fit.open - here


def _candidates(archive: Archive, asked: Asked, about: About, near: bool) -> list[Meeting]:
    """The meetings of all the people; with `near`, and without people, every one that bears out one
    thing at least: one of the people, the place or the days.
    """
    if asked.article or asked.outlet:
        return sorted(find_meetings(_told_by(archive, asked)), key=_order)
    wanted = _wanted(about, near)
    if asked.kind is Kind.TRACE and not about.parties and about.period is None:
        wanted = [{}]  # its reports need not name the place
    found = {
        meeting.id: meeting
        for one in wanted
        for meeting in archive.meetings(**one, as_of=asked.as_of)  # type: ignore[arg-type]
    }
    return sorted((m for m in found.values() if are_royal(m.participants, asked.text)
                   and not _is_of_namesake(archive, m, about)), key=_order)  # fmt: skip


def _wanted(about: About, near: bool) -> list[dict[str, object]]:
    """What is looked up: for people together each way to name them, else each by himself."""
    called = [
        (party.called, *(holder.name for holder in party.holders), *map(_in_words, party.posts))
        for party in about.parties
        if not is_relative(party)
    ]
    if near:
        called = [(name,) for names in called for name in names]
        return [{"who": list(names)} for names in dict.fromkeys(called)] or _unpeopled(about)
    ways = product(*called) if called else ()
    return [{"who": list(names)} for names in islice(ways, MOST_WAYS)] or _unpeopled(about)


def _in_words(post: Post) -> str:
    return f"{post.office} of {country_name(post.country)}"


def _unpeopled(about: About) -> list[dict[str, object]]:
    period = widened(about.period) if about.period else None
    if period and period.earliest:
        return [{"since": period.earliest, "until": period.latest}]
    return [{"where": about.place}] if about.place else [{}]


def _told_by(archive: Archive, asked: Asked) -> Iterator[Told]:
    """What the one article says, or the one outlet, that a question wants to hear.

    An outlet is heard where another quotes it as well.
    """
    if asked.article:
        for id in find_articles(archive, asked.article):
            article = archive.article(id)
            for mention in archive.mentions(article):
                yield Told(mention=mention, written=article.dated, source=article.source or id)
        return
    wanted = fold(asked.outlet or "").casefold()
    for told in list_told(archive.catalog, written_by=asked.as_of):
        quoted = fold(told.mention.by or "").casefold()  # "the Gazette wrote", in another's report
        if wanted in fold(told.source).casefold() or wanted in quoted:
            yield told


def _order(meeting: Meeting) -> tuple[str, str]:
    first = meeting.when.earliest if meeting.when else None
    return (first.isoformat() if first else "9999", meeting.id)


def _words_held(meeting: Meeting, words: Iterable[str]) -> int:
    told = " ".join((*meeting.topics, *(e.quote for e in meeting.evidence)))
    held = {stem(word) for word in re.findall(r"\w+", fold(told).lower())}
    return sum(stem(fold(word).lower()) in held for word in words)


def _misses_people(fit: Fit) -> bool:
    return any(name.startswith("who:") for name in fit.open | fit.against)


def _best(fits: Sequence[Fit], about: About) -> list[Fit]:
    """Those that bear out the most of what is said; among these the ones on the question's words
    where some hold more of them than others.
    """
    most = max((len(fit.borne) for fit in fits), default=0)
    kept = [fit for fit in fits if len(fit.borne) == most]
    kept = _of_the_form(kept, about.forms)
    if about.words:
        held = [_words_held(fit.meeting, about.words) for fit in kept]
        kept = [f.model_copy(update={"words": n}) for f, n in zip(kept, held, strict=True)]
    words = max((fit.words for fit in kept), default=0)
    return [fit for fit in kept if fit.words == words]


def _of_the_form(fits: list[Fit], forms: Sequence[Form]) -> list[Fit]:
    """The summits where one is asked for and some are; most else is called what people like."""
    summits = [fit for fit in fits if fit.meeting.form == "summit"]
    return summits if summits and set(forms) == {"summit"} else fits


def _nearest(fits: Sequence[Fit]) -> list[Fit]:
    """Those that miss somebody before those that miss the day, the place, the form."""
    ranks = ("form", "where", "who", "when", "weekday", "before", "after", "status")
    return sorted(fits, key=lambda fit: ranks.index(next(iter(fit.against)).split(":")[0]))
