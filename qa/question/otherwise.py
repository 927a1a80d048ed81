"""Rules as data: questions put in words that no rule reads, in words that one does.

Each row is a pattern and what stands for it. Only what asks is put otherwise; names, times and what
is asked about stay as they were written.
"""

from __future__ import annotations

import re

_NAMES = r"(?:[A-Z][\w.’'-]*)(?: (?:of |for |the |and )*[A-Z][\w.’'-]*)*"
OTHERWISE = tuple(
    (re.compile(pattern), put)
    for pattern, put in (
        # "Who spoke for the Harbour Ministry in May?"
        (
            rf"^(?P<and>(?i:and )?)(?i:who) (?i:spoke|speaks|was speaking|talked) for "
            rf"(?:(?i:the) )?(?P<body>{_NAMES})(?P<rest>.*)$",
            r"\g<and>Who was the \g<body> spokesperson\g<rest>",
        ),
        # "By which date was the harbour agreement to be carried out?"
        (
            r"^(?i:by|until) (?i:what|which) (?i:date|day|time|month) (?i:was|were|is|are|had|did) "
            r"(?P<what>.+?) (?i:(?:supposed |due |meant |expected |required )?to) (?i:be )?"
            r"(?i:carried out|implemented|fulfilled|completed|met|honou?red|concluded|finished|"
            r"put into effect|applied)(?P<rest>.*)$",
            r"What was the deadline of \g<what>\g<rest>",
        ),
    )
)


def put_otherwise(text: str) -> str:
    """The question in words that the rules read; as it is where no row is of it."""
    for pattern, put in OTHERWISE:
        if pattern.match(text.strip()):
            return pattern.sub(put, text.strip())
    return text
