"""Counts that an ordinal makes, what was announced and never held, superlatives, chronologies."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from counting_stories import STORIES
from diary import build_diary

from index.archive import Archive
from index.errors import GateFailure
from index.records import Statement
from qa import ask
from qa.meetings.counts_told import Tally, tallies_in, tell_announced, tell_tally
from qa.telling.gate import check_answer


@pytest.fixture(scope="module")
def diary(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    """An archive of the invented stories."""
    with build_diary(tmp_path_factory.mktemp("counting"), STORIES) as archive:
        yield archive


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("It is Stone's third visit to the Latvian capital since April 2018.", [3]),
        ("It was their 12th official meeting this year.", [12]),
        ("They met for the second time since the strike.", [2]),
        ("The third man of the ferry line spoke of visits.", []),
    ],
)
def test_ordinals_of_meetings(text: str, numbers: list[int]) -> None:
    assert [tally.number for tally in tallies_in(text)] == numbers
    assert all(tally.words in text for tally in tallies_in(text))


def test_what_an_ordinal_makes() -> None:
    third = Tally(number=3, words="third visit since May")
    assert "three (3) with it" in tell_tally(third, before=False)
    assert "two (2) before it" in tell_tally(third, before=True)


COUNTS = [
    (
        "How many visits had Stone paid to Riga since April 2018 before that of June 2019?",
        "answered", ["third visit", "two (2) before it"], ["three"],
    ),
    (
        "How many trips to Riga has Stone made since April 2018?",
        "answered", ["third visit", "three (3) with it"], ["two (2)"],
    ),
    (
        "How many times had Orm and Falk met in 2019 when they met in Cork in August 2019?",
        "answered", ["fourth meeting this year", "four (4) with it"], [],
    ),
    (
        "How many meetings of Orm and Falk had there been that year before the one in Cork?",
        "answered", ["three (3) before it"], [],
    ),
    (
        "How often have Orm and Falk spoken by telephone since May 2019?",
        "answered", ["by telephone twice since May"], [],
    ),
    (
        "How often did Orm and Falk meet in 2019?",  # once more since they were counted
        "answered", ["four (4) with it", "Bergen on 20 September 2019"], [],
    ),
    (
        "How many visits has Stone paid to Riga since 2011?",  # nobody counts from there
        None, [], ["with it", "before it"],
    ),
    (
        "How many visits has Vanaga paid to Riga since April 2018?",
        None, [], ["with it", "before it"],
    ),
]  # fmt: skip
COME_TO = [  # that somebody came somewhere is counted as his visits
    ("How many times has Stone come to Riga since April 2018, as of July 2019?", "answered",
     ["third visit", "three (3) with it"], ["such meeting"]),
    ("How often has Stone been to Riga since April 2018?", "answered", ["three (3) with it"], []),
    ("How many times had Stone flown to Riga since April 2018 (as of July 2019)?", "answered",
     ["three (3) with it"], []),
    ("How many times has Moe been to Cork since February 2019?", "answered",
     ["come to Cork twice since February"], []),
    ("How many meetings did Stone have in Riga in 2019?", "answered",  # no visits, and no print
     ["one such meeting as held"], ["with it"]),
    ("How many times has Stone been to Riga since 2011?", None, [], ["with it", "before it"]),
]  # fmt: skip
SINCE = [
    ("Since which month does the palace count Stone's three visits to Riga?", "answered",
     ["third visit to the Latvian capital since April 2018"], []),
    ("Since when has Stone visited Riga three times?", "answered", ["since April 2018"], []),
    ("Since what month do they count the five meetings of Moe and Lynch?", "answered",
     ["since January 2018"], []),
    # other numbers and others' words are not told so
    ("Since which month does the palace count Stone's two visits to Riga?", "not_in_archive",
     ["does not say since when"], ["April"]),
    ("Since which month does Northline count Stone's three visits to Riga?", "not_in_archive",
     ["does not say since when"], ["April"]),
]  # fmt: skip
AHEAD = [
    (
        "How many meetings does the archive announce for October 2019 without reporting that they "
        "took place, and on which days?",
        "answered",
        ["two such meetings as announced", "9 October 2019", "14 October 2019"], [],
    ),
    (
        "How many of Stone's meetings in June 2019 are only announced, and for which days?",
        "answered", ["two such meetings as announced", "11 June 2019", "12 June 2019"],
        ["3 June 2019"],
    ),
    (
        "Which of the meetings of Stone in 2019 were planned and never reported as held?",
        "answered", ["11 June 2019", "12 June 2019", "9 October 2019"], ["14 March", "3 June"],
    ),
    (
        "Which meetings of Orm in 2019 are only announced?",
        "answered", ["9 October 2019"], ["20 September"],
    ),
]  # fmt: skip
HELD_OR_NOT = [
    (
        "How many meetings did Stone hold in October 2019?",
        "only_planned", ["only the announcement", "no such meetings as held", "9 October 2019"], [],
    ),
    (
        "Which of Stone's meetings in June 2019 took place?",
        "only_planned", ["they took place", "11 June 2019", "12 June 2019"], ["3 June 2019"],
    ),
    (
        "How many of Orm's meetings in 2019 were held and how many only announced?",
        "answered",
        ["two such meetings as held", "one such meeting as announced", "Cork", "Bergen", "Oslo"],
        [],
    ),
]  # fmt: skip
ENDS = [
    (
        "What is the latest meeting that the articles mention, and was it held?",
        "only_planned", ["only the announcement", "14 October 2019"], ["20 September"],
    ),
    (
        "Which is the last meeting by date in the archive, and is it reported as held or only "
        "announced?",
        "only_planned", ["14 October 2019"], [],
    ),
    (
        "What is the earliest meeting of which the articles speak, and did it take place?",
        "answered", ["14 March 2019"], ["June"],
    ),
    (
        "What is the latest meeting of Falk, and was it held or only announced?",
        "answered", ["20 September 2019"], ["only the announcement"],
    ),
    ("What was the last meeting of Stone and Berg?", "answered", ["14 March 2019"], []),
]  # fmt: skip
IN_ORDER = [
    (
        "Give me a chronology of the contacts of Orm in 2019, and say which were only planned.",
        "answered",
        ["held a call with Ines Falk", "Bergen on 20 September", "Tove Lund on 27 September",
         "announced that Anna Stone", "9 October 2019"], [],
    ),
    (
        "List all Latvian-Norwegian contacts of June 2019 in order of date.",
        "answered", ["Nils Holm on 3 June 2019", "11 June 2019"], ["Falk", "not confirmed"],
    ),
    (
        "Draw up a timeline of Stone's meetings in June 2019 with their status.",
        "answered", ["announced that Karl Berg", "announced that Anna Stone"], ["3 June 2019"],
    ),
]  # fmt: skip


@pytest.mark.parametrize(
    ("question", "outcome", "told", "never"),
    [*COUNTS, *COME_TO, *SINCE, *AHEAD, *HELD_OR_NOT, *ENDS, *IN_ORDER],
)
def test_counted_and_listed(
    diary: Archive, question: str, outcome: str | None, told: list[str], never: list[str]
) -> None:
    answer = ask(diary, question, asked_on="2020-01-01")
    at = [answer.text.find(words) for words in told]
    assert outcome is None or answer.outcome.value == outcome, answer.text
    assert -1 not in at and at == sorted(at), answer.text
    assert not [words for words in never if words in answer.text], answer.text


def test_the_gate_works_a_count_out_anew(diary: Archive) -> None:
    answer = ask(diary, "How many trips to Riga has Stone made since April 2018?")
    first = answer.statements[0]
    wrong = first.model_copy(update={"text": first.text.replace("three (3)", "four (4)")})
    with pytest.raises(GateFailure, match="no ordinal"):
        check_answer(diary, answer.model_copy(update={"statements": (wrong,)}))


def test_the_gate_counts_what_is_announced(diary: Archive) -> None:
    answer = ask(diary, "How many meetings of October 2019 are only announced?")
    wrong = Statement(text=tell_announced(3), citations=answer.statements[0].citations)
    with pytest.raises(GateFailure):
        check_answer(diary, answer.model_copy(update={"statements": (wrong,)}))


@pytest.mark.parametrize(
    ("sentence", "numbers"),
    [
        ("This is her third visit to the Latvian capital since April 2018.", [3]),
        ("The 3rd of May talks of Karl Berg and Anna Stone lasted an hour.", []),
        ("Karl Holm denied that it was his third visit to Oslo this year.", []),
        ("She had not made a second visit.", []),
        ("They held the first two meetings in Riga.", []),
    ],
)
def test_only_ordinals_that_a_sentence_takes_for_true_are_counts(
    sentence: str, numbers: list[int]
) -> None:
    assert [tally.number for tally in tallies_in(sentence)] == numbers
