"""What was on somebody's programme, what was announced for a day, and who made it known first."""

from __future__ import annotations

import pytest
from diary import build_diary

from index.archive import Archive
from index.records import Turn
from qa import ask

STORIES = {
    "board.txt": (
        "Berg to see Stone\n\n"
        "OSLO, May 6, 2019. The harbour board on May 3 announced that Estonian Foreign Minister "
        "Karl Berg would meet Norwegian Foreign Minister Anna Stone in Oslo.\n"
    ),
    "palace.txt": (
        "Palace confirms meeting\n\n"
        "OSLO, May 8, 2019. The palace has confirmed that Estonian Foreign Minister Karl Berg will "
        "meet Norwegian Foreign Minister Anna Stone in Oslo on May 10.\n"
    ),
    "met.txt": (
        "Berg and Stone meet\n\n"
        "OSLO, May 11, 2019. Berg had a full day on Friday, May 10, as he held talks with "
        "Norwegian Foreign Minister Anna Stone in Oslo, fed the harbour gulls and bought a copper "
        "kettle at the fish market. After the talks Stone told reporters that Norway is not "
        "seeking to close the herring strait.\n"
    ),
    "plans.txt": (
        "Lund to receive Orm\n\n"
        "TURKU, August 20, 2019. Finnish President Tove Lund will receive Danish Prime Minister "
        "Pavel Orm in Turku on August 21. Orm will hold talks with Swedish Foreign Minister Ulla "
        "Brand in Turku on August 22.\n"
    ),
}


@pytest.fixture(scope="module")
def diary(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    return build_diary(tmp_path_factory.mktemp("programme"), STORIES)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("What was on Berg's programme in Oslo on 10 May 2019? List everything.", "copper kettle"),
        ("How did Berg spend 10 May 2019?", "copper kettle"),
        ("What was on Orm's schedule for 22 August 2019?", "Ulla Brand"),
        ("What was announced for 21 August 2019?", "Tove Lund"),
        ("What had been planned for 22 August 2019?", "Ulla Brand"),
    ],
)
def test_what_was_on_a_day(diary: Archive, question: str, told: str) -> None:
    answer = ask(diary, question, asked_on="2019-12-01")
    assert (answer.outcome.value, answer.text) == ("answered", answer.text)
    assert told in answer.text


def test_nothing_was_on_a_day(diary: Archive) -> None:
    answer = ask(diary, "What was announced for 25 August 2019?", asked_on="2019-12-01")
    assert answer.outcome.value == "not_in_archive", answer.text


def test_the_day_after_takes_the_place_of_the_day(diary: Archive) -> None:
    history = [
        Turn(role="user", content="What was announced for 21 August 2019?"),
        Turn(role="assistant", content="Lund was to receive Orm in the late afternoon."),
    ]
    answer = ask(diary, "And on the day after?", asked_on="2019-12-01", history=history)
    assert "Ulla Brand" in answer.text and "Lund" not in answer.text


def test_who_made_it_known_first(diary: Archive) -> None:
    question = "Who went public first about the May 2019 meeting, the palace or the harbour board?"
    answer = ask(diary, question, asked_on="2019-12-01")
    assert answer.outcome.value == "answered"
    assert 0 < answer.text.index("3 May 2019") < answer.text.index("8 May 2019")


def test_days_to_what_was_announced_for_a_month(diary: Archive) -> None:
    question = (
        "How many days lay between the talks of Berg and Stone and the reception of Orm "
        "announced for August 2019?"
    )
    answer = ask(diary, question, asked_on="2019-12-01")
    assert "103 days" in answer.text


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Why did Stone say in Oslo in May 2019 that Norway wants to close the herring strait?",
         "not seeking to close"),
        ("Why did Berg and Stone choose Geneva for their talks of 10 May 2019?", "in Geneva"),
    ],
)  # fmt: skip
def test_the_opposite_and_another_town_are_put_right(
    diary: Archive, question: str, told: str
) -> None:
    answer = ask(diary, question, asked_on="2019-12-01")
    assert (answer.outcome.value, answer.text) == ("premise_corrected", answer.text)
    assert told in answer.text


@pytest.mark.parametrize(
    "question",
    [
        "Why did Stone say that Norway does not seek to close the herring strait?",
        "Why did Berg and Stone choose Oslo for their talks of 10 May 2019?",
        "Why did Berg choose Stone for the talks of 10 May 2019?",
    ],
)
def test_what_is_so_is_not_put_right(diary: Archive, question: str) -> None:
    answer = ask(diary, question, asked_on="2019-12-01")
    assert answer.outcome.value != "premise_corrected", answer.text
