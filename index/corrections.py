"""Corrections by hand: another day for an article, another name for somebody whom it names.

They are kept beside the articles and never change a text. A correction holds for the article of its
id and for whatever stands where that article was read, so that it survives a file that is changed
or read anew; the text goes on saying what it says, and undoing one gives back what was worked out.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import Any, Literal

from sqlalchemy import select

from index import tables as t
from index.catalog import Catalog
from index.errors import UsageError
from index.meeting_lookup import read_partial_day
from index.meeting_records import Mention
from index.records import Record, When
from index.words import fold

BASIS = "correction"  # of a date that somebody gave by hand
LONGEST_NAME = 200  # characters


class Correction(Record):
    """What somebody corrected of an article; `made` and `undone` are moments in UTC.

    `wrong` is the name that `right` stands for, None where `right` is a day, month or year.
    """

    id: int
    article_id: str
    path: str  # as the article was shown when it was corrected
    kind: Literal["date", "name"]
    wrong: str | None
    right: str
    by: str
    made: datetime
    undone_by: str | None = None
    undone: datetime | None = None

    @property
    def when(self) -> When | None:
        """The day that a correction of a date gives, and who gave it when."""
        told = read_partial_day(self.right) if self.kind == "date" else None
        said = f"corrected to {self.right} by {self.by} on {self.made.date().isoformat()}"
        return told.model_copy(update={"basis": BASIS, "derivation": said}) if told else None


def list_corrections(catalog: Catalog) -> list[Correction]:
    """All that were ever made, those undone too, in order of making."""
    c = t.corrections.c
    with catalog.reading() as db:
        rows = db.execute(select(t.corrections).order_by(c.id)).all()
    return [_read(row) for row in rows]


def keep_correction(
    catalog: Catalog, article_id: str, wrong: str | None, right: str, by: str
) -> Correction:
    """Keeps one, of a name where `wrong` is given, else of the date; raises UsageError for no day.

    What hangs on it is worked out by index/correcting.py.
    """
    read_partial_day(right if wrong is None else None)
    made = datetime.now(UTC).replace(microsecond=0)
    places = t.locations.c
    with catalog.writing() as db:
        held = db.execute(
            select(places.location, places.shown)
            .where(places.article_id == article_id)
            .order_by(places.number)
        ).first()
        row = {
            "article": article_id, "place": held.location if held else None,
            "path": held.shown if held else "", "kind": "name" if wrong else "date",
            "wrong": wrong, "right": right, "by": by, "made": made.isoformat(),
        }  # fmt: skip
        c = t.corrections.c
        number = db.scalar(t.corrections.insert().values(row).returning(c.id))
        kept = db.execute(select(t.corrections).where(c.id == number)).one()
    return _read(kept)


def mark_undone(catalog: Catalog, id: int, by: str) -> Correction:
    """Marks one as undone; raises UsageError where there is none such that stands."""
    c = t.corrections.c
    now = datetime.now(UTC).replace(microsecond=0).isoformat()
    with catalog.writing() as db:
        same = t.corrections.update().where(c.id == id, c.undone.is_(None))
        if not db.execute(same.values(undone=now, undone_by=by)).rowcount:
            raise UsageError(f"no correction {id} stands; `dateline correct --list` lists them")
        return _read(db.execute(select(t.corrections).where(c.id == id)).one())


def corrected_dates(catalog: Catalog) -> dict[str, When]:
    """By article, the day that the last correction of it gives; of articles that are there."""
    return {
        id: when
        for id, some in _standing(catalog, "date").items()
        if (when := some[-1].when) is not None
    }


def corrected_names(catalog: Catalog) -> dict[str, tuple[tuple[str, str], ...]]:
    """By article, each wrong name with the right one, in order of making."""
    return {
        id: tuple((one.wrong or "", one.right) for one in some)
        for id, some in _standing(catalog, "name").items()
    }


def rename(mentions: Iterable[Mention], names: Sequence[tuple[str, str]]) -> list[Mention]:
    """The reports with names corrected; what they quote stays, as the article says it."""
    return [_rename(mention, names) for mention in mentions] if names else list(mentions)


def describe_names(names: Sequence[tuple[str, str]]) -> str:
    """Names corrected, as a text that is the same for the same names."""
    return json.dumps(names, ensure_ascii=False)


def _rename(mention: Mention, names: Sequence[tuple[str, str]]) -> Mention:
    people = mention.participants
    for wrong, right in names:
        people = tuple(
            one.model_copy(update={"name": right}) if is_same_name(one.name, wrong) else one
            for one in people
        )
    return mention.model_copy(update={"participants": people})


def is_same_name(one: str, other: str) -> bool:
    """Whether two names are written alike but for case, accents and spaces."""
    return _folded(one) == _folded(other)


def _folded(name: str) -> str:
    return " ".join(fold(name).casefold().split())


def _standing(catalog: Catalog, kind: str) -> dict[str, list[Correction]]:
    """By article that is there, the corrections that stand, in order of making."""
    c, a, places = t.corrections.c, t.articles.c, t.locations.c
    found: dict[str, dict[int, Correction]] = defaultdict(dict)
    stands = (c.kind == kind) & c.undone.is_(None)
    with catalog.reading() as db:
        for joined in (
            select(a.id.label("now"), *c).join(t.articles, a.id == c.article),
            select(places.article_id.label("now"), *c).join(
                t.locations, places.location == c.place
            ),
        ):
            for row in db.execute(joined.where(stands)):
                found[row.now][row.id] = _read(row)
    return {id: [some[n] for n in sorted(some)] for id, some in sorted(found.items())}


def _read(row: Any) -> Correction:
    return Correction(
        id=row.id, article_id=row.article, path=row.path, kind=row.kind, wrong=row.wrong,
        right=row.right, by=row.by, made=datetime.fromisoformat(row.made),
        undone_by=row.undone_by,
        undone=datetime.fromisoformat(row.undone) if row.undone else None,
    )  # fmt: skip
