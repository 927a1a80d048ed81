"""`recognizers`: English phrases for days and ranges of days with their resolution, with `--data`.

The cases of Recognizers-Text (Microsoft) of the types `date` and `daterange` that have a
resolution and are not marked as unsupported for Python. The kinds in
`eval/recognizers_left_out.py` are named and not scored. Half of the cases are closed: scored,
never shown.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from eval.measures import overlaps
from eval.recognizers_left_out import left_out_kind
from eval.suite import (
    CLOSED,
    Contender,
    Item,
    Meter,
    Opened,
    Ready,
    Setup,
    Shown,
    Suite,
    digest_texts,
    half_of,
    mean,
    not_for,
)
from index.date_records import TimeExpression
from index.dates import find_dates
from index.dating import day_when
from index.records import Record

SYSTEM = "dateline"
KINDS = ("date", "daterange")
NO_DAY = "0001-01-01"  # how the cases write a day that the calendar has not
Bounds = tuple[str | None, str | None]


class Phrase(Record):
    """A phrase in a sentence, its reference day, and the resolutions that are right."""

    id: str
    split: str
    sentence: str
    reference: date
    kind: str
    text: str
    start: int
    end: int
    values: tuple[Bounds, ...]


@contextmanager
def open_suite(setup: Setup, meter: Meter) -> Iterator[Opened]:
    """Every phrase of the cases, under `file-number-place`."""
    phrases = read_phrases(setup.find("recognizers_text/datetime_en.jsonl"))
    ready = Ready(score=lambda id: score(phrases[id]))
    contender = Contender(SYSTEM, tuple(phrases), lambda: nullcontext(ready))
    wanted = (contender,) if SYSTEM in setup.systems else ()
    yield Opened(digest=digest_texts(one.sentence for one in phrases.values()), contenders=wanted)


def read_phrases(path: Path) -> dict[str, Phrase]:
    """The phrases that can be scored, by id."""
    cases = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    phrases = [phrase for case in cases if _usable(case) for phrase in _phrases(case)]
    return {phrase.id: phrase for phrase in phrases}


def _usable(case: dict[str, Any]) -> bool:
    unsupported = (case["not_supported"] or "") + (case["not_supported_by_design"] or "")
    return bool(case["ref"]) and "python" not in unsupported


def _phrases(case: dict[str, Any]) -> Iterator[Phrase]:
    id = f"{case['file']}-{case['n']}"
    for result in case["results"]:
        kind = (result.get("TypeName") or result.get("Type") or "").split(".")[-1]
        values = tuple(bounds for bounds in _values(result) if any(bounds))
        if kind in KINDS and values:
            start = result["Start"]
            end = result["End"] + 1 if "End" in result else start + result["Length"]
            yield Phrase(
                id=f"{id}-{start}", split=half_of(id), sentence=case["input"], kind=kind,
                reference=date.fromisoformat(case["ref"][:10]), text=result["Text"],
                start=start, end=end, values=values,
            )  # fmt: skip


def _values(result: dict[str, Any]) -> Iterator[Bounds]:
    """First and last day of each resolution, as it is written in either form of the cases."""
    told = result.get("Resolution") or result.get("Value") or {}
    for value in told.get("values") or ():
        day = value.get("value")
        yield (day, day) if day else (value.get("start"), value.get("end"))
    for name in ("PastResolution", "FutureResolution"):
        value = told.get(name) or {}
        day = value.get("date")
        yield (day, day) if day else (value.get("startDate"), value.get("endDate"))


def score(phrase: Phrase) -> Item:
    """1 where an expression that overlaps the phrase has one of its resolutions."""
    published = day_when(phrase.reference, "given", "given")
    found = [
        one
        for one in find_dates(phrase.sentence, published)
        if overlaps(one.start, one.end, phrase.start, phrase.end)
    ]
    right = any(agrees(one, phrase) for one in found)
    shown = Shown(
        asked=f"{phrase.reference}: {phrase.sentence}",
        gold=f"{phrase.text} = {phrase.values}",
        answer="; ".join(f"{one.text} = {one.edtf}" for one in found) or "nothing",
    )
    return Item(
        id=phrase.id, split=phrase.split, kind=phrase.kind, scores=(_score(phrase, right),),
        shown=None if phrase.split == CLOSED else shown,
    )  # fmt: skip


def _score(phrase: Phrase, right: bool) -> Any:
    reason = left_out_kind(phrase.text)
    if phrase.values[0][0] == NO_DAY:
        reason = "a day that the calendar has not"
    return not_for("resolved", reason) if reason else mean("resolved", right)


def agrees(one: TimeExpression, phrase: Phrase) -> bool:
    """Whether an expression has one of a phrase's resolutions.

    The cases leave out the last day of a range, and begin what is "after" a day with that day: both
    readings of a bound count, as what they name is the same.
    """
    if one.edtf is None:
        return False
    if phrase.kind == "date":
        known = {one.edtf.rstrip("~")}
        if one.earliest and one.earliest == one.latest:
            known.add(one.earliest.isoformat())
        return any(value[0] in known for value in phrase.values)
    starts, ends = _starts(one), _ends(one)
    return any(start in starts and end in ends for start, end in phrase.values)


def _starts(one: TimeExpression) -> set[str | None]:
    if one.earliest is None:
        return {None}
    days = [one.earliest]
    if one.latest is None and one.earliest > date.min:
        days.append(one.earliest - timedelta(days=1))
    return {day.isoformat() for day in days}


def _ends(one: TimeExpression) -> set[str | None]:
    if one.latest is None:
        return {None}
    days = [one.latest, one.latest.replace(day=1)]  # a range "to June" ends where June begins
    if one.latest < date.max:
        days.append(one.latest + timedelta(days=1))
    return {day.isoformat() for day in days}


SUITE = Suite("recognizers", "English phrases for days, resolved", open_suite)
