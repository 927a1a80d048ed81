"""Whether other words say of a meeting what the composed sentence says, no more and no less.

A wording is taken apart: the names, the places and the day of the claim are looked for as they
stand and taken out, and what is left must be words of a short list (qa/telling/wording_words.py).
So a model cannot add: a name, a number, a quotation, a reason would be left over. What each word
may say is listed too: that it took place, was announced, denied; who received whom.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import product
from typing import Literal

from index.meeting_records import Form, Status
from index.records import Record
from qa.telling.phrases import DIRECTED, Claim
from qa.telling.phrases_read import read_claims
from qa.telling.wording_days import ways_to_write
from qa.telling.wording_words import LANGUAGES, Language

# A summit, a reception and a visit to somebody may be told as "met"; talks may have been by video,
# and a call was no meeting face to face.
ALSO: Mapping[Form, frozenset[str]] = {
    "conversation": frozenset({"conversation"}),
    "meeting": frozenset({"meeting"}), "talks": frozenset({"talks", "conversation"}),
    "summit": frozenset({"summit", "meeting"}), "call": frozenset({"call", "conversation"}),
    "reception": frozenset({"reception", "meeting"}), "visit": frozenset({"visit", "meeting"}),
}  # fmt: skip
UNNAMED = " (unnamed)"
POINTS = re.compile(r"[\s.,()’'\-–]+")
WORD = re.compile(r"[^\W_]+")
NAME, DETAIL = "|", "#"  # what stands in a wording where a name, a place or a day was taken out
NAMES_RUN = re.compile(r"\| +\|")  # "Berg Holm met" makes one of two
TOKEN = re.compile(r"[^\W_]+|\|+|#+")
# A phrase that ends so opens what it is about; after another, a day or place would be its own:
# "it was announced that on 3 May", but not "it was announced on 3 May that".
OPENING = frozenset(
    ["that", "to", "for", "dass", "sollte", "sollten", "que", "qu", "devait", "devaient", "para"]
)
Kind = Literal["small", "past", "bare", "status", "ahead", "passive", "name", "detail"]


class Cue(Record):
    """What a phrase of the lists tells: its kind, and its form or status where it has one.

    `opens` where what follows is what it is about. A name that was taken out is a cue, too, and so
    is a day or a place ("detail").
    """

    kind: Kind
    opens: bool = True
    form: Form | None = None
    status: Status | None = None


MARKS = {NAME: Cue(kind="name"), DETAIL: Cue(kind="detail")}


class Spot(Record):
    """Where a name stands in a wording, and whose."""

    name: str
    start: int
    end: int


def find_fault_of_wording(composed: str, words: str, code: str | None = None) -> str | None:
    """What is wrong with a model's words for a composed sentence; None where they say the same.

    `code` is the language they should be in, a key of `LANGUAGES`; without one they pass when they
    are right in any of them.
    """
    claims = read_claims(composed)
    if not claims:
        return "words for a sentence of another kind than about a meeting"
    languages = [LANGUAGES[code]] if code else list(LANGUAGES.values())
    faults = [
        _fault(claim, " ".join(words.split()), language)
        for language, claim in product(languages, claims)
    ]
    return None if None in faults else faults[0]


def can_be_worded(composed: str) -> bool:
    """Whether a composed sentence is of the kind whose wordings can be checked."""
    claims = read_claims(composed)
    return any(claim.subjects and ways_to_write(claim.when, "en") for claim in claims)


def _fault(claim: Claim, words: str, language: Language) -> str | None:
    folded = unicodedata.normalize("NFC", words)
    spots, rest = _take_names(claim, folded)
    if NAMES_RUN.search(rest):
        return "runs two names together"
    missing = {*claim.subjects, *claim.objects} - {spot.name for spot in spots}
    if missing:
        return f"leaves out {min(missing)}"
    for told in (claim.venue, claim.place):
        if told and told not in {*claim.subjects, *claim.objects}:
            rest, found = _take(rest, (told,))
            if not found:
                return f"leaves out {told}"
    if claim.when:
        ways = ways_to_write(claim.when, language.code)
        if sum(len(list(_places(rest, way))) for way in ways) > 1:
            return "says the day twice"
        rest, found = _take(rest, ways)
        if not found:
            return f"leaves out {claim.when}, or says it otherwise"
    return _fault_of_rest(claim, spots, rest, language)


def _take_names(claim: Claim, words: str) -> tuple[list[Spot], str]:
    """Where the names stand, and the words with strokes in their places."""
    spots = []
    for name in sorted({*claim.subjects, *claim.objects}, key=len, reverse=True):
        for way in (name, name.removesuffix(UNNAMED)):
            for found in _places(words, way):
                spots.append(Spot(name=name, start=found.start(), end=found.end()))
            words = _strike(words, way, NAME)
    return spots, words


def _take(words: str, ways: Iterable[str]) -> tuple[str, bool]:
    """The words without the first of some ways to say a thing that stands in them."""
    for way in sorted(ways, key=len, reverse=True):
        if next(_places(words, way), None):
            return _strike(words, way, DETAIL), True
    return words, False


def _places(words: str, way: str) -> Iterator[re.Match[str]]:
    return re.finditer(rf"(?<!\w){re.escape(way)}(?!\w)", words, re.IGNORECASE)


def _strike(words: str, way: str, mark: str) -> str:
    """The same words, as long as before, with marks where a thing was said."""
    return re.sub(
        rf"(?<!\w){re.escape(way)}(?!\w)", lambda m: mark * len(m[0]), words, flags=re.IGNORECASE
    )


def _fault_of_rest(
    claim: Claim, spots: Sequence[Spot], rest: str, language: Language
) -> str | None:
    """What the words that are left say beyond the claim, or against it."""
    left = next(
        (mark for mark in POINTS.sub("", rest) if not (mark.isalpha() or mark in NAME + DETAIL)), ""
    )
    if left:
        return f"holds “{left}”, which the fact does not"
    cues, strange = _read(rest, language)
    if strange:
        return f"“{strange}” is no word of the fact"
    return _fault_of_cues(claim, cues) or _fault_of_direction(claim, cues, spots)


def _read(rest: str, language: Language) -> tuple[list[Cue], str]:
    """The cues of the words that are left, longest phrases first; and the first strange word."""
    phrases = _phrases(language.code)
    longest = max(map(len, phrases))
    words = [word.lower() for word in TOKEN.findall(rest)]
    cues: list[Cue] = []
    at = 0
    while at < len(words):
        if words[at][0] in MARKS:
            cues.append(MARKS[words[at][0]])
            at += 1
            continue
        sizes = range(min(longest, len(words) - at), 0, -1)
        size = next((n for n in sizes if tuple(words[at : at + n]) in phrases), 0)
        if not size:
            return cues, words[at]
        cues += phrases[tuple(words[at : at + size])]
        at += size
    return cues, ""


def _fault_of_cues(claim: Claim, cues: Sequence[Cue]) -> str | None:
    """Whether form and status are told as the claim has them."""
    forms = {cue.form for cue in cues if cue.form}
    alone = not claim.objects and len(claim.subjects) == 1  # "visited Leiden" is not "met Leiden"
    if strange := forms - ({claim.form} if alone else ALSO[claim.form]):
        return f"tells of a {min(strange)}, the fact of a {claim.form}"
    statuses = {cue.status for cue in cues if cue.status}
    past = any(cue.kind == "past" for cue in cues)
    if claim.status is Status.HELD:
        if statuses or any(cue.kind == "ahead" for cue in cues):
            return "tells as planned what took place"
        return None if past else "does not say that it took place"
    if past:
        return "tells as held what was not"
    if statuses != {claim.status}:
        return f"does not tell it as {claim.status.value}"
    return "ties the day or place to the announcement" if _is_tied(cues) else None


def _is_tied(cues: Sequence[Cue]) -> bool:
    """Whether a day or place follows on what became of the meeting, with nobody between."""
    ends = [at for at, cue in enumerate(cues) if cue.kind == "status" and not cue.opens]
    after = (next((c for c in cues[at:] if c.kind in ("name", "detail")), None) for at in ends)
    return any(cue is not None and cue.kind == "detail" for cue in after)


def _fault_of_direction(claim: Claim, cues: Sequence[Cue], spots: Sequence[Spot]) -> str | None:
    """Whether those stand in their places who received and were received."""
    turning = {cue.form for cue in cues if cue.form in DIRECTED}
    passive = any(cue.kind == "passive" for cue in cues)
    if not turning:
        return "says by whom" if passive else None
    if not claim.objects:
        return "says who came to whom" if passive or claim.directed else None
    if not claim.directed:
        return "says who came to whom"
    first, then = (claim.objects, claim.subjects) if passive else (claim.subjects, claim.objects)
    return None if _all_before(first, then, spots) else "turns round who came to whom"


def _all_before(first: Sequence[str], then: Sequence[str], spots: Sequence[Spot]) -> bool:
    ends = [spot.start for spot in spots if spot.name in first]
    starts = [spot.start for spot in spots if spot.name in then]
    return max(ends) < min(starts)


@cache
def _phrases(code: str) -> dict[tuple[str, ...], list[Cue]]:
    """Every phrase of a language, by its code, as its words, with what it may tell."""
    language = LANGUAGES[code]
    found: dict[tuple[str, ...], list[Cue]] = {}

    def add(texts: Iterable[str], cue: Cue) -> None:
        for text in texts:
            words = tuple(word.lower() for word in WORD.findall(text))
            found.setdefault(words, []).append(cue)

    for form, texts in language.past.items():
        add(texts, Cue(kind="past", form=form))
    for form, texts in language.bare.items():
        add(texts, Cue(kind="bare", form=form))
    for status, texts in language.status.items():
        for text in texts:
            opens = WORD.findall(text)[-1] in OPENING
            add([text], Cue(kind="status", status=status, opens=opens))
    add(language.ahead, Cue(kind="ahead"))
    add(language.passive, Cue(kind="passive"))
    small = [word for word in language.small.split() if (word,) not in found]
    add(small, Cue(kind="small"))
    return found
