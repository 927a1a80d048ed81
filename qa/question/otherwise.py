"""Rules as data: questions put in words that no rule reads, in words that one does.

Each row is a pattern and what stands for it. Only what asks is put otherwise; names, times and what
is asked about stay as they were written.
"""

from __future__ import annotations

import re

from index.cues import DAY, MONTH, YEAR

_WAYS = (
    r"(?:by |over the |on the )?(?:tele)?phone,? or (?:in person|face to face)|"
    r"(?:in person|face to face),? or (?:by |over the |on the )?(?:tele)?phone"
)
_ONE_WAY = (
    r"(?:(?:held |conducted )?(?:(?:by|over the|on the) (?:tele)?phone|in person|face to face)|"
    r"a (?:tele)?phone (?:call|one|conversation))"
)
_NAMES = r"(?:[A-Z][\w.’'-]*)(?: (?:of |for |the |and )*[A-Z][\w.’'-]*)*"
_TELLS = (
    r"(?:mentions?|mentioned|(?:speaks?|spoke|writes?|wrote|tells?|told)(?: of)?|(?:refers?|"
    r"referred)(?: to)?|(?:reports?|reported)(?: on)?|cites?|cited)"
)
_NAME = r"[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,3}"
_REPORTS = r"(?:reports|articles|sources|papers|newspapers|outlets|accounts|stories|agencies)"
_AT_ONE = (
    r"(?:agree|agreed|at one|differ|differed|disagree|disagreed|divided|say the same|said the same|"
    r"tell the same|contradict (?:each other|one another)|of one mind)"
)
_AUXILIARY = r"(?:had|has|have|was|were|is|are|would|will|could)"
_DAY = rf"(?:{DAY} {MONTH}|{MONTH} {DAY}),? "
THAT_TIME = tuple(  # "the talks of July 2016 and the visit of that month", "in the same year"
    re.compile(
        rf"\b(?P<time>{time})(?P<between>(?:(?!{time})[^?])*?)"
        rf"\b(?:that|th(?:e|at) same) {unit}\b(?! as\b)",
        re.IGNORECASE,
    )
    for time, unit in ((rf"{MONTH} {YEAR}", "month"), (YEAR, "year"), (rf"{_DAY}{YEAR}", "day"))
)
REMARK = re.compile(  # "Which side broke the pact? I want to see whether the papers differ."
    r"(?<=\?)\s+(?:I|We|My|Please|Thanks?|Thank you|Just|It['’]s|This is)\b(?:['’]\w+)?"
    # nothing that may narrow the question down: a name, a number, "only", "as of"
    r"(?:(?!\b(?:[A-HJ-Z]\w|only|mean|meant|without|leave|count|as of|before|after|since|until|not|"
    r"heard|think|thought)\b|\b[A-HJ-Z]\w*|\d)[^?])*$"
)
NO_TIME = re.compile(r" (?:in|on) \?$")  # a time that the question did not name
OTHERWISE = tuple(
    (re.compile(pattern), put)
    for pattern, put in (
        # "Do the papers of May 2019 agree on whether the envoy had signed?"
        (
            rf"^(?i:do|did|are|were) (?i:the |all |both |its |our |these )?(?:[a-z]+ )?"
            rf"(?i:{_REPORTS})(?: (?:of|from|in) (?P<time>(?i:{MONTH}) {YEAR}|{YEAR}))? "
            rf"(?i:{_AT_ONE}) "
            rf"(?i:on|about|as to|over|of) whether (?P<who>(?:(?!\b(?:who|which|that)\b)[^?])+?) "
            rf"(?P<aux>{_AUXILIARY}) (?P<rest>(?:(?!\d{{4}})[^?])+)\?$",
            r"\g<aux> \g<who> \g<rest> in \g<time>?",
        ),
        # "What came first on Berg's agenda: cod or salt?", "… for Berg on her May trip, …"
        (
            r"^(?i:what|which) (?i:came|comes|stood|ranked|was) (?i:first|foremost|highest) "
            r"(?:on|in|among) (?P<whose>[^?:,]+?['’]s? [^?:,]*?(?:agenda|list|mind|priorities))"
            r"(?:[:,] [^?]+ or [^?]+)?\?$",
            r"What was the first item on \g<whose>?",
        ),
        (
            rf"^(?i:what|which) (?i:came|comes|ranked) (?i:first|foremost) for (?P<who>{_NAME}) "
            r"(?P<rest>(?:in|on|at|during) [^?:,]+?)(?:[:,] [^?]+ or [^?]+)?\?$",
            r"What was the main goal of \g<who> \g<rest>?",
        ),
        # "Who spoke for the Harbour Ministry in May?"
        (
            rf"^(?P<and>(?i:and )?)(?i:who) (?i:spoke|speaks|was speaking|talked) for "
            rf"(?:(?i:the) )?(?P<body>{_NAMES})(?P<rest>.*)$",
            r"\g<and>Who was the \g<body> spokesperson\g<rest>",
        ),
        # "Please confirm the calendar date on which the envoys met."
        (
            r"^(?i:please,? |kindly )?(?i:confirm|give|state|provide|name|specify|tell|find|"
            r"i (?:need|want|would like|am after))(?i: me| us)?(?i: to know)? (?i:the )?"
            r"(?i:exact |calendar |precise )*(?P<unit>(?i:date|day|year|month)) (?i:on|in) which "
            r"(?P<what>.+?)[.?! ]*$",
            r"On what \g<unit> was it that \g<what>?",
        ),
        # "By which date was the harbour agreement to be carried out?"
        (
            r"^(?i:by|until) (?i:what|which) (?i:date|day|time|month) (?i:was|were|is|are|had|did) "
            r"(?P<what>.+?) (?i:(?:supposed |due |meant |expected |required )?to) (?i:be )?"
            r"(?i:carried out|implemented|fulfilled|completed|met|honou?red|concluded|finished|"
            r"put into effect|applied)(?P<rest>.*)$",
            r"What was the deadline of \g<what>\g<rest>",
        ),
        # "By what means, telephone or in person, did they talk?"
        (
            rf"^(?i:and )?(?i:how|(?:by|in|through) (?:what|which) (?:means|way|medium)),? "
            rf"(?i:{_WAYS}),? (?P<did>(?i:did|do|does) [^?]+)\?$",
            r"\g<did> by phone or in person?",
        ),
        # "How did they talk, by phone or in person?"
        (
            rf"^(?i:and )?(?i:how|(?:by|in|through) (?:what|which) (?:means|way|medium)) "
            rf"(?P<did>(?i:did|do|does) [^?]+?)[,:] (?i:{_WAYS})\?$",
            r"\g<did> by phone or in person?",
        ),
        # "Was the conversation between Berg and Stone in May a telephone call?"
        (
            r"^(?i:was|were) (?i:the|that|their) (?:[a-z]+ )?(?i:conversation|talk|exchange|"
            rf"discussion) (?i:between|of) (?P<both>{_NAME} and {_NAME})(?P<rest>[^?]*?) "
            rf"(?i:{_ONE_WAY})\?$",
            r"Did \g<both> talk\g<rest> by phone or in person?",
        ),
        # "Which day does the dateline of the Gazette's report on the fire bear?"
        (
            r"^(?P<day>(?i:what|which) (?:date|day)) (?P<does>(?i:does|is|stands|was)) "
            r"(?:(?:given|printed|told) )?(?:in )?the dateline of (?P<rest>[^?]+?)"
            r"(?: (?:bear|carry|have|show|give|say))?\?$",
            r"\g<day> does \g<rest> bear?",
        ),
        # "Which date does the Gazette mean by “talks on Friday”?"
        (
            r"^(?i:what|which) (?i:(?:calendar )?(?:date|day)) (?:does|did|do) "
            rf"(?P<who>(?:[Tt]he )?{_NAMES}) mean (?:by|with|when (?:it|he|she) "
            r"(?:says|writes|speaks of)) "
            r"[“\"‘'](?P<what>[^“”\"]+)[”\"’']\?$",
            r"\g<who> mentions \g<what>. What date was that?",
        ),
        # "On which date were the Friday talks in Oslo to be held that the Gazette mentions?"
        (
            r"^(?i:on |for )?(?i:what|which) (?i:(?:calendar )?(?:date|day)) (?:was|were|is|are) "
            r"the (?P<what>[^?]+?)(?: to (?:be held|take place))? (?:of |on |to )?(?:that|which) "
            rf"(?P<who>(?:[Tt]he )?{_NAMES}) {_TELLS}(?: to (?:be held|take place))?\?$",
            r"\g<who> mentions \g<what>. What date was that?",
        ),
    )
)


def put_otherwise(text: str) -> str:
    """The question in words that the rules read; as it is where no row is of it.

    "That month" is the month that the question named before.
    """
    text = REMARK.sub("", text)
    for one in THAT_TIME:
        text = one.sub(r"\g<time>\g<between>\g<time>", text)
    for pattern, put in OTHERWISE:
        if pattern.match(text.strip()):
            return NO_TIME.sub("?", pattern.sub(put, text.strip()))
    return text
