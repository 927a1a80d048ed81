"""What the program says to a question: the record whose JSON is docs/interface.md's `Answer`."""

from __future__ import annotations

from datetime import date
from typing import Self

from pydantic import Field, model_validator

from index.meeting_records import Meeting
from index.model_task import Spent
from index.records import Citation, Outcome, Record, Said, Statement, Suggestion


class Phrasing(Record):
    """What a language model had to do with an answer, and what that took.

    `worded` statements are in its words, `replaced` ones stay as composed since its words did not
    pass, `faults` say why; `chosen` when it chose the sentence that stands first; `read_as` is the
    question in the words in which it was asked again. `note` says in a line why less came of it.
    Tokens are guessed where `counted` is False; `cached` when all of it was kept
    from before.
    """

    model: str
    worded: int = 0
    replaced: int = 0
    repaired: int = 0
    faults: tuple[str, ...] = ()
    chosen: bool = False
    read_as: str | None = None
    note: str | None = None
    prompt_tokens: int = 0
    completion_tokens: int = 0
    counted: bool = True
    cached: bool = False
    seconds: float = 0.0

    def after(self, spent: Spent, note: str | None) -> Phrasing:
        """The same with what it took; a note that it has already stays where there is no other."""
        took = spent.model_dump() | {"seconds": round(spent.seconds, 3)}
        return self.model_copy(update={**took, "note": note or self.note})


class Answer(Record):
    """What the program says, with everything needed to check it and to ask again.

    `confidence` is how likely it is that the archive answers the question at all: the score behind
    answering or declining. It is null where the answer was composed by rules that have no score.
    `phrasing` is null where no language model was asked for.
    """

    question: str
    text: str = Field(min_length=1)
    outcome: Outcome
    statements: tuple[Statement, ...]
    citations: tuple[Citation, ...]
    meetings: tuple[Meeting, ...] = ()
    suggestions: tuple[Suggestion, ...]
    seconds: float
    confidence: float | None = Field(default=None, ge=0, le=1)
    phrasing: Phrasing | None = None
    asked_on: date
    as_of: date | None
    archive: str
    version: str

    @model_validator(mode="after")
    def _cites_what_it_lists(self) -> Self:
        listed = {citation.number for citation in self.citations}
        told: tuple[Said, ...] = (*self.statements, *self.suggestions)
        used = {number for said in told for number in said.citations}
        if used != listed or len(listed) != len(self.citations):
            raise ValueError(f"cites {sorted(used)} but lists {sorted(listed)}")
        if self.outcome is Outcome.ANSWERED and not self.statements:
            raise ValueError("an answer without a statement")
        return self
