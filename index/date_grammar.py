"""The grammar's machine: rules over classes of tokens, applied in levels from words to phrases.

A rule's pattern names classes in braces ("{month:m} {number:d}"); `:m` hands the token's value to
the rule's builder. A level replaces what its rules match, the leftmost and longest first, by one
token each; the next level reads on from there (a cascade of finite-state transducers, as in
FASTUS: Hobbs et al., 1997).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from typing import Any, NamedTuple

from index.date_lexer import Token

PRIVATE = 0xE000  # classes are written as letters of Unicode's private use area: no text holds them
NAMED = re.compile(r"\{([\w|^]+)(?::(\w+))?\}")
GROUPS = {  # classes that stand for several
    "TIME": "DAY|MONTH|YEAR|PERIOD|PARTDAY",
    "count": "number|numword",
    "month": "plainmonth|namemonth",
    "someunit": "unit|units",
    "relation": "since|after|before|until|by",
}


class Rule(NamedTuple):
    """What a sequence of classes becomes: a token of `kind` whose value `build` gives.

    A kind "=t" is that of the token captured as `t`.

    A builder that returns None has looked closer and finds no such phrase. `example` is invented.
    """

    kind: str
    pattern: str
    build: Callable[..., Any]
    example: str


class Level(NamedTuple):
    """Rules that apply together; `passes` how often, for phrases that nest."""

    rules: Sequence[Rule]
    passes: int = 1


_LETTERS: dict[str, str] = {}


def letter(kind: str) -> str:
    """The letter that a class is written with."""
    return _LETTERS.setdefault(kind, chr(PRIVATE + len(_LETTERS)))


@cache
def compile_pattern(pattern: str) -> re.Pattern[str]:
    """A rule's pattern over the letters of the classes."""
    return re.compile(NAMED.sub(_group, pattern).replace(" ", ""))


def _group(match: re.Match[str]) -> str:
    names, capture = match.groups()
    negated = names.startswith("^")
    kinds = [k for name in names.lstrip("^").split("|") for k in GROUPS.get(name, name).split("|")]
    body = "[" + "^" * negated + "".join(letter(kind) for kind in kinds) + "]"
    return f"(?P<{capture}>{body})" if capture else body


def reduce(tokens: Sequence[Token], levels: Iterable[Level]) -> list[Token]:
    """The tokens after every level."""
    reduced = list(tokens)
    for level in levels:
        for _ in range(level.passes):
            reduced, changed = _apply(reduced, level.rules)
            if not changed:
                break
    return reduced


class _Found(NamedTuple):
    first: int
    last: int
    rule: Rule
    match: re.Match[str]


def _apply(tokens: list[Token], rules: Sequence[Rule]) -> tuple[list[Token], bool]:
    letters = "".join([letter(token.kind) for token in tokens])
    found = [
        _Found(*match.span(), rule, match)
        for rule in rules
        for match in compile_pattern(rule.pattern).finditer(letters)
    ]
    found.sort(key=lambda one: (one.first, -one.last))
    made: list[Token] = []
    at = 0
    for one in found:
        if one.first < at:
            continue
        built = _build(one, tokens)
        if built is not None:
            made += tokens[at : one.first]
            made.append(built)
            at = one.last
    return made + tokens[at:], at > 0


def _build(found: _Found, tokens: Sequence[Token]) -> Token | None:
    captured = {
        name: tokens[found.match.start(name)].value if found.match[name] else None
        for name in found.match.re.groupindex
    }
    value = found.rule.build(**captured)
    if value is None:
        return None
    kind = found.rule.kind
    if kind.startswith("="):  # the class of what a capture holds
        kind = tokens[found.match.start(kind[1:])].kind
    return Token(kind, tokens[found.first].start, tokens[found.last - 1].end, value)
