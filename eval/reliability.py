"""How far a system may be believed when it says how sure it is that the archive answers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from eval.cases import DECLINED
from eval.suite import Item
from index.records import Record

BINS = 5
FITTED = frozenset(
    {"tune", "check"}
)  # splits that the score was fitted on: they prove nothing of it
SILENT = frozenset(outcome.value for outcome in DECLINED)


class Bin(Record):
    """Questions about which a system was about as sure: how sure, and the share answerable."""

    said: float
    share: float
    cases: int


class Reliability(Record):
    """The bins that hold questions, and the expected calibration error over them.

    The mean of the gaps between what was said and what was so, each bin by its share of the
    questions (Naeini, Cooper and Hauskrecht, AAAI 2015). `precision` and `recall` are those of
    declining among these questions; None where nothing was declined, or nothing should have been.
    """

    bins: tuple[Bin, ...]
    error: float
    cases: int
    precision: float | None = None
    recall: float | None = None


def read_bins(pairs: Iterable[tuple[float, bool]], count: int = BINS) -> Reliability:
    """The reliability of some probabilities with what came of each."""
    told = list(pairs)
    groups = [[p for p in told if min(count - 1, int(p[0] * count)) == at] for at in range(count)]
    bins = tuple(_bin(group) for group in groups if group)
    gaps = sum(one.cases * abs(one.said - one.share) for one in bins)
    return Reliability(bins=bins, error=gaps / len(told) if told else 0.0, cases=len(told))


def read_reliability(items: Sequence[Item]) -> Reliability | None:
    """That of a system on what it was not fitted on; None where it never says how sure it is."""
    sure = [i for i in items if i.confidence is not None and i.outcome and i.split not in FITTED]
    if not sure:
        return None
    found = read_bins((i.confidence or 0.0, i.outcome not in SILENT) for i in sure)
    silent = [i.outcome in SILENT for i in sure if _declined(i)]
    missing = [_declined(i) for i in sure if i.outcome in SILENT]
    return found.model_copy(update={"precision": _share(silent), "recall": _share(missing)})


def _declined(item: Item) -> bool:
    return item.label in SILENT or item.label == "declined"


def _bin(group: Sequence[tuple[float, bool]]) -> Bin:
    said = sum(confidence for confidence, _ in group) / len(group)
    return Bin(said=said, share=sum(so for _, so in group) / len(group), cases=len(group))


def _share(flags: Sequence[bool]) -> float | None:
    return sum(flags) / len(flags) if flags else None
