"""Reports become meetings: which belong together, and what became of each, in any order."""

from __future__ import annotations

import random
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.dating import day_when
from index.identity import is_same, key_of
from index.meeting_records import Attendant, FieldEvidence, Form, Mention, Status, Trigger
from index.meetings import find_meetings, make_meeting, status_as_of
from index.merge import merge_reports
from index.plover import code
from index.records import When
from index.reported import Told

BERG = Attendant(name="Anna Berg", role="foreign minister", country="NOR", resolved="named")
STONE = Attendant(name="Karl Stone", role="envoy", country="LVA", resolved="named")
LUND = Attendant(name="Vera Lund", role="president", country="FIN", resolved="named")
MINISTER = Attendant(
    name="foreign minister of Norway (unnamed)", role="foreign minister", country="NOR",
    resolved="unnamed",
)  # fmt: skip


def day(text: str) -> When:
    return day_when(date.fromisoformat(text), "explicit", "as printed")


def days(first: str, last: str) -> When:
    return When(
        edtf=f"{first}/{last}", earliest=date.fromisoformat(first), latest=date.fromisoformat(last),
        precision="interval", basis="explicit", derivation="as printed",
    )  # fmt: skip


def report(
    article: str,
    written: str,
    when: When | None,
    people: tuple[Attendant, ...] = (BERG, STONE),
    status: Status = Status.HELD,
    *,
    place: str | None = "Oslo",
    venue: str | None = None,
    country: str | None = None,
    form: Form = "meeting",
    source: str | None = None,
    start: int = 0,
) -> Told:
    """A report as an article gives it."""
    sentence = FieldEvidence(start=start, end=start + 9, quote="They met.", field="mention")
    mention = Mention(
        id=f"{article}-{start}", article_id=article,
        trigger=Trigger(start=start + 5, end=start + 8, text="met"), form=form,
        participants=people, when=when, duration=None, place=place, venue=venue, country=country,
        topics=(), status=status, by=None, background=False, plover=code(form, status, people),
        evidence=(sentence,),
    )  # fmt: skip
    return Told(mention=mention, written=day(written), source=source or article)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (BERG, BERG.model_copy(update={"name": "Berg", "role": None, "country": None}), True),
        (BERG, BERG.model_copy(update={"name": "A. Berg"}), True),
        (BERG, BERG.model_copy(update={"name": "Ulla Berg"}), False),
        (BERG, BERG.model_copy(update={"country": "SWE"}), False),
        (BERG, MINISTER, True),
        (STONE, MINISTER, False),
        (STONE, STONE.model_copy(update={"name": "Karl Stoner"}), False),
        (
            STONE.model_copy(update={"name": "Sergei Volkov"}),
            STONE.model_copy(update={"name": "Sergey Wolkow"}),
            True,
        ),
        (
            BERG.model_copy(update={"role": "foreign secretary"}),
            MINISTER,
            True,
        ),
    ],
)
def test_who_is_the_same(one: Attendant, other: Attendant, same: bool) -> None:
    assert is_same(key_of(one, one.resolved), key_of(other, other.resolved)) is same
    assert is_same(key_of(other, other.resolved), key_of(one, one.resolved)) is same


MARCH = day("2024-03-11")


@pytest.mark.parametrize(
    ("other", "together"),
    [
        (report("b", "2024-03-12", MARCH), True),
        (report("b", "2024-03-12", MARCH, (MINISTER, STONE)), True),
        (report("b", "2024-03-12", day("2024-03-12")), False),  # another day
        (report("b", "2024-03-12", MARCH, (BERG, LUND)), False),  # other people
        (report("b", "2024-03-12", MARCH, place="Riga"), False),  # another town
        (report("b", "2024-03-12", MARCH, place=None), True),
        (report("b", "2024-03-12", MARCH, place=None, form="call"), False),
        (
            report("b", "2024-03-08", days("2024-03-11", "2024-03-17"), status=Status.ANNOUNCED),
            True,
        ),
        (report("b", "2024-03-12", None), True),  # no day, written the day after
        (report("b", "2024-09-12", None), False),  # no day, written half a year later
        (report("b", "2024-03-01", None), False),  # told as held before it was
        (report("b", "2024-03-12", MARCH, (BERG,)), True),  # one of the two, same town and day
        (report("a", "2024-03-11", None, (BERG,), start=50), True),  # of the same story
        (report("a", "2024-03-11", None, (BERG,), form="visit", start=50), False),
        (report("a", "2024-03-11", MARCH, (BERG,), form="visit", start=50), True),  # there and then
    ],
)
def test_which_reports_belong_together(other: Told, together: bool) -> None:
    groups = merge_reports([report("a", "2024-03-11", MARCH), other])
    assert (len(groups) == 1) is together


def test_a_week_does_not_join_two_days() -> None:
    week = report("c", "2024-03-08", days("2024-03-11", "2024-03-17"), status=Status.ANNOUNCED)
    groups = merge_reports(
        [report("a", "2024-03-11", MARCH), report("b", "2024-03-14", day("2024-03-14")), week]
    )
    assert [len(group) for group in groups] == [2, 1] or [len(g) for g in groups] == [1, 2]


@pytest.mark.parametrize(
    ("reports", "as_of", "status"),
    [
        ([("2024-03-08", Status.ANNOUNCED)], None, Status.ANNOUNCED),  # its day passed: no more
        ([("2024-03-08", Status.ANNOUNCED), ("2024-03-12", Status.HELD)], None, Status.HELD),
        (
            [("2024-03-08", Status.ANNOUNCED), ("2024-03-12", Status.HELD)],
            date(2024, 3, 10),
            Status.ANNOUNCED,
        ),
        (
            [("2024-03-08", Status.ANNOUNCED), ("2024-03-09", Status.CANCELLED)],
            None,
            Status.CANCELLED,
        ),
        ([("2024-03-12", Status.HELD), ("2024-03-13", Status.ANNOUNCED)], None, Status.HELD),
        ([("2024-03-12", Status.HELD), ("2024-03-13", Status.DENIED)], None, Status.DENIED),
        ([("2024-03-12", Status.HELD), ("2024-03-12", Status.DENIED)], None, Status.HELD),
        (
            [("2024-03-08", Status.CONFIRMED), ("2024-03-08", Status.POSTPONED)],
            None,
            Status.POSTPONED,
        ),
    ],
)
def test_what_became_of_it(
    reports: list[tuple[str, Status]], as_of: date | None, status: Status
) -> None:
    told = [report(f"a{n}", day, MARCH, status=s) for n, (day, s) in enumerate(reports)]
    assert status_as_of(told, as_of) is status


def test_a_meeting_of_several_reports() -> None:
    meeting = make_meeting(
        [
            report(
                "a",
                "2024-03-08",
                days("2024-03-11", "2024-03-17"),
                (MINISTER, STONE),
                Status.ANNOUNCED,
            ),
            report("b", "2024-03-11", MARCH, (BERG, STONE), source="Northline"),
            report("c", "2024-03-12", MARCH, (BERG, STONE), source="Northline"),
        ]
    )
    assert [p.name for p in meeting.participants] == ["Anna Berg", "Karl Stone"]
    assert meeting.when == MARCH
    assert (meeting.status, meeting.reports, meeting.sources) == (Status.HELD, 3, 2)
    assert [r.status for r in meeting.status_history] == [
        Status.ANNOUNCED,
        Status.HELD,
        Status.HELD,
    ]
    assert meeting.plover.event == "CONSULT"


def test_a_venue_is_of_the_place_told() -> None:
    elsewhere = report("a", "2024-03-11", MARCH, place="Riga", venue="old fort")
    told = [report(f"b{n}", "2024-03-11", MARCH, place="Oslo") for n in range(2)]
    meeting = make_meeting([elsewhere, *told])
    assert (meeting.place, meeting.venue) == ("Oslo", None)


def test_a_town_says_more_than_its_country() -> None:
    told = [report(one, "2024-03-12", MARCH, place="Norway") for one in ("b", "c")]
    (meeting,) = find_meetings([report("a", "2024-03-11", MARCH, place="Oslo"), *told])
    assert meeting.place == "Oslo"


def test_held_and_denied_is_told_as_a_conflict() -> None:
    meeting = make_meeting(
        [
            report("a", "2024-03-12", MARCH),
            report("b", "2024-03-12", MARCH, status=Status.DENIED, place="Riga"),
        ]
    )
    assert ("status", "discrepancy") in {(c.field, c.kind) for c in meeting.conflicts}


REPORTS = st.lists(
    st.builds(
        report,
        article=st.sampled_from("abcdef"),
        written=st.sampled_from(["2024-03-08", "2024-03-11", "2024-03-12", "2024-03-20"]),
        when=st.sampled_from([None, MARCH, day("2024-03-12"), days("2024-03-11", "2024-03-17")]),
        people=st.sampled_from(
            [(BERG, STONE), (BERG, LUND), (BERG, STONE, LUND), (MINISTER, STONE), (BERG,)]
        ),
        status=st.sampled_from(list(Status)),
        place=st.sampled_from([None, "Oslo", "Riga"]),
        start=st.integers(0, 40).map(lambda n: n * 10),
    ),
    max_size=9,
    unique_by=lambda told: told.mention.id,
)


@settings(max_examples=150, deadline=None)
@given(REPORTS, st.randoms(use_true_random=False))
def test_the_order_of_arrival_is_irrelevant(told: list[Told], chance: random.Random) -> None:
    shuffled = list(told)
    chance.shuffle(shuffled)
    assert find_meetings(shuffled) == find_meetings(told)


@settings(max_examples=80, deadline=None)
@given(REPORTS)
def test_every_report_stands_in_one_meeting(told: list[Told]) -> None:
    groups = merge_reports(told)
    assert sorted(o.mention.id for g in groups for o in g) == sorted(o.mention.id for o in told)
