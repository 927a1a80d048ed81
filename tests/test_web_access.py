"""The app for everyone: by keyboard, with a screen reader, in the dark, on a phone."""

from __future__ import annotations

import re
import time
from typing import Literal

import pytest
from browser import CHROMIUM, ask, open_tab, watch
from playwright.sync_api import Browser, Page, Route, ViewportSize, expect
from web_stories import POSTPONED

Scheme = Literal["light", "dark"]

pytestmark = [
    pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium on this machine"),
    # Gradio leaves the socket open with which it tried the port.
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]


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


def show_answer(page: Page) -> None:
    ask(page, POSTPONED)
    expect(page.locator("#passage")).to_be_visible()


def show_export(page: Page) -> None:
    page.get_by_text("Export", exact=True).click()


def show_judging(page: Page) -> None:
    page.get_by_text("Right or wrong?").click()
    page.get_by_role("radio", name="wrong").check()


def show_reports(page: Page) -> None:
    open_tab(page, "Meetings")
    page.locator("tr.row").filter(has_text="reports differ").locator("button.unfolds").click()
    expect(page.locator("table.sides")).to_be_visible()


def show_timeline(page: Page) -> None:
    page.get_by_text("Timeline", exact=True).click()
    expect(page.locator("svg.timeline")).to_be_visible()


def show_network(page: Page) -> None:
    page.get_by_text("Who met whom", exact=True).click()
    expect(page.locator("svg.network")).to_be_visible()


def show_people(page: Page) -> None:
    open_tab(page, "People")


def show_person(page: Page) -> None:
    page.locator("#people-pane").get_by_role("link", name="Karl Berg").click()
    expect(page.locator(".person h2")).to_be_visible()


def show_archive(page: Page) -> None:
    open_tab(page, "Archive")
    page.get_by_text("Add articles", exact=True).click()
    page.get_by_role("button", name="Correct").first.click()
    expect(page.locator("form.correct").first).to_be_visible()


def show_fault(page: Page) -> None:
    open_tab(page, "Meetings")
    page.get_by_text("List", exact=True).click()
    page.locator("#meetings-page [name=as_of]").fill("March")
    expect(page.locator("#meetings-pane").get_by_role("alert")).to_be_visible()


VIEWS = (
    show_answer, show_export, show_judging, show_reports, show_timeline, show_network, show_people,
    show_person, show_archive, show_fault,
)  # fmt: skip


@pytest.mark.parametrize("width", [1440, 390])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_contrast_is_aa(browser: Browser, address: str, scheme: Scheme, width: int) -> None:
    """Every text of every tab at 4.5 : 1 or more (WCAG 2.2, 1.4.3), in the system's scheme."""
    size = ViewportSize(width=width, height=900)
    context = browser.new_context(viewport=size, color_scheme=scheme)
    with watch(context, address) as page:
        for show in VIEWS if width == 1440 else VIEWS[3:]:
            show(page)
            assert (show.__name__, page.evaluate(CONTRAST)) == (show.__name__, [])
        dark = page.evaluate("document.body.classList.contains('dark')")
    context.close()
    assert dark == (scheme == "dark")


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


NAMELESS = """() => [...document.querySelectorAll(
    "button, a[href], input, select, textarea, svg a")]
  .filter((one) => one.getClientRects().length
    && !one.getAttribute("aria-label") && !one.textContent.trim()
    && ![...(one.labels || [])].some((label) => label.textContent.trim()))
  .map((one) => one.outerHTML)"""

# What shows the focus is a ring around the element, what it labels, or the field it stands in.
UNSEEN = """() => {
  const one = document.activeElement;
  if (!one || one === document.body) return null;
  const near = [one, one.nextElementSibling, one.closest("label, .input-container, .choose")];
  const ringed = near.filter(Boolean).map((it) => getComputedStyle(it)).some((style) =>
    style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2
    && style.outlineColor !== "rgba(0, 0, 0, 0)");
  return ringed ? null : one.outerHTML.slice(0, 200);
}"""


def test_everything_has_a_name_and_shows_its_focus(page: Page) -> None:
    """Every tab by Tab alone, thirty steps of each (WCAG 2.2: 2.4.7, 4.1.2)."""
    for show in VIEWS:
        show(page)
        assert (show.__name__, page.evaluate(NAMELESS)) == (show.__name__, [])
        page.locator("#pages [role=tab][aria-selected=true]").focus()
        for _ in range(30):
            page.keyboard.press("Tab")
            assert (show.__name__, page.evaluate(UNSEEN)) == (show.__name__, None)
        page.keyboard.press("Escape")


# The sum of layout shifts since `window.from`: those that follow no input (web.dev), or all.
SHIFTS = """(all) => new Promise((done) => {
  new PerformanceObserver((list) => done(list.getEntries()
    .filter((one) => one.startTime >= (window.from || 0) && (all || !one.hadRecentInput))
    .reduce((sum, one) => sum + one.value, 0)
  )).observe({ type: "layout-shift", buffered: true });
  setTimeout(() => done(0), 500);
})"""


def test_no_tab_jumps(page: Page) -> None:
    """A cumulative layout shift below 0.1 (web.dev: good), each list slower than one's finger."""
    expect(page.locator("#chat .beginning")).to_be_visible(timeout=30_000)
    page.route(re.compile("dateline/(meetings|people|archive)"), delay)
    for name in ("Meetings", "People", "Archive"):
        open_tab(page, name)
    assert page.evaluate(SHIFTS, False) < 0.1


def test_answer_shifts_nothing(page: Page) -> None:
    expect(page.locator("#chat .beginning")).to_be_visible(timeout=30_000)
    page.evaluate("window.from = performance.now()")
    show_answer(page)
    assert page.evaluate(SHIFTS, True) < 0.1


def delay(route: Route) -> None:
    """Lets half a second pass, after which a shift is no longer put down to an input."""
    time.sleep(0.6)
    route.continue_()


def test_answer_moves_nothing_that_stands(page: Page) -> None:
    """The question box, the list and the article's place stay where they are (layout shift)."""
    expect(page.locator("#chat .beginning")).to_be_visible(timeout=30_000)
    places = ("#question", "#new", "#sheet", "#chat")
    before = [page.locator(place).bounding_box() for place in places]
    ask(page, POSTPONED)
    expect(page.locator("#passage")).to_be_visible()
    assert [page.locator(place).bounding_box() for place in places] == before
