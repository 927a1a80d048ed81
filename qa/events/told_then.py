"""Which sentences tell of a period that their article is not of: by a time of their own.

"The last time he came was in May, when he carried a lamp. It was of brass." in a report of July
tells of May; so does what goes on with it, until a new paragraph or another time.
"""

from __future__ import annotations

from index.archive import Archive
from index.date_records import TimeExpression
from index.readings import Reading
from index.records import When

PARAGRAPH = "\n"


def told_then(archive: Archive, reading: Reading, period: When) -> list[bool]:
    """For each sentence of an article, whether it tells of a period by its own time or by that of
    the one that it goes on with.
    """
    if period.earliest is None or period.latest is None:
        return [False] * len(reading.zones)
    times = [time for time in archive.times(reading.article.id) if time.earliest and time.latest]
    told: list[bool] = []
    for start, end in zip(reading.sentences.starts, reading.sentences.ends, strict=True):
        own = [time for time in times if start <= time.start and time.end <= end]
        goes_on = bool(told) and told[-1] and not own and not _opens_paragraph(reading, len(told))
        told.append(goes_on or any(_lies_in(time, period) for time in own))
    return told


def _opens_paragraph(reading: Reading, at: int) -> bool:
    text = reading.article.text
    return PARAGRAPH in text[reading.sentences.ends[at - 1] : reading.sentences.starts[at]]


def _lies_in(time: TimeExpression, period: When) -> bool:
    """Whether a time lies in a period: "in May" tells nothing of its fifth day."""
    if not (time.earliest and time.latest and period.earliest and period.latest):
        return False
    return period.earliest <= time.earliest and time.latest <= period.latest
