"""The one day of something that no meeting of the records is, and the sentence that tells it."""

from __future__ import annotations

from index.archive import Archive
from index.dating import read_written_day
from index.records import SUPPORTING, Article, Citation, Outcome, Sentence
from qa.asked import About, Asked, Kind
from qa.day_told import Dated
from qa.event_time import answer_time
from qa.question import read_question
from qa.state_told import days_told_at
from qa.teller import Teller


def find_event_day(teller: Teller, asked: Asked) -> Dated | None:
    """The day by the sentence that answers when it was: by its time, or as news of its own day."""
    read = read_question(asked.text, asked_on=asked.asked_on, as_of=asked.as_of)
    told = answer_time(teller.archive, asked, read)
    if told is None or told.outcome is not Outcome.ANSWERED:
        return None
    day, cited = read_written_day(told.statements[0].text), next(iter(told.citations), None)
    found = _sentence_of(teller.archive, cited) if day and cited else None
    if day is None or cited is None or found is None:
        return None
    if day not in days_told_at(teller.archive, cited):
        return None
    return Dated(day=day, last=day, **teller.quote(*found).model_dump())


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
