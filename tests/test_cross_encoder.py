"""What reads question and sentence together: which of several sentences answers."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from index import cross_encoder
from index.cross_encoder import QUESTION_PIECES, SENTENCE_PIECES, CrossEncoder, pair_up
from index.embeddings import QuestionEmbedder, WordPieces
from index.settings import DEFAULTS

FERRY = (
    "Prime Minister Tove Lund met her Latvian counterpart, Karl Berg, in Tallinn on Thursday.",
    "They want the ferry to sail again before the summer.",
    "It was stopped in March because its bow door did not close.",
    "Berg said that his government would pay 40 million euros for a new one.",
    "The crews' union calls the plan a gift to the shipyard.",
    "About two hundred people protested outside the town hall.",
)


@pytest.mark.parametrize(
    "question, answer",
    [
        ("Why does the ferry not run?", 2),
        ("How much money did Riga offer?", 3),
        ("What is the opinion of the sailors' organisation?", 4),
        ("How many demonstrators came?", 5),
        ("Whom did the Estonian head of government see?", 0),
    ],
)
def test_the_sentence_that_answers_scores_best(
    question: str, answer: int, embedder: QuestionEmbedder
) -> None:
    assert embedder.cross_encoder.score(question, FERRY).argmax() == answer


def test_a_score_does_not_depend_on_the_other_sentences(embedder: QuestionEmbedder) -> None:
    asked = "Why does the ferry not run?"
    together = embedder.cross_encoder.score(asked, FERRY)
    alone = [embedder.cross_encoder.score(asked, [one])[0] for one in FERRY]
    assert np.allclose(together, alone, atol=1e-4)
    assert embedder.cross_encoder.score(asked, []).shape == (0,)


def test_each_is_cut_to_what_is_read() -> None:
    pair = pair_up(WordPieces(DEFAULTS), "why " * 100, "so " * 100)
    assert len(pair.ids) == len(pair.types) == QUESTION_PIECES + SENTENCE_PIECES + 3
    assert sum(pair.types) == SENTENCE_PIECES + 1


def test_over_another_model_nothing_is_told(
    embedder: QuestionEmbedder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cross_encoder, "OF_THE_MODEL", "embeddings.LayerNorm.bias")
    other = QuestionEmbedder(DEFAULTS).cross_encoder
    assert not other.fits and embedder.cross_encoder.fits
    assert other.score("Why?", FERRY).tolist() == [0.0] * len(FERRY)


def test_what_is_trained_is_what_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A few steps in PyTorch, stored and read again in NumPy: the same scores, and new ones."""

    from eval.train_cross_encoder import Asked, Model, train

    asked = [Asked(question="Why did it stop?", sentences=FERRY, answers=(2,)),
             Asked(question="Who sank it?", sentences=FERRY, answers=())]  # fmt: skip
    model = Model(rank=2)
    pairs = [pair_up(WordPieces(DEFAULTS), "Why did it stop?", one) for one in FERRY]
    before = model.eval()(pairs).detach().numpy()
    train(model.train(), asked, seconds=4)
    slow = model.eval()(pairs).detach().numpy()
    np.savez_compressed(tmp_path / "change.npz", **model.stored())
    monkeypatch.setattr(cross_encoder, "CHANGE", tmp_path / "change.npz")
    own = CrossEncoder(QuestionEmbedder(DEFAULTS).bert, WordPieces(DEFAULTS))
    assert np.allclose(own.score("Why did it stop?", FERRY), slow, atol=0.02)
    assert not np.allclose(before, slow, atol=1e-3)  # few steps on a loaded machine
