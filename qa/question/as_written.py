"""How an archive writes a word: "NNA", "al-Hadi", "stone" or "Stone"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple
from weakref import WeakKeyDictionary

from index.archive import Archive
from index.records import Record
from index.words import fold

BESIDE = re.compile(r"\b[A-Z][\w.’'-]*$")  # before a word: "South" Harbour
LARGE_NEXT = re.compile(r"[\s-]+[A-Z]")
SEEN = 12  # chunks in which the archive's way to write a word is looked up
MOSTLY = 0.5  # of its places in running text, from which on a word is written large
MOST_KEPT = 20_000  # words


class Written(Record):
    """How an archive writes a word in running text."""

    form: str  # most often
    large: int
    small: int
    alone: int  # of those written large, how many with nothing so written beside them

    @property
    def is_large(self) -> bool:
        """Whether it is mostly written with capitals."""
        return self.large > 0 and self.large >= MOSTLY * (self.large + self.small)


_KEPT: WeakKeyDictionary[Archive, tuple[int | None, dict[str, Written | None]]] = (
    WeakKeyDictionary()
)


class _Place(NamedTuple):
    """Where a word stands: in running text, if no sentence opens with it and no headline has it."""

    form: str
    runs: bool
    alone: bool


def written_as(archive: Archive, words: str) -> Written | None:
    """How an archive writes a word, or some together; None where it has none of it."""
    key = fold(words).lower().replace("’", "'").removesuffix("'s")
    generation, found = _KEPT.get(archive, (None, {}))
    if generation != archive.generation or len(found) > MOST_KEPT:
        found = {}
        _KEPT[archive] = (archive.generation, found)
    if key not in found:
        found[key] = _look_up(archive, key)
    return found[key]


def _look_up(archive: Archive, key: str) -> Written | None:
    quoted = '"' + key.replace('"', "") + '"'
    numbers = [number for number, _ in archive.catalog.search_words(quoted, SEEN)]
    places = [place for text in _texts(archive, numbers) for place in _places(text, key)]
    running = [place for place in places if place.runs] or places
    large = [place for place in running if not place.form.islower()]
    if not running:
        return None
    forms = Counter(place.form for place in large)
    mixed = Counter({form: count for form, count in forms.items() if not form.isupper()})
    best = (mixed or forms).most_common(1)[0][0] if large else key  # "RIGA" opens a dateline
    alone = sum(place.alone for place in large if place.runs)
    return Written(form=best, large=len(large), small=len(running) - len(large), alone=alone)


def _texts(archive: Archive, numbers: Sequence[int]) -> Iterator[str]:
    rows = archive.catalog.numbered(numbers).values()
    ids = list(dict.fromkeys(row.article_id for row in rows))
    texts = dict(zip(ids, archive.catalog.texts(ids), strict=True))
    for row in rows:
        yield fold(texts[row.article_id][row.start : row.end])


def _places(text: str, key: str) -> Iterator[_Place]:
    """Each place where some words stand in a text."""
    pattern = r"[\s-]+".join(map(re.escape, key.split()))
    for match in re.finditer(rf"(?<![^\W_]){pattern}(?![^\W_])", text, re.IGNORECASE):
        line = text[text.rfind("\n", 0, match.start()) + 1 :].split("\n", 1)[0]
        before, after = text[: match.start()].rstrip(" "), text[match.end() :]
        opens = not before or before[-1] in '.!?:\n“"‘(—'
        small = sum(word[:1].islower() for word in line.split())
        beside = BESIDE.search(before) or LARGE_NEXT.match(after)
        yield _Place(
            form=match[0], runs=not opens and 2 * small >= len(line.split()), alone=not beside
        )
