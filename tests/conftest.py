"""What tests share: the sample archive, built once, and a shelf of sources with an archive beside.

No test sees the user's own archive or home.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from served import address, browser, context, page, small_archive  # noqa: F401  # fixtures

# Two threads of OpenBLAS spin while they wait: on two busy cores three times the work of one.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # read when NumPy is imported

from index.archive import Archive
from index.bert import Vectors
from index.embeddings import Embedder, QuestionEmbedder
from index.ingest import Report, Writer
from index.settings import DEFAULTS

# Five stories of one chunk each.
OSLO = "Minister Anna Berg met envoy Karl Stone in Oslo on Monday to talk of herring."
RIGA = "The talks in Riga were called off after the ferry lost its rudder in the ice."
LIMA = "A llama broke into the Lima reception and ate the treaty, its host has admitted."
BONN = "The ministers signed the Bonn protocol on beet sugar in a disused railway coach."
CORK = "Nobody turned up in Cork, where the harbour commission had laid out forty chairs."
ARTICLES = Path(__file__).parents[1] / "eval" / "articles"


@pytest.fixture(scope="session", autouse=True)
def _own_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HOME", str(home))
        patch.setenv("DATELINE_ARCHIVE", str(home / "archive"))
        yield


@pytest.fixture(scope="session")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    """The sample archive; tests only read it."""
    with Archive.build([ARTICLES], tmp_path_factory.mktemp("sample") / "archive") as archive:
        yield archive


@pytest.fixture(scope="session")
def embedder() -> QuestionEmbedder:
    """The real model, without the ten seconds that sentence-transformers takes to import."""
    return QuestionEmbedder(DEFAULTS)


class Noting:
    """An embedder that notes what it was given."""

    def __init__(self, embedder: Embedder) -> None:
        self._embedder = embedder
        self.texts: list[str] = []

    def embed(self, texts: Sequence[str]) -> Vectors:
        self.texts += texts
        return self._embedder.embed(texts)


class Shelf:
    """A folder of sources and an archive beside it; `embedded` holds what the last run embedded."""

    def __init__(self, folder: Path, embedder: Embedder) -> None:
        self.sources = folder / "sources"
        self.sources.mkdir()
        self.archive = Archive.make(folder / "archive")
        self.embedded: list[str] = []
        self._embedder = embedder

    def write(self, name: str, content: str | Sequence[dict[str, object]] | None) -> Path:
        """A text, or a line for each story; None takes the file away."""
        path = self.sources / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if content is None:
            path.unlink()
        elif isinstance(content, str):
            path.write_text(content, encoding="utf-8")
        else:
            path.write_text("".join(f"{json.dumps(story)}\n" for story in content))
        return path

    def index(self, *names: str, prune: bool = False, archive: Archive | None = None) -> Report:
        """Indexes everything, or what is named of it; `archive` is its archive opened again."""
        noting = Noting(self._embedder)
        archive = archive or self.archive
        with archive.writing():
            writer = Writer(archive.catalog, archive.vectors, noting, archive.settings)
            sources = [self.sources / name for name in names] or [self.sources]
            report = writer.run(sources, prune=prune, progress=lambda done, total: None)
        self.embedded = noting.texts
        return report

    def paths(self) -> dict[str, str]:
        """Every path with the text that was read there."""
        return {
            path.removeprefix("sources/"): article.text
            for article in self.archive.articles()
            for path in article.paths
        }


@pytest.fixture
def shelf(tmp_path: Path, embedder: QuestionEmbedder) -> Iterator[Shelf]:
    """An empty shelf."""
    shelf = Shelf(tmp_path, embedder)
    yield shelf
    shelf.archive.close()
