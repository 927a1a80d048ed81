"""What could not be read, on a terminal: few in full, many by kind with a count."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from index.report import Failure

IN_FULL = 12  # lines that are read one by one
EXAMPLES = 3  # of each kind, where there are more
MOST_KINDS = 20  # that are told, the rest is counted
PARTICULAR = re.compile(r"\([^)]*\)|“[^”]*”|\d[\d,.]*")  # what differs between two of a kind


def format_failures(failed: Sequence[Failure]) -> Iterator[str]:
    """A line for each, up to IN_FULL; above that examples of each kind, the most frequent first."""
    if len(failed) <= IN_FULL:
        yield from map(_line, failed)
        return
    kinds: dict[str, list[Failure]] = defaultdict(list)
    for failure in failed:
        kinds[PARTICULAR.sub("", failure.reason)].append(failure)
    ranked = sorted(kinds.values(), key=len, reverse=True)
    for alike in ranked[:MOST_KINDS]:
        yield from map(_line, alike[:EXAMPLES])
        if len(alike) > EXAMPLES:
            yield f"    … and {len(alike) - EXAMPLES:,} more of this kind"
    if others := sum(map(len, ranked[MOST_KINDS:])):
        yield f"    … and {others:,} of other kinds"
    yield f"{len(failed):,} could not be read; `dateline index … --json` lists them all"


def _line(failure: Failure) -> str:
    return f"{printable(failure.path)}: {printable(failure.reason)}"


def printable(text: str) -> str:
    """The text with its control characters spelled out: a name may hold what moves the cursor."""
    return "".join(sign if sign.isprintable() else ascii(sign)[1:-1] for sign in text)
