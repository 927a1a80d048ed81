"""What holds of time expressions in any text."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from index.dates import find_dates, find_expressions
from index.dating import day_when

WORDS = st.sampled_from(
    [
        "the",
        "a",
        "last",
        "next",
        "this",
        "that",
        "of",
        "in",
        "on",
        "by",
        "since",
        "until",
        "from",
        "to",
        "between",
        "and",
        "or",
        ",",
        ".",
        "-",
        "(",
        ")",
        "'s",
        "“",
        "”",
        "May",
        "March",
        "3",
        "14",
        "31st",
        "2015",
        "1987",
        "'87",
        "1990s",
        "Friday",
        "Fri.",
        "weekend",
        "week",
        "month",
        "year",
        "quarter",
        "day",
        "days",
        "morning",
        "night",
        "two",
        "twenty",
        "hundred",
        "half",
        "several",
        "ago",
        "earlier",
        "later",
        "before",
        "after",
        "early",
        "late",
        "mid",
        "end",
        "first",
        "second",
        "every",
        "daily",
        "now",
        "recently",
        "today",
        "tomorrow",
        "Christmas",
        "summer",
        "century",
        "BC",
        "5",
        "p.m.",
        "met",
        "will",
        "meet",
        "was",
        "will",
        "be",
        "to",
        "go",
        "said",
        "14.07.2016",
        "2016-02-30",
        "Q3",
        "\n\n",
        "14",
        "марта",
        "2024",
    ]
)
DAYS = st.dates(min_value=date(1, 1, 1), max_value=date(9999, 12, 31))


@settings(max_examples=150, deadline=None)
@given(st.lists(WORDS, max_size=14).map(" ".join), DAYS | st.none())
def test_laws_of_words_of_time(text: str, written: date | None) -> None:
    check(text, written)


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=120), DAYS | st.none())
def test_laws_of_any_text(text: str, written: date | None) -> None:
    check(text, written)


def check(text: str, written: date | None) -> None:
    published = day_when(written, "given", "given") if written else None
    found = find_dates(text, published)
    end = 0
    for one in found:
        assert one.start >= end
        assert text[one.start : one.end] == one.text
        assert not (one.earliest and one.latest) or one.earliest <= one.latest
        assert (one.edtf is None) or one.earliest or one.latest
        assert one.derivation and one.value
        end = one.end
    assert [one.start for one in find_expressions(text)] == [one.start for one in found]


@settings(max_examples=60, deadline=None)
@given(DAYS)
def test_a_full_date_is_itself_whenever_it_was_written(day: date) -> None:
    if not 1000 <= day.year < 9999:  # the calendar of the program ends before its last year
        return
    for text in (day.isoformat(), f"{day:%d.%m.}{day.year:04}"):
        (found,) = find_dates(f"The log of {text} is lost.", day_when(day, "given", "given"))
        assert (found.earliest, found.latest) == (day, day)
