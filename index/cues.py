"""Rules as data: the words and patterns that zones, sentences and questions are told by.

Each stands with an example. The code that reads them knows none of them by heart, so a journalist
can add one without reading the code.
"""

from __future__ import annotations

import re

MONTHS = {  # English names and the abbreviations of the wire
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}
MONTH = r"(?:" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\b\.?"
DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
YEAR = r"(?:1[6-9]|20|21)\d\d"
MONTH_DAY = rf"(?:{MONTH}\s+{DAY}|{DAY}\s+{MONTH})(?:,?\s+{YEAR})?"
WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"

# The line that opens a wire story. Place, then day, agency or both, then a dash or full stop.
CAPITALS = r"[^\W\d_a-zß-öø-ÿ]"
PLACE = rf"(?!{WEEKDAY})(?:{CAPITALS}[\w.'’/\-]*)(?:[ \-–][\w.'’/\-]+){{0,3}}(?:,\s(?!{WEEKDAY})[^\W\d_][\w.'’ ]{{1,24}}?)?"
AGENCY = r"(?:/[^/\s][^/\n]{0,38}[^/\s]/|\([^()\n]{2,40}\))"
DASH = r"(?:\s*(?:--|[—–-])(?=\s|$))"
DATELINES = tuple(
    re.compile(pattern)
    for pattern in (
        # "TALLINN, May 14. /Northline/." and "Moscow, December 16, 2015 (NNA) - " and the bare line
        rf"(?P<place>{PLACE})[,.]?\s(?:{WEEKDAY},?\s)?(?i:{MONTH_DAY})\.?,?(?:\s*{AGENCY})?"
        rf"(?:{DASH}|\.|(?=\n|$))+",
        # "TALLINN, 14 de mayo. /Northline/." in a language whose months we do not read here
        rf"(?P<place>{PLACE}),\s[^.\n/()]{{3,30}}\.?\s{AGENCY}\.?",
        # "GDANSK, Poland (MERIDIAN) —" and "RIGA. /Northline/."
        rf"(?P<place>{PLACE})[,.]?\s{AGENCY}(?:{DASH}|\.|(?=\n|$))?",
        # "SHKODRA – The buses are here": the place in capitals
        rf"(?P<place>{CAPITALS}{{3,}}(?:[ \-]{CAPITALS}{{2,}}){{0,3}})(?:,\s[^\W\d_][\w.’' ]{{1,24}}?)?"
        rf"{DASH}",
        # "Wednesday, 17 January 2018": a line of its own
        rf"(?P<place>)(?:{WEEKDAY},?\s)?(?i:{MONTH_DAY})\.?(?=\n|$)",
        # "LA PAZ. The bishop had brought the bread"
        rf"(?P<place>{CAPITALS}{{3,}}|{CAPITALS}{{2,}}(?:[ \-]{CAPITALS}{{2,}}){{1,3}})\.(?=\s)",
    )
)

# Lines that are the portal's and not the story's. Matched against a whole line, case folded.
BOILERPLATE = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"(all|latest|more|top|breaking) (news|stories|headlines)\W*",  # "All news"
        r"(read|see|watch) (also|more|next)\b.*",  # "Read also: Ferry strike ends"
        r"(related|most read|most popular|recommended|trending)\b.{0,40}",  # "Most read"
        r"(share|tweet|print|e-?mail|copy link|like|follow us|sign in|log ?in)\b.{0,60}",
        r"(enjoying|support|subscribe|donate|sign up|join us|become a member)\b.*",  # "Subscribe now"
        r".*\b(all rights reserved|terms of use|privacy policy|cookies?|unsubscribe)\b.*",
        r"(comments?|leave a (comment|reply)|no comments|your (name|e-?mail))\b.{0,80}",
        r"(©|\(c\)|copyright)\s.*",  # "© 2014-2025 The Courier"
        r".*\b(reproduction|republished|distribution) (by agreement|prohibited|with permission).*",
        r"(home|start)( ?[|/>»] ?[^|/>»]{2,30}){2,}",  # "Home | Ports | Ships"
        r"[^|\n]{2,30}(\s\|\s[^|\n]{2,30}){2,}",  # "Prichal | Ports | Ships | People"
        r"[-_=*~.\s]{3,}",  # "---"
        r"you (receive|received) this .*",
    )
)

# Lines that say whose words or picture it is.
CREDITS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"(photos?|pictures?|image|foto|graphic|video)( by| credit|:).{0,80}",  # "Photo by: S. Wren"
        r"(source|fuente|quelle|izvor|источник)\s?:\s.{2,80}",  # "Source: Northline News Agency"
        r"©\s?\D{3,60}",  # "© Anna Berg/NNA": no year, so no copyright line
        r"by (?-i:[A-Z])[^.\n]{2,60}",  # "By Agnes Rowntree in Istanbul"
        r"from our .{3,40} correspondent",
        r"\(?(reporting|writing|editing|translated|translation|traducción)\b( by|:).{2,120}",
        r".{0,60}\b(and|with) (news )?agencies",  # "Lakes Tribune and agencies"
    )
)

# A caption tells what a picture shows; with a credit at its end, or beside one.
PHOTO_TAIL = re.compile(
    r"(photo|picture|image)( by|:)|©|\bfile photo\b|/[A-Z]{2,8}$", re.IGNORECASE
)
CAPTION_VERBS = re.compile(  # "Stone (left) shakes hands with Berg in Oslo on 11 March 2024."
    r"\((left|right|centre|center|l|r|c|from left)\)|\b(pictured|seen here|poses?|shakes? hands|"
    r"speaks to (reporters|the press|journalists|media)|looks on|arrives? for|file photo)\b",
    re.IGNORECASE,
)

# Words of another outlet, quoted at length: the verb says that an outlet, not a person, speaks.
OUTLET_WRITES = r"(?:writes|wrote|reports|reported|notes|notices|noted|noticed|comments|commented)"
OUTLET_BEFORE = re.compile(  # "The Post wrote: «"
    rf"(?P<outlet>[A-Z][^.!?\n«»“”\"]{{1,60}})\b{OUTLET_WRITES}\b[^.!?\n«»“”\"]{{0,30}}[:,]?\s*$"
)
OUTLET_AFTER = re.compile(  # "», - The Courier writes"
    rf"^\s*[,.]?\s*[-–—]?\s*(?P<outlet>(?:[Tt]he\s)?(?:[A-Z][\w&'’.-]*\s){{1,5}}){OUTLET_WRITES}\b"
)
OUTLET_NOUNS = re.compile(  # words that outlets are named with, or called by
    r"\b(post|times|courier|tribune|telegraph|herald|journal|news|agency|bulletin|daily|gazette|press|"
    r"radio|television|tv|magazine|newspaper|paper|weekly|observer|chronicle|newsletter|website|diario)\b",
    re.IGNORECASE,
)
SHORTEST_OTHER_OUTLET = 12  # words: shorter quotations are the story's own

FUNCTION_WORDS = frozenset(  # no English sentence of eight words or more does without all of them
    ["the", "a", "an", "of", "to", "in", "on", "at", "for", "by", "with", "from", "and", "or", "but", "is", "are", "was", "were", "be", "been", "has", "have", "had", "will", "would", "that", "this", "it", "its", "he", "she", "they", "his", "her", "their", "as", "not", "who", "which", "said", "says", "after", "before", "when"]
)

ABBREVIATIONS = (  # a full stop after these ends no sentence; beyond those the library knows
    "eds", "ret", "approx", "incl", "resp",
)  # fmt: skip

# What a question asks for, told by its opening; the first that matches holds.
WANTS = tuple(
    (re.compile(pattern, re.IGNORECASE), wants)
    for pattern, wants in (
        (r"\bwhat (did|does|do|was|is)\b.*\b(say|said|tell|told|call(ed)?|describe|reply|answer)\b", "speech"),
        (r"\bhow did\b.*\b(describe|explain|call|put it|react|respond|answer)\b", "speech"),
        (r"\b(in|of|with|on|at) (what|which) (year|month|day|date|time)\b", "time"),
        (r"\b(when|what (time|day|date|year|month)|which (year|month|day|date)|how soon)\b", "time"),
        (r"\b(how (many|much|long|far|often|big|large|old|high|deep|tall|wide|heavy|big))\b", "quantity"),
        (r"\bwhat (share|percentage|percent|price|amount|sum|number|rate|proportion)\b", "quantity"),
        (r"\b(why|what (reason|caused|made|prompted|explains)|for what reason|how come)\b", "reason"),
        (r"\b(who|whom|whose|which (minister|person|official|envoy|spokes\w+|president|general))\b", "person"),
        (r"\b(where|(in|at|to|from) (which|what) (city|town|place|port|building|hotel|country|venue|room|"
         r"hall|airport|village|street|island|house))\b", "place"),
        (r"\bwhich (city|town|port|building|hotel|country|venue|room|hall|airport|island)\b", "place"),
    )
)  # fmt: skip

# Words of a question that carry no content of their own.
STOP_WORDS = frozenset(
    ["a", "about", "according", "after", "all", "also", "am", "an", "and", "any", "are", "as", "asked", "at", "be", "because", "been", "before", "being", "but", "by", "can", "could", "did", "do", "does", "done", "during", "each", "else", "even", "ever", "exactly", "for", "from", "get", "gets", "give", "given", "go", "got", "had", "has", "have", "he", "her", "hers", "him", "his", "how", "i", "if", "in", "into", "is", "it", "its", "just", "let", "me", "many", "may", "might", "more", "most", "much", "must", "my", "no", "nor", "not", "of", "off", "on", "once", "one", "or", "other", "our", "out", "over", "own", "per", "please", "put", "really", "s", "said", "say", "says", "shall", "she", "should", "so", "some", "such", "t", "tell", "than", "that", "the", "their", "them", "then", "there", "these", "they", "this", "those", "through", "to", "too", "took", "under", "until", "up", "upon", "us", "was", "we", "were", "what", "when", "where", "which", "while", "who", "whom", "whose", "why", "will", "with", "within", "without", "would", "yet", "you", "your", "according", "article", "articles", "report", "reports", "reported", "archive", "mention", "mentioned", "happen", "happened"]
)

REASON_CUES = re.compile(  # "because the cable had failed", "owing to fog"
    r"\b(because|since|as a result|due to|owing to|thanks to|so that|in order to|reasons?|explain\w*|"
    r"blam\w+|cit(?:ed|ing)|over|after|caused|to avoid)\b",
    re.IGNORECASE,
)
SPEECH_CUES = re.compile(  # "“No,” he said."
    r"[“”\"«»]|\b(said|says|told|added|asked|replied|answered|called|noted|stressed|wrote|according to|"
    r"quipped|joked|warned|insisted|declared|announced)\b",
    re.IGNORECASE,
)
QUANTITY = re.compile(  # "three-hour", "12 boats", "a dozen"
    r"\d|\b(one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|"
    r"sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|"
    r"hundred|thousand|million|billion|dozen|half|third|quarter|twice|once|both|single|couple)\b",
    re.IGNORECASE,
)
TIME_CUES = re.compile(
    rf"\b({MONTH}|{WEEKDAY}|{YEAR}|today|yesterday|tomorrow|tonight|week|month|year|morning|afternoon|"
    r"evening|noon|midnight|hours?|a\.m\.|p\.m\.|days?|ago|eve)\b",
    re.IGNORECASE,
)
PLACE_CUES = re.compile(  # "in Oslo", "aboard the ferry"
    r"\b(in|at|to|from|near|outside|inside|aboard|on board|on|off|into|behind)\s(the\s)?(\w+\s){0,2}[A-Z]"
)
PRONOUNS = frozenset(["he", "she", "him", "her", "his", "hers", "they", "them", "their", "theirs", "it", "its"])
