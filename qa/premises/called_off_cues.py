"""Rules as data: the words by which a meeting is called off or put off, and those of its sort."""

from __future__ import annotations

import re

ANY_MEETING = frozenset(
    ["meeting", "meetings", "talks", "talk", "negotiations", "session", "round", "met",
     "encounter", "audience", "reception", "consultations", "conference", "review"]
)  # fmt: skip
JOURNEYS = frozenset(["visit", "visits", "trip", "trips", "journey", "journeys", "tour", "tours"])
EVENTS = (  # the words of one sort, of which a cancelled one is the one asked about
    frozenset(["dinner", "dinners", "supper", "dined"]),
    frozenset(["lunch", "lunches", "luncheon", "lunched"]),
    frozenset(["breakfast", "breakfasts"]),
    JOURNEYS,
    frozenset(["call", "calls", "phone", "telephone", "telephoned"]),
    frozenset(["signing", "ceremony"]),
    frozenset(["summit", "summits"]),
    ANY_MEETING,
)
_EVENT = rf"(?P<event>{'|'.join(sorted({word for sort in EVENTS for word in sort}))})"
NAMED = re.compile(rf"\b{_EVENT}\b", re.IGNORECASE)
_GAP = r"(?:[^.;:!?]|\.(?=,?\s?\d))"  # "due on Dec. 12"
_GONE = (
    r"(?:cancell?ed|called off|scrapped|abandoned|shelved|off(?=\s*(?:[.;,]|$|and\b|because\b)))"
)
CALLED_OFF = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        # "The dinner for two was cancelled", "Thursday's talks on tariffs are off"
        rf"\b{_EVENT}\b{_GAP}{{0,120}}?\b(?P<gone>(?:was|were|is|are|been) (?:\w+ly )?{_GONE})",
        # "the visit never took place", "the trip will not be made", "the talks fell through"
        rf"\b{_EVENT}\b{_GAP}{{0,120}}?\b(?P<gone>(?:never|(?:did|will|would) not) "
        r"(?:take place|took place|be held|be made|happen(?:ed)?|c[ao]me off)|fell through)",
        # "Berg cancelled his trip to Riga", "called off the dinner"
        rf"\b(?P<gone>{_GONE}) (?:his|her|their|the|its|a) (?:[\w’'-]+ ){{0,4}}?{_EVENT}\b",
    )
)
PUT_OFF = re.compile(  # "The talks due in Riga on Tuesday have been moved to Vik"
    rf"\b{_EVENT}\b{_GAP}{{0,160}}?\b(?P<gone>(?:was|were|is|are|been) (?:\w+ly )?"
    r"(?:postponed|put off|moved|delayed|rescheduled|pushed back|put back))\b",
    re.IGNORECASE,
)
NEVER_MET = re.compile(  # "They never met", "the ministers have never met"
    r"\b(?:they|the two(?: \w+)?|both(?: \w+)?|the (?:\w+ )?(?:ministers|presidents|premiers|"
    r"leaders|men|women|sides))(?: have| had)? never met(?=\s*(?:[.;,]|$)| (?:in|at|on|there)\b)",
    re.IGNORECASE,
)
TAKEN_BACK = re.compile(  # before it, in its clause: "denied that the talks were cancelled"
    r"(?:\b(?:nearly|almost|if|unless|whether|not|never|no|den(?:y|ied|ies)|may|might|would|"
    r"reject\w*|fear\w*|warn\w*|threat\w*)\b|n['’]t\b)[^.;:!?]*$",
    re.IGNORECASE,
)
WHICH_ONE = re.compile(
    r"\b(?:the eve of|before|after|ahead of|following|during) (?:the|his|her|their) [^,?]{3,60}",
    re.IGNORECASE,
)
OF_WHOM = frozenset(["of", "for", "with", "between"])
THEIRS = frozenset(["the", "their", "his", "her", "this", "that"])
WISHED = re.compile(r"\b(?:meant|hoped?|intend\w*|want\w*|plan\w*|expect\w*|due|wish\w*)\b", re.I)
FATE = re.compile(  # "What became of the dinner to which Berg had invited Stone?"
    r"^\W*(?:and |but |so )?what (?:(?:became|ha[ds] become) of|(?:had )?happened (?:to|with)|"
    r"(?:came|had come) of (?=[^?]*\b(?:invited|planned|due|announced|was to|were to)\b))",
    re.IGNORECASE,
)
