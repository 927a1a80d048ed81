"""Reading something once and keeping it for a while: for a question, which looks often."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TypeVar, cast

T = TypeVar("T")


class Once:
    """What was read inside `held`; outside, everything is read anew each time."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, str], object] | None = None

    @contextmanager
    def held(self) -> Iterator[None]:
        """Inside, what `read` gives for a kind of thing and an id is kept."""
        before = self._kept
        self._kept = {} if before is None else before
        try:
            yield
        finally:
            self._kept = before

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
