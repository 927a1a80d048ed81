"""Outlets that differ, meals that were asked for, traces of a plan: told from invented reports."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from diary import build_diary

from index.archive import Archive
from qa import ask
from qa.telling.gate_claims import find_fault

STORIES = {
    "gazette-riga.txt": (
        "Berg and Stone meet\n\n"
        "RIGA, March 16, 2019. Latvian President Karl Berg met Norwegian Foreign Minister Anna "
        "Stone in Riga on Thursday, March 14. They spoke of herring.\n"
    ),
    "tribune-riga.txt": (
        "Herring at the castle\n\n"
        "RIGA, March 18, 2019. Norwegian Foreign Minister Anna Stone met Latvian President Karl "
        "Berg in Riga on Friday, March 15, and flew home.\n"
    ),
    "wire-oslo.txt": (
        "Lund at table\n\n"
        "OSLO, May 3, 2019. Norwegian Foreign Minister Anna Stone lunched with Estonian Prime "
        "Minister Tove Lund in Oslo on Thursday.\n"
    ),
    "wire-vik.txt": (
        "Vik talks put off\n\n"
        "VIK, June 4, 2019. Talks between the Icelandic government and the Fishermen's Union, set "
        "for Thursday, have been postponed, the union said. The new date is June 20, it added.\n"
    ),
    "letter.txt": (
        "On the ferry\n\n"
        "TURKU, August 9, 2019. Pavel Orm and Ines Falk spent Wednesday aboard the ferry Kittiwake "
        "over a plate of eels. The eels went first.\n"
    ),
}


@pytest.fixture(scope="module")
def diary(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    """An archive of the invented stories."""
    with build_diary(tmp_path_factory.mktemp("sides"), STORIES) as archive:
        yield archive


@pytest.mark.parametrize(
    ("question", "outcome", "told", "never"),
    [
        (
            "On what day did Stone meet Berg in Riga?", "conflicting",
            ["15 March 2019", "14 March 2019", "newer is told first"], [],
        ),
        ("Where did Stone meet Berg?", "answered", ["Riga"], ["Reports differ"]),
        ("Who lunched with whom in Oslo in May 2019?", "answered", ["Tove Lund"], []),
        ("Who had dinner with Stone in Oslo?", "not_in_archive", ["no such dinner"], []),
        ("Who lunched with whom in Riga in March 2019?", "not_in_archive", ["no such lunch"], []),
        (
            "Trace the status of the Vik talks of the Fishermen's Union.", "answered",
            ["Told on 4 June 2019 as postponed", "June 20: 20 June 2019"], [],
        ),
        (
            "What day did Orm and Falk sit down on the Kittiwake?", "answered",
            ["Wednesday: 7 August 2019"], [],
        ),
        ("What day did Orm and Falk sit down in Riga?", "not_in_archive", ["no such"], []),
    ],
)  # fmt: skip
def test_what_is_told(
    diary: Archive, question: str, outcome: str, told: list[str], never: list[str]
) -> None:
    answer = ask(diary, question, asked_on="2019-12-01")
    assert (answer.outcome.value, answer.text) == (outcome, answer.text)
    assert not [words for words in told if words not in answer.text], answer.text
    assert not [words for words in never if words in answer.text], answer.text


def test_the_newer_side_stands_first(diary: Archive) -> None:
    text = ask(diary, "When did Stone meet Berg in Riga?", asked_on="2019-12-01").text
    assert text.index("15 March 2019") < text.index("14 March 2019")


def test_a_step_of_a_trace_passes_only_with_its_own_day_and_status(diary: Archive) -> None:
    answer = ask(diary, "Trace the status of the Vik talks of the Fishermen's Union.")
    step = next(s for s in answer.statements if s.text.startswith("Told on"))
    cited = [c for c in answer.citations if c.number in step.citations]
    assert find_fault(diary, step, cited) is None
    for true, false in (("4 June", "5 June"), ("as postponed", "as held"), ("on 4", "as of 4")):
        spoiled = step.model_copy(update={"text": step.text.replace(true, false, 1)})
        assert find_fault(diary, spoiled, cited) is not None, spoiled.text


def test_a_content_question_tells_how_sure_it_is(diary: Archive) -> None:
    sure = ask(diary, "What did Orm and Falk eat aboard the ferry?").confidence
    unsure = ask(diary, "What did Zebulon Quist eat aboard the ferry?").confidence
    assert sure is not None and unsure is not None and unsure < 0.5 < sure
