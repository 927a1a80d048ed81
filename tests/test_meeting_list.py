"""The table of meetings, as a reader sees it."""

from __future__ import annotations

import pytest

from index.articles import make_article
from index.drafts import Draft
from index.meeting_records import Status
from index.meetings import make_meeting
from tests.test_meetings import BERG, MARCH, MINISTER, STONE, report
from ui.meeting_list import Listed, best_report, format_table, read_duration

ARTICLE = make_article(Draft(text="They met.", source="Northline"), "story.txt")


def test_a_meeting_told_twice() -> None:
    plan = report("a", "2024-03-08", MARCH, (MINISTER, STONE), Status.ANNOUNCED)
    told = report("b", "2024-03-12", MARCH, (BERG.model_copy(update={"side": "host"}), STONE))
    mention = told.mention.model_copy(
        update={"venue": "Town Hall", "duration": "PT1H30M", "topics": ("herring", "gas")}
    )
    meeting = make_meeting([plan, told.model_copy(update={"mention": mention})])
    assert list(format_table([Listed(meeting=meeting, article=ARTICLE)])) == [
        f"2024-03-11               held         meeting    {meeting.id}",
        "    who    Anna Berg (foreign minister, NOR, host); Karl Stone (envoy, LVA)",
        "    where  Town Hall, Oslo",
        "    lasted 1 hour 30 minutes",
        "    on     herring; gas",
        "    told   announced (2024-03-08), held (2024-03-12) (2 articles, 2 sources)",
        "    “They met.” (Northline)",
        "",
    ]
    assert best_report(meeting).citation.article_id == "b"


def test_a_conflict_says_what_kind_it_is() -> None:
    told = [
        report("a", "2024-03-12", MARCH),
        report("b", "2024-03-13", MARCH, status=Status.DENIED),
    ]
    table = "\n".join(format_table([Listed(meeting=make_meeting(told), article=ARTICLE)]))
    assert "differ status: held / denied (they contradict each other)" in table


def test_long_lines_are_wrapped_under_their_label() -> None:
    crowd = tuple(STONE.model_copy(update={"name": f"Karl {n} Stone{n}"}) for n in range(9))
    told = report("a", "2024-03-12", None, crowd, place=None)
    lines = list(format_table([Listed(meeting=make_meeting([told]), article=ARTICLE)]))
    assert lines[0].startswith("no date")
    assert all(len(line) <= 96 for line in lines)
    assert lines[2].startswith(" " * 11 + "Karl")


@pytest.mark.parametrize(
    ("duration", "words"),
    [("PT3H", "3 hours"), ("PT1H30M", "1 hour 30 minutes"), ("P2D", "2 days"), ("P1W", "1 week"),
     ("PT40M", "40 minutes"), ("P", "P"), ("an hour", "an hour")],
)  # fmt: skip
def test_a_duration_in_words(duration: str, words: str) -> None:
    assert read_duration(duration) == words
