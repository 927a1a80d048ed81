"""Lines of a PDF into paragraphs: hyphens at line ends, gaps between lines, headers and footers.

Nothing is guessed that could join what is apart: a page header goes only where it repeats on most
pages or is a bare page number, a hyphen only between small letters.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise

from index.records import Mark, Record

WIDER = 1.3  # times the usual distance between lines: a new paragraph begins
LINE_DISTANCE = 1.25  # of the letters' size: the distance between lines of most print
LEAST_GAPS = 3  # that tell the usual one
INDENT = 0.8  # of the letters' size
OTHER_SIZE = 0.08  # of the letters' size: a headline, a caption
EDGE = 4  # pieces at the top and at the foot of a page that may be its header and footer
LEAST_PAGES = 2  # with the same header
MOST_PAGES = 0.5  # of all pages have it at least
SOFT = "\u00ad"  # a hyphen that is only there at a line end
FIGURE = re.compile(r"\d+")
PAGE_NUMBER = re.compile(
    r"[-–—\s]*(?:page|p\.|seite|стр\.?)?\s*\d{1,3}\s*(?:(?:/|of|von|из)\s*\d{1,3})?[-–—\s]*", re.I
)
LINE_CLOSED = re.compile(r"[.!?…:][\"”»’')\]]*$")
BROKEN = re.compile(r"(?P<before>[^\W\d_]+)[-\u2010]$")
GOES_ON = re.compile(r"[^\W\d_]+")
KEEPS = frozenset((  # what stands before a hyphen that belongs to the word: "co-operation"
    "all", "anti", "co", "cross", "eight", "ex", "far", "five", "four", "full", "half", "high",
    "inter", "long", "low", "mid", "multi", "much", "nine", "non", "one", "part", "post", "pre",
    "pro", "re", "second", "self", "semi", "seven", "short", "six", "so", "ten", "third", "three",
    "trans", "two", "ultra", "under", "vice", "well", "year",
))  # fmt: skip


class Line(Record):
    """A line of a page as it is set: where it begins, from the foot of the page, and how tall."""

    text: str
    x: float
    y: float
    size: float


def lay_out(pieces: Iterable[tuple[str, float, float, float]]) -> tuple[Line, ...]:
    """Lines from pieces of text (text, x, y, size), which end at line feeds."""
    lines: list[Line] = []
    open_: list[tuple[str, float, float, float]] = []
    for text, x, y, size in pieces:
        for n, part in enumerate(re.split(r"[\n\f\r]", text)):
            if n:
                lines += _close(open_)
            if part:
                open_.append((part, x, y, size))
    return (*lines, *_close(open_))


def without_furniture(pages: Sequence[Sequence[Line]]) -> list[tuple[Line, ...]]:
    """The pages without headers and footers: what repeats at their edges, bare page numbers."""
    counts = Counter(text for page in pages for text in {_mask(line.text) for line in page})
    enough = max(LEAST_PAGES, MOST_PAGES * len(pages))

    def is_furniture(line: Line) -> bool:
        number = PAGE_NUMBER.fullmatch(line.text.strip())
        return bool(number) or counts[_mask(line.text)] >= enough

    kept = []
    for page in pages:
        order = sorted(page, key=lambda line: line.y)
        pitch = _pitch(page)
        gone = {id(line) for line in _peel(order, pitch, is_furniture)}
        gone |= {id(line) for line in _peel(order[::-1], pitch, is_furniture)}
        kept.append(tuple(line for line in page if id(line) not in gone))
    return kept


def join_lines(pages: Sequence[Sequence[Line]]) -> tuple[str, tuple[Mark, ...]]:
    """The text, paragraphs a blank line apart, and where each page begins in it ("page 2")."""
    known = _words(pages)
    text, marks = "", list[Mark]()
    before: Line | None = None
    for number, page in enumerate(pages, start=1):
        pitch = _pitch(page)
        for n, line in enumerate(page):
            words = " ".join(line.text.split())
            told = words[:-1].replace(SOFT, "") + words[-1:]
            if before is None or _begins(before, line, pitch):
                text = text.removesuffix(SOFT)
                text += "\n\n" if text else ""
            else:
                text = _glue(text, told, known)
            if n == 0 and (told or not marks):
                marks.append(Mark(start=len(text), label=f"page {number}"))
            text += told
            before = line
    return text.removesuffix(SOFT), tuple(marks)


def _close(open_: list[tuple[str, float, float, float]]) -> list[Line]:
    """The line that the open pieces make; none of blanks alone."""
    text = "".join(piece[0] for piece in open_)
    first = next((piece for piece in open_ if piece[0].strip()), None)
    open_.clear()
    return [Line(text=text, x=first[1], y=first[2], size=round(first[3], 1))] if first else []


def _peel(
    order: Sequence[Line], pitch: float, is_furniture: Callable[[Line], bool]
) -> Iterator[Line]:
    """The lines to take off from the outside in, as far as they stand off from what follows."""
    for n, line in enumerate(order[:EDGE]):
        if not is_furniture(line):
            return
        inner = next((one for one in order[n + 1 :] if abs(one.y - line.y) > 1), None)
        apart = inner is None or abs(inner.y - line.y) > WIDER * pitch
        if not apart and inner and abs(inner.size - line.size) <= OTHER_SIZE * line.size:
            return
        yield line


def _mask(text: str) -> str:
    return FIGURE.sub("0", " ".join(text.split()))


def _pitch(page: Sequence[Line]) -> float:
    """The usual distance from a line to the next; of a few lines what their size makes likely."""
    gaps = sorted(
        round(one.y - two.y, 1)
        for one, two in pairwise(page)
        if 0 < one.y - two.y < 4 * max(one.size, 1)
    )
    if len(gaps) < LEAST_GAPS:
        return LINE_DISTANCE * max((line.size for line in page), default=0.0)
    return Counter(gaps).most_common(1)[0][0]


def _begins(before: Line, line: Line, pitch: float) -> bool:
    """Whether a line begins a paragraph."""
    if abs(before.size - line.size) > OTHER_SIZE * max(before.size, line.size):
        return True
    ended = bool(LINE_CLOSED.search(before.text.rstrip()))
    gap = before.y - line.y
    if gap <= 0 or gap > 4 * max(line.size, pitch, 1):  # another column or page
        return ended
    if pitch and gap > WIDER * pitch:
        return True
    return ended and line.x - before.x > INDENT * line.size


def _glue(text: str, line: str, known: frozenset[str]) -> str:
    """The text up to where a line goes on: a blank after it, or the hyphen undone."""
    if text.endswith(SOFT):
        return text[:-1]
    broken, after = BROKEN.search(text), GOES_ON.match(line)
    if not broken or not after or not after[0].islower():
        return text if broken else f"{text} "
    one, two = broken["before"], after[0]
    whole = f"{one}{two}".lower()
    hyphenated = f"{one}-{two}".lower()
    keeps = hyphenated in known or (one.lower() in KEEPS and whole not in known)
    return text if keeps else text[: broken.end() - 1]


def _words(pages: Sequence[Sequence[Line]]) -> frozenset[str]:
    """The words within lines, those with hyphens whole: how the file itself writes them."""
    return frozenset(
        word.lower()
        for page in pages
        for line in page
        for word in re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*(?![-\w])", line.text)
    )
