"""What a question that leans on those before it is answered with. Every story is invented."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from asked_rows import turns
from diary import build_diary

from index.archive import Archive
from index.records import Outcome
from qa import ask

STORIES = {
    "call.txt": (
        "Berg and Moe talk about the strait\n\n"
        "OSLO, March 9, 2021. Norwegian Prime Minister Anna Berg had a telephone conversation with "
        "Latvian President Karl Moe on 8 March 2021, her office said.\n\n"
        "Berg called on Moe to withdraw the two patrol ships before the end of the month. She also "
        "drew his attention to the smuggling ring known as the Grey Heron.\n\n"
        "Nothing was agreed, Berg's spokesman Olav Lund told reporters. “The Prime Minister "
        "believes that Riga should devote its money to the lighthouse fund,” Lund said.\n"
    ),
    "visit.txt": (
        "Foreign ministry announces Stone's visit to Tallinn\n\n"
        "HELSINKI, May 4, 2022. The Finnish foreign ministry announced on 3 May 2022 that Foreign "
        "Minister Eero Stone would visit Tallinn on 12 May.\n\n"
        "The Estonian government confirmed the visit on 4 May through its spokeswoman.\n"
    ),
    "talks.txt": (
        "What Stone brought home\n\n"
        "TALLINN, May 13, 2022. Finnish Foreign Minister Eero Stone met his Estonian counterpart "
        "Maret Kask here on Thursday. Eels, the ferry line and the training of pilots dominated "
        "the talks.\n\n"
        "On eels, the ministers agreed to leave the limit at 9,000 tonnes. They agreed that the "
        "ferry line would be sold.\n\n"
        "The two governments will continue to finance the training of pilots in Narva, Kask said.\n"
    ),
    "pact.txt": (
        "Pact of Hven\n\n"
        "HVEN, August 20, 2021. The tug crews did not join the strike in the port of Hven. "
        "The railway workers joined it on 6 August. Norway signed the "
        "herring pact on 10 August. Poland signed the herring pact on 15 August.\n"
    ),
    "pier.txt": (
        "Pier\n\nHAVRE, June 1, 2022. Mayor Ruth Falk met Envoy Ivo Marsh on the pier. Falk told "
        "Marsh that the pier was rotten. Pilot Otto Krag slept in the sun.\n"
    ),
}
STORIES["week.txt"] = (
    "A week in Bergen\n\n"
    "BERGEN, July 4, 2022. Finnish Foreign Minister Eero Stone will meet Consul Ines Holt in "
    "Bergen on 5 July 2022. Holt will receive Mayor Ruth Falk on 6 July 2022.\n"
)
CALLED = ("With whom did Berg have a conversation on 8 March 2021?", "With Karl Moe.")
SPOKE = ("Who spoke for Berg after the call of March 2021?", "Olav Lund, her spokesman.")
ANNOUNCED = (
    "When did the Finnish foreign ministry announce that Stone would visit Tallinn?",
    "On 3 May 2022.",
)
MATTERS = (
    "What dominated the talks between Stone and Kask in May 2022?",
    "Eels, the ferry line and the training of pilots.",
)
HOLT = ("Whom was Stone to meet on 5 July 2022?", "Ines Holt.")
SIGNED = ("When did Norway sign the herring pact?", "On 10 August 2021.")


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    """An archive of these stories."""
    with build_diary(tmp_path_factory.mktemp("follow"), STORIES) as archive:
        yield archive


@pytest.mark.parametrize(
    ("history", "question", "words"),
    [
        (CALLED, "And what did Berg call on him to do about the ships?", "withdraw"),
        (CALLED, "And which smuggling ring did Berg bring up with him?", "Grey Heron"),
        (SPOKE, "And according to him, where should Riga put its money?", "lighthouse"),
        (ANNOUNCED, "And the Estonian government?", "4 May 2022"),
        (ANNOUNCED, "And when did the Estonian government confirm it?", "4 May 2022"),
        (MATTERS, "And what did they agree on the first one?", "9,000"),
        (MATTERS, "And on the second?", "would be sold"),
        (MATTERS, "On the last of these, what will the two governments go on doing?", "finance"),
        (SIGNED, "And Poland?", "15 August 2021"),
    ],
)
def test_what_a_follow_up_is_answered(
    told: Archive, history: tuple[str, ...], question: str, words: str
) -> None:
    answer = ask(told, question, asked_on="2024-05-08", history=turns(*history))
    assert answer.outcome is Outcome.ANSWERED, answer.text
    assert words in answer.text, answer.text


def test_what_one_did_not_do_denies_nothing_of_another(told: Archive) -> None:
    joined = turns("When did the railway workers join the strike in Hven?", "On 6 August 2021.")
    answer = ask(told, "And the bakers?", asked_on="2024-05-08", history=joined)
    assert answer.outcome is Outcome.NOT_IN_ARCHIVE, answer.text


@pytest.mark.parametrize(
    ("history", "question", "words"),
    [
        (SIGNED, "And Iceland?", "10 August"),
        (ANNOUNCED, "And the Swedish embassy?", "3 May"),
        (("What did Falk tell Marsh?", "That the pier was rotten."), "And Krag?", "rotten"),
    ],
)
def test_the_word_of_another_is_no_answer(
    told: Archive, history: tuple[str, ...], question: str, words: str
) -> None:
    answer = ask(told, question, asked_on="2024-05-08", history=turns(*history))
    assert not any(words in one.text for one in answer.statements), answer.text


TALKED = (
    "Which talks were told of in May 2022?",
    "Talks in Tallinn on 12 May and a visit in Oslo on 20 May.",
)
SPOKESMEN = (
    "Which spokesmen spoke of the call of March 2021?",
    "Olav Lund for the Norwegians and Rein Tamm for the others.",
)


@pytest.mark.parametrize(
    ("history", "question", "named"),
    [
        (TALKED, "What was to be discussed there?", ["“there”", "Tallinn or Oslo"]),
        (("Where was Stone in May 2022?", "In Tallinn and Oslo."), "Who else was there?",
         ["Tallinn or Oslo", "place"]),
        (SPOKESMEN, "What did the spokesman say about the call?",
         ["“the spokesman”", "Olav Lund or Rein Tamm"]),
    ],
)  # fmt: skip
def test_which_of_those_last_named_is_asked_back(
    told: Archive, history: tuple[str, str], question: str, named: list[str]
) -> None:
    answer = ask(told, question, asked_on="2023-01-01", history=turns(*history))
    assert answer.outcome is Outcome.AMBIGUOUS
    assert [words for words in named if words not in answer.text] == []


@pytest.mark.parametrize(
    ("history", "question"),
    [
        (("Where was Stone in May 2022?", "In Tallinn, Estonia."), "Who else was there?"),
        (TALKED, "What was discussed there on 12 May 2022?"),
        (TALKED, "What was on the agenda of the talks there?"),
        (SPOKESMEN, "What did the Norwegian spokesman say about the call?"),
        (SPOKE, "What did the spokesman say about the call?"),
    ],
)
def test_what_says_which_is_not_asked_back(
    told: Archive, history: tuple[str, str], question: str
) -> None:
    answer = ask(told, question, asked_on="2023-01-01", history=turns(*history))
    assert "or Oslo" not in answer.text and "or Rein Tamm" not in answer.text


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("And what was planned for the next day?", ["Falk", "6 July 2022"]),
        ("And what was scheduled for the following day?", ["Falk", "6 July 2022"]),
        ("And whom was Holt to receive the day after?", ["Falk", "6 July 2022"]),
        ("And on the next day?", ["no such meeting", "6 July 2022"]),  # of Stone
        ("And on the same day?", ["Holt", "5 July 2022"]),
    ],
)
def test_the_next_day_is_that_after_the_last_one_asked(
    told: Archive, question: str, words: list[str]
) -> None:
    answer = ask(told, question, asked_on="2022-09-01", history=turns(*HOLT))
    assert [one for one in words if one not in answer.text] == [], answer.text
