"""Times, places and topics that a report takes from what stands about it; all invented."""

from __future__ import annotations

import pytest
from reports import report


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("The last time Berg came to Oslo was in March this year. Anna Stone, who met Karl Berg "
         "in the castle, was sorry.", "2022-03"),
        ("Their previous meeting was on 2 May. Anna Stone and Karl Berg met in a barn.",
         "2022-05-02"),
        ("The harbour froze in March this year. Anna Stone met Karl Berg in the castle.",
         "[2022-06-09..2022-06-15]"),
        ("Anna Stone flew to Riga on Tuesday to open a fair. Stone met Karl Berg in a castle.",
         "2022-06-14"),
        ("Anna Stone lost her hat on Tuesday. Stone met Karl Berg in the castle.",
         "[2022-06-09..2022-06-15]"),
        ("Anna Stone flew to Riga on Tuesday. The fair opened on Monday. Stone met Karl Berg.",
         "[2022-06-09..2022-06-15]"),
        ("The post dates back to 1801. Anna Stone and Karl Berg met in Oslo.", None),
        ("Anna Stone leaves on a visit to Riga on Tuesday, weeks after Karl Berg imposed a tax.",
         "2022-06-21"),
        pytest.param("They suspended the preparation of the scheduled summit in Riga in May.",
                     "2023-05", marks=pytest.mark.xfail(reason="what is suspended lends its past")),
        ("Anna Stone was hosting Karl Berg in Oslo when the ice broke.",
         "[2022-06-09..2022-06-15]"),
        ("Anna Stone met Karl Berg years ago.", None),
        ("Anna Stone and Karl Berg are holding talks in Oslo.", "2022-06-15"),
        ("Speaking after talks with Karl Berg in Oslo, Anna Stone said that she was glad.",
         "[2022-06-09..2022-06-15]"),
        ("Anna Stone never met Karl Berg.", None),
        ("Anna Stone hopes that her talks with Karl Berg end well.", None),
        ("The talks of Anna Stone and Karl Berg will be held at 3 p.m. local time on Saturday.",
         "2022-06-18"),
    ],
)  # fmt: skip
def test_the_time_that_a_sentence_before_sets(text: str, edtf: str | None) -> None:
    told = report(text)
    assert [m.when.edtf if m.when else None for m in told][-1:] == ([edtf] if told else [])
    assert told or edtf is None


@pytest.mark.parametrize(
    ("text", "topics"),
    [
        ("Anna Stone will meet Karl Berg in Oslo on Friday. The agenda will include herring, the "
         "ferry and the price of cod, she said.", ["herring, the ferry and the price of cod"]),
        ("Anna Stone met Karl Berg on Monday. Herring was one of the main issues.", ["Herring"]),
        ("Anna Stone met Karl Berg on Monday. Lunch was one of her pleasures.", []),
        ("Anna Stone's talks with Karl Berg on Monday focused on the ferry.", ["ferry"]),
        ("Anna Stone told Karl Berg of their talks when they met on Monday.", []),
    ],
)  # fmt: skip
def test_the_agenda_that_stands_beside(text: str, topics: list[str]) -> None:
    assert [topic for m in report(text) for topic in m.topics] == topics


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Karl Berg is on a visit to Riga. On Monday he met Anna Stone.", None),
        ("Karl Berg is on a visit to Riga. On Monday he spoke to Anna Stone by telephone.", None),
        ("Anna Stone met Karl Berg on Monday, a month after a riot in Riga.", None),
        ("Anna Stone met Karl Berg at his farm in Riga on Monday.", "Riga"),
        ("Anna Stone met Karl Berg on Monday over the peace process in Riga.", None),
    ],
)
def test_the_place_of_a_visit_and_of_other_things(text: str, place: str | None) -> None:
    assert [m.place for m in report(text)][-1] == place


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The talks of Anna Stone and Karl Berg on June 10, 2022, will leave both tired.", "held"),
        ("The summit of Anna Stone and Karl Berg on Friday will leave both tired.", "announced"),
        ("Anna Stone was due to meet Karl Berg on Monday.", "announced"),
        ("Anna Stone will meet Karl Berg on Friday.", "announced"),
    ],
)
def test_the_tense_of_another_verb_does_not_bring_back_what_is_over(text: str, status: str) -> None:
    assert [m.status for m in report(text)] == [status]
