"""Who held which office when: a small table of our own, and the user's own rows beside it.

A document's own words come first; what the table adds is said to come from the table. Field names
are Popolo's (popoloproject.com). It is as of `AS_OF`: a tenure that was open then vouches for no
later day.
"""

from __future__ import annotations

import calendar
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache, cached_property
from itertools import zip_longest
from pathlib import Path
from typing import Any, Self

from pydantic import Field, model_validator

from index.errors import UsageError
from index.office_roles import NOT_IN, ONLY_IN, TITLES
from index.records import Record
from index.words import fold

TABLE = Path(__file__).with_name("offices.tsv")
AS_OF = date(2025, 1, 31)  # up to which the rows were written
COLUMNS = (
    "name", "other_names", "role", "organization", "area", "start_date", "end_date", "source"
)  # fmt: skip
DAY = r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?"
AREA = r"[A-Z][A-Z ]{1,19}"
HINTS = (  # a column, what must stand there, and how to say so
    ("name", r".*\w.*", "write the person's name, given name first"),
    ("role", r".*\w.*", "write the office, such as foreign minister"),
    ("area", AREA, "write a country as ISO 3166-1 alpha-3 (DEU), an organisation in capitals (UN)"),
    ("start_date", DAY, "write it as 2013-02-01, 2013-02 or 2013"),
    ("end_date", f"({DAY})?", "write it as 2013-02-01, 2013-02 or 2013, or leave it empty"),
    ("source", r".*\w.*", "say where the dates are from"),
)


class Tenure(Record):
    """One person's time in one post; dates as exact as known ("2013-02-01", "2013-02", "2013").

    An empty `end_date` is a tenure that was still open on `as_of`; without `as_of` it lasts until
    further notice. `area` is a country by ISO 3166-1 alpha-3 or an organisation ("UN").
    """

    name: str = Field(min_length=1)
    other_names: tuple[str, ...] = ()
    role: str = Field(min_length=1)
    organization: str = ""
    area: str = Field(pattern=f"^{AREA}$")
    start_date: str = Field(pattern=f"^{DAY}$")
    end_date: str = Field(default="", pattern=f"^({DAY})?$")
    source: str = Field(min_length=1)
    as_of: date | None = None

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        for written in (self.start_date, self.end_date):
            if len(written) == len("2013-02-01"):
                date.fromisoformat(written)  # there is no 30 February
        known = min(len(self.start_date), len(self.end_date))
        if self.end_date[:known] < self.start_date[:known]:
            raise ValueError(f"end_date {self.end_date} is before start_date {self.start_date}")
        return self

    @property
    def first(self) -> date:
        """The earliest day that `start_date` allows."""
        return date.fromisoformat(self.start_date + "-01-01"[len(self.start_date) - 4 :])

    @property
    def last(self) -> date | None:
        """The latest day that `end_date` allows; None for a tenure still open."""
        if not self.end_date:
            return None
        year, month, day = (*map(int, self.end_date.split("-")), 0, 0)[:3]
        return date(year, month or 12, day or calendar.monthrange(year, month or 12)[1])

    @property
    def surname(self) -> str:
        """The last word of the name, folded and lower case."""
        return _fold(self.name.rsplit(" ", 1)[-1])

    def overlaps(self, first: date, last: date) -> bool:
        """Whether the person may have held the post on some day from `first` to `last`."""
        until = self.last or self.as_of
        return self.first <= last and (until is None or first <= until)

    def called(self) -> Iterator[str]:
        """What the person may be called, folded: whole names, and each end of them."""
        for name in (self.name, *self.other_names):
            words = _fold(name).split()
            yield " ".join(words)
            for start in range(1, len(words)):
                yield " ".join(words[start:])
            yield words[-1].removeprefix("al-").removeprefix("el-")


class Offices:
    """Look-ups over tenures; unknown names, roles and areas find nothing."""

    def __init__(self, tenures: Iterable[Tenure]) -> None:
        self.tenures = tuple(tenures)

    def in_office(
        self, surname: str, role: str | None = None, area: str | None = None
    ) -> list[Tenure]:
        """The tenures of everyone so called ("Stone" or "Anna Stone"), oldest first.

        `role` is a role of the table or what news calls it; `area` a code.
        """
        named = self._by_name.get(_fold(" ".join(surname.split())), ())
        return [
            tenure
            for tenure in named
            if (area is None or tenure.area == area)
            and (role is None or _fold(tenure.role) in roles_meant(role, tenure.area))
        ]

    def holders(self, role: str, area: str, day: date) -> list[Tenure]:
        """Who may have held the office on that day: two near a change, none where it is unknown."""
        return self.tenures_between(role, area, day, day)

    def tenures_between(self, role: str, area: str, first: date, last: date) -> list[Tenure]:
        """Who may have held the office on some day from `first` to `last`, oldest first."""
        meant = roles_meant(role, area)
        held = (tenure for known in meant for tenure in self._by_post.get((known, area), ()))
        return sorted((t for t in held if t.overlaps(first, last)), key=lambda t: t.first)

    @cached_property
    def _by_name(self) -> dict[str, tuple[Tenure, ...]]:
        found: dict[str, list[Tenure]] = defaultdict(list)
        for tenure in sorted(self.tenures, key=lambda tenure: tenure.start_date):
            for name in dict.fromkeys(tenure.called()):
                found[name].append(tenure)
        return {name: tuple(tenures) for name, tenures in found.items()}

    @cached_property
    def _by_post(self) -> dict[tuple[str, str], tuple[Tenure, ...]]:
        found: dict[tuple[str, str], list[Tenure]] = defaultdict(list)
        for tenure in self.tenures:
            found[_fold(tenure.role), tenure.area].append(tenure)
        return {post: tuple(tenures) for post, tenures in found.items()}


def in_office(surname: str, role: str | None = None, area: str | None = None) -> list[Tenure]:
    """`Offices.in_office` over the shipped table alone."""
    return read_offices().in_office(surname, role, area)


def canonical_role(title: str, area: str = "") -> tuple[str, ...]:
    """The roles of the table that a title may stand for in an area; none for an unknown title.

    "foreign minister" is the secretary of state in the USA; "prime minister" the chancellor in
    Germany. Without an area every reading is given.
    """
    asked = _fold(title).removeprefix("the ")
    return tuple(
        role
        for role, synonyms, _ in TITLES
        if (asked == role or asked in synonyms) and _is_office(role, area)
    )


def roles_meant(title: str, area: str) -> tuple[str, ...]:
    """`canonical_role`, or the title itself, for an office that only the user's file knows."""
    return canonical_role(title, area) or (_fold(title),)


def read_offices(path: Path | None = None) -> Offices:
    """The shipped table with the user's own rows, if there is a file at `path`.

    A row of the user's replaces ours of the same name, role, area and start. Raises UsageError,
    naming the line and what is wrong there.
    """
    if path is None or not path.exists():
        return _shipped()
    own = {_identity(tenure): tenure for tenure in read_tenures(path)}
    kept = (tenure for tenure in _shipped().tenures if _identity(tenure) not in own)
    return Offices([*kept, *own.values()])


def read_tenures(path: Path) -> Iterator[Tenure]:
    """The rows of a table with our columns; raises UsageError at the first bad one."""
    for number, row in _rows(path):
        where = f"{path.name} line {number}"
        for column, pattern, hint in HINTS:
            if not re.fullmatch(pattern, row[column]):
                raise UsageError(f'{where}: {column} is "{row[column]}"; {hint}')
        try:
            yield Tenure.model_validate(_fields(row))
        except ValueError as error:
            raise UsageError(f"{where}: {_reason(error)}; correct the dates") from error


@cache
def _shipped() -> Offices:
    return Offices(
        Tenure.model_validate(_fields(row, None if row["end_date"] else AS_OF))
        for _, row in _rows(TABLE)
    )


def _rows(path: Path) -> Iterator[tuple[int, dict[str, str]]]:
    """Line number and columns of each row; the first line must name the columns."""
    try:
        lines = path.read_text(encoding="utf-8-sig").split("\n")
    except UnicodeDecodeError as error:
        raise UsageError(f"{path.name}: not in UTF-8; save it so") from error
    header = [column.strip() for column in lines[0].split("\t")]
    missing = [column for column in COLUMNS if column not in header]
    if missing:
        raise UsageError(
            f"{path.name} line 1: no column {', '.join(missing)}; "
            f"the first line names them, tabs between: {' '.join(COLUMNS)}"
        )
    for number, line in enumerate(lines[1:], start=2):
        if line.strip():
            cells = dict(zip_longest(header, map(str.strip, line.split("\t")), fillvalue=""))
            yield number, {column: cells[column] for column in COLUMNS}


def _fields(row: dict[str, str], as_of: date | None = None) -> dict[str, Any]:
    names = row["other_names"]
    others = tuple(part for name in names.split(";") if (part := name.strip())) if names else ()
    return {**row, "other_names": others, "as_of": as_of}


def _identity(tenure: Tenure) -> tuple[str, str, str, str]:
    return (_fold(tenure.name), _fold(tenure.role), tenure.area, tenure.start_date)


def _is_office(role: str, area: str) -> bool:
    """Whether the role is an office there; any role, where no area is given."""
    if not area:
        return True
    return area in ONLY_IN.get(role, {area}) and role not in NOT_IN.get(area, ())


def _reason(error: ValueError) -> str:
    """What a validation says, its library's wrapping taken off."""
    errors = getattr(error, "errors", None)
    return str(errors()[0]["msg"]).removeprefix("Value error, ") if errors else str(error)


def _fold(text: str) -> str:
    return (text if text.isascii() else fold(text)).lower().replace("’", "'")
