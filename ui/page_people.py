"""The tab People: everybody who is named in a meeting, and a page for each of them."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from urllib.parse import urlencode

import gradio as gr
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from index.catalog import Listed
from index.errors import UsageError
from index.meeting_records import Meeting, StatusReport
from ui import meeting_table, network, people, timeline
from ui.at_hand import AtHand
from ui.holder import Holder
from ui.meeting_detail import link_report
from ui.meeting_list import best_report
from ui.meeting_wish import read_page
from ui.page_ask import make_html
from ui.panes import make_pane, show_field
from ui.show import ROUTE

PAGE = 50  # people
MOST_OFFICES = 3  # of somebody in the list
MOST_MET = 40  # on a person's page; the rest is counted
MOST_MEETINGS = 200  # on a person's page; the tab Meetings has them all


def build(holder: Holder, app: gr.Blocks) -> None:
    """The tab, put where the page is being built."""
    form = (
        f"<form class='filters' action='{ROUTE}/people' data-into='people' role='search' "
        f"aria-label='Search people'>{show_field('words', 'Search people', 'name or office')}"
        "</form>"
    )
    make_html(make_pane("people", form), elem_id="people-page")


def serve_list(hand: AtHand, request: Request) -> Response:
    """The people who fit, a page of them."""
    words = request.query_params.get("words", "").strip()[:200]
    everybody = hand.once("people", lambda: people.list_people(hand.meetings()))
    found = people.search_people(everybody, words) if words else everybody
    last = max(1, -(-len(found) // PAGE))
    page = min(read_page(request.query_params), last)
    rows = "".join(map(_show_listing, found[(page - 1) * PAGE : page * PAGE]))
    steps = meeting_table.show_steps(
        page, last, lambda n: f"{ROUTE}/people?{urlencode({'words': words, 'page': n})}", "people"
    )
    count = f"{len(found):,} {'person' if len(found) == 1 else 'people'} named in meetings"
    table = (
        "<table class='listed people'><thead><tr><th scope='col'>Name</th><th scope='col'>As"
        f"</th><th scope='col'>Meetings</th></tr></thead><tbody>{rows}</tbody></table>{steps}"
    )
    none = "<p class='none'>Nobody of that name or office is named in a meeting.</p>"
    shown = table if found else none
    return HTMLResponse(f"<p class='count'><span role='status'>{count}</span></p>{shown}")


def serve_person(hand: AtHand, request: Request) -> Response:
    """Somebody's page; raises UsageError where no meeting names them."""
    name = request.query_params.get("name", "")
    found = people.meetings_of(hand.meetings(), name)
    if not found:
        raise UsageError(f"no meeting in the archive names {name or 'nobody'}")
    back = (
        f"<p class='back-to'><a class='goes' data-into='people' href='{ROUTE}/people'>"
        "All people</a></p>"
    )
    return HTMLResponse(
        f"{back}<article class='person'><h2 dir='auto'>{escape(name)}</h2>"
        f"<p class='quiet'>{_count(found)} Who shares the name shares the page.</p>"
        f"{_show_offices(found, name)}{_show_met(found, name)}"
        f"<h3>Over time</h3>{timeline.show_timeline(found, who=name)}"
        f"{_show_meetings(found, name)}{_show_articles(found, hand.cards())}</article>"
    )


ROUTES = (("people", serve_list), ("person", serve_person))


def _show_listing(one: people.Listing) -> str:
    offices = "; ".join(one.offices[:MOST_OFFICES])
    who = meeting_table.show_person(one.name)
    return (
        f"<tr><td data-name='Name' dir='auto'>{who}</td><td data-name='As' dir='auto'>"
        f"{escape(offices)}</td><td data-name='Meetings'>{one.meetings:,}</td></tr>"
    )


def _count(found: Sequence[Meeting]) -> str:
    held = sum(meeting.status in meeting_table.GOOD for meeting in found)
    return f"{len(found):,} meeting{'s' * (len(found) != 1)}, {held:,} of them held or under way."


def _show_offices(found: Sequence[Meeting], name: str) -> str:
    """Each office with the days of the reports that tell it."""
    rows = ""
    for one in people.list_offices(found, name):
        days = [day.isoformat() for day in (one.first, one.last) if day]
        told = " to ".join(dict.fromkeys(days)) or "no dated report"
        country = f" ({escape(one.country)})" if one.country else ""
        rows += (
            f"<tr><td dir='auto'>{escape(one.role)}{country}</td><td>{told}</td>"
            f"<td>{one.meetings:,}</td></tr>"
        )
    if not rows:
        return "<h3>Offices</h3><p class='quiet'>No report tells of an office.</p>"
    return (
        "<h3>Offices</h3><table class='listed'><thead><tr><th scope='col'>As</th>"
        "<th scope='col'>Told in reports written</th><th scope='col'>Meetings</th></tr></thead>"
        f"<tbody>{rows}</tbody></table>"
    )


def _show_met(found: Sequence[Meeting], name: str) -> str:
    """Whom they met how often, and by which rule."""
    met = people.count_met(found, name)
    rows = "".join(
        f"<tr><td dir='auto'>{meeting_table.show_person(one.name)}</td>"
        f"<td>{network.link_meetings((name, one.name), network.say_times(one.times))}</td></tr>"
        for one in met[:MOST_MET]
    )
    more = f"<p class='quiet'>and {len(met) - MOST_MET:,} more</p>" if len(met) > MOST_MET else ""
    table = (
        f"<table class='listed'><thead><tr><th scope='col'>Whom</th><th scope='col'>Met</th></tr>"
        f"</thead><tbody>{rows}</tbody></table>{more}"
    )
    shown = table if met else "<p>Nobody who is named.</p>"
    return f"<h3>Met</h3><p class='quiet'>{network.RULE}</p>{shown}"


def _show_meetings(found: Sequence[Meeting], name: str) -> str:
    rows = meeting_table.show_rows(found[:MOST_MEETINGS])
    every = network.link_meetings((name,), f"All {len(found):,} under Meetings")
    return f"<h3>Meetings</h3>{rows}<p>{every}</p>"


def _show_articles(found: Sequence[Meeting], cards: dict[str, Listed]) -> str:
    """The articles that tell of these meetings, each opened where it does so first."""
    reports: dict[str, StatusReport] = {}
    for meeting in found:
        for report in (best_report(meeting), *meeting.status_history):
            reports.setdefault(report.citation.article_id, report)
    lines = ""
    for id in cards:  # in order of date
        if id in reports:
            card = cards[id]
            told = f"{escape(card.source or card.path)}, {meeting_table.show_when(card.dated)}"
            link = link_report(reports[id], card.title or card.path)
            lines += f"<li>{link} <span class='quiet' dir='auto'>{told}</span></li>"
    return f"<h3>Articles</h3><ul class='articles'>{lines}</ul>"
