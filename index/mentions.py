"""Reports of meetings in an article: each sentence that itself reports a meeting or a call.

A report is known by its trigger, a word of index/mention_cues.py; who, when, where and on what are
read from the parse about it. What a sentence asks for, offers or refuses is no report.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import TYPE_CHECKING

from index.attend import Phrases
from index.attendants import persons_of
from index.date_records import TimeExpression
from index.meeting_records import PLAINLY_AHEAD, FieldEvidence, Mention, Status, Trigger
from index.mention_agenda import NEAR, find_agenda
from index.mention_apart import take_apart
from index.mention_cues import POSED
from index.mention_days import (
    as_ahead,
    as_news,
    as_over,
    as_shown,
    as_under_way,
    coming_of,
    framed,
    on_day,
    since_coming,
    without_journey,
)
from index.mention_fields import Words, find_topics, said_by
from index.mention_frames import dated_heading, frame_of, is_arrival
from index.mention_here import gone_to, is_of_goal, is_of_paper, place_of, told_here
from index.mention_near import day_before
from index.mention_reports import Report, find_reports, near_triggers
from index.mention_settings import as_setting, setting_of
from index.mention_sure import is_sure
from index.mention_threads import Thread, join_reports
from index.mention_when import Told, find_duration, find_when
from index.mention_when_before import dates_before, is_before_it
from index.mention_where import Where, find_where
from index.name_noise import without_credits
from index.names import Cast
from index.offices import Offices
from index.parse import PRESENT, parse
from index.plover import code
from index.records import SUPPORTING, Article, Record, Sentence, When
from index.spellings import fold_name
from index.status import Verdict
from index.status_journey import in_time, is_invited, is_journey_over, is_journey_to, is_past_day
from index.status_now import is_told_as_past
from index.together import Gathering

if TYPE_CHECKING:
    from spacy.tokens import Doc

LIGHT = ("ner", "parser", "lemmatizer")  # parts of the model: three times as fast without
BACKGROUND = timedelta(days=45)  # what lies further back than this is told as history


class Fields(Record):
    """What is read about one trigger."""

    told: Told | None
    length: TimeExpression | None
    where: Where
    topics: tuple[Words, ...]
    by: Words | None


def find_mentions(
    article: Article,
    sentences: Sequence[Sentence],
    times: Sequence[TimeExpression],
    *,
    offices: Offices | None = None,
) -> list[Mention]:
    """The reports of an article in order; `times` are its time expressions, resolved.

    `offices` is the table that names holders of offices whom the article leaves unnamed. Only
    sentences that may support an answer are read. What a report leaves open is taken from another
    report of the same meeting in the article, with the words there as its evidence.
    """
    told = [s for s in sentences if s.zone in SUPPORTING]
    near = near_triggers([s.text for s in told])
    if not any(near):
        return []
    near = [one or is_arrival(told, at) for at, one in enumerate(near)]
    docs = parse_near([s.text for s in told], near)
    phrases = Phrases(Cast(docs), offices, article.dated)
    threads: list[Thread] = []
    for n, (sentence, doc) in enumerate(zip(told, docs, strict=True)):
        inside = [t for t in times if sentence.start <= t.start and t.end <= sentence.end
                  and not (is_of_goal(sentence, t) or is_of_paper(sentence, t))]  # fmt: skip
        for part, report in _parts(phrases, n, doc):
            mention = describe(article, sentence, doc, report, inside, part)
            frame = frame_of(told, n, times) or dated_heading(article, sentence, times)
            mention = framed(mention, frame)
            if doc[report.verdict.told_by].tag_ in PRESENT:
                mention = as_shown(mention, told[n + 1 :], article.dated)
            past = is_told_as_past(doc[report.verdict.told_by], sentence.zone)
            threads.append(Thread(mention=mention, refers=report.refers, sentence=n, past=past,
                                  aside=report.verdict.aside,
                                  gone=is_journey_to(doc[report.verdict.told_by]),
                                  also=_is_also(doc, report),
                                  gathering=as_setting(doc[report.trigger]),
                                  at=setting_of(doc, doc[report.trigger])))  # fmt: skip
        _add_agenda(threads, n, sentence, doc)
    past_ids = {thread.mention.id for thread in threads if thread.past}
    aside = {thread.mention.id for thread in threads if thread.aside}
    gone = {thread.mention.id for thread in threads if thread.gone}
    threads = [_on_the_way(thread, told, docs) for thread in threads]
    joined = [without_person(m) for m in join_reports(threads, article.dated)]
    joined = [m for m in joined if not (m.id in aside and _is_untold(m))]
    days = {m.id: coming_of(m, told, docs, times) for m in joined if m.id in past_ids}
    dated = [on_day(m, day_before(m, told, docs, times, article.dated)) for m in joined]
    dated = [since_coming(m, days.get(m.id), article.dated) for m in dated]
    dated = [as_news(m, told, times, article.dated) if m.id in past_ids else m for m in dated]
    dated = [as_under_way(m, article.dated) for m in dated]
    dated = [without_journey(m, article.dated) if m.id in gone else m for m in dated]
    placed = [told_here(m, article, told, docs) for m in dated]
    return [coded(m) for m in placed if is_sure(m, _sentence_of(m))]


def _parts(phrases: Phrases, n: int, doc: Doc) -> Iterator[tuple[int, Report]]:
    """The reports of a sentence, those of meetings apart numbered; each is known to the sentences
    behind it as read, and those met apart as "the two".
    """
    for report in find_reports(phrases, n, doc):
        parts = take_apart(doc, report)
        yield from enumerate(parts)
        phrases.together.told.append(_gathering(n, doc, report))
        if len(parts) > 1:
            several = tuple(f for f in report.people if not all(f in one.people for one in parts))
            met_apart = report.model_copy(update={"people": several})
            phrases.together.told.append(_gathering(n, doc, met_apart))


def _sentence_of(mention: Mention) -> str:
    """The words of the sentence that reports."""
    return next(told.quote for told in mention.evidence if told.field == "mention")


def _on_the_way(thread: Thread, told: Sequence[Sentence], docs: Sequence[Doc]) -> Thread:
    """A report with the town that somebody left for, before others of its meeting borrow it."""
    return thread.model_copy(update={"mention": gone_to(thread.mention, told, docs)})


def _is_also(doc: Doc, report: Report) -> bool:
    """Whether a report is of one more meeting: "she will also attend talks in Riga"."""
    words = {report.verdict.told_by, report.trigger}
    return any(t.lower_ == "also" and t.head.i in words for t in doc)


def _is_untold(mention: Mention) -> bool:
    """Whether neither a day nor more than the tense of a verb beside it tells of a meeting."""
    return mention.status is Status.ANNOUNCED and mention.when is None


def without_person(mention: Mention) -> Mention:
    """A report without a place that is somebody's name."""
    names = {fold_name(word) for person in mention.participants for word in person.name.split()}
    people = any(person.resolved != "group" for person in mention.participants)
    if not people or mention.place is None or fold_name(mention.place) not in names:
        return mention
    return mention.model_copy(update={"place": None, "country": None})


def _add_agenda(threads: list[Thread], n: int, sentence: Sentence, doc: Doc) -> None:
    """Gives the last report the topics that a sentence near it names."""
    found = find_agenda(doc) if threads and n - threads[-1].sentence <= NEAR else []
    if found:
        last = threads[-1].mention
        spots = tuple(_quote(sentence, doc, words.first, words.last, "topics") for words in found)
        topics = dict.fromkeys((*last.topics, *(words.text for words in found)))
        update = {"topics": tuple(topics), "evidence": (*last.evidence, *spots)}
        changed = last.model_copy(update=update)
        threads[-1] = threads[-1].model_copy(update={"mention": changed})


def parse_near(texts: Sequence[str], near: Sequence[bool]) -> list[Doc]:
    """The sentences parsed; those far from any trigger only as far as names and offices need it."""
    plain = [POSED.sub(_blank, without_credits(text)) for text in texts]
    whole = iter(parse([text for text, full in zip(plain, near, strict=True) if full]))
    light = iter(parse([t for t, full in zip(plain, near, strict=True) if not full], without=LIGHT))
    return [next(whole if full else light) for full in near]


def _blank(words: re.Match[str]) -> str:
    return " " * len(words[0])


def _gathering(n: int, doc: Doc, report: Report) -> Gathering:
    """Who a report brought together, for what the sentences after it leave unsaid."""
    people = tuple(found.who for found in persons_of(report.people))
    trigger = doc[report.trigger].lemma_.lower()
    return Gathering(sentence=n, trigger=trigger, who=people, phoned=report.form == "call")


def describe(
    article: Article, sentence: Sentence, doc: Doc, report: Report,
    times: Sequence[TimeExpression], part: int = 0,
) -> Mention:  # fmt: skip
    """One report by the words of its own sentence; `times` are those in it, `part` numbers what one
    word reports (index/mention_apart.py).
    """
    fields = _read_fields(doc, report, sentence.start, times)
    start = sentence.start + doc[report.trigger].idx
    trigger = Trigger(
        start=start, end=start + len(doc[report.trigger]), text=doc[report.trigger].text
    )
    when = fields.told.when if fields.told else None
    told_by = doc[report.verdict.told_by]
    verdict = in_time(report.verdict, when, article.dated)
    over = is_journey_over(told_by, when, article.dated)
    if verdict.status is Status.ANNOUNCED and over:
        verdict = verdict.model_copy(update={"status": Status.HELD})
    if verdict.status is Status.ANNOUNCED and is_invited(told_by, when, article.dated):
        verdict = verdict.model_copy(update={"status": Status.UNCONFIRMED})
    spot = (doc[report.trigger], sentence.start, fields.told)
    before = is_before_it(*spot)
    if not dates_before(*spot):
        when = as_ahead(when, verdict.status, told_by, article.dated, before=before)
    if before and verdict.status in PLAINLY_AHEAD and is_past_day(when, article.dated):
        verdict = verdict.model_copy(update={"status": Status.HELD})
    when = as_over(when, verdict.status, article.dated)
    verdict = in_time(verdict, when, article.dated)
    place, country, dateline = place_of(article, sentence, fields.where)
    people = tuple(found.who for found in report.people)
    key = f"{article.id}\0{start}" + (f"\0{part}" if part else "")
    return Mention(
        id=hashlib.sha256(key.encode()).hexdigest()[:16],
        article_id=article.id, trigger=trigger, form=report.form, participants=people, when=when,
        duration=fields.length.value if fields.length else None,
        place=place, venue=fields.where.venue, country=country,
        topics=tuple(words.text for words in fields.topics),
        status=verdict.status, by=fields.by.text if fields.by else None,
        background=_is_background(verdict, when, article.dated),
        plover=code(report.form, verdict.status, people),
        evidence=(
            *_evidence(sentence, doc, report, fields),
            *([dateline] if dateline else ()),
        ),
    )  # fmt: skip


def _read_fields(doc: Doc, report: Report, start: int, times: Sequence[TimeExpression]) -> Fields:
    trigger = doc[report.trigger]
    return Fields(
        told=find_when(trigger, start, times), length=find_duration(trigger, start, times),
        where=find_where(trigger), topics=tuple(find_topics(trigger)), by=said_by(trigger),
    )  # fmt: skip


def coded(mention: Mention) -> Mention:
    """A report with the PLOVER code of what it has become."""
    plover = code(mention.form, mention.status, mention.participants)
    return mention if plover == mention.plover else mention.model_copy(update={"plover": plover})


def _is_background(verdict: Verdict, when: When | None, written: When | None) -> bool:
    """Whether a report looks back: a day long past, or "had met" without a day."""
    if when and when.latest and written and written.earliest:
        return when.latest < written.earliest - BACKGROUND
    return verdict.before_that and when is None


def _evidence(
    sentence: Sentence, doc: Doc, report: Report, fields: Fields
) -> Iterator[FieldEvidence]:
    """The words of each field; the whole sentence for the mention itself."""
    yield FieldEvidence(
        start=sentence.start, end=sentence.end, quote=sentence.text, field="mention"
    )
    for found in report.people:
        yield _quote(sentence, doc, found.first, found.last, "participants")
    for time in fields.told.times if fields.told else ():
        yield FieldEvidence(start=time.start, end=time.end, quote=time.text, field="when")
    if fields.length:
        time = fields.length
        yield FieldEvidence(start=time.start, end=time.end, quote=time.text, field="duration")
    for spot in fields.where.spots:
        yield _quote(sentence, doc, spot.first, spot.last, spot.field)
    for words in fields.topics:
        yield _quote(sentence, doc, words.first, words.last, "topics")
    if fields.by:
        yield _quote(sentence, doc, fields.by.first, fields.by.last, "by")
    yield _quote(sentence, doc, report.verdict.told_by, report.verdict.told_by, "status")


def _quote(sentence: Sentence, doc: Doc, first: int, last: int, field: str) -> FieldEvidence:
    start, end = doc[first].idx, doc[last].idx + len(doc[last])
    return FieldEvidence(
        start=sentence.start + start, end=sentence.start + end,
        quote=sentence.text[start:end], field=field,
    )  # fmt: skip
