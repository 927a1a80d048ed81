"""Which sentences tell of a period that their article is not of: by a time of their own.

"The last time he came was in May, when he carried a lamp. It was of brass." in a report of July
tells of May; so does what goes on with it, until a new paragraph or another time.
"""

from __future__ import annotations

from bisect import bisect_right

from index.date_records import TimeExpression
from index.readings import Reading
from index.records import When

PARAGRAPH = "\n"


def told_then(reading: Reading, period: When) -> list[bool]:
    """For each sentence of an article, whether it tells of a period by its own time or by that of
    the one that it goes on with.
    """
    if period.earliest is None or period.latest is None:
        return [False] * len(reading.zones)
    starts = reading.sentences.starts
    of_sentence: dict[int, bool] = {}  # of those with a time of their own, whether one lies in it
    for time in reading.times:
        at = bisect_right(starts, time.start) - 1
        if time.earliest and time.latest and at >= 0 and time.end <= reading.sentences.ends[at]:
            of_sentence[at] = of_sentence.get(at, False) or _lies_in(time, period)
    told: list[bool] = []
    for at in range(len(starts)):
        goes_on = at > 0 and told[-1] and not _opens_paragraph(reading, at)
        told.append(of_sentence.get(at, goes_on))
    return told


def _opens_paragraph(reading: Reading, at: int) -> bool:
    text = reading.article.text
    return PARAGRAPH in text[reading.sentences.ends[at - 1] : reading.sentences.starts[at]]


def _lies_in(time: TimeExpression, period: When) -> bool:
    """Whether a time lies in a period: "in May" tells nothing of its fifth day."""
    if not (time.earliest and time.latest and period.earliest and period.latest):
        return False
    return period.earliest <= time.earliest and time.latest <= period.latest
