"""Rules as data: what tells that a printed date lies behind or ahead, and what is written today."""

from __future__ import annotations

import re

from index.cues import WEEKDAY

# A sentence with one of these may speak of what is still to come: its dates bound nothing.
MAY_LIE_AHEAD = re.compile(  # "The pact expires in 2031", "sets a target for 2031"
    r"\b(will|shall|would|could|should|may|might|can|must|to be|due|schedul\w+|plan\w*|expect\w*|"
    r"set|until|till|later than|expir\w+|deadline|through|ending|ends?|upcoming|next|"
    r"hop\w+|propos\w+|target\w*|goals?|aim\w*|forecast\w*|starting|beginning|effective|updated|"
    r"going|delay\w*|postpon\w+|commit\w*|terms?|seasons?|elections?|fiscal|wants?|toward|effect|"
    r"matur\w+|host|return\w*|budget\w*|invit\w+|bid|run)\b|['’]ll\b",
    re.IGNORECASE,
)
LIES_BEHIND = re.compile(  # "The bridge opened in 2014", "has met him twice since 2014"
    r"\b(was|were|had|has been|have been|did|won|took|met|made|began|became|came|went|fell|rose|"
    r"left|lost|held|said|told|since|\w{2,}ed)\b",
    re.IGNORECASE,
)
NAMED_BY_DAY = re.compile(r"\b(?:of|since)\s$")  # "the Oslo accord of 3 May 2014" was made then
IN_THE_TIME = re.compile(r"\b(?:in|since|of|on|during|after)\s(?:early\s|late\s|mid-?\s?)?$", re.I)
OLD_PICTURE = re.compile(r"\b(file|archive|undated|old)\b", re.IGNORECASE)  # "a file photo"
WRITTEN_ON_IT = re.compile(  # "will receive her later on Thursday": written on that day
    rf"\b(?:(?:[Ll]ater|[Ee]arlier) on|[Ee]arlier)\s(?P<weekday>{WEEKDAY})\b"
)
NOT_IN_OFFICE = re.compile(  # "the former minister Anna Stone", "then-President Berg", "his deputy"
    r"\b(former|ex|then|late|future|onetime|one-time|ousted|deposed|old|previous|deputy|vice|shadow|"
    r"assistant|under|predecessor|successor)\W*$",
    re.IGNORECASE,
)
