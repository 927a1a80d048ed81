"""Writers killed at some of their steps; `python tests/kills.py` kills fifty."""

from __future__ import annotations

from pathlib import Path

import kills
import pytest

SEED = 5  # one kill of each operation


@pytest.mark.parametrize("operation", kills.OPERATIONS)
def test_a_killed_writer_leaves_what_was_committed(tmp_path: Path, operation: str) -> None:
    killed, wrong = kills.run(1, SEED, tmp_path, operations=(operation,))
    assert (killed[operation], wrong) == (1, [])
