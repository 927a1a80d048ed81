"""PLOVER and CAMEO codes derived from a meeting's form and status (manuals: openeventdata.org)."""

from __future__ import annotations

from collections.abc import Sequence

from index.meeting_records import Form, Participant, Plover, Status

MANY = 3  # participants that make a meeting multilateral


def code(form: Form, status: Status, people: Sequence[Participant]) -> Plover:
    """The event as PLOVER has it: AGREE for one to come, REJECT called off, else CONSULT."""
    mode = _mode(form, people)
    if status in (Status.ANNOUNCED, Status.CONFIRMED, Status.UNCONFIRMED, Status.POSTPONED):
        return Plover(event="AGREE", mode=mode, cameo="036")
    if status is Status.CANCELLED:
        return Plover(event="REJECT", mode="meet", cameo="125")
    return Plover(event="CONSULT", mode=mode, cameo=_cameo(form, people))


def _mode(form: Form, people: Sequence[Participant]) -> str | None:
    if form == "call":
        return "phone"
    if form in ("visit", "reception"):
        return "visit"
    if any(person.side == "mediator" for person in people):
        return "third-party"
    return "multilateral" if len(people) >= MANY or form == "summit" else None


def _cameo(form: Form, people: Sequence[Participant]) -> str:
    if any(person.side == "mediator" for person in people):
        return "045"  # mediate
    codes = {
        "call": "041",
        "visit": "042",
        "reception": "043",
        "talks": "046",
        "conversation": "046",
    }
    return codes.get(form, "040")
