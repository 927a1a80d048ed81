"""`gate`: the gate measured both ways over the sample archive; eval/spoil.py says how.

An item is a true statement, or the same spoiled in one way. A true one is right when it passes, a
spoiled one when it is stopped. True ones of the kind `answered` stood in answers, so they have
passed once; those of the kind `true` have not.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from itertools import count

from eval.cases import ARTICLES
from eval.spoil import Spoiled, Spoiler, passes
from eval.stated import Said, all_statements
from eval.suite import (
    Contender,
    Item,
    Meter,
    Opened,
    Ready,
    Setup,
    Shown,
    Suite,
    digest_texts,
    half_of,
    mean,
    not_for,
)
from eval.suite_own import index_timed
from index.archive import Archive

SYSTEM = "dateline"
TRUE, STOPPED = "true statements that pass", "spoiled statements stopped"


@contextmanager
def open_suite(setup: Setup, meter: Meter) -> Iterator[Opened]:
    """Indexes eval/articles into a folder that goes when the suite is done."""
    with tempfile.TemporaryDirectory() as folder, Archive.make(folder) as archive:
        index_timed(archive, [ARTICLES], meter)
        things = dict(collect(archive))
        ready = Ready(score=lambda id: score(archive, id, things[id]))
        contender = Contender(SYSTEM, tuple(things), lambda: nullcontext(ready))
        wanted = (contender,) if SYSTEM in setup.systems else ()
        yield Opened(digest=digest_texts([archive.digest(), *things]), contenders=wanted)


def collect(archive: Archive) -> Iterator[tuple[str, Said | Spoiled]]:
    """Every true statement and every spoiled one by an id of its own: `true/17`, `not/17`."""
    spoiler = Spoiler(archive)
    for turn, said in zip(count(), all_statements(archive), strict=False):
        yield f"true/{turn:04}", said
        for wrong in spoiler.spoil(said, turn):
            yield f"{wrong.way}/{turn:04}", wrong


def score(archive: Archive, id: str, thing: Said | Spoiled) -> Item:
    """Whether the gate does what it should."""
    passed = passes(archive, thing.statement, thing.citations)
    if isinstance(thing, Said):
        kind = "answered" if thing.answers else "true"
        scores = (mean(TRUE, passed), not_for(STOPPED, "a true statement"))
    else:
        kind = thing.way
        scores = (not_for(TRUE, "a spoiled statement"), mean(STOPPED, not passed))
    shown = Shown(
        asked=thing.statement.text, gold="pass" if isinstance(thing, Said) else "stop",
        answer="passes" if passed else "is stopped",
        cited=tuple(one.quote for one in thing.citations),
    )  # fmt: skip
    split = half_of(id)
    return Item(id=id, split=split, kind=kind, scores=scores,
                shown=None if split == "closed" else shown)  # fmt: skip


SUITE = Suite("gate", "the gate: true statements pass, spoiled ones are stopped", open_suite)
