"""What programs call: ask, meetings and article, through the Gradio API and as MCP tools.

They give the JSON of docs/interface.md as text: of anything else Gradio's MCP server makes Python's
own notation, and Gradio's client takes a field named "path" for a file to be fetched.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any, Literal, TypedDict, cast

import gradio as gr
from gradio.events import api as gradio_api

from index.errors import DatelineError, UsageError
from ui.holder import Holder

LONGEST_QUESTION = 2_000  # characters


class HistoryTurn(TypedDict):
    """One line of the conversation before."""

    role: Literal["user", "assistant"]
    content: str


def offer(holder: Holder) -> None:
    """Puts the calls into the app that is being built."""
    for call in (make_ask(holder), make_meetings(holder), make_article(holder)):
        # Not queued, an MCP call is answered in place, with the caller's own credentials.
        gradio_api(call, api_name=call.__name__, queue=False)


def make_ask(holder: Holder) -> Callable[..., str]:
    """`ask` for this archive."""

    def ask(
        question: str,
        asked_on: str = "",
        as_of: str = "",
        history: list[HistoryTurn] | None = None,
    ) -> str:
        """Answers a question from an archive of news articles, with the sentences that say so.

        The outcome tells whether the archive answers (answered), is silent (not_in_archive), has
        only an announcement (only_planned), has sources that differ (conflicting), corrects the
        question (premise_corrected) or needs to know more (ambiguous). Cite what `citations`
        quotes; add nothing.

        Args:
            question: the question, in English: "Whom did Anna Stone meet in Oslo in March 2024?"
            asked_on: the day that "today" means, as 2024-03-11; empty for the clock's
            as_of: answer as if nothing written after this day were there, as 2024-03-11
            history: the conversation before: [{"role": "user" or "assistant", "content": text}]
        """
        if not isinstance(question, str) or len(question) > LONGEST_QUESTION:
            raise gr.Error(f"a question is a text of at most {LONGEST_QUESTION} characters")
        return _tell(
            lambda: holder.ask(
                question, cast(Any, history or ()), asked_on=asked_on or None, as_of=as_of or None
            ).model_dump(mode="json")
        )

    return ask


def make_meetings(holder: Holder) -> Callable[..., str]:
    """`meetings` for this archive."""

    def meetings(
        who: list[str] | None = None,
        since: str = "",
        until: str = "",
        where: str = "",
        status: str = "",
        as_of: str = "",
    ) -> str:
        """Lists every meeting, visit or call that the articles report and that fits, by date.

        Args:
            who: names, offices or countries that all took part: ["Anna Stone", "Norway"]
            since: meetings not over before then: 2024, 2024-03 or 2024-03-11
            until: meetings not begun after then: 2024, 2024-03 or 2024-03-11
            where: a town, a venue or a country
            status: announced, confirmed, unconfirmed, held, under_way, denied, postponed, cancelled
            as_of: by what was written until then, as 2024-03-11
        """
        return _tell(
            lambda: [
                meeting.model_dump(mode="json")
                for meeting in holder.archive.meetings(
                    who or (), since or None, until or None, where or None, status or None,
                    as_of or None,
                )
            ]
        )  # fmt: skip

    return meetings


def make_article(holder: Holder) -> Callable[..., str]:
    """`article` for this archive."""

    def article(name: str) -> str:
        """Gives one article: its text, its zones, its date and how the date is known.

        Args:
            name: its id or path, as citations and meetings give them
        """
        return _tell(lambda: holder.find(name).model_dump(mode="json"))

    return article


def _tell(call: Callable[[], object]) -> str:
    """What a call gives, as JSON; what is wrong with it as Gradio and MCP tell errors."""
    try:
        return json.dumps(call(), ensure_ascii=False)
    except DatelineError as fault:
        raise gr.Error(str(fault), print_exception=False) from fault
    except (TypeError, ValueError) as fault:
        told = "the arguments are not of the kinds that the description names"
        raise gr.Error(told, print_exception=False) from UsageError(str(fault))
