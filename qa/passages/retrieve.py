"""The passages that may hold an answer: those of the named period first, then all."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from index.archive import Archive
from index.catalog import Filter
from index.records import Question, Record
from index.search import Hit

BEFORE = timedelta(days=7)  # a meeting is announced before it is held …
AFTER = timedelta(days=21)  # … and still told of weeks later; docs/measurements.md

WORDED = 1  # best passages by words alone, whose articles are looked at in any case


class Findings(Record):
    """What a search brought: `within` from articles of the named period, `others` from all.

    `worded` are the articles of the best passages by words alone: one that holds rare words of the
    question and is far from it in meaning falls behind all that are middling in both.
    """

    within: tuple[Hit, ...]
    others: tuple[Hit, ...]
    worded: tuple[str, ...] = ()

    def ranked(self) -> tuple[Hit, ...]:
        """All hits once each, those of the period first."""
        seen = {hit.chunk.vector_id for hit in self.within}
        return (*self.within, *(hit for hit in self.others if hit.chunk.vector_id not in seen))


def retrieve(archive: Archive, question: Question, k: int = 40) -> Findings:
    """The best `k` passages of the period that the question names, and the best `k` of all.

    Its as-of day and the outlets that it names hold before the best are cut.
    """
    hard = Filter(as_of=question.as_of, sources=question.sources)
    others = archive.search(question.text, k, hard)
    if question.period is None:
        return Findings(within=(), others=tuple(others), worded=_worded(archive, question, hard))
    around = {
        "since": _shift(question.period.earliest, -BEFORE),
        "until": _shift(question.period.latest, AFTER),
    }
    then = hard.model_copy(update=around)
    within = archive.search(question.text, k, then)
    worded = _worded(archive, question, then)
    return Findings(within=tuple(within), others=tuple(others), worded=worded)


def _worded(archive: Archive, question: Question, limits: Filter) -> tuple[str, ...]:
    """The articles of the best passages by words alone, of the period where one is named."""
    best = archive.searcher.matching(question.text, WORDED, limits)
    return tuple(dict.fromkeys(row.article_id for row, _ in best))


def rank_articles(hits: Iterable[Hit]) -> list[str]:
    """The ids of the articles of some hits, each at its best place."""
    return list(dict.fromkeys(hit.chunk.article_id for hit in hits))


def _shift(day: date | None, by: timedelta) -> date | None:
    return day and day + by
