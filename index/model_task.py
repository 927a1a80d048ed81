"""What is asked of a language model, what it may take, and what it took."""

from __future__ import annotations

import threading
import time

from index.errors import DatelineError
from index.records import Record


class ModelFault(DatelineError):
    """A language model gave no reply that can be used; says why in a line."""


class Message(Record):
    """One message to a model; `role` is "system", "user" or "assistant"."""

    role: str
    content: str


class Spent(Record):
    """What calls took: tokens in and out, whether they were counted by the model or guessed from
    the length, seconds, and whether all of it was kept from before.
    """

    prompt_tokens: int = 0
    completion_tokens: int = 0
    counted: bool = True
    seconds: float = 0.0
    cached: bool = True

    def plus(self, other: Spent) -> Spent:
        """Both together."""
        return Spent(
            prompt_tokens=self.prompt_tokens + other.prompt_tokens,
            completion_tokens=self.completion_tokens + other.completion_tokens,
            counted=self.counted and other.counted,
            seconds=self.seconds + other.seconds,
            cached=self.cached and other.cached,
        )


class Task:
    """What one answer may ask of a model: until when, and what it has spent so far."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self._until = time.monotonic() + seconds
        self._stopped = threading.Event()
        self.spent = Spent()

    def left(self) -> float:
        """Seconds until the deadline, never below zero."""
        return max(0.0, self._until - time.monotonic())

    def may_go_on(self) -> bool:
        """Whether it was not stopped and has time left."""
        return not self._stopped.is_set() and self.left() > 0

    def stop(self) -> None:
        """Ends every call of this task as soon as that is seen."""
        self._stopped.set()

    def check(self) -> None:
        """Raises ModelFault when it was stopped or its time is over."""
        if self._stopped.is_set():
            raise ModelFault("it was stopped")
        if not self.left():
            raise ModelFault(f"it did not finish within {self.seconds:g} seconds")
