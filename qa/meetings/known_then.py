"""What the archive knew on the day that a question is asked on, where the question stands there.

"Whom does she see tomorrow?" asked on a Monday is about what was announced by that Monday; what
came of it was reported later and is no answer to it. So it is for "Has the palace confirmed it
yet?", and for what somebody is to do "later today", "on Friday", "next week".
"""

from __future__ import annotations

import re
from datetime import date

from index.records import When
from qa.question.asked import Asked, Kind
from qa.question.kind_cues import PLANNED

SO_FAR = re.compile(  # "Has the ministry confirmed the visit so far?"
    r"^(?:and |but |so )?(?:has|have|is|are)\b|\b(?:so far|as yet|by now|to date|up to now|"
    r"at this point|as things stand|still)\b",
    re.IGNORECASE,
)
STANDING = frozenset({Kind.STATUS, Kind.WHETHER, Kind.TRACE})
COMING = re.compile(r"\b(?:tomorrow|later today|tonight|next \w+|coming|upcoming)\b")
NOW = re.compile(r"^(?:and |so |but )?(?:whom?|where|when|what|which \w+) (?:is|are|does|do)\b")
# What asks for somebody's meetings without the word, where a day is ahead
SCHEDULES = (
    (re.compile(r"^(?:and |so |but )?whom?\b|\b(?:with|to) whom\b", re.IGNORECASE), Kind.WHO),
    (re.compile(r"^(?:and |so |but )?where(?:to)?\b", re.IGNORECASE), Kind.WHERE),
    (
        re.compile(
            r"^(?:and |so |but )?what\b.*\b(?:do|doing|planned|scheduled?|programme|program|diary|"
            r"calendar|due|up to|ahead|coming up|plans?|in store|engagements?|appointments?)\b",
            re.IGNORECASE,
        ),
        Kind.LIST,
    ),
)


def as_known_then(asked: Asked) -> Asked | None:
    """The question limited to what was written by the day that it is asked on; None for one that
    looks back, or names the day as of which it asks.
    """
    if asked.as_of is not None or asked.follows:
        return None
    ahead = _is_ahead(asked.about.period, asked.asked_on) or asked.about.weekday is not None
    plans = asked.planned or any(cue.search(asked.text.lower()) for cue in (COMING, PLANNED, NOW))
    so_far = asked.kind in STANDING and SO_FAR.search(asked.text)
    if not (ahead and plans) and not so_far:
        return None
    then = asked.model_copy(update={"as_of": asked.asked_on})
    return _of_the_schedule(then) if ahead else then


def _of_the_schedule(asked: Asked) -> Asked:
    """The question as one for meetings where it asks what somebody is to do: "Where will Berg be
    tomorrow?", "What is in her diary next week?".
    """
    about = asked.about
    named = bool(about.parties or about.place) and len(about.words) <= 1
    if not named or (about.forms and asked.kind is not Kind.CONTENT):
        return asked
    kind = next((kind for cue, kind in SCHEDULES if cue.search(asked.text)), None)
    if kind is None:
        return asked
    meant = about.model_copy(update={"forms": ("meeting",), "words": ()})
    return asked.model_copy(update={"about": meant, "kind": kind, "planned": True})


def _is_ahead(period: When | None, day: date) -> bool:
    """Whether a period has not passed by a day; one without a year may always come."""
    if period is None:
        return False
    return period.latest is None or period.latest >= day
