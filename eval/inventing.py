"""A language model that invents on purpose, and whether any of it passes.

`python -m eval.inventing ARCHIVE [--answers N] [--llm SPEC]` asks the archive about its own
meetings, with a model that words each fact and makes one thing of it wrong: another name, a day
moved, another place, a person left out, "not" put in, a plan told as held, host and guest turned
round, a number, a reason or a quotation of its own, the words of the next fact. No such sentence
may stand in an answer. With `--llm` a real model words them instead; then every sentence in its
words is printed to be read.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from collections.abc import Callable, Generator, Iterator, Sequence
from datetime import datetime, timedelta
from itertools import islice
from pathlib import Path
from typing import Any

from llama_index.core.llms import CompletionResponse, CompletionResponseGen, CustomLLM, LLMMetadata
from llama_index.core.llms.callbacks import llm_completion_callback

from index.archive import Archive
from index.meeting_records import Meeting
from index.model_calls import Model, load_model
from qa.answers import Answer
from qa.ask import ask
from qa.telling.days_told import DAY_TEXT, write_day
from qa.telling.phrase_prompt import NUMBERED

SECONDS = 120.0  # for one answer of a real model
DAY = re.compile(DAY_TEXT)
OPENS = r"(?:It was \w+ that |As reported, |The \w+(?: call)? of )?"
NAME = re.compile(rf"^{OPENS}([A-Z][\w’'-]+ [A-Z]\w+)")
Lie = Callable[[str, str], str]  # a fact and another one; what is said instead


def _moved(fact: str, other: str) -> str:
    def move(match: re.Match[str]) -> str:
        day = datetime.strptime(match[0], "%d %B %Y").date()
        return write_day(day + timedelta(days=1))

    return DAY.sub(move, fact, count=1)


def _renamed(fact: str, other: str) -> str:
    mine, theirs = NAME.match(fact), NAME.match(other)
    return fact.replace(mine[1], theirs[1]) if mine and theirs else fact


def _turned(fact: str, other: str) -> str:
    match = re.match(r"(.+?) (received|visited) (.+?)((?: (?:in|to|at|on|between) .*)?\.)$", fact)
    return f"{match[3]} {match[2]} {match[1]}{match[4]}" if match else fact


def _held(fact: str, other: str) -> str:
    told = re.sub(r"^It was (?:announced|confirmed|denied|not confirmed) that ", "", fact)
    return told.replace("would meet", "met").replace("would hold", "held").replace(
        "would receive", "received"
    ).replace("would visit", "visited")  # fmt: skip


LIES: tuple[tuple[str, Lie], ...] = (
    ("another name", _renamed),
    ("a day moved", _moved),
    ("another place", lambda fact, _: re.sub(r" in [A-Z]\w+", " in Atlantis", fact, count=1)),
    ("somebody added", lambda fact, _: re.sub(r"^([A-Z]\w+ [A-Z]\w+) ", r"\1 and Jane Roe ", fact)),
    ("somebody left out", lambda fact, _: re.sub(r", [A-Z][\w ]+? and ", " and ", fact, count=1)),
    ("not put in", lambda fact, _: fact.replace(" met ", " did not meet ")),
    ("never put in", lambda fact, _: re.sub(r" (met|held|received|visited) ", r" never \1 ", fact)),
    ("a plan told as held", _held),
    ("held told as a plan", lambda fact, _: fact.replace(" met ", " would meet ")),
    ("host and guest turned", _turned),
    ("a number added", lambda fact, _: f"{fact[:-1]} for 40 minutes."),
    ("a reason added", lambda fact, _: f"{fact[:-1]} to sign a treaty."),
    ("a manner added", lambda fact, _: fact.replace(" met ", " secretly met ")),
    ("a quotation added", lambda fact, _: f"{fact[:-1]}; “We agree,” they said."),
    ("a citation added", lambda fact, _: f"{fact[:-1]} [7]."),
    ("the next fact", lambda _, other: other),
    ("two facts joined", lambda fact, other: f"{fact[:-1]}, and {other}"),
    ("the year left out", lambda fact, _: re.sub(r" \d{4}\b", "", fact)),
    ("told again", lambda fact, _: fact.replace(" met ", " met again ")),
    ("an office given", lambda fact, _: re.sub(r"^([A-Z]\w+ [A-Z]\w+) ", r"President \1 ", fact)),
)


class Inventor(CustomLLM):
    """Words every fact that it is shown with one thing wrong, each time another."""

    turn: int = 0

    @property
    def metadata(self) -> LLMMetadata:
        """Its name."""
        return LLMMetadata(model_name="inventor")

    @llm_completion_callback()
    def complete(self, prompt: str, formatted: bool = False, **_: Any) -> CompletionResponse:
        """The facts of the last block of data, each made wrong."""
        return CompletionResponse(text="\n".join(self._lines(prompt)))

    @llm_completion_callback()
    def stream_complete(
        self, prompt: str, formatted: bool = False, **_: Any
    ) -> CompletionResponseGen:
        """The same, a line at a time."""

        def pieces() -> Generator[CompletionResponse, None, None]:
            said = ""
            for line in self._lines(prompt):
                said += f"{line}\n"
                yield CompletionResponse(text=said, delta=f"{line}\n")

        return pieces()

    def _lines(self, prompt: str) -> list[str]:
        block = prompt.rsplit("<data>", 1)[-1].split("</data>")[0]
        shown = [m for line in block.splitlines() if (m := NUMBERED.fullmatch(line.strip()))]
        facts = [match[2] for match in shown]
        said = []
        for at, match in enumerate(shown):
            other = facts[(at + 1) % len(facts)] if len(facts) > 1 else "They met in Atlantis."
            said.append(f"[{match[1]}] {self._lie(match[2], other)}")
        return said

    def _lie(self, fact: str, other: str) -> str:
        """The fact made wrong in the next way that changes it."""
        for _ in LIES:
            self.turn += 1
            told = LIES[self.turn % len(LIES)][1](fact, other)
            if told != fact:
                return told
        return "Nothing of it is true."


def questions_of(archive: Archive) -> Iterator[str]:
    """Questions about the archive's own meetings, several for each."""
    for meeting in archive.meetings():
        yield from _asked_of(meeting)


def _asked_of(meeting: Meeting) -> Iterator[str]:
    names = [who.name for who in meeting.participants if "(unnamed)" not in who.name]
    if len(names) > 1:
        yield f"When did {names[0]} and {names[1]} meet?"
        yield f"Where did {names[0]} meet {names[1]}?"
    if names:
        year = f" in {meeting.when.earliest.year}" if meeting.when and meeting.when.earliest else ""
        yield f"Whom did {names[0]} meet{year}?"


def worded(answer: Answer) -> list[tuple[str, str]]:
    """The sentences in a model's words, each with the composed one."""
    return [(said.composed, said.text) for said in answer.statements if said.composed]


def run(archive: Archive, model: Model, count: int) -> Counter[str]:
    """Asks that many questions; prints every sentence in the model's words with the composed one.

    Gives how many answers there were, how many had something to word, sentences that passed and
    that were replaced.
    """
    tally: Counter[str] = Counter()
    for question in islice(dict.fromkeys(questions_of(archive)), count):
        answer = ask(archive, question, llm=model, llm_seconds=SECONDS)
        told = answer.phrasing
        tally["answers"] += 1
        tally["with words"] += bool(told and told.prompt_tokens)
        tally["replaced"] += told.replaced if told else 0
        for composed, words in worded(answer):
            tally["passed"] += 1
            print(f"{composed}\n    {words}")
    return tally


def main(arguments: Sequence[str] | None = None) -> int:
    """1 where a sentence of the inventor passed."""
    parser = argparse.ArgumentParser(prog="python -m eval.inventing")
    parser.add_argument("archive", type=Path)
    parser.add_argument("--answers", type=int, default=300)
    parser.add_argument("--llm", metavar="SPEC")
    options = parser.parse_args(arguments)
    model = load_model(options.llm or Inventor(), SECONDS)
    with Archive.open(options.archive) as archive:
        tally = run(archive, model, options.answers)
    print(f"{model.name}: " + ", ".join(f"{count} {what}" for what, count in tally.items()))
    return 1 if tally["passed"] and not options.llm else 0


if __name__ == "__main__":
    sys.exit(main())
