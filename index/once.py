"""Reading something once and keeping it for a while: for a question, which looks often, and of
articles for the next questions, which are often about the same.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TypeVar, cast

T = TypeVar("T")

LASTING = frozenset(["article", "sentences", "reading", "times", "mentions"])  # all of one article
MOST_LASTING = 512  # about 20 MB


class Once:
    """What was read inside `held`; outside, everything is read anew each time.

    `state` tells the state of what is read: what lasts from one `held` to the next is dropped when
    it is another.
    """

    def __init__(self, state: Callable[[], Hashable]) -> None:
        self._state = state
        self._kept: dict[tuple[str, str], object] | None = None
        self._lasting: tuple[Hashable, dict[tuple[str, str], object]] = (None, {})

    @contextmanager
    def held(self) -> Iterator[None]:
        """Inside, what `read` gives for a kind of thing and an id is kept."""
        before = self._kept
        if before is not None:
            yield
            return
        now = self._state()
        state, lasting = self._lasting
        self._kept = kept = dict(lasting) if state == now else {}
        try:
            yield
        finally:
            self._kept = None
            last = [one for one in list(kept.items()) if one[0][0] in LASTING][-MOST_LASTING:]
            self._lasting = (now, dict(last))  # another thread may still add to what was kept

    def read(self, what: str, id: str, how: Callable[[], T]) -> T:
        """What `how` gives, or gave for the same before."""
        kept = self._kept  # another thread may leave `held` meanwhile
        if kept is None:
            return how()
        if (what, id) not in kept:
            kept[what, id] = how()
        return cast(T, kept[what, id])

    def read_each(
        self, what: str, ids: Sequence[str], how: Callable[[Sequence[str]], Mapping[str, T]]
    ) -> dict[str, T]:
        """What `how` gives for the ids that are not kept, and what is kept of the others, by id."""
        held = self._kept  # another thread may leave `held` meanwhile
        kept = {} if held is None else held
        lacking = [id for id in dict.fromkeys(ids) if (what, id) not in kept]
        if lacking:
            kept.update({(what, id): one for id, one in how(lacking).items()})
        return {id: cast(T, kept[what, id]) for id in ids if (what, id) in kept}
