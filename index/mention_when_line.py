"""The time behind a trigger in the same clause, by the words alone where the parse hangs it wrong.

"She will meet Stone at a summit in Riga, capital of Latvia, later this month": the parser ties the
month to the capital. Only where no other clause begins between the two.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from index.date_records import TimeExpression
from index.mention_cues import NOUNS, TELLING, TIMED, VISITS
from index.mention_when_cues import (
    APART,
    BEFORE_WHICH,
    LATER,
    MOVING,
    OF_OTHERS,
    PREPARING,
    WHILE,
)
from index.mention_when_other import for_what, is_of_compared
from index.parse import FINITE, PRESENT
from index.people_cues import OFFICE_NOUNS
from index.status_cues import POSTPONING

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

CLOCK_REACH = 16  # characters: " local time on "
# Between a stay and its first day: "the visit to Riga, starting on May 3"
BEGINS = re.compile(
    r"(?: (?:to|in|with) (?:[\w’'.-]+ ?){1,3}?)?[ ,]*\b(?:starting|beginning)(?: on| from| in)? ?"
)
NO_VERB = frozenset(["PROPN", "ADP", "CCONJ", "DET", "ADJ", "PUNCT"])
ADVERBS = frozenset(["on", "in", "at", "early", "late", "later", "earlier", "during", ","])


def time_behind(trigger: Token, start: int, times: Sequence[TimeExpression]) -> int | None:
    """Which of the times is the first behind a trigger in its clause; None where none is.

    `start` is where the sentence starts in the article.
    """
    for number, time in enumerate(times):
        span = trigger.doc.char_span(time.start - start, time.end - start, alignment_mode="expand")
        if span is None or not len(span) or span.start <= trigger.i:
            continue
        if number + 1 < len(times) and _is_name_of_other(span):
            continue
        own = span.root.dep_ in OF_OTHERS and span.end < len(trigger.doc)
        attached = own and trigger.doc[span.end].tag_ in ("POS", "NN", "NNS", "NNP", "JJ")
        attached = attached or _is_of_noun(trigger, span.root) or _is_of_doing(trigger, span.root)
        attached = attached or is_of_compared(trigger, span.root)
        clear = not attached and not _parted(trigger, span.start)
        return number if clear else None
    return None


def first_day(trigger: Token, start: int, times: Sequence[TimeExpression]) -> TimeExpression | None:
    """The first day of what lasts, which the words leave without an end: "her visit to Riga
    starting on May 3". None where none is told.
    """
    text, behind = trigger.doc.text, trigger.idx + len(trigger)
    if trigger.pos_ != "NOUN":
        return None
    time = next((t for t in times if BEGINS.fullmatch(text[behind : t.start - start])), None)
    if time is None or time.earliest is None or time.latest is not None:
        return None
    return time.model_copy(update={
        "edtf": str(time.earliest), "latest": time.earliest, "precision": "day",
        "derivation": f"{time.earliest}: the first day, {time.derivation}",
    })  # fmt: skip


def day_moved(trigger: Token, start: int, times: Sequence[TimeExpression]) -> TimeExpression | None:
    """The day to which a meeting is moved, or the old one where it is only put off: "was moved from
    May 3 to May 20", "brought forward to Monday". None where it is not moved from or to a day.
    """
    verb = trigger.head
    to_new = verb.lemma_ in MOVING and (
        verb.lemma_ != "bring" or any(c.lower_ == "forward" for c in verb.children)
    )
    off = verb.lemma_ in POSTPONING or any(c.lower_ in ("off", "back") for c in verb.children)
    if trigger.dep_ not in ("nsubjpass", "dobj") or not (to_new or off):
        return None
    for time in times:
        span = trigger.doc.char_span(time.start - start, time.end - start, alignment_mode="expand")
        if span is None or not span.start:
            continue
        lead = trigger.doc[span.start - 1]
        if lead.lower_ == "from" and time.earliest != time.latest:
            return _edge(time, last=to_new)
        if to_new and lead.lower_ == "to" and lead.head == verb:
            return time
    return None


def _edge(time: TimeExpression, *, last: bool) -> TimeExpression:
    """The first or the last day of "May 3 to May 20"."""
    day = time.latest if last else time.earliest
    return time.model_copy(update={
        "edtf": str(day), "earliest": day, "latest": day, "precision": "day",
        "derivation": f"{day}: the {'new' if last else 'old'} day of “{time.text}”",
    })  # fmt: skip


def day_beside(trigger: Token, start: int, times: Sequence[TimeExpression]) -> int | None:
    """Which of the times is the one day of what was done as they met; None where none is.

    "Berg quit to end the row on Monday, as she met Stone": the parser ties Monday to the row.
    """
    own = _own_verb(trigger)
    mark = next((c for c in own.children if c.lower_ in WHILE), None)
    if mark is None or own.dep_ != "advcl" or own.head.tag_ != "VBD":
        return None
    told = [n for n, time in enumerate(times) if time.end - start <= mark.idx]
    single = len(told) == 1 and times[told[0]].earliest == times[told[0]].latest
    return told[0] if single else None


def _parted(trigger: Token, end: int) -> bool:
    """Whether another clause, or what comes before or after a meeting, lies between."""
    own = _own_verb(trigger)
    helpers = [c for c in own.children if c.dep_ in ("aux", "auxpass")]
    bare = own.tag_ == "VB" and not helpers  # "Berg and Stone greet": no infinitive
    shown = (own.tag_ in PRESENT or bare) and own.pos_ == "VERB" and own.lemma_ not in TELLING
    helping = {own, *helpers}
    between = [t for t in trigger.doc[trigger.i + 1 : end] if t not in helping]
    last = next((t for t in reversed(between) if t.lower_ not in ADVERBS), None)
    if last is not None and (last.lower_ in APART or last.lemma_ in TELLING):
        return True
    if any((t.lemma_ in TELLING and t.tag_ in FINITE) or t.tag_ == "MD" for t in between):
        return True
    if (shown or trigger.sent.root.tag_ in PRESENT) and _is_of_picture(trigger, end):
        return False
    if shown:
        later = any(t.lower_ in LATER | BEFORE_WHICH for t in between)
        return later or sum(t.tag_ in FINITE for t in between) > 1
    timed = {t for t in between if t.lemma_ in TIMED
             and (t.head == trigger or _is_right_behind(trigger, t))}  # fmt: skip
    verbs = (t for t in between if t.tag_ in (*FINITE, "VBN") and t not in timed)
    return any(True for _ in verbs) or any(
        t.lower_ in LATER | BEFORE_WHICH or t.lemma_ in PREPARING for t in between
    )


def _is_name_of_other(day: Span) -> bool:
    """Whether a day is part of what something is called: "at the May 3 Memorial Museum"."""
    return day.root.dep_ in ("nmod", "compound") and day.root.head.pos_ == "NOUN"


def _is_of_picture(trigger: Token, start: int) -> bool:
    """Whether a date ends a caption, with its year: "after a show in Riga, May 3, 2019"."""
    rest = trigger.doc[start:]
    comma = start > 0 and trigger.doc[start - 1].text == ","
    dated = all(t.ent_type_ == "DATE" or t.is_punct for t in rest)
    return comma and dated and any(t.shape_ == "dddd" for t in rest)


def _is_right_behind(trigger: Token, verb: Token) -> bool:
    """Whether nothing but names stands between a meeting and "held", whatever the parse says:
    "“was raised in talks between Berg and Stone,” held on May 3".
    """
    between = trigger.doc[trigger.i + 1 : verb.i]
    plain = all(t.pos_ in NO_VERB or t.is_quote or t.is_space for t in between)
    return verb.tag_ == "VBN" and trigger.pos_ == "NOUN" and plain


def _is_of_noun(trigger: Token, time: Token) -> bool:
    """Whether a time is that of the thing right before it: "her decision last month to leave"."""
    noun = time.head
    thing = for_what(noun) or noun.head
    if noun.lower_ == "for" and thing.pos_ == "NOUN" and thing.lemma_ not in NOUNS:
        return thing != trigger  # "supplies for the autumn"
    other = noun.tag_ == "NN" and noun != trigger and noun.lower_ not in OFFICE_NOUNS
    return other and noun.i == time.left_edge.i - 1


def _is_of_doing(trigger: Token, time: Token) -> bool:
    """Whether a time is that of another deed: "a critic of hers for leaving the accord in May"."""
    over = {trigger, *trigger.ancestors}
    return any(t.tag_ == "VBG" and t.dep_ == "pcomp" and t not in over for t in time.ancestors)


def _own_verb(trigger: Token) -> Token:
    token = trigger
    while token.pos_ not in ("VERB", "AUX") and token.head != token:
        token = token.head
    return token


def has_day_behind(time: TimeExpression, told: Sequence[TimeExpression]) -> bool:
    """Whether a time of day has its day behind it: "at 3 p.m. local time on Saturday"."""
    return time.type == "TIME" and any(
        0 <= other.start - time.end <= CLOCK_REACH and other.type == "DATE" for other in told
    )


def is_opening(root: Token, verb: Token) -> bool:
    """Whether a plan is told with its day first: "Monday, Berg is scheduled to meet Stone"; or with
    that of the journey for it.
    """
    passive = any(c.dep_ == "auxpass" for c in verb.children)
    trips = (c for c in verb.children if c.dep_ == "dobj" and c.lemma_ in VISITS)
    if any(verb.i < c.i < root.i for c in trips):
        return True  # "is planning a trip to Oslo on Friday to meet her"
    return passive and root.left_edge.i <= 1 and root.i < verb.i
