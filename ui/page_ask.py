"""The tab Ask: the conversation, and beside it the conversations before."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import gradio as gr
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from index.errors import DatelineError, UsageError
from ui import show
from ui.at_hand import AtHand
from ui.conversations import Exchange, tell_history
from ui.holder import Holder, name_user

LONGEST_QUESTION = 2_000  # characters
LISTED = 200  # conversations listed at once; words find the others
QUIET: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private"}
TOGGLE = (  # on a phone the conversations are a sheet
    "<button type='button' id='rail-toggle' aria-expanded='false' aria-controls='rail'>"
    "Conversations</button>"
)
# The page remembers for each browser tab which conversation it shows (ui/page.js).
SHOWN = "() => [sessionStorage.getItem('dateline-talk') || '']"
# It shows the question at once and empties the box (ui/page.js).
BEGIN = "(question, talk) => window.dateline.begin(question, talk)"
SHOWN_STILL = "(talk) => [window.dateline.shows(talk) ? talk : '']"
CONFIRM = """(talk, words) => [
  confirm("Delete this conversation with all its answers?") ? talk : "", words]"""

View = tuple[Any, ...]


def build(holder: Holder, app: gr.Blocks) -> None:
    """The tab, put where the page is being built."""
    talk = gr.Textbox(visible=False)  # the id of the conversation shown; "" for a new one
    with gr.Row(elem_id="ask-page"):
        with gr.Column(scale=0, min_width=200, elem_id="rail"):
            new = gr.Button("New conversation", elem_id="new")
            search = gr.Textbox(
                label="Search conversations", placeholder="Search conversations", elem_id="search",
                show_label=False, container=False, max_length=200,
            )  # fmt: skip
            listed = gr.Radio(
                [], label="Conversations", elem_id="talks", show_label=False, container=False
            )
            make_html(
                f"<p class='quiet'><a href='{show.ROUTE}/feedback.jsonl' download>Answers judged "
                "right or wrong, as questions for an evaluation</a></p>"
            )
        with gr.Column(scale=1, min_width=280, elem_id="talk"):
            make_html(TOGGLE)
            with gr.Row(elem_id="title"):
                name = gr.Textbox(
                    label="Name of this conversation", show_label=False, container=False,
                    elem_id="name", max_length=80, max_lines=1, interactive=True,
                )  # fmt: skip
                delete = gr.Button("Delete", elem_id="delete", scale=0, min_width=60)
            chat = make_html("", elem_id="chat")
            box = gr.Textbox(
                elem_id="question", label="Question", show_label=False, container=False,
                autofocus=True, placeholder="Your question", max_length=LONGEST_QUESTION,
                submit_btn="Ask", lines=1,
            )  # fmt: skip

    desk = Desk(holder)
    whole = [talk, chat, name, listed]
    # Not queued, an answer comes with the request that asks for it: Gradio's queue adds a second
    # request, and a stream to wait for, forty milliseconds on a quiet machine.
    # More than one may be put before the first is answered: ui/page.js sends them one by one.
    asked = box.submit(
        desk.answer, [box, talk], whole, js=BEGIN, queue=False, trigger_mode="multiple", **QUIET
    )
    if holder.wording:  # the composed answer stands; words replace it as they come
        words = asked.then(desk.word, [talk], chat, js=SHOWN_STILL, **QUIET)
        for leave in (new.click, listed.input, delete.click):
            leave(desk.leave, [talk], None, cancels=words, queue=False, **QUIET)
    app.load(desk.open, [talk, search], whole, js=SHOWN.replace("|| '']", "|| '', '']"), **QUIET)
    listed.input(desk.open, [listed, search], whole, **QUIET)
    new.click(desk.begin, [search], whole, **QUIET)
    search.change(desk.search, [search, talk], listed, **QUIET)
    name.submit(desk.rename, [talk, name, search], [name, listed], **QUIET)
    name.blur(desk.rename, [talk, name, search], [name, listed], **QUIET)
    delete.click(desk.delete, [talk, search], whole, js=CONFIRM, **QUIET)


def serve_examples(hand: AtHand, request: Request) -> Response:
    """Questions to begin with; the first time it takes as long as the models take to load."""
    return HTMLResponse(show.show_examples(hand.holder.examples()))


ROUTES = (("examples", serve_examples),)


class Desk:
    """What happens on the tab; each gives what the page shows next.

    `talk` is a conversation's id, "" for none; `words` is what conversations are searched for.
    """

    def __init__(self, holder: Holder) -> None:
        self._holder = holder
        self._kept = holder.conversations

    def answer(self, question: str, talk: str, request: gr.Request) -> View:
        """The view with a question's answer; as it was for a blank one."""
        question = question.strip()[:LONGEST_QUESTION]
        if not question:
            return (gr.skip(),) * 4
        user = name_user(request)
        self.leave(talk, request)  # whoever asks on has read enough
        before = self._read(user, talk)
        exchange = self.exchange(question, before)
        try:
            id = self._kept.add(user, talk if before else None, exchange)
        except DatelineError as fault:  # the disk is full, the conversation was deleted meanwhile
            lost = Exchange(question=question, fault=str(fault))
            shown = show.show_conversation((*before, lost), talk)
            return gr.skip(), shown, gr.skip(), gr.skip()
        shown = show.show_conversation((*before, exchange), id)
        if before:
            return id, shown, gr.skip(), gr.skip()
        return id, shown, self._name(user, id), self._list(user, id, "")

    def word(self, talk: str, request: gr.Request) -> Iterator[Any]:
        """The conversation while a language model words its last answer, then as that is kept.

        What is yielded anew is all of the conversation: one that was asked on meanwhile is read
        from where it is kept.
        """
        user, wording = name_user(request), self._holder.wording
        *before, last = self._read(user, talk) or (Exchange(question=""),)
        if wording is None or last.answer is None or last.answer.phrasing:
            yield gr.skip()
            return
        with wording.begun(user, talk) as task:  # before its Stop is shown, which must reach it
            yield show.show_conversation((*before, last), talk, going=True)
            cited = last.answer.citations
            for answer in wording.word(last.answer, task):
                last = last.model_copy(update={"answer": answer})
                if answer.citations != cited:  # read anew: its markers open what is kept
                    self._keep_words(user, talk, len(before), last)
                    cited = answer.citations
                yield show.show_conversation((*before, last), talk, going=True)
        self._keep_words(user, talk, len(before), last)
        yield show.show_conversation(self._read(user, talk), talk)

    def leave(self, talk: str, request: gr.Request) -> None:
        """Stops what is being worded; what Gradio cancels it leaves as it is, the model running."""
        if self._holder.wording:
            self._holder.wording.stop(name_user(request), talk)

    def _keep_words(self, user: str, talk: str, number: int, worded: Exchange) -> None:
        """Keeps the words with the answer; not where the conversation was deleted meanwhile."""
        try:
            if worded.answer:
                self._kept.reword(user, talk, number, worded.answer)
        except UsageError:
            return

    def exchange(self, question: str, before: tuple[Exchange, ...]) -> Exchange:
        """The question with its answer in the light of those before, or with what went wrong."""
        try:
            answer = self._holder.ask(question, tell_history(before))
        except DatelineError as fault:
            return Exchange(question=question, fault=str(fault))
        return Exchange(question=question, answer=answer)

    def open(self, talk: str | None, words: str, request: gr.Request) -> View:
        """A conversation as it was left; a new one where the user has none such."""
        user = name_user(request)
        exchanges = self._read(user, talk or "")
        if not talk or not exchanges:
            return self.begin(words, request)
        shown = show.show_conversation(exchanges, talk)
        return talk, shown, self._name(user, talk), self._list(user, talk, words)

    def begin(self, words: str, request: gr.Request) -> View:
        """An empty conversation."""
        if self._holder.is_empty():
            beginning = show.show_empty(may_change=self._holder.may_change)
        else:
            beginning = show.show_conversation((), None)
        return "", beginning, "", self._list(name_user(request), None, words)

    def search(self, words: str, talk: str, request: gr.Request) -> Any:
        """The conversations in which all the words stand."""
        return self._list(name_user(request), talk, words)

    def rename(self, talk: str, name: str, words: str, request: gr.Request) -> View:
        """The conversation under its new name."""
        user = name_user(request)
        if not self._read(user, talk):
            return gr.skip(), gr.skip()
        name = self._kept.rename(user, talk, name)
        return name, self._list(user, talk, words)

    def delete(self, talk: str, words: str, request: gr.Request) -> View:
        """The page after a conversation was deleted; as it was where nobody confirmed."""
        user = name_user(request)
        if not self._read(user, talk):
            return (gr.skip(),) * 4
        self._kept.remove(user, talk)
        return self.begin(words, request)

    def _read(self, user: str, talk: str) -> tuple[Exchange, ...]:
        """What was said; nothing where the conversation is new, gone or another's."""
        try:
            return self._kept.read(user, talk) if talk else ()
        except UsageError:
            return ()

    def _name(self, user: str, talk: str) -> str:
        return self._kept.name(user, talk)

    def _list(self, user: str, talk: str | None, words: str) -> Any:
        found = self._kept.list(user, words)[:LISTED]
        ids = {one.id for one in found}
        choices = [(one.name, one.id) for one in found]
        return gr.update(choices=choices, value=talk if talk in ids else None)


def make_html(html: str, elem_id: str | None = None) -> gr.HTML:
    """HTML as it is; what it shows of articles and readers must have been escaped."""
    return gr.HTML(html, elem_id=elem_id, apply_default_css=False, js_on_load=None)
