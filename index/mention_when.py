"""When a report says that a meeting is or was: the time expression that belongs to its trigger."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from index.date_records import TimeExpression
from index.date_words import NUMBERS
from index.mention_cues import TELLING, TIMED
from index.mention_when_cues import DECIDING, ENDING, FROM, STARTING
from index.mention_when_line import (
    day_beside,
    day_moved,
    first_day,
    has_day_behind,
    is_opening,
    time_behind,
)
from index.mention_when_other import (
    clause_verb,
    is_long_before,
    is_no_day,
    is_of_another,
    is_of_leaving,
    is_of_other_tense,
    is_of_telling,
    is_said_then,
    is_told_by_another,
    is_told_during,
)
from index.records import Record, When
from index.status_said import is_own_clause

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

Times = Sequence[TimeExpression]
NEWS = "news"  # the basis of a time that only the day of writing tells
DETERMINERS = frozenset(["a", "an", "the", "their", "his", "her", "this", "that"])
# "a day after meeting her", "two weeks before the talks"
COUNTED_OFF = re.compile(
    r"\b(?P<count>an?|one|two|three|four|five|six|seven|eight|nine|ten|\d{1,2}) "
    r"(?P<unit>day|week)s? (?P<way>after|following|before|ahead of)\W+(?:\w+\W+){0,4}?$",
    re.IGNORECASE,
)

WIDEST = timedelta(days=3660)  # a decade and a little
JOURNEY = timedelta(days=6)  # from setting out for a meeting to its last day
DAYS = re.compile(r"P(?P<days>[2-9]|1\d)D")


class Told(Record):
    """When, and the time expressions whose words say so."""

    when: When
    times: tuple[TimeExpression, ...]


def find_when(trigger: Token, start: int, times: Sequence[TimeExpression]) -> Told | None:
    """The day or days of a meeting; None where its sentence tells none.

    `start` is where the sentence starts in the article. What hangs on the trigger comes first, then
    what hangs on its verb, then on a verb above that does not only report. A time without an end
    ("since May") is no meeting's.
    """
    counted = _counted(trigger, start, times)
    if counted:
        return counted
    told = [t for t in times if t.type in ("DATE", "TIME") and t.earliest and t.latest]
    told = [t for t in told if not is_no_day(trigger, trigger.doc.text, t, start)]
    dated = [t for t in told if not has_day_behind(t, told)]
    time = first_day(trigger, start, times) or day_moved(trigger, start, dated)
    time = time or _right_before(trigger, start, dated) or _pick(trigger, start, dated)
    if time is None:
        told_of = any(_is_told(trigger, start, t) for t in dated)
        at = None if told_of else time_behind(trigger, start, dated)
        at = day_beside(trigger, start, dated) if at is None else at
        time = dated[at] if at is not None else None
    when = time and days_of_meeting(time)
    if not time or not when:
        return next(_after_leaving(trigger, start, dated), None)
    lasting = find_duration(trigger, start, times)
    whole = lasting and _whole(trigger, start, time, lasting, when)
    if lasting and whole:
        return Told(when=whole, times=(time, lasting))
    return _with_next(trigger.doc, start, dated, Told(when=when, times=(time,)))


def _right_before(trigger: Token, start: int, times: Times) -> TimeExpression | None:
    """The date that names a meeting, for all its commas: "a May 3, 2019, meeting with Stone"."""
    text = trigger.doc.text[: trigger.idx].rstrip(", ") if trigger.pos_ == "NOUN" else ""
    time = next((t for t in times if t.end - start == len(text) and t.precision == "day"), None)
    before = text[: time.start - start].split() if time else []
    return time if before and before[-1].lower() in DETERMINERS else None


def _with_next(doc: Doc, start: int, times: Sequence[TimeExpression], told: Told) -> Told:
    """With the day that "and" joins to it: "used her meetings on Thursday and Friday"."""
    (time,), text = told.times, doc.text
    after = next((t for t in times if t.start >= time.end), None)
    if after is None or any(t.tag_ == "VBD" for t in doc if t.idx == after.end - start + 1):
        return told  # "on Monday and Tuesday flew home"
    first, last = told.when.earliest, after.latest
    if text[time.end - start : after.start - start].strip() != "and" or not (first and last):
        return told
    if (
        first != told.when.latest
        or after.earliest != last
        or not first < last <= first + timedelta(days=6)
    ):
        return told
    when = told.when.model_copy(update={
        "edtf": f"{first}/{last}", "latest": last, "precision": "interval",
        "derivation": f"{first} to {last}: “{text[time.start - start : after.end - start]}”",
    })  # fmt: skip
    return Told(when=when, times=(time, after))


def _after_leaving(trigger: Token, start: int, times: Sequence[TimeExpression]) -> Iterator[Told]:
    """The week from the day on which somebody "left on Tuesday for talks with Stone"."""
    for time in times:
        root = root_of(trigger, start, time)
        first = time.earliest if time.earliest == time.latest else None
        if root is None or first is None or not is_of_leaving(trigger, root):
            continue
        span = f"[{first}..{first + JOURNEY}]"
        when = When(
            edtf=span, earliest=first, latest=first + JOURNEY, precision="interval",
            basis="relative", derivation=f"{span}: in the week after setting out on {first}",
        )  # fmt: skip
        yield Told(when=when, times=(time,))


def _is_told(trigger: Token, start: int, time: TimeExpression) -> bool:
    """Whether a time is that of making a meeting known, or of another deed with it."""
    root, own = root_of(trigger, start, time), clause_verb(trigger)
    return root is not None and own is not None and is_of_telling(own, trigger, root)


def find_duration(
    trigger: Token, start: int, times: Sequence[TimeExpression]
) -> TimeExpression | None:
    """How long a meeting lasts by its sentence; None where that is not told."""
    long = [time for time in times if time.type == "DURATION"]
    return _pick(trigger, start, long, furthest=1) or _lasted(trigger, start, long)


def _lasted(trigger: Token, start: int, times: Sequence[TimeExpression]) -> TimeExpression | None:
    """How long it lasted by a second verb: "the talks took place in Riga and lasted an hour"."""
    verbs = trigger.head.conjuncts if trigger.dep_ in ("nsubj", "nsubjpass") else ()
    over = {token for verb in verbs if verb.lemma_ == "last" for token in verb.subtree}
    return next((t for t in times if root_of(trigger, start, t) in over), None)


def make_when(time: TimeExpression) -> When | None:
    """The days of a time expression; None for one that has none."""
    if time.edtf is None or time.precision is None:
        return None
    precision = "day" if time.precision == "time" else time.precision
    return When(
        edtf=time.edtf, earliest=time.earliest, latest=time.latest,
        precision=precision, basis=time.basis, derivation=time.derivation,
    )  # fmt: skip


def days_of_meeting(time: TimeExpression) -> When | None:
    """The same for a meeting; None for a stretch as wide as a century: "a 16th-century palace"."""
    if time.earliest and time.latest and time.latest - time.earliest > WIDEST:
        return None
    return make_when(time)


def news_when(first: date, last: date) -> When:
    """The week up to the day of writing, for what is told as news without a day."""
    since = first - timedelta(days=6)
    day = f"{last.day} {last:%B %Y}"
    return When(
        edtf=f"[{since}..{last}]", earliest=since, latest=last, precision="interval", basis=NEWS,
        derivation=f"no day is told; a report of {day} tells it as news, so within the week before",
    )  # fmt: skip


def nearness(trigger: Token, root: Token) -> int | None:
    """How closely a token belongs to a trigger, 0 the closest; None where it does not."""
    own = clause_verb(trigger)
    if own is not None and (is_of_telling(own, trigger, root) or is_said_then(own, root)):
        return None
    if root.head == trigger or (root.dep_ in ("pobj", "npadvmod") and root.head.head == trigger):
        return 0
    verb = clause_verb(root.head if root.head != root else root)
    if trigger in root.ancestors and (verb is None or verb in (own, trigger)):
        return 0
    if verb is None or verb == own:
        return 1
    if verb.lemma_ in TELLING:
        return 2 if is_told_during(trigger, verb) else None
    if trigger in verb.ancestors:  # "talks on the sailors detained last month"
        told = verb.lemma_ in TIMED and verb.dep_ in ("acl", "relcl") and verb.head == trigger
        told = told and is_own_clause(verb)
        return 2 if told else None
    if own is None:
        return 3
    if verb in own.ancestors and (
        is_told_by_another(own, verb)
        or is_of_other_tense(own, verb, root)
        or is_long_before(own, verb)
    ):
        return None
    if verb in own.ancestors:  # "agreed on Monday to meet" tells of the agreement
        decided = own.dep_ in ("xcomp", "ccomp", "acl") and verb.lemma_ in DECIDING
        decided = decided and not is_opening(root, verb)
        return None if decided and root.i < trigger.i else 2
    joined = own in verb.ancestors and own.lemma_ not in TELLING and verb.dep_ in ("conj", "xcomp")
    return 2 if joined and verb.head == own else None


def _pick(
    trigger: Token, start: int, times: Sequence[TimeExpression], *, furthest: int = 3
) -> TimeExpression | None:
    ranked: list[tuple[int, int, int]] = []
    for number, time in enumerate(times):
        root = root_of(trigger, start, time)
        near = nearness(trigger, root) if root is not None else None
        if root is None or near is None or is_of_another(trigger, root):
            continue
        if near <= furthest:
            ranked.append((near, abs(root.i - trigger.i), number))
    return times[min(ranked)[2]] if ranked else None


def _whole(
    trigger: Token, start: int, time: TimeExpression, lasting: TimeExpression, when: When
) -> When | None:
    """All days of what lasts some days from a day or up to it: "began a three-day visit on Monday".

    None where the day is not told as the first or the last.
    """
    days = DAYS.fullmatch(lasting.value)
    root = root_of(trigger, start, time)
    if not days or not root or not when.earliest or when.earliest != when.latest:
        return None
    verb = clause_verb(root)
    lemma = verb.lemma_ if verb is not None else ""
    begun = lemma in STARTING or any(t.lower_ in FROM for t in (root.head, root.head.head))
    if not begun and lemma not in ENDING:
        return None
    length = timedelta(days=int(days["days"]) - 1)
    first = when.earliest if begun else when.earliest - length
    edge = "first" if begun else "last"
    said = f"{time.text} ({when.earliest}) is the {edge} day of “{lasting.text}”"
    return When(
        edtf=f"{first}/{first + length}", earliest=first, latest=first + length,
        precision="interval", basis=when.basis, derivation=f"{first} to {first + length}: {said}",
    )  # fmt: skip


def root_of(trigger: Token, start: int, time: TimeExpression) -> Token | None:
    """The token that a time hangs by in the sentence of a trigger."""
    first, end = time.start - start, time.end - start
    span = trigger.doc.char_span(first, end, alignment_mode="expand")
    return span.root if span is not None and len(span) else None


def _counted(trigger: Token, start: int, times: Sequence[TimeExpression]) -> Told | None:
    """A day counted from another: "said on Tuesday, a day after meeting her" is a Monday."""
    counted = COUNTED_OFF.search(trigger.doc.text[: trigger.idx])
    if not counted or any(_inside(time, start, counted.end(), trigger) for time in times):
        return None
    anchor = next(_anchors(trigger, start, times, counted.start()), None)
    when = anchor and days_of_meeting(anchor)
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
    root = root_of(trigger, start, time)
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
