"""True statements of the sample archive: what its meetings allow, and what answers say of it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from eval.cases import Case, GoldFinder, read_cases
from eval.reply import read_answer
from eval.scoring import Question, is_right
from eval.systems import answer_case
from index.archive import Archive
from index.errors import UsageError
from index.meeting_records import Meeting
from index.records import SUPPORTING, Citation, Record, Statement
from qa.telling.compose import quote_text
from qa.telling.teller import Teller


class Said(Record):
    """A statement with the citations that bear it out, and the meeting that it tells of, if one.

    `answers` is the id of the question whose answer says it.
    """

    statement: Statement
    citations: tuple[Citation, ...]
    meeting: Meeting | None = None
    answers: str | None = None


def true_statements(archive: Archive) -> Iterator[Said]:
    """Every statement that the archive's meetings allow, with the sentences they cite."""
    for meeting in archive.meetings():
        teller = Teller(archive, checked=False)
        told = teller.tell(meeting)
        if told is None:
            continue
        steps = teller.trace(meeting)
        quotes = [teller.quote(report.article, report.own) for report in teller.reports(meeting)
                  if report.own and report.own.zone in SUPPORTING]  # fmt: skip
        lists = (*teller.topics(meeting), *teller.durations(meeting), *teller.tellers(meeting))
        for said in dict.fromkeys((told, *quotes, *lists, *steps)):
            used = [c for c in teller.citer.citations if c.number in said.citations]
            yield Said(statement=said, citations=tuple(used), meeting=meeting)


def answered_statements(archive: Archive) -> Iterator[Said]:
    """What answers to the own questions say: all of right ones, the quotes of the others."""
    finder = GoldFinder(archive)
    for case in read_cases():
        question = Question(
            case=case, places=tuple(finder.find(case)), articles=tuple(finder.articles(case))
        )
        answer = answer_case(archive, case)
        right = is_right(question, read_answer(answer, 0)) == 1
        for said in answer.statements:
            cited = [c for c in answer.citations if c.number in said.citations]
            if right or said.text in {quote_text(c.quote) for c in cited}:
                yield Said(statement=said, citations=tuple(cited), answers=case.id)


def all_statements(archive: Archive) -> Iterator[Said]:
    """Those of the meetings, and what answers say beside them once each; answers only of the sample
    archive.
    """
    seen = set()
    own = next(iter(read_cases()), None)
    answered = answered_statements(archive) if own and _holds(archive, own) else ()
    for said in chain(true_statements(archive), answered):
        key = said.statement.text, tuple((c.article.id, c.start) for c in said.citations)
        if said.answers is None or key not in seen:
            yield said
        seen.add(key)


def _holds(archive: Archive, case: Case) -> bool:
    """Whether an archive is that of the own questions."""
    try:
        GoldFinder(archive).find(case)
    except UsageError:
        return False
    return True
