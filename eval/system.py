"""What a system is: something that answers questions over an archive. eval/systems.py has all."""

from __future__ import annotations

from typing import NamedTuple, Protocol

from eval.cases import Case
from eval.reply import Reply
from eval.suite import Cost

DEPTH = 40  # passages that retrieval is measured on, as many as `dateline` looks at


class System(Protocol):
    """Something that answers questions over an archive, and ranks its articles for them."""

    def answer(self, case: Case) -> Reply:
        """The reply to a question, with the seconds it took."""

    def rank(self, case: Case) -> list[str]:
        """The ids of the articles it would look at for a question, best first."""


class Opened(NamedTuple):
    """A system ready to answer, and what it took to make it ready."""

    system: System
    cost: Cost | None = None


def asked_alone(case: Case) -> str:
    """The question as a system without a memory is asked it: the user's earlier turns before it."""
    turns = [turn.content for turn in case.history if turn.role == "user"]
    return " ".join([*turns, case.question])
