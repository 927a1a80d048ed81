"""Counts that are worked out: how many were announced and never told of as held, and how many an
ordinal makes ("her third visit since May": three with it, two before it); and the gate's checks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from index.archive import Archive
from index.cues import MONTHS
from index.date_words import NUMBERS as NUMBER_WORDS
from index.date_words import ORDINALS
from index.meeting_records import PLAINLY_AHEAD, TOOK_PLACE, Meeting, Status
from index.records import Citation, Record, Statement
from qa.telling.derive import mentions_at
from qa.telling.phrases import MOST_LISTED, count_word, number_of, tell_count

# What an ordinal may number, with the words between: "third official visit", "for the third time"
COUNTED_NOUN = (
    r"(?:visits?|trips?|journeys?|meetings?|encounters?|audiences?|talks|rounds?(?: of talks)?|"
    r"sessions?|summits?|(?:(?:tele)?phone )?(?:calls?|conversations?)|negotiations?|"
    r"consultations?|discussions?|receptions?|times?)"
)
ORDINAL_WORD = rf"(?:{'|'.join(ORDINALS)}|\d{{1,2}}(?:st|nd|rd|th))"
_SMALL = "|".join(word for word, number in NUMBER_WORDS.items() if 1 < number < 20)
_DAY = r"(?:[A-Z]\w+|\d{1,4}|(?i:early|late|mid|last|the|start|beginning|of|year|month|week))"
_SINCE = (  # "to the Latvian capital since April 2018", "this year"
    r"(?:(?: (?!(?:and|but|as|when|which|who)\b)[\w’'-]+){0,6}? "
    rf"(?:(?i:since|in) {_DAY}(?: {_DAY}){{0,3}}|(?i:this) (?i:year|month|week|season|term)))?"
)
# What may not stand between: "the 3rd of May talks", "the first two meetings", "the first lady's"
_APART = rf"(?!(?:and|of|lady|century|round|class|{'|'.join(NUMBER_WORDS)}|{'|'.join(MONTHS)})\b)"
NUMBERED = re.compile(  # "third visit to the Latvian capital since April 2018"
    rf"\b(?P<ordinal>(?i:{ORDINAL_WORD}))(?: (?i:{_APART})[\w-]+){{0,2}}? "
    rf"(?i:{COUNTED_NOUN})\b{_SINCE}"
)
# Before an ordinal in its clause: "denied that it was her third visit", "had not made a second one"
DENIED_BEFORE = re.compile(
    r"\b(?:not|n['’]t|never|no|den(?:y|ies|ied)|would|will|could|may|might|if)\b[^.;:]*$",
    re.IGNORECASE,
)
TIMES = re.compile(  # "have met three times since May", "two visits this year"
    rf"\b(?:once|twice|(?P<count>{_SMALL}|\d{{1,2}})(?: [\w-]+)? {COUNTED_NOUN})\b",
    re.IGNORECASE,
)
ONCE = {"once": 1, "twice": 2}
COUNTED = re.compile(r"The archive reports (?P<number>\w+) such ")
DERIVED = re.compile(r"By the words “(?P<words>[^”]+)” (?:there had been) .+\.")


class Tally(Record):
    """A count that a sentence prints as an ordinal: the number, and the words that say so."""

    number: int
    words: str


def tallies_in(text: str) -> Iterator[Tally]:
    """The ordinals of meetings in a sentence that it takes for true: "third visit … since April
    2018" is 3.
    """
    for match in NUMBERED.finditer(text):
        if DENIED_BEFORE.search(text[: match.start()]):
            continue
        yield Tally(number=_number_of(match["ordinal"]), words=" ".join(match[0].split()))


def numbers_in(text: str) -> set[int]:
    """How many meetings a text speaks of: 4 in "her four visits" and in "the fourth visit"."""
    counts = (match["count"] or match[0] for match in TIMES.finditer(text))
    counted = {_cardinal_of(count.lower()) for count in counts}
    return counted | {_number_of(match["ordinal"]) for match in NUMBERED.finditer(text)}


def _cardinal_of(count: str) -> int:
    return ONCE.get(count) or NUMBER_WORDS.get(count) or int(count)


def _number_of(ordinal: str) -> int:
    digits = re.match(r"\d+", ordinal)
    return int(digits[0]) if digits else ORDINALS[ordinal.lower()]


def tell_tally(tally: Tally, *, before: bool) -> str:
    """How many that makes: with the one that is numbered so, or before it."""
    count = tally.number - 1 if before else tally.number
    told = f"{count_word(count)} ({count})" if count_word(count) != str(count) else str(count)
    return (
        f"By the words “{tally.words}” there had been {told} {'before' if before else 'with'} it."
    )


def fault_of_tally(archive: Archive, said: Statement, cited: Sequence[Citation]) -> str | None:
    """A derived count is worked out anew from an ordinal that stands in a cited sentence."""
    tallies = [tally for one in cited for tally in tallies_in(one.quote)]
    ways = (tell_tally(tally, before=before) for tally in tallies for before in (True, False))
    return None if said.text in ways else "follows from no ordinal of the cited quotes"


def tell_announced(count: int) -> str:
    """How many meetings were announced and never reported as held."""
    noun, it = ("meeting", "it was") if count == 1 else ("meetings", "they were")
    told = f"The archive reports {count_word(count)} such {noun}"
    return f"{told} as announced, and not that {it} held."


def fault_of_count(archive: Archive, said: Statement, cited: Sequence[Citation]) -> str | None:
    """A count's words, and that the cited sentences tell of so many meetings of that kind.

    Which meetings an answer counts is checked in qa/telling/gate.py.
    """
    told = [m.status for c in cited for m in mentions_at(archive, c.article.id, c.start, c.end)]
    match = COUNTED.match(said.text)
    number = number_of(match["number"]) if match else None
    if number is None:
        return "is no count"
    ways = {
        tell_count(number, held=True): TOOK_PLACE,
        tell_count(number, held=False): frozenset(Status),
        tell_announced(number): PLAINLY_AHEAD,
    }
    fits = [status for status in told if status in ways.get(said.text, ())]
    if said.text not in ways:
        return "is no count"
    return None if len(fits) >= min(number, MOST_LISTED) else f"{len(fits)} such are cited"


def right_counts(meetings: Sequence[Meeting]) -> set[str]:
    """The counts that meetings bear out: of all, of those held, of those only announced."""
    held = sum(meeting.status in TOOK_PLACE for meeting in meetings)
    ahead = sum(meeting.status in PLAINLY_AHEAD for meeting in meetings)
    every = tell_count(len(meetings), held=False)
    return {tell_count(held, held=True), every, tell_announced(ahead)}
