"""A meeting that a question asks something of, and that was called off or never took place.

"What did Berg and Stone discuss over dinner on 3 May?" is put right by "The dinner was cancelled",
told where both are named, unless a report has them meet as the question says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import TYPE_CHECKING

from index.archive import Archive
from index.date_records import TimeExpression
from index.meeting_records import OVERTURNED, TOOK_PLACE
from index.parse import parse
from index.records import Outcome, Question, Sentence, When
from index.words import fold
from qa.cues import YES_OR_NO
from qa.meetings.finding import find_meetings_for
from qa.passages.matched import Matched
from qa.passages.naming import names_all, surnames_of
from qa.passages.other_outlet import ATTRIBUTABLE
from qa.passages.outcome import falls_in, is_of_time, times_in
from qa.passages.retrieve import retrieve
from qa.premises.meeting import COMES_OF, FELL_THROUGH, OF_A_PLAN, PAST, taken_for_true
from qa.question.asked import Asked, Kind
from qa.question.kind_cues import MEET
from qa.telling.reply import MOST_NEAR, Reply, make_reply, tell_each
from qa.telling.teller import Teller

if TYPE_CHECKING:
    from spacy.tokens import Doc

PAIR = 2
# When, where and who is answered from the meetings, which are complete; reading articles for these
# questions too took half as long again.
OF_WHAT_CAME = frozenset({Kind.SAID, Kind.CONTENT, Kind.TOPICS, Kind.DURATION})
NOTICE = timedelta(days=14)  # before a meeting, in which it may be called off
NOT_HELD = "The archive does not report that it took place; it says otherwise:"
ANY_MEETING = frozenset(
    ["meeting", "meetings", "talks", "talk", "negotiations", "session", "round", "met",
     "encounter", "audience", "reception", "consultations"]
)  # fmt: skip
EVENTS = (  # the words of one sort, of which a cancelled one is the one asked about
    frozenset(["dinner", "dinners", "supper", "dined"]),
    frozenset(["lunch", "lunches", "luncheon", "lunched"]),
    frozenset(["breakfast", "breakfasts"]),
    frozenset(["visit", "visits", "trip", "trips", "journey", "journeys", "tour", "tours"]),
    frozenset(["call", "calls", "phone", "telephone", "telephoned"]),
    frozenset(["signing", "ceremony"]),
    frozenset(["summit", "summits"]),
    ANY_MEETING,
)
_EVENT = rf"(?P<event>{'|'.join(sorted({word for sort in EVENTS for word in sort}))})"
NAMED = re.compile(rf"\b{_EVENT}\b", re.IGNORECASE)
_GONE = (
    r"(?:cancell?ed|called off|scrapped|abandoned|shelved|off(?=\s*(?:[.;,]|$|and\b|because\b)))"
)
CALLED_OFF = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        # "The dinner for two was cancelled", "Thursday's talks on tariffs are off"
        rf"\b{_EVENT}\b[^.;:!?]{{0,120}}?\b(?P<gone>(?:was|were|is|are|been) (?:\w+ly )?{_GONE})",
        # "the visit never took place", "the trip will not be made", "the talks fell through"
        rf"\b{_EVENT}\b[^.;:!?]{{0,120}}?\b(?P<gone>(?:never|(?:did|will|would) not) "
        r"(?:take place|took place|be held|be made|happen(?:ed)?|c[ao]me off)|fell through)",
        # "Berg cancelled his trip to Riga", "called off the dinner"
        rf"\b(?P<gone>{_GONE}) (?:his|her|their|the|its|a) (?:[\w’'-]+ ){{0,4}}?{_EVENT}\b",
    )
)
NEVER_MET = re.compile(  # "They never met", "the ministers have never met"
    r"\b(?:they|the two(?: \w+)?|both(?: \w+)?|the (?:\w+ )?(?:ministers|presidents|premiers|"
    r"leaders|men|women|sides))(?: have| had)? never met(?=\s*(?:[.;,]|$)| (?:in|at|on|there)\b)",
    re.IGNORECASE,
)
TAKEN_BACK = re.compile(  # before it, in its clause: "denied that the talks were cancelled"
    r"(?:\b(?:nearly|almost|if|unless|whether|not|never|no|den(?:y|ied|ies)|may|might|would|"
    r"reject\w*|fear\w*|warn\w*|threat\w*)\b|n['’]t\b)[^.;:!?]*$",
    re.IGNORECASE,
)
OF_WHOM = frozenset(["of", "for", "with", "between"])
THEIRS = frozenset(["the", "their", "his", "her", "this", "that"])
WISHED = re.compile(r"\b(?:meant|hoped?|intend\w*|want\w*|plan\w*|expect\w*|due|wish\w*)\b", re.I)
BEFORE, BEHIND = 2, 1  # sentences around one in which whom and what it speaks of is named


def put_right_called_off(archive: Archive, asked: Asked, read: Question) -> Reply | None:
    """What calls the meeting off that a question asks something of, or denies it; None where a
    report has those people meet so, or none speaks of it.
    """
    if not _takes_for_true(asked):
        return None
    about = taken_for_true(asked)
    people = [party for party in about.parties if party.kind == "person"]
    if not people or len(people) < len(about.parties):
        return None
    if len(people) < PAIR and not (about.place and about.period):
        return None
    meant = asked.model_copy(update={"about": about.model_copy(update={"meal": asked.about.meal}),
                                     "kind": Kind.TOPICS})  # fmt: skip
    fits = [fit.meeting for fit in find_meetings_for(archive, meant).exact]
    if any(meeting.status in TOOK_PLACE for meeting in fits):
        return None
    teller = Teller(archive)
    off = [meeting for meeting in fits if meeting.status in OVERTURNED]
    if told := tell_each(teller, off[:MOST_NEAR]):
        quotes = teller.quotes(told[0].statement)
        return make_reply(teller, Outcome.PREMISE_CORRECTED, told, lead=NOT_HELD, more=quotes)
    names = [surnames_of(archive, party) for party in people]
    found = (quote for one in _find(archive, asked, read, names)
             if (quote := teller.quote(one.article, one.sentence)))  # fmt: skip
    first = next(found, None)
    if first is None:
        return None
    return make_reply(teller, Outcome.PREMISE_CORRECTED, (), lead=NOT_HELD, first=[first])


def _takes_for_true(asked: Asked) -> bool:
    """Whether a question asks something of a meeting as of one that took place."""
    text = asked.text
    if asked.kind not in OF_WHAT_CAME or asked.planned or YES_OR_NO.match(text):
        return False
    if FELL_THROUGH.search(text) or OF_A_PLAN.search(text) or WISHED.search(text):
        return False
    there = _sort_of(text) or re.search(rf"\b{MEET}\b", text) or COMES_OF.search(text)
    return bool(PAST.search(text) and there)


def _sort_of(text: str) -> frozenset[str] | None:
    """The sort of the first event that a text names, any more closely told than a meeting first;
    None where it names none.
    """
    words = [match["event"].casefold() for match in NAMED.finditer(text)]
    sorts = [next(sort for sort in EVENTS if word in sort) for word in words]
    return next((sort for sort in sorts if sort is not ANY_MEETING), ANY_MEETING if sorts else None)


def _find(
    archive: Archive, asked: Asked, read: Question, names: Sequence[frozenset[str]]
) -> Iterator[Matched]:
    """The sentences that call it off, each in a passage that names all and is of its time."""
    found = retrieve(archive, read)
    ids = dict.fromkeys(hit.chunk.article_id for hit in (*found.within, *found.others))
    for article in map(archive.article, ids):
        if names_all(names, article.text):
            sentences = [s for s in archive.sentences(article) if s.zone in ATTRIBUTABLE]
            for at, sentence in enumerate(sentences):
                one = Matched(article=article, sentence=sentence, hits=(), share=1.0)
                near = sentences[max(0, at - BEFORE) : at + BEHIND + 1]
                off = _calls_off(sentence.text, asked, names)
                if off and _is_of(archive, asked, read, one, near, names):
                    yield one


def _calls_off(text: str, asked: Asked, names: Sequence[frozenset[str]]) -> bool:
    """Whether a sentence calls an event off of the sort that is asked about, and of nobody else, or
    has those people never meet.
    """
    wanted = _sort_of(asked.text) or ANY_MEETING
    never = NEVER_MET.search(text) if wanted is ANY_MEETING else None
    if never and not TAKEN_BACK.search(text[: never.start()]):
        return True
    found = [m for pattern in CALLED_OFF for m in pattern.finditer(text)
             if m["event"].casefold() in wanted
             and not TAKEN_BACK.search(text[: m.start("event")])]  # fmt: skip
    doc = parse([text], without=["ner"])[0] if found else None
    return doc is not None and any(_is_theirs(doc, m, wanted, names) for m in found)


def _is_theirs(
    doc: Doc, match: re.Match[str], wanted: frozenset[str], names: Sequence[frozenset[str]]
) -> bool:
    """Whether what is called off is the event itself, and not somebody else's, as "a lunch of the
    pilots" is; any "meeting" must be told of as one that is known.
    """
    event = next((t for t in doc if t.idx == match.start("event")), None)
    if event is None or event.dep_ not in ("nsubj", "nsubjpass", "dobj"):
        return False
    if not match.start("gone") <= event.head.idx < match.end("gone"):
        return False  # "the talks will go on unless they are cancelled"
    words = [t.text for t in event.subtree]
    if any(names_all([name], " ".join(words)) for name in names):
        return True
    known = any(c.lower_ in THEIRS or c.dep_ == "poss" for c in event.children)
    others = (c for p in event.children if p.lower_ in OF_WHOM for c in p.children)
    return (known or wanted is not ANY_MEETING) and not any(
        c.pos_ in ("NOUN", "PROPN") for c in others
    )


def _is_of(
    archive: Archive, asked: Asked, read: Question, one: Matched,
    near: Sequence[Sentence], names: Sequence[frozenset[str]],
) -> bool:  # fmt: skip
    """Whether a passage names all the people and the place, and its sentence or, where that has no
    day, the passage is of the time asked about; the sentence names all where no time is asked.
    """
    text = " ".join((one.article.title or "", *(sentence.text for sentence in near)))
    place, period = asked.about.place, read.period
    if period is None:
        return names_all(names, one.sentence.text)
    if not names_all(names, text) or (
        place and fold(place).casefold() not in fold(text).casefold()
    ):
        return False
    spots = [Matched(article=one.article, sentence=s, hits=(), share=1.0) for s in near]
    own = [time for time in times_in(archive, one) if time.earliest]
    days = [time for spot in spots for time in times_in(archive, spot) if time.earliest]
    if own and not any(_is_near(time, period) for time in own):
        return False
    return any(falls_in(time, period) for time in days) or all(
        is_of_time(archive, period, spot) for spot in spots
    )


def _is_near(time: TimeExpression, period: When) -> bool:
    """Whether a time falls in a period, or so shortly before that a meeting is called off then."""
    if not (time.earliest and time.latest and period.earliest and period.latest):
        return False
    return time.earliest <= period.latest and time.latest >= period.earliest - NOTICE
