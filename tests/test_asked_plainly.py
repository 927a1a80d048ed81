"""Questions as people put them: what happened on a day, what an outlet says, which spokesman, who
published it, how long between two visits, and beside each what must not change. Every story is
invented.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from diary import build_diary

from index.archive import Archive
from qa import ask
from qa.passages.naming import full_names
from qa.passages.speech import sayers_of
from qa.question.otherwise import put_otherwise

STORIES = {
    "wire-lift.txt": (
        "Harbour lift opens\n\n"
        "Norway's mayor Tove Lund Ivar Rask/NNA\n"
        "Norway's mayor Tove Lund\n"
        "© Ivar Rask/NNA\n\n"
        "VIK, March 5, 2019. /NNA/. Norwegian Foreign Minister Anna Berg met Latvian envoy Karl "
        "Stone in Vik on Tuesday. The harbour lift carried its first boat that day.\n\n"
        "Palace spokesman Erik Dahl said that the trip of Stone would be short. Harbour board "
        "spokesman Ola Moe said the trip was a sign of thaw. Moe also said that the lift cost "
        "nine crowns.\n\n"
        "Berg who met Stone at the quay said, smiling, that the herring was on her.\n\n"
        "Besides, the palace said that both ministers “stressed there was no alternative to end "
        "the quarrel but for a peaceful solution.”\n\n"
        "The 9-nation Herring Group is to gather on May 2.\n"
    ),
    "wire-visit.txt": (
        "Stone to come again\n\n"
        "OSLO, July 3, 2019. /NNA/. Norwegian Foreign Minister Anna Berg will receive Latvian "
        "envoy Karl Stone in Oslo on July 9. Berg and Stone spoke by telephone on July 1.\n\n"
        "Latvian Foreign Ministry Spokeswoman Ilze Orm said that Latvia was open to offers.\n"
    ),
    "paper-fog.txt": (
        "What the papers say\n\n"
        "RIGA, July 4, 2019. /Riga Mail/. The palace confirmed on Thursday that Anna Berg will "
        "receive Karl Stone on July 9. “The lamps are lit,” palace spokesman Erik Dahl said.\n\n"
        "«Stone’s letters show the fear of an empty quay. The crews have waited for three weeks. "
        "The pilots of the outer harbour have asked for more lamps than the town can pay. The "
        "bakers sell less bread than they did last summer in the harbour. The market is empty on "
        "most mornings, and the boats stay at home. The mill closed in June», - The Northern "
        "Ledger writes.\n"
    ),
}  # fmt: skip
ON = date(2019, 8, 1)


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    """An archive of these stories."""
    with build_diary(tmp_path_factory.mktemp("plain"), STORIES) as archive:
        yield archive


@pytest.mark.parametrize(
    ("question", "outcome", "words"),
    [
        # a day or a month of which nothing else is said
        ("What happened on 5 March 2019?", "answered", ["Anna Berg", "met Karl Stone"]),
        ("what else happened on july 1 2019", "answered", ["1 July 2019"]),
        ("What is planned for 2 May 2019?", "answered", ["Herring Group"]),
        ("What happened in Cork on 5 March 2019?", "not_in_archive", ["Cork"]),
        ("What happened in Vik in March 2019?", "answered", ["met Karl Stone"]),
        ("What happened on 8 August 2017?", "not_in_archive", ["what happened on 8 August 2017"]),
        ("What happened to the mill?", None, []),
        # an outlet that is named far from its words
        ("What does The Northern Ledger say Stone's letters show?", "answered", ["empty quay"]),
        ("According to The Northern Ledger, what do Stone's letters show?", "answered",
         ["empty quay"]),
        # a bare office that several have who speak of it, and one who alone does
        ("What did the spokesman say about the trip in March 2019?", "ambiguous",
         ["Erik Dahl", "Ola Moe"]),
        ("On which day did the spokesman say it?", "ambiguous", ["Erik Dahl", "Ola Moe"]),
        ("What did the spokesman say about the cost of the lift?", None, ["nine crowns"]),
        ("What did the spokeswoman say about the offers?", "answered", ["open to offers"]),
        # who put it out
        ("Which agency is behind the report that the lift carried its first boat?", "answered",
         ["NNA"]),
        ("From which agency is the account of Stone's telephone call with Berg?", None, ["NNA"]),
        # the picture of somebody
        ("who took the photo of tove lund", "answered", ["Ivar Rask"]),
        ("Who took the photo of Karl Stone?", "not_in_archive", []),
        # what is denied of both
        ("Which military solution did Berg and Stone settle on at their meeting of March 2019?",
         "premise_corrected", ["peaceful solution"]),
        ("Why did Orm reject the offers?", "premise_corrected", ["open to offers"]),
        # nothing was signed
        ("Which pact did Berg and Stone sign?", "not_in_archive", ["signed"]),
        # days between
        ("How long between the Berg-Stone meeting of 5 March 2019 and the day on which Stone was "
         "to be received?", "answered", ["126 days"]),
        ("How many days lay between the Berg-Stone call of July 2019 and the day on which Stone "
         "was to be received?", "answered", ["8"]),
        # who confirmed it
        ("By 4 July 2019, had the palace confirmed that Berg would receive Stone, and through "
         "whom?", "answered", ["confirmed", "Erik Dahl"]),
        # how many belong to it, in any tense
        ("How many nations belonged to the Herring Group?", "answered", ["9-nation"]),
        # words told with a relative clause between
        ("What did Berg joke about the herring?", "answered", ["herring was on her"]),
    ],
)  # fmt: skip
def test_questions_as_they_are_put(
    told: Archive, question: str, outcome: str | None, words: list[str]
) -> None:
    answer = ask(told, question, asked_on=ON)
    assert outcome is None or answer.outcome.value == outcome, answer.text
    assert [word for word in words if word not in answer.text] == []


def test_another_than_who_speaks_for_the_country_is_not_put_right(told: Archive) -> None:
    answer = ask(told, "Why did Stone reject the offers?", asked_on=ON)
    assert answer.outcome.value != "premise_corrected"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The Secretary of State Anna Berg came.\nBerg left.", ["Anna Berg"]),
        ("The U.S. and the US.\n\nLund met Karl Stone\nOslo is far.\nStone and Lund left.",
         ["Karl Stone"]),
        ("The Danish Minister Berg came. Berg left.", []),
    ],
)  # fmt: skip
def test_people_without_their_offices(text: str, names: list[str]) -> None:
    assert list(dict.fromkeys(full_names(text))) == names


def test_who_says_so_behind_a_relative_clause() -> None:
    assert "Anna Berg" in sayers_of("Anna Berg who runs the port said no.")
    assert sayers_of("Stone met Berg who had heard that Lund said no.") == ("Lund",)


def test_what_narrows_a_question_down_is_kept() -> None:
    for rest in ("Please answer as of 1 January 2018.", "I mean the meeting of May.",
                 "Please only count visits.", "I heard it was later."):  # fmt: skip
        asked = f"When did Berg meet Stone? {rest}"
        assert put_otherwise(asked) == asked


def test_a_remark_behind_the_question_is_left_out() -> None:
    asks = "Which side broke the salt pact?"
    assert put_otherwise(f"{asks} I want to see whether the papers differ.") == asks
    two = "Berg met Stone? Which of them left first?"
    assert put_otherwise(two) == two
