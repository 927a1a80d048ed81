"""What a suite is: things to score, systems that are scored on them, and what each scoring gives.

A suite is one file `eval/suite_NAME.py` with one `Suite`, entered in the table of `eval/suites.py`.
The harness (`eval/run.py`) does the rest alike for all: progress, going on after a stop, intervals,
tables, differences between systems, records and the report.

A suite that scores documents instead of asking questions needs no more than this:

    def open_suite(setup: Setup, meter: Meter) -> AbstractContextManager[Opened]:
        documents = read_documents(setup.find("timex/small.jsonl"))  # raises Absent: told, no error
        def score(id: str) -> Item:
            found, right, expected = count(documents[id])
            scores = rates("strict", found=found, right=right, expected=expected)
            return Item(id=id, split=split_of(id), kind="news", scores=scores)
        ready = Ready(score=score)
        return nullcontext(Opened(
            digest=digest_of(documents),
            contenders=(Contender("dateline", tuple(documents), lambda: nullcontext(ready)),),
        ))

    SUITE = Suite("timex", "time expressions with TIMEX3 values", open_suite)

Laws that the harness holds a suite to: all items of a suite have a score for the same measures, in
the same order, or say why they are ineligible; an id comes once for each system; the split "closed"
is scored but never shown.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import NamedTuple, Self

from pydantic import Field, model_validator

from eval.measures import f1, precision, sensitivity
from index.ingest import Progress
from index.records import Record

CLOSED = "closed"  # the split that nobody looks at: its items are scored, never shown
Meter = Callable[[str], AbstractContextManager[Progress]]


class Absent(Exception):
    """What a suite needs is not there: told in one line, no error."""


class Score(Record):
    """What one item adds to one measure: `part` of `whole`.

    A measure's value is the sum of the parts over the sum of the wholes: a mean of the parts where
    every whole is 1, a rate over counts (precision, recall, F1 of a corpus) where they are counts.
    An item to which the measure does not apply says why in `ineligible` and counts nowhere.
    """

    measure: str = Field(min_length=1)
    part: float = 0.0
    whole: float = 1.0
    ineligible: str | None = None

    @model_validator(mode="after")
    def _counts_or_says_why(self) -> Self:
        if self.whole < 0 or (self.ineligible is not None and self.part):
            raise ValueError(f"{self.measure}: {self.part} of {self.whole}")
        return self


def mean(measure: str, value: float) -> Score:
    """A score of a measure that is averaged over items."""
    return Score(measure=measure, part=float(value))


def not_for(measure: str, reason: str) -> Score:
    """The score of an item that a measure does not apply to."""
    return Score(measure=measure, part=0.0, whole=0.0, ineligible=reason)


def rates(name: str, *, found: int, right: int, expected: int) -> tuple[Score, Score, Score]:
    """Precision, recall and F1 over counts, summed over items before they are divided."""
    return (
        Score(measure=f"{name} precision", **precision(found, right)._asdict()),
        Score(measure=f"{name} recall", **sensitivity(right, expected)._asdict()),
        Score(measure=f"{name} F1", **f1(found, right, expected)._asdict()),
    )


class Shown(Record):
    """What the report shows of an item: what was asked, what is right and what came."""

    asked: str
    gold: str
    answer: str
    cited: tuple[str, ...] = ()


class Item(Record):
    """One thing scored for one system: a question, a document, a phrase."""

    id: str
    split: str
    kind: str
    outcome: str | None = None  # the right outcome of a question
    scores: tuple[Score, ...]
    seconds: float | None = None
    gold_label: str | None = None  # for the confusion table: the right label and the one given
    label: str | None = None
    confidence: float | None = None  # how sure the system said it was, 0 to 1, where it says so
    shown: Shown | None = None


class Cost(Record):
    """What it took to make a system ready: articles read so far, and seconds by then."""

    ticks: tuple[tuple[int, float], ...] = ()
    note: str = ""  # "kept from an earlier run" where nothing was measured


class Ready(NamedTuple):
    """A system that may be scored: `score` takes an item's id."""

    score: Callable[[str], Item]
    cost: Cost | None = None


class Contender(NamedTuple):
    """A system in a suite: its name, the ids it is scored on, and how it is made ready."""

    system: str
    ids: tuple[str, ...]
    open: Callable[[], AbstractContextManager[Ready]]


class Opened(NamedTuple):
    """A suite ready to run: a digest of all that is measured with, and who is measured."""

    digest: str
    contenders: tuple[Contender, ...]
    articles: int | None = None


class Setup(Record):
    """What a run was asked to do; `data` is where benchmark data lies, `cache` what may be kept."""

    data: Path | None = None
    archive: Path | None = None
    questions: Path | None = None
    systems: tuple[str, ...] = ("dateline",)
    llm: str | None = None
    judge: str | None = None
    sample: int | None = None  # that many questions of each suite, chosen by a digest of their ids
    cache: Path = Field(default_factory=lambda: Path.home() / ".cache" / "dateline" / "eval")

    def find(self, name: str) -> Path:
        """A file under the folder of benchmark data; raises Absent where it is not there."""
        path = self.data and self.data / name
        if path is None or not path.exists():
            raise Absent(f"needs --data DIR with {name}")
        return path


class Suite(NamedTuple):
    """A suite by name, what it measures in one line, and how it is opened."""

    name: str
    about: str
    open: Callable[[Setup, Meter], AbstractContextManager[Opened]]


def digest_texts(texts: Iterable[str]) -> str:
    """Sixteen hex digits of some texts, in their order."""
    joined = hashlib.sha256()
    for text in texts:
        joined.update(hashlib.sha256(text.encode()).digest())
    return joined.hexdigest()[:16]


def is_closed(split: str) -> bool:
    """Whether a split is one that nobody looks at: "closed", or one of its own, "closed blind"."""
    return split.split()[0] == CLOSED


def half_of(id: str) -> str:
    """`closed` for half of all ids, `open` for the others: told by a digest, so nobody chose."""
    return CLOSED if hashlib.sha256(id.encode()).digest()[-1] % 2 else "open"
