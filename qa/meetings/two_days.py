"""How far apart two things of one kind were whose days stand side by side in one sentence: "the
talks in Vik on 3 March and 9 April".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from index.archive import Archive
from index.catalog import Filter
from index.date_records import TimeExpression
from index.records import SUPPORTING, Article, Outcome, Sentence, Statement
from index.words import content_words, stems
from qa.passages.retrieve import rank_articles
from qa.question.asked import Asked
from qa.telling.phrases import tell_interval
from qa.telling.reply import Reply, make_reply
from qa.telling.teller import Teller

PAIR = 2
SEARCHED = 20  # chunks
LEAST_SHARED = 0.6  # of the question's words, in the sentence that tells both days
ASKING = frozenset(stems("many days weeks months apart two both lie lay long time passed between"))
APART = re.compile(
    r"\bhow (?:many \w+|long|far|much time)\b.*\b(?:apart|between|lay|lie|lies|separat\w+)\b",
    re.IGNORECASE,
)
COUPLED = re.compile(r"\s*(?:and|and on|and again on)\s*", re.IGNORECASE)
TWO = re.compile(r"\b(?:the two|both|the pair of)\b", re.IGNORECASE)


def answer_two_days(archive: Archive, asked: Asked) -> Reply | None:
    """The days between two days that one sentence couples; None where none clearly does."""
    if not TWO.search(asked.text) or not APART.search(asked.text):
        return None
    words = set(stems(" ".join(content_words(asked.text)))) - ASKING
    for article, sentence in _sentences(archive, asked, words):
        times = [t for t in archive.times(article.id)
                 if sentence.start <= t.start and t.end <= sentence.end and _is_day(t)]  # fmt: skip
        pairs = [pair for pair in pairwise(times) if _coupled(sentence, *pair)]
        days = sorted({t.earliest for pair in pairs for t in pair if t.earliest})
        if len(days) == PAIR:
            teller = Teller(archive)
            quote = teller.quote(article, sentence)
            text = tell_interval(days[0], days[1])
            first = [Statement(text=text, citations=quote.citations), quote]
            return make_reply(teller, Outcome.ANSWERED, (), first=first)
    return None


def _coupled(sentence: Sentence, one: TimeExpression, other: TimeExpression) -> bool:
    return (
        COUPLED.fullmatch(sentence.text[one.end - sentence.start : other.start - sentence.start])
        is not None
    )


def _is_day(time: TimeExpression) -> bool:
    return time.earliest is not None and time.earliest == time.latest


def _sentences(
    archive: Archive, asked: Asked, words: set[str]
) -> Iterator[tuple[Article, Sentence]]:
    """The sentences that hold most of the words of a question."""
    for id in rank_articles(archive.search(asked.text, SEARCHED, Filter(as_of=asked.as_of))):
        article = archive.article(id)
        for sentence in archive.sentences(article):
            shared = len(words & set(stems(sentence.text))) >= LEAST_SHARED * len(words)
            if words and shared and sentence.zone in SUPPORTING:
                yield article, sentence
