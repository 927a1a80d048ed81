"""What every page of the app works with: the archive, the conversations, the questions put."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

import gradio as gr

from index.records import Article, Turn
from qa import Archive, ask
from qa.answers import Answer
from ui.conversations import Conversations
from ui.examples import find_examples

if TYPE_CHECKING:
    from ui.wording import Wording

NOBODY = "nobody"  # the user where no door stands before the app, as in a test of a function


class Holder:
    """One archive and who asks it. A page keeps the holder and takes the archive from it anew."""

    def __init__(
        self,
        archive: Archive,
        conversations: Conversations,
        *,
        loopback: bool = False,
        signs_in: bool = False,
        wording: Wording | None = None,
    ) -> None:
        self.archive = archive
        self.conversations = conversations
        self.wording = wording  # None where no language model words answers
        self.signs_in = signs_in  # whether readers are known by name and password
        self.may_change = loopback or signs_in  # whoever reaches another host changes nothing
        self.reads_paths = loopback and not signs_in  # paths of the computer it runs on
        self._asking = threading.Lock()
        self._examples: tuple[str, tuple[str, ...]] = ("", ())
        self._finding = threading.Lock()

    def ask(
        self,
        question: str,
        history: Sequence[Turn | dict[str, Any]] = (),
        *,
        asked_on: date | str | None = None,
        as_of: date | str | None = None,
    ) -> Answer:
        """The answer to a question.

        One is answered at a time: an archive keeps what it read for the question at hand, and the
        end of a second one would let go of it.
        """
        with self._asking:
            return ask(
                self.archive, question, asked_on=asked_on, as_of=as_of, history=list(history)
            )

    def find(self, name: str) -> Article:
        """An article by id or path; waits for a question that is being answered, as `ask` does."""
        with self._asking:
            return self.archive.find(name)

    def is_empty(self) -> bool:
        """Whether the archive holds no articles."""
        return not self.archive.catalog.counts()["articles"]

    def examples(self) -> tuple[str, ...]:
        """A few questions that the archive answers; looked for once, until the archive changes."""
        with self._finding:
            digest = self.archive.digest()
            if self._examples[0] != digest:
                self._examples = (digest, tuple(find_examples(self.archive, self.ask)))
            return self._examples[1]


def name_user(request: gr.Request | None) -> str:
    """Who asks: the name that the door (ui/door.py) gave the request."""
    return str(getattr(request, "username", None) or NOBODY)
