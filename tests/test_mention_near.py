"""The day of a report whose own words tell none: from its clause, or from the sentence before."""

import pytest

from tests.reports import report

NEWS = "[2022-06-09..2022-06-15]"  # told as news without a day, in a report of 15 June


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("Anna Berg said here on Tuesday the port is safe.\n\n"
         "Berg made the remarks when meeting with envoy Karl Stone.", "2022-06-14"),
        ("Anna Berg opened the port on Monday. Berg then met Karl Stone.", "2022-06-13"),
        ("Anna Berg opened the port on Monday. Ivo Marsh then met Karl Stone.", NEWS),
        ("Anna Berg said on Monday the port is safe. Berg met Karl Stone.", NEWS),
        ("Anna Berg will sail to Riga on Sunday. Berg will visit Riga.", "2022-06-19"),
    ],
)  # fmt: skip
def test_a_day_told_before(text: str, edtf: str | None) -> None:
    told = report(text)[-1]
    assert (told.when and told.when.edtf) == edtf


def test_a_day_told_before_has_its_words_as_evidence() -> None:
    told = report("Anna Berg opened the port on Monday. Berg then met Karl Stone.")[-1]
    assert [e.quote for e in told.evidence if e.field == "when"] == ["Monday"]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("Anna Berg expects to meet Karl Stone at a summit of the Harbour Union in Riga, capital "
         "of Latvia, later this month.", "2022-06-15/2022-06-30"),
        ("Anna Berg meets with Karl Stone in Riga, Latvia, to show her support on May 3.",
         "2022-05-03"),
        ("Monday, Anna Berg is scheduled to meet with Karl Stone in Riga.", "2022-06-20"),
        ("A possible meeting between Anna Berg and Karl Stone was named in a call held on June 6.",
         None),
        ("Anna Berg will meet Karl Stone before the vote of June 30.", None),
        ("Anna Berg will meet Karl Stone, officials said on Tuesday.", None),
        ("Anna Berg will meet Karl Stone in a palace of the 16th century.", None),
        ("Anna Berg met Karl Stone in the 1990s.", "199X"),
    ],
)  # fmt: skip
def test_a_day_behind_in_the_clause(text: str, edtf: str | None) -> None:
    told = report(text)[0]
    assert (told.when and told.when.edtf) == edtf


@pytest.mark.parametrize(
    ("text", "status", "edtf"),
    [
        ("Anna Berg was in Riga last month to meet Karl Stone.", "held", "2022-05"),
        ("Anna Berg made a visit to meet Karl Stone in 1995.", "held", "1995"),
        ("Anna Berg flew to Riga on Tuesday to meet Karl Stone.", "announced", None),
        ("Anna Berg starts a visit to Riga on Sunday.", "announced", "2022-06-19"),
        ("Anna Berg, currently visiting Riga, was glad.", "under_way", "2022-06-15"),
    ],
)
def test_journeys(text: str, status: str, edtf: str | None) -> None:
    told = report(text)[-1]
    assert (told.status.value, told.when and told.when.edtf) == (status, edtf)
