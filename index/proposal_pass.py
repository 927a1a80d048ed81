"""The pass that asks a language model, where one is wanted, for meetings that the rules missed.

It comes last. What a model proposed of an article is kept as soon as it is there, so a pass that is
stopped goes on where it was; a model that is slow or away costs its own proposals and nothing else.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from index.catalog import Catalog
from index.event_lookup import count_meetings, list_mentions
from index.mention_pass import RULES, Progress, find_all_mentions
from index.model_calls import Model, load_model
from index.model_task import ModelFault, Spent, Task
from index.proposal_prompt import ask_for_meetings, read_proposals
from index.proposal_store import (
    Proposal,
    Proposed,
    count_proposed,
    find_proposed,
    forget_proposed,
    put_proposed,
)
from index.proposals import open_article
from index.records import Article
from index.report import Asking, Extraction, Report

if TYPE_CHECKING:
    from llama_index.core.llms import LLM

ASKING = "1"  # raised when the question changes, so that it is asked anew
GIVE_UP = 3  # articles in a row that it did not read, after which it is asked no more
NONE = "none"  # the SPEC that takes out what was proposed


class Wish(NamedTuple):
    """What an ingest wants of a language model: that it reads, or that its proposals go (None)."""

    model: Model | None
    seconds: float


class _Run:
    """One pass: what was read and missed so far, and what it took."""

    def __init__(self, catalog: Catalog, model: Model, seconds: float) -> None:
        self._catalog, self._model, self._seconds = catalog, model, seconds
        self._read_by = describe_reading(model.name)
        self.read = self.asked = self.missed = self._in_a_row = 0
        self.fault: str | None = None
        self.spent = Spent()

    def over(self, ids: Sequence[str], progress: Progress) -> None:
        """Reads those of the articles that the model has not read as they stand."""
        known = find_proposed(self._catalog, ids)
        due = [i for i in ids if i not in known or known[i].read_by != self._read_by]
        for done, id in enumerate(due):
            if self._in_a_row == GIVE_UP:
                self.missed += len(due) - done
                return
            for article in self._catalog.articles([id]):
                self._take(article)
            progress(done + 1, len(due))

    def _take(self, article: Article) -> None:
        try:
            proposals = self._ask(article)
        except ModelFault as fault:
            self.fault, self.missed = str(fault), self.missed + 1
            self._in_a_row += 1
            return
        proposed = Proposed(article_id=article.id, model=self._model.name, read_by=self._read_by,
                            proposals=proposals)  # fmt: skip
        put_proposed(self._catalog, article.sha256, proposed)
        self.read += 1

    def _ask(self, article: Article) -> tuple[Proposal, ...]:
        """What the model proposes; nothing, unasked, of an article without an open sentence."""
        mentions = [m for m in list_mentions(self._catalog, [article.id]) if m.proposed_by is None]
        opened = open_article(article, self._catalog.sentences(article), mentions)
        if opened is None:
            return ()
        shown = [opened[0].told[n] for n in opened[1]]
        task = Task(self._seconds)
        try:
            reply = self._model.reply(ask_for_meetings(shown), task)
        finally:
            self.spent = self.spent.plus(task.spent)
        self.asked, self._in_a_row = self.asked + 1, 0
        return tuple(read_proposals(reply, shown))

    def told(self) -> Asking:
        """What the pass did."""
        spent = self.spent.model_dump(exclude={"cached", "seconds"})
        return Asking(read=self.read, asked=self.asked, missed=self.missed, fault=self.fault,
                      seconds=round(self.spent.seconds, 3), **spent)  # fmt: skip


def read_wish(given: LLM | Model | str | None, seconds: float) -> Wish | None:
    """What is wanted of a model by a SPEC, "none" or a model; None where nothing is.

    Raises UsageError for what is no SPEC, a missing package and a missing key.
    """
    if given is None:
        return None
    model = None if given == NONE else load_model(given, seconds)
    return Wish(model=model, seconds=seconds)


def propose_meetings(
    catalog: Catalog,
    sources: Iterable[Path],
    wish: Wish | None,
    report: Report,
    watch: Callable[[str], AbstractContextManager[Progress]],
) -> Report:
    """Asks about the articles under the sources, and merges what is borne out; the report with it.

    Without a wish what was proposed before stays, and the report counts it.
    """
    started = time.monotonic()
    run = None
    if wish and wish.model:
        run = _Run(catalog, wish.model, wish.seconds)
        with watch("articles read by a language model") as progress:
            run.over(_ids_under(catalog, sources), progress)
    elif wish:
        forget_proposed(catalog)
    if wish:
        find_all_mentions(catalog)
    extraction = _count(catalog, run)
    seconds = round(report.seconds + time.monotonic() - started, 3)
    told = {"extraction": extraction, "meetings": count_meetings(catalog), "seconds": seconds}
    return report.model_copy(update=told)


def describe_reading(model: str) -> str:
    """What a model read an article as: by the rules of the day, with the question of the day."""
    return sha256("\0".join((ASKING, RULES, model)).encode()).hexdigest()[:16]


def _ids_under(catalog: Catalog, sources: Iterable[Path]) -> list[str]:
    """The articles that stand under the sources, each once, in order of reading."""
    roots = [os.path.abspath(source) for source in sources]  # noqa: PTH100 - as in index/plan.py
    places = catalog.places()
    under = (p for p in places if any(Path(p.file).is_relative_to(root) for root in roots))
    return list(dict.fromkeys(place.article_id for place in under))


def _count(catalog: Catalog, run: _Run | None) -> Extraction | None:
    kept = count_proposed(catalog)
    if run is None and not kept.articles:
        return None
    unread = catalog.counts()["articles"] - kept.articles
    return Extraction(models=kept.models, articles=kept.articles, unread=unread,
                      mentions=kept.mentions, asking=run.told() if run else None)  # fmt: skip
