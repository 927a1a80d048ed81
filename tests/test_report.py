"""The report: each article counted once, whatever number of files told it."""

from __future__ import annotations

import json

import pytest

from index.report import Failure, Fate, Report, Tally


@pytest.mark.parametrize("noted, counts", [
    ([("a", Fate.ADDED, "1"), ("b", Fate.ADDED, "2")], (2, 0, 0, 0)),
    ([("a", Fate.ADDED, "1"), ("b", Fate.UNCHANGED, "1")], (1, 0, 0, 0)),
    ([("a", Fate.ADDED, "2"), ("a", Fate.REMOVED, "1")], (0, 0, 1, 0)),
    ([("a", Fate.ADDED, "2"), ("b", Fate.REMOVED, "1")], (1, 0, 0, 1)),
    ([("a", Fate.ADDED, "2"), ("a", Fate.REMOVED, "1"), ("b", Fate.ADDED, "1")], (1, 1, 0, 0)),
    ([("a", Fate.REPLACED, "1"), ("b", Fate.UNCHANGED, "1"), ("b", Fate.UNCHANGED, "2")],
     (0, 1, 1, 0)),
])  # fmt: skip
def test_tally(noted: list[tuple[str, Fate, str]], counts: tuple[int, int, int, int]) -> None:
    tally = Tally()
    for file, fate, id in noted:
        tally.note(file, fate, id)
    totals = tally.totals()
    names = ("added", "unchanged", "replaced", "removed")
    assert tuple(totals[name] for name in names) == counts


def test_the_report_is_the_json_of_the_interface() -> None:
    failed = (Failure(path="a.txt", reason="is binary"),)
    report = Report(
        added=1, unchanged=2, replaced=3, removed=4, failed=failed, articles=6, meetings=0,
        seconds=0.5,
    )  # fmt: skip
    assert json.loads(report.model_dump_json()) == {
        "added": 1, "unchanged": 2, "replaced": 3, "removed": 4,
        "failed": [{"path": "a.txt", "reason": "is binary"}],
        "articles": 6, "meetings": 0, "seconds": 0.5,
    }  # fmt: skip
