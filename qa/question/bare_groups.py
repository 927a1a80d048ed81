"""Groups that name nobody: "the two ministers", "both sides", where a day tells who is meant."""

from __future__ import annotations

import re

from qa.question.asked import Asked, Kind

BARE = re.compile(  # "the two foreign ministers", "both delegations", but not "Latvian ministers"
    r"(?:the |both |these |those )?(?:two |three )?(?:foreign )?(?:ministers|presidents|leaders|"
    r"sides|parties|delegations|diplomats|chiefs|heads|men|women|countries|governments|premiers)",
    re.IGNORECASE,
)
KINDS = frozenset({Kind.WHETHER, Kind.STATUS, Kind.WHEN, Kind.WHERE})


def without_bare_groups(asked: Asked) -> Asked:
    """A question about a meeting of a day without the groups that name nobody; one with nobody else
    who is named, or without a day, as it stands but of no kind that meetings answer.
    """
    parties = asked.about.parties
    bare = all(p.kind in ("group", "role") and BARE.fullmatch(p.words) for p in parties)
    if not parties or not bare or asked.about.period is None or asked.kind not in KINDS:
        return asked.model_copy(update={"kind": Kind.CONTENT})
    return asked.model_copy(update={"about": asked.about.model_copy(update={"parties": ()})})
