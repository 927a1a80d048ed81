"""What any system replied, in one shape, so that all are scored by the same rules."""

from __future__ import annotations

from pydantic import Field

from eval.cases import Happened, Period
from index.records import Outcome, Record
from qa.answers import Answer, Phrasing


class Cited(Record):
    """A passage that a reply points to; `article_id` is None where it points to nothing there is.

    `start` and `end` are None where the passage does not stand in the article letter for letter.
    """

    article_id: str | None
    start: int | None
    end: int | None
    quote: str


class Claim(Record):
    """One statement of a reply and the passages that it cites, by their place in `cited`.

    `derivation` tells what follows from them and stands in none; `worded` when the statement is in
    a language model's words.
    """

    text: str
    citations: tuple[int, ...]
    derivation: str | None = None
    worded: bool = False


class Reply(Record):
    """What a system replied; `told` is what a reader is told as an answer, leads left out.

    `when`, `people` and `status` are those of its meeting records where it keeps such; `confidence`
    is between 0 and 1 where the system gives one.
    """

    outcome: Outcome
    claims: tuple[Claim, ...]
    text: str
    cited: tuple[Cited, ...]
    seconds: float = Field(ge=0)
    when: tuple[Period, ...] = ()
    people: tuple[str, ...] | None = None
    status: Happened | None = None
    confidence: float | None = None
    tokens: int | None = None  # in and out, of a language model

    def told(self) -> str:
        """What the reply tells: its claims joined; a lead that says “only planned” tells as well.

        A reply that declines tells nothing, whatever it suggests.
        """
        planned = self.text if self.outcome is Outcome.ONLY_PLANNED else ""
        return " ".join(claim.text for claim in self.claims) or planned


def read_answer(answer: Answer, seconds: float) -> Reply:
    """An answer of Dateline as a reply."""
    places = {citation.number: at for at, citation in enumerate(answer.citations)}
    return Reply(
        outcome=answer.outcome,
        claims=tuple(
            Claim(
                text=s.text,
                citations=tuple(places[number] for number in s.citations),
                derivation=s.derivation,
                worded=s.composed is not None,
            )
            for s in answer.statements
        ),
        text=answer.text,
        cited=tuple(
            Cited(article_id=c.article.id, start=c.start, end=c.end, quote=c.quote)
            for c in answer.citations
        ),
        seconds=seconds,
        confidence=answer.confidence,
        tokens=_tokens(answer.phrasing) if answer.phrasing else None,
        when=tuple(
            Period(earliest=m.when.earliest, latest=m.when.latest)
            for m in answer.meetings
            if m.when and m.when.earliest and m.when.latest
        ),
        people=tuple(p.name for m in answer.meetings for p in m.participants) or None,
    )


def _tokens(phrasing: Phrasing) -> int:
    return phrasing.prompt_tokens + phrasing.completion_tokens
