"""How many sources tell of a meeting: outlets that print the same words count as one."""

from __future__ import annotations

from collections.abc import Sequence

from index.reported import Told
from index.source_chain import name_key
from index.words import PLAIN_WORD, fold

SHINGLE = 4  # words that follow each other, the same in both
ALIKE = 0.7  # of the runs of the shorter sentence; names and titles alone make half of one
SHORTEST = 8  # words of a sentence that two cannot have written alike by chance


def count_sources(group: Sequence[Told]) -> int:
    """The independent sources of some reports: outlets, less those that repeat another's words."""
    first = {source: source for source in dict.fromkeys(name_key(one.source) for one in group)}

    def origin(source: str) -> str:
        while first[source] != source:
            source = first[source]
        return source

    shingled = [(name_key(one.source), shingles(one.around or one.sentence)) for one in group]
    for n, (source, words) in enumerate(shingled):
        for other, others in shingled[:n]:
            if origin(source) != origin(other) and are_alike(words, others):
                first[origin(source)] = origin(other)
    return len({origin(source) for source in first})


def is_short(sentence: str) -> bool:
    """Whether two may have written a sentence alike by chance: what stands around it must tell."""
    return len(PLAIN_WORD.findall(sentence)) < SHORTEST


def shingles(sentence: str) -> frozenset[tuple[str, ...]]:
    """The runs of words of a sentence; none of a short one."""
    words = PLAIN_WORD.findall(fold(sentence).casefold())
    if len(words) < SHORTEST:
        return frozenset()
    return frozenset(tuple(words[n : n + SHINGLE]) for n in range(len(words) - SHINGLE + 1))


def are_alike(one: frozenset[tuple[str, ...]], other: frozenset[tuple[str, ...]]) -> bool:
    """Whether one sentence repeats the other, whole or shortened."""
    fewest = min(len(one), len(other))
    return fewest > 0 and len(one & other) >= ALIKE * fewest
