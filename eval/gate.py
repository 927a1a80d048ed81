"""The gate: no change may make the answers worse unseen. `python -m eval.gate`, with `--pin`.

eval/floors.json holds, for each measure and split, the least that it may be, and a digest of the
articles and questions that it was measured on. The gate fails on a drop beyond measured noise, and
on other articles or questions until they are pinned anew. Pinning raises floors and never lowers
one: who wants a lower one edits the file, where a reviewer sees it.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from contextlib import nullcontext
from pathlib import Path

from eval.machine import digest_code
from eval.run import SuiteResult, run_suite
from eval.suite import Setup
from eval.suites import SUITES
from index.records import Record

FLOORS = Path(__file__).with_name("floors.json")
SUITE = "own"
QUESTIONS = 100  # of 201, chosen by a digest of their ids: about a minute and a half on one core
GATED = (
    "answer accuracy", "answering sentence first", "right article cited", "citations verbatim",
    "outcome right", "declining F1", "Hits@10", "MRR@10",
)  # fmt: skip
EXACT = frozenset({"citations verbatim"})  # nothing of chance in it


class Floor(Record):
    """The least that a measure may be on a split; `cases` is how many it was measured on."""

    split: str
    measure: str
    floor: float
    cases: int


class Floors(Record):
    """What is pinned: what it was measured on, how much noise is allowed, and the floors.

    `noise` is in cases: that many may turn out otherwise on another processor (docs/evaluating.md).
    """

    digest: str
    noise: float
    floors: tuple[Floor, ...]


def find_faults(result: SuiteResult, floors: Floors) -> Iterator[str]:
    """What a result does not hold up to, a sentence each."""
    if result.stopped:
        yield "the run was stopped before it was done"
    if result.digest != floors.digest:
        yield (
            f"the articles or questions have changed ({floors.digest} is pinned, these are "
            f"{result.digest}); look at the numbers, then: python -m eval.gate --pin"
        )
    values = {(row.split, row.measure): row.value for row in result.rows}
    for floor in floors.floors:
        value = values.get((floor.split, floor.measure))
        if value is None:
            yield f"{floor.split}, {floor.measure}: measured no more; its floor is {floor.floor}"
        elif value < floor.floor - allowed_drop(floor, floors.noise):
            yield f"{floor.split}, {floor.measure}: {value:.3f} is below the floor {floor.floor}"


def allowed_drop(floor: Floor, noise: float) -> float:
    """How far below its floor a value may fall: `noise` cases, and what rounding takes."""
    return 1e-4 if floor.measure in EXACT else noise / floor.cases + 1e-4


def pin(result: SuiteResult, pinned: Floors) -> Floors:
    """The floors raised to what was measured, none lowered, for these articles and questions."""
    old = {(floor.split, floor.measure): floor for floor in pinned.floors}
    for row in result.rows:
        if row.measure in GATED and row.value is not None:
            key = row.split, row.measure
            least = max(round(row.value, 4), old[key].floor if key in old else 0.0)
            old[key] = Floor(split=key[0], measure=key[1], floor=least, cases=row.cases)
    return pinned.model_copy(update={"digest": result.digest, "floors": tuple(old.values())})


def measure() -> SuiteResult:
    """The fixed part of the suite, asked of this program."""
    setup = Setup(sample=QUESTIONS)
    return run_suite(SUITES[SUITE], setup, digest_code(), lambda unit: nullcontext(_silent))


def read_floors(path: Path = FLOORS) -> Floors:
    """The floors as they are pinned."""
    return Floors.model_validate_json(path.read_text(encoding="utf-8"))


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the gate: 0 when everything holds; with `--pin` pins first what was measured."""
    parser = argparse.ArgumentParser(prog="python -m eval.gate", description=__doc__)
    parser.add_argument("--pin", action="store_true", help="raise the floors to what is measured")
    options = parser.parse_args(arguments)
    floors, result = read_floors(), measure()
    if options.pin:
        floors = pin(result, floors)
        FLOORS.write_text(floors.model_dump_json(indent=1) + "\n", encoding="utf-8")
    faults = list(find_faults(result, floors))
    for fault in faults:
        print(f"eval gate: {fault}", file=sys.stderr)
    if faults and options.pin:
        print("eval gate: no floor was lowered; edit eval/floors.json to do so", file=sys.stderr)
    held = sum(row.measure in GATED for row in result.rows)
    print(
        f"eval gate: {'failed' if faults else 'held'}, {held} values on {len(floors.floors)} floors"
    )
    return 1 if faults else 0


def _silent(done: int, total: int) -> None:
    """Progress that nobody watches."""


if __name__ == "__main__":
    sys.exit(main())
