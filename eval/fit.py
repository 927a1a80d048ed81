"""Fits the weights of qa/passages/rank.py on the tuning questions: `python -m eval.fit ARCHIVE`.

Softmax regression: the gold sentences of a question against all its other candidates. Prints the
weights, and how often a gold sentence comes first, cross-validated on the tuning questions and on
the open ones. The closed questions are not read.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import date

import numpy as np
from numpy.typing import NDArray
from pydantic import ConfigDict
from scipy.optimize import minimize

from eval.cases import Case, Place, find_gold, read_cases
from eval.measures import overlaps
from index.archive import Archive
from index.records import Outcome, Record
from qa.passages.rank import WEIGHTS, Candidate, rank_sentences
from qa.passages.retrieve import retrieve
from qa.question.looked_for import read_question

ALL = 10_000  # candidates: more than any question has
FOLDS = 8
PULL = 0.005  # towards zero; best of 0.002, 0.005, 0.02 in cross-validation
ASKED_ON = date(2026, 1, 1)
Floats = NDArray[np.float64]


class Task(Record):
    """One question's candidates as a matrix of features, and which of them are gold."""

    model_config = ConfigDict(arbitrary_types_allowed=True, frozen=True)
    features: Floats
    gold: NDArray[np.bool_]


def make_task(archive: Archive, case: Case) -> Task | None:
    """The task of a question; None where no gold sentence is among the candidates."""
    question = read_question(case.question, asked_on=case.asked_on or ASKED_ON)
    candidates = rank_sentences(archive, question, retrieve(archive, question), most=ALL)
    places = find_gold(archive, case)
    gold = np.array([is_gold(candidate, places) for candidate in candidates], dtype=bool)
    rows = [[candidate.features[name] for name in WEIGHTS] for candidate in candidates]
    return Task(features=np.array(rows), gold=gold) if gold.any() else None


def is_gold(candidate: Candidate, places: Sequence[Place]) -> bool:
    """Whether a candidate is one of the sentences that answer."""
    sentence = candidate.sentence
    return any(
        sentence.article_id == place.article_id
        and overlaps(sentence.start, sentence.end, place.start, place.end)
        for place in places
    )


def fit_weights(tasks: Sequence[Task]) -> Floats:
    """The weights under which the gold sentences are likeliest."""

    def loss(weights: Floats) -> tuple[float, Floats]:
        total, slope = PULL * float(weights @ weights), 2 * PULL * weights
        for task in tasks:
            scores = task.features @ weights
            all_, gold = _softmax(scores), _softmax(scores[task.gold])
            total += (_log_sum(scores) - _log_sum(scores[task.gold])) / len(tasks)
            slope += (all_ @ task.features - gold @ task.features[task.gold]) / len(tasks)
        return total, slope

    return np.asarray(minimize(loss, np.zeros(len(WEIGHTS)), jac=True, method="L-BFGS-B").x)


def first_ranks(tasks: Sequence[Task], weights: Floats) -> list[int]:
    """The rank of the best gold sentence of each task."""
    return [
        1 + int((task.features @ weights > (task.features @ weights)[task.gold].max()).sum())
        for task in tasks
    ]


def cross_validate(tasks: Sequence[Task]) -> list[int]:
    """The ranks of the gold sentences, each from weights that were fitted without its fold."""
    ranks: list[int] = []
    for fold in range(FOLDS):
        kept = [task for at, task in enumerate(tasks) if at % FOLDS != fold]
        ranks += first_ranks(tasks[fold::FOLDS], fit_weights(kept))
    return ranks


def main(folder: str) -> None:
    """Prints the fit for the archive in `folder`, which must hold eval/articles."""
    cases = [case for case in read_cases() if case.outcome is Outcome.ANSWERED]
    with Archive.open(folder) as archive:
        made = {
            split: [make_task(archive, case) for case in cases if case.split == split]
            for split in ("tune", "open")
        }
    tune, opened = ([task for task in made[split] if task] for split in ("tune", "open"))
    weights = fit_weights(tune)
    print({name: round(float(w), 1) for name, w in zip(WEIGHTS, weights, strict=True)})
    current = np.array(list(WEIGHTS.values()))
    for name, ranks, asked in (
        ("tune, cross-validated", cross_validate(tune), len(made["tune"])),
        ("open, weights of tune", first_ranks(opened, weights), len(made["open"])),
        ("tune, weights as they stand", first_ranks(tune, current), len(made["tune"])),
        ("open, weights as they stand", first_ranks(opened, current), len(made["open"])),
    ):
        first, third = (sum(rank <= k for rank in ranks) / asked for k in (1, 3))
        print(f"{name}: first {first:.2f}, among three {third:.2f} of {asked}")


def _softmax(scores: Floats) -> Floats:
    raised = np.exp(scores - scores.max())
    return np.asarray(raised / raised.sum())


def _log_sum(scores: Floats) -> float:
    return float(scores.max() + np.log(np.exp(scores - scores.max()).sum()))


if __name__ == "__main__":
    main(*sys.argv[1:])
