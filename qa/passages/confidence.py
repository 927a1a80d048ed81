"""How sure it is that an archive answers a question from its passages, as a probability.

A logistic regression over what `decide` looked at, fitted on the splits tune and check
(`python -m eval.fit_confidence`); docs/measurements.md has its reliability on the others.
"""

from __future__ import annotations

from math import exp

from index.records import Record

WEIGHTS = {
    "doubt": -2.3,
    "fits": 0.75,
    "unknown": -1.6,
}
BIAS = 1.3
LEAST_SURE = 0.5  # below it the archive is taken to be silent


class Signals(Record):
    """What tells whether the best sentences answer.

    `doubt`: some rule speaks against it; `fits`: the best sentence holds the kind of thing asked
    for; `unknown`: a name of the question stands nowhere. The ranking's own score and
    the share of the names near the sentence added nothing on the tuning questions.
    """

    doubt: bool
    fits: bool
    unknown: bool

    def values(self) -> dict[str, float]:
        """Each signal by name, 0 to 1."""
        return {name: float(getattr(self, name)) for name in WEIGHTS}


def confidence_of(signals: Signals) -> float:
    """The probability that the archive answers, between 0 and 1."""
    values = signals.values()
    return 1 / (1 + exp(-BIAS - sum(weight * values[name] for name, weight in WEIGHTS.items())))
