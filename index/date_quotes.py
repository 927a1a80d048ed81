"""What stands in quoted speech, and when that was said, where the text tells."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from index.date_records import Expression, Meaning, Unit

QUOTATION = re.compile(  # an opening mark with no end before the paragraph's is no quotation
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
    return [match.span() for match in QUOTATION.finditer(text)]


def mark_quotes(text: str, found: Sequence[Expression]) -> list[Expression]:
    """The expressions, those in quoted speech marked, with its day where that is told."""
    ends = [end for quote in find_quotes(text) for end in quote]
    inside = [bisect_right(ends, one.start) % 2 == 1 for one in found]
    story = _narrated([one for one, quoted in zip(found, inside, strict=True) if not quoted])
    marked = []
    for n, (one, quoted) in enumerate(zip(found, inside, strict=True)):
        if quoted:
            near = range(max(0, n - NEAR), min(len(found), n + NEAR + 1))
            outside = [found[other] for other in near if not inside[other]]
            told = _speech(text, one, outside) or _of_the_story(text, one, outside, story)
            one = one.model_copy(update={"quoted": True, **told})
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


def _narrated(outside: Sequence[Expression]) -> Meaning | None:
    """The one day that a story tells of, by its weekday and as past: all its bare weekdays of the
    past are that one, the first of its days is among them, and it tells of no "today" of its own.
    """
    named = [one for one in outside if _names_day(one) and one.meaning.year is None]
    past = [one for one in named if _is_past_weekday(one)]
    other = any(one.meaning.weekday != past[0].meaning.weekday for one in past[1:])
    own = any(_is_today(one) for one in named)
    return past[0].meaning if past and named[0] is past[0] and not other and not own else None


def _of_the_story(
    text: str, one: Expression, outside: Sequence[Expression], story: Meaning | None
) -> dict[str, object]:
    """The day of "today" in a quotation that nothing dates: the one that the story tells of, unless
    its own paragraph tells of another before it. A story of the day after tells what was said then.
    """
    if story is None or not _is_near_day(one):
        return {}
    start = text.rfind("\n\n", 0, one.start) + 1
    before = [other for other in outside if start <= other.start < one.start and _names_day(other)]
    other = before and not _is_past_weekday(before[-1])
    return {} if other else {"spoken": story, "anchor": "quote"}


def _is_past_weekday(one: Expression) -> bool:
    meaning = one.meaning
    return one.tense == "past" and meaning == Meaning(weekday=meaning.weekday, part=meaning.part)


def _is_today(one: Expression) -> bool:
    return _is_near_day(one) and one.meaning.offset == 0


def _is_near_day(one: Expression) -> bool:
    """Whether an expression is "today", "yesterday", "tomorrow", or a part of such a day."""
    meaning = one.meaning
    near = meaning.unit is Unit.DAY and meaning.offset in (-1, 0, 1)
    return near and not meaning.counted and _counts_from_speech(one)


def _counts_from_speech(one: Expression) -> bool:
    meaning = one.meaning
    return meaning.offset is not None and meaning.unit is not None and not meaning.anchored


def _names_day(one: Expression) -> bool:
    meaning = one.meaning
    return not meaning.every and (
        meaning.weekday is not None or meaning.day is not None
        or (meaning.unit is Unit.DAY and meaning.offset is not None)
    )  # fmt: skip
