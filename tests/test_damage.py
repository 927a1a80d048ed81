"""Bad files, few of the many that `python tests/damage.py` makes; and what fuzzing once found."""

from __future__ import annotations

import io
from functools import partial
from pathlib import Path

import damage
import pytest
from damages import DAMAGES
from good_files import FINDINGS, read_good_files

from index.blobs import Allowance, Blob
from index.embeddings import QuestionEmbedder
from index.read import READERS, _choose_reader

COUNT = 2 * len(DAMAGES)
FOUND = sorted(FINDINGS.glob("*"))


def test_a_bad_file_is_read_or_refused_and_the_good_one_beside_it_comes_in(
    embedder: QuestionEmbedder,
) -> None:
    fared, wrong = damage.run(COUNT, seed=7, embedder=embedder)
    assert wrong == []
    assert fared.total() == COUNT
    assert {fate.partition(" ")[0] for fate in fared} == set(DAMAGES), "each damage was done"
    assert sum(count for fate, count in fared.items() if fate.endswith("refused")) > COUNT // 5


@pytest.mark.parametrize("path", FOUND, ids=lambda path: path.name)
def test_what_fuzzing_found(path: Path) -> None:
    assert damage.read_one(path, path.name).faults == ()


def test_every_format_has_a_sample() -> None:
    """Of the suffixes that one reader takes, one is enough; .xml and .json are any of several."""
    with_sample = {
        _choose_reader(Blob(name, name, partial(io.BytesIO, content), Allowance(9, name)))
        for name, content in read_good_files().items()
    }
    assert {suffix for suffix, reader in READERS.items() if reader not in with_sample} == set()
