"""What is said where no meeting answers: what is missing, and what is reported instead."""

from __future__ import annotations

import re
from calendar import day_name
from collections.abc import Sequence

from index.archive import Archive
from index.meeting_records import TOOK_PLACE
from index.place_cues import GATHERINGS
from index.records import Outcome, When
from index.words import stems
from qa.meetings.answering import OF_MEETINGS
from qa.meetings.facts import naming_them
from qa.meetings.finding import find_meetings_for, is_meeting_question
from qa.meetings.fits import Fit
from qa.meetings.variants import without_retold
from qa.premises.absent import is_surely_without
from qa.premises.cues import LEFT_OUT
from qa.question.asked import About, Asked, Kind
from qa.telling.days_told import tell_when, write_day
from qa.telling.reply import MISSING, MOST_NEAR, Reply, make_reply, suggest_instead, tell_each
from qa.telling.teller import Teller

PAIR = 2
OPEN = frozenset({Kind.WHETHER, Kind.STATUS, Kind.COUNT, Kind.LIST})  # these take nothing for true
CROWDED = GATHERINGS | {"fair", "festival", "expo", "exhibition"}
CHOSEN = r"(?:cho(?:o?se|osing|sen)|pick(?:ed)?|select(?:ed)?|prefer(?:red)?)"  # "chose Cork"


def tell_nearest(archive: Archive, asked: Asked, last: When | None) -> Reply | None:
    """What is reported instead, where all but one thing of the question fits; None for nothing.

    A question that takes the meeting for true is put right; one that only asks whether is told that
    nothing is reported. `last` is the date of the archive's last article.
    """
    if asked.kind not in OF_MEETINGS or not is_meeting_question(asked):
        return _put_right(archive, asked, last)
    teller, found = Teller(archive), find_meetings_for(archive, asked, near=True)
    if found.exact:  # it is reported, and what is asked of it is not
        exact = [fit.meeting for fit in without_retold(found.exact)]
        told = naming_them(asked, tell_each(teller, exact[:MOST_NEAR]))
        lead = MISSING.get(asked.kind, "The archive does not say.")
        return suggest_instead(teller, told, lead) if told else None
    held = [f for f in found.near if asked.planned or f.meeting.status in TOOK_PLACE][:MOST_NEAR]
    told = tell_each(teller, [fit.meeting for fit in held])
    if not told:
        return None
    lead = deny_there(asked.text, asked.about, last)
    open_end = lies_beyond(asked.about, last) or _may_have_met_there(archive, asked.about, held)
    if asked.kind in OPEN or open_end:
        return suggest_instead(teller, told, lead)
    return make_reply(teller, Outcome.PREMISE_CORRECTED, told, lead=f"{lead} It reports:")


def _may_have_met_there(archive: Archive, about: About, held: Sequence[Fit]) -> bool:
    """Whether a question is of a fair or the like, where one meets many, and somebody of whom the
    reports may speak.
    """
    fair = set(stems(about.place or "")) & set(stems(" ".join(CROWDED)))
    return bool(fair) and not all(is_surely_without(archive, fit, about) for fit in held)


def _put_right(archive: Archive, asked: Asked, last: When | None) -> Reply | None:
    """What is reported instead of a meeting that a question takes for true without asking of it.

    "What did Berg and Stone agree on in Riga?" takes it that the two met there.
    """
    about = asked.about.model_copy(update={"forms": ("meeting",)})
    people = [party for party in about.parties if party.kind == "person"]
    if len(people) < PAIR or not (about.place or about.period) or LEFT_OUT.search(asked.text):
        return None
    meant = asked.model_copy(update={"about": about, "kind": Kind.TOPICS})
    found = find_meetings_for(archive, meant, near=True)
    if found.exact or held_otherwise(archive, asked, about):
        return None
    teller = Teller(archive)
    held = [fit for fit in found.near if fit.meeting.status in TOOK_PLACE][:MOST_NEAR]
    sure = [fit.meeting for fit in held if is_surely_without(archive, fit, about)]
    told = tell_each(teller, sure)
    lead = deny_there(asked.text, about, last)
    if told and lies_beyond(about, last):
        return suggest_instead(teller, told, lead)
    lead = f"{lead} It reports:"
    return make_reply(teller, Outcome.PREMISE_CORRECTED, told, lead=lead) if told else None


def held_otherwise(archive: Archive, asked: Asked, about: About) -> bool:
    """Whether those people had a call, say, as a question says that names no form: no meeting then
    is no fault of it.
    """
    if asked.about.forms:
        return False
    meant = about.model_copy(update={"forms": ()})
    found = find_meetings_for(
        archive, asked.model_copy(update={"about": meant, "kind": Kind.TOPICS})
    )
    return any(fit.meeting.status in TOOK_PLACE for fit in found.exact)


def deny_there(text: str, about: About, last: When | None = None) -> str:
    """The same with the place, as a question names it: "in Cork"."""
    told, place = deny(about, last), re.escape(about.place or "")
    named = re.search(rf"\b(?:in|at|on|aboard) (?:the )?{place}\b", text) if place else None
    chosen = re.search(rf"\b{CHOSEN} {place}\b", text, re.IGNORECASE) if place else None
    there = named[0] if named else f"in {about.place}" if chosen else ""
    return f"{told.removesuffix('.')} {there}." if there and ";" not in told else told


def deny(about: About, last: When | None = None) -> str:
    """That nothing is reported of the meeting a question speaks of.

    `last` is the date of the archive's last article, told where the question is about a later time.
    """
    people = " and ".join(party.called for party in about.parties)
    of = f" of {people}" if people else ""
    when = f" {tell_when(about.period)}" if about.period and about.period.earliest else ""
    when = when or (f" on a {day_name[about.weekday - 1]}" if about.weekday else "")
    noun = about.meal or (about.forms[0] if about.forms else "meeting")
    told = f"The archive does not say: it reports no such {noun}{of}{when}"
    if last and last.latest and lies_beyond(about, last):
        return f"{told}; its last article is of {write_day(last.latest)}."
    return f"{told}."


def lies_beyond(about: About, last: When | None) -> bool:
    """Whether a question is about a time after the archive's last article: "after 2019"."""
    since = about.period.earliest if about.period else about.after and about.after.latest
    return bool(since and last and last.latest and since > last.latest)
