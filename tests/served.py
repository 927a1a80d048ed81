"""The app served once for all tests that only read, and a page of it in a real Chromium.

Gradio and Playwright are imported where they are needed: a run of other tests waits for neither.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from list_stories import STORIES
from web_stories import HOSTILE

from index.archive import Archive

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

ARTICLES = Path(__file__).parents[1] / "eval" / "articles"


@pytest.fixture(scope="session")
def small_archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    """The Baltic stories, stories whose reports differ, and the hostile article."""
    folder = tmp_path_factory.mktemp("web")
    (folder / "hostile.json").write_text(json.dumps(HOSTILE))
    for name, story in STORIES.items():
        (folder / name).write_text(story)
    sources = [ARTICLES / "a-saved-stories.jsonl", folder]
    with Archive.build(sources, folder.parent / "web-archive") as archive:
        yield archive


@pytest.fixture(scope="session")
def address(small_archive: Archive, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the app is served; its limit of requests is no matter here."""
    from browser import serve

    with serve(small_archive, tmp_path_factory.mktemp("kept"), requests=100_000) as app:
        yield str(app.local_url)


PATIENCE = 20_000  # ms: another file's tests run at the same time, on the same two cores


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    from browser import open_browser
    from playwright.sync_api import expect

    expect.set_options(timeout=PATIENCE)
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
    from browser import watch

    with watch(context, address) as page:
        yield page
