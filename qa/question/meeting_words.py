"""Rules as data: the words by which a question speaks of a meeting: form and status."""

from __future__ import annotations

import re

from index.meeting_records import Form, Status
from index.mention_cues import NOUNS

# Nouns of meetings and their forms; "talks" only in the plural, a call only beside a telephone.
FORM_NOUNS: dict[str, Form] = {
    **{noun: form for noun, form in NOUNS.items() if noun not in ("talk", "round", "tour")},
    **{f"{noun}s": form for noun, form in NOUNS.items() if noun not in ("round", "tour")},
    "talks": "talks", "gathering": "meeting", "rendezvous": "meeting", "phonecall": "call",
    "conversation": "talks", "conversations": "talks",
}  # fmt: skip
MEETING_VERBS: dict[str, Form] = {
    **dict.fromkeys(["meet", "meets", "met", "convene", "convened", "convenes"], "meeting"),
    **dict.fromkeys(["gather", "gathered", "assemble", "assembled", "reconvene"], "meeting"),
    **dict.fromkeys(["confer", "conferred", "conferring", "negotiate", "negotiated", "negotiates"],
                    "talks"),
    **dict.fromkeys(["receive", "received", "receives", "receiving"], "reception"),
    **dict.fromkeys(["host", "hosted", "hosts", "hosting"], "reception"),
    **dict.fromkeys(["welcome", "welcomed", "welcoming", "greet", "greeted", "greeting"],
                    "reception"),
    **dict.fromkeys(["visit", "visited", "visits", "visiting"], "visit"),
    **dict.fromkeys(["phone", "phoned", "telephone", "telephoned"], "call"),
    **dict.fromkeys(["dine", "dined", "lunched", "breakfasted", "supped"], "meeting"),
}  # fmt: skip
# "Did Berg come to Riga?" asks for any meeting there; "come to an agreement" does not
COMING = frozenset(
    ["come", "comes", "came", "travel", "travelled", "traveled", "fly", "flew", "flown", "go",
     "went", "gone", "been"]
)  # fmt: skip
# "How often has Berg been to Riga?" counts visits
GOING_TO = re.compile(rf"\b(?:{'|'.join(COMING)}|coming|going)(?: back)? to\b", re.IGNORECASE)
# "Who lunched with whom?" asks for a lunch: no other meeting of the same people is one
MEALS: dict[str, str] = {
    **dict.fromkeys(["lunch", "lunches", "lunched", "luncheon", "luncheons"], "lunch"),
    **dict.fromkeys(["dinner", "dinners", "dine", "dined", "dining", "supper", "supped"], "dinner"),
    **dict.fromkeys(["breakfast", "breakfasts", "breakfasted"], "breakfast"),
}  # fmt: skip
# Only before somebody: "talk to Stone", "saw Stone"
LOOSE_VERBS: dict[str, Form] = {
    **dict.fromkeys(["talk", "talked", "talking", "speak", "spoke", "spoken", "speaking"], "talks"),
    **dict.fromkeys(["consult", "consulted", "consulting"], "talks"),
    **dict.fromkeys(["see", "sees", "saw", "seen", "seeing"], "meeting"),
    **dict.fromkeys(["call", "called", "ring", "rang"], "call"),
}
BESIDE_LOOSE = frozenset(["to", "with"])
# "Berg and Stone spoke of herring" tells of what each said; "talked in Oslo" of both together
SPEAKING_OF = frozenset(["of", "about", "out", "up", "for", "against", "at"])
# "talked to the press": a statement
THE_PRESS = frozenset(["press", "reporters", "journalists", "media", "newspaper", "correspondents"])
CALL_NOUN_BEFORE = frozenset(  # "the Berg-Stone call before the talks"; not "call it useful"
    ["to", "with", "between", "in", "of", "from", "before", "after", "or", "and", "last", "lasted",
     "take", "took", "was", "be", "happen"]
)  # fmt: skip
JOINING = re.compile(
    r"\b(?:attend\w*|took part|take part|taken part|participat\w+|join(?:ed|s)?)\b"
)
# "When were Berg and Stone last together?"
TOGETHER = re.compile(
    r"\b(?:was|were|been|be|are|come|came|get|got|seen|sat|sit|alone) (?:[\w'’-]+ ){0,7}?together\b"
)

# "Which were planned and never held?" "without any report that they took place" "only announced"
NEVER_HELD = re.compile(
    r"\b(?:not|never|without|nowhere|nothing|no (?:report|article|word)s?)\b[^,;]{0,50}?\b(?:held|"
    r"took place|taken place|take place|happen\w*|came off)\b|"
    r"\bonly (?:\w+ )?(?:announced|planned|scheduled)\b|\byet to (?:be held|take place)\b",
    re.IGNORECASE,
)
# "Was the visit called off?"
STATUSES: tuple[tuple[re.Pattern[str], Status], ...] = (
    (re.compile(r"\b(?:cancel\w*|call(?:ed)? off|scrap\w*|off)\b(?! the)"), Status.CANCELLED),
    (re.compile(r"\b(?:postpon\w*|put off|delay\w*|reschedul\w*|push(?:ed)? back|on schedule|"
                r"on track)\b"),
     Status.POSTPONED),
    (re.compile(r"\b(?:den(?:y|ied|ies|ial)|dismiss\w*)\b"), Status.DENIED),
    (NEVER_HELD, Status.ANNOUNCED),
    (re.compile(r"\bconfirm\w*\b"), Status.CONFIRMED),
    (re.compile(r"\b(?:under ?way|going on|in progress)\b"), Status.UNDER_WAY),
    (re.compile(r"\b(?:announce\w*|scheduled|planned|due to)\b"), Status.ANNOUNCED),
    (re.compile(r"\b(?:held|took place|taken place)\b"), Status.HELD),
)  # fmt: skip
