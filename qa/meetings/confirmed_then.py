"""Whether a meeting was confirmed as of a day: "As of 4 May, had the palace confirmed the visit?"

The reports written by that day tell it: one that confirms, one that says "not yet", or only those
that announce it. That it was not yet confirmed is an answer, and no plan that is asked after.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from index.archive import Archive
from index.meeting_records import TOOK_PLACE, Meeting
from index.records import Outcome, Statement
from index.words import fold
from qa.meetings.finding import find_meetings_for, is_meeting_question
from qa.meetings.variants import without_variants
from qa.passages.speech import sayers_of
from qa.premises.house_cues import are_other_offices
from qa.question.asked import Asked, Kind, Party
from qa.telling.phrases import STEP
from qa.telling.reply import AS_PLANNED, Reply, Told, make_reply, suggest_instead
from qa.telling.teller import Teller

SETTLED = re.compile(  # "Was it settled by then?", "Had it been made official?"
    r"\b(?:confirm\w*|settled|certain|official(?:ly)?|definite(?:ly)?|firm(?:ed)?|fixed|"
    r"assured|a done deal|final(?:i[sz]ed)?|for sure)\b",
    re.IGNORECASE,
)
ASKING = frozenset({Kind.STATUS, Kind.WHETHER, Kind.TELLER, Kind.CONTENT})
YES_OR_WHO = re.compile(
    r"(?:^|, )(?:and |but |so )?(?:had|has|have|was|were|is|are|did|who|by whom|whether)\b",
    re.IGNORECASE,
)
SIDE = re.compile(r"\bside\b|\bparty\b", re.IGNORECASE)  # "on the Danish side": no participant
CONFIRMED = "confirmed"
DOUBTED = ("unconfirmed", "denied", "postponed", "cancelled")
OVER = tuple(status.value.replace("_", " ") for status in TOOK_PLACE)
NOT_YET = re.compile(r"\b(?:not|yet|never|no|neither|decline[sd]?|refuse[sd]?)\b|n['’]t\b")
OTHER_WORDS = re.compile(  # "The palace made it official: she will hold talks on Monday."
    r"\b(?:official(?:ly)?|settled|certain|agreed|definite(?:ly)?|fixed|for sure|assured|"
    r"green light|nod|go-ahead|approv\w+|consent\w*)\b",
    re.I,
)
MOST_STEPS = 4
BEHIND = 4  # sentences behind a report, in which it may be said whether it is confirmed
CONFIRMING = re.compile(r"\bconfirm(?:ed|s|ation|ing)?\b", re.IGNORECASE)
OF_SOMETHING = re.compile(  # "has not confirmed the price of the dinner": no word on the meeting
    r"\bconfirm(?:ed|s|ing|ation of)? (?:the|an?|any|his|her|its|their) (?!(?:[\w-]+ ){0,2}"
    r"(?:meeting|visit|talks|trip|date|day|time|report|news|plan|summit|call|arrival|schedule|agenda|"
    r"information)s?\b)",
    re.IGNORECASE,
)
WHO = re.compile(  # who is asked to have confirmed it: "had the palace confirmed", "by the palace"
    r"\b(?:had|has|have|did|does)\s(?P<who>(?:(?!\b(?:been|meeting|visit|talks)\b)[^?,]){2,50}?)\s"
    r"(?:(?:not|yet|already|also|ever|\w+ly)\s)*confirm|"
    r"\bconfirmed by (?P<by>[^?,]{2,50}?)(?=\?|,|$| (?:as|by|on|in|at|yet)\b)",
    re.IGNORECASE,
)
DOER = re.compile(  # "Police confirmed that", "It was confirmed by the police"
    rf"[“‘](?P<who>.*?){CONFIRMING.pattern}(?: by (?P<by>[^,.;]{{2,40}}))?",
    re.IGNORECASE | re.DOTALL,
)
WHO_SPOKE = re.compile(  # "…, and through whom?", "…, and who spoke for it?"
    r"(?:,| and) (?:and )?(?:(?:through|by|via|from) whom|who (?:spoke|said|told|announced|"
    r"confirmed|made|did))\b",
    re.IGNORECASE,
)
NAMED = re.compile(r"\b(?!The )[A-Z][\w’'-]+ [A-Z][\w’'-]+")
NOT_HIS = "The archive does not say whether {who} confirmed it."


def answer_confirmed(archive: Archive, asked: Asked) -> Reply | None:
    """How a meeting stood as of a day: first what settles it, then the other reports in order.
    Where no day is given, who confirmed it and who had not yet.

    None where no confirmation is asked for, or no report by that day tells of it.
    """
    if asked.kind not in ASKING or not is_meeting_question(asked):
        return None
    if not SETTLED.search(asked.text) or not YES_OR_WHO.search(asked.text):
        return None
    teller = Teller(archive)
    meeting = _meant(teller, asked)
    steps = _settling_first(teller.trace(meeting)) if meeting else []
    anothers = _tell_anothers(teller, asked, meeting, steps) if meeting else None
    if anothers or asked.as_of is None:
        return anothers or (_answer_ever(teller, asked) if asked.speakers else None)
    if meeting is None or not steps or any(_status(one) in OVER for one in steps):
        return None  # what was held by then is told as held
    plain = _status(steps[0]) not in (CONFIRMED, *DOUBTED)
    said = _words_on_it(teller, meeting) if plain else []
    if plain and (
        any(not NOT_YET.search(one.text) for one in said)
        or any(OTHER_WORDS.search(one.text) for one in steps)
    ):
        return None  # these may confirm it in other words
    steps = [*said, *steps[:1], *_spoken(teller, asked, meeting), *steps[1:]]
    return make_reply(
        teller, Outcome.ANSWERED, (), lead=AS_PLANNED if plain else "", first=steps[:MOST_STEPS],
        meetings=[meeting],
    )  # fmt: skip


def _spoken(teller: Teller, asked: Asked, meeting: Meeting) -> list[Statement]:
    """Who said so by name, in the report that confirms it or right behind, where that is asked as
    well: "…, and who spoke for it?".
    """
    if not WHO_SPOKE.search(asked.text):
        return []
    told = [
        (report.article, sentence)
        for report in teller.reports(meeting)
        if report.own and report.mention.status == CONFIRMED
        for sentence in (report.own, *report.after(report.own, BEHIND))
        if any(NAMED.search(sayer) for sayer in sayers_of(sentence.text))
    ]
    return [teller.quote(*told[0])] if told else []


def _answer_ever(teller: Teller, asked: Asked) -> Reply | None:
    """The reports that a meeting was confirmed, or was not yet; None where none confirms it."""
    meeting = _meant(teller, asked) if CONFIRMING.search(asked.text) else None
    steps = _settling_first(teller.trace(meeting)) if meeting else []
    told = [one for one in steps if _status(one) in (CONFIRMED, *DOUBTED)]
    if meeting is None or all(_status(one) != CONFIRMED for one in told):
        return None
    return make_reply(
        teller, Outcome.ANSWERED, (), first=told[:MOST_STEPS], meetings=[meeting]
    )  # fmt: skip


def _tell_anothers(
    teller: Teller, asked: Asked, meeting: Meeting, steps: Sequence[Statement]
) -> Reply | None:
    """That it is not told whether he confirmed it who is asked to have, with the word of another
    house or country; None where one that settles it may be his, or none is another's.
    """
    who = WHO.search(asked.text)
    name = (who["who"] or who["by"]) if who else ""
    settling = [one for one in steps if _status(one) in (CONFIRMED, *DOUBTED)]
    if not settling or not name or not all(_is_anothers(name, one.text) for one in settling):
        return None
    told = Told(meeting=meeting, statement=settling[0])
    return suggest_instead(teller, [told], NOT_HIS.format(who=name))


def _is_anothers(name: str, step: str) -> bool:
    """Whether a report says that somebody confirmed it, of another house or country."""
    told = STEP.match(step)
    match = DOER.match(told["quote"]) if told else None
    return match is not None and are_other_offices(name, match["by"] or match["who"])


def _meant(teller: Teller, asked: Asked) -> Meeting | None:
    """The meeting meant: of those told of by the day the next that was ahead, else the last; first
    one of which a report names who is asked to have confirmed it.
    """
    parties = tuple(one for one in asked.about.parties if not _is_no_party(one))
    met = len(asked.speakers) > 1 and not parties  # "was the meeting of Berg and Stone confirmed?"
    parties = asked.speakers if met else parties
    if not (parties or asked.about.place or asked.about.period):
        return None
    forms = asked.about.forms if "call" in asked.about.forms else ("meeting",)  # or "the visit"
    about = asked.about.model_copy(
        update={"parties": parties, "status": None, "words": (), "forms": forms}
    )
    every = {"about": about, "kind": Kind.LIST if about.period else Kind.STATUS, "planned": False}
    found = find_meetings_for(teller.archive, asked.model_copy(update=every)).exact
    meetings = [fit.meeting for fit in without_variants(found)]
    day, tellers = asked.as_of or date.max, () if met else asked.speakers
    named = [fold(one.called).lower() for one in tellers]
    spoken = [one for one in meetings if any(_names(teller, one, name) for name in named)]
    if named and not spoken:
        return None  # nobody tells what they said of it
    ahead = [one for one in spoken or meetings if _last(one) >= day]
    past = [one for one in spoken or meetings if _last(one) < day]
    return min(ahead, key=_last, default=None) or max(past, key=_last, default=None)


def _names(teller: Teller, meeting: Meeting, name: str) -> bool:
    """Whether a report of a meeting, or what stands right behind it, names somebody."""
    told = [
        sentence.text
        for report in teller.reports(meeting)
        if report.own
        for sentence in (report.own, *report.after(report.own, BEHIND))
    ]
    return any(name in fold(text).lower() for text in told)


def _words_on_it(teller: Teller, meeting: Meeting) -> list[Statement]:
    """The sentences right behind the reports of a meeting that speak of a confirmation: "The palace
    has not confirmed the date."
    """
    return [
        teller.quote(report.article, sentence)
        for report in teller.reports(meeting)
        if report.own
        for sentence in report.after(report.own, BEHIND)
        if CONFIRMING.search(sentence.text) and not OF_SOMETHING.search(sentence.text)
    ][:MOST_STEPS]


def _is_no_party(party: Party) -> bool:
    """Whether words only say who confirms, or that it is so: "by the Danish side", "official"."""
    side = party.kind == "group" and SIDE.search(party.words) is not None
    return side or SETTLED.fullmatch(party.words) is not None


def _last(meeting: Meeting) -> date:
    return (meeting.when and meeting.when.latest) or date.max


def _settling_first(steps: Sequence[Statement]) -> list[Statement]:
    """The latest that confirms it or leaves it open first; the rest as they were."""
    told = [one for one in steps if _status(one) in (CONFIRMED, *DOUBTED)]
    return [told[-1], *(one for one in steps if one is not told[-1])] if told else list(steps)


def _status(step: Statement) -> str:
    match = STEP.match(step.text)
    return match["status"] if match else ""
