"""The time that one sentence sets for the next: "Her last visit was in May. Berg met her there."

Only where a sentence opens with such a frame, or tells on which day one of those who meet came
there: "Berg flew to Riga on Tuesday. She met Stone in the castle." Else a day stays with its own
sentence.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from index.date_records import TimeExpression
from index.mention_cues import COMING, VISITS
from index.mention_when_other import clause_verb
from index.records import Article, Sentence, ZoneKind
from index.spellings import fold_name
from index.status_cues import ARRIVING
from index.status_scope import is_past

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

FRAMES = re.compile(  # "The last time she came was in May", "Their previous meeting, in 2011"
    r"(?:The|His|Her|Their|Its|[A-Z][\w’'-]+(?:'s|’s|'|’)) (?:very )?"
    r"(?:last|previous|first|latest|earlier|second|third) "
    r"(?:time|visit|trip|meeting|talks|encounter|round|summit|call)\b"
)
ON_STAY = re.compile(
    r"\bduring (?:the|that|this|his|her|their) (?:\w+ )?(?:visit|trip|tour|stay)\b"
    r"(?: (?:to|in|of) (?P<to>(?-i:[A-Z]\w+)))?",
    re.IGNORECASE,
)
# "Its leaders travelled to Riga last week. … Berg met Stone during the visit"
WENT = re.compile(r"\b(?:travell?ed|flew|went|came|sailed|journeyed) to\b|\bvisited\b")
RETURNED = re.compile(r"\b(?:return(?:ed|s)?|(?:came|flew|went) (?:back|home))\b")
STAY_REACH = 5  # sentences from a journey to what was "during the visit"
STAYING = frozenset(["during", "on", "in"])  # "spoke of the port during a Friday trip to Riga"
COMES = re.compile(r"\b(?:arriv|land|came|com(?:es|ing)|fl(?:ew|own|ies|ying)|travel)\w*", re.I)
LEAD = 2  # sentences of a report's body that open it
REACH = 2  # sentences after the frame that stand in it
MOVES = COMING | ARRIVING | VISITS | {"open", "gather", "host", "welcome", "receive", "attend"}


def frame_of(
    sentences: Sequence[Sentence], n: int, times: Sequence[TimeExpression]
) -> TimeExpression | None:
    """The one time that a sentence just before number `n` sets; None where none does.

    A sentence between them with a time of its own ends the frame.
    """
    own = sentences[n]
    stay = ON_STAY.search(own.text)
    for back in range(1, (STAY_REACH if stay else REACH) + 1):
        if n < back or sentences[n - back].zone is not own.zone:
            return None
        before = sentences[n - back]
        found = [t for t in times if before.start <= t.start and t.end <= before.end and t.earliest]
        went = stay and WENT.search(before.text) and (stay["to"] or "") in before.text
        if FRAMES.match(before.text) or went:
            return found[0] if len(found) == 1 and found[0].latest else None
        if found:
            return None
    return None


def is_back(before: Sentence, own: Sentence) -> bool:
    """Whether a sentence tells of a stay that ended with the one before it: "Berg returned on
    Monday. During her trip she met Stone".
    """
    return bool(ON_STAY.search(own.text) and RETURNED.search(before.text))


def dated_heading(
    article: Article, sentence: Sentence, times: Sequence[TimeExpression]
) -> TimeExpression | None:
    """The time that is all of the heading right above a sentence, as in a table of events:
    "May 1996" and below it "Berg visited Riga".
    """
    above = [z for z in article.zones if z.end <= sentence.start and z.end > z.start]
    last = max(above, key=lambda zone: zone.end, default=None)
    if last is None or last.kind is not ZoneKind.HEADING:
        return None
    words = article.text[last.start : last.end].strip(" \n-–—•*:.,")
    return next((t for t in times if t.text == words and last.start <= t.start < last.end), None)


def day_of_coming(
    sentences: Sequence[Sentence],
    docs: Sequence[Doc],
    n: int,
    times: Sequence[TimeExpression],
    people: Collection[str],
) -> TimeExpression | None:
    """The day on which one of the people came, as a sentence just before number `n` tells it.

    None where that sentence tells several days, or one between them tells any.
    """
    for before in range(n - 1, max(-1, n - REACH - 1), -1):
        own = sentences[before]
        if own.zone is not sentences[n].zone:
            return None
        found = [t for t in times if own.start <= t.start and t.end <= own.end and t.earliest]
        if not found:
            continue
        days = [t for t in found if t.earliest == t.latest]
        day = days[0] if len(days) == 1 else None
        return day if day and _is_coming(docs[before], day.start - own.start, people) else None
    return None


def day_of_coming_next(
    sentences: Sequence[Sentence],
    docs: Sequence[Doc],
    n: int,
    times: Sequence[TimeExpression],
    people: Collection[str],
    place: str | None,
) -> TimeExpression | None:
    """The one day on which somebody came to the place of a meeting, as the next sentence tells it:
    "Berg said after meeting Stone in Riga. Berg, who arrived in the port on Thursday, said …".
    """
    after = n + 1
    if place is None or after >= len(sentences) or sentences[after].zone is not sentences[n].zone:
        return None
    own, doc = sentences[after], docs[after]
    found = [t for t in times if own.start <= t.start and t.end <= own.end and t.earliest]
    other = any(e.label_ == "GPE" and fold_name(e.text) != fold_name(place) for e in doc.ents)
    day = found[0] if len(found) == 1 and found[0].earliest == found[0].latest else None
    return day if day and not other and _is_coming(doc, day.start - own.start, people) else None


def is_arrival(sentences: Sequence[Sentence], at: int) -> bool:
    """Whether a sentence opens a report and has a word of coming, so that its parse is wanted."""
    if at >= 2 * LEAD or not COMES.search(sentences[at].text):
        return False
    zone = sentences[at].zone
    return sum(s.zone is zone for s in sentences[:at]) < LEAD


def day_of_arrival(
    sentences: Sequence[Sentence],
    docs: Sequence[Doc],
    n: int,
    times: Sequence[TimeExpression],
    people: Collection[str],
) -> TimeExpression | None:
    """The one day on which a report's opening, further above number `n`, tells that one came.

    None where a sentence between them tells another day.
    """
    body = [at for at, s in enumerate(sentences[:n]) if s.zone is sentences[n].zone][:LEAD]
    single = [t for t in times if t.earliest and t.earliest == t.latest]
    found = [
        (at, t) for at in body for t in single
        if sentences[at].start <= t.start and t.end <= sentences[at].end
        and _is_coming(docs[at], t.start - sentences[at].start, people)
    ]  # fmt: skip
    if len({t.earliest for _, t in found}) != 1:
        return None
    at, day = found[0]
    between = [t for t in single if sentences[at].end <= t.start < sentences[n].start]
    return day if all(t.earliest == day.earliest for t in between) else None


def _is_coming(doc: Doc, start: int, people: Collection[str]) -> bool:
    """Whether the time at a place in a sentence dates the coming of one of the people."""
    token = next((t for t in doc if t.idx >= start), None)
    verb = clause_verb(token.head) if token is not None else None
    if token is None or verb is None or not is_past(verb):
        return False
    stay = token.head.lemma_ in VISITS and token.head.head.lower_ in STAYING  # "on a Friday trip"
    if verb.lemma_ not in MOVES and not stay:
        return False
    own = [c for c in verb.children if c.dep_ == "nsubj"]
    if verb.dep_ == "relcl" and own and own[0].lower_ == "who":  # "Berg, who came on Thursday"
        return _is_of(verb.head, people)
    return any(_is_of(t, people) for c in own for t in c.subtree)


def _is_of(token: Token, people: Collection[str]) -> bool:
    return token.text[:1].isupper() and fold_name(token.text) in people
