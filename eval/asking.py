"""Suites that ask questions: each system answers each case over one archive, and is scored."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from hashlib import sha256
from typing import NamedTuple

from eval.cases import Case, GoldFinder
from eval.judge import open_judge
from eval.reply import Cited, Reply
from eval.scoring import Entails, Looked, Question, score_reply, told_status
from eval.suite import (
    Contender,
    Cost,
    Item,
    Meter,
    Opened,
    Ready,
    Score,
    Setup,
    Shown,
    digest_texts,
    is_closed,
)
from eval.systems import SYSTEMS
from index.archive import Archive

LONGEST_SHOWN = 600  # code points of an answer or a quote in the report


class Panel(NamedTuple):
    """What all systems of a suite share: the articles, the questions by id, and the judge.

    `cost` is what it took to index the archive, which is what `dateline` costs.
    """

    archive: Archive
    asked: dict[str, Question]
    setup: Setup
    meter: Meter
    judge: Entails | None
    cost: Cost | None


def open_questions(
    archive: Archive, cases: Sequence[Case], setup: Setup, meter: Meter, cost: Cost | None = None
) -> Opened:
    """A suite that asks `cases` over an archive; `cost` is what it took to index it.

    Raises UsageError for a case whose gold is not in the archive.
    """
    chosen = choose(cases, setup.sample)
    asked = {question.case.id: question for question in find_all(archive, chosen)}
    panel = Panel(archive, asked, setup, meter, open_judge(setup.judge), cost)
    contenders = tuple(
        Contender(name, tuple(asked), partial(_open, name, panel)) for name in setup.systems
    )
    digest = digest_texts([archive.digest(), *map(_write, chosen)])
    return Opened(digest=digest, contenders=contenders, articles=len(archive.list_articles()))


def choose(cases: Sequence[Case], most: int | None) -> list[Case]:
    """All cases, or `most` of them: those whose ids have the least digests, in their order."""
    if most is None or most >= len(cases):
        return list(cases)
    kept = sorted(cases, key=lambda case: sha256(case.id.encode()).digest())[:most]
    ids = {case.id for case in kept}
    return [case for case in cases if case.id in ids]


def find_all(archive: Archive, cases: Sequence[Case]) -> Iterator[Question]:
    """Each case with its gold as it stands in the archive."""
    finder = GoldFinder(archive)
    for case in cases:
        places, articles = tuple(finder.find(case)), tuple(finder.articles(case))
        yield Question(case=case, places=places, articles=articles)


@contextmanager
def _open(name: str, panel: Panel) -> Iterator[Ready]:
    with SYSTEMS[name](panel.archive, panel.setup, panel.meter) as opened:

        def score(id: str) -> Item:
            asked = panel.asked[id]
            reply = opened.system.answer(asked.case)
            looked = Looked(
                ranked=tuple(opened.system.rank(asked.case)),
                verbatim=tuple(stands(panel.archive, cited) for cited in reply.cited),
            )
            return make_item(asked, reply, score_reply(asked, reply, looked, panel.judge))

        yield Ready(score=score, cost=opened.cost or (panel.cost if name == "dateline" else None))


def _write(case: Case) -> str:
    """A case as text that stays the same when cases get fields that it does not use."""
    return case.model_dump_json(exclude_defaults=True)


def stands(archive: Archive, cited: Cited) -> bool:
    """Whether a quote stands in its article at its offsets, letter for letter."""
    if cited.article_id is None or cited.start is None:
        return False
    return archive.article(cited.article_id).text[cited.start : cited.end] == cited.quote


def make_item(asked: Question, reply: Reply, scores: tuple[Score, ...]) -> Item:
    """The scored item; nothing of a closed question but its scores."""
    case = asked.case
    return Item(
        id=case.id,
        split=case.split,
        kind=case.kind,
        outcome=case.outcome.value,
        scores=scores,
        seconds=reply.seconds,
        confidence=reply.confidence,
        label=told_status(reply) or "declined" if case.status else reply.outcome.value,
        gold_label=case.status or case.outcome.value,
        shown=None if is_closed(case.split) else _show(asked, reply),
    )


def _show(asked: Question, reply: Reply) -> Shown:
    case = asked.case
    gold = case.answer or "; ".join(" / ".join(group) for group in case.must)
    quotes = " … ".join(gold.quote for gold in case.evidence)
    return Shown(
        asked=case.question,
        gold=_cut(f"{gold or case.outcome.value} — {quotes}" if quotes else gold),
        answer=_cut(f"({reply.outcome.value}) {reply.text}"),
        cited=tuple(_cut(cited.quote) for cited in reply.cited),
    )


def _cut(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= LONGEST_SHOWN else f"{flat[: LONGEST_SHOWN - 1]}…"
