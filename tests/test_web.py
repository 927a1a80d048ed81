"""The app as a reader has it: a real server, a real Chromium, a hostile article in the archive."""

from __future__ import annotations

import gc
import json
import re
import socket
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import gradio as gr
import pytest
from browser import ARTICLES, CHROMIUM, ask, find_free_port, open_browser, watch
from gradio import Request
from playwright.sync_api import Browser, BrowserContext, Page, expect

from index.errors import UsageError
from qa import Archive
from ui import web
from ui.conversations import Conversations
from ui.holder import Holder
from ui.page_ask import Desk
from ui.show import show_conversation

POSTPONED = "Why was the Gdańsk summit postponed?"
UNKNOWN = "What did Sherzod Yuldoshev say?"
EXPORTED = (
    ("Markdown", "## "),
    ("HTML", "<!doctype"),
    ("JSON", "{"),
    ("BibTeX", "@article{meridian2019baltic,"),
    ("CSL-JSON", "["),
)

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
def kept(small_archive: Archive, tmp_path_factory: pytest.TempPathFactory) -> Conversations:
    """Where the app keeps conversations."""
    file = tmp_path_factory.mktemp("kept") / "conversations.sqlite3"
    return Conversations(small_archive.folder, file)


@pytest.fixture(scope="module")
def address(small_archive: Archive, kept: Conversations) -> Iterator[str]:
    """Where the app is served."""
    app = web.launch(small_archive, web.Served(port=find_free_port()), kept)
    yield str(app.local_url)
    app.close()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with open_browser() as browser:
        yield browser


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A reader of one's own: its cookies, its storage."""
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext, address: str) -> Iterator[Page]:
    with watch(context, address) as page:
        yield page


def reload(page: Page) -> None:
    page.reload()
    expect(page.locator("#chat .beginning, #chat .talk")).to_be_visible(timeout=30_000)


def test_citation_opens_the_article_at_its_sentence(page: Page) -> None:
    ask(page, POSTPONED)
    answer = page.locator("#chat .answer")
    expect(answer.locator(".badge")).to_have_text("answered")
    answer.get_by_text("[1]").click()
    passage = page.locator("#sheet #passage")
    expect(passage).to_be_in_viewport()
    quote = passage.inner_text()
    assert "instead of next Thursday" in quote
    assert quote in answer.inner_text()
    expect(page.locator("#sheet .origin")).to_contain_text("Meridian Press · 6 September 2019")
    expect(page.locator("#sheet .known")).to_contain_text("the article's metadata says 2019-09-06")
    expect(page.locator("#sheet h2")).to_be_focused()
    to = page.locator("#sheet .origin a").get_attribute("href") or ""
    assert re.match(r"https?://.*#:~:text=.*It%20will%20be%20held%20in,", to)


def test_first_citation_is_beside_the_answer_at_once(page: Page) -> None:
    ask(page, POSTPONED)
    expect(page.locator("#sheet #passage")).to_contain_text("instead of next Thursday")
    expect(page.locator("#question textarea")).to_be_focused()


def test_archive_declines_with_the_nearest(page: Page) -> None:
    ask(page, UNKNOWN)
    answer = page.locator("#chat .answer")
    expect(answer.locator(".badge")).to_have_text("not in the archive")
    expect(answer.locator(".lead")).to_contain_text("no article names Sherzod Yuldoshev")


def test_marker_of_an_older_answer_opens_its_article(page: Page) -> None:
    ask(page, POSTPONED)
    ask(page, QUARK)
    expect(page.locator("#sheet h2")).to_contain_text("Zebulon Quark")
    page.locator("#chat .answer").first.get_by_text("[1]").click()
    expect(page.locator("#sheet h2")).to_have_text("Baltic cable summit postponed a second time")
    expect(page.locator("#chat .answer").first.get_by_text("[1]")).to_have_class(
        re.compile("chosen")
    )


def test_example_is_drawn_from_the_archive_and_answered(page: Page) -> None:
    example = page.locator("button.example").first
    expect(example).to_be_visible(timeout=30_000)
    question = example.inner_text()
    example.click()
    expect(page.locator("#chat .answer .badge")).to_have_text("answered", timeout=30_000)
    expect(page.locator("#chat .said")).to_have_text(question)


def test_conversation_survives_a_reload(page: Page) -> None:
    ask(page, POSTPONED)
    ask(page, UNKNOWN)
    said = page.locator("#chat .talk").inner_text()
    reload(page)
    expect(page.locator("#chat .answer")).to_have_count(2)
    assert page.locator("#chat .talk").inner_text() == said
    ask(page, QUARK)
    expect(page.locator("#talks label")).to_have_count(1)


def test_conversation_is_named_found_and_deleted(page: Page) -> None:
    ask(page, POSTPONED)
    page.locator("#name input, #name textarea").fill("Cables <b>and</b> knees")
    page.locator("#name input, #name textarea").press("Enter")
    expect(page.locator("#talks label")).to_have_text("Cables <b>and</b> knees")
    page.get_by_role("button", name="New conversation").click()
    expect(page.locator("#chat .beginning")).to_be_visible()
    ask(page, UNKNOWN)
    expect(page.locator("#talks label")).to_have_count(2)
    page.get_by_label("Search conversations").fill("knee operation")  # stands in an answer
    expect(page.locator("#talks label")).to_have_count(1)
    page.locator("#talks label").click()
    expect(page.locator("#chat .said")).to_have_text(POSTPONED)
    page.on("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="Delete").click()
    expect(page.locator("#chat .beginning")).to_be_visible()
    page.get_by_label("Search conversations").fill("")
    expect(page.locator("#talks label")).to_have_text(UNKNOWN)


def test_readers_do_not_see_each_other(page: Page, browser: Browser, address: str) -> None:
    ask(page, POSTPONED)
    talk = page.locator("#chat .talk").get_attribute("data-talk")
    stranger = browser.new_context()
    with watch(stranger, address) as other:
        expect(other.locator("#chat .beginning")).to_be_visible(timeout=30_000)
        assert other.locator("#talks label").count() == 0
        other.evaluate("talk => sessionStorage.setItem('dateline-talk', talk)", talk)
        reload(other)
        assert other.locator("#chat .said").count() == 0
        for path in (f"citation/{talk}/0/1", f"answer/{talk}/0.md"):
            refused = stranger.request.get(f"{address}dateline/{path}")
            assert refused.status == 404 and "no such conversation" in refused.text()
    stranger.close()


def test_verdict_is_kept_and_exported(page: Page, address: str) -> None:
    ask(page, POSTPONED)
    page.get_by_text("Right or wrong?").click()
    page.get_by_role("radio", name="right").check()
    page.locator(".judge textarea[name=comment]").fill("Seen in print <b>too</b>.")
    page.get_by_role("button", name="Keep").click()
    expect(page.locator(".tools .kept")).to_have_text("Kept: right.")
    reload(page)
    expect(page.locator(".tools .kept")).to_have_text("Kept: right.")
    expect(page.locator(".judge textarea[name=comment]")).to_have_value("Seen in print <b>too</b>.")
    lines = page.context.request.get(f"{address}dateline/feedback.jsonl").text().splitlines()
    (question,) = map(json.loads, lines)
    assert question["question"] == POSTPONED and question["answer"] == "Seen in print <b>too</b>."


def test_answer_is_copied_and_exported(page: Page, context: BrowserContext) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    ask(page, POSTPONED)
    page.get_by_role("button", name="Copy").click()
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    assert f"## {POSTPONED}" in page.evaluate("navigator.clipboard.readText()")
    page.get_by_text("Export", exact=True).click()
    for name, begins in EXPORTED:
        with page.expect_download() as download:
            page.get_by_role("link", name=name, exact=True).click()
        assert Path(download.value.path()).read_text(encoding="utf-8").startswith(begins)
        page.get_by_text("Export", exact=True).click()


def test_what_is_typed_while_waiting_stays(page: Page) -> None:
    box = page.locator("#question textarea")
    expect(page.locator("#chat .beginning")).to_be_visible(timeout=30_000)
    box.fill(POSTPONED)
    box.press("Enter")
    expect(box).to_have_value("")
    box.fill("And then?")
    expect(page.locator("#chat .answer")).to_have_count(1, timeout=30_000)
    expect(box).to_have_value("And then?")


def test_blank_question_is_not_put(small_archive: Archive, kept: Conversations) -> None:
    desk = Desk(Holder(small_archive, kept))
    nothing = Request(username="blank")
    assert list(desk.answer("  \n ", "", nothing)) == [(gr.skip(),) * 5]
    assert kept.list("blank") == []


def test_fault_of_the_package_is_a_sentence(small_archive: Archive, kept: Conversations) -> None:
    held = Desk(Holder(small_archive, kept)).exchange(" ", ())
    assert held.fault == "the question is empty; ask what the archive should be asked"
    assert held.fault in show_conversation((held,), "abc")


# Gradio leaves the socket open with which it tried the port.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_port_that_is_taken_is_said(small_archive: Archive, kept: Conversations) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        with pytest.raises(UsageError, match="cannot be used; name another with --port"):
            web.launch(small_archive, web.Served(port=taken.getsockname()[1]), kept)
    gc.collect()  # that socket, here and not in the test after


def test_hostile_article_and_question_are_text(page: Page) -> None:
    ask(page, f"{QUARK} {LIVE}")
    ask(page, QUARK)
    page.locator("#chat .answer >> nth=1").get_by_text("[1]").first.click()
    for place in ("#chat .said >> nth=0", "#chat .answer >> nth=1", "#sheet .text",
                  "#sheet h2", "#sheet .origin"):  # fmt: skip
        expect(page.locator(place)).to_contain_text(LIVE)
    page.locator("#name input, #name textarea").fill(LIVE[:70])
    page.locator("#name input, #name textarea").press("Enter")
    expect(page.locator("#talks label")).to_contain_text(LIVE[:70])
    assert page.evaluate("window.ran") is None
    live = page.locator("#chat, #sheet, #talks").locator(
        "img, script, strong, .katex, a[href*=script], a[href*=evil]"
    )
    expect(live).to_have_count(0)


@pytest.mark.parametrize("width", [1440, 1000, 390])
def test_page_is_as_wide_and_high_as_its_window(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    ask(page, POSTPONED)
    size = page.evaluate("[document.documentElement.scrollWidth, document.body.scrollHeight]")
    assert size[0] <= width and size[1] <= 844
    expect(page.locator("#question textarea")).to_be_in_viewport()


def test_on_a_phone_the_article_is_a_sheet_with_a_way_back(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    ask(page, POSTPONED)
    expect(page.locator("#sheet")).to_be_hidden()
    marker = page.locator("#chat .answer").get_by_text("[1]")
    for leave in (
        lambda: page.get_by_role("button", name="Back").click(),
        lambda: page.keyboard.press("Escape"),
        lambda: page.go_back(),
    ):
        marker.click()
        expect(page.get_by_role("dialog", name="Article")).to_be_visible()
        expect(page.locator("#passage")).to_be_in_viewport()
        leave()
        expect(page.locator("#sheet")).to_be_hidden()
        expect(marker).to_be_focused()


def test_conversations_are_a_sheet_on_a_phone(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    ask(page, POSTPONED)
    expect(page.locator("#rail")).to_be_hidden()
    page.get_by_role("button", name="Conversations", exact=True).click()
    expect(page.locator("#talks label")).to_have_text(POSTPONED)
    page.get_by_role("button", name="New conversation").click()
    expect(page.locator("#rail")).to_be_hidden()
    expect(page.locator("#chat .beginning")).to_be_visible()


def test_keyboard_is_enough(page: Page) -> None:
    ask(page, POSTPONED)
    page.locator("#chat .answer a.marker").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#sheet h2")).to_be_focused()
    page.keyboard.press("/")
    expect(page.locator("#question textarea")).to_be_focused()
    page.get_by_text("Export", exact=True).focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("link", name="BibTeX")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("link", name="BibTeX")).to_be_hidden()
    expect(page.get_by_text("Export", exact=True)).to_be_focused()


def test_everything_to_press_has_a_name(page: Page) -> None:
    ask(page, POSTPONED)
    nameless = page.evaluate("""() => [...document.querySelectorAll(
        "button, a[href], input, select, textarea")].filter((one) => one.offsetParent
        && !one.getAttribute("aria-label") && !one.textContent.trim()
        && ![...(one.labels || [])].some((label) => label.textContent.trim()))
        .map((one) => one.outerHTML)""")
    assert nameless == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_contrast_is_aa(browser: Browser, address: str, scheme: str) -> None:
    """Every text at 4.5 : 1 or more (WCAG 2.2, 1.4.3), in the system's scheme."""
    context = browser.new_context(viewport={"width": 1440, "height": 900}, color_scheme=scheme)
    with watch(context, address) as page:
        ask(page, POSTPONED)
        expect(page.locator("#passage")).to_be_visible()
        faint = page.evaluate(CONTRAST)
        dark = page.evaluate("document.body.classList.contains('dark')")
    context.close()
    assert dark == (scheme == "dark")
    assert faint == []


# Relative luminance and contrast as WCAG 2.2 defines them; the ground is the nearest opaque one.
CONTRAST = """() => {
  const read = (text) => (text.match(/[\\d.]+/g) || []).map(Number);
  const light = ([r, g, b]) => [r, g, b].map((v) => v / 255)
    .map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4))
    .reduce((sum, v, at) => sum + v * [0.2126, 0.7152, 0.0722][at], 0);
  const ground = (one) => {
    for (let at = one; at; at = at.parentElement) {
      const colour = read(getComputedStyle(at).backgroundColor);
      if (colour.length === 3 || colour[3] === 1) return colour;
    }
    return [255, 255, 255];
  };
  const faint = [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const one = texts.currentNode.parentElement;
    const box = one.getBoundingClientRect();
    if (!texts.currentNode.data.trim() || !one.offsetParent || box.width < 2) continue;
    if (getComputedStyle(one).visibility === "hidden") continue;
    if (one.closest("script, style, [aria-hidden=true]")) continue;
    const lights = [light(read(getComputedStyle(one).color)), light(ground(one))];
    const ratio = (Math.max(...lights) + 0.05) / (Math.min(...lights) + 0.05);
    if (ratio < 4.5) faint.push(`${ratio.toFixed(2)} ${texts.currentNode.data.trim()}`);
  }
  return faint;
}"""


def test_answer_moves_nothing_that_stands(page: Page) -> None:
    """The question box, the list and the article's place stay where they are (layout shift)."""
    expect(page.locator("#chat .beginning")).to_be_visible(timeout=30_000)
    places = ("#question", "#new", "#sheet", "#chat")
    before = [page.locator(place).bounding_box() for place in places]
    ask(page, POSTPONED)
    expect(page.locator("#passage")).to_be_visible()
    assert [page.locator(place).bounding_box() for place in places] == before


def test_markup_of_the_page_names_no_other_host(page: Page) -> None:
    fetched = page.locator("link[href^=http], script[src^=http], img[src^=http]")
    hosts = {urlsplit(tag.get_attribute("href") or tag.get_attribute("src") or "").hostname
             for tag in fetched.all()}  # fmt: skip
    assert hosts <= {"127.0.0.1"}
    assert not re.search(r"@import|fonts\.g", page.content())


def test_browser_is_told_to_load_nothing_from_outside(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(address)
    policy = page.context.request.get(address).headers["content-security-policy"]
    assert policy.startswith("default-src 'self'") and "http" not in policy
    blocked = page.evaluate("""() => new Promise((done) => {
        document.addEventListener("securitypolicyviolation", (one) => done(one.blockedURI));
        document.body.append(Object.assign(new Image(), { src: "http://evil.example/b.png" }));
    })""")
    page.close()
    assert blocked == "http://evil.example/b.png"
