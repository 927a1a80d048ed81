"""What is read once for a question, and what of it the next question finds."""

from __future__ import annotations

from collections.abc import Callable

from index.once import MOST_LASTING, Once


class Shelf:
    """Counts what is taken from it; `state` changes with what stands there."""

    def __init__(self) -> None:
        self.state = 0
        self.taken: list[str] = []
        self.once = Once(lambda: self.state)

    def take(self, what: str, id: str) -> str:
        return self.once.read(what, id, self._taking(id))

    def _taking(self, id: str) -> Callable[[], str]:
        def taking() -> str:
            self.taken.append(id)
            return f"{id} of {self.state}"

        return taking


def test_outside_everything_is_read_anew() -> None:
    shelf = Shelf()
    assert shelf.take("article", "a") == shelf.take("article", "a") == "a of 0"
    assert shelf.taken == ["a", "a"]


def test_inside_it_is_read_once_and_articles_last() -> None:
    shelf = Shelf()
    for _ in range(3):
        with shelf.once.held():
            assert shelf.take("article", "a") == shelf.take("article", "a") == "a of 0"
            shelf.take("meetings", "all of Stone's")
    assert shelf.taken == ["a", *["all of Stone's"] * 3]


def test_another_state_is_read_anew() -> None:
    shelf = Shelf()
    with shelf.once.held():
        shelf.take("article", "a")
    shelf.state = 1
    with shelf.once.held():
        assert shelf.take("article", "a") == "a of 1"


def test_what_is_held_within_is_held_until_the_outer_ends() -> None:
    shelf = Shelf()
    with shelf.once.held():
        with shelf.once.held():
            shelf.take("search", "ferry")
        shelf.take("search", "ferry")
    assert shelf.taken == ["ferry"]


def test_no_more_last_than_are_allowed_and_those_are_the_latest() -> None:
    shelf = Shelf()
    with shelf.once.held():
        for number in range(MOST_LASTING + 1):
            shelf.take("article", str(number))
    with shelf.once.held():
        shelf.take("article", str(MOST_LASTING))
        shelf.take("article", "0")
    assert shelf.taken[MOST_LASTING + 1 :] == ["0"]


def test_of_several_only_those_lacking_are_read() -> None:
    shelf, asked = Shelf(), list[list[str]]()

    def each(ids: object) -> dict[str, str]:
        asked.append(list(ids))  # type: ignore[call-overload]
        return {id: id.upper() for id in asked[-1]}

    with shelf.once.held():
        shelf.once.read_each("times", ["a"], each)
        assert shelf.once.read_each("times", ["b", "a"], each) == {"b": "B", "a": "A"}
    assert asked == [["a"], ["b"]]
