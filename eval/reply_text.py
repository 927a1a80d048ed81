"""What a language model wrote, read as claims with citations: "It opened in May [2]."."""

from __future__ import annotations

import re
from collections.abc import Sequence

from eval.cues import DECLINES, END, MARKER
from eval.reply import Cited, Claim

GAP = re.compile(r" ([.,;:!?])")  # what a marker leaves before a full stop
NOTHING = Cited(article_id=None, start=None, end=None, quote="")  # a number that no source has


def read_claims(text: str, sources: Sequence[Cited]) -> tuple[tuple[Claim, ...], tuple[Cited, ...]]:
    """The sentences of a text with what each cites, and the sources that are cited at all.

    With two sources "It opened [2]. Berg came [7]." gives two claims and two citations: the second
    source, and one that points to nothing, as there is no seventh.
    """
    claims = []
    for sentence in END.split(text.strip()):
        numbers = [int(n) for match in MARKER.finditer(sentence) for n in _numbers(match)]
        places = (n - 1 if 1 <= n <= len(sources) else len(sources) for n in numbers)
        told = GAP.sub(r"\1", " ".join(MARKER.sub("", sentence).split()))
        if told.strip(" .,;:"):
            claims.append(Claim(text=told, citations=tuple(dict.fromkeys(places))))
    lost = any(len(sources) in claim.citations for claim in claims)
    used = {at for claim in claims for at in claim.citations}
    kept = [at for at in range(len(sources) + lost) if at in used]
    new = {at: place for place, at in enumerate(kept)}
    return (
        tuple(
            c.model_copy(update={"citations": tuple(new[at] for at in c.citations)}) for c in claims
        ),
        tuple((*sources, NOTHING)[at] for at in kept),
    )


def says_nothing(text: str) -> bool:
    """Whether a reply says in its first sentence that the sources do not tell."""
    first = END.split(text.strip())[0]
    return not first or any(cue.search(first) for cue, _ in DECLINES)


def _numbers(match: re.Match[str]) -> list[str]:
    return re.findall(r"\d+", match[0])
