"""Who met whom, as SVG made here: people on a circle, a line for each two who met.

The layout hangs on the meetings alone, so the same list gives the same picture.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from html import escape
from itertools import combinations
from urllib.parse import urlencode

from index.meeting_records import Meeting
from ui.meeting_table import GOOD, show_person
from ui.show import ROUTE

MOST_PEOPLE = 40  # more names do not fit around the circle
MOST_PAIRS = 25  # in the list beneath
NEAR = 3  # neighbours on the circle that a newcomer is drawn to
RADIUS, ROOM, LETTER = 205, 14, 7  # pixels: of the circle, from it to a name, of a letter at most
LONGEST = 24  # characters of a name on the circle
UNNAMED = "(unnamed)"  # how docs/interface.md tells a holder of an office without a name
RULE = (
    "Two have met where both took part in a meeting that was held or is under way; a meeting "
    "counts once, however many articles tell of it. What was planned, put off, denied or called "
    "off does not count, and who is not named is left out."
)

Pairs = Mapping[tuple[str, str], int]


def count_pairs(meetings: Iterable[Meeting]) -> Counter[tuple[str, str]]:
    """How often two people met, by RULE; the names of a pair are in order."""
    pairs: Counter[tuple[str, str]] = Counter()
    for meeting in meetings:
        if meeting.status in GOOD:
            pairs.update(combinations(sorted(named_in(meeting)), 2))
    return pairs


def named_in(meeting: Meeting) -> set[str]:
    """The names of those who took part, but for unnamed holders of offices."""
    return {p.name for p in meeting.participants if not p.name.endswith(UNNAMED)}


def show_network(meetings: Sequence[Meeting]) -> str:
    """The network as HTML, its rule, and beneath it those who met most."""
    pairs = count_pairs(meetings)
    rule = f"<p class='quiet'>{RULE}</p>"
    if not pairs:
        return f"<p class='none'>Of the meetings that fit, none tells of two who met.</p>{rule}"
    people = pick_people(pairs)
    all_of_them = len({name for pair in pairs for name in pair})
    left = all_of_them - len(people)
    rest = f" Shown are the {len(people)} who met most; {left:,} more met somebody." if left else ""
    drawn = _draw(people, {pair: n for pair, n in pairs.items() if set(pair) <= set(people)})
    return (
        f"<p class='quiet'>{RULE}{rest}</p><div class='scroll' tabindex='0' role='region' "
        f"aria-label='network'>{drawn}</div>{_list_pairs(pairs)}"
    )


def pick_people(pairs: Pairs, most: int = MOST_PEOPLE) -> list[str]:
    """Those who met most, by name where equal, in an order that puts those who met side by side."""
    weights: Counter[str] = Counter()
    for pair, count in pairs.items():
        for name in pair:
            weights[name] += count
    first = set(sorted(weights, key=lambda name: (-weights[name], name))[:most])
    tied = {name for pair in pairs if set(pair) <= first for name in pair}
    left = sorted(tied, key=lambda name: (-weights[name], name))
    placed = left[:1]
    while len(placed) < len(left):
        near = placed[-NEAR:]
        rest = [name for name in left if name not in placed]
        placed.append(max(rest, key=lambda name: _nearness(name, near, pairs)))  # first of equals
    return placed


def _nearness(name: str, near: Sequence[str], pairs: Pairs) -> float:
    """How often somebody met the last on the circle, the very last counting most."""
    return sum(
        place * pairs.get((min(name, other), max(name, other)), 0)
        for place, other in enumerate(near, start=1)
    )


def _draw(people: Sequence[str], pairs: Pairs) -> str:
    spots = {name: _spot(n, len(people)) for n, name in enumerate(people)}
    lines = "".join(_draw_line(pair, count, people, spots) for pair, count in sorted(pairs.items()))
    names = "".join(_draw_name(n, name, len(people), pairs) for n, name in enumerate(people))
    half = RADIUS + ROOM + LETTER * min(LONGEST, max(map(len, people)))
    return (
        f"<svg class='network' width='{2 * half}' height='{2 * half}' "
        f"viewBox='{-half} {-half} {2 * half} {2 * half}' role='group' "
        f"aria-label='Who met whom: {len(people)} people'>{lines}{names}</svg>"
    )


def _spot(n: int, of: int) -> tuple[float, float]:
    turn = 2 * math.pi * n / of
    return RADIUS * math.sin(turn), -RADIUS * math.cos(turn)


def _draw_line(
    pair: tuple[str, str],
    count: int,
    people: Sequence[str],
    spots: Mapping[str, tuple[float, float]],
) -> str:
    """A bow towards the middle, the wider the more often they met."""
    (x1, y1), (x2, y2) = (spots[name] for name in pair)
    ends = " ".join(f"p{people.index(name)}" for name in pair)
    told = escape(f"{pair[0]} and {pair[1]}: {say_times(count)}")
    bow = f"M{x1:.1f} {y1:.1f}Q{(x1 + x2) / 4:.1f} {(y1 + y2) / 4:.1f} {x2:.1f} {y2:.1f}"
    width = min(9.0, 1 + 1.5 * math.log2(count))
    look = f"class='tie {ends}' d='{bow}' stroke-width='{width:.1f}'"
    return f"<path {look}><title>{told}</title></path>"


def _draw_name(n: int, name: str, of: int, pairs: Pairs) -> str:
    """A name that reads outwards, and leads to its page."""
    x, y = _spot(n, of)
    out = (RADIUS + ROOM) / RADIUS
    right = n * 2 <= of
    turn = 360 * n / of - (90 if right else 270)
    shown = name if len(name) <= LONGEST else f"{name[: LONGEST - 1]}…"
    met = sum(name in pair for pair in pairs)
    told = escape(f"{name}: met {met} of those shown")
    to = escape(f"{ROUTE}/person?{urlencode({'name': name})}")
    return (
        f"<a class='goes who' data-into='people' data-tab='People' href='{to}' data-node='p{n}' "
        f"aria-label='{told}'><circle cx='{x:.1f}' cy='{y:.1f}' r='5'/>"
        f"<text text-anchor='{'start' if right else 'end'}' dominant-baseline='middle' "
        f"transform='translate({x * out:.1f} {y * out:.1f}) rotate({turn:.1f})'>"
        f"{escape(shown)}</text></a>"
    )


def _list_pairs(pairs: Pairs) -> str:
    """The same in words, for those who cannot see lines."""
    ranked = sorted(pairs.items(), key=lambda item: (-item[1], item[0]))[:MOST_PAIRS]
    rows = "".join(_show_pair(pair, count) for pair, count in ranked)
    return (
        "<h3>Who met most often</h3><table class='listed pairs'><thead><tr>"
        f"<th scope='col'>Who</th><th scope='col'>and</th><th scope='col'>met</th>"
        f"</tr></thead><tbody>{rows}</tbody></table>"
    )


def _show_pair(pair: tuple[str, str], count: int) -> str:
    one, other = (f"<td dir='auto'>{show_person(name)}</td>" for name in pair)
    return f"<tr>{one}{other}<td>{link_meetings(pair, say_times(count))}</td></tr>"


def link_meetings(people: Iterable[str], words: str) -> str:
    """A link that lists the meetings in which all of these took part."""
    sets = escape(urlencode({"who": "; ".join(people), "view": "list"}))
    return (
        f"<a class='sets' href='#meetings' data-form='meetings' data-tab='Meetings' data-clear "
        f"data-set='{sets}'>{escape(words)}</a>"
    )


def say_times(count: int) -> str:
    """How often, in words."""
    return "once" if count == 1 else f"{count:,} times"
