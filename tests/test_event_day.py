"""Events that a question describes in words: how far apart, in what order, on which day.

Every story is invented.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pytest
from diary import build_diary

from index.archive import Archive
from index.errors import GateFailure
from qa import ask
from qa.events.described import ask_its_day
from qa.telling.gate import check_answer

STORIES = {
    "wire-plan.txt": (
        "Dahl to meet Ruud\n\n"
        "TROMSO, May 14, 2018. The Danish embassy announced on Saturday that Foreign Minister "
        "Sofie Dahl would meet Prime Minister Odd Ruud in Tromso on May 17.\n\n"
        "The possibility of it \"was mentioned in a recent conversation between Ruud and the "
        "shipowner (Per) Vold,\" held on May 9, his office said.\n"
    ),
    "gazette-word.txt": (
        "Word from the chancellery\n\n"
        "OSLO, May 15, 2018. The chancellery has confirmed that Prime Minister Odd Ruud will meet "
        "in Tromso with Foreign Minister Sofie Dahl on May 17.\n\n"
        "Asked about the Narvik accords of March 12, 2017, the clerk shrugged at the envoys.\n"
    ),
    "wire-lands.txt": (
        "Dahl in Tromso\n\n"
        "TROMSO, May 16, 2018. Danish Foreign Minister Sofie Dahl has landed at Langnes "
        "airfield.\n\n"
        "She is to meet Odd Ruud on Thursday.\n"
    ),
    "wire-met.txt": (
        "Dahl and Ruud met\n\n"
        "TROMSO, May 18, 2018. Sofie Dahl and Odd Ruud met in Tromso on Thursday and spoke about "
        "seals. Later that day Dahl strolled around the fish market.\n\n"
        "Dahl last set foot in Norway in February, the embassy said.\n"
    ),
}  # fmt: skip


PLANS = {
    "gazette-vote.txt": (
        "Vote\n\nRIGA, March 1, 2019. The harbour council voted for the new mole on Thursday, "
        "February 28. The mole is to open on May 20, the mayor said.\n"
    ),
    "gazette-delay.txt": (
        "Delay\n\nRIGA, May 21, 2019. The mole did not open on May 20, because the crane had "
        "sunk.\n"
    ),
    "gazette-lands.txt": (
        "Landing\n\nRIGA, April 20, 2019. Latvian President Karl Berg landed in Riga on Friday. "
        "The harbour council will vote on the crane on May 7.\n"
    ),
    "gazette-talks.txt": (
        "Berg and Stone\n\nOSLO, April 5, 2019. Latvian President Karl Berg met Norwegian Foreign "
        "Minister Anna Stone in Oslo on Thursday, April 4.\n"
    ),
    "gazette-crane.txt": (
        "Crane\n\nRIGA, May 12, 2019. The harbour council put off its vote on the crane, planned "
        "for May 7, and voted on Saturday instead.\n"
    ),
    "gazette-off.txt": (
        "Talks off\n\nVIK, May 8, 2019. The meeting of Danish Foreign Minister Sofie Dahl and "
        "Prime Minister Odd Ruud in Vik on May 9 was cancelled on Wednesday. Dahl left for Bonn on "
        "May 8.\n"
    ),
    "gazette-alma.txt": (
        "Ship\n\nVIK, July 3, 2019. The ship Alma was to sail from Vik on July 1, but the captain "
        "of the Alma had been arrested on June 20.\n"
    ),
}  # fmt: skip


@pytest.fixture(scope="module")
def moles(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    """An archive of what was planned, put off and called off beside what took place."""
    with build_diary(tmp_path_factory.mktemp("moles"), PLANS) as archive:
        yield archive


@pytest.fixture(scope="module")
def seals(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    """An archive of a visit: spoken of, announced, confirmed, held."""
    with build_diary(tmp_path_factory.mktemp("seals"), STORIES) as archive:
        yield archive


@pytest.mark.parametrize(
    ("described", "asked"),
    [
        ("the palace's confirmation of the visit", "When did palace confirm the visit?"),
        ("the announcement of the visit by the mayor", "When did mayor announce the visit?"),
        ("the announcement of the visit", "When was the visit announced?"),
        ("did the palace confirm it", "When did palace confirm?"),
        ("the visit was announced by the mayor", "When did mayor announce the visit?"),
        ("the announced visit of Berg", "When was it that the announced visit of Berg?"),
        ("Berg's arrival in Riga", "When was it that Berg's arrival in Riga?"),
    ],
)
def test_the_question_for_a_day(described: str, asked: str) -> None:
    assert ask_its_day(described) == asked


@pytest.mark.parametrize(
    ("history", "question", "told"),
    [
        ((), "How many days after the conversation of Ruud with Vold did Dahl arrive at Langnes?",
         ["From 9 May 2018 to 16 May 2018 it is seven (7) days."]),
        ((), "How many weeks after Ruud spoke to Vold did Dahl land at Langnes?",
         ["it is seven (7) days, that is one week."]),
        ((), "How many days passed between the embassy's announcement and the chancellery's "
         "confirmation?", ["From 12 May 2018 to 15 May 2018 it is three (3) days."]),
        ((), "How long after the embassy announced the meeting did the chancellery confirm it?",
         ["From 12 May 2018 to 15 May 2018"]),
        ((), "How many days after Ruud spoke to Vold was the meeting of Dahl and Ruud in Tromso?",
         ["From 9 May 2018 to 17 May 2018 it is eight (8) days."]),
        ((), "Did Dahl land at Langnes before or after Ruud's conversation with Vold?",
         ["In order of date:", "held on May 9", "has landed"]),
        (("When did the embassy announce that Dahl would meet Ruud?", "On 12 May 2018."),
         "Did the chancellery's confirmation come before or after that?",
         ["In order of date:", "announced on Saturday", "The report of 15 May 2018:"]),
        (("When did Ruud speak to Vold?", "On 9 May 2018."),
         "How many days after that did Dahl land at Langnes?", ["it is seven (7) days"]),
        ((), "Put in order, with dates: the chancellery's confirmation of the May 2018 meeting, "
         "the embassy's announcement of it, the meeting itself.",
         ["announced on Saturday", "The report of 15 May 2018:",
          "met Odd Ruud in Tromso on 17 May 2018"]),
        ((), "In what order did Dahl's landing at Langnes, the talk of Ruud with Vold and the "
         "announcement by the embassy happen?",
         ["held on May 9", "announced on Saturday", "has landed"]),
        ((), "List the talks and meetings of May 2018 in chronological order.",
         ["held on May 9", "17 May 2018"]),
        ((), "Name Dahl's visits to Norway, earliest first.", ["(February: February 2018)"]),
        ((), "On what weekday did Dahl land at Langnes?", ["on Wednesday 16 May 2018."]),
        ((), "The wire tells of a meeting of Dahl and Ruud \"on Thursday\". What is the full date?",
         ["on 17 May 2018"]),
        ((), "When did the chancellery confirm that Ruud would meet Dahl?",
         ["Told as news on 15 May 2018."]),
    ],
)  # fmt: skip
def test_days_of_events(
    seals: Archive, history: Sequence[str], question: str, told: list[str]
) -> None:
    turns = [
        {"role": role, "content": text}
        for role, text in zip(("user", "assistant"), history, strict=False)
    ]
    answer = ask(seals, question, asked_on="2020-01-01", history=turns)
    at = [answer.text.find(words) for words in told]
    assert answer.outcome.value == "answered" and -1 not in at and at == sorted(at), answer.text


@pytest.mark.parametrize(
    ("question", "never"),
    [
        # no report tells the one day of the two
        ("How many days after the envoys' accord did Dahl land at Langnes?", "it is"),
        ("How many days before Dahl landed at Langnes did the ferry sink?", "it is"),
        # the time is of the accords, and of no talk of the clerk's
        ("When did the clerk shrug at the envoys?", "12 March 2017"),
        # the day is that of what is confirmed
        ("When did the chancellery confirm the meeting?", "on 17 May 2018 (“May 17”)."),
    ],
)
def test_no_day_of_something_else(seals: Archive, question: str, never: str) -> None:
    answer = ask(seals, question, asked_on="2020-01-01")
    assert never not in answer.text, answer.text


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("How many days after the meeting with Stone did Berg land in Riga?", ["it is 15 days"]),
        # the other way round
        ("How many days after Berg landed in Riga did he meet Stone in Oslo?",
         ["In order of date:", "met Anna Stone", "landed in Riga"]),
        ("How long before his meeting with Stone did Berg land in Riga?",
         ["In order of date:", "met Anna Stone", "landed in Riga"]),
        # the vote that was held, and not the one that was planned
        ("How many days after Berg landed in Riga did the harbour council vote on the crane?",
         ["From 19 April 2019 to 11 May 2019 it is 22 days."]),
        # a plan is asked about
        ("How many days after the vote for the mole was the mole to open?",
         ["From 28 February 2019 to 20 May 2019 it is 81 days."]),
        ("Put in order: the opening of the mole, the landing of Berg in Riga, the vote for the "
         "mole.", ["does not tell the days of all", "landed in Riga"]),
        ("Which came first: the meeting of Dahl and Ruud, the landing of Berg in Riga or the "
         "council's vote on the crane?", ["does not tell the days of all", "landed in Riga"]),
    ],
)  # fmt: skip
def test_what_was_and_what_was_planned(moles: Archive, question: str, told: list[str]) -> None:
    answer = ask(moles, question, asked_on="2020-01-01")
    at = [answer.text.find(words) for words in told]
    assert -1 not in at and at == sorted(at), answer.text


@pytest.mark.parametrize(
    "question",
    [
        "How many days after Berg landed in Riga did he meet Stone in Oslo?",
        "How many days after the vote for the mole did the mole open?",
        "How many days passed between the council's vote and the opening of the mole?",
        "How many days after the captain of the Alma was arrested did the Alma sail?",
        "How many days after Dahl left for Bonn did she meet Ruud?",
        "How many days before her meeting with Ruud did Dahl leave for Bonn?",
    ],
)
def test_no_days_to_what_never_was(moles: Archive, question: str) -> None:
    answer = ask(moles, question, asked_on="2020-01-01")
    assert "it is" not in answer.text, answer.text


@pytest.mark.parametrize(
    ("question", "right", "wrong"),
    [
        (
            "How many weeks after Ruud spoke to Vold did Dahl land at Langnes?",
            "one week",
            "two weeks",
        ),
        ("On what weekday did Dahl land at Langnes?", "Wednesday", "Thursday"),
    ],
)
def test_the_gate_counts_anew(seals: Archive, question: str, right: str, wrong: str) -> None:
    answer = ask(seals, question, asked_on="2020-01-01")
    first = answer.statements[0]
    assert right in first.text
    other = first.model_copy(update={"text": first.text.replace(right, wrong)})
    with pytest.raises(GateFailure):
        check_answer(
            seals, answer.model_copy(update={"statements": (other, *answer.statements[1:])})
        )
