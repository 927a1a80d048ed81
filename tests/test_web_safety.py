"""What the app must not do: run what stands in an article, fetch from elsewhere, hide a fault."""

from __future__ import annotations

import re
import socket
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from browser import CHROMIUM, ask, let_go
from playwright.sync_api import Browser, Page, expect
from web_stories import LIVE, QUARK

from index.errors import UsageError
from qa import Archive
from ui import web
from ui.conversations import Conversations

pytestmark = [
    pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium on this machine"),
    # Gradio leaves the socket open with which it tried the port.
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]


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


def test_port_that_is_taken_is_said(small_archive: Archive, tmp_path: Path) -> None:
    kept = Conversations(small_archive.folder, tmp_path / "kept.sqlite3")
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        with pytest.raises(UsageError, match="cannot be used; name another with --port"):
            web.launch(small_archive, web.Served(port=taken.getsockname()[1]), kept)
    let_go()  # of that socket
