"""The door to time expressions: found in a text, and resolved against its day of writing.

Two stages, since an article's own date may have to be worked out from its expressions: what the
words say (`find_expressions`), then the days that they name (`resolve`). `find_dates` does both.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.date_grammar import compile_pattern, letter, reduce
from index.date_lexer import Token, lex
from index.date_quotes import mark_quotes
from index.date_records import Anchor, Expression, Meaning, Relation, Tense, TimeExpression, Unit
from index.date_rules import LEVELS, RANGES, RELATION_PATTERNS, SPOKEN_OF
from index.date_timeline import resolve
from index.date_values import open_value, timex_type
from index.records import When
from index.tense import find_tenses

# "the first trip in 15 years", "her third visit in two weeks": how long, and no time to come
FOR_SO_LONG = re.compile(
    r"\b(?:first|second|third|fourth|fifth|only|last|\w{2,}est|most|best|least|rarest)\b"
    r"(?:(?!\b(?:will|would|shall|is|are|was|were|has|have|had)\b)[^.,;:!?]){0,60}"
    r"\b(?:in|for)\s+(?:(?:more|less|fewer) than |over |nearly |almost |about )?$",
    re.IGNORECASE,
)
# "the day before Stone left", "on the same day that the bridge was shut": the words that follow
# tell which day it is, and no day told before them
OF_AN_EVENT = re.compile(
    r"\bsame \w+\s+(?:(?:of|as|that|when|an?)\b|[A-Z])"
    r"|\b(?:before|after)\s+(?:(?:he|she|it|they|we|I|his|her|its|their|our|my|an?|every)\b|[A-Z])"
)
NEAR = 90  # characters before a time in which that stands

__all__ = ["find_dates", "find_expressions", "resolve"]


def find_dates(text: str, published: When | None) -> list[TimeExpression]:
    """The time expressions of a text with their values, resolved against its day of writing.

    In order, none overlapping: `text[one.start:one.end] == one.text`. With `published` None only
    what the text itself dates gets days.
    """
    return resolve(find_expressions(text), published)


def find_expressions(text: str) -> list[Expression]:
    """The time expressions of a text in order, none overlapping, whatever its day of writing."""
    tokens = reduce(lex(text), LEVELS)
    meanings = _meanings(tokens)
    found = [
        _expression(text, token.start, token.end, meanings[n])
        for n, token in enumerate(tokens)
        if token.kind in SPOKEN_OF
    ]
    return mark_quotes(text, _with_tenses(text, found))


def _meanings(tokens: Sequence[Token]) -> list[Meaning]:
    """What each token means, its range or the word before it ("since", "by") taken in."""
    meanings = [
        token.value if isinstance(token.value, Meaning) else Meaning(clock=token.value)
        if token.kind == "clocked" else Meaning() for token in tokens
    ]  # fmt: skip
    letters = "".join([letter(token.kind) for token in tokens])
    for pattern, relation in RELATION_PATTERNS:
        for match in compile_pattern(pattern).finditer(letters):
            meanings[match.end() - 1] = _related(meanings[match.end() - 1], relation)
    for pattern in RANGES:
        for match in compile_pattern(pattern).finditer(letters):
            first, last = match.start("first"), match.start("last")
            ends = {"first": meanings[first], "last": meanings[last], "relation": None}
            for end in (first, last):
                meanings[end] = meanings[end].model_copy(update=ends)
    return meanings


def _related(meaning: Meaning, relation: Relation | str) -> Meaning:
    if meaning.part or meaning.clock or meaning.anchored or meaning.duration or meaning.every:
        return meaning
    return meaning.model_copy(update={"relation": relation})


def _expression(text: str, start: int, end: int, meaning: Meaning) -> Expression:
    return Expression(
        start=start, end=end, text=text[start:end], type=timex_type(meaning),
        value=open_value(meaning), meaning=meaning, tense=None, quoted=False,
        anchor=_anchor(meaning),
    )  # fmt: skip


def _anchor(meaning: Meaning) -> Anchor | None:
    if meaning.is_dated() or meaning.reference or meaning.duration or meaning.every:
        return None
    return meaning.anchored or "publication"


def _with_tenses(text: str, found: Sequence[Expression]) -> list[Expression]:
    dated = [one for one in found if not (one.meaning.duration or one.meaning.every)]
    asked = [(one.start, one.end) for one in dated]
    tenses = find_tenses(text, asked, [needs_tense(one.meaning) for one in dated])
    known = dict(zip(asked, tenses, strict=True))
    return [_with_tense(text, one, known.get((one.start, one.end))) for one in found]


def _with_tense(text: str, one: Expression, tense: Tense | None) -> Expression:
    meaning = one.meaning
    span = meaning.ahead and FOR_SO_LONG.search(text[max(0, one.start - NEAR) : one.start])
    if meaning.ahead and (tense != "future" or span):
        meaning = Meaning(duration=True, unit=meaning.unit, amount=meaning.amount)
    elif meaning.counts_days() and _is_of_an_event(text, one):
        meaning = Meaning(reference="FUTURE_REF" if tense == "future" else "PAST_REF")
    if meaning != one.meaning:
        return _expression(one.text, 0, len(one.text), meaning).model_copy(
            update={"start": one.start, "end": one.end, "tense": tense}
        )
    return one.model_copy(update={"tense": tense}) if tense else one


def _is_of_an_event(text: str, one: Expression) -> bool:
    """Whether the words that follow tell which day it is."""
    found = OF_AN_EVENT.search(text, one.start, one.end + NEAR)
    return found is not None and found.start() < one.end < found.end()


def needs_tense(meaning: Meaning) -> bool:
    """Whether the tense decides which day is meant: "on Friday", but not "last Friday"."""
    if meaning.is_dated() or meaning.every or meaning.duration or meaning.reference:
        return False
    if meaning.within or meaning.origin:
        return any(needs_tense(of) for of in (meaning.within, meaning.origin) if of)
    if meaning.offset is not None:
        this = meaning.offset == 0 and bool(meaning.weekday or meaning.unit is Unit.WEEKEND)
        return this or meaning.ahead or meaning.counts_days()
    named = (meaning.weekday, meaning.month, meaning.season, meaning.holiday, meaning.day)
    return any(named) or meaning.unit is Unit.WEEKEND
