"""The day of a meeting that no report was read for: told by one sentence of the passages."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from index.archive import Archive
from index.dating import day_when
from index.mention_reports import TRIGGER_WORDS
from index.records import Statement
from index.words import stem, stems
from qa.meetings.fits import is_of_form
from qa.passages.naming import names_all, surnames_of
from qa.passages.rank import Candidate, rank_sentences
from qa.passages.retrieve import retrieve
from qa.question.asked import About, Asked
from qa.question.looked_for import read_question
from qa.question.when import BASIS, may_be_in
from qa.telling.derive import mentions_at
from qa.telling.say_when import say_when
from qa.telling.teller import Teller


class Dated(Statement):
    """The first and last day that something may have been on, with what bears it out."""

    day: date
    last: date


def find_day(teller: Teller, asked: Asked, about: About) -> Dated | None:
    """The sentence that tells of what a question means, and the one day in it; None for none.

    It has a word for a meeting and names all people and the place, if need be around it.
    """
    archive = teller.archive
    if not (about.place or about.parties or about.words):
        return None
    read = read_question(
        _words_of(about), asked_on=asked.asked_on, as_of=asked.as_of, sources=archive.sources()
    )
    ranked = rank_sentences(archive, read, retrieve(archive, read))
    for one in ranked:
        days = set(_days_in(archive, one, about)) if _is_meant(archive, one, about) else set()
        if len(days) == 1:
            day, said = days.pop(), teller.quote(one.article, one.sentence)
            return Dated(day=day, last=day, **said.model_dump())
    return None


def _words_of(about: About) -> str:
    """What is said of a meeting, as words to look for."""
    names = (party.called for party in about.parties)
    when = say_when(about.period) if about.period and about.period.earliest else ""
    said = (*names, *about.words, about.forms[0] if about.forms else "", about.place or "", when)
    return " ".join(part for part in said if part)


def _is_meant(archive: Archive, one: Candidate, about: About) -> bool:
    text = one.sentence.text
    told = mentions_at(archive, one.article.id, one.sentence.start, one.sentence.end)
    if told and about.forms and not any(is_of_form(m.form, about.forms) for m in told):
        return False  # the talks that the same two had are not their call
    held = frozenset(stems(text))
    wanted = [surnames_of(archive, party) for party in about.parties]
    place = {stem(word) for word in (about.place or "").split()}
    words = {stem(word) for word in about.words}
    if not wanted and not place:  # "the Vik round": its own words are all that there is
        return words <= held
    reports = TRIGGER_WORDS.search(text) is not None or bool(words & held)
    near = held if place and not wanted else one.around  # a place alone must stand in it
    return reports and place <= near and names_all(wanted, text)


def _days_in(archive: Archive, one: Candidate, about: About) -> Iterator[date]:
    """The days in a sentence, those of the question's period if it names one."""
    for time in archive.times(one.article.id):
        inside = one.sentence.start <= time.start and time.end <= one.sentence.end
        if not inside or time.earliest is None or time.earliest != time.latest:
            continue
        period = about.period
        if period is None or may_be_in(day_when(time.earliest, BASIS, BASIS), period):
            yield time.earliest
