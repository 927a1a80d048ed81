"""What a run has to read: the files under its sources that are not as they were last time."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from pathlib import Path

from index.catalog import FileState
from index.errors import UnreadableSource
from index.read import holds_many, read_file
from index.records import Record
from index.walk import find_files


class FilePlan(Record):
    """A file, how it looks now, and whether it must be read.

    `texts` holds the SHA-256 of each story of a file that may hold many: what such a file will put
    elsewhere must not be taken for gone.
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


def plan_sources(
    sources: Iterable[Path], known: Mapping[str, FileState], reading: str
) -> Iterator[SourcePlan]:
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
                    files.append(_plan_file(found.path, found.shown, known, reading))
            except UnreadableSource as fault:
                faults.append((fault.path, fault.reason))
        root = os.path.abspath(source)  # noqa: PTH100 - resolve() would follow links, find_files does not
        yield SourcePlan(root=root, files=tuple(files), faults=tuple(faults))


def _plan_file(path: Path, shown: str, known: Mapping[str, FileState], reading: str) -> FilePlan:
    try:
        found = path.stat()
    except OSError as fault:
        raise UnreadableSource(
            shown, f"cannot be read ({fault.strerror}); check its rights"
        ) from fault
    state = FileState(size=found.st_size, modified=found.st_mtime_ns, reading=reading)
    file = str(path)
    if known.get(file) == state:
        return FilePlan(file=file, shown=shown, state=state, unchanged=True, stories=0)
    if not holds_many(path):
        return FilePlan(file=file, shown=shown, state=state, unchanged=False)
    texts = [
        sha256(draft.text.encode()).hexdigest()
        for draft in read_file(path, shown)
        if not isinstance(draft, UnreadableSource)
    ]
    return FilePlan(
        file=file, shown=shown, state=state, unchanged=False,
        texts=frozenset(texts), stories=len(texts),
    )  # fmt: skip
