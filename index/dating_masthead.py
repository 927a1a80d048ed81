"""The day or the month that a paper prints above the story, in whatever language it does."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from index.cues import MONTHS, YEAR
from index.date_languages import FOREIGN_DAY, read_foreign_day
from index.dating import WRITTEN_DAY, month_when, read_written_day
from index.dating_days import Days, day_of
from index.records import Article, ZoneKind

LONGEST_MASTHEAD = 600  # code points above the story
PART = re.compile(r"[\r\n|·•]+| / ")  # "LUND DAILY | Friday, 9 July 2021 | World"
WEEKDAY_BEFORE = re.compile(  # "Viernes 9 de julio"; no "Until 9 July"
    r"^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|tue|wed|thu|fri|sat|sun)\.?|"
    r"lunes|martes|mi[ée]rcoles|jueves|viernes|s[áa]bado|domingo|(?:segunda|ter[çc]a|quarta|quinta|"
    r"sexta)(?:-feira)?|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|"
    r"(?:luned|marted|mercoled|gioved|venerd)[ìi]|sabato|domenica|"
    r"(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|sonnabend|(?:maan|dins|woens|donder|vrij|"
    r"zater|zon)dag|mandag|måndag|tirsdag|tisdag|onsdag|torsdag|fredag|l[øö]rdag|"
    r"s[øö]ndag),? (?=\d|[A-Z])",
    re.IGNORECASE,
)
ISSUE = re.compile(  # "No. 31, July 2021. For subscribers"
    rf"(?:no|nr|issue|vol|volume)\b\.? ?\d{{1,4}},? (?P<month>{'|'.join(MONTHS)})\.? "
    rf"(?P<year>{YEAR})\b",
    re.IGNORECASE,
)


ABOVE = "above the story stands “{}”"


class Printed(NamedTuple):
    """The days that a part of a masthead leaves, and why, in words."""

    days: Days
    words: str


def read_masthead(article: Article) -> Iterator[Printed]:
    """The days in the lines above an article's story, each part of a line by itself."""
    bodies = (zone.start for zone in article.zones if zone.kind is ZoneKind.BODY)
    above = article.text[: min(next(bodies, 0), LONGEST_MASTHEAD)]
    for part in PART.split(above):
        words = " ".join(part.split())
        day, issue = _read_day(words), ISSUE.match(words)
        if day:
            yield Printed(Days.of([day]), ABOVE.format(words))
        elif issue:
            month = month_when(int(issue["year"]), MONTHS[issue["month"].lower()], "text", words)
            days = Days.between(month.earliest, month.latest)
            yield Printed(days, ABOVE.format(issue[0]))


def _read_day(words: str) -> date | None:
    """The full day that a part of a masthead is; None where it says more than that."""
    bare = WEEKDAY_BEFORE.sub("", words)
    if WRITTEN_DAY.fullmatch(bare):
        return read_written_day(bare)
    foreign = read_foreign_day(bare) if re.fullmatch(FOREIGN_DAY, bare, re.IGNORECASE) else None
    if foreign is None or not (foreign.year and foreign.month and foreign.day):
        return None
    return day_of(foreign.year, foreign.month, foreign.day)
