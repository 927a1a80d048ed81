"""Rules as data: how a question sets meetings beside each other, and how it is parted into them.

Kinds are told over the question in lower case (qa/question/kind.py `plain`); what parts a question
runs over it as written.
"""

from __future__ import annotations

import re

from index.words import word_set
from qa.question.asked import Kind
from qa.question.kind_cues import AUX, FORM, MEET, ROLE

_MORE = r"(?:longer|shorter|briefer|more time|less time)"
_MOST = r"(?:longest|shortest|briefest)"
_ENDS = r"(?:first|earlier|earliest|sooner|later|last|latest)"
DIFFER_ON = re.compile(  # "Do the papers differ on where they met?" asks where they met
    r"^(?:do|did) (?:the |all )?(?:sources|reports|papers|outlets|articles|accounts) "
    r"(?:dis)?(?:agree|differ)(?: with each other)? (?:on|about|over|as to) "
)
TWO_LENGTHS = re.compile(
    # "Which lasted longer, the call or the visit?"
    rf"^(?:which|what|who|whom|whose)\b.*\b(?:{_MORE}|{_MOST})\b.*\bor\b|"
    # "Did the call last longer than the visit?"
    rf"^{AUX.pattern}.*\b{_MORE} than\b.*\b{FORM}\b|"
    # "How do the lengths of the call and of the visit compare?"
    rf"\b(?:lengths|durations) of\b.*\b{FORM}\b"
)
LASTED = re.compile(  # "Did the talks last longer than three hours?"
    rf"^{AUX.pattern}.*\b{FORM}\b.*\b(?:last|lasted|go on|gone on|take|taken)\b.*"
    r"\b(?:minutes?|hours?|days?|weeks?)\b"
)
OF_MOST = re.compile(  # "What was her longest meeting?" "Which of the talks lasted longest?"
    rf"\b{_MOST}\b(?:\W+[\w'-]+){{0,3}}?\W+{FORM}\b|\b{FORM}\b.*\b{_MOST}\b"
)
SHORTEST = re.compile(r"\b(?:shortest|briefest)\b")
TWO_TOPICS = re.compile(  # "What were the talks in Riga about, and what the talks in Cork?"
    rf"^(?:on |about )?(?:what|which)\b.*\b{FORM}\b.*\band (?:on |about )?(?:what|which)\b.*"
    rf"\b{FORM}\b"
)
CHOSEN_FIRST = re.compile(  # "Whom did Berg meet first, Stone or Lund?"
    rf"^(?:and )?(?:which|what|whom?)\b.*\b{MEET}\b.*\b{_ENDS}\b.*\bor\b"
)
ONE_OF_ALL = re.compile(  # "What was the first meeting of May?" "the latest visit to Cork"
    rf"^(?:(?:what|which) (?:is|was|were|are|came) )?(?:the |[\w.'-]+'s )(?:very )?"
    rf"(?:first|earliest|last|latest|most recent)(?: [\w'-]+)? {FORM}\b(?!.*\bor\b)"
)
LAST_PERSON = re.compile(  # "Who was the last person Berg met?"
    rf"^who (?:is|was|were) the (?:first|last|latest|most recent) .*\b{MEET}\b"
)
HOW_MANY_PEOPLE = re.compile(  # "How many ministers did Berg see in May?"
    rf"^how many (?:different )?(?:\w+ )?{ROLE}\b.*\b(?:did|has|have|had)\b.*\b{MEET}\b"
)
# What somebody does that is no meeting, and of which a sentence tells the day: "until she landed"
DEEDS = word_set(
    "land lands landed landing arrive arrives arrived arriving arrival depart departed",
    "departing departure leave left leaving return returned resign resigned resignation",
    "sign signed signing vote voted election",
    "statement speech remark remarks letter warning warned threat threatened strike",
)
DAYS_BETWEEN = re.compile(
    # "How many days later was it held?" "How much earlier had she landed?"
    r"\bhow (?:many (?:days|weeks|months|years)|long|much) "
    r"(?:later|earlier|afterwards?|beforehand)\b|"
    # "How long was it from the visit to the call?" "How many days passed from … until …?"
    r"^how (?:long|much time|many (?:days|weeks|months|years)) (?:was it|is it|did it take|went by|"
    r"passed|elapsed|lay|were there|ran) (?:from|between)\b.* (?:to|until|till|and)\b"
)
COUNT_OF = re.compile(  # "How many of Berg's meetings in May were only announced?"
    rf"^how many of (?:the |these |those |all )?(?:[\w.'’-]+ ){{0,5}}?{FORM}\b"
)
WHICH_OF = re.compile(rf"^which of\b.*\b{FORM}\b(?!.*\b(?:first|last|or)\b)")
OPENING_TIME = re.compile(r"^(?:in|on|during|of) [^,]+, ", re.IGNORECASE)  # "in May 2019, the …"
LATER = re.compile(r"\b(?:later|last|latest)\b", re.IGNORECASE)
# How the halves are told apart, the likeliest first; "one" and "two" are read, and a "stem" with
# each of them.
SPLITS: dict[Kind, tuple[re.Pattern[str], ...]] = {
    kind: tuple(re.compile(pattern, re.IGNORECASE | re.DOTALL) for pattern in patterns)
    for kind, patterns in (
        # "Compare the talks of May with those of June."
        (Kind.COMPARE, (
            rf"^[^,:]*\b(?:{_MORE}|{_MOST})\b[^,:]*[,:] (?P<one>.+) or (?P<two>.+)$",
            rf"^(?P<one>.+?) {_MORE} than (?P<two>.+)$",
            r"^(?P<one>.+?),? and (?:on |about )?(?:what|which) (?P<two>.+)$",
            r"^(?P<one>.+) (?:compared (?:with|to)|compare (?:with|to)|with|versus|vs\.?|against|"
            r"to|"
            r"differ(?:ed)? from|from) (?P<two>.+)$",
            r"^(?P<one>.+?) and (?P<two>.+)$",
            r"^(?P<one>.+) and (?P<two>.+)$",
        )),
        # "Which came first, the call or the visit?" "Was the call before the visit?"
        (Kind.ORDER, (
            rf"^(?P<stem>.+?\b{_ENDS}\b[^,:]*)[,:] (?P<one>.+?) or (?P<two>.+)$",
            r"^[^,:]*\b(?:first|earlier|later|sooner|last)\b[,:]? (?P<one>.+) or (?P<two>.+)$",
            r"^(?P<one>.+) or (?P<two>.+)$",
            r"^(?P<one>.+?) (?:before or after|before|after|earlier than|later than|precede|"
            r"follow) (?P<two>.+)$",
        )),
        # "How many days lay between the call and the visit?" "How long after the call was it?"
        (Kind.INTERVAL, (
            r"^how far apart (?:were|are|was) (?P<one>.+?) and (?P<two>.+)$",
            r"^.*?\b(?:between|separated?) (?P<one>.+?) (?:and|from) "
            r"(?P<two>(?:the|her|his|their|its|a|an) .+)$",  # "Berg and Stone and the call"
            r"^.*?\b(?:between|separated?) (?P<one>.+?) (?:and|from) (?P<two>.+)$",
            r"^.*?\bbetween (?P<one>.+) and (?P<two>.+)$",
            r"^.*?\bfrom (?P<one>.+?) (?:to|until) (?P<two>.+)$",
            r"^how (?:long|many \w+|soon|much time) (?:after|before) (?P<one>.+?) "
            r"(?:did|was|were|is|are|do|does|had) (?P<two>.+)$",
            r"^how (?:long|many \w+|soon|much time) (?:after|before) (?P<one>.+) "  # "was hit"
            r"(?:did|was|were|is|are|do|does|had) (?P<two>.+)$",
            r"^(?P<two>.+?) (?:after|until) (?P<one>.+)$",
            r"^(?P<one>.+?) before (?P<two>.+)$",
        )),
    )
}  # fmt: skip
