"""What stands in quoted speech, and when that was said, where the text tells."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from index.date_records import Expression, Unit

QUOTED = re.compile(  # an opening mark with no end before the paragraph's is no quotation
    r"“[^”\n]{1,1000}”|``.{1,1000}?''|\"[^\"\n]{1,1000}\"|«[^»\n]{1,1000}»|„[^“”\n]{1,1000}[“”]",
    re.DOTALL,
)
NEAR = 10  # expressions on either side in which the day of a speech is looked for
SAID_THEN = re.compile(  # "“…,” Stone said in Oslo on Tuesday"
    r"\b(?:said|told|added|wrote|announced|declared|warned|explained|stated|stressed|insisted|noted|"
    r"replied|asked|remarked|promised|vowed)\b[^.!?\n“”\"]{0,60}$"
)


def find_quotes(text: str) -> list[tuple[int, int]]:
    """Where quoted speech starts and ends."""
    return [match.span() for match in QUOTED.finditer(text)]


def mark_quotes(text: str, found: Sequence[Expression]) -> list[Expression]:
    """The expressions, those in quoted speech marked, with its day where that is told."""
    ends = [end for quote in find_quotes(text) for end in quote]
    inside = [bisect_right(ends, one.start) % 2 == 1 for one in found]
    marked = []
    for n, (one, quoted) in enumerate(zip(found, inside, strict=True)):
        if quoted:
            near = range(max(0, n - NEAR), min(len(found), n + NEAR + 1))
            outside = [found[other] for other in near if not inside[other]]
            one = one.model_copy(update={"quoted": True, **_speech(text, one, outside)})
        marked.append(one)
    return marked


def _speech(text: str, one: Expression, outside: Sequence[Expression]) -> dict[str, object]:
    """The day of the speech and the anchor, for an expression that counts from it."""
    if not _counts_from_speech(one):
        return {}
    start = text.rfind("\n\n", 0, one.start) + 1
    end = text.find("\n\n", one.end)
    paragraph = range(start, end if end >= 0 else len(text))
    said = [
        other
        for other in outside
        if other.start in paragraph
        and _names_day(other)
        and SAID_THEN.search(text[max(start, other.start - 90) : other.start])
    ]
    if not said:
        return {}
    nearest = min(said, key=lambda other: abs(other.start - one.start))
    return {"spoken": nearest.meaning, "anchor": "quote"}


def _counts_from_speech(one: Expression) -> bool:
    meaning = one.meaning
    return meaning.offset is not None and meaning.unit is not None and not meaning.anchored


def _names_day(one: Expression) -> bool:
    meaning = one.meaning
    return not meaning.every and (
        meaning.weekday is not None or meaning.day is not None
        or (meaning.unit is Unit.DAY and meaning.offset is not None)
    )  # fmt: skip
