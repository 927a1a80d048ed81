"""Rules as data: what tells that a sentence denies, and that a question asks for no such thing."""

from __future__ import annotations

import re

from index.cues import MONTH
from index.date_words import NUMBERS, ORDINALS
from index.words import word_set
from qa.question.kind_cues import FORM, MEET

NOT_SO = "The archive does not report that; it says otherwise:"
DISCUSSING = re.compile(  # that some people met is taken for true: "did Berg and Stone agree on"
    rf"\b(?:{MEET}|discuss\w*|agree[ds]?|debate[ds]?|bargain\w*|exchange[ds]?)\b", re.IGNORECASE
)
AT_IT = re.compile(  # who is said to be there: "at the May talks", "joined", "when they met"
    rf"\b(?:at|during) (?:the|his|her|their|that) (?:[\w.’'-]+ ){{0,4}}{FORM}\b|"
    r"\b(?:take|taking|took) part\b|\b(?:attend|join)(?:ed|ing|s)?\b|"
    r"\bwhen (?:they|the two|the \w+ ministers) met\b",
    re.IGNORECASE,
)
_BE = r"(?:to (?:be|have been) |going to be |being |be |been )?"
_OUT = r"(?:left out|shut out|kept (?:out|away)|excluded|absent|missing|barred)"
_THERE = r"(?:at|there|in|present|among|part of|included|invited)"
LEFT_OUT = re.compile(  # "Why was Lund absent from the talks?", "why did Lund not attend"
    r"\bwhy\s(?:(?:was|were|is|are|had|has)\s(?P<who>(?:(?!\bnot\b)[^?,;]){2,60}?)\s"
    rf"(?:(?P<ahead>to (?:be|have been) )?{_BE}(?:{_OUT}|not {_THERE})|"
    rf"(?P<never>not to be ){_THERE})\b|"
    rf"(?:wasn|weren)['’]t\s(?P<away>(?:(?!\b{_OUT})[^?,;]){{2,60}}?)\s{_THERE}\b|"
    r"(?:did|does)\s(?P<stayed>(?:(?!\bnot (?:miss|skip)\b)[^?,;]){2,60}?)\s(?:miss|skip|boycott|"
    r"stay away from|keep away from|pull out of|(?:not |fail to |refuse to )(?:attend|take part|"
    r"join|participate|sit in|be at|come to))\b)",
    re.IGNORECASE,
)
DENIED = re.compile(  # right before a word: "has not sold", "had no cabins"
    r"(?:\b(?:not|no|never|without|neither|nor|cannot|denie[sd]|denying|ruled out|rules out|"
    r"refus(?:e|es|ed) to|declin(?:e|es|ed) to|failed to)\b|n['’]t\b)"
    r"\s+(?P<between>(?:[\w’'-]+\s+){0,2})$",
    re.IGNORECASE,
)
NO_DENIAL = re.compile(  # "not only ferries", "no fewer than forty", "did not hesitate to sell"
    r"(?:\b(?:not?|never|cannot)|n['’]t)\s+(?:\w+\s+)?"
    r"(?:hesitat\w+|fail\w*|ceas\w+|stop\w*|forg[eo]t\w*|refrain\w*|mind(?:ed)?|resist\w*|"
    r"miss(?:ed)?|neglect\w*|omit\w*|wait(?:ed)?|help|shrink|shy|tire[ds]? of|refus\w+|declin\w+|"
    r"den(?:y|ied))\b|"
    r"\bnot (?:only|just|merely|least|simply|all|every|always|necessarily|until|till|before|"
    r"unless|without|long|far|un(?!der)\w+|in\w+ly|a few|a little|for the first time)\b|"
    r"n['’]t just\b|"
    r"\bno (?:doubt|less|sooner|wonder|fewer|more than|later|earlier|other than|secret|surprise|"
    r"small|mean|matter|stranger|exception)\b|"
    r"\bwithout (?:doubt|question|hesitat\w+|fail|delay|exception|incident)\b|"
    r"\bnever (?:before|again|more|so)\b",
    re.IGNORECASE,
)
LATER_ON = re.compile(  # behind it: "did not sell the raft until Friday", "not to Cork but to Vik"
    r"^[^;]*?\b(?:until|till|before|unless|except|other than|"
    r"but (?:to|in|at|on|for|with|by|from|into|only))\b",
    re.IGNORECASE,
)
NO_OTHER = re.compile(  # "no return to" tolls, which there were
    r"^no\s+(?:\w+\s+){1,2}?(?:to|of|for|on|in|about|from|with|between)\s", re.IGNORECASE
)
BOUND = re.compile(r"[,;:]|\b(?:but|that|which|who|and|or|while)\b")
# A question that itself denies, or asks for what stands beside the denial
DENIAL = re.compile(
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
TELLS = re.compile(  # the time of a question may be that of the telling
    rf"{SPEAKING_OF.pattern}|\b(?:announce\w*|wrote|writes?|declare\w*|confirm\w*|claim\w*|"
    r"insist\w*|stress\w*|add|added|complain\w*|warn\w*|urge[ds]?|tweet\w*)\b",
    re.IGNORECASE,
)
VERB_PARTICLES = frozenset(["down", "up", "off", "out", "back", "away", "along", "around", "aboard",
                       "himself", "herself", "themselves", "sort", "kind", "type"])  # fmt: skip
OPENS = re.compile(  # "Back in May this year she had come"
    r"^\W*(?:(?:in|on|by|during|back|early|late|only|already|at|as|of|the|that)\s+){0,3}$",
    re.IGNORECASE,
)
WHEN_THEN = re.compile(r"\W*when (?:he|she|it|they)\b", re.IGNORECASE)
ASIDE = (
    re.compile(  # "elected in March, wore", "the sail that was sewn in March", "the sail sewn in"
        r"[,;:()–—]|\b(?:who|whom|whose|which|that|where|when|while|after|before|since|and|but|or|"
        r"[a-z]{2,}ed|made|built|bought|sold|worn|won|born|sent|given|taken|held|found|left)\b"
    )
)
LARGE = {"million": 1_000_000, "billion": 1_000_000_000}
SCALE = (12, 100, 1000, *LARGE.values())  # "two dozen"; "twelve" stands alone all the same
LARGE_SCALE = 1000
VALUES = {**NUMBERS, **ORDINALS, **LARGE}
ARRIVAL = re.compile(  # "land at Cork airport", "arrived in Riga": one journey ends at one place
    r"\b(?:land(?:s|ed|ing)?|arriv(?:e|es|ed|al|ing)|touch(?:es|ed)? down|fl(?:y|ies|ew|own)|"
    r"dock(?:s|ed)?|disembark(?:s|ed)?)\b",
    re.IGNORECASE,
)
AT_A_PLACE = re.compile(
    r"\W+(?:[\w’'-]+\W+){0,2}?(?:at|in|to|on)\s+(?:the\s+)?(?P<place>[A-Z][\w’'-]+)"
)
_CARDINAL = "|".join([*NUMBERS, *LARGE])
_ORDINAL = "|".join(ORDINALS)
_NUMBER = (
    rf"(?:\d{{1,3}}(?:,\d{{3}})+|\d+(?:\.\d+)?)(?:st|nd|rd|th)?(?![\w,.])"
    rf"(?:\s+(?:{_CARDINAL})\b)*|"
    rf"(?:(?:{_CARDINAL})(?:-|\s+(?:and\s+)?))*(?:{_ORDINAL}|{_CARDINAL})\b"
)
COUNTED = re.compile(  # "sixth storm", "two-day strike", "5,000 barrels of salt", "twenty-four men"
    rf"(?<![\w.,-])(?P<number>{_NUMBER})"
    r"(?P<joint>-|\s+)(?P<thing>[a-z]{3,})(?P<more>(?:\s+[a-z]+){0,3})",
    re.IGNORECASE,
)
LENGTH = re.compile(  # "two-hour talks", "lasted 40 minutes", "an hour"
    rf"(?<![\w.,-])(?P<number>an?|{_NUMBER})(?:-|\s+)(?P<unit>minute|hour|day)s?\b",
    re.IGNORECASE,
)
OF_WHAT = re.compile(r"\s+of\s+(?:the\s+)?(\w+)", re.IGNORECASE)  # "forty barrels of salt"
YEAR = re.compile(r"(?:19|20)\d\d$")
ABOUT = re.compile(  # before a number that need not be exact
    rf"(?:\b(?:about|around|nearly|almost|over|than|least|most|up to|some|roughly|approximately|"
    rf"under|every|another|other|further|more)|{MONTH}\.?)\s+$",
    re.IGNORECASE,
)
NO_MATTER = word_set(
    "of in on at to for from with by into onto under over about as than and or but that which",
    "who is are was were be been has have had do does did will would may might can could the",
    "a an his her its their this these those when where while after before since until not no",
    "he she it they we you there",
)
PUTS_OFF = re.compile(  # tells nothing of when it was then: "The signing slips a week"
    r"\b(?:slips?|slipped|postpon\w+|put(?:s|ting)? off|delay\w*|pushed back)\b", re.IGNORECASE
)
