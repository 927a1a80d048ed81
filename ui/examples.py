"""Questions to begin with, drawn from the archive at hand and tried on it before they are shown."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from itertools import islice

from index.meeting_records import Meeting, Participant, Status
from index.records import Outcome, When
from qa import Archive
from qa.answers import Answer
from ui.show import write_date

EXAMPLES = 4
TRIED = 16  # questions put at most; each takes a tenth of a second in an archive of 5,000 articles
LONGEST_TITLE = 90  # characters

Ask = Callable[[str], Answer]


def find_examples(archive: Archive, ask: Ask, wanted: int = EXAMPLES) -> Iterator[str]:
    """At most `wanted` questions that the archive answers, of different kinds, always the same.

    From its meetings; from the titles of its articles where it has none.
    """
    questions = _mix(archive.meetings()) or [_about(title) for title in _titles(archive)]
    tried = islice(questions, TRIED)
    yield from islice((one for one in tried if _is_answered(ask(one))), wanted)


def _is_answered(answer: Answer) -> bool:
    return answer.outcome is Outcome.ANSWERED


def _mix(meetings: Iterable[Meeting]) -> list[str]:
    """A question of each meeting that is told of in full, the kinds in turn."""
    full = [meeting for meeting in meetings if _is_full(meeting)]
    ordered = sorted(full, key=lambda meeting: (-min(meeting.sources, 2), _shuffle(meeting.id)))
    kinds = (_when, _whom, _where)
    return [kinds[at % len(kinds)](meeting) for at, meeting in enumerate(ordered[:TRIED])]


def _is_full(meeting: Meeting) -> bool:
    """Held, on a known day, at a named place, by two people with names of more than one word."""
    names = [person for person in meeting.participants if _is_named(person)]
    return (
        meeting.status is Status.HELD
        and len(names) == len(meeting.participants) == 2
        and bool(meeting.place)
        and meeting.when is not None
        and meeting.when.precision == "day"
    )


def _is_named(person: Participant) -> bool:
    return " " in person.name and "(" not in person.name


def _shuffle(id: str) -> str:
    return hashlib.sha256(id.encode()).hexdigest()


def _when(meeting: Meeting) -> str:
    first, second = meeting.participants
    return f"When did {first.name} meet {second.name} in {meeting.place}?"


def _whom(meeting: Meeting) -> str:
    return f"Whom did {meeting.participants[0].name} meet in {meeting.place}{_month(meeting.when)}?"


def _where(meeting: Meeting) -> str:
    first, second = meeting.participants
    return f"Where did {first.name} meet {second.name}{_month(meeting.when)}?"


def _month(when: When | None) -> str:
    if when is None or when.earliest is None:
        return ""
    month = when.model_copy(update={"precision": "month", "latest": when.earliest})
    return f" in {write_date(month)}"


def _titles(archive: Archive) -> list[str]:
    titles = {" ".join(item.title.split()) for item in archive.list_articles() if item.title}
    return sorted((one for one in titles if len(one) <= LONGEST_TITLE), key=_shuffle)


def _about(title: str) -> str:
    return f"What is reported under “{title}”?"
