"""Which sentence answers: each candidate gets a few plain features, and a weighted sum of them.

The weights were fitted by logistic regression on questions kept apart for tuning
(`python -m eval.fit`); docs/measurements.md says what each is worth.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from index.archive import Archive
from index.cues import (
    ASKS_FOR_WORDS,
    PLACE_CUES,
    QUANTITY,
    QUOTED,
    REASON_CUES,
    SPEECH_CUES,
    TIME_CUES,
)  # fmt: skip
from index.records import SUPPORTING, Article, Chunk, Question, Record, Sentence, ZoneKind
from index.words import stem, stems
from qa.question import find_names
from qa.retrieve import Findings, rank_articles
from qa.terms import Term, coverage, weigh_terms

EMBEDDED = 24  # sentences that are embedded for a question; the rest rank by words alone
SHORTEST = 4  # words; what is shorter is left over from a cut or says nothing by itself
NEAR = 4  # sentences to either side within which an answer's names must stand
OPEN_START = re.compile(  # a sentence that leans on the one before: "He plans to rest"
    r"[“\"]?(?:He|She|They|It|His|Her|Their|Its|This|That|These|Those|But|And|"
    r"The (?:two|three|latter|minister|president|general|envoy|spokes\w+))\b"
)

WEIGHTS = {
    "meaning": 3.1,  # cosine of question and sentence
    "passage": 2.7,  # cosine of question and the best chunk that holds the sentence
    "article": 1.2,  # cosine of question and the best chunk of the article
    "words": 1.7,  # share of the question's weighted words that stand in the sentence
    "nearby": 2.0,  # the same for the sentence, its two neighbours and the title
    "context": 2.5,  # the same with two neighbours to either side
    "whole": 2.4,  # the same for the whole article
    "names": 0.9,  # share of the question's names that stand in the whole article
    "close": 0.2,  # the same for the sentence, two neighbours to either side and the title
    "fits": 2.3,  # the sentence holds the kind of thing that is asked for
    "spoken": 1.2,  # somebody's words are asked for, and it quotes some
    "opens": -1.6,  # it is the first of the body, which tells most of what the question repeats
    "body": 0.6,  # it is not a headline, subhead or caption
    "leans": 0.2,  # it leans on the sentence before it
    "period": 1.7,  # its article is of the period that the question names
}


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
        return sum(weight * self.features[name] for name, weight in WEIGHTS.items())


Stems = frozenset[str]
ARTICLES = 12  # the best articles of a search, whose sentences are all looked at


def rank_sentences(archive: Archive, question: Question, findings: Findings) -> list[Candidate]:
    """Candidates for an answer, best first; only sentences that may support one."""
    terms = weigh_terms(question.words, question.names, archive.catalog)
    candidates = list(_candidates(archive, question, findings, terms))
    candidates.sort(key=lambda candidate: -candidate.score)
    closest = _with_meaning(archive, question, candidates[:EMBEDDED])
    ranked = [*closest, *candidates[EMBEDDED:]]
    return sorted(ranked, key=lambda candidate: -candidate.score)


def _candidates(
    archive: Archive, question: Question, findings: Findings, terms: Sequence[Term]
) -> Iterator[Candidate]:
    within = {hit.chunk.article_id for hit in findings.within}
    asked = archive.embedder.embed([question.text])[0]
    for article in archive.catalog.articles(rank_articles(findings.ranked())[:ARTICLES]):
        chunks = dict(archive.catalog.chunks(article))
        cosines = archive.vectors.similarities(asked, list(chunks))
        passages = [(chunks[id], cosine) for id, cosine in cosines.items()]
        yield from _of_article(
            article, archive.sentences(article), passages, question, terms,
            in_period=article.id in within,
        )  # fmt: skip


def _of_article(
    article: Article,
    sentences: Sequence[Sentence],
    passages: Sequence[tuple[Chunk, float]],
    question: Question,
    terms: Sequence[Term],
    *,
    in_period: bool,
) -> Iterator[Candidate]:
    held = [frozenset(stems(sentence.text)) for sentence in sentences]
    title = frozenset(stems(article.title or ""))
    of_article = {
        **_of_whole(terms, title.union(*held), passages),
        "period": float(in_period),
    }
    opening = next((at for at, s in enumerate(sentences) if s.zone is ZoneKind.BODY), None)
    for at, sentence in enumerate(sentences):
        if sentence.zone not in SUPPORTING or len(sentence.text.split()) < SHORTEST:
            continue
        lead = _lead(sentences, at)
        near = {n: title.union(*held[max(0, at - n) : at + n + 1]) for n in (0, 1, 2, NEAR)}
        features = {
            **of_article,
            **_of_words(question, terms, held[at], near[1], near[2]),
            **_of_kind(question, sentence),
            "passage": _passage(sentence, passages),
            "meaning": _passage(sentence, passages),  # until it is embedded itself
            "opens": float(at == opening),
            "leans": float(lead is not None),
        }
        yield Candidate(
            article=article, sentence=sentence, lead=lead, around=near[NEAR], features=features
        )


def _of_whole(
    terms: Sequence[Term], whole: Stems, passages: Sequence[tuple[Chunk, float]]
) -> dict[str, float]:
    """How near an article as a whole comes to the question."""
    return {
        "article": max((cosine for _, cosine in passages), default=0.0),
        "whole": coverage(terms, whole),
        "names": coverage([term for term in terms if term.name], whole),
    }


def _of_words(
    question: Question, terms: Sequence[Term], own: Stems, nearby: Stems, around: Stems
) -> dict[str, float]:
    """How much of the question's words stand in a sentence and in those about it."""
    names = [term for term in terms if term.name]
    return {
        "words": coverage(terms, own),
        "nearby": coverage(terms, nearby),
        "context": coverage(terms, around),
        "close": coverage(names, around),
    }


def _of_kind(question: Question, sentence: Sentence) -> dict[str, float]:
    """Whether a sentence is of the kind that can answer."""
    quoted = QUOTED.search(sentence.text) is not None
    return {
        "fits": _fits(question, sentence),
        "spoken": float(quoted and ASKS_FOR_WORDS.search(question.text) is not None),
        "body": float(sentence.zone is ZoneKind.BODY),
    }


def _passage(sentence: Sentence, passages: Iterable[tuple[Chunk, float]]) -> float:
    """The best cosine of the chunks that hold a sentence, whole or in part."""
    cosines = (
        c for chunk, c in passages if chunk.start < sentence.end and sentence.start < chunk.end
    )
    return max(cosines, default=0.0)


def _lead(sentences: Sequence[Sentence], at: int) -> Sentence | None:
    if at == 0 or not OPEN_START.match(sentences[at].text):
        return None
    return sentences[at - 1] if sentences[at - 1].zone is sentences[at].zone else None


def _fits(question: Question, sentence: Sentence) -> float:
    """Whether the sentence holds the kind of thing that is asked for."""
    if question.wants == "person":
        asked = {stem(word) for name in question.names for word in name.split()}
        found = {stem(word) for name in find_names(sentence.text) for word in name.split()}
        return float(bool(found - asked))
    cues = {
        "place": PLACE_CUES, "time": TIME_CUES, "quantity": QUANTITY,
        "reason": REASON_CUES, "speech": SPEECH_CUES,
    }  # fmt: skip
    cue = cues.get(question.wants)
    return float(cue.search(sentence.text) is not None) if cue else 0.0


def _with_meaning(
    archive: Archive, question: Question, candidates: Sequence[Candidate]
) -> list[Candidate]:
    """The candidates with the cosine of question and sentence in place of the chunk's.

    A sentence that leans on the one before is embedded together with it.
    """
    if not candidates:
        return []
    told = [" ".join(s.text for s in (c.lead, c.sentence) if s) for c in candidates]
    asked, *vectors = archive.embedder.embed([question.text, *told])
    return [
        candidate.model_copy(
            update={"features": candidate.features | {"meaning": float(asked @ vector)}}
        )
        for candidate, vector in zip(candidates, vectors, strict=True)
    ]
