"""A meeting that a question asks something of, and that was called off or never took place.

"What did Berg and Stone discuss over dinner on 3 May?" is put right by "The dinner was cancelled",
told where both are named, and "What did the ministers decide in Riga on 3 May?" by "The talks that
were due on 3 May have been put off", unless a report has them meet as the question says.
"""

from __future__ import annotations

import re
from calendar import month_name
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from index.archive import Archive
from index.cues import MONTH
from index.date_records import TimeExpression
from index.meeting_records import OVERTURNED, TOOK_PLACE, Meeting
from index.parse import parse
from index.records import Outcome, Question, Record, Sentence, When
from index.words import content_words, fold, stems
from qa.cues import YES_OR_NO
from qa.meetings.finding import find_meetings_for
from qa.passages.matched import Matched
from qa.passages.naming import names_all, surnames_of
from qa.passages.other_outlet import ATTRIBUTABLE
from qa.passages.outcome import falls_in, is_of_time, times_in
from qa.passages.retrieve import retrieve
from qa.premises.called_off_cues import (
    ANY_MEETING,
    CALLED_OFF,
    EVENTS,
    FATE,
    JOURNEYS,
    NAMED,
    NEVER_MET,
    OF_WHOM,
    PUT_OFF,
    TAKEN_BACK,
    THEIRS,
    WHICH_ONE,
    WISHED,
)
from qa.premises.meeting import COMES_OF, FELL_THROUGH, OF_A_PLAN, PAST, taken_for_true
from qa.question.asked import About, Asked, Kind
from qa.question.kind_cues import MEET
from qa.telling.reply import MOST_NEAR, Reply, make_reply, tell_each
from qa.telling.teller import Teller

if TYPE_CHECKING:
    from spacy.tokens import Doc

PAIR = 2
# When, where and who is answered from the meetings, which are complete; reading articles for these
# questions too took half as long again.
OF_WHAT_CAME = frozenset({Kind.SAID, Kind.CONTENT, Kind.TOPICS, Kind.DURATION})
NOTICE = timedelta(days=14)  # before a meeting, in which it may be called off …
AROUND = timedelta(days=60)  # of an article, in which a day without a month may be
TOLD_WITHIN = timedelta(days=7)  # … and after it, in which that is told
NOT_HELD = "The archive does not report that it took place; it says otherwise:"
BEFORE, BEHIND = 2, 2  # sentences around one in which whom and what it speaks of is named


def put_right_called_off(archive: Archive, asked: Asked, read: Question) -> Reply | None:
    """What calls the meeting off that a question asks something of, or denies it; None where a
    report has those people meet so, or none speaks of it.
    """
    asks = FATE.match(asked.text) or _takes_for_true(asked)
    occasion = _occasion(archive, asked, read) if asks else None
    if occasion is None or _is_held(archive, asked, occasion):
        return None
    off = [one for one in _fitting(archive, asked, occasion) if one.status in OVERTURNED]
    teller = Teller(archive)
    found = (quote for one in _find(archive, asked, read, occasion)
             if (quote := teller.quote(one.article, one.sentence)))  # fmt: skip
    first = next(found, None)
    told = tell_each(teller, off[:MOST_NEAR])
    if not told and first is None:
        return None
    more = [*([first] if first else []), *(teller.quotes(told[0].statement) if told else [])]
    fate = FATE.match(asked.text) is not None
    return make_reply(
        teller, Outcome.ANSWERED if fate else Outcome.PREMISE_CORRECTED, told,
        lead="" if fate else NOT_HELD, more=list({one.text: one for one in more}.values()),
    )  # fmt: skip


class Occasion(Record):
    """What a question takes for held: of whom, and by which words each is named; `day` where only
    the day and the place tell it.
    """

    about: About
    names: tuple[frozenset[str], ...]
    day: date | None


def _occasion(archive: Archive, asked: Asked, read: Question) -> Occasion | None:
    """What a question takes for held; None where too little of it is told."""
    about = taken_for_true(asked)
    people = [party for party in about.parties if party.kind == "person"]
    names = tuple(surnames_of(archive, party) for party in people)
    pinned = bool(about.period and (about.place or FATE.match(asked.text)))
    if people and len(people) == len(about.parties) and (len(people) >= PAIR or pinned):
        return Occasion(about=about, names=names, day=None)
    day = read.period.only_day if read.period and about.place else None
    return Occasion(about=about, names=names, day=day) if day else None


def _fitting(archive: Archive, asked: Asked, occasion: Occasion) -> list[Meeting]:
    """The meetings that fit what is taken for held; where only the day and the place tell it, all
    that were held then and there.
    """
    about = occasion.about
    if occasion.day:
        day = occasion.day
        found = archive.meetings(since=day, until=day, where=about.place, as_of=asked.as_of)
        return [one for one in found if one.status in TOOK_PLACE]
    meal = {"meal": asked.about.meal}
    meant = asked.model_copy(update={"about": about.model_copy(update=meal), "kind": Kind.TOPICS})
    return [fit.meeting for fit in find_meetings_for(archive, meant).exact]


def _is_held(archive: Archive, asked: Asked, occasion: Occasion) -> bool:
    """Whether a report has it held. Where a question tells neither its time nor anything else that
    is said of one called off, any that those people held there may be meant.
    """
    if any(one.status in TOOK_PLACE for one in _fitting(archive, asked, occasion)):
        return True
    if asked.about.period or _which_one(asked):
        return False
    who = [party.called for party in occasion.about.parties]
    held = archive.meetings(who=who, where=asked.about.place, as_of=asked.as_of)
    return any(one.status in TOOK_PLACE for one in held)


def _which_one(asked: Asked) -> set[str]:
    """The stems of what a question says besides to tell which one: "on the eve of the signing"."""
    match = WHICH_ONE.search(asked.text)
    told = content_words(match[0]) if match else []
    return set(stems(" ".join(told))) - set(stems(asked.about.place or ""))


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


def _find(archive: Archive, asked: Asked, read: Question, occasion: Occasion) -> Iterator[Matched]:
    """The sentences that call it off, each in a passage that names all and is of its time."""
    found = retrieve(archive, read)
    ids = dict.fromkeys(hit.chunk.article_id for hit in (*found.within, *found.others))
    for article in map(archive.article, ids):
        if names_all(occasion.names, article.text):
            sentences = [s for s in archive.sentences(article) if s.zone in ATTRIBUTABLE]
            for at, sentence in enumerate(sentences):
                one = Matched(article=article, sentence=sentence, hits=(), share=1.0)
                near = sentences[max(0, at - BEFORE) : at + BEHIND + 1]
                if not _calls_off(archive, asked, read, one, occasion):
                    continue
                if (
                    _is_of_day(archive, asked, read, one, near)
                    if occasion.day
                    else _is_of(archive, asked, read, one, near, occasion.names)
                ):
                    yield one


def _calls_off(
    archive: Archive, asked: Asked, read: Question, one: Matched, occasion: Occasion
) -> bool:
    """Whether a sentence calls an event off of the sort that is asked about, and of nobody else,
    puts off what was due then, or has those people never meet.
    """
    text, sort = one.sentence.text, _sort_of(asked.text)
    wanted = sort or ANY_MEETING | JOURNEYS
    never = NEVER_MET.search(text) if sort in (None, ANY_MEETING) and occasion.names else None
    if never and not TAKEN_BACK.search(text[: never.start()]):
        return True
    found = [m for pattern in (*CALLED_OFF, PUT_OFF) for m in pattern.finditer(text)
             if m["event"].casefold() in wanted
             and not TAKEN_BACK.search(text[: m.start("event")])
             and (pattern is not PUT_OFF or _was_due(archive, read, one, m))]  # fmt: skip
    doc = parse([text], without=["ner"])[0] if found else None
    return doc is not None and any(_is_theirs(doc, m, wanted, occasion) for m in found)


def _was_due(archive: Archive, read: Question, one: Matched, match: re.Match[str]) -> bool:
    """Whether what a sentence puts off was due at the time of a question, and is not put off to it:
    "the talks due on Tuesday have been moved to Friday".
    """
    at, period = one.sentence.start + match.start("gone"), read.period
    times = [t for t in times_in(archive, one) if period and _may_be_in(t, period, one)]
    return bool(times) and all(time.start < at for time in times)


def _may_be_in(time: TimeExpression, period: When, one: Matched) -> bool:
    """Whether a time falls in a period, or may where its year or month is not known: "Dec. 12" and
    "the 12th" in an article that may be of those months.
    """
    day, dated = period.only_day, one.article.dated
    if time.earliest or day is None:
        return falls_in(time, period)
    if dated and dated.earliest and dated.latest:
        near = dated.earliest - AROUND <= day <= dated.latest + AROUND
        if not near:
            return False
    month = re.search(MONTH, time.text, re.IGNORECASE)
    same = month is None or month[0][:3].lower() == month_name[day.month][:3].lower()
    return same and re.search(rf"\b{day.day}(?:st|nd|rd|th)?\b", time.text) is not None


def _is_theirs(doc: Doc, match: re.Match[str], wanted: frozenset[str], occasion: Occasion) -> bool:
    """Whether what is called off is the event itself, and not somebody else's, as "a lunch of the
    pilots" is; any "meeting" must be told of as one that is known, or by its day.
    """
    event = next((t for t in doc if t.idx == match.start("event")), None)
    if event is None or event.dep_ not in ("nsubj", "nsubjpass", "dobj"):
        return False
    if not match.start("gone") <= event.head.idx < match.end("gone"):
        return False  # "the talks will go on unless they are cancelled"
    words = [t.text for t in event.subtree]
    if occasion.day or any(names_all([name], " ".join(words)) for name in occasion.names):
        return True
    known = any(c.lower_ in THEIRS or c.dep_ == "poss" for c in event.children)
    others = (c for p in event.children if p.lower_ in OF_WHOM for c in p.children)
    return (known or wanted not in (ANY_MEETING, ANY_MEETING | JOURNEYS)) and not any(
        c.pos_ in ("NOUN", "PROPN") for c in others
    )


def _is_of_day(
    archive: Archive, asked: Asked, read: Question, one: Matched, near: Sequence[Sentence]
) -> bool:
    """Whether a sentence has the very day of a question, and it or those around it the place and
    those who are asked about.
    """
    period = read.period
    if period is None or not any(_may_be_in(t, period, one) for t in times_in(archive, one)):
        return False
    text = " ".join((one.article.title or "", *(sentence.text for sentence in near)))
    who = [party.words.split()[-1] for party in asked.about.parties if party.kind != "country"]
    there = fold(asked.about.place or "").casefold() in fold(text).casefold()
    return there and set(stems(" ".join(who))) <= set(stems(one.article.text))


def _is_of(
    archive: Archive, asked: Asked, read: Question, one: Matched,
    near: Sequence[Sentence], names: Sequence[frozenset[str]],
) -> bool:  # fmt: skip
    """Whether a passage names all the people and the place, and its sentence or, where that has no
    day, the passage is of the time asked about; the sentence names all where no time is asked, and
    says all else that tells which is meant.
    """
    text = " ".join((one.article.title or "", *(sentence.text for sentence in near)))
    place, period = asked.about.place, read.period
    if period is None:
        told = set(stems(one.sentence.text))
        return names_all(names, one.sentence.text) and _which_one(asked) <= told
    if not names_all(names, text) or (
        place and fold(place).casefold() not in fold(text).casefold()
    ):
        return False
    if names_all(names, one.sentence.text) and any(
        time.earliest is None and _may_be_in(time, period, one) for time in times_in(archive, one)
    ):
        return True
    spots = [Matched(article=one.article, sentence=s, hits=(), share=1.0) for s in near]
    own = [time for time in times_in(archive, one) if time.earliest]
    days = [time for spot in spots for time in times_in(archive, spot) if time.earliest]
    if own and not any(_is_near(time, period) for time in own):
        return False
    return any(falls_in(time, period) for time in days) or all(
        is_of_time(archive, period, spot) for spot in spots
    )


def _is_near(time: TimeExpression, period: When) -> bool:
    """Whether a time falls in a period, or so near that a meeting is called off then, or that told
    of.
    """
    if not (time.earliest and time.latest and period.earliest and period.latest):
        return False
    return time.earliest <= period.latest + TOLD_WITHIN and time.latest >= period.earliest - NOTICE
