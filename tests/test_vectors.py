"""Vectors in a real Chroma: what is stored is found, whatever other stores do meanwhile."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from index import vectors
from index.bert import Vectors
from index.errors import ArchiveDamaged
from index.vectors import VectorStore

WIDE = 16


def units(count: int, seed: int = 0) -> Vectors:
    drawn = np.random.default_rng(seed).standard_normal((count, WIDE)).astype(np.float32)
    return np.asarray(drawn / np.linalg.norm(drawn, axis=1, keepdims=True), dtype=np.float32)


def names(count: int) -> list[str]:
    return [f"v:{number}" for number in range(count)]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[VectorStore]:
    """A store of 300 vectors."""
    store = VectorStore(tmp_path / "vectors")
    store.add(names(300), units(300))
    yield store
    store.close()


def test_the_nearest_by_cosine_best_first(store: VectorStore) -> None:
    asked = units(1, seed=1)[0]
    cosines = units(300) @ asked
    best = np.argsort(-cosines)[:10]
    found = store.nearest(asked, 10)
    assert [id for id, _ in found] == [f"v:{number}" for number in best]
    assert np.allclose([cosine for _, cosine in found], cosines[best], atol=1e-5)


@pytest.mark.parametrize("among", [1, 7, 150, 299])
def test_only_among_those_named(
    store: VectorStore, among: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(vectors, "MOST_IDS", 100)
    chosen = np.random.default_rng(among).choice(300, among, replace=False)
    asked = units(1, seed=2)[0]
    best = chosen[np.argsort(-(units(300)[chosen] @ asked))][:20]
    found = store.nearest(asked, 20, [f"v:{number}" for number in chosen])
    assert [id for id, _ in found] == [f"v:{number}" for number in best]


def test_more_ids_than_chroma_takes_at_once(store: VectorStore) -> None:
    """Above 32,766 ids SQLite has no variables left and Chroma fails."""
    many = [*names(300), *(f"absent:{number}" for number in range(40_000))]
    assert len(store.nearest(units(1)[0], 400, many)) == 300
    store.remove(many)
    assert store.ids() == set()


def test_ids_that_are_not_there_are_passed_over(store: VectorStore) -> None:
    """Chroma itself fails with "Error finding id" where one is missing."""
    asked = units(1)[0]
    assert [id for id, _ in store.nearest(asked, 3, ["v:0", "gone:1"])] == ["v:0"]
    assert store.nearest(asked, 3, ["gone:1"]) == store.nearest(asked, 3, []) == []
    assert store.similarities(asked, ["gone:1"]) == store.similarities(asked, []) == {}
    assert store.similarities(asked, ["v:0", "gone:1"]) == pytest.approx({"v:0": 1.0})
    store.remove(["gone:1", "v:1"])
    assert store.ids() == set(names(300)) - {"v:1"}


def test_a_vector_stored_again_is_the_new_one(store: VectorStore) -> None:
    new = units(1, seed=9)
    store.add(["v:5"], new)
    assert store.count() == 300
    assert dict(store.nearest(new[0], 1)) == {"v:5": pytest.approx(1.0, abs=1e-5)}


def test_more_vectors_than_one_batch(tmp_path: Path) -> None:
    store = VectorStore(tmp_path / "many")
    store.add(names(6000), units(6000))
    assert store.count() == 6000
    store.close()


def test_an_empty_store_finds_nothing(tmp_path: Path) -> None:
    store = VectorStore(tmp_path / "none")
    assert (store.nearest(units(1)[0], 5), store.count(), store.ids()) == ([], 0, set())
    store.close()


def test_nothing_is_opened_for_nothing(tmp_path: Path) -> None:
    store = VectorStore(tmp_path / "none")
    store.add([], units(0))
    store.remove([])
    assert store.nearest(units(1)[0], 5, []) == []
    store.close()
    assert not (tmp_path / "none").exists()


def test_two_stores_of_one_folder_do_not_close_each_other(
    tmp_path: Path, store: VectorStore
) -> None:
    other = VectorStore(tmp_path / "vectors")
    assert other.count() == 300
    store.add(["new:1"], units(1, seed=3))
    store.close()
    assert len(other.nearest(units(1)[0], 5)) == 5
    other.close()
    assert other.nearest(units(1, seed=3)[0], 1)[0][0] == "new:1", "opened anew it sees the rest"
    other.close()


def test_what_another_store_wrote_since_is_found_when_named(
    tmp_path: Path, store: VectorStore
) -> None:
    asked = units(1, seed=3)
    assert len(store.nearest(asked[0], 400)) == 300
    other = VectorStore(tmp_path / "vectors")
    other.add(["new:1"], asked)
    other.remove(["v:7"])
    other.close()
    found = store.nearest(asked[0], 3, ["new:1", "v:7", "v:8"])
    assert [id for id, _ in found] == ["new:1", "v:8"]
    assert store.similarities(asked[0], ["new:1"]) == pytest.approx({"new:1": 1.0})


def test_opening_anew_again_and_again_leaks_nothing(store: VectorStore) -> None:
    def open_anew() -> int:
        store.close()
        store.nearest(units(1)[0], 1)
        return len(list(Path("/proc/self/fd").iterdir()))

    before = [open_anew() for _ in range(3)][-1]
    after = [open_anew() for _ in range(20)][-1]
    assert after < before + 10  # one each would be 20; servers of other tests open some meanwhile


def test_threads_may_search_while_one_opens_anew(store: VectorStore) -> None:
    faults: list[BaseException] = []

    def search() -> None:
        try:
            for seed in range(40):
                assert len(store.nearest(units(1, seed)[0], 3)) == 3
        except BaseException as fault:  # noqa: BLE001 - a thread's fault must reach the test
            faults.append(fault)

    threads = [threading.Thread(target=search) for _ in range(3)]
    for thread in threads:
        thread.start()
    while any(thread.is_alive() for thread in threads):
        store.close()
    assert not faults


def test_a_damaged_store_says_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "vectors").mkdir()
    (tmp_path / "vectors" / "chroma.sqlite3").write_bytes(b"no database" * 100)
    store = VectorStore(tmp_path / "vectors")
    for use in (store.ids, store.count, lambda: store.nearest(units(1)[0], 1)):
        with pytest.raises(ArchiveDamaged, match="doctor --repair"):
            use()
    store.destroy()
    store.add(names(2), units(2))
    assert store.count() == 2
    store.close()
