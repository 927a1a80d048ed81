"""Gold meetings and known visits held against an archive's meetings, on invented stories."""

from __future__ import annotations

import gzip
import json
from contextlib import AbstractContextManager, nullcontext
from datetime import date
from pathlib import Path

import pytest

from eval import draw_meetings, suite_dipmeet_meetings, suite_meetings_gold
from eval.meeting_match import Known, is_found, people_right, place_right, read_days, read_person
from eval.run import run_suite
from eval.suite import CLOSED, Absent, Setup, half_of
from index.archive import Archive
from index.ingest import Progress
from index.meeting_records import Status
from index.meetings import make_meeting
from tests.test_meetings import BERG, MARCH, STONE, days, report

TEXT = "Minister Anna Berg met envoy Karl Stone in Bergen on 3 May 2031 to talk of ferries."
STORY = {"id": "n1", "source": "Harbour Post", "date": "2031-05-04", "title": "T", "text": TEXT}


def meter(unit: str) -> AbstractContextManager[Progress]:
    return nullcontext(lambda done, total: None)


def known(**fields: object) -> Known:
    told = {"id": "k", "people": ("Anna Berg", "Karl Stone"), "first": date(2024, 3, 11),
            "last": date(2024, 3, 11), "places": ("Oslo",), "status": Status.HELD}  # fmt: skip
    return Known.model_validate(told | fields)


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("2024-03-11", "2024-03-11", "2024-03-11"),
        ("?2024-02", "2024-02-01", "2024-02-29"),
        ("[2024-03-11..2024-03-13]", "2024-03-11", "2024-03-13"),
        ("2024-03-11/2024-03-13~", "2024-03-11", "2024-03-13"),
        ("2024-03/..", "2024-03-01", "None"),
        (None, "None", "None"),
    ],
)
def test_days_of_gold(edtf: str | None, first: str, last: str) -> None:
    assert tuple(map(str, read_days(edtf))) == (first, last)


@pytest.mark.parametrize(
    ("told", "name"),
    [
        ("Anna Berg (host)", "Anna Berg"),
        ("foreign minister of Chile (unnamed)", "foreign minister of Chile (unnamed)"),
        ("Fisheries Group (17 nations)", "Fisheries Group"),
        ("(those of the talks; not listed)", None),
    ],
)
def test_names_of_gold(told: str, name: str | None) -> None:
    assert read_person(told) == name


def test_what_is_found() -> None:
    meeting = make_meeting([report("a", "2024-03-12", MARCH)])
    assert is_found(known(), meeting) and place_right(known(), meeting)
    assert is_found(known(first=date(2024, 3, 12), last=date(2024, 3, 12)), meeting)
    assert not is_found(known(first=date(2024, 3, 13), last=date(2024, 3, 13)), meeting)
    assert people_right(known(people=("Anna Berg", "Ulla Stone")), meeting) == ["Anna Berg"]
    assert not is_found(known(people=("Anna Berg", "Ulla Stone")), meeting)
    assert not place_right(known(places=("Riga",)), meeting)
    wide = make_meeting([report("a", "2024-03-12", days("2024-03-01", "2024-03-31"))])
    assert not is_found(known(), wide)
    office = make_meeting([report("a", "2024-03-12", MARCH, (BERG, STONE))])
    assert people_right(known(people=("foreign minister of Norway (unnamed)",)), office) == []


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    (tmp_path / "stories.jsonl").write_text(json.dumps(STORY))
    Archive.build([tmp_path / "stories.jsonl"], tmp_path / "archive").close()
    return tmp_path / "archive"


def test_gold_meetings_of_one_s_own(tmp_path: Path, archive: Path) -> None:
    spot = {"file": "stories.jsonl#1", "quote": TEXT, "start": 0, "end": len(TEXT)}
    gold = {
        "id": "g1", "participants": ["Anna Berg (host)", "Karl Stone", "Ivo Lund"],
        "place": "Town Hall, Bergen, NO", "date_edtf": "2031-05-03", "status": "held",
        "mentions": [{"evidence": [spot]}],
    }  # fmt: skip
    unheard = {**gold, "id": "g2", "date_edtf": "2031-08-03", "status": "planned", "mentions": []}
    data = tmp_path / "data"
    data.mkdir()
    lines = [json.dumps(gold), json.dumps(unheard)]
    (data / "my-meetings.jsonl").write_text("\n".join(lines))
    setup = Setup(data=data, archive=archive)
    (scored,) = run_suite(suite_meetings_gold.SUITE, setup, "code", meter).scored
    first, second = ({s.measure: (s.part, s.whole) for s in i.scores} for i in scored.items)
    assert first["found"] == first["date"] == first["place"] == first["status"] == (1, 1)
    assert first["participants recall"] == (2, 3) and first["participants precision"] == (2, 2)
    assert first["evidence recall"] == (1, 1)
    assert second["found"] == (0, 1) and second["participants recall"] == (0, 3)
    with pytest.raises(Absent), suite_meetings_gold.SUITE.open(Setup(), meter):
        pass


def test_known_visits(tmp_path: Path) -> None:
    folder = tmp_path / "data" / "dipmeet"
    folder.mkdir(parents=True)
    with gzip.open(folder / "archive.jsonl.gz", "wt", encoding="utf-8") as stream:
        stream.write(json.dumps(STORY))
    common = {"place": "Bergen", "docs": [{"status_in_doc": "held"}]}
    rows = [
        common | {"id": "m1", "participants": ["Anna Berg", "Karl Stone"],
                  "date_start": "2031-05-03", "date_end": "2031-05-04"},
        common | {"id": "m2", "participants": ["Anna Berg", "Eva Moen"],
                  "date_start": "2031-05-03", "date_end": "2031-05-04"},
    ]  # fmt: skip
    (folder / "meetings.jsonl").write_text("\n".join(json.dumps(row) for row in rows))
    setup = Setup(data=folder.parent, cache=tmp_path / "cache")
    result = run_suite(suite_dipmeet_meetings.SUITE, setup, "code", meter)
    assert result.absent and "run the suite dipmeet first" in result.absent
    Archive.build([folder / "archive.jsonl.gz"], tmp_path / "cache" / "dipmeet").close()
    (scored,) = run_suite(suite_dipmeet_meetings.SUITE, setup, "code", meter).scored
    assert [item.scores[0].part for item in scored.items] == [1, 0]
    assert [s.part for s in scored.items[0].scores] == [1, 1, 1]
    assert all((item.shown is None) is (half_of(item.id) == CLOSED) for item in scored.items)


def test_meetings_drawn_to_be_read(archive: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with Archive.open(archive) as opened:
        (meeting,) = opened.meetings()
        assert draw_meetings.draw([meeting], 5, seed=1) == [meeting]
        told = "\n".join(draw_meetings.describe(opened, 1, meeting))
    assert meeting.id in told and "when    2031-05-03" in told and "status  held" in told
    assert "Harbour Post" in told and "»»Minister Anna Berg met" in told


def test_the_same_seed_draws_the_same() -> None:
    meetings = [make_meeting([report(f"a{n}", "2024-03-12", MARCH)]) for n in range(30)]
    drawn = draw_meetings.draw(meetings, 10, seed=3)
    assert drawn == draw_meetings.draw(meetings, 10, seed=3)
    assert drawn != draw_meetings.draw(meetings, 10, seed=4)
    assert len({m.id for m in drawn}) == 10
