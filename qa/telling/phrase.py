"""A language model puts composed sentences into words; none of its words passes unchecked.

The model is given sentences that were composed from evidence and passed the gate. Each sentence of
its own is compared with the one it stands for (qa/telling/wording.py) as soon as it is whole; what
does not pass is asked for once more with the reason, and after that the composed sentence stays.
Whatever goes wrong with the model, the composed answer is there, and a line says what was wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from index.model_calls import Model
from index.model_task import ModelFault, Task
from index.records import Statement
from qa.answers import Answer, Phrasing
from qa.question.language import language_of
from qa.telling.compose import join_text
from qa.telling.phrase_prompt import ask_again, ask_for_words, read_lines
from qa.telling.wording import can_be_worded, find_fault_of_wording
from qa.telling.wording_words import LANGUAGES

# A model leaves out what stands in brackets: it is shown "at Mill House in Leiden"
PLACE_AND_VENUE = re.compile(r" in ([^()]+?) \(([^()]+)\)(?= |\.|$)")
MOST_WORDED = 8  # sentences of an answer: about 30 tokens each, and a reader waits
NOTHING_TO_WORD = "its sentences are quotes, counts and lists, which stay as they are"
NOT_CHECKED = "no words in the language of the question can be checked, so they are English"
NO_LINES = "it said nothing that can be used"


def phrase(answer: Answer, model: Model, task: Task) -> Iterator[Answer]:
    """The answer as its sentences are worded, one `Answer` after each that passes.

    The last one tells in `phrasing` what came of it. Raises nothing for whatever the model does.
    """
    code = language_of(answer.question) or ""
    sheet = _Sheet(answer, code if code in LANGUAGES else "en")
    note = None if code in LANGUAGES else NOT_CHECKED
    if not sheet.facts:
        yield sheet.answer(model, task, NOTHING_TO_WORD if answer.statements else None)
        return
    try:
        for _ in sheet.word(model, task):
            yield sheet.answer(model, task, note)
    except ModelFault as fault:
        note = str(fault)
    if not sheet.lines and not note:
        note = NO_LINES
    yield sheet.answer(model, task, note)


class _Sheet:
    """The sentences of an answer that may be worded, and how far that has come."""

    def __init__(self, answer: Answer, code: str) -> None:
        self._given = answer
        self._code = code
        self._said = list(answer.statements)
        able = [at for at, said in enumerate(self._said) if can_be_worded(said.text)]
        self._places = able[:MOST_WORDED]
        self.facts = [self._said[at].text for at in self._places]
        self._shown = [PLACE_AND_VENUE.sub(r" at \2 in \1", fact) for fact in self.facts]
        self._faults: dict[int, str] = {}
        self._passed: set[int] = set()
        self._repaired = 0
        self.lines = 0

    def word(self, model: Model, task: Task) -> Iterator[None]:
        """Takes the model's words, and asks once more for those that did not pass; yields after
        each sentence that is changed. Raises ModelFault.
        """
        asked = ask_for_words(self._given.question, self._shown, self._code)
        said: list[str] = []
        for line in read_lines(_keep(model.stream(asked, task), said), count=len(self.facts)):
            if self._take(line.number, line.words):
                yield
        if not self._faults:
            return
        again = ask_again(asked, "".join(said), self._shown, self._faults)
        for line in read_lines(model.stream(again, task), count=len(self._faults)):
            if line.number in self._faults and self._take(line.number, line.words):
                self._repaired += 1
                yield

    def answer(self, model: Model, task: Task, note: str | None) -> Answer:
        """The answer with the words that have passed so far."""
        worded = sum(said.composed is not None for said in self._said)
        before = self._given.phrasing or Phrasing(model=model.name)
        told = before.model_copy(
            update={
                "worded": worded,
                "replaced": len(self._faults),
                "repaired": self._repaired,
                "faults": tuple(self._faults.values()),
            }
        ).after(task.spent, note)
        text = retold(self._given, tuple(self._said))
        return self._given.model_copy(
            update={"text": text, "statements": tuple(self._said), "phrasing": told}
        )

    def _take(self, number: int, words: str) -> bool:
        """Puts a sentence in the place of its fact where it says the same; True where it is new."""
        self.lines += 1
        if not 1 <= number <= len(self.facts) or number in self._passed:
            return False
        composed = self.facts[number - 1]
        fault = find_fault_of_wording(composed, words, self._code)
        if fault:
            self._faults.setdefault(number, fault)
            return False
        self._passed.add(number)
        self._faults.pop(number, None)
        at = self._places[number - 1]
        self._said[at] = _worded(self._said[at], words)
        return words != composed


def retold(answer: Answer, said: tuple[Statement, ...]) -> str:
    """The text of an answer with other statements; its lead stays."""
    old = join_text("", (*answer.statements, *answer.suggestions))
    return join_text(answer.text.removesuffix(old).strip(), (*said, *answer.suggestions))


def _worded(said: Statement, words: str) -> Statement:
    if words == said.text:
        return said
    return said.model_copy(update={"text": words, "composed": said.text})


def _keep(pieces: Iterator[str], kept: list[str]) -> Iterator[str]:
    """The pieces as they come, kept beside."""
    for piece in pieces:
        kept.append(piece)
        yield piece
