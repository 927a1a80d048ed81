"""One question in, one checked answer out."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from index.archive import Archive
from index.errors import GateFailure, UsageError
from index.model_calls import Model, load_model
from index.model_task import Task
from index.records import Outcome, Turn
from index.settings import PROGRAM_VERSION
from qa.answer import answer_asked
from qa.answers import Answer
from qa.both_parts import with_both_parts
from qa.meetings.holdings import holdings_of
from qa.passages.credited import limit_to_credited
from qa.passages.rank import Candidate
from qa.passages.told import tell
from qa.question.asked import Asked
from qa.question.hurried import write_out, write_out_turn
from qa.question.understand import understand
from qa.telling.compose import join_text
from qa.telling.days_told import write_day
from qa.telling.gate import check_answer
from qa.telling.reply import Reply
from qa.telling.with_model import Made, answer_with

if TYPE_CHECKING:
    from llama_index.core.llms import LLM

STOPPED = "The answer that was put together did not pass its check, so nothing is said."
SECONDS = 60.0  # that a language model may take for one answer
Day = date | str | None


def ask(
    archive: Archive,
    question: str,
    *,
    asked_on: Day = None,
    as_of: Day = None,
    history: Sequence[Turn | dict[str, Any]] = (),
    llm: LLM | Model | str | None = None,
    llm_seconds: float = SECONDS,
    llm_chooses: bool = False,
) -> Answer:
    """The answer to a question, every statement cited and checked against the archive.

    `asked_on` is what "today" means in the question (default: the clock); with `as_of` nothing
    published later counts. `llm` is a language model that puts the answer into words: a SPEC
    (index/model_spec.py) or any `llama_index.core.llms.LLM`; it has `llm_seconds`, and whatever it
    does, the composed answer stands. With `llm_chooses` it also chooses among the passages found.
    Raises UsageError for an empty question, a day that is no day and a SPEC that names no model.
    """
    *_, last = ask_in_steps(
        archive, question, asked_on=asked_on, as_of=as_of, history=history, llm=llm,
        llm_seconds=llm_seconds, llm_chooses=llm_chooses,
    )  # fmt: skip
    return last


def ask_in_steps(
    archive: Archive,
    question: str,
    *,
    asked_on: Day = None,
    as_of: Day = None,
    history: Sequence[Turn | dict[str, Any]] = (),
    llm: LLM | Model | str | None = None,
    llm_seconds: float = SECONDS,
    llm_chooses: bool = False,
) -> Iterator[Answer]:
    """The same, as it comes: the composed answer at once, then one for each sentence that a model
    has put into words. Each is checked, and the last is that of `ask`. Closing it stops the model.
    """
    started = time.monotonic()
    if not question.strip():
        raise UsageError("the question is empty; ask what the archive should be asked")
    model = load_model(llm, llm_seconds) if llm else None
    turns = [Turn.model_validate(turn) for turn in history]
    read = _Query(archive, read_day(asked_on) or date.today(), read_day(as_of), turns)
    archive.refresh()
    made = read.compose(question)
    yield _timed(made.answer, started)
    if model is None:
        return
    task = Task(llm_seconds)
    try:
        for answer in answer_with(made, read.compose, turns, model, task, chooses=llm_chooses):
            yield _timed(answer, started)
    finally:
        task.stop()


def improve(archive: Archive, answer: Answer, model: Model, task: Task) -> Iterator[Answer]:
    """An answer that stands already, as a model reads its question and puts it into words: what
    `ask_in_steps` gives after the first. A question that leaned on others is not read anew.
    """
    read = _Query(archive, answer.asked_on, answer.as_of, ())
    made = Made(answer, read.understand(answer.question), ())
    yield from answer_with(made, read.compose, (), model, task)


class Conversation:
    """Questions one after the other, each understood in the light of those before."""

    def __init__(
        self,
        archive: Archive,
        asked_on: Day = None,
        llm: LLM | Model | str | None = None,
        llm_seconds: float = SECONDS,
    ) -> None:
        self._archive = archive
        self._asked_on = asked_on
        self._llm = load_model(llm, llm_seconds) if llm else None
        self._llm_seconds = llm_seconds
        self.history: list[Turn] = []

    def ask(self, question: str) -> Answer:
        """The answer to the next question; both are kept in `history`."""
        answer = ask(
            self._archive, question, asked_on=self._asked_on, history=self.history,
            llm=self._llm, llm_seconds=self._llm_seconds,
        )  # fmt: skip
        self.history += [
            Turn(role="user", content=question),
            Turn(role="assistant", content=answer.text),
        ]
        return answer


class _Query:
    """What a question is asked with, and how it is composed, also in other words."""

    def __init__(
        self, archive: Archive, asked_on: date, as_of: date | None, history: Sequence[Turn]
    ) -> None:
        self._archive = archive
        self._history = [write_out_turn(archive, turn) for turn in history]
        self._asked_on, self._as_of = asked_on, as_of

    def understand(self, question: str, after: Sequence[Turn] = ()) -> Asked:
        """What a question asks; `after` is what was asked and answered since the history."""
        limited = limit_to_credited(self._archive, write_out(self._archive, question))
        asked = understand(
            limited.text, asked_on=self._asked_on, as_of=self._as_of,
            history=(*self._history, *after), known=holdings_of(self._archive).known,
        )  # fmt: skip
        return asked.model_copy(update={"article": limited.outlet}) if limited.outlet else asked

    def compose(self, question: str, first: Candidate | None = None) -> Made:
        """The checked answer; `first` is the sentence that stands first where passages answer."""
        archive = self._archive
        asked = self.understand(question)
        with archive.still():
            reply = answer_asked(archive, asked)
            reply = with_both_parts(archive, question, asked, reply, self.understand)
            if first and reply.ranked:
                told = tell(archive, asked, reply.ranked, first)
                reply = reply.model_copy(
                    update={"statements": told.statements, "citations": told.citations}
                )
            return Made(_checked(archive, question, asked, reply), asked, reply.ranked)


def read_day(day: Day) -> date | None:
    """A day from a `date` or ISO text; raises UsageError for anything else."""
    if day is None or isinstance(day, date):
        return day
    try:
        return date.fromisoformat(day)
    except ValueError as fault:
        raise UsageError(f"{day} is no day; write it as 2024-03-11") from fault


def _timed(answer: Answer, started: float) -> Answer:
    return answer.model_copy(update={"seconds": round(time.monotonic() - started, 4)})


def _checked(archive: Archive, question: str, asked: Asked, reply: Reply) -> Answer:
    """The answer that the gate lets through; nothing where it stops what was composed."""
    answer = _put_together(archive, question, asked, reply)
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
