"""Rules as data: what tells that a sentence denies, and that a question asks for no such thing."""

from __future__ import annotations

import re

DENIED = re.compile(  # right before a word: "has not sold", "had no cabins"
    r"(?:\b(?:not|no|never|without|neither|nor|cannot|denie[sd]|denying|ruled out|rules out|"
    r"refus(?:e|es|ed) to|declin(?:e|es|ed) to|failed to)\b|n['’]t\b)"
    r"\s+(?P<between>(?:[\w’'-]+\s+){0,2})$",
    re.IGNORECASE,
)
NO_DENIAL = re.compile(  # "not only ferries", "no doubt", "no sooner"
    r"\b(?:not (?:only|just|merely|least)|no (?:doubt|less|sooner|wonder))\b", re.IGNORECASE
)
BOUND = re.compile(r"[,;:]|\b(?:but|that|which|who|and|or|while)\b")
# A question that itself denies, or asks for what stands beside the denial
DENYING = re.compile(
    r"\b(?:not|no|never|without|nobody|nothing|neither|den(?:y|ied|ies|ial)|refus\w+|declin\w+|"
    r"reject\w*|rul(?:e|ed|ing) out|dismiss\w*|oppos\w+|fail(?:ed|s|ure)?|avoid\w*|lack\w*|"
    r"forb[ai]d\w*|bann?\w*|prevent\w*|instead|rather|except|other than|besides|object\w*|stop\w*|"
    r"miss(?:ed|ing)|absent|unable|only|exclude[ds]?|longer|against|cancel\w*)\b|n['’]t\b",
    re.IGNORECASE,
)
# The time of a question is not that of what it asks of: "before July", "as of 4 May", "since"
OTHER_TIME = re.compile(
    r"\b(?:before|after|since|until|till|by|between|as of|last|previous(?:ly)?|earlier|later|next|"
    r"first|ago|then|when|according to|report(?:s|ed)?|articles?|recalled|mention(?:s|ed)?|ahead|"
    r"following|from|to be|due|plan(?:s|ned)?|future|over|up to|will|would)\b",
    re.IGNORECASE,
)
SPEAKING_OF = re.compile(  # what somebody says of a matter is no claim that it is so
    r"\b(?:say|said|says|tell|told|think|comment\w*|reply|replied|answer\w*|call|called|describe\w*|"
    r"react\w*|words?|remark\w*|explain\w*|view|opinion|statement|verdict)\b",
    re.IGNORECASE,
)
TELLING = re.compile(  # the time of a question may be that of the telling
    rf"{SPEAKING_OF.pattern}|\b(?:announce\w*|wrote|writes?|declare\w*|confirm\w*|claim\w*|"
    r"insist\w*|stress\w*|add|added|complain\w*|warn\w*|urge[ds]?|tweet\w*)\b",
    re.IGNORECASE,
)
PARTICLES = frozenset(["down", "up", "off", "out", "back", "away", "along", "around", "aboard",
                       "himself", "herself", "themselves", "sort", "kind", "type"])  # fmt: skip
GOING = re.compile(  # "land at Cork airport", "arrived in Riga": one journey ends at one place
    r"\b(?:land(?:s|ed|ing)?|arriv(?:e|es|ed|al|ing)|touch(?:es|ed)? down|fl(?:y|ies|ew|own)|"
    r"dock(?:s|ed)?|disembark(?:s|ed)?)\b",
    re.IGNORECASE,
)
AT_A_PLACE = re.compile(
    r"\W+(?:[\w’'-]+\W+){0,2}?(?:at|in|to|on)\s+(?:the\s+)?(?P<place>[A-Z][\w’'-]+)"
)
NUMBERS = {
    word: n
    for words in (
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
        "sixteen seventeen eighteen nineteen twenty",
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth",
    )
    for n, word in enumerate(words.split(), start=1)
}
COUNTED = re.compile(  # "sixth storm", "two-day strike", "60 tonnes"
    rf"\b(?P<number>{'|'.join(NUMBERS)}|\d{{1,4}}(?:st|nd|rd|th)?)(?:-|\s+)(?P<thing>[a-z]{{3,}})",
    re.IGNORECASE,
)
