"""How well a sentence answers a question: the embedding model reads the two together.

A cross-encoder (Nogueira and Cho, arXiv:1901.04085): it sees which words of the question the
sentence takes up and what it says of them, where two vectors only tell that they are alike. Its
weights are the installed model's and a change of low rank to them (LoRA: Hu et al., ICLR 2022),
which is all that lies here; what it was trained on and what it is worth: docs/measurements.md.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from index.bert import Bert, Vectors
from index.records import Record

if TYPE_CHECKING:
    from index.embeddings import WordPieces

CHANGE = Path(__file__).with_name("cross_encoder.npz")
QUESTION_PIECES = 36  # word pieces that are read of a question, as in training
SENTENCE_PIECES = 64  # and of a sentence
OF_THE_MODEL = "embeddings.LayerNorm.weight"  # tells one model from another


class Pair(Record):
    """A question and a sentence as the model reads them together.

    `ids` are word pieces with the model's marks; `types` is 0 for the question's, 1 after them.
    """

    ids: tuple[int, ...]
    types: tuple[int, ...]


def pair_up(pieces: WordPieces, question: str, sentence: str) -> Pair:
    """The two put together, each cut to what is read of it."""
    start, *asked, end = pieces.ids(question)
    _, *told, _ = pieces.ids(sentence)
    first = (start, *asked[:QUESTION_PIECES], end)
    second = (*told[:SENTENCE_PIECES], end)
    return Pair(ids=first + second, types=(0,) * len(first) + (1,) * len(second))


class CrossEncoder:
    """Scores sentences for a question; only over the model that it was trained on."""

    def __init__(self, bert: Bert, pieces: WordPieces) -> None:
        self._bert, self._pieces = bert, pieces

    @cached_property
    def fits(self) -> bool:
        """Whether the installed model is the one that the change belongs to."""
        own = self._bert.weights.get(OF_THE_MODEL)
        known = str(self._change["model"]) if "model" in self._change else ""
        return own is not None and hashlib.sha256(own.tobytes()).hexdigest() == known

    def score(self, question: str, sentences: Sequence[str]) -> Vectors:
        """A log-odds that it answers for each sentence, shape (sentences,); zeros without `fits`.

        They tell which of several answers, less whether one does.
        """
        if not sentences or not self.fits:
            return np.zeros(len(sentences), dtype=np.float32)
        pairs = [pair_up(self._pieces, question, one) for one in sentences]
        means = self._changed.means([one.ids for one in pairs], [one.types for one in pairs])
        head = self._change["head.weight"].astype(np.float32)
        return np.asarray(means @ head + self._change["head.bias"], dtype=np.float32)

    @cached_property
    def _change(self) -> dict[str, np.ndarray[tuple[int, ...], np.dtype[np.float32]]]:
        with np.load(CHANGE, allow_pickle=False) as stored:
            return dict(stored)

    @cached_property
    def _changed(self) -> Bert:
        return _Changed(self._bert, dict(self._alter()))

    def _alter(self) -> Iterator[tuple[str, Vectors]]:
        """The weights that differ from the model's, by name."""
        for name, change in self._change.items():
            if name.endswith(".in"):  # (rank, in) and (out, rank), whose product is added
                layer = name.removesuffix(".in")
                out = self._change[f"{layer}.out"].astype(np.float32)
                yield layer, self._bert.weights[layer] + out @ change.astype(np.float32)
            elif name.startswith("embeddings."):
                yield name, change.astype(np.float32)


class _Changed(Bert):
    """A model some of whose weights are others."""

    def __init__(self, bert: Bert, others: dict[str, Vectors]) -> None:
        super().__init__(bert.folder)
        self._all = bert.weights | others

    @property
    def weights(self) -> dict[str, Vectors]:
        """The weights with the others in their places."""
        return self._all
