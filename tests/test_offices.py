"""The office-holder table: the user's own rows, and the look-ups."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.errors import UsageError
from index.office_roles import TITLES
from index.offices import (
    COLUMNS,
    Offices,
    Tenure,
    canonical_role,
    in_office,
    read_offices,
)

SHIPPED = read_offices().tenures


def tenure(name: str, start: str, end: str = "", **fields: str) -> Tenure:
    """An invented tenure: a foreign minister of Norway unless told otherwise."""
    post = {"role": "foreign minister", "area": "NOR", "source": "invented"} | fields
    return Tenure.model_validate({"name": name, "start_date": start, "end_date": end} | post)


def own_file(folder: Path, *rows: str) -> Path:
    """A user's file with these rows, columns parted by bars."""
    file = folder / "offices.tsv"
    lines = ["\t".join(COLUMNS), *(row.replace("|", "\t") for row in rows)]
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return file


# Invented rows


@pytest.mark.parametrize(
    "start, end, first, last",
    [
        ("2013-02-01", "2017-01-20", date(2013, 2, 1), date(2017, 1, 20)),
        ("2013-02", "2016-02", date(2013, 2, 1), date(2016, 2, 29)),
        ("2013", "2013", date(2013, 1, 1), date(2013, 12, 31)),
        ("2013", "", date(2013, 1, 1), None),
    ],
)
def test_inexact_dates_are_widest(start: str, end: str, first: date, last: date | None) -> None:
    one = tenure("Anna Stone", start, end)
    assert (one.first, one.last) == (first, last)


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.integers(0, 9000), st.integers(-500, 9500))
def test_a_tenure_covers_its_days_and_no_others(start: date, length: int, asked: int) -> None:
    end, day = start + timedelta(length), start + timedelta(asked)
    assert tenure("Anna Stone", str(start), str(end)).overlaps(day, day) == (start <= day <= end)


def test_an_open_tenure_vouches_for_the_day_of_its_table_and_no_later() -> None:
    ours = tenure("Anna Stone", "2020").model_copy(update={"as_of": date(2024, 5, 1)})
    told, later, last = date(2024, 5, 1), date(2024, 5, 2), date(2090, 1, 1)
    assert ours.overlaps(told, told) and not ours.overlaps(later, later)
    assert tenure("Anna Stone", "2020").overlaps(last, last)


@pytest.mark.parametrize(
    "start, end", [("2014", "2013"), ("2013-05", "2013-04-30"), ("2013-02-30", ""), ("13", "")]
)
def test_a_wrong_tenure_cannot_be_built(start: str, end: str) -> None:
    with pytest.raises(ValueError):
        tenure("Anna Stone", start, end)


OFFICES = Offices(
    [
        tenure("Ivo al-Marsh", "2010-01-01", "2014-03-10"),
        tenure("Åse von Holt", "2014-03-10", "2018-06"),
        tenure("Åse von Holt", "2018-06", role="prime minister"),
        tenure("Ruth Vane", "2012", "2016", role="secretary of state", area="USA"),
        tenure("Otto Brandt", "2012", "2016", role="chancellor", area="DEU"),
        tenure("Lars Brandt", "2012", "2016", role="harbour master"),
    ]
)


@pytest.mark.parametrize(
    "asked, found",
    [
        (("Marsh",), ["Ivo al-Marsh"]),
        (("al-Marsh", "FM"), ["Ivo al-Marsh"]),
        (("IVO AL-MARSH", "top diplomat", "NOR"), ["Ivo al-Marsh"]),
        (("holt",), ["Åse von Holt", "Åse von Holt"]),
        (("Von Holt", "premier"), ["Åse von Holt"]),
        (("Ase von Holt", "foreign minister"), ["Åse von Holt"]),
        (("Vane", "foreign minister", "USA"), ["Ruth Vane"]),
        (("Vane", "secretary of state"), ["Ruth Vane"]),
        (("Vane", "defence minister"), []),
        (("Brandt",), ["Otto Brandt", "Lars Brandt"]),
        (("Brandt", "head of government"), ["Otto Brandt"]),
        (("Brandt", "Harbour Master"), ["Lars Brandt"]),
        (("Ivo",), []),
        (("Nobody", "nothing", "NOWHERE"), []),
        (("",), []),
    ],
)
def test_people_are_found_by_name_role_and_area(asked: tuple[str, ...], found: list[str]) -> None:
    assert [one.name for one in OFFICES.in_office(*asked)] == found


@pytest.mark.parametrize(
    "role, area, day, found",
    [
        ("foreign minister", "NOR", date(2012, 1, 1), ["Ivo al-Marsh"]),
        ("minister of foreign affairs", "NOR", date(2014, 3, 10), ["Ivo al-Marsh", "Åse von Holt"]),
        ("foreign minister", "NOR", date(2009, 12, 31), []),
        ("prime minister", "NOR", date(2018, 6, 1), ["Åse von Holt"]),
        ("prime minister", "DEU", date(2014, 1, 1), ["Otto Brandt"]),
        ("chancellor", "NOR", date(2014, 1, 1), []),
        ("foreign minister", "USA", date(2014, 1, 1), ["Ruth Vane"]),
    ],
)
def test_holders_of_an_office_on_a_day(role: str, area: str, day: date, found: list[str]) -> None:
    assert [one.name for one in OFFICES.holders(role, area, day)] == found


def test_holders_over_a_period_come_in_order() -> None:
    held = OFFICES.tenures_between("foreign minister", "NOR", date(2013, 1, 1), date(2015, 1, 1))
    assert [one.name for one in held] == ["Ivo al-Marsh", "Åse von Holt"]


@pytest.mark.parametrize(
    "title, area, roles",
    [
        ("foreign minister", "USA", ("secretary of state",)),
        ("Secretary of State", "USA", ("secretary of state",)),
        ("secretary of state", "GBR", ()),
        ("foreign secretary", "GBR", ("foreign minister",)),
        ("the prime minister", "DEU", ("chancellor",)),
        ("chancellor", "GBR", ()),
        ("premier", "CHN", ("prime minister",)),
        ("foreign minister", "", ("foreign minister", "secretary of state")),
        ("high representative", "NOR", ()),
        ("harbour master", "NOR", ()),
    ],
)
def test_titles_mean_other_offices_elsewhere(title: str, area: str, roles: tuple[str, ...]) -> None:
    assert canonical_role(title, area) == roles


def test_titles_have_examples_and_mean_no_role_twice() -> None:
    assert all(example.endswith(".") for _, _, example in TITLES)
    assert all(role not in titles and len(titles) == len(set(titles)) for role, titles, _ in TITLES)


# The user's own file


ROW = "Anna Quellstone|A. Quellstone; Ana Quellstone|mayor|City of Riga|LVA|2013-02|2015|her diary"


def test_the_users_rows_stand_beside_ours(tmp_path: Path) -> None:
    offices = read_offices(own_file(tmp_path, ROW, ""))
    assert len(offices.tenures) == len(SHIPPED) + 1
    (found,) = offices.in_office("Ana Quellstone", "mayor", "LVA")
    assert found.other_names == ("A. Quellstone", "Ana Quellstone")
    assert in_office("Quellstone") == []


def test_no_file_is_no_fault(tmp_path: Path) -> None:
    assert read_offices(tmp_path / "offices.tsv").tenures == SHIPPED


def test_a_users_row_replaces_ours_of_the_same_start(tmp_path: Path) -> None:
    ours = next(one for one in SHIPPED if one.last is None)
    post = f"{ours.name}||{ours.role}|{ours.organization}|{ours.area}|{ours.start_date}"
    offices = read_offices(own_file(tmp_path, f"{post}|2025-06-01|radio"))
    assert len(offices.tenures) == len(SHIPPED)
    (mended,) = (one for one in offices.tenures if one.source == "radio")
    assert mended.last == date(2025, 6, 1)


@pytest.mark.parametrize(
    "row, reason",
    [
        ("Anna Stone||mayor||LVA|Monday||x", 'line 3: start_date is "Monday"; write it as 2013'),
        ("Anna Stone||mayor||LVA|2013-13||x", 'line 3: start_date is "2013-13"'),
        ("Anna Stone||mayor||LVA|||x", 'line 3: start_date is ""'),
        ("Anna Stone||mayor||LVA|2013|soon|x", 'line 3: end_date is "soon"'),
        ("Anna Stone||mayor||LVA|2013-02-30||x", "line 3: day .* correct the dates"),
        ("Anna Stone||mayor||LVA|2013|2012|x", "line 3: end_date 2012 is before start_date 2013"),
        ("Anna Stone||mayor||Riga|2013||x", 'line 3: area is "Riga"; write a country'),
        ("||mayor||LVA|2013||x", 'line 3: name is ""'),
        ("Anna Stone||||LVA|2013||x", 'line 3: role is ""'),
        ("Anna Stone||mayor||LVA|2013||", 'line 3: source is ""; say where'),
        ("Anna Stone", 'line 3: role is ""'),
    ],
)
def test_bad_lines_are_named_with_their_reason(tmp_path: Path, row: str, reason: str) -> None:
    with pytest.raises(UsageError, match=reason):
        read_offices(own_file(tmp_path, ROW, row))


def test_a_file_without_our_columns_is_told_them(tmp_path: Path) -> None:
    file = tmp_path / "offices.tsv"
    file.write_text("name,role\nAnna Stone,mayor\n", encoding="utf-8")
    with pytest.raises(UsageError, match=r"line 1: no column name, other_names"):
        read_offices(file)


def test_a_file_in_another_encoding_is_refused_in_words(tmp_path: Path) -> None:
    file = tmp_path / "offices.tsv"
    file.write_bytes("name\tÅse".encode("latin-1"))
    with pytest.raises(UsageError, match="not in UTF-8"):
        read_offices(file)
