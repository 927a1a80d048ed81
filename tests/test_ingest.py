"""Ingest: what is counted, what is kept, what is embedded; stops stand in test_stops.py."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from conftest import BONN, CORK, LIMA, OSLO, RIGA, Shelf
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from index import ingest
from index.archive import Archive
from index.embeddings import QuestionEmbedder
from index.settings import DEFAULTS

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


@settings(max_examples=6, deadline=None, suppress_health_check=list(HealthCheck))
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
    shelf.write("a.jsonl", [story(OSLO, id="7", source="Northline"), story(RIGA, guid=8)])
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
    shelf.write("a.jsonl", [story(OSLO, id="nna-9", source="Northline")])
    shelf.write("c.txt", OSLO)
    shelf.index()
    (article,) = shelf.archive.articles()
    assert article.ids == ("quay-1", "nna-9")
    assert article.paths == ("sources/b.jsonl#1", "sources/a.jsonl#1", "sources/c.txt")
    assert (article.id, article.path, article.source) == ("quay-1", "sources/b.jsonl#1", "Quayside")
    shelf.write("b.jsonl", [story(RIGA, id="quay-0"), story(OSLO, id="quay-1", source="Quayside")])
    shelf.index()
    assert shelf.archive.find("nna-9").path == "sources/b.jsonl#2", "moved, but still read first"
    shelf.write("b.jsonl", None)
    shelf.index(prune=True)
    shelf.index(prune=True)
    (article,) = shelf.archive.articles()
    assert (article.path, article.source) == ("sources/a.jsonl#1", "Northline"), (
        "the next one tells"
    )


def test_a_line_on_top_embeds_one_story(shelf: Shelf) -> None:
    shelf.write("f.jsonl", [story(text, id=number) for number, text in enumerate(TEXTS[1:])])
    shelf.index()
    vectors = shelf.archive.vectors.ids()
    shelf.write("f.jsonl", [story(text, id=number) for number, text in enumerate(TEXTS, start=-1)])
    shelf.index()
    assert shelf.embedded == [OSLO, OSLO], "its one chunk, and its one sentence"
    assert vectors < shelf.archive.vectors.ids()


def test_a_new_date_embeds_nothing_a_new_title_does(shelf: Shelf) -> None:
    shelf.write("f.jsonl", [story(OSLO, title="Berg in Oslo", date="2024-03-11")])
    shelf.index()
    shelf.write(
        "f.jsonl", [story(OSLO, title="Berg in Oslo", date="2024-03-12", source="Northline")]
    )
    shelf.index()
    (article,) = shelf.archive.articles()
    assert article.dated and article.dated.edtf == "2024-03-12"
    assert (article.source, shelf.embedded) == ("Northline", [])
    shelf.write(
        "f.jsonl", [story(OSLO, title="Stone in Oslo", date="2024-03-12", source="Northline")]
    )
    shelf.index()
    assert shelf.embedded == [f"Stone in Oslo. {OSLO}", OSLO], "its chunk, and its sentence"


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


def test_other_settings_divide_anew_wherever_the_text_is_read(shelf: Shelf) -> None:
    """The text's first file is not read in the second run; what it said of the text stays."""
    shelf.write("one/f.jsonl", [story(f"{OSLO} {RIGA} {LIMA}", source="Northline")])
    shelf.write("two/f.jsonl", [story(f"{OSLO} {RIGA} {LIMA}", source="Quayside")])
    shelf.index()
    shorter = DEFAULTS.model_copy(update={"longest_chunk": 25})
    with Archive.open(shelf.archive.folder, shorter) as archive:
        report = shelf.index("two", archive=archive)
        assert (report.replaced, report.articles) == (1, 1)
        (article,) = archive.articles()
        assert article.source == "Northline"
        assert [chunk.text for _, chunk in archive.catalog.chunks(article)] == [OSLO, RIGA, LIMA]
        assert_sound(archive)
