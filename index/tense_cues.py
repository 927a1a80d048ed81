"""Rules as data: the words that tell a tense, each with an invented example."""

from __future__ import annotations

import re

from index.date_records import Tense

NEXT_SENTENCE = re.compile(
    r"[.!?][\"”’')»]*\s+(?=[\"“‘'`(«]*[A-Z])(?<!\b[A-Z]\.\s)(?<!\b(?:Mr|Ms|Dr|St)\.\s)|\n\s*\n"
)
PREPOSITIONS: tuple[
    tuple[re.Pattern[str], Tense], ...
] = (  # what stands right before the time and settles its side
    (re.compile(r"\bsince\s+(?:\w+\s+)?$", re.IGNORECASE), "past"),  # "since Friday"
    (
        re.compile(r"\b(?:ended|ending|dated)\s+(?:on\s+)?$", re.IGNORECASE),
        "past",
    ),  # "the year ended March 31"
    (
        re.compile(
            r"\b(?:due|(?:scheduled|set|slated|planned) for|starting|beginning|effective)\s+"
            r"(?:on\s+|in\s+)?$",
            re.IGNORECASE,
        ),
        "future",
    ),
    (
        re.compile(r"\b(?:scheduled|set|slated|planned|due)\s+for\s+(?:\w+\s+){1,3}(?:on|in)\s+$"),
        "future",
    ),  # "talks set for Friday"
)
# A weekday right behind a verb of saying is its own: "said on Friday the ferry would sail"
SAID_ON = re.compile(
    r"\b(?:(?:said|announced|confirmed|reported|stated|declared|added|noted|wrote|tweeted|warned|"
    r"insisted|claimed|acknowledged|admitted|predicted|vowed|promised|pledged)|"
    r"told (?:the |an? |his |her |its |their )?"
    r"(?:[\w’'.-]+|(?:[A-Z][\w’'.-]*\s){1,2}[A-Z][\w’'.-]*))"
    r"\s+(?:late |early )?(?:on )?$"
)
WEEKDAY_ALONE = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?!['’]s)", re.IGNORECASE)
FUTURE_SIGN = re.compile(
    r"\b(?:will|would|wo|shall|may|might|could|can|should|must|plan(?:s|ned|ning)?|due|"
    r"scheduled?|expect(?:s|ed|ing)?|"
    r"going|hop(?:es?|ed|ing)|intend(?:s|ed)?|aim(?:s|ed)?|set for|slated|proposed?|"
    r"upcoming|until|by|before|"
    r"is|are|'s|'re|awaits?|next|pending|deadline|vow(?:s|ed)?|ready)\b|['’]ll\b|"
    r"\bto\s+(?!the\b|a\b|an\b|his\b|her\b|its\b|their\b|"
    r"this\b|that\b|them\b|him\b|[A-Z\d$])[a-z]+",
)  # "will meet", "is due", "to open"
PAST_SIGN = re.compile(
    r"\b(?:was|were|had|has|have|been|did|said|told|went|came|made|took|met|held|began|left|rose|fell|sent|"
    r"brought|won|lost|became|got|gave|found|led|saw|spoke|wrote|felt|kept|paid|put|ran|sat|shot|struck|"
    r"broke|drew|flew|grew|knew|threw|(?!need|inde|excee|procee|succee|fee|see|spee|hundr|unit)[a-z]{2,}ed)\b"
)  # "said", "closed"
PLANNED = frozenset((  # the thing planned lies ahead of the planning: "planned a visit for Friday"
    "plan", "plans", "planned", "planning", "schedule", "schedules", "scheduled", "expect",
    "expects", "expected", "set", "due", "slated", "hope", "hopes", "hoped", "propose", "proposed",
    "proposes", "await", "awaits", "awaited", "intend", "intends", "arranged", "fixed",
))  # fmt: skip
AHEAD_PREPOSITIONS = frozenset({"for", "by", "until", "before"})
BEGUN = frozenset((  # an infinitive after these has begun: "managed to land on Friday"
    "began", "begun", "started", "continued", "managed", "failed", "forced", "refused", "declined",
    "came", "went", "used", "helped", "appeared", "seemed", "turned", "ceased", "rushed",
    "returned", "gathered", "voted", "allowed", "caused", "led", "proved", "happened", "tried",
))  # fmt: skip
SAYING_NOW = frozenset({"says", "tells", "reports", "writes", "adds", "notes"})  # of what was said
