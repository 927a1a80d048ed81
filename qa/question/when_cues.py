"""Rules as data: the words by which a question says as of when, and counts from another day."""

from __future__ import annotations

import re

OPEN_YEAR = re.compile(r"XXXX-(?P<month>\d\d)(?:-(?P<day>\d\d))?$")
AS_OF = re.compile(  # "On 4 May 2019, had the palace confirmed it?" "as of June 2019"
    r"^(?:on|by|as of|as at|until|at|in)\s*$|\b(?:as of|as at|as known on|known (?:on|by|as of)|"
    r"as things stood (?:on|in)|as reported by)\s*$",
    re.IGNORECASE,
)
STOOD = re.compile(  # what may stand after such a day
    r"^,? ?(?:had|was|were|what was|what had|did|is|has|how|who)\b.*\b(?:confirmed?|known|"
    r"announced|"
    r"planned|scheduled|cancell?ed|called off|postponed|denied|decided|agreed|certain|expected|"
    r"taken place|still|already|yet|status|due|on schedule|settled|official(?:ly)?|definite|fixed|"
    r"clear|sure|firm|made public)\b",
    re.IGNORECASE,
)
STOOD_BY = re.compile(  # "Had the palace confirmed it by 4 May?": no day of what was confirmed
    r"^(?:and |but |so )?(?:had|has|was|were|is|are|who had|who has)\b.*\b(?:confirmed|announced|"
    r"settled|certain|official(?:ly)?|definite|known|made public|clear|sure)\b.*\bby\s*$",
    re.IGNORECASE,
)
EXPLICIT_AS_OF = re.compile(r"\bas (?:of|at|known|things)\b|\bknown (?:on|by)\b", re.IGNORECASE)
BRACKETED = re.compile(r"\([^()]*$")  # "report 17 (2019-05-04)": the day of the report, not of it


MONTH_ALONE = re.compile(  # "the March talks", "the talks in the April fog"
    r"(?:(?<=\bthe )|(?<=\bThe ))(?P<month>January|February|March|April|May|June|July|August|"
    r"September|"
    r"October|November|December)\b(?! \d)"
)


FROM_ANOTHER = re.compile(  # a day that is told from one named before: "on the eve"
    r"(?:the )?(?:very )?(?:eve|(?:next|following|previous|preceding) (?:day|morning|evening))$",
    re.IGNORECASE,
)
STRETCH = re.compile(  # "in the next two weeks", "the past ten days"; of hours no day follows
    r"(?:the |these |this )?(?P<way>next|coming|following|past|last|previous) "
    r"(?!.*\b(?:hours?|minutes?|seconds?)\b)",
    re.IGNORECASE,
)
