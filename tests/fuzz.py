"""A fuzzer over the readers: `python tests/fuzz.py --minutes 30`.

Guided by coverage where atheris is installed (`pip install atheris`), else mutation by chance of
the same samples. A finding is anything but stories and lines of what was refused; each kind is kept
once, in the smallest file seen. What is moved from there to tests/samples/findings is read by
tests/test_damage.py ever after.
"""

from __future__ import annotations

import argparse
import io
import re
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from random import Random

TOLD_EVERY = 200  # files: libFuzzer ends the process where it stands, so a last word is no use
LONGEST = 60_000  # bytes of a mutated file
SLOW = 5.0  # seconds of processor time for one of that size


class Findings:
    """What went wrong, by kind: the exception and the line of ours that it passed last."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.counts: Counter[str] = Counter()
        self._smallest: dict[str, int] = {}

    def note(self, kind: str, suffix: str, content: bytes, told: str) -> None:
        """Counts one; keeps its file where it is the smallest of its kind."""
        self.counts[kind] += 1
        if len(content) < self._smallest.get(kind, LONGEST * 9):
            self._smallest[kind] = len(content)
            self._folder.mkdir(parents=True, exist_ok=True)
            name = re.sub(r"\W+", "-", kind)[:80]
            (self._folder / f"{name}{suffix}").write_bytes(content)
            (self._folder / f"{name}.log").write_text(told)


class Target:
    """Reads bytes as a file of some suffix and notes what should not come of it."""

    def __init__(self, findings: Findings, tally: Path) -> None:
        self._findings, self._tally = findings, tally
        self.runs: Counter[str] = Counter()

    def read(self, suffix: str, content: bytes) -> None:
        """One file; a finding is noted, never raised."""
        self.runs[suffix] += 1
        if self.runs.total() % TOLD_EVERY == 0:
            self._tally.write_text(self.tell())
        started = time.process_time()
        try:
            for fault in _judge(f"a{suffix}", content):
                self._findings.note(f"line {fault[:60]}", suffix, content, fault)
        except Exception as fault:  # noqa: BLE001 - that there is none is what is tried here
            kind = f"{type(fault).__name__} {_place(fault)}"
            self._findings.note(kind, suffix, content, traceback.format_exc())
        if (took := time.process_time() - started) > SLOW:
            self._findings.note(f"slow {suffix}", suffix, content, f"{took:.1f} s")

    def tell(self) -> str:
        """How many files of each suffix were read, and how often each finding was met."""
        runs = ", ".join(f"{count} {suffix}" for suffix, count in sorted(self.runs.items()))
        found = [f"{count:6} {kind}" for kind, count in self._findings.counts.most_common()]
        return "\n".join([f"{self.runs.total()} files read: {runs}", *found, ""])


def _judge(shown: str, content: bytes) -> Iterator[str]:
    """Reads bytes under a name; gives what is wrong with the lines of what was refused.

    The rooms are imported here, as their instrumentation must come first.
    """
    from damage import judge_line

    from index.articles import make_article
    from index.blobs import Allowance, Blob
    from index.drafts import Draft
    from index.read import read_blob

    blob = Blob(shown, shown, lambda: io.BytesIO(content), Allowance(len(content), shown))
    for draft in read_blob(blob):
        if isinstance(draft, Draft):
            make_article(draft, shown).text.encode()
        else:
            yield from judge_line(draft.path, draft.reason, shown)


def _place(fault: BaseException) -> str:
    """Where in our own rooms it came through last, and where it was raised."""
    frames = traceback.extract_tb(fault.__traceback__)
    ours = [frame for frame in frames if "/index/" in frame.filename]
    return " ".join(f"{Path(f.filename).stem}.{f.name}" for f in (*ours[-1:], frames[-1]))


def fuzz_by_chance(target: Target, samples: list[tuple[str, bytes]], until: float) -> None:
    """One to four damages of tests/damages.py upon each other, in files by turns."""
    from damages import DAMAGES

    quick = [one for name, one in DAMAGES.items() if name not in ("bomb", "lengthen", "nest")]
    chance = Random(time.time_ns())
    while time.monotonic() < until:
        suffix, content = chance.choice(samples)
        for _ in range(chance.randint(1, 4)):
            content = (content and chance.choice(quick)(content, chance)) or content
        target.read(suffix, content[:LONGEST])


def fuzz_by_coverage(
    atheris, target: Target, samples: list[tuple[str, bytes]], corpus: Path, minutes: float
) -> None:  # type: ignore[no-untyped-def]
    """libFuzzer; the first byte of its input says which suffix the rest is read under."""
    suffixes = sorted({suffix for suffix, _ in samples})
    corpus.mkdir(parents=True, exist_ok=True)
    for number, (suffix, content) in enumerate(samples):
        first = bytes([suffixes.index(suffix)])
        (corpus / f"sample{number}").write_bytes(first + content)

    def once(raw: bytes) -> None:
        if raw:
            target.read(suffixes[raw[0] % len(suffixes)], raw[1:])

    options = [f"-max_total_time={minutes * 60:.0f}", f"-max_len={LONGEST}", "-timeout=120"]
    options += ["-rss_limit_mb=4096", "-close_fd_mask=2", "-print_final_stats=1"]
    atheris.Setup([sys.argv[0], *options, str(corpus)], once)
    atheris.Fuzz()


def main() -> int:
    """Fuzzes and prints; 1 when something was found."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--minutes", type=float, default=30)
    parser.add_argument("--only", nargs="*", default=[], help="suffixes, such as .pdf")
    parser.add_argument("--into", type=Path, default=Path(tempfile.gettempdir()) / "fuzzed")
    options = parser.parse_args()
    atheris = _load_instrumented()
    from good_files import read_good_files

    samples = [
        ("".join(Path(name).suffixes[-2:]) if ".tar." in name else Path(name).suffix, content)
        for name, content in read_good_files().items()
        if len(content) <= LONGEST
    ]
    samples = [one for one in samples if not options.only or one[0] in options.only]
    findings = Findings(options.into / "findings")
    target = Target(findings, options.into / "tally.txt")
    options.into.mkdir(parents=True, exist_ok=True)
    if atheris:
        fuzz_by_coverage(atheris, target, samples, options.into / "corpus", options.minutes)
    else:
        fuzz_by_chance(target, samples, time.monotonic() + options.minutes * 60)
    sys.stdout.write(target.tell())
    return 1 if findings.counts else 0


def _load_instrumented():  # type: ignore[no-untyped-def]
    """atheris with the readers instrumented; None where it is not installed."""
    try:
        import atheris
    except ImportError:
        return None
    rooms = ["index", "feedparser", "pypdf", "docx", "warcio", "trafilatura", "email", "csv"]
    with atheris.instrument_imports(include=rooms):
        for room in sorted((Path(__file__).parents[1] / "index").glob("read*.py")):
            __import__(f"index.{room.stem}")
        import index.articles  # noqa: F401
    return atheris


if __name__ == "__main__":
    sys.exit(main())
