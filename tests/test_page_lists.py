"""Meetings, People and Archive as a reader has them: a real server, a real Chromium."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from browser import CHROMIUM, open_tab, serve
from list_stories import HOSTILE, LIVE, STORIES
from playwright.sync_api import Page, expect

from index.archive import Archive
from ui.cli import main

pytestmark = [
    pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium on this machine"),
    # Gradio leaves the socket open with which it tried the port.
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]


@pytest.fixture(scope="module")
def sources(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("lists") / "sources"
    folder.mkdir()
    for name, story in STORIES.items():
        (folder / name).write_text(story)
    (folder / "hostile.json").write_text(json.dumps(HOSTILE))
    return folder


@pytest.fixture(scope="module")
def listed(sources: Path) -> Iterator[Archive]:
    """An archive whose sources differ, with an undated and a hostile article."""
    with Archive.build([sources], sources.parent / "archive") as archive:
        yield archive


@pytest.fixture(scope="module")
def address(listed: Archive, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with serve(listed, tmp_path_factory.mktemp("kept"), requests=100_000) as app:
        yield str(app.local_url)


def choose(page: Page, place: str, name: str, value: str) -> None:
    page.locator(f"#{place}-page .filters [name={name}]").fill(value)


def rows(page: Page) -> list[str]:
    return page.locator("#meetings-pane tr.row").all_inner_texts()


def test_meetings_are_complete_and_unfold_to_their_reports(page: Page, listed: Archive) -> None:
    open_tab(page, "Meetings")
    assert len(rows(page)) == len(listed.meetings())
    row = page.locator("tr.row").filter(has_text="reports differ")
    button = row.locator("button.unfolds")
    button.focus()
    page.keyboard.press("Enter")
    expect(button).to_have_attribute("aria-expanded", "true")
    sides = page.locator("table.sides")
    expect(sides.locator("tr.differs")).to_contain_text("announced")
    expect(sides.locator("tr.differs")).to_contain_text("denied")
    history = page.locator(".history li")
    assert [one.split(" reported ")[0] for one in history.all_inner_texts()][-1] == "denied"
    expect(history.first).to_contain_text("12 March 2019")
    sides.get_by_role("link", name="Palace denies talks").click()
    expect(page.locator("#sheet #passage")).to_contain_text("The palace denied that")
    expect(page.locator("#sheet #passage")).to_be_in_viewport()
    page.keyboard.press("Escape")
    button.press("Enter")
    expect(sides).to_be_hidden()


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [("who", "Lund", ["Karl Berg", "Anna Stone"]), ("who", "Lund; Stone", ["Tartu"]),
     ("since", "2019-05", ["ferry line", "Zebulon"]), ("until", "2019-03", ["denied"]),
     ("where", "Tallinn", ["ferry line"]), ("topic", "Herring", ["denied"]),
     ("source", "evil gazette", ["Zebulon"])],
)  # fmt: skip
def test_filter_limits_the_list(page: Page, name: str, value: str, told: list[str]) -> None:
    open_tab(page, "Meetings")
    choose(page, "meetings", name, value)
    expect(page.locator("tr.row")).to_have_count(len(told))
    for words in told:
        expect(page.locator("#meetings-pane table")).to_contain_text(words)
    page.get_by_role("button", name="Clear filters").first.click()
    expect(page.locator("tr.row")).to_have_count(4)


def test_as_of_shows_what_was_known_then(page: Page) -> None:
    open_tab(page, "Meetings")
    choose(page, "meetings", "as_of", "2019-03-13")
    expect(page.locator("tr.row")).to_have_count(1)
    expect(page.locator("tr.row")).to_contain_text("announced")
    expect(page.locator("#meetings-pane p.count")).to_contain_text("until 2019-03-13")
    page.locator("button.unfolds").first.click()
    expect(page.locator("table.sides thead th")).to_have_count(1)
    choose(page, "meetings", "as_of", "March")
    expect(page.get_by_role("alert")).to_contain_text("March is no day; write it as 2024")


def test_export_is_what_the_command_prints(
    page: Page, listed: Archive, capsys: pytest.CaptureFixture[str]
) -> None:
    open_tab(page, "Meetings")
    choose(page, "meetings", "who", "Lund")
    expect(page.locator("tr.row")).to_have_count(2)
    command = ["meetings", "--who", "Lund", "--archive", str(listed.folder)]
    for name, option in (("CSV", ["--format", "csv"]), ("JSON", ["--json"])):
        with page.expect_download() as download:
            page.get_by_role("link", name=name).click()
        assert main([*command, *option]) == 0
        assert Path(download.value.path()).read_text().strip() == capsys.readouterr().out.strip()


def test_timeline_leads_to_its_meetings(page: Page) -> None:
    open_tab(page, "Meetings")
    page.get_by_text("Timeline", exact=True).click()
    choose(page, "meetings", "until", "2019-05")
    expect(page.locator("#meetings-pane p.count")).to_contain_text("2 meetings")
    page.get_by_role("link", name="2 May 2019: 1 meeting").focus()
    page.keyboard.press("Enter")
    expect(page.locator("tr.row")).to_have_count(1)
    expect(page.locator(".filters [name=since]").first).to_have_value("2019-05-02")
    expect(page.get_by_role("radio", name="List")).to_be_checked()


def test_network_filters_with_the_list_and_leads_to_people(page: Page) -> None:
    open_tab(page, "Meetings")
    page.get_by_text("Who met whom", exact=True).click()
    net = page.locator("svg.network")
    expect(net.locator("a.who")).to_have_count(4)
    choose(page, "meetings", "where", "Tallinn")
    expect(net.locator("a.who")).to_have_count(2)
    expect(page.locator("table.pairs")).to_contain_text("once")
    net.get_by_role("link", name=re.compile("Tove Lund")).focus()
    expect(net.locator(".tie.lit")).to_have_count(1)
    page.keyboard.press("Enter")
    expect(page.locator(".person h2")).to_have_text("Tove Lund")


def test_page_of_a_person(page: Page) -> None:
    open_tab(page, "People")
    page.locator("#people-page [name=words]").fill("estonian prime")  # not an office's words
    expect(page.locator("#people-pane .none")).to_be_visible()
    page.locator("#people-page [name=words]").fill("prime lund")
    page.locator("#people-pane").get_by_role("link", name="Tove Lund").click()
    person = page.locator(".person")
    expect(person).to_contain_text("2 meetings, 2 of them held")
    expect(person).to_contain_text("prime minister (EST)2019-05-03")
    expect(person).to_contain_text("a meeting counts once, however many articles tell of it")
    expect(person.locator(".articles li")).to_have_count(2)
    person.get_by_role("link", name="A ferry").click()
    expect(page.locator("#sheet #passage")).to_contain_text("Tove Lund met")
    page.keyboard.press("Escape")
    person.get_by_role("link", name="once").first.click()
    expect(page.locator("#meetings-pane tr.row")).to_have_count(1)


def test_hostile_text_is_text_everywhere(page: Page) -> None:
    open_tab(page, "Meetings")
    row = page.locator("tr.row").filter(has_text="Zebulon")
    row.locator("button.unfolds").click()
    expect(page.locator("table.sides thead")).to_contain_text(f"Zebulon Quark {LIVE}")
    expect(page.locator("table.sides q")).to_contain_text(LIVE)
    page.get_by_text("Timeline", exact=True).click()
    page.get_by_text("Who met whom", exact=True).click()
    expect(page.locator("svg.network")).to_be_visible()
    row = page.get_by_role("tab", name="Archive")
    open_tab(page, "Archive")
    article = page.locator("tr.article").filter(has_text="Zebulon")
    expect(article).to_contain_text(f"Evil Gazette {LIVE}")
    article.get_by_role("button", name="Correct").click()
    expect(page.locator("form.correct").first).to_be_visible()
    open_tab(page, "People")
    page.locator("#people-pane").get_by_role("link", name="Zebulon Quark").click()
    expect(page.locator(".articles")).to_contain_text(LIVE)
    assert page.evaluate("window.ran") is None
    expect(page.locator(".page script, .page img")).to_have_count(0)


def test_articles_are_added_corrected_and_removed(page: Page, tmp_path: Path) -> None:
    (tmp_path / "new.txt").write_text(
        "OSLO, June 4, 2019. Norwegian Foreign Minister Anna Stone met Mayor Ida Brg in Oslo on "
        "Monday.\n"
    )
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.4 and then nothing")
    open_tab(page, "Archive")
    page.get_by_text("Add articles", exact=True).click()
    chosen = [tmp_path / "new.txt", tmp_path / "broken.pdf"]
    page.locator(".drop input").first.set_input_files(chosen)
    job = page.locator(".job")
    expect(job).to_contain_text("1 added", timeout=60_000)
    expect(job.locator("li")).to_contain_text("broken.pdf")
    article = page.locator("tr.article").filter(has_text="new.txt")
    article.get_by_role("button", name="Correct").click()
    page.locator("form.correct [name=date]").fill("2020-06-04")
    page.locator("form.correct [name=by]").first.fill("Ida <b>")
    page.get_by_role("button", name="Correct the date").click()
    expect(article).to_contain_text("4 June 2020", timeout=30_000)
    expect(article).to_contain_text("corrected to 2020-06-04 by Ida <b> on ")
    article.get_by_role("button", name="Correct").click()
    page.locator("form.correct [name=wrong]").select_option("Ida Brg")
    page.locator("form.correct [name=right]").fill("Ida Berg")
    page.get_by_role("button", name="Correct the name").click()
    expect(page.locator(".corrections").last).to_contain_text("Ida Brg is Ida Berg", timeout=30_000)
    open_tab(page, "Meetings")
    choose(page, "meetings", "who", "Ida Berg")
    expect(page.locator("tr.row")).to_have_count(1)
    expect(page.locator("tr.row")).to_contain_text("1 June 2020")
    open_tab(page, "Archive")
    page.get_by_role("button", name="Undo").last.click()  # the first made
    expect(article).to_contain_text("4 June 2019", timeout=30_000)
    article.get_by_role("checkbox").check()
    page.once("dialog", lambda dialog: dialog.dismiss())
    page.get_by_role("button", name="Remove the chosen").click()
    expect(article).to_be_visible()
    page.once("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="Remove the chosen").click()
    expect(article).to_have_count(0, timeout=30_000)
    expect(page.locator("#notice")).to_have_text("1 article removed.")


def test_folder_is_added_by_its_path(page: Page, sources: Path) -> None:
    open_tab(page, "Archive")
    page.get_by_text("Add articles", exact=True).click()
    for path, said in (
        (f"{sources}/nowhere", "there is no file or folder"),
        (str(sources), "0 added"),
    ):
        page.locator("form.path input").fill(path)
        page.get_by_role("button", name="Add", exact=True).click()
        expect(page.locator(".job")).to_contain_text(said, timeout=60_000)


def test_locked_archive_is_told_in_a_sentence(page: Page, listed: Archive) -> None:
    open_tab(page, "Archive")
    with listed.writing():
        page.locator("tr.article").first.get_by_role("checkbox").check()
        page.once("dialog", lambda dialog: dialog.accept())
        page.get_by_role("button", name="Remove the chosen").click()
        expect(page.locator("#notice")).to_contain_text("another process is writing to")
        page.get_by_role("button", name="Check the archive").click()
        expect(page.locator("#notice")).to_contain_text("another process is writing to")
    page.get_by_role("button", name="Check the archive").click()
    expect(page.locator("#notice")).to_contain_text("Nothing is amiss.", timeout=60_000)


def test_articles_are_searched_and_filtered(page: Page) -> None:
    open_tab(page, "Archive")
    for name, value, found in (("words", "palace", 1), ("words", "", 6), ("source", "evil", 1)):
        choose(page, "archive", name, value)
        expect(page.locator("tr.article")).to_have_count(found)
    choose(page, "archive", "source", "")
    page.locator("#archive-page select").select_option("no")
    expect(page.locator("tr.article")).to_have_count(1)
    expect(page.locator("tr.article")).to_contain_text("Hats")


@pytest.mark.parametrize("width", [1440, 390])
def test_no_tab_is_wider_than_its_window(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    for name in ("Meetings", "People", "Archive"):
        open_tab(page, name)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
