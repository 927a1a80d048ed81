"""The forward pass of a small BERT in NumPy, for a few texts at once.

Importing PyTorch takes seconds, which one question at a terminal cannot wait for.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]
WEIGHTS = "model.safetensors"
ROWS = 32  # of a layer's states that are worked on at once; 16 to 64 alike
HALF = np.float32(0.5)
ERF_STEP = np.float32(0.3275911)
ERF_FACTORS = tuple(map(np.float32, (1.061405429, -1.453152027, 1.421413741, -0.284496736,
                                     0.254829592)))  # fmt: skip


class Bert:
    """The model of a folder (BERT: Devlin et al. 2019), its weights read when first needed.

    The texts' word pieces go through the linear layers as one matrix, without padding; only the
    attention looks at each text alone.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @property
    def dimensions(self) -> int:
        """Numbers of a state."""
        return int(self._config["hidden_size"])

    def means(
        self, ids: Sequence[Sequence[int]], types: Sequence[Sequence[int]] | None = None
    ) -> Vectors:
        """The mean of each text's last states, shape (texts, dimensions).

        `ids` are each text's word pieces with the model's marks; `types` tell for each whether it
        is of the first part of the text or of the second, all of the first where they are left out.
        """
        ends = np.cumsum([len(some) for some in ids])
        texts_of = [slice(end - len(some), end) for some, end in zip(ids, ends, strict=True)]
        states = self._enter(ids, types or [[0] * len(some) for some in ids])
        for layer in range(self._config["num_hidden_layers"]):
            states = self._layer(states, texts_of, f"encoder.layer.{layer}")
        return np.stack([states[text].mean(axis=0) for text in texts_of])

    @property
    def weights(self) -> dict[str, Vectors]:
        """The model's weights by their names, as they are stored."""
        return self._stored

    @cached_property
    def _stored(self) -> dict[str, Vectors]:
        from safetensors.numpy import load_file

        return dict(load_file(self.folder / WEIGHTS))

    @cached_property
    def _turned(self) -> dict[str, Vectors]:
        """The linear layers as they are multiplied with: for few rows twice as fast as turned."""
        return {
            name: np.ascontiguousarray(weight.T)
            for name, weight in self.weights.items()
            if weight.ndim == 2 and name.startswith("encoder.")
        }

    @cached_property
    def _config(self) -> dict[str, Any]:
        return dict(json.loads((self.folder / "config.json").read_text()))

    def _enter(self, ids: Sequence[Sequence[int]], types: Sequence[Sequence[int]]) -> Vectors:
        tables = "embeddings.{}_embeddings.weight"
        places = [place for some in ids for place in range(len(some))]
        states = (
            self.weights[tables.format("word")][[id for some in ids for id in some]]
            + self.weights[tables.format("position")][places]
            + self.weights[tables.format("token_type")][[of for some in types for of in some]]
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
        return states @ self._turned[f"{name}.weight"] + self.weights[f"{name}.bias"]

    def _normalise(self, states: Vectors, name: str) -> Vectors:
        centred = states - states.mean(axis=-1, keepdims=True)
        spread = np.square(centred).mean(axis=-1, keepdims=True) + self._config["layer_norm_eps"]
        scaled: Vectors = (
            centred / np.sqrt(spread, dtype=np.float32) * self.weights[f"{name}.weight"]
        )
        return scaled + self.weights[f"{name}.bias"]


def _softmax(scores: Vectors) -> Vectors:
    raised = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return np.asarray(raised / raised.sum(axis=-1, keepdims=True), dtype=np.float32)


def _gelu(states: Vectors) -> Vectors:
    """Each x times the normal distribution's share below it.

    A few rows at a time stay in the processor's cache: a third of the time of scipy.special.erf.
    """
    out = np.empty_like(states)
    for start in range(0, len(states), ROWS):
        rows = states[start : start + ROWS]
        out[start : start + ROWS] = rows * HALF * (1 + _erf(rows * np.float32(2**-0.5)))
    return out


def _erf(values: Vectors) -> Vectors:
    """The error function to 5e-7 (Abramowitz and Stegun, formula 7.1.26)."""
    size = np.abs(values)
    part = np.reciprocal(1 + ERF_STEP * size)
    total = np.zeros_like(size)
    for factor in ERF_FACTORS:
        total += factor
        total *= part
    total *= np.exp(-size * size)
    return np.asarray(np.copysign(1 - total, values), dtype=np.float32)
