"""A day on which a question has something done or said that was on another: put right.

"Why did the palace confirm the talks as early as 9 March?" is asked again as "When did the palace
confirm the talks?"; where every sentence that may tell it has another day, that is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime

from index.archive import Archive
from index.dates import find_expressions
from index.records import Article, Outcome, Sentence
from index.words import stems
from qa.events.described import asks_telling
from qa.events.time import find_times
from qa.events.time_told import DENIAL
from qa.meetings.holdings import holdings_of
from qa.passages.other_outlet import ATTRIBUTABLE
from qa.passages.retrieve import rank_articles
from qa.premises.contradicted import NOT_THEN
from qa.premises.cues import DENYING
from qa.question.asked import Asked, Kind
from qa.question.looked_for import read_question
from qa.question.understand import understand
from qa.telling.days_told import DAY_TEXT, tell_when
from qa.telling.reply import Reply

WHY = re.compile(r"^\W*(?:and |but |so )?why (?P<helper>did|was|were|had|has)\b", re.IGNORECASE)
ON = r"(?:(?:as (?:early|late|soon) as|already|only|just|back)\s+)?(?:(?:on|of)\s+)?(?:the\s+)?"
EARLY = re.compile(r"\b(?:as (?:early|late|soon) as|already|only)\b", re.IGNORECASE)
PLAIN_DAY = re.compile(  # an answer that says one exact day
    rf"(?:By the report: on|Told as news on) (?P<day>{DAY_TEXT})(?: \(“[^”]*”\))?\."
)
WHO_DID = re.compile(  # "why did the harbour board close"
    r"\b(?i:why) \w+ (?:the )?(?P<who>(?:[A-Z][\w.’'-]*\s)*[\w.’'-]+)\s(?P<verb>[a-z]+)"
)
SEARCHED = 30  # chunks


def put_right_day(archive: Archive, asked: Asked) -> Reply | None:
    """The sentence that tells the day of what a question puts on another day; None where a
    sentence may bear that day out, or no sentence clearly tells one.
    """
    period, when = asked.about.period, ask_when(asked)
    day = period.earliest if period and period.earliest == period.latest else None
    if period is None or day is None or when is None or _may_be_of_meeting(archive, asked, day):
        return None
    if asked.outlet or asked.article or DENYING.search(asked.text):
        return None
    again = understand(
        when, asked_on=asked.asked_on, as_of=asked.as_of, known=holdings_of(archive).known
    )
    if again.kind is not Kind.WHEN or (again.about.forms and not asks_telling(when)):
        return None
    read = read_question(when, asked_on=asked.asked_on, as_of=asked.as_of)
    told = [reply for reply in find_times(archive, again, read) if reply.statements]
    days = [_day_told(reply) for reply in told]
    if not told or not all(days) or day in days or _may_be_told(archive, asked, day):
        return None
    lead = NOT_THEN.format(when=tell_when(period))
    return told[0].model_copy(update={"outcome": Outcome.PREMISE_CORRECTED, "lead": lead})


def ask_when(asked: Asked) -> str | None:
    """The question for the day of what a question asks why it was on one; None for any other."""
    match = WHY.match(asked.text)
    days = [one for one in find_expressions(asked.text) if one.type == "DATE"]
    if match is None or len(days) != 1:
        return None
    before = re.sub(rf"\s*,?\s*\b{ON}$", "", asked.text[: days[0].start].rstrip() + " ")
    rest = f"{before.rstrip()} {asked.text[days[0].end :].lstrip(' ,')}"
    return f"When{rest[match.start('helper') - 1 :]}".replace(" ?", "?").strip()


def _may_be_of_meeting(archive: Archive, asked: Asked, day: date) -> bool:
    """Whether the day may be that of a meeting of which something was said: "Why did the palace
    confirm the talks on 14 March?".
    """
    if EARLY.search(asked.text) or not asked.about.forms:
        return False
    return bool(archive.meetings(since=day, until=day, as_of=asked.as_of))


def _day_told(reply: Reply) -> date | None:
    """The one day that an answer tells; None for several, or for a time that is no day."""
    match = PLAIN_DAY.fullmatch(reply.statements[0].text)
    return datetime.strptime(match["day"], "%d %B %Y").date() if match else None


def _may_be_told(archive: Archive, asked: Asked, day: date) -> bool:
    """Whether a sentence of that day holds who did it and what was done, and does not deny it."""
    match = WHO_DID.search(asked.text)
    wanted = set(stems(f"{match['who'].split()[-1]} {match['verb']}")) if match else set()
    told = (s.text for s in _sentences_of(archive, asked, day) if wanted <= set(stems(s.text)))
    return not wanted or any(not DENIAL.search(text) for text in told)


def _sentences_of(archive: Archive, asked: Asked, day: date) -> Iterator[Sentence]:
    """The sentences that have a day in them, or stand in an article of it and have none."""
    for id in rank_articles(archive.search(asked.text, SEARCHED)):
        article = archive.article(id)
        for sentence in archive.sentences(article):
            if sentence.zone in ATTRIBUTABLE and _is_of(archive, article, sentence, day):
                yield sentence


def _is_of(archive: Archive, article: Article, sentence: Sentence, day: date) -> bool:
    times = [t for t in archive.times(article.id)
             if sentence.start <= t.start and t.end <= sentence.end and t.earliest]  # fmt: skip
    if any(t.earliest and t.earliest <= day <= (t.latest or t.earliest) for t in times):
        return True
    dated = article.dated
    written = dated and dated.earliest and dated.latest and dated.earliest <= day <= dated.latest
    return bool(written) and not times
