"""How a language model says that it found nothing, and how it marks a source. Rules are data."""

import re

DECLINES = (  # a pattern for the first sentence of a reply, and an invented one that it reads
    (
        re.compile(
            r"\b(?:sources?|passages?|context|information|text|articles?)\b[^.]*\b"
            r"(?:do(?:es)? not|don['’]t|doesn['’]t|did not|never) "
            r"(?:provide|contain|mention|specify|state|include|give|say|indicate|offer|address)",
            re.I,
        ),
        "The provided sources do not mention who chaired the herring talks.",
    ),
    (
        re.compile(r"\bno (?:specific |relevant )?(?:information|mention|details?)\b", re.I),
        "There is no information on the price of the ferry.",
    ),
    (
        re.compile(r"\bnone of the (?:provided )?(?:sources|passages)\b", re.I),
        "None of the sources is of help here.",
    ),
    (
        re.compile(
            r"\b(?:is|are|was|were) not (?:\w+ )?(?:mentioned|specified|stated|provided|given|"
            r"known|named|clear)\b",
            re.I,
        ),
        "The name of the envoy is not given.",
    ),
    (
        re.compile(r"\b(?:cannot|can['’]t|unable to|not possible to) (?:\w+ )?"
                   r"(?:answer|determine|say|tell|find|provide|identify)\b", re.I),
        "I cannot determine when the bridge opened.",
    ),
)  # fmt: skip
MARKER = re.compile(r"\[\s*(?:Source )?(\d+(?:\s*,\s*(?:Source )?\d+)*)\s*\]|\(?\bSource (\d+)\)?")
END = re.compile(r"(?<=[.!?\]”\"])\s+(?=[A-ZÀ-Þ“\"])")  # where one sentence of a reply ends
