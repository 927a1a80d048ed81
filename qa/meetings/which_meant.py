"""Which of several is meant, asked back: the holder of an office that several hold."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.gazetteer import country_name, country_of
from index.meeting_lookup import answers_to, country_in
from index.meeting_records import Meeting, Participant
from index.records import Outcome
from qa.meetings.fits import is_relative
from qa.question.asked import About, Asked, Kind, Party
from qa.telling.reply import Reply

ONE_ASKED = frozenset({Kind.WHEN, Kind.WHERE, Kind.DURATION})  # what one meeting is asked for
ALONE = r"(?!['’]| (?:who|whom|whose|that|of|from|for)\b)"  # nothing behind it says which
UNNAMED = "(unnamed)"
WHICH_HOLDER = (
    "Which {office} is meant? It could be {holders}. Please name the person or the country."
)


def ask_which_holder(asked: Asked, reply: Reply) -> Reply:
    """The reply as the question back which holder of an office is meant, where "the foreign
    minister" was another one in each of the meetings told; the same where one was in all of them.
    """
    if reply.outcome is not Outcome.ANSWERED or asked.kind not in ONE_ASKED or asked.follows:
        return reply
    for party in asked.about.parties:
        holders = _holders(asked, party, reply.meetings) if _is_bare(asked, party) else []
        if len(holders) > 1:
            named = " or ".join(_name(one, party) for one in holders)
            lead = WHICH_HOLDER.format(office=party.words, holders=named)
            return reply.model_copy(update={"outcome": Outcome.AMBIGUOUS, "lead": lead})
    return reply


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
