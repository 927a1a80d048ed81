"""What readers said of answers, as questions whose answers are known: docs/evaluating.md's lines.

A right answer is one to get right again: its outcome and the sentences it cites. Of a wrong one the
reader must have said what would be right; where nobody did, there is no question to be made.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from datetime import date

from index.records import Outcome, Record, Turn
from qa import Archive
from ui.conversations import Exchange, Verdict, tell_history

LOOKED_THROUGH = 50  # chunks in which a sentence is looked for


class Quoted(Record):
    """A sentence that answers, and the id of its article."""

    path: str
    quote: str


class Question(Record):
    """A line of questions for `dateline eval --questions`; `answer` is for the report only."""

    id: str
    kind: str
    question: str
    asked_on: date
    as_of: date | None
    history: tuple[Turn, ...]
    outcome: Outcome
    answer: str | None
    evidence: tuple[Quoted, ...]


class Made(Record):
    """The questions made, and of how many judged answers none could be."""

    questions: tuple[Question, ...]
    left_out: int

    def lines(self) -> str:
        """JSON Lines."""
        return "".join(f"{one.model_dump_json()}\n" for one in self.questions)


def make_questions(archive: Archive, judged: Iterable[Sequence[Exchange]]) -> Made:
    """A question of each judged exchange, the last of its sequence; the same twice is one."""
    all_of_them = [make_question(archive, exchanges) for exchanges in judged]
    made = {one.id: one for one in all_of_them if one}
    return Made(questions=tuple(made.values()), left_out=all_of_them.count(None))


def make_question(archive: Archive, exchanges: Sequence[Exchange]) -> Question | None:
    """The last exchange as a question with what is right; None where that is not known."""
    *before, last = exchanges
    if last.answer is None or last.verdict is None:
        return None
    outcome = last.answer.outcome if last.verdict.right else last.verdict.outcome
    evidence = _evidence(archive, last, last.verdict)
    if outcome is None or (outcome is Outcome.ANSWERED and not evidence):
        return None
    fields = Question(
        id="made",
        kind="confirmed" if last.verdict.right else "reported wrong",
        question=last.question,
        asked_on=last.answer.asked_on,
        as_of=last.answer.as_of,
        history=tuple(tell_history(before)),
        outcome=outcome,
        answer=last.verdict.comment or None,
        evidence=evidence,
    )
    digest = hashlib.sha256(fields.model_dump_json(exclude={"answer"}).encode()).hexdigest()
    return fields.model_copy(update={"id": f"feedback-{digest[:12]}"})


def _evidence(archive: Archive, exchange: Exchange, verdict: Verdict) -> tuple[Quoted, ...]:
    """What bears the right answer out, as it stands in the archive now."""
    assert exchange.answer is not None
    if not verdict.right:
        return find_sentence(archive, verdict.sentence)
    used = {number for said in exchange.answer.statements for number in said.citations}
    cited = [one for one in exchange.answer.citations if one.number in used]
    wanted = dict.fromkeys(one.article.id for one in cited)
    texts = {article.id: article.text for article in archive.catalog.articles(wanted)}
    standing = (c for c in cited if c.quote in texts.get(c.article.id, ""))
    return tuple(Quoted(path=c.article.id, quote=c.quote) for c in standing)


def find_sentence(archive: Archive, sentence: str) -> tuple[Quoted, ...]:
    """A sentence that a reader copied, in the first article that holds it; nothing where none."""
    sentence = sentence.strip().strip('“”"').strip()
    if not sentence:
        return ()
    hits = archive.search(sentence, k=LOOKED_THROUGH)
    ids = dict.fromkeys(hit.chunk.article_id for hit in hits)
    for article in archive.catalog.articles(ids):
        if sentence in article.text:
            return (Quoted(path=article.id, quote=sentence),)
    return ()
