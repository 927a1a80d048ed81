"""The app of `dateline ui`: tabs, and beside them the reader in which every citation opens.

Gradio's Chatbot puts text on the page as HTML, even with `render_markdown=False`: an <img> in a
question was fetched. So the conversation is one `gr.HTML`, made and escaped by ui/show.py.
"""

from __future__ import annotations

import gc
import os
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

os.environ.setdefault("GRADIO_ANALYTICS_ENABLED", "False")  # read when gradio is imported
os.environ.setdefault("HF_HUB_OFFLINE", "1")

import gradio as gr
from starlette.middleware import Middleware

from index.errors import DatelineError, UsageError
from index.records import Record
from index.towns import towns_called
from qa import Archive, ask
from ui import api, page_archive, page_ask, page_meetings, page_people
from ui.at_hand import AtHand
from ui.conversations import Conversations, open_conversations
from ui.door import LOOPBACK, REQUESTS, Door, Rules, allow_hosts, find_user
from ui.holder import Holder
from ui.page_ask import make_html
from ui.passwords import Users
from ui.reader import NOTHING
from ui.routes import make_routes
from ui.sessions import SESSION

if TYPE_CHECKING:
    from ui.wording import Wording

HEAD = "<h1>Dateline</h1>"
SIGN_OUT = "<a class='sign-out' href='logout'>Sign out</a>"
READER = (
    "<aside id='sheet' aria-label='Article'><button type='button' class='back'>Back"
    f"</button><div id='source' aria-live='off'>{NOTHING}</div></aside>"
    "<p id='told' role='alert'></p>"
)
EVENTS_AT_ONCE = 8  # of a kind; Gradio's own limit is one, and readers would wait for each other
HERE = Path(__file__).parent
SYSTEM_FONTS = ("system-ui", "-apple-system", "Segoe UI", "Roboto", "sans-serif")
SYSTEM_MONO = ("ui-monospace", "Consolas", "monospace")

# A tab is its name and what builds it; `build(holder, app)` is called inside its gr.Tab.
Build = Callable[[Holder, gr.Blocks], None]
PAGES: tuple[tuple[str, Build], ...] = (
    ("Ask", page_ask.build),
    ("Meetings", page_meetings.build),
    ("People", page_people.build),
    ("Archive", page_archive.build),
)


class Served(Record):
    """Where and for whom the app is served: `auth` is a file of users, None lets everybody in."""

    host: str = "127.0.0.1"
    port: int = 7860
    auth: Path | None = None
    mcp: bool = False
    requests: int = REQUESTS  # a minute and user
    session: float = SESSION  # seconds until one must sign in again
    llm: str | None = None  # the SPEC of the language model that words answers
    llm_seconds: float = 60.0  # that it may take for one


def serve(archive: Archive, how: Served) -> None:
    """Serves the app until it is stopped; raises UsageError where the address cannot be had."""
    if how.host not in LOOPBACK and how.auth is None:
        print(
            f"warning: everybody who can reach {how.host} can read this archive; "
            "--auth FILE asks for a password",
            file=sys.stderr,
        )
    with open_conversations(archive.folder) as conversations:
        app = launch(archive, how, conversations, _load_wording(how, archive))
        print(f"Dateline is at {app.local_url} (Ctrl-C stops it)", flush=True)
        app.block_thread()


def launch(
    archive: Archive, how: Served, conversations: Conversations, wording: Wording | None = None
) -> gr.Blocks:
    """The app, serving in a thread of its own; `wording` puts its answers into words."""
    users = Users.read(how.auth) if how.auth else None
    holder = Holder(
        archive, conversations, loopback=how.host in LOOPBACK, signs_in=users is not None,
        wording=wording,
    )  # fmt: skip
    hand = AtHand(holder)
    _pass_proxies_by(how.host)
    app = build_app(holder, signed_in=users is not None)
    app.queue(default_concurrency_limit=EVENTS_AT_ONCE)
    rules = Rules(hosts=allow_hosts(how.host, users), requests=how.requests, session=how.session)
    door = Middleware(Door, routes=make_routes(holder, hand), users=users, rules=rules)
    styles = sorted(HERE.glob("*.css"), reverse=True)  # style.css, then those of pages
    try:
        app.launch(
            server_name=how.host, server_port=how.port, prevent_thread_lock=True, quiet=True,
            share=False, theme=make_theme(), css_paths=styles,
            js=(HERE / "page.js").read_text(encoding="utf-8"), footer_links=[], ssr_mode=False,
            app_kwargs={"middleware": [door]}, auth_dependency=find_user, mcp_server=how.mcp,
            enable_monitoring=False,
            run_history=False,  # on by default: it keeps every question in the browser's storage
        )  # fmt: skip
    except OSError as fault:
        where = f"{how.host}:{how.port}"
        raise UsageError(f"{where} cannot be used; name another with --port") from fault
    threading.Thread(target=_warm, args=(hand,), daemon=True).start()
    return app


def _warm(hand: AtHand) -> None:
    """Reads the lists (1.5 s for 20,000) and looks for the examples, which loads the models.

    A fault is told to whoever asks for what it keeps away.
    """
    with suppress(DatelineError):
        hand.cards()
        hand.meetings()
        hand.holder.examples()
        ask(hand.holder.archive, "any berg stone mtg in zurich")  # the tables for such: 3 s
        towns_called("Zurich")  # 34,000 towns: 1 s
        gc.freeze()  # what stays for good: looking through it for waste stops answers for 0.2 s


def _load_wording(how: Served, archive: Archive) -> Wording | None:
    """What words answers; its rooms are read only where a model is asked for."""
    if how.llm is None:
        return None
    from ui.wording import word_with

    return word_with(how.llm, archive, how.llm_seconds)


def _pass_proxies_by(host: str) -> None:
    """Gradio asks its own address whether it is there, and would ask a proxy of the environment."""
    known = os.environ.get("no_proxy") or os.environ.get("NO_PROXY") or ""
    os.environ["no_proxy"] = ",".join(filter(None, (known, "127.0.0.1", "localhost", host)))


def make_theme() -> gr.themes.Base:
    """Gradio's plain theme with the fonts that the reader's system has; none is fetched."""
    return gr.themes.Default(
        primary_hue="slate", neutral_hue="slate", font=SYSTEM_FONTS, font_mono=SYSTEM_MONO
    )


def build_app(holder: Holder, signed_in: bool = False) -> gr.Blocks:
    """The page, and what happens on it."""
    app = gr.Blocks(title="Dateline", analytics_enabled=False, fill_height=True, fill_width=True)
    with app:
        make_html(HEAD + (SIGN_OUT if signed_in else ""), elem_id="head")
        with gr.Tabs(elem_id="pages"):
            for name, build in PAGES:
                with gr.Tab(name, id=name.lower()):
                    build(holder, app)
        make_html(READER, elem_id="reader")
        api.offer(holder)
    return app
