"""Writers killed at any of their steps: `python tests/kills.py --count 50 --seed 1`.

A step is a call of the vector store, before or after, or a commit of the catalogue, before. A trial
run that nobody kills notes what the archive holds at each step; a run killed there must leave just
that. Then the doctor finds nothing, every hit opens at its words, and the next run leaves what the
trial left.
"""

from __future__ import annotations

import argparse
import json
import shutil
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from random import Random

import writers

from index.archive import CATALOGUE, Archive
from index.doctor import check_archive
from index.embeddings import QuestionEmbedder
from index.records import Record
from index.settings import DEFAULTS

PATIENCE = 120  # seconds for a run of a few stories on a busy machine
OPERATIONS = ("ingest", "replace", "prune", "remove", "passes", "repair")
STORIES = {
    "a.txt": "OSLO, March 11, 2024. Minister Anna Berg met envoy Karl Stone in Oslo on Monday.",
    "b.txt": "Envoy Karl Stone and Anna Berg met again in Riga on 14 March to talk of herring.",
    "c.txt": "A llama broke into the Lima reception and ate the treaty, its host has admitted.",
    "d.txt": "The ministers signed the Bonn protocol on beet sugar in a disused railway coach.",
    "e.txt": "Anna Berg received Karl Stone in Bergen on Friday, after the ferry came in late.",
}


class Kill(Record):
    """Which operation is killed at which of its steps, or after how many seconds."""

    operation: str
    step: int | None
    seconds: float | None


class Scene:
    """An operation on an archive as it stands before: what a whole run makes of it."""

    def __init__(self, operation: str, folder: Path) -> None:
        self.operation, self.folder = operation, folder
        self.sources = folder / "sources"
        self._write(STORIES)
        if operation != "ingest":
            self._run("ingest", folder / "before", None)
        self._prepare()
        started = time.monotonic()
        self.copy(folder / "after")
        self._run(operation, folder / "after", folder / "steps.jsonl")
        self.seconds = time.monotonic() - started
        lines = (folder / "steps.jsonl").read_text().splitlines()
        self.steps: list[list[str]] = [json.loads(line) for line in lines]
        with Archive.open(folder / "after") as archive:
            self.end = describe(archive)
            self.held = sorted(article.text for article in archive.articles())

    def copy(self, archive: Path) -> None:
        """The archive as it stands before the operation."""
        shutil.rmtree(archive, ignore_errors=True)
        if (self.folder / "before").exists():
            shutil.copytree(self.folder / "before", archive)

    def _write(self, stories: dict[str, str]) -> None:
        shutil.rmtree(self.sources, ignore_errors=True)
        self.sources.mkdir()
        for name, text in stories.items():
            (self.sources / name).write_text(text)

    def _prepare(self) -> None:
        """Changes sources or archive so that the operation has something to do."""
        if self.operation == "replace":
            self._write({name: f"Corrected. {text}" for name, text in STORIES.items()})
        elif self.operation == "prune":
            self._write(dict(list(STORIES.items())[3:]))
        elif self.operation in ("passes", "repair"):
            writers.undo_passes(self.folder / "before", vectors=self.operation == "repair")

    def _run(self, operation: str, archive: Path, steps: Path | None) -> None:
        process = writers.start(writers.operate, operation, archive, self.sources, steps, None)
        process.join(PATIENCE)
        assert process.exitcode == 0, f"{operation} ended with {process.exitcode}"


def describe(archive: Archive) -> str:
    """All that a reader can see of an archive."""
    articles = [one.model_dump_json() for one in archive.articles()]
    return "\n".join([*articles, *(one.model_dump_json() for one in archive.meetings())])


def try_kill(scene: Scene, kill: Kill, embedder: QuestionEmbedder) -> Iterator[str]:
    """Kills a run; gives what is wrong thereafter, in words."""
    folder = scene.folder / "archive"
    scene.copy(folder)
    arguments = (scene.operation, folder, scene.sources, None, kill.step)
    process = writers.start(writers.operate, *arguments)
    process.join(kill.seconds or PATIENCE)
    process.kill()
    process.join(PATIENCE)
    if kill.step and process.exitcode != -signal.SIGKILL:
        yield f"was not killed, but ended with {process.exitcode}"
    if not (folder / CATALOGUE).exists():
        return
    with Archive.make(folder) as archive:
        texts = sorted(article.text for article in archive.articles())
        allowed = [scene.steps[kill.step - 1]] if kill.step else [*scene.steps, scene.held]
        if texts not in allowed:
            yield f"holds {len(texts)} articles that are not the committed ones"
        yield from _search(archive, embedder, ranked=scene.operation != "repair")
    yield from _go_on(scene, folder, doctor_first=(kill.step or 0) % 2 == 0)


def _search(archive: Archive, embedder: QuestionEmbedder, *, ranked: bool) -> Iterator[str]:
    """Whether hits open at words, and the best at what was asked for; without half of the vectors,
    which a repair has yet to make, another article may come first.
    """
    archive.embedder = embedder
    for article in archive.articles():
        hits = archive.search(article.text, 3)
        chunks = [hit.chunk for hit in hits]
        words = [archive.article(one.article_id).text[one.start : one.end] for one in chunks]
        if not all(words) or not words or (ranked and words[0] not in article.text):
            yield f"the best hit for {article.text[:30]!r} opens at {words[:1]}"
    for meeting in archive.meetings():
        for said in meeting.evidence:
            held = next(archive.catalog.articles([said.article_id]), None)
            if held is None or held.text[said.start : said.end] != said.quote:
                yield f"a meeting cites {said.quote!r}, which is not there"


def _go_on(scene: Scene, folder: Path, *, doctor_first: bool) -> Iterator[str]:
    """The doctor before the next run or not; after it the archive is as the trial left it."""
    if doctor_first and scene.operation != "repair":
        yield from (f"after the kill: {one.what}" for one in check_archive(folder).faults)
    operation = "ingest" if scene.operation == "passes" else scene.operation
    process = writers.start(writers.operate, operation, folder, scene.sources, None, None)
    process.join(PATIENCE)
    if process.exitcode != 0:
        yield f"the next run ended with {process.exitcode}"
    health = check_archive(folder)
    yield from (f"after the next run: {one.what}" for one in health.faults)
    yield from (f"after the next run: {what}" for what in health.unfinished)
    with Archive.open(folder) as archive:
        if describe(archive) != scene.end:
            yield "the next run left another archive than one that was not killed"


def choose_kills(count: int, scenes: Sequence[Scene], chance: Random) -> Iterator[Kill]:
    """Kills of all operations by turns; every fifth at a moment of the clock."""
    for number in range(count):
        scene = scenes[number % len(scenes)]
        if number % 5 == 4:
            seconds = chance.uniform(0.05, scene.seconds)
            yield Kill(operation=scene.operation, step=None, seconds=seconds)
        else:
            step = chance.randint(1, len(scene.steps))
            yield Kill(operation=scene.operation, step=step, seconds=None)


def run(
    count: int,
    seed: int,
    folder: Path,
    *,
    operations: Sequence[str] = OPERATIONS,
    tell: Callable[[str], object] = lambda line: None,
) -> tuple[Counter[str], list[str]]:
    """How many kills of each operation there were, and what is wrong."""
    embedder = QuestionEmbedder(DEFAULTS)
    scenes: dict[str, Scene] = {}
    for operation in operations[:count]:
        (folder / operation).mkdir(parents=True)
        scenes[operation] = Scene(operation, folder / operation)
    killed: Counter[str] = Counter()
    wrong: list[str] = []
    for kill in choose_kills(count, list(scenes.values()), Random(seed)):
        found = list(try_kill(scenes[kill.operation], kill, embedder))
        at = f"step {kill.step}" if kill.step else f"{kill.seconds:.2f} s"
        wrong += [f"{kill.operation} killed at {at}: {one}" for one in found]
        killed[kill.operation] += 1
        tell(f"{kill.operation} killed at {at} of {len(scenes[kill.operation].steps)}: {found}\n")
    return killed, wrong


def main() -> int:
    """Runs and prints; 1 when something is wrong."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--count", type=int, default=50)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        killed, wrong = run(options.count, options.seed, Path(folder), tell=sys.stdout.write)
    told = ", ".join(f"{count} {operation}" for operation, count in killed.items())
    sys.stdout.write(f"{killed.total()} kills ({told}): {len(wrong)} faults\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
