"""Rules as data: the kinds of Recognizers phrases that news does not hold."""

from __future__ import annotations

import re

ORDINAL = (  # of a day, in words: "second", "twenty-second"
    r"(?:(?:twenty|thirty)[ -])?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|"
    r"(?:ten|eleven|twelf|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twentie|"
    r"thirtie)th)"
)
LEFT_OUT = tuple(  # the kind, and a pattern over the whole phrase in small letters
    (kind, re.compile(pattern))
    for kind, pattern in (
        # "2021-4", "4/2021"
        ("month and year in figures",
         r"\d{4}\s*[-/.]\s*\d{1,2}|\d{1,2}\s*[-/.]\s*\d{4}|\d{4} \d{1,2} \d{1,2}"),
        # "on 4/9": which of the two is the month no reader of news can tell
        ("day and month in figures without a year",
         r".*(?<![\d/.-])\d{1,2}[-/.]\d{1,2}(?![\d/.-]).*"),
        # "9-2021-April"
        ("parts of a date out of order",
         r"\d{1,2}-\d{4}-[a-z]+|\d{4}/\d{1,2}/[a-z]+|[a-z]+-\d{4}-\d{1,2}|.*\d{1,2}/\d{1,2},\s?\d{2}"),
        # "on 9", "from 3 to 9"
        ("a bare number for a day",
         rf"(?:the )?\d{{1,2}}|(?:the )?{ORDINAL}"
         r"|.*\b(?:from|between|to)?\s?\d{1,2} (?:to|till|and|until|-|through) \d{1,2}\b"
         r"(?!,? \w+ \d{4}).*"),
        # "Thu 9th"
        ("a weekday and a day without a month",
         r"(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,?(?: the)? "
         r"\w+(?:st|nd|rd|th)"),
        # "my week", "EOM", "week 9", "the rest of the week"
        ("the language of a calendar program",
         r"(?:my|the) (?:day|week|month|year)|.*\beo[dwmy]\b.*|.*\bw/c\b.*|.*\bweek \d+.*"
         r"|end of (?:day|week|month|year)|.*year to date|ytd|.*\brest of.*|.*\basap\b.*"
         r"|.*back to work.*"),
        # "greater than 2009", "before or on 3 May 2009"
        ("the language of database queries",
         r".*(?:greater|equal|[<>=]|sooner than|ending with|before or|after or|later than or"
         r"|or later|or earlier|on or).*"),
        # "the next 9 days": in TIMEX3 a duration, with no days of its own
        ("a length of time up to or from the day of reference",
         r"(?:the )?(?:next|past|last|previous|coming|following|upcoming|within)? ?(?:the )?"
         r"(?:next|past|last|previous|coming|following|upcoming)? ?"
         r"(?:\d+|few|several|couple|two|three|four|five|six|ten|some)(?: of)? (?:more )?"
         r"(?:business )?(?:days?|weeks?|months?|years?|decades?)|.*\bwithin\b.*"),
    )
)  # fmt: skip


def left_out_kind(phrase: str) -> str | None:
    """The kind for which a phrase is left out; None for one that news can hold."""
    small = phrase.strip().lower()
    return next((kind for kind, pattern in LEFT_OUT if pattern.fullmatch(small)), None)
