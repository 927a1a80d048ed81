"""What is amiss in what was worked out from the articles: dates, reports, meetings.

All of it can be made anew from the articles: `mend_dates` and `forget_reports` take out what is
amiss, and the passes over the archive then do the rest.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import select

from index import tables as t
from index.catalog import Catalog
from index.changes import change
from index.date_records import TimeExpression
from index.dating import as_read, choose_date
from index.dating_days import Days
from index.dating_pass import DATED_UP_TO
from index.event_lookup import MEETINGS_OF, list_made, list_meetings, list_told
from index.lookup import in_lists
from index.meeting_keys import cited_by, describe_days, keys_of
from index.meeting_records import Meeting, Mention
from index.meetings import find_meetings
from index.mention_pass import digest_of, made_of
from index.records import DateCandidate, OpenDate, When

BATCH = 256  # articles looked at together
UNREADABLE = (ValueError, TypeError, OverflowError, zlib.error)  # what reading a damaged cell says


def find_unreadable(catalog: Catalog) -> list[str]:
    """Ids of articles that cannot be read for what stands beside their text, dates apart."""
    return [
        id
        for some in in_lists(catalog.article_ids(), BATCH)
        if not _can_read(catalog, some)
        for id in some
        if not _can_read(catalog, [id])
    ]


def _can_read(catalog: Catalog, ids: Sequence[str]) -> bool:
    try:
        return bool(list(catalog.articles(ids)))
    except UNREADABLE:
        return False


def find_bad_dates(catalog: Catalog) -> list[str]:
    """Ids of articles whose dates cannot be read, or stand otherwise in the columns of filters."""
    a, o = t.articles.c, t.open_dates.c
    columns = (a.id, a.dated, a.earliest, a.latest, a.candidates, o.days)
    statement = select(*columns).outerjoin(t.open_dates, o.article_id == a.id)
    with catalog.reading() as db:
        return [row.id for row in db.execute(statement.order_by(a.id)) if not _dates_fit(row)]


def _dates_fit(row: Any) -> bool:
    try:
        dated = When.model_validate_json(row.dated) if row.dated else None
        if row.days:
            Days.unpack(OpenDate.model_validate_json(row.days).days)
    except UNREADABLE:
        return False
    days = (dated.earliest, dated.latest) if dated else (None, None)
    kept = [day.isoformat() if day else None for day in days]
    return kept == [row.earliest, row.latest] and _are_candidates(row.candidates)


def _are_candidates(stored: str | None) -> bool:
    try:
        return all(DateCandidate.model_validate(one) for one in json.loads(stored or "[]"))
    except UNREADABLE:
        return False


def mend_dates(catalog: Catalog, ids: Sequence[str]) -> None:
    """Dates articles by what their files said; where that is lost, the next index reads them anew.

    What their words and neighbours tell is for the pass to find again.
    """
    a = t.articles.c
    with catalog.reading() as db:
        rows = db.execute(select(a.id, a.candidates).where(a.id.in_(ids))).all()
    lost = [row.id for row in rows if not _are_candidates(row.candidates)]
    with change(catalog) as db:
        db.forget_dates(ids, lost)
        db.forget_files_of(lost)
    for article in catalog.articles(ids):
        kept = as_read(article).date_candidates
        told = {"date_candidates": kept, "dated": choose_date(kept)}
        with change(catalog) as db:
            db.update(article.model_copy(update=told))


def find_bad_reports(catalog: Catalog) -> list[str]:
    """Ids of articles with a time or report that cannot be read or whose words are not there."""
    bad: set[str] = set()
    for some in in_lists(catalog.article_ids(), BATCH):
        texts = dict(zip(some, catalog.texts(some), strict=True))
        bad.update(_bad_among(catalog, t.times, texts, _time_fits))
        bad.update(_bad_among(catalog, t.mentions, texts, _mention_fits))
    return sorted(bad)


def _bad_among(catalog: Catalog, table: Any, texts: dict[str, str], fits: Any) -> Iterator[str]:
    columns = table.c
    with catalog.reading() as db:
        rows = db.execute(select(table).where(columns.article_id.in_(list(texts)))).all()
    for row in rows:
        try:
            sound = fits(row, texts[row.article_id])
        except UNREADABLE:
            sound = False
        if not sound:
            yield row.article_id


def _time_fits(row: Any, text: str) -> bool:
    time = TimeExpression.model_validate_json(row.time)
    at = (time.start, time.end) == (row.start, row.end)
    return at and text[time.start : time.end] == time.text


def _mention_fits(row: Any, text: str) -> bool:
    mention = Mention.model_validate_json(row.mention)
    said = [(mention.trigger, mention.trigger.text), *((e, e.quote) for e in mention.evidence)]
    kept = (mention.id, mention.article_id, mention.trigger.start)
    return kept == (row.id, row.article_id, row.start) and all(
        text[span.start : span.end] == words for span, words in said
    )


def forget_reports(catalog: Catalog, ids: Sequence[str]) -> None:
    """Takes out the times and reports of articles, and all meetings; the pass finds them anew."""
    with change(catalog, searched=False) as db:
        for id in ids:
            db.mention(id, "", (), ())
        db.put_meetings(())
    catalog.set_note(MEETINGS_OF, "")


def list_unread(catalog: Catalog) -> list[str]:
    """Ids of articles that a pass which was stopped has yet to read for meetings."""
    return [one.article_id for one in list_made(catalog) if one.mentioned != made_of(one)]


def are_merged(catalog: Catalog) -> bool:
    """Whether the last passes over dates and meetings went to their end, as the archive notes."""
    made = digest_of(list_made(catalog))
    dated = catalog.note(DATED_UP_TO) == str(catalog.generation())
    return dated and catalog.note(MEETINGS_OF) == made


def meetings_fit(catalog: Catalog) -> bool:
    """Whether the meetings are those that the reports tell of, and can be looked up."""
    try:
        stored = list_meetings(catalog)
    except UNREADABLE:
        return False
    return stored == find_meetings(list_told(catalog)) and _can_be_looked_up(catalog, stored)


def _can_be_looked_up(catalog: Catalog, meetings: Sequence[Meeting]) -> bool:
    keys = {(key, m.id) for m in meetings for key in (*keys_of(m), *cited_by(m))}
    days = {tuple(describe_days(meeting).values()) for meeting in meetings}
    with catalog.reading() as db:
        kept = {tuple(row) for row in db.execute(select(t.meeting_keys))}
        known = {tuple(row) for row in db.execute(select(t.meeting_days))}
    return (keys, days) == (kept, known)
