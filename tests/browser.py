"""What tests in a real Chromium share: where it is, how a question is put, what must not happen."""

from __future__ import annotations

import gc
import shutil
import socket
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import gradio as gr
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from qa import Archive
from ui import web
from ui.conversations import open_conversations
from ui.wording import Wording

CHROMIUMS = ("chromium", "chromium-browser", "google-chrome")
CHROMIUM = next(filter(None, map(shutil.which, CHROMIUMS)), None)
QUIET = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip
ARTICLES = Path(__file__).parents[1] / "eval" / "articles"


@contextmanager
def open_browser() -> Iterator[Browser]:
    """Chromium, headless."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(QUIET))
        yield browser
        browser.close()


@contextmanager
def watch(context: BrowserContext, address: str) -> Iterator[Page]:
    """A page of the app; it must ask nothing of any other host, and no script may fail."""
    page = context.new_page()
    hosts: set[str] = set()
    faults: list[str] = []
    page.on("request", lambda request: hosts.add(urlsplit(request.url).hostname or ""))
    page.on("pageerror", lambda fault: faults.append(str(fault)))
    page.goto(address)
    yield page
    page.close()
    assert hosts - {""} == {"127.0.0.1"}  # "" is data: and blob:
    assert faults == []


def ask(page: Page, question: str) -> None:
    """Puts a question and waits for what comes of it."""
    answers = page.locator("#chat .answer")
    expect(page.locator("#chat .beginning, #chat .talk")).to_be_visible(timeout=30_000)
    before = answers.count()
    page.locator("#question textarea").fill(question)
    page.locator("#question textarea").press("Enter")
    expect(answers).to_have_count(before + 1, timeout=30_000)


def open_tab(page: Page, name: str) -> None:
    """Opens a tab of lists and waits until it is filled."""
    page.get_by_role("tab", name=name).click()
    expect(page.locator(f"#{name.lower()}-pane .count")).to_be_visible(timeout=30_000)


@contextmanager
def serve(
    archive: Archive, folder: Path, wording: Wording | None = None, **how: Any
) -> Iterator[gr.Blocks]:
    """The app, serving; conversations are kept in the folder, `how` are fields of `web.Served`."""
    with open_conversations(archive.folder, folder / "kept.sqlite3") as kept:
        app = web.launch(archive, web.Served(port=find_free_port(), **how), kept, wording)
        let_go()
        yield app
        app.close()
    let_go()


def let_go() -> None:
    """Gradio leaves sockets and loops open: found here, and not in the test after."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)
        gc.collect()


def find_free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
    return port
