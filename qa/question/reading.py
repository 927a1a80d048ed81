"""A question by itself: everything but what it takes from those before it."""

from __future__ import annotations

import re
from datetime import date

from index.records import Record
from qa.question.about import Part, find_order, find_status, read_part
from qa.question.asked import Asked, Kind, Party
from qa.question.follow_up_cues import PERSONAL_PRONOUN
from qa.question.halves import read_halves
from qa.question.kind import QUESTION_WORD, Kinds, find_kinds, plain
from qa.question.kind_cues import (
    AUX,
    MEETING_NOW,
    NO_PLAN,
    PLANNED,
    SOON,
)
from qa.question.known import Known
from qa.question.language import is_foreign, is_outside

PLAIN_PLAN = frozenset(
    {Kind.WHO, Kind.WHERE, Kind.WHEN, Kind.TOPICS, Kind.LIST, Kind.WHETHER, Kind.STATUS,
     Kind.COUNT, Kind.SAID, Kind.TELLER, Kind.DURATION}
)  # fmt: skip
PRESENT_PLAN = PLAIN_PLAN - {Kind.STATUS, Kind.SAID, Kind.TELLER, Kind.COUNT, Kind.DURATION}
CHOICE = re.compile(
    r"\b(?:held|taken? place|took place|happened)\b.*\bor\b|\bor\b.*\b(?:held|taken? place|"
    r"took place)\b"
)


class Reading(Record):
    """A question as it is understood by itself, and what the next one may lean on."""

    asked: Asked
    part: Part
    plain: str
    called: tuple[tuple[str, str], ...] = ()  # who was "she" so far, and who "he"

    @property
    def pronouns(self) -> tuple[str, ...]:
        """The personal pronouns of the question, in order."""
        return tuple(match[0] for match in PERSONAL_PRONOUN.finditer(self.asked.text))

    @property
    def has_verb(self) -> bool:
        """Whether the question says more than a name, a place or a day."""
        worded = QUESTION_WORD.search(self.plain) or AUX.search(self.plain)
        return bool(worded) or bool(self.asked.about.forms)

    def instead(self, name: str, earlier: Reading) -> Reading:
        """The same as asked after somebody in the place of whom the question before it names."""
        asked = self.asked.model_copy(update={"instead": name.strip(" ?!.,")})
        return self.model_copy(update={"asked": asked, "called": earlier.called})


def read_alone(text: str, asked_on: date, known: Known | None, *, leans: bool = False) -> Reading:
    """A question by itself; with `leans` it may be about a meeting that it does not name."""
    part = read_part(text, asked_on, known)
    asking = plain(_without_source(text, part))
    choice = bool(part.source.article or part.source.outlet) and CHOICE.search(asking) is not None
    if choice and not part.about.forms:  # "According to report 7, held or planned?"
        part = part.model_copy(
            update={"about": part.about.model_copy(update={"forms": ("meeting",)})}
        )
    kinds = find_kinds(asking, meeting=bool(part.about.forms) or leans)
    asked = _with_wider_place(_asked(text, part, kinds, asking, asked_on))
    halves = read_halves(text, kinds.kind, lambda half: read_part(half, asked_on, known))
    if halves:
        both = tuple(dict.fromkeys((*halves.one.speakers, *halves.two.speakers)))
        update = {"about": halves.one.about, "other": halves.two.about, "speakers": both}
        asked = asked.model_copy(update=update)
    return Reading(asked=asked, part=part, plain=asking)


def _asked(text: str, part: Part, kinds: Kinds, asking: str, asked_on: date) -> Asked:
    role, about = part.role, part.about
    if kinds.kind is Kind.ROLE_HOLDER and role is None:
        sought = next((party for party in part.people if party.kind == "role"), None)
        role = sought.words if sought else None
    about = about.model_copy(
        update={
            "parties": tuple(p for p in about.parties if not _is_sought(p, role, kinds.kind)),
            "order": find_order(asking, kinds.kind),
            "status": find_status(asking, kinds.kind),
        }
    )
    return Asked(
        text=text, kind=kinds.kind, also=kinds.also, about=about,
        speakers=tuple(p for p in part.speakers if not _is_sought(p, role, kinds.kind)),
        role=role, planned=_is_planned(asking, kinds.kind, about.period is not None),
        outlet=part.source.outlet, article=part.source.article, foreign=is_foreign(text),
        outside=_is_outside(asking, part), asked_on=asked_on, as_of=part.as_of,
    )  # fmt: skip


def _with_wider_place(asked: Asked) -> Asked:
    """A name behind a comma after the place is what the place lies in: "at the Grand, Oslo"."""
    about = asked.about
    for party in about.parties if about.place and about.wider is None else ():
        if re.search(rf"{re.escape(about.place or '')},\s+{re.escape(party.words)}\b", asked.text):
            rest = tuple(one for one in about.parties if one != party)
            update = {"parties": rest, "wider": party.called}
            return asked.model_copy(update={"about": about.model_copy(update=update)})
    return asked


def _is_sought(party: Party, role: str | None, kind: Kind) -> bool:
    return kind is Kind.ROLE_HOLDER and party.kind == "role" and party.words == role


def _is_planned(asking: str, kind: Kind, dated: bool) -> bool:
    """Whether a question asks about a plan, not about what took place."""
    if kind not in PLAIN_PLAN or CHOICE.search(asking) or NO_PLAN.search(asking):
        return False
    if PLANNED.search(asking):
        return True
    ahead = SOON.search(asking) is not None or not dated
    return MEETING_NOW.search(asking) is not None and ahead and kind in PRESENT_PLAN


def _is_outside(asking: str, part: Part) -> bool:
    named = any(party.kind == "person" for party in part.people) or part.about.forms
    return is_outside(asking) and not named


def _without_source(text: str, part: Part) -> str:
    """The question without the title or outlet that it names, whose words ask nothing."""
    for start, end in part.source.spans:
        text = text[:start] + " " * (end - start) + text[end:]
    return text.strip(" ,")
