"""The app as a reader has it: a real server, a real Chromium, a hostile article in the archive."""

from __future__ import annotations

import gc
import json
import re
import shutil
import socket
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from index.errors import UsageError
from qa import Archive
from ui import web

CHROMIUMS = ("chromium", "chromium-browser", "google-chrome")
CHROMIUM = next(filter(None, map(shutil.which, CHROMIUMS)), None)
QUIET = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip
ARTICLES = Path(__file__).parents[1] / "eval" / "articles"
POSTPONED = "Why was the Gdańsk summit postponed?"
UNKNOWN = "What did Sherzod Yuldoshev say?"

LIVE = (
    "<script>window.ran=1</script><img src=http://evil.example/a.png onerror=window.ran=1>"
    "[here](javascript:window.ran=1) **bold** $$x^2$$ ${window.ran=1} {{value}}"
)
HOSTILE = {
    "id": "hostile",
    "title": f"Zebulon Quark in Port Alder {LIVE}",
    "source": f"Evil Gazette {LIVE}",
    "url": "javascript:window.ran=1",
    "published": "2024-03-11",
    "text": f"Zebulon Quark met Anna Stone in Port Alder over the herring quota, as {LIVE} says.",
}
QUARK = "Whom did Zebulon Quark meet in Port Alder over the herring quota?"

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium on this machine")


@pytest.fixture(scope="module")
def small_archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    """The Baltic stories and the hostile article."""
    folder = tmp_path_factory.mktemp("web")
    hostile = folder / "hostile.json"
    hostile.write_text(json.dumps(HOSTILE))
    with Archive.build(
        [ARTICLES / "a-saved-stories.jsonl", hostile], folder / "archive"
    ) as archive:
        yield archive


@pytest.fixture(scope="module")
def address(small_archive: Archive) -> Iterator[str]:
    """Where the app is served."""
    app = web.launch(small_archive, port=find_free_port())
    yield str(app.local_url)
    app.close()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(QUIET))
        yield browser
        browser.close()


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """A fresh session; it must ask nothing of any other host, and no script may fail."""
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    hosts: set[str] = set()
    faults: list[str] = []
    page.on("request", lambda request: hosts.add(urlsplit(request.url).hostname or ""))
    page.on("pageerror", lambda fault: faults.append(str(fault)))
    page.goto(address)
    yield page
    page.close()
    assert hosts - {""} == {"127.0.0.1"}  # "" is data: and blob:
    assert faults == []


def find_free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
    return port


def ask(page: Page, question: str) -> None:
    """Puts a question and waits for what comes of it."""
    answers = page.locator("#chat .answer")
    before = answers.count()
    page.locator("#question textarea").fill(question)
    page.locator("#question textarea").press("Enter")
    expect(answers).to_have_count(before + 1, timeout=30_000)


def test_answer_marker_and_highlighted_sentence(page: Page) -> None:
    ask(page, POSTPONED)
    answer = page.locator("#chat .answer")
    expect(answer.locator(".badge")).to_have_text("answered")
    answer.get_by_text("[1]").click()
    chosen = page.locator("#evidence .citation.chosen")
    expect(chosen).to_be_in_viewport()
    quote = chosen.locator("blockquote mark").inner_text()
    assert "instead of next Thursday" in quote
    assert quote in answer.inner_text()
    expect(chosen.locator(".origin")).to_contain_text("Meridian Press · 6 September 2019")
    chosen.get_by_text("The whole article").click()
    expect(chosen.locator(".whole mark")).to_be_in_viewport()


def test_archive_declines_with_the_nearest(page: Page) -> None:
    ask(page, UNKNOWN)
    answer = page.locator("#chat .answer")
    expect(answer.locator(".badge")).to_have_text("not in the archive")
    expect(answer.locator(".lead")).to_contain_text("no article names Sherzod Yuldoshev")


def test_marker_of_an_older_answer_brings_its_evidence(page: Page) -> None:
    ask(page, POSTPONED)
    ask(page, QUARK)
    expect(page.locator("#citation-0-1")).to_have_count(0)
    page.locator("#chat .answer").first.get_by_text("[1]").click()
    expect(page.locator("#citation-0-1.chosen")).to_be_in_viewport()
    expect(page.locator("#evidence")).to_contain_text(f"For: {POSTPONED}")


def test_example_is_asked(page: Page) -> None:
    page.get_by_text(web.EXAMPLES[0]).click()
    expect(page.locator("#chat .answer .badge")).to_have_text("answered", timeout=30_000)


def test_history_stays_in_its_session(page: Page, browser: Browser, address: str) -> None:
    ask(page, POSTPONED)
    other = browser.new_page()
    other.goto(address)
    expect(other.locator("#question textarea")).to_be_visible(timeout=30_000)
    assert other.locator("#chat .said").count() == 0
    other.close()


def test_cleared_conversation_starts_anew(page: Page) -> None:
    ask(page, POSTPONED)
    page.get_by_label("Clear").click()
    expect(page.locator("#evidence .citation")).to_have_count(0)
    ask(page, UNKNOWN)
    expect(page.locator("#chat .said")).to_have_count(1)


def test_blank_question_is_not_put(small_archive: Archive) -> None:
    assert list(web.answer_question(small_archive, "  ", ())) == []


def test_what_is_typed_while_waiting_stays(page: Page) -> None:
    box = page.locator("#question textarea")
    box.fill(POSTPONED)
    box.press("Enter")
    expect(box).to_have_value("")
    box.fill("And then?")
    expect(page.locator("#chat .answer")).to_have_count(1, timeout=30_000)
    expect(box).to_have_value("And then?")


def test_fault_of_the_package_is_a_sentence(small_archive: Archive) -> None:
    held = web.exchange(small_archive, " ", ())
    assert held.fault == "the question is empty; ask what the archive should be asked"
    assert held.fault in web.show_exchange(held, turn=0)[-1]["content"].value
    assert web.tell_history((held,)) == []


def test_answer_outlives_its_article(small_archive: Archive) -> None:
    held = web.exchange(small_archive, POSTPONED, ())
    assert held.answer is not None
    gone = held.answer.citations[0].article.model_copy(update={"id": "gone"})
    citation = held.answer.citations[0].model_copy(update={"article": gone})
    answer = held.answer.model_copy(update={"citations": (citation,)})
    assert web.read_texts(small_archive, answer) == {}


# Gradio leaves the socket open with which it tried the port.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_port_that_is_taken_is_said(small_archive: Archive) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        with pytest.raises(UsageError, match="cannot be used; name another with --port"):
            web.launch(small_archive, port=taken.getsockname()[1])
    gc.collect()  # that socket, here and not in the test after


def test_hostile_article_and_question_are_text(page: Page) -> None:
    ask(page, f"{QUARK} {LIVE}")
    ask(page, QUARK)
    for place in ("#chat .said >> nth=0", "#chat .answer >> nth=1", "#evidence blockquote >> nth=0",
                  "#evidence h3 >> nth=0", "#evidence .origin >> nth=0"):  # fmt: skip
        expect(page.locator(place)).to_contain_text(LIVE)
    assert page.evaluate("window.ran") is None
    live = page.locator("#chat, #evidence").locator("img, script, strong, .katex, a:not(.marker)")
    expect(live).to_have_count(0)


@pytest.mark.parametrize("width", [1440, 390])
def test_page_is_as_wide_as_its_window(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    ask(page, POSTPONED)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    expect(page.locator("#question textarea")).to_be_in_viewport()


def test_markup_of_the_page_names_no_other_host(page: Page) -> None:
    fetched = page.locator("link[href^=http], script[src^=http], img[src^=http]")
    hosts = {urlsplit(tag.get_attribute("href") or tag.get_attribute("src") or "").hostname
             for tag in fetched.all()}  # fmt: skip
    assert hosts <= {"127.0.0.1"}
    assert not re.search(r"@import|fonts\.g", page.content())
