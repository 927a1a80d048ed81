"""Calls of a language model, bounded: by time, by length, by how many at once, by what is kept.

A model is slow, breaks off, is away, or never stops; whoever calls gets pieces of a reply or one
`ModelFault` that says in a line what was wrong, and never waits past the deadline.
"""

from __future__ import annotations

import hashlib
import json
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import PurePath
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING, Any

from tenacity import Retrying, retry_if_exception, stop_after_attempt, wait_random_exponential

from index.model_cache import Kept, ModelCache
from index.model_faults import explain, is_transient
from index.model_spec import close_responses, open_model
from index.model_task import Message, ModelFault, Spent, Task
from index.records import Record

if TYPE_CHECKING:
    from llama_index.core.llms import LLM, ChatResponse

AT_ONCE = 2  # calls of one model; a model on the same machine is no quicker with more
MOST_WAITING = 8  # callers; a longer queue is told so at once and waits for nothing
TRIES = 3
LONGEST_WAIT = 4.0  # seconds between two tries, at random up to it (exponential, full jitter)
LONGEST_SAID = 8000  # characters of a reply; a model that says more talks without end
TICK = 0.1  # seconds after which a stop is seen
BY_GUESS = 4  # characters a token, where nobody counts: the rule of thumb for English


class Model:
    """A language model with its bounds. Several threads may call it at a time."""

    def __init__(self, llm: LLM, name: str, cache: ModelCache | None = None) -> None:
        self.name = name
        self._llm = llm
        self._cache = cache
        self._turns = threading.BoundedSemaphore(AT_ONCE)
        self._asked = threading.BoundedSemaphore(AT_ONCE + MOST_WAITING)

    def reply(self, messages: Sequence[Message], task: Task) -> str:
        """The whole reply; raises ModelFault."""
        return "".join(self.stream(messages, task))

    def stream(self, messages: Sequence[Message], task: Task) -> Iterator[str]:
        """The reply as it comes, in pieces; raises ModelFault, also in its midst."""
        key = self._key(messages)
        kept = self._cache.find(key) if self._cache else None
        if kept:
            task.spent = task.spent.plus(_spent_before(kept))
            yield kept.text
            return
        started = time.monotonic()
        call = _Call(self._llm, messages, task)
        try:
            with self._turn(task):
                yield from call.pieces()
        finally:
            call.stop()
            task.spent = task.spent.plus(call.spent(time.monotonic() - started))
        if self._cache and call.finished:
            self._cache.keep(key, call.kept())

    @contextmanager
    def _turn(self, task: Task) -> Iterator[None]:
        """A place among those served; raises ModelFault where too many wait already."""
        if not self._asked.acquire(blocking=False):
            raise ModelFault(f"it is busy: {MOST_WAITING} others wait for it")
        try:
            while not self._turns.acquire(timeout=TICK):
                task.check()
            try:
                task.check()
                yield
            finally:
                self._turns.release()
        finally:
            self._asked.release()

    def _key(self, messages: Sequence[Message]) -> str:
        told = [self.name, *([m.role, m.content] for m in messages)]
        return hashlib.sha256(json.dumps(told, ensure_ascii=False).encode()).hexdigest()


def load_model(given: LLM | Model | str, seconds: float) -> Model:
    """A model from a SPEC (index/model_spec.py) or from any `llama_index.core.llms.LLM`.

    Only a model that a SPEC names has its replies kept: of another nothing says what it is.
    """
    if isinstance(given, Model):
        return given
    if isinstance(given, str):
        llm = open_model(given, seconds)
        return Model(llm, _name(llm), ModelCache.at_home(given))
    return Model(given, _name(given))


def _name(llm: LLM) -> str:
    """What a model is called, without the folders of a file's path.

    Its own field first: some integrations ask their server for the metadata.
    """
    name = getattr(llm, "model", None) or llm.metadata.model_name
    return PurePath(str(name)).name or "a language model"


class Usage(Record):
    """Tokens in and out, as a server counted them."""

    asked: int
    said: int


class _Call:
    """One call, read in a thread of its own, so that the deadline holds whatever the model does."""

    def __init__(self, llm: LLM, messages: Sequence[Message], task: Task) -> None:
        self._llm, self._messages, self._task = llm, messages, task
        self._came: SimpleQueue[str | Exception | None] = SimpleQueue()
        self._ended = threading.Event()
        self._said: list[str] = []
        self._usage: Usage | None = None
        self._whole = False
        self.finished = False

    def pieces(self) -> Iterator[str]:
        """What comes, until the model ends; raises ModelFault."""
        threading.Thread(target=self._read, daemon=True, name="language model").start()
        while (piece := self._next()) is not None:
            self._said.append(piece)
            if sum(map(len, self._said)) > LONGEST_SAID:
                raise ModelFault("it talks without end")
            yield piece
        self.finished = self._whole

    def stop(self) -> None:
        """Lets the reading thread end at the next piece."""
        self._ended.set()

    def spent(self, seconds: float) -> Spent:
        """What the call took so far."""
        if not self._said:  # nothing came, so nothing is charged that anybody could tell
            return Spent(seconds=seconds, cached=False)
        usage = self._usage
        asked = sum(len(m.content) for m in self._messages) // BY_GUESS
        said = sum(map(len, self._said)) // BY_GUESS
        return Spent(
            prompt_tokens=usage.asked if usage else asked,
            completion_tokens=usage.said if usage else said,
            counted=usage is not None, seconds=seconds, cached=False,
        )  # fmt: skip

    def kept(self) -> Kept:
        """The reply with its cost, to be kept."""
        spent = self.spent(0.0)
        return Kept(text="".join(self._said), prompt_tokens=spent.prompt_tokens,
                    completion_tokens=spent.completion_tokens, counted=spent.counted)  # fmt: skip

    def _next(self) -> str | None:
        while True:
            self._task.check()
            try:
                piece = self._came.get(timeout=min(TICK, self._task.left() or TICK))
            except Empty:
                continue
            if isinstance(piece, Exception):
                raise ModelFault(explain(piece)) from None  # a chain would show the request's key
            return piece

    def _read(self) -> None:
        """Puts the pieces into the queue, then None, or the exception that ended it."""
        try:
            for response in self._open():
                self._note(response)
                if response.delta:
                    self._came.put(response.delta)
                if self._ended.is_set():
                    return
            self._came.put(None)
        except Exception as fault:  # noqa: BLE001 - every integration raises its own
            self._came.put(fault)
        finally:
            close_responses()

    def _open(self) -> Iterator[ChatResponse]:
        """The stream with its first piece there; tried again while what is wrong may pass."""
        again = Retrying(
            stop=stop_after_attempt(TRIES),
            wait=wait_random_exponential(multiplier=0.5, max=LONGEST_WAIT),
            retry=retry_if_exception(lambda fault: is_transient(fault) and self._has_time()),
            reraise=True,
        )
        stream, first = again(self._begin)
        if first is not None:
            yield first
            yield from stream

    def _begin(self) -> tuple[Iterator[ChatResponse], ChatResponse | None]:
        from llama_index.core.llms import ChatMessage

        asked = [ChatMessage(role=m.role, content=m.content) for m in self._messages]
        stream = iter(self._llm.stream_chat(asked))
        return stream, next(stream, None)

    def _has_time(self) -> bool:
        return not self._ended.is_set() and self._task.may_go_on()

    def _note(self, response: ChatResponse) -> None:
        """What a piece tells beside its words: the tokens, and that the model meant to end."""
        raw = response.raw
        usage = raw.get("usage") if isinstance(raw, dict) else getattr(raw, "usage", None)
        self._usage = read_usage(usage) or self._usage
        reasons = [getattr(one, "finish_reason", None) for one in getattr(raw, "choices", ())]
        self._whole = self._whole or "stop" in reasons or (not reasons and usage is None)


def read_usage(told: Any) -> Usage | None:
    """The tokens that a server counted, by the names that servers give them; None for none."""
    named = told if isinstance(told, dict) else getattr(told, "__dict__", {})
    asked = named.get("prompt_tokens") or named.get("input_tokens")
    said = named.get("completion_tokens") or named.get("output_tokens")
    if not isinstance(asked, int) or not isinstance(said, int):
        return None
    return Usage(asked=asked, said=said)


def _spent_before(kept: Kept) -> Spent:
    return Spent(
        prompt_tokens=kept.prompt_tokens, completion_tokens=kept.completion_tokens,
        counted=kept.counted,
    )  # fmt: skip
