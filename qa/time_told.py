"""What a time expression stands for, in a sentence of its own, and the gate's check of it.

"By the report: on 15 March 2024 (“Friday”)." A month stays a month and a year a year: "since May
2019" is not told as from the first of May.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from index.archive import Archive
from index.date_records import TimeExpression
from index.mention_when import make_when
from index.records import Article, Citation, Statement
from qa.days import PRINTED, why_that_day
from qa.days_told import DAY_TEXT, tell_when, write_day
from qa.derive import join_parts, written_part
from qa.other_outlet import OTHER, open_other, outlet_at

OPENING = "By the report: "
NEWS = "Told as news "
RELATIONS = ("since", "after", "before", "until", "by")
DAY = re.compile(r"(?P<day>\d{4}-\d\d-\d\d)(?:T.*)?")
MONTH = re.compile(r"(?P<year>\d{4})-(?P<month>\d\d)")
YEAR = re.compile(r"\d{4}")
TIMED = re.compile(
    rf"{NEWS}on {DAY_TEXT}\.|(?:{re.escape(OPENING)}|{OTHER.pattern})"
    rf"(?:on|in|between|from|{'|'.join(RELATIONS)}) .*\.",
    re.DOTALL,
)


def tell_time(time: TimeExpression) -> str:
    """What a time expression stands for, as far as it is known: "on 15 March 2024", "since May
    2019", "in 2011"; empty for what is no date.
    """
    relation = relation_of(time)
    told = _exact(time.value)
    if told is None:
        when = make_when(time)
        return tell_when(when) if when else ""
    bare = told.removeprefix("on ").removeprefix("in ")
    return f"{relation} {bare}" if relation else told


def relation_of(time: TimeExpression) -> str | None:
    """The word of what lies since, after, before, until or by a time; None for the time itself."""
    return next((r for r in RELATIONS if time.derivation.startswith(f"{r} ")), None)


def _exact(value: str) -> str | None:
    """A TIMEX3 value of a day, a month or a year in words."""
    if match := DAY.fullmatch(value):
        return f"on {write_day(date.fromisoformat(match['day']))}"
    if match := MONTH.fullmatch(value):
        month = int(match["month"])
        return f"in {date(int(match['year']), month, 1):%B %Y}" if 1 <= month <= 12 else None
    return f"in {value}" if YEAR.fullmatch(value) else None


def tell_times(times: Sequence[TimeExpression], outlet: str | None, number: int) -> Statement:
    """The sentence that says what some time expressions of one cited sentence stand for.

    `outlet` is the other paper whose words they are; the derivation says how each follows.
    """
    told = " and ".join(map(_with_words, times))
    parts = [why_that_day(one) for one in times if one.basis != PRINTED]
    opening = open_other(outlet) if outlet else OPENING
    return Statement(text=f"{opening}{told}.", citations=(number,), derivation=join_parts(parts))


def tell_news(article: Article, number: int) -> Statement | None:
    """That a report tells something as news of its own day; None where that day is not known."""
    dated = article.dated
    if dated is None or dated.precision != "day" or dated.earliest is None:
        return None
    return Statement(text=f"{NEWS}{tell_when(dated)}.", citations=(number,),
                     derivation=written_part(dated))  # fmt: skip


def _with_words(time: TimeExpression) -> str:
    """With the words that stand there, where they are not the date in full."""
    said = f" (“{' '.join(time.text.split())}”)" if time.basis != PRINTED else ""
    return tell_time(time) + said


def fault_of_times(archive: Archive, said: Statement, cited: Sequence[Citation]) -> str | None:
    """What is wrong with such a sentence; None where the archive's times of the one cited sentence
    give it anew, and its derivation.
    """
    for one in cited:
        news = tell_news(archive.article(one.article.id), one.number)
        if news and (news.text, news.derivation) == (said.text, said.derivation):
            return None
        outlet = outlet_at(archive, one.article.id, one.start)
        times = [t for t in archive.times(one.article.id)
                 if one.start <= t.start and t.end <= one.end]  # fmt: skip
        for some in _runs(times):
            made = tell_times(some, outlet, one.number)
            if made.text == said.text and made.derivation == said.derivation:
                return None
    return "is the time of no cited sentence"


def _runs(times: Sequence[TimeExpression]) -> Iterator[Sequence[TimeExpression]]:
    """Each time by itself, and those that stand side by side."""
    for first in range(len(times)):
        for last in range(first + 1, len(times) + 1):
            if all(tell_time(one) for one in times[first:last]):
                yield times[first:last]
