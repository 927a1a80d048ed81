"""The sentences that hold most of what a question says, and where in them its words stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from index.archive import Archive
from index.readings import Reading
from index.records import Article, Record, Sentence, Statement
from index.words import WORD, stem_once
from qa.passages.other_outlet import ATTRIBUTABLE, is_other, quote_other
from qa.passages.rank import Candidate
from qa.passages.terms import Term
from qa.telling.compose import Citer
from qa.telling.teller import Teller

SHORTEST = 5  # words of a sentence that tells something
READ_ARTICLES = 6  # the best articles, of which all sentences are read


class Hit(Record):
    """A word of a question where it stands in a sentence."""

    term: Term
    start: int
    end: int


class Matched(Record):
    """A sentence with the question's words in it; `share` is the part of their weight it holds."""

    article: Article
    sentence: Sentence
    hits: tuple[Hit, ...]
    share: float

    @property
    def written(self) -> date:
        """The first day on which it may have been written; the first of all where none is known."""
        dated = self.article.dated
        return (dated and dated.earliest) or date.min

    @property
    def other(self) -> bool:
        """Whether these are another outlet's words."""
        return is_other(self.article, self.sentence.start)


def match_sentences(
    archive: Archive, ranked: Sequence[Candidate], terms: Sequence[Term], least: float,
    *, more: Sequence[str] = (),
) -> list[Matched]:  # fmt: skip
    """The sentences of the best articles that hold at least a share of some terms, the best first;
    other outlets' words, quoted at length, among them. The articles of the ranked ones come before
    `more`.
    """
    best = list(dict.fromkeys((*(one.article.id for one in ranked), *more)))[:READ_ARTICLES]
    found = [one for reading in archive.read_articles(best)
             for one in _in_article(reading, terms, least)]  # fmt: skip
    return sorted(found, key=lambda one: -one.share)


def _in_article(reading: Reading, terms: Sequence[Term], least: float) -> Iterator[Matched]:
    total = sum(term.weight for term in terms)
    seen: set[str] = set()
    for at, (text, zone) in enumerate(zip(reading.texts(), reading.zones, strict=True)):
        if zone not in ATTRIBUTABLE or text in seen or len(text.split()) < SHORTEST:
            continue
        seen.add(text)
        hits = find_hits(terms, text)
        held = sum(term.weight for term in {hit.term for hit in hits})
        share = held / total if total else 0.0
        if share >= least:  # a record for each sentence would take half of the time
            yield Matched(
                article=reading.article, sentence=reading.sentence(at), hits=hits, share=share
            )


def find_hits(terms: Sequence[Term], text: str) -> tuple[Hit, ...]:
    """The words of a text that stand for a question's terms, in order."""
    stands_for = {form: term for term in reversed(terms) for form in term.forms}
    return tuple(
        Hit(term=term, start=match.start(), end=match.end())
        for match in WORD.finditer(text)
        if (term := stands_for.get(stem_once(match[0])))
    )


def tell_matched(archive: Archive, teller: Teller, one: Matched) -> Statement | None:
    """A sentence word for word, another outlet's under its name; None where that is not told."""
    if one.other:
        citer: Citer = teller.citer
        return quote_other(archive, citer, one.article, one.sentence)
    return teller.quote(one.article, one.sentence)
