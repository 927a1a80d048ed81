"""`dateline ask` and `dateline chat`: questions from the command line or from standard input."""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from index.errors import UsageError
from ui import terminal

if TYPE_CHECKING:
    from index.archive import Archive
    from index.model_calls import Model
    from qa.answers import Answer

END_OF_CHAT = frozenset({"quit", "exit", ":q"})


def ask_once(archive: Archive, options: Namespace) -> int:
    """Answers the one question of the command line."""
    _print(_ask(archive, {"question": options.question}, options, load(options)), options)
    return 0


def ask_lines(archive: Archive, options: Namespace) -> int:
    """Answers each line of standard input in order; 1 when some line could not be read."""
    status, model = 0, load(options)
    for line in (line.strip() for line in sys.stdin if line.strip()):
        try:
            answer = _ask(archive, _read_line(line), options, model)
        except UsageError as fault:
            status = 1
            told = {"question": line, "error": str(fault)}
            print(json.dumps(told, ensure_ascii=False), flush=True)
        else:
            _print(answer, options)
            sys.stdout.flush()
    return status


def chat(archive: Archive, options: Namespace, questions: Iterable[str]) -> int:
    """Answers questions until they end, each in the light of those before."""
    from qa import Conversation

    talk = Conversation(
        archive, asked_on=options.on, llm=load(options), llm_seconds=options.llm_seconds
    )
    for question in questions:
        if question.lower() in END_OF_CHAT:
            break
        _print(talk.ask(question), options)
    return 0


def load(options: Namespace) -> Model | None:
    """The language model that is asked for; raises UsageError where there is none such."""
    if not options.llm:
        return None
    terminal.say_loading("the language model")
    from index.model_calls import load_model

    return load_model(options.llm, options.llm_seconds)


def _ask(
    archive: Archive, asked: dict[str, Any], options: Namespace, model: Model | None
) -> Answer:
    from qa import ask

    try:
        return ask(
            archive, asked["question"], asked_on=asked.get("asked_on") or options.on,
            as_of=asked.get("as_of") or options.as_of, history=asked.get("history") or (),
            llm=model, llm_seconds=options.llm_seconds,
        )  # fmt: skip
    except (ValidationError, TypeError) as fault:
        raise UsageError("history is a list of {role: user or assistant, content: text}") from fault


def _read_line(line: str) -> dict[str, Any]:
    if not line.startswith("{"):
        return {"question": line}
    try:
        asked = json.loads(line)
    except json.JSONDecodeError as fault:
        raise UsageError(f"no JSON: {fault.msg} at column {fault.colno}") from fault
    if not isinstance(asked.get("question"), str):
        raise UsageError('no question: write it as {"question": "…"}')
    return dict(asked)


def _print(answer: Answer, options: Namespace) -> None:
    print(answer.model_dump_json() if options.json else terminal.format_answer(answer))
