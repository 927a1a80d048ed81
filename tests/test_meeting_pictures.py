"""The list of meetings, the timeline, the network and people, made of invented reports."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path
from xml.etree import ElementTree

import pytest

from index.dating import day_when
from index.errors import ArchiveError, UsageError
from index.meeting_records import Meeting, Status
from index.meetings import make_meeting
from index.records import When
from tests.test_meetings import BERG, MARCH, STONE, report
from ui import meeting_table, network, people, timeline
from ui.adding import UPLOADS, keep_upload, place_upload
from ui.meeting_wish import Wish, read_wish

LUND = BERG.model_copy(update={"name": "Tove Lund", "role": None, "country": "EST"})
NOBODY = BERG.model_copy(update={"name": "foreign minister of France (unnamed)"})
HOSTILE = "Zoë <script>alert(1)</script> & 'Co'"


def when(day: str) -> When:
    return day_when(date.fromisoformat(day), "explicit", "as told")


def meeting(
    names: Sequence[str], day: str | None = "2024-03-11", status: Status = Status.HELD, n: int = 0
) -> Meeting:
    """A meeting of these people, told by one report."""
    crowd = tuple(LUND.model_copy(update={"name": name}) for name in names)
    told = report(f"a{n}", "2024-03-12", when(day) if day else None, crowd, status)
    return make_meeting([told])


def drawn(html: str) -> ElementTree.Element:
    """The picture in some HTML, which must be well-formed."""
    start, end = html.index("<svg"), html.index("</svg>") + len("</svg>")
    return ElementTree.fromstring(html[start:end])


def test_long_list_comes_in_pages() -> None:
    many = [meeting(("Ida", f"P{n}"), n=n) for n in range(120)]
    for page, count in ((1, 50), (2, 50), (3, 20), (9, 20)):
        shown = meeting_table.show_page(many, Wish(page=page, who="Ida"))
        assert shown.count("<tr class='row'>") == count
        assert f"page {min(page, 3)} of 3" in shown
    assert "meetings?who=Ida&amp;page=2" in meeting_table.show_page(many, Wish(who="Ida"))


def test_hostile_name_is_text_in_every_view() -> None:
    some = [meeting((HOSTILE, "Ida"))]
    for shown in (
        meeting_table.show_page(some, Wish(as_of="'><b>")),
        network.show_network(some),
        timeline.show_timeline(some, who=HOSTILE),
    ):
        assert "<script" not in shown and "'><b>" not in shown
    assert "Zoë &lt;script&gt;" in network.show_network(some)


def test_wish_reads_what_it_knows() -> None:
    query = {"who": " Ida; Olaf ,Tove", "view": "pie", "page": "٣", "colour": "red"}
    wish = read_wish(query)
    assert wish.people() == ["Ida", "Olaf", "Tove"]
    assert (wish.view, wish.page) == ("list", 1)
    assert read_wish({"page": "7", "view": "network"}).address(page=1) == "view=network"


@pytest.mark.parametrize(
    ("days", "columns"),
    [
        (["2024-03-11"], ["2024-03-11"]),
        (["2024-02-28", "2024-03-01"], ["2024-02-28", "2024-02-29", "2024-03-01"]),
        (["2023-12-30", "2024-03-01"], None),
        (["2010-05-01", "2012-01-01", "2024-03-01"], [str(year) for year in range(2010, 2025)]),
    ],
)
def test_columns_are_days_months_or_years(days: list[str], columns: list[str] | None) -> None:
    made = list(timeline.count_columns([meeting(("Ida", "Olaf"), day) for day in days]))
    if columns is None:
        first = date(2023, 12, 30)
        columns = [(first + timedelta(days=n)).isoformat() for n in range(63)]
        columns = sorted({day[:7] for day in columns})
    assert [one.iso for one in made] == columns
    assert sum(one.total for one in made) == len(days)


def test_timeline_tells_kinds_apart_and_leaves_the_undated_out() -> None:
    told = [(Status.HELD, "2024-03-11"), (Status.ANNOUNCED, "2024-03-11"), (Status.HELD, None)]
    shown = timeline.show_timeline([meeting(("Ida", "Olaf"), d, s) for s, d in told])
    (link,) = drawn(shown).findall("a")
    assert link.get("aria-label") == "11 March 2024: 2 meetings"
    assert [one.get("class") for one in link.findall("rect")] == ["good", "open"]
    assert "1 without a date are not shown" in shown


def test_who_met_whom_counts_what_was_held_once() -> None:
    twice = make_meeting(
        [report("a", "2024-03-12", MARCH), report("b", "2024-03-13", MARCH)]
    )  # two articles, one meeting
    crowd = (BERG, STONE, LUND, NOBODY)
    big = make_meeting([report("c", "2024-03-12", when("2024-04-01"), crowd)])
    plan = make_meeting([report("d", "2024-03-12", MARCH, (BERG, LUND), Status.ANNOUNCED)])
    assert twice.reports == 2
    assert network.count_pairs([twice, big, plan]) == {
        ("Anna Berg", "Karl Stone"): 2,
        ("Anna Berg", "Tove Lund"): 1,
        ("Karl Stone", "Tove Lund"): 1,
    }


def test_network_shows_those_who_met_most_and_is_the_same_each_time() -> None:
    many = [meeting(("Ida", f"P{n:02}"), n=n) for n in range(60)]
    many += [meeting(("P10", "P11"), n=n) for n in range(60, 63)]
    shown = network.show_network(many)
    assert shown == network.show_network(list(reversed(many)))
    picture = drawn(shown)
    assert len(picture.findall("a")) == network.MOST_PEOPLE
    assert len(picture.findall("path")) == network.MOST_PEOPLE  # Ida's and one more
    assert "Shown are the 40 who met most; 21 more met somebody." in shown
    assert all(link.get("href") and link.get("aria-label") for link in picture.findall("a"))


def test_no_meeting_held_gives_a_sentence_for_a_network() -> None:
    plan = meeting(("Ida", "Olaf"), status=Status.ANNOUNCED)
    assert "none tells of two who met" in network.show_network([plan])


def test_offices_have_the_days_of_the_reports_that_tell_them() -> None:
    minister = BERG.model_copy(update={"role": "foreign minister"})
    told = [
        make_meeting([report("a", "2019-03-12", MARCH, (minister, STONE))]),
        make_meeting([report("b", "2020-05-01", when("2020-04-30"), (minister, STONE))]),
        make_meeting([report("c", "2018-01-02", when("2018-01-01"), (BERG, LUND))]),
    ]
    made = people.list_offices(told, "Anna Berg")
    days = {one.role: (one.first, one.last, one.meetings) for one in made}
    assert days["foreign minister"][:2] == (date(2018, 1, 2), date(2020, 5, 1))
    listed = people.list_people(told)
    assert [(one.name, one.meetings) for one in listed] == [
        ("Anna Berg", 3), ("Karl Stone", 2), ("Tove Lund", 1),
    ]  # fmt: skip
    assert [one.name for one in people.search_people(listed, "FOREIGN bérg")] == ["Anna Berg"]
    assert [(o.name, o.times) for o in people.count_met(told, "Anna Berg")] == [
        ("Karl Stone", 2), ("Tove Lund", 1),
    ]  # fmt: skip


def test_upload_that_cannot_be_kept_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / UPLOADS / "a.txt").mkdir(parents=True)
    with pytest.raises(ArchiveError, match="cannot be kept in"):
        keep_upload(tmp_path, "a.txt", io.BytesIO(b"Ida met Olaf."))


def test_upload_keeps_its_folder(tmp_path: Path) -> None:
    keep_upload(tmp_path, "week/two.txt", io.BytesIO(b"Ida met Olaf."))
    assert (tmp_path / UPLOADS / "week" / "two.txt").read_text() == "Ida met Olaf."
    assert place_upload(tmp_path, "week/./one.txt") == tmp_path / UPLOADS / "week" / "one.txt"
    assert (tmp_path / UPLOADS / "week").is_dir()


@pytest.mark.parametrize("name", ["../one.txt", "a/../../b", "..\\one.txt", "", "a\0b"])
def test_upload_leads_nowhere_else(tmp_path: Path, name: str) -> None:
    with pytest.raises(UsageError, match="cannot be kept"):
        place_upload(tmp_path, name)
    assert list(tmp_path.iterdir()) == []
