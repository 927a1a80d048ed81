"""Separate meetings of one sentence: each of its own, and those met apart not with each other."""

from __future__ import annotations

from pathlib import Path

import pytest
from diary import build_diary

from tests.reports import report

TWO = [{"Dora Finn", "Tove Lund"}, {"Dora Finn", "Otto Krag"}]


@pytest.mark.parametrize(
    "text",
    [
        "Envoy Dora Finn met separately with Foreign Minister Tove Lund and Foreign Minister Otto "
        "Krag in Geneva on Monday.",
        "Envoy Dora Finn held separate talks with Tove Lund and Otto Krag in Geneva on Monday.",
        "Envoy Dora Finn saw Foreign Ministers Tove Lund and Otto Krag in turn, in Geneva.",
        "Envoy Dora Finn spoke by telephone separately with Tove Lund and Otto Krag on Monday.",
        "Tove Lund and Otto Krag met separately with Envoy Dora Finn in Geneva on Monday.",
    ],
)
def test_who_is_met_apart_meets_not_the_other(text: str) -> None:
    found = report(text)
    people = [{person.name for person in one.participants} for one in found]
    assert sorted(people, key=sorted) == sorted(TWO, key=sorted)
    assert len({one.id for one in found}) == len(TWO)


@pytest.mark.parametrize(
    "text",
    [
        "Separately, Envoy Dora Finn met Tove Lund and Otto Krag on Monday.",
        "Envoy Dora Finn met Tove Lund and Otto Krag on Monday to sign separate treaties.",
        "Envoy Dora Finn met Tove Lund and Otto Krag on Monday, who in turn praised her.",
    ],
)
def test_who_is_met_together_met_all(text: str) -> None:
    people = [{person.name for person in one.participants} for one in report(text)]
    assert {"Dora Finn", "Tove Lund", "Otto Krag"} in people


def test_meetings_apart_stay_apart_in_the_archive(tmp_path: Path) -> None:
    text = (
        "OSLO, May 14, 2019. Envoy Dora Finn met separately with Foreign Minister Tove Lund and "
        "Foreign Minister Otto Krag in Oslo on May 13.\n"
    )
    with build_diary(tmp_path, {"apart.txt": text}) as archive:
        met = [{one.name for one in meeting.participants} for meeting in archive.meetings()]
    assert sorted(met, key=sorted) == sorted(TWO, key=sorted)
