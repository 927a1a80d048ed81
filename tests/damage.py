"""Bad files, a good one beside each: `python tests/damage.py --count 1000 --seed 1`.

Each sample of tests/good_files.py meets each damage of tests/damages.py. A bad file may be read,
read in part, or refused with a line that says what is wrong and what to do; nothing else may come
of it, the good file beside it comes in, and the archive holds just what reading gave.
"""

from __future__ import annotations

import argparse
import io
import os
import re
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import cycle, islice
from pathlib import Path
from random import Random

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from damages import DAMAGES
from good_files import read_good_files

from index.archive import Archive
from index.articles import make_article
from index.blobs import Allowance, Blob
from index.doctor import check_archive
from index.drafts import Draft
from index.embeddings import Embedder, QuestionEmbedder
from index.errors import UnreadableSource
from index.ingest import Writer
from index.read import read_blob, read_file
from index.records import Record
from index.settings import DEFAULTS

BATCH = 50  # bad files in one folder, and as many good ones
SLOWEST = 30.0  # seconds of processor time for one file; the slowest here are bombs
MOST_MEMORY = 1 << 30  # bytes that reading one file may take: 256 MiB of it, as text, and twice
LONGEST_STORED = 30_000  # characters; what is longer is read, but not embedded
LONGEST_LINE = 600  # characters of what is said of a file


class Case(Record):
    """A bad file: which damage was done to which sample."""

    number: int
    name: str
    damage: str
    content: bytes

    def folder(self) -> str:
        """Where it lies, beside a good file."""
        return f"{self.number:04}-{self.damage}"


class Reading(Record):
    """What reading a file gave: texts by place, and lines for what was refused."""

    texts: dict[str, str]
    refused: tuple[tuple[str, str], ...]
    faults: tuple[str, ...] = ()


def make_cases(count: int, seed: int) -> Iterator[Case]:
    """As many bad files as asked for: the damages by turns, each on the samples in random order."""
    turns = [(damage, damage_samples(damage, seed)) for damage in DAMAGES]
    for number, (damage, done) in enumerate(islice(cycle(turns), count)):
        name, content = next(done)
        yield Case(number=number, name=name, damage=damage, content=content)


def damage_samples(damage: str, seed: int) -> Iterator[tuple[str, bytes]]:
    """The samples that a damage changes, over and over, each time damaged otherwise."""
    good = read_good_files()
    names = list(good)
    Random(f"{seed} {damage}").shuffle(names)
    for turn, name in enumerate(cycle(names)):
        content = DAMAGES[damage](good[name], Random(f"{seed} {damage} {turn}"))
        if content is not None and content != good[name]:
            yield name, content


def read_one(path: Path, shown: str) -> Reading:
    """Reads a file as an index does, and judges what comes of it."""
    texts: dict[str, str] = {}
    refused: list[tuple[str, str]] = []
    faults: list[str] = []
    started, held = time.process_time(), forget_peak()
    try:
        for draft in read_file(path, shown):
            if isinstance(draft, Draft):
                make_article(draft, shown + draft.place)
                faults += [f"place {draft.place!r} twice"] * (draft.place in texts)
                texts[draft.place] = draft.text
            else:
                refused.append((draft.path, draft.reason))
                faults += judge_line(draft.path, draft.reason, shown)
    except Exception as fault:  # noqa: BLE001 - that there is none is what is tried here
        faults.append(f"raised {type(fault).__name__}: {fault}"[:LONGEST_LINE])
    if (took := time.process_time() - started) > SLOWEST:
        faults.append(f"took {took:.0f} s")
    if (grown := peak() - held) > MOST_MEMORY:
        faults.append(f"took {grown >> 20} MiB")
    if not texts and not refused:
        faults.append("neither read nor refused")
    return Reading(texts=texts, refused=tuple(refused), faults=tuple(faults))


def judge_line(path: str, reason: str, shown: str) -> Iterator[str]:
    """What a line for a refused file lacks: which file, what is wrong; what to do."""
    if not path.startswith(shown):
        yield f"names {path!r}, not {shown!r}"
    what, _, advice = reason.rpartition(";") if ";" in reason else reason.rpartition(", ")
    if not (what.strip() and advice.strip()):
        yield f"says not what to do: {reason!r}"
    if "\n" in reason or len(reason) > LONGEST_LINE or not reason.isprintable():
        yield f"is no line: {reason[:LONGEST_LINE]!r}"


@cache
def find_neighbour(name: str) -> tuple[str, bytes]:
    """A good file to lie beside a bad one: of the same format, but for a sample that is refused
    even undamaged, as a scan is.
    """
    good = read_good_files()
    blob = Blob(name, name, lambda: io.BytesIO(good[name]), Allowance(len(good[name]), name))
    if any(isinstance(one, UnreadableSource) for one in read_blob(blob)):
        name = "ferry.txt"
    return f"good-{name}", good[name]


class Damaged:
    """A folder of bad and good files, read one by one and then indexed together."""

    def __init__(self, folder: Path, cases: Sequence[Case]) -> None:
        self.sources, self._folder, self._cases = folder / "sources", folder, cases
        self.readings: dict[int, Reading] = {}
        self._expected: dict[str, str] = {}
        self._refused: set[tuple[str, str]] = set()

    def read(self) -> Iterator[str]:
        """Writes and reads each file; gives what is wrong, in words."""
        for case in self._cases:
            for name, content in ((case.name, case.content), find_neighbour(case.name)):
                path = self.sources / case.folder() / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(content)
                reading = read_one(path, f"sources/{case.folder()}/{name}")
                yield from (f"{case.folder()}/{name}: {fault}" for fault in reading.faults)
                if name == case.name:
                    self.readings[case.number] = reading
                elif reading.refused:
                    yield f"{name} is good, but: {reading.refused}"
                self._keep(path, reading)

    def _keep(self, path: Path, reading: Reading) -> None:
        """Notes what the archive must hold; what is long is left out, as embedding is slow."""
        if reading.faults or sum(map(len, reading.texts.values())) > LONGEST_STORED:
            path.unlink()
            return
        self._expected |= {f"{path}{place}": text for place, text in reading.texts.items()}
        self._refused |= set(reading.refused)

    def index(self, embedder: Embedder) -> Iterator[str]:
        """Indexes them together; gives what is wrong, in words."""
        with Archive.make(self._folder / "archive") as archive:
            with archive.writing():
                writer = Writer(archive.catalog, archive.vectors, embedder, archive.settings)
                report = writer.run([self.sources], prune=False, progress=lambda done, total: None)
            held = {
                place.location: text
                for place in archive.catalog.places()
                for text in archive.catalog.texts([place.article_id])
            }
            yield from _differences(held, self._expected)
            yield from _lines(self._refused ^ {(one.path, one.reason) for one in report.failed})
            yield from _look_up(archive)
        yield from (fault.what for fault in check_archive(self._folder / "archive").faults)


def _differences(held: dict[str, str], expected: dict[str, str]) -> Iterator[str]:
    for place in sorted(held.keys() ^ expected.keys()):
        yield f"{place} is {'stored, but was not read' if place in held else 'not stored'}"
    for place in sorted(held.keys() & expected.keys()):
        if held[place] != expected[place]:
            yield f"{place} is stored with another text"


def _lines(different: set[tuple[str, str]]) -> Iterator[str]:
    for path, reason in sorted(different):
        yield f"{path}: refused in one of two readings: {reason}"


def _look_up(archive: Archive) -> Iterator[str]:
    """Searches for the words of every tenth article; each hit must open at words of the article."""
    for article in list(archive.articles())[::10]:
        words = article.text[:200]
        for hit in archive.search(words, 3):
            found = archive.article(hit.chunk.article_id).text[hit.chunk.start : hit.chunk.end]
            if not found.strip():
                yield f"a hit for {words!r} opens at nothing"


def run(
    count: int, seed: int, embedder: Embedder, tell: Callable[[str], object] = lambda line: None
) -> tuple[Counter[str], list[str]]:
    """How many files fared how, and what is wrong."""
    fared: Counter[str] = Counter()
    wrong: list[str] = []
    every = make_cases(count, seed)
    while cases := list(islice(every, BATCH)):
        with tempfile.TemporaryDirectory() as folder:
            damaged = Damaged(Path(folder), cases)
            found = [*damaged.read(), *damaged.index(embedder)]
            wrong += [one.replace(folder, "") for one in found]
            for case in cases:
                fared[f"{case.damage} {_fate(damaged.readings[case.number])}"] += 1
        tell(f"{fared.total()} bad files, {len(wrong)} faults\n")
    return fared, wrong


def _fate(reading: Reading) -> str:
    if reading.faults:
        return "wrong"
    if reading.refused:
        return "in part" if reading.texts else "refused"
    return "read"


def peak() -> int:
    """The most memory that this process has held since `forget_peak`, in bytes."""
    held = re.search(r"VmHWM:\s*(\d+) kB", Path("/proc/self/status").read_text())
    return int(held[1]) * 1024 if held else 0


def forget_peak() -> int:
    """Begins to measure anew; gives what is held now."""
    Path("/proc/self/clear_refs").write_text("5")
    return peak()


def main() -> int:
    """Runs and prints; 1 when something is wrong."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    started = time.monotonic()
    fared, wrong = run(options.count, options.seed, QuestionEmbedder(DEFAULTS), sys.stderr.write)
    for damage in DAMAGES:
        fates = {
            fate: fared[f"{damage} {fate}"] for fate in ("read", "in part", "refused", "wrong")
        }
        told = ", ".join(f"{count:3} {fate}" for fate, count in fates.items())
        sys.stdout.write(f"{damage:18} {told}\n")
    seconds = time.monotonic() - started
    sys.stdout.write("\n".join([*wrong, ""]))
    sys.stdout.write(
        f"{sum(fared.values())} bad files, as many good ones: {len(wrong)} faults, "
        f"{seconds:.0f} s\n"
    )
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
