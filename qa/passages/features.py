"""What tells whether a sentence answers, for all sentences of an article at once."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from pydantic import ConfigDict

from index.archive import Archive
from index.cues import (
    ASKS_FOR_WORDS,
    FULL_DAY,
    MONTH,
    MONTH_DAY,
    QUANTITY,
    QUOTED,
    REASON_CUES,
    SPEECH_CUES,
    TIME_CUES,
    YEAR,
)  # fmt: skip
from index.meanings import SHORTEST, cosines, leans, may_answer
from index.readings import Reading
from index.records import Question, Record, ZoneKind
from index.words import content_words, stem, stems
from qa.cues import (
    A_LIST,
    ASKS_A_LIST,
    ASKS_HOW_MANY,
    ASKS_SEVERAL,
    CONDITION_CUES,
    SEVERAL_NAMES,
    SORTS_ASKED,
    UNITS_ASKED,
)
from qa.passages.other_outlet import outlet_of
from qa.passages.place_asked import holds_place
from qa.passages.terms import Flags, Floats, WordBits, shares
from qa.question.looked_for import find_capitalised

# numbers that count nothing: days and years, what happened second, a name like "Pier 9"
NO_COUNT = re.compile(
    rf"\b{FULL_DAY}\b|\b{MONTH_DAY}(?!\w)|\b(?i:{MONTH}) {YEAR}\b|\b\d{{1,3}}(?:st|nd|rd|th)\b|"
    rf"(?<![$€£])\b{YEAR}(?:s|[-–]\d\d)?\b(?! [a-z]+s\b)|"
    r"(?<=[a-z,] )[A-Z][a-z]+ \d{1,3}\b(?![-.,]?\d| [a-z]+s\b)"
)
CLAUSE_END = re.compile(r"[,;:.()]")
COUNTED_NEAR = 4  # content words behind a number within which what it counts stands
BRACKETED = re.compile(r"[/(][^/()]+[/)]")  # "RIGA, 3 May. /NNA/": the agency, not the town
AGENCY = re.compile(r"(?i:sources?\s?:)|[A-Z]{2,8}$|.*\bagencies$")  # a credit, but no byline
LEFT_OVER = re.compile(r"\s*[,;:–—-]")  # "», - the Courier writes": what follows a long quotation


class Looked(Record):
    """An article with the features of its sentences that may answer.

    `at` tells which sentences these are; `features` has a value for each of them. `packed` is False
    where the sentences' vectors are not stored: then `meaning` is the passage's.
    """

    model_config = ConfigDict(frozen=True, arbitrary_types_allowed=True)
    reading: Reading
    at: tuple[int, ...]
    features: dict[str, Floats]
    packed: bool


def look_at(archive: Archive, reading: Reading, question: Question, terms: WordBits) -> Looked:
    """An article with all features but those of `of_kind`, and `period`."""
    texts = reading.texts()
    at = tuple(
        n
        for n, (text, zone) in enumerate(zip(texts, reading.zones, strict=True))
        if (may_answer(text, zone) and not LEFT_OVER.match(text))
        or _is_quoted_under_a_name(reading, n)
    )
    chosen = np.array(at, dtype=np.intp)
    asked = archive.searcher.embed(question.text)
    passages = _compare_chunks(archive, reading, asked)
    passage = _best_passages(reading, passages)[chosen]
    packed = reading.meanings is not None
    features = {
        **{name: values[chosen] for name, values in _of_words(reading, texts, terms).items()},
        "article": np.full(len(at), passages.max(initial=0.0)),
        "passage": passage,
        "meaning": _meaning(reading, texts, asked, passage, at),
        "opens": (chosen == _opening(reading)).astype(float),
        "leans": np.array([leans(texts, reading.zones, n) for n in at], dtype=float),
        "body": np.array([reading.zones[n] is ZoneKind.BODY for n in at], dtype=float),
    }
    return Looked(reading=reading, at=at, features=features, packed=packed)


def _is_quoted_under_a_name(reading: Reading, at: int) -> bool:
    """Whether a sentence is one that another outlet is quoted with, and by its name."""
    if reading.zones[at] is not ZoneKind.OTHER_OUTLET or len(reading.text(at).split()) < SHORTEST:
        return False
    return outlet_of(reading.article, reading.sentences.starts[at]) is not None


def _meaning(
    reading: Reading, texts: Sequence[str], asked: NDArray[np.float32], passage: Floats,
    at: Sequence[int],
) -> Floats:  # fmt: skip
    """The cosine of the question with each sentence; with its passage where none is stored."""
    if reading.meanings is None:
        return passage
    stored = [n for n, (text, zone) in enumerate(zip(texts, reading.zones, strict=True))
              if may_answer(text, zone)]  # fmt: skip
    found = dict(zip(stored, cosines(asked, reading.meanings.sentences).tolist(), strict=True))
    return np.array([found.get(n, passage[row]) for row, n in enumerate(at)], dtype=float)


def of_kind(question: Question, text: str) -> dict[str, float]:
    """Whether a sentence is of the kind that can answer."""
    quoted = ASKS_FOR_WORDS.search(question.text) is not None and QUOTED.search(text) is not None
    return {"fits": _fits(question, text), "spoken": float(quoted)}


def _of_words(reading: Reading, texts: Sequence[str], bits: WordBits) -> dict[str, Floats]:
    """How much of the question's words stand in each sentence, near it and in the article."""
    terms = bits.terms
    held = bits.held([reading.article.title or "", *texts])
    title, own = held[0], held[1:]
    names = np.array([term.name for term in terms], dtype=bool)
    whole = np.tile(own.any(axis=0) | title, (len(texts), 1))
    around = _near(own, 2) | title
    return {
        "words": shares(terms, own),
        "nearby": shares(terms, _near(own, 1) | title),
        "context": shares(terms, around),
        "whole": shares(terms, whole),
        "names": shares(terms, whole, only=names),
        "close": shares(terms, around, only=names),
    }


def _near(own: Flags, reach: int) -> Flags:
    """What stands in each row or in one of as many rows to either side."""
    near = own.copy()
    for far in range(1, reach + 1):
        near[far:] |= own[:-far]
        near[:-far] |= own[far:]
    return near


def _opening(reading: Reading) -> int:
    """The first sentence of the body; -1 where there is none."""
    return next((n for n, zone in enumerate(reading.zones) if zone is ZoneKind.BODY), -1)


def _compare_chunks(archive: Archive, reading: Reading, asked: NDArray[np.float32]) -> Floats:
    """The cosine of each chunk with the question; 0 for one whose vector is lost."""
    if reading.meanings:
        return cosines(asked, reading.meanings.chunks).astype(float)
    found = archive.vectors.similarities(asked, reading.vector_ids)
    return np.array([found.get(id, 0.0) for id in reading.vector_ids], dtype=float)


def _best_passages(reading: Reading, passages: Floats) -> Floats:
    """For each sentence the best cosine of the chunks that hold it, whole or in part."""
    sentences, chunks = reading.sentences, reading.chunks
    first = np.searchsorted(chunks.ends, sentences.starts, side="right")
    last = np.searchsorted(chunks.starts, sentences.ends, side="left")
    return np.array(
        [passages[a:b].max(initial=0.0) for a, b in zip(first, last, strict=True)], dtype=float
    )


def _fits(question: Question, text: str) -> float:
    """Whether a sentence holds the kind of thing that is asked for."""
    if question.wants == "person":
        asked = {stem(word) for name in question.names for word in name.split()}
        found = {stem(word) for name in find_capitalised(text) for word in name.split()}
        return float(bool(found - asked))
    cues = {
        "time": TIME_CUES,
        "reason": REASON_CUES, "speech": SPEECH_CUES, "condition": CONDITION_CUES,
    }  # fmt: skip
    several = ASKS_SEVERAL.search(question.text) if question.wants == "thing" else None
    if several:
        return _fits_several(several["things"], text)
    if question.wants == "thing" and ASKS_A_LIST.search(question.text):
        return float(A_LIST.search(text) is not None)
    if question.wants == "place":
        return float(holds_place(question, text))
    if question.wants == "quantity":
        counted = NO_COUNT.sub(" ", text)
        unit = next((unit for asks, unit in UNITS_ASKED if asks.search(question.text)), QUANTITY)
        if not (QUANTITY.search(counted) and unit.search(counted)):
            return 0.0
        return _fits_counted(question.text, counted)
    cue = cues.get(question.wants)
    if question.wants == "thing":
        cue = next((holds for asks, holds in SORTS_ASKED if asks.search(question.text)), None)
    return float(cue.search(text) is not None) if cue else 0.0


def _fits_counted(question: str, text: str) -> float:
    """How well a sentence with a number counts what is asked for: half as much again where the very
    things stand behind it, which elsewhere may be told in other words.
    """
    asked = ASKS_HOW_MANY.search(question)
    things = set(map(stem, asked["things"].split())) if asked else set()
    behind = (CLAUSE_END.split(text[number.end() :])[0] for number in QUANTITY.finditer(text))
    near = (content_words(one)[:COUNTED_NEAR] for one in behind)
    return 1.5 if any(things & set(map(stem, one)) for one in near) else 1.0


def _fits_several(things: str, text: str) -> float:
    """Whether a sentence names several and says that they are such things; half without that."""
    if not SEVERAL_NAMES.search(text):
        return 0.0
    return 1.0 if set(map(stem, content_words(things))) & set(stems(text)) else 0.5


def around(reading: Reading, at: int, reach: int) -> frozenset[str]:
    """The stems of the title, of the sentences near one, itself among them, and of the agency whose
    story it is, which holds for all of it.
    """
    near = reading.texts(max(0, at - reach), at + reach + 1)
    for n, zone in enumerate(reading.zones):
        if zone is ZoneKind.CREDIT and AGENCY.match(reading.text(n)):
            near.append(reading.text(n))
        elif zone is ZoneKind.DATELINE:
            near += BRACKETED.findall(reading.text(n))
    return frozenset(stems(reading.article.title or "")).union(*map(stems, near))
