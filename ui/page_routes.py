"""The routes of the tabs, under /dateline/."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator
from functools import partial
from html import escape

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from index.errors import ArchiveLocked, DatelineError, UsageError
from ui import page_archive, page_ask, page_meetings, page_people
from ui.at_hand import AtHand

Serve = Callable[[AtHand, Request], Response]


def make_page_routes(hand: AtHand) -> Iterator[Route]:
    """All of them, over one archive."""
    for page in (page_ask, page_meetings, page_people, page_archive):
        for path, serve in page.ROUTES:
            yield Route(f"/dateline/{path}", partial(_serve, hand, serve))
    for path, take in page_archive.make_posts(hand):
        yield Route(f"/dateline/{path}", partial(_take, take), methods=["POST"])


async def _serve(hand: AtHand, serve: Serve, request: Request) -> Response:
    try:
        return await run_in_threadpool(serve, hand, request)
    except DatelineError as fault:
        return show_fault(fault)


async def _take(take: Callable[[Request], Awaitable[str]], request: Request) -> Response:
    try:
        return HTMLResponse(await take(request))
    except DatelineError as fault:
        return show_fault(fault)


def show_fault(fault: DatelineError) -> Response:
    """What went wrong, as a sentence and with the status that fits."""
    status = (
        404 if isinstance(fault, UsageError) else 409 if isinstance(fault, ArchiveLocked) else 500
    )
    said = f"<p class='fault' role='alert' dir='auto'>{escape(str(fault))}</p>"
    return HTMLResponse(said, status_code=status)
