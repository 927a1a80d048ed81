"""What the day of a meeting says of its status; and of a journey made for one: once its days are
over the meeting was held.

"She was in Oslo last month to meet Stone" tells of a meeting, "she flew to Oslo yesterday to meet
Stone" of one that may still lie ahead.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from index.meeting_records import Status
from index.mention_cues import COMING, VISITS
from index.records import When
from index.status_said import Verdict
from index.status_scope import is_past, verb_over

if TYPE_CHECKING:
    from spacy.tokens import Token

MADE = COMING | {"be", "visit", "make", "pay", "stop", "stay", "host"}
FRESH = timedelta(days=3)  # after a journey began in which those who came may not have met yet


def is_journey_over(told_by: Token, when: When | None, written: When | None) -> bool:
    """Whether a word tells what a journey of the past was for, and the time of it is over."""
    known = when and when.latest and written and written.earliest
    if not (known and when and when.latest and written and written.earliest):
        return False
    journey = journey_of(told_by)
    if journey is None or when.latest >= written.earliest:
        return False
    wide = when.earliest is not None and when.latest - when.earliest > FRESH  # "last month"
    return wide or journey.lemma_ == "be" or when.latest < written.earliest - FRESH


def is_invited(told_by: Token, when: When | None, written: When | None) -> bool:
    """Whether a word only tells what somebody was invited to, and the time of it is over."""
    over = verb_over(told_by) if any(c.lower_ == "to" for c in told_by.children) else None
    asked = over is not None and over.lemma_ == "invite" and is_past(over)
    return asked and is_past_day(when, written)


def is_journey_to(told_by: Token) -> bool:
    """Whether a word tells of a journey to a town or a country, not of one to a house in it."""
    verb = journey_of(told_by)
    goals = (c for p in verb.children if p.dep_ == "prep" for c in p.children) if verb else ()
    far = any(c.ent_type_ in ("GPE", "LOC") for c in goals)
    return verb is not None and verb.lemma_ in COMING and far


def journey_of(told_by: Token) -> Token | None:
    """The past verb of a journey that an aim hangs on: "was in Oslo to meet", "flew for talks"."""
    if is_past(told_by) and told_by.lemma_ in COMING:
        return told_by
    aim = next((c for c in told_by.children if c.lower_ == "to" and c.dep_ == "aux"), None)
    verb = verb_over(told_by) if aim is not None else None
    if aim is None or verb is None or not is_past(verb) or verb.lemma_ not in MADE:
        return None
    hung = told_by.head == verb or told_by.head.lemma_ in VISITS
    planned = verb.lemma_ == "be" and aim.i == verb.i + 1  # "was to meet Stone"
    return verb if hung and not planned else None


def in_time(verdict: Verdict, when: When | None, written: When | None) -> Verdict:
    """A meeting told as done on a day after the day of writing is still to come; one of a day
    before it, told as ahead only by the tense of another verb, or confirmed, was held.
    """
    known = when and when.earliest and written and written.latest
    ahead = known and when and written and str(when.earliest) > str(written.latest)
    if ahead and verdict.status in (Status.HELD, Status.UNDER_WAY):
        return verdict.model_copy(update={"status": Status.ANNOUNCED})
    confirmed = verdict.status is Status.CONFIRMED and is_past_day(when, written)
    going_on = verdict.status is Status.UNDER_WAY and is_past_day(when, written)
    confirmed = confirmed or (going_on and when is not None and when.latest is not None)
    confirmed = confirmed and when is not None and when.basis in ("relative", "explicit")
    if confirmed or (verdict.aside and _is_over(when, written)):
        return verdict.model_copy(update={"status": Status.HELD})
    return verdict


def is_past_day(when: When | None, written: When | None) -> bool:
    """Whether all of a time lies before the day of writing."""
    known = when and when.latest and written and written.earliest
    return bool(known) and when is not None and str(when.latest) < str(written and written.earliest)


def _is_over(when: When | None, written: When | None) -> bool:
    """Whether a time lies before the day of writing, or runs up to it: "earlier this week"."""
    if not (when and when.earliest and when.latest and written and written.earliest):
        return False
    ran_up = when.earliest < written.earliest and when.latest == written.latest
    return when.latest < written.earliest or ran_up
