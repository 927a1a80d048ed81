"""Where a group's name ends behind its noun: "leaders of 31 nations", no "who met"."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from index.gazetteer import is_country_name
from index.mention_cues import TOPIC_WORDS
from index.people_cues import OFFICE_NOUNS

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

LONGEST = 10  # tokens of a group's name behind its noun
TIMES = frozenset(["DATE", "TIME"])
ADVISING = frozenset(["committee", "panel", "commission", "board", "council"])
LOOSE = frozenset(["WP", "WDT", "CC", "IN", "DT", ",", ":"])  # what no name ends with


def complement_end(noun: Token) -> int:
    """The last token of what says whose or which a group is: "leaders of more than 31 nations",
    "the Centre for Harbour Law"; the noun itself where nothing does.
    """
    last = noun.i
    for child in (*noun.rights, *_hung_above(noun)):
        if child.dep_ == "prep" and _says_whose(child) and child.i == last + 1:
            last = min(max(t.i for t in child.subtree), last + LONGEST)
    last = max(last, _name_end(noun))
    behind = noun.doc[noun.i + 2 : last + 1]
    last = next((t.i for t in behind if _is_end(t)), last + 1) - 1
    while last > noun.i and noun.doc[last].tag_ in LOOSE:
        last -= 1
    return last


def is_doer(body: Span) -> bool:
    """Whether a body only did something for what follows: "a UN-sponsored summit"."""
    behind = body.doc[body.end : body.end + 2]
    return len(behind) > 1 and behind[0].text == "-" and behind[1].tag_ in ("VBN", "VBD")


def _name_end(noun: Token) -> int:
    """The last token of a body's name that goes on behind its noun: "the Committee on Fishing"."""
    behind = noun.doc[noun.i + 1 : noun.i + LONGEST]
    named = noun.ent_type_ == "ORG" and noun.pos_ == "PROPN" and behind.text.startswith("on ")
    own = itertools.takewhile(lambda t: t.ent_iob_ == "I", behind) if named else ()
    return max((t.i for t in own), default=noun.i)


def _hung_above(noun: Token) -> list[Token]:
    """The "from" behind a noun that a parse hangs on the verb: "met with leaders from Lund"."""
    after = noun.doc[noun.i + 1 : noun.i + 2]
    over = [p for p in after if p.lower_ == "from" and p.dep_ == "prep" and p.head.i < noun.i]
    return [p for p in over if not any(c.ent_type_ in TIMES for c in p.children)]


def _is_end(token: Token) -> bool:
    """Whether what says whose or which a group is ends before a token."""
    told = token.dep_ == "relcl" or _is_place(token) or _is_topic(token)
    return told or _is_stop(token) or _leads_on(token)


def _leads_on(token: Token) -> bool:
    """Whether somebody by title is joined: "allies of the bloc and Prince Karl Stone"."""
    rest = token.doc[token.i + 1 :] if token.tag_ == "CC" else ()
    names = itertools.takewhile(lambda t: t.tag_ in ("NNP", "HYPH"), rest)
    return any(t.lower_ in OFFICE_NOUNS for t in names)


def _says_whose(prep: Token) -> bool:
    """Whether a preposition goes on with a name: "the Centre for Harbour Law", "an advisory panel
    to Lund Shipping".
    """
    called = any(c.pos_ == "PROPN" for c in prep.children)
    named = called and prep.head.pos_ == "PROPN"
    advises = called and prep.head.lower_ in ADVISING
    return (
        prep.lower_ in ("of", "from")
        or (prep.lower_ == "for" and named)
        or (prep.lower_ == "to" and advises)
    )


def _is_stop(token: Token) -> bool:
    """A bracket, or a comma that no further country stands behind: "envoys of Norway, Chile"."""
    after = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None
    joined = after is not None and after.ent_type_ == "GPE" and after.dep_ == "conj"
    goes_on = joined or (after is not None and is_country_name(after.text))
    return token.text == "(" or (token.text == "," and not goes_on)


def _is_place(token: Token) -> bool:
    """Whether a preposition says where: "leaders of six nations in Oslo"."""
    where = (c.ent_type_ in ("GPE", "FAC", "DATE") for c in token.children)
    return token.lower_ in ("in", "at", "on") and token.dep_ == "prep" and any(where)


def _is_topic(token: Token) -> bool:
    """Whether a preposition says on what they meet: "leaders of six nations on issues of trade"; no
    "Committee on Fishing".
    """
    beside = token.doc[token.i - 1 : token.i + 2]
    name = len(beside) > 2 and beside[0].text[0].isupper() and beside[2].text[0].isupper()
    return token.lower_ in TOPIC_WORDS and token.dep_ == "prep" and not name
