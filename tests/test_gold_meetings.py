"""The sample archive's gold meetings: every story is there, and everybody is named in it."""

import re

from eval.gold_meetings import read_gold
from index.archive import Archive
from index.spellings import fold_name

LEAST = 60  # meetings that the gold must hold, as the project promises


def test_every_story_is_in_the_archive(archive: Archive) -> None:
    paths = {path.split("articles/")[-1] for one in archive.articles() for path in one.paths}
    told = [story.path for story in read_gold()]
    assert set(told) <= paths
    assert len(set(told)) == len(told)


def test_everybody_is_named_where_the_meeting_is_told(archive: Archive) -> None:
    """In the story itself or, where that has an office only, in some other story of the archive."""
    told = [re.split(r"[^\w-]+", article.text) for article in archive.articles()]
    words = {fold_name(word) for text in told for word in text}
    people = {who for story in read_gold() for meeting in story.meetings for who in meeting.people}
    surnames = {who: fold_name(re.sub(r" \(.*\)", "", who).split()[-1]) for who in people}
    endings = {who: {name, name.removesuffix("s")} for who, name in surnames.items()}  # Latvian -s
    assert [who for who, spelled in endings.items() if not spelled & words] == []


def test_enough_meetings_each_with_a_date() -> None:
    meetings = [meeting for story in read_gold() for meeting in story.meetings]
    assert len({meeting.key for meeting in meetings}) >= LEAST
    assert all(re.match(r"[\[?]?\d{4}", meeting.date) for meeting in meetings)
