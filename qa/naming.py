"""Whether a sentence names everybody whom a question means."""

from __future__ import annotations

from collections.abc import Sequence

from index.archive import Archive
from index.meeting_lookup import answers_to
from index.mention_reports import TRIGGER_WORDS
from index.words import fold, stem
from qa.asked import Party


def surnames_of(archive: Archive, party: Party) -> frozenset[str]:
    """The words of which one must stand in a sentence that names somebody, folded."""
    names = {party.called}
    if party.kind == "role":  # "the Estonian minister": whoever the meetings know as that
        known = (p for m in archive.meetings(who=[party.called]) for p in m.participants)
        names = {p.name for p in known if answers_to(p, party.called)}
    return frozenset(fold(name.split()[-1]).casefold() for name in names)


def tells_of(
    wanted: Sequence[frozenset[str]], words: str, around: frozenset[str] = frozenset()
) -> bool:
    """Whether a sentence has a word for a meeting, and it or the stems about it name all."""
    return TRIGGER_WORDS.search(words) is not None and names_all(wanted, words, around)


def names_all(
    wanted: Sequence[frozenset[str]], words: str, around: frozenset[str] = frozenset()
) -> bool:
    """Whether a sentence, or the stems about it, name everybody."""
    text = fold(words).casefold()
    held = {stem(word) for word in text.replace("-", " ").split()} | around
    return all(any(n in text or stem(n) in held for n in names) for names in wanted)
