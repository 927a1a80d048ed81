"""Trains what index/cross_encoder.npz holds: `python -m eval.train_cross_encoder OUT FILE…`.

A file has a question a line, with the sentences of a text and the numbers of those that answer it,
none where it has no answer: {"question": …, "sentences": [… , …], "answers": [3]}. A step takes a
few questions, each with a right sentence and some wrong ones; the loss is that of choosing the
right one among them (softmax) and of telling right from wrong (logistic). docs/measurements.md says
which questions the numbers in use came from.
"""

from __future__ import annotations

import argparse
import hashlib
import math
import random
import time
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from index.cross_encoder import OF_THE_MODEL, Pair, pair_up
from index.embeddings import WordPieces, model_folder
from index.records import Record
from index.settings import DEFAULTS

RANK = 16  # of the change to each layer
RATE = 1.5e-3  # the only one tried for a change of low rank; rises for 100 steps, then falls
WRONG = 4  # wrong sentences beside a right one
AT_ONCE = 8  # questions a step
SORTED = 128  # questions sorted by length before they are put together: less padding
NEAR = 2  # sentences to either side of the right one, of which one is always among the wrong
RISING = 100  # steps
LAYERS = ("attention.self.query", "attention.self.key", "attention.self.value",
          "attention.output.dense", "intermediate.dense", "output.dense")  # fmt: skip


class Asked(Record):
    """A question, the sentences of a text, and which of them answer it."""

    question: str
    sentences: tuple[str, ...]
    answers: tuple[int, ...]


class Tried(Record):
    """A question read together with a sentence, and whether that answers it."""

    pair: Pair
    answers: bool


class Changed(nn.Module):
    """A linear layer with a change of low rank added, which alone is trained (Hu et al. 2022)."""

    def __init__(self, layer: nn.Linear, rank: int) -> None:
        super().__init__()
        self.layer = layer
        spread = 1 / math.sqrt(layer.in_features)
        self.into = nn.Parameter(torch.randn(rank, layer.in_features) * spread)
        self.out = nn.Parameter(torch.zeros(layer.out_features, rank))

    def forward(self, states: Tensor) -> Tensor:
        """What the layer gives, changed."""
        change = functional.linear(functional.linear(states, self.into), self.out)
        return self.layer(states) + change  # type: ignore[no-any-return]


class Model(nn.Module):
    """The embedding model, changed, with one number for a text: whether its sentence answers."""

    def __init__(self, rank: int = RANK) -> None:
        super().__init__()
        from transformers import BertModel

        self.bert = BertModel.from_pretrained(str(model_folder(DEFAULTS)), add_pooling_layer=False)
        self.bert.requires_grad_(requires_grad=False)
        for layer in self.bert.encoder.layer:
            for name in LAYERS:
                parent, _, last = name.rpartition(".")
                within = layer.get_submodule(parent)
                setattr(within, last, Changed(getattr(within, last), rank))
        self.bert.embeddings.token_type_embeddings.weight.requires_grad_()
        self.head = nn.Linear(self.bert.config.hidden_size, 1)

    def forward(self, pairs: Sequence[Pair]) -> Tensor:
        """A log-odds for each."""
        longest = max(len(one.ids) for one in pairs)
        ids, types, mask = (torch.zeros(len(pairs), longest, dtype=torch.long) for _ in range(3))
        for row, one in enumerate(pairs):
            ids[row, : len(one.ids)] = torch.tensor(one.ids)
            types[row, : len(one.ids)] = torch.tensor(one.types)
            mask[row, : len(one.ids)] = 1
        told = self.bert(input_ids=ids, token_type_ids=types, attention_mask=mask)
        states, held = told.last_hidden_state.float(), mask[..., None].float()
        means = (states * held).sum(dim=1) / held.sum(dim=1)
        return self.head(means)[:, 0]  # type: ignore[no-any-return]

    def stored(self) -> dict[str, Any]:
        """The change as index/cross_encoder.py reads it, by the model's names."""
        types = "embeddings.token_type_embeddings.weight"
        own = self.bert.get_parameter(OF_THE_MODEL).detach().numpy()
        kept: dict[str, Any] = {"model": np.array(hashlib.sha256(own.tobytes()).hexdigest())}
        kept[types] = _small(self.bert.get_parameter(types))
        for name, part in self.bert.named_modules():
            if isinstance(part, Changed):
                kept[f"{name}.weight.in"], kept[f"{name}.weight.out"] = map(
                    _small, (part.into, part.out)
                )
        kept["head.weight"] = self.head.weight.detach().numpy()[0]
        kept["head.bias"] = self.head.bias.detach().numpy()[0]
        return kept


def train(model: Model, asked: Sequence[Asked], *, seconds: float, seed: int = 0) -> None:
    """Trains for so long; prints how it goes every two hundred steps."""
    torch.manual_seed(seed)
    trained = [one for one in model.parameters() if one.requires_grad]
    optimizer = torch.optim.AdamW(trained, lr=RATE, weight_decay=0.01)
    start, total = time.monotonic(), 0.0
    for step, batch in enumerate(_batches(asked, random.Random(seed)), start=1):
        gone = (time.monotonic() - start) / seconds
        if gone >= 1:
            return
        for group in optimizer.param_groups:
            group["lr"] = RATE * min(1, step / RISING) * (1 - gone)
        loss = _lose(model, batch)
        optimizer.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        nn.utils.clip_grad_norm_(trained, 1.0)
        optimizer.step()
        total += loss.item()
        if step % 200 == 0:
            print(f"{step} steps, {gone:.0%} of the time, loss {total / 200:.3f}", flush=True)
            total = 0.0


def _batches(asked: Sequence[Asked], dice: random.Random) -> Iterator[list[list[Tried]]]:
    """Questions without end, those of about one length together; a right sentence comes first."""
    pieces = WordPieces(DEFAULTS)
    left = list(asked)
    while left:
        dice.shuffle(left)
        for at in range(0, len(left), SORTED):
            groups = [list(_choose(one, pieces, dice)) for one in left[at : at + SORTED]]
            groups.sort(key=lambda group: max(len(one.pair.ids) for one in group))
            batches = [groups[n : n + AT_ONCE] for n in range(0, len(groups), AT_ONCE)]
            dice.shuffle(batches)
            yield from batches


def _choose(asked: Asked, pieces: WordPieces, dice: random.Random) -> Iterator[Tried]:
    """A question with one right sentence, if it has one, and wrong ones, one of them beside it."""
    wrong = [n for n in range(len(asked.sentences)) if n not in asked.answers]
    dice.shuffle(wrong)
    near = [n for n in wrong if any(abs(n - right) <= NEAR for right in asked.answers)]
    right = [dice.choice(asked.answers)] if asked.answers else []
    for n in right + list(dict.fromkeys((*near[:1], *wrong)))[:WRONG]:
        pair = pair_up(pieces, asked.question, asked.sentences[n])
        yield Tried(pair=pair, answers=n in asked.answers)


def _lose(model: Model, batch: Sequence[Sequence[Tried]]) -> Tensor:
    tried = [one for group in batch for one in group]
    with torch.autocast("cpu", torch.bfloat16):
        scores = model([one.pair for one in tried]).float()
    right = torch.tensor([float(one.answers) for one in tried])
    loss = functional.binary_cross_entropy_with_logits(scores, right)
    for group, own in zip(batch, scores.split([len(group) for group in batch]), strict=True):
        if group[0].answers:
            loss = loss + functional.cross_entropy(own[None], torch.tensor([0])) / len(batch)
    return loss


def _small(part: Tensor) -> Any:
    return part.detach().numpy().astype(np.float16)


def _read(paths: Iterable[Path]) -> Iterator[Asked]:
    for path in paths:
        for line in path.read_text(encoding="utf-8").splitlines():
            yield Asked.model_validate_json(line)


def main() -> None:
    """Reads the files, trains, and writes the change."""
    parser = argparse.ArgumentParser(prog="eval.train_cross_encoder", description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("files", type=Path, nargs="+", metavar="FILE")
    parser.add_argument("--minutes", type=float, default=60)
    chosen = parser.parse_args()
    asked = list(_read(chosen.files))
    model = Model()
    train(model, asked, seconds=60 * chosen.minutes)
    np.savez_compressed(chosen.out, **model.stored())
    print(f"{len(asked)} questions; wrote {chosen.out}")


if __name__ == "__main__":
    main()
