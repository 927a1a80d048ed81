"""What an answer is made of before it is checked: the reply, and how meetings are told in it."""

from __future__ import annotations

from collections.abc import Sequence

from index.meeting_records import Meeting
from index.records import Citation, Outcome, Record, Statement, Suggestion
from qa.passages.rank import Candidate
from qa.question.asked import Kind
from qa.telling.teller import Teller, renumber

MOST_TOLD = 12  # meetings spelled out in one answer
MOST_NEAR = 2
ONLY_PLANNED = "The archive does not say that it took place; it has only the announcement."


AS_PLANNED = "The archive has only the announcement."
NEAREST = " The nearest that it has:"
MISSING = {  # what is not told of a meeting that is reported
    Kind.WHEN: "The archive does not say when.",
    Kind.WHERE: "The archive does not say where.",
    Kind.WHO: "The archive does not say who else.",
    Kind.TOPICS: "The archive does not say what it was about.",
    Kind.DURATION: "The archive does not say how long.",
}


class Reply(Record):
    """What is answered: outcome, a lead that states no fact, statements, the meetings told.

    `confidence` is the score behind answering or declining, None where rules alone decided.
    `ranked` are the sentences that it was chosen from, best first, where passages answer.
    """

    outcome: Outcome
    lead: str = ""
    statements: tuple[Statement, ...] = ()
    citations: tuple[Citation, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    confidence: float | None = None
    ranked: tuple[Candidate, ...] = ()


class Told(Record):
    """A meeting with the sentence that tells of it."""

    meeting: Meeting
    statement: Statement


def tell_each(teller: Teller, meetings: Sequence[Meeting], *, quoted: bool = False) -> list[Told]:
    """Each meeting with its sentence; those of which none may be said are left out.

    With `quoted` one of which no report names the people is told as well, if by its place and time
    alone or in the words of its report.
    """
    told = (
        (meeting, teller.tell(meeting, nameless=quoted) or (quoted and teller.report(meeting)))
        for meeting in meetings
    )
    return [Told(meeting=meeting, statement=said) for meeting, said in told if said]


def make_reply(
    teller: Teller, outcome: Outcome, told: Sequence[Told], *, lead: str = "",
    first: Sequence[Statement] = (), more: Sequence[Statement] = (),
    meetings: Sequence[Meeting] | None = None,
) -> Reply:  # fmt: skip
    """A reply: `first`, then the sentences of the meetings told, then `more`."""
    said = (*first, *(one.statement for one in told), *more)
    once = {one.text: one for one in reversed(said)}  # two meetings may be told by one sentence
    said = tuple(one for one in said if once.get(one.text) is one)
    statements, citations = renumber(said, teller.citer.citations)
    return Reply(
        outcome=outcome, lead=lead, statements=statements, citations=citations,
        meetings=tuple(one.meeting for one in told) if meetings is None else tuple(meetings),
    )  # fmt: skip


def suggest_instead(teller: Teller, told: Sequence[Told], lead: str) -> Reply:
    """A reply that declines, with some meetings as the nearest that there is.

    A suggestion has no derivation: where the sentence needs one, its evidence is quoted instead.
    """
    nearest = [teller.without_derivation(one.statement) for one in told]
    said, citations = renumber(nearest, teller.citer.citations)
    suggestions = tuple(Suggestion(text=one.text, citations=one.citations) for one in said)
    return Reply(
        outcome=Outcome.NOT_IN_ARCHIVE, lead=lead + NEAREST, suggestions=suggestions,
        citations=citations,
    )  # fmt: skip
