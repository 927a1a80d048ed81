"""What the pages list, read once and kept until the archive changes: meetings, and their articles.

Reading a few thousand meetings takes seconds, turning a page of them must not.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable, Iterator
from typing import TypeVar

from index.catalog import Listed
from index.event_lookup import MEETINGS_OF
from index.meeting_records import Meeting
from index.words import fold
from ui.holder import Holder
from ui.meeting_wish import Wish

MOST_KEPT = 32  # answers to look-ups; each is a tuple of records that others hold too

T = TypeVar("T")


class AtHand:
    """Looks up for the pages. Any number of threads may ask; one looks up at a time."""

    def __init__(self, holder: Holder) -> None:
        self.holder = holder
        self._kept: OrderedDict[Hashable, object] = OrderedDict()
        self._state: Hashable = None
        self._looking = threading.RLock()

    def cards(self) -> dict[str, Listed]:
        """By id, every article without its text, in order of date, the undated last."""
        return self.once("cards", lambda: {o.id: o for o in self.holder.archive.list_articles()})

    def meetings(self, as_of: str = "") -> tuple[Meeting, ...]:
        """Every meeting in order of date, by what was written until a day if one is given."""
        find = self.holder.archive.meetings
        return self.once(("meetings", as_of), lambda: tuple(find(as_of=as_of or None)))

    def find(self, wish: Wish) -> tuple[Meeting, ...]:
        """The meetings that fit, in order of date; raises UsageError for a day that is none."""
        asked = wish.model_copy(update={"page": 1, "view": "list"})
        return self.once(asked, lambda: self._find(asked))

    def meeting(self, id: str, as_of: str = "") -> Meeting | None:
        """The meeting of an id, if there is one."""
        by_id = self.once(("by id", as_of), lambda: {o.id: o for o in self.meetings(as_of)})
        return by_id.get(id)

    def once(self, name: Hashable, look: Callable[[], T]) -> T:
        """What `look` finds, kept under a name until the archive changes."""
        catalog = self.holder.archive.catalog
        with self._looking:
            state = (catalog.generation(), catalog.note(MEETINGS_OF))
            if state != self._state:
                self._kept.clear()
                self._state = state
            if name not in self._kept:
                self._kept[name] = look()
                while len(self._kept) > MOST_KEPT:
                    self._kept.popitem(last=False)
            self._kept.move_to_end(name)
            found: T = self._kept[name]  # type: ignore[assignment]
            return found

    def _find(self, wish: Wish) -> tuple[Meeting, ...]:
        found = self.meetings(wish.as_of)
        if wish.limits():
            found = tuple(
                self.holder.archive.meetings(
                    wish.people(), wish.since or None, wish.until or None, wish.where or None,
                    wish.status or None, wish.as_of or None,
                )
            )  # fmt: skip
        on_topic = (m for m in found if _is_on(m, wish.topic))
        return tuple(self._told_by(on_topic, wish.source))

    def _told_by(self, meetings: Iterable[Meeting], source: str) -> Iterator[Meeting]:
        """Those of which an article tells whose source is called so."""
        asked, cards = _folded(source), self.cards() if source else {}
        named = {card.source for card in cards.values() if card.source}
        fitting = {name for name in named if asked in _folded(name)}
        for meeting in meetings:
            ids = (report.citation.article_id for report in meeting.status_history)
            if not asked or any(id in cards and cards[id].source in fitting for id in ids):
                yield meeting


def _is_on(meeting: Meeting, topic: str) -> bool:
    asked = _folded(topic)
    return not asked or any(asked in _folded(one) for one in meeting.topics)


def _folded(text: str) -> str:
    return " ".join(fold(text).casefold().split())
