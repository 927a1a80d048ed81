"""Rules as data: the words by which a report says that somebody was not there."""

from __future__ import annotations

import re

_ABSENT = (
    # "The Latvian minister did not come."
    r"(?:did not|didn['’]t|could not|would not) (?:\w+ )?(?:come|appear|attend|turn up|show up|"
    r"take part|travel|fly|make it|make the trip|join|arrive)",
    # "Lund was missing from the photograph."
    r"(?:was|were) (?:absent|missing|not (?:there|present|among|in the room|at the table))",
    # "Lund stayed away." "Lund spent the day in Cork."
    r"(?:stayed|stays|kept) (?:away|at home|behind)",
    r"(?:stayed|remained) in [A-Z]",
    # "Lund skipped the lunch."
    r"(?:skipped|missed|boycotted) the",
    # "Lund failed to appear."
    r"failed to (?:come|appear|attend|arrive|turn up|show up)",
    # "Lund pulled out on the eve."
    r"(?:pulled out|cried off|begged off|sent (?:his|her) (?:regrets|apologies|excuses))",
)
ABSENT = re.compile(rf"\b(?:{'|'.join(_ABSENT)})\b")
LOOKED_FOR = "{name} did not come, was absent, stayed away"  # what passages are searched with
