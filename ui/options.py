"""Options that several commands share, and how their values are read."""

from __future__ import annotations

import argparse
import os
from datetime import date

SETTING = "DATELINE_LLM"  # the language model where no --llm is given
SECONDS = 60.0  # that a language model may take for one answer


def add_model(command: argparse.ArgumentParser) -> None:
    """The language model that puts answers into words."""
    command.add_argument(
        "--llm", metavar="SPEC", default=os.environ.get(SETTING) or None,
        help="a language model that puts answers into words, each sentence checked: "
        "http://127.0.0.1:8080/v1, ollama/NAME, openai/NAME or anthropic/NAME (default: "
        f"${SETTING}, else none)",
    )  # fmt: skip
    command.add_argument(
        "--llm-seconds", type=read_seconds, metavar="N", default=SECONDS,
        help=f"how long it may take for one answer (default: {SECONDS:g})",
    )  # fmt: skip


def add_extraction(command: argparse.ArgumentParser) -> None:
    """The language model that proposes meetings which the rules missed."""
    command.add_argument(
        "--extract", metavar="SPEC",
        help="a language model that proposes meetings which the rules missed, each borne out by "
        "its sentence or left out; SPEC as for ask --llm, or none to take out what was proposed "
        "(default: no model is asked, and what was proposed stays)",
    )  # fmt: skip
    command.add_argument(
        "--extract-seconds", type=read_seconds, metavar="N", default=SECONDS,
        help=f"how long it may take for one article (default: {SECONDS:g})",
    )  # fmt: skip


def read_seconds(text: str) -> float:
    """A number of seconds above zero; raises ArgumentTypeError for anything else."""
    try:
        seconds = float(text)
    except ValueError as fault:
        raise argparse.ArgumentTypeError(f"{text} is no number of seconds") from fault
    if not 0 < seconds < float("inf"):
        raise argparse.ArgumentTypeError(f"{text} seconds are no time to work in")
    return seconds


def read_day(text: str) -> date:
    """An ISO day; raises ArgumentTypeError for anything else."""
    try:
        return date.fromisoformat(text)
    except ValueError as fault:
        raise argparse.ArgumentTypeError(f"{text} is no day; write it as 2024-03-11") from fault
