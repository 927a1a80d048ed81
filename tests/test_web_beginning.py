"""The first minute: an archive without articles says so and leads to where they are added."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from browser import CHROMIUM, serve
from playwright.sync_api import Page, expect

from index.archive import Archive
from ui.show import show_empty

pytestmark = [
    pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium on this machine"),
    # Gradio leaves the socket open with which it tried the port.
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]
STORY = (
    "TALLINN, May 3, 2019. Estonian Prime Minister Tove Lund met Latvian President Karl Berg in "
    "Tallinn on Thursday to discuss the ferry line.\n"
)


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("first")
    archive = Archive.make(folder / "archive")
    with serve(archive, folder) as app:
        yield str(app.local_url)
    archive.close()


def test_from_an_empty_archive_to_a_checked_citation(page: Page, tmp_path: Path) -> None:
    expect(page.locator("#chat h2")).to_have_text("This archive holds no articles yet.")
    page.get_by_role("button", name="Add articles").click()
    expect(page.locator("#archive-pane")).to_contain_text("No articles yet: add some above.")
    (tmp_path / "ferry.txt").write_text(STORY)
    page.locator(".drop input").first.set_input_files(tmp_path / "ferry.txt")
    expect(page.locator(".job")).to_contain_text("1 added", timeout=60_000)
    page.get_by_role("tab", name="Ask").click()
    page.locator("button.example").first.click(timeout=30_000)
    expect(page.locator("#chat .badge")).to_have_text("answered", timeout=30_000)
    expect(page.locator("#passage")).to_contain_text("Tove Lund met Latvian President Karl Berg")


def test_who_may_add_nothing_is_told_who_may() -> None:
    told = show_empty(may_change=False)
    assert "dateline index FOLDER" in told and "<button" not in told
