"""What an archive holds as a whole, read once for each state: names, titles, the last day."""

from __future__ import annotations

from weakref import WeakKeyDictionary

from index.archive import Archive
from index.records import Record, When
from index.words import fold
from qa.known import Known, read_known


class Holdings(Record):
    """The names that an archive knows, and the date of its latest article; None where none has one.

    `generation` is the archive's state that they were read in.
    """

    generation: int
    known: Known
    last: When | None
    towns: frozenset[str]  # places of meetings, folded

    def is_town(self, words: str) -> bool:
        """Whether some meeting of the archive is in a town of that name."""
        return fold(words).casefold() in self.towns


_KEPT: WeakKeyDictionary[Archive, Holdings] = WeakKeyDictionary()


def holdings_of(archive: Archive) -> Holdings:
    """What an archive holds now."""
    kept = _KEPT.get(archive)
    if kept is None or kept.generation != archive.generation:
        kept = _read(archive)
        _KEPT[archive] = kept
    return kept


def find_articles(archive: Archive, name: str) -> list[str]:
    """The ids of the articles of an id, a path or a title."""
    folded = name.strip().casefold()
    titled = [id for id, title in holdings_of(archive).known.articles
              if (title or "").casefold() == folded]  # fmt: skip
    return archive.catalog.find(name) or titled


def _read(archive: Archive) -> Holdings:
    dated = (one.dated for one in archive.list_articles())
    told = [when for when in dated if when and when.latest]
    last = max(told, key=lambda when: str(when.latest), default=None)
    towns = frozenset(fold(m.place).casefold() for m in archive.meetings() if m.place)
    known = read_known(archive)
    return Holdings(generation=archive.generation, known=known, last=last, towns=towns)
