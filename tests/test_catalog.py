"""The catalogue: what is put comes back and is found; what is no catalogue is refused.

Other versions of it stand in test_catalog_versions.py.
"""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from index import tables
from index.articles import make_article
from index.catalog import Catalog, FileState, Filter, Place
from index.changes import change, vector_id
from index.drafts import Draft, storable
from index.errors import ArchiveDamaged, ArchiveError
from index.event_lookup import list_made
from index.records import Article, Chunk

# id, source, what its date field says, text
STORIES = [
    ("1", "Northline", "2015-11-04", "Berg met Stone in Oslo."),
    ("2", "Życie Gdańska", "2016-03", "Łukasz Żak spoke of the Gdańsk talks."),
    ("3", "Northline", None, "Nobody knows the day of the Bergen talks."),
    ("4", None, "2016", "The talks of the whole year are listed here."),
    ("5", "Quayside", "2016-03-05", "Żak's deputies talked about herring, herring and herring."),
]


def make(id: str, text: str, **known: object) -> Article:
    return make_article(Draft.model_validate({"own_id": id, "text": text, **known}), f"{id}.txt")


def put(catalog: Catalog, *articles: Article) -> None:
    """Stores articles of one chunk each, read in this order."""
    with change(catalog) as db:
        for number, article in enumerate(articles, start=1):
            end = len(article.text)
            chunk = Chunk(article_id=article.id, number=0, start=0, end=end, text=article.text)
            db.put(article, f"v{article.id}", [], [chunk])
            db.place(place(article, f"/x/{article.path}", number))


def place(article: Article, location: str, number: int) -> Place:
    shown = location.removeprefix("/x/")
    return Place(
        location=location, file=location.partition("#")[0], shown=shown, own_id=article.id,
        article_id=article.id, number=number,
    )  # fmt: skip


@pytest.fixture(scope="module")
def catalog(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Catalog]:
    """The five stories; tests only read it."""
    catalog = Catalog(tmp_path_factory.mktemp("catalog") / "c.sqlite", create=True)
    put(catalog, *(
        make(id, text, source=source, metadata=(day,) if day else ())
        for id, source, day, text in STORIES
    ))  # fmt: skip
    yield catalog
    catalog.close()


@pytest.fixture
def fresh(tmp_path: Path) -> Iterator[Catalog]:
    """An empty catalogue."""
    catalog = Catalog(tmp_path / "c.sqlite", create=True)
    yield catalog
    catalog.close()


@pytest.mark.parametrize("limits, ids", [
    (Filter(), "12345"),
    (Filter(since=date(2016, 1, 1)), "245"),
    (Filter(until=date(2016, 3, 1)), "124"),
    (Filter(since=date(2016, 3, 6), until=date(2016, 3, 7)), "24"),
    (Filter(as_of=date(2016, 3, 4)), "124"),
    (Filter(as_of=date(2016, 3, 5)), "1245"),
    (Filter(as_of=date(2015, 11, 3)), ""),
    (Filter(sources=("Northline",)), "13"),
    (Filter(sources=("northline", "quayside")), "135"),
    (Filter(sources=("życie gdańska",)), "2"),
    (Filter(sources=("ŻYCIE GDAŃSKA",)), "2"),
    (Filter(sources=("North",)), ""),
    (Filter(sources=("Northline",), since=date(2000, 1, 1)), "1"),
])  # fmt: skip
def test_filters(catalog: Catalog, limits: Filter, ids: str) -> None:
    vectors = [vector_id(f"v{id}", 0) for id in "12345"]
    expected = {vector_id(f"v{id}", 0) for id in ids}
    assert set(catalog.vector_ids(limits)) == expected
    assert set(catalog.chunk_rows(vectors, limits)) == expected


@pytest.mark.parametrize("query, ids", [
    ("lukasz", "2"), ("zak", "25"), ("gdansk", "2"), ("herring", "5"), ("talking", "2345"),
    ("unknown", ""), ('"bergen" OR "oslo"', "13"),
])  # fmt: skip
def test_words_are_stemmed_and_accents_folded(catalog: Catalog, query: str, ids: str) -> None:
    found = catalog.search_words(query, 10)
    assert articles_of(catalog, found) == set(ids)
    scores = [score for _, score in found]
    assert scores == sorted(scores, reverse=True)
    assert all(score > 0 for score in scores)


def test_filters_hold_before_the_best_are_cut(catalog: Catalog) -> None:
    passing = catalog.numbers(Filter(sources=("Quayside",)))
    found = catalog.search_words("talks", 1, passing.tolist())
    assert articles_of(catalog, found) == {"5"}


def articles_of(catalog: Catalog, found: Sequence[tuple[int, float]]) -> set[str]:
    rows = catalog.numbered([number for number, _ in found])
    return {rows[number].article_id for number, _ in found}


def test_frequencies_count_chunks_not_words(catalog: Catalog) -> None:
    assert catalog.frequencies(["talk", "her", "absent"]) == {"talk": 4, "her": 1}


def test_lists_in_order_of_date_the_undated_last(catalog: Catalog) -> None:
    listed = catalog.list_articles()
    assert [item.id for item in listed] == ["1", "4", "2", "5", "3"] == catalog.article_ids()
    assert [item.path for item in listed] == [f"{item.id}.txt" for item in listed]
    assert listed[0].dated and listed[0].dated.edtf == "2015-11-04"
    assert listed[-1].dated is None
    assert catalog.has_undated()
    assert catalog.sources() == ("Northline", "Quayside", "Życie Gdańska")


def test_finds_by_id_path_and_record_id(fresh: Catalog) -> None:
    first, second, third = make("7", "One."), make("b:7", "Two."), make("8", "Three.")
    put(fresh, first, second, third)
    with change(fresh) as db:
        db.place(place(first, "/x/a.jsonl#1", 4).model_copy(update={"own_id": "x-1"}))
        db.place(place(second, "/x/a.jsonl#2", 5).model_copy(update={"own_id": "7"}))
    for name, ids in {
        "7": ["7"], "x-1": ["7"], "a.jsonl#2": ["b:7"], "/x/a.jsonl#1": ["7"], "8.txt": ["8"],
        "a.jsonl": ["7", "b:7"], "/x/a.jsonl": ["7", "b:7"], "a": [], "a.json_": [],
    }.items():  # fmt: skip
        assert sorted(fresh.find(name)) == ids, name


texts = st.text(min_size=1, max_size=200).map(storable).filter(str.strip)
days = st.dates(min_value=date(1900, 1, 1)).map(date.isoformat)
drafts = st.builds(
    Draft, own_id=st.just("a"), text=texts, title=st.none() | texts, source=st.none() | texts,
    url=st.none() | texts, metadata=st.lists(days, max_size=1).map(tuple),
)  # fmt: skip


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(draft=drafts)
def test_what_is_put_comes_back(fresh: Catalog, draft: Draft) -> None:
    article = make_article(draft, "a.txt")
    put(fresh, article)
    assert list(fresh.articles(["gone", "a"])) == [article]
    ((_, chunk),) = fresh.chunks(article)
    assert chunk.text == article.text
    assert fresh.counts() == {"articles": 1, "sentences": 0, "chunks": 1}


def test_the_digest_depends_on_the_articles_alone(tmp_path: Path) -> None:
    one, two = make("1", "One."), make("2", "Two.")
    digests = []
    for number, articles in enumerate([(one, two), (two, one), (one,)]):
        catalog = Catalog(tmp_path / f"{number}.sqlite", create=True)
        put(catalog, *articles)
        digests.append(catalog.digest())
        catalog.close()
    assert digests[0] == digests[1] != digests[2]


def test_a_change_is_whole_or_nothing(fresh: Catalog) -> None:
    put(fresh, make("1", "One."))
    before = fresh.generation()
    with pytest.raises(RuntimeError), change(fresh) as db:
        db.put(make("2", "Two."), "v2", [], [])
        raise RuntimeError
    assert (fresh.article_ids(), fresh.generation()) == (["1"], before)
    put(fresh, make("2", "Two."))
    assert fresh.generation() == before + 1


def test_a_reader_sees_one_state(fresh: Catalog) -> None:
    """What is read in one go is of one state, though a writer commits in between."""
    put(fresh, make("1", "One."))
    with fresh.reading() as db:
        count = tables.articles.select()
        assert len(db.execute(count).all()) == 1
        writer = threading.Thread(target=put, args=(fresh, make("2", "Two.")))
        writer.start()
        writer.join()
        assert len(db.execute(count).all()) == 1
    assert len(fresh.article_ids()) == 2


def test_removing_leaves_nothing(fresh: Catalog) -> None:
    put(fresh, make("1", "One herring."), make("2", "Two herrings."))
    with change(fresh) as db:
        db.note_file("/x/1.txt", FileState(size=1, modified=1, reading="r"))
        db.forget_files_of(["1"])
        assert db.remove(["1"]) == [vector_id("v1", 0)]
    assert articles_of(fresh, fresh.search_words("herring", 5)) == {"2"}
    assert fresh.counts()["chunks"] == 1
    assert fresh.file_states() == {}
    assert [p.article_id for p in fresh.places()] == ["2"]


def test_what_is_put_anew_is_read_for_meetings_anew(fresh: Catalog) -> None:
    """Another title leaves text and date as they were, but the reports went with the old parts."""
    put(fresh, make("1", "One."))
    with change(fresh) as db:
        db.mention("1", "as it was", (), ())
    assert [one.mentioned for one in list_made(fresh)] == ["as it was"]
    put(fresh, make("1", "One.", title="Now with a title"))
    assert [one.mentioned for one in list_made(fresh)] == [None]


@pytest.mark.parametrize("content", [b"This is no database. " * 90, b"\x00" * 8192])
@pytest.mark.parametrize("create", [False, True])
def test_what_is_no_database_is_refused(tmp_path: Path, content: bytes, create: bool) -> None:
    (tmp_path / "c.sqlite").write_bytes(content)
    with pytest.raises(ArchiveDamaged, match="index into a new folder"):
        Catalog(tmp_path / "c.sqlite", create=create)
    assert (tmp_path / "c.sqlite").read_bytes() == content


def test_another_programs_database_is_refused(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "c.sqlite") as db:
        db.execute("CREATE TABLE recipes (name)")
    for create in (False, True):
        with pytest.raises(ArchiveDamaged):
            Catalog(tmp_path / "c.sqlite", create=create)


def test_one_that_was_stopped_while_it_was_made_is_made(tmp_path: Path) -> None:
    (tmp_path / "c.sqlite").touch()
    with pytest.raises(ArchiveDamaged):
        Catalog(tmp_path / "c.sqlite")
    Catalog(tmp_path / "c.sqlite", create=True).close()
    Catalog(tmp_path / "c.sqlite").close()


def test_damage_inside_is_told_when_met(tmp_path: Path) -> None:
    path = tmp_path / "c.sqlite"
    catalog = Catalog(path, create=True)
    put(catalog, *(make(str(n), f"Story {n}. " * 300) for n in range(40)))
    catalog.close()
    content = bytearray(path.read_bytes())
    content[len(content) // 3 :: 7] = b"?" * len(content[len(content) // 3 :: 7])
    path.write_bytes(content)
    with pytest.raises(ArchiveDamaged, match="no whole catalogue"):
        list(Catalog(path).articles(str(n) for n in range(40)))


def test_a_place_that_cannot_be_opened_is_told(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match="check its rights"):
        Catalog(tmp_path / "missing" / "c.sqlite", create=True)
