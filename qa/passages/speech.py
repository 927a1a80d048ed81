"""Who stands at the verbs of saying of a sentence, and what it says outside its quotes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from qa.cues import ANSWERING, BOTH_SPEAK, SAYS

if TYPE_CHECKING:
    from spacy.tokens import Token

_WORD = r"[^\W\d_a-zß-öø-ÿ][\w.’'-]*"
_NAME = rf"(?:\b{_WORD}(?:\s(?:(?:van|von|de|der|al|el|bin)\s)*{_WORD})*)"
_OFFICE = r"(?:(?:[Aa]n?|[Tt]he|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|[Oo]ne)(?:\s[\w’'.-]+){1,5}?)"
_NO_PLACE = r"(?:(?!by |from |in |at |on |to |that |of |with |for |after |before )[a-z]+\s+){0,3}"
_ENDING = r"(?=\s*(?:[.,;]|$|(?:in|at|on|who|after|before|from|to)\b))"
_HAVING = r"(?:(?:has|had|have|was heard to|\w+ly|also|then|now|later|again|only|once) ){0,3}"
_ASIDE = r"(?:,[^,“”\"]{1,60},| who (?:(?!that\b)[^,“”\"]){3,60}?)?"
SAYERS = tuple(
    re.compile(pattern)
    for pattern in (
        # "“No,” said Anna Stone", "…, added the envoy, Karl Berg"
        rf"[”,]\s?\b{ANSWERING}\b\s+(?P<who>(?:the\s+)?{_NO_PLACE}{_NAME})",
        rf"[”,]\s?\b{ANSWERING}\b\s+(?P<who>{_OFFICE}(?:,\s{_NAME})?){_ENDING}",
        # "Stone, who heads the board, told reporters", "the envoy joked"
        rf"(?P<who>{_NAME}){_ASIDE},?\s{_HAVING}{SAYS}\b",
        rf"\b(?P<who>{_OFFICE}(?:,\s{_NAME})?){_ASIDE},?\s{_HAVING}{SAYS}\b",
        rf"\b(?P<who>[Hh]e|[Ss]he|[Tt]hey)\s{_HAVING}{SAYS}\b",
        # "She gave no reason, noting that “the bell is old”"
        r"\b(?P<who>[Hh]e|[Ss]he|[Tt]hey)\s[^.“”\"]{2,80},\s(?:noting|adding|saying|stressing|"
        r"insisting|explaining|warning|pointing out)\b",
        rf"\b{SAYS}\s+(?P<who>he|she|they)\b",
        # "Stone had shut the door, said “no” and left"
        rf"^\W*(?P<who>{_NAME})[^“”]{{0,100}}?,?\s(?:and )?{SAYS}[\s,:]*“",
        # "Stone repeated her offer, but said it was the last"
        rf"^\W*(?P<who>{_NAME})\s(?!and\b)[a-z][^“”\"]{{0,160}}?,?\s(?:and|but)\s"
        rf"(?:\w+ly |also |then )?{SAYS}\b(?! by\b)",
        # "Stone made a statement that the port was shut"
        rf"(?P<who>{_NAME})\s(?:made|gave|issued) (?:an? |the )?(?:[\w-]+ )?"
        r"(?:statement|remark|comment|promise|pledge|assurance)s?\b",
        # "according to Stone", "the ministry quoted Stone as saying"
        rf"\b[Aa]ccording to (?:the (?:\w+ ){{1,3}})?(?P<who>{_NAME})",
        rf"\bquoted (?:the )?(?P<who>{_NAME}) as saying",
    )
)
BOTH_SAY = re.compile(  # "both ministers have stressed"
    rf"(?i:{BOTH_SPEAK.pattern})(?: (?:has|have|had|also|then|both|\w+ly))* {SAYS}\b"
)
WHERE = re.compile(r"\b(?:in|at) $")  # "Stone, who met Berg in the palace, said"
IN_PLACE = re.compile(r".+ (?:in|at) (?=[A-Z])")
SAYER_PRONOUNS = frozenset(["he", "she", "they"])
THEMSELVES = SAYER_PRONOUNS | {"i", "we"}
JOINED = frozenset(["conj", "xcomp", "acomp"])  # "met Stone and agreed to a truce"
_QUOTES = (  # whole quotes; one that goes on, one that goes on from the sentence before
    re.compile(r"“[^”]*”|«[^»]*»|\"[^\"]*\""),
    re.compile(r"[“«][^”»]*$"),
    re.compile(r"^[^“«]*[”»]"),
)


def without_quotes(text: str) -> str:
    """A sentence with its quoted words left out and the marks kept: "“” said Stone."."""
    for quote in _QUOTES:
        text = quote.sub("“”", text)
    return text


@lru_cache(maxsize=8192)
def sayers_of(text: str) -> tuple[str, ...]:
    """Who stands at the verbs of saying of a sentence: names, pronouns, "her aide".

    Verbs of saying inside a quote are the quoted one's and do not count; nor does the place in "the
    ministry in Oslo said".
    """
    told = without_quotes(text)
    found = [match["who"].strip(" .,") for one in SAYERS for match in one.finditer(told)
             if not WHERE.search(told[: match.start("who")])]  # fmt: skip
    placed = {IN_PLACE.sub("", who) for who in found if IN_PLACE.match(who)}
    return tuple(who for who in dict.fromkeys(found) if who not in placed)


def both_say(text: str) -> bool:
    """Whether two who met say something, be it in another's words: "both ministers “stressed”"."""
    return BOTH_SAY.search(re.sub(r"[“”\"]", "", text)) is not None


def subject_words(verb: Token) -> tuple[str, ...]:
    """Who does what a verb tells, by the words of its subject or of that of the verb it is joined
    to: "Stone", "envoy" and "Moe", but not whose aide he is, nor the other whom "said" introduces.
    "He" behind "Stone said" is Stone.
    """
    above = verb
    while above.dep_ in JOINED and not any(c.dep_ == "nsubj" for c in above.children):
        above = above.head
    heads = [child for child in above.children if child.dep_ == "nsubj"]
    if above.dep_ == "ccomp" and any(one.lower_ in THEMSELVES for one in heads):
        return subject_words(above.head)
    return tuple(word for head in heads for word in _named(head))


def _named(head: Token) -> Iterator[str]:
    """The words of a name, of those joined to it and of its apposition."""
    yield head.text
    for child in head.children:
        if child.dep_ in ("compound", "appos", "conj", "amod"):
            yield from _named(child)
