"""The systems beside ours: the best chunk by words, and llama-index on the same articles."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import AbstractContextManager, nullcontext
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest
from conftest import LIMA, OSLO, RIGA, Shelf

from eval.cases import Case
from eval.judge import open_judge, read_endpoint, read_verdict
from eval.suite import Setup
from eval.systems import Bm25, Dateline, check_systems
from index.errors import UsageError
from index.ingest import Progress
from index.records import Outcome, Turn

QUESTION = "Who met Karl Stone in Oslo?"
NEEDS_STOCK = "the extra `stock` is not installed: pip install '.[stock]'"
NEEDS_LLM = "the extra `llm` is not installed: pip install '.[llm]'"


def case(question: str = QUESTION, **change: object) -> Case:
    made = Case(id="x", question=question, outcome=Outcome.NOT_IN_ARCHIVE)
    return made.model_copy(update=change)


def meter(unit: str) -> AbstractContextManager[Progress]:
    return nullcontext(lambda done, total: None)


@pytest.fixture
def filled(shelf: Shelf) -> Shelf:
    stories = [("oslo", OSLO), ("riga", RIGA), ("lima", LIMA)]
    shelf.write("n.jsonl", [{"id": i, "title": i.title(), "text": t} for i, t in stories])
    shelf.index()
    return shelf


def test_unknown_system() -> None:
    with pytest.raises(UsageError, match="no system is called oracle; there are dateline"):
        check_systems(("bm25", "oracle"))


def test_bm25_gives_the_best_chunk_as_it_stands(filled: Shelf) -> None:
    reply = Bm25(filled.archive).answer(case())
    (cited,) = reply.cited
    text = filled.archive.article("oslo").text
    assert cited.article_id == "oslo" and text[cited.start : cited.end] == cited.quote
    assert reply.text == cited.quote and reply.outcome is Outcome.ANSWERED
    assert Bm25(filled.archive).rank(case())[0] == "oslo"


def test_bm25_declines_where_no_word_stands_anywhere(filled: Shelf) -> None:
    reply = Bm25(filled.archive).answer(case("Zymurgy quokkas?"))
    assert (reply.outcome, reply.claims, reply.cited) == (Outcome.NOT_IN_ARCHIVE, (), ())


def test_an_earlier_turn_counts(filled: Shelf) -> None:
    turn = Turn(role="user", content="What became of the llama in Lima?")
    assert Bm25(filled.archive).rank(case("And then?", history=(turn,)))[0] == "lima"


def test_dateline_replies_what_it_answers(filled: Shelf) -> None:
    reply = Dateline(filled.archive).answer(case())
    assert reply.claims and reply.cited[0].article_id == "oslo"
    assert Dateline(filled.archive).rank(case())[0] == "oslo"


def test_stock_cites_passages_with_their_place(filled: Shelf, tmp_path: Path) -> None:
    pytest.importorskip("llama_index.vector_stores.chroma", reason=NEEDS_STOCK)
    from eval.stock import make_stock

    setup = Setup(cache=tmp_path / "cache")
    first = make_stock(filled.archive, setup, meter)
    reply = first.system.answer(case())
    (cited,) = reply.cited
    assert (
        filled.archive.article(str(cited.article_id)).text[cited.start : cited.end] == cited.quote
    )
    assert sorted(first.system.rank(case())) == ["lima", "oslo", "riga"]
    assert first.cost and first.cost.ticks[-1][0] == 3

    again = make_stock(filled.archive, setup, meter)  # nothing is embedded twice
    assert again.cost and again.cost.note == "measured when it was made"
    assert again.system.answer(case()).cited == reply.cited


class Model(BaseHTTPRequestHandler):
    """A remote language model as far as its interface goes: it says what `says` holds."""

    says = "Anna Berg did [1]. Nobody else came [9]."
    broken = False

    def do_GET(self) -> None:
        """The list of models."""
        self._send({"data": [{"id": "parrot"}]})

    def do_POST(self) -> None:
        """A reply."""
        self.rfile.read(int(self.headers["Content-Length"]))
        if type(self).broken:
            self.send_error(400, "out of order")
            return
        message = {"role": "assistant", "content": type(self).says}
        choice = {"index": 0, "message": message, "finish_reason": "stop"}
        self._send({"id": "1", "object": "chat.completion", "created": 0, "model": "parrot",
                    "choices": [choice]})  # fmt: skip

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing to the terminal."""

    def _send(self, reply: dict[str, object]) -> None:
        body = json.dumps(reply).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@pytest.fixture
def endpoint() -> Iterator[str]:
    with HTTPServer(("127.0.0.1", 0), Model) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/v1"
        server.shutdown()
        thread.join()


def test_stock_with_a_language_model(
    filled: Shelf, tmp_path: Path, endpoint: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("llama_index.vector_stores.chroma", reason=NEEDS_STOCK)
    pytest.importorskip("llama_index.llms.openai_like", reason=NEEDS_LLM)
    from eval.stock import make_stock

    setup = Setup(cache=tmp_path / "cache", llm=endpoint)
    system = make_stock(filled.archive, setup, meter).system
    reply = system.answer(case())
    assert [claim.text for claim in reply.claims] == ["Anna Berg did.", "Nobody else came."]
    assert [cited.article_id is None for cited in reply.cited] == [False, True]
    monkeypatch.setattr(Model, "says", "The sources do not mention Karl Stone.")
    assert system.answer(case()).outcome is Outcome.NOT_IN_ARCHIVE
    monkeypatch.setattr(Model, "broken", True)
    with pytest.raises(UsageError, match="the language model gives no reply"):
        system.answer(case())


def test_a_judge_says_yes_or_no(endpoint: str, monkeypatch: pytest.MonkeyPatch) -> None:
    judge = open_judge(endpoint)
    assert judge is not None
    with pytest.raises(UsageError, match="neither yes nor no"):
        judge("Berg came.", ["Berg came to Oslo."])
    monkeypatch.setattr(Model, "says", "Yes.")
    assert judge("Berg came.", ["Berg came to Oslo."])
    assert read_endpoint(endpoint).model == "parrot"
    assert read_endpoint(f"{endpoint}#other").model == "other"


@pytest.mark.parametrize(
    ("said", "verdict"),
    [("Yes", True), ("no.", False), (" **Yes**, they do", True), ("No, ", False)],
)
def test_verdicts(said: str, verdict: bool) -> None:
    assert read_verdict(said) is verdict


@pytest.mark.parametrize(
    ("spec", "told"), [("qwen", "is no endpoint"), ("http://127.0.0.1:9/v1", "gives no reply")]
)
def test_no_endpoint(spec: str, told: str) -> None:
    with pytest.raises(UsageError, match=told):
        read_endpoint(spec)
