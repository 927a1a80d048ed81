"""The day that clues leave: their intersection, and how it is told, step by step.

Chambers, "Labeling Documents with Timestamps" (ACL 2012), dates documents by what time expressions
imply of the day of writing; here the constraints are intersected, and what they do not settle is
left open: a year is never chosen because it is likelier.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from index.dating_clues import Clue
from index.dating_days import FIRST, LAST, Days
from index.dating_words import count_years, join, say_day, say_month_day
from index.records import When

MOST_DAYS = 12  # single days told one by one
LONGEST_SPAN = 10 * 366  # days between first and last: what is wider is no date
FEW = 7  # days of a year, on which clues agree to the week


class Weighed(NamedTuple):
    """What clues leave, and those that took something away, in order; `against` says what was
    dropped.

    `days` is empty where hard clues contradict each other; `used` are then these.
    """

    days: Days
    used: tuple[Clue, ...]
    against: tuple[Clue, ...] = ()


def weigh(clues: Sequence[Clue]) -> Weighed:
    """Hard clues first, then the soft ones if all of them agree, then the near ones."""
    hard = [clue for clue in clues if clue.weight == "hard"]
    days, used = _narrow(Days.everywhere(), hard)
    if not days.size():
        return Weighed(days, tuple(hard))
    soft = [clue for clue in clues if clue.weight == "soft"]
    narrower, also = _narrow(days, soft)
    against: tuple[Clue, ...] = ()
    if narrower.size():
        days, used = narrower, (*used, *also)
    else:
        against = tuple(soft)
    for clue in clues:
        left = _within_years(days, clue.days) if clue.weight == "near" else days
        if left != days:
            days, used = left, (*used, clue)
    return Weighed(days, used, against)


def _narrow(days: Days, clues: Sequence[Clue]) -> tuple[Days, tuple[Clue, ...]]:
    used: list[Clue] = []
    for clue in clues:
        left = days.common(clue.days)
        if left != days:
            days, used = left, [*used, clue]
    return days, tuple(used)


def _within_years(days: Days, near: Days) -> Days:
    """The days that a near clue has too; it takes no year away where few days of it were left.

    That a dateline's day does not fit the weekday of the lead rules out no year: 3 of 100 leads
    are old.
    """
    both = days.common(near)
    if not both.size():
        return days
    for year in days.years():
        those = days.in_year(year)
        if those.size() <= FEW and not those.common(near).size():
            both = both.either(those)
    return both


def tell(weighed: Weighed, basis: str) -> When | None:
    """The day, set or span that is left; None for a contradiction, and where all is open."""
    if not weighed.days.size() or not weighed.used:
        return None
    first, last = weighed.days.first(), weighed.days.last()
    if weighed.days.size() == 1:
        return _when(f"?{first.isoformat()}", first, last, "day", basis, weighed)
    if weighed.days.size() <= MOST_DAYS and not weighed.days.is_span():
        edtf = f"[{','.join(map(_span, weighed.days.runs()))}]"
        return _when(edtf, first, last, "set", basis, weighed)
    if (last - first).days <= LONGEST_SPAN:
        return _when(
            f"[{first.isoformat()}..{last.isoformat()}]", first, last, "interval", basis, weighed
        )
    return None


def explain(weighed: Weighed) -> str:
    """How the clues were put together and what they leave, in words."""
    told = [clue.words for clue in weighed.used]
    if not weighed.days.size():
        return f"the clues contradict each other, so no date is given: {'; '.join(told)}"
    if weighed.against:
        dropped = join([clue.words for clue in weighed.against])
        told.append(f"left aside, as it does not agree with these: {dropped}")
    return f"no full date is printed; {'; '.join([*told, f'that leaves {say_days(weighed.days)}'])}"


def say_days(days: Days) -> str:
    """A set of days in words, as short as it goes."""
    years = days.years()
    if days.is_span():
        return _say_run(days.first(), days.last())
    if days.size() == len(years):
        same = {(day.month, day.day) for day, _ in days.runs()}
        if len(same) == 1:
            return (
                f"{say_month_day(*same.pop())} of {count_years(years)}, which nothing tells apart"
            )
    if days.size() <= MOST_DAYS:
        return join([_say_run(*run) for run in days.runs()], "or")
    return f"days in {count_years(years)}, which nothing tells apart"


def _say_run(first: date, last: date) -> str:
    if first == last:
        return say_day(first)
    if first == FIRST and last == LAST:
        return "all open"
    if first == FIRST:
        return f"any day up to {say_day(last)}"
    if last == LAST:
        return f"any day from {say_day(first)} on"
    return f"{say_day(first)} to {say_day(last)}"


def _span(run: tuple[date, date]) -> str:
    first, last = run
    return first.isoformat() if first == last else f"{first.isoformat()}..{last.isoformat()}"


def _when(edtf: str, first: date, last: date, precision: str, basis: str, weighed: Weighed) -> When:
    return When(
        edtf=edtf, earliest=first, latest=last, precision=precision,
        basis=basis, derivation=explain(weighed),
    )  # fmt: skip
