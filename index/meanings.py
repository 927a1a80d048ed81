"""What the chunks and sentences of an article mean, kept beside it: unit vectors as bytes.

So no sentence is embedded when a question is asked. A vector is 384 signed bytes, the largest of
them 127: a cosine needs no more (largest error of a cosine on the sample archive: 0.002). Each
sentence is embedded by itself: the mean of its token vectors within the chunk's own pass ("late
chunking": Günther et al. 2024) costs nothing, but ranks worse; docs/measurements.md.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from index.records import SUPPORTING, Record, Sentence, ZoneKind

if TYPE_CHECKING:
    from index.bert import Vectors

SHORTEST = 4  # words; what is shorter is left over from a cut or says nothing by itself
LARGEST = 127
OPEN_START = re.compile(  # a sentence that leans on the one before: "He plans to rest"
    r"[“\"]?(?:He|She|They|It|His|Her|Their|Its|This|That|These|Those|But|And|"
    r"The (?:two|three|latter|minister|president|general|envoy|spokes\w+))\b"
)


class Meanings(Record):
    """Packed vectors of an article's chunks, and of those of its sentences that may answer."""

    chunks: bytes
    sentences: bytes


def may_answer(text: str, zone: ZoneKind) -> bool:
    """Whether a sentence can support an answer and says something by itself."""
    return zone in SUPPORTING and len(text.split()) >= SHORTEST


def leans(texts: Sequence[str], zones: Sequence[ZoneKind], at: int) -> bool:
    """Whether a sentence cannot be understood without the one before it, in the same zone."""
    return at > 0 and zones[at - 1] is zones[at] and OPEN_START.match(texts[at]) is not None


def tell_sentences(sentences: Sequence[Sentence]) -> Iterator[str]:
    """What is embedded for each sentence that may answer: its words, after those it leans on."""
    texts = [sentence.text for sentence in sentences]
    zones = [sentence.zone for sentence in sentences]
    for at, text in enumerate(texts):
        if may_answer(text, zones[at]):
            yield f"{texts[at - 1]} {text}" if leans(texts, zones, at) else text


def pack(vectors: Vectors) -> bytes:
    """Vectors, one a row, as bytes; their lengths are lost."""
    if not len(vectors):
        return b""
    largest = np.abs(vectors).max(axis=1, keepdims=True)
    return bytes(np.rint(vectors * (LARGEST / largest)).astype(np.int8))


def cosines(asked: Vectors, packed: bytes) -> NDArray[np.float32]:
    """The cosine of a unit vector with each packed one, in order."""
    rows = np.frombuffer(packed, dtype=np.int8).reshape(-1, len(asked)).astype(np.float32)
    lengths = np.sqrt(np.einsum("ij,ij->i", rows, rows))
    return np.asarray(rows @ asked / np.maximum(lengths, 1), dtype=np.float32)
