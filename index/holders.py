"""Holders of offices whom one report leaves unnamed, by name where the archive itself tells who.

"The Norwegian foreign minister" of one report is the person whom the nearest reports before and
after name in that office, if both name the same; where only one side names anybody, it must lie
within two weeks. The sentence that names goes with it as evidence ("holder"). The office-holder
table has no say.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence
from datetime import date, timedelta

from index.identity import is_same, key_of
from index.meeting_records import Attendant, MeetingEvidence
from index.offices import canonical_role
from index.people_cues import RELATIVE_OFFICES
from index.records import Record
from index.reported import Told
from index.words import word_set

HOLDER = "holder"  # the evidence field of the sentence that names a holder
ONE_SIDED = timedelta(days=14)  # how far a naming may lie where there is none on the other side
FURTHEST = timedelta(days=400)  # how far either side may lie
SEVERAL_HOLD = word_set(  # offices that a country has many of
    "minister envoy ambassador official senator lawmaker governor mayor general delegate",
    "negotiator mediator adviser advisor aide diplomat leader chief head chair chairman judge",
    "spokesperson spokesman spokeswoman secretary commissioner prosecutor colonel major member",
    "deputy representative director commander captain admiral king queen prince princess",
)
BELOW = ("deputy ", "vice ", "junior ", "assistant ", "former ", "acting ")  # several at a time


class Naming(Record):
    """A report that names the holder of an office: who, when it was written, and its sentence."""

    day: date
    who: Attendant
    spot: MeetingEvidence


Office = tuple[str, str]  # kind of office, country
Register = dict[Office, list[Naming]]


def name_holders(told: Sequence[Told]) -> list[Told]:
    """The reports, with holders named whom other reports of the archive name in the office."""
    register = _register(told)
    return [_named(one, register) for one in told]


def _register(told: Sequence[Told]) -> Register:
    """All namings of single-holder offices, in order of their day, then of their place."""
    register: dict[Office, list[Naming]] = defaultdict(list)
    for one in sorted(told, key=lambda one: one.order):
        day = one.written_on
        for who in one.mention.participants if day else ():
            office = office_of(who)
            if office and day and who.resolved == "named" and len(who.name.split()) > 1:
                register[office].append(Naming(day=day, who=who, spot=_spot(one)))
    return dict(register)


def office_of(who: Attendant) -> Office | None:
    """An office that one person at a time holds in a country; None for any other."""
    role = (who.role or "").lower()
    if not role or not who.country or role in SEVERAL_HOLD or role.startswith(BELOW):
        return None
    if role.split()[-1] in RELATIVE_OFFICES | SEVERAL_HOLD - {"minister", "secretary"}:
        return None
    kinds = canonical_role(role, who.country)
    return (kinds[0] if kinds else role), who.country


def _spot(one: Told) -> MeetingEvidence:
    spot = next(e for e in one.mention.evidence if e.field == "mention")
    return MeetingEvidence(
        article_id=one.mention.article_id, start=spot.start, end=spot.end, quote=spot.quote,
        field=HOLDER,
    )  # fmt: skip


def _named(one: Told, register: Register) -> Told:
    namings: list[Naming] = []
    people: list[Attendant] = []
    for who in one.mention.participants:
        naming = _naming(one, who, register) if who.resolved == "unnamed" else None
        taken = naming and any(naming.who.name == other.name for other in one.mention.participants)
        if naming and not taken:
            namings.append(naming)
            update = {"name": naming.who.name, "resolved": "archive"}
            people.append(who.model_copy(update=update))
        else:
            people.append(who)
    if not namings:
        return one
    mention = one.mention.model_copy(update={"participants": tuple(people)})
    named = tuple(naming.spot for naming in namings)
    return Told(  # not a copy, which would keep what the report worked out of the unnamed
        mention=mention, written=one.written, source=one.source, around=one.around, named=named
    )


def _naming(one: Told, who: Attendant, register: Register) -> Naming | None:
    """The naming nearest to a report, where those about it agree; None where they do not."""
    office, day = office_of(who), one.written_on
    known = register.get(office, []) if office else []
    if not known or day is None:
        return None
    days = [naming.day for naming in known]
    before = known[: bisect_right(days, day)][-1:]
    after = known[bisect_left(days, day) :][:1]
    near = [n for n in (*before, *after) if abs(n.day - day) <= FURTHEST]
    if len(near) < 2 and any(abs(n.day - day) > ONE_SIDED for n in near):
        return None
    if not near or not all(_is_one(near[0], other) for other in _between(near, known)):
        return None
    return min(near, key=lambda n: (abs(n.day - day), n.day))


def _between(near: Sequence[Naming], known: Sequence[Naming]) -> list[Naming]:
    """The namings of the days from the first to the last of some."""
    first, last = near[0].day, near[-1].day
    return [naming for naming in known if first <= naming.day <= last]


def _is_one(one: Naming, other: Naming) -> bool:
    return is_same(key_of(one.who, one.who.resolved), key_of(other.who, other.who.resolved))
