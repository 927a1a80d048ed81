"""Rules as data: how a sentence tells that something is still open, and not that it came about."""

from __future__ import annotations

import re

_ADVERBS = r"(?:\s+(?:not|be|been|also|then|soon|now|once|first|again|further|\w+ly))*"
MODAL = re.compile(  # right before a word, or with a few between: "will set up a rescue council"
    r"(?:\b(?:will|shall|would|should|must|may|might|could|can|cannot|to)|n['’]t|['’]ll)"
    rf"{_ADVERBS}\s+(?P<between>(?:[\w’'.-]+\s+){{0,8}})$",
    re.IGNORECASE,
)
# Behind these what "to" opens is done: "managed to adopt it"; and "to" before a name is a place
DONE_TO = re.compile(
    r"\b(?:managed|began|begun|started|continued|proceeded|came|went on|helped|able|had|"
    r"succeeded|used|returned|got|get|according|thanks|led|leading)\s+to\s+[^,;]*$",
    re.IGNORECASE,
)
# Between a modal and a word: it belongs to another verb that tells of what is
FINITE = re.compile(r"\b(?:is|are|was|were|has|have|had|said|says|which|who|that)\b|[,;:]")
FINITE_PAST = re.compile(r"\b\w{3,}ed\b")
OPEN_NOUN = re.compile(  # "a proposal on joint patrols", "plans for a bridge"
    r"\b(?:proposals?|plans?|offers?|demands?|calls?|requests?|hopes?|intention|bid|efforts?|talk|"
    r"possibilit(?:y|ies)|prospects?|idea|work|need|deadline|decision|readiness|agree(?:d|ment)|"
    r"campaign|drive|pressure|invitation|appeal|vow|pledge|promise)\s+(?:on|for|to|of|about|"
    r"in|towards?)\s+(?P<between>(?:[\w’'.-]+\s+){0,5})$",
    re.IGNORECASE,
)
OPEN_GERUND = re.compile(  # right before "…ing": "the work on mending the pier", "propose opening"
    r"\b(?:on|of|for|about|at|towards?|consider\w*|propos\w*|suggest\w*|plan\w*|discuss\w*)\s+$",
    re.IGNORECASE,
)
CAME_ABOUT = re.compile(  # "Did the talks lead to a treaty?", "Has the bridge been opened?"
    r"\W*(?:and |so |but )?(?:did|has|have|had|was|were)\b", re.IGNORECASE
)
# What a question asks the outcome of; before the verb stands what it came of: "lead to a treaty"
LEADS_TO = re.compile(
    r"\b(?:lead|led|leads) to|\bresult(?:s|ed)? in|\b(?:bring|brought|come|came) about|"
    r"\b(?:produce[ds]?|yield(?:s|ed)?|end(?:s|ed)? in|give rise to|pave the way for)\b",
    re.IGNORECASE,
)
LEADING_WORDS = frozenset(
    word
    for words in (
        "lead led leads result results bring brought produce yield end come came about really",
        "actually ever indeed happen happened place taken take occur occurred eventually finally",
        "yet already",
    )
    for word in words.split()
)
