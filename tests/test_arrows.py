"""Rooms import only along the arrows of the design, and nothing imports in a circle."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import qa

ROOT = Path(__file__).parent.parent
ROOMS = ("index", "qa", "ui", "eval")
ARROWS = {
    "index": set(),
    "qa": {"index"},
    "eval": {"qa", "index"},
    "ui": {"qa", "index", "eval"},
}


def imported(file: Path) -> Iterator[str]:
    """The modules of ours that a file imports, late imports too, those for types left out."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    for_types = {
        inner
        for node in ast.walk(tree)
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"
        for inner in ast.walk(node)
    }
    for node in ast.walk(tree):
        if node in for_types:
            continue
        if isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
        elif isinstance(node, ast.Import):
            yield from (name.name for name in node.names)


def files() -> Iterator[tuple[str, Path]]:
    for room in ROOMS:
        for file in sorted((ROOT / room).rglob("*.py")):
            yield room, file


def test_imports_follow_the_arrows() -> None:
    against = [
        f"{file.name} imports {module}"
        for room, file in files()
        for module in imported(file)
        if (other := module.split(".")[0]) in ROOMS and other not in ARROWS[room] | {room}
    ]
    assert against == []


def test_nothing_imports_in_a_circle() -> None:
    graph = {
        ".".join(file.relative_to(ROOT).with_suffix("").parts): {
            name for name in imported(file) if name.split(".")[0] in ROOMS
        }
        for room, file in files()
        if file.stem != "__init__"
    }
    assert list(TopologicalSorter(graph).static_order())  # raises CycleError with the circle


def test_one_door_from_ui_to_eval() -> None:
    doors = [f.name for room, f in files() if room == "ui" and "eval.run" in set(imported(f))]
    others = [f.name for room, f in files() if room == "ui" and "eval.run" not in set(imported(f))]
    assert doors == ["commands.py"]
    assert not any(
        module.split(".")[0] == "eval" for name in others for module in imported(ROOT / "ui" / name)
    )


def test_files_are_of_a_size_to_read() -> None:
    long = {str(f): len(f.read_text(encoding="utf-8").splitlines()) for _, f in files()}
    assert {name: lines for name, lines in long.items() if lines > 300} == {}


def test_the_answer_api_exports_what_it_says() -> None:
    assert sorted(qa.__all__) == qa.__all__
    assert all(hasattr(qa, name) for name in qa.__all__)
