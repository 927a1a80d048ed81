"""`m2e2` and `plover`: sentences coded by others as meetings or calls, given with `--data`.

M2E2 marks rallies, speeches and news conferences too: sentences whose only triggers are such words
are left out, and each says so. PLOVER's and PETRARCH's sentences count as meetings where they are
coded CONSULT or CAMEO 04x, though many of those consult without meeting. Half of all is closed:
scored, not shown.
"""

from __future__ import annotations

import json
import re
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from datetime import date
from pathlib import Path

from eval.suite import (
    CLOSED,
    Contender,
    Item,
    Meter,
    Opened,
    Ready,
    Score,
    Setup,
    Shown,
    Suite,
    digest_texts,
    half_of,
    not_for,
    rates,
)
from index.articles import make_article
from index.dates import find_dates
from index.dating import day_when
from index.drafts import Draft
from index.meeting_records import Mention
from index.mentions import find_mentions
from index.records import Record
from index.sentences import split_sentences

SYSTEM = "dateline"
MEASURES = ("reports precision", "reports recall", "reports F1")
LEFT_OUT = "its only triggers are rallies, speeches, news conferences and the like"
# Triggers of M2E2 that report no meeting of people with each other: by what the words mean.
NO_MEETING = re.compile(
    r"rall|speech|speak|conferenc|brief|gather|demonstrat|protest|march|letter|address|wrote|"
    r"e-?mail|messag|interview|talked|told|said|celebrat|ceremon|election|session",
    re.IGNORECASE,
)


class Coded(Record):
    """A sentence with its day, whether it is coded as a meeting, and why it may be left out."""

    id: str
    document: str
    kind: str
    text: str
    day: date
    reports: bool
    left_out: str | None = None


def read_m2e2(setup: Setup) -> list[Coded]:
    """The sentences of M2E2's development part."""
    return [
        coded
        for line in _lines(setup.find("m2e2/dev.jsonl"))
        for coded in _read_document(json.loads(line))
    ]


def read_plover(setup: Setup) -> list[Coded]:
    """The sentences of PLOVER's gold standard records and of PETRARCH's validation set."""
    found: list[Coded] = []
    for line in _lines(setup.find("plover_gsr/plover_gsr.jsonl")):
        row = json.loads(line)
        found.append(_code(row, "plover", row["date"], row["event"] == "CONSULT"))
    for line in _lines(setup.find("petrarch/petrarch_validation.jsonl")):
        row = json.loads(line)
        meets = any(event.get("eventcode", "").startswith("04") for event in row["events"])
        found.append(_code(row, "petrarch", _day(row["date"]), meets))
    unique = {coded.id: coded for coded in found}
    return [coded for coded in unique.values() if coded.text.strip()]


def find_in(text: str, day: date) -> list[Mention]:
    """The reports in a text written on that day."""
    article = make_article(Draft(text=text), "-")
    article = article.model_copy(update={"dated": day_when(day, "given", "given")})
    times = find_dates(article.text, article.dated)
    return find_mentions(article, split_sentences(article), times)


def score(coded: Coded) -> Item:
    """Whether a sentence is found to report a meeting, as counts."""
    split = half_of(coded.document)
    if coded.left_out:
        scores: tuple[Score, ...] = tuple(not_for(m, coded.left_out) for m in MEASURES)
        return Item(id=coded.id, split=split, kind=coded.kind, scores=scores)
    start = time.perf_counter()
    mentions = find_in(coded.text, coded.day)
    seconds = time.perf_counter() - start
    found = bool(mentions)
    scores = rates(
        "reports", found=int(found), right=int(found and coded.reports), expected=int(coded.reports)
    )
    shown = None if split == CLOSED else _show(coded, mentions)
    return Item(
        id=coded.id, split=split, kind=coded.kind, scores=scores, seconds=seconds, shown=shown,
        gold_label=_label(coded.reports), label=_label(found),
    )  # fmt: skip


def _opener(
    read: Callable[[Setup], Sequence[Coded]],
) -> Callable[[Setup, Meter], AbstractContextManager[Opened]]:
    @contextmanager
    def open_suite(setup: Setup, meter: Meter) -> Iterator[Opened]:
        """Every sentence under its id."""
        sentences = {coded.id: coded for coded in read(setup)}
        ready = Ready(score=lambda id: score(sentences[id]))
        contender = Contender(SYSTEM, tuple(sentences), lambda: nullcontext(ready))
        wanted = (contender,) if SYSTEM in setup.systems else ()
        digest = digest_texts(coded.text for coded in sentences.values())
        yield Opened(digest=digest, contenders=wanted)

    return open_suite


def _lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines()


def _read_document(document: dict[str, object]) -> Iterator[Coded]:
    sentences = document["sentences"]
    assert isinstance(sentences, list)
    for sentence in sentences:
        triggers = [
            event["trigger"]["text"]
            for event in sentence["events"]
            if event["type"].startswith("Contact")
        ]
        others = bool(triggers) and all(NO_MEETING.search(trigger) for trigger in triggers)
        yield Coded(
            id=sentence["sent_id"], document=str(document["doc_id"]), kind="m2e2",
            text=sentence["text"], day=date.fromisoformat(str(document["date"])),
            reports=bool(triggers), left_out=LEFT_OUT if others else None,
        )  # fmt: skip


def _code(row: dict[str, str], kind: str, day: str, meets: bool) -> Coded:
    return Coded(
        id=f"{kind}/{row['id']}", document=row["id"], kind=kind, text=row["text"],
        day=date.fromisoformat(day), reports=meets,
    )  # fmt: skip


def _day(written: str) -> str:
    """PETRARCH writes 20080804, and at times 080804."""
    digits = written.replace("-", "")
    full = digits if len(digits) == len("20080804") else f"20{digits}"
    return f"{full[:4]}-{full[4:6]}-{full[6:8]}"


def _label(reports: bool) -> str:
    return "a meeting" if reports else "none"


def _show(coded: Coded, mentions: Sequence[Mention]) -> Shown:
    found = "; ".join(f"{one.trigger.text}: {one.status.value}" for one in mentions)
    return Shown(asked=coded.text, gold=_label(coded.reports), answer=found or "none")


M2E2 = Suite(
    "m2e2", "sentences of Voice of America that report a meeting or call", _opener(read_m2e2)
)
PLOVER = Suite("plover", "sentences coded CONSULT or CAMEO 04x", _opener(read_plover))
