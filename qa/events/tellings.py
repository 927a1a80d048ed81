"""The sentences that may tell what a question for a time asks about, each with its times."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from datetime import timedelta

import numpy as np

from index.archive import Archive
from index.date_records import TimeExpression
from index.gazetteer import country_of
from index.meanings import SHORTEST, leans
from index.parse import parse
from index.readings import Reading
from index.records import Article, Question, Record, Sentence
from index.words import stem, stems
from qa.events.described import asks_telling
from qa.events.time_told import lies_ahead, tell_time
from qa.events.words import TOLD, Matter
from qa.passages.naming import names_all, surnames_of, tells_offices
from qa.passages.other_outlet import ATTRIBUTABLE
from qa.passages.rank import BEST_ARTICLES
from qa.passages.retrieve import rank_articles, retrieve
from qa.passages.terms import Floats, WordBits
from qa.question.asked import Asked

NEAR_BY = 0.4  # what a word counts that stands in a sentence beside it, or in the title
ELSEWHERE = 0.15  # and one that stands in the same article
NAME = 0.5  # what a name counts there instead: whoever is told of is often "he"
LEAST_MATTER = 0.5  # of the words that are no names, by weight, that the sentence itself must hold
LEAST = 0.5  # of all
NAMED = re.compile(r"\b[A-Z]\w+(?: [A-Z]\w+)?")
PAIRS = re.compile(r"\b([A-Z]\w+) and ([A-Z]\w+)")
PAIR = 2
BACK = 2  # sentences before one in which he whom it tells of is named
AN_AGE = timedelta(days=3653)  # ten years
AROUND = timedelta(days=60)  # of the period that a question names, in which it is told of


class Telling(Record):
    """A sentence with how much of what is asked it holds, and the times that may belong to it."""

    article: Article
    sentence: Sentence
    held: float
    times: tuple[TimeExpression, ...]


def find_tellings(
    archive: Archive, asked: Asked, read: Question, matter: Matter
) -> Iterator[Telling]:
    """The sentences of the best articles that hold enough of what is asked, each with its times:
    of what was said none that was still ahead.
    """
    telling = asks_telling(asked.text)
    if not matter.terms:
        return
    bits = WordBits(matter.terms)
    ids = rank_articles(retrieve(archive, read).ranked())[:BEST_ARTICLES]
    for reading in archive.read_articles(ids):
        held, own = weigh_sentences(reading, bits, matter)
        for at in np.flatnonzero((held >= LEAST) & (own >= LEAST_MATTER)).tolist():
            if not _may_tell(reading, at) or not _names_those(archive, asked, matter, reading, at):
                continue
            sentence = reading.sentence(at)
            inside = tuple(t for t in reading.times if sentence.start <= t.start
                           and t.end <= sentence.end and tell_time(t) and not _is_an_age(t)
                           and not (telling and lies_ahead(reading.article, t)))  # fmt: skip
            if _is_of_period(asked, reading.article, inside):
                yield Telling(article=reading.article, sentence=sentence,
                              held=float(held[at]), times=inside)  # fmt: skip


def _is_an_age(time: TimeExpression) -> bool:
    """Whether a time only says how old a thing is: "a 16th-century house"."""
    return bool(time.earliest and time.latest and time.latest - time.earliest > AN_AGE)


def of_the_teller(matter: Matter, tellings: Sequence[Telling]) -> list[Telling]:
    """The sentences that name him whose word it is as the question does, where some do: what
    another says for the same country is not his word. Else those in which nobody else says it.
    """
    tellers = [term for term in matter.terms if term.name and matter.is_first(term)]
    whose = {stem(word) for term in tellers for word in term.word.split()}
    named = [one for one in tellings if whose <= set(stems(one.sentence.text))]
    forms = whose.union(*(term.forms for term in tellers))
    return named or [one for one in tellings if not _is_anothers(one.sentence.text, forms)]


def _is_anothers(text: str, whose: Set[str]) -> bool:
    """Whether all that is said in a sentence is said by somebody named who is not asked about:
    "The port office announced it", where the palace is.
    """
    said = [token for token in parse([text])[0] if TOLD.fullmatch(token.text)]
    by = [child for token in said for child in token.children if child.dep_ == "nsubj"]
    names = [one for one in by if any(word.pos_ == "PROPN" for word in one.subtree)]
    own = any(set(stems(word.text)) & whose for one in by for word in one.subtree)
    return bool(whose and by) and len(names) == len(by) and not own


def _may_tell(reading: Reading, at: int) -> bool:
    return reading.zones[at] in ATTRIBUTABLE and len(reading.text(at).split()) >= SHORTEST


def _names_those(archive: Archive, asked: Asked, matter: Matter, reading: Reading, at: int) -> bool:
    """Whether a sentence, or those it follows, name everybody and the place that is meant.

    Of a meeting of two, and of what is said, the sentence itself must, or the one that it leans on:
    what somebody did with another beside it is another meeting.
    """
    about = asked.about
    people = [p for p in (*about.parties, *asked.speakers)
              if p.kind in ("person", "role") and p.words in matter.text]  # fmt: skip
    strict = (bool(about.forms) and len(people) > 1) or asks_telling(asked.text)
    texts = reading.texts()
    back = int(leans(texts, reading.zones, at)) if strict else BACK
    near = " ".join(texts[max(0, at - back) : at + 1])
    title = reading.article.title or ""
    place = {stem(word) for word in (about.place or "").split()}
    wider = f"{near} {title} {reading.article.located or ''}"
    told_of = [p for p in people if p not in asked.speakers and asks_telling(asked.text)]
    near_by = [some for p in people if p not in told_of and (some := surnames_of(archive, p))]
    titled = [some for p in told_of if (some := surnames_of(archive, p))]
    named = (
        names_all(near_by, near)
        and names_all(titled, f"{near} {title}")
        and (not strict or tells_offices(archive, people, near))
    )
    return named and (not strict or place <= set(stems(wider))) and _names_both(asked, texts[at])


def _names_both(asked: Asked, text: str) -> bool:
    """Whether a sentence does not name one of the countries asked about with a third: "Latvia and
    Finland drew the line" tells nothing of that of Latvia and Poland.
    """
    asked_of = set(filter(None, map(country_of, NAMED.findall(asked.text))))
    pairs = [(country_of(one), country_of(two)) for one, two in PAIRS.findall(text)]
    apart = any((one in asked_of) != (two in asked_of) for one, two in pairs)
    return len(asked_of) < PAIR or not apart


def weigh_sentences(reading: Reading, bits: WordBits, matter: Matter) -> tuple[Floats, Floats]:
    """For each sentence how much of all that is asked it tells, and how much of what is no name it
    holds itself; no sentence tells what the article has a name less of.
    """
    texts = reading.texts()
    rows = bits.held([reading.article.title or "", reading.article.located or "", *texts])
    heads, own = rows[:2].any(axis=0), rows[2:]
    near = own | heads
    near[1:] |= own[:-1]
    near[:-1] |= own[1:]
    whole = np.tile(own.any(axis=0) | heads, (len(texts), 1))
    weight = np.array([matter.weight_of(term) for term in bits.terms])
    names = np.array([term.name for term in bits.terms])
    beside = np.where(names, NAME, NEAR_BY)
    counted = np.maximum(own, np.maximum(near * beside, whole * np.where(names, NAME, ELSEWHERE)))
    all_named = bool((whole[0] | ~names).all()) if len(texts) else False
    plain = np.where(names, 0.0, weight)
    matters = own @ plain / plain.sum() if plain.sum() else np.ones(len(texts))
    return counted @ weight / weight.sum() * all_named, matters


def _is_of_period(asked: Asked, article: Article, times: Sequence[TimeExpression]) -> bool:
    """Whether a sentence may be of the period that a question names: by its article or its own."""
    period, dated = asked.about.period, article.dated
    if period is None or period.earliest is None or period.latest is None:
        return True
    told = [(t.earliest, t.latest) for t in times] + ([(dated.earliest, dated.latest)] * bool(dated)
                                                      if dated else [])  # fmt: skip
    first, last = period.earliest - AROUND, period.latest + AROUND
    return any(a and b and a <= last and b >= first for a, b in told)
