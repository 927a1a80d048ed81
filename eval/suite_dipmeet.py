"""`dipmeet`: who, where, when and status of meetings in 5,490 real articles, given with `--data`.

Half of its meetings are closed: their questions are scored and never shown.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from eval.asking import open_questions
from eval.cases import Case
from eval.suite import Cost, Meter, Opened, Setup, Suite, half_of
from eval.suite_own import index_timed
from index.archive import CATALOGUE, Archive
from index.records import Outcome

ARTICLES = "dipmeet/archive.jsonl.gz"
KEPT = "kept from an earlier run"


@contextmanager
def open_suite(setup: Setup, meter: Meter) -> Iterator[Opened]:
    """Its archive is kept in the user's cache folder, as indexing takes 25 minutes."""
    source = setup.find(ARTICLES)
    folder = setup.cache / "dipmeet"
    countries = _countries(source.with_name("meetings.jsonl"))
    lines = source.with_name("questions.jsonl").read_text(encoding="utf-8").splitlines()
    cases = [read_case(json.loads(line), countries) for line in lines]
    if is_complete(folder, source):
        with Archive.open(folder) as archive:
            yield open_questions(archive, cases, setup, meter, Cost(note=KEPT))
    else:
        with Archive.make(folder) as archive:
            cost = index_timed(archive, [source], meter)
            yield open_questions(archive, cases, setup, meter, cost)


def is_complete(folder: Path, source: Path) -> bool:
    """Whether a kept archive holds a story for every line of the source; then it stays as it is.

    Throw the folder away to have it indexed by the program as it is now.
    """
    if not (folder / CATALOGUE).is_file():
        return False
    with Archive.open(folder, any_model=True) as archive:
        read = {place.location for place in archive.catalog.places()}
    with gzip.open(source, "rt", encoding="utf-8") as stream:
        return len(read) >= sum(bool(line.strip()) for line in stream)


def read_case(asked: dict[str, Any], countries: dict[str, str]) -> Case:
    """A question of the benchmark as a case; its README says what is right."""
    kind = asked["type"]
    gold = (*asked.get("gold_docs", ()), *asked.get("also_gold_docs", ()))
    made = {
        "id": asked["id"],
        "split": half_of(asked.get("meeting_id", asked["id"])),
        "kind": kind,
        "question": asked["question"],
        "outcome": Outcome.ANSWERED,
        "answer": _say(asked.get("answer")),
        "articles": gold,
        "evidence": (),
    }
    country = countries.get(asked.get("meeting_id", ""), "")
    return Case.model_validate(made | RIGHT[kind](asked, country))


def _where(asked: dict[str, Any], country: str) -> dict[str, Any]:
    named = dict.fromkeys([asked["answer"], *asked["accept"]])
    wide = _spellings(country)
    places = [name for name in named if name == asked["answer"] or name not in wide]
    return {"places": places, "countries": [name for name in named if name not in places]}


def _when(asked: dict[str, Any], country: str) -> dict[str, Any]:
    ranges = [asked["accept_range"], *asked.get("also_accept", ())]
    return {"when": [_period(days) for days in ranges]}


def _who(asked: dict[str, Any], country: str) -> dict[str, Any]:
    return {"participants": asked["answer"], "met_too": asked.get("also_accept_people", ())}


def _status(asked: dict[str, Any], country: str) -> dict[str, Any]:
    planned = asked["answer"] == "planned"
    outcome = Outcome.ONLY_PLANNED if planned else Outcome.ANSWERED
    return {"status": "planned" if planned else "held", "outcome": outcome}


def _null(asked: dict[str, Any], country: str) -> dict[str, Any]:
    return {"outcome": Outcome.NOT_IN_ARCHIVE, "articles": ()}


RIGHT: dict[str, Callable[[dict[str, Any], str], dict[str, Any]]] = {
    "where": _where, "when": _when, "who": _who, "status": _status, "null": _null,
}  # fmt: skip


def _period(days: str | list[str]) -> dict[str, str]:
    first, last = (days, days) if isinstance(days, str) else (days[0], days[-1])
    return {"earliest": first, "latest": last}


def _countries(path: Path) -> dict[str, str]:
    lines = path.read_text(encoding="utf-8").splitlines()
    meetings = [json.loads(line) for line in lines]
    return {meeting["id"]: meeting["country"] or "" for meeting in meetings}


def _spellings(country: str) -> set[str]:
    from index.countries import read_countries

    for known in read_countries():
        if country in (known.name, *known.other_names):
            return {country, known.name, *known.other_names}
    return {country}


def _say(answer: Any) -> str | None:
    return ", ".join(answer) if isinstance(answer, list) else answer


SUITE = Suite("dipmeet", "who, where, when and status in 5,490 real articles", open_suite)
