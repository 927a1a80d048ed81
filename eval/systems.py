"""The systems that answer the same questions over the same articles, side by side.

`dateline` is this program, `phrased` the same with a language model that words its answers; `bm25`
gives the best chunk by words alone, from the archive's own full-text index; `stock` (eval/stock.py)
is what a user would otherwise build in an afternoon.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import date

from eval.cases import Case
from eval.reply import Cited, Claim, Reply, read_answer
from eval.suite import Meter, Setup
from eval.system import DEPTH, Opened, asked_alone
from index.archive import Archive
from index.catalog import Filter
from index.errors import UsageError
from index.model_calls import Model, load_model
from index.model_spec import open_model
from index.records import Outcome
from qa.answers import Answer
from qa.ask import ask
from qa.passages.retrieve import rank_articles, retrieve
from qa.question.conversation import complete
from qa.question.looked_for import read_question

LLM_SECONDS = 180.0  # for one answer; a model that is measured is not hurried
ASKED_ON = date(2026, 1, 1)  # what "today" means in questions that do not say


def answer_case(archive: Archive, case: Case) -> Answer:
    """The answer to a case, by the same call that `dateline ask` makes."""
    return ask(
        archive, case.question,
        asked_on=case.asked_on or ASKED_ON, as_of=case.as_of, history=case.history,
    )  # fmt: skip


class Dateline:
    """This program."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive

    def answer(self, case: Case) -> Reply:
        """The reply, and how long it took."""
        started = time.perf_counter()
        answer = answer_case(self._archive, case)
        return read_answer(answer, time.perf_counter() - started)

    def rank(self, case: Case) -> list[str]:
        """Articles in the order that retrieval brings them."""
        question = read_question(
            complete(case.question, case.history),
            asked_on=case.asked_on or ASKED_ON,
            as_of=case.as_of,
            sources=self._archive.sources(),
        )
        return rank_articles(retrieve(self._archive, question, DEPTH).ranked())


class Bm25:
    """The best chunk by BM25 (SQLite FTS5, stemmed, the title at half weight), as it stands."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive

    def answer(self, case: Case) -> Reply:
        """The first chunk as the answer; nothing where no word of the question stands anywhere."""
        started = time.perf_counter()
        found = self._archive.searcher.matching(asked_alone(case), 1, Filter(as_of=case.as_of))
        cited = tuple(self._cite(row.article_id, row.start, row.end) for row, _ in found)
        return Reply(
            outcome=Outcome.ANSWERED if cited else Outcome.NOT_IN_ARCHIVE,
            claims=tuple(Claim(text=c.quote, citations=(at,)) for at, c in enumerate(cited)),
            text=cited[0].quote if cited else "",
            cited=cited,
            seconds=time.perf_counter() - started,
        )

    def rank(self, case: Case) -> list[str]:
        """The articles of the best chunks."""
        found = self._archive.searcher.matching(asked_alone(case), DEPTH, Filter(as_of=case.as_of))
        return list(dict.fromkeys(row.article_id for row, _ in found))

    def _cite(self, id: str, start: int, end: int) -> Cited:
        quote = self._archive.article(id).text[start:end]
        return Cited(article_id=id, start=start, end=end, quote=quote)


class Phrased(Dateline):
    """This program with a language model that words its answers."""

    def __init__(self, archive: Archive, model: Model) -> None:
        super().__init__(archive)
        self._model = model

    def answer(self, case: Case) -> Reply:
        """The reply, by the same call that `dateline ask --llm` makes."""
        started = time.perf_counter()
        answer = ask(
            self._archive, case.question, asked_on=case.asked_on or ASKED_ON, as_of=case.as_of,
            history=case.history, llm=self._model, llm_seconds=LLM_SECONDS,
        )  # fmt: skip
        return read_answer(answer, time.perf_counter() - started)


Open = Callable[[Archive, Setup, Meter], AbstractContextManager[Opened]]


@contextmanager
def open_dateline(archive: Archive, setup: Setup, meter: Meter) -> Iterator[Opened]:
    """This program; its archive is there already, so it costs nothing more."""
    yield Opened(Dateline(archive))


@contextmanager
def open_phrased(archive: Archive, setup: Setup, meter: Meter) -> Iterator[Opened]:
    """This program with the model of `--llm`; raises UsageError where none is named."""
    if setup.llm is None:
        raise UsageError("the system phrased needs a language model: --llm URL#MODEL")
    llm = open_model(setup.llm, LLM_SECONDS)  # as an object nothing of it is kept: seconds count
    yield Opened(Phrased(archive, load_model(llm, LLM_SECONDS)))


@contextmanager
def open_bm25(archive: Archive, setup: Setup, meter: Meter) -> Iterator[Opened]:
    """BM25 over the archive's own full-text index."""
    yield Opened(Bm25(archive))


@contextmanager
def open_stock(archive: Archive, setup: Setup, meter: Meter) -> Iterator[Opened]:
    """llama-index on Chroma; imported here, as its packages are an extra."""
    from eval.stock import make_stock

    yield make_stock(archive, setup, meter)


SYSTEMS: dict[str, Open] = {
    "dateline": open_dateline, "phrased": open_phrased, "stock": open_stock, "bm25": open_bm25,
}  # fmt: skip


def check_systems(names: tuple[str, ...]) -> None:
    """Raises UsageError for a system that there is not."""
    unknown = [name for name in names if name not in SYSTEMS]
    if unknown:
        raise UsageError(f"no system is called {unknown[0]}; there are {', '.join(SYSTEMS)}")
