"""Rules as data: how a sentence tells that something is still open, and not that it came about."""

from __future__ import annotations

import re

from index.words import stems, word_set

# Auxiliaries that leave a verb open: "may form a rescue council", and not the month of May
MODALS = frozenset(
    ["will", "shall", "would", "should", "must", "may", "might", "could", "can", "wo", "ca",
     "'ll", "’ll", "'d", "’d"]
)  # fmt: skip
# What somebody is made to do comes about: "forced the port to close the pier"
MAKING = frozenset(
    ["force", "compel", "cause", "enable", "oblige", "allow", "lead", "prompt", "help"]
)  # fmt: skip
# A verb that completes the one above it, whose tense is its own: "will consider mending the pier"
LEADS_ON = frozenset(["xcomp", "conj", "pcomp"])
PLANS = frozenset(  # "agreed on a council", "planned a bridge": of itself nothing came about
    ["plan", "agree", "intend", "schedule", "decide", "promise", "pledge", "vow", "invite",
     "discuss", "want", "wish", "prepare", "aim"]
)  # fmt: skip
# Behind these what "to" opens is done: "managed to adopt it"; and "to" before a name is a place
DONE_TO = re.compile(
    r"\b(?:managed|began|begun|started|continued|proceeded|came|went on|helped|able|had|"
    r"succeeded|used|returned|got|get|according|thanks|led|leading)\s+to\s+[^,;]*$",
    re.IGNORECASE,
)
OPEN_NOUN = re.compile(  # "a proposal on joint patrols", "plans for a bridge"
    r"\b(?:proposals?|plans?|offers?|demands?|calls?|requests?|hopes?|intention|bid|efforts?|talk|"
    r"possibilit(?:y|ies)|prospects?|idea|work|need|deadline|decision|readiness|agree(?:d|ment)|"
    r"campaign|drive|pressure|invitation|appeal|vow|pledge|promise|chance|opportunity)\s+(?:on|for|to|of|about|"
    r"in|towards?)\s+(?P<between>(?:[\w’'.-]+\s+){0,5})$",
    re.IGNORECASE,
)
OPEN_GERUND = re.compile(  # right before "…ing": "the work on mending the pier", "propose opening"
    r"\b(?:on|of|for|about|at|towards?|consider\w*|propos\w*|suggest\w*|plan\w*|discuss\w*)\s+$",
    re.IGNORECASE,
)
CAME_ABOUT = re.compile(  # "Did the talks lead to a treaty?", "Has the bridge been opened?"
    r"\W*(?:and |so |but )?(?:(?:in|on|during|by|as of|before) [^,?]{2,60}, )?"
    r"(?:did|has|have|had|was|were)\b",
    re.IGNORECASE,
)
FINISHED = re.compile(  # "Was the list finished in May?"
    r"\b(?:finish(?:ed)?|complet(?:ed?|ion)|conclude[d]?|wrapped up|wound up)\b|"
    r"\b(?:over|done|ready)(?=\W*$| (?:in|by|on|at) )",
    re.IGNORECASE,
)
GOES_ON = re.compile(  # "will go on mending it", "it is under way"
    r"\b(?:continu\w+|carry(?:ing)? on|go(?:es|ing)? on|still (?:being|\w+ing)|under ?way|"
    r"in progress|ongoing|(?:advanced|early|final|last) stages?|press(?:ing)? ahead)\b",
    re.IGNORECASE,
)
# What a question asks the outcome of; before the verb stands what it came of: "lead to a treaty"
LEADS_TO = re.compile(
    r"\b(?:lead|led|leads) to|\bresult(?:s|ed)? in|\b(?:bring|brought|come|came) about|"
    r"\b(?:produce[ds]?|yield(?:s|ed)?|end(?:s|ed)? in|give rise to|pave the way for)\b",
    re.IGNORECASE,
)
LEADING_WORDS = word_set(
    "lead led leads result results bring brought produce yield end come came about really",
    "actually ever indeed happen happened place taken take occur occurred eventually finally",
    "yet already",
)
# One word for another: "Did the hearings begin in May?", "the hearings are to start in May"
BEGINNING = frozenset(stems("begin began begun start started starting commence commenced launch"))
# The same of other deeds: "Was the hull brought up?", "it will be raised"
OTHER_DEEDS = (
    frozenset(stems("raise raised lift lifted brought refloated recover recovered")),
    frozenset(stems("begin start launch set sail leave depart")),
    frozenset(stems("restore restored resume return again")),
)
