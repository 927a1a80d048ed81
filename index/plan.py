"""What a run has to read: the files under its sources that are not as they were last time."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from pathlib import Path

from index.catalog import FileState
from index.drafts import Drafts
from index.errors import UnreadableSource
from index.keys import PLAIN_KEYS, KeyMap
from index.read import holds_many, is_counted, read_file, reads_keys
from index.records import Record
from index.walk import find_files


class FilePlan(Record):
    """A file, how it looks now, and whether it must be read.

    `texts` holds the SHA-256 of each story of a file that may hold many and held some before: what
    such a file will put elsewhere must not be taken for gone. `stories` is how many there are, 1
    where they were not counted.
    """

    file: str
    shown: str
    state: FileState
    unchanged: bool
    texts: frozenset[str] = frozenset()
    stories: int = 1


class SourcePlan(Record):
    """A source as the user named it; `whole` where all of it could be listed."""

    root: str
    files: tuple[FilePlan, ...]
    faults: tuple[tuple[str, str], ...]  # path and reason

    @property
    def whole(self) -> bool:
        return not self.faults


class Known(Record):
    """What is known of files before a run: how they looked when read, and which hold articles.

    `reading` stands for the settings that files are read with today.
    """

    states: Mapping[str, FileState]
    held: frozenset[str]
    reading: str
    keys: KeyMap = PLAIN_KEYS


def plan_sources(sources: Iterable[Path], known: Known) -> Iterator[SourcePlan]:
    """A plan for each source, in the order named; a file that stands under two is planned once."""
    planned: set[Path] = set()
    for source in sources:
        files: list[FilePlan] = []
        faults: list[tuple[str, str]] = []
        for found in find_files(source):
            try:
                if isinstance(found, UnreadableSource):
                    raise found
                if found.path not in planned:
                    planned.add(found.path)
                    files.append(_plan_file(found.path, found.shown, known))
            except UnreadableSource as fault:
                faults.append((fault.path, fault.reason))
        root = os.path.abspath(source)  # noqa: PTH100 - resolve() would follow links, find_files does not
        yield SourcePlan(root=root, files=tuple(files), faults=tuple(faults))


def read_planned(plan: FilePlan, keys: KeyMap) -> Drafts:
    """The stories of a planned file; where it is no longer as it was then, a line and no more."""
    for draft in read_file(Path(plan.file), plan.shown, keys):
        if _has_changed(plan):
            yield UnreadableSource(plan.shown, "changed while it was read; index it again")
            return
        yield draft


def _has_changed(plan: FilePlan) -> bool:
    try:
        found = Path(plan.file).stat()
    except OSError:
        return True
    return (found.st_size, found.st_mtime_ns) != (plan.state.size, plan.state.modified)


def _plan_file(path: Path, shown: str, known: Known) -> FilePlan:
    try:
        found = path.stat()
    except OSError as fault:
        raise UnreadableSource(
            shown, f"cannot be read ({fault.strerror}); check its rights"
        ) from fault
    file = str(path)
    keyed = known.keys.describe() if reads_keys(path) else ""
    reading = f"{known.reading} {keyed}".rstrip()
    state = FileState(size=found.st_size, modified=found.st_mtime_ns, reading=reading)
    if known.states.get(file) == state:
        return FilePlan(file=file, shown=shown, state=state, unchanged=True, stories=0)
    if not holds_many(path) or (file not in known.held and not is_counted(path)):
        return FilePlan(file=file, shown=shown, state=state, unchanged=False)
    texts = [
        sha256(draft.text.encode()).hexdigest()
        for draft in read_file(path, shown, known.keys)
        if not isinstance(draft, UnreadableSource)
    ]
    return FilePlan(
        file=file, shown=shown, state=state, unchanged=False,
        texts=frozenset(texts), stories=len(texts),
    )  # fmt: skip
