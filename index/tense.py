"""The tense of the verb that governs a stretch of text: past, present or future.

Most sentences of the wire tell it by their words alone; where they hold a sign of the future
beside one of the past, spaCy's parse of the sentence decides (the nearest verbal head, and what
it hangs on).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from enum import Enum
from itertools import compress, pairwise
from typing import TYPE_CHECKING

from index.date_records import Tense
from index.parse import parse
from index.tense_cues import (
    AHEAD_PREPOSITIONS,
    BEGUN,
    FUTURE_SIGN,
    NEXT_SENTENCE,
    PAST_SIGN,
    PLANNED,
    PREPOSITIONS,
    SAID_ON,
    SAYING_NOW,
    WEEKDAY_ALONE,
)

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

LONGEST = 800  # characters of a sentence that are parsed: longer ones are lists and tables
NOT_NEEDED = ("ner", "lemmatizer", "attribute_ruler")  # half of the time that a parse takes
# A line longer than a wrapped one ends a sentence, whatever its last sign: "… Stone\nBerg said"
LINE_END = re.compile(r"[^\n]{100}\n(?=[\"“‘'(«]*[A-Z])")
SHORT = 20  # characters about a time in which there is no clause
Place = tuple[int, int]


class Sign(Enum):
    """What the words of a sentence leave to its parse."""

    BOTH = "signs of several tenses, or of none"


def find_tenses(text: str, places: Sequence[Place], closely: Sequence[bool]) -> list[Tense | None]:
    """The tense that governs each place (start, end) of a text; None where no verb shows one.

    Only where `closely` says so is a sentence parsed whose words leave it open.
    """
    starts = _sentences(text)
    around = [_around(starts, place, len(text)) for place in places]
    quick = [_by_words(text, place, inside) for place, inside in zip(places, around, strict=True)]
    wanted = [tense is Sign.BOTH and ask for tense, ask in zip(quick, closely, strict=True)]
    sentences = list(dict.fromkeys(compress(around, wanted)))
    docs = parse([text[start:end] for start, end in sentences], without=NOT_NEEDED)
    parsed = dict(zip(sentences, docs, strict=True))
    told = [None if isinstance(tense, Sign) else tense for tense in quick]
    return [
        _by_parse(parsed[inside], place, inside) if ask else tense
        for place, inside, tense, ask in zip(places, around, told, wanted, strict=True)
    ]


def _sentences(text: str) -> list[int]:
    """Where sentences start, near enough for their tense; what is too long is cut."""
    ends = {m.end() for one in (NEXT_SENTENCE, LINE_END) for m in one.finditer(text)}
    starts = [0, *sorted(ends), len(text)]
    return [
        cut for start, end in pairwise(starts) for cut in range(start, max(end, start + 1), LONGEST)
    ]


def _around(starts: Sequence[int], place: Place, length: int) -> Place:
    """The sentence that a place starts in, to the end of the place at least."""
    n = bisect_right(starts, place[0])
    return starts[n - 1], max(starts[n] if n < len(starts) else length, place[1])


def _by_words(text: str, place: Place, inside: Place) -> Tense | Sign | None:
    """The tense where the words leave no choice."""
    before = text[max(inside[0], place[0] - 25) : place[0]]
    for pattern, tense in PREPOSITIONS:
        if pattern.search(before):
            return tense
    if SAID_ON.search(before) and WEEKDAY_ALONE.match(text, place[0]):
        return "past"
    sentence = text[inside[0] : inside[1]]
    ahead, past = FUTURE_SIGN.search(sentence), PAST_SIGN.search(sentence)
    if past and not ahead:
        return "past"
    return Sign.BOTH if ahead or past or len(sentence) > place[1] - place[0] + SHORT else None


def _by_parse(doc: Doc, place: Place, inside: Place) -> Tense | None:
    span = doc.char_span(place[0] - inside[0], place[1] - inside[0], alignment_mode="expand")
    if span is None or not len(span):
        return None
    token = span.root
    below: list[Token] = [token]
    while not is_verb(token) and token.head != token:
        token = token.head
        below.append(token)
    return verb_tense(token, below) if is_verb(token) else _any_verb(doc)


def _any_verb(doc: Doc) -> Tense | None:
    for token in doc:
        if is_verb(token) and (tense := verb_tense(token, [])):
            return tense
    return None


def is_verb(token: Token) -> bool:
    """Whether a token is a verb or an auxiliary."""
    return token.tag_.startswith("VB") or token.tag_ == "MD"


def verb_tense(verb: Token, below: Sequence[Token], depth: int = 0) -> Tense | None:
    """The tense of a verb, seen from what hangs on it (`below`, from the leaf up)."""
    helpers = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    words = {helper.lower_ for helper in helpers}
    if any(helper.tag_ == "MD" for helper in helpers) or verb.tag_ == "MD":
        return "past" if words & {"have", "'ve"} else "future"
    if "to" in words:
        return _infinitive(verb, depth)
    if verb.lower_ in PLANNED and _looks_ahead(verb, below, words):
        return "future"
    if any(helper.tag_ == "VBD" for helper in helpers) or words & {"has", "have", "'ve", "had"}:
        return "past"
    return _by_form(verb, words, below, depth)


def _by_form(verb: Token, words: set[str], below: Sequence[Token], depth: int) -> Tense | None:
    if verb.tag_ == "VBD":
        return "past"
    if verb.tag_ in ("VBZ", "VBP"):
        return "past" if verb.lower_ in SAYING_NOW else "present"
    if verb.tag_ == "VBG" and words & {"is", "are", "am", "'s", "'re"}:
        return "future"
    if verb.tag_ == "VBN":
        return "present" if words & {"is", "are", "being"} else "past"
    if verb.tag_ in ("VBG", "VB") and verb.head != verb and depth < 4:
        head = _verb_above(verb)
        return verb_tense(head, [*below, verb], depth + 1) if head is not None else None
    return None


def _infinitive(verb: Token, depth: int) -> Tense | None:
    """ "To meet" is still to come, unless what it hangs on has begun it."""
    head = _verb_above(verb)
    if head is not None and any(child.lower_ == "had" for child in head.children):
        return "past"  # "had been due to sail on Friday"
    if head is not None and depth < 4 and head.lower_ in BEGUN:
        return verb_tense(head, [verb], depth + 1)
    aim = verb.dep_ in ("advcl", "relcl") and head is not None and head.tag_ == "VBD"
    if aim and head is not None and head.lower_ not in PLANNED:
        return "past"  # "closed the port to save money on Friday"
    return "future"


def _looks_ahead(verb: Token, below: Sequence[Token], words: set[str]) -> bool:
    """Whether what hangs on "plan" or "schedule" is the thing planned, not the day of planning."""
    return any(
        token.lower_ in AHEAD_PREPOSITIONS
        or (token.dep_ in ("dobj", "pobj", "nsubjpass", "attr") and token.i > verb.i)
        for token in below[1:]
    ) or bool(below and below[0].dep_ in ("dobj", "pobj") and words & {"is", "are"})


def _verb_above(token: Token) -> Token | None:
    while token.head != token:
        token = token.head
        if is_verb(token):
            return token
    return None
