"""Draws meetings of an archive at random and prints them with their evidence, for reading.

    python -m eval.draw_meetings ARCHIVE --n 100 --seed 1

The same seed draws the same meetings from the same archive. Judge each by who, when and status;
of an archive that is also measured on, `--open` draws only what no closed article tells of.
"""

from __future__ import annotations

import argparse
import random
import textwrap
from collections.abc import Iterator, Sequence
from pathlib import Path

from eval.suite import CLOSED, half_of
from index.archive import Archive
from index.meeting_records import Meeting, Participant, StatusReport

WIDTH = 100
AROUND = 240  # characters of the article shown on either side of a report


def draw(meetings: Sequence[Meeting], n: int, seed: int) -> list[Meeting]:
    """`n` meetings, or all where there are fewer, in the order of the archive."""
    numbers = sorted(range(len(meetings)), key=lambda k: meetings[k].id)
    drawn = random.Random(seed).sample(numbers, min(n, len(numbers)))
    return [meetings[k] for k in sorted(drawn)]


def is_open(meeting: Meeting) -> bool:
    """Whether no article of the closed half tells of it."""
    return all(half_of(told.citation.article_id) != CLOSED for told in meeting.status_history)


def describe(archive: Archive, number: int, meeting: Meeting) -> Iterator[str]:
    """What is to be judged, then each report with the words about it."""
    when = f"{meeting.when.edtf} ({meeting.when.basis})" if meeting.when else "no date"
    yield f"{number}. {meeting.id}"
    yield f"   who     {'; '.join(_name(person) for person in meeting.participants) or 'nobody'}"
    yield f"   when    {when}"
    yield f"   status  {meeting.status.value}"
    yield f"   {meeting.form}; {meeting.venue or '–'}; {meeting.place or '–'}; {meeting.topics}"
    for conflict in meeting.conflicts:
        yield f"   {conflict.field} differs ({conflict.kind}): {' / '.join(conflict.values)}"
    for told in meeting.status_history:
        yield from _describe_report(archive, told)
    yield ""


def _describe_report(archive: Archive, told: StatusReport) -> Iterator[str]:
    article, spot = archive.article(told.citation.article_id), told.citation
    written = article.dated.edtf if article.dated else "no date"
    yield f"   - {told.status.value}; {article.source}, {written}, {article.id}: {article.title}"
    before = article.text[max(0, spot.start - AROUND) : spot.start]
    after = article.text[spot.end : spot.end + AROUND]
    words = " ".join(f"…{before}»»{spot.quote}««{after}…".split())
    yield textwrap.fill(words, WIDTH, initial_indent=" " * 5, subsequent_indent=" " * 5)


def _name(person: Participant) -> str:
    notes = [note for note in (person.role, person.country, person.side) if note]
    return f"{person.name} ({', '.join(notes)})" if notes else person.name


def main() -> None:
    """Prints the meetings drawn."""
    parser = argparse.ArgumentParser(prog="python -m eval.draw_meetings", description=__doc__)
    parser.add_argument("archive", type=Path)
    parser.add_argument("--n", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--open", action="store_true")
    options = parser.parse_args()
    with Archive.open(options.archive) as archive:
        meetings = [m for m in archive.meetings() if is_open(m) or not options.open]
        for number, meeting in enumerate(draw(meetings, options.n, options.seed), start=1):
            print("\n".join(describe(archive, number, meeting)))


if __name__ == "__main__":
    main()
