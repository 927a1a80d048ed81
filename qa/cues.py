"""Rules as data for questions: what a pronoun may stand for, what tells bearers of a name apart."""

from __future__ import annotations

import re

from index.cues import PRONOUNS
from index.words import word_set

PERSONAL = PRONOUNS - {"it", "its"}
# What may stand before a pronoun and yet names nobody: "How long did they sit?"
COUNTING = frozenset(["long", "many", "much", "often", "far", "two", "three", "both", "all"])
# What may be called one or the other: "the pact … the accord", "the truce … the ceasefire"
AGREEMENTS = word_set("deal pact accord agreement treaty")
TRUCES = word_set("truce ceasefire")
# Words that tell the bearers of a surname apart: "General Lund", "Lund's father"
TITLES = word_set(
    "minister president premier chancellor king queen prince princess ambassador envoy",
    "bishop archbishop cardinal mayor governor senator secretary commissioner deputy judge",
    "professor prof doctor dr spokesman spokeswoman spokesperson chief director chairman",
    "chairwoman commander leader",
    "general gen colonel col major maj captain capt lieutenant lt admiral commodore",
    "sergeant sgt",
    "father mother son daughter brother sister widow elder younger senior junior",
    "mr mrs ms sir lady lord",
)
# Forms that no stemming brings together; "buy" stands for "bought" as well.
# fmt: off
IRREGULAR = tuple(
    frozenset(forms.split())
    for forms in (
        "begin began begun", "break broke broken", "bring brought", "build built",
        "buy bought", "catch caught", "choose chose chosen", "come came", "cut cut",
        "deal dealt", "do did done", "draw drew drawn", "drink drank drunk",
        "drive drove driven", "eat ate eaten", "fall fell fallen", "feel felt", "fight fought",
        "find found", "fly flew flown", "forbid forbade forbidden", "forget forgot forgotten",
        "freeze froze frozen", "get got", "give gave given", "go went gone", "grow grew grown",
        "hear heard", "hide hid hidden", "hold held", "keep kept", "know knew known",
        "lay laid", "lead led", "leave left", "lend lent", "lose lost", "make made",
        "mean meant", "meet met", "pay paid", "put put", "ride rode ridden", "ring rang rung",
        "rise rose risen", "run ran", "say said", "see saw seen", "seek sought", "sell sold",
        "send sent", "shake shook shaken", "shoot shot", "shrink shrank", "sing sang sung",
        "sink sank sunk", "sit sat", "sleep slept", "speak spoke spoken", "spend spent",
        "stand stood", "steal stole stolen", "strike struck", "swear swore sworn",
        "take took taken", "teach taught", "tell told", "think thought", "throw threw thrown",
        "twitter tweet", "spokesman spokeswoman spokesperson",
        "understand understood", "wear wore worn", "win won",
    )
)
# fmt: on
# "Why was it called off?" is told of what was cancelled: its words alone, "called", say nothing
IN_A_WORD = (
    (re.compile(r"\bcall(?:ed|ing)? (?:it )?off\b"), "cancelled"),
    (re.compile(r"\bput(?:ting)? (?:it )?(?:off|back)\b"), "postponed"),
    (re.compile(r"\b(?:go(?:es|ing)?|went) on (?:doing|with)\b"), "continue"),
    (re.compile(r"\b(?:g[eo]t(?:ting)?|gone|was|were|be) under ?way\b"), "started"),
    (re.compile(r"\b(?:New Year['’]s|Christmas|Boxing) (?:Day|Eve)\b", re.I), ""),
)
SAYS = (  # "Lund said", "Lund told reporters"
    r"(?:said|says|say|told|added|asked|replied|answered|called|noted|stressed|wrote|joked|warned|"
    r"insisted|declared|announced|explained|observed|admitted|confirmed|denied|remarked|quipped|"
    r"retorted|scoffed|commented|complained|claimed|conceded|argued|recalled|remember(?:s|ed)|"
    r"stated|shouted|muttered|promised|insists|stresses|adds|warns|argues|denies|confirms|believes|"
    r"thanked|reminded|pledged|vowed|tweeted|pointed out|points out|emphasi[sz]ed|underlined|"
    r"underscored|reiterated|indicated|suggested|cautioned|acknowledged|maintained|assured|hinted|"
    r"concluded|revealed|reckoned|stipulated)"
)
# "“No,” added Lund": the one who says so may stand behind these; behind "told" stands who is told
ANSWERING = (
    r"(?:said|says|added|asked|replied|noted|stressed|wrote|joked|insisted|explained|observed|"
    r"remarked|quipped|retorted|scoffed|commented|recalled|shouted|muttered)"
)
BOTH_SPEAK = re.compile(  # those who met: "Both presidents stressed", and not "two skippers"
    r"\b(?:both (?:sides|presidents|leaders|ministers|men|women|of them)|"
    r"the two (?:sides|presidents|leaders|ministers|men|women)|the sides)\b",
    re.IGNORECASE,
)
LIES_AHEAD = re.compile(  # what a sentence tells is still to come: "will form a group"
    r"\b(?:will|shall|(?:is|are|was|were) (?:due|set|expected|planned|scheduled|going)?\s?to|"
    r"plans? to|intends? to|hopes? to)\s(?!have\b)\w+",
    re.IGNORECASE,
)
YES_OR_NO = re.compile(  # "Did the talks lead to a treaty?", "In May 2021, did she deny it?"
    r"\W*(?:and |so |but )?(?:(?:in|on|during|by|as of|before) [^,?]{2,60}, )?"
    r"(?:did|does|do|has|have|had|was|were|is|are|will|would)\b",
    re.IGNORECASE,
)
# "Did the mayor give any details?", "Has Berg said more?": what he told of the plan is no plan
ASKS_TELLING = re.compile(
    r"^\W*(?:and |so |but )?(?:did|has|had|have) (?:the )?[\w.’' -]{2,40}? (?:say|said|"
    r"mention(?:ed)?|specif(?:y|ied)|elaborate[ds]?|explain(?:ed)?|"
    r"(?:give[ns]?|disclose[ds]?|reveal(?:ed)?|add(?:ed)?) "
    r"(?:(?:any|no|a|more|further|other) )*(?:details?|particulars|reasons?|information|hints?|"
    r"specifics|explanations?))\b",
    re.IGNORECASE,
)
# What tells, after "was put off", to when: "The new date is 12 September."
NEW_DAY = re.compile(
    r"\b(?:new (?:date|day|time)|instead|will (?:now )?(?:be held|take place|meet|open)|"
    r"(?:moved|put (?:off|back)|postponed|rescheduled|set) (?:to|until|till|for))\b",
    re.IGNORECASE,
)
# "On what condition would they sit down?" "What must happen before the port opens?"
ASKS_CONDITION = re.compile(
    r"\b(?:on|under|upon|in) (?:what|which) (?:\w+ )?(?:conditions?|terms|basis|circumstances|"
    r"provisos?|cases?)\b|\bwhat (?:\w+ )?(?:conditions?|terms|provisos?|prerequisites?)\b|"
    r"\bwhat (?:must|has to|have to|had to|would have to|needs to)\b|\bdepends? on what\b|"
    r"\bon what\b.*\bdepend\w*|\bin (?:return|exchange) for what\b",
    re.IGNORECASE,
)
CONDITION_CUES = re.compile(  # "only if the crew is freed", "insisted that they leave first"
    r"\b(?:if|unless|until|till|provided|providing|only|once|as long as|on condition|conditions?|"
    r"in (?:return|exchange)|insist\w*|demand\w*|must|depend\w*|subject to|when|before|sooner|"
    r"requir\w*|without)\b",
    re.IGNORECASE,
)
_MONEY = (
    r"[€$£¥]|\b(?:euros?|dollars?|pounds?|pesos?|shillings?|francs?|roubles?|rubles?|yen|yuan|"
    r"cents?|crowns?|kron(?:er|or|a)|million|billion|percent|per cent|free)\b|\b[A-Z]{3}\s?\d"
)
_LONG = (
    r"\b(?:nautical|miles?|yards?|f(?:oo|ee)t|inch(?:es)?|(?:kilo|centi|milli)?met(?:re|er)s?|"
    r"[kc]?m)\b"
)
_LASTING = r"(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?|nights?|evenings?)"
# "Who was the captain of the ferry?": a sentence that answers tells of a captain
WHO_IS = re.compile(
    r"\bwho (?:is|was|are|were) (?:the )?(?:[\w-]+ ){0,2}?"
    rf"(?P<office>{'|'.join(sorted(TITLES))})s?\b",
    re.IGNORECASE,
)
# A question about a plan, or about what lies ahead: an article may tell of it before its time
OF_A_PLAN = re.compile(
    r"\b(?:will|shall|would|is|are|due|plan(?:s|ned)?|scheduled|expect(?:s|ed)?|supposed|meant|"
    r"announced?|agenda|to be|going to|hop(?:es?|ed|ing)|invited|intend(?:s|ed)?|promised?|agreed?|"
    r"deadline|until|by|should|before|from)\b",
    re.IGNORECASE,
)
# "Which two unions signed?", "Name the three ports that closed."
ASKS_SEVERAL = re.compile(
    r"(?:\b(?:which|what|name|list|identify)(?: the| these)?|\bnames of(?: the)?) "
    r"(?:two|three|four|five|six|both|several|[2-9]) (?P<things>\w+(?: \w+)?)",
    re.IGNORECASE,
)
# "What steps did the envoy name?", "Which conditions were put to the union?"
ASKS_A_LIST = re.compile(
    r"\b(?:what|which)(?: \w+)? (?:steps|measures|conditions|demands|points|items|terms|provisions|"
    r"elements|obligations|commitments|requirements)\b",
    re.IGNORECASE,
)
A_LIST = re.compile(  # "boots, ropes and a bell"
    r"(?:[^,;.]{3,80}, ){2,}(?:[^,;.]{2,60} )?(?:and|or) |(?:[^,;.]{3,80}, ){3,}"
)
SEVERAL_NAMES = re.compile(  # "the Harbour Union and the Guild of Pilots"
    r"[A-Z][\w’'-]*(?: (?:of |the |al-)?[A-Z][\w’'-]*){0,3},? (?:and|or|&) (?:the |of )?[A-Z]"
)
# "How many crews sailed?": what is counted, as told before the verb
ASKS_HOW_MANY = re.compile(
    r"\bhow many (?:of (?:the |its |his |her |their )?|more |other )?(?P<things>[a-z][\w-]*"
    r"(?: (?!(?:did|do|does|have|has|had|were|was|are|is|will|would|can|could|to|of|in|on|at)\b)"
    r"[a-z][\w-]*){0,2}?)(?=\s(?:did|do|does|have|has|had|were|was|are|is|will|would|can|could|"
    r"to|of|in|on|at|from|for|with)\b|\?|$)",
    re.IGNORECASE,
)
LANGUAGES = (
    r"(?:English|French|German|Russian|Spanish|Portuguese|Italian|Dutch|Arabic|Hebrew|Persian|Farsi|"
    r"Turkish|Kurdish|Pashto|Dari|Urdu|Hindi|Bengali|Chinese|Mandarin|Cantonese|Japanese|Korean|"
    r"Vietnamese|Thai|Malay|Indonesian|Swahili|Amharic|Somali|Hausa|Polish|Czech|Slovak|Hungarian|"
    r"Romanian|Bulgarian|Serbian|Croatian|Bosnian|Albanian|Macedonian|Greek|Armenian|Georgian|Azeri|"
    r"Azerbaijani|Kazakh|Uzbek|Turkmen|Kyrgyz|Tajik|Mongolian|Ukrainian|Belarusian|Lithuanian|"
    r"Latvian|Estonian|Finnish|Swedish|Norwegian|Danish|Icelandic|Irish|Welsh|Catalan|Basque|Latin)"
)
# What other closed sorts of thing are told by: "In which language did they talk?"
SORTS_ASKED = tuple(
    (re.compile(asks, re.IGNORECASE), re.compile(holds))
    for asks, holds in (
        (
            r"\b(?:what|which) (?:\w+ )?(?:languages?|tongues?)\b",
            rf"\b(?:sp[eo]ak\w*|spoke|in|into|from|fluent) (?:\w+ )?{LANGUAGES}\b|"
            r"\b(?:interpret|translat|languages?)\w*",
        ),
        # "How did Berg hear of it?", "how were the crews told"
        (
            r"\bhow (?:did|had|has|was|were) .{2,60}?\b(?:hear|heard|learn|learned|learnt|find out|"
            r"found out|informed|notified|told|get word|got word)\b",
            r"\b(?:by|over the|on the|via|through|from|in) (?:an? |the )?(?:\w+ )?(?:fax|phone|"
            r"telephone|letter|note|telegram|e-?mail|text|message|radio|television|newspapers?|press|"
            r"courier|post|cable|tweet|call|reporters?)\b",
        ),
    )
)
# What a number must be counted in, for what asks for one; the first row that fits
UNITS_ASKED = tuple(
    (re.compile(asks, re.IGNORECASE), re.compile(unit, re.IGNORECASE))
    for asks, unit in (
        # "How much does the crossing cost?", "what price", "the daily rent"
        (
            r"\bhow much\b.*\b(?:costs?|charged?|pay|paid|spen[dt]|earn(?:ed)?|owed?|lose|lost|"
            r"worth|fined?|sold|bought|lent|borrow(?:ed)?|money|rais(?:ed?|ing)|fetch(?:ed)?|"
            r"invest(?:ed)?|donat\w+|contribut\w+|compensation)\b|"
            r"\b(?:price|cost|fee|fine|fare|toll|rent|salary)\b",
            _MONEY,
        ),
        # "What percentage voted?", "what share of it"
        (
            r"\b(?:percentage|per ?cent|share|proportions?)\b",
            r"%|\bper ?cent|\b(?:half|halves|thirds?|quarters?|fifths?|tenths?|all|none)\b|\d",
        ),
        # "How deep is the harbour?", "how far is it"
        (r"\bhow (?:deep|high|tall|wide)\b", _LONG),
        (r"\bhow far\b(?! apart)", rf"{_LONG}|\b{_LASTING}\b"),
        # "How long is the pier, in metres?", "from end to end"
        (
            r"\bhow long\b.*(?:\bend to end\b|\bin (?:(?:kilo)?met(?:re|er)s|km|miles|feet)\b)",
            _LONG,
        ),
        # "How long did it take?", "how long is the pier"
        (r"\bhow long\b", rf"{_LONG}|\b{_LASTING}\b"),
    )
)
