"""Days that a quote means and does not print, worked out and told beside it."""

from __future__ import annotations

from datetime import date

import pytest

from index.archive import Archive
from index.dates import find_dates
from index.dating import day_when
from qa import ask
from qa.events.days import reckon_days
from qa.telling.days_told import write_day
from tests.conftest import Shelf

WRITTEN = day_when(date(2024, 3, 13), "metadata", "given")


@pytest.mark.parametrize(
    ("text", "beside"),
    [
        ("Berg met Stone on Tuesday.", "Tuesday: 12 March 2024"),
        ("Berg will meet Stone on Friday.", "Friday: 15 March 2024"),
        ("Berg met Stone on 12 March 2024.", None),  # printed in full
        ("Berg met Stone last week.", None),  # no single day
        ("Berg met Stone for three days.", None),
        ("Berg met Stone recently.", None),
        ("Berg met Stone.", None),
    ],
)
def test_what_stands_beside_a_quote(text: str, beside: str | None) -> None:
    reckoned = reckon_days(find_dates(text, WRITTEN), 0, len(text))
    assert reckoned.beside == beside
    assert (reckoned.derivation is None) is (beside is None)


def test_only_what_stands_in_the_quote() -> None:
    text = "Berg spoke on Monday. Stone left on Tuesday."
    reckoned = reckon_days(find_dates(text, WRITTEN), 22, len(text))
    assert reckoned.beside == "Tuesday: 12 March 2024"


def test_without_a_day_of_writing_nothing_is_reckoned() -> None:
    text = "Berg met Stone on Tuesday."
    assert reckon_days(find_dates(text, None), 0, len(text)).beside is None


def test_a_day_as_answers_write_it() -> None:
    assert write_day(date(2024, 3, 5)) == "5 March 2024"


def test_an_answer_tells_the_day_and_why(shelf: Shelf) -> None:
    story = {
        "title": "Ferry talks", "date": "2024-03-13",
        "text": "Minister Anna Berg opened the ferry terminal in Turku on Tuesday.",
    }  # fmt: skip
    shelf.write("a.jsonl", [story])
    shelf.index()
    answer = ask(shelf.archive, "When did Berg open the ferry terminal in Turku?")
    assert "12 March 2024" in answer.text
    told, quote = answer.statements
    assert quote.text.startswith("“Minister Anna Berg opened")
    assert told.derivation is not None and "Wednesday 13 March 2024" in told.derivation
    (cited,) = answer.citations
    assert cited.article.dated is not None and cited.article.dated.edtf == "2024-03-13"


def test_every_stored_time_stands_in_its_article(archive: Archive) -> None:
    for article in archive.articles():
        for time in archive.times(article.id):
            assert article.text[time.start : time.end] == time.text
