"""Articles into an archive: what is new, changed or gone, safe against being stopped anywhere.

For each article the order is: its vectors under ids that hold its version, the catalogue's commit,
then the old version's vectors go. What a stop leaves behind is vectors that the catalogue does not
know; readers pass over them and the next writer sweeps them up.
"""

from __future__ import annotations

import os
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Literal, Protocol

from index.articles import make_article
from index.catalog import Catalog
from index.changes import Change, change, vector_id
from index.chunks import cut_chunks
from index.embeddings import Embedder, WordPieces, text_to_embed
from index.errors import UnreadableSource
from index.plan import FilePlan, SourcePlan, plan_sources
from index.read import Draft, read_file
from index.records import Article, Chunk, Record, Sentence
from index.sentences import split_sentences
from index.settings import Settings
from index.vectors import VectorStore

BATCH = 128  # chunks embedded together: enough to fill both cores, few to lose when stopped


class Failure(Record):
    """One input that could not be read, and why."""

    path: str
    reason: str


class Report(Record):
    """What an ingest did; the JSON of `dateline index`."""

    added: int
    unchanged: int
    replaced: int
    removed: int
    failed: tuple[Failure, ...]
    articles: int
    meetings: int
    seconds: float


class Progress(Protocol):
    """Hears how far an ingest is: stories read so far, and of how many in this run."""

    def __call__(self, done: int, total: int) -> None: ...


class Step(Record):
    """One story on its way in: to be put, updated, or only noted as read at its location too.

    `last` says that it is the last of its file, `readable` that all of the file could be read.
    """

    plan: FilePlan
    location: str
    shown: str
    own_id: str | None
    action: Literal["put", "update", "place"]
    article: Article
    version: str
    sentences: tuple[Sentence, ...] = ()
    chunks: tuple[Chunk, ...] = ()
    last: bool = False
    readable: bool = True


class Writer:
    """One run over some sources; whoever makes one holds the archive's write lock."""

    def __init__(
        self, catalog: Catalog, vectors: VectorStore, embedder: Embedder, settings: Settings
    ) -> None:
        self._catalog, self._vectors, self._embedder = catalog, vectors, embedder
        self._settings = settings
        self._pieces = WordPieces(settings)
        self._known = catalog.known_texts()
        self._taken = set(self._known.values())
        self._queue: list[Step] = []
        self._tally: dict[str, Counter[str]] = defaultdict(Counter)
        self._failures: list[Failure] = []
        self._present: set[str] = set()  # locations that still stand where they were
        self._kept: set[str] = set()  # files of which every location is kept

    def run(self, sources: Iterable[Path], *, prune: bool, progress: Progress) -> Report:
        """Reads what changed under the sources, all in the order named; gives what was done."""
        started = time.monotonic()
        self._sweep()
        reading = self._settings.digest()
        plans = list(plan_sources(sources, self._catalog.file_states(), reading))
        total = sum(file.stories for plan in plans for file in plan.files)
        done = 0
        for plan in plans:
            self._fail(*plan.faults)
            for file in plan.files:
                self._read(file)
                done += file.stories
                progress(done, total)
        self._flush()
        if prune:
            self._prune(plans)
        self._catalog.set_note("unswept", "no")
        return self._report(time.monotonic() - started)

    def _read(self, plan: FilePlan) -> None:
        if plan.unchanged:
            self._kept.add(plan.file)
            self._tally[plan.file]["unchanged"] += len(self._catalog.places_of(plan.file))
            return
        held: Step | None = None
        readable = True
        for draft in read_file(Path(plan.file), plan.shown):
            if isinstance(draft, UnreadableSource):
                self._fail((draft.path, draft.reason))
                self._kept.add(plan.file)  # what cannot be read today is not gone
                readable = False
                continue
            if held:
                self._enqueue(held)
            held = self._step(plan, draft)
        if held:
            self._enqueue(held.model_copy(update={"last": True, "readable": readable}))

    def _step(self, plan: FilePlan, draft: Draft) -> Step:
        location, shown = plan.file + draft.place, plan.shown + draft.place
        self._present.add(location)
        article = make_article(draft, shown)
        known = self._known.get(article.sha256)
        id = known or self._new_id(article, plan, draft)
        article = article.model_copy(update={"id": id})
        version = _version(article, self._settings)
        step = Step(
            plan=plan, location=location, shown=shown, own_id=draft.own_id,
            action=self._action(article, version, location, known), article=article, version=version,
        )  # fmt: skip
        if step.action != "put":
            return step
        self._known[article.sha256] = id
        self._taken.add(id)
        sentences = split_sentences(article)
        chunks = cut_chunks(article, sentences, self._pieces.count, self._settings)
        return step.model_copy(update={"sentences": tuple(sentences), "chunks": tuple(chunks)})

    def _action(
        self, article: Article, version: str, location: str, known: str | None
    ) -> Literal["put", "update", "place"]:
        """A known text is only noted, unless its first location now tells something else of it."""
        if known is None:
            return "put"
        if self._catalog.first_location(known) != location:
            return "place"
        if self._catalog.version(known) != version:
            return "put"
        stored = next(self._catalog.articles([known]))
        told = {"ids", "paths", "path"}
        same = stored.model_dump(exclude=told) == article.model_dump(exclude=told)
        return "place" if same else "update"

    def _new_id(self, article: Article, plan: FilePlan, draft: Draft) -> str:
        """The article's id; where another text has it, its source's name comes before it."""
        if article.id not in self._taken or self._makes_room(article.id, plan):
            return article.id
        name = f"{draft.source or Path(plan.shown).stem}:{article.id}"
        return name if name not in self._taken else f"{name}:{article.sha256[:8]}"

    def _makes_room(self, id: str, plan: FilePlan) -> bool:
        """Whether the article of this id stood in this file alone, which now holds another text."""
        stored = next(self._catalog.articles([id]), None)
        return (
            stored is not None
            and self._known.get(stored.sha256) == id
            and stored.sha256 not in plan.texts
            and self._catalog.files_of(id) == {plan.file}
            and not any(step.article.id == id for step in self._queue)
        )

    def _enqueue(self, step: Step) -> None:
        self._queue.append(step)
        if (
            sum(len(waiting.chunks) for waiting in self._queue) >= BATCH
            or len(self._queue) >= BATCH
        ):
            self._flush()

    def _flush(self) -> None:
        """Vectors first, then the catalogue a story at a time, then the old vectors go."""
        put = [step for step in self._queue if step.action == "put"]
        ids = [vector_id(step.version, chunk.number) for step in put for chunk in step.chunks]
        texts = [text_to_embed(step.article.title, c.text) for step in put for c in step.chunks]
        if ids:
            self._vectors.add(ids, self._embedder.embed(texts))
        gone: list[str] = []
        for step in self._queue:
            with change(self._catalog) as db:
                gone += self._apply(step, db)
        self._queue.clear()
        self._vectors.remove(sorted(set(gone) - set(ids)))

    def _apply(self, step: Step, db: Change) -> list[str]:
        gone: list[str] = []
        tally = self._tally[step.plan.file]
        if step.action == "put":
            tally["replaced" if db.has(step.article.id) else "put"] += 1
            gone += db.put(step.article, step.version, step.sentences, step.chunks)
        elif step.action == "update":
            tally["replaced"] += 1
            db.update(step.article)
        else:
            tally["unchanged"] += 1
        db.place(step.location, step.plan.file, step.shown, step.own_id, step.article.id)
        if step.last:
            homeless = db.homeless()
            tally["removed"] += len(homeless)
            gone += db.remove(homeless)
            if step.readable:
                db.note_file(step.plan.file, step.plan.state)
        return gone

    def _prune(self, plans: Sequence[SourcePlan]) -> None:
        """Forgets what stood under the sources and stands there no more, and what that leaves."""
        roots = [plan.root for plan in plans if plan.whole]
        places = {
            location: file
            for location, file in self._catalog.all_places().items()
            if any(file == root or file.startswith(root + os.sep) for root in roots)
        }
        gone = [
            p for p, file in places.items() if p not in self._present and file not in self._kept
        ]
        with change(self._catalog) as db:
            db.forget_places(gone)
            db.forget_files(sorted({places[place] for place in gone}))
            homeless = db.homeless()
            vectors = db.remove(homeless)
        self._tally[""]["removed"] += len(homeless)
        self._vectors.remove(vectors)

    def _sweep(self) -> None:
        """Takes out the vectors that a run which was stopped left behind."""
        if self._catalog.note("unswept") == "yes":
            self._vectors.remove(sorted(self._vectors.ids() - set(self._catalog.vector_ids())))
        self._catalog.set_note("unswept", "yes")

    def _fail(self, *faults: tuple[str, str]) -> None:
        self._failures += [Failure(path=path, reason=reason) for path, reason in faults]

    def _report(self, seconds: float) -> Report:
        """A story that took the place of another in its file is one replaced, not added and removed."""
        total: Counter[str] = Counter()
        for tally in self._tally.values():
            swapped = min(tally["put"], tally["removed"])
            total["added"] += tally["put"] - swapped
            total["removed"] += tally["removed"] - swapped
            total["replaced"] += tally["replaced"] + swapped
            total["unchanged"] += tally["unchanged"]
        names = ("added", "unchanged", "replaced", "removed")
        return Report(
            **{name: total[name] for name in names},
            failed=tuple(self._failures),
            articles=self._catalog.counts()["articles"],
            meetings=0,  # counted when meetings have their room
            seconds=round(seconds, 3),
        )


def _version(article: Article, settings: Settings) -> str:
    """Sixteen hex digits over what sentences, chunks and vectors are made of."""
    parts = (article.sha256, article.title or "", settings.digest())
    return sha256("\0".join(parts).encode()).hexdigest()[:16]
