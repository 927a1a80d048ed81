"""How long meetings lasted, as lengths that can be compared."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from pydantic import TypeAdapter, ValidationError

from index.meeting_records import Meeting

ROUGHLY = 1.2  # times as long
LENGTH = TypeAdapter(timedelta)  # reads ISO 8601: "PT2H40M"


def length_of(meeting: Meeting) -> timedelta | None:
    """How long a meeting lasted; None where no report tells it, or not in numbers ("PXD")."""
    try:
        return LENGTH.validate_python(meeting.duration) if meeting.duration else None
    except ValidationError:
        return None


def by_length(meetings: Iterable[Meeting]) -> list[Meeting]:
    """The meetings whose length is told, the longest first."""
    told = [(length, meeting) for meeting in meetings if (length := length_of(meeting))]
    return [meeting for _, meeting in sorted(told, key=lambda pair: pair[0], reverse=True)]


def are_about_one(lengths: Iterable[str]) -> bool:
    """Whether lengths as records have them may be one, told roughly: "about four hours" of what
    took three and a half.
    """
    try:
        told = [LENGTH.validate_python(one) for one in lengths]
    except ValidationError:
        return False
    return max(told) <= ROUGHLY * min(told)
