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

# The line that opens a wire story: place, then day, agency or both, then a dash or full stop.
# Every repeat has an upper bound, so a line of 200,000 capitals takes no longer than one of 200.
UPPER = r"A-ZÀ-ÖØ-ÞΑ-ΩЀ-ЯƏ" + "".join(chr(n) for n in range(0x100, 0x180) if chr(n).isupper())
CAPITAL = f"[{UPPER}]"
NO_PLACE = (  # what opens other lines: "On May 14.", "UPDATE – The"
    r"(?:A|An|And|As|At|But|By|For|From|He|His|Her|If|In|It|Its|No|On|Or|She|That|The(?!\sHague)|"
    r"Their|"
    r"They|This|These|To|Until|We|When|With|UPDATE\w*|EXCLUSIVE|ANALYSIS|BREAKING|OPINION|"
    r"CORRECTED|"
    rf"NATO|OPEC|OSCE|ASEAN|UNESCO|UNICEF|{WEEKDAY}|(?i:{MONTH}))\b"
)
LINK = r"(?:(?:and|of|de|del|des|da|do|di|du|la|las|le|les|los|al|am|an|der|sur|upon|the)\s){0,2}"
NAME = rf"{CAPITAL}[\w.'’/-]{{0,24}}"
REGION = rf"(?:,\s(?!{NO_PLACE}){NAME}(?:\s{LINK}{NAME}){{0,2}})?"  # ", Bosnia and Herzegovina"
PLACE = rf"(?P<place>(?!{NO_PLACE}){NAME}(?:[\s–]{LINK}{NAME}){{0,3}}{REGION})"
SHOUTED = rf"{CAPITAL}[{UPPER}'’.]{{1,24}}"
CAPITALS = rf"(?P<place>(?!{NO_PLACE}){SHOUTED}(?:[\s/–-]{SHOUTED}){{0,4}}{REGION})"
LONG = rf"(?={CAPITAL}{{2,}}[\s/–'’.-]?{CAPITAL}{{2}})"  # "RIGA", "LA PAZ", but not "WHO"
FULL_DAY = rf"(?:{WEEKDAY},?\s)?(?i:{MONTH}\s+{DAY}|{DAY}\s+{MONTH}),?\s+{YEAR}"
SOME_DAY = rf"(?:{WEEKDAY},?\s)?(?i:{MONTH_DAY})\.?"
SLASHED = r"/[^/\s][^/\n]{0,38}[^/\s]/"
BRACKETED = rf"\((?!{WEEKDAY})[^()\n]{{2,40}}\)"
DASH = r"(?:\.?\s{0,3}(?:(?:--|[—–_-])(?=\s|$)|—))"
STOP = r"(?:[.:](?=\s|$))"
LINE_END = r"(?=[\r\n]|$)"
OPENING = rf"\s+[\"“‘«(]?{CAPITAL}"
DATELINES = tuple(
    re.compile(pattern)
    for pattern in (
        # "TALLINN, May 14. /Northline/." and "Moscow, December 16, 2015 (NNA) - "
        rf"{PLACE}[,.]?\s{SOME_DAY},?\s{{0,3}}(?:{SLASHED}|{BRACKETED})(?:{DASH}|{STOP})?",
        # "Aktau, 8 April – " and "Aktau, 8 April" on a line of its own
        rf"{PLACE}[,.]\s{SOME_DAY}(?:{DASH}(?!\s?\d)|{LINE_END})",
        # "Moscow, December 16, 2015. "
        rf"{PLACE}[,.]\s{FULL_DAY}{STOP}",
        # "HELSINKI, Dec. 13. " and "ENTEBBE, Friday –" and "BATUMI (NNA), Wednesday, June 30 —"
        rf"{CAPITALS}(?:\s{BRACKETED})?[,.]?\s(?:{SOME_DAY}|{WEEKDAY})(?:{DASH}|{STOP}|{LINE_END})",
        # "TALLINN, 14 de mayo. /Northline/." in a language whose months are not read here
        rf"{PLACE},\s(?=[^\n/()\d]{{0,29}}\d)[^\n/()]{{3,30}}\s(?:{SLASHED}{STOP}?|{BRACKETED}{DASH})",
        # "RIGA. /Northline/."
        rf"{PLACE}(?:,\s{WEEKDAY})?[,.]?\s{SLASHED}(?:{DASH}|{STOP}|{LINE_END})",
        # "GDANSK, Poland (MERIDIAN) —" and "Oslo, Monday (NNA) - "
        rf"{PLACE}(?:,\s{WEEKDAY})?[,.]?\s{BRACKETED}{DASH}",
        # "YANGON, Burma (NNA) The", the place in capitals
        rf"{LONG}{CAPITALS}\s{BRACKETED}(?:{STOP}|{LINE_END}|(?={OPENING}))",
        # "SHKODRA – The buses are here", but no headline in capitals
        rf"{LONG}{CAPITALS}{DASH}(?=\s?[\"“‘«(]?[{UPPER}\d][^\n]{{0,80}}[a-z]|{LINE_END})",
        # "NNA — The talks" and "Oslo NNA — The talks"
        rf"(?:{PLACE}\s)?[A-Z]{{2,8}}\s—(?={OPENING})",
        # "Wednesday, 17 January 2018" and "Published: 3 May 2019, 10:15 CET": lines of their own
        rf"(?P<place>)(?:(?:Published|Posted)(?:\son)?:?\s)?{SOME_DAY}"
        rf"(?:,?\s\d\d?[:.]\d\d(?:\s?[A-Za-z.]{{2,5}})?)?{LINE_END}",
        # "LA PAZ. The bishop had brought the bread"
        rf"{LONG}{CAPITALS}\.(?={OPENING}[^\n]{{0,80}}[a-z])",
    )
)

# "Patrols start July 1 RIGA, March 27, 2018. /NNA/. Norway": behind a subhead on the same line
GLUED = re.compile(
    rf"(?:[^\s.!?]{{1,30}} ){{4,20}}?{CAPITALS}[,.]\s{SOME_DAY},?\s{{0,3}}"
    rf"(?:{SLASHED}|{BRACKETED}){STOP}"
)

# Lines that are the portal's and not the story's. Matched against a whole line, case folded.
BOILERPLATE = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"(all|latest|more|top|breaking) (news|stories|headlines)\W*",  # "All news"
        r"(read|see|watch) (also|more|next)\b.*",  # "Read also: Ferry strike ends"
        r"(related|most read|most popular|recommended|"
        r"trending)\b(?!.*[.!?]$).{0,40}",  # "Most read"
        r"(related|recommended|trending|"
        r"more on this)( \w+)?:.{0,80}",  # "Related: Ferry strike ends"
        # "Share on Facebook Tweet Print", but "Share prices fell" is the story's
        r"(share|tweet|print|e-?mail|copy|like|save|log ?in|sign in|follow us)\b(\W+(share|tweet|"
        r"print|"
        r"e-?mail|copy|like|save|this|article|story|page|post|link|on|via|to|by|us|it|and|or|"
        r"with|x|"
        r"friends|facebook|twitter|instagram|telegram|whatsapp|linkedin|reddit|youtube))*\W*",
        r"(subscribe|donate|sign up|join us|become a (member|subscriber|supporter))\b.*",
        r"(enjoying (the|this|our)|support (us|our|independent|quality|"
        r"honest))\b.*",  # "Support us"
        r".*\b(all rights reserved|terms of use|privacy policy|unsubscribe)\b.*",
        r".*\b(cookie (policy|settings)|(use|uses|accept( all)?|our|these) cookies)\b.*",
        r"(no |\d+ |add a |post a |leave a |write a )?(comments?|reply)( yet)?( \(\d+\))?\W*",
        r"(leave a (comment|reply)|your (name|e-?mail)|comments (are|have been) closed)\b.{0,80}",
        r"(©|\(c\)|copyright)\s.*",  # "© 2014-2025 The Courier"
        r".*\b(reproduction|republished|distribution) (by agreement|prohibited|with permission).*",
        r"(home|start)( ?[|/>»] ?[^|/>»]{2,30}){2,}",  # "Home | Ports | Ships"
        r"[^|\n]{2,30}(\s\|\s[^|\n]{2,30}){2,}",  # "Prichal | Ports | Ships | People"
        r"[-_=*~.\s]{3,}",  # "---"
        r"(advertisement|sponsored( content)?|skip to (main )?content|back to top|loading)\W*",
        r"you (receive|received) this .*",
    )
)

# Lines that say whose words or picture it is.
CREDITS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        # "Photo by: S. Wren"
        r"(photos?|pictures?|image|foto|graphic|video)( by| credit|:).{0,80}",
        r"(source|fuente|quelle|izvor|источник)\s?:\s.{2,80}",  # "Source: Northline News Agency"
        r"©\s?\D{3,60}",  # "© Anna Berg/NNA": no year, so no copyright line
        # "By Agnes Rowntree in Istanbul", "By our staff", but not "By Monday the ferry had sailed"
        rf"by (?-i:(?!{WEEKDAY}|(?i:{MONTH}))[A-Z][\w.'’-]{{0,20}} (?:[a-z]{{1,3}} ){{0,2}}[A-Z])"
        r"(?:[^.\n]|(?<=\b[^\W\d_])\.){0,60}",
        r"by .{2,40}\b(staff|correspondents?|reporters?|desk|agencies|editors?)\b[^.\n]{0,20}",
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
    r"\b(post|times|courier|tribune|telegraph|herald|journal|news|agency|bulletin|daily|gazette|"
    r"press|"
    r"radio|television|tv|magazine|newspaper|paper|weekly|observer|chronicle|newsletter|website|"
    r"diario)\b",
    re.IGNORECASE,
)
SHORTEST_OTHER_OUTLET = 12  # words: shorter quotations are the story's own

FUNCTION_WORDS = frozenset((  # no English sentence of eight words or more does without all of them
    "the", "a", "an", "of", "to", "in", "on", "at", "for", "by", "with", "from", "and", "or",
    "but", "is", "are", "was", "were", "be", "been", "has", "have", "had", "will", "would",
    "that", "this", "it", "its", "he", "she", "they", "his", "her", "their", "as", "not", "who",
    "which", "said", "says", "after", "before", "when",
))  # fmt: skip

ABBREVIATIONS = (  # a full stop after these ends no sentence; beyond those the library knows
    # "Capt. Ek", "- eds. Northline", "Yu. V. Petrov"
    "approx", "capt", "col", "dr", "eds", "gen", "hon", "incl", "lt", "mr", "mrs", "ms", "prof",
    "resp", "ret", "rev", "sen", "sgt", "ch", "kh", "sh", "ts", "ya", "ye", "yu", "zh",
)  # fmt: skip

SAYING = (  # a question in quotes goes on with its asker: "“Why now?” Berg asked."
    "said", "asked", "added", "replied", "wondered", "told", "shouted", "exclaimed", "wrote",
    "joked",
)  # fmt: skip

# Before a word that asks, and not before one that goes on: "the envoy who came", "he left when".
ASKING = r"(?:^|[,.;:?!–-]\s*|\b(?:and|with|to|by|from|for|on|of|at|than|until|since)\s+)"

# What a question asks for, told by its opening; the first that matches holds.
WANTS = tuple(
    (re.compile(pattern, re.IGNORECASE), wants)
    for pattern, wants in (
        # "What did Lund call it?", "What was the envoy's verdict on the offer?"
        (r"\bwhat (did|does|do|was|is)\b.*\b(say|said|tell|told|call(ed)?(?! off)|describe|reply|"
         r"remark|answer|joke|quip|comment|verdict|compliment|retort|quotation|words?|shoot back|"
         r"snap back|fire back|exclaim|mutter|shout|whisper|boast|scoff)\b", "speech"),
        (r"\bhow did\b.*\b(describe|explain|call|put it|react|respond|answer|contrast|"
         r"comment|phrase|sum up)\b", "speech"),
        (r"\bwhat (remark|joke|quip|comment|verdict|reply|retort|words|answer|compliment|wisecrack|"
         r"comeback|boast|put-down|parting shot)\b", "speech"),
        (r"\breactions? (to|of)\b", "speech"),
        (r"\b(day|daily|monthly|hourly|annual) (rate|fee|rent|charge)\b", "quantity"),
        (r"\b(in|of|with|on|at) (what|which) (year|month|days?|date|time|hours?)\b", "time"),
        (rf"{ASKING}when\b|\b(what (time|days?|date|year|month|hours?)|"
         r"which (year|month|days?|date)|how soon)\b", "time"),
        (r"\b(how (many|much|long|far|often|big|large|old|high|low|deep|tall|wide|heavy|fast|"
         r"late))\b", "quantity"),
        (r"\b(?:what|which) (?:\w+ )?(share|percentage|percent|price|amount|sum|number|rate|fee|"
         r"fine|penalty|proportions?|part of|waiting time|fare|toll|rent|salary|"
         r"estimate)\b", "quantity"),
        (r"\bwhat (was|were|is|are|did|does|do|will)\b.*\b(charged?|cost|pay|paid|price|"
         r"bill)\b", "quantity"),
        # "price of a cabin", "I need the split of the bill": asked without a question word
        (r"^(price|cost|fee|penalty|fine|rent|number|amount)s?\b", "quantity"),
        (r"^[^?]*\b(split|estimate|price|cost|fee|share|sum|fine)s?\b[^?]*$", "quantity"),
        (r"\b(why|for what reason|how come|what (\w+ )?(reason|caused?|made|prompted|explains?|"
         r"excuse|hold-?up|hitch|kept|"
         r"held up|stopped|delayed|prevented|drove|grounds))\b|\bwhat was the (hold-?up|hitch|"
         r"reason|cause|excuse)\b", "reason"),
        (rf"{ASKING}(who|whom|whose)\b|"
         r"\bwhich (\w+ )?(minister|person|official|envoy|spokes\w+|president|general|politician|"
         r"lawmaker|deputy|member|organi[sz]ation|union|company)\b", "person"),
        (r"\b(where|(in|at|to|from|on|near|off|outside|aboard) (which|what) (kind of |sort of )?"
         r"(\w+ )?(city|town|place|port|building|hotel|country|venue|room|hall|airport|village|"
         r"street|island|house|square|palace|capital|suburb|region|district|platform))\b", "place"),
        (r"\bwhich (city|town|port|building|hotel|country|venue|room|hall|airport|"
         r"island)\b", "place"),
    )
)  # fmt: skip

# A question for somebody's words, whatever else it asks: "Who scoffed that the offer was small?"
ASKS_FOR_WORDS = re.compile(
    r"\b(said|say|says|tell|told|call(ed)?|describe[ds]?|repl(y|ied)|answer(ed)?|remark(ed|s)?|"
    r"jok(e|ed)|quip(ped)?|comment(ed)?|verdict|compliment|retort(ed)?|scoff(ed)?|mock(ed)?|"
    r"liken(ed)?|compared?|claim(ed|s)?|complain(ed)?|boast(ed)?|insist(ed)?|warn(ed)?|den(y|ied)|"
    r"explain(ed)?|contrast(ed)?|react(ed|ion)?|respond(ed)?|accuse[ds]?|thank(ed)?|praise[ds]?|"
    r"put it|shoot back|shot back|saw (him|her|it|them)sel(f|ves)|pledge[ds]?|promise[ds]?|"
    r"vow(ed)?|demand(ed)?|words|wording)\b",
    re.IGNORECASE,
)
QUOTED = re.compile(r"[“”\"«»]")  # "“No,” he said."

# Words of a question that carry no content of their own.
STOP_WORDS = frozenset((
    "a", "about", "according", "after", "all", "also", "am", "an", "and", "any", "are", "as",
    "asked", "at", "be", "because", "been", "before", "being", "but", "by", "can", "could",
    "did", "do", "does", "done", "during", "each", "else", "even", "ever", "exactly", "for",
    "from", "get", "gets", "give", "given", "go", "got", "had", "has", "have", "he", "her",
    "hers", "him", "his", "how", "i", "if", "in", "into", "is", "it", "its", "just", "let",
    "me", "many", "may", "might", "more", "most", "much", "must", "my", "no", "nor", "not",
    "of", "off", "on", "once", "one", "or", "other", "our", "out", "over", "own", "per",
    "please", "put", "really", "s", "said", "say", "says", "shall", "she", "should", "so",
    "some", "such", "t", "tell", "than", "that", "the", "their", "them", "then", "there",
    "these", "they", "this", "those", "through", "to", "too", "took", "under", "until", "up",
    "upon", "us", "was", "we", "were", "what", "when", "where", "which", "while", "who", "whom",
    "whose", "why", "will", "with", "within", "without", "would", "yet", "you", "your",
    "article", "articles", "report", "reports", "reported", "archive", "mention", "mentioned",
    "happen", "happened", "although", "though", "whereas",
))  # fmt: skip

REASON_CUES = re.compile(  # "because the cable had failed", "owing to fog"
    r"\b(because|since|as a result|due to|owing to|thanks to|so that|in order to|reasons?|"
    r"explain\w*|"
    r"blam\w+|cit(?:ed|ing)|over|after|caused|to avoid)\b",
    re.IGNORECASE,
)
SPEECH_CUES = re.compile(  # "“No,” he said."
    r"[“”\"«»]|\b(said|says|told|added|asked|replied|answered|called|noted|stressed|wrote|"
    r"according to|"
    r"quipped|joked|warned|insisted|declared|announced)\b",
    re.IGNORECASE,
)
QUANTITY = re.compile(  # "three-hour", "12 boats", "a dozen"
    r"\d|\b(two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|"
    r"fifteen|"
    r"sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|"
    r"hundred|thousand|million|billion|dozen|half|third|quarter|twice|couple)\b",
    re.IGNORECASE,
)
TIME_CUES = re.compile(
    rf"\b({MONTH}|{WEEKDAY}s?|{YEAR}|today|yesterday|tomorrow|tonight|week|month|year|morning|"
    rf"afternoon|"
    r"evening|noon|midnight|hours?|a\.m\.|p\.m\.|days?|ago|eve)\b",
    re.IGNORECASE,
)
PRONOUNS = frozenset((
    "he", "she", "him", "her", "his", "hers", "they", "them", "their", "theirs", "it", "its",
))  # fmt: skip
