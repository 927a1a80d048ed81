"""Laws over every row of the office-holder table that ships."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from index.countries import read_countries
from index.office_roles import FORMER_STATES, ORGANIZATIONS, TITLES
from index.offices import AS_OF, TABLE, Tenure, read_offices, read_tenures

SHIPPED = read_offices().tenures
DOCUMENTED = (Path(__file__).parents[1] / "docs" / "offices.md").read_text(encoding="utf-8")
HOLE = timedelta(days=366)
TRANSITION = timedelta(days=31)  # a successor sworn in before the other has left
PLACES = {country.code for country in read_countries()} | FORMER_STATES.keys()


def posts() -> Iterator[tuple[tuple[str, str, str], list[Tenure]]]:
    """The holders of every post of the shipped table, in order."""
    held: dict[tuple[str, str, str], list[Tenure]] = defaultdict(list)
    for one in SHIPPED:
        held[one.area, one.role, one.organization].append(one)
    for post, holders in held.items():
        yield post, sorted(holders, key=lambda one: one.first)


def test_every_row_stands_up_to_what_a_users_row_must() -> None:
    assert len(list(read_tenures(TABLE))) == len(SHIPPED) > 2000


def test_every_row_is_there_once() -> None:
    rows = Counter(
        (one.name, one.role, one.organization, one.area, one.start_date) for one in SHIPPED
    )
    assert [row for row, times in rows.items() if times > 1] == []


def test_every_area_is_a_country_or_a_known_organisation() -> None:
    assert {one.area for one in SHIPPED} - PLACES - ORGANIZATIONS.keys() == set()


def test_every_role_has_a_line_of_titles() -> None:
    assert {one.role for one in SHIPPED} == {role for role, _, _ in TITLES}


def test_the_table_ends_on_its_day_and_reaches_back_to_1975() -> None:
    assert all(one.last is None or date(1975, 1, 1) <= one.last for one in SHIPPED)
    assert max(one.first for one in SHIPPED) <= AS_OF
    assert all((one.as_of == AS_OF) == (one.last is None) for one in SHIPPED)


def test_no_two_hold_one_post_for_longer_than_a_transition() -> None:
    clashes = [
        (post, before.name, after.name)
        for post, holders in posts()
        for before, after in pairwise(holders)
        if known_end(before) - known_start(after) > TRANSITION
    ]
    assert clashes == []


def known_end(one: Tenure) -> date:
    """The first day of the end as written: the tenure need not have lasted longer."""
    return one.model_copy(update={"start_date": one.end_date}).first if one.end_date else date.max


def known_start(one: Tenure) -> date:
    """The last day of the start as written: the tenure need not have begun earlier."""
    return one.model_copy(update={"end_date": one.start_date}).last or date.max


def test_only_the_last_holder_of_a_post_is_open() -> None:
    assert [
        (post, one.name) for post, holders in posts() for one in holders[:-1] if one.last is None
    ] == []


def test_every_source_is_general_knowledge_and_names_what_would_settle_it() -> None:
    settled = re.compile(r"general knowledge \(to check: the \w.*\)")
    assert [one for one in SHIPPED if not settled.fullmatch(one.source)] == []


def covered() -> Iterator[tuple[str, str, date]]:
    """The posts that the documentation says are covered: role, place, and from which day on."""
    for role, places in re.findall(r"^\| ([a-z -]+) \| (\S.* \d{4}) \|$", DOCUMENTED, re.MULTILINE):
        for place, year in re.findall(r"([^,]+?) (\d{4})(?:, |$)", places):
            yield role, place, date(int(year), 1, 1)


def test_the_documentation_covers_the_great_offices() -> None:
    posts = {(role, place) for role, place, _ in covered()}
    assert {("president", area) for area in ("USA", "FRA", "RUS", "CHN", "BRA", "TUR")} <= posts
    assert {("prime minister", area) for area in ("GBR", "FRA", "IND", "ISR", "JPN")} <= posts
    assert {("chancellor", "DEU"), ("secretary-general", "United Nations")} <= posts


@pytest.mark.parametrize("role, place, since", covered())
def test_a_post_documented_as_covered_has_no_hole_longer_than_a_year(
    role: str, place: str, since: date
) -> None:
    held = (one for one in SHIPPED if one.role == role and place in (one.area, one.organization))
    holders = sorted(held, key=lambda one: one.first)
    holes = [
        (before.name, after.name)
        for before, after in pairwise(holders)
        if after.first > since and after.first - (before.last or AS_OF) > HOLE
    ]
    assert holes == []
    assert holders[0].first <= since and holders[-1].last is None
