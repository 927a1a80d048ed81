"""What happens on the tab Ask, called as Gradio calls it."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import gradio as gr
import pytest
from gradio import Request

from index.model_task import ModelFault, Task
from qa import Answer, Archive
from qa.answers import Phrasing
from qa.telling.phrase import retold
from ui.conversations import Conversations, open_conversations
from ui.holder import Holder
from ui.page_ask import Desk
from ui.show import show_conversation
from ui.wording import Wording

READER = Request(username="ida")
ASKED = "When did Solhaug and Tammsalu talk in Tallinn?"


@pytest.fixture
def kept(archive: Archive, tmp_path: Path) -> Iterator[Conversations]:
    with open_conversations(archive.folder, tmp_path / "kept.sqlite3") as kept:
        yield kept


def test_blank_question_is_not_put(archive: Archive, kept: Conversations) -> None:
    desk = Desk(Holder(archive, kept))
    assert desk.answer("  \n ", "", READER) == (gr.skip(),) * 4
    assert kept.list("ida") == []


def test_fault_of_the_package_is_a_sentence(archive: Archive, kept: Conversations) -> None:
    held = Desk(Holder(archive, kept)).exchange(" ", ())
    assert held.fault == "the question is empty; ask what the archive should be asked"
    assert held.fault in show_conversation((held,), "abc")


def reword(answer: Answer, words: str, note: str | None = None) -> Answer:
    """An answer as a language model has put its first sentence."""
    first, *others = answer.statements
    told = Phrasing(model="parrot", worded=1, note=note)
    first = first.model_copy(update={"text": words, "composed": first.composed or first.text})
    said = (first, *others)
    changed = {"text": retold(answer, said), "statements": said, "phrasing": told}
    return answer.model_copy(update=changed)


def squawk(answer: Answer, task: Task) -> Iterator[Answer]:
    """Words that come in two pieces."""
    yield reword(answer, "They sat <b>together")
    yield reword(answer, "They sat <b>together</b> in Tallinn.")


def test_words_replace_the_composed_answer_and_are_kept(
    archive: Archive, kept: Conversations
) -> None:
    desk = Desk(Holder(archive, kept, wording=Wording(squawk)))
    talk, composed, *_ = desk.answer(ASKED, "", READER)
    (before,) = kept.read("ida", talk)
    assert before.answer and before.answer.phrasing is None and "class='stop'" not in composed
    pages = list(desk.word(talk, READER))
    assert len(pages) == 4
    assert all("class='stop'" in page for page in pages[:3]) and "class='stop'" not in pages[3]
    assert before.answer.statements[0].text in pages[0]
    assert "They sat &lt;b&gt;together&nbsp;" in pages[1]
    assert "Worded by the language model parrot; each of its sentences was checked" in pages[3]
    assert f"<li dir='auto'>{before.answer.statements[0].text}</li>" in pages[3]
    (after,) = kept.read("ida", talk)
    assert (
        after.answer and after.answer.statements[0].text == "They sat <b>together</b> in Tallinn."
    )
    assert list(desk.word(talk, READER)) == [gr.skip()]  # nothing is worded twice


def test_stop_ends_the_model_and_keeps_what_came(archive: Archive, kept: Conversations) -> None:
    ended = threading.Event()

    def drone(answer: Answer, task: Task) -> Iterator[Answer]:
        while task.left():
            yield reword(answer, "They sat on and on.", note="it was stopped")
            try:
                task.check()
            except ModelFault:
                return ended.set()

    wording = Wording(drone)
    desk = Desk(Holder(archive, kept, wording=wording))
    talk, *_ = desk.answer(ASKED, "", READER)
    pages = desk.word(talk, READER)
    assert [next(pages) for _ in range(3)]
    wording.stop("somebody else", talk)
    assert next(pages) and not ended.is_set()
    wording.stop("ida", talk)
    *_, last = pages
    assert ended.is_set() and "Of the model: it was stopped." in last


def test_stop_works_as_soon_as_it_is_shown(archive: Archive, kept: Conversations) -> None:
    said: list[int] = []

    def drone(answer: Answer, task: Task) -> Iterator[Answer]:
        while task.left():
            try:
                task.check()
            except ModelFault as fault:
                yield reword(answer, answer.statements[0].text, note=str(fault))
                return
            said.append(1)
            yield reword(answer, "They sat on and on.")

    desk = Desk(Holder(archive, kept, wording=Wording(drone, seconds=5)))
    talk, *_ = desk.answer(ASKED, "", READER)
    pages = desk.word(talk, READER)
    assert "class='stop'" in next(pages)
    desk.leave(talk, READER)  # the model was not asked yet
    *_, last = pages
    assert said == [] and "Of the model: it was stopped." in last


def test_page_that_is_left_stops_the_model(archive: Archive, kept: Conversations) -> None:
    tasks: list[Task] = []

    def drone(answer: Answer, task: Task) -> Iterator[Answer]:
        tasks.append(task)
        while True:
            yield reword(answer, "They sat on and on.")

    desk = Desk(Holder(archive, kept, wording=Wording(drone)))
    talk, *_ = desk.answer(ASKED, "", READER)
    pages = desk.word(talk, READER)
    assert next(pages) and next(pages)
    pages.close()
    with pytest.raises(ModelFault, match="it was stopped"):
        tasks[0].check()
    (exchange,) = kept.read("ida", talk)
    assert exchange.answer and exchange.answer.phrasing is None
