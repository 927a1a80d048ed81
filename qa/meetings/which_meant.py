"""Which of several is meant, asked back: the holder of an office that several hold, or the meeting
that "it" points at where the last answer told of several.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.archive import Archive
from index.gazetteer import capital_of, country_name, country_of
from index.identity import UNNAMED
from index.meeting_lookup import answers_to, country_in
from index.meeting_records import TOOK_PLACE, Meeting, Participant
from index.records import Outcome
from index.words import stems
from qa.meetings.finding import find_meetings_for
from qa.meetings.fits import has_form, is_relative
from qa.meetings.sides import is_side
from qa.meetings.variants import without_variants
from qa.question.asked import ONE_FACT, About, Asked, Kind, Party, Pointed
from qa.question.when import days_of, may_be_in
from qa.telling.reply import MOST_TOLD, Reply, make_reply, tell_each
from qa.telling.teller import Teller

ALONE = r"(?!['’]| (?:who|whom|whose|that|of|from|for)\b)"  # nothing behind it says which
LISTED = frozenset({Kind.LIST, Kind.COUNT, Kind.WHO})
LEAST = 2
DAY = re.compile(r"(?:\d{4}|XXXX)-\d\d-\d\d")
CAPITALISED = re.compile(r"\b[A-Z]\w+")
WHICH_MEETING = "Which of these is meant? Please name the day, the place or the people."
WHICH_HOLDER = (
    "Which {office} is meant? It could be {holders}. Please name the person or the country."
)


def ask_which_holder(asked: Asked, reply: Reply) -> Reply:
    """The reply as the question back which holder of an office is meant, where "the foreign
    minister" was another one in each of the meetings told; the same where one was in all of them.
    """
    if reply.outcome is not Outcome.ANSWERED or asked.kind not in ONE_FACT or asked.follows:
        return reply
    for party in asked.about.parties:
        holders = _holders(asked, party, reply.meetings) if _is_bare(asked, party) else []
        if len(holders) > 1:
            named = " or ".join(_name(one, party) for one in holders)
            lead = WHICH_HOLDER.format(office=party.words, holders=named)
            return reply.model_copy(update={"outcome": Outcome.AMBIGUOUS, "lead": lead})
    return reply


def ask_which_meeting(archive: Archive, asked: Asked) -> Reply | None:
    """The question back which meeting "it" is, where the last answer told of several, which follow;
    None where it told of one, or one of the questions says which.
    """
    if asked.pointed is None or asked.pointed.about.order:
        return None
    teller = Teller(archive)
    told = tell_each(teller, _pointed_at(archive, asked, asked.pointed)[:MOST_TOLD], quoted=True)
    if len({one.statement.text for one in told}) < LEAST:
        return None
    return make_reply(teller, Outcome.AMBIGUOUS, told, lead=WHICH_MEETING)


def _pointed_at(archive: Archive, asked: Asked, pointed: Pointed) -> list[Meeting]:
    """The meetings of the last question that its answer tells of, each by something of its own."""
    listing = {"kind": Kind.LIST, "about": pointed.about, "pointed": None}
    fits = without_variants(find_meetings_for(archive, asked.model_copy(update=listing)).exact)
    forms = asked.about.forms
    found = [fit.meeting for fit in fits if not forms or has_form(fit.meeting, forms)]
    if pointed.kind not in LISTED:  # "When did she meet Stone?" asked after what was held
        found = [meeting for meeting in found if meeting.status in TOOK_PLACE] or found
    signs = [_signs_of(meeting, asked, pointed) for meeting in found]
    kept: dict[frozenset[str], Meeting] = {}
    for meeting, own in zip(found, signs, strict=True):
        side = any(is_side(meeting, other) for other in kept.values())
        if own and not side and not any(own < other for other in signs):
            kept.setdefault(own, meeting)
    return list(kept.values())


def _signs_of(meeting: Meeting, asked: Asked, pointed: Pointed) -> frozenset[str]:
    """By what an answer tells of a meeting, beside what was asked: its day, its place, who else was
    there; what it was on where it tells none of these.
    """
    about, said = pointed.about, set(stems(pointed.said))
    days = [day for day in days_of([pointed.said], asked.asked_on) if DAY.fullmatch(day.edtf)]
    found = {day.edtf for day in days if meeting.when and may_be_in(meeting.when, day)}
    places = {place for place in (meeting.place, meeting.venue) if place and place != about.place}
    found |= {place for place in places if set(stems(place)) <= said}
    for person in meeting.participants:
        if not any(answers_to(person, party.called) for party in about.parties):
            found |= {person.name} if _is_told(person, pointed.said) else set()
    return frozenset(found or {topic for topic in meeting.topics if set(stems(topic)) <= said})


def _is_told(person: Participant, said: str) -> bool:
    """Whether a text names somebody: by surname, and who is not named by the country."""
    if UNNAMED not in person.name:
        return set(stems(person.name.split()[-1])) <= set(stems(said))
    words = (word for word in CAPITALISED.findall(said) if capital_of(word) is None)
    return person.country is not None and any(country_of(word) == person.country for word in words)


def _is_bare(asked: Asked, party: Party) -> bool:
    """Whether "the foreign minister" stands alone, and nothing says of which country."""
    told = re.search(rf"\bthe {re.escape(party.words)}\b{ALONE}", asked.text, re.IGNORECASE)
    of_country = country_in(party.called)[0] is not None or is_relative(party)
    return party.kind == "role" and told is not None and not of_country


def _holders(asked: Asked, party: Party, meetings: Sequence[Meeting]) -> list[Participant]:
    """Those who hold an office, where no one of them was in all of the meetings; empty where one
    was, or where one is of the country that is asked about.
    """
    each = [list(_in_office(asked.about, party, meeting)) for meeting in meetings]
    found: list[Participant] = []
    for one in (one for those in each for one in those):
        if not any(_are_one(one, other) for other in found):
            found.append(one)
    in_all = any(all(any(_are_one(one, p) for p in those) for those in each) for one in found)
    place = country_of(asked.about.place) if asked.about.place else None
    at_home = place is not None and any(one.country == place for one in found)
    return [] if in_all or at_home or not all(each) else found


def _in_office(about: About, party: Party, meeting: Meeting) -> list[Participant]:
    """Who of a meeting a question means by an office, and not by another of its words."""
    others = [one for one in about.parties if one != party]
    return [
        person
        for person in meeting.participants
        if answers_to(person, party.called)
        and not any(answers_to(person, other.called) for other in others)
    ]


def _are_one(one: Participant, other: Participant) -> bool:
    """Whether two may be the same: who is not named may be anybody of his country."""
    if one.country and other.country and one.country != other.country:
        return False
    if UNNAMED in one.name or UNNAMED in other.name:
        return True
    return answers_to(one, other.name) or answers_to(other, one.name)


def _name(person: Participant, party: Party) -> str:
    if UNNAMED in person.name:
        return f"the {person.name}"
    country = f" of {country_name(person.country)}" if person.country else ""
    return f"{person.name}, {party.words}{country}"
