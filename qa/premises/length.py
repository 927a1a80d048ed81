"""A length that a question gives to a meeting and every report of it contradicts: put right.

"Why did the two-hour meeting of Berg and Stone bring no accord?" of one that lasted half an hour.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import timedelta

from index.archive import Archive
from index.meeting_records import TOOK_PLACE, FieldEvidence, Meeting
from index.records import Outcome
from qa.cues import YES_OR_NO
from qa.meetings.finding import LISTING, find_meetings_for
from qa.premises.contradicted import NOT_SO_MANY, read_number
from qa.premises.cues import ABOUT, LENGTH
from qa.question.asked import Asked, Kind
from qa.question.kind_cues import FORM
from qa.telling.reply import MOST_NEAR, Reply, make_reply, tell_each
from qa.telling.support import Report
from qa.telling.teller import Teller

PAIR = 2
LENGTH_OF = {"minute": timedelta(minutes=1), "hour": timedelta(hours=1), "day": timedelta(days=1)}
ROUGHLY = 1.3  # times as long: "some three hours" may be two and a half
LASTING = re.compile(  # before a length: "lasted", "talk for", "the meeting of"
    rf"\b(?:last(?:ed|s|ing)?|took|take|talk(?:ed|ing)?|spoke|speak|met|meet|spent|{FORM})"
    r"(?: (?:for|of))?\s+$",
    re.IGNORECASE,
)
HOURS = re.compile(r"\b(?:minute|hour)s?\b", re.IGNORECASE)
NOT_PLAIN = re.compile(  # "an hour and a half", "an hour longer than planned", "for another hour"
    r"\b(?:half|halves|quarters?|thirds?|longer|shorter|another|more|less|over|under|further|extra|"
    r"additional(?:ly)?|beyond|than|instead|planned|scheduled|due|supposed|meant|again|resum\w+|"
    r"adjourn\w+|break|pause|interrupt\w+|overr[au]n\w*|(?:first|second|third|next) round)\b|"
    r"\band (?:an?|then|some|\d+)\b",
    re.IGNORECASE,
)
LONG = re.compile(rf"(?:[\s-]long)?\s+(?:\w+\s+)?{FORM}\b", re.IGNORECASE)  # "two-hour talks"


def put_right_length(archive: Archive, asked: Asked) -> Reply | None:
    """How long the one meeting lasted that a question has last longer or shorter; None where its
    reports bear that out, tell no length, or several meetings may be meant.
    """
    counted = _length_in(asked.text)
    about = asked.about
    if counted is None or asked.planned or asked.kind in LISTING or YES_OR_NO.match(asked.text):
        return None
    if len(about.parties) < PAIR and not (about.parties and (about.place or about.period)):
        return None
    meant = about.model_copy(update={"forms": about.forms or ("meeting",)})
    plain = asked.model_copy(update={"kind": Kind.TOPICS, "about": meant})
    fits = find_meetings_for(archive, plain)
    held = [fit.meeting for fit in (*fits.exact, *fits.looser) if fit.meeting.status in TOOK_PLACE]
    teller = Teller(archive)
    if not held or not all(_lasted_otherwise(teller, one, counted) for one in held):
        return None
    first = [said for one in held[:MOST_NEAR] for said in teller.durations(one)]
    told = tell_each(teller, held[:MOST_NEAR])
    lead = NOT_SO_MANY.format(words=counted[0])
    return (
        make_reply(teller, Outcome.PREMISE_CORRECTED, told, lead=lead, first=first)
        if first and told
        else None
    )


def _length_in(text: str) -> re.Match[str] | None:
    """The length that a question gives to a meeting."""
    for match in LENGTH.finditer(text):
        before, behind = text[: match.start()], text[match.end() :]
        if (LASTING.search(before) or LONG.match(behind)) and not ABOUT.search(before):
            return match
    return None


def _lasted_otherwise(teller: Teller, meeting: Meeting, counted: re.Match[str]) -> bool:
    """Whether every article that reports a meeting has it last one plain length, all the same and
    clearly another than is asked about, and none has the length that is asked about.
    """
    asked, reports = _read_length(counted), teller.reports(meeting)
    lengths = {_plain_length(reports, id) for id in {one.article.id for one in reports}}
    told = lengths.pop() if len(lengths) == 1 else None
    if not told or not asked or max(told, asked) / min(told, asked) < ROUGHLY:
        return False
    day = LENGTH_OF["day"]
    if (told < day) is not (asked < day):  # eleven hours may be spread over days
        return False
    texts = {report.article.text for report in reports}
    return asked not in (_read_length(match) for text in texts for match in LENGTH.finditer(text))


def _plain_length(reports: Sequence[Report], id: str) -> timedelta | None:
    """The one length that an article gives to a meeting, in one number and one unit; None where
    it gives none or several, or says more of it in that sentence or the next.
    """
    spots = [(r, e) for r in reports if r.article.id == id for e in r.mention.evidence]
    found = {_length_at(report, spot) for report, spot in spots if spot.field == "duration"}
    return found.pop() if len(found) == 1 else None


def _length_at(report: Report, spot: FieldEvidence) -> timedelta | None:
    """The length that stands at a place of a report, if it is all that is said of length there."""
    own = report.sentence_of(spot)
    text = " ".join(s.text for s in (own, *report.after(own, 1))) if own else ""
    told = list(LENGTH.finditer(text))
    hours = sum(match["unit"].lower() != "day" for match in told)
    if len(told) != 1 or len(HOURS.findall(text)) != hours or NOT_PLAIN.search(text):
        return None
    return _read_length(told[0])


def _read_length(match: re.Match[str]) -> timedelta:
    number = 1 if match["number"].lower() in ("a", "an") else read_number(match["number"])
    return LENGTH_OF[match["unit"].lower()] * number
