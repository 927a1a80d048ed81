"""Whose words a sentence reports: told by who stands at its verb of saying."""

from __future__ import annotations

import re
from collections.abc import Iterable

from index.cues import QUOTED
from index.words import fold, stem
from qa.cues import SAYS

_NAME = r"(?:[A-Z][\w.’'-]*(?:\s(?:van|von|de|der|al|el|bin))*\s?)+"
SAYERS = (  # "said Anna Stone", "added the envoy", "Stone, who heads the board, told reporters"
    re.compile(rf"\b{SAYS}\b\s+(?:the\s+)?(?:[a-z]+\s+){{0,3}}(?P<who>{_NAME})"),
    re.compile(
        rf"(?P<who>{_NAME})(?:,[^,“”\"]{{1,60}},)?\s+(?:has |had |have )?(?:\w+ly )?{SAYS}\b"
    ),
    re.compile(rf"\b(?P<who>[Hh]e|[Ss]he|[Tt]hey)\s+(?:has |had |have )?(?:\w+ly )?{SAYS}\b"),
    re.compile(rf"\b{SAYS}\s+(?P<who>he|she|they)\b"),
    re.compile(rf"\b(?P<who>(?:an?|the|his|her|its|their)\s(?:[\w’'-]+\s){{1,4}}){SAYS}\b"),
)
PRONOUNS = frozenset(["he", "she", "they"])


def sayers_of(text: str) -> list[str]:
    """Who stands at the verbs of saying of a sentence: names, pronouns, "her aide"."""
    return [match["who"].strip() for pattern in SAYERS for match in pattern.finditer(text)]


def may_be_said_by(text: str, names: Iterable[str]) -> bool:
    """Whether a sentence may report words of somebody so named, and not only another's.

    So it does where one of the names, or a pronoun, stands at its verb of saying; or where it
    quotes and nobody does.
    """
    asked = {stem(fold(word).lower()) for name in names for word in name.split()}
    sayers = sayers_of(text)
    if not sayers:
        return QUOTED.search(text) is not None
    words = ({stem(fold(word).lower()) for word in re.findall(r"[\w-]+", one)} for one in sayers)
    return any(one & asked or one & PRONOUNS for one in words)
