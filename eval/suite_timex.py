"""`timex`: time expressions of newswire and history prose with TIMEX3 values, given with `--data`.

TimeBank and AQUAINT (newswire), WikiWars (history). Half of the documents are closed: scored, never
shown.
"""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from datetime import date
from pathlib import Path
from typing import Any

from eval.measures_timex import Timex, count_timexes
from eval.suite import (
    CLOSED,
    Contender,
    Item,
    Meter,
    Opened,
    Ready,
    Setup,
    Shown,
    Suite,
    digest_texts,
    half_of,
    rates,
)
from index.dates import find_dates
from index.dating import day_when

CORPORA = ("timebank", "aquaint", "wikiwars_train")
SYSTEM = "dateline"


@contextmanager
def open_suite(setup: Setup, meter: Meter) -> Iterator[Opened]:
    """Every document of the three corpora, each under `corpus/id`."""
    documents: dict[str, dict[str, Any]] = {}
    for corpus in CORPORA:
        documents |= read_documents(setup.find(f"timex/{corpus}.jsonl"), corpus)
    ready = Ready(score=lambda id: score(id, documents[id]))
    contender = Contender(SYSTEM, tuple(documents), lambda: nullcontext(ready))
    wanted = (contender,) if SYSTEM in setup.systems else ()
    yield Opened(digest=digest_texts(one["text"] for one in documents.values()), contenders=wanted)


def read_documents(path: Path, corpus: str) -> dict[str, dict[str, Any]]:
    """The documents of a corpus by `corpus/id`."""
    lines = path.read_text(encoding="utf-8").splitlines()
    read = [json.loads(line) for line in lines]
    return {f"{corpus}/{one['doc_id']}": one for one in read}


def score(id: str, document: dict[str, Any]) -> Item:
    """Strict, relaxed, type and value of one document's time expressions, as counts."""
    expected = [_timex(one) for one in document["timex3"]]
    written = day_when(date.fromisoformat(document["dct"][:10]), "given", "given")
    start = time.perf_counter()
    found = [_timex(one.model_dump()) for one in find_dates(document["text"], written)]
    seconds = time.perf_counter() - start
    counts = count_timexes(expected, found)
    right = {"strict": counts.strict, "relaxed": counts.relaxed, "type": counts.type,
             "value": counts.value}  # fmt: skip
    corpus, name = id.split("/", 1)
    split = half_of(name)
    scores = [
        one
        for measure, number in right.items()
        for one in rates(measure, found=counts.found, right=number, expected=counts.expected)
    ]
    shown = None if split == CLOSED else _show(id, document["text"], expected, found)
    return Item(id=id, split=split, kind=corpus, scores=tuple(scores), seconds=seconds, shown=shown)


def _timex(one: dict[str, Any]) -> Timex:
    return Timex(start=one["start"], end=one["end"], type=one["type"], value=one["value"])


def _show(id: str, text: str, expected: list[Timex], found: list[Timex]) -> Shown:
    """What was expected and not found so, and what was found and not expected so."""
    key = {(one.start, one.value) for one in expected} & {(one.start, one.value) for one in found}
    missed, other = (
        "; ".join(
            f"{text[one.start : one.end]} = {one.value}"
            for one in some
            if (one.start, one.value) not in key
        )
        for some in (expected, found)
    )
    return Shown(asked=id, gold=missed or "all found", answer=other or "nothing else")


SUITE = Suite("timex", "time expressions with TIMEX3 values", open_suite)
