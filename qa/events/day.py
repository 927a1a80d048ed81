"""The day of an event that a question describes in words, and the sentence that tells it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from index.archive import Archive
from index.dating import read_written_day
from index.meeting_records import AHEAD, TOOK_PLACE
from index.records import SUPPORTING, Article, Citation, Outcome, Sentence
from qa.events.day_told import Dated
from qa.events.described import ask_its_day, asks_telling, has_no_object
from qa.events.planned_day import asks_a_plan, is_off, is_planned_day
from qa.events.state_told import days_told_at
from qa.events.time import find_times
from qa.events.words import asks_a_day
from qa.meetings.finding import find_meetings_for
from qa.meetings.holdings import holdings_of
from qa.meetings.meeting_days import day_of_meeting
from qa.meetings.variants import without_variants
from qa.question.asked import About, Asked, Kind
from qa.question.follow_up_cues import PERSONAL_PRONOUN
from qa.question.kind_cues import FORM, MEET
from qa.question.looked_for import read_question
from qa.question.reading import read_alone
from qa.question.several_cues import DEEDS
from qa.telling.days_told import write_day
from qa.telling.phrases import join_names
from qa.telling.reply import Reply
from qa.telling.teller import Teller

OF_A_MEETING = re.compile(rf"\b(?:{FORM}|{MEET}|met)\b", re.IGNORECASE)


def find_event(teller: Teller, asked: Asked, about: About, text: str = "") -> Dated | None:
    """The day of what a part of a question describes; None where it is not told, or where several
    days may be meant.
    """
    found = find_events(teller, asked, about, text)
    return found[0] if len(found) == 1 else None


def find_events(teller: Teller, asked: Asked, about: About, text: str = "") -> list[Dated]:
    """Each day that what a part of a question describes may have been on, the likeliest first: by
    the meetings that it means, else by the sentences that tell it.

    `text` are its words, where they are not those that `about` keeps. The day of a plan is that of
    no event, unless a plan is asked about.
    """
    text = text or about.said
    if not text.strip():
        return []
    when = _read_as_when(teller.archive, asked, about, ask_its_day(text))
    apart = is_a_deed(when.about) or asks_telling(when.text)
    found = list(_days_of(teller, when)) if when.about.forms and not apart else []
    found = found or list(_days_told(teller, when))
    if not found and (told := find_day_of(teller, asked, about)):
        found = [told]
    days: dict[date, Dated] = {}
    for one in found:
        days.setdefault(one.day, one)
    return list(days.values())


def is_a_deed(about: About) -> bool:
    """Whether a part of a question describes something else than a meeting: "until she landed"."""
    if any(word.lower() in DEEDS for word in about.words):
        return True
    return bool(about.said and about.words) and not OF_A_MEETING.search(about.said)


def is_a_word(about: About) -> bool:
    """Whether it describes somebody's word: "the palace confirmed the visit"."""
    return bool(about.said) and asks_telling(ask_its_day(about.said))


def _read_as_when(archive: Archive, asked: Asked, about: About, text: str) -> Asked:
    """The question for the day of an event; a pronoun is whom its part of the question means."""
    if about.parties and (match := PERSONAL_PRONOUN.search(text)):
        text = f"{text[: match.start()]}{about.parties[0].called}{text[match.end() :]}"
    if about.parties and has_no_object(text):  # "the palace's confirmation": of what they did
        text = f"{text[:-1]} the meeting of {join_names([p.called for p in about.parties])}?"
    read = read_alone(text, asked.asked_on, holdings_of(archive).known).asked
    period = read.about.period or about.period
    update = {"kind": Kind.WHEN, "also": (), "other": None, "as_of": asked.as_of,
              "about": read.about.model_copy(update={"period": period})}  # fmt: skip
    return read.model_copy(update=update)


def _days_of(teller: Teller, when: Asked) -> Iterator[Dated]:
    """The days of the meetings that are meant, of those held where some were, of those announced
    where a plan is asked about; none where neither who, where nor when is said.
    """
    if not (when.about.parties or when.about.place or when.about.period):
        return
    listed = when.model_copy(update={"kind": Kind.LIST})
    fits = without_variants(find_meetings_for(teller.archive, listed).exact)
    status = AHEAD if when.planned else TOOK_PLACE
    fits = [fit for fit in fits if fit.meeting.status in status] or [
        fit for fit in fits if asks_a_plan(when, when.text) or not is_off(fit.meeting)
    ]
    yield from filter(None, (day_of_meeting(teller, fit.meeting) for fit in fits))


def find_event_day(teller: Teller, asked: Asked) -> Dated | None:
    """The day by the sentence that answers when it was: by its time, or as news of its own day."""
    return next(_days_told(teller, asked), None)


def _days_told(teller: Teller, asked: Asked) -> Iterator[Dated]:
    """The days by the sentences that may answer when it was, the likeliest first."""
    if not asks_a_day(asked.text) or asked.also:
        return
    read = read_question(asked.text, asked_on=asked.asked_on, as_of=asked.as_of)
    replies = find_times(teller.archive, asked, read)
    yield from filter(None, (_dated(teller, asked, reply) for reply in replies))


def _dated(teller: Teller, asked: Asked, reply: Reply) -> Dated | None:
    """The one day that a reply tells, with its sentence; the day of the report where it is that.

    None for the day of a plan, unless a plan is asked about.
    """
    if reply.outcome is not Outcome.ANSWERED:
        return None
    day, cited = read_written_day(reply.statements[0].text), next(iter(reply.citations), None)
    found = _sentence_of(teller.archive, cited) if day and cited else None
    if day is None or cited is None or found is None:
        return None
    if day not in days_told_at(teller.archive, cited):
        return None
    plan = asks_a_plan(asked, asked.text)
    if not plan and is_planned_day(teller.archive, asked, cited, day):
        return None
    said = teller.quote(*found)
    said = said if write_day(day) in said.text else teller.side(*found)
    return Dated(day=day, last=day, **said.model_dump())


def find_day_of(teller: Teller, asked: Asked, about: About) -> Dated | None:
    """The same for what one half of a question speaks of: "the landing of Berg at Skulte".

    Of several named the last is tried alone too: the first may be the other half's.
    """
    place = f" at {about.place}" if about.place else ""
    for parties in (about.parties, about.parties[-1:]) if about.words else ():
        names = " and ".join(party.called for party in parties)
        text = f"When was it that {names} {' '.join(about.words)}{place}?"
        alone = about.model_copy(update={"parties": parties, "forms": ()})
        when = {"text": text, "kind": Kind.WHEN, "about": alone, "other": None, "also": ()}
        if found := find_event_day(teller, asked.model_copy(update=when)):
            return found
    return None


def _sentence_of(archive: Archive, cited: Citation) -> tuple[Article, Sentence] | None:
    article = archive.article(cited.article.id)
    found = (s for s in archive.sentences(article) if s.start == cited.start and s.end == cited.end)
    sentence = next(found, None)
    return (article, sentence) if sentence and sentence.zone in SUPPORTING else None
