"""The way back: from a sentence of the templates of qa/telling/phrases.py to what it claims."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from index.meeting_records import CALLED_OFF, Form, Status
from qa.telling.days_told import MONTH_TEXT, WHEN_TEXT
from qa.telling.phrases import DIRECTED, FORM_OF, FRAMES, HAPPENING, VERBS, Claim


def read_claims(sentence: str) -> list[Claim]:
    """Every way to read a sentence of this language; empty for one that is not of it."""
    likely = (reading for reading in _readings() if all(w in sentence for w in reading.words))
    return [_claim(match, reading) for reading in likely
            if (match := _compiled(reading.pattern).fullmatch(sentence))]  # fmt: skip


class _Reading(NamedTuple):
    """One way to read a sentence: the words that it must have, and the whole of it."""

    words: tuple[str, ...]
    pattern: str
    form: Form
    status: Status
    directed: bool


# All at once they take half a second, which the first answer of a program would wait for
_compiled = cache(re.compile)


def _claim(match: re.Match[str], reading: _Reading) -> Claim:
    groups = match.groupdict()
    return Claim(
        form=reading.form, status=reading.status, directed=reading.directed,
        subjects=split_names(groups.get("subjects") or ""),
        objects=split_names(groups.get("objects") or ""),
        place=groups.get("place"), venue=groups.get("venue") or groups.get("venue2"),
        when=groups.get("when"),
    )  # fmt: skip


def split_names(text: str) -> tuple[str, ...]:
    """The names of a list as `join_names` writes it."""
    if not text:
        return ()
    head, last = text.rsplit(" and ", 1) if " and " in text else ("", text)
    return (*(name for name in head.split(", ") if name), last)


@cache
def _readings() -> list[_Reading]:
    # "in May 2024" and "in the week to 3 May 2024" are no places
    place = rf"(?P<place>(?!(?:{MONTH_TEXT}|\d{{4}}|the week to)\b)[^()]+?)"
    where = rf"(?: (?:in|to) {place}(?: \((?P<venue>[^()]+)\))?| at (?P<venue2>.+?))?"
    when = rf"(?: (?P<when>{WHEN_TEXT}))?"
    found = []
    for verb in VERBS:
        for status, frame, voice in FRAMES:
            if status in CALLED_OFF:
                continue
            at = FORM_OF[voice]
            helper = {"past": "", "base": "would ", "going": "(?:were|was) ", "not": "did not "}[
                voice
            ]
            both = (verb.past, verb.base, verb.going)[at]
            before, after = frame.split("{said}")
            for words, objects in ((both, " (?P<objects>.+?)"), (verb.joint[at], "")):
                body = f"(?P<subjects>.+?) {helper}{re.escape(words)}{objects}{where}{when}"
                pattern = re.escape(before) + body + re.escape(after)
                directed = verb.form in DIRECTED and bool(objects)
                found.append(_Reading((before, words, after), pattern, verb.form, status, directed))
            body = f"[Aa] {re.escape(verb.noun)} {HAPPENING[voice]}{where}{when}"
            pattern = re.escape(before) + body + re.escape(after)
            happens = (before, verb.noun, HAPPENING[voice], after)
            found.append(_Reading(happens, pattern, verb.form, status, False))
        for status in CALLED_OFF:
            body = rf"{re.escape(verb.noun)}(?: of (?P<subjects>.+?))?{where}{when}"
            pattern = rf"The {body} was {status.value}\."
            changed = ("The ", verb.noun, f" was {status.value}.")
            found.append(_Reading(changed, pattern, verb.form, status, False))
    return found
