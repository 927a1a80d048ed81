"""What stands where while a run goes on: texts, the ids they have, the places they were read.

Loaded once from the catalogue and kept in step with what the run decides, so that a decision never
waits for what is still queued, and none asks the catalogue story by story.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from index.catalog import Catalog
from index.records import Record


class Left(Record):
    """What is left when places are given up.

    `homeless` are articles that stand nowhere any more; `promoted` files that now hold the first
    reading of an article, and must be read again for what they say of it.
    """

    homeless: tuple[str, ...] = ()
    promoted: tuple[str, ...] = ()


class Standing:
    """Texts by digest, articles by id, places by location; one file is open at a time."""

    def __init__(self, catalog: Catalog) -> None:
        self._ids: dict[str, str] = {}  # by digest of the text
        self._texts: dict[str, str] = {}  # digests by id
        self._versions: dict[str, str] = {}
        self._numbers: dict[str, dict[str, int]] = defaultdict(dict)  # by id, then location
        self._held: dict[str, dict[str, str]] = defaultdict(dict)  # ids by file, then location
        self._files: dict[str, str] = {}  # by location
        self._last = 0
        self._file = ""
        self._before: Mapping[str, int] = {}  # ids that the open file held, with their numbers
        self._told: set[str] = set()
        for id, text, version in catalog.identities():
            self.put(id, text, version)
        for place in catalog.places():
            self._set(place.location, place.file, place.article_id, place.number)
        self._told.clear()

    def open_file(self, file: str) -> None:
        """From now on stories come from this file."""
        self._file = file
        ids = self._held.get(file, {}).values()
        self._before = {id: self._first_number(id, file) for id in ids}

    def close_file(self) -> Left:
        """What the open file held and holds no more."""
        return self._leave(self._before)

    def find(self, text: str) -> str | None:
        """The id of the article with this text, by its digest."""
        return self._ids.get(text)

    def version(self, id: str) -> str:
        """What an article's vectors are made of."""
        return self._versions[id]

    def is_free(self, id: str, texts: frozenset[str]) -> bool:
        """Whether an article of the open file may take this id.

        It may where nobody has it, or where its owner stood in this file alone and its text is none
        of those that the file holds now.
        """
        if id not in self._texts:
            return True
        elsewhere = any(self._files[at] != self._file for at in self._numbers[id])
        return id in self._before and not elsewhere and self._texts[id] not in texts

    def tells(self, id: str) -> bool:
        """Whether the open file held the article first, and tells of it for the first time."""
        if id in self._told or self._first_file(id) != self._file:
            return False
        self._told.add(id)
        return True

    def put(self, id: str, text: str, version: str) -> bool:
        """Gives a text this id and version, whatever had the id before; says whether any had."""
        before = self._texts.get(id)
        if before is not None and before != text:
            del self._ids[before]
        self._ids[text], self._texts[id], self._versions[id] = id, text, version
        self._told.add(id)
        return before is not None

    def place(self, location: str, id: str) -> int:
        """Notes where an article was read in the open file; gives the number of this reading."""
        number = self._before.get(id) or self._last + 1
        self._set(location, self._file, id, number)
        return number

    def forget(self, locations: Iterable[str]) -> Left:
        """Gives up these places."""
        before: dict[str, int] = {}
        for location in locations:
            id = self._held[self._files[location]][location]
            before[id] = min(self._numbers[id][location], before.get(id, self._last))
            self._unset(location)
        return self._leave(before)

    def homeless(self) -> tuple[str, ...]:
        """Articles that stand nowhere: a run that was stopped had not yet taken them out."""
        return self._leave({id: 0 for id in self._texts if not self._numbers[id]}).homeless

    def ids_in(self, file: str) -> set[str]:
        """The articles that were read from a file."""
        return set(self._held.get(file, {}).values())

    def locations_in(self, file: str) -> set[str]:
        """Where in a file articles stand, or stood when it was last read."""
        return set(self._held.get(file, {}))

    def places(self) -> dict[str, str]:
        """Every location with its file."""
        return dict(self._files)

    def files(self) -> frozenset[str]:
        """The files that articles were read from."""
        return frozenset(self._files.values())

    def _set(self, location: str, file: str, id: str, number: int) -> None:
        self._unset(location)
        self._numbers[id][location] = number
        self._held[file][location] = id
        self._files[location] = file
        self._last = max(self._last, number)

    def _unset(self, location: str) -> None:
        file = self._files.pop(location, None)
        if file is not None:
            del self._numbers[self._held[file].pop(location)][location]

    def _first_number(self, id: str, file: str) -> int:
        return min(n for at, n in self._numbers[id].items() if self._files[at] == file)

    def _first_file(self, id: str) -> str:
        """The file that held an article first, as it was before the open file was opened."""
        numbers = {number: self._files[at] for at, number in self._numbers[id].items()}
        if id in self._before:
            numbers[self._before[id]] = self._file
        return numbers[min(numbers)] if numbers else self._file

    def _leave(self, before: Mapping[str, int]) -> Left:
        """What became of articles, given by id with the number of the place that they gave up."""
        homeless = tuple(id for id in before if not self._numbers[id])
        promoted: set[str] = set()
        for id in before.keys() - set(homeless):
            number, location = min((number, at) for at, number in self._numbers[id].items())
            if before[id] < number:
                promoted.add(self._files[location])
        for id in homeless:
            del self._ids[self._texts.pop(id)], self._versions[id], self._numbers[id]
        return Left(homeless=homeless, promoted=tuple(sorted(promoted)))
