"""The tab Archive: its articles; adding, removing and correcting them; the doctor."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

import gradio as gr
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData, UploadFile
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from index.correcting import correct_date, correct_name, undo_correction
from index.corrections import list_corrections
from index.errors import UsageError
from index.event_lookup import list_mentions
from ui import article_table
from ui.adding import UPLOADS, Adding, State, keep_upload
from ui.at_hand import AtHand
from ui.door import USER
from ui.holder import Holder
from ui.meeting_wish import read_page
from ui.page_ask import make_html
from ui.panes import make_pane, show_field, show_options
from ui.show import ROUTE

if TYPE_CHECKING:
    from index.report import Report

MOST_FILES = 20_000  # in one upload
MOST_BYTES = 2 * 1024**3  # in one upload
MOST_REASONS = 200  # shown of what could not be read; `dateline index --json` tells all
DATED = (
    ("", "dated or not"), ("yes", "with a date"), ("no", "without a date"),
    ("correction", "date corrected"),
)  # fmt: skip
NOT_HERE = (
    "Whoever reaches this app is not known to it, so it changes nothing: start it on the loopback "
    "address, or with --auth."
)
NO_PATHS = (
    "A path on the server is read only where the app runs on the loopback address without --auth; "
    "upload the files instead."
)

Take = Callable[[FormData, Request], str]


def build(holder: Holder, app: gr.Blocks) -> None:
    """The tab, put where the page is being built."""
    above = _show_adding(holder) if holder.may_change else f"<p class='quiet'>{NOT_HERE}</p>"
    make_html(make_pane("archive", above + _show_filters(), _show_doctor()), elem_id="archive-page")


def _show_adding(holder: Holder) -> str:
    """Where files are dropped, chosen, or named by a path."""
    path = (
        f"<form class='sends path' action='{ROUTE}/add'>"
        f"{show_field('path', 'or a file or folder on this computer', '/home/me/articles')}"
        "<button class='main'>Add</button></form>"
    )
    open = " open" if holder.is_empty() else ""
    return (
        f"<details class='adding'{open}><summary>Add articles</summary><div class='drop' "
        f"data-to='{ROUTE}/add'><p>Drop files or a folder here, or choose "
        "<label class='choose'>files<input type='file' multiple></label> or "
        "<label class='choose'>a folder<input type='file' webkitdirectory></label>.</p>"
        "<p class='quiet'>Text, HTML, Markdown, PDF, Word, JSON, CSV, feeds, mail, news formats, "
        f"web archives, ZIP and tar.</p></div>{path if holder.reads_paths else ''}"
        "<div class='job' role='status'></div></details>"
    )


def _show_filters() -> str:
    return (
        f"<form class='filters' action='{ROUTE}/archive' data-into='archive' role='search' "
        "aria-label='Filter articles'><div class='fields'>"
        f"{show_field('words', 'Search', 'title, source or file')}"
        f"{show_field('source', 'Source')}{show_options('dated', 'Date', DATED)}</div>"
        "<button type='reset'>Clear filters</button></form>"
    )


def _show_doctor() -> str:
    return (
        "<p id='notice' role='status'></p>"
        f"<h3>Health</h3><form class='sends' action='{ROUTE}/doctor'><button class='plain'>Check "
        "the archive</button></form>"
    )


def serve_list(hand: AtHand, request: Request) -> Response:
    """The articles that fit, a page of them; beneath them what was corrected."""
    query = request.query_params
    told = {name: query.get(name, "").strip()[:200] for name in ("words", "dated", "source")}
    sought = article_table.Sought.model_validate({**told, "page": read_page(query)})
    found = hand.once(
        sought.model_copy(update={"page": 1}),
        lambda: article_table.search_articles(hand.cards().values(), sought),
    )
    may = hand.holder.may_change
    made = list_corrections(hand.holder.archive.catalog)
    corrected = article_table.show_corrections(made, may_change=may)
    count = f"{len(found):,} article{'s' * (len(found) != 1)}"
    return HTMLResponse(
        f"<p class='count'><span role='status'>{count}</span></p>"
        f"{article_table.show_articles(found, sought, may_change=may)}"
        + (f"<h3>Corrections</h3>{corrected}" if corrected else "")
    )


def serve_correcting(hand: AtHand, request: Request) -> Response:
    """The forms that correct an article."""
    archive = hand.holder.archive
    card = hand.cards().get(request.path_params["id"])
    if card is None:
        raise UsageError("this article is no longer in the archive; load the list anew")
    if not hand.holder.may_change:
        raise UsageError(NOT_HERE)
    mentions = list_mentions(archive.catalog, [card.id])
    names = sorted({person.name for one in mentions for person in one.participants})
    made = [one for one in list_corrections(archive.catalog) if one.article_id == card.id]
    return HTMLResponse(article_table.show_correcting(card, names, made))


ROUTES = (("archive", serve_list), ("correct/{id:path}", serve_correcting))


class Changes:
    """What a reader changes; each call gives a sentence or two, as HTML."""

    def __init__(self, hand: AtHand) -> None:
        self._hand = hand
        self._archive = hand.holder.archive
        self._adding = Adding(self._archive)

    def add(self, form: FormData, request: Request) -> str:
        """Begins to add what was uploaded, or what stands at a path."""
        path = str(form.get("path", "")).strip()
        if path and not self._hand.holder.reads_paths:
            raise UsageError(NO_PATHS)
        files = [one for one in form.getlist("file") if isinstance(one, UploadFile)]
        sources = [Path(path).expanduser()] if path else list(self._keep(files))
        if not sources:
            raise UsageError("nothing was chosen; choose files or a folder")
        if path and not sources[0].exists():
            raise UsageError(f"there is no file or folder {path} on this computer")
        self._adding.start(sources)
        return show_state(self._adding.state)

    def follow(self, form: FormData, request: Request) -> str:
        """How far adding is."""
        return show_state(self._adding.state)

    def remove(self, form: FormData, request: Request) -> str:
        """Takes articles out."""
        ids = [str(id) for id in form.getlist("article")]
        if not ids:
            raise UsageError("no article is chosen; tick those to remove")
        gone = self._archive.remove(ids)
        return f"{len(gone)} article{'s' * (len(gone) != 1)} removed."

    def correct(self, form: FormData, request: Request) -> str:
        """Corrects a date or a name."""
        told = {
            name: str(form.get(name, "")).strip()[:200]
            for name in ("article", "date", "wrong", "right")
        }
        by = self._name(form, request)
        if told["date"]:
            made = correct_date(self._archive, told["article"], told["date"], by)
        else:
            made = correct_name(self._archive, told["article"], told["wrong"], told["right"], by)
        return f"Corrected: {escape(article_table.describe(made))}."

    def undo(self, form: FormData, request: Request) -> str:
        """Takes a correction back."""
        told = str(form.get("id", ""))
        if not (told.isascii() and told.isdecimal() and len(told) < 10):
            raise UsageError("no correction is named")
        undo_correction(self._archive, int(told), self._name(form, request))
        return "The correction is undone."

    def check(self, form: FormData, request: Request) -> str:
        """What the doctor finds; nothing is mended from here."""
        from index.doctor import check_archive

        health = check_archive(self._archive.folder)
        faults = [*(fault.what for fault in health.faults), *health.unfinished]
        lines = "".join(f"<li dir='auto'>{escape(line)}</li>" for line in faults)
        found = "mend it with: dateline doctor --repair" if lines else "Nothing is amiss."
        return f"{health.articles:,} articles checked. {found}<ul>{lines}</ul>"

    def _name(self, form: FormData, request: Request) -> str:
        """Who corrects: whoever is signed in, else the name given."""
        given = " ".join(str(form.get("by", "")).split())[:80]
        return str(request.scope[USER]) if self._hand.holder.signs_in else given or "a reader"

    def _keep(self, files: Iterable[UploadFile]) -> Iterable[Path]:
        """Writes uploaded files beside the catalogue; gives the folder that they are read from."""
        kept = False
        for upload in files:
            keep_upload(self._archive.folder, upload.filename or "", upload.file)
            kept = True
        if kept:
            yield self._archive.folder / UPLOADS


def make_posts(hand: AtHand) -> tuple[tuple[str, Callable[[Request], Awaitable[str]]], ...]:
    """What can be posted, each with what takes it."""
    changes = Changes(hand)
    calls: tuple[tuple[str, Take], ...] = (
        ("add", changes.add), ("added", changes.follow), ("remove", changes.remove),
        ("correct", changes.correct), ("undo", changes.undo), ("doctor", changes.check),
    )  # fmt: skip
    return tuple((path, _make_post(hand, call)) for path, call in calls)


def _make_post(hand: AtHand, call: Take) -> Callable[[Request], Awaitable[str]]:
    async def take(request: Request) -> str:
        if not hand.holder.may_change:
            raise UsageError(NOT_HERE)
        if int(request.headers.get("content-length") or 0) > MOST_BYTES:
            raise UsageError("that is more than 2 GiB; add it in parts, or with `dateline index`")
        async with request.form(max_files=MOST_FILES, max_fields=MOST_FILES) as form:
            return await run_in_threadpool(call, form, request)

    return take


def show_state(state: State) -> str:
    """How far adding is, or what came of it, as HTML."""
    if state.fault:
        return f"<p class='fault' dir='auto'>{escape(state.fault)}</p>"
    if state.report:
        return _show_report(state.report)
    if state.is_over:
        return ""
    bar = f"<progress max='{state.total}' value='{state.done}'></progress>" if state.total else ""
    count = f"{state.done:,} of {state.total:,} " if state.total else ""
    return f"<p data-going>{bar} {count}{escape(state.doing)} …</p>"


def _show_report(report: Report) -> str:
    told = (
        f"{report.added:,} added, {report.replaced:,} replaced, {report.unchanged:,} unchanged; "
        f"the archive holds {report.articles:,} articles and {report.meetings:,} meetings."
    )
    lines = "".join(
        f"<li dir='auto'>{escape(one.path)}: {escape(one.reason)}</li>"
        for one in report.failed[:MOST_REASONS]
    )
    failed = f"<p>{len(report.failed):,} could not be read:</p><ul>{lines}</ul>" if lines else ""
    return f"<p>{told}</p>{failed}"
