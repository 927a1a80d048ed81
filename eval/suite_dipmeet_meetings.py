"""`dipmeet-meetings`: visits known from official records, in the meetings of 5,490 real articles.

Found is a meeting with two of the people, dated within the known days, one more or less, and no
wider than a week (issue 5's measure). Half of them are closed: scored, not shown.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from datetime import date
from typing import Any

from eval.meeting_match import Known, best_of, place_right
from eval.suite import (
    CLOSED,
    Absent,
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
    mean,
    not_for,
)
from eval.suite_dipmeet import ARTICLES, is_complete
from index.archive import Archive
from index.meeting_records import Meeting, Status
from index.mention_pass import find_all_mentions

SYSTEM = "dateline"


def read_known(row: dict[str, Any]) -> Known:
    """A meeting of the benchmark; held where some article tells it as held."""
    held = any(document["status_in_doc"] == "held" for document in row["docs"])
    return Known(
        id=row["id"], people=row["participants"],
        first=date.fromisoformat(row["date_start"]), last=date.fromisoformat(row["date_end"]),
        places=tuple(part.strip() for part in row["place"].split(",")),
        status=Status.HELD if held else Status.ANNOUNCED,
    )  # fmt: skip


def score(known: Known, meetings: list[Meeting]) -> Item:
    """Whether it is found, and place and status of what is found."""
    found, split = best_of(known, meetings), half_of(known.id)
    scores = [mean("found", found is not None)]
    for measure, right in (
        ("place of found", found and place_right(known, found)),
        ("status of found", found and _status_right(known, found)),
    ):
        scores.append(mean(measure, bool(right)) if found else not_for(measure, "not found"))
    shown = None if split == CLOSED else _show(known, found)
    return Item(
        id=known.id, split=split, kind=known.status.value, scores=tuple(scores), shown=shown
    )


def _status_right(known: Known, meeting: Meeting) -> bool:
    """The benchmark tells what was held from what was not."""
    return (meeting.status is Status.HELD) is (known.status is Status.HELD)


def _show(known: Known, meeting: Meeting | None) -> Shown:
    gold = f"{known.first} to {known.last}, {', '.join(known.places)}, {known.status}"
    told = "not found"
    if meeting:
        when = meeting.when.edtf if meeting.when else "no date"
        told = f"{when}, {meeting.place}, {meeting.status} [{meeting.id}]"
    return Shown(asked=" and ".join(known.people), gold=gold, answer=told)


@contextmanager
def open_suite(setup: Setup, meter: Meter) -> Iterator[Opened]:
    """Uses the archive that the suite `dipmeet` keeps; reads anew for meetings what is not up to
    date there."""
    source = setup.find(ARTICLES)
    folder = setup.cache / "dipmeet"
    if not is_complete(folder, source):
        raise Absent("run the suite dipmeet first: it makes and keeps the archive")
    lines = source.with_name("meetings.jsonl").read_text(encoding="utf-8").splitlines()
    known = {one.id: one for one in (read_known(json.loads(line)) for line in lines)}
    with Archive.open(folder) as archive:
        with archive.writing(), meter("articles") as progress:
            find_all_mentions(archive.catalog, progress)
        meetings = archive.meetings()
    ready = Ready(score=lambda id: score(known[id], meetings))
    contender = Contender(SYSTEM, tuple(known), lambda: nullcontext(ready))
    wanted = (contender,) if SYSTEM in setup.systems else ()
    yield Opened(digest=digest_texts(lines), contenders=wanted)


SUITE = Suite(
    "dipmeet-meetings", "who met where and when, and whether, by all articles", open_suite
)
