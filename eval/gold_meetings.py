"""The sample archive's meetings as its stories tell them: mentions are held against these."""

from __future__ import annotations

from pathlib import Path

from index.meeting_records import Status
from index.records import Record

SHIPPED = Path(__file__).with_name("meetings.jsonl")


class GoldMeeting(Record):
    """A meeting as one story tells it; `key` is the same in every story that tells of it.

    `people` take part by this story, named in it or, where it has an office only, in another;
    `date` is EDTF; a `note` says what is special.
    """

    key: str
    people: tuple[str, ...]
    date: str
    place: str | None
    venue: str | None
    status: Status
    topics: tuple[str, ...]
    background: bool = False
    note: str | None = None


class GoldStory(Record):
    """A story of the sample archive (`file.txt`, `file.jsonl#2`) and the meetings it tells of."""

    path: str
    meetings: tuple[GoldMeeting, ...]


def read_gold(path: Path = SHIPPED) -> list[GoldStory]:
    """The stories in order; raises pydantic's ValidationError for a line that is none."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [GoldStory.model_validate_json(line) for line in lines]
