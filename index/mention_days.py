"""The day of a report whose own sentence tells none: by a frame, a coming, or as the news."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import TYPE_CHECKING

from index.date_records import TimeExpression
from index.meeting_records import FieldEvidence, Mention, Status
from index.mention_frames import day_of_coming
from index.mention_when import NOT_NEW, make_when, news_when
from index.records import Sentence, When, ZoneKind
from index.spellings import fold_name

if TYPE_CHECKING:
    from spacy.tokens import Doc

NEWS = 12  # sentences of a report's body in which it tells its news
SURE = timedelta(days=2)  # between the first and last day on which a report may be written


def as_news(mention: Mention, told: Sequence[Sentence], written: When | None) -> Mention:
    """A report without a day that is told as news: within the week up to the day of writing.

    Only high up in a report whose day of writing is known, and never of what is told as history.
    """
    open_day = mention.when is None and mention.status is Status.HELD and not mention.background
    if not open_day or written is None or written.earliest is None or written.latest is None:
        return mention
    before = [s for s in told if s.zone is ZoneKind.BODY and s.end <= mention.trigger.start]
    own = next((s for s in told if s.start <= mention.trigger.start < s.end), None)
    old = own is None or NOT_NEW.search(own.text)
    if old or len(before) >= NEWS or written.latest - written.earliest > SURE:
        return mention
    when = news_when(written.earliest, written.latest)
    return _with_when(mention, when, mention.trigger.start, mention.trigger.text)


def coming_of(
    mention: Mention,
    told: Sequence[Sentence],
    docs: Sequence[Doc],
    times: Sequence[TimeExpression],
) -> TimeExpression | None:
    """The day on which one of those who met came, told just before a report without a day."""
    if mention.when or mention.status is not Status.HELD or mention.background:
        return None
    n = next(n for n, s in enumerate(told) if s.start <= mention.trigger.start < s.end)
    people = {fold_name(who.name.split()[-1]) for who in mention.participants}
    return day_of_coming(told, docs, n, times, people)


def framed(mention: Mention, frame: TimeExpression | None) -> Mention:
    """A report of what was, with the time that the sentence before it sets for it."""
    when = make_when(frame) if frame else None
    if frame is None or when is None or mention.when or mention.status is not Status.HELD:
        return mention
    return _with_when(mention, when, frame.start, frame.text)


def _with_when(mention: Mention, when: When, start: int, words: str) -> Mention:
    """The report with a time and the words that bear it out."""
    told = FieldEvidence(start=start, end=start + len(words), quote=words, field="when")
    return mention.model_copy(update={"when": when, "evidence": (*mention.evidence, told)})
