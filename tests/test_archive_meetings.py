"""Meetings in an archive: found after dating, kept up to date, complete; the command too."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

import pytest

from index.archive import Archive
from index.errors import UsageError
from index.event_lookup import list_made, list_meetings, list_mentions
from index.ingest import Progress
from index.mention_pass import find_all_mentions, made_of
from index.merge import A_MONTH
from index.records import SUPPORTING
from tests.conftest import Shelf
from ui import cli
from ui.meeting_list import COLUMNS

HELD = {
    "id": "held", "date": "2024-03-12", "source": "Northline", "title": "Berg meets Stone",
    "text": "Norwegian Foreign Minister Anna Berg met envoy Karl Stone in Oslo on Monday.",
}  # fmt: skip
PLAN = {
    "id": "plan", "date": "2024-03-08", "source": "Lakes Tribune", "title": "Berg to meet Stone",
    "text": "Foreign Minister Anna Berg will meet envoy Karl Stone in Oslo on Monday, March 11.",
}  # fmt: skip


def test_two_reports_are_one_meeting(shelf: Shelf) -> None:
    shelf.write("a.jsonl", [PLAN])
    shelf.index()
    (meeting,) = shelf.archive.meetings()
    assert (meeting.status, meeting.reports) == ("announced", 1)
    shelf.write("b.jsonl", [HELD])
    report = shelf.index()
    (meeting,) = shelf.archive.meetings()
    assert report.meetings == 1
    assert (meeting.status, meeting.reports, meeting.sources) == ("held", 2, 2)
    assert meeting.when is not None and meeting.when.edtf == "2024-03-11"
    assert [person.name for person in meeting.participants] == ["Anna Berg", "Karl Stone"]
    (planned,) = shelf.archive.meetings(as_of="2024-03-10")
    assert (planned.status, planned.reports) == ("announced", 1)
    assert shelf.archive.meetings(as_of="2024-03-01") == []


def test_the_order_of_arrival_is_irrelevant(shelf: Shelf) -> None:
    shelf.write("a.jsonl", [HELD])
    shelf.index()
    shelf.write("b.jsonl", [PLAN])
    shelf.index()
    late = shelf.archive.meetings()
    shelf.write("a.jsonl", None)
    shelf.write("b.jsonl", None)
    shelf.index(prune=True)
    assert shelf.archive.meetings() == []
    shelf.write("c.jsonl", [PLAN, HELD])
    shelf.index()
    assert shelf.archive.meetings() == late


def test_nothing_is_done_twice_and_a_new_date_is_read_anew(shelf: Shelf) -> None:
    shelf.write("a.jsonl", [HELD])
    shelf.index()
    read: list[tuple[int, int]] = []
    find_all_mentions(shelf.archive.catalog, lambda done, total: read.append((done, total)))
    assert read == []
    shelf.write("a.jsonl", [{**HELD, "date": "2024-03-19"}])
    shelf.index()
    (meeting,) = shelf.archive.meetings()
    assert meeting.when is not None and meeting.when.edtf == "2024-03-18"
    assert all(one.mentioned == made_of(one) for one in list_made(shelf.archive.catalog))


def test_both_passes_are_watched(shelf: Shelf) -> None:
    shelf.write("a.jsonl", [{**HELD, "date": None}, PLAN])
    heard: dict[str, list[tuple[int, int]]] = {}

    @contextmanager
    def watch(unit: str) -> Iterator[Progress]:
        told = heard.setdefault(unit, [])
        yield lambda done, total: told.append((done, total))

    shelf.archive.index([shelf.sources], watch=watch)
    assert [unit for unit, told in heard.items() if told] == list(heard)
    assert heard["articles read for meetings"] == [(1, 2), (2, 2)]
    assert all(done <= total for told in heard.values() for done, total in told)


def test_picked_by_who_when_and_where(shelf: Shelf) -> None:
    shelf.write("a.jsonl", [HELD])
    shelf.index()
    archive = shelf.archive
    assert len(archive.meetings(who=["Stone", "Norwegian foreign minister"], where="Oslo")) == 1
    assert len(archive.meetings(since=date(2024, 3, 11), until="2024-03")) == 1
    assert archive.meetings(since="2024-03-12") == []
    assert archive.meetings(status="announced") == []
    with pytest.raises(UsageError, match="no status"):
        archive.meetings(status="done")


def test_evidence_stands_letter_for_letter(archive: Archive) -> None:
    meetings = list_meetings(archive.catalog)
    assert len(meetings) > 20
    for meeting in meetings:
        for evidence in meeting.evidence:
            text = archive.article(evidence.article_id).text
            assert text[evidence.start : evidence.end] == evidence.quote
        for told in meeting.status_history:
            article = archive.article(told.citation.article_id)
            zones = [z for z in article.zones if z.start <= told.citation.start < z.end]
            assert all(zone.kind in SUPPORTING for zone in zones)


def test_every_mention_with_a_day_stands_in_one_meeting(archive: Archive) -> None:
    told = [r.citation for m in list_meetings(archive.catalog) for r in m.status_history]
    mentions = list_mentions(archive.catalog)
    assert len(told) <= len(mentions)
    whens = [(m, m.when) for m in mentions if m.when and m.when.earliest and m.when.latest]
    dated = [m for m, when in whens if when.latest - when.earliest <= A_MONTH]
    assert len(dated) > 50
    for mention in dated:
        at = mention.trigger.start
        assert any(
            one.article_id == mention.article_id and one.start <= at < one.end for one in told
        )


def test_on_the_command_line(shelf: Shelf, capsys: pytest.CaptureFixture[str]) -> None:
    shelf.write("a.jsonl", [{**HELD, "title": "=HYPERLINK(1)"}])
    shelf.index()
    folder = ["--archive", str(shelf.archive.folder)]
    assert cli.main(["meetings", *folder, "--who", "Berg", "--format", "csv"]) == 0
    head, row = csv.reader(io.StringIO(capsys.readouterr().out))
    assert tuple(head) == COLUMNS
    told = dict(zip(head, row, strict=True))
    assert told["article"] == "'=HYPERLINK(1)"
    assert (told["edtf"], told["participants"]) == ("2024-03-11", "Anna Berg; Karl Stone")
    assert cli.main(["meetings", *folder, "--json"]) == 0
    (meeting,) = json.loads(capsys.readouterr().out)
    assert meeting["status"] == "held"
    assert cli.main(["meetings", *folder]) == 0
    table = capsys.readouterr().out
    assert "who    Anna Berg (foreign minister, NOR); Karl Stone (envoy)" in table
    assert "where  Oslo" in table
    assert cli.main(["meetings", *folder, "--who", "Nobody"]) == 0
    assert "No meeting fits" in capsys.readouterr().out
    assert cli.main(["meetings", *folder, "--since", "Monday"]) == 2
    assert "write it as 2024" in capsys.readouterr().err
