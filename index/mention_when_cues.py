"""Rules as data for the day of a meeting: what a time expression beside one belongs to."""

from __future__ import annotations

import re

from index.words import word_set

# A day told before what was decided is that of deciding: "agreed on Monday to meet"
DECIDING = word_set(
    "agree decide announce plan schedule promise accept invite confirm propose offer vow pledge",
    "arrange order ask urge call",
)
MOVING = word_set("move shift advance bring")  # "brought forward to Friday", "moved to May 3"
# The day is the first of what lasts: "began a three-day visit on Monday"
STARTING = word_set("begin start open kick launch arrive land embark leave")
ENDING = word_set("end finish conclude close complete wrap")  # the last: "ended a two-day visit"
FROM = word_set("from starting beginning")
# What these govern comes later, or is only prepared: "talks before the vote in May",
# "the visit prepares the June summit"
BEFORE_WHICH = word_set("before until till ahead prior")
PREPARING = word_set("preparation prepare agenda groundwork invitation runup run-up lead-up")
# Who says something while there says it on a day of the stay: "speaking during a visit, she said"
DURING = word_set("during at on")
WHILE = word_set("when while as")  # "she said on Monday when she was meeting him"
# How a time hangs on a noun whose time it is: "Friday's vote", "last month's talks"
OF_OTHERS = word_set("poss nmod npadvmod amod compound nummod")
# A time behind these is not that of the meeting told before them: "met her after the vote in May"
LATER = word_set("after since following before until till")
APART = LATER | word_set("of from than by over")  # nor one right behind these: "the vote of May"
# The time told with one of these is its own: "the visit follows her announcement on Sunday"
DEEDS = word_set(
    "announcement statement report remark comment claim decision attack bombing vote election",
    "ruling verdict explosion raid arrest interview speech",
)

# What only makes a meeting known has a day of its own: "confirmed the visit on Tuesday"
MAKING_KNOWN = word_set(
    "confirm announce report reveal disclose deny discuss call request propose",
)
# So has what puts one off, where the day comes first: "on Tuesday cancelled a visit"
PUTTING_OFF = word_set("cancel postpone delay suspend freeze scrap abandon reschedule defer")
# And what shows or records one: "a film of the talks posted on Friday"
SHOWING = word_set("post publish release upload air tweet broadcast print")
WRITTEN = word_set(
    "testimony memoir book article letter post filing document report statement interview tape",
    "recording tweet column",
)
SETTING_OUT = word_set("leave depart")  # "left on Tuesday for talks": they may be days later
AFTER = word_set("after following")
# Counted off from what is dated, the meeting has another day: "on Friday, days before meeting her"
BOTH_WAYS = word_set("before after")
CALENDAR_UNITS = word_set("day week month year")
LEADING = word_set("lead head accompany")  # "a delegation led by Stone"
# What these lead to is another event, to which a meeting is set: "their first talks since the
# summit in May", "the meeting was shorter than Monday's", "was similar to the talks in May"
COMPARING = word_set("since than like unlike similar identical comparable different separate")
# And what these have for their object, or come after: "the talks follow a meeting last week"
SUCCEEDING = word_set("follow precede resemble echo mirror equal exceed match cap")
COMING_UP = word_set("come take")  # "the visit comes days after Stone left on Monday"
SET_TO = word_set("after as amid since following")

# A time behind one of these is of another thing: "met her after the strike that began in March"
ASIDE = re.compile(r"\b(?:that|which|who|whose|after|since|before|following)\b", re.IGNORECASE)
NOT_NEW = re.compile(  # words that send a report back further than the news
    r"\b(?:last (?:year|month|spring|summer|autumn|fall|winter)|years? (?:ago|earlier|before)|"
    r"months? (?:ago|earlier)|previous\w*|earlier (?:this|that)|in the past|former\w*|first met|"
    r"since|ever|never|once|often|regular|"
    r"(?:ha(?:s|ve)|(?<=\w)['’](?:s|ve)) (?:(?!just\b|now\b)\w+ )?"
    r"(?:met|visited|held|had|spoken|talked|discussed|hosted|received|travell?ed|attended|"
    r"been (?:meeting|talking|holding|in talks))|"
    r"recent(?:ly)?|(?:collapse|breakdown|failure) of|over the (?:years|past)|several times|"
    r"regularly|frequently|so far|dates? back|centur\w+|reign|"
    r"(?:weeks|months) (?:after|before)|during (?:his|her|their) (?:time|tenure|years|presidency|"
    r"term|papacy)|indictment|neared|"
    r"as (?:[\w’'-]+ ){1,10}approach(?:ed|es)|when (?:he|she|they)|used to|"
    r"(?:before|during) (?:the|his|her|their|last) (?:[\w-]+ ){0,2}(?:elections?|primar(?:y|ies)|"
    r"campaigns?|vote|war|pandemic|convention|inauguration)|for (?:many |several )?(?:weeks|months|"
    r"years|decades)|historic\w*)\b|\b(?:19|20)\d\d\b",
    re.IGNORECASE,
)
