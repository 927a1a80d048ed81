"""Asking as a reader does it: the answer, its citations, the article beside it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from browser import CHROMIUM, ask, serve, watch
from playwright.sync_api import Browser, Page, Route, expect
from web_stories import POSTPONED, QUARK, UNKNOWN

from qa import Archive

pytestmark = [
    pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium on this machine"),
    # Gradio leaves the socket open with which it tried the port.
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]


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


def test_what_is_typed_while_waiting_stays(page: Page) -> None:
    box = page.locator("#question textarea")
    expect(page.locator("#chat .beginning")).to_be_visible(timeout=30_000)
    box.fill(POSTPONED)
    box.press("Enter")
    expect(box).to_have_value("")
    box.fill("And then?")
    expect(page.locator("#chat .answer")).to_have_count(1, timeout=30_000)
    expect(box).to_have_value("And then?")


def test_question_stands_there_before_its_answer(page: Page) -> None:
    ask(page, POSTPONED)
    held: list[Route] = []
    page.route("**/run/predict*", lambda route: held.append(route))
    page.locator("#question textarea").fill("<b>Who</b> was there?")
    page.locator("#question textarea").press("Enter")
    expect(page.locator("#chat .said").last).to_have_text("<b>Who</b> was there?")
    expect(page.locator("#chat .waiting")).to_have_text("Looking through the archive …")
    expect(page.locator("#chat .said").last).to_be_in_viewport()
    expect(page.locator("#chat .answer")).to_have_count(1)
    held[0].continue_()
    expect(page.locator("#chat .answer")).to_have_count(2)
    expect(page.locator("#chat .waiting")).to_have_count(0)


def test_refusals_are_sentences_and_lose_no_question(
    small_archive: Archive, browser: Browser, tmp_path: Path
) -> None:
    context = browser.new_context()
    box = "#question textarea"
    with serve(small_archive, tmp_path, requests=4) as app, watch(context, app.local_url) as page:
        ask(page, POSTPONED)
        for _ in range(3):
            page.locator(box).fill(UNKNOWN)
            page.locator(box).press("Enter")
            page.wait_for_timeout(300)
        told = page.locator("#chat [role=alert]").last
        expect(told).to_have_text(re.compile(r"^Too many requests within a minute; wait \d+ sec"))
        expect(page.locator(box)).to_have_value(UNKNOWN)
        app.close()
        page.locator(box).press("Enter")
        gone = page.locator("#chat [role=alert]").last
        expect(gone).to_have_text("Nothing came back; is the app still running?")
        expect(page.locator(box)).to_have_value(UNKNOWN)
    context.close()
