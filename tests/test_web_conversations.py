"""Conversations as a reader keeps them: found again, named, deleted, judged, taken along."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from browser import CHROMIUM, ask, watch
from playwright.sync_api import Browser, BrowserContext, Page, expect
from web_stories import POSTPONED, QUARK, UNKNOWN

EXPORTED = (
    ("Markdown", "## "),
    ("HTML", "<!doctype"),
    ("JSON", "{"),
    ("BibTeX", "@article{meridian2019baltic,"),
    ("CSL-JSON", "["),
)
pytestmark = [
    pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium on this machine"),
    # Gradio leaves the socket open with which it tried the port.
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]


def reload(page: Page) -> None:
    page.reload()
    expect(page.locator("#chat .beginning, #chat .talk")).to_be_visible(timeout=30_000)


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


def test_asked_in_a_row_while_the_page_opens(browser: Browser, address: str) -> None:
    """Questions put before the page has loaded, and before the first is answered, lose nothing."""
    page = browser.new_page()
    page.goto(address, wait_until="commit")
    box = page.locator("#question textarea")
    for question in (POSTPONED, UNKNOWN, QUARK):
        box.fill(question, timeout=30_000)
        box.press("Enter")
        expect(box).to_have_value("", timeout=30_000)  # nobody types while it is emptied
    expect(page.locator("#chat .answer")).to_have_count(3, timeout=60_000)
    expect(page.locator("#chat .said")).to_have_text([POSTPONED, UNKNOWN, QUARK])
    expect(page.locator("#talks label")).to_have_count(1)
    page.close()
