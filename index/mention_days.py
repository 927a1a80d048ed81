"""The day of a report whose own sentence tells none: by a frame, a coming, or as the news."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from index.date_records import TimeExpression
from index.meeting_records import FieldEvidence, Mention, Status
from index.mention_frames import day_of_arrival, day_of_coming, day_of_coming_next, is_back
from index.mention_here import is_on_way
from index.mention_when import NEWS as NEWS_BASIS
from index.mention_when import days_of_meeting, news_when
from index.mention_when_cues import ASIDE, DECIDING, MOVING, NOT_NEW
from index.name_noise import CREDIT
from index.records import Sentence, When, ZoneKind
from index.spellings import fold_name
from index.status_journey import journey_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

NEWS = 12  # sentences of a report's body in which it tells its news
SHORT = 20  # sentences of a body that tells no more than the news
# "Stone, who also had talks with Berg, said": told now, whatever the sentence before looked back on
SAID_NOW = re.compile(r"^[A-Z](?:[\w’'.-]+,? ){1,40}?(?:said|told)\b")
WAS = frozenset(["was", "were", "had", "would", "did"])
JUST_OVER = timedelta(days=30)  # a day told as ahead in what was written before it came
HALF = timedelta(days=3)  # of a week
AHEAD = timedelta(days=7)
WEEK, ONE_DAY = timedelta(days=6), timedelta(days=1)
BESIDE = 2  # sentences on either side of a report whose days bear on it
SURE = timedelta(days=2)  # between the first and last day on which a report may be written


def as_news(
    mention: Mention,
    told: Sequence[Sentence],
    times: Sequence[TimeExpression],
    written: When | None,
) -> Mention:
    """A report without a day that is told as news: within the week up to the day of writing.

    Only high up in a report whose day of writing is known, or further down beside a day of that
    week, and never of what is told as history.
    """
    open_day = mention.when is None and mention.status is Status.HELD and not mention.background
    if not open_day or written is None or written.earliest is None or written.latest is None:
        return mention
    before = [s for s in told if s.zone is ZoneKind.BODY and s.end <= mention.trigger.start]
    own = next((s for s in told if s.start <= mention.trigger.start < s.end), None)
    shown = own is None or own.zone is ZoneKind.CAPTION  # a picture may be of any day
    old = shown or (
        own is not None and _tells_older(own, mention.trigger.start, times, written.earliest - WEEK)
    )
    near = () if own and SAID_NOW.search(own.text) else before[-1:]
    old = old or any(own and NOT_NEW.search(s.text) for s in (*near, own) if s)
    first = written.earliest - WEEK
    short = sum(s.zone is ZoneKind.BODY for s in told) <= SHORT
    fresh = short or len(before) < NEWS or (own is not None and _is_among(own, told, times, first))
    if old or not fresh or written.latest - written.earliest > SURE:
        return mention
    when = news_when(written.earliest, written.latest)
    return _with_when(mention, when, mention.trigger.start, mention.trigger.text)


def _tells_older(own: Sentence, at: int, times: Sequence[TimeExpression], first: date) -> bool:
    """Whether a sentence tells of a meeting at a place (`at`) and of a time before the week of the
    news: "the talks hosted in March", and not "met her after the strike that began in March".
    """
    inside = (t for t in times if own.start <= t.start < own.end and t.latest and t.latest < first)
    between = (
        own.text[min(at, t.start) - own.start : max(at, t.start) - own.start] for t in inside
    )
    return any(not ASIDE.search(words) for words in between)


def _is_among(
    own: Sentence, told: Sequence[Sentence], times: Sequence[TimeExpression], first: date
) -> bool:
    """Whether the sentences about a report tell a day of the week before writing, and no other."""
    at = told.index(own)
    near = told[max(0, at - BESIDE) : at + BESIDE + 1]
    days = [
        t for t in times
        if t.earliest and near[0].start <= t.start < near[-1].end and t.earliest == t.latest
    ]  # fmt: skip
    return bool(days) and all(t.earliest is not None and t.earliest >= first for t in days)


def on_day(mention: Mention, day: TimeExpression | None) -> Mention:
    """A report without a day, on that which another sentence tells for it."""
    when = days_of_meeting(day) if day else None
    if day is None or when is None or mention.when:
        return mention
    return _with_when(mention, when, day.start, day.text)


def as_under_way(mention: Mention, written: When | None) -> Mention:
    """A report that a meeting is under way, without a day: on the day of writing it was."""
    going_on = mention.when is None and mention.status is Status.UNDER_WAY
    if not going_on or written is None or written.earliest is None or written.latest is None:
        return mention
    if written.latest - written.earliest > SURE:
        return mention
    day = f"{written.latest.day} {written.latest:%B %Y}"
    when = written.model_copy(update={
        "basis": NEWS_BASIS, "derivation": f"no day is told; under way in a report of {day}",
    })  # fmt: skip
    return _with_when(mention, when, mention.trigger.start, mention.trigger.text)


def as_ahead(
    when: When | None, status: Status, told_by: Token, written: When | None, *, before: bool = False
) -> When | None:
    """The day of what a present tense or "will" announces: none before the day of writing.

    "She leaves on Wednesday", "the summit scheduled in June": a week or a year on, where the words
    leave that open and were read back. So too `before` it: "said ahead of Friday's talks", unless
    the last such day is the nearer.
    """
    if not (when and when.earliest and when.latest and written and written.earliest):
        return when
    far = AHEAD_BY.get(when.basis)
    ahead = far or status is Status.ANNOUNCED
    if ahead and journey_of(told_by) is not None and when.latest < written.earliest:
        return None  # "flew to Riga on Monday to meet her": the day of the journey
    if far is None:
        return when
    decided = (
        told_by.lemma_ in DECIDING | MOVING and when.basis == "weekday"
    )  # "agreed to talks Friday"
    was = bool({c.lower_ for c in told_by.children} & WAS)
    past = (told_by.tag_ in ("VBD", "VBN") or was) and not decided
    if before and when.basis == "weekday":
        past = written.earliest - when.latest <= HALF
    just_over = when.basis == "month and day" and written.earliest - when.latest < JUST_OVER
    if just_over or status is not Status.ANNOUNCED or past or when.latest >= written.earliest:
        return when
    first, last = far(when.earliest), far(when.latest)
    one_day = first == last
    edtf = str(first) if one_day else f"{first}/{last}"
    return when.model_copy(update={
        "edtf": edtf if when.precision != "month" else f"{first:%Y-%m}", "earliest": first,
        "latest": last, "derivation": f"{edtf}: told as to come after {written.latest}, the day of "
        "writing",
    })  # fmt: skip


def as_shown(mention: Mention, after: Sequence[Sentence], written: When | None) -> Mention:
    """A caption's report with the last such weekday before writing: "Berg meets Stone on Tuesday".

    `after` are the sentences behind it, of which the next opens with the picture's credit.
    """
    when, ahead = mention.when, mention.status is Status.ANNOUNCED
    shown = any(CREDIT.match(s.text) for s in after[:1])
    if not (shown and ahead and when and when.earliest and when.latest and written):
        return mention
    near = written.latest and when.earliest - written.latest <= HALF  # put up later, may be
    if when.basis != "weekday" or near:
        return mention
    first, last = when.earliest - AHEAD, when.latest - AHEAD
    edtf = str(first) if first == last else f"{first}/{last}"
    told = when.model_copy(update={
        "edtf": edtf, "earliest": first, "latest": last,
        "derivation": f"{edtf}: told under a picture, which was taken before {written.latest}",
    })  # fmt: skip
    return mention.model_copy(update={"when": told, "status": Status.HELD})


def without_journey(mention: Mention, written: When | None) -> Mention:
    """A report of what somebody "flew to Riga on Monday" for, written that day, without the day:
    it is that of the journey.
    """
    when = mention.when
    told = next((e for e in mention.evidence if e.field == "when"), None)
    own = next(e for e in mention.evidence if e.field == "mention")
    inside = told is not None and own.start <= told.start < own.end
    gone = inside and when and when.latest and written and written.earliest
    if not gone or mention.status is not Status.ANNOUNCED or when.latest != written.earliest:  # type: ignore[union-attr]
        return mention
    rest = tuple(e for e in mention.evidence if e.field != "when")
    return mention.model_copy(update={"when": None, "evidence": rest})


def as_over(when: When | None, status: Status, written: When | None) -> When | None:
    """The days of what was held by the day of writing: "held talks this month" goes no further.

    Told on a Monday or a Tuesday, "this week" goes back over the last seven days.
    """
    if not (when and when.earliest and when.latest and written and written.latest):
        return when
    wide = when.precision in ("year", "decade", "century")
    new_week = when.latest - when.earliest == WEEK and written.latest - when.earliest <= ONE_DAY
    if wide or status is not Status.HELD or not when.earliest <= written.latest < when.latest:
        return when
    first = written.latest - WEEK if new_week else when.earliest
    edtf = f"{first}/{written.latest}"
    return when.model_copy(update={
        "edtf": edtf, "earliest": first, "latest": written.latest, "precision": "interval",
        "derivation": f"{edtf}: told as over in what was written on {written.latest}",
    })  # fmt: skip


def _week_on(day: date) -> date:
    return day + timedelta(days=7)


def _year_on(day: date) -> date:
    leap = (day.month, day.day) == (2, 29)
    return day.replace(year=day.year + 1, day=28 if leap else day.day)


AHEAD_BY: dict[str, Callable[[date], date]] = {
    "weekday": _week_on,
    "month and day": _year_on,
    "month": _year_on,
}


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
    if is_on_way(told[n], None) or (n > 0 and is_back(told[n - 1], told[n])):
        return None  # it was before
    people = {fold_name(who.name.split()[-1]) for who in mention.participants}
    near = day_of_coming(told, docs, n, times, people)
    near = near or day_of_coming_next(told, docs, n, times, people, mention.place)
    if near or mention.place or mention.venue or len(mention.participants) < 2:
        return near
    return day_of_arrival(told, docs, n, times, people)  # and met no one elsewhere since


def since_coming(mention: Mention, day: TimeExpression | None, written: When | None) -> Mention:
    """A report between the day on which one of them came and that of writing, days later."""
    told = framed(mention, day)
    first, last = (day.earliest if day else None), (written.latest if written else None)
    late = day and (day.type == "TIME" or day.start > mention.trigger.start)
    least = (
        timedelta() if late else ONE_DAY
    )  # "arrived on Monday evening"; or told behind the report
    near = first and last and least < last - first <= WEEK
    if told is mention or not (day and near and first and last and told.when):
        return told
    when = told.when.model_copy(update={
        "edtf": f"{first}/{last}", "latest": last, "precision": "interval",
        "derivation": f"{first}/{last}: after {day.text} ({first}), on which one of them came, and "
        "told by the day of writing",
    })  # fmt: skip
    return told.model_copy(update={"when": when})


def framed(mention: Mention, frame: TimeExpression | None) -> Mention:
    """A report of what was, with the time that the sentence before it sets for it."""
    when = days_of_meeting(frame) if frame else None
    if frame is None or when is None or mention.when or mention.status is not Status.HELD:
        return mention
    return _with_when(mention, when, frame.start, frame.text)


def _with_when(mention: Mention, when: When, start: int, words: str) -> Mention:
    """The report with a time and the words that bear it out."""
    told = FieldEvidence(start=start, end=start + len(words), quote=words, field="when")
    return mention.model_copy(update={"when": when, "evidence": (*mention.evidence, told)})
