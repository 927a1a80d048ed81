"""Rules as data for questions: what a pronoun may stand for, what tells bearers of a name apart."""

from __future__ import annotations

import re

from index.cues import PRONOUNS

PERSONAL = PRONOUNS - {"it", "its"}
# What may stand before a pronoun and yet names nobody: "How long did they sit?"
COUNTING = frozenset(["long", "many", "much", "often", "far", "two", "three", "both", "all"])
# Words that tell the bearers of a surname apart: "General Lund", "Lund's father"
TITLES = frozenset(
    word
    for words in (
        "minister president premier chancellor king queen prince princess ambassador envoy",
        "bishop archbishop cardinal mayor governor senator secretary commissioner deputy judge",
        "professor prof doctor dr spokesman spokeswoman spokesperson chief director chairman",
        "chairwoman commander leader",
        "general gen colonel col major maj captain capt lieutenant lt admiral commodore",
        "sergeant sgt",
        "father mother son daughter brother sister widow elder younger senior junior",
        "mr mrs ms sir lady lord",
    )
    for word in words.split()
)
# Forms that no stemming brings together; "buy" stands for "bought" as well.
# fmt: off
IRREGULAR = tuple(
    frozenset(forms.split())
    for forms in (
        "begin began begun", "break broke broken", "bring brought", "build built",
        "buy bought", "catch caught", "choose chose chosen", "come came", "cut cut",
        "deal dealt", "do did done", "draw drew drawn", "drink drank drunk",
        "drive drove driven", "eat ate eaten", "fall fell fallen", "feel felt", "fight fought",
        "find found", "fly flew flown", "forbid forbade forbidden", "forget forgot forgotten",
        "freeze froze frozen", "get got", "give gave given", "go went gone", "grow grew grown",
        "hear heard", "hide hid hidden", "hold held", "keep kept", "know knew known",
        "lay laid", "lead led", "leave left", "lend lent", "lose lost", "make made",
        "mean meant", "meet met", "pay paid", "put put", "ride rode ridden", "ring rang rung",
        "rise rose risen", "run ran", "say said", "see saw seen", "seek sought", "sell sold",
        "send sent", "shake shook shaken", "shoot shot", "shrink shrank", "sing sang sung",
        "sink sank sunk", "sit sat", "sleep slept", "speak spoke spoken", "spend spent",
        "stand stood", "steal stole stolen", "strike struck", "swear swore sworn",
        "take took taken", "teach taught", "tell told", "think thought", "throw threw thrown",
        "understand understood", "wear wore worn", "win won",
    )
)
# fmt: on
SAYS = (  # "Lund said", "added Lund"
    r"(?:said|says|told|added|asked|replied|answered|called|noted|stressed|wrote|joked|warned|insisted|"
    r"declared|announced|explained|observed|admitted|confirmed|denied|remarked)"
)
LIES_AHEAD = re.compile(  # what a sentence tells is still to come: "will form a group"
    r"\b(?:will|shall|(?:is|are|was|were) (?:due|set|expected|planned|scheduled|going)?\s?to|"
    r"plans? to|intends? to|hopes? to)\s(?!have\b)\w+",
    re.IGNORECASE,
)
YES_OR_NO = re.compile(  # "Did the talks lead to a treaty?"
    r"\W*(?:and |so |but )?(?:did|does|do|has|have|had|was|were|is|are|will|would)\b",
    re.IGNORECASE,
)
# What tells, after "was put off", to when: "The new date is 12 September."
NEW_DAY = re.compile(
    r"\b(?:new (?:date|day|time)|instead|will (?:now )?(?:be held|take place|meet|open)|"
    r"(?:moved|put (?:off|back)|postponed|rescheduled|set) (?:to|until|till|for))\b",
    re.IGNORECASE,
)
