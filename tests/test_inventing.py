"""The model that invents on purpose: nothing of it passes, and an honest one is let through."""

from __future__ import annotations

from pathlib import Path

from clippings import write_clippings
from llama_index.core.llms import MockLLM

from eval.inventing import LIES, Inventor, main, run
from index.archive import Archive
from index.model_calls import load_model

FACT = "Inga Sorel met Peter Marsh in Leiden on 14 March 2024."
OTHER = "Liv Dahl met Karl Brook in Dublin on 6 May 2024."


def test_most_lies_change_a_plain_fact() -> None:
    changed = [way for way, lie in LIES if lie(FACT, OTHER) != FACT]
    assert len(changed) >= 15 and len({way for way, _ in LIES}) == len(LIES)


def test_nothing_invented_passes_and_what_says_the_same_does(tmp_path: Path) -> None:
    with Archive.build([write_clippings(tmp_path / "clippings")], tmp_path / "a") as archive:
        honest = run(archive, load_model(MockLLM(), 5), 20)  # gives back what it is shown
        lies = run(archive, load_model(Inventor(), 5), 20)
    assert honest["passed"] > 0
    assert lies["passed"] == 0 and lies["replaced"] >= 5
    assert main([str(tmp_path / "a"), "--answers", "20"]) == 0
