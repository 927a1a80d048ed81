"""A question that a language model reads: what it cites opens while it is still being worded."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import gradio as gr
import pytest
from clippings import write_clippings
from model_server import model_server, says

from index.archive import Archive
from ui.conversations import Conversations, open_conversations
from ui.holder import Holder
from ui.page_ask import Desk
from ui.wording import word_with

ASKED = "Wen hat Inga Sorel in Leiden empfangen?"


@pytest.fixture
def clipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Archive]:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    source = write_clippings(tmp_path / "clippings")
    with Archive.build([source], tmp_path / "archive") as archive:
        yield archive


def test_what_an_answer_cites_is_kept_as_soon_as_it_is_shown(clipped: Archive) -> None:
    reader = gr.Request()
    with (
        open_conversations(clipped.folder) as kept,
        model_server(says("Whom did Inga Sorel receive in Leiden?"), says("[1] x")) as server,
    ):
        desk = Desk(Holder(clipped, kept, wording=word_with(server.url, clipped)))
        talk, *_ = desk.answer(ASKED, "", reader)
        pages = desk.word(talk, reader)
        assert "Read as" not in next(pages)
        assert "Read as" in next(pages)
        assert cited(kept, talk) == 1
        *_, last = pages
        assert "Read as" in last and cited(kept, talk) == 1


def cited(kept: Conversations, talk: str) -> int:
    """How many sentences the answer cites that a conversation keeps."""
    (exchange,) = kept.read(kept_user(), talk)
    return len(exchange.answer.citations) if exchange.answer else 0


def kept_user() -> str:
    """The reader whom a request without a name is."""
    from ui.holder import name_user

    return name_user(gr.Request())
