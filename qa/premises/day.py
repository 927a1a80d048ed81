"""A day on which a question has something done or said that was on another: put right.

"Why did the palace confirm the talks as early as 9 March?" is asked again as "When did the palace
confirm the talks?"; where every sentence that may tell it has another day, that is told.
"""

from __future__ import annotations

import re
from datetime import date, datetime

from index.archive import Archive
from index.dates import find_expressions
from index.records import Outcome
from qa.events.described import asks_telling
from qa.events.time import find_times
from qa.meetings.holdings import holdings_of
from qa.premises.contradicted import NOT_THEN
from qa.premises.cues import DENIAL
from qa.premises.told_on import may_be_told_on
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


def put_right_day(archive: Archive, asked: Asked) -> Reply | None:
    """The sentence that tells the day of what a question puts on another day; None where a
    sentence may bear that day out, or no sentence clearly tells one.
    """
    period, when = asked.about.period, ask_when(asked)
    day = period.only_day if period else None
    if period is None or day is None or when is None or _may_be_of_meeting(archive, asked, day):
        return None
    if asked.outlet or asked.article or DENIAL.search(asked.text):
        return None
    again = understand(
        when, asked_on=asked.asked_on, as_of=asked.as_of, known=holdings_of(archive).known
    )
    if again.kind is not Kind.WHEN or (again.about.forms and not asks_telling(when)):
        return None
    read = read_question(when, asked_on=asked.asked_on, as_of=asked.as_of)
    told = [reply for reply in find_times(archive, again, read) if reply.statements]
    days = [_day_told(reply) for reply in told]
    if not told or not all(days) or day in days or may_be_told_on(archive, asked, day):
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
