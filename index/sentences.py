"""Sentences with exact offsets: pysbd divides, a few cuts and joins of ours mend what it misses.

Of the 49 rows in tests/test_sentences.py pysbd 0.3.4 alone gets 38 right, syntok 37, spaCy's senter
35 and its parser 33; with the mends below all come out right.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from index.cues import ABBREVIATIONS, MONTH, SAYING, WEEKDAY
from index.records import Article, Sentence, Zone, ZoneKind

if TYPE_CHECKING:
    from pysbd import Segmenter

WHOLE = frozenset({ZoneKind.HEADLINE, ZoneKind.DATELINE, ZoneKind.HEADING, ZoneKind.CREDIT})
"""Zones that are one sentence as they stand."""
OPENS_SENTENCE = r"[\"“«‘(]?[^\W\d_a-zß-öø-ÿ]"
LATE_CUT = re.compile(  # "… Then", ".» Then", ".” “Then"
    rf"(?:…[”\"»]?|[.!?]»|[.]”)\s+(?={OPENS_SENTENCE})|[.!?…](?:[”»]\s+(?=[“«])|\"\s+(?=\"\w))"
)
EARLY_CUT = re.compile(rf"\b(?:{'|'.join(ABBREVIATIONS)})\.\s*$", re.IGNORECASE)
CLOCK = re.compile(r"\b[ap]\.m\.\s*$")
AFTER_CLOCK = re.compile(  # "5 p.m. Moscow time", "10 a.m. Monday"
    rf"{WEEKDAY}|(?i:{MONTH})\s\d|(?:[A-Z]\w+ ){{1,2}}time\b|[A-Z]{{2,4}}T\b|UTC\b"
)
ASKED = re.compile(r"[?!][\"”»]\s*$")
ASKER = re.compile(rf"(?!The |A )(?:[A-Z][\w.'’-]* ){{1,4}}(?:{'|'.join(SAYING)})\b")
UNSPACED = "。．！？"  # the full stops of scripts that put no blank after them
LONGEST_STRETCH = 1_000  # code points at a time: the library's time grows with their square
POINT = re.compile(r"[.!?…。．！？]")
QUOTES = str.maketrans('«»“”"', "     ")


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
    stretch = text[zone.start : zone.end]
    if zone.kind is ZoneKind.OTHER_OUTLET:  # the library takes what is in quotes for one sentence
        stretch = stretch[:1].translate(QUOTES) + stretch[1:-1] + stretch[-1:].translate(QUOTES)
    for start, end in cut_paragraph(stretch):
        yield from _trim(text, zone.start + start, zone.start + end)


def cut_paragraph(paragraph: str) -> Iterator[tuple[int, int]]:
    """Start and end of each sentence of one paragraph; together they are all of it."""
    at = 0
    while at < len(paragraph):
        stretch = paragraph[at : at + LONGEST_STRETCH]
        pieces = list(_mend(_segment(stretch)))
        if at + len(stretch) < len(paragraph):
            pieces = _leave_open_end(pieces)
        for piece in pieces:
            yield at, at + len(piece)
            at += len(piece)


def _leave_open_end(pieces: list[str]) -> list[str]:
    """What is done of a stretch that goes on: all but its last sentence, or up to its last word."""
    if len(pieces) > 1:
        return pieces[:-1]
    gap = pieces[0].rfind(" ")
    return [pieces[0][: gap + 1] or pieces[0]]


def _trim(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretch without blank ends; nothing where all of it is blank."""
    stretch = text[start:end]
    start += len(stretch) - len(stretch.lstrip())
    if stretch.strip():
        yield start, start + len(stretch.strip())


def _segment(paragraph: str) -> list[str]:
    """The library's pieces; together they are the paragraph, or it is one piece."""
    flat = re.sub(r"\s", " ", paragraph)  # one code point for one: offsets stay
    if not POINT.search(flat.rstrip(), 0, len(flat.rstrip()) - 1):
        return [paragraph]
    starts, at = [], 0
    for sentence in _library().processor(flat).process():
        start = flat.find(sentence.strip(), at)
        if start < 0:  # the library altered the text: rather one long sentence than a wrong offset
            return [paragraph]
        at = start + len(sentence.strip())
        starts.append(start)
    return [flat[start:end] for start, end in pairwise([0, *starts[1:], len(flat)]) if start < end]


def _mend(pieces: list[str]) -> Iterator[str]:
    held = pieces[0]
    for piece in pieces[1:]:
        if _belong_together(held, piece):
            held += piece
            continue
        yield from _cut_late(held)
        held = piece
    yield from _cut_late(held)


def _belong_together(held: str, piece: str) -> bool:
    if not (held[-1].isspace() or held[-1] in UNSPACED or piece[0].isspace()):
        return True  # "Portal.Ru", "Why?” he asked": no sentence starts without a blank before it
    if CLOCK.search(held):
        return AFTER_CLOCK.match(piece) is not None
    if ASKED.search(held) and ASKER.match(piece):
        return True  # "“Why now?” Berg asked."
    return EARLY_CUT.search(held) is not None


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
