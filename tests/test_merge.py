"""Chains, summits, offices without names, vague reports: what is one meeting and what is two."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.dating import month_when
from index.meeting_records import Attendant, Status
from index.meetings import find_meetings
from index.merge import merge_reports
from index.records import When
from index.reported import Told
from tests.test_meetings import BERG, LUND, MARCH, MINISTER, STONE, day, days, report

KROG = Attendant(name="Ida Krog", role="president", country="NOR", resolved="named")
NORWAY = Attendant(name="Norway", country="NOR", resolved="group")
LATVIA = Attendant(name="Latvia", country="LVA", resolved="group")
NEWCOMER = Attendant(name="Ulla Holm", resolved="named")
KING = Attendant(name="Stone", role="king", country="NOR", resolved="surname")
KARL = Attendant(name="Karl Stone", resolved="named")  # of whom neither office nor country is told
KARL_THE_KING = Attendant(name="Karl Stone", role="king", resolved="named")
LEADER = Attendant(
    name="leader of Finland (unnamed)", role="leader", country="FIN", resolved="pronoun"
)
SPRING = month_when(2024, 3, "explicit", "as printed")
SINCE = When(
    edtf="2023-05/..", earliest=day("2023-05-01").earliest, latest=None, precision="interval",
    basis="explicit", derivation="as printed",
)  # fmt: skip
A, H = Status.ANNOUNCED, Status.HELD


@pytest.mark.parametrize(
    ("reports", "sizes"),
    [
        pytest.param(
            [report("a", "2024-03-11", MARCH, (STONE, BERG)),
             report("b", "2024-03-11", MARCH, (STONE, KROG))],
            [1, 1], id="Stone met two people that day",
        ),
        pytest.param(
            [report("a", "2024-03-11", MARCH, (STONE, BERG)),
             report("b", "2024-03-11", MARCH, (STONE, KROG)),
             report("c", "2024-03-11", MARCH, (STONE, BERG, KROG))],
            [3], id="and a third report tells of them together",
        ),
        pytest.param(
            [report("a", "2024-03-11", MARCH, (STONE, BERG, LUND, KROG), form="summit"),
             report("b", "2024-03-11", MARCH, (STONE, BERG))],
            [1, 1], id="two on the sidelines of a summit",
        ),
        pytest.param(
            [report("a", "2024-03-11", MARCH, (STONE, BERG, LUND, KROG), form="summit"),
             report("b", "2024-03-12", MARCH, (STONE, BERG, LUND), form="talks")],
            [2], id="a summit by another word",
        ),
        pytest.param(
            [report("a", "2024-03-11", MARCH, (BERG, STONE)),
             report("b", "2024-03-11", MARCH, (MINISTER, STONE)),
             report("c", "2024-03-12", MARCH, (NORWAY, STONE))],
            [3], id="by name, by office, by country",
        ),
        pytest.param(
            [report("a", "2024-03-11", MARCH, (LUND, STONE)),
             report("b", "2024-03-11", MARCH, (LEADER, STONE))],
            [2], id="the Finnish leader is the president",
        ),
        pytest.param(
            [report("a", "2024-03-11", MARCH, (KING, BERG)),
             report("b", "2024-03-11", MARCH, (KARL, BERG))],
            [1, 1], id="King Stone is not Karl Stone",
        ),
        pytest.param(
            [report("a", "2024-03-11", MARCH, (KING, BERG)),
             report("b", "2024-03-11", MARCH, (KARL_THE_KING, BERG))],
            [2], id="unless Karl Stone is a king",
        ),
        pytest.param(
            [report("a", "2024-03-11", MARCH, (NORWAY, LATVIA)),
             report("b", "2024-03-11", MARCH, (BERG, STONE))],
            [2], id="countries for their people",
        ),
        pytest.param(
            [report("a", "2024-03-11", MARCH, (MINISTER, STONE)),
             report("b", "2024-03-11", MARCH, (NEWCOMER, STONE))],
            [2], id="an office without a name, a name without an office, same town",
        ),
        pytest.param(
            [report("a", "2024-03-11", MARCH, (MINISTER, STONE)),
             report("b", "2024-03-11", MARCH, (LUND, STONE))],
            [1, 1], id="a name with another office",
        ),
        pytest.param(
            [report("a", "2024-03-11", MARCH), report("b", "2024-03-14", day("2024-03-14")),
             report("c", "2024-03-10", days("2024-03-11", "2024-03-14"))],
            [2, 1], id="a span over both days does not chain them",
        ),
        pytest.param(
            [report("a", "2024-03-11", MARCH, place="Oslo"),
             report("b", "2024-03-11", MARCH, place="Riga"),
             report("c", "2024-03-11", MARCH, place=None)],
            [2, 1], id="a report without a place does not chain two towns",
        ),
        pytest.param(
            [report("a", "1987-03-11", MARCH, place="Britain", country="GBR"),
             report("b", "1987-03-11", MARCH, place="Soviet Union", country="SUN")],
            [1, 1], id="in two states, of which one is no more",
        ),
        pytest.param(
            [report("a", "1987-03-11", MARCH, place="Moscow", country="RUS"),
             report("b", "1987-03-11", MARCH, place="Soviet Union", country="SUN")],
            [2], id="in a state that is no more, and in its capital",
        ),
        pytest.param(
            [report("a", "2024-03-11", MARCH), report("b", "2024-05-20", SINCE)],
            [1, 1], id="since last May",
        ),
        pytest.param(
            [report("a", "2024-03-11", MARCH), report("b", "2024-05-20", SPRING)],
            [2], id="in March, when they met once",
        ),
        pytest.param(
            [report("a", "2024-03-11", MARCH), report("b", "2024-03-21", day("2024-03-20")),
             report("c", "2024-05-20", SPRING)],
            [1, 1, 1], id="in March, when they met twice",
        ),
        pytest.param(
            [report("a", "2024-03-08", MARCH, status=A), report("b", "2024-03-08", None, status=A)],
            [2], id="a plan without a day, told the same day",
        ),
        pytest.param(
            [report("a", "2024-03-11", MARCH), report("a", "2024-03-11", None, status=A, start=9)],
            [1, 1], id="they met and are to meet again",
        ),
        pytest.param(
            [report("a", "2024-03-11", MARCH), report("b", "2024-03-11", MARCH, form="call")],
            [1, 1], id="they met and telephoned",
        ),
        pytest.param(
            [report("a", "2024-03-11", MARCH, form="visit"),
             report("b", "2024-03-11", MARCH, form="reception"),
             report("c", "2024-03-11", MARCH, form="talks")],
            [3], id="a visit with its reception and talks",
        ),
        pytest.param(
            [report("a", "2024-03-11", MARCH, (STONE, BERG)),
             report("b", "2024-03-11", MARCH, (STONE, LUND)),
             report("c", "2024-03-11", MARCH, (STONE,))],
            [1, 1, 1], id="one who met several, told of alone",
        ),
    ],
)  # fmt: skip
def test_what_is_one_meeting(reports: list[Told], sizes: list[int]) -> None:
    assert sorted((len(group) for group in merge_reports(reports)), reverse=True) == sizes


@pytest.mark.parametrize(
    ("vague", "told"),
    [
        (report("b", "2024-06-01", None, place=None), 1),  # they have met: told above
        (report("b", "2024-06-01", None, place="Riga"), 2),  # in another town
        (report("b", "2024-06-01", None, (BERG, LUND), place=None), 2),  # of whom nothing is told
        (report("b", "2024-06-01", None, place=None, status=A), 2),  # to meet again
        (report("b", "2024-06-01", None, place=None, form="call"), 2),
        (report("b", "2024-06-01", None, (BERG,), place=None), 1),  # met somebody some day
        (report("b", "2024-06-01", None, (), place="Riga"), 1),  # somebody met there some day
        (report("b", "2024-06-01", SINCE, place="Oslo"), 1),  # the fourth time since May
    ],
)
def test_what_adds_nothing_is_no_meeting(vague: Told, told: int) -> None:
    assert len(find_meetings([report("a", "2024-03-11", MARCH), vague])) == told


PEOPLE = st.sampled_from(
    [(BERG, STONE), (BERG, LUND), (BERG, STONE, LUND), (MINISTER, STONE), (NORWAY, LATVIA),
     (BERG,), (), (KROG, STONE), (NEWCOMER, STONE), (BERG, STONE, LUND, KROG)]
)  # fmt: skip
REPORTS = st.lists(
    st.builds(
        report,
        article=st.sampled_from("abcdefgh"),
        written=st.sampled_from(["2024-03-08", "2024-03-11", "2024-03-12", "2024-03-20"]),
        when=st.sampled_from(
            [None, MARCH, day("2024-03-12"), days("2024-03-11", "2024-03-17"), SPRING, SINCE]
        ),
        people=PEOPLE,
        status=st.sampled_from(list(Status)),
        place=st.sampled_from([None, "Oslo", "Riga", "Norway"]),
        form=st.sampled_from(["meeting", "visit", "summit", "call"]),
        start=st.integers(0, 40).map(lambda n: n * 10),
    ),
    max_size=14,
    unique_by=lambda told: told.mention.id,
)


@settings(max_examples=150, deadline=None)
@given(REPORTS, st.randoms(use_true_random=False))
def test_the_order_of_arrival_is_irrelevant(told: list[Told], chance: random.Random) -> None:
    shuffled = list(told)
    chance.shuffle(shuffled)
    assert merge_reports(shuffled) == merge_reports(told)
    assert find_meetings(shuffled) == find_meetings(told)


@settings(max_examples=150, deadline=None)
@given(REPORTS)
def test_no_meeting_is_of_days_that_do_not_meet(told: list[Told]) -> None:
    for group in merge_reports(told):
        first = max((one.first for one in group if one.first), default=None)
        last = min((one.last for one in group if one.last), default=None)
        assert first is None or last is None or first <= last
        assert len({one.mention.form == "call" for one in group}) == 1
        assert len({one.mention.place for one in group} - {None, "Norway"}) <= 1
