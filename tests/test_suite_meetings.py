"""The suites of sentences that report meetings, on invented data."""

import json
from pathlib import Path

import pytest

from eval import suite_meetings
from eval.suite import CLOSED, Absent, Setup
from eval.suites import SUITES
from ui.terminal import show_progress


def write(path: Path, *rows: object) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")


def sentence(number: int, text: str, *triggers: str) -> dict[str, object]:
    events = [{"type": "Contact.Meet", "trigger": {"text": word}} for word in triggers]
    return {"sent_id": f"story_{number}", "text": text, "events": events}


@pytest.fixture
def data(tmp_path: Path) -> Path:
    write(tmp_path / "m2e2" / "dev.jsonl", {
        "doc_id": "story", "date": "2022-06-15", "sentences": [
            sentence(0, "Anna Berg met Karl Stone in Oslo.", "met"),
            sentence(1, "Anna Berg held a rally in Oslo.", "rally"),
            sentence(2, "The ferry left on time."),
            sentence(3, "They saw each other again.", "saw"),
        ],
    })  # fmt: skip
    write(
        tmp_path / "plover_gsr" / "plover_gsr.jsonl",
        {"id": "p1", "date": "2022-06-15", "event": "CONSULT", "text": "Chile met Peru in Lima."},
        {"id": "p2", "date": "2022-06-15", "event": "AID", "text": "Chile sent Peru herring."},
    )
    write(
        tmp_path / "petrarch" / "petrarch_validation.jsonl",
        {
            "id": "q1",
            "date": "20080804",
            "text": "Chile and Peru held talks.",
            "events": [{"eventcode": "040"}],
        },
        {"id": "q2", "date": "080804", "text": "Chile left.", "events": [{}]},
        {"id": "q3", "date": "20080804", "text": " ", "events": []},
    )
    return tmp_path


def score_all(name: str, data: Path) -> dict[str, tuple[str | None, str | None]]:
    """The right label and the one given, by id; shown only where the half is open."""
    found: dict[str, tuple[str | None, str | None]] = {}
    with SUITES[name].open(Setup(data=data), show_progress) as opened:
        (contender,) = opened.contenders
        with contender.open() as ready:
            for id in contender.ids:
                item = ready.score(id)
                left_out = item.scores[0].ineligible is not None
                assert (item.shown is None) == (item.split == CLOSED or left_out)
                found[id] = (item.gold_label, item.label)
    return found


def test_m2e2_leaves_rallies_out(data: Path) -> None:
    assert score_all("m2e2", data) == {
        "story_0": ("a meeting", "a meeting"),
        "story_1": (None, None),
        "story_2": ("none", "none"),
        "story_3": ("a meeting", "none"),
    }


def test_plover_and_petrarch(data: Path) -> None:
    assert score_all("plover", data) == {
        "plover/p1": ("a meeting", "a meeting"),
        "plover/p2": ("none", "none"),
        "petrarch/q1": ("a meeting", "a meeting"),
        "petrarch/q2": ("none", "none"),
    }


@pytest.mark.parametrize("suite", [suite_meetings.M2E2, suite_meetings.PLOVER])
def test_absent_data_is_told(suite) -> None:
    with pytest.raises(Absent), suite.open(Setup(), show_progress):
        pass
