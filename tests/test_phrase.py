"""A language model that puts answers into words: what it may do, and what it cannot.

The model is a small real HTTP server that says what a test wants, and a real small model.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from clippings import write_clippings
from llama_index.core.llms import MockLLM
from model_server import breaks_off, drips, model_server, refuses, says
from small_model import find_model, serve, why_not

from index import model_calls
from index.archive import Archive
from index.records import Outcome
from qa import Conversation, ask
from qa.answers import Answer
from qa.ask import ask_in_steps
from qa.telling.gate import check_answer

RECEIVED = "Whom did Inga Sorel receive in Leiden?"
COMPOSED = "Inga Sorel received Peter Marsh in Leiden (Stone House) on 14 March 2024."
WORDS = "On 14 March 2024 Inga Sorel received Peter Marsh at Stone House in Leiden."
LIE = "Inga Sorel received Peter Marsh at Stone House in Leiden on 15 March 2024."
GERMAN = "Inga Sorel empfing Peter Marsh am 14. März 2024 in Leiden (Stone House)."
TONNES = "How many tonnes does the herring fleet land a year?"


@pytest.fixture(scope="module")
def clipped(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    folder = tmp_path_factory.mktemp("clipped")
    with Archive.build([write_clippings(folder / "clippings")], folder / "archive") as archive:
        yield archive


@pytest.fixture(autouse=True)
def cache_apart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setattr(model_calls, "LONGEST_WAIT", 0.05)


def plain(answer: Answer) -> tuple[Outcome, str, tuple[str, ...]]:
    return answer.outcome, answer.text, tuple(said.text for said in answer.statements)


def test_words_that_say_the_same_take_the_place_of_the_composed_sentence(clipped: Archive) -> None:
    with model_server(says(f"[1] {WORDS[:30]}", f"{WORDS[30:]}\n")) as server:
        answer = ask(clipped, RECEIVED, llm=server.url)
    assert answer.statements[0].text == WORDS
    assert answer.statements[0].composed == COMPOSED
    assert answer.statements[0].citations == (1,)
    assert answer.text.startswith(f"{WORDS} [1]")
    assert answer.statements[1].composed is None  # a quote stays a quote
    check_answer(clipped, answer)
    told = answer.phrasing
    assert told and (told.model, told.worded, told.replaced, told.note) == ("scripted", 1, 0, None)
    assert (told.prompt_tokens, told.completion_tokens) == (7, 5)
    assert Answer.model_validate_json(answer.model_dump_json()) == answer


def test_the_composed_answer_comes_first_and_each_sentence_as_it_passes(clipped: Archive) -> None:
    with model_server(says(f"[1] {WORDS}")) as server:
        steps = list(ask_in_steps(clipped, RECEIVED, llm=server.url))
    assert steps[0].phrasing is None and steps[0].statements[0].text == COMPOSED
    assert all(step.statements[0].text == WORDS for step in steps[1:])
    for step in steps:
        check_answer(clipped, step)


def test_what_does_not_pass_is_asked_for_once_more_with_the_reason(clipped: Archive) -> None:
    with model_server(says(f"[1] {LIE}"), says(f"[1] {WORDS}")) as server:
        answer = ask(clipped, RECEIVED, llm=server.url)
        assert "leaves out on 14 March 2024" in server.asked[1].shown
    assert answer.statements[0].text == WORDS
    assert answer.phrasing and answer.phrasing.repaired == 1


def test_what_does_not_pass_twice_stays_as_composed(clipped: Archive) -> None:
    with model_server(says(f"[1] {LIE}")) as server:
        answer = ask(clipped, RECEIVED, llm=server.url)
        assert len(server.asked) == 2
    assert plain(answer) == plain(ask(clipped, RECEIVED))
    assert answer.phrasing and answer.phrasing.replaced == 1
    assert "leaves out on 14 March 2024" in answer.phrasing.faults[0]


def test_what_was_only_announced_stays_so(clipped: Archive) -> None:
    held = says("[1] Inga Sorel met Karl Brook in Vienna on 20 June 2024.")
    with model_server(held) as server:
        answer = ask(clipped, "Did Sorel meet Brook?", llm=server.url)
    assert answer.outcome is Outcome.ONLY_PLANNED
    assert plain(answer) == plain(ask(clipped, "Did Sorel meet Brook?"))


def test_a_question_in_german_is_read_and_answered_in_german(clipped: Archive) -> None:
    asked = "Wen hat Inga Sorel in Leiden empfangen?"
    with model_server(says(RECEIVED), says(f"[1] {GERMAN}")) as server:
        answer = ask(clipped, asked, llm=server.url)
    assert answer.question == asked and answer.outcome is Outcome.ANSWERED
    assert answer.statements[0].text == GERMAN
    assert answer.text.startswith(f"Read as: “{RECEIVED}” {GERMAN}")
    check_answer(clipped, answer)


@pytest.mark.parametrize(
    "read",
    ["Whom did Inga Sorel receive in Vienna?", "Whom did Inga Sorel receive in Leiden in 2024?",
     "Did Karl Brook walk out?", "", "x" * 400],
)  # fmt: skip
def test_a_translation_that_brings_in_names_or_numbers_is_not_asked(
    clipped: Archive, read: str
) -> None:
    with model_server(says(read)) as server:
        answer = ask(clipped, "Wen hat Inga Sorel in Leiden empfangen?", llm=server.url)
    assert answer.outcome is Outcome.NOT_IN_ARCHIVE
    assert answer.phrasing and answer.phrasing.read_as is None
    assert answer.phrasing.note and "no English" in answer.phrasing.note


HISTORY = [
    {"role": "user", "content": RECEIVED},
    {"role": "assistant", "content": f"{COMPOSED} [1]"},
]
LEANS = "And what about the talks there with Dahl?"


def test_a_follow_up_that_the_rules_cannot_read_is_completed(clipped: Archive) -> None:
    assert ask(clipped, LEANS, history=HISTORY).outcome is Outcome.NOT_IN_ARCHIVE
    with model_server(says("When did Peter Marsh meet Dahl?"), says("")) as server:
        answer = ask(clipped, LEANS, history=HISTORY, llm=server.url)
        assert COMPOSED in server.asked[0].shown
    assert answer.outcome is Outcome.ANSWERED and answer.question == LEANS
    assert answer.text.startswith("Read as: “When did Peter Marsh meet Dahl?” Peter Marsh met Liv")
    check_answer(clipped, answer)


@pytest.mark.parametrize("read", ["When did Karl Brook meet Dahl?", "Did Marsh meet Dahl in 2024?"])
def test_a_follow_up_is_not_completed_with_what_nobody_said(clipped: Archive, read: str) -> None:
    with model_server(says(read), says("")) as server:
        said = [{"role": "user", "content": "Whom did Peter Marsh meet?"}]
        answer = ask(clipped, LEANS, history=said, llm=server.url)
    assert answer.phrasing and answer.phrasing.read_as is None


def test_of_several_sentences_it_may_choose_the_first(clipped: Archive) -> None:
    composed = ask(clipped, TONNES)
    with model_server(says("2")) as server:
        answer = ask(clipped, TONNES, llm=server.url, llm_chooses=True)
        shown = server.asked[0].shown
    assert "900 tonnes" in shown
    assert answer.statements[0].text != composed.statements[0].text
    assert answer.citations[0].quote in shown
    assert answer.phrasing and answer.phrasing.chosen
    check_answer(clipped, answer)


@pytest.mark.parametrize("reply", ["99", "none of them", "0", "[1]"])
def test_a_choice_that_is_none_changes_nothing(clipped: Archive, reply: str) -> None:
    with model_server(says(reply)) as server:
        answer = ask(clipped, TONNES, llm=server.url, llm_chooses=True)
    assert plain(answer) == plain(ask(clipped, TONNES))
    assert answer.phrasing and not answer.phrasing.chosen


def test_whatever_is_wrong_with_the_model_the_composed_answer_stands(clipped: Archive) -> None:
    for script, note in (
        (refuses(500), "status 500"),
        (refuses(401), "refuses the key"),
        (breaks_off("[1] Inga So"), "cannot be read"),
        (says("I am a teapot."), None),
        (says(""), "said nothing"),
        (drips("la la\n", 0.01), "within 3 seconds"),
    ):
        with model_server(script) as server:
            answer = ask(clipped, RECEIVED, llm=server.url, llm_seconds=3)
        assert plain(answer) == plain(ask(clipped, RECEIVED))
        assert answer.phrasing and answer.phrasing.worded == 0
        assert note is None or note in str(answer.phrasing.note)


def test_what_was_said_before_a_stream_broke_is_kept(clipped: Archive) -> None:
    with model_server(breaks_off(f"[1] {WORDS}\n", "[2] and th")) as server:
        answer = ask(clipped, RECEIVED, llm=server.url)
    assert answer.statements[0].text == WORDS
    assert answer.phrasing and "cannot be read" in str(answer.phrasing.note)


def test_who_stops_listening_stops_the_model(clipped: Archive) -> None:
    with model_server(drips("la ", 0.01)) as server:
        steps = ask_in_steps(clipped, RECEIVED, llm=server.url, llm_seconds=30)
        assert next(steps).statements[0].text == COMPOSED
        started = time.monotonic()
        steps.close()
        assert time.monotonic() - started < 1


def test_any_model_of_llama_index_will_do(clipped: Archive) -> None:
    answer = ask(clipped, RECEIVED, llm=MockLLM())  # it gives back what it is shown, the fact too
    assert answer.statements[0].composed == COMPOSED
    assert answer.phrasing and not answer.phrasing.counted
    check_answer(clipped, answer)


def test_a_conversation_words_its_answers_too(clipped: Archive) -> None:
    with model_server(says(f"[1] {WORDS}"), says("[1] nothing")) as server:
        talk = Conversation(clipped, llm=server.url)
        assert talk.ask(RECEIVED).statements[0].text == WORDS
        assert talk.ask("And what did they discuss?").phrasing is not None


def test_a_declined_question_is_left_alone(clipped: Archive) -> None:
    with model_server(says("[1] They met.")) as server:
        answer = ask(clipped, "Did Inga Sorel meet Ole Haug?", llm=server.url)
    assert plain(answer) == plain(ask(clipped, "Did Inga Sorel meet Ole Haug?"))


@pytest.mark.skipif(why_not() is not None, reason=why_not() or "")
def test_a_real_small_model_says_nothing_that_does_not_pass(clipped: Archive) -> None:
    path = find_model()
    assert path is not None
    with serve(path) as spec:
        for question in (RECEIVED, "Did Sorel meet Brook?", "Whom did Marsh meet in Dublin?",
                         TONNES, "Wen hat Inga Sorel in Leiden empfangen?"):  # fmt: skip
            answer = ask(clipped, question, llm=spec)
            check_answer(clipped, answer)
            asked = answer.phrasing and answer.phrasing.prompt_tokens > 0
            assert asked or question == TONNES  # which has quotes alone, so nothing to word
            if not answer.phrasing.read_as:
                assert answer.outcome is ask(clipped, question).outcome
