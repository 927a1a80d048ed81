"""A language model reads what the rules do not: a question in another language, a follow-up that
leans on what was said, which of some sentences answers. What it gives is checked, and shown.

A question in its words holds no name and no number that was not there before; a sentence is chosen
by its number among those that the archive's own ranking found.
"""

from __future__ import annotations

import re
from calendar import day_name, month_name
from collections.abc import Iterable, Sequence

from index.model_calls import Model
from index.model_task import Task
from index.records import Turn
from index.words import fold
from qa.telling.phrase_prompt import ask_for_english, ask_to_choose, ask_to_stand_alone
from qa.telling.wording import WORD

LONGEST_QUESTION = 300  # characters; a longer reply is no question
NUMBER = re.compile(r"\d+")
# Words of English that are written with a capital and name nobody
CALENDAR = frozenset(name.casefold() for name in (*month_name[1:], *day_name))
CHOICE = re.compile(r"\W*(\d{1,2})\b")


def into_english(model: Model, question: str, task: Task) -> str | None:
    """A question in English; None where the model gives none that holds the same names and numbers.

    Raises ModelFault.
    """
    return _checked(model.reply(ask_for_english(question), task), question, [question])


def standing_alone(model: Model, question: str, history: Sequence[Turn], task: Task) -> str | None:
    """A question with what it leans on put in; None where the model brings in what was not said.

    Raises ModelFault.
    """
    said = [question, *(turn.content for turn in history)]
    return _checked(model.reply(ask_to_stand_alone(question, history), task), question, said)


def choose(model: Model, question: str, sentences: Sequence[str], task: Task) -> int | None:
    """The place, from 0, of the sentence that answers best; None where the model names none.

    Raises ModelFault.
    """
    said = CHOICE.match(model.reply(ask_to_choose(question, sentences), task))
    place = int(said[1]) - 1 if said else -1
    return place if 0 <= place < len(sentences) else None


def _checked(reply: str, question: str, said: Iterable[str]) -> str | None:
    """The first line of a reply, where it keeps to what was said."""
    line = next((one.strip() for one in reply.splitlines() if one.strip()), "").strip("“”\"'")
    known = " ".join(said)
    words = set(WORD.findall(fold(known).casefold()))
    fits = 0 < len(line) <= LONGEST_QUESTION and NUMBER.findall(question) == [
        number for number in NUMBER.findall(line) if number in NUMBER.findall(question)
    ]
    return line if fits and _strange(line, words) is None else None


def _strange(line: str, words: set[str]) -> str | None:
    """The first name or number of a line that is not among some words."""
    for found in list(WORD.finditer(line))[1:]:
        word = found[0]
        names = word[0].isupper() or word[0].isdigit()
        if names and fold(word).casefold() not in words | CALENDAR:
            return word
    return None
