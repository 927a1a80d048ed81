"""Who, where and what was said, told by passages: one sentence, the one that answers.

Every story is invented.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from diary import build_diary

from index.archive import Archive
from index.records import Outcome
from qa import ask
from qa.answers import Answer
from qa.passages.place_asked import holds_place, sort_of_place, tells_place
from qa.passages.speech import sayers_of
from qa.question.looked_for import read_question
from qa.telling.gate import check_answer

STORIES = {
    "wire-storm.txt": (
        "Envoy in Grenaa for talks on the storm dyke\n\n"
        "Envoy Maja Lind speaks to reporters on the mole of Bonnerup, among the dunes of "
        "Djursland, on September 4, 2019. Photo by: NNA\n\n"
        "GRENAA, September 5, 2019. /NNA/. The plane of envoy Maja Lind came down at the Tirstrup "
        "airfield in thick fog.\n\n"
        "“Bring boots, the pier is wet,” harbour board deputy spokeswoman Ida Krogh said.\n\n"
        "Town hall spokesman Ove Falk said a cubic metre of stone now costs “more than a cow”.\n\n"
        "“The dunes will be fenced off by Sunday,” the spokesman said of the paths.\n\n"
        "Lind ate smoked eel on Strandgade with two fishermen.\n\n"
        "Krogh praised the pilots for their patience, but said their wages were the ministry’s "
        "affair.\n\n"
        "The pilots will take ships out again once the old tug is scrapped.\n\n"
        "The mayor was told of the plan, Falk said. By postcard.\n\n"
        "Ditte Munk, who heads the dune society there, stayed away.\n"
    ),
    "press-review.txt": (
        "The papers on the dyke\n\n"
        "RANDERS, September 9, 2019. The papers write of the dyke again this week.\n\n"
        "«The dyke has become a quarrel of neighbours, and Lind counts the votes by parish. Her "
        "first errand is a lottery for the sheep owners», - The Jutland Courier writes.\n\n"
        "The Kattegat Post noted: «The harbour board turned down the tunnel without a vote. A "
        "second survey may be paid for “out of the eel fund,” yet it will begin only with “a "
        "signed list of moorings”.»\n"
    ),
    **{f"other-{n}.txt": (
        f"Market day {n}\n\nVIBORG, May {n}, 2018. Farmers sold {n}0 sheep and a cart of turnips "
        f"at the {name} market.\n\nNobody said anything of the name of the bridge.\n"
    ) for n, name in enumerate(("spring", "horse", "cattle", "wool", "hay"), start=1)},
}  # fmt: skip
ON = date(2020, 1, 6)


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    """An archive of these stories."""
    with build_diary(tmp_path_factory.mktemp("passages"), STORIES) as archive:
        yield archive


def _ask(archive: Archive, question: str) -> Answer:
    answer = ask(archive, question, asked_on=ON)
    check_answer(archive, answer)
    return answer


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("What is the name of the deputy spokeswoman who told people to bring boots?", "Ida Krogh"),
        ("Which spokesman compared the cost of stone with a cow?", "Ove Falk"),
        ("In what village of Djursland did Lind speak to the press?", "Bonnerup"),
        ("At which airfield did the plane of Lind come down?", "Tirstrup"),
        ("On which street did Lind eat eel?", "Strandgade"),
        ("What did Krogh say of the pilots’ wages?", "wages were the ministry’s affair"),
        ("On what condition will the pilots take ships out again?", "once the old tug is scrapped"),
        ("What office does Ida Krogh hold?", "deputy spokeswoman"),
        ("What position does Ditte Munk have?", "heads the dune society"),
        ("On what condition will a second survey begin?", "a signed list of moorings"),
        ("Which paper wrote that Lind counts the votes by parish?", "The Jutland Courier"),
    ],
)  # fmt: skip
def test_the_sentence_that_answers_stands_first(told: Archive, question: str, first: str) -> None:
    answer = _ask(told, question)
    assert answer.outcome is Outcome.ANSWERED
    assert first in answer.statements[0].text


def test_one_who_is_asked_for_stands_alone(told: Archive) -> None:
    said = "What is the name of the deputy spokeswoman who told people to bring boots?"
    answer = _ask(told, said)
    assert "Falk" not in answer.text


def test_whoever_speaks_by_office_is_named_beside(told: Archive) -> None:
    answer = _ask(told, "Who said that the dunes will be fenced off by Sunday?")
    assert "the spokesman said" in answer.statements[0].text
    assert "Ove Falk" in answer.statements[1].text


def test_a_fragment_goes_on_with_what_it_tells(told: Archive) -> None:
    answer = _ask(told, "By what means was the mayor told of the plan, according to Falk?")
    assert [one.text for one in answer.statements[:2]] == [
        "“The mayor was told of the plan, Falk said.”", "“By postcard.”",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("question", "opening"),
    [
        ("What does the Kattegat Post say the harbour board turned down?",
         "As quoted from The Kattegat Post: "),
        ("What does the Jutland Courier call the first errand?",
         "As quoted from The Jutland Courier: "),
    ],
)  # fmt: skip
def test_another_outlet_is_quoted_under_its_name(
    told: Archive, question: str, opening: str
) -> None:
    answer = _ask(told, question)
    assert answer.outcome is Outcome.ANSWERED
    assert answer.statements[0].text.startswith(opening)


def test_the_outlets_that_a_report_quotes(told: Archive) -> None:
    answer = _ask(told, "Which papers does the report on the papers and the dyke quote?")
    assert "The Jutland Courier" in answer.text
    assert "The Kattegat Post" in answer.text


@pytest.mark.parametrize(
    ("question", "outlet"),
    [
        ("Which paper is quoted for the word that the tunnel was turned down?", "Kattegat Post"),
        ("Who said that a survey may be paid for out of the eel fund, and which outlet is quoted "
         "for it?", "Kattegat Post"),
        ("Which outlet is quoted on a lottery for the sheep owners?", "Jutland Courier"),
        ("Which paper is quoted for the price of a cubic metre of stone?", None),  # Falk said so
    ],
)  # fmt: skip
def test_the_outlet_that_is_quoted_for_something(
    told: Archive, question: str, outlet: str | None
) -> None:
    answer = _ask(told, question)
    quoted = [one.text for one in answer.statements if "As quoted from" in one.text]
    assert len(quoted) == (outlet is not None), answer.text
    assert outlet is None or outlet in quoted[0]


def test_what_stands_under_an_article_is_not_kept(told: Archive) -> None:
    answer = _ask(told, "Who left a comment under the NNA report?")
    assert answer.outcome is Outcome.NOT_IN_ARCHIVE


@pytest.mark.parametrize(
    ("question", "text", "held"),
    [
        ("In what town did she speak?", "She spoke in Bonnerup on Monday.", True),
        ("In what town did she speak?", "She spoke on Monday in May.", False),
        ("In what town near Aarhus did she speak?", "She spoke near Aarhus.", False),
        ("In what town did she speak?", "She spoke in Norway.", False),
        ("In which country did she speak?", "She spoke in Norway.", True),
        ("In which building did they meet?", "They met in Bonnerup.", False),
        ("In which building did they meet?", "They met at the old pilots' museum.", True),
        ("Where did she speak?", "She spoke aboard the Sea Gull.", True),
    ],
)
def test_a_place_of_the_sort_asked_for(question: str, text: str, held: bool) -> None:
    assert holds_place(read_question(question, asked_on=ON), text) is held


def test_a_house_in_a_name_asks_for_no_place() -> None:
    assert sort_of_place("Which Customs House clerk spoke of the dyke?") is None


@pytest.mark.parametrize(
    ("text", "sayer"),
    [
        ("Krogh praised the pilots, but said the pier was shut.", "Krogh"),
        ("Lind made a short statement that the port was shut.", "Lind"),
        ("The Admiralty insists on a second tug.", "The Admiralty"),
    ],
)
def test_sayers_that_stand_far_from_their_verb(text: str, sayer: str) -> None:
    assert sayer in sayers_of(text)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Berg met Stone on Moe's ferry plan.", False),
        ("Berg met Stone in President Karl Moe's absence.", False),
        ("Berg spoke to Moe, then met Stone.", False),
        ("Berg met Stone in May.", False),
        ("Berg met Stone, ministry sources said.", False),
        ("Berg flew to Oslo to meet Stone.", True),
        ("Berg met Stone in Vik.", True),
        ("Berg met Stone at the old customs house.", True),
        ("Berg saw Stone on a bench behind the mill.", True),
        ("Berg saw Stone during the Oval Office talks.", True),
    ],
)
def test_where_a_meeting_was(text: str, told: bool) -> None:
    question = read_question("Where did Berg meet Stone?", asked_on=ON)
    assert tells_place(question, text, lambda name: name == "Oslo") is told
