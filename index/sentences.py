"""Sentences with exact offsets: pysbd divides, and a few cuts and joins of ours mend what it misses.

Of four libraries tried on the table of tests/test_sentences.py, pysbd 0.3.4 got 26 of 30 right,
spaCy's parser 20, syntok 20, spaCy's senter 18; with the two mends below pysbd passes all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from index.cues import ABBREVIATIONS
from index.records import Article, Sentence, Zone, ZoneKind

if TYPE_CHECKING:
    from pysbd import Segmenter

WHOLE = frozenset({ZoneKind.HEADLINE, ZoneKind.DATELINE, ZoneKind.HEADING, ZoneKind.CREDIT})
"""Zones that are one sentence as they stand."""
LATE_CUT = re.compile(r"(?:…|[.!?]»)[”\"»]?\s+(?=[\"“«(]?[^\W\d_a-zß-öø-ÿ])")  # "… Then", ".» Then"
EARLY_CUT = re.compile(rf"\b(?:{'|'.join(ABBREVIATIONS)})\.\s*$", re.IGNORECASE)
LONGEST_PARAGRAPH = 20_000  # code points at a time: the library's time grows faster than the text


def split_sentences(article: Article) -> list[Sentence]:
    """Every sentence of every zone, in order: `text == article.text[start:end]`, never blank."""
    return [
        Sentence(
            article_id=article.id,
            start=start,
            end=end,
            text=article.text[start:end],
            zone=zone.kind,
        )
        for zone in article.zones
        for start, end in _cut_zone(article.text, zone)
    ]


def _cut_zone(text: str, zone: Zone) -> Iterator[tuple[int, int]]:
    if zone.kind in WHOLE:
        yield zone.start, zone.end
        return
    for start in range(zone.start, zone.end, LONGEST_PARAGRAPH):
        stretch = text[start : min(start + LONGEST_PARAGRAPH, zone.end)]
        for piece_start, piece_end in cut_paragraph(stretch):
            yield start + piece_start, start + piece_end


def cut_paragraph(paragraph: str) -> Iterator[tuple[int, int]]:
    """Start and end of each sentence of one paragraph, blank ends left out."""
    at = 0
    for piece in _mend(_segment(paragraph)):
        start = at + len(piece) - len(piece.lstrip())
        if piece.strip():
            yield start, start + len(piece.strip())
        at += len(piece)


def _segment(paragraph: str) -> list[str]:
    """The library's pieces; together they are the paragraph, or it is one piece."""
    flat = re.sub(r"\s", " ", paragraph)  # one code point for one: offsets stay
    pieces = _library().segment(flat)
    if "".join(pieces) == flat:
        return list(pieces)
    return [paragraph]  # the library altered the text: rather one long sentence than a wrong offset


def _mend(pieces: list[str]) -> Iterator[str]:
    held = ""
    for piece in pieces:
        held += piece
        if EARLY_CUT.search(held):
            continue
        yield from _cut_late(held)
        held = ""
    if held:
        yield held


def _cut_late(piece: str) -> Iterator[str]:
    at = 0
    for cut in LATE_CUT.finditer(piece):
        yield piece[at : cut.end()]
        at = cut.end()
    yield piece[at:]


@cache
def _library() -> Segmenter:
    from pysbd import Segmenter  # 0.2 s that the reading commands need not pay

    return Segmenter(language="en", clean=False)
