"""What the page fetches beside Gradio: an article at a passage, an answer as a file; verdicts.

The door (ui/door.py) stands before these routes too; each sees only what its user may.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from html import escape
from typing import TYPE_CHECKING

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.routing import Route, Router

from index.articles import make_card
from index.errors import UsageError
from index.records import Outcome, Span
from qa.answers import Answer
from ui import reader, show
from ui.at_hand import AtHand
from ui.conversations import Verdict
from ui.door import USER
from ui.export import FORMS
from ui.feedback import make_questions
from ui.holder import Holder
from ui.page_routes import make_page_routes

if TYPE_CHECKING:
    Serve = Callable[[Holder, Request], Response]

LONGEST_REMARK = 2_000  # characters of a comment or a sentence


def make_routes(holder: Holder, hand: AtHand) -> Router:
    """All of them, under /dateline/."""
    routes: list[Route] = []
    for path, serve in (
        ("/dateline/citation/{talk}/{turn:int}/{number:int}", serve_citation),
        ("/dateline/article/{id:path}", serve_article),
        ("/dateline/answer/{talk}/{turn:int}.{form}", serve_answer),
        ("/dateline/feedback.jsonl", serve_feedback),
    ):
        routes.append(Route(path, partial(_serve, holder, serve)))
    judge = partial(take_verdict, holder)
    routes.append(Route("/dateline/verdict/{talk}/{turn:int}", judge, methods=["POST"]))
    stop = partial(_serve, holder, stop_wording)
    routes.append(Route("/dateline/stop/{talk}", stop, methods=["POST"]))
    routes += make_page_routes(hand)
    return Router(routes)


def serve_citation(holder: Holder, request: Request) -> Response:
    """A citation of a kept answer in its article, as HTML for the reader."""
    answer, place = _find_answer(holder, request)
    for citation in answer.citations:
        if citation.number == request.path_params["number"]:
            text = _text(holder, citation.article.id)
            return HTMLResponse(reader.show_citation(citation, place, text, answer.citations))
    raise UsageError("this answer has no such citation")


def serve_article(holder: Holder, request: Request) -> Response:
    """An article by id or path, at `?start=…&end=…` if they are given."""
    article = holder.find(request.path_params["id"])
    passage = _read_span(request, len(article.text))
    return HTMLResponse(reader.show_article(make_card(article), article.text, passage))


def serve_answer(holder: Holder, request: Request) -> Response:
    """A kept answer as a file."""
    form = FORMS.get(request.path_params["form"])
    if form is None:
        raise UsageError(f"an answer comes as {', '.join(FORMS)}")
    answer, _ = _find_answer(holder, request)
    name = f"{_name_file(answer.question)}.{request.path_params['form']}"
    return Response(
        form.write(answer),
        media_type=f"{form.media}; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


def serve_feedback(holder: Holder, request: Request) -> Response:
    """The user's judged answers as questions for `dateline eval`."""
    made = make_questions(holder.archive, holder.conversations.judged(request.scope[USER]))
    return Response(
        made.lines(),
        media_type="application/jsonl; charset=utf-8",
        headers={
            "Content-Disposition": 'attachment; filename="feedback.jsonl"',
            "X-Left-Out": str(made.left_out),
        },
    )


def stop_wording(holder: Holder, request: Request) -> Response:
    """Stops the language model that words an answer of this conversation; says nothing."""
    if holder.wording:
        holder.wording.stop(request.scope[USER], request.path_params["talk"])
    return PlainTextResponse("")


async def take_verdict(holder: Holder, request: Request) -> Response:
    """Keeps what a reader says of an answer, and says so."""
    form = {name: str(value)[:LONGEST_REMARK] for name, value in (await request.form()).items()}
    if form.get("right") not in ("yes", "no"):
        return PlainTextResponse("Say whether the answer is right or wrong.", status_code=400)
    right = form["right"] == "yes"
    told = form.get("outcome", "")
    verdict = Verdict(
        right=right,
        comment=form.get("comment", "").strip(),
        outcome=Outcome(told) if told in set(Outcome) and not right else None,
        sentence="" if right else form.get("sentence", "").strip(),
    )
    talk, turn = request.path_params["talk"], request.path_params["turn"]
    keep = holder.conversations.judge
    try:
        await run_in_threadpool(keep, request.scope[USER], talk, turn, verdict)
    except UsageError as fault:
        return PlainTextResponse(str(fault), status_code=404)
    return PlainTextResponse(show.show_verdict(verdict))


async def _serve(holder: Holder, serve: Serve, request: Request) -> Response:
    try:
        return await run_in_threadpool(serve, holder, request)
    except UsageError as fault:
        said = f"<p class='fault' role='alert' dir='auto'>{escape(str(fault))}</p>"
        return HTMLResponse(said, status_code=404)


def _find_answer(holder: Holder, request: Request) -> tuple[Answer, str]:
    """The answer that a path names, and its place; raises UsageError where there is none."""
    talk, turn = request.path_params["talk"], request.path_params["turn"]
    exchanges = holder.conversations.read(request.scope[USER], talk)
    answer = exchanges[turn].answer if turn < len(exchanges) else None
    if answer is None:
        raise UsageError("there is no such answer in this conversation")
    return answer, f"{talk}/{turn}"


def _text(holder: Holder, id: str) -> str | None:
    found = next(holder.archive.catalog.articles([id]), None)
    return found.text if found else None


def _read_span(request: Request, length: int) -> Span | None:
    told = request.query_params
    start, end = told.get("start", ""), told.get("end", "")
    if not (start.isdecimal() and end.isdecimal()) or len(start + end) > 18:
        return None
    first, last = int(start), min(int(end), length)
    return Span(start=first, end=last) if first < last else None


def _name_file(question: str) -> str:
    words = re.findall(r"[A-Za-z0-9]+", question)
    return "-".join(words[:8])[:60].lower() or "answer"
