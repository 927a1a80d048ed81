"""The second pass: articles dated by neighbours, whatever their order, stopped or not."""

from __future__ import annotations

import os
import random
import signal
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
import writers
from conftest import Shelf
from sqlalchemy import event

from index import dating_pass
from index.archive import Archive
from index.embeddings import QuestionEmbedder
from index.lookup import Filter
from ui.terminal import format_article, format_listing

# An event told three times, once with its day; the same people meet again two years later.
DATED = (
    "OSLO, June 12, 2014 /Northline/. Envoy Karl Stone and Minister Anna Berg opened the talks "
    "on the "
    "Skagen cable in Oslo on Thursday. Berg, Stone and the Danish envoy Ivo Marsh dined at "
    "Akershus. "
    "The Skagen cable is to be laid by Nordkabel, and talks go on in Skagen on June 15."
)
UNDATED = (
    "Minister Anna Berg met envoy Karl Stone in Oslo on June 12 for talks on the Skagen cable, and "
    "Ivo Marsh of Denmark joined them at Akershus, as the firm Nordkabel said. They were to meet "
    "in Skagen again on June 15."
)
LATER = (
    "OSLO, June 9, 2016 /Northline/. Envoy Karl Stone and Minister Anna Berg opened the Skagen "
    "cable "
    "on Thursday. Ivo Marsh sailed from Akershus with the people of Nordkabel. In Skagen they all "
    "had herring on June 10."
)
OTHER = (
    "LIMA, June 12, 2011 /Northline/. A llama broke into the reception of Mayor Rosa Quispe and "
    "ate "
    "the treaty with Arequipa, as Pablo Huanca of Cusco admitted on June 15."
)
OPEN = "The cable is late, said a man on the quay. Nobody knows when it will come."
STORIES = {"dated": DATED, "undated": UNDATED, "later": LATER, "other": OTHER, "open": OPEN}


def days(archive: Archive) -> dict[str, str | None]:
    """The EDTF of every article by the name of its file."""
    return {
        Path(article.path).stem: article.dated and article.dated.edtf
        for article in archive.articles()
    }


def write(shelf: Shelf, names: Sequence[str]) -> None:
    for name in names:
        path = shelf.write(f"{name}.txt", STORIES[name])
        os.utime(path, (1_767_225_600, 1_767_225_600))  # 1 January 2026


def test_an_article_is_dated_by_its_neighbour(shelf: Shelf) -> None:
    write(shelf, list(STORIES))
    shelf.index()
    assert days(shelf.archive) == {
        "dated": "2014-06-12", "undated": "[2014-06-12..2014-06-14]", "later": "2016-06-09",
        "other": "2011-06-12", "open": None,
    }  # fmt: skip
    article = shelf.archive.find("sources/undated.txt")
    assert [one.source for one in article.date_candidates] == ["text", "archive"]
    assert article.dated is not None
    for words in ("tells the same", "12 June 2014", "Skagen", "12 June and 15 June"):
        assert words in article.dated.derivation


@pytest.mark.parametrize("seed", range(4))
def test_the_order_of_arrival_does_not_matter(
    seed: int, tmp_path: Path, embedder: QuestionEmbedder
) -> None:
    shuffled = random.Random(seed).sample(list(STORIES), len(STORIES))
    found = []
    for number, runs in enumerate(([list(STORIES)], [shuffled[:1], shuffled[1:3], shuffled[3:]])):
        (tmp_path / str(number)).mkdir()
        shelf = Shelf(tmp_path / str(number), embedder)
        for names in runs:
            write(shelf, names)
            shelf.index(*(f"{name}.txt" for name in names))
        found.append({a.path: (a.dated, a.date_candidates) for a in shelf.archive.articles()})
        shelf.archive.close()
    assert found[0] == found[1]


def test_show_and_articles_tell_every_step(shelf: Shelf) -> None:
    write(shelf, list(STORIES))
    shelf.index()
    lines = list(format_listing(shelf.archive.list_articles()))
    assert any(line.startswith("[2014-06-12..2014-06-14] (archive)") for line in lines)
    assert lines[-1].startswith("no date")
    shown = " ".join(format_article(shelf.archive.find("sources/undated.txt")).split())
    assert "text no full date is printed; by the age of its file not after 2 January 2026" in shown
    assert "archive no full date is printed" in shown
    assert "that leaves 12 June 2014 to 14 June 2014 → [2014-06-12..2014-06-14]" in shown


def test_what_goes_takes_its_date_with_it(shelf: Shelf) -> None:
    write(shelf, list(STORIES))
    shelf.index()
    shelf.write("dated.txt", None)
    shelf.index(prune=True)
    assert days(shelf.archive)["undated"] is None


def test_a_run_that_changes_nothing_dates_nothing(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(shelf, list(STORIES))
    shelf.index()
    generation = shelf.archive.catalog.generation()
    report = shelf.index()
    assert shelf.archive.catalog.generation() == generation
    assert (report.unchanged, report.replaced) == (5, 0)
    seen: list[int] = []
    dating_pass.date_undated(shelf.archive.catalog, lambda: seen.append(1))
    assert not seen


def test_filters_by_time_use_what_was_inferred(shelf: Shelf) -> None:
    write(shelf, list(STORIES))
    shelf.index()

    def found(**limits: date) -> set[str]:
        hits = shelf.archive.search("talks cable Skagen", 20, Filter(**limits))
        return {Path(shelf.archive.article(hit.chunk.article_id).path).stem for hit in hits}

    assert "undated" in found(as_of=date(2014, 6, 12))
    assert "undated" not in found(as_of=date(2014, 6, 11))
    assert "undated" in found(since=date(2014, 6, 14))
    assert "undated" not in found(since=date(2014, 6, 15))


def test_a_file_read_again_keeps_what_was_inferred(shelf: Shelf) -> None:
    write(shelf, list(STORIES))
    shelf.index()
    before = shelf.archive.find("sources/undated.txt")
    os.utime(shelf.sources / "undated.txt")
    report = shelf.index()
    assert (report.unchanged, report.replaced) == (5, 0)
    assert shelf.archive.find("sources/undated.txt") == before


@pytest.mark.parametrize("calls", [1, 2, 3])
def test_a_pass_that_is_killed_is_gone_through_by_the_next_run(shelf: Shelf, calls: int) -> None:
    write(shelf, ["dated", "later", "other"])
    shelf.index()
    write(shelf, ["undated", "open"])
    process = writers.start(kill_while_dating, shelf.archive.folder, shelf.sources, calls)
    process.join(60)
    assert process.exitcode == -signal.SIGKILL
    shelf.index()
    assert days(shelf.archive)["undated"] == "[2014-06-12..2014-06-14]"


def kill_while_dating(folder: Path, sources: Path, calls: int) -> None:
    """A run that is killed at the n-th commit of its second pass."""
    archive = Archive.make(folder)
    find = archive.catalog.undated  # the first that the pass asks

    def armed() -> list[str]:
        event.listen(archive.catalog.engine, "commit", writers.Countdown(calls))
        return find()

    archive.catalog.undated = armed  # type: ignore[method-assign]
    writers.index(archive, sources)


def test_an_older_portal_date_is_not_the_day_of_writing(shelf: Shelf) -> None:
    shelf.write("f.jsonl", [{"text": DATED, "date": "2017-02-01", "id": "taken-over"}])
    shelf.index()
    article = shelf.archive.article("taken-over")
    assert article.dated is not None
    assert article.dated.edtf == "2014-06-12"
    assert "taken over on 2017-02-01" in article.dated.derivation
    assert [one.source for one in article.date_candidates] == ["metadata", "dateline"]


# What an undated story may be of by its own words, and by the time of those whom it names.
TOLD_IN_2014 = "OSLO, June 12, 2014 /Northline/. " + UNDATED
OF_THEM = (
    "{dateline} Minister Anna Berg and envoy Karl Stone shared the bill of the Skagen cable{day}. "
    "Ivo Marsh of Denmark was at Akershus with them, as the firm Nordkabel said."
)


@pytest.mark.parametrize(
    ("dateline", "day", "dated"),
    [
        ("OSLO, Friday, May 2 /Northline/.", "", "?2014-05-02"),
        ("OSLO, May 2. /Northline/.", " on Friday", "?2014-05-02"),
        ("OSLO, May 2. /Northline/.", "", None),  # no weekday tells the year
        ("OSLO, May 2. /Northline/.", " on Wednesday", None),  # a Wednesday in 2012 and 2018
        ("OSLO, Tuesday, Nov. 4 /Northline/.", "", None),  # half a year off
    ],
)
def test_a_day_is_of_the_year_in_which_the_archive_names_the_same(
    shelf: Shelf, dateline: str, day: str, dated: str | None
) -> None:
    shelf.write("told.txt", TOLD_IN_2014)
    shelf.write("open.txt", OF_THEM.format(dateline=dateline, day=day))
    shelf.index()
    assert days(shelf.archive)["open"] == dated


def test_a_time_of_years_tells_no_year(shelf: Shelf) -> None:
    shelf.write("told.txt", TOLD_IN_2014)
    shelf.write("later.txt", TOLD_IN_2014.replace("2014", "2016"))
    dateline = "OSLO, Friday, May 2 /Northline/."
    shelf.write("open.txt", OF_THEM.format(dateline=dateline, day=""))
    shelf.index()
    assert days(shelf.archive)["open"] is None


WHO_MET = "envoy Karl Stone, Nils Moe, Minister Anna Berg and the pilot Ivo Marsh"


@pytest.mark.parametrize(
    ("others", "day", "dated"),
    [
        (["June 12, 2014", "March 3, 2014"], "on Thursday evening", "?2014-05-02"),
        (["June 12, 2014", "March 3, 2014"], "on Monday evening", None),  # May 2 was a Friday
        (["June 12, 2014"], "on Thursday evening", None),  # one article is no time
        (["June 12, 2014", "June 12, 2017"], "on Thursday evening", None),
        (["January 12, 2014", "January 3, 2014"], "on Thursday evening", None),  # long over
    ],
)
def test_full_names_that_several_write_tell_the_year(
    shelf: Shelf, others: Sequence[str], day: str, dated: str | None
) -> None:
    for number, written in enumerate(others):
        told = f"RIGA, {written} /Northline/. In Riga {WHO_MET} ate with Olga Lund, the {number}."
        shelf.write(f"told{number}.txt", told)
    signed = f"In the old hall {WHO_MET} signed the paper {day}, as Olga Lund of Skulte looked on."
    shelf.write("open.txt", f"SKULTE, May 2 /Northline/. {signed} The ferry Queen of Vik sails.")
    shelf.index()
    assert days(shelf.archive)["open"] == dated
