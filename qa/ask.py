"""One question in, one checked answer out."""

from __future__ import annotations

import time
from collections.abc import Sequence
from datetime import date
from typing import Any

from index.archive import Archive
from index.errors import GateFailure, UsageError
from index.records import Outcome, Turn
from index.settings import PROGRAM_VERSION
from qa.answer import answer_asked
from qa.answers import Answer
from qa.asked import Asked
from qa.compose import join_text
from qa.days_told import write_day
from qa.gate import check_answer
from qa.holdings import holdings_of
from qa.reply import Reply
from qa.understand import understand

STOPPED = "The answer that was put together did not pass its check, so nothing is said."
Day = date | str | None


def ask(
    archive: Archive,
    question: str,
    *,
    asked_on: Day = None,
    as_of: Day = None,
    history: Sequence[Turn | dict[str, Any]] = (),
) -> Answer:
    """The answer to a question, every statement cited and checked against the archive.

    `asked_on` is what "today" means in the question (default: the clock); with `as_of` nothing
    published later counts. Raises UsageError for an empty question or a day that is no day.
    """
    started = time.monotonic()
    if not question.strip():
        raise UsageError("the question is empty; ask what the archive should be asked")
    archive.refresh()
    asked = understand(
        question,
        asked_on=read_day(asked_on) or date.today(),
        as_of=read_day(as_of),
        history=[Turn.model_validate(turn) for turn in history],
        known=holdings_of(archive).known,
    )
    with archive.still():
        answer = _checked(archive, question, asked)
    return answer.model_copy(update={"seconds": round(time.monotonic() - started, 4)})


class Conversation:
    """Questions one after the other, each understood in the light of those before."""

    def __init__(self, archive: Archive, asked_on: Day = None) -> None:
        self._archive = archive
        self._asked_on = asked_on
        self.history: list[Turn] = []

    def ask(self, question: str) -> Answer:
        """The answer to the next question; both are kept in `history`."""
        answer = ask(self._archive, question, asked_on=self._asked_on, history=self.history)
        self.history += [
            Turn(role="user", content=question),
            Turn(role="assistant", content=answer.text),
        ]
        return answer


def read_day(day: Day) -> date | None:
    """A day from a `date` or ISO text; raises UsageError for anything else."""
    if day is None or isinstance(day, date):
        return day
    try:
        return date.fromisoformat(day)
    except ValueError as fault:
        raise UsageError(f"{day} is no day; write it as 2024-03-11") from fault


def _checked(archive: Archive, question: str, asked: Asked) -> Answer:
    """The answer that the gate lets through; nothing where it stops what was composed."""
    answer = _put_together(archive, question, asked, answer_asked(archive, asked))
    try:
        check_answer(archive, answer)
    except GateFailure:
        stopped = Reply(outcome=Outcome.NOT_IN_ARCHIVE, lead=STOPPED)
        answer = _put_together(archive, question, asked, stopped)
    return answer


def _put_together(archive: Archive, question: str, asked: Asked, reply: Reply) -> Answer:
    lead = reply.lead
    if asked.as_of and archive.has_undated():
        lead = (
            f"Articles without a date are left out as of {write_day(asked.as_of)}. {lead}".strip()
        )
    return Answer(
        question=question,
        text=join_text(lead, (*reply.statements, *reply.suggestions)),
        outcome=reply.outcome,
        statements=reply.statements,
        citations=reply.citations,
        meetings=reply.meetings,
        suggestions=reply.suggestions,
        seconds=0.0,
        confidence=None if reply.confidence is None else round(reply.confidence, 3),
        asked_on=asked.asked_on,
        as_of=asked.as_of,
        archive=archive.digest(),
        version=PROGRAM_VERSION,
    )
