"""Answer, ask back, or say that the archive does not say."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from math import exp

from index.archive import Archive
from index.cues import PRONOUNS
from index.records import Question, Record
from index.words import content_words, fold
from qa.rank import Candidate
from qa.terms import Term, weigh_terms

PERSON = re.compile(  # two or three capitalised words: "Anna Stone", "J. R. Lund"
    r"(?:[^\W\d_a-zß-öø-ÿ][\w’'\-]*[^\W_]|(?:[A-Z]\.\s?)+)(?:\s[^\W\d_a-zß-öø-ÿ][\w’'\-]+){1,2}"
)
MOST_CANDIDATES = 4

# Whether the best sentence answers: logistic regression on the tuning questions (`eval.fit`).
BIAS = -6.0
CONFIDENCE = {
    "meaning": 4.0,
    "passage": 3.0,
    "context": 2.0,
    "whole": 1.0,
    "names": 1.0,
    "fits": 0.5,
}
ENOUGH = 0.5


class Doubt(Record):
    """Why a question is not answered: the lead that says so, and how it is meant."""

    lead: str
    ambiguous: bool


def confidence(best: Candidate) -> float:
    """How likely the best sentence is to answer, from 0 to 1."""
    total = BIAS + sum(weight * best.features[name] for name, weight in CONFIDENCE.items())
    return 1 / (1 + exp(-total))


def find_doubt(archive: Archive, question: Question, ranked: Sequence[Candidate]) -> Doubt | None:
    """Why this question cannot be answered; None where it can."""
    pronoun = leading_pronoun(question.text)
    if pronoun:
        return _ask_back(f"Who is meant by “{pronoun}”?", people_in(ranked))
    sharers = people_sharing_a_name(question, ranked)
    if sharers:
        return _ask_back("Who is meant?", sharers)
    unknown = _unknown_names(weigh_terms(question.words, question.names, archive.catalog), question)
    if unknown:
        return Doubt(
            lead=f"The archive does not say: no article names {unknown[0]}.", ambiguous=False
        )
    if not ranked or confidence(ranked[0]) < ENOUGH:
        return Doubt(lead="The archive does not say.", ambiguous=False)
    return None


def leading_pronoun(text: str) -> str | None:
    """A pronoun for persons before which the question names nobody; None where there is none."""
    for match in re.finditer(r"\w+", text):
        if match[0].lower() in PRONOUNS:
            return None if content_words(text[: match.start()]) else match[0]
    return None


def people_in(ranked: Sequence[Candidate]) -> list[str]:
    """Full names in the best sentences and those around them, the most frequent first."""
    counted: Counter[str] = Counter()
    for candidate in ranked[:12]:
        counted.update(full_names(candidate.article.text))
    return [name for name, _ in counted.most_common(MOST_CANDIDATES)]


def full_names(text: str) -> list[str]:
    """Names of persons: a full name whose last part the text uses alone too."""
    found = []
    for match in PERSON.finditer(text):
        last = match[0].split()[-1].removesuffix("'s").removesuffix("’s")
        name = re.sub(r"['’]s$", "", match[0])
        alone = re.search(
            rf"(?<![\w.] )(?<!\w)\b{re.escape(last)}\b(?! [A-Z])", text[match.end() :]
        )
        if alone:
            found.append(name)
    return found


def people_sharing_a_name(question: Question, ranked: Sequence[Candidate]) -> list[str]:
    """The bearers of a surname that the question leaves bare; empty unless there are several."""
    return []


def _unknown_names(terms: Sequence[Term], question: Question) -> list[str]:
    unknown = {fold(term.word).lower() for term in terms if term.name and not term.known}
    return [
        name
        for name in question.names
        if any(fold(word).lower() in unknown for word in content_words(name))
    ]


def _ask_back(ask: str, people: Sequence[str]) -> Doubt:
    named = f" It could be {' or '.join(people)}." if people else ""
    return Doubt(lead=f"{ask}{named} Please name the person.", ambiguous=True)
