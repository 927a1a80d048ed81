"""The ways to write a day, a month or a stretch of days in the languages of wordings.

An answer writes "on 14 March 2024"; a model may write "March 14, 2024" or "am 14. März 2024".
"""

from __future__ import annotations

import re
from functools import cache
from itertools import product

from index.date_words import MONTH_NAMES
from qa.telling.wording_words import LANGUAGES, Language


@cache
def ways_to_write(when: str | None, code: str) -> tuple[str, ...]:
    """The ways to write a day of `tell_when` in a language, without "on" and "in"."""
    if when is None:
        return ("",)
    language = LANGUAGES[code]
    kind, _, rest = when.partition(" ")
    if kind == "between":
        first, _, last = rest.partition(" and ")
        ends = list(product(_short(first, language), _day(last, language)))
        return tuple(w.format(a=a, b=b) for w in language.between for a, b in ends)
    if kind in ("from", "until"):
        ways = language.since if kind == "from" else language.until
        return tuple(way.format(a=a) for way in ways for a in _day(rest, language))
    return _day(rest, language)


def _day(text: str, language: Language) -> tuple[str, ...]:
    """The ways to write a day, a month or a year that is written in English."""
    months = language.months.split()
    parts = text.split()
    if len(parts) == 1:
        return (text,)
    month = MONTH_NAMES.index(parts[-2])
    if len(parts) == 2:
        return tuple(w.format(m=months[month], y=parts[-1]) for w in language.month)
    day = int(parts[0])
    return tuple(
        w.format(d=day, m=months[month], y=parts[-1], o=_ordinal(day), mm=f"{month + 1:02}",
                 dd=f"{day:02}")
        for w in language.day
    )  # fmt: skip


def _short(text: str, language: Language) -> tuple[str, ...]:
    """The ways to write the first day of two, which may lack the month or the year."""
    parts = text.split()
    if len(parts) == 3:
        return _day(text, language)
    stop = "." if "{d}." in language.day[0] else ""
    if len(parts) == 1:
        return (f"{text}{stop}",)
    month = language.months.split()[MONTH_NAMES.index(parts[1])]
    return tuple(
        re.sub(r",? (?:de |del )?\d{4}$", "", way)
        for way in _day(f"{text} 2000", language)
        if month in way and way.endswith("2000")
    )


def _ordinal(day: int) -> str:
    ending = {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th") if day not in (11, 12, 13) else "th"
    return f"{day}{ending}"
