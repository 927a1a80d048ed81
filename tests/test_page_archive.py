"""Who may change the archive from the app, and read a path of the computer that it runs on."""

from __future__ import annotations

import asyncio
from pathlib import Path
from urllib.parse import urlencode

import pytest
from conftest import Shelf
from starlette.requests import Request

from index.errors import UsageError
from ui.at_hand import AtHand
from ui.conversations import Conversations
from ui.door import USER
from ui.holder import Holder
from ui.page_archive import make_posts


@pytest.mark.parametrize(
    ("loopback", "signs_in", "said"),
    [(False, False, "changes nothing"), (False, True, "only where the app runs"),
     (True, True, "only where the app runs"), (True, False, "no file or folder /nowhere")],
)  # fmt: skip
def test_path_on_the_server_is_read_for_its_own_reader_alone(
    shelf: Shelf, tmp_path: Path, loopback: bool, signs_in: bool, said: str
) -> None:
    kept = Conversations(shelf.archive.folder, tmp_path / "kept.sqlite3")
    holder = Holder(shelf.archive, kept, loopback=loopback, signs_in=signs_in)
    add = dict(make_posts(AtHand(holder)))["add"]
    with pytest.raises(UsageError, match=said):
        asyncio.run(add(make_request({"path": "/nowhere"})))


def make_request(fields: dict[str, str]) -> Request:
    """A form as a browser posts it."""
    body = urlencode(fields).encode()

    async def receive() -> dict[str, object]:
        return {"type": "http.request", "body": body, "more_body": False}

    kind = (b"content-type", b"application/x-www-form-urlencoded")
    scope = {"type": "http", "method": "POST", "path": "/", "headers": [kind], USER: "ida"}
    return Request(scope, receive)
