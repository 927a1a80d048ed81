"""Who asks on a day is told what was known by it: "tomorrow", "so far"; the stories invented."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pytest
from diary import build_diary

from index.archive import Archive
from index.records import Turn
from qa import ask
from qa.question.did_so import name_what_was_done
from qa.question.understand import without_left_out

STORIES = {
    "a-announced.txt": (
        "Stone to see Berg\n\n"
        "RIGA, May 10, 2019. Danish Foreign Minister Anna Stone will meet Latvian Prime Minister "
        "Janis Berg in Riga on Wednesday, aides announced on Friday. The chancellery has not "
        "confirmed the visit yet. Stone will also attend talks in Tallinn on the herring quota on "
        "Monday.\n"
    ),
    "b-confirmed.txt": (
        "Visit confirmed\n\n"
        "RIGA, May 14, 2019. The chancellery has confirmed that Latvian Prime Minister Janis Berg "
        "will meet Danish Foreign Minister Anna Stone in Riga on May 15. Norwegian Foreign "
        "Minister Karl Lund and Stone will hold talks on Thursday, the spokesman said.\n"
    ),
    "c-held.txt": (
        "Berg and Stone in Riga\n\n"
        "RIGA, May 16, 2019. Latvian Prime Minister Janis Berg met Danish Foreign Minister Anna "
        "Stone in the Riga castle on Wednesday. Stone strolled along the Vansu embankment on "
        "Wednesday and fed the gulls.\n"
    ),
    "d-board.txt": (
        "Herring boards\n\n"
        "NARVA, June 3, 2019. Norway and Latvia pay for the Baltic Herring Board. The five-nation "
        "board is planning to meet in Narva on June 18. The dredging of the sound is planned to "
        "begin on July 1.\n"
    ),
}


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    """An archive of these stories."""
    with build_diary(tmp_path_factory.mktemp("known"), STORIES) as archive:
        yield archive


@pytest.mark.parametrize(
    ("question", "asked_on", "outcome", "says", "never"),
    [
        # what lies ahead is told by what was known
        ("Who is coming to see Berg tomorrow?", "2019-05-14", "answered",
         ["confirmed that", "Stone"], ["castle"]),
        ("Whom will Stone be talking to on Thursday?", "2019-05-14", "answered", ["Lund"], []),
        ("Whom is Stone seeing the day after tomorrow?", "2019-05-14", "answered", ["Lund"], []),
        ("Where is the Danish foreign minister supposed to be today, and for which talks?",
         "2019-05-13", "answered", ["Tallinn", "herring quota"], ["castle"]),
        ("Where does Stone go on Wednesday?", "2019-05-12", "answered", ["Riga"], ["castle"]),
        ("What is in Stone's diary next week?", "2019-05-10", "answered",
         ["Tallinn", "Riga"], ["castle"]),
        # confirmed by then, or not yet
        ("By 14 May 2019, had the chancellery confirmed the Berg-Stone meeting?", None, "answered",
         ["Told on 14 May 2019 as confirmed"], []),
        ("As of 14 May 2019, was Berg's meeting with Stone officially confirmed by the Latvian "
         "side?", None, "answered", ["Told on 14 May 2019 as confirmed"], []),
        ("As of 12 May 2019, was it settled that Berg would see Stone?", None, "answered",
         ["has not confirmed the visit yet"], ["as confirmed"]),
        ("Had the chancellery confirmed Stone's meeting with Berg by 12 May 2019?", None,
         "answered", ["has not confirmed the visit yet"], ["as confirmed"]),
        ("Has the chancellery confirmed Stone's visit so far?", "2019-05-12", "answered",
         ["has not confirmed the visit yet"], ["as confirmed"]),
        # what was made known on a day
        ("What did the chancellery confirm today?", "2019-05-14", "answered",
         ["will meet Danish Foreign Minister Anna Stone in Riga on May 15"], []),
        # only planned
        ("How did the talks of Lund and Stone on 16 May 2019 go?", None, "only_planned",
         ["Lund"], ["castle"]),
        ("Did the Baltic Herring Board meet in Narva on 18 June 2019?", None, "only_planned",
         ["five-nation board"], []),
        ("Did the five nations of the Baltic Herring Board come together in Narva before "
         "Christmas 2019?", None, "only_planned", ["five-nation board"], []),
        ("Did the dredging of the sound really start on 1 July 2019?", None, "only_planned",
         ["planned to begin on July 1"], []),
        # the other deeds of a day
        ("Apart from the talks, what did Stone do in Riga on 15 May 2019?", None, "answered",
         ["strolled along the Vansu embankment"], []),
        ("Which embankment did Stone stroll along on the day she saw Berg?", None, "answered",
         ["Vansu"], []),
    ],
)  # fmt: skip
def test_who_asks_on_a_day_is_told_what_was_known_by_it(
    told: Archive, question: str, asked_on: str | None, outcome: str, says: Sequence[str],
    never: Sequence[str],
) -> None:  # fmt: skip
    answer = ask(told, question, asked_on=asked_on)
    assert answer.outcome.value == outcome, answer.text
    assert [words for words in says if words not in answer.text] == [], answer.text
    assert [words for words in never if words in answer.text] == [], answer.text


def test_what_was_done_that_day_may_be_reported_the_day_after(told: Archive) -> None:
    answer = ask(told, "Whom did Berg meet in Riga today?", asked_on="2019-05-15")
    assert "met" in answer.text and "castle" in answer.text


@pytest.mark.parametrize(
    ("question", "answered", "meant"),
    [
        ("And did it do so?", "The Gazette: “The board will have a chance to inspect the mole that "
         "the port had built.” [1]", "Did the board inspect the mole?"),
        ("Has she kept her word?", "Anna Stone promised to reopen the ferry in May.",
         "Did Anna Stone reopen the ferry in May?"),
        ("Did they really do that?", "Berg met Stone.", "Did they really do that?"),
        ("Did she meet Lund?", "Anna Stone will visit Cork.", "Did she meet Lund?"),
    ],
)  # fmt: skip
def test_did_so_asks_after_what_the_answer_tells_as_ahead(
    question: str, answered: str, meant: str
) -> None:
    history = [Turn(role="user", content="What next?"), Turn(role="assistant", content=answered)]
    assert name_what_was_done(question, history) == meant


@pytest.mark.parametrize(
    ("question", "meant"),
    [
        ("Aside from her meeting with Berg, what else did Stone do?", "What else did Stone do?"),
        ("What did Stone do in Riga besides the talks?", "What else did Stone do in Riga?"),
        ("Besides Stone, whom did Berg meet?", "Besides Stone, whom did Berg meet?"),
        ("Apart from the talks in Riga, when did they meet?",
         "Apart from the talks in Riga, when did they meet?"),
    ],
)  # fmt: skip
def test_a_meeting_left_out_is_not_the_one_asked_about(question: str, meant: str) -> None:
    assert without_left_out(question) == meant
