"""Fits qa/passages/confidence.py, tune and check: `python -m eval.fit_confidence ARCHIVE`.

Prints the weights, and how well they hold on the questions that they were not fitted on. Questions
that are asked back, and those that the meetings answer, have no say; closed ones are not read.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import date

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from eval.cases import DECLINED, Case, read_cases
from eval.reliability import FITTED, read_bins
from index.archive import Archive
from index.records import Outcome, Record
from qa.passages.confidence import WEIGHTS, Signals
from qa.passages.decide import decide
from qa.passages.rank import rank_sentences
from qa.passages.retrieve import retrieve
from qa.question.looked_for import read_question

PULL = 0.001  # towards zero; best of 0.001, 0.005, 0.02 by likelihood in cross-validation
ASKED_ON = date(2026, 1, 1)
OPEN = ("tune", "check", "open")  # splits of questions about what passages tell
Floats = NDArray[np.float64]


class Task(Record):
    """What a decision looked at, and whether the archive answers the question."""

    signals: Signals
    answers: bool


def make_task(archive: Archive, case: Case) -> Task | None:
    """The decision on a case by its passages; None where there is nothing to look at."""
    read = read_question(
        case.question, asked_on=case.asked_on or ASKED_ON, as_of=case.as_of,
        sources=archive.sources(),
    )  # fmt: skip
    decision = decide(archive, read, rank_sentences(archive, read, retrieve(archive, read)))
    if decision.signals is None:
        return None
    return Task(signals=decision.signals, answers=case.outcome not in DECLINED)


def fit(tasks: Sequence[Task]) -> Floats:
    """The bias and the weights under which the tasks are likeliest."""
    rows = np.array([[1.0, *task.signals.values().values()] for task in tasks])
    signs = np.array([1.0 if task.answers else -1.0 for task in tasks])

    def loss(weights: Floats) -> float:
        missed = np.logaddexp(0.0, -signs * (rows @ weights)).mean()
        return float(missed + PULL * weights[1:] @ weights[1:])

    return np.asarray(minimize(loss, np.zeros(rows.shape[1]), method="L-BFGS-B").x)


def main(folder: str) -> None:
    """Prints the fit for the archive in `folder`, which must hold eval/articles."""
    cases = [c for c in read_cases() if c.split in OPEN and c.outcome is not Outcome.AMBIGUOUS]
    with Archive.open(folder) as archive:
        made = [(case.split, make_task(archive, case)) for case in cases]
    tasks = [(split, task) for split, task in made if task]
    weights = fit([task for split, task in tasks if split in FITTED])
    print(dict(zip(("bias", *WEIGHTS), weights.round(2).tolist(), strict=True)))
    held = [task for split, task in tasks if split not in FITTED]
    rows = np.array([[1.0, *task.signals.values().values()] for task in held])
    sure = (1 / (1 + np.exp(-rows @ weights))).tolist()
    found = read_bins([(p, task.answers) for p, task in zip(sure, held, strict=True)])
    print(f"held back: {len(held)} questions, expected calibration error {found.error:.3f}")


if __name__ == "__main__":
    main(*sys.argv[1:])
