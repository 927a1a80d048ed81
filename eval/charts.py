"""Plots for the report, as inline SVG: no script, no font, no picture from anywhere.

What comes back is safe markup: every text that goes into it is escaped on its way.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import floor, log10

from markupsafe import Markup

WIDTH, HEIGHT = 360, 220
LEFT, RIGHT, TOP, BOTTOM = 44, 12, 10, 38
Points = Sequence[tuple[float, float]]
Axes = tuple[str, str]  # what goes across, what goes up


def plot_lines(
    lines: Mapping[str, Points], axes: Axes, colours: Sequence[str], *, log: bool = False
) -> Markup:
    """A line for each system, in the colour of its place in `colours`.

    `axes` names what goes across and what goes up; with `log` the first is logarithmic.
    """
    across, up = axes
    xs = [x for points in lines.values() for x, _ in points]
    ys = [y for points in lines.values() for _, y in points]
    ticks_x = powers(min(xs), max(xs)) if log else round_steps(max(xs))
    ticks_y = round_steps(max(ys))
    place_x = _Axis(ticks_x[0], ticks_x[-1], LEFT, WIDTH - RIGHT, log)
    place_y = _Axis(ticks_y[0], ticks_y[-1], HEIGHT - BOTTOM, TOP, False)
    drawn = [
        Markup('<polyline class="line s{}" points="{}"><title>{}</title></polyline>').format(
            colours.index(name),
            " ".join(f"{place_x(x):.1f},{place_y(y):.1f}" for x, y in points),
            name,
        )
        for name, points in lines.items()
    ]
    return _frame([*_axes(place_x, place_y, (ticks_x, ticks_y), axes), *drawn], f"{up}, {across}")


def plot_reliability(points: Points) -> Markup:
    """Confidence said against the share of questions so told that the archive answers.

    A system that may be believed lies on the diagonal.
    """
    place_x = _Axis(0, 1, LEFT, WIDTH - RIGHT, False)
    place_y = _Axis(0, 1, HEIGHT - BOTTOM, TOP, False)
    ticks = [0.0, 0.25, 0.5, 0.75, 1.0]
    diagonal = Markup(
        '<line class="grid" x1="{:.1f}" y1="{:.1f}" x2="{:.1f}" y2="{:.1f}"/>'
    ).format(place_x(0), place_y(0), place_x(1), place_y(1))
    dots = [
        Markup('<circle class="dot s0" cx="{:.1f}" cy="{:.1f}" r="4"/>').format(
            place_x(x), place_y(y)
        )
        for x, y in points
    ]
    axes = _axes(place_x, place_y, (ticks, ticks), ("confidence said", "share answerable"))
    return _frame([*axes, diagonal, *dots], "share answerable against confidence said")


def round_steps(most: float) -> list[float]:
    """Round numbers from 0 to just beyond `most`: 0, 20, 40, 60 for 47."""
    if most <= 0:
        return [0.0, 1.0]
    rough = most / 3
    power = 10.0 ** floor(log10(rough))
    step = next(power * nice for nice in (1, 2, 5, 10) if power * nice >= rough)
    count = int(-(-most // step))
    return [round(step * n, 10) for n in range(count + 1)]


def powers(least: float, most: float) -> list[float]:
    """Powers of ten from below `least` to above `most`."""
    first = floor(log10(max(least, 1e-6)))
    last = max(first + 1, -floor(-log10(max(most, 1e-6))))
    return [10.0**power for power in range(first, last + 1)]


class _Axis:
    """Where a value lies on the picture."""

    def __init__(self, low: float, high: float, start: float, end: float, log: bool) -> None:
        self._log, self._start, self._end = log, start, end
        self._low, self._high = self._scale(low), self._scale(high)

    def __call__(self, value: float) -> float:
        share = (self._scale(value) - self._low) / (self._high - self._low)
        return self._start + share * (self._end - self._start)

    def _scale(self, value: float) -> float:
        return log10(max(value, 1e-6)) if self._log else value


def _axes(
    place_x: _Axis, place_y: _Axis, ticks: tuple[Sequence[float], Sequence[float]], names: Axes
) -> list[Markup]:
    """The grid with its numbers, and the names of the two axes."""
    down, (across, up) = HEIGHT - BOTTOM, names
    return [
        *(_column(place_x(x), x) for x in ticks[0]),
        *(_row(place_y(y), y) for y in ticks[1]),
        Markup('<text x="{}" y="{}" text-anchor="middle">{}</text>').format(
            (LEFT + WIDTH - RIGHT) / 2, HEIGHT - 5, across
        ),
        Markup(
            '<text x="10" y="{0}" text-anchor="middle" transform="rotate(-90 10 {0})">{1}</text>'
        ).format((TOP + down) / 2, up),
    ]


def _column(place: float, value: float) -> Markup:
    down = HEIGHT - BOTTOM
    return Markup(
        '<line class="grid" x1="{0:.1f}" y1="{1}" x2="{0:.1f}" y2="{2}"/>'
        '<text x="{0:.1f}" y="{3}" text-anchor="middle">{4}</text>'
    ).format(place, TOP, down, down + 14, _short(value))


def _row(place: float, value: float) -> Markup:
    return Markup(
        '<line class="grid" x1="{0}" y1="{1:.1f}" x2="{2}" y2="{1:.1f}"/>'
        '<text x="{3}" y="{4:.1f}" text-anchor="end">{5}</text>'
    ).format(LEFT, place, WIDTH - RIGHT, LEFT - 6, place + 3.5, _short(value))


def _frame(parts: Sequence[Markup], told: str) -> Markup:
    inside = Markup("").join(parts)
    return Markup('<svg viewBox="0 0 {} {}" role="img" aria-label="{}">{}</svg>').format(
        WIDTH, HEIGHT, told, inside
    )


def _short(value: float) -> str:
    return f"{value / 1000:g} k" if value >= 1000 else f"{value:g}"
