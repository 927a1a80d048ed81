"""Which of several is meant: asked back where nothing tells. Every story is invented."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from asked_rows import turns
from diary import build_diary

from index.archive import Archive
from qa import ask

STORIES = {
    "oslo.txt": (
        "Berg in Oslo\n\n"
        "OSLO, March 5, 2021. Latvian President Anna Berg met Norwegian Foreign Minister Karl "
        "Stone in Oslo on Thursday. They spoke of herring.\n"
    ),
    "tallinn.txt": (
        "Berg in Tallinn\n\n"
        "TALLINN, March 19, 2021. Latvian President Anna Berg met Estonian Foreign Minister Eva "
        "Lund in Tallinn on Thursday. They spoke of eels.\n"
    ),
    "cork.txt": (
        "Berg in Cork\n\n"
        "CORK, May 8, 2021. Latvian President Anna Berg met Ireland's transport minister in Cork "
        "on Friday.\n"
    ),
    "riga.txt": (
        "Berg in Riga\n\n"
        "RIGA, May 20, 2021. Latvian President Anna Berg met Danish Transport Minister Pavel Orm "
        "in Riga on Wednesday.\n"
    ),
    "kask.txt": (
        "Moe and Kask\n\n"
        "RIGA, June 10, 2021. Latvian Foreign Minister Olav Moe met Estonian Defence Minister "
        "Maret Kask in Riga on Wednesday.\n"
    ),
    "kask-again.txt": (
        "Moe and Kask again\n\n"
        "TALLINN, June 19, 2021. Latvian Foreign Minister Olav Moe met Estonian Defence Minister "
        "Maret Kask in Tallinn on Friday.\n"
    ),
    "phone.txt": (
        "Berg by telephone\n\n"
        "RIGA, March 26, 2021. Latvian President Anna Berg held a telephone conversation with "
        "Danish Transport Minister Pavel Orm on Thursday.\n"
    ),
    "lynch.txt": (
        "Rand in Cork\n\n"
        "CORK, May 8, 2021. Estonian Prime Minister Toomas Rand met Irish Fisheries Minister Sean "
        "Lynch in Cork on Friday.\n"
    ),
    "eels.txt": (
        "Eels in Dublin\n\n"
        "DUBLIN, May 15, 2021. Estonian Prime Minister Toomas Rand met Irish Fisheries Minister "
        "Sean Lynch in Dublin on Friday. They discussed the eel fund.\n"
    ),
    "cod.txt": (
        "Cod in Cork\n\n"
        "CORK, May 9, 2021. Estonian Prime Minister Toomas Rand is to hold talks in Cork on the "
        "cod quota on Tuesday, his office said.\n"
    ),
    "stockholm.txt": (
        "Two envoys\n\n"
        "STOCKHOLM, September 10, 2021. Swedish Prime Minister Nils Holm met Polish Ambassador Jan "
        "Krams in Stockholm on Thursday. He met Finnish Ambassador Aino Falk in Stockholm on "
        "Wednesday.\n"
    ),
}
HOLDERS = [
    ("When did Berg meet the foreign minister in March 2021?",
     ["Karl Stone, foreign minister of Norway", "Eva Lund, foreign minister of Estonia",
      "4 March 2021", "18 March 2021"]),
    ("Where did Berg meet the transport minister?",
     ["the transport minister of Ireland (unnamed)", "Pavel Orm, transport minister of Denmark",
      "Cork", "Riga"]),
    ("When did Holm meet the ambassador in September 2021?",
     ["Jan Krams, ambassador of Poland", "Aino Falk, ambassador of Finland"]),
]  # fmt: skip
ONE_HOLDER = [
    ("When did Berg meet the foreign minister in Oslo?", ["4 March 2021"], ["Lund"]),
    ("When did Berg meet the Estonian foreign minister?", ["18 March 2021"], ["Stone"]),
    ("When did Berg meet the foreign minister on 4 March 2021?", ["4 March 2021"], ["Lund"]),
    ("When did Moe meet the defence minister?", ["9 June 2021", "18 June 2021"], ["Which"]),
    ("When did Berg meet a foreign minister in March 2021?", ["4 March", "18 March"], ["Which"]),
    ("List Berg's meetings with the foreign minister in March 2021.", ["Oslo", "Tallinn"],
     ["Which"]),
    ("How many times did Berg meet the foreign minister in March 2021?", ["two such meetings"],
     ["Which"]),
]  # fmt: skip
LISTED = ("Which meetings did Berg have in March 2021?", "She met {} in Oslo and {} in Tallinn.")
TWO = (LISTED[0], LISTED[1].format("Norway's foreign minister", "Eva Lund"))
ONE_OF_TWO = [
    (TWO, "When was that meeting?", ["4 March 2021", "18 March 2021"]),
    ((LISTED[0], "On 4 March with Stone, on 18 March with Lund."), "Where was it?",
     ["Oslo", "Tallinn"]),
    (("Whom did Berg meet in March 2021?", "Karl Stone and Eva Lund."), "And when was that?",
     ["Stone", "Lund"]),
    (("Which meetings did Rand have in Cork in May 2021?",
      "He met Sean Lynch, and was to hold talks on the cod quota."), "When was that meeting?",
     ["7 May 2021", "11 May 2021"]),
]  # fmt: skip
ONE_TOLD = [
    ((LISTED[0], "She met Karl Stone in Oslo on 4 March."), "When was that meeting?", ["4 March"]),
    (("Which meetings did Rand have in May 2021?", "He met Lynch in Cork, on the eel fund too."),
     "When was that meeting?", ["7 May 2021"]),
    (TWO, "When were those meetings?", ["4 March 2021", "18 March 2021"]),
    (TWO, "When was the last of them?", ["18 March 2021"]),
    (TWO, "When was the meeting with Lund?", ["18 March 2021"]),
    ((LISTED[0], "She met Stone in Oslo and spoke with Orm by telephone."), "When was that call?",
     ["25 March 2021"]),
    ((*TWO, "What did Berg discuss in Oslo?", "Herring."), "When was that meeting?",
     ["4 March 2021"]),
    (("When did Berg meet Stone?", "On 4 March 2021."), "Where was it?", ["Oslo"]),
]  # fmt: skip


@pytest.fixture(scope="module")
def diary(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    """An archive of these stories."""
    with build_diary(tmp_path_factory.mktemp("which"), STORIES) as archive:
        yield archive


@pytest.mark.parametrize(("question", "told"), HOLDERS)
def test_an_office_of_several_is_asked_back(diary: Archive, question: str, told: list[str]) -> None:
    answer = ask(diary, question, asked_on="2024-05-08")
    assert answer.outcome.value == "ambiguous", answer.text
    assert not [words for words in told if words not in answer.text], answer.text


@pytest.mark.parametrize(("question", "told", "never"), ONE_HOLDER)
def test_an_office_of_one_is_not(
    diary: Archive, question: str, told: list[str], never: list[str]
) -> None:
    answer = ask(diary, question, asked_on="2024-05-08")
    assert answer.outcome.value == "answered", answer.text
    assert not [words for words in told if words not in answer.text], answer.text
    assert not [words for words in never if words in answer.text], answer.text


@pytest.mark.parametrize(("history", "question", "told"), ONE_OF_TWO)
def test_a_meeting_of_several_listed_is_asked_back(
    diary: Archive, history: tuple[str, ...], question: str, told: list[str]
) -> None:
    answer = ask(diary, question, asked_on="2024-05-08", history=turns(*history))
    assert answer.outcome.value == "ambiguous", answer.text
    assert not [words for words in told if words not in answer.text], answer.text


@pytest.mark.parametrize(("history", "question", "told"), ONE_TOLD)
def test_the_meeting_that_is_plain_is_not(
    diary: Archive, history: tuple[str, ...], question: str, told: list[str]
) -> None:
    answer = ask(diary, question, asked_on="2024-05-08", history=turns(*history))
    assert answer.outcome.value == "answered", answer.text
    assert not [words for words in told if words not in answer.text], answer.text
