"""Which sentences may answer a question about a meeting that no report answers.

Where a report was read by no rule, its sentence may still be quoted, if it names everybody whom the
question names and is of the question's time and place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from index.archive import Archive
from index.meeting_lookup import answers_to
from index.meeting_records import AHEAD, TOOK_PLACE
from index.records import Question
from index.words import fold, stem, stems
from qa.cues import LIES_AHEAD
from qa.meetings.finding import LISTING, find_meetings_for, is_meeting_question
from qa.meetings.fits import ROYAL, are_royal
from qa.meetings.holdings import holdings_of
from qa.meetings.nearest import deny, lies_beyond
from qa.passages.called_otherwise import OR, alternatives
from qa.passages.decide import Decision, Doubt, is_of_period
from qa.passages.naming import names_all, surnames_of, tells_of
from qa.passages.place_asked import tells_place
from qa.passages.rank import Candidate
from qa.question.asked import ONE_FACT, About, Asked, Kind, Party
from qa.telling.derive import mentions_at
from qa.telling.reply import MISSING

DETAILS = frozenset({Kind.DURATION, Kind.TOPICS})  # told in a sentence beside the report
LEAST_NAMED = 2  # people whom a sentence must name to be quoted although it stands further down
LEAST_HELD = 0.5  # of the question's other words, in a sentence that has no word for a meeting
EXPECTING = re.compile(
    r"\b(?:(?:expects?|hopes?|wants?) (?:the |his |her |a )?(?:\w+ )?to\b|"
    r"look(?:s|ed|ing) forward to\b)"
)
ABOUT = re.compile(  # what talks are about is told by such words: "discussed quotas", "talks on"
    r"\b(?:discuss\w*|agenda|topics?|subjects?|focus\w*|cent(?:re|er)(?:d|ed|s) on|brought up|"
    r"cover(?:ed|s|ing)?|rais(?:e[ds]?|ing)|address(?:ed|es|ing)|deal(?:s|ing)? with|dealt|"
    r"concern(?:ed|s|ing)?|regarding|negotiat(?:e[ds]?|ing)|agree\w*|sought|seek\w*|"
    r"urg(?:ed|ing)|propos\w*|"
    r"(?:talk|me[et]t|spoke|speak|convers|consult|dialog|visit|summit|session|negotiation)\w* "
    r"(?:(?!(?:is|are|was|were|has|have|had) )\S+ ){0,9}?(?:(?:is|are|was|were) )?(?:about|over|"
    r"on(?! (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun|\d|[JFMASOND][a-z]+ \d|"
    r"the (?:sidelines|margins|fringes|eve)\b)))\b)",
    re.IGNORECASE,
)  # fmt: skip


def of_the_meeting(archive: Archive, asked: Asked, read: Question, decision: Decision) -> Decision:
    """A question about a meeting is answered only by sentences that tell of one and name all.

    One that names nobody and asks who met is answered by the meetings or not at all.
    """
    wanted = [surnames_of(archive, party) for party in asked.about.parties]
    told = bool(wanted) or asked.kind not in (*LISTING, Kind.WHO)
    loose = asked.kind in DETAILS
    either = _asked_between(asked)
    near = [
        one for one in decision.near if told
        and (_names_all(wanted, one, loose=loose) or _settles(either, wanted, one))
    ]  # fmt: skip
    doubt, weekday = decision.doubt, asked.about.weekday
    if asked.kind in ONE_FACT and not asked.planned:  # where it was is told by no plan
        near = [one for one in near if not _is_ahead(one.sentence.text)]
        near = [one for one in near if not _tells_no_such(archive, asked, one)]
    if not near and len(wanted) >= LEAST_NAMED and (doubt is None or doubt.may_be_named):
        near = list(_further_down(asked, read, wanted, decision.ranked))
        doubt = None if near else doubt
    near = [one for one in near if weekday is None or _tells_of_a(archive, one, weekday)]
    if lies_beyond(asked.about, holdings_of(archive).last) and not asked.planned:
        near = []
    near = _of_its_reports(archive, asked, near)
    if asked.kind is Kind.WHERE:
        is_place = holdings_of(archive).is_place
        near = [one for one in near if tells_place(read, one.sentence.text, is_place)]
    if asked.kind is Kind.TOPICS:
        near = [one for one in near if ABOUT.search(one.sentence.text)]
    if loose or ROYAL.search(asked.text):
        near = [one for one in near if not is_of_others(archive, asked, one)]
    near = [one for one in near if may_tell(archive, asked, one)]
    if not near and (doubt is None or doubt.may_be_named):  # say which meeting is not reported
        doubt = Doubt(lead=_lead(archive, asked, read, decision.ranked), ambiguous=False)
    rest = [one for one in decision.ranked if one not in near]
    return Decision(ranked=(*near, *rest), near=tuple(near), doubt=doubt)


def _lead(archive: Archive, asked: Asked, read: Question, ranked: Sequence[Candidate]) -> str:
    """What is missing: the detail where a sentence reports the meeting, else the meeting."""
    plain = asks_barely(asked.about) and asked.kind in (Kind.WHEN, Kind.WHERE, *DETAILS)
    told = plain and any(reports_such(archive, asked, read, one) for one in ranked)
    return MISSING[asked.kind] if told else deny(asked.about, holdings_of(archive).last)


def reports_such(archive: Archive, asked: Asked, read: Question, one: Candidate) -> bool:
    """Whether a sentence is of the time asked about, names all and reports a meeting of them."""
    wanted = [surnames_of(archive, party) for party in asked.about.parties]
    named = names_all(wanted, one.sentence.text) and is_of_period(read, one)
    return named and reports_them(archive, asked, one)


def asks_barely(about: About) -> bool:
    """Whether a question says no more of a meeting than who met, and of what time it was."""
    return bool(about.parties) and not about.words and not about.place


def may_tell(archive: Archive, asked: Asked, one: Candidate) -> bool:
    """Whether a sentence may tell of the meeting asked about: where a question says no more of it
    than who met and when, only one that reports a meeting of theirs.
    """
    barely = asks_barely(asked.about) and is_meeting_question(asked)
    return not barely or reports_them(archive, asked, one)


def reports_them(archive: Archive, asked: Asked, one: Candidate) -> bool:
    """Whether a sentence reports a meeting of one of those asked about, and of all of them where it
    is asked what they spoke of: "failed to meet the bar", "is going to talk about" report none.
    """
    wanted = [(party.called, _words_of(archive, party)) for party in asked.about.parties]
    enough = all if asked.kind in DETAILS else any
    return any(
        enough(
            any(answers_to(who, called) or names_all(names, who.name) for who in told.participants)
            for called, names in wanted
        )
        for told in mentions_at(archive, one.article.id, one.sentence.start, one.sentence.end)
    )


def _words_of(archive: Archive, party: Party) -> list[frozenset[str]]:
    """The words that all stand in the name of a participant who is meant: of a group each."""
    if party.kind == "group":
        return [frozenset([fold(word).casefold()]) for word in party.called.split()]
    return [surnames_of(archive, party)]


def _of_its_reports(archive: Archive, asked: Asked, near: list[Candidate]) -> list[Candidate]:
    """Those of the articles that report the meetings asked about, where a question says nothing
    that others could bear out: what they tell is of other meetings.
    """
    fits = find_meetings_for(archive, asked).exact if asks_barely(asked.about) and near else ()
    held = [fit.meeting for fit in fits if asked.planned or fit.meeting.status in TOOK_PLACE]
    own = {e.article_id for meeting in held for e in meeting.evidence}
    return [one for one in near if one.article.id in own] if own else near


def _tells_of_a(archive: Archive, one: Candidate, weekday: int) -> bool:
    """Whether a sentence tells of a day that is such a weekday: "on Friday"."""
    days = (
        time.earliest
        for time in archive.times(one.article.id)
        if one.sentence.start <= time.start and time.end <= one.sentence.end
        and time.earliest == time.latest
    )  # fmt: skip
    return any(day is not None and day.isoweekday() == weekday for day in days)


def is_of_others(archive: Archive, asked: Asked, one: Candidate) -> bool:
    """Whether a sentence itself reports a meeting, and none of those that it reports has all the
    people whom the question names.
    """
    named_so = ("person", "role")
    people = [party.called for party in asked.about.parties if party.kind in named_so]
    reports = mentions_at(archive, one.article.id, one.sentence.start, one.sentence.end)
    named = [r for r in reports if sum(p.resolved is not None for p in r.participants) >= 1]
    return bool(people and named) and not any(
        are_royal(report.participants, asked.text)
        and all(any(answers_to(o, name) for o in report.participants) for name in people)
        for report in named
    )


def _is_ahead(text: str) -> bool:
    """Whether a sentence tells of what is to come: "she expects the talks to open"."""
    return LIES_AHEAD.search(text) is not None or EXPECTING.search(text) is not None


def _tells_no_such(archive: Archive, asked: Asked, one: Candidate) -> bool:
    """Whether a sentence reports meetings and nothing of the sort asked for, as all are ahead or
    have no day: "was planning a trip to meet Stone", "he and Berg met Stone at an inn".
    """
    told = mentions_at(archive, one.article.id, one.sentence.start, one.sentence.end)
    of_no_day = asked.kind is Kind.WHEN and all(t.when is None for t in told)
    none = of_no_day or all(t.status in AHEAD for t in told)
    return bool(told) and none and not one.features["fits"]


def _further_down(
    asked: Asked, read: Question, wanted: Sequence[frozenset[str]], ranked: Sequence[Candidate]
) -> Iterator[Candidate]:
    """Sentences not among the best that name all and hold what is asked for.

    Without a word for a meeting they must hold the question's own words: "on the ferry".
    """
    words = {stem(fold(word).lower()) for word in asked.about.words}
    place = {stem(word) for word in fold(asked.about.place or "").casefold().split()}
    for one in ranked:
        held = frozenset(stems(one.sentence.text))
        if not names_all(wanted, one.sentence.text) or not is_of_period(read, one):
            continue
        if not place <= held | one.around or (asked.kind in ONE_FACT and not one.features["fits"]):
            continue
        shared = len(words & held) / len(words) if words else 0.0
        if asked.kind in ONE_FACT and not asked.planned and _is_ahead(one.sentence.text):
            continue
        reports = tells_of(wanted, one.sentence.text) and not one.features["then"]
        if reports or shared >= LEAST_HELD:
            yield one


def _asked_between(asked: Asked) -> frozenset[str]:
    """The stems of the things of which a question asks which it was: "with a lamp or a torch"."""
    if asked.kind is not Kind.WHETHER or not OR.search(asked.text):
        return frozenset()
    return frozenset(stem(one) for one in alternatives(asked.text) if one in asked.about.words)


def _settles(
    either: frozenset[str], wanted: Sequence[frozenset[str]], candidate: Candidate
) -> bool:
    """Whether a sentence names all and one of the things that a question asks between."""
    text = candidate.sentence.text
    return not either.isdisjoint(stems(text)) and names_all(wanted, text, candidate.around)


def _names_all(wanted: Sequence[frozenset[str]], candidate: Candidate, *, loose: bool) -> bool:
    """Whether a sentence tells of a meeting and names all; `loose` where those about it may."""
    around = candidate.around if loose else frozenset()
    return tells_of(wanted, candidate.sentence.text, around)
