"""The meetings that a question is about: those that fit all it says, or all but one thing."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from datetime import timedelta

from index.archive import Archive
from index.event_lookup import list_told
from index.gazetteer import capital_of, country_of
from index.meeting_lookup import answers_to
from index.meeting_records import Form, Meeting, Participant
from index.meetings import find_meetings
from index.records import Record, When
from index.reported import Told
from index.words import fold, stem
from qa.asked import About, Asked, Kind, Party
from qa.holdings import find_articles, holdings_of
from qa.meeting_words import MEALS
from qa.question_when import may_be_in

LISTING = frozenset({Kind.LIST, Kind.COUNT, Kind.MOST})
TOLD_AROUND = timedelta(days=10)  # a meeting without a day is told of about the time it is held
IsTown = Callable[[str], bool]
WEEK = timedelta(days=7)
LEAST_BORNE = 2
FACE_TO_FACE: frozenset[Form] = frozenset(["meeting", "talks", "visit", "summit", "reception"])


def is_meeting_question(asked: Asked) -> bool:
    """Whether a question is about a meeting, and not about something that merely happened."""
    about = asked.about
    listed = asked.kind in LISTING and bool(about.parties or about.period or about.place)
    return bool(about.forms) or listed


def is_pinned(asked: Asked) -> bool:
    """Whether a question says who, where, when, or by whose word: else every meeting would fit."""
    about = asked.about
    told = (about.parties, about.place, about.period, about.before, about.after)
    return any(told) or asked.kind in LISTING or bool(asked.outlet or asked.article)


class Fit(Record):
    """A meeting with what a question says of it that it bears out, leaves open, or contradicts.

    The names are those of fields: "who:Stone", "when", "where", "form".
    """

    meeting: Meeting
    borne: frozenset[str]
    open: frozenset[str]
    against: frozenset[str]
    words: int = 0  # of the question's own that its reports hold

    @property
    def is_exact(self) -> bool:
        return not self.against


class Findings(Record):
    """`exact`: nothing that the question says is contradicted; `near`: one thing is."""

    exact: tuple[Fit, ...]
    near: tuple[Fit, ...]


def find_meetings_for(archive: Archive, asked: Asked) -> Findings:
    """The meetings that a question is about, in order of date.

    Of those that fit, the ones that bear out the most are kept: a meeting whose place is not known
    stands back behind one that is known to be there.
    """
    about = asked.about
    if asked.kind not in LISTING:  # "was it confirmed?" is answered by what became of it
        about = about.model_copy(update={"status": None})
    is_town = holdings_of(archive).is_town
    fits = [compare(meeting, about, is_town) for meeting in _candidates(archive, asked)]
    exact = [fit for fit in fits if fit.is_exact and not _misses_people(fit)]
    if asked.kind in LISTING:  # one without a day fits no period
        exact = [fit for fit in exact if "when" not in fit.open]
    named = {f"who:{p.called}" for p in about.parties if p.kind == "person"}
    near = [fit for fit in fits if _misses_one(fit, named) and _is_close(fit)]
    return Findings(exact=tuple(_best(exact, about)), near=tuple(_nearest(near)))


def _misses_one(fit: Fit, named: Collection[str]) -> bool:
    """Whether one thing is contradicted: a person by name, the place or the time.

    That it had another form, or that somebody told by office alone was not there, may be how the
    report puts it.
    """
    against = next(iter(fit.against)) if len(fit.against) == 1 else "form"
    return against != "form" and (against in named or not against.startswith("who:"))


def _is_close(fit: Fit) -> bool:
    """Whether a meeting that misses one thing is the one meant: two more things fit, none is open.

    A question that names two people and no more is about another meeting, not about this one.
    """
    return len(fit.borne - {"form"}) >= LEAST_BORNE and not fit.open


def _candidates(archive: Archive, asked: Asked) -> list[Meeting]:
    """Every meeting that bears out one thing at least: one of the people, the place or the days."""
    about, as_of = asked.about, asked.as_of
    if asked.article or asked.outlet:
        return sorted(find_meetings(_told_by(archive, asked)), key=_order)
    found: dict[str, Meeting] = {}
    wanted: list[dict[str, object]] = [{"who": [party.called]} for party in about.parties]
    period = _widened(about.period) if about.period else None
    if not wanted and period and period.earliest:
        wanted = [{"since": period.earliest, "until": period.latest}]
    elif not wanted:
        wanted = [{"where": about.place}] if about.place else [{}]
    for one in wanted:
        for meeting in archive.meetings(**one, as_of=as_of):  # type: ignore[arg-type]
            found[meeting.id] = meeting
    return sorted(found.values(), key=_order)


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


def compare(meeting: Meeting, about: About, is_town: IsTown) -> Fit:
    """How a meeting fits what is said of it; `is_town` knows the towns of the archive."""
    borne, open_, against = set[str](), set[str](), set[str]()
    checks: list[tuple[str, bool | None]] = []
    checks += [(f"who:{p.called}", takes_part(meeting, p)) for p in about.parties]
    checks += [("when", falls_into(meeting, about.period))] if about.period else []
    checks += [("before", _before(meeting.when, about.before))] if about.before else []
    checks += [("after", _after(meeting.when, about.after))] if about.after else []
    checks += [("where", _lies_in(meeting, about, is_town))] if about.place else []
    checks += [("form", _is_such(meeting, about))] if about.forms else []
    checks += [("status", meeting.status is about.status)] if about.status else []
    for name, holds in checks:
        (open_ if holds is None else borne if holds else against).add(name)
    return Fit(
        meeting=meeting, borne=frozenset(borne), open=frozenset(open_), against=frozenset(against)
    )


def takes_part(meeting: Meeting, party: Party) -> bool:
    """Whether somebody of that name, office or country takes part."""
    return participant_of(meeting, party) is not None


def participant_of(meeting: Meeting, party: Party) -> Participant | None:
    """The participant whom a question means by some words."""
    return next((p for p in meeting.participants if answers_to(p, party.called)), None)


def falls_into(meeting: Meeting, period: When) -> bool | None:
    """Whether a meeting falls into a period; None where it has no day but was told of then."""
    fits = in_period(meeting.when, period)
    if fits:  # "in 2017" leaves open whether it was in May
        return True if _is_inside(meeting.when, period) else None
    if fits is not None:
        return fits
    written = (told.reported for told in meeting.status_history)
    return None if any(when and in_period(when, _widened(period)) for when in written) else False


def _is_inside(when: When | None, period: When) -> bool:
    """Whether all of a meeting's days lie in a period or within a week of it."""
    if when is None or period.earliest is None or period.latest is None:
        return True
    first, last = when.earliest or when.latest, when.latest or when.earliest
    inside = first and last and period.earliest - WEEK <= first and last <= period.latest + WEEK
    return bool(inside)


def _widened(period: When) -> When:
    ends = {"earliest": period.earliest and period.earliest - TOLD_AROUND,
            "latest": period.latest and period.latest + TOLD_AROUND}  # fmt: skip
    return period.model_copy(update=ends)


def in_period(when: When | None, period: When) -> bool | None:
    """Whether a meeting falls into a period; None where that is open."""
    if when is None or (when.earliest is None and when.latest is None):
        return None
    return may_be_in(when, period)


def _before(when: When | None, limit: When) -> bool | None:
    if when is None or when.latest is None or limit.earliest is None:
        return None
    return when.latest < limit.earliest


def _after(when: When | None, limit: When) -> bool | None:
    if when is None or when.earliest is None or limit.latest is None:
        return None
    return when.earliest > limit.latest


def is_at(meeting: Meeting, place: str, is_town: IsTown) -> bool | None:
    """Whether a meeting is at a place, venue or in a country; None where its place is open."""
    asked = fold(place).casefold().removeprefix("the ").strip()
    told = [fold(p).casefold() for p in (meeting.place, meeting.venue) if p]
    if any(re.search(rf"\b{re.escape(asked)}\b", one) for one in told):
        return True
    code = country_of(place)
    if code and meeting.country == code:
        return True
    if meeting.place is None or (code and meeting.country is None):
        return None
    return False if code or capital_of(place) or is_town(place) else None  # a house may be anywhere


def _lies_in(meeting: Meeting, about: About, is_town: IsTown) -> bool | None:
    """Whether a meeting is at a place, or told of only as in what that place lies in.

    A report of Cork does not contradict "at the Grand Hotel, Cork"; one of Dublin does.
    """
    inner = is_at(meeting, about.place or "", is_town)
    wider, told = (fold(words or "").casefold() for words in (about.wider, meeting.place))
    return True if wider and told == wider else inner


def _is_such(meeting: Meeting, about: About) -> bool:
    """Whether a meeting is of the form asked for, and over the meal that is asked for."""
    return has_form(meeting, about.forms) and (about.meal is None or is_over(meeting, about.meal))


def is_over(meeting: Meeting, meal: str) -> bool:
    """Whether some report of a meeting tells of a meal in the sentence that reports it."""
    words = (w.lower() for e in meeting.evidence for w in re.findall(r"\w+", e.quote))
    return any(MEALS.get(word) == meal for word in words)


def has_form(meeting: Meeting, forms: Sequence[Form]) -> bool:
    """Whether a meeting is of an asked form; people say "met" of all that is face to face."""
    if meeting.form in forms:
        return True
    if meeting.form == "call":
        return "talks" in forms
    if set(forms) == {"visit"}:
        return any(p.side == "visitor" for p in meeting.participants)
    return set(forms) != {"call"} and meeting.form in FACE_TO_FACE


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
    ranks = ("form", "where", "who", "when", "before", "after", "status")
    return sorted(fits, key=lambda fit: ranks.index(next(iter(fit.against)).split(":")[0]))
