"""From text to tokens that carry a class: what the grammar of time expressions reads.

A token keeps its place; its `kind` is the name of its class ("month", "number", "x" for every word
that says nothing about time) and its `value` what the word stands for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from index.cues import MONTHS
from index.date_languages import FOREIGN_DAY, read_foreign_day
from index.date_numeric import read_clock, read_numeric_day, read_short_year
from index.date_words import (
    ABBREVIATED_WEEKDAYS,
    HOLIDAYS,
    LEXICON,
    MONTHS_THAT_ARE_WORDS,
    NAMES_THAT_ARE_MONTHS,
    WEEKDAYS,
)


class Token(NamedTuple):
    """A word or a phrase that the grammar has put together, and what it stands for."""

    kind: str
    start: int
    end: int
    value: Any


SHORT_NAMES = "|".join(
    sorted((n for n in (*MONTHS, *WEEKDAYS) if len(n) <= 5 and n not in ("march", "april", "may")),
           key=len, reverse=True)
)  # fmt: skip
TOKEN = re.compile(
    r"(?P<break>\n\s*\n\s*)"
    r"|(?P<title>(?-i:\b[A-Z]{2,} TODAY\b(?=[^\n]{0,60}[a-z])))"  # "told FJORD TODAY", a paper
    rf"|(?P<foreign>{FOREIGN_DAY})"
    r"|(?P<figures>\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}(?![\d/])(?:T[\d:.]+Z?)?"
    r"|\d{1,2}[-/][A-Za-z]{3}[-/]\d{2,4}(?!\w))"
    r"|(?P<clock>\d{1,2}(?:[:.]\d\d(?::\d\d)?)?\s?(?:[ap]\.m\.|[ap]m\b)|\d{1,2}[:h]\d\d(?::\d\d)?(?![\w.:%-])"
    r"|\d{1,2}\so'clock)"
    rf"|(?P<holiday>\b(?:{'|'.join(f'(?:{pattern})' for pattern, _ in HOLIDAYS)})\b)"
    r"|(?P<quarter>[QH][1-4]\b)"
    r"|(?P<decade>(?:1\d|20)\d0['’]?s\b|['’`][1-9]0s\b|(?<=\bthe )[2-9]0['’]?s\b)"
    r"|(?P<short>['’`]\d\d(?![\w]))"
    r"|(?P<ordinal>\d{1,2}(?:st|nd|rd|th)\b)"
    r"|(?P<number>\d{1,12}(?:[.,]\d{1,9}){0,5}(?:\s\d/\d)?(?![\w%]))"
    rf"|(?P<abbreviation>\b(?:{SHORT_NAMES})\.(?=[\s,\d)]))"
    rf"|(?P<joined>\b(?:{SHORT_NAMES})-(?!to\b)(?-i:[a-z])(?:[\w-]*\w)?)"  # "Mar-a-Lisa", a house
    r"|(?P<poss>(?<=\w)['’]s\b|(?<=s)['’](?=\s))"
    r"|(?P<word>[^\W\d_]+(?:\.[^\W\d_](?=\.))*)"
    r"|(?P<mark>[^\w\s])|(?P<junk>\w+)",
    re.IGNORECASE,
)
MARKS = {",": "comma", "-": "dash", "–": "dash", "—": "long", "/": "slash", "(": "lparen",
         ")": "rparen", "[": "lparen", "]": "rparen", ".": "stop", "$": "money", "£": "money",
         "€": "money", "%": "percent", "#": "hash", ":": "colon"}  # fmt: skip


def lex(text: str) -> list[Token]:
    """The tokens of a text in order; space is left out, an empty line is a token of its own."""
    return list(_tokens(text))


def _tokens(text: str) -> Iterator[Token]:
    for match in TOKEN.finditer(text):
        kind = match.lastgroup or "x"
        start, end = match.span()
        word = match.group()
        if kind == "word":
            yield _word(word, start, end)
        else:
            yield _special(kind, word, start, end)


def _word(word: str, start: int, end: int) -> Token:
    lower = word.lower()
    found = LEXICON.get(lower)
    if found is None:
        return Token("name" if word[0].isupper() else "x", start, end, word)
    kind, value = found
    if word[0].islower() and (lower in MONTHS_THAT_ARE_WORDS or lower in ABBREVIATED_WEEKDAYS):
        return Token("x", start, end, word)
    if kind == "month":
        kind = "namemonth" if lower in NAMES_THAT_ARE_MONTHS else "plainmonth"
    elif kind == "weekday" and lower in ABBREVIATED_WEEKDAYS:
        kind = "shortday"
    return Token(kind, start, end, value)


def _special(kind: str, word: str, start: int, end: int) -> Token:
    if kind == "mark":
        return Token(MARKS.get(word, "mark"), start, end, word)
    if kind == "number":
        return _number(word, start, end)
    if kind == "figures":
        return _or_plain(read_numeric_day(word), "DAY", start, end)
    if kind == "foreign":
        return _or_plain(read_foreign_day(word), "DAY", start, end)
    if kind == "clock":
        return _or_plain(read_clock(word), "clock", start, end)
    if kind == "decade":
        return Token("decade", start, end, int(re.sub(r"\D", "", word).zfill(4)[:3]))
    if kind == "short":
        return Token("short", start, end, read_short_year(word))
    if kind == "holiday":
        name = next(
            name for pattern, name in HOLIDAYS if re.fullmatch(_bare(pattern), word, re.IGNORECASE)
        )
        return Token("holiday", start, end, name)
    if kind == "quarter":
        return Token("half_" if word[0] in "Hh" else "quarter_", start, end, int(word[1]))
    if kind == "ordinal":
        return Token("ordinal", start, end, int(word[:-2]))
    if kind == "abbreviation":
        return _word(word[:-1], start, end)._replace(end=end)
    return Token(kind if kind in ("break", "poss") else "x", start, end, word)


def _bare(pattern: str) -> str:
    return re.sub(r"\(\?=.*\)$", "", pattern)


def _or_plain(value: Any, kind: str, start: int, end: int) -> Token:
    return Token("x" if value is None else kind, start, end, value)


def _number(word: str, start: int, end: int) -> Token:
    if re.fullmatch(r"[12]\d{3}", word):
        return Token("year", start, end, int(word))
    if match := re.fullmatch(r"(\d+)\s(\d)/([1-9])", word):
        return Token("number", start, end, int(match[1]) + int(match[2]) / int(match[3]))
    if re.fullmatch(r"\d+|\d{1,3}(?:,\d{3})+|\d+\.\d+", word):
        plain = word.replace(",", "")
        return Token("number", start, end, float(plain) if "." in plain else int(plain))
    return Token("x", start, end, word)
