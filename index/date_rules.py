"""The grammar of time expressions: its levels in order, and what the last of them are read for."""

from __future__ import annotations

from index.date_rules_calendar import DAYS, JOINED, NUMBERS, WITH_WEEKDAYS, YEARS
from index.date_rules_phrases import PARTS
from index.date_rules_relative import COUNTED, ROUGH, SIZES

LEVELS = (NUMBERS, DAYS, JOINED, WITH_WEEKDAYS, YEARS, SIZES, ROUGH, COUNTED, PARTS)
SPOKEN_OF = frozenset({"DAY", "MONTH", "YEAR", "PERIOD", "AMOUNT", "SPAN", "SET", "REF", "clocked"})
"""The classes that are time expressions when the last level is done."""

_TIME = "{the}?{TIME}(?!{poss|TIME|name})"
RELATIONS = (  # what stands before a time, and what it makes of it; a later row overrides
    ("{since}", "since"),  # "since May 2015"
    ("{after}", "after"),
    ("{before}", "before"),
    ("{until}", "until"),
    ("{by}", "by"),
    ("{starting}{on|in|from}?", "since"),  # "starting on 3 March"
    ("{later}{than}", "after"),
    ("{earlier}{than}", "before"),
    ("{no}{later}{than}", "by"),
    ("{no}{earlier}{than}", "since"),
)
RELATION_PATTERNS = tuple((pattern + _TIME, relation) for pattern, relation in RELATIONS)
RANGES = (
    "{from}{TIME|REF:first}{to|until|dash}{the}?{TIME|REF:last}",  # "from 3 March to 5 March"
    "{between}{TIME|REF:first}{and|dash|to}{the}?{TIME|REF:last}",  # "between March and May"
    "(?<!{from|between}){TIME:first}{to|until|dash}{the}?{TIME:last}",  # "March 3 to March 5"
)
