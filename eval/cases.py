"""Questions with their right answers, read from JSON Lines and checked line by line.

One line: {"id", "split", "kind", "question", "asked_on", "history", "outcome", "answer",
"must": [["a", "b"], …], "must_not": […], "evidence": [{"path", "quote"}, …]}. A right answer holds
one of each group of `must`; `evidence` lists every sentence that answers, any one of them is right.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from importlib.resources import files
from pathlib import Path

from pydantic import ValidationError

from index.archive import Archive
from index.errors import UsageError
from index.records import Article, Outcome, Record, Turn

OWN = files("eval")
ARTICLES = Path(str(OWN.joinpath("articles")))
QUESTIONS = Path(str(OWN.joinpath("questions.jsonl")))


class Gold(Record):
    """A sentence that answers: the file it stands in, and its words."""

    path: str
    quote: str


class Case(Record):
    """A question and what is right."""

    id: str
    split: str
    kind: str
    question: str
    asked_on: date | None = None
    history: tuple[Turn, ...] = ()
    outcome: Outcome
    answer: str | None = None
    must: tuple[tuple[str, ...], ...] = ()
    must_not: tuple[str, ...] = ()
    evidence: tuple[Gold, ...] = ()


class Place(Record):
    """Where a gold sentence stands in the archive."""

    article_id: str
    start: int
    end: int


def read_cases(path: Path = QUESTIONS) -> list[Case]:
    """The cases of a file; raises UsageError that names the line and what is wrong with it."""
    cases: list[Case] = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if not line.strip():
            continue
        try:
            case = Case.model_validate_json(line)
        except ValidationError as fault:
            first = fault.errors()[0]
            where = ".".join(str(part) for part in first["loc"])
            raise UsageError(f"{path.name} line {number}: {where}: {first['msg']}") from fault
        if case.outcome is Outcome.ANSWERED and not case.evidence:
            raise UsageError(f"{path.name} line {number}: answered, but no evidence is given")
        cases.append(case)
    return cases


def find_gold(archive: Archive, case: Case) -> list[Place]:
    """Where the gold sentences of a case stand; raises UsageError for one that is not there."""
    return [place for gold in case.evidence for place in [_find(archive, case, gold)]]


def _find(archive: Archive, case: Case, gold: Gold) -> Place:
    for article in _articles_of(archive, gold.path):
        start = article.text.find(gold.quote)
        if start >= 0:
            return Place(article_id=article.id, start=start, end=start + len(gold.quote))
    raise UsageError(f"{case.id}: no article of {gold.path} holds “{gold.quote[:60]}…”")


def _articles_of(archive: Archive, path: str) -> Iterator[Article]:
    """The articles read from a path, whatever folder the archive was made from."""
    for article in archive.articles():
        if any(shown == path or shown.endswith(f"/{path}") for shown in article.paths):
            yield article
