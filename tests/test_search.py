"""Search: two rankings fused, and limits that hold before the best are cut."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.archive import Archive
from index.articles import make_article
from index.bert import Vectors
from index.catalog import Filter
from index.changes import change, vector_id
from index.drafts import Draft
from index.records import Chunk
from index.search import Searcher, fuse

CROWD = 800  # articles nearer to the question than any that passes the filter
DAY = date(2020, 1, 1)


@pytest.mark.parametrize("rankings, weights, best", [
    ([["a", "b"], ["b", "c"]], (0.5, 0.5), ["b", "a", "c"]),
    ([["a", "b"], ["b", "c"]], (1.0, 0.0), ["a", "b", "c"]),
    ([["a"], ["b"]], (0.4, 0.6), ["b", "a"]),
    ([[], ["b"]], (0.5, 0.5), ["b"]),
    ([[], []], (0.5, 0.5), []),
])  # fmt: skip
def test_fusing(rankings: list[list[str]], weights: tuple[float, float], best: list[str]) -> None:
    assert list(fuse(rankings, weights)) == best


orders = st.lists(st.permutations(range(8)), min_size=1, max_size=4)


@given(orders)
def test_fusing_one_order_with_itself_keeps_it(rankings: list[list[int]]) -> None:
    fused = fuse([rankings[0]] * 3, [1.0] * 3)
    assert list(fused) == rankings[0]
    scores = list(fuse(rankings, [1.0] * len(rankings)).values())
    assert scores == sorted(scores, reverse=True)


class Pointer:
    """An embedder to whom every text points the same way."""

    def embed(self, texts: Sequence[str]) -> Vectors:
        return np.tile(north(0), (len(texts), 1))


def north(angle: float) -> Vectors:
    """The unit vector at an angle from the way that texts point."""
    vector = np.zeros(8, dtype=np.float32)
    vector[0], vector[1] = np.cos(angle), np.sin(angle)
    return vector


@pytest.fixture(scope="module")
def crowd(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    """A crowd of articles near to every question, one a day; six of another outlet far away.

    Of the six, three are of the crowd's last day, two of the year before, one has no date.
    """
    last = DAY + timedelta(CROWD - 1)
    days: list[date | None] = [DAY + timedelta(n) for n in range(CROWD)]
    days += [last, last, last, date(2019, 5, 1), date(2019, 6, 1), None]
    archive = Archive.make(tmp_path_factory.mktemp("crowd") / "archive")
    with change(archive.catalog) as db:
        for number, day in enumerate(days):
            text = f"Talks number {number}."
            draft = Draft(
                own_id=str(number), text=text, source="Far" if number >= CROWD else "Near",
                metadata=(day.isoformat(),) if day else (),
            )  # fmt: skip
            chunk = Chunk(article_id=str(number), number=0, start=0, end=len(text), text=text)
            db.put(make_article(draft, ""), f"v{number}", [], [chunk])
    ids = [vector_id(f"v{number}", 0) for number in range(len(days))]
    angles = [0.5 + n / CROWD if n < CROWD else 1.5 + n / CROWD for n in range(len(days))]
    archive.vectors.add(ids, np.stack([north(angle) for angle in angles]))
    yield archive
    archive.close()


FAR = {str(number) for number in range(CROWD, CROWD + 6)}


@pytest.mark.parametrize("limits, ids", [
    (Filter(sources=("Far",)), FAR),
    (Filter(sources=("far",), since=date(2020, 1, 1)), {"800", "801", "802"}),
    (Filter(until=date(2019, 12, 31)), {"803", "804"}),
    (Filter(as_of=date(2019, 5, 31)), {"803"}),
    (Filter(as_of=date(2019, 4, 30)), set()),
    (Filter(since=DAY + timedelta(CROWD - 1)), {"799", "800", "801", "802"}),
    (Filter(sources=("Far",), until=date(2030, 1, 1)), FAR - {"805"}),
    (Filter(sources=("Nobody",)), set()),
])  # fmt: skip
def test_limits_hold_before_the_best_are_cut(crowd: Archive, limits: Filter, ids: set[str]) -> None:
    searcher = Searcher(crowd.catalog, crowd.vectors, Pointer())
    assert {row.article_id for row, _ in searcher.nearest("?", 10, limits)} == ids
    assert {row.article_id for row, _ in searcher.matching("talks", 10, limits)} == ids
    assert {hit.chunk.article_id for hit in searcher.search("talks", 10, limits)} == ids


@pytest.mark.parametrize("k", [1, 10, 600])
def test_the_nearest_come_in_order(crowd: Archive, k: int) -> None:
    searcher = Searcher(crowd.catalog, crowd.vectors, Pointer())
    found = searcher.nearest("?", k, Filter())
    assert [row.article_id for row, _ in found] == [str(number) for number in range(k)]


def test_vectors_that_no_chunk_knows_take_no_place(crowd: Archive) -> None:
    """As a stopped run leaves them: 700 nearer to the question than any article."""
    stray = [f"stray:{number}" for number in range(700)]
    around = np.random.default_rng(0).normal(north(0), 0.05, (700, 8)).astype(np.float32)
    crowd.vectors.add(stray, around)
    searcher = Searcher(crowd.catalog, crowd.vectors, Pointer())
    found = searcher.nearest("?", 5, Filter())
    crowd.vectors.remove(stray)
    assert [row.article_id for row, _ in found] == ["0", "1", "2", "3", "4"]


def test_chunks_without_a_vector_are_found_by_their_words(crowd: Archive) -> None:
    gone = vector_id("v803", 0)
    crowd.vectors.remove([gone])
    searcher = Searcher(crowd.catalog, crowd.vectors, Pointer())
    hits = searcher.search("talks", 5, Filter(until=date(2019, 12, 31)))
    crowd.vectors.add([gone], north(2.9)[None])
    assert {hit.chunk.article_id: hit.similarity is None for hit in hits} == {
        "803": True, "804": False,
    }  # fmt: skip


@pytest.mark.parametrize("query", ["", "???", "the of and", '"', "NEAR(", "a* OR (b", "l'été"])
def test_any_text_can_be_searched(archive: Archive, query: str) -> None:
    assert len(archive.search(query, 3)) == 3


@pytest.mark.parametrize("query, words", [
    ("Which bow thruster broke on the Havdronning?", "Havdronning"),
    ("Halina Mroczek", "Mroczek"),
    ("halina MROCZEK gdansk", "Mroczek"),
])  # fmt: skip
def test_names_and_rare_words_are_found(archive: Archive, query: str, words: str) -> None:
    best = archive.search(query, 5)
    texts = [archive.article(hit.chunk.article_id).text for hit in best]
    assert any(words in text for text in texts[:2])


def test_every_hit_opens_at_its_words(archive: Archive) -> None:
    for article in list(archive.articles())[::15]:
        _, chunk = archive.catalog.chunks(article)[0]
        found = [hit.chunk for hit in archive.search(chunk.text, 3)]
        texts = [archive.article(row.article_id).text[row.start : row.end] for row in found]
        assert chunk.text in texts
