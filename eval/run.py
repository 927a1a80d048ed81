"""Runs suites: which questions, on which archive, by which measures; for `dateline eval`.

`own` asks the sample archive its questions; `dipmeet` looks up a gold article for each question of
that benchmark (given with `--data`). Each half is told apart: open ones were looked at while
building, closed ones never.
"""

from __future__ import annotations

import hashlib
import json
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager
from datetime import date
from pathlib import Path
from statistics import mean

from eval.cases import ARTICLES, Case, Place, find_gold, read_cases
from eval.measures import hits, overlaps, precision_recall_f1, reciprocal_rank
from index.archive import Archive
from index.errors import UsageError
from index.ingest import Progress
from index.records import Answer, Outcome, Record
from qa.ask import ask
from qa.question import read_question
from qa.retrieve import rank_articles, retrieve

ASKED_ON = date(2026, 1, 1)  # what "today" means in questions that do not say
DECLINED = frozenset({Outcome.NOT_IN_ARCHIVE, Outcome.AMBIGUOUS, Outcome.PREMISE_CORRECTED})
LOOKED_UP = ("where", "when", "who")  # the kinds of dipmeet that name a gold article
Meter = Callable[[str], AbstractContextManager[Progress]]


class Row(Record):
    """One measure over the cases of one split."""

    split: str
    measure: str
    value: float
    cases: int


class SuiteResult(Record):
    """What a suite gave; `absent` says why it could not run."""

    suite: str
    rows: tuple[Row, ...] = ()
    absent: str | None = None


class Asked(Record):
    """A case with the answer it got, and where its gold sentences stand."""

    case: Case
    answer: Answer
    gold: tuple[Place, ...]
    verbatim: tuple[bool, ...]  # for each citation, whether its quote stands at its offsets
    seconds: float


def run_suites(names: Sequence[str], data: Path | None, meter: Meter) -> list[SuiteResult]:
    """The result of each suite named; raises UsageError for an unknown one."""
    unknown = [name for name in names if name not in SUITES]
    if unknown:
        raise UsageError(f"no suite is called {unknown[0]}; there are {', '.join(SUITES)}")
    return [SUITES[name](data, meter) for name in names]


def run_own(data: Path | None, meter: Meter) -> SuiteResult:
    """Asks the sample archive, made anew, its own questions."""
    with (
        tempfile.TemporaryDirectory() as folder,
        Archive.build([ARTICLES], folder) as archive,
        meter("questions") as progress,
    ):
        asked = list(_ask_all(archive, read_cases(), progress))
    return SuiteResult(suite="own", rows=tuple(_rows(asked)))


def run_dipmeet(data: Path | None, meter: Meter) -> SuiteResult:
    """Looks up the articles of dipmeet; its archive is kept in the user's cache folder."""
    source = data and data / "dipmeet" / "archive.jsonl.gz"
    if source is None or not source.is_file():
        return SuiteResult(suite="dipmeet", absent="needs --data DIR with dipmeet/archive.jsonl.gz")
    with Archive.build([source], _cache() / "dipmeet") as archive:
        lines = (source.parent / "questions.jsonl").read_text(encoding="utf-8").splitlines()
        with meter("questions") as progress:
            return SuiteResult(suite="dipmeet", rows=tuple(_look_up(archive, lines, progress)))


def first_is_gold(asked: Asked) -> bool:
    """Whether the statement that stands first cites a sentence that answers."""
    if not asked.answer.statements:
        return False
    first = set(asked.answer.statements[0].citations)
    return any(
        citation.article.id == place.article_id
        and overlaps(citation.start, citation.end, place.start, place.end)
        for citation in asked.answer.citations
        if citation.number in first
        for place in asked.gold
    )


def _ask_all(archive: Archive, cases: Sequence[Case], progress: Progress) -> Iterable[Asked]:
    for done, case in enumerate(cases, start=1):
        started = time.perf_counter()
        answer = ask(
            archive, case.question, asked_on=case.asked_on or ASKED_ON, history=case.history
        )
        seconds = time.perf_counter() - started
        gold = tuple(find_gold(archive, case))
        verbatim = tuple(
            archive.article(c.article.id).text[c.start : c.end] == c.quote for c in answer.citations
        )
        yield Asked(case=case, answer=answer, gold=gold, verbatim=verbatim, seconds=seconds)
        progress(done, len(cases))


def _rows(asked: Iterable[Asked]) -> Iterable[Row]:
    splits: dict[str, list[Asked]] = defaultdict(list)
    for one in asked:
        splits[one.case.split].append(one)
    for split, some in splits.items():
        answerable = [one for one in some if one.case.outcome not in DECLINED]
        declined = [one for one in some if one.answer.outcome in DECLINED]
        right = [one for one in declined if one.case.outcome in DECLINED]
        rates = precision_recall_f1(len(declined), len(right), len(some) - len(answerable))
        firsts = [float(first_is_gold(one)) for one in answerable]
        outcomes = [float(one.answer.outcome is one.case.outcome) for one in some]
        verbatim = [float(held) for one in some for held in one.verbatim]
        seconds = sorted(one.seconds for one in some)
        for measure, value, cases in (
            ("answering sentence first", mean(firsts), len(firsts)),
            ("outcome right", mean(outcomes), len(some)),
            ("citations verbatim", mean(verbatim), len(verbatim)),
            ("declining precision", rates[0], len(declined)),
            ("declining recall", rates[1], len(some) - len(answerable)),
            ("declining F1", rates[2], len(some)),
            ("milliseconds, median", 1000 * seconds[len(seconds) // 2], len(some)),
            ("milliseconds, 95th percentile", 1000 * seconds[int(len(seconds) * 0.95)], len(some)),
        ):
            yield Row(split=split, measure=measure, value=value, cases=cases)


def _look_up(archive: Archive, lines: Sequence[str], progress: Progress) -> Iterable[Row]:
    found: dict[tuple[str, str], list[tuple[float, float]]] = defaultdict(list)
    cases = [case for case in map(json.loads, lines) if case["type"] in LOOKED_UP]
    for done, case in enumerate(cases, start=1):
        question = read_question(case["question"], asked_on=ASKED_ON)
        ranked = rank_articles(retrieve(archive, question).ranked())
        gold = {*case["gold_docs"], *case.get("also_gold_docs", ())}
        scores = hits(gold, ranked, 10), reciprocal_rank(gold, ranked, 10)
        found[_half(case["meeting_id"]), case["type"]].append(scores)
        progress(done, len(cases))
    for (split, kind), scored in sorted(found.items()):
        for at, measure in enumerate(("Hits@10", "MRR@10")):
            value = mean(scores[at] for scores in scored)
            yield Row(split=split, measure=f"{measure} {kind}", value=value, cases=len(scored))


def _half(meeting: str) -> str:
    """Half the meetings are closed: told by a digest of their id, so nobody chose them."""
    return "closed" if hashlib.sha256(meeting.encode()).digest()[-1] % 2 else "open"


def _cache() -> Path:
    return Path.home() / ".cache" / "dateline" / "eval"


SUITES: dict[str, Callable[[Path | None, Meter], SuiteResult]] = {
    "own": run_own,
    "dipmeet": run_dipmeet,
}
