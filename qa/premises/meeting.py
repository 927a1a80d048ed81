"""Meetings that a question takes for true on its way to something else: put right, or only planned.

"What did Berg say to Stone at the Riga talks of 14 March?" takes it that the two sat there; those
who speak at a meeting, and to whom, are asked about as if they had met.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date

from index.archive import Archive
from index.meeting_records import AHEAD, TOOK_PLACE, Meeting
from index.records import Article, Outcome, When
from index.words import fold
from qa.cues import YES_OR_NO
from qa.meetings.finding import find_meetings_for
from qa.meetings.fits import Fit
from qa.meetings.nearest import deny_there, held_otherwise, lies_beyond
from qa.passages.matched import Matched
from qa.passages.naming import names_all, surnames_of
from qa.passages.other_outlet import ATTRIBUTABLE
from qa.passages.outcome import falls_in, near_text, times_in
from qa.passages.retrieve import retrieve
from qa.premises.absent import is_surely_without
from qa.premises.cues import DISCUSSING, LEFT_OUT, TELLS
from qa.question.asked import About, Asked, Kind, Party
from qa.question.kind_cues import FORM, MEET
from qa.question.looked_for import read_question
from qa.telling.reply import MOST_NEAR, ONLY_PLANNED, Reply, make_reply, suggest_instead, tell_each
from qa.telling.support import Report
from qa.telling.teller import Teller

PAIR = 2
LEAST_BORNE = 2  # things besides the form that fit where one does not
LEAST_OF_UNKNOWN = 3  # where a name is asked for that nobody has: he may have met them elsewhere
KINDS = frozenset({Kind.SAID, Kind.CONTENT, Kind.WHO, Kind.WHEN, Kind.WHERE, Kind.TOPICS,
                   Kind.DURATION, Kind.ROLE_HOLDER})  # fmt: skip
THERE = re.compile(  # "at the Riga talks", "after his meeting with Stone"
    rf"\b(?:at|in|during|after|before|following) (?:the|his|her|their|that) "
    rf"(?:[\w.’'-]+ ){{0,4}}{FORM}\b",
    re.IGNORECASE,
)
AS_THEY_MET = re.compile(rf"\b(?:when|as|after|before) (?:they|the two|both) {MEET}\b", re.I)
SLIP = 2  # days apart at which two meetings are equally near
OF_A_PLAN = re.compile(  # "Why did the palace confirm on Monday that Berg would meet Stone?"
    rf"\b(?:would|will|shall|due to|going to|planned|plans?)\b.*\b{MEET}\b", re.IGNORECASE
)
FELL_THROUGH = re.compile(  # why a plan came to nothing is told of a plan
    r"\b(?:fall through|fell through|call(?:ed)? off|cancel\w*|postpon\w*|put off|delay\w*|not|"
    r"never|refus\w+|declin\w+|fail\w*)\b|n['’]t\b",
    re.IGNORECASE,
)
BEFOREHAND = re.compile(r"\b(?:ahead of|before|prior to|on the eve of)\b", re.IGNORECASE)
PAST = re.compile(r"\b(?:did|was|were|had|came|became|resulted)\b", re.IGNORECASE)
COMES_OF = re.compile(  # what came of a meeting; its agenda is told before
    r"\b(?:agree\w*|sign(?:ed)?|results?|outcomes?|c[ao]me (?:out )?of|decid\w+|decisions?|"
    r"reach\w*|"
    r"achiev\w+|settle\w*|conclu\w+|end(?:ed)?|say|said|tell|told|promise[ds]?|offer(?:ed)?|"
    r"joke[ds]?|lasted|last(?=\s*\?)|produce[ds]?|accomplish\w*|declare[ds]?|announce[ds]?|"
    r"breakthroughs?|how (?:did|was|were|had|have|has)|go|gone|went|success\w*|fail(?:ed|ure)?|"
    r"fruitful|worthwhile|atmosphere|mood|progress|work(?:ed)? out|turn(?:ed)? out)\b",
    re.IGNORECASE,
)
BOTH = re.compile(  # "They met", "the two ministers agreed"
    r"\b(?:they|both|the two|the pair|sides|leaders|ministers|presidents|envoys|officials)\b",
    re.IGNORECASE,
)
SAID_THEN = re.compile(  # "Falk said in a statement on" 4 May: the day of saying it
    r"\b(?:said|says|told|added|announced|confirmed)"
    r"(?:\s(?!that|the[ym]|he|she|met|meet\w*|talk\w*|w\w+ld|will|had|was|were)\w+){0,4}\s$",
    re.IGNORECASE,
)


def put_right_meeting(archive: Archive, asked: Asked, last: When | None) -> Reply | None:
    """What is reported instead of a meeting that a question takes for true, where all but one
    thing of it fits; that it is only planned, where it is. None where neither is so.
    """
    if asked.kind not in KINDS or asked.planned or OF_A_PLAN.search(asked.text):
        return None
    if FELL_THROUGH.search(asked.text) or LEFT_OUT.search(asked.text):
        return None
    about = taken_for_true(asked)
    if not (about.place or about.period) or (
        len(about.parties) < PAIR and not (about.place and about.period)
    ):
        return None
    meant = asked.model_copy(update={"about": about, "kind": Kind.TOPICS})
    teller, found = Teller(archive), find_meetings_for(archive, meant, near=True)
    ahead = [fit.meeting for fit in found.exact if fit.open and fit.meeting.status in AHEAD]
    if len(ahead) == len(found.exact):  # a plan without a day or a place is not what took place
        near = _find_near(archive, asked, about, found.near)
        if near and (is_told(archive, asked, about) or held_otherwise(archive, asked, about)):
            return None  # of no meeting, but it may be there, or they had a call
        if near:
            return _correct(teller, asked, about, near, last)
    return _only_planned(teller, asked, [fit.meeting for fit in found.exact])


def _find_near(archive: Archive, asked: Asked, about: About, fits: Sequence[Fit]) -> list[Meeting]:
    """The meetings held that miss one thing, the nearest in time first."""
    if YES_OR_NO.match(asked.text) or not _is_pinned(asked, about) or not _tells_of_one(asked):
        return []
    near = [
        fit.meeting
        for fit in fits
        if fit.meeting.status in TOOK_PLACE
        and _fits_enough(fit, about)
        and not (fit.against <= {"when"} and _is_day_of_telling(asked))
        and is_surely_without(archive, fit, about)
    ]
    return sorted(near, key=lambda one: _days_from(one, about.period))


def _tells_of_one(asked: Asked) -> bool:
    """Whether a question says that some people met, and not only that both did something."""
    there = asked.about.forms or THERE.search(asked.text) or DISCUSSING.search(asked.text)
    return bool(there) or any(map(is_spoken_to(asked), asked.about.parties))


def is_told(archive: Archive, asked: Asked, about: About, since: date | None = None) -> bool:
    """Whether a sentence tells of all the people, at the place and with a day in the period of a
    question; with `since`, one of an article written after that day.
    """
    read = read_question(asked.text, asked_on=asked.asked_on, as_of=asked.as_of)
    found = retrieve(archive, read.model_copy(update={"period": about.period}))
    people = [surnames_of(archive, party) for party in about.parties]
    ids = dict.fromkeys(hit.chunk.article_id for hit in found.within or found.others)
    articles = [archive.article(id) for id in ids]
    return any(
        _tells(
            archive, Matched(article=article, sentence=sentence, hits=(), share=0.0), about, people
        )
        for article in articles
        if names_all(people, article.text) and not (since and _is_before(article, since))
        for sentence in archive.sentences(article)
        if sentence.zone in ATTRIBUTABLE
    )


def _is_before(article: Article, day: date) -> bool:
    """Whether an article may have been written by a day."""
    first = article.dated.earliest if article.dated else None
    return first is None or first <= day


def _tells(archive: Archive, one: Matched, about: About, people: Sequence[frozenset[str]]) -> bool:
    """Whether a sentence speaks of the people and has a day in a period on which it does not only
    say who told it, and it or what stands before it names the rest.
    """
    period, text = about.period, near_text(archive, one)
    if about.place and fold(about.place).casefold() not in fold(text).casefold():
        return False
    told = one.sentence.text
    if not names_all(people, text) or not (
        BOTH.search(told) or any(names_all([person], told) for person in people)
    ):
        return False
    return not (period and period.earliest) or any(
        falls_in(time, period)
        for time in times_in(archive, one)
        if SAID_THEN.search(told[: time.start - one.sentence.start]) is None
    )


def _is_day_of_telling(asked: Asked) -> bool:
    """Whether the time in a question may be that of what is said, and not of the meeting."""
    if not asked.speakers and not TELLS.search(asked.text):
        return False
    if any(map(is_spoken_to(asked), asked.about.parties)):
        return False
    there = THERE.search(asked.text)
    return there is None or re.search(r"\d", asked.text[there.end() :]) is None


def _is_pinned(asked: Asked, about: About) -> bool:
    """Whether two people, or one at a place and a time, tell which meeting is meant."""
    people = [party for party in about.parties if party.kind == "person"]
    alone = about.place and about.period and THERE.search(asked.text)  # "who was with Berg at …"
    return len(people) == len(about.parties) and len(people) >= (1 if alone else PAIR)


def _days_from(meeting: Meeting, period: When | None) -> int:
    """How far a meeting lies from the time that a question names; 0 where either has no day."""
    first, day = period and period.earliest, meeting.when and meeting.when.earliest
    return abs((day - first).days) if first and day else 0


def taken_for_true(asked: Asked) -> About:
    """The meeting that a question takes for true: who speaks at it is there."""
    speakers = [one for one in asked.speakers if one.kind == "person"]
    there = any(cue.search(asked.text) for cue in (THERE, AS_THEY_MET)) or any(
        map(is_spoken_to(asked), asked.about.parties)
    )
    parties = (*asked.about.parties, *speakers) if there else asked.about.parties
    named = tuple(one for one in parties if one.kind in ("person", "group"))
    return asked.about.model_copy(
        update={"parties": named, "forms": ("meeting",), "words": (), "order": None}
    )


def is_spoken_to(asked: Asked) -> Callable[[Party], bool]:
    """What tells whether a question says that something is said to somebody."""

    def is_told(party: Party) -> bool:
        name = re.escape(party.words)
        told = rf"\b(?:to|tell|told|ask(?:ed)?|promised?|offer(?:ed)?) (?:\w+ )?{name}\b"
        return re.search(told, asked.text) is not None

    return is_told


def _fits_enough(fit: Fit, about: About) -> bool:
    """Whether enough else fits: more where the one missed is nobody the archive knows."""
    missed = next(iter(fit.against), "")
    unknown = any(missed == f"who:{p.called}" and p.known_as is None for p in about.parties)
    return len(fit.borne - {"form"}) >= (LEAST_OF_UNKNOWN if unknown else LEAST_BORNE)


def _correct(
    teller: Teller, asked: Asked, about: About, meetings: Sequence[Meeting], last: When | None
) -> Reply | None:
    nearest = [m for m in meetings if _days_from(m, about.period) - SLIP
               <= _days_from(meetings[0], about.period)]  # fmt: skip
    told = tell_each(teller, nearest[:MOST_NEAR])
    denied = deny_there(asked.text, about, last)
    if not told:
        return None
    if lies_beyond(about, last):  # what no article can tell of is contradicted by none
        return suggest_instead(teller, told, denied)
    return make_reply(teller, Outcome.PREMISE_CORRECTED, told, lead=f"{denied} It reports:")


def _is_told_since(report: Report, meeting: Meeting) -> bool:
    """Whether a report may have been written after the day of its meeting."""
    written, when = report.article.dated, meeting.when
    return not (written and written.earliest and when and when.latest
                and written.earliest <= when.latest)  # fmt: skip


def _only_planned(teller: Teller, asked: Asked, meetings: Sequence[Meeting]) -> Reply | None:
    """That what something is asked of is only announced; None where some of it was held."""
    text, there = asked.text, THERE.search(asked.text)
    if asked.speakers and (there is None or BEFOREHAND.search(text)):  # words said before it
        return None
    if not all(one.status in AHEAD for one in meetings) or not asked.about.period:
        return None
    if not PAST.search(text) or not COMES_OF.search(text) or not meetings:
        return None
    if any(_is_told_since(report, one) for one in meetings for report in teller.reports(one)):
        return None
    if is_told(teller.archive, asked, taken_for_true(asked), since=asked.about.period.latest):
        return None
    told = tell_each(teller, meetings[:MOST_NEAR])
    quotes = teller.quotes(told[0].statement) if len(told) == 1 else ()
    return (
        make_reply(teller, Outcome.ONLY_PLANNED, told, lead=ONLY_PLANNED, more=quotes)
        if told
        else None
    )
