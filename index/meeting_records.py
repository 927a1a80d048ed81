"""What is known of meetings: who takes part, one report (`Mention`), the event itself (`Meeting`).

The JSON of these records is the contract of docs/interface.md. Status and sides are FactBank's and
PLOVER's distinctions in plain words; participants are one list as in PLOVER, with a side where it
is clear.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field, PlainSerializer, SerializationInfo

from index.records import Record, Span, When

# "conversation" leaves open whether they met: "Berg spoke with Stone" may be by telephone
Form = Literal["meeting", "talks", "visit", "summit", "reception", "call", "conversation"]
STORED = {"stored": True}  # the context in which a record is kept with all it tells


def print_form(form: Form) -> str:
    """A form as it is printed: a conversation among the talks, as the contract lists no other."""
    return "talks" if form == "conversation" else form


def _print(form: Form, info: SerializationInfo) -> str:
    return form if info.context == STORED else print_form(form)


Printed = Annotated[Form, PlainSerializer(_print, when_used="json")]
Side = Literal["host", "visitor", "mediator", "delegation"]
Resolved = Literal[
    "named", "surname", "role", "pronoun", "counterpart", "group", "table", "archive", "unnamed"
]


class Status(StrEnum):
    """What a report says became of a meeting; that its day has passed makes none of them held."""

    ANNOUNCED = "announced"
    CONFIRMED = "confirmed"
    UNCONFIRMED = "unconfirmed"
    HELD = "held"
    UNDER_WAY = "under_way"
    DENIED = "denied"
    POSTPONED = "postponed"
    CANCELLED = "cancelled"


TOOK_PLACE = frozenset({Status.HELD, Status.UNDER_WAY})
PLAINLY_AHEAD = frozenset({Status.ANNOUNCED, Status.CONFIRMED})
AHEAD = PLAINLY_AHEAD | {Status.UNCONFIRMED}
CALLED_OFF = frozenset({Status.POSTPONED, Status.CANCELLED})
OVERTURNED = CALLED_OFF | {Status.DENIED}
BEFOREHAND = AHEAD | CALLED_OFF  # what is said of a meeting before its day


class Participant(Record):
    """Somebody who takes part: a person by name, a group, or an unnamed holder of an office.

    `role` is the office as a report gives it, `country` ISO 3166-1 alpha-3.
    """

    name: str = Field(min_length=1)
    role: str | None = None
    country: str | None = None
    side: Side | None = None


class Attendant(Participant):
    """A participant in one report, and how it is known who is meant.

    `named` and `surname` stand in the sentence; `role`, `pronoun` and `counterpart` were followed
    to somebody the article names; `table` to somebody only the office-holder table names, `archive`
    to somebody whom other reports name in that office; `group` and `unnamed` are left as they are.
    """

    resolved: Resolved


class FieldEvidence(Span):
    """The words of an article that say what one field of a mention holds."""

    quote: str = Field(min_length=1)
    field: str


class MeetingEvidence(FieldEvidence):
    """The same, and in which article."""

    article_id: str


class Trigger(Span):
    """The word that reports: "met", "talks", "visited"."""

    text: str = Field(min_length=1)


class Plover(Record):
    """The event by PLOVER (openeventdata.org): its type, its mode, and its CAMEO code."""

    event: Literal["AGREE", "CONSULT", "REQUEST", "REJECT", "SANCTION"]
    mode: Literal["visit", "third-party", "multilateral", "phone", "meet", "withdraw"] | None
    cameo: str


class Mention(Record):
    """One report of one meeting; it stands in the sentence of its trigger.

    `by` is who says so, `background` marks what is told as history. `duration` is ISO 8601.
    `proposed_by` names the language model that proposed it, where no rule found it; what it says is
    borne out by the rules all the same. Where a rule did, the JSON leaves it out.
    """

    id: str
    article_id: str
    trigger: Trigger
    form: Printed
    participants: tuple[Attendant, ...]
    when: When | None
    duration: str | None
    place: str | None
    venue: str | None
    country: str | None
    topics: tuple[str, ...]
    status: Status
    by: str | None
    background: bool
    plover: Plover
    evidence: tuple[FieldEvidence, ...] = Field(min_length=1)
    proposed_by: str | None = Field(default=None, exclude_if=lambda name: name is None)


class StatusReport(Record):
    """What one report says of a meeting's status, when it was written, and who says so."""

    status: Status
    reported: When | None
    by: str | None
    citation: MeetingEvidence


class Conflict(Record):
    """Where reports of one meeting differ: the field, each value, and the kind of difference.

    Kinds are those of CONFLICTS (Cattan et al. 2025): `freshness` where the newer report replaces
    the older, `discrepancy` where they cannot both be right, `complementary` where both may.
    """

    field: str
    values: tuple[str, ...] = Field(min_length=2)
    kind: Literal["freshness", "discrepancy", "complementary"]


class Meeting(Record):
    """A meeting as all its reports tell it; `id` depends on the content alone.

    `reports` counts articles, `sources` those that are no republication of another.
    """

    id: str
    form: Printed
    participants: tuple[Participant, ...]
    when: When | None
    duration: str | None
    place: str | None
    venue: str | None
    country: str | None
    topics: tuple[str, ...]
    status: Status
    status_history: tuple[StatusReport, ...]
    conflicts: tuple[Conflict, ...]
    reports: int = Field(ge=1)
    sources: int = Field(ge=1)
    plover: Plover
    evidence: tuple[MeetingEvidence, ...] = Field(min_length=1)
