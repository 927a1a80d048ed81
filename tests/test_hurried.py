"""Questions typed in a hurry: no capitals, no question mark, cut short. Every story is invented."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from diary import build_diary

from index.archive import Archive
from index.lexicon import sort_of_word
from index.records import Turn
from qa import ask
from qa.question.hurried import write_out, write_out_turn

STORIES = {
    "wire-lamp.txt": (
        "Ministers talk about lamps\n\n"
        "RIGA, May 4, 2019. /NNA/. Norwegian Foreign Minister Tove Lund met Latvian Premier Karl "
        "Stone in Riga on Friday. The talks at the Amber Hall lasted two hours.\n\n"
        "The Harbour Board said in a note that Lund wanted the lamps of Bolderaja lit again. "
        "The spokeswoman of the board, Ines Falk, said the fees had been paid.\n\n"
        "Stone bought a lamp in the market and carried it to the ship himself.\n"
    ),
    "wire-call.txt": (
        "Lund calls Stone\n\n"
        "OSLO, May 14, 2019. /NNA/. Norwegian Foreign Minister Tove Lund spoke with Latvian "
        "Premier Karl Stone by telephone on Monday about the lamps. On Tuesday Mr Bolster, the "
        "clerk, told the crew that the Harbour Board had agreed to the UN plan.\n"
    ),
    "wire-may.txt": (
        "Lund in Vik\n\n"
        "VIK, May 20, 2019. /NNA/. Norwegian Foreign Minister Tove Lund met the Scottish envoy, "
        "Ruth May, in Vik on Monday.\n"
    ),
}  # fmt: skip


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    """An archive of these stories."""
    with build_diary(tmp_path_factory.mktemp("hurried"), STORIES) as archive:
        yield archive


@pytest.mark.parametrize(
    ("typed", "full"),
    [
        # the archive's names, and an ordinary word that is one here
        ("who did lund meet in riga", "Who did Lund meet in Riga?"),
        ("what did the harbour board say", "What did the Harbour Board say?"),
        ("what did stone carry", "What did Stone carry?"),
        ("what did bolster tell the crew", "What did Bolster tell the crew?"),
        ("did lund meet may", "Did Lund meet May?"),
        ("did lund and may meet in may 2019", "Did Lund and May meet in May 2019?"),
        ("may lund visit vik", "May Lund visit Vik?"),
        # names that it does not have
        ("did lund meet zelnikova in tallinn", "Did Lund meet Zelnikova in Tallinn?"),
        ("did grebe meet lund", "Did Grebe meet Lund?"),
        ("any mention of new zealand", "any mention of New Zealand?"),
        # whose it is, without its apostrophe
        ("lunds visit to riga: how long", "How long did Lund's visit to Riga last?"),
        ("what became of stones lamp", "What became of Stone's lamp?"),
        ("what did the latvians want", "What did the Latvians want?"),
        # shorthand, days and months
        ("acc to falk, were the fees paid pls", "According to Falk, were the fees paid?"),
        ("lund mtg w/ stone in may 2019", "Is there any report of meeting between Lund and Stone"
         " in May 2019?"),
        ("was lund in riga on fri 3 may", "Was Lund in Riga on Friday 3 May?"),
        ("what did lund want in sept", "What did Lund want in September?"),
        ("what did us envoys tell the un", "What did US envoys tell the UN?"),
        ("tell us what stone bought", "tell us what Stone bought?"),
        # cut short sentences
        ("any lund stone talks in 2019 in there",
         "Is there any report of talks between Lund and Stone in 2019?"),
        ("any lund grebe dinner", "any dinner of Lund and Grebe?"),
        ("everything stone did in riga on 3 may 2019", "What did Stone do in Riga on 3 May 2019?"),
        ("lunds reaction to the fees", "How did Lund react to the fees?"),
        ("info on the lamps", "What is reported about the lamps?"),
        ("stone on the lamps", "What did Stone say about the lamps?"),
        ("days between riga talks and the call",
         "How many days were there between the Riga talks and the call?"),
        ("may 2019: who bought a lamp", "Who bought a lamp in May 2019?"),
        ("lund stone talks riga may 2019 how long",
         "How long did the Lund-Stone talks Riga in May 2019 last?"),
        ("where stone land", "Where did Stone land?"),
        ("lund said what about the lamps", "What had Lund said about the lamps?"),
        ("names of the clerks pls", "What are the names of the clerks?"),
        ("WHEN DID LUND MEET STONE", "When did Lund meet Stone?"),
        ("need the date of the call thx", "What is the date of the call?"),
    ],
)  # fmt: skip
def test_what_is_typed_in_a_hurry_is_written_out(told: Archive, typed: str, full: str) -> None:
    assert write_out(told, typed) == full


@pytest.mark.parametrize(
    "text",
    [
        "Who met Tove Lund in Riga in May 2019?",
        "I need the exact day on which Lund and Stone met.",
        "Who took part in the talks?",
        "What did the reports bear?",
        "Did Lund meet stone masons in Riga?",
        "And on the next day?",
        "After the talks, what did Stone carry?",
        "Who met the prime minister?",
        "How long was it from the Riga meeting of Lund and Stone to their call?",
        "When did Stone become minister?",
        "Who attended the meeting, and where?",
        "Was Lund on the ship?",
        "Did Lund's talks with Stone last two hours?",
        "Whose meeting with Stone took place in Riga?",
        "Did the talks last two hours, or how long?",
        "When were the wells dug, in 44 BC?",
        "Was Jan, 34, the mate of the tug?",
        "Who sat 3 hours in the hall?",
        "What did Marks & Sons say of the B4?",
        "Did the ship leave at six PM on Friday?",
        "Is the matter urgent?",
        "Who was in there?",
        "Did anybody say thank you?",
    ],
)
def test_what_is_typed_with_care_stays(told: Archive, text: str) -> None:
    assert write_out(told, text) == text


@pytest.mark.parametrize(
    ("word", "sort"),
    [("lamp", "word"), ("lamps", "word"), ("paid", "word"), ("zelnikova", "name"),
     ("poland", "name"), ("codebook", "either"),
     ("annoucement", "either"), ("amid", "word"), ("grebe", "either")],
)  # fmt: skip
def test_what_a_word_may_be(word: str, sort: str) -> None:
    assert sort_of_word(word) == sort


def test_only_the_readers_turns_are_written_out(told: Archive) -> None:
    asked = write_out_turn(told, Turn(role="user", content="where did stone go"))
    said = Turn(role="assistant", content="to riga")
    assert asked.content == "Where did Stone go?"
    assert write_out_turn(told, said) == said


@pytest.mark.parametrize(
    ("typed", "outcome", "words"),
    [
        ("who did lund meet in riga in may 2019", "answered", "Karl Stone"),
        ("any lund zelnikova talks in 2019 in there", "not_in_archive", "no article names Zelnik"),
        ("lunds meeting w/ stone how long", "answered", "two hours"),
        ("need storage figures for bolderaja", "not_in_archive", "The archive does not say"),
        ("did lund and stone talk yesterday", "not_in_archive", "its last article is of"),
        ("what did lund and stone discuss in riga yesterday", "not_in_archive", "last article"),
        ("did falk give any details about the fees in may 2019", "answered", "fees had been paid"),
        ("souvenirs stone bought?", "answered", "bought a lamp"),
    ],
)
def test_what_is_typed_in_a_hurry_is_answered(
    told: Archive, typed: str, outcome: str, words: str
) -> None:
    answer = ask(told, typed, asked_on="2021-03-01")
    assert (answer.question, answer.outcome.value) == (typed, outcome), answer.text
    assert words in answer.text


def test_no_capital_is_needed_for_the_same_answer(told: Archive, tmp_path: Path) -> None:
    asked = "When did Lund speak with Stone by telephone?"
    typed = ask(told, asked.lower().rstrip("?"))
    assert typed.text == ask(told, asked).text
