"""How a meeting fits what a question says of it: what it bears out, leaves open, contradicts."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import timedelta

from index.gazetteer import capital_of, country_of, is_country_name, shares_ground
from index.identity import office_kind
from index.meeting_lookup import answers_to, country_in
from index.meeting_records import AHEAD, TOOK_PLACE, Form, Meeting, Participant, Status
from index.people_cues import RELATIVE_OFFICES
from index.records import Record, When
from index.spellings import fold_name
from index.words import fold
from qa.question.asked import About, Asked, Holder, Party, Post
from qa.question.meeting_words import MEALS
from qa.question.when import may_be_in

ROYAL = re.compile(r"\b(?P<title>King|Queen|Emir|Sultan|Pope) (?P<name>[A-Z][\w’-]+)")
TOLD_AROUND = timedelta(days=10)  # a meeting without a day is told of about the time it is held
IsTown = Callable[[str], bool]
WEEK = timedelta(days=7)
TERM = timedelta(days=180)  # before and after which somebody may not have held an office yet
FACE_TO_FACE: frozenset[Form] = frozenset(
    ["meeting", "talks", "conversation", "visit", "summit", "reception"]
)


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


def compare(meeting: Meeting, about: About, is_town: IsTown) -> Fit:
    """How a meeting fits what is said of it; `is_town` knows the towns of the archive."""
    borne, open_, against = set[str](), set[str](), set[str]()
    checks: list[tuple[str, bool | None]] = []
    checks += [(f"who:{p.called}", takes_part(meeting, p)) for p in about.parties]
    checks += [("when", falls_into(meeting, about.period))] if about.period else []
    checks += [("before", _before(meeting.when, about.before))] if about.before else []
    checks += [("after", _after(meeting.when, about.after))] if about.after else []
    checks += [("weekday", _is_on(meeting.when, about.weekday))] if about.weekday else []
    checks += [("where", _lies_in(meeting, about, is_town))] if about.place else []
    checks += [("form", _is_such(meeting, about))] if about.forms else []
    checks += [("status", _is_of(meeting, about.status))] if about.status else []
    for name, holds in checks:
        (open_ if holds is None else borne if holds else against).add(name)
    return Fit(
        meeting=meeting, borne=frozenset(borne), open=frozenset(open_), against=frozenset(against)
    )


def _is_of(meeting: Meeting, status: Status) -> bool:
    """Whether a meeting is what is asked for: one under way is held, one confirmed announced."""
    alike = next((group for group in (TOOK_PLACE, AHEAD) if status in group), frozenset({status}))
    exact = status in (Status.CONFIRMED, Status.UNCONFIRMED, Status.UNDER_WAY)
    return meeting.status is status or (not exact and meeting.status in alike)


def takes_part(meeting: Meeting, party: Party) -> bool:
    """Whether somebody of that name, office or country takes part."""
    return participant_of(meeting, party) is not None


def participant_of(meeting: Meeting, party: Party) -> Participant | None:
    """The participant whom a question means by some words."""
    named = (p for p in meeting.participants if answers_to(p, party.called))
    found = next(named, None) or _holder_of(meeting, party) or _colleague(meeting, party)
    return found or _in_post(meeting, party)


def is_relative(party: Party) -> bool:
    """Whether an office says only whose equal its holder is: "her Latvian counterpart"."""
    return party.kind == "role" and country_in(party.called)[1] in RELATIVE_OFFICES


def _colleague(meeting: Meeting, party: Party) -> Participant | None:
    """The official of a country who is told of as nothing but somebody's equal there."""
    country, office = country_in(party.called)
    if country is None or office not in RELATIVE_OFFICES:
        return None
    of_country = (p for p in meeting.participants if p.country == country)
    return next((p for p in of_country if p.role or p.name.startswith(office)), None)


def _holder_of(meeting: Meeting, party: Party) -> Participant | None:
    """The participant whom other reports of about that time name in the office meant."""
    names = {fold_name(one.name) for one in party.holders if _is_of_time(one, meeting.when)}
    if not names:
        return None
    plain = (p for p in meeting.participants if p.role is None or p.country is None)
    return next((p for p in plain if fold_name(p.name) in names), None)


def _in_post(meeting: Meeting, party: Party) -> Participant | None:
    """The participant told by nothing but the office that somebody named holds at that time."""
    posts = {(p.office, p.country) for p in party.posts if _is_of_time(p, meeting.when)}
    unnamed = (p for p in meeting.participants if p.name.endswith("(unnamed)")) if posts else ()
    return next((p for p in unnamed if (office_kind(p.role, p.country), p.country) in posts), None)


def _is_of_time(holder: Holder | Post, when: When | None) -> bool:
    """Whether a meeting lies within a term of the days on which somebody is told in an office."""
    first, last = (when.earliest, when.latest) if when else (None, None)
    early = last and holder.first and last < holder.first - TERM
    return not early and not (first and holder.last and first > holder.last + TERM)


def falls_into(meeting: Meeting, period: When) -> bool | None:
    """Whether a meeting falls into a period; None where it has no day but was told of then, or
    nobody knows when.
    """
    fits = in_period(meeting.when, period)
    if fits:  # "in 2017" leaves open whether it was in May
        return True if _is_inside(meeting.when, period) else None
    if fits is not None:
        return fits
    written = [told.reported for told in meeting.status_history if told.reported]
    told_then = any(in_period(when, widened(period)) for when in written)
    return None if told_then or not written else False


def _is_inside(when: When | None, period: When) -> bool:
    """Whether all of a meeting's days lie in a period or within a week of it."""
    if when is None or period.earliest is None or period.latest is None:
        return True
    first, last = when.earliest or when.latest, when.latest or when.earliest
    inside = first and last and period.earliest - WEEK <= first and last <= period.latest + WEEK
    return bool(inside)


def widened(period: When) -> When:
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


def _is_on(when: When | None, weekday: int) -> bool | None:
    """Whether a meeting's one day is such a weekday; None where it is not told to the day."""
    if when is None or when.earliest is None or when.earliest != when.latest:
        return None
    return when.earliest.isoweekday() == weekday


def is_that_week(meeting: Meeting, asked: Asked) -> bool:
    """Whether a meeting "on Friday" is on the Friday next to the day that it is asked on."""
    first = meeting.when.earliest if meeting.when else None
    if first is None or asked.about.weekday is None:
        return False
    if asked.planned and first < asked.asked_on:
        return False
    return abs(first - asked.asked_on) < WEEK


def is_at(meeting: Meeting, place: str, is_town: IsTown) -> bool | None:
    """Whether a meeting is at a place, venue or in a country; None where its place is open."""
    asked = fold(place).casefold().removeprefix("the ").strip()
    told = [fold(p).casefold() for p in (meeting.place, meeting.venue) if p]
    if any(re.search(rf"\b{re.escape(asked)}\b", one) for one in told):
        return True
    code = country_of(place)
    if code and meeting.country == code:  # "in Oslo" may be another town than is told
        told_at = meeting.place or ""
        same = not capital_of(place) or is_country_name(told_at) or capital_of(told_at) == code
        return True if same or meeting.place is None or is_country_name(place) else None
    if meeting.place is None or (code and meeting.country is None):
        return None
    if code and shares_ground(code, meeting.country or ""):
        return None
    return False if code or capital_of(place) or is_town(place) else None  # a house may be anywhere


def _lies_in(meeting: Meeting, about: About, is_town: IsTown) -> bool | None:
    """Whether a meeting is at a place, or told of only as in what that place lies in.

    A report of Cork does not contradict "at the Grand Hotel, Cork"; one of Dublin does.
    """
    inner = is_at(meeting, about.place or "", is_town)
    wider, told = (fold(words or "").casefold() for words in (about.wider, meeting.place))
    return True if wider and told == wider else inner


def _is_such(meeting: Meeting, about: About) -> bool | None:
    """Whether a meeting is of the form asked for, and over the meal that is asked for.

    Of talks that no report places it is open whether they were by telephone.
    """
    if set(about.forms) == {"call"} and meeting.form in ("talks", "conversation"):
        return None if meeting.place is None and meeting.venue is None else False
    return has_form(meeting, about.forms) and (about.meal is None or is_over(meeting, about.meal))


def is_over(meeting: Meeting, meal: str) -> bool:
    """Whether some report of a meeting tells of a meal in the sentence that reports it."""
    words = (w.lower() for e in meeting.evidence for w in re.findall(r"\w+", e.quote))
    return any(MEALS.get(word) == meal for word in words)


def has_form(meeting: Meeting, forms: Sequence[Form]) -> bool:
    """Whether a meeting is of an asked form, or somebody's visit."""
    if set(forms) == {"visit"} and meeting.form not in ("visit", "call"):
        return any(p.side == "visitor" for p in meeting.participants)
    return is_of_form(meeting.form, forms)


def is_of_form(form: Form, forms: Sequence[Form]) -> bool:
    """Whether a form is one that is asked for; people say "met" of all that is face to face."""
    if form == "call":
        return "call" in forms or "talks" in forms
    return is_named(form, forms) or (set(forms) != {"call"} and form in FACE_TO_FACE)


def is_named(form: Form, forms: Sequence[Form]) -> bool:
    """Whether a form is asked for by its own name; who asks of talks asks who spoke with whom."""
    return form in forms or (form == "conversation" and "talks" in forms)


def are_royal(people: Sequence[Participant], question: str) -> bool:
    """Whether those whom a question calls king, emir or pope are so among people who met: no
    president of the same name.
    """
    titled = [(match["title"].lower(), match["name"]) for match in ROYAL.finditer(question)]
    return all(
        any(answers_to(one, name) and title in f"{one.role or ''} {one.name}".lower().split()
            for one in people)
        for title, name in titled
        if any(answers_to(one, name) for one in people)
    )  # fmt: skip
