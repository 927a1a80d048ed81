"""Whether a day beside "before" is that of what came before a meeting, or the meeting's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.mention_when import Told, root_of
from index.mention_when_other import clause_verb

if TYPE_CHECKING:
    from spacy.tokens import Token


def dates_before(trigger: Token, start: int, told: Told | None) -> bool:
    """Whether the day is that on which something was done before a meeting: "spoke on Monday before
    meeting her".
    """
    root = root_of(trigger, start, told.times[0]) if told and _is_behind_before(trigger) else None
    verb = clause_verb(root) if root is not None and trigger not in root.ancestors else None
    return verb is not None and verb.tag_ == "VBD" and verb != trigger


def is_before_it(trigger: Token, start: int, told: Told | None) -> bool:
    """Whether something was said before a meeting whose own day is told: "ahead of Friday's talks
    with her".
    """
    root = root_of(trigger, start, told.times[0]) if told and _is_behind_before(trigger) else None
    return root is not None and trigger in root.ancestors


def _is_behind_before(trigger: Token) -> bool:
    """Whether "before" or "ahead of" leads to a meeting."""
    prep = trigger.head
    marked = any(c.dep_ == "mark" and c.lower_ == "before" for c in trigger.children)
    ahead = prep.lower_ == "of" and prep.head.lower_ == "ahead"
    return marked or (trigger.dep_ in ("pobj", "pcomp") and (ahead or prep.lower_ == "before"))
