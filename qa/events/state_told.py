"""What stood how on a day: "Not yet on 14 May 2019: “…will receive her later…”", and its check."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from index.archive import Archive
from index.date_records import TimeExpression
from index.meeting_records import TOOK_PLACE, Mention
from index.records import Article, Citation, Statement
from qa.events.days import reckon_days
from qa.events.time_told import is_news, is_open, verb_of
from qa.telling.compose import quote_text
from qa.telling.days_told import DAY_TEXT, write_day
from qa.telling.derive import mentions_at

NOT_YET, ALREADY = "Not yet on", "Already by"
STATED = re.compile(rf"(?P<state>{NOT_YET}|{ALREADY}) (?P<day>{DAY_TEXT}): [“‘].*", re.DOTALL)
# What tells of something that is no meeting of the records that it had not begun
NOT_BEGUN = re.compile(  # "The delay of the second round", "has yet to open", "will begin in May"
    r"\b(?:delay(?:s|ed|ing)?|postpon\w+|put off|overdue|stalled|(?:is|are|was|were|has|have|had) "
    r"(?:not|never|yet)|(?:is|are|was|were|has|have|had)n['’]t|not yet|"
    r"(?:is|are|was|were) (?:due )?to|will|awaits?|pending|hangs fire)\b",
    re.IGNORECASE,
)
BEGUN = re.compile(  # "The second round has opened"
    r"\b(?:(?:has|have|had) (?:already |now )?(?:begun|opened|started|resumed|met)|began|opened|"
    r"started|resumed|(?:is|are|was|were) (?:already )?under ?way|ended|closed)\b",
    re.IGNORECASE,
)

# What stands before a beginning that was none: "has never opened", "should have opened"
NO_BEGINNING = re.compile(
    r"\b(?:not|never|no|nor|neither|nobody|none|hardly|without|den(?:y|ies|ied)|if|unless|whether|"
    r"would|should|could|might|may|to have|expected|supposed|due|will|before|until)\b|n['’]t\b"
)
TOLD_WITHIN = timedelta(days=10)  # of a day, for a report of how things stood then


def tell_state(quote: Statement, day: date, by: Sequence[int], *, already: bool) -> Statement:
    """A quoted sentence as what stood so on a day, which the citations `by` tell."""
    text = f"{ALREADY if already else NOT_YET} {write_day(day)}: {quote.text}"
    numbers = tuple(dict.fromkeys((*quote.citations, *by)))
    return quote.model_copy(update={"text": text, "citations": numbers})


def fault_of_state(archive: Archive, said: Statement, cited: Sequence[Citation]) -> str | None:
    """Whether a cited sentence tells the day, and the quoted one what stood so then."""
    match = STATED.fullmatch(said.text)
    if match is None:
        return "is no statement of a day"
    told = [
        day for one in cited for day in days_told_at(archive, one) if write_day(day) == match["day"]
    ]
    for one in cited if told else ():
        reckoned = reckon_days(archive.times(one.article.id), one.start, one.end)
        beside = reckoned.in_brackets
        if not said.text.endswith(f": {quote_text(one.quote)}{beside}"):
            continue
        if said.derivation != reckoned.derivation:
            return "is derived otherwise"
        if stood_so(archive, one, told[0], already=match["state"] == ALREADY):
            return None
    return "is told so by no cited quote"


def days_told_at(archive: Archive, one: Citation) -> Iterator[date]:
    """The days that a cited sentence tells: of its times, its meetings, and, where it tells as news
    what has just been done, that of its article.
    """
    for mention in mentions_at(archive, one.article.id, one.start, one.end):
        if mention.when and mention.when.earliest and mention.when.precision == "day":
            yield mention.when.earliest
    for time in archive.times(one.article.id):
        inside = one.start <= time.start and time.end <= one.end
        if inside and time.earliest and time.earliest == time.latest:
            yield time.earliest
    article = archive.article(one.article.id)
    day = _written(article)
    if day and is_news(archive, article, one.start, one.end):
        yield day


def stood_so(archive: Archive, one: Citation, day: date, *, already: bool) -> bool:
    """Whether a cited sentence tells of what was held before a day, or still ahead then."""
    told = mentions_at(archive, one.article.id, one.start, one.end)
    if told:  # "They dined on Monday and will meet again in May" tells of two
        over, ahead = (any(was(m, day) for m in told) for was in (_was_over, _was_ahead))
        return (over, ahead) == (already, not already)
    begun, ahead = has_begun(one.quote), NOT_BEGUN.search(one.quote) is not None
    if (begun, ahead) != (already, not already):
        return False  # "opened in June and will close in May" tells of both
    times = [t for t in archive.times(one.article.id)
             if one.start <= t.start and t.end <= one.end and t.earliest and t.latest]  # fmt: skip
    written = _written(archive.article(one.article.id))
    if written is None:
        return False
    if not already:
        return _was_to_come(times, written, day)
    late = any(time.latest and time.latest > day for time in times)
    return not late and (written <= day or _has_own_time(one, times))


def has_begun(text: str) -> bool:
    """Whether a sentence tells that something had begun, and denies nothing before."""
    hit = BEGUN.search(text)
    return hit is not None and not NO_BEGINNING.search(text[: hit.end()])


def _written(article: Article) -> date | None:
    dated = article.dated
    one_day = dated is not None and dated.precision == "day"
    return dated.earliest if dated is not None and one_day else None


def _has_own_time(one: Citation, times: Sequence[TimeExpression]) -> bool:
    """Whether a time of a sentence is that of the beginning that it tells of: "opened on June 20",
    and not "built on May 3, it opened to lorries".
    """
    hit = BEGUN.search(one.quote)
    verbs = (verb_of(one.quote, one.start, t) for t in times if not is_open(one, t))
    return hit is not None and any(v and hit.start() <= v.idx < hit.end() for v in verbs)


def _was_to_come(times: Sequence[TimeExpression], written: date, day: date) -> bool:
    """Whether a report of the day, or of shortly before, tells it, and no time between them that
    may have brought it.
    """
    between = any(time.latest and written <= time.latest < day for time in times)
    return day - TOLD_WITHIN <= written <= day and not between


def _was_over(mention: Mention, day: date) -> bool:
    last = mention.when.latest if mention.when else None
    return mention.status in TOOK_PLACE and last is not None and last < day


def _was_ahead(mention: Mention, day: date) -> bool:
    first, last = (mention.when.earliest, mention.when.latest) if mention.when else (None, None)
    if mention.status in TOOK_PLACE:
        return first is not None and first > day
    return last is None or last >= day
