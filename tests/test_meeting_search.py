"""Meetings looked up by the archive's tables: the same as a plain look at every one of them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete

from index import tables as t
from index.catalog import Catalog
from index.changes import change
from index.event_lookup import list_meetings
from index.meeting_keys import keys_asked, keys_of
from index.meeting_lookup import Wanted, answers_to, pick, read_wanted
from index.meeting_records import Attendant, Meeting, Participant, Status
from index.meeting_search import MeetingSearch, read_meetings
from index.meetings import find_meetings
from tests.test_meetings import BERG, LUND, MARCH, MINISTER, STONE, day, days, report
from tests.test_merge import LATVIA, NEWCOMER, NORWAY, SINCE, SPRING

HADI = Attendant(name="Omar al-Hadi Reed", role="president", country="DEU", resolved="named")
VAN = Attendant(name="Piet van der Linden", role="chancellor", country="DEU", resolved="named")
PEOPLE = ((BERG, STONE), (BERG, LUND), (MINISTER, HADI), (NORWAY, LATVIA), (NEWCOMER, VAN), ())
WHENS = (None, MARCH, day("2024-03-20"), days("2024-03-11", "2024-03-17"), SPRING, SINCE)
PLACES = ("Oslo", None, "Riga", "Åre", "Norway")
MEETINGS: list[Meeting] = find_meetings(
    report(
        f"a{n}", "2024-03-18", WHENS[n % 6], PEOPLE[(n // 6) % 6],
        list(Status)[n % 8], place=PLACES[n % 5], form="call" if n % 7 == 0 else "talks",
    )
    for n in range(180)
)  # fmt: skip
NAMES = (
    "Berg", "Anna Berg", "A. Berg", "Ulla Berg", "Norway", "the Norwegian foreign minister",
    "foreign secretary", "Hadi", "Reed", "Omar Reed", "al-Hadi Reed", "van der Linden", "Linden",
    "der", "German chancellor", "head of government", "Latvia", "Chad", "Nobody", "Stone", "envoy",
    "", "the",
)  # fmt: skip
WANTED = st.builds(
    read_wanted,
    who=st.lists(st.sampled_from(NAMES), max_size=2),
    since=st.sampled_from([None, "2023", "2024-03-12", "2024-04", "2030"]),
    until=st.sampled_from([None, "2023", "2024-03-12", "2024-04", "2000"]),
    where=st.sampled_from([None, "oslo", "Norway", "are", "R", "Riga", "%", "Latvia"]),
    status=st.sampled_from([None, "held", "announced"]),
)


@pytest.fixture(scope="module")
def catalog(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Catalog]:
    catalog = Catalog(tmp_path_factory.mktemp("search") / "c.sqlite", create=True)
    with change(catalog) as db:
        db.put_meetings(MEETINGS)
    yield catalog
    catalog.close()


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(WANTED)
def test_as_complete_as_a_plain_look(catalog: Catalog, wanted: Wanted) -> None:
    assert MeetingSearch(catalog).find(wanted) == pick(list_meetings(catalog), wanted)


def test_few_are_read(catalog: Catalog) -> None:
    assert len(MEETINGS) > 60
    for wanted in (
        read_wanted(["Linden"], None, None, None, None),
        read_wanted((), "2024-03-20", "2024-03-20", "Riga", None),
    ):
        read = read_meetings(catalog, wanted)
        assert pick(MEETINGS, wanted) and len(read) < len(MEETINGS) / 3


@given(
    st.sampled_from(NAMES),
    st.sampled_from(["Anna Berg", "Omar al-Hadi Reed", "Piet van der Linden", "Norway", "Berg"]),
    st.sampled_from([None, "chancellor", "foreign secretary", "secretary of state", "envoy"]),
    st.sampled_from([None, "NOR", "DEU", "USA", "TCD"]),
)
def test_who_answers_to_a_name_has_one_of_its_keys(
    asked: str, name: str, role: str | None, country: str | None
) -> None:
    person = Participant(name=name, role=role, country=country)
    if answers_to(person, asked):
        meeting = MEETINGS[0].model_copy(update={"participants": (person,)})
        assert set(keys_asked(asked)) & set(keys_of(meeting))


@pytest.mark.parametrize("lost", ["rows", "tables"])
def test_meetings_that_the_tables_do_not_know_are_found(tmp_path: Path, lost: str) -> None:
    catalog = Catalog(tmp_path / "c.sqlite", create=True)
    with change(catalog) as db:
        db.put_meetings(MEETINGS)
    with catalog.writing() as connection:
        if lost == "tables":  # as an archive of an earlier program has it
            t.look_ups.drop_all(connection)
        else:
            connection.execute(delete(t.meeting_days))
    wanted = read_wanted(["Berg"], "2024", None, None, None)
    assert MeetingSearch(catalog).find(wanted) == pick(MEETINGS, wanted) != []
    catalog.close()
