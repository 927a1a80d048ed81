"""The time that one sentence sets for the next: "Her last visit was in May. Berg met her there."

Only where a sentence opens with such a frame; else a day stays with its own sentence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.date_records import TimeExpression
from index.records import Sentence

FRAMES = re.compile(  # "The last time she came was in May", "Their previous meeting, in 2011"
    r"(?:The|His|Her|Their|Its|[A-Z][\w’'-]+(?:'s|’s|'|’)) (?:very )?"
    r"(?:last|previous|first|latest|earlier|second|third) "
    r"(?:time|visit|trip|meeting|talks|encounter|round|summit|call)\b"
)
REACH = 2  # sentences after the frame that stand in it


def frame_of(
    sentences: Sequence[Sentence], n: int, times: Sequence[TimeExpression]
) -> TimeExpression | None:
    """The one time that a sentence just before number `n` sets; None where none does.

    A sentence between them with a time of its own ends the frame.
    """
    own = sentences[n]
    for back in range(1, REACH + 1):
        if n < back or sentences[n - back].zone is not own.zone:
            return None
        before = sentences[n - back]
        found = [t for t in times if before.start <= t.start and t.end <= before.end and t.earliest]
        if FRAMES.match(before.text):
            return found[0] if len(found) == 1 and found[0].latest else None
        if found:
            return None
    return None
