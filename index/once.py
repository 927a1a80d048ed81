"""Reading something once and keeping it for a while: for a question, which looks often."""

from __future__ import annotations

from collections.abc import Callable, Iterator
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
