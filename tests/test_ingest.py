"""Ingest: what is counted, what is kept, what a stop at any moment leaves behind."""

from __future__ import annotations

import json
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest
import writers
from conftest import Shelf
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from index import ingest
from index.archive import CATALOGUE, Archive
from index.doctor import check_archive
from index.embeddings import QuestionEmbedder
from index.errors import ArchiveLocked
from index.report import Fate, Report, Tally
from index.search import Searcher

OSLO = "Minister Anna Berg met envoy Karl Stone in Oslo on Monday to talk of herring."
RIGA = "The talks in Riga were called off after the ferry lost its rudder in the ice."
LIMA = "A llama broke into the Lima reception and ate the treaty, its host has admitted."
BONN = "The ministers signed the Bonn protocol on beet sugar in a disused railway coach."
CORK = "Nobody turned up in Cork, where the harbour commission had laid out forty chairs."
TEXTS = (OSLO, RIGA, LIMA, BONN, CORK)

Files = dict[str, str | list[dict[str, object]] | None]


def story(text: str, **known: object) -> dict[str, object]:
    return {"text": text, **known}


# What stands there at first, what is changed then, whether pruned, what the second run counts.
SCENES: list[tuple[str, Files, Files, bool, dict[str, int]]] = [
    ("nothing new", {"a.txt": OSLO, "b.txt": RIGA}, {}, False, {"unchanged": 2}),
    ("a new file", {"a.txt": OSLO}, {"b.txt": RIGA}, False, {"unchanged": 1, "added": 1}),
    ("another text in a file", {"a.txt": OSLO, "b.txt": LIMA}, {"a.txt": RIGA}, False,
     {"unchanged": 1, "replaced": 1}),
    ("a file gone, not pruned", {"a.txt": OSLO, "b.txt": RIGA}, {"b.txt": None}, False,
     {"unchanged": 1}),
    ("a file gone, pruned", {"a.txt": OSLO, "b.txt": RIGA}, {"b.txt": None}, True,
     {"unchanged": 1, "removed": 1}),
    ("a file renamed", {"a.txt": OSLO}, {"a.txt": None, "b.txt": OSLO}, True, {"unchanged": 1}),
    ("the same text twice", {"a.txt": OSLO, "b.txt": OSLO}, {}, False, {"unchanged": 1}),
    ("a copy comes", {"a.txt": OSLO}, {"b.txt": OSLO}, False, {"unchanged": 1}),
    ("a copy goes", {"a.txt": OSLO, "b.txt": OSLO}, {"b.txt": RIGA}, False,
     {"unchanged": 1, "added": 1}),
    ("texts change places", {"a.txt": OSLO, "b.txt": RIGA}, {"a.txt": RIGA, "b.txt": OSLO}, False,
     {"unchanged": 2}),
    ("a text moves to a later file", {"a.txt": OSLO}, {"a.txt": RIGA, "b.txt": OSLO}, False,
     {"added": 1, "unchanged": 1}),
    ("a line on top", {"f.jsonl": [story(OSLO), story(RIGA)]},
     {"f.jsonl": [story(LIMA), story(OSLO), story(RIGA)]}, False, {"unchanged": 2, "added": 1}),
    ("a line less, pruned", {"f.jsonl": [story(OSLO), story(RIGA)]}, {"f.jsonl": [story(OSLO)]},
     True, {"unchanged": 1, "removed": 1}),
    ("another text under an id", {"f.jsonl": [story(OSLO, id="7")]},
     {"f.jsonl": [story(RIGA, id="7")]}, False, {"replaced": 1}),
    ("another date", {"f.jsonl": [story(OSLO, date="2024-03-11"), story(RIGA)]},
     {"f.jsonl": [story(OSLO, date="2024-03-12"), story(RIGA)]}, False,
     {"unchanged": 1, "replaced": 1}),
    ("another date, further down", {"f.jsonl": [story(OSLO, date="2024-03-11")]},
     {"f.jsonl": [story(RIGA), story(OSLO, date="2024-03-12")]}, False,
     {"added": 1, "replaced": 1}),
]  # fmt: skip


@pytest.mark.parametrize("scene", SCENES, ids=[scene[0] for scene in SCENES])
def test_counts(scene: tuple[str, Files, Files, bool, dict[str, int]], shelf: Shelf) -> None:
    _, first, then, prune, counts = scene
    for name, content in first.items():
        shelf.write(name, content)
    report = shelf.index()
    assert report.added == report.articles, "on the first run every article is new"
    for name, content in then.items():
        shelf.write(name, content)
    expected = {"added": 0, "unchanged": 0, "replaced": 0, "removed": 0} | counts
    report = shelf.index(prune=prune)
    assert {name: getattr(report, name) for name in expected} == expected
    assert_sound(shelf.archive)
    again = shelf.index(prune=prune)
    kept = again.articles if prune or None not in then.values() else again.articles - 1
    assert (again.added, again.replaced, again.removed, again.unchanged) == (0, 0, 0, kept)
    assert not shelf.embedded


def assert_sound(archive: Archive) -> None:
    """Both stores hold the same, and every chunk is a slice of its article."""
    assert archive.vectors.ids() == set(archive.catalog.vector_ids())
    for article in archive.articles():
        chunks = archive.catalog.chunks(article)
        assert chunks
        assert archive.sentences(article)
        for _, chunk in chunks:
            assert chunk.text == article.text[chunk.start : chunk.end]


shelves = st.dictionaries(
    st.sampled_from(["a.txt", "b.txt", "c.txt", "d.jsonl", "sub/e.jsonl"]),
    st.lists(st.sampled_from(TEXTS), min_size=1, max_size=4),
    max_size=4,
)


@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(shelves, min_size=2, max_size=4))
def test_after_any_changes_the_archive_holds_what_stands_there(
    embedder: QuestionEmbedder, states: list[dict[str, list[str]]]
) -> None:
    """The law of --prune: however files change, the archive is what a fresh one would be."""
    with tempfile.TemporaryDirectory() as folder:
        shelf = Shelf(Path(folder), embedder)
        names: set[str] = set()
        for state in states:
            for name in names - state.keys():
                shelf.write(name, None)
            expected: dict[str, str] = {}
            for name, texts in state.items():
                lines = name.endswith("jsonl")
                shelf.write(name, [story(text) for text in texts] if lines else texts[0])
                for number, text in enumerate(texts if lines else texts[:1], start=1):
                    expected[f"{name}#{number}" if lines else name] = text
            names = set(state)
            report = shelf.index(prune=True)
            assert shelf.paths() == expected
            assert report.articles == len(set(expected.values()))
            assert report.added + report.unchanged + report.replaced == report.articles
            assert_sound(shelf.archive)
        shelf.archive.close()


def test_ids(shelf: Shelf) -> None:
    shelf.write("a.jsonl", [story(OSLO, id="7", source="TASS"), story(RIGA, guid=8)])
    shelf.write("b.jsonl", [story(LIMA, uri="7", source="Quayside"), story(BONN, id="7")])
    shelf.write("c.txt", CORK)
    shelf.index()
    ids = {article.text: article.id for article in shelf.archive.articles()}
    assert [ids[text] for text in TEXTS[:4]] == ["7", "8", "Quayside:7", "b:7"]
    assert len(ids[CORK]) == 16, "made of the text where the record has none"
    assert shelf.archive.find("sources/b.jsonl#2").id == "b:7"
    shelf.write("b.jsonl", [story(CORK + " So much for Cork.", uri="7", source="Quayside")])
    shelf.index(prune=True)
    assert shelf.archive.find("sources/b.jsonl").id == "Quayside:7", "the id stays with its record"


def test_a_text_read_twice_has_all_ids_and_paths(shelf: Shelf) -> None:
    shelf.write("b.jsonl", [story(OSLO, id="quay-1", source="Quayside")])
    shelf.index()
    shelf.write("a.jsonl", [story(OSLO, id="tass-9", source="TASS")])
    shelf.write("c.txt", OSLO)
    shelf.index()
    (article,) = shelf.archive.articles()
    assert article.ids == ("quay-1", "tass-9")
    assert article.paths == ("sources/b.jsonl#1", "sources/a.jsonl#1", "sources/c.txt")
    assert (article.id, article.path, article.source) == ("quay-1", "sources/b.jsonl#1", "Quayside")
    shelf.write("b.jsonl", [story(RIGA, id="quay-0"), story(OSLO, id="quay-1", source="Quayside")])
    shelf.index()
    assert shelf.archive.find("tass-9").path == "sources/b.jsonl#2", "moved, but still read first"
    shelf.write("b.jsonl", None)
    shelf.index(prune=True)
    shelf.index(prune=True)
    (article,) = shelf.archive.articles()
    assert (article.path, article.source) == ("sources/a.jsonl#1", "TASS"), "the next one tells"


def test_a_line_on_top_embeds_one_story(shelf: Shelf) -> None:
    shelf.write("f.jsonl", [story(text, id=number) for number, text in enumerate(TEXTS[1:])])
    shelf.index()
    vectors = shelf.archive.vectors.ids()
    shelf.write("f.jsonl", [story(text, id=number) for number, text in enumerate(TEXTS, start=-1)])
    shelf.index()
    assert shelf.embedded == [OSLO]
    assert vectors < shelf.archive.vectors.ids()


def test_a_new_date_embeds_nothing_a_new_title_does(shelf: Shelf) -> None:
    shelf.write("f.jsonl", [story(OSLO, title="Berg in Oslo", date="2024-03-11")])
    shelf.index()
    shelf.write("f.jsonl", [story(OSLO, title="Berg in Oslo", date="2024-03-12", source="TASS")])
    shelf.index()
    (article,) = shelf.archive.articles()
    assert article.dated and article.dated.edtf == "2024-03-12"
    assert (article.source, shelf.embedded) == ("TASS", [])
    shelf.write("f.jsonl", [story(OSLO, title="Stone in Oslo", date="2024-03-12", source="TASS")])
    shelf.index()
    assert shelf.embedded == [f"Stone in Oslo. {OSLO}"]


def test_prune_only_under_the_sources_given_now(shelf: Shelf) -> None:
    for name, text in zip(
        ("one/a.txt", "one/b.txt", "two/c.txt", "twofold/d.txt"), TEXTS[:4], strict=True
    ):
        shelf.write(name, text)
    shelf.index()
    for name in ("one/a.txt", "two/c.txt", "twofold/d.txt"):
        shelf.write(name, None)
    assert shelf.index("two", prune=True).removed == 1
    assert shelf.index("two", "missing", prune=True).removed == 0
    assert set(shelf.paths()) == {"one/a.txt", "one/b.txt", "twofold/d.txt"}


def test_a_source_that_cannot_be_read_prunes_nothing(shelf: Shelf) -> None:
    shelf.write("one/a.txt", OSLO)
    shelf.index()
    shelf.write("one/a.txt", None)
    (shelf.sources / "one").rmdir()
    report = shelf.index("one", prune=True)
    assert (report.removed, report.articles) == (0, 1)
    assert [failure.path for failure in report.failed] == [str(shelf.sources / "one")]


def test_what_cannot_be_read_today_is_not_gone(shelf: Shelf) -> None:
    shelf.write("a.txt", OSLO)
    shelf.write("f.jsonl", [story(RIGA), story(LIMA)])
    shelf.write(".note.txt", BONN)
    shelf.index()
    shelf.index(".note.txt")  # read because it was named; a folder's walk passes it over
    (shelf.sources / "a.txt").write_bytes(b"\x00\x01\x02 no text \xff" * 9)
    (shelf.sources / "f.jsonl").write_text('{"text": broken\n')
    report = shelf.index(prune=True)
    assert (report.removed, report.articles) == (0, 4)
    assert [failure.path for failure in report.failed] == ["sources/a.txt", "sources/f.jsonl#1"]


def test_failures_are_told_and_tried_again(shelf: Shelf) -> None:
    shelf.write("a.txt", OSLO)
    (shelf.sources / "b.txt").write_bytes(b"\xff\xfe\xfa")
    shelf.write("f.jsonl", [story(RIGA), {"title": "no text"}, story(LIMA)])
    for _ in range(2):
        report = shelf.index()
        assert [failure.path for failure in report.failed] == ["sources/b.txt", "sources/f.jsonl#2"]
        assert report.articles == 3
    shelf.write("b.txt", BONN)
    shelf.write("f.jsonl", [story(RIGA), story(CORK), story(LIMA)])
    report = shelf.index()
    assert (report.added, report.unchanged, report.failed) == (2, 3, ())


def test_what_was_moved_away_comes_back(shelf: Shelf) -> None:
    path = shelf.write("a.txt", OSLO)
    shelf.index()
    aside = path.rename(shelf.sources.parent / "aside.txt")
    assert shelf.index(prune=True).removed == 1
    aside.rename(path)  # of the same size and time as when it was read
    assert shelf.index(prune=True).added == 1


def test_a_file_named_twice_is_read_once(shelf: Shelf) -> None:
    shelf.write("a.txt", OSLO)
    report = shelf.index("a.txt", ".", "a.txt")
    assert (report.added, report.unchanged) == (1, 0)


def test_progress_is_told_story_by_story(
    shelf: Shelf, embedder: QuestionEmbedder, monkeypatch: pytest.MonkeyPatch
) -> None:
    shelf.write("f.jsonl", [story(f"{OSLO} It was their meeting number {n}.") for n in range(7)])
    told: list[tuple[int, int]] = []
    archive = shelf.archive
    monkeypatch.setattr(ingest, "BATCH", 3)
    with archive.writing():
        writer = ingest.Writer(archive.catalog, archive.vectors, embedder, archive.settings)
        writer.run([shelf.sources], prune=False, progress=lambda done, n: told.append((done, n)))
    assert told == [(3, 7), (6, 7), (7, 7)]


def test_a_run_without_news_is_quick_and_loads_no_model(shelf: Shelf) -> None:
    shelf.write("a.txt", OSLO)
    shelf.index()
    program = (
        "import sys; from index.archive import Archive; "
        "report = Archive.make(sys.argv[1]).index([sys.argv[2]]); assert report.unchanged == 1; "
        "print(sorted({'chromadb', 'torch', 'sentence_transformers'} & set(sys.modules)))"
    )
    command = [sys.executable, "-c", program, shelf.archive.folder, shelf.sources]
    assert subprocess.run(command, capture_output=True, text=True, check=True).stdout == "[]\n"
    assert shelf.index().seconds < 0.5


@pytest.mark.parametrize("noted, counts", [
    ([("a", Fate.ADDED, "1"), ("b", Fate.ADDED, "2")], (2, 0, 0, 0)),
    ([("a", Fate.ADDED, "1"), ("b", Fate.UNCHANGED, "1")], (1, 0, 0, 0)),
    ([("a", Fate.ADDED, "2"), ("a", Fate.REMOVED, "1")], (0, 0, 1, 0)),
    ([("a", Fate.ADDED, "2"), ("b", Fate.REMOVED, "1")], (1, 0, 0, 1)),
    ([("a", Fate.ADDED, "2"), ("a", Fate.REMOVED, "1"), ("b", Fate.ADDED, "1")], (1, 1, 0, 0)),
    ([("a", Fate.REPLACED, "1"), ("b", Fate.UNCHANGED, "1"), ("b", Fate.UNCHANGED, "2")],
     (0, 1, 1, 0)),
])  # fmt: skip
def test_tally(noted: list[tuple[str, Fate, str]], counts: tuple[int, int, int, int]) -> None:
    tally = Tally()
    for file, fate, id in noted:
        tally.note(file, fate, id)
    totals = tally.totals()
    names = ("added", "unchanged", "replaced", "removed")
    assert tuple(totals[name] for name in names) == counts


# Stops. Eight stories of one chunk each, stored by twos, in order of their names.

STORIES = [f"{text} This was told in edition {n}." for n in (1, 2) for text in TEXTS[:4]]


def write_stories(folder: Path, stories: list[str]) -> Path:
    folder.mkdir(exist_ok=True)
    for number, text in enumerate(stories):
        (folder / f"{number}.txt").write_text(text)
    return folder


def assert_whole(archive: Archive, told: set[str]) -> None:
    """After a stop: whole articles only, each with its vectors."""
    assert {article.text for article in archive.articles()} <= told
    for article in archive.articles():
        assert archive.catalog.chunks(article), "no half article"
    assert set(archive.catalog.vector_ids()) <= archive.vectors.ids()


def assert_mended(archive: Archive, sources: Path, embedder: QuestionEmbedder) -> None:
    """After the next run: all that stands there, nothing else, and every hit opens at its words."""
    archive.searcher = Searcher(archive.catalog, archive.vectors, embedder)
    writers.index(archive, sources, embedder)
    now = {path.read_text() for path in sources.iterdir()}
    assert {article.text for article in archive.articles()} == now
    for text in now:
        best = archive.search(text, 3)[0].chunk
        assert archive.article(best.article_id).text[best.start : best.end] == text
    assert_sound(archive)
    assert check_archive(archive.folder).faults == ()


@pytest.mark.parametrize("point, calls, kept", [
    ("before embedding", 1, 0), ("before embedding", 3, 4), ("before add", 2, 2),
    ("after add", 2, 2), ("before commit", 3, 1), ("before commit", 6, 4),
])  # fmt: skip
def test_killed_while_adding(
    tmp_path: Path, point: str, calls: int, kept: int, embedder: QuestionEmbedder
) -> None:
    sources = write_stories(tmp_path / "sources", STORIES)
    process = writers.start(writers.die_at, tmp_path / "archive", sources, point, calls)
    process.join(30)
    assert process.exitcode == -signal.SIGKILL
    with Archive.open(tmp_path / "archive") as archive:
        assert {article.text for article in archive.articles()} == set(STORIES[:kept])
        assert_whole(archive, set(STORIES))
        assert_mended(archive, sources, embedder)


@pytest.mark.parametrize("point, calls, new", [
    ("after add", 2, 2), ("before commit", 3, 1), ("before remove", 1, 2), ("after remove", 2, 4),
    ("before remove", 5, 8),
])  # fmt: skip
def test_killed_while_replacing(
    tmp_path: Path, point: str, calls: int, new: int, embedder: QuestionEmbedder
) -> None:
    sources = write_stories(tmp_path / "sources", [*STORIES, "A ninth story that will be gone."])
    with Archive.make(tmp_path / "archive") as archive:
        writers.index(archive, sources, embedder)
    again = write_stories(sources, [f"Corrected. {text}" for text in STORIES])
    (again / "8.txt").unlink()
    process = writers.start(writers.die_at, tmp_path / "archive", sources, point, calls)
    process.join(30)
    assert process.exitcode == -signal.SIGKILL
    with Archive.open(tmp_path / "archive") as archive:
        texts = [article.text for article in archive.articles()]
        assert sum(text.startswith("Corrected") for text in texts) == new
        assert len([text for text in texts if "edition" in text]) == 8, "each in one version"
        assert_whole(archive, set(texts))
        assert_mended(archive, sources, embedder)


def test_killed_at_any_moment(tmp_path: Path, embedder: QuestionEmbedder) -> None:
    sources = write_stories(tmp_path / "sources", STORIES)
    for _ in range(4):
        process = writers.start(writers.index_all, tmp_path / "archive", sources)
        process.join(random.uniform(0.1, 1.0))
        process.kill()
        process.join(30)
        if (tmp_path / "archive" / CATALOGUE).exists():
            with Archive.make(tmp_path / "archive") as archive:
                assert_whole(archive, set(STORIES))
    with Archive.make(tmp_path / "archive") as archive:
        assert_mended(archive, sources, embedder)


def test_interrupted_and_gone_on(tmp_path: Path, embedder: QuestionEmbedder) -> None:
    sources = write_stories(tmp_path / "sources", STORIES)
    process = writers.start(writers.interrupt_at, tmp_path / "archive", sources, 3)
    process.join(30)
    assert process.exitcode == 130
    with Archive.make(tmp_path / "archive") as archive:
        assert archive.catalog.counts()["articles"] == 4
        before = set(archive.catalog.vector_ids())
        report = run_all(archive, sources, embedder)
        assert (report.added, report.unchanged) == (4, 4)
        assert before < archive.vectors.ids(), "what was stored is not embedded again"


def run_all(archive: Archive, sources: Path, embedder: QuestionEmbedder) -> Report:
    with archive.writing():
        writer = ingest.Writer(archive.catalog, archive.vectors, embedder, archive.settings)
        return writer.run([sources], prune=False, progress=lambda done, total: None)


def test_on_a_full_disk_what_was_committed_is_kept(
    tmp_path: Path, embedder: QuestionEmbedder
) -> None:
    sources = write_stories(tmp_path / "sources", STORIES[:2])
    with Archive.make(tmp_path / "archive") as archive:
        writers.index(archive, sources, embedder)
    write_stories(sources, STORIES)
    largest = max(path.stat().st_size for path in (tmp_path / "archive").rglob("*"))
    process = writers.start(writers.fill_disk, tmp_path / "archive", sources, largest + 8192)
    process.join(30)
    assert process.exitcode == writers.COULD_NOT
    with Archive.make(tmp_path / "archive") as archive:
        assert set(STORIES[:2]) <= {article.text for article in archive.articles()}
        assert_whole(archive, set(STORIES))
        assert_mended(archive, sources, embedder)


def test_one_writer_at_a_time_and_readers_undisturbed(
    shelf: Shelf, embedder: QuestionEmbedder
) -> None:
    shelf.write("a.txt", OSLO)
    shelf.index()
    holding = writers.SERVER.Event()
    process = writers.start(writers.hold, shelf.archive.folder, holding)
    assert holding.wait(30)
    started = time.monotonic()
    with pytest.raises(ArchiveLocked, match="another process is writing"):
        shelf.index()
    with pytest.raises(ArchiveLocked):
        Archive.make(shelf.archive.folder)
    assert time.monotonic() - started < 1
    with Archive.open(shelf.archive.folder) as reader:
        assert reader.search("herring talks in Oslo", 1)
    process.kill()
    process.join(30)
    assert shelf.index().unchanged == 1, "the lock of a dead process is free"


def test_a_reader_sees_what_another_process_wrote(shelf: Shelf) -> None:
    shelf.write("a.txt", OSLO)
    shelf.index()
    reader = shelf.archive
    assert len(reader.search("llama at the reception", 5)) == 1
    shelf.write("b.txt", LIMA)
    process = writers.start(writers.index_all, reader.folder, shelf.sources)
    process.join(30)
    best = reader.search("llama at the reception", 5)[0]
    assert reader.article(best.chunk.article_id).text == LIMA
    assert best.similarity is not None, "found by its vector too"


def test_the_report_is_the_json_of_the_interface(shelf: Shelf) -> None:
    shelf.write("a.txt", OSLO)
    told = json.loads(shelf.index().model_dump_json())
    assert list(told) == [
        "added", "unchanged", "replaced", "removed", "failed", "articles", "meetings", "seconds",
    ]  # fmt: skip
