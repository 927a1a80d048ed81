"""Sentences about a meeting, by template, and the way back: from a sentence to what it claims.

The answerer writes with these templates and the gate reads with them, so that a sentence that is
not of this small language passes nowhere unread.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import Literal

from index import date_records
from index.date_arithmetic import shift
from index.meeting_records import CALLED_OFF, Form, Meeting, Status
from index.records import Record, When
from qa.telling.days_told import WHEN_TEXT, tell_bare, tell_when, write_day

Voice = Literal["past", "base", "going", "not"]
Unit = Literal["week", "month"]


class Verb(Record):
    """How a form of meeting is said: "met", "meet", "meeting"; `joint` without an object."""

    form: Form
    past: str
    base: str
    going: str
    joint: tuple[str, str, str]  # past, base, going where all take part alike
    noun: str


VERBS = (
    Verb(form="meeting", past="met", base="meet", going="meeting",
         joint=("met", "meet", "meeting"), noun="meeting"),
    Verb(form="talks", past="held talks with", base="hold talks with", going="holding talks with",
         joint=("held talks", "hold talks", "holding talks"), noun="round of talks"),
    Verb(form="conversation", past="spoke with", base="speak with", going="speaking with",
         joint=("spoke together", "speak together", "speaking together"), noun="conversation"),
    Verb(form="call", past="held a call with", base="hold a call with",  # by telephone or video
         going="holding a call with", joint=("held a call", "hold a call", "holding a call"),
         noun="call"),
    Verb(form="summit", past="met at a summit with", base="meet at a summit with",
         going="meeting at a summit with",
         joint=("took part in a summit", "take part in a summit", "taking part in a summit"),
         noun="summit"),
    Verb(form="reception", past="received", base="receive", going="receiving",
         joint=("met at a reception", "meet at a reception", "meeting at a reception"),
         noun="reception"),
    Verb(form="visit", past="visited", base="visit", going="visiting",
         joint=("paid a visit", "pay a visit", "paying a visit"), noun="visit"),
)  # fmt: skip
BY_FORM = {verb.form: verb for verb in VERBS}
# What became of it, around the bare sentence; {said} is the sentence in the voice that follows.
FRAMES: tuple[tuple[Status, str, Voice], ...] = (
    (Status.HELD, "{said}.", "past"),
    (Status.UNDER_WAY, "As reported, {said}.", "going"),
    (Status.ANNOUNCED, "It was announced that {said}.", "base"),
    (Status.CONFIRMED, "It was confirmed that {said}.", "base"),
    (Status.UNCONFIRMED, "It was not confirmed that {said}.", "base"),
    (Status.DENIED, "It was denied that {said}.", "base"),
    (Status.DENIED, "As reported, {said}.", "not"),  # nobody denied it: "they have never met"
    (Status.POSTPONED, "It was postponed that {said}.", "base"),
    (Status.CANCELLED, "It was cancelled that {said}.", "base"),
)
DIRECTED = frozenset({"reception", "visit"})  # the verb says who comes to whom
NOUN_FRAME = "The {noun}{people}{where}{when} was {changed}."
HAPPENING = {"past": "took place", "base": "would take place", "going": "was taking place",
             "not": "did not take place"}  # fmt: skip
FORM_OF: dict[Voice, int] = {"past": 0, "base": 1, "going": 2, "not": 1}  # past, base or going
NEVER_DONE = re.compile(  # "have never met", "did not hold talks"; not "had not scheduled talks"
    r"(?:\b(?:never|not)|n['’]t)(?: yet| ever| actually| even)? (?:met|meet|spoken|spoke|speak|"
    r"talked|talk|visited|visit|received|receive|seen|see|held|hold|hosted|host|taken? place)\b",
    re.IGNORECASE,
)
TO_COME = re.compile(r"\b(?:will|won['’]t|would|shall|going to|to be|plans?|planned)\b", re.I)

MARKS = "“”‘’\"'"
TOPICS = "Told of what it is about:"
LENGTHS = "Told of how long it lasted:"
TELLERS = "Told by:"
LISTS = {TOPICS: "topics", LENGTHS: "duration", TELLERS: "by"}  # and the field they list
MOST_LISTED = 40  # meetings spelled out in a list; more are counted
NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


class Claim(Record):
    """What a sentence about a meeting says: who with whom, where, when, and what became of it.

    `directed` is True where the verb says who receives whom: `subjects` received `objects`.
    """

    form: Form
    status: Status
    subjects: tuple[str, ...]
    objects: tuple[str, ...]
    directed: bool
    place: str | None
    venue: str | None
    when: str | None
    plain_no: bool = False  # of what is denied: the report says itself that it was not


def claim_of(meeting: Meeting, status: Status | None = None) -> Claim:
    """All that a meeting's record says, as one claim."""
    form, subjects, objects = _roles(meeting)
    return Claim(
        form=form,
        status=status or meeting.status,
        subjects=subjects,
        objects=objects,
        directed=form in DIRECTED and bool(objects),
        place=meeting.place,
        venue=meeting.venue,
        when=(tell_when(meeting.when) or None) if meeting.when else None,
        plain_no=_is_plainly_not(meeting),
    )


def _is_plainly_not(meeting: Meeting) -> bool:
    """Whether the reports of a denial say themselves that something was not: "they never met"."""
    denials = [told.citation.quote for told in meeting.status_history
               if told.status is Status.DENIED]  # fmt: skip
    return bool(denials) and all(NEVER_DONE.search(q) and not TO_COME.search(q) for q in denials)


def _roles(meeting: Meeting) -> tuple[Form, tuple[str, ...], tuple[str, ...]]:
    """The form, and who stands before and after the verb.

    Where it is not known who came to whom, a visit or reception of several is a meeting of them.
    """
    names = tuple(p.name for p in meeting.participants)
    guests = tuple(p.name for p in meeting.participants if p.side == "visitor")
    hosts = tuple(name for name in names if name not in guests)
    form = meeting.form
    if form in DIRECTED and any(p.side == "host" for p in meeting.participants) and guests:
        return (form, guests, hosts) if form == "visit" else (form, hosts, guests)
    if form in DIRECTED and len(names) > 1:
        form = "meeting"
    return (form, names[:1], names[1:]) if len(names) == 2 else (form, names, ())


def plain(claim: Claim) -> Claim:
    """A claim of who met whom, without who came to whom."""
    people = (*claim.subjects, *claim.objects)
    ends = {"subjects": people[:1], "objects": people[1:]}
    if len(people) != 2:
        ends = {"subjects": people, "objects": ()}
    return claim.model_copy(update={"form": "meeting", "directed": False, **ends})


def write_claim(claim: Claim) -> str:
    """The sentence that says a claim."""
    where, when = _where(claim), f" {claim.when}" if claim.when else ""
    if claim.status in CALLED_OFF:
        names = (*claim.subjects, *claim.objects)
        people, noun = f" of {join_names(names)}" if names else "", BY_FORM[claim.form].noun
        return NOUN_FRAME.format(
            noun=noun, people=people, where=where, when=when, changed=claim.status.value
        )
    frames = [(frame, voice) for status, frame, voice in FRAMES if status is claim.status]
    frame, voice = frames[-1] if claim.plain_no else frames[0]
    return _capital(frame.format(said=_say(claim, voice) + where + when))


def _say(claim: Claim, voice: Voice) -> str:
    verb = BY_FORM[claim.form]
    if not claim.subjects:
        return f"a {verb.noun} {HAPPENING[voice]}"
    at = FORM_OF[voice]
    words = (verb.past, verb.base, verb.going)[at] if claim.objects else verb.joint[at]
    was = "were " if _several(claim) else "was "
    helper = {"past": "", "base": "would ", "going": was, "not": "did not "}[voice]
    objects = f" {join_names(claim.objects)}" if claim.objects else ""
    return f"{join_names(claim.subjects)} {helper}{words}{objects}"


def _several(claim: Claim) -> bool:
    return len(claim.subjects) > 1


def _where(claim: Claim) -> str:
    to = "to" if claim.form == "visit" and not claim.objects else "in"
    if claim.place and claim.venue:
        return f" {to} {claim.place} ({claim.venue})"
    if claim.place:
        return f" {to} {claim.place}"
    return f" at {claim.venue}" if claim.venue else ""


def join_names(names: Sequence[str]) -> str:
    """ "A", "A and B", "A, B and C"; empty for nobody."""
    return f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else "".join(names)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


STEP = re.compile(  # what `tell_step` gives
    rf"Told (?:(?P<when>{WHEN_TEXT}) )?as (?P<status>[a-z ]+): (?P<quote>[“‘].*)", re.DOTALL
)


def tell_step(status: Status, reported: When | None, quote: str) -> str:
    """What a report says became of a meeting, and the day of that report where it is known."""
    when = f"{tell_when(reported)} " if reported and tell_when(reported) else ""
    return f"Told {when}as {status.value.replace('_', ' ')}: {quote}"


SIDE = re.compile(r"(?:The report of|According to) [^“‘]+: [“‘].*", re.DOTALL)  # of `tell_side`


def tell_side(source: str | None, dated: When | None, quote: str) -> str:
    """A report's sentence with its outlet and day; the sentence alone where neither is known."""
    day = tell_bare(dated) if dated else ""
    if source:
        return f"According to {source}{f', {day}' * bool(day)}: {quote}"
    return f"The report of {day}: {quote}" if day else quote


def tell_share(name: str, count: int, total: int) -> str:
    """In how many of some meetings somebody takes part."""
    if total == 1:
        return f"{name} takes part in the only one."
    return f"{name} takes part in {count_word(count)} of these {count_word(total)}."


def tell_interval(first: date, last: date, unit: Unit | None = None) -> str:
    """How many days lie between two days; with `unit` also how many whole weeks or months."""
    days = (last - first).days
    counted = f"{count_word(days)} ({days})" if days < len(NUMBERS) else str(days)
    whole = _whole_units(first, last, unit) if unit else ""
    told = f"{counted} day{'s' * (days != 1)}{whole}"
    return f"From {write_day(first)} to {write_day(last)} it is {told}."


def _whole_units(first: date, last: date, unit: Unit) -> str:
    """Whole weeks or months with the days left over; empty for less than one."""
    count, left = divmod((last - first).days, 7)
    if unit == "month":
        count = (last.year - first.year) * 12 + last.month - first.month - (last.day < first.day)
        full = shift(first, count, date_records.Unit.MONTH)
        left = (last - full).days if full else 0
    rest = f" and {count_word(left)} day{'s' * (left != 1)}" if left else ""
    return f", that is {count_word(count)} {unit}{'s' * (count != 1)}{rest}" if count else ""


def count_word(count: int) -> str:
    """A number in words up to ten."""
    return NUMBERS[count] if count < len(NUMBERS) else str(count)


def number_of(word: str) -> int | None:
    """The number that `count_word` writes so, None for another word."""
    if word in NUMBERS:
        return NUMBERS.index(word)
    return int(word) if word.isdecimal() else None


def tell_count(count: int, *, held: bool) -> str:
    """How many meetings there are: "The archive reports two meetings as held."."""
    such = f"{count_word(count)} such meeting{'s' * (count != 1)}"
    return f"The archive reports {such}{' as held' * held}."


def listed_words(told: str) -> str | None:
    """The words of a field as a list quotes them: on one line, without marks of their own around
    them; None for words that open or close a quote among them.
    """
    words = " ".join(told.split()).strip(MARKS)
    return None if not words or {"“", "”"} & set(words) else words
