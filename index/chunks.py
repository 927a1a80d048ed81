"""Chunks: neighbouring whole sentences, as many as the embedding model reads well at once.

A chunk is a slice of the article, so its offsets are exact by construction. It never crosses what
cannot support an answer (credits, boilerplate), and repeats the last sentence of the one before.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from index.records import SUPPORTING, Article, Chunk, Sentence, ZoneKind
from index.settings import Settings

RETRIEVED = SUPPORTING | {ZoneKind.DATELINE, ZoneKind.HEADING, ZoneKind.OTHER_OUTLET}
"""Zones that are searched: those that may support an answer, and what helps to find them."""

Count = Callable[[str], int]
Piece = tuple[int, int, int]  # start, end, word pieces


def cut_chunks(
    article: Article, sentences: Sequence[Sentence], count: Count, settings: Settings
) -> list[Chunk]:
    """The article's chunks in order, none of more than `settings.longest_chunk` word pieces.

    `count` gives the word pieces of a text. A sentence longer than a chunk is cut between words.
    """
    spans = [span for run in _runs(sentences) for span in _pack(article.text, run, count, settings)]
    return [
        Chunk(article_id=article.id, number=n, start=start, end=end, text=article.text[start:end])
        for n, (start, end) in enumerate(spans)
    ]


def _runs(sentences: Sequence[Sentence]) -> Iterator[list[Sentence]]:
    for retrieved, run in groupby(sentences, key=lambda sentence: sentence.zone in RETRIEVED):
        if retrieved:
            yield list(run)


def _pack(
    text: str, run: Sequence[Sentence], count: Count, settings: Settings
) -> Iterator[tuple[int, int]]:
    held: list[Piece] = []
    for sentence in run:
        for piece in _short_pieces(
            text, sentence.start, sentence.end, count, settings.longest_chunk
        ):
            if held and sum(p[2] for p in held) + piece[2] > settings.longest_chunk:
                yield held[0][0], held[-1][1]
                held = _carried(held, piece, settings)
            held.append(piece)
    if held:
        yield held[0][0], held[-1][1]


def _carried(held: list[Piece], piece: Piece, settings: Settings) -> list[Piece]:
    """What the next chunk repeats of the one before, where that leaves room for `piece`."""
    carried = held[-settings.overlap :] if settings.overlap else []
    while carried and sum(p[2] for p in carried) + piece[2] > settings.longest_chunk:
        carried = carried[1:]
    return carried if len(carried) < len(held) else []


def _short_pieces(text: str, start: int, end: int, count: Count, longest: int) -> Iterator[Piece]:
    pieces = count(text[start:end])
    if pieces <= longest or end - start == 1:
        yield start, end, pieces
        return
    middle = _word_gap(text, start, end)
    for part in ((start, middle), (middle, end)):
        yield from _short_pieces(text, *part, count, longest)


def _word_gap(text: str, start: int, end: int) -> int:
    """A cut near the middle, at a space where there is one."""
    middle = (start + end) // 2
    gap = text.rfind(" ", start + 1, middle)
    return gap + 1 if gap > start else middle
