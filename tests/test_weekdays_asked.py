"""A weekday in a question with no more said: the day of a report must be one; stories invented."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from diary import build_diary

from index.archive import Archive
from qa import ask
from qa.question.when import read_times

STORIES = {
    "spring.txt": (
        "Berg and Stone\n\n"
        "VIK, March 13, 2019. Norwegian Foreign Minister Anna Berg met Danish Prime Minister Karl "
        "Stone in Vik on Tuesday.\n"
    ),
    "autumn.txt": (
        "Berg and Lund\n\n"
        "VIK, October 9, 2019. Norwegian Foreign Minister Anna Berg met Icelandic President Ines "
        "Lund in Vik on Tuesday.\n"
    ),
}


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    """An archive of these stories."""
    with build_diary(tmp_path_factory.mktemp("weekdays"), STORIES) as archive:
        yield archive


@pytest.mark.parametrize(
    ("text", "weekday", "period"),
    [
        ("What date was that Friday?", 5, None),
        ("Whom did Berg meet on Tuesday?", 2, None),
        ("Whom did Berg meet last Tuesday?", None, "2019-03-05"),
        ("Did they meet on Tuesday, 12 March 2019?", None, "2019-03-12"),
        ("What did the paper mean by “on Friday”?", None, None),  # a word of the report
    ],
)
def test_a_bare_weekday_is_no_period(text: str, weekday: int | None, period: str | None) -> None:
    times = read_times(text, date(2019, 3, 11))
    assert (times.weekday, times.period and times.period.edtf) == (weekday, period)


@pytest.mark.parametrize(
    ("question", "asked_on", "outcome", "holds"),
    [
        ("Whom did Berg meet in Vik on Tuesday?", "2026-03-02", "answered", ["Stone", "Lund"]),
        ("Whom did Berg meet in Vik on Tuesday?", "2019-10-10", "answered", ["Lund", "8 October"]),
        ("Did Berg meet Stone on Tuesday?", "2026-03-02", "answered", ["12 March 2019"]),
        ("Did Berg meet Stone on Friday?", "2026-03-02", "not_in_archive", ["on a Friday"]),
        ("When did Berg meet Stone on Friday?", "2026-03-02", "premise_corrected",
         ["on a Friday", "12 March 2019"]),
    ],
)  # fmt: skip
def test_the_day_told_must_be_one(
    told: Archive, question: str, asked_on: str, outcome: str, holds: list[str]
) -> None:
    answer = ask(told, question, asked_on=asked_on)
    assert (answer.outcome.value, answer.text) == (outcome, answer.text)
    assert [one for one in holds if one not in answer.text] == [], answer.text
    if asked_on == "2019-10-10":
        assert "Stone" not in answer.text
