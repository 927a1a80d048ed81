"""When a report says that a meeting is or was: the time expression that belongs to its trigger."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import TYPE_CHECKING

from index.date_records import TimeExpression
from index.date_words import NUMBERS
from index.mention_cues import TELLING, TIMED
from index.records import Record, When

if TYPE_CHECKING:
    from spacy.tokens import Token

DEEP = 12  # steps up a parse that are looked at
# "a day after meeting her", "two weeks before the talks"
COUNTED = re.compile(
    r"\b(?P<count>an?|one|two|three|four|five|six|seven|eight|nine|ten|\d{1,2}) "
    r"(?P<unit>day|week)s? (?P<way>after|following|before|ahead of)\W+(?:\w+\W+){0,4}?$",
    re.IGNORECASE,
)


class Told(Record):
    """When, and the time expressions whose words say so."""

    when: When
    times: tuple[TimeExpression, ...]


def clause_verb(token: Token) -> Token | None:
    """The verb that governs a token, itself where it is one; None without."""
    for _ in range(DEEP):
        if token.pos_ in ("VERB", "AUX"):
            return token
        if token.head == token:
            return None
        token = token.head
    return None


def find_when(trigger: Token, start: int, times: Sequence[TimeExpression]) -> Told | None:
    """The day or days of a meeting; None where its sentence tells none.

    `start` is where the sentence starts in the article. What hangs on the trigger comes first, then
    what hangs on its verb, then on a verb above that does not only report.
    """
    counted = _counted(trigger, start, times)
    if counted:
        return counted
    time = _pick(trigger, start, [t for t in times if t.type != "DURATION" and t.earliest])
    when = time and make_when(time)
    return Told(when=when, times=(time,)) if time and when else None


def find_duration(
    trigger: Token, start: int, times: Sequence[TimeExpression]
) -> TimeExpression | None:
    """How long a meeting lasts, as its sentence tells it; None where it does not."""
    return _pick(trigger, start, [t for t in times if t.type == "DURATION"], furthest=1)


def make_when(time: TimeExpression) -> When | None:
    """The days of a time expression; None for one that has none."""
    if time.edtf is None or time.precision is None:
        return None
    precision = "day" if time.precision == "time" else time.precision
    return When(
        edtf=time.edtf, earliest=time.earliest, latest=time.latest,
        precision=precision, basis=time.basis, derivation=time.derivation,
    )  # fmt: skip


def nearness(trigger: Token, root: Token) -> int | None:
    """How closely a token belongs to a trigger, 0 the closest; None where it does not."""
    own = clause_verb(trigger)
    if root.head == trigger or (root.dep_ in ("pobj", "npadvmod") and root.head.head == trigger):
        return 0
    verb = clause_verb(root.head if root.head != root else root)
    if trigger in root.ancestors and (verb is None or verb in (own, trigger)):
        return 0
    if verb is None or verb == own:
        return 1
    if verb.lemma_ in TELLING or (trigger in verb.ancestors and verb.lemma_ not in TIMED):
        return None  # "talks on the sailors detained last month"
    if own is not None and (verb in own.ancestors or own in verb.ancestors):
        return 2
    return 3 if own is None else None


def _pick(
    trigger: Token, start: int, times: Sequence[TimeExpression], *, furthest: int = 3
) -> TimeExpression | None:
    ranked: list[tuple[int, int, int]] = []
    for number, time in enumerate(times):
        root = _root(trigger, start, time)
        near = nearness(trigger, root) if root is not None else None
        if root is not None and near is not None and near <= furthest:
            ranked.append((near, abs(root.i - trigger.i), number))
    return times[min(ranked)[2]] if ranked else None


def _root(trigger: Token, start: int, time: TimeExpression) -> Token | None:
    first, end = time.start - start, time.end - start
    span = trigger.doc.char_span(first, end, alignment_mode="expand")
    return span.root if span is not None and len(span) else None


def _counted(trigger: Token, start: int, times: Sequence[TimeExpression]) -> Told | None:
    """A day counted from another: "said on Tuesday, a day after meeting her" is a Monday."""
    counted = COUNTED.search(trigger.doc.text[: trigger.idx])
    if not counted or any(_inside(time, start, counted.end(), trigger) for time in times):
        return None
    anchor = next(_anchors(trigger, start, times, counted.start()), None)
    when = anchor and make_when(anchor)
    if not anchor or not when or not when.earliest or when.earliest != when.latest:
        return None
    word = counted["count"].lower()
    days = int(word) if word.isdigit() else NUMBERS.get(word, 1)  # "a day", "an hour"
    step = timedelta(days=days * (7 if counted["unit"].lower() == "week" else 1))
    day = when.earliest + (step if counted["way"].lower() in ("before", "ahead of") else -step)
    said = f"{' '.join(counted[0].split()[:3])} {trigger.text} is {anchor.text} ({when.earliest})"
    told = When(edtf=day.isoformat(), earliest=day, latest=day, precision="day",
                basis=when.basis, derivation=f"{day.isoformat()}: {said}")  # fmt: skip
    return Told(when=told, times=(anchor,))


def _inside(time: TimeExpression, start: int, after: int, trigger: Token) -> bool:
    """Whether a trigger has a day of its own right behind it: "after the talks on Monday"."""
    root = _root(trigger, start, time)
    own = root is not None and trigger in root.ancestors
    return own and time.type != "DURATION" and time.start - start >= after


def _anchors(
    trigger: Token, start: int, times: Sequence[TimeExpression], before: int
) -> Iterator[TimeExpression]:
    """Days told before the count, the nearest first, then those after the trigger."""
    days = [t for t in times if t.type in ("DATE", "TIME") and t.earliest]
    ahead = [t for t in days if t.end - start <= before]
    yield from reversed(ahead)
    yield from (t for t in days if t.start - start > trigger.idx)
