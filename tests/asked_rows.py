"""What tests compare of an understood question: its fields by name, the empty ones left out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from index.records import Turn
from qa.question.asked import About, Asked
from qa.question.known import Known
from qa.question.understand import understand

ASKED_ON = date(2024, 5, 8)  # a Wednesday
PLAIN = ("place", "wider", "order", "status")
TOLD = ("planned", "role", "outlet", "article", "open_pronoun", "foreign", "outside")
LOOSE = ("forms", "words", "status")  # compared only where a row names them


def turns(*said: str) -> list[Turn]:
    """A history: question, answer, question, answer."""
    roles = ("user", "assistant")
    return [
        Turn.model_validate({"role": roles[at % 2], "content": text})
        for at, text in enumerate(said)
    ]


def fields_of(asked: Asked) -> dict[str, Any]:
    """The fields of an understood question that say something, in short."""
    told = about_of(asked.about)
    told |= {name: getattr(asked, name) for name in TOLD}
    told["kind"] = asked.kind.value
    told["also"] = ", ".join(asked.also)
    told["speakers"] = ", ".join(party.called for party in asked.speakers)
    told["candidates"] = ", ".join(asked.candidates)
    told["as_of"] = asked.as_of.isoformat() if asked.as_of else None
    told["other"] = {k: v for k, v in about_of(asked.other).items() if v} if asked.other else None
    return {name: value for name, value in told.items() if value}


def about_of(about: About) -> dict[str, Any]:
    """The same of the meeting that it is about."""
    told: dict[str, Any] = {name: getattr(about, name) for name in PLAIN}
    for name in ("period", "before", "after"):
        when = getattr(about, name)
        told[name] = when.edtf if when else None
    told["parties"] = ", ".join(party.called for party in about.parties)
    told["forms"] = ", ".join(about.forms)
    told["words"] = " ".join(about.words)
    return told


def check(
    question: str, expected: dict[str, Any], *, history: Sequence[str] = (),
    known: Known | None = None, on: date = ASKED_ON, as_of: date | None = None,
) -> None:  # fmt: skip
    """Compares every field, those of `LOOSE` only where the row names them."""
    asked = understand(question, asked_on=on, as_of=as_of, history=turns(*history), known=known)
    told = fields_of(asked)
    for name in LOOSE:
        if name not in expected:
            told.pop(name, None)
    if "other" in told and "other" in expected:
        told["other"] = {k: v for k, v in told["other"].items() if k in expected["other"]}
    assert told == expected, f"{told} is not {expected}"
