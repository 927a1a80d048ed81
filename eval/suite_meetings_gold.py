"""`meetings-gold`: your own gold meetings, held against the meetings of `--archive`.

`--data DIR` holds files `*meetings.jsonl` with a meeting a line, such as

    {"id": "M1", "participants": ["Anna Berg (host)", "foreign minister of Chile (unnamed)"],
     "place": "Town Hall, Oslo, NO", "date_edtf": "2024-03-11", "status": "held", "mentions":
     [{"evidence": [{"file": "ferry.txt", "quote": "They met.", "start": 125, "end": 134}]}]}

A meeting of the archive is the gold one where its people and its day are (eval/meeting_match.py);
of those that are not, the one that cites most of the gold evidence is scored.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, nullcontext
from pathlib import Path, PurePath
from typing import Any

from eval.meeting_match import (
    Known,
    best_of,
    day_right,
    is_found,
    people_right,
    place_right,
    read_days,
    read_person,
)
from eval.suite import (
    CLOSED,
    Absent,
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
    mean,
    rates,
)
from index.archive import Archive
from index.meeting_records import Meeting, Status
from index.records import Record

SYSTEM = "dateline"
STATUSES = {"planned": Status.ANNOUNCED, "agreed": Status.ANNOUNCED}  # others go by our names
COUNTRY_CODE = 2  # letters, at the end of a place


class Spot(Record):
    """Words of an article that report a gold meeting."""

    file: str
    start: int
    end: int


class Gold(Record):
    """A gold meeting with the words that report it."""

    known: Known
    spots: tuple[Spot, ...]
    split: str = "open"


def read_gold(path: Path) -> list[Gold]:
    """The meetings of a file; raises Absent for one that is of another form."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]
    if not all({"participants", "date_edtf", "status"} <= row.keys() for row in rows):
        raise Absent(f"{path.name} is of another form; eval/suite_meetings_gold.py shows it")
    return [_read(row) for row in rows]


def _read(row: dict[str, Any]) -> Gold:
    first, last = read_days(row["date_edtf"])
    people = (read_person(told) for told in row["participants"])
    parts = [part.strip().split(" (")[0] for part in (row.get("place") or "").split(",")]
    known = Known(
        id=row["id"], people=tuple(name for name in people if name), first=first, last=last,
        places=tuple(part for part in parts if len(part) > COUNTRY_CODE),
        status=STATUSES.get(row["status"]) or Status(row["status"]),
    )  # fmt: skip
    spots = (e for mention in row.get("mentions", ()) for e in mention["evidence"])
    return Gold(
        known=known,
        spots=tuple(Spot(file=e["file"], start=e["start"], end=e["end"]) for e in spots),
        split=row.get("split", "open"),
    )


def score(gold: Gold, meetings: Sequence[Meeting], paths: dict[str, tuple[str, ...]]) -> Item:
    """What the archive has of a gold meeting."""
    known = gold.known
    cited = [m for m in meetings if _overlaps(gold, m, paths)]
    meeting = best_of(known, meetings) or max(
        cited, key=lambda m: (_overlaps(gold, m, paths), m.id), default=None
    )
    right = len(people_right(known, meeting)) if meeting else 0
    told = len(meeting.participants) if meeting else 0
    scores = (
        mean("found", meeting is not None and is_found(known, meeting)),
        *rates("participants", found=told, right=right, expected=len(known.people)),
        mean("date", meeting is not None and day_right(known, meeting)),
        _score_place(known, meeting),
        mean("status", meeting is not None and meeting.status is known.status),
        Score(measure="evidence recall", part=_overlaps(gold, meeting, paths),
              whole=len(gold.spots)),
    )  # fmt: skip
    shown = None if gold.split == CLOSED else _show(known, meeting)
    return Item(id=known.id, split=gold.split, kind=known.status.value, scores=scores, shown=shown)


def _score_place(known: Known, meeting: Meeting | None) -> Score:
    """The place is right where the gold names none and neither does the meeting."""
    if known.places:
        return mean("place", meeting is not None and place_right(known, meeting))
    return mean("place", meeting is not None and meeting.place is None)


def _overlaps(gold: Gold, meeting: Meeting | None, paths: dict[str, tuple[str, ...]]) -> int:
    """How many of the gold words some report of the meeting stands in."""
    told = [report.citation for report in meeting.status_history] if meeting else []
    return sum(
        any(
            spot.file in paths[one.article_id] and one.start < spot.end and spot.start < one.end
            for one in told
        )
        for spot in gold.spots
    )


def _show(known: Known, meeting: Meeting | None) -> Shown:
    gold = f"{', '.join(known.people)}; {known.first} to {known.last}; {', '.join(known.places)}"
    if meeting is None:
        return Shown(asked=known.id, gold=f"{gold}; {known.status}", answer="no such meeting")
    people = ", ".join(person.name for person in meeting.participants)
    when = meeting.when.edtf if meeting.when else "no date"
    answer = f"{people}; {when}; {meeting.venue}, {meeting.place}; {meeting.status}"
    return Shown(asked=known.id, gold=f"{gold}; {known.status}", answer=answer)


@contextmanager
def open_suite(setup: Setup, meter: Meter) -> Iterator[Opened]:
    """Every gold meeting under its id."""
    files = sorted(setup.data.glob("*meetings.jsonl")) if setup.data else []
    if not files or setup.archive is None:
        raise Absent("needs --data DIR with files *meetings.jsonl, and --archive")
    gold = {one.known.id: one for file in files for one in read_gold(file)}
    with Archive.open(setup.archive) as archive:
        meetings = archive.meetings()
        paths = {a.id: tuple(PurePath(p).name for p in a.paths) for a in archive.articles()}
    ready = Ready(score=lambda id: score(gold[id], meetings, paths))
    contender = Contender(SYSTEM, tuple(gold), lambda: nullcontext(ready))
    wanted = (contender,) if SYSTEM in setup.systems else ()
    digest = digest_texts([*(one.model_dump_json() for one in gold.values()), *sorted(paths)])
    yield Opened(digest=digest, contenders=wanted, articles=len(paths))


SUITE = Suite("meetings-gold", "your gold meetings against those of --archive", open_suite)
