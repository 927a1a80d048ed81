"""Articles into an archive: what is new, changed or gone, safe against being stopped anywhere.

For each article the order is: its vectors under ids that hold its version, the catalogue's commit,
then the old version's vectors go. What a stop leaves behind is vectors that the catalogue does not
know; readers pass over them and the next writer sweeps them up.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager, nullcontext
from itertools import count, groupby
from pathlib import Path
from stat import S_ISREG
from typing import Protocol

import numpy as np

from index.bert import Vectors
from index.catalog import Catalog
from index.changes import Change, change, vector_id
from index.dating_pass import date_undated
from index.embeddings import Embedder, WordPieces, text_to_embed
from index.errors import UnreadableSource
from index.event_lookup import count_meetings
from index.keys import PLAIN_KEYS, KeyMap
from index.meaning_pass import pack_all
from index.meanings import Meanings, pack, tell_sentences
from index.mention_pass import find_all_mentions
from index.plan import FilePlan, Known, SourcePlan, plan_sources, read_planned
from index.report import Failure, Fate, Report, Tally
from index.settings import Settings
from index.standing import Left, Standing
from index.steps import Action, Sorter, Step
from index.vectors import VectorStore

__all__ = ["Failure", "Progress", "Report", "Writer", "mark_unswept", "sweep"]

BATCH = 128  # chunks embedded together: enough to fill both cores, few to lose when stopped
UNSWEPT = "unswept"  # the note that says that vectors may stand there which no chunk knows


class Progress(Protocol):
    """Hears how far an ingest or a pass is: stories done so far, and of how many in this run."""

    def __call__(self, done: int, total: int) -> None: ...


Watch = Callable[[str], AbstractContextManager[Progress]]  # shows a pass, named by its unit


def silent(done: int, total: int) -> None:
    """Progress that nobody watches."""


def unwatched(unit: str) -> AbstractContextManager[Progress]:
    """A pass that nobody watches."""
    return nullcontext(silent)


class Writer:
    """One run over some sources; whoever makes one holds the archive's write lock."""

    def __init__(
        self, catalog: Catalog, vectors: VectorStore, embedder: Embedder, settings: Settings
    ) -> None:
        self._catalog, self._vectors, self._embedder = catalog, vectors, embedder
        self._pieces = WordPieces(settings)
        self._reading, self._keys = settings.digest(), PLAIN_KEYS
        self._standing = Standing(catalog)
        self._sorter = Sorter(catalog, self._standing, settings, self._pieces)
        self._queue: list[Step] = []
        self._tally = Tally()
        self._failures: list[Failure] = []
        self._present: set[str] = set()  # locations that were read in this run
        self._read: set[str] = set()  # files that were read to their end, all of them
        self._passed: set[str] = set()  # files that are as they were, or cannot be read today
        self._done = self._total = 0

    def run(
        self,
        sources: Iterable[Path],
        *,
        prune: bool,
        progress: Progress,
        watch: Watch = unwatched,
        keys: KeyMap = PLAIN_KEYS,
    ) -> Report:
        """Reads what changed under the sources, all in the order named; gives what was done.

        `keys` says under which names the fields of a story stand.
        """
        self._keys = keys
        started = time.monotonic()
        sweep(self._catalog, self._vectors)
        plans = list(plan_sources(sources, self._known()))
        self._total = sum(file.stories for plan in plans for file in plan.files)
        for plan in plans:
            self._fail(*plan.faults)
            for file in plan.files:
                self._take(file, progress)
        self._flush(progress)
        if prune:
            self._prune(plans)
        self._drop(Left(homeless=self._standing.homeless()))
        if self._catalog.note(UNSWEPT) == "yes":
            self._catalog.set_note(UNSWEPT, "no")
        pack_all(self._catalog, self._vectors, self._embedder)
        self._pass_over(watch)
        return self._report(time.monotonic() - started)

    def _known(self) -> Known:
        states, held = self._catalog.file_states(), self._standing.files()
        return Known(states=states, held=held, reading=self._reading, keys=self._keys)

    def _pass_over(self, watch: Watch) -> None:
        """Dates articles by what they and others say, then finds meetings; `watch` shows each."""
        with watch("articles dated") as progress:
            total = len(self._catalog.undated()) + len(self._catalog.open_dates())
            done = count(1)
            date_undated(self._catalog, lambda: progress(n := next(done), max(n, total)))
        with watch("articles read for meetings") as progress:
            find_all_mentions(self._catalog, progress)

    def _take(self, plan: FilePlan, progress: Progress) -> None:
        """Queues the stories of a file; the last one waits for what the file leaves behind."""
        if plan.unchanged:
            self._passed.add(plan.file)
            self._tally.note(plan.file, Fate.UNCHANGED, *self._standing.ids_in(plan.file))
            return
        self._standing.open_file(plan.file)
        last: Step | None = None
        failed = len(self._failures)
        for draft in read_planned(plan, self._keys):
            if isinstance(draft, UnreadableSource):
                self._fail((draft.path, draft.reason))
                continue
            if last:
                self._enqueue(last, progress)
            last = self._sorter.make_step(plan, draft)
            self._present.add(last.place.location)
        whole = failed == len(self._failures)
        (self._read if whole else self._passed).add(plan.file)
        if last:
            gone = self._standing.locations_in(plan.file) - self._present  # for --prune to look at
            update = {"left": self._standing.close_file(), "whole": whole and not gone}
            self._enqueue(last.model_copy(update=update), progress)

    def _enqueue(self, step: Step, progress: Progress) -> None:
        self._queue.append(step)
        if sum(len(waiting.chunks) or 1 for waiting in self._queue) >= BATCH:
            self._flush(progress)

    def _flush(self, progress: Progress) -> None:
        """Vectors first, then the catalogue a story at a time, then the old vectors go."""
        if not self._queue:
            return
        mark_unswept(self._catalog)
        gone: list[str] = []
        for _, steps in groupby(self._embed(self._queue), key=_transaction):
            gone += self._store(list(steps))
        self._discard(gone)
        self._done += len(self._queue)
        self._queue.clear()
        progress(self._done, max(self._done, self._total))

    def _store(self, steps: Sequence[Step]) -> list[str]:
        """One transaction; gives the ids of vectors that are no longer used."""
        with change(self._catalog) as db:
            gone = [vector for step in steps for vector in _apply(step, db)]
        for step in steps:
            self._tally.note(step.plan.file, step.fate, step.article.id)
            self._tally.note(step.plan.file, Fate.REMOVED, *step.left.homeless)
        return gone

    def _embed(self, steps: Sequence[Step]) -> list[Step]:
        """Stores the vectors of chunks; gives the steps with these and those of sentences packed.

        All are embedded in one call, which sorts them by length.
        """
        told = [self._tell(step) for step in steps]
        texts = [text for some in told for text in some]
        if not texts:
            return list(steps)
        vectors = self._embedder.embed(texts)
        ends = np.cumsum([len(some) for some in told])[:-1]
        split = [
            np.split(own, [len(step.chunks)])
            for step, own in zip(steps, np.split(vectors, ends), strict=True)
        ]
        ids = [vector_id(step.version, chunk.number) for step in steps for chunk in step.chunks]
        self._vectors.add(ids, np.concatenate([chunks for chunks, _ in split]))
        return [_packed(step, *own) for step, own in zip(steps, split, strict=True)]

    def _tell(self, step: Step) -> list[str]:
        """What is embedded of a story: its chunks, then its sentences; nothing of a known one."""
        title, pieces = step.article.title, self._pieces
        chunks = (text_to_embed(title, chunk.text, pieces) for chunk in step.chunks)
        return [*chunks, *tell_sentences(step.sentences)]

    def _discard(self, vectors: Sequence[str]) -> None:
        """Takes out vectors that were given up, but for those that a chunk took up again."""
        self._vectors.remove(sorted(set(vectors) - self._catalog.chunk_rows(vectors).keys()))

    def _prune(self, plans: Sequence[SourcePlan]) -> None:
        """Forgets what stood under the sources and stands there no more, and what that leaves."""
        gone = self._gone(plans)
        left = self._standing.forget(gone)
        emptied = set(gone.values()) - set(self._standing.places().values())
        self._drop(left, tuple(gone), tuple(emptied))

    def _gone(self, plans: Sequence[SourcePlan]) -> dict[str, str]:
        """Places at which nothing stands any more, with their files; what cannot be read stays."""
        roots = [Path(plan.root) for plan in plans if plan.whole]
        return {
            place: file
            for place, file in self._standing.places().items()
            if any(Path(file).is_relative_to(root) for root in roots)
            and place not in self._present
            and file not in self._passed
            and (file in self._read or not _is_file(file))
        }

    def _drop(self, left: Left, places: Sequence[str] = (), files: Sequence[str] = ()) -> None:
        """Forgets places and files, and takes out the articles that stand nowhere else."""
        if not places and not left.homeless:
            return
        mark_unswept(self._catalog)
        with change(self._catalog) as db:
            db.forget_places(places)
            db.forget_files((*files, *left.promoted))
            vectors = db.remove(left.homeless)
        self._tally.note("", Fate.REMOVED, *left.homeless)
        self._discard(vectors)

    def _fail(self, *faults: tuple[str, str]) -> None:
        self._failures += [Failure(path=path, reason=reason) for path, reason in faults]

    def _report(self, seconds: float) -> Report:
        return Report(
            **self._tally.totals(),
            failed=tuple(self._failures),
            articles=self._catalog.counts()["articles"],
            meetings=count_meetings(self._catalog),
            seconds=round(seconds, 3),
        )


def sweep(catalog: Catalog, vectors: VectorStore) -> None:
    """Takes out the vectors that a run which was stopped left behind."""
    if catalog.note(UNSWEPT) == "yes":
        vectors.remove(sorted(vectors.ids() - set(catalog.vector_ids())))
        catalog.set_note(UNSWEPT, "no")


def mark_unswept(catalog: Catalog) -> None:
    """Notes that from now on vectors may stand there which no chunk knows."""
    if catalog.note(UNSWEPT) != "yes":
        catalog.set_note(UNSWEPT, "yes")


def _transaction(step: Step) -> str:
    """An article is one transaction; those that are only placed anew go together."""
    return step.article.id if step.action is Action.PUT else ""


def _packed(step: Step, chunks: Vectors, sentences: Vectors) -> Step:
    """A step that is put with its vectors as the catalogue keeps them."""
    if step.action is not Action.PUT:
        return step
    meanings = Meanings(chunks=pack(chunks), sentences=pack(sentences))
    return step.model_copy(update={"meanings": meanings})


def _apply(step: Step, db: Change) -> list[str]:
    """Tells the catalogue of a story; gives the ids of vectors that are no longer used."""
    gone: list[str] = []
    if step.action is Action.PUT:
        gone += db.put(step.article, step.version, step.sentences, step.chunks)
        if step.meanings:
            db.put_meanings(step.article.id, step.meanings)
    elif step.action is Action.UPDATE:
        db.update(step.article)
    db.place(step.place)
    gone += db.remove(step.left.homeless)
    db.forget_files(step.left.promoted)
    if step.whole:
        db.note_file(step.plan.file, step.plan.state)
    return gone


def _is_file(file: str) -> bool:
    """Whether a file stands there; one that cannot be looked at does."""
    try:
        return S_ISREG(Path(file).stat().st_mode)
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError:
        return True
