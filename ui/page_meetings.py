"""The tab Meetings: every meeting that fits the filters, as a list, a timeline or a network."""

from __future__ import annotations

import json
from html import escape
from pathlib import Path

import gradio as gr
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from index.errors import UsageError
from index.event_lookup import list_mentions
from index.meeting_records import Meeting, Status
from ui import meeting_detail, meeting_table, network, timeline
from ui.at_hand import AtHand
from ui.holder import Holder
from ui.meeting_list import attach_articles, format_csv
from ui.meeting_wish import Wish, read_wish
from ui.page_ask import make_html
from ui.panes import make_pane, show_field, show_options
from ui.show import ROUTE

SCRIPT = Path(__file__).with_name("pages.js")  # of all tabs of lists
VIEWS = (("list", "List"), ("timeline", "Timeline"), ("network", "Who met whom"))
FIELDS = (  # name, label, hint
    ("who", "Who", "Anna Stone; Norway"),
    ("since", "Since", "2024-03"),
    ("until", "Until", "2024-03-31"),
    ("where", "Where", "town or country"),
    ("topic", "On what", ""),
    ("source", "Source", ""),
    ("as_of", "As of", "written by this day"),
)


def build(holder: Holder, app: gr.Blocks) -> None:
    """The tab, put where the page is being built."""
    make_html(make_pane("meetings", show_form()), elem_id="meetings-page")
    app.load(None, js=SCRIPT.read_text(encoding="utf-8"))


def show_form() -> str:
    """The filters and the kinds of view."""
    fields = [show_field(name, label, hint) for name, label, hint in FIELDS]
    statuses = [("", "any"), *((s.value, s.value.replace("_", " ")) for s in Status)]
    fields.insert(6, show_options("status", "Status", statuses))
    views = "".join(
        f"<label><input type='radio' name='view' value='{value}'"
        f"{' checked' if value == 'list' else ''}><span>{words}</span></label>"
        for value, words in VIEWS
    )
    return (
        f"<form class='filters' action='{ROUTE}/meetings' data-into='meetings' role='search' "
        f"aria-label='Filter meetings'><div class='fields'>{''.join(fields)}</div>"
        f"<fieldset class='views'><legend>Show as</legend>{views}</fieldset>"
        "<button type='reset'>Clear filters</button></form>"
    )


def serve_list(hand: AtHand, request: Request) -> Response:
    """The meetings that fit, a page of them, or all as a timeline or a network."""
    wish = read_wish(request.query_params)
    found = hand.find(wish)
    if wish.view == "list":
        shown = meeting_table.show_page(found, wish)
    elif wish.view == "timeline":
        shown = timeline.show_timeline(found)
    else:
        shown = network.show_network(found)
    return HTMLResponse(f"{_show_count(found, wish)}{shown}")


def serve_meeting(hand: AtHand, request: Request) -> Response:
    """The reports of one meeting side by side."""
    as_of = read_wish(request.query_params).as_of
    meeting = hand.meeting(request.path_params["id"], as_of)
    if meeting is None:
        raise UsageError("this meeting is no longer in the archive; load the list anew")
    ids = list(dict.fromkeys(one.citation.article_id for one in meeting.status_history))
    mentions = list_mentions(hand.holder.archive.catalog, ids)
    sides = meeting_detail.pair_reports(meeting, mentions, hand.cards())
    return HTMLResponse(meeting_detail.show_meeting(meeting, sides))


def serve_csv(hand: AtHand, request: Request) -> Response:
    """All meetings that fit, as `dateline meetings --format csv` prints them."""
    found = hand.find(read_wish(request.query_params))
    listed = attach_articles(hand.holder.archive, found)
    return _send(format_csv(listed), "text/csv", "meetings.csv")


def serve_json(hand: AtHand, request: Request) -> Response:
    """All meetings that fit, as `dateline meetings --json` prints them."""
    found = hand.find(read_wish(request.query_params))
    records = [meeting.model_dump(mode="json") for meeting in found]
    return _send(json.dumps(records, ensure_ascii=False), "application/json", "meetings.json")


ROUTES = (
    ("meetings", serve_list),
    ("meeting/{id}", serve_meeting),
    ("meetings.csv", serve_csv),
    ("meetings.json", serve_json),
)


def _show_count(found: tuple[Meeting, ...], wish: Wish) -> str:
    """How many there are, and the way to have them as a file."""
    count = f"{len(found):,} meeting{'s' * (len(found) != 1)}"
    by = f", by what was written until {escape(wish.as_of)}" if wish.as_of else ""
    query = escape(wish.address(page=1, view="list"))
    links = "".join(
        f" <a href='{ROUTE}/meetings.{form}?{query}' download>{form.upper()}</a>"
        for form in ("csv", "json")
    )
    told = f"<span class='files quiet'>Export what is listed:{links}</span>" if found else ""
    return f"<p class='count'><span role='status'>{count}{by}</span>{told}</p>"


def _send(content: str, media: str, name: str) -> Response:
    disposition = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(content, media_type=f"{media}; charset=utf-8", headers=disposition)
