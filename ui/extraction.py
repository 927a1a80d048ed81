"""What language models proposed at ingest, in words: what they read, and what it took."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from index.report import Asking, Extraction


def format_extraction(told: Extraction | None) -> Iterator[str]:
    """A line on what the archive holds of proposals, and what this run asked; none where none."""
    if told is None:
        return
    whose = " and ".join(told.models) or "no model"
    held = f"{told.mentions} reports proposed by {whose}, in {told.articles} articles read"
    if told.asking:
        yield f"{held} ({_asking(told.asking)})"
    elif told.articles:
        rest = f"; {told.unread} others were not" if told.unread else ""
        yield f"{held} for it{rest} (--extract SPEC reads them, --extract none takes these out)"


def format_faults(told: Extraction | None) -> Iterator[str]:
    """A line on the articles that a model was to read and did not."""
    asking = told.asking if told else None
    if asking and asking.missed:
        yield (
            f"{asking.missed} articles were read by the rules alone: the language model did not "
            f"read them ({asking.fault}); index again with --extract for these"
        )


def _asking(told: Asking) -> str:
    about = "" if told.counted else "about "
    tokens = f"{about}{told.prompt_tokens} + {told.completion_tokens} tokens"
    return f"{told.read} now, {told.asked} asked about, {tokens}, {told.seconds:.1f} s"
