"""Somebody whom a question puts at a meeting that is told of with other people: put right.

"What did Berg and the Polish envoy discuss at the herring fair?": the report of the fair has Berg
there with the Danish envoy. All else that the question names must stand in that report.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from index.archive import Archive
from index.gazetteer import find_country
from index.identity import office_kind
from index.meeting_lookup import country_in
from index.meeting_records import TOOK_PLACE, Meeting
from index.records import Outcome, Record, When
from index.words import fold, stems
from qa.cues import YES_OR_NO
from qa.meetings.fits import falls_into, is_at, is_relative, takes_part
from qa.meetings.holdings import holdings_of
from qa.meetings.nearest import deny_there
from qa.meetings.parties_known import with_holders
from qa.passages.naming import names_all, surnames_of
from qa.passages.other_outlet import ATTRIBUTABLE
from qa.passages.retrieve import retrieve
from qa.premises.absent import may_be_told
from qa.premises.cues import AT_IT, DISCUSSING, LEFT_OUT
from qa.premises.meeting import is_spoken_to
from qa.question.asked import Asked, Kind, Party
from qa.question.kind_cues import OF_A_FORM
from qa.question.looked_for import find_capitalised, read_question
from qa.question.name_words import title_in
from qa.telling.reply import MOST_NEAR, Reply, make_reply, tell_each
from qa.telling.support import reports_of
from qa.telling.teller import Teller

KINDS = frozenset({Kind.SAID, Kind.CONTENT, Kind.WHO, Kind.WHEN, Kind.WHERE, Kind.TOPICS,
                   Kind.DURATION})  # fmt: skip
PAIR = 2
LEAST_BORNE = 2  # things that the report of the meeting has, besides the one that it has not
LEAST_OF_UNKNOWN = 3  # where nobody of that name or office is known
BETWEEN = re.compile(  # "a conversation between Berg and Stone", and nobody else
    r"\bbetween\b(?P<two>(?:(?!\bbetween\b)[^,;:]){3,60}?\band\b(?:(?!\bbetween\b)[^,;:]){3,60})"
)
DATED = re.compile(r"[A-Z][a-z]+day\b|[A-Z][a-z]+(?= \d)|\d+")


class Sides(Record):
    """Those whom a question has meet: the one who may not have been there, and the others."""

    missing: Party
    others: tuple[Party, ...]


def put_right_people(archive: Archive, asked: Asked, last: When | None) -> Reply | None:
    """The meeting at which a question puts somebody who was not among those told of; None where it
    puts nobody at one, or some report may have him there.
    """
    plain = asked.kind in KINDS and not (asked.planned or asked.outlet or asked.article)
    if not plain or YES_OR_NO.match(asked.text) or LEFT_OUT.search(asked.text):
        return None
    parties = _put_there(archive, asked)
    for missing in parties:
        sides = Sides(missing=missing, others=tuple(p for p in parties if p is not missing))
        near = [m for m in _held(archive, asked, sides) if _has_the_rest(archive, asked, m, sides)]
        of_two = all(_is_of_two(archive, asked, meeting, sides) for meeting in near)
        if near and (of_two or not _may_be_there(archive, asked, near, sides)):
            meant = asked.about.model_copy(update={"parties": parties})
            teller = Teller(archive)
            told = tell_each(teller, near[:MOST_NEAR])
            more = [quote for one in told for quote in teller.quotes(one.statement)]
            lead = f"{deny_there(asked.text, meant, last)} It reports:"
            if told:
                return make_reply(teller, Outcome.PREMISE_CORRECTED, told, lead=lead, more=more)
    return None


def _may_be_there(
    archive: Archive, asked: Asked, meetings: Sequence[Meeting], sides: Sides
) -> bool:
    """Whether some report may have the one missing at one of the meetings."""
    return may_be_told(archive, meetings, sides.missing) or _is_told(archive, asked, sides)


def _is_of_two(archive: Archive, asked: Asked, meeting: Meeting, sides: Sides) -> bool:
    """Whether a report says of a meeting on the very day asked about that it was between two, and
    the one missing had none that day with the other: nobody else was there.
    """
    day = asked.about.period.only_day if asked.about.period else None
    if day is None or not meeting.when or meeting.when.only_day != day:
        return False
    if not OF_A_FORM.search(asked.text):  # "in his letter of that day" is no talk
        return False
    if len(meeting.participants) != PAIR or len(sides.others) != 1:
        return False
    both = [frozenset([fold(p.name.split()[-1]).casefold()]) for p in meeting.participants]
    told = (m["two"] for r in reports_of(archive, meeting) if r.own
            for m in BETWEEN.finditer(r.own.text))  # fmt: skip
    who = [sides.missing.called, sides.others[0].called]
    return any(names_all(both, words) for words in told) and not archive.meetings(
        who=who, since=day, until=day, as_of=asked.as_of
    )


def _put_there(archive: Archive, asked: Asked) -> tuple[Party, ...]:
    """Those whom a question has meet: two or more who talk, or one who is at a meeting."""
    about = with_holders(archive, asked.about)
    parties = tuple(p for p in about.parties if p.kind in ("person", "role") and not is_relative(p))
    speakers = tuple(p for p in asked.speakers if p.kind == "person")
    if AT_IT.search(asked.text) or any(map(is_spoken_to(asked), parties)):
        return (*parties, *speakers)
    meets = about.forms or DISCUSSING.search(asked.text)
    return parties if meets and len(parties) >= PAIR and not speakers else ()


def _held(archive: Archive, asked: Asked, sides: Sides) -> list[Meeting]:
    """The meetings held that have the others, or else the time, or else the place."""
    period, place = asked.about.period, asked.about.place
    if sides.others:
        found = archive.meetings(who=[p.called for p in sides.others], as_of=asked.as_of)
    elif period and period.earliest:
        found = archive.meetings(since=period.earliest, until=period.latest, as_of=asked.as_of)
    else:
        found = archive.meetings(where=place, as_of=asked.as_of) if place else []
    return [meeting for meeting in found if meeting.status in TOOK_PLACE]


def _has_the_rest(archive: Archive, asked: Asked, meeting: Meeting, sides: Sides) -> bool:
    """Whether a meeting has everything that a question says but the one who is missing."""
    about = asked.about  # what costs least comes first: there are thousands of meetings
    if about.before or about.after or about.weekday:
        return False
    if about.period and falls_into(meeting, about.period) is not True:
        return False
    if not _is_another(archive, meeting, sides):
        return False
    held = _told_words(meeting)
    named, place = _names_left(asked, sides), set(stems(about.place or ""))
    there = is_at(meeting, about.place or "", holdings_of(archive).is_town)
    if not named <= held or (place and not there and not place <= held):
        return False
    event = bool(named - place or (place and not there))  # a fair is told of, and is no town
    office = _has_the_office(meeting, sides.missing)
    if _is_of_two(archive, asked, meeting, sides):
        return True
    when = about.period and about.period.precision in ("day", "month")  # in a year all meet many
    pinned = sum(map(bool, (when, place, named - place)))
    known = _is_known(archive, sides.missing)
    least = LEAST_BORNE if known else LEAST_OF_UNKNOWN
    return bool(pinned and (event or office)) and len(sides.others) + pinned + office >= least


def _is_known(archive: Archive, party: Party) -> bool:
    """Whether the archive knows somebody of a name, or anybody in an office."""
    known = holdings_of(archive).known
    return bool(party.holders) or known.find_person(party.called.split()) is not None


def _told_words(meeting: Meeting) -> frozenset[str]:
    """The stems of what the reports of a meeting say in the sentences that tell of it."""
    people = (f"{p.name} {p.role or ''}" for p in meeting.participants)
    quotes = (one.quote for one in meeting.evidence)
    return frozenset(stems(" ".join((*people, *quotes, meeting.place or "", meeting.venue or ""))))


def _names_left(asked: Asked, sides: Sides) -> set[str]:
    """The stems of the names in a question that are none of the people's and no day."""
    people = (sides.missing, *sides.others, *asked.speakers)
    words = {w for n in find_capitalised(asked.text) for w in n.split() if not title_in(w)}
    days = stems(" ".join(DATED.findall(asked.text)))
    return set(stems(" ".join(words))) - {w for p in people for w in stems(p.words)} - set(days)


def _is_another(archive: Archive, meeting: Meeting, sides: Sides) -> bool:
    """Whether the one missing is none of those told of, and all others are: a name that no report
    has, an office of another country than those of all who took part.
    """
    missing = sides.missing
    if takes_part(meeting, missing) or not all(takes_part(meeting, p) for p in sides.others):
        return False
    quotes = " ".join(one.quote for one in meeting.evidence)
    if missing.kind == "person":
        return not names_all([surnames_of(archive, missing)], quotes)
    country = country_in(missing.called)[0]
    words = re.findall(r"[\w.’'-]+", quotes)
    named = {found[0] for at in range(len(words)) if (found := find_country(words, at))}
    told = {person.country for person in meeting.participants}
    return country is not None and country not in named | told and None not in told


def _has_the_office(meeting: Meeting, missing: Party) -> bool:
    """Whether somebody of another country held the office there that the one missing holds."""
    if missing.kind != "role":
        return False
    kind = office_kind(country_in(missing.called)[1], country_in(missing.called)[0])
    return any(p.role and office_kind(p.role, p.country) == kind for p in meeting.participants)


def _is_told(archive: Archive, asked: Asked, sides: Sides) -> bool:
    """Whether some sentence names the one missing, by name or country, with what pins the meeting:
    then it may be told in words that no rule reads.
    """
    pins = _names_left(asked, sides) | set(stems(asked.about.place or ""))
    country = country_in(sides.missing.called)[0] if sides.missing.kind == "role" else None
    people = [surnames_of(archive, p) for p in (sides.missing, *sides.others) if p.kind == "person"]
    for text in _sentences(archive, asked):
        words = re.findall(r"[\w.’'-]+", text)
        of_country = country is None or any(
            found[0] == country for at in range(len(words)) if (found := find_country(words, at))
        )
        if of_country and pins <= set(stems(text)) and names_all(people, text):
            return True
    return False


def _sentences(archive: Archive, asked: Asked) -> Iterator[str]:
    """The sentences of the articles that a question finds."""
    found = retrieve(archive, read_question(asked.text, asked_on=asked.asked_on, as_of=asked.as_of))
    ids = dict.fromkeys(hit.chunk.article_id for hit in (*found.within, *found.others))
    for id in ids:
        for sentence in archive.sentences(archive.article(id)):
            if sentence.zone in ATTRIBUTABLE:
                yield sentence.text
