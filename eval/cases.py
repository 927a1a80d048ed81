"""Questions with their right answers, read from JSON Lines and checked line by line.

docs/evaluating.md says what a line holds. A right answer holds one of each group of `must`;
`evidence` lists every sentence that answers, any one of them is right.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import Literal, NamedTuple, Self

from pydantic import Field, ValidationError, model_validator

from index.archive import Archive
from index.errors import UsageError
from index.records import Article, Outcome, Record, Turn

OWN = files("eval")
ARTICLES = Path(str(OWN.joinpath("articles")))
QUESTIONS = Path(str(OWN.joinpath("questions.jsonl")))
MOST_FAULTS = 20  # told at once; more would hide the first

DECLINED = frozenset({Outcome.NOT_IN_ARCHIVE, Outcome.AMBIGUOUS, Outcome.PREMISE_CORRECTED})
Happened = Literal["planned", "held"]


class Gold(Record):
    """A sentence that answers: the file it stands in, and its words."""

    path: str
    quote: str = Field(min_length=1)


class Period(Record):
    """Days from `earliest` to `latest`, both included."""

    earliest: date
    latest: date

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.latest < self.earliest:
            raise ValueError(f"latest {self.latest} is before earliest {self.earliest}")
        return self


class Case(Record):
    """A question and what is right. Only what is given is scored; the rest is ineligible."""

    id: str = Field(min_length=1)
    split: str = "all"
    kind: str = "any"
    question: str = Field(min_length=1)
    asked_on: date | None = None
    as_of: date | None = None
    history: tuple[Turn, ...] = ()
    outcome: Outcome
    answer: str | None = None
    must: tuple[tuple[str, ...], ...] = ()
    must_not: tuple[str, ...] = ()
    evidence: tuple[Gold, ...] = ()
    articles: tuple[str, ...] = ()  # ids or paths of articles that answer, those of evidence apart
    when: tuple[Period, ...] = ()  # any one of them is right
    places: tuple[str, ...] = ()  # any one of them is right
    countries: tuple[str, ...] = ()  # half right
    participants: tuple[str, ...] = ()  # all of them
    met_too: tuple[str, ...] = ()  # were there as well: no error and no need
    status: Happened | None = None


class Place(Record):
    """Where a gold sentence stands in the archive."""

    article_id: str
    start: int
    end: int


class Numbered(NamedTuple):
    """A case and the line it stands on."""

    line: int
    case: Case


def read_cases(path: Path = QUESTIONS) -> list[Case]:
    """The cases of a file; raises UsageError that names each bad line and what is wrong with it."""
    return [case for _, case in read_numbered(path)]


def read_numbered(path: Path) -> list[Numbered]:
    """The cases of a file with their lines; a case without an id gets its line's number.

    Raises UsageError that names each bad line and what is wrong with it.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as fault:
        raise UsageError(f"{path} cannot be read ({fault}); name a JSON Lines file") from fault
    cases: list[Numbered] = []
    faults: list[tuple[int, str]] = []
    for number, line in enumerate(lines, start=1):
        if line.strip():
            case, said = _read_line(line, number)
            faults += [(number, fault) for fault in said]
            cases += [Numbered(number, case)] if case else []
    faults += _repeated(cases)
    _raise(path, faults)
    if not cases:
        raise UsageError(f"{path.name}: there is no question in it; docs/evaluating.md shows one")
    return cases


def check_against(archive: Archive, cases: Sequence[Numbered], path: Path) -> None:
    """Raises UsageError that names each line whose evidence or article is not in the archive."""
    finder = GoldFinder(archive)
    faults = []
    for number, case in cases:
        try:
            finder.find(case)
            finder.articles(case)
        except UsageError as fault:
            faults.append((number, str(fault)))
    _raise(path, faults)


class GoldFinder:
    """Finds the gold of cases in one archive, by article id, path or the end of a path."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._ids: dict[str, list[str]] = defaultdict(list)
        for place in archive.catalog.places():
            for name in {place.own_id, place.article_id, *_endings(place.shown)} - {None}:
                self._ids[str(name)].append(place.article_id)

    def find(self, case: Case) -> list[Place]:
        """Where the gold sentences stand; raises UsageError for one that is not there."""
        return [self._find(case, gold) for gold in case.evidence]

    def articles(self, case: Case) -> list[str]:
        """The ids of all articles that answer; raises UsageError for one that is not there."""
        ids = [place.article_id for place in self.find(case)]
        for name in case.articles:
            if name not in self._ids:
                raise UsageError(f"{case.id}: no article has the id or path {name}")
            ids += self._ids[name]
        return list(dict.fromkeys(ids))

    def _find(self, case: Case, gold: Gold) -> Place:
        articles = list(self._articles_of(gold.path))
        if not articles:
            raise UsageError(f"{case.id}: no article was read from {gold.path}")
        for article in articles:
            start = article.text.find(gold.quote)
            if start >= 0:
                return Place(article_id=article.id, start=start, end=start + len(gold.quote))
        raise UsageError(f"{case.id}: no article of {gold.path} holds “{gold.quote[:60]}…”")

    def _articles_of(self, path: str) -> Iterator[Article]:
        return self._archive.catalog.articles(dict.fromkeys(self._ids.get(path, ())))


def find_gold(archive: Archive, case: Case) -> list[Place]:
    """Where the gold sentences of a case stand; raises UsageError for one that is not there."""
    return GoldFinder(archive).find(case)


def _endings(path: str) -> Iterator[str]:
    """`a/b/c.txt`, `b/c.txt`, `c.txt`: whatever folder the archive was made from."""
    parts = path.split("/")
    return ("/".join(parts[at:]) for at in range(len(parts)))


def _read_line(line: str, number: int) -> tuple[Case | None, list[str]]:
    try:
        read = json.loads(line)
        if not isinstance(read, dict):
            return None, ["this is no JSON object; write {“question”: …}"]
        case = Case.model_validate_json(json.dumps({"id": f"line-{number}", **read}))
    except json.JSONDecodeError as fault:
        return None, [f"no JSON: {fault.msg} at column {fault.colno}"]
    except ValidationError as fault:
        return None, [_say(error["loc"], error["msg"]) for error in fault.errors()]
    return case, list(_find_faults(case))


def _say(place: tuple[int | str, ...], message: str) -> str:
    return f"{'.'.join(str(part) for part in place)}: {message}" if place else message


def _find_faults(case: Case) -> Iterator[str]:
    """What no answer could ever get right, or what nothing could be scored by."""
    if case.outcome is Outcome.ANSWERED and not (case.evidence or case.articles):
        yield "answered, but no evidence is given"
    for group in case.must:
        if not group or not all(text.strip() for text in group):
            yield "must: each group is a list of texts, none of them empty"
    for banned in case.must_not:
        held = [text for group in case.must for text in group if _within(banned, text)]
        if held or not banned.strip():
            yield f"must_not “{banned}” stands in must “{''.join(held[:1])}”: it can never be met"


def _within(part: str, whole: str) -> bool:
    return " ".join(part.casefold().split()) in " ".join(whole.casefold().split())


def _repeated(cases: Iterable[Numbered]) -> Iterator[tuple[int, str]]:
    first: dict[str, int] = {}
    for number, case in cases:
        if case.id in first:
            yield number, f"the id {case.id} stands on line {first[case.id]} too"
        first.setdefault(case.id, number)


def _raise(path: Path, faults: Sequence[tuple[int, str]]) -> None:
    if not faults:
        return
    said = [f"{path.name} line {number}: {fault}" for number, fault in faults[:MOST_FAULTS]]
    more = len(faults) - len(said)
    raise UsageError("\n".join([*said, *([f"… and {more} more"] if more else [])]))
