"""Whether the sentences that are told are of what is asked, or only have its names; and who took
the picture beside a story.

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
from qa.telling.gate import check_answer

STORIES = {
    "lamp.txt": (
        "Lighthouse keeper Rasmus Holt welcomes envoy Maja Lind\n\n"
        "The lamp of Bonnerup has been lit again\n"
        "Keeper Rasmus Holt on the gallery Inge Dahl/NNA\n"
        "© Inge Dahl/NNA\n\n"
        "GRENAA, September 5, 2019. /NNA/. Keeper Rasmus Holt carried the heavy brass lamp up 94 "
        "steps on his back.\n\n"
        "Envoy Maja Lind brought a blue suitcase full of spare wicks.\n\n"
        "Holt said the harbour board had promised two new panes of glass by Christmas.\n\n"
        "The lamp burned for eleven hours in the first night.\n"
    ),
    "eels.txt": (
        "Eel fishers quarrel with the harbour board\n\n"
        "GRENAA, September 12, 2019. /NNA/. The eel fishers asked for a lower fee.\n\n"
        "Board head Ove Falk offered them 40 crowns a crate.\n\n"
        "They laughed and went home in the rain.\n"
    ),
    "sail.txt": (
        "Sailmakers of Ebeltoft finish the great topsail\n\n"
        "Sailmaker Tove Lund with her needle\n"
        "© Jens Moe/NNA\n"
        "Harbour pilot Karl Stone at the rail\n"
        "© Anna Berg/Wire\n\n"
        "EBELTOFT, June 3, 2019. /NNA/. The topsail took eleven weeks, the sailmakers said.\n"
    ),
    "bells.txt": (
        "Bell founder of Randers casts a bell for Riga\n\n"
        "Photo: Otto Lind\n\n"
        "RANDERS, July 9, 2019. /NNA/. The bell weighs two tonnes, the founder said.\n"
    ),
    "mill.txt": (
        "Fire in the mill of Hobro\n\n"
        "The mill of Hobro in the snow. Photo: Rita Krag/NNA\n\n"
        "HOBRO, June 13, 2019. /NNA/. The mill of Hobro burned on Sunday. A passer-by, Ivo Marsh, "
        "took the first photos of the fire.\n"
    ),
    "seal.txt": (
        "Mayor meets seal\n\n"
        "Mayor Una Brok at the quay Ida Roe/NNA\n"
        "The seal on the steps Olav Hauk/NNA\n\n"
        "VEJLE, June 23, 2019. /NNA/. A photo of mayor Una Brok asleep was taken by a waiter, Lev "
        "Saar. Children took pictures of the seal on the steps.\n"
    ),
    **{f"market-{n}.txt": (
        f"Market day {n}\n\nVIBORG, May {n}, 2018. /NNA/. Farmers sold {n}0 sheep and a cart of "
        "turnips in the rain. The church bell rang twice.\n") for n in range(1, 15)},
}  # fmt: skip


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    with build_diary(tmp_path_factory.mktemp("matter"), STORIES) as archive:
        yield archive


def answer_to(archive: Archive, question: str) -> Answer:
    answer = ask(archive, question, asked_on=date(2026, 5, 1))
    check_answer(archive, answer)
    return answer


@pytest.mark.parametrize(
    "question",
    [
        "How much did listeners give to the orphanage named under the story on Holt?",
        "Which university awarded Holt a doctorate in chemistry?",
        "Which orchestra performed a symphony for Lind?",
        "How many goals did Falk score for his football club?",
        "Who drew the cartoon of Lind that the newspaper printed?",
    ],
)
def test_names_alone_are_no_answer(archive: Archive, question: str) -> None:
    assert answer_to(archive, question).outcome is Outcome.NOT_IN_ARCHIVE


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("How many steps did Holt climb with the lamp?", "94"),
        ("What sort of luggage did Lind bring?", "suitcase"),
        ("How much did Falk offer the fishers for a crate?", "40"),
        ("What did the fishermen do after Falk offered them money?", "laughed"),
    ],
)
def test_other_words_for_it_are_one(archive: Archive, question: str, told: str) -> None:
    answer = answer_to(archive, question)
    assert answer.outcome is Outcome.ANSWERED
    assert told in answer.text


@pytest.mark.parametrize(
    "question",
    [
        "Who took the picture of Holt on the gallery?",
        "Whose photo goes with the story on the keeper who welcomes Lind?",
        "Which photographer shot the image of Rasmus Holt in September 2019?",
        "To whom is the photograph of Rasmus Holt beside the account of the keeper credited?",
    ],
)
def test_a_credit_tells_who_took_a_picture(archive: Archive, question: str) -> None:
    assert "Inge Dahl" in answer_to(archive, question).text


@pytest.mark.parametrize(
    ("question", "told", "lines"),
    [
        (
            "Who took the picture of Holt on the gallery?",
            "The picture is credited to Inge Dahl/NNA.",
            ["Keeper Rasmus Holt on the gallery Inge Dahl/NNA", "© Inge Dahl/NNA"],
        ),
        (
            "Who took the picture of the sailmaker with her needle?",
            "The picture is credited to Jens Moe/NNA.",
            ["© Jens Moe/NNA"],
        ),
        (
            "Who took the photo of harbour pilot Stone?",
            "The picture is credited to Anna Berg/Wire.",
            ["© Anna Berg/Wire"],
        ),
        (
            "Whose photo stands beside the story on the bell for Riga?",
            "The picture is credited to Otto Lind.",
            ["Photo: Otto Lind"],
        ),
    ],
)
def test_every_line_that_gives_the_credit_is_cited(
    archive: Archive, question: str, told: str, lines: list[str]
) -> None:
    answer = answer_to(archive, question)
    assert answer.statements[0].text == told
    assert [one.quote for one in answer.citations] == lines


@pytest.mark.parametrize(
    ("question", "told", "others"),
    [
        # another picture than that beside the story
        ("Who took the first pictures of the burning mill of Hobro?", "Ivo Marsh", "Krag"),
        ("Who took the first photos of the fire in the mill?", "Ivo Marsh", "Krag"),
        ("Who took the photo of mayor Una Brok asleep?", "Lev Saar", "Ida Roe"),
        # that beside it
        ("Who took the photo of the mill of Hobro?", "Rita Krag", "Ivo Marsh"),
        ("Whose photo goes with the story on the fire in the mill of Hobro?", "Rita Krag", "Marsh"),
        ("Who took the photo of mayor Brok at the quay?", "Ida Roe", "Hauk"),
        ("Who took the picture of the seal on the steps?", "Olav Hauk", "Children"),
    ],
)
def test_a_credit_is_of_its_own_picture(
    archive: Archive, question: str, told: str, others: str
) -> None:
    text = answer_to(archive, question).text
    assert told in text
    assert others not in text


@pytest.mark.parametrize(
    "question",
    ["Who took the photo of Falk with the eel fishers?", "Who took the picture of Holt in 2018?",
     "Who took the photo of the burning mill of Hobro?", "Who took the leaked photo of Holt?"],
)  # fmt: skip
def test_no_credit_is_no_answer(archive: Archive, question: str) -> None:
    answer = answer_to(archive, question)
    assert answer.outcome is Outcome.NOT_IN_ARCHIVE
    assert "Inge Dahl" not in answer.text


SORTS = {
    "fees.txt": (
        "Fees\n\nRIGA, November 4, 2019. /NNA/. Danish envoy Ole Krog and Minister Tove Lund met "
        "in Riga on Sunday. They agreed on the removal of heavy boats from the pier. Lund said "
        "that the harbour fees would rise. Krog warned about monetary penalties for smugglers.\n"
    ),
    "sheds.txt": (
        "Sheds\n\nVIK, December 4, 2019. /NNA/. Mayor Karl Moe told reporters that weapons were "
        "found in a shed. Moe said that the bridge repairs must wait.\n"
    ),
}


@pytest.mark.parametrize(
    ("question", "outcome", "words"),
    [
        ("What did Lund say about parking fees?", Outcome.NOT_IN_ARCHIVE,
         "nothing of parking fees"),
        ("What did Krog and Lund agree on electric boats?", Outcome.NOT_IN_ARCHIVE,
         "nothing of electric boats"),
        ("What did Moe say about chimney repairs?", Outcome.NOT_IN_ARCHIVE,
         "nothing of chimney repairs"),
        # of no sort, in another word, and of the sort itself
        ("What did Moe say about nuclear weapons?", Outcome.ANSWERED,
         "told reporters that weapons were found in a shed"),
        ("What did Lund say about port fees?", Outcome.ANSWERED, "harbour fees"),
        ("What did Krog warn about financial penalties?", Outcome.ANSWERED, "monetary penalties"),
        ("What did Moe say about bridge repairs?", Outcome.ANSWERED, "must wait"),
    ],
)  # fmt: skip
def test_a_matter_of_a_sort_that_no_article_names(
    tmp_path_factory: pytest.TempPathFactory, question: str, outcome: Outcome, words: str
) -> None:
    with build_diary(tmp_path_factory.mktemp("sorts"), SORTS) as archive:
        answer = ask(archive, question, asked_on=date(2020, 1, 1))
    assert (answer.outcome, words in answer.text) == (outcome, True), answer.text
