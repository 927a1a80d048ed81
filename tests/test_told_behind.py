"""What two told each other, by the sentences behind the report that they met; invented stories."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from diary import build_diary

from index.archive import Archive
from qa import ask

STORIES = {
    "call.txt": (
        "A call\n\nOSLO, March 9, 2021. Norwegian Prime Minister Anna Berg had a telephone "
        "conversation with Latvian President Karl Moe on March 8, her office said.\n\n"
        "Berg drew his attention to the smugglers in the strait. Both sides stressed that the "
        "ferry line must be kept. The weather was foul. "
        "Moe's wife told him that the house was cold. Berg reminded her counterpart of the buoys."
        "\n\n"
        "Moe will meet Estonian Prime Minister Rein Lund in Tartu on March 20. Both sides "
        "discussed the tunnel, Lund said.\n"
    ),
    "visit.txt": (
        "A visit\n\nTURKU, April 9, 2021. Danish Foreign Minister Lene Dahl met Finnish Foreign "
        "Minister Eero Stone in Turku on April 8.\n\n"
        "The two ferries in port talked by radio. Fishermen stressed their losses.\n"
    ),
}


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    """An archive of these stories."""
    with build_diary(tmp_path_factory.mktemp("behind"), STORIES) as archive:
        yield archive


@pytest.mark.parametrize(
    ("question", "words", "never"),
    [
        ("What did Berg and Moe discuss in their conversation of March 2021?",
         ["smugglers", "ferry line", "buoys"], ["tunnel", "weather", "house"]),
        ("What was the topic of the conversation between Berg and Moe?",
         ["smugglers", "ferry line"], ["tunnel"]),
    ],
)  # fmt: skip
def test_what_stands_behind_the_report(
    told: Archive, question: str, words: list[str], never: list[str]
) -> None:
    answer = ask(told, question, asked_on="2022-01-01")
    assert answer.outcome == "answered", answer.text
    said = " ".join(one.text for one in answer.statements)
    assert [one for one in words if one not in said] == [], answer.text
    assert [one for one in never if one in said] == [], answer.text


def test_what_others_stress_is_no_topic(told: Archive) -> None:
    answer = ask(
        told, "What did Dahl and Stone discuss in their talks of April 2021?",
        asked_on="2022-01-01",
    )  # fmt: skip
    assert answer.outcome == "not_in_archive" and "losses" not in answer.text, answer.text
    assert "Lene Dahl met Eero Stone" in answer.text, "the nearest"
