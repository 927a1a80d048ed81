"""The question's vectors are the articles' vectors, and nothing that is embedded is cut unsaid."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.archive import Archive
from index.bert import Vectors
from index.chunks import cut_chunks
from index.embeddings import (
    TITLE_PIECES,
    ArticleEmbedder,
    QuestionEmbedder,
    WordPieces,
    model_folder,
    text_to_embed,
)
from index.errors import ArchiveError
from index.settings import DEFAULTS

TEXTS = [
    "Who met Anna Berg in Oslo?",
    "a",
    "",
    "Łukasz Żółć spoke with Şahin about the Đà Nẵng fisheries, 14 March 2024.",
    "会談は月曜日にオスロで行われた。",
    "🐟 herring — “quota” … 3.5% … U.S.-Norway",
    "The ministers met again. " * 120,  # longer than the model reads
]
PIECES = WordPieces(DEFAULTS)


@pytest.fixture(scope="module")
def questions(archive: Archive) -> list[str]:
    """The sample archive's own sentences, short and long."""
    articles = list(archive.articles())[:20]
    return TEXTS + [s.text for article in articles for s in archive.sentences(article)[:4]]


@pytest.fixture(scope="module")
def told(questions: list[str]) -> Vectors:
    """As articles are embedded."""
    return ArticleEmbedder(DEFAULTS).embed(questions)


@pytest.mark.parametrize("exact, alike", [(False, 0.997), (True, 0.99999)])
def test_both_embedders_give_the_same_vectors(
    exact: bool, alike: float, questions: list[str], told: Vectors, embedder: QuestionEmbedder
) -> None:
    slow = ArticleEmbedder(DEFAULTS, exact=True).embed(questions) if exact else told
    quick = embedder.embed(questions)
    assert slow.shape == quick.shape == (len(questions), DEFAULTS.dimensions)
    assert slow.dtype == quick.dtype == np.float32
    assert (slow * quick).sum(axis=1).min() > alike


def test_both_rank_alike(questions: list[str], told: Vectors, embedder: QuestionEmbedder) -> None:
    asked = embedder.embed(questions)
    by_slow, by_quick = told @ told.T, asked @ told.T
    correlation = np.mean([spearman(a, b) for a, b in zip(by_slow, by_quick, strict=True)])
    assert correlation > 0.998
    assert (by_slow.argmax(axis=1) == by_quick.argmax(axis=1)).all()


def spearman(first: Vectors, second: Vectors) -> float:
    ranks = [np.argsort(np.argsort(values)).astype(float) for values in (first, second)]
    return float(np.corrcoef(ranks[0], ranks[1])[0, 1])


def test_vectors_are_units_and_do_not_depend_on_their_neighbours(
    embedder: QuestionEmbedder,
) -> None:
    together = embedder.embed(TEXTS)
    alone = np.concatenate([embedder.embed([text]) for text in TEXTS])
    assert np.allclose(together, alone, atol=1e-5)
    assert np.allclose(np.linalg.norm(together, axis=1), 1, atol=1e-5)
    assert embedder.embed([]).shape == (0, DEFAULTS.dimensions)


def test_of_a_long_text_the_model_reads_the_start(embedder: QuestionEmbedder) -> None:
    long = "Berg met Stone in Oslo. " * 200
    assert PIECES.count(long) > 1000
    assert len(PIECES.ids(long)) == DEFAULTS.model_reads
    start, whole = embedder.embed([PIECES.cut(long, DEFAULTS.model_reads - 2), long])
    assert np.allclose(start, whole, atol=1e-5)


@pytest.mark.parametrize("text, count", [
    ("", 0), ("Oslo", 1), ("Berg met Stone.", 4), ("embeddings", 4), ("🐟", 1),
])  # fmt: skip
def test_counts_word_pieces(text: str, count: int) -> None:
    assert PIECES.count(text) == count


@settings(deadline=None, max_examples=60)
@given(st.text(max_size=400) | st.just("word " * 700))
def test_the_count_is_what_the_model_would_read(text: str) -> None:
    """Counted by the tokenizer as sentence-transformers loads it, without its limit."""
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_file(str(model_folder(DEFAULTS) / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    with_marks = len(tokenizer.encode(text).ids)
    assert PIECES.count(text) == with_marks - 2
    assert len(PIECES.ids(text)) == min(with_marks, DEFAULTS.model_reads)


@settings(deadline=None, max_examples=60)
@given(st.text(max_size=300), st.integers(1, 50))
def test_a_cut_is_the_start_and_no_longer_than_asked(text: str, most: int) -> None:
    cut = PIECES.cut(text, most)
    assert text.startswith(cut)
    assert PIECES.count(cut) <= most or PIECES.count(text) <= most


@settings(deadline=None, max_examples=60)
@given(st.text(min_size=1, max_size=500))
def test_title_and_chunk_fit_what_the_model_reads(title: str) -> None:
    chunk = "Berg met Stone. " * (DEFAULTS.longest_chunk // 4)
    whole = text_to_embed(title, chunk, PIECES)
    assert whole.endswith(chunk)
    assert PIECES.count(whole) <= DEFAULTS.longest_chunk + TITLE_PIECES + 2
    assert PIECES.count(whole) + 2 <= DEFAULTS.model_reads


@pytest.mark.parametrize("title, text", [
    (None, "Berg came."), ("", "Berg came."), ("Oslo\n talks", "Oslo talks. Berg came."),
])  # fmt: skip
def test_the_title_stands_before_the_chunk(title: str | None, text: str) -> None:
    assert text_to_embed(title, "Berg came.", PIECES) == text


def test_no_chunk_of_the_sample_archive_is_longer_than_allowed(archive: Archive) -> None:
    for article in archive.articles():
        chunks = cut_chunks(article, archive.sentences(article), PIECES.count, DEFAULTS)
        assert chunks == [chunk for _, chunk in archive.catalog.chunks(article)]
        assert all(PIECES.count(chunk.text) <= DEFAULTS.longest_chunk for chunk in chunks)


def test_a_model_that_is_not_installed_is_named() -> None:
    with pytest.raises(ArchiveError, match="pip install no-such-model"):
        model_folder(DEFAULTS.model_copy(update={"model": "no_such_model"}))
