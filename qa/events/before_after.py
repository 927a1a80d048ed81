"""What was said of something before a meeting and what after it: a sentence of each, in that order.

"What did Oslo say about the quota before the talks, and what after them?" wants two: one from a
report written before the day of the meeting, one from a report of that day or later.
"""

from __future__ import annotations

import re
from datetime import date

from index.archive import Archive
from index.meeting_records import TOOK_PLACE
from index.records import Outcome, Question
from qa.meetings.finding import find_meetings_for
from qa.passages.both_sides import denied_in, tell_sides
from qa.passages.matched import Matched, match_sentences
from qa.passages.on_topic import matter_of
from qa.passages.rank import rank_sentences
from qa.passages.retrieve import retrieve
from qa.passages.terms import Term, weigh_terms
from qa.question.asked import Asked, Kind
from qa.telling.reply import Reply, make_reply
from qa.telling.teller import Teller

BEFORE_AND_AFTER = re.compile(
    r"\bbefore\b.*\b(?:and|but|then)\b.*\b(?:after|afterwards|since)\b|"
    r"\bafter\b.*\b(?:and|but)\b.*\b(?:before|beforehand)\b",
    re.IGNORECASE,
)
IN_TURN = "What was said before, then what was said after:"
LEAST = 0.6  # of the weight of the topic, that each of the two must hold
MOST_A_SIDE = 2


def answer_before_after(archive: Archive, asked: Asked, read: Question) -> Reply | None:
    """The best sentences of before and of after; None where the question does not ask for both, no
    one meeting parts them, or one of the two is not told.
    """
    if asked.kind not in (Kind.SAID, Kind.CONTENT) or not BEFORE_AND_AFTER.search(asked.text):
        return None
    day = _day_of_meeting(archive, asked)
    topic = _topic(archive, asked, read)
    if day is None or not any(not term.name for term in topic):
        return None
    ranked = rank_sentences(archive, read, retrieve(archive, read))  # whoever speaks
    found = match_sentences(archive, ranked, topic, LEAST)
    before = [one for one in found if _latest(one) < day][:MOST_A_SIDE]
    after = [one for one in found if one.written >= day][:MOST_A_SIDE]
    teller = Teller(archive)
    told = [tell_sides(archive, teller, side) for side in (before, after)]
    if not all(told):
        return None
    denied = {bool(denied_in(one, topic)) for one in (*before, *after)}
    outcome = Outcome.CONFLICTING if len(denied) > 1 else Outcome.ANSWERED
    return make_reply(teller, outcome, (), lead=IN_TURN, first=[*told[0], *told[1]])


def _topic(archive: Archive, asked: Asked, read: Question) -> list[Term]:
    """The words of what was spoken of: not those of who spoke, nor of the meeting."""
    about = (asked.about.place, asked.about.wider, *(one.words for one in asked.speakers))
    left_out = {word for words in about if words for word in words.split()}
    terms = weigh_terms(read.words, read.names, archive.catalog)
    matter = matter_of(terms)
    told = [term for term in terms if term.known and (term.name or term in matter)]
    return [term for term in told if term.word not in left_out]


def _day_of_meeting(archive: Archive, asked: Asked) -> date | None:
    """The day of the one meeting that was held of those a question speaks of."""
    found = (fit.meeting for fit in find_meetings_for(archive, asked).exact)
    held = [meeting for meeting in found if meeting.status in TOOK_PLACE and meeting.when]
    days = {meeting.when.earliest for meeting in held if meeting.when}
    return days.pop() if len(days) == 1 else None


def _latest(one: Matched) -> date:
    written = one.article.dated
    return (written and written.latest) or date.max
