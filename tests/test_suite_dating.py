"""How a hidden day is judged: a wrong year is wrong, one that is left open is open."""

from __future__ import annotations

from datetime import date

import pytest

from eval.suite_dating import Dated, Story, judge, score_story
from index.records import When


def between(first: str, last: str) -> When:
    return When(
        edtf=f"[{first}..{last}]", earliest=date.fromisoformat(first),
        latest=date.fromisoformat(last), precision="day" if first == last else "interval",
        basis="text", derivation="invented",
    )  # fmt: skip


@pytest.mark.parametrize(("first", "last", "verdict"), [
    ("2014-05-09", "2014-05-09", "right"),
    ("2014-01-01", "2014-12-31", "right"),
    ("2014-06-01", "2014-06-30", "right"),  # another day of the right year
    ("2013-05-09", "2013-05-09", "wrong"),
    ("2013-05-09", "2015-05-09", "open"),
    ("2015-05-09", "2017-05-09", "wrong"),  # open between years that are all wrong
])  # fmt: skip
def test_the_year(first: str, last: str, verdict: str) -> None:
    assert judge(between(first, last), date(2014, 5, 9)) == verdict


def test_a_night_between_two_years_is_no_fault() -> None:
    assert judge(between("2014-12-31", "2014-12-31"), date(2015, 1, 1)) == "right"


def test_no_date_is_open() -> None:
    assert judge(None, date(2014, 5, 9)) == "open"


def test_scores_of_both_ways_and_the_day_to_within_one() -> None:
    story = Story(id="1", title=None, text="A.", day=date(2014, 5, 9), hidden=True)
    found = Dated(alone=None, together=between("2014-05-10", "2014-05-10"))
    right = {one.measure: one.part for one in score_story(story, found)}
    assert right["alone: year open"] == right["with the archive: year right"] == 1
    assert right["with the archive: day right"] == 1
    assert sum(right.values()) == 3
