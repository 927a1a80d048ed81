"""Which sentence answers: each candidate gets a few plain features, and a weighted sum of them.

The weights were fitted by logistic regression on questions kept apart for tuning
(`python -m eval.fit`); docs/measurements.md says what each is worth.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from index.archive import Archive
from index.records import Article, Question, Record, Sentence, ZoneKind
from qa.events.told_then import told_then
from qa.passages.features import Looked, around, look_at, of_kind
from qa.passages.retrieve import Findings, rank_articles
from qa.passages.terms import Floats, WordBits, weigh_terms

BEST_ARTICLES = 12  # the best articles of a search, whose sentences are all looked at
KEPT = 16  # candidates that are handed on
TRIED = 5  # times as many are looked at for the kind of thing that is asked for
READ = 8  # of the best, which are read together with the question; all that are kept: no better
CLOSE = 2.0  # and no further below the best than this: 5 on average, the same ones first, and of
# 637 tasks the answer is among the first three of 490; with all eight of 496, with 1.5 of 487
NEAR = 4  # sentences to either side within which an answer's names must stand

WEIGHTS = {
    "meaning": 3.8,  # cosine of question and sentence
    "passage": 3.1,  # cosine of question and the best chunk that holds the sentence
    "article": 1.4,  # cosine of question and the best chunk of the article
    "words": 1.2,  # share of the question's weighted words that stand in the sentence
    "nearby": 1.6,  # the same for the sentence, its two neighbours and the title
    "context": 2.3,  # the same with two neighbours to either side
    "whole": 2.3,  # the same for the whole article
    "names": 0.9,  # share of the question's names that stand in the whole article
    "close": 0.2,  # the same for the sentence, two neighbours to either side and the title
    "fits": 1.9,  # the sentence holds the kind of thing that is asked for
    "spoken": 1.1,  # somebody's words are asked for, and it quotes some
    "opens": -1.6,  # it is the first of the body, which tells most of what the question repeats
    "body": 0.3,  # it is not a headline, subhead or caption
    "leans": 0.1,  # it leans on the sentence before it
    "period": 1.7,  # its article is of the period that the question names
    "then": 0.0,  # it alone is, by a time of its own: what decides asks (at 0.5 and 1.7 no better)
    "reads": 3.8,  # read together with the question it answers (index/cross_encoder.py)
}

# The same fitted on 43 questions to five reports of one matter, where the sentence itself tells
# more than what stands about it; the first by these is told as well. Of 41 other such questions
# they put the answer first for 32 and among three for 37, WEIGHTS for 26 and 32; but on stories of
# many matters (`python -m eval.fit`) for 26 and 37 of 64, where it is 35 and 46.
OF_ONE_MATTER = {
    "meaning": 4.7, "passage": 2.9, "article": 1.2, "words": 4.3, "nearby": 1.0, "context": 0.6,
    "whole": 0.4, "names": 0.7, "close": 2.0, "fits": 2.8, "spoken": -0.4, "opens": 0.4,
    "body": 0.3, "leans": -0.9, "period": 2.4, "then": 0.0,
    "reads": 2.5,
}  # fmt: skip


class Candidate(Record):
    """A sentence that may answer, with its features (each about 0 to 1) and its score.

    `lead` is the sentence before it where it cannot be understood without; `around` holds the stems
    of the title and of the sentences near it.
    """

    article: Article
    sentence: Sentence
    lead: Sentence | None
    around: frozenset[str]
    features: dict[str, float]

    @property
    def score(self) -> float:
        return self.score_by(WEIGHTS)

    def score_by(self, weights: Mapping[str, float]) -> float:
        """The weighted sum of its features."""
        return sum(weight * self.features[name] for name, weight in weights.items())


def rank_sentences(
    archive: Archive, question: Question, findings: Findings, *, most: int = KEPT, read: bool = True
) -> list[Candidate]:
    """The `most` best candidates for an answer, best first; only sentences that may support one.

    Without `read` none is read together with the question, which takes the longest.
    """
    looked = _look(archive, question, findings)
    rows = [(one, row) for one in looked for row in range(len(one.at))]
    if not rows:
        return []
    matrix = np.concatenate([_tabulate(one) for one in looked])
    kinds = [list(WEIGHTS).index(name) for name in of_kind(question, "")]
    tried = _best_of(matrix)[: TRIED * most]
    for place in tried:
        one, row = rows[place]
        matrix[place, kinds] = list(of_kind(question, one.reading.text(one.at[row])).values())
    chosen = tried[_best_of(matrix[tried])][:most]
    candidates = [_candidate(rows[place][0], rows[place][1], matrix[place]) for place in chosen]
    unpacked = {one.reading.article.id for one in looked if not one.packed}
    lacking = [c for c in candidates if c.article.id in unpacked
               or c.sentence.zone is ZoneKind.OTHER_OUTLET]  # fmt: skip
    if lacking:
        candidates = _embed_lacking(archive, question, candidates, lacking)
    return _read(archive, question, candidates) if read else candidates


def _look(archive: Archive, question: Question, findings: Findings) -> list[Looked]:
    """The best articles of a search, looked at."""
    within = {hit.chunk.article_id for hit in findings.within}
    terms = WordBits(weigh_terms(question.words, question.names, archive.catalog))
    found = rank_articles(findings.ranked())[:BEST_ARTICLES]
    ids = list(dict.fromkeys((*found, *findings.worded)))
    looked = []
    for reading in archive.read_articles(ids):
        one = look_at(archive, reading, question, terms)
        period = np.full(len(one.at), float(reading.article.id in within))
        own = {"period": period, "then": _told_then(one, question) * (1 - period)}
        looked.append(one.model_copy(update={"features": {**one.features, **own}}))
    return looked


def _told_then(one: Looked, question: Question) -> Floats:
    """Whether each sentence is of the period that a question names by a time of its own."""
    if question.period is None:
        return np.zeros(len(one.at))
    told = told_then(one.reading, question.period)
    return np.array([told[at] for at in one.at], dtype=float)


def _tabulate(one: Looked) -> Floats:
    """The features as a matrix, a row for each sentence, a column for each of WEIGHTS."""
    unseen = np.zeros(len(one.at))
    return np.stack([one.features.get(name, unseen) for name in WEIGHTS], axis=1)


def _best_of(matrix: Floats) -> NDArray[np.intp]:
    """The rows in order of score, best first, the earlier before its equals."""
    return np.argsort(-(matrix @ np.array(list(WEIGHTS.values()))), kind="stable")


def _candidate(one: Looked, row: int, features: Floats) -> Candidate:
    at = one.at[row]
    values = dict(zip(WEIGHTS, features.tolist(), strict=True))
    return Candidate(
        article=one.reading.article,
        sentence=one.reading.sentence(at),
        lead=one.reading.sentence(at - 1) if values["leans"] else None,
        around=around(one.reading, at, NEAR),
        features=values,
    )


def _embed_lacking(
    archive: Archive, question: Question, candidates: Sequence[Candidate],
    lacking: Sequence[Candidate],
) -> list[Candidate]:  # fmt: skip
    """The candidates anew in order, those without stored vectors embedded now.

    A sentence that leans on the one before is embedded together with it.
    """
    unseen = lacking[:KEPT]
    told = [" ".join(s.text for s in (c.lead, c.sentence) if s) for c in unseen]
    cosines = archive.embedder.embed(told) @ archive.searcher.embed(question.text)
    seen = {
        id(c): c.model_copy(update={"features": c.features | {"meaning": float(cosine)}})
        for c, cosine in zip(unseen, cosines, strict=True)
    }
    ranked = [seen.get(id(candidate), candidate) for candidate in candidates]
    return sorted(ranked, key=lambda candidate: -candidate.score)


def _read(archive: Archive, question: Question, candidates: Sequence[Candidate]) -> list[Candidate]:
    """The candidates anew in order, those that come close read together with the question.

    What is not read counts as the least of what is.
    """
    scores = [one.score for one in candidates[:READ]]
    best = candidates[: sum(score >= max(scores) - CLOSE for score in scores)]
    odds = archive.embedder.cross_encoder.score(question.text, [c.sentence.text for c in best])
    shares = 1 / (1 + np.exp(-odds / 2))  # halved, as the model is surer than it should be
    reads = [*shares.tolist(), *[float(shares.min(initial=1.0))] * (len(candidates) - len(best))]
    read = [
        one.model_copy(update={"features": one.features | {"reads": value}})
        for one, value in zip(candidates, reads, strict=True)
    ]
    return sorted(read, key=lambda candidate: -candidate.score)
