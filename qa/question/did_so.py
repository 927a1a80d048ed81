"""A question whether somebody did what the last answer says he would: "And did she do so?" after
"The mayor will have a chance to inspect the mole" asks "Did the mayor inspect the mole?".
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.records import Turn

DO_SO = re.compile(
    r"^(?:and |but |so )?(?:did|has|have|had) (?:it|he|she|they|[\w.’' -]{2,40}?) "
    r"(?:(?:really|actually|indeed|ever|then|also|eventually|finally) )*"
    r"(?:do(?:ne)? (?:so|that|it|this)|follow(?:ed)? through|ke(?:ep|pt) (?:its|\w+r|\w+s) word)"
    r"(?: (?:in the end|after all|then|at last|eventually|since|there|afterwards))?\W*$",
    re.IGNORECASE,
)
WOULD = re.compile(  # "The mayor will have a chance to inspect the mole."
    r"(?P<who>\b[Tt]he (?:[\w’'-]+ ){0,3}?[\w’'-]+|"
    r"\b[A-Z][\w.’'-]*(?: (?:of |the |and )*[A-Z][\w.’'-]*)*) "
    r"(?:will|would|shall|(?:is|are|was|were) (?:due |set |expected |going |supposed )?to|"
    r"(?:plan|intend|hope|want|promise|agree|vow|pledge)(?:s|d|ed)? to) (?:also |then )?"
    r"(?:be able to |have (?:a|the) (?:chance|opportunity|right) to )?"
    r"(?P<does>(?!be\b|have\b)[a-z]+\b[^.;?!”’\"\[\]]*)"
)
# What only tells more of the things of the deed: "the dues that the port had raised"
ASIDE = re.compile(r",? (?:that|which|who|whom|where|when|after|because|\w+ed (?:on|by|in))\b")


def name_what_was_done(text: str, history: Sequence[Turn]) -> str:
    """The question with the deed that the last answer tells as ahead; the same where it asks after
    none, or no answer tells of one.
    """
    told = next((turn.content for turn in reversed(history) if turn.role == "assistant"), "")
    would = WOULD.search(told) if DO_SO.match(text.strip()) else None
    if would is None:
        return text
    who = re.sub(r"^The\b", "the", would["who"])
    return f"Did {who} {ASIDE.split(would['does'])[0].strip()}?"
