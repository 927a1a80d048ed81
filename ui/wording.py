"""Answers that a language model is putting into words: the words as they come, until they end or
the reader stops them.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from index.archive import Archive
from index.model_calls import load_model
from index.model_task import Task
from qa.answers import Answer
from qa.ask import improve

SECONDS = 60.0  # for an answer; a small model on two cores words one in some ten
# The answer after each change, the last one with what came of it; see qa/telling/with_model.py.
Phrase = Callable[[Answer, Task], Iterator[Answer]]


class Wording:
    """Words answers; each reader stops only what is being worded in a conversation of theirs."""

    def __init__(self, phrase: Phrase, seconds: float = SECONDS) -> None:
        self._phrase = phrase
        self._seconds = seconds
        self._tasks: dict[tuple[str, str], Task] = {}
        self._changing = threading.Lock()

    @contextmanager
    def begun(self, user: str, talk: str) -> Iterator[Task]:
        """What is to be worded in a conversation: `stop` reaches it from now on, before the model
        is asked for anything, and whoever leaves it stops the model, too.
        """
        task = Task(self._seconds)
        self._begin((user, talk), task)
        try:
            yield task
        finally:
            task.stop()
            self._end((user, talk), task)

    def word(self, answer: Answer, task: Task) -> Iterator[Answer]:
        """The answer as its words come."""
        yield from self._phrase(answer, task)

    def stop(self, user: str, talk: str) -> None:
        """Ends what is being worded in a conversation; nothing where nothing is."""
        with self._changing:
            task = self._tasks.get((user, talk))
        if task:
            task.stop()

    def _begin(self, place: tuple[str, str], task: Task) -> None:
        """What was being worded there before, in another window, is stopped."""
        with self._changing:
            before = self._tasks.get(place)
            self._tasks[place] = task
        if before:
            before.stop()

    def _end(self, place: tuple[str, str], task: Task) -> None:
        with self._changing:
            if self._tasks.get(place) is task:
                del self._tasks[place]


def word_with(spec: str, archive: Archive, seconds: float = SECONDS) -> Wording:
    """Words with the model that a SPEC names; raises UsageError where there is none such."""
    model = load_model(spec, seconds)
    return Wording(lambda answer, task: improve(archive, answer, model, task), seconds)
