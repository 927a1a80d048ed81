"""The day of a report without one, from what the article tells just before it.

Seven ways, each with the words of the day as its evidence: who is quoted at a meeting speaks on its
day ("she said here Wednesday. She made the remarks when meeting Stone"); who did something on a day
did the next thing on that day ("Berg opened the port on Monday. She then met Stone"); two who stood
before the press together met on that day; who is quoted right after a meeting, high up in a report,
spoke on the day of its lead ("Ships sailed Wednesday. Berg said after talks with Stone …"); a
plan told right after another of the same people is for the same day; what came while they met was
on that day ("A ship sank Sunday. The accident came as Berg hosted Stone"); and so is what was hours
before or after.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from datetime import timedelta
from typing import TYPE_CHECKING

from index.date_records import TimeExpression
from index.meeting_records import Mention, Status
from index.mention_cues import TELLING
from index.mention_frames import is_back
from index.mention_when_cues import AFTER, DURING, WHILE
from index.mention_when_other import clause_verb
from index.records import Sentence, When
from index.spellings import fold_name
from index.status_scope import is_future, is_past
from index.subjects import subjects_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

REMARKS = re.compile(  # "Tang made the remarks when meeting the envoy"
    r"\bm(?:ade|akes|aking) (?:the|these|those|this|his|her|their) "
    r"(?:remarks?|comments?|statement|pledge|appeal|announcement|call|promise|observation)\b|"
    r"\bs(?:aid|ays) (?:this|so) (?:when|while|as|during|in|at|after)\b",
    re.IGNORECASE,
)
TOGETHER = re.compile(  # "she said on Monday during a news conference with Stone"
    r"\b(?:news|press) (?:conference|briefing|appearance) with\b|\bjoint(?:ly)?\b|\balongside\b|"
    r"\bstanding (?:beside|next to)\b",
    re.IGNORECASE,
)
ALSO = re.compile(  # "Berg also met Stone", right behind "Berg met Moe on Monday"
    r"(?:(?:[A-Z][\w’'.-]*|The \w+) ){1,5}also (?:met|held|spoke|visited|received|phoned|called|"
    r"discussed|hosted|attended)\b"
)
SOON = 2  # sentences from what somebody said on a day to what he said "during a meeting"
REACH = 3  # sentences before a report that are looked at
LEAD = 6  # sentences of the body in which one deed follows the other on the same day
LEADS = 2  # sentences that open a report and may tell its day
FRESH = timedelta(days=1)  # from the day of a lead to that of writing
TELLING_OR_SPEAKING = TELLING | {
    "speak",
    "comment",
    "reiterate",
    "stress",
    "urge",
    "warn",
    "insist",
}
# "was due to meet her on Friday"
SET_FOR = frozenset(["due", "set", "slated", "scheduled", "expected", "planning", "planned"])
HAPPENING = frozenset(["come", "happen", "occur", "follow"])
POINTING_BACK = frozenset(
    ["the", "this", "that", "these", "those", "his", "her", "their", "its", "it"]
)
NEAR_HOURS = 8  # tokens before a meeting in which "hours before" may stand
HOURS = re.compile(r"\b(?:hours|minutes) (?:before|after|ahead of)\b[^,;]*$")
THEN = re.compile(  # "before her departure" is days later
    r"\b(?:also|then|later|after(?:wards?)?|earlier|following|separately|before"
    r"(?! (?:(?:her|his|their|its) )?(?:departure|return|(?:leav|depart|fly|return)ing|"
    r"heading (?:home|back|for|off|on|out|to)\b|going (?:home|back|on)\b)))\b"
)


def day_before(
    mention: Mention,
    told: Sequence[Sentence],
    docs: Sequence[Doc],
    times: Sequence[TimeExpression],
    written: When | None,
) -> TimeExpression | None:
    """The time that bears on a report without one; None where nothing near tells it."""
    if mention.when or mention.background or written is None or written.latest is None:
        return None
    n = next(n for n, s in enumerate(told) if s.start <= mention.trigger.start < s.end)
    near = list(_days_before(told, n, times))
    if not near or is_back(told[near[0][0]], told[n]):
        return None
    at, time = near[0]
    people = {fold_name(who.name.split()[-1]) for who in mention.participants}
    if time.latest is None:
        return None
    trigger = next(t for t in docs[n] if t.idx == mention.trigger.start - told[n].start)
    new = written.latest - FRESH <= time.latest <= written.latest
    past = _is_of_the_past(docs[at], time, told[at])
    if past and came_with(trigger, "" if at == n - 1 else told[at].text):
        return time
    if past and at == n - 1 and new and is_hours_off(trigger):
        return time
    if mention.status is Status.HELD and time.latest <= written.latest:
        fresh = written.latest - time.latest <= FRESH and at - _first(told, n) < LEADS
        if fresh and spoke_after(trigger) and past:
            return time
        return time if _is_of_one_day(told, docs, n, at, time, people, trigger) else None
    ahead = time.latest >= written.latest and n - at <= REACH - 1
    if mention.status is Status.ANNOUNCED and ahead:
        verb = _verb_of(docs[at], time, told[at])
        planned = verb is not None and (is_future(verb) or verb.head.lower_ in SET_FOR)
        return time if verb is not None and planned and _does(verb, people) else None
    return None


def spoke_after(trigger: Token) -> bool:
    """Whether what is reported was said right after a meeting: "she said after talks with Stone",
    "after meeting Stone, she said", "speaking after a meeting with Stone, she said".
    """
    mark = any(c.dep_ == "mark" and c.lower_ in AFTER for c in trigger.children)
    led = trigger if mark and trigger.dep_ == "advcl" else trigger.head
    if not mark and (trigger.dep_ not in ("pobj", "pcomp") or led.lower_ not in AFTER):
        return False
    verb = clause_verb(led.head)
    return verb is not None and (
        verb.lemma_ in TELLING_OR_SPEAKING or REMARKS.search(verb.sent.text) is not None
    )


def came_with(trigger: Token, told: str) -> bool:
    """Whether what was told before came while they met: "the accident came as Berg was hosting
    Stone", "her remarks came during talks with Stone". Where the sentence that tells it is not the
    one before, its text is given, and has a word of it: "a ferry … the ferry accident".
    """
    own = clause_verb(trigger)
    over = trigger.head.head if trigger.head.lower_ == "during" else None
    if own is not None and own.dep_ == "advcl" and any(c.lower_ in WHILE for c in own.children):
        over = own.head
    if over is None or over.lemma_ not in HAPPENING or over.tag_ != "VBD":
        return False
    subject = next((c for c in over.children if c.dep_ == "nsubj"), None)
    kinds = [c.lower_ for c in subject.children] if subject is not None else []
    if subject is None or not (subject.lower_ in POINTING_BACK or POINTING_BACK & set(kinds)):
        return False
    things = (t.lower_ for t in subject.subtree if t.pos_ in ("NOUN", "PROPN"))
    return not told or any(thing in told.lower() for thing in things)


def is_hours_off(trigger: Token) -> bool:
    """Whether something was done hours before or after a meeting: "rang her hours before she was
    to meet Stone".
    """
    before = trigger.doc[max(0, trigger.i - NEAR_HOURS) : trigger.i].text
    return bool(HOURS.search(before))


def _first(told: Sequence[Sentence], n: int) -> int:
    """The number of the first sentence of the zone in which number `n` stands."""
    return next(i for i, s in enumerate(told) if s.zone is told[n].zone)


def _is_of_the_past(doc: Doc, time: TimeExpression, sentence: Sentence) -> bool:
    verb = _verb_of(doc, time, sentence)
    return verb is not None and is_past(verb)


def _is_of_one_day(
    told: Sequence[Sentence], docs: Sequence[Doc], n: int, at: int, time: TimeExpression,
    people: Collection[str], trigger: Token,
) -> bool:  # fmt: skip
    """Whether what a sentence tells of a day and the report are of the same day."""
    verb = _verb_of(docs[at], time, told[at])
    if verb is None or not is_past(verb):
        return False
    if REMARKS.search(told[n].text):
        return verb.lemma_ in TELLING or _does(verb, people)
    said = verb.lemma_ in TELLING_OR_SPEAKING and _does(verb, people)
    if said and _speaks_there(trigger) and (at < LEADS or n - at <= SOON):
        return True
    if at == n - 1 and TOGETHER.search(told[at].text) and _names_both(told[at], people):
        return True
    follows = n - _first(told, n) < LEAD and THEN.search(told[n].text)
    follows = follows or (at == n - 1 and ALSO.match(told[n].text))
    return bool(follows) and verb.lemma_ not in TELLING and _does(verb, people)


def _speaks_there(trigger: Token) -> bool:
    """Whether what is reported was said at a meeting: "was quoted as saying at a meeting with"."""
    at = trigger.dep_ == "pobj" and trigger.head.lower_ in DURING
    verb = clause_verb(trigger.head.head) if at else None
    return verb is not None and verb.lemma_ in TELLING_OR_SPEAKING


def _names_both(sentence: Sentence, people: Collection[str]) -> bool:
    """Whether two of the people are named in a sentence."""
    words = {fold_name(word) for word in re.findall(r"[\w-]+", sentence.text)}
    return len(words & set(people)) > 1


def _days_before(
    told: Sequence[Sentence], n: int, times: Sequence[TimeExpression]
) -> Iterator[tuple[int, TimeExpression]]:
    """The sentences before number `n` that tell one day, with it, the nearest first; a sentence
    that tells several ends them.
    """
    for at in range(n - 1, max(-1, n - REACH - 1), -1):
        own = told[at]
        if own.zone is not told[n].zone:
            return
        found = [t for t in times if own.start <= t.start and t.end <= own.end and t.earliest]
        if len({(t.earliest, t.latest) for t in found}) > 1:
            return
        if found and found[0].earliest == found[0].latest:
            yield at, found[0]


def _verb_of(doc: Doc, time: TimeExpression, sentence: Sentence) -> Token | None:
    token = next((t for t in doc if t.idx >= time.start - sentence.start), None)
    return clause_verb(token.head) if token is not None and doc.has_annotation("DEP") else None


def _does(verb: Token, people: Collection[str]) -> bool:
    """Whether one of the people is told as doing it."""
    subjects = (t for c in subjects_of(verb) for t in c.subtree)
    return any(t.text[:1].isupper() and fold_name(t.text) in people for t in subjects)
