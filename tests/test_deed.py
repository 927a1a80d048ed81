"""What somebody did before, after or at a meeting, which the meeting's own facts do not answer.

Every story is invented.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from diary import build_diary

from index.archive import Archive
from qa import ask

STORIES = {
    "talks.txt": (
        "Cod talks in Riga\n\nRIGA, May 4, 2019. Latvian President Karl Berg and Norwegian Foreign "
        "Minister Anna Stone held talks in Riga on Friday, May 3. They agreed on a cod quota.\n\n"
        "After the talks Stone walked along the harbour wall and thanked the ferrymen. The "
        "caterer, Tor Vik, laughed at the meeting.\n"
    ),
    "call.txt": (
        "Call before the talks\n\nOSLO, May 2, 2019. Anna Stone telephoned Finnish President Eino "
        "Salo on Wednesday, May 1. They spoke about herring.\n"
    ),
}  # fmt: skip


@pytest.fixture(scope="module")
def diary(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    """An archive of these stories."""
    with build_diary(tmp_path_factory.mktemp("deed"), STORIES) as archive:
        yield archive


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Whom did Stone thank after the talks?", "ferrymen"),
        ("Where did Stone walk after the talks?", "harbour wall"),
        ("Where did Stone walk following the talks in Riga?", "harbour wall"),
        ("Who laughed at the meeting?", "Tor Vik"),
        # by the name of the one who holds the office
        ("Where did the Norwegian foreign minister walk after the talks?", "harbour wall"),
        ("Whom did the foreign minister of Norway thank?", "ferrymen"),
    ],
)
def test_a_deed_is_told_by_its_own_sentence(diary: Archive, question: str, told: str) -> None:
    answer = ask(diary, question, asked_on="2019-12-01")
    assert told in answer.statements[0].text, answer.text


@pytest.mark.parametrize(
    "question",
    [
        "Where did Berg sleep before the talks with Stone?",
        "When did Salo resign after the talks?",
        "Who was fired after the talks in Riga?",
        "Where was Salo after the talks in Riga?",
    ],
)
def test_a_meeting_is_no_answer_to_a_deed(diary: Archive, question: str) -> None:
    answer = ask(diary, question, asked_on="2019-12-01")
    assert (answer.outcome, answer.statements) == ("not_in_archive", ()), answer.text


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Who took part in the talks in Riga?", "Anna Stone"),
        ("Who was with Berg at the talks in Riga?", "Anna Stone"),
        ("Who were the guests at the talks in Riga?", "Anna Stone"),
        ("When did Berg and Stone agree on cod at their talks?", "3 May 2019"),
        ("Where did Berg and Stone meet in May 2019 after the call?", "Riga"),
        ("Whom did Stone call in May 2019?", "Eino Salo"),
    ],
)
def test_a_meeting_is_told_as_before(diary: Archive, question: str, told: str) -> None:
    answer = ask(diary, question, asked_on="2019-12-01")
    assert (answer.outcome, told in answer.text) == ("answered", True), answer.text


def test_candidates_by_office_are_told_with_their_names(diary: Archive) -> None:
    before = "What did the Latvian president and the Norwegian foreign minister agree on?"
    history = [{"role": "user", "content": before}, {"role": "assistant", "content": "A quota."}]
    answer = ask(diary, "And what did he say of it?", asked_on="2019-12-01", history=history)
    assert answer.outcome == "ambiguous"
    assert "Latvian president (Karl Berg)" in answer.text, answer.text
    assert "Norwegian foreign minister (Anna Stone)" in answer.text
