"""An item of the list that an answer gave, for the words that point at it: "On the last of these,
what did they agree?" after "Eels, the ferry and the pilots." asks "On the pilots, …".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from index.parse import FINITE, NOMINAL, parse
from index.records import Turn
from qa.question.follow_up_cues import WHO_TOLD_OF_THOSE

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

NTH = {"first": 0, "former": 0, "second": 1, "third": 2, "fourth": 3, "last": -1, "latter": -1}
PAIR = 2
_ASKS = r"\W*$|[,;]| (?:did|does|do|was|is|were|are|has|had|have|will|would|can|could|worth)\b"
POINTS = re.compile(
    rf"\bthe (?P<nth>(?:(?:very )?(?P<order>{'|'.join(NTH)})|(?P<other>other))"
    r"(?: one(?! (?:to|who|that|which|in|of)\b))?"
    rf"(?:(?<=one)\b|(?: one)? of (?:them|the (?:two|three|four|five)(?={_ASKS})|"
    rf"(?:these|those)(?={_ASKS}))|(?<=latter)(?! (?:half|part|two|case|days?|years?|stages?)\b)|"
    rf"(?={_ASKS})))(?!\w)",
    re.IGNORECASE,
)
WHICH_OF = re.compile(r"\bwhich (?:one )?of (?P<them>them|these|those)(?= [a-z])", re.IGNORECASE)
MARKERS = re.compile(r"\s*\[\d+\]|[“”\"]")
OPENS = re.compile(r"^(?:with|about|on|in|by|of|for|to|at|from|between)\s+", re.IGNORECASE)
JOINED = re.compile(r",? (?:and|or) ")


def name_item(text: str, history: Sequence[Turn], asked: str = "") -> str:
    """The question with the item of the last list in which there is such a one; the same where it
    points at none, or no answer lists anything. `asked` is the last question, completed.
    """
    points = POINTS.search(text)
    if points is None:
        return _name_all(text, history)
    for at, items in _lists(history):
        item = _pick(points, items, [*(turn.content for turn in history[at + 1 :]), asked])
        if item:
            return f"{text[: points.start()]}{item}{text[points.end() :]}"
    return text


def _name_all(text: str, history: Sequence[Turn]) -> str:
    """The question which of them did something with the items of the last list."""
    which = WHICH_OF.search(text)
    items = next((items for _, items in _lists(history) if len(items) >= PAIR), []) if which else []
    if which is None or not items or re.search(r"\d", " ".join(items)):
        return text
    first, end = which.span("them")
    return f"{text[:first]}{', '.join(items[:-1])} and {items[-1]}{text[end:]}"


def list_pointed_at(text: str, history: Sequence[Turn]) -> tuple[str, ...]:
    """All items of the list of which a question asks after one; empty where it does not."""
    lists = _lists(history) if POINTS.search(text) or WHICH_OF.search(text) else ()
    return next((tuple(items) for _, items in lists if len(items) >= PAIR), ())


def _lists(history: Sequence[Turn]) -> Iterator[tuple[int, list[str]]]:
    """Where each answer stands and its items, the last first."""
    for at in range(len(history) - 1, -1, -1):
        if history[at].role == "assistant":
            yield at, _items(history[at].content)


def name_those(text: str, history: Sequence[Turn]) -> str:
    """A question who told of "those talks" with the answer's words for them: "the talks in Oslo on
    the ferry"; the same where it asks no such thing.
    """
    asks = WHO_TOLD_OF_THOSE.search(text)
    told = history[-1] if history else None
    if asks is None or told is None or told.role == "user":
        return text
    noun = re.search(rf"\b{asks['noun']}\b[^.?!;,(]*", told.content, re.IGNORECASE)
    first, end = asks.span("those")
    return f"{text[:first]}the {noun[0].rstrip()}{text[end:]}" if noun else text


def _pick(points: re.Match[str], items: Sequence[str], since: Sequence[str]) -> str | None:
    """The item that is pointed at; "the other one" is that of two that nobody spoke of since."""
    if any(re.search(r"\d", item) for item in items):
        return None  # days: which of several meetings is meant is the meetings' matter
    if points["other"]:
        told = [text for text in since if not all(item in text for item in items)]
        left = [item for item in items if not any(item in text for text in told)]
        return left[0] if len(items) == PAIR and len(left) == 1 else None
    nth = NTH[points["order"].lower()]
    return items[nth] if len(items) >= max(PAIR, nth + 1) else None


def _items(told: str) -> list[str]:
    """The items of an answer that is a list, else of the longest list in one of its sentences."""
    told = MARKERS.sub("", told).strip()
    doc = parse([told])[0]
    if any(token.tag_ in FINITE for token in doc):
        return max(_chains(doc), key=len, default=[])
    bare = OPENS.sub("", told.split(". ")[0].rstrip(" ."))
    *lead, last = bare.split(", ")
    if not JOINED.search(f" {last}"):
        return []  # "Karl Moe, the spokesman": one, and what he is
    items = [item.removeprefix("and ") for item in (*lead, *JOINED.split(last, maxsplit=1))]
    proper = {token.text for token in doc if token.pos_ == "PROPN"}
    return [_lowered(item, proper) for item in items if item]


def _chains(doc: Doc) -> Iterator[list[str]]:
    for token in doc:
        chain = [token]
        while after := [one for one in chain[-1].conjuncts if one.i > chain[-1].i][:1]:
            chain += after
        if len(chain) > 1 and token.dep_ != "conj" and all(one.pos_ in NOMINAL for one in chain):
            yield [_said(one, chain) for one in chain]


def _said(token: Token, chain: Sequence[Token]) -> str:
    """The words of one item, without those joined to it."""
    joined = [one.left_edge.i for one in chain if one.i > token.i]
    end = min([*joined, token.right_edge.i + 1])
    words = token.doc[token.left_edge.i : end]
    while len(words) > 1 and (words[-1].is_punct or words[-1].pos_ == "CCONJ"):
        words = words[:-1]
    return _lowered(words.text, {one.text for one in words if one.pos_ == "PROPN"})


def _lowered(item: str, proper: set[str]) -> str:
    """An item as it stands within a sentence."""
    return item if item.split()[0] in proper else item[:1].lower() + item[1:]
