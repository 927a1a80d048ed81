"""One question in, one checked answer out."""

from __future__ import annotations

import time
from collections.abc import Sequence
from datetime import date
from typing import Any

from index.archive import Archive
from index.errors import UsageError
from index.records import Answer, Outcome, Question, Turn
from index.settings import PROGRAM_VERSION
from qa.compose import Told, join_text, suggest, tell
from qa.conversation import complete
from qa.decide import Decision, decide
from qa.gate import check_answer
from qa.question import read_question
from qa.rank import rank_sentences
from qa.retrieve import retrieve

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
    turns = [Turn.model_validate(turn) for turn in history]
    archive.refresh()
    read = read_question(
        complete(question, turns),
        asked_on=read_day(asked_on) or date.today(),
        as_of=read_day(as_of),
        sources=archive.sources(),
    )
    ranked = rank_sentences(archive, read, retrieve(archive, read))
    answer = _compose(archive, question, read, decide(archive, read, ranked))
    check_answer(archive, answer)
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


def _compose(archive: Archive, question: str, read: Question, decision: Decision) -> Answer:
    doubt, ranked = decision.doubt, decision.ranked
    if doubt is None:
        told, lead, outcome = tell(ranked, archive.times), "", Outcome.ANSWERED
    elif doubt.ambiguous:
        told, lead, outcome = Told(), doubt.lead, Outcome.AMBIGUOUS
    else:
        told, lead, outcome = suggest(ranked), doubt.lead, Outcome.NOT_IN_ARCHIVE
    if told.suggestions:
        lead += " The nearest that it has:"
    if read.as_of and archive.has_undated():
        day = f"{read.as_of.day} {read.as_of:%B %Y}"
        lead = f"Articles without a date are left out as of {day}. {lead}".strip()
    return Answer(
        question=question,
        text=join_text(lead, (*told.statements, *told.suggestions)),
        outcome=outcome,
        statements=told.statements,
        citations=told.citations,
        suggestions=told.suggestions,
        seconds=0.0,
        asked_on=read.asked_on,
        as_of=read.as_of,
        archive=archive.digest(),
        version=PROGRAM_VERSION,
    )
