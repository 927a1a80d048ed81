"""Words on somebody's visit where he made several: asked back which one is meant."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta

from index.archive import Archive
from index.dating import month_when
from index.records import Outcome
from qa.meetings.finding import find_meetings_for
from qa.passages.decide import Decision
from qa.question.asked import Asked, Kind
from qa.telling.days_told import tell_when
from qa.telling.reply import Reply

ABOUT_A_VISIT = re.compile(  # "ahead of Berg's trip to Riga", "during her visit"
    r"\b(?:ahead of|before|prior to|on the eve of|during|after|on) (?:[\w.’'-]+ ){0,4}"
    r"(?:trip|visit|journey|stay|tour)\b"
)
APART = timedelta(days=45)  # between two visits that are not one
AROUND = timedelta(days=15)  # of a visit, in which words on it are written
WHICH = (
    "Which visit is meant? It could be the one {first} or the one {second}. Please name the time."
)


def ask_which_visit(archive: Archive, asked: Asked, decision: Decision) -> Reply | None:
    """The question back, where words of the one asked for are told at the time of two visits and
    nothing says which is meant; None where one alone fits.
    """
    about = asked.about
    told = (about.period, about.before, about.after, about.order, asked.outlet, asked.article)
    if any(told) or len(about.words) > 1 or not ABOUT_A_VISIT.search(asked.text):
        return None
    meant = asked.model_copy(update={"kind": Kind.TRACE})
    found = find_meetings_for(archive, meant)
    fits = (*found.exact, *found.looser)
    days = sorted(m.when.earliest for fit in fits if (m := fit.meeting).when and m.when.earliest)
    visits = [day for day in _apart(days) if _is_told(decision, day)]
    if len(visits) < 2:
        return None
    first, second = (
        tell_when(month_when(d.year, d.month, "visit", "its month")) for d in visits[:2]
    )
    return Reply(outcome=Outcome.AMBIGUOUS, lead=WHICH.format(first=first, second=second))


def _apart(days: Iterable[date]) -> list[date]:
    """The first day of each of the visits."""
    kept: list[date] = []
    last = date.min
    for day in days:
        if last == date.min or day - last > APART:
            kept.append(day)
        last = day
    return kept


def _is_told(decision: Decision, day: date) -> bool:
    """Whether some of the words found were written about a day."""
    written = (one.article.dated for one in decision.near)
    return any(w and w.earliest and abs(w.earliest - day) <= AROUND for w in written)
