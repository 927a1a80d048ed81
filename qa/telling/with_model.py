"""What a language model may do for an answer that stands already: read, choose, put into words.

Each is tried within one budget of time; what fails leaves the answer as it was, with a line that
says why.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from index.model_calls import Model
from index.model_task import ModelFault, Task
from index.records import Outcome, Turn
from qa.answers import Answer, Phrasing
from qa.passages.rank import Candidate
from qa.passages.told import distinct
from qa.question.asked import Asked
from qa.question.conversation import leans
from qa.telling.phrase import phrase
from qa.telling.phrase_read import choose, into_english, standing_alone

MOST_SHOWN = 8  # sentences that a model chooses among
READ_AS = "Read as: “{question}”"
NOT_READ = "it gave no English for the question that keeps to its names and numbers"
SILENT = frozenset({Outcome.NOT_IN_ARCHIVE, Outcome.AMBIGUOUS})


class Made(NamedTuple):
    """An answer that was composed and checked, how its question was read, and the sentences that it
    was chosen from.
    """

    answer: Answer
    asked: Asked
    ranked: tuple[Candidate, ...]


Compose = Callable[[str, Candidate | None], Made]  # a question, and the sentence to stand first


def answer_with(
    made: Made,
    compose: Compose,
    history: Sequence[Turn],
    model: Model,
    task: Task,
    *,
    chooses: bool = False,
) -> Iterator[Answer]:
    """The answer as a model improves it; the last one is final. Raises nothing for what it does.

    Only where it `chooses` is it asked which of the sentences found should stand first: a small
    model chose worse than the ranking (docs/measurements.md).
    """
    start = Phrasing(model=model.name)
    answer = made.answer
    try:
        made, start = _read_again(made, compose, history, model, task)
        answer = _as_read(made, answer.question, start)
        if start.read_as:
            yield answer
        asked = start.read_as or answer.question
        picked = _choose(made, asked, model, task) if chooses else None
        if picked is not None:
            made = compose(asked, picked)
            start = start.model_copy(update={"chosen": True})
            answer = _as_read(made, answer.question, start)
            yield answer
    except ModelFault as fault:
        yield answer.model_copy(update={"phrasing": start.after(task.spent, str(fault))})
        return
    yield from phrase(answer, model, task)


def _read_again(
    made: Made, compose: Compose, history: Sequence[Turn], model: Model, task: Task
) -> tuple[Made, Phrasing]:
    """The answer to the question in the model's words, where the rules could not read it."""
    start, question = Phrasing(model=model.name), made.answer.question
    if made.asked.foreign:
        read = into_english(model, question, task)
        start = start.model_copy(update={"note": None if read else NOT_READ})
    elif history and leans(question) and made.answer.outcome is Outcome.NOT_IN_ARCHIVE:
        read = standing_alone(model, question, history, task)
    else:
        return made, start
    again = compose(read, None) if read else made
    if not made.asked.foreign and again.answer.outcome in SILENT:
        return made, start
    return again, start.model_copy(update={"read_as": read})


def _choose(made: Made, question: str, model: Model, task: Task) -> Candidate | None:
    """The sentence that a model would rather have first; None where it is first already."""
    shown = distinct(made.ranked, MOST_SHOWN)
    if len(shown) < 2:
        return None
    place = choose(model, question, [one.sentence.text for one in shown], task)
    return shown[place] if place else None


def _as_read(made: Made, question: str, start: Phrasing) -> Answer:
    """The answer under the reader's own question, with the one it was read as before it."""
    said = READ_AS.format(question=start.read_as) if start.read_as else ""
    text = f"{said} {made.answer.text}".strip()
    return made.answer.model_copy(update={"question": question, "text": text, "phrasing": start})
