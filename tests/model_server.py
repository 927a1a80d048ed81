"""A small real HTTP server that speaks as an OpenAI-compatible one does, well or badly, on purpose.

A `Script` says what comes back, request by request; the last one stands for all that follow. Every
request is kept, so that a test can look at what a model was shown.
"""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Script = Callable[["Exchange"], None]
MODEL = "scripted"


class Exchange:
    """One request with the ways to answer it."""

    def __init__(self, handler: BaseHTTPRequestHandler, body: dict[str, Any]) -> None:
        self.handler, self.body = handler, body
        self.key = handler.headers.get("Authorization", "")

    @property
    def shown(self) -> str:
        """All that the model is shown, its messages joined."""
        return "\n".join(message["content"] for message in self.body["messages"])

    def open(self, status: int = 200, kind: str = "text/event-stream") -> None:
        """Sends the head of a reply."""
        self.handler.send_response(status)
        self.handler.send_header("Content-Type", kind)
        self.handler.send_header("Connection", "close")
        self.handler.end_headers()

    def send(self, data: bytes) -> None:
        """Sends some bytes at once."""
        self.handler.wfile.write(data)
        self.handler.wfile.flush()

    def piece(self, text: str, finish: str | None = None) -> None:
        """Sends one piece of a streamed reply."""
        choice = {"index": 0, "delta": {"content": text}, "finish_reason": finish}
        self.send(b"data: " + json.dumps(self._chunk([choice])).encode() + b"\n\n")

    def end(self) -> None:
        """Sends what ends a streamed reply, with the tokens it took."""
        usage = {"prompt_tokens": 7, "completion_tokens": 5, "total_tokens": 12}
        self.piece("", finish="stop")
        self.send(b"data: " + json.dumps(self._chunk([]) | {"usage": usage}).encode() + b"\n\n")
        self.send(b"data: [DONE]\n\n")

    def _chunk(self, choices: list[Any]) -> dict[str, Any]:
        return {"id": "1", "object": "chat.completion.chunk", "created": 0, "model": MODEL,
                "choices": choices}  # fmt: skip


def says(*pieces: str) -> Script:
    """A reply in these pieces."""

    def script(exchange: Exchange) -> None:
        exchange.open()
        for piece in pieces:
            exchange.piece(piece)
        exchange.end()

    return script


def refuses(status: int, said: str = "no") -> Script:
    """A status that is no success."""

    def script(exchange: Exchange) -> None:
        exchange.open(status, "application/json")
        exchange.send(json.dumps({"error": {"message": said}}).encode())

    return script


def waits(seconds: float) -> Script:
    """Nothing at all for a while."""

    def script(exchange: Exchange) -> None:
        time.sleep(seconds)
        says("late")(exchange)

    return script


def drips(piece: str, pause: float) -> Script:
    """The same piece again and again, until nobody listens."""

    def script(exchange: Exchange) -> None:
        exchange.open()
        while True:
            exchange.piece(piece)
            time.sleep(pause)

    return script


def breaks_off(*pieces: str) -> Script:
    """Some pieces, and then the connection is cut within a chunk."""

    def script(exchange: Exchange) -> None:
        exchange.handler.send_response(200)
        exchange.handler.send_header("Content-Type", "text/event-stream")
        exchange.handler.send_header("Content-Length", "100000")
        exchange.handler.end_headers()
        for piece in pieces:
            exchange.piece(piece)
        exchange.handler.close_connection = True

    return script


def sends(data: bytes, kind: str = "text/event-stream") -> Script:
    """These bytes, whatever they are."""

    def script(exchange: Exchange) -> None:
        exchange.open(200, kind)
        exchange.send(data)

    return script


class ModelServer:
    """The server, with what it was asked."""

    def __init__(self, scripts: list[Script]) -> None:
        self._scripts = scripts
        self.asked: list[Exchange] = []
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                Exchange(self, {}).open(200, "application/json")
                self.wfile.write(json.dumps({"data": [{"id": MODEL}]}).encode())

            def do_POST(self) -> None:
                length = int(self.headers.get("Content-Length", 0))
                outer.take(Exchange(self, json.loads(self.rfile.read(length))))

            def log_message(self, *_: object) -> None:
                """Says nothing."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self._server.handle_error = lambda *_: None  # type: ignore[method-assign]
        self.url = f"http://127.0.0.1:{self._server.server_port}/v1"

    def take(self, exchange: Exchange) -> None:
        """Answers a request by the script whose turn it is."""
        self.asked.append(exchange)
        self._scripts[min(len(self.asked), len(self._scripts)) - 1](exchange)

    def start(self) -> None:
        """Serves in a thread of its own."""
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def stop(self) -> None:
        """Serves no more."""
        self._server.shutdown()
        self._server.server_close()


@contextmanager
def model_server(*scripts: Script) -> Iterator[ModelServer]:
    """A server that answers by these scripts, one after the other, for as long as it is needed."""
    server = ModelServer(list(scripts))
    server.start()
    try:
        yield server
    finally:
        server.stop()
