"""Bootstrap intervals (Efron 1979): percentiles of a measure over items drawn with replacement.

The same draws serve every measure and system, so differences are paired. Seeded: a record can be
computed again. Items are taken as independent; questions on one article are not quite.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

DRAWS = 2000
SEED = 20190315
OUTSIDE = 5.0  # per cent left out, half on either side: a 95 % interval

Floats = NDArray[np.float64]


class Share(NamedTuple):
    """The items of one measure for one system: parts and wholes in the same order."""

    parts: Sequence[float]
    wholes: Sequence[float]


class Interval(NamedTuple):
    """The ends of a 95 % interval; None where there is nothing to draw from."""

    low: float | None
    high: float | None


NONE = Interval(None, None)


def ratio(share: Share) -> float | None:
    """The sum of the parts over the sum of the wholes; None where that is nothing."""
    whole = sum(share.wholes)
    return sum(share.parts) / whole if whole else None


def ratio_interval(share: Share) -> Interval:
    """The interval of `ratio`."""
    return _ends(_drawn(share))


def difference_interval(one: Share, other: Share) -> Interval:
    """The interval of the difference of two ratios over the same items, drawn together."""
    return _ends(_drawn(one) - _drawn(other))


def quantile(values: Sequence[float], at: float) -> float:
    """The value below which the share `at` of the values lies, interpolated."""
    return float(np.quantile(np.asarray(values), at))


def quantile_interval(values: Sequence[float], at: float) -> Interval:
    """The interval of a quantile."""
    if not values:
        return NONE
    drawn = np.random.default_rng(SEED).choice(np.asarray(values), (DRAWS, len(values)))
    return _ends(np.quantile(drawn, at, axis=1))


def _drawn(share: Share) -> Floats:
    """The ratio of every draw; not a number where a draw has no whole."""
    times = _times(len(share.parts))
    wholes = times @ np.asarray(share.wholes, dtype=float)
    parts = times @ np.asarray(share.parts, dtype=float)
    drawn: Floats = np.divide(parts, wholes, out=np.full(DRAWS, np.nan), where=wholes > 0)
    return drawn


@lru_cache(maxsize=64)
def _times(items: int) -> Floats:
    """How often each item is drawn: shape (draws, items)."""
    if not items:
        return np.zeros((DRAWS, 0))
    even = np.full(items, 1 / items)
    return np.random.default_rng(SEED).multinomial(items, even, size=DRAWS).astype(float)


def _ends(values: Floats) -> Interval:
    held = values[~np.isnan(values)]
    if not len(held):
        return NONE
    low, high = np.percentile(held, [OUTSIDE / 2, 100 - OUTSIDE / 2])
    return Interval(float(low), float(high))
