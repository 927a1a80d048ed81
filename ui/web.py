"""The app of `dateline ui`: a conversation, and beside it the sentences that its answers rest on.

Gradio's Chatbot puts text on the page as HTML, even with `render_markdown=False`: an <img> in a
question was fetched. So every message goes in as `gr.HTML`, made and escaped by ui/show.py.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from itertools import chain, repeat
from pathlib import Path
from typing import Any

os.environ.setdefault("GRADIO_ANALYTICS_ENABLED", "False")  # read when gradio is imported
os.environ.setdefault("HF_HUB_OFFLINE", "1")

import gradio as gr

from index.errors import DatelineError, UsageError
from index.records import Record
from qa import Archive, ask
from qa.answers import Answer
from ui import show

EXAMPLES = (  # for the sample archive
    "Why was the Gdańsk summit postponed?",
    "Where was the wreck agreement signed?",
    "What did Sherzod Yuldoshev say?",
)
HEAD = (
    "<h1>Dateline</h1>"
    "<p class='quiet'>Answers from an archive of articles, each with the sentence that says so.</p>"
)
LONGEST_QUESTION = 2_000  # characters
EVENTS_AT_ONCE = 8  # of a kind; Gradio's own limit is one, and readers would wait for each other
STYLE = Path(__file__).with_name("style.css")
SYSTEM_FONTS = ("system-ui", "-apple-system", "Segoe UI", "Roboto", "sans-serif")
SYSTEM_MONO = ("ui-monospace", "Consolas", "monospace")

# A marker opens its citation. The panel holds one answer's evidence: for an older answer the click
# goes on to the message, whose selection brings its evidence, and the citation opens when it comes.
SCRIPT = """() => {
  let awaited = null;
  const open = (name) => {
    const card = document.getElementById(name);
    if (!card) return false;
    document.querySelectorAll(".citation.chosen").forEach((c) => c.classList.remove("chosen"));
    card.classList.add("chosen");
    card.focus({ preventScroll: true });
    card.scrollIntoView({ block: "start" });
    return true;
  };
  document.addEventListener("click", (event) => {
    const marker = event.target.closest("a.marker");
    if (!marker) return;
    event.preventDefault();
    const name = marker.hash.slice(1);
    awaited = open(name) ? null : name;
    if (!awaited) event.stopPropagation();
  }, true);
  document.addEventListener("toggle", (event) => {
    const whole = event.target.querySelector(".whole");
    if (whole) whole.scrollTop = whole.querySelector("mark").offsetTop - 60;
  }, true);
  new MutationObserver(() => {
    if (awaited && open(awaited)) awaited = null;
  }).observe(document.body, { childList: true, subtree: true });
}"""

# Gradio scrolls to the end of an answer; reading begins at the question.
SHOW_LAST = """() => setTimeout(() => {
  const last = [...document.querySelectorAll("#chat .user-row")].pop();
  if (!last) return;
  const pane = last.closest(".bubble-wrap");
  pane.scrollTop += last.getBoundingClientRect().top - pane.getBoundingClientRect().top - 12;
}, 50)"""

Message = dict[str, Any]  # Gradio's: role, content


class Exchange(Record):
    """A question and what came of it: an answer, a fault in words, or nothing yet."""

    question: str
    answer: Answer | None = None
    fault: str | None = None


Exchanges = tuple[Exchange, ...]
View = tuple[Exchanges, list[Message], str]  # what is kept, the conversation, the evidence


def serve(archive: Archive, host: str = "127.0.0.1", port: int = 7860) -> None:
    """Serves the app until it is stopped; raises UsageError where the address cannot be had."""
    app = launch(archive, host, port)
    print(f"Dateline is at {app.local_url} (Ctrl-C stops it)", flush=True)
    app.block_thread()


def launch(archive: Archive, host: str = "127.0.0.1", port: int = 7860) -> gr.Blocks:
    """The app, serving in a thread of its own."""
    _pass_proxies_by(host)
    app = build_app(archive)
    app.queue(default_concurrency_limit=EVENTS_AT_ONCE)
    try:
        app.launch(
            server_name=host, server_port=port, prevent_thread_lock=True, quiet=True, share=False,
            theme=make_theme(), css_paths=STYLE, js=SCRIPT, footer_links=[], ssr_mode=False,
            run_history=False,  # on by default: it keeps every question in the browser's storage
        )  # fmt: skip
    except OSError as fault:
        raise UsageError(f"{host}:{port} cannot be used; name another with --port") from fault
    return app


def _pass_proxies_by(host: str) -> None:
    """Gradio asks its own address whether it is there, and would ask a proxy of the environment."""
    known = os.environ.get("no_proxy") or os.environ.get("NO_PROXY") or ""
    os.environ["no_proxy"] = ",".join(filter(None, (known, "127.0.0.1", "localhost", host)))


def make_theme() -> gr.themes.Base:
    """Gradio's plain theme with the fonts that the reader's system has; none is fetched."""
    return gr.themes.Default(
        primary_hue="slate", neutral_hue="slate", font=SYSTEM_FONTS, font_mono=SYSTEM_MONO
    )


def build_app(archive: Archive) -> gr.Blocks:
    """The page, and what happens on it."""
    app = gr.Blocks(title="Dateline", analytics_enabled=False, fill_height=True)
    with app:
        _make_html(HEAD, elem_id="head")
        build_talk(archive)
    return app


def build_talk(archive: Archive) -> None:
    """The conversation with its evidence beside it, put where the page is being built."""
    exchanges = gr.State(())
    with gr.Row(elem_id="page", equal_height=True):
        with gr.Column(scale=3, min_width=320, elem_id="talk"):
            chat, box = _make_chat(), _make_box()
        with gr.Column(scale=2, min_width=320, elem_id="proof"):
            _make_html("<h2>Evidence</h2>")
            evidence = _make_html(show.NO_EVIDENCE, elem_id="evidence")

    def answer(question: str, before: Exchanges) -> Iterator[tuple[Any, ...]]:
        yield from empty_box(answer_question(archive, question, before))

    def answer_example(before: Exchanges, chosen: gr.SelectData) -> Iterator[tuple[Any, ...]]:
        yield from answer(chosen.value["text"], before)

    def choose(before: Exchanges, chosen: gr.SelectData) -> str:
        return show_evidence(archive, before, turn=chosen.index // 2)

    quiet: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private"}
    shown = [box, exchanges, chat, evidence]
    box.submit(answer, [box, exchanges], shown, **quiet)
    chat.example_select(answer_example, exchanges, shown, **quiet)
    chat.select(choose, exchanges, evidence, **quiet)
    chat.change(None, js=SHOW_LAST)
    chat.clear(lambda: show_exchanges(archive, ()), None, shown[1:], **quiet)


def empty_box(views: Iterable[View]) -> Iterator[tuple[Any, ...]]:
    """Each view with what the box is to hold: nothing at first, then what is being typed there."""
    for typed, view in zip(chain([""], repeat(gr.skip())), views, strict=False):
        yield typed, *view


def answer_question(archive: Archive, question: str, before: Exchanges) -> Iterator[View]:
    """The view while the question is being answered, then with its answer; none for a blank."""
    question = question.strip()[:LONGEST_QUESTION]
    if question:
        yield show_exchanges(archive, (*before, Exchange(question=question)))
        yield show_exchanges(archive, (*before, exchange(archive, question, before)))


def exchange(archive: Archive, question: str, before: Exchanges) -> Exchange:
    """The question with its answer in the light of those before, or with what went wrong."""
    try:
        answer = ask(archive, question, history=tell_history(before))
    except DatelineError as fault:
        return Exchange(question=question, fault=str(fault))
    return Exchange(question=question, answer=answer)


def tell_history(exchanges: Exchanges) -> list[Message]:
    """The conversation as `ask` takes it; questions without an answer are left out."""
    return [
        {"role": role, "content": content}
        for exchange in exchanges
        if exchange.answer
        for role, content in (("user", exchange.question), ("assistant", exchange.answer.text))
    ]


def show_exchanges(archive: Archive, exchanges: Exchanges) -> View:
    """The conversation, and the evidence of its last answer."""
    messages = [m for turn, held in enumerate(exchanges) for m in show_exchange(held, turn)]
    return exchanges, messages, show_evidence(archive, exchanges, turn=len(exchanges) - 1)


def show_exchange(exchange: Exchange, turn: int) -> list[Message]:
    """The question, and what came of it as far as it has come."""
    messages = [_message("user", show.show_question(exchange.question))]
    if exchange.answer:
        messages.append(_message("assistant", show.show_answer(exchange.answer, turn)))
    elif exchange.fault:
        messages.append(_message("assistant", show.show_fault(exchange.fault)))
    else:
        messages.append(_message("assistant", show.WAITING))
    return messages


def show_evidence(archive: Archive, exchanges: Exchanges, turn: int) -> str:
    """The evidence of one answer, in the text of its articles as they are now."""
    answer = exchanges[turn].answer if 0 <= turn < len(exchanges) else None
    if answer is None:
        return show.NO_EVIDENCE
    return show.show_evidence(answer, turn, read_texts(archive, answer))


def read_texts(archive: Archive, answer: Answer) -> dict[str, str]:
    """The texts of the cited articles by id; one that was taken out since is left out."""
    texts = {}
    for id in {citation.article.id for citation in answer.citations}:
        try:
            texts[id] = archive.article(id).text
        except UsageError:
            continue
    return texts


def _message(role: str, html: str) -> Message:
    return {"role": role, "content": _make_html(html)}


def _make_html(html: str, elem_id: str | None = None) -> gr.HTML:
    return gr.HTML(html, elem_id=elem_id, apply_default_css=False, js_on_load=None)


def _make_chat() -> gr.Chatbot:
    return gr.Chatbot(
        elem_id="chat", label="Conversation", show_label=False, height="100%", layout="bubble",
        autoscroll=False, render_markdown=False, latex_delimiters=[], buttons=[],
        feedback_options=None, placeholder="Ask who met whom, when, where and on what.",
        examples=[{"text": example} for example in EXAMPLES],
    )  # fmt: skip


def _make_box() -> gr.Textbox:
    return gr.Textbox(
        elem_id="question", label="Question", show_label=False, container=False, autofocus=True,
        placeholder="Your question", max_length=LONGEST_QUESTION, submit_btn="Ask", lines=1,
    )  # fmt: skip
