"""Words of a language model on the page: they replace the composed answer, and Stop stops them."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator

import pytest
from browser import CHROMIUM, serve
from playwright.sync_api import Page, expect
from web_stories import POSTPONED, UNKNOWN

from index.model_task import ModelFault, Task
from qa import Answer, Archive
from qa.answers import Phrasing
from qa.telling.phrase import retold
from ui.wording import Wording

pytestmark = [
    pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium on this machine"),
    # Gradio leaves the socket open with which it tried the port.
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]


class Talker:
    """Says "And so on." once more at its pace until it is stopped or told to end."""

    def __init__(self) -> None:
        self.end = threading.Event()
        self.ended = threading.Event()
        self.said = 0
        self.pace = 0.1  # seconds

    def talk(self, answer: Answer, task: Task) -> Iterator[Answer]:
        """The answer with ever more words in its first sentence."""
        self.end.clear()
        self.ended.clear()
        note = None
        try:
            while not self.end.is_set() and note is None:
                self.said += 1
                yield self._say(answer, None)
                time.sleep(self.pace)
                try:
                    task.check()
                except ModelFault as fault:
                    note = str(fault)
        finally:  # what Gradio cancels is closed, and so is the model's stream
            self.ended.set()
        yield self._say(answer, note)

    def _say(self, answer: Answer, note: str | None) -> Answer:
        told = Phrasing(model="talker", worded=1, note=note)
        if not answer.statements:
            return answer.model_copy(update={"phrasing": told})
        words = f"{answer.statements[0].text}{' And so on.' * self.said}"
        first = answer.statements[0].model_copy(
            update={"text": words, "composed": answer.statements[0].text}
        )
        said = (first, *answer.statements[1:])
        changed = {"text": retold(answer, said), "statements": said, "phrasing": told}
        return answer.model_copy(update=changed)


@pytest.fixture(scope="module")
def talker() -> Talker:
    return Talker()


@pytest.fixture(scope="module")
def address(
    small_archive: Archive, talker: Talker, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("kept")
    with serve(small_archive, folder, Wording(talker.talk)) as app:
        yield str(app.local_url)


def begin(page: Page, question: str) -> None:
    expect(page.locator("#chat .beginning, #chat .talk")).to_be_visible(timeout=30_000)
    page.locator("#question textarea").fill(question)
    page.locator("#question textarea").press("Enter")
    expect(page.locator("button.stop")).to_be_visible(timeout=30_000)


def test_composed_answer_is_there_at_once_and_words_replace_it(page: Page, talker: Talker) -> None:
    begin(page, POSTPONED)
    answer = page.locator("#chat .answer")
    expect(answer.locator(".badge")).to_have_text("answered")
    expect(answer).to_contain_text("And so on. And so on.")
    expect(answer.locator(".wording")).to_contain_text("A language model is putting this into")
    talker.end.set()
    expect(page.locator("button.stop")).to_have_count(0)
    expect(answer.locator(".wording")).to_contain_text("Worded by the language model talker")
    page.get_by_text("As composed", exact=True).click()
    composed = page.locator(".composed li").inner_text()
    assert composed and "And so on." not in composed
    said = answer.inner_text()
    page.reload()
    expect(answer.locator(".wording")).to_contain_text("Worded by the language model talker")
    assert answer.inner_text().splitlines()[0] == said.splitlines()[0]


def test_stop_stops_the_model(page: Page, talker: Talker) -> None:
    begin(page, POSTPONED)
    page.get_by_role("button", name="Stop").click()
    assert talker.ended.wait(5)
    expect(page.locator("#chat .wording")).to_contain_text("Of the model: it was stopped.")
    said = talker.said
    time.sleep(0.4)
    assert talker.said == said


@pytest.mark.xfail(
    reason="in some whole runs the second Stop never comes (twice of five); never alone, nor with "
    "five busy loops beside it; why is open",
    strict=False,
)
def test_asking_on_and_leaving_stop_the_model(page: Page, talker: Talker) -> None:
    begin(page, POSTPONED)
    page.locator("#question textarea").fill(UNKNOWN)
    page.locator("#question textarea").press("Enter")
    expect(page.locator("#chat .answer")).to_have_count(2)
    expect(page.locator("#chat .said").last).to_have_text(UNKNOWN)
    expect(page.locator("button.stop")).to_have_count(1)  # of the second answer
    page.get_by_role("button", name="New conversation").click()
    expect(page.locator("#chat .beginning")).to_be_visible()
    assert talker.ended.wait(5)
    time.sleep(0.4)
    expect(page.locator("#chat .beginning")).to_be_visible()


def test_a_model_slow_to_stop_does_not_keep_the_next_answer_from_its_words(
    page: Page, talker: Talker
) -> None:
    talker.pace = 1.5  # longer than an answer takes to compose
    try:
        begin(page, POSTPONED)
        page.locator("#question textarea").fill(UNKNOWN)
        page.locator("#question textarea").press("Enter")
        expect(page.locator("#chat .said").last).to_have_text(UNKNOWN)
        expect(page.locator("#chat .answer").last.locator(".stop")).to_be_visible()
    finally:
        talker.pace = 0.1
        talker.end.set()


def test_pieces_take_neither_the_place_nor_the_focus(page: Page, talker: Talker) -> None:
    page.set_viewport_size({"width": 390, "height": 500})
    begin(page, POSTPONED)
    page.get_by_role("button", name="Stop").focus()
    page.locator("#chat").evaluate("(chat) => (chat.scrollTop += 60)")
    place = page.locator("#chat").evaluate("(chat) => chat.scrollTop")
    said = talker.said
    page.wait_for_timeout(600)
    assert talker.said > said + 2
    # A browser keeps what is read where it is, further down as the answer grows above it.
    assert page.locator("#chat").evaluate("(chat) => chat.scrollTop") >= place
    expect(page.get_by_role("button", name="Stop")).to_be_focused()
    page.keyboard.press("Enter")
    assert talker.ended.wait(5)
