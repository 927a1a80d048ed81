"""Who did not come: alone, against reports that he came, by office; invented stories."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from diary import build_diary

from index.archive import Archive
from qa import ask
from qa.meetings.absence_cues import ABSENT

STORIES = {
    "gazette-cork.txt": (
        "Three at the eel table\n\n"
        "CORK, May 8, 2019. Norwegian Foreign Minister Anna Stone, Latvian President Karl Berg and "
        "Estonian Prime Minister Tove Lund met in Cork on Tuesday to discuss eels.\n"
    ),
    "tribune-cork.txt": (
        "An empty chair in Cork\n\n"
        "CORK, May 9, 2019. Norwegian Foreign Minister Anna Stone met Latvian President Karl Berg "
        "in Cork on Tuesday. Tove Lund did not come. Her chair was taken away before the soup.\n"
    ),
    "wire-vik.txt": (
        "Orm at home\n\n"
        "VIK, August 6, 2019. Danish Fisheries Minister Pavel Orm met Ines Falk in Vik on Monday. "
        "The Latvian president was absent from the quay in Vik.\n"
    ),
}


@pytest.fixture(scope="module")
def diary(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    """An archive of the invented stories."""
    with build_diary(tmp_path_factory.mktemp("absence"), STORIES) as archive:
        yield archive


@pytest.mark.parametrize(
    ("question", "outcome", "told", "never"),
    [
        (
            "Was Tove Lund at the Cork meeting in May 2019?", "conflicting",
            ["Reports differ on whether Tove Lund was there", "Tove Lund did not come", "met"], [],
        ),
        (
            "Was Karl Berg at the meeting in Vik in August 2019?", "answered",
            ["The Latvian president was absent from the quay"], ["did not come"],
        ),
        (
            "Was Anna Stone at the meeting in Cork in May 2019?", "answered",
            ["Anna Stone"], ["differ"],
        ),
        ("Did Tove Lund come to Cork in May 2019?", "conflicting", ["did not come"], []),
    ],
)  # fmt: skip
def test_absence(
    diary: Archive, question: str, outcome: str, told: list[str], never: list[str]
) -> None:
    answer = ask(diary, question, asked_on="2019-12-01")
    assert (answer.outcome.value, answer.text) == (outcome, answer.text)
    assert not [words for words in told if words not in answer.text], answer.text
    assert not [words for words in never if words in answer.text], answer.text


@pytest.mark.parametrize(
    ("text", "away"),
    [
        ("Lund did not come.", True),
        ("Lund failed to appear at the pier.", True),
        ("Lund stayed away, as did her aides.", True),
        ("Lund skipped the lunch.", True),
        ("Lund begged off on the eve.", True),
        ("Lund did not come to an agreement.", True),  # the place and the name tell the rest
        ("Lund came late.", False),
        ("Lund did not say so.", False),
    ],
)
def test_words_of_absence(text: str, away: bool) -> None:
    assert (ABSENT.search(text) is not None) is away
