"""Questions to begin with, drawn from the archive at hand and tried on it before they are shown."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Collection, Iterator, Sequence
from itertools import islice

from index.meeting_records import Meeting, Participant, Status
from index.people_cues import PARTICLES
from index.records import Outcome, When
from qa import Archive
from qa.answers import Answer
from ui.show import write_date

EXAMPLES = 4
TRIED = 16  # questions put at most; each takes a tenth of a second in an archive of 5,000 articles
LONGEST_TITLE = 90  # characters
LONGEST_NAME = 4  # words; what is longer is mostly a name with something beside it
WORD = re.compile(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*\.?")
SHOUTED = 4  # letters: "GDANSK" is a dateline's way of writing, "USA" is a name

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


def _mix(meetings: Sequence[Meeting]) -> list[str]:
    """A question of each meeting that is told of in full, the kinds in turn.

    Those come first of which more than one source tells, then those of two who hold an office.
    """
    places = {word for meeting in meetings for word in (meeting.place or "").casefold().split()}
    full = [meeting for meeting in meetings if _is_full(meeting, places)]
    ordered = sorted(full, key=_rank)
    kinds = (_when, _whom, _where)
    return [kinds[at % len(kinds)](meeting) for at, meeting in enumerate(ordered[:TRIED])]


def _rank(meeting: Meeting) -> tuple[int, int, str]:
    offices = sum(person.role is not None for person in meeting.participants)
    return -min(meeting.sources, 2), -offices, _shuffle(meeting.id)


def _is_full(meeting: Meeting, places: Collection[str]) -> bool:
    """Held, on a known day, at a named place, by two people who are told by their full names."""
    names = [person for person in meeting.participants if _is_named(person, places)]
    return (
        meeting.status is Status.HELD
        and len(names) == len(meeting.participants) == 2
        and bool(meeting.place)
        and all(map(_is_capital, _town(meeting).split()))
        and meeting.when is not None
        and meeting.when.precision == "day"
    )


def _is_named(person: Participant, places: Collection[str]) -> bool:
    """By two to four words as a name has them, none of them a place that the archive tells of.

    "Trade officials" are no such words; in "Oslo Anna Stone" a report's place stuck to the name.
    """
    words = person.name.split()
    return (
        2 <= len(words) <= LONGEST_NAME
        and _is_capital(words[0])
        and _is_capital(words[-1])
        and all(_is_capital(word) or word in PARTICLES for word in words)
        and not any(word.casefold() in places for word in words)
    )


def _is_capital(word: str) -> bool:
    """Whether a word is written as names are: "Berg", "O’Neill", "J.", not "BERG" nor "berg"."""
    return bool(WORD.fullmatch(word)) and word[0].isupper() and not _is_shouted(word)


def _is_shouted(word: str) -> bool:
    return word.isupper() and len(word) >= SHOUTED


def _town(meeting: Meeting) -> str:
    """The place without its country, and in usual letters: "GDANSK, Poland" is Gdansk."""
    town = (meeting.place or "").partition(",")[0].split()
    return " ".join(word.title() if _is_shouted(word) else word for word in town)


def _shuffle(id: str) -> str:
    return hashlib.sha256(id.encode()).hexdigest()


def _when(meeting: Meeting) -> str:
    first, second = meeting.participants
    return f"When did {first.name} meet {second.name} in {_town(meeting)}?"


def _whom(meeting: Meeting) -> str:
    return (
        f"Whom did {meeting.participants[0].name} meet in {_town(meeting)}{_month(meeting.when)}?"
    )


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
