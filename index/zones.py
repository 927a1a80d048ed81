"""Marks what each stretch of a text is: headline, credit, dateline, body, boilerplate, …

Nothing is deleted and no offset moves. A portal wraps a story in its own words; only the story's
own may support an answer, so what is told apart here decides what can be cited.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from functools import cache
from itertools import pairwise

from index.addressed import addresses_a_program
from index.cues import (
    BOILERPLATE,
    CAPTION_VERBS,
    CREDITS,
    DATELINES,
    FUNCTION_WORDS,
    GLUED,
    OUTLET_AFTER,
    OUTLET_BEFORE,
    OUTLET_NOUNS,
    PHOTO_TAIL,
    SHORTEST_OTHER_OUTLET,
)  # fmt: skip
from index.records import Span, Zone, ZoneKind
from index.words import PLAIN_WORD

LONGEST_WRAPPED_LINE = 100  # code points; a longer line was not broken by hand
SHORTEST_GOES_ON = 0.4  # of the longest: a line that ends earlier was meant to
MOST_GO_ON = 0.5  # of the lines that another follows at once
LONGEST_HEADLINE = 30  # words
LONGEST_HEADING = 10
LONGEST_MASTHEAD = 5
LONGEST_CAPTION = 70
SHORTEST_PROSE = 8
LOOK_AHEAD = 100  # code points after a dateline that some shapes are told by
ATTRIBUTION = 120  # code points beside a quotation in which its outlet is named
SENTENCE_END = re.compile(r"[.!?…][\"”»’')\]]*$")
QUOTATION = re.compile(r"«[^«»]+»|“[^“”]+”|\"[^\"\n]+\"")
LINE = re.compile(r"[^\r\n\f\u2028\u2029]+")
SHORT_FORM = re.compile(r"\.\w\.$")  # "WASHINGTON, D.C." keeps its last full stop
LETTER = re.compile(r"[^\W\d_]")


def find_paragraphs(text: str) -> list[Span]:
    """The paragraphs, trimmed: lines, or blocks where lines are broken by hand (1980s wires)."""
    lines = [Span(start=m.start(), end=m.end()) for m in LINE.finditer(text) if m[0].strip()]
    if _is_wrapped(text, lines):
        lines = list(_join_wrapped(text, lines))
    return [_trim(text, line) for line in lines]


def mark_zones(
    text: str, title: str | None = None, captions: Collection[str] = ()
) -> tuple[Zone, ...]:
    """The zones of a text in order, none overlapping; blank space belongs to none.

    `title` is the headline where the source names it, `captions` the paragraphs that it marks as
    such; the same lines in the text are then marked.
    """
    paragraphs = find_paragraphs(text)
    lines = [text[p.start : p.end] for p in paragraphs]
    kinds = _classify(lines, [_furniture(line, captions) for line in lines], title)
    zones: list[Zone] = []
    for paragraph, kind in zip(paragraphs, kinds, strict=True):
        zones += _divide(text, paragraph) if kind is ZoneKind.BODY else [_zone(paragraph, kind)]
    return tuple(zones)


def find_place(text: str, dateline: Span) -> str | None:
    """The place that a dateline names ("GDANSK, Poland (MERIDIAN) —"), None where it names none."""
    match = _match_dateline(text[dateline.start : dateline.end + LOOK_AHEAD])
    place = (match["place"] or "").rstrip(" ,") if match else ""
    return (place if SHORT_FORM.search(place) else place.rstrip(".")) or None


def _classify(
    lines: Sequence[str], kinds: list[ZoneKind | None], title: str | None
) -> list[ZoneKind]:
    """A kind for each line; `kinds` has those that a line shows by itself."""
    for marked in (_foreign_lines(lines, kinds), _repeated_lines(lines, kinds)):
        for number in marked:
            kinds[number] = ZoneKind.BOILERPLATE
    prose = [n for n, line in enumerate(lines) if kinds[n] is None and _is_prose(line)]
    first, last = (prose[0], prose[-1]) if prose else (len(lines), len(lines))
    known: list[ZoneKind] = []
    for number, line in enumerate(lines):
        kind = kinds[number] or _caption(lines, kinds, number)
        if kind is None and number < first:
            kind = _front(known, line, title)
        elif kind is None:
            kind = _inner(line, after_story=number > last)
        known.append(kind)
    return known


def _furniture(line: str, captions: Collection[str]) -> ZoneKind | None:
    if any(cue.fullmatch(line) for cue in CREDITS):
        return ZoneKind.CREDIT
    if addresses_a_program(line):
        return ZoneKind.BOILERPLATE
    if " ".join(line.split()) in captions:
        return ZoneKind.CAPTION
    if len(line.split()) <= LONGEST_CAPTION and any(cue.fullmatch(line) for cue in BOILERPLATE):
        return ZoneKind.BOILERPLATE
    return None


def _caption(lines: Sequence[str], kinds: list[ZoneKind | None], number: int) -> ZoneKind | None:
    line = lines[number]
    if len(line.split()) > LONGEST_CAPTION:
        return None
    if PHOTO_TAIL.search(line[-80:]) or line.casefold().startswith("caption:"):
        return ZoneKind.CAPTION
    neighbours = kinds[max(number - 1, 0) : number] + kinds[number + 1 : number + 2]
    beside_credit = any(kind in (ZoneKind.CREDIT, ZoneKind.BOILERPLATE) for kind in neighbours)
    photo_next = kinds[number + 1 : number + 2] == [ZoneKind.CREDIT] and lines[number + 1][0] == "©"
    if beside_credit and (CAPTION_VERBS.search(line) or (photo_next and not _is_prose(line))):
        return ZoneKind.CAPTION
    return None


def _front(known: Sequence[ZoneKind], line: str, title: str | None) -> ZoneKind:
    """A line before the first prose: the headline comes first, then what stands under it."""
    if _match_dateline(line, whole=True):
        return ZoneKind.DATELINE
    headline_open = ZoneKind.HEADLINE not in known
    if headline_open and title is None and _is_masthead(line):
        return ZoneKind.CREDIT
    if headline_open and (title is None or _same(line, title)):
        return ZoneKind.HEADLINE
    if len(line.split()) > LONGEST_HEADLINE:
        return ZoneKind.BODY
    return ZoneKind.SUBHEAD if not headline_open or title else ZoneKind.HEADLINE


def _is_masthead(line: str) -> bool:
    """An outlet's name at the top: few words, all capitals ("QUAYSIDE POST")."""
    return line.isupper() and len(line.split()) <= LONGEST_MASTHEAD


def _inner(line: str, *, after_story: bool) -> ZoneKind:
    if _match_dateline(line, whole=True):
        return ZoneKind.CREDIT if after_story else ZoneKind.DATELINE
    if _is_prose(line) or SENTENCE_END.search(line):
        return ZoneKind.BODY
    short = len(line.split()) <= LONGEST_HEADING
    if after_story:
        return ZoneKind.CREDIT if short else ZoneKind.BOILERPLATE
    return ZoneKind.HEADING if short else ZoneKind.BODY


def _divide(text: str, paragraph: Span) -> Iterator[Zone]:
    """A body paragraph as dateline, body, and the words of another outlet."""
    start = paragraph.start
    glued = GLUED.match(text, start, paragraph.end)  # a subhead that has run into the dateline
    if glued:
        start = glued.start("place")
        yield _zone(_trim(text, Span(start=paragraph.start, end=start)), ZoneKind.SUBHEAD)
    dateline = _match_dateline(text[start : paragraph.end])
    if dateline:
        yield Zone(kind=ZoneKind.DATELINE, start=start, end=start + dateline.end())
        start += dateline.end()
    for other in _other_outlets(text, start, paragraph.end):
        yield from _body(text, start, other.start)
        yield _zone(other, ZoneKind.OTHER_OUTLET)
        start = other.end
    yield from _body(text, start, paragraph.end)


def _body(text: str, start: int, end: int) -> Iterator[Zone]:
    if text[start:end].strip():
        yield _zone(_trim(text, Span(start=start, end=end)), ZoneKind.BODY)


def _other_outlets(text: str, start: int, end: int) -> Iterator[Span]:
    for quotation in QUOTATION.finditer(text, start, end):
        if len(quotation[0].split()) < SHORTEST_OTHER_OUTLET:
            continue
        before = text[max(start, quotation.start() - ATTRIBUTION) : quotation.start()]
        after = text[quotation.end() : min(quotation.end() + ATTRIBUTION, end)]
        outlet = OUTLET_BEFORE.search(before) or OUTLET_AFTER.match(after)
        # «…» in an English story is another's print; “…” may be what a person wrote on a page
        if outlet and (quotation[0][0] == "«" or OUTLET_NOUNS.search(outlet["outlet"])):
            yield Span(start=quotation.start(), end=quotation.end())


def _match_dateline(line: str, *, whole: bool = False) -> re.Match[str] | None:
    """The dateline at the start of a line; with `whole`, only one that is all of it."""
    for pattern in DATELINES:
        match = pattern.match(line)
        if match and (match.end() == len(line)) >= whole:
            return match
    return None


def _foreign_lines(lines: Sequence[str], kinds: Sequence[ZoneKind | None]) -> Iterator[int]:
    """Lines in another script than the story: the portal's own words and comment forms."""
    scripts = [_script(line) for line in lines]
    letters: Counter[str] = Counter()
    for line, script, kind in zip(lines, scripts, kinds, strict=True):
        if kind is None and script and _is_prose(line):
            letters[script] += len(line)
    if not letters:
        return
    story = letters.most_common(1)[0][0]
    yield from (n for n, script in enumerate(scripts) if script and script != story)
    prose = [n for n, line in enumerate(lines) if kinds[n] is None and _is_prose(line)]
    strange = [n for n in prose if not FUNCTION_WORDS & set(PLAIN_WORD.findall(lines[n].lower()))]
    if len(strange) * 2 < len(prose):  # an English story with a few lines that are not
        yield from strange


def _script(line: str) -> str | None:
    """The script of most of a line's letters ("LATIN", "CYRILLIC"); None without letters."""
    letters = LETTER.findall(line[:400])
    scripts = Counter(map(_script_of, letters))
    return scripts.most_common(1)[0][0] if scripts else None


@cache
def _script_of(letter: str) -> str:
    return unicodedata.name(letter, "?").split()[0]


def _repeated_lines(lines: Sequence[str], kinds: Sequence[ZoneKind | None]) -> Iterator[int]:
    seen: set[str] = set()
    for number, line in enumerate(lines):
        folded = " ".join(line.casefold().split())
        if folded in seen and kinds[number] is None:
            yield number
        seen.add(folded)


def _is_prose(line: str) -> bool:
    return len(line.split()) >= SHORTEST_PROSE and (
        bool(SENTENCE_END.search(line)) or _match_dateline(line) is not None
    )


def _same(line: str, title: str) -> bool:
    return "".join(line.casefold().split()) == "".join(title.casefold().split())


def _is_wrapped(text: str, lines: Sequence[Span]) -> bool:
    """Whether lines are broken by hand: none is long, and most go on without a full stop."""
    longest = max((line.end - line.start for line in lines), default=0)
    if longest > LONGEST_WRAPPED_LINE:
        return False
    joined = [
        (text[before.start : before.end].rstrip(), text[after.start : after.end])
        for before, after in pairwise(lines)
        if text.count("\n", before.end, after.start) == 1 and not text[after.start].isspace()
    ]
    going_on = [
        after
        for before, after in joined
        if len(before) >= longest * SHORTEST_GOES_ON and not SENTENCE_END.search(before)
    ]
    in_lower_case = any(after[0].islower() for after in going_on)
    return in_lower_case and len(going_on) >= len(joined) * MOST_GO_ON


def _join_wrapped(text: str, lines: Sequence[Span]) -> Iterator[Span]:
    block = lines[0]
    for line in lines[1:]:
        indented = text[line.start].isspace()
        if indented or text.count("\n", block.end, line.start) > 1:
            yield block
            block = line
        else:
            block = Span(start=block.start, end=line.end)
    yield block


def _trim(text: str, span: Span) -> Span:
    stretch = text[span.start : span.end]
    start = span.start + len(stretch) - len(stretch.lstrip())
    return Span(start=start, end=start + len(stretch.strip()))


def _zone(span: Span, kind: ZoneKind) -> Zone:
    return Zone(kind=kind, start=span.start, end=span.end)
