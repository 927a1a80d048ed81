"""A deed, a vote, a penalty or a name that no sentence tells; and what is told of the one asked
about after all, be he named by another word. Every story is invented.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from diary import build_diary

from index.archive import Archive
from index.records import Outcome
from qa import ask

STORIES = {
    "quay.txt": (
        "The new quay of Moss\n\nMOSS, May 4, 2019. The new quay of Moss was opened on Saturday "
        "by harbour master Karl Berg. It was designed by Tove Lind of Oslo.\n\n"
        "The contractor met the deadline; the quay cost 4 million crowns.\n\n"
        "The ferry Havbris was first to tie up. The cook of the pilot boat handed out soup.\n\n"
        "Gen. Rita Moe, who heads the coast guard, came by helicopter.\n"
    ),
    "fair.txt": (
        "A fair without a roof\n\nRIBE, June 5, 2019. The wool fair of Ribe opened on Wednesday "
        "with 40 stalls. A stall costs 90 crowns a day.\n\n"
        "Weaver Ane Dahl said that she earned 700 crowns by noon.\n"
    ),
    "senate.txt": (
        "Treaty on eels signed\n\nTARTU, July 9, 2019. Estonia and Latvia signed the eel treaty in "
        "Tartu on Tuesday.\n\nThe Estonian parliament ratified it by 60 votes to 31.\n"
    ),
    "list.txt": (
        "Latvia stays away\n\nTURKU, August 6, 2019. The Latvian minister will not sail to Turku "
        "on Friday, his office said. The list of guests held nine names instead of ten.\n\n"
        "His office cancelled the trip for that.\n"
    ),
    "pilot.txt": (
        "Pilots in Narva\n\nNARVA, December 7, 2019. On Friday, the feast of the sailors' saint, "
        "pilot Ivo Marsh received the fishers' widow Olga Saar in the pilot house of Narva.\n"
    ),
    "lake.txt": (
        "A general on the lake\n\nHAMAR, March 9, 2020. Gen. Erik Stone sailed to Hamar on "
        "Monday. The minister, Mona Vik, was not there; she was in Bergen.\n"
    ),
    "later.txt": (
        "Budget in the way\n\nHAMAR, March 20, 2020. Gen. Erik Stone had sailed to Hamar twice. "
        "On Thursday Minister Mona Vik stayed away.\n\nShe was kept in Trondheim by the budget.\n"
    ),
    "eels.txt": (
        "Stone and Lund count eels\n\nVEJLE, April 8, 2021. Danish Fisheries Minister Ida Stone "
        "met Swedish Fisheries Minister Per Lund in Vejle on Thursday.\n\n"
        "“From today nobody keeps a foreign net longer than five days,” Stone said. With her "
        "was a guest, the painter Erik Stone.\n\nLunch was paid for by Ida Stone.\n"
    ),
}  # fmt: skip


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    with build_diary(tmp_path_factory.mktemp("deeds"), STORIES) as archive:
        yield archive


@pytest.mark.parametrize(
    "question",
    [
        "Who painted the new quay of Moss?",
        "Who drove the guests to the quay of Moss?",
        "Who took the minutes at the opening of the quay of Moss?",
        "What is the name of the contractor who met the deadline in Moss?",
        "What is the name of the cook of the pilot boat in Moss?",
        "How did the Latvian parliament vote on the eel treaty?",
        "How much did the ferry Havbris earn in Moss?",
        "How much did Karl Berg earn with the quay of Moss?",
        "What fine did the court give Karl Berg of Moss?",
        "What salary does harbour master Karl Berg get?",
    ],
)
def test_what_no_sentence_tells_is_not_answered(archive: Archive, question: str) -> None:
    assert ask(archive, question).outcome is Outcome.NOT_IN_ARCHIVE


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Who designed the new quay of Moss?", "Tove Lind"),
        ("How much did the quay of Moss cost?", "4 million"),
        ("What is the name of the harbour master of Moss?", "Karl Berg"),
        ("What is the name of the general who heads the coast guard?", "Rita Moe"),
        ("How much did Ane Dahl earn at the wool fair?", "700 crowns"),
        ("How much does a stall at the wool fair cost?", "90 crowns"),
        ("How did the Estonian parliament vote on the eel treaty?", "60 votes"),
        # a capital for its state, and what fell through is told before its day
        ("What was wrong with the list that made Riga call off the trip of 9 August 2019?", "nine"),
        # a feast is a day, and a part of a month is no name
        ("Whom did pilot Ivo Marsh receive in Narva on St Nicholas' Day 2019?", "Olga Saar"),
        ("How many stalls did the wool fair of Ribe have in early-June 2019?", "40"),
        # a title is no name, and where somebody was while others met is no meeting's place
        ("Where was Minister Vik on the day General Stone sailed to Hamar?", "Bergen"),
        # of two who share a name the one who met the other there and then
        ("What did Stone and Lund settle for foreign nets in Vejle in April 2021?", "five days"),
    ],
)
def test_what_a_sentence_tells_is(archive: Archive, question: str, told: str) -> None:
    assert told in ask(archive, question).text


@pytest.mark.parametrize(
    ("question", "outcome"),
    [
        # of two who share a name one alone stands in a sentence with the other
        ("What did Stone and Lund settle for foreign nets?", Outcome.ANSWERED),
        ("What did Stone settle for foreign nets?", Outcome.AMBIGUOUS),
        ("What was wrong with the list of Riga?", Outcome.NOT_IN_ARCHIVE),  # here it is the town
    ],
)
def test_near_misses(archive: Archive, question: str, outcome: Outcome) -> None:
    assert ask(archive, question).outcome is outcome
