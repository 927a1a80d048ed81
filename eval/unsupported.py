"""Statements that say more than what they cite, as far as that can be told without understanding.

A number, a name or a quotation that neither the cited passages nor the given derivation hold is
found alike in every system's words. What is put together wrongly from words that stand there is not
seen: the count is a lower bound.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from eval.reply import Claim, Reply
from index.cues import FUNCTION_WORDS, MONTHS, STOP_WORDS
from index.spellings import fold_name
from qa.telling.phrases import NUMBERS

QUOTED = re.compile(r"[“\"]([^”\"]{3,})[”\"]")
WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*|[.!?:]")
ENDS = frozenset(".!?:")
PLAIN = FUNCTION_WORDS | STOP_WORDS | set(MONTHS) | set(NUMBERS)


def count_unsupported(reply: Reply) -> int:
    """How many claims of a reply hold what their evidence does not; one without evidence does."""
    return sum(bool(strange_in(claim, reply)) for claim in reply.claims)


def strange_in(claim: Claim, reply: Reply) -> list[str]:
    """The numbers, names and quotations of a claim that its evidence does not hold.

    A name stands there when one of its words does: "Anna Stone" where the passage has "Stone".
    """
    passages = " ".join(reply.cited[at].quote for at in claim.citations)
    if not passages:
        return [claim.text]
    held = f"{passages} {claim.derivation or ''}"
    flat = " ".join(held.split())
    words = {fold_name(word) for word in WORD.findall(held)}
    quotes = [q for q in QUOTED.findall(claim.text) if " ".join(q.split()) not in flat]
    bare = QUOTED.sub(" ", claim.text)
    return [*quotes, *(name for name in _names(bare) if not _stands(name, words))]


def _stands(name: str, words: set[str]) -> bool:
    return any(fold_name(part) in words for part in name.split())


def _names(text: str) -> Iterator[str]:
    """Runs of words with a capital, and each number; the first word of a sentence only where it
    goes on with another capital or is a number.
    """
    tokens = WORD.findall(text)
    opens = [at == 0 or tokens[at - 1] in ENDS for at in range(len(tokens))]
    kinds = [_kind(token) for token in tokens]
    for kind, run in groupby(range(len(tokens)), key=lambda at: kinds[at]):
        places = list(run)
        if kind == "number":
            yield from (tokens[at] for at in places)
        elif kind == "name" and not (len(places) == 1 and opens[places[0]]):
            yield " ".join(tokens[at] for at in places)


def _kind(token: str) -> str:
    if token[0].isdigit():
        return "number"
    plain = token.lower() in PLAIN or not token[0].isupper()
    return "" if plain else "name"
