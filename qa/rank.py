"""Which sentence answers: each candidate gets a few plain features, and a weighted sum of them.

The weights were fitted by logistic regression on questions kept apart for tuning
(`python -m eval.fit`); docs/measurements.md says what each is worth.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from index.archive import Archive
from index.cues import PLACE_CUES, QUANTITY, REASON_CUES, SPEECH_CUES, TIME_CUES
from index.records import SUPPORTING, Article, Question, Record, Sentence, ZoneKind
from index.search import Hit
from index.words import stem, stems
from qa.question import find_names
from qa.retrieve import Findings
from qa.terms import Term, coverage, weigh_terms

EMBEDDED = 24  # sentences that are embedded for a question; the rest rank by words alone
OPEN_START = re.compile(  # a sentence that leans on the one before: "He plans to spend them fishing"
    r"[“\"]?(?:He|She|They|It|His|Her|Their|Its|This|That|These|Those|But|And|The (?:two|three|latter|"
    r"minister|president|general|envoy|spokes\w+))\b"
)

WEIGHTS = {
    "meaning": 6.0,  # cosine of question and sentence
    "passage": 3.0,  # cosine of question and the best chunk that holds the sentence
    "article": 2.0,  # cosine of question and the best chunk of the article
    "words": 0.5,  # share of the question's weighted words that stand in the sentence
    "nearby": 1.5,  # the same for the sentence, its two neighbours and the title
    "context": 2.0,  # the same with two neighbours to either side
    "whole": 3.0,  # the same for the whole article
    "names": 1.0,  # share of the question's names that stand in the whole article
    "fits": 2.0,  # the sentence holds the kind of thing that is asked for
    "body": 0.5,  # it is not a headline, subhead or caption
    "leans": 0.5,  # it leans on the sentence before it
    "period": 1.5,  # its article is of the period that the question names
}


class Candidate(Record):
    """A sentence that may answer, with its features (each about 0 to 1) and its score.

    `lead` is the sentence before it where it cannot be understood without.
    """

    article: Article
    sentence: Sentence
    lead: Sentence | None
    features: dict[str, float]

    @property
    def score(self) -> float:
        return sum(weight * self.features[name] for name, weight in WEIGHTS.items())


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
    hits = findings.ranked()
    within = {hit.chunk.article_id for hit in findings.within}
    by_article: dict[str, list[Hit]] = {}
    for hit in hits:
        by_article.setdefault(hit.chunk.article_id, []).append(hit)
    for article in archive.catalog.articles(by_article):
        yield from _of_article(
            article, archive.sentences(article), by_article[article.id], question, terms,
            in_period=article.id in within,
        )  # fmt: skip


def _of_article(
    article: Article,
    sentences: Sequence[Sentence],
    hits: Sequence[Hit],
    question: Question,
    terms: Sequence[Term],
    *,
    in_period: bool,
) -> Iterator[Candidate]:
    held = [frozenset(stems(sentence.text)) for sentence in sentences]
    title = frozenset(stems(article.title or ""))
    whole = title.union(*held)
    of_article = {
        "article": max((hit.similarity or 0.0 for hit in hits), default=0.0),
        "whole": coverage(terms, whole),
        "names": coverage([term for term in terms if term.name], whole),
        "period": float(in_period),
    }
    for at, sentence in enumerate(sentences):
        passage = _passage(sentence, hits)
        if passage is None or sentence.zone not in SUPPORTING:
            continue
        lead = _lead(sentences, at)
        yield Candidate(
            article=article,
            sentence=sentence,
            lead=lead,
            features=of_article
            | {
                "meaning": passage,  # until it is embedded itself
                "passage": passage,
                "words": coverage(terms, held[at]),
                "nearby": coverage(terms, title.union(*held[max(0, at - 1) : at + 2])),
                "context": coverage(terms, title.union(*held[max(0, at - 2) : at + 3])),
                "fits": _fits(question, sentence),
                "body": float(sentence.zone is ZoneKind.BODY),
                "leans": float(lead is not None),
            },
        )


def _passage(sentence: Sentence, hits: Iterable[Hit]) -> float | None:
    """The best cosine of the chunks that hold a sentence; None where none does."""
    around = [h for h in hits if h.chunk.start <= sentence.start and sentence.end <= h.chunk.end]
    return max((hit.similarity or 0.0 for hit in around), default=None)


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
    """The candidates with the cosine of question and sentence in place of the chunk's."""
    if not candidates:
        return []
    texts = [question.text, *(candidate.sentence.text for candidate in candidates)]
    asked, *told = archive.embedder.embed(texts)
    return [
        candidate.model_copy(
            update={"features": candidate.features | {"meaning": float(asked @ vector)}}
        )
        for candidate, vector in zip(candidates, told, strict=True)
    ]
