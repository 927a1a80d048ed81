"""Rules as data: what people type in a hurry, and what it stands for; an example beside each.

All patterns are read without regard to case. A newsroom adds a row.
"""

from __future__ import annotations

import re

from index.cues import MONTH, YEAR
from qa.question.kind_cues import FORM, ROLE

_DAYS = {"mon": "Monday", "tue": "Tuesday", "tues": "Tuesday", "wed": "Wednesday",
         "thu": "Thursday", "thur": "Thursday", "thurs": "Thursday", "fri": "Friday",
         "sat": "Saturday", "sun": "Sunday"}  # fmt: skip
_MONTHS = {"jan": "January", "feb": "February", "mar": "March", "apr": "April", "jun": "June",
           "jul": "July", "aug": "August", "sep": "September", "sept": "September",
           "oct": "October", "nov": "November", "dec": "December"}  # fmt: skip
_WITH_TIME = (
    r"in|of|by|to|on|the|mid|for|and|or|from|late|last|next|this|since|until|till|early|after|"
    r"before|during|between|around|about|\d+(?:st|nd|rd|th)?|summer|spring|autumn|winter"
)
_AFTER = "|".join(  # what stands before a day or a month
    rf"(?<=\b{word} )"
    for words in ("on in of by last next this since until till before after late early mid",)
    for word in words.split()
)
_HOURS = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|noon"
_NO_HOUR = "".join(rf"(?<!\b{hour})" for hour in _HOURS.split("|"))
_DAY_OF = rf"(?=,? (?:the )?\d{{1,2}}(?:st|nd|rd|th|[ .]*{MONTH}|[ ?]*$))"  # "fri 3 may", no hours
_MANY = r"(?:archive|database|db|corpus|files?|articles?|clips?|cuttings|stories|docs?)"


def _rows(*pairs: tuple[str, str]) -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(pattern, re.IGNORECASE), put) for pattern, put in pairs)


# What is said to whoever is asked, and asks nothing: before the question …
OPENINGS = re.compile(
    r"^(?:(?:hey|hi|hello|yo|ok|okay|so|right|um+|q|quick (?:one|q|question)|question|urgent|"
    r"asap|pls|plz|please|kindly|sorry|thx|thanks)\b[\s,:;!.-]*)+(?=\w)|"
    r"^(?:(?:i|we) )?(?:just )?(?:need(?:ing)?|wanna|want|looking for|got to have|gimme|"
    r"give me|send me|get me|pull up|dig out|can i (?:get|have)|have you got|you got|got)"
    r" (?:to (?:know|find out|check) (?:if (?!\w+ (?:would|will))|about )?)?(?!any\b|anything\b)",
    re.IGNORECASE,
)
# … and behind it
ENDINGS = re.compile(
    rf"(?:[\s,;.!?:-]+(?:pls|plz|please|thx|thanks|thank you|ty|tia|asap|cheers|urgent(?:ly)?|"
    rf"anyone(?: know)?|any ideas?|if (?:any|known|poss(?:ible)?)|(?:as|in) an? (?:short )?list|"
    rf"in short|short answer|one line(?:r)?|names(?: only)?|(?:is it )?in (?:there|here)|on file|"
    rf"(?:need |a )?yes[ /]+(?:or )?no(?: answer)?|"
    rf"(?:on |i have a )?deadline(?: in [\w ]{{2,15}})?|"
    rf"in (?:your|our) {_MANY}|with (?:the )?(?:sources?|quotes?|dates?)))+[\s?.!]*$",
    re.IGNORECASE,
)
SHORT = _rows(
    (r"\bw/o\b ?", "without "),  # "talks w/o berg"
    (r"\bw/ ?(?=\w)", "with "),  # "mtg w/ stone"
    (r"\bb/w\b", "between"),
    (r"\babt\b", "about"),
    (r"\bacc\.? to\b", "according to"),  # "acc to berg"
    (r"\bmtgs\b", "meetings"),
    (r"\bmtg\b", "meeting"),  # "berg-stone mtg"
    (r"\bconvos?\b", "conversation"),
    (r"\bpresser\b", "press conference"),
    (r"\bspox\b", "spokesman"),  # "the ministry spox"
    (r"\bfor(?:eign)? ?min\b", "foreign minister"),
    (r"\b(prime|defen[cs]e|interior|finance|energy|trade) min\b", r"\1 minister"),
    (r"\bsec(?:'?y)?\.? ?(?:of )?state\b", "secretary of state"),
    (r"\bdep(?:uty|\.)? (?=minister|foreign minister|prime minister)", "deputy "),
    (r"\bpres\b\.?(?= \w)", "president"),
    (r"\bamb\b\.?(?= \w)", "ambassador"),
    (r"\bdept\b\.?", "department"),
    (r"\bgovt\b\.?", "government"),
    (r"\bintl\b\.?", "international"),
    (r"\bppl\b", "people"),
    (r"\bhrs\b", "hours"),
    (r"\b(?:yest|ystrday|yday)\b", "yesterday"),
    (r"\b(?:tmrw|tmr|2moro|tomoz)\b", "tomorrow"),
    (r"\b(?:2day|tdy)\b", "today"),
    (r"\bteh\b", "the"),
    (r"\bwhn\b", "when"),
    (r"\b(who|what|when|where|how)s\b", r"\1's"),  # "whats on the agenda"
    (r"\b(did|was|is|has|had|does|were|are|would|could|should)nt\b", r"\1n't"),
    (r"\b(what) all (?=did|was|were|has|had|does|is)", r"\1 "),
    (r"\bwho all\b", "who"),  # "who all sat at the table"
)
# The same where no care was taken: each may be something else in a question that is well typed
LOOSE = _rows(
    (r"\bb4\b", "before"),
    (r"(?<=[a-z]) ?& ?(?=[a-z])", " and "),  # "berg & stone"
    (r"(?<=[a-z]) \+ (?=[a-z])", " and "),
    (r"\bfm\b(?= spokes)", "foreign ministry"),
    (r"\bfm\b(?! radio)", "foreign minister"),  # "the polish fm"
    (rf"{_NO_HOUR}(?<![\d.]) pm\b(?= [a-z]|$)", " prime minister"),  # not "at 5 pm", "six pm"
    (r"(?<!\d )\b(gen|col|capt|maj|lt|cmdr|sgt|sen|rep|gov|prof)\b\.?(?= [a-z])", r"\1."),
    (r"(?<!\d )\b(?:bc|cuz|coz)\b", "because"),
    (r"\b(?:(?:re|regarding|concerning)\s*: *|(?<=\w )re (?=[a-z]))", "about "),  # "info re: ferry"
)
# A month and a year without the preposition: "berg in riga may 2019"
NO_PREPOSITION = re.compile(
    rf"(?P<before>\b(?!(?:{_WITH_TIME})\b)[\w.’'-]+) (?P<time>{MONTH} {YEAR})\b(?!,? to\b)",
    re.IGNORECASE,
)
# Days and months that are cut short, where they stand as such: "fri 3 may", "in sept"
CUT = re.compile(
    rf"\b(?P<day>{'|'.join(_DAYS)})\b\.?{_DAY_OF}|"
    rf"(?:{_AFTER})(?P<on>{'|'.join(_DAYS)})\b\.?|"
    rf"(?:(?<=\d )|(?<=\dst )|(?<=\dnd )|(?<=\drd )|(?<=\dth ))(?P<after>{'|'.join(_MONTHS)})\b\.?|"
    rf"\b(?P<before>{'|'.join(_MONTHS)})\b\.?(?=,? \d)|"
    rf"(?:{_AFTER})(?P<within>{'|'.join(_MONTHS)})\b\.?(?! [A-Z])",
    re.IGNORECASE,
)
IN_FULL = _DAYS | _MONTHS

_NAME = (
    r"(?-i:(?!(?:And|But|So|Then|What|Whom?|When|Where|Why|How|Which|The|In|On|At)\b)"
    r"[A-Z][\w.’'-]*(?: (?:(?:al|el|van|von|de|bin)[ -])?[A-Z][\w.’'-]*){0,3})"
)
_PAIR = rf"(?P<one>{_NAME})(?: ?[-–/] ?| and | with )(?P<two>{_NAME})"
_FROM = r"(?P<rest>(?:[,\s].*)?)$"
# A meeting told by a name before it, its article left out: "at Oslo talks"
NO_ARTICLE = re.compile(
    rf"(?P<lead>\b(?:at|in|after|before|during|of|from|between|and|did|was|were|is|until|since|"
    rf"for|to) )"
    rf"(?:(?P<name>{_NAME}|[a-z]+-(?:nation|party|way|hour|day)) |(?<=did ))(?P<form>{FORM})\b"
)
OF_TWO = re.compile(rf"^(?P<form>topics|agenda|subjects|issues) (?:of |for )?(?P<run>{_NAME})")
FORM_FIRST = re.compile(rf"\b(?P<form>{FORM}) (?P<run>{_NAME})")  # "meeting Berg Stone"
# What is asked in cut short sentences, in whole ones; the names stand with their capitals
WHOLE = _rows(
    # "any berg-stone meeting in march": did they meet
    (rf"^(?:is there |was there |were there |got |have )?any (?:record of |report of |mention of |"
     rf"sign of |word of )?(?:an? )?{_PAIR} (?P<form>{FORM}){_FROM}",
     r"Is there any report of \g<form> between \g<one> and \g<two>\g<rest>?"),
    # "berg phone call with stone in june"
    (rf"^(?P<one>{_NAME}) (?P<form>(?:(?:phone|telephone|video) )?{FORM}) (?:with|and) "
     rf"(?P<two>{_NAME}){_FROM}",
     r"Is there any report of \g<form> between \g<one> and \g<two>\g<rest>?"),
    # "everything berg did in riga on 4 may": what he did
    (rf"^(?:list |show |tell me )?(?:everything|all)(?: that)? (?P<one>{_NAME}) did{_FROM}",
     r"What did \g<one> do\g<rest>?"),
    (rf"^(?:list |show |tell me )?(?:everything|all)(?: that)? (?P<one>{_NAME}) said{_FROM}",
     r"What did \g<one> say\g<rest>?"),
    # "berg's reaction to the bill": how he reacted to it
    (rf"^(?:what was |what's )?(?:the )?(?P<one>{_NAME})['’]s? (?:reaction|response|reply) to "
     r"(?P<what>.+)$", r"How did \g<one> react to \g<what>?"),
    (rf"^(?:the )?(?:reaction|response) (?:of|by|from) (?P<one>(?:the )?{_NAME}) to (?P<what>.+)$",
     r"How did \g<one> react to \g<what>?"),
    # "reasons for the walkout": why it was
    (r"^(?:the |main )*(?:reasons?|cause|explanation)(?: given)? (?:for|of|behind) (?P<what>.+)$",
     r"What was the reason for \g<what>?"),
    # "names of the experts"
    (r"^(?:the )?names of (?P<what>.+)$", r"What are the names of \g<what>?"),
    (r"^(?:the )?name of (?P<what>.+)$", r"What is the name of \g<what>?"),
    # "according to berg who invited stone"
    (rf"^(?P<by>according to (?:the )?{_NAME}) "
     r"(?P<ask>(?:who|whom|what|when|where|why|how|did|was)\b.+)$",
     r"\g<by>, \g<ask>"),
    # "days between the call and the visit"
    (r"^(?:the )?(?:number of |no\.? of |how many )?(?P<unit>days|weeks|months|hours) between "
     r"(?P<what>.+)$", r"How many \g<unit> were there between \g<what>?"),
    # "finnish ministers name"
    (rf"^(?:what(?: is|'s| was) )?(?:the )?(?P<what>(?:[\w-]+ ){{0,3}}?{ROLE})(?:['’]?s)? name$",
     r"What is the name of the \g<what>?"),
    # "finnish ministry spokeswoman"
    (r"^(?:the )?(?P<what>(?:[\w-]+ ){1,4}(?:spokes\w+|minister|president|envoy|ambassador))$",
     r"Who is the \g<what>?"),
    # "berg quotes on the bill"
    (rf"^(?P<one>{_NAME}) quotes?\b(?P<rest>.*)$", r"What did \g<one> say\g<rest>?"),
    # "date of the accord", "oslo talks dates"
    (r"^(?:the )?(?:exact )?date of (?P<what>(?!birth).+)$", r"What is the date of \g<what>?"),
    (rf"^(?P<what>.*\b{FORM})['’]?,? (?:exact )?dates?$", r"When was \g<what>?"),
    # "berg on the price": what he said of it
    (rf"^(?P<one>{_NAME}) on (?P<what>(?!\d|(?-i:[A-Z])\w+ \d|\w+day\b)[a-z].+)$",
     r"What did \g<one> say about \g<what>?"),
    # "info on the ferry", "anything about the bill in march"
    (r"^(?:any |some |more |all )?(?:info|information|details?|background|anything|something|"
     r"whatever(?: you have)?|news|stuff|facts) (?:on|about|re|around|of) (?P<what>.+)$",
     r"What is reported about \g<what>?"),
    # "whom berg meet in riga": the verb's helper left out
    (rf"^(?P<ask>whom?|when|where|why|how) (?P<one>{_NAME}) (?P<verb>meet|visit|see|land|arrive|"
     rf"leave|go|fly|stay|call|phone|say|speak|talk|sign|agree|announce|walk|receive){_FROM}",
     r"\g<ask> did \g<one> \g<verb>\g<rest>?"),
    # "berg denied what about riga", "berg met who in riga"
    (rf"^(?P<one>{_NAME}) (?P<verb>denied|announced|said|told|confirmed|promised|offered|proposed|"
     rf"demanded|asked|signed|discussed) what{_FROM}", r"What had \g<one> \g<verb>\g<rest>?"),
    (rf"^(?P<one>{_NAME}) (?P<verb>met|received|visited|called|phoned|invited) whom?{_FROM}",
     r"Whom had \g<one> \g<verb>\g<rest>?"),
    # "dates of the salt agreements on herring"
    (r"^(?:the )?dates? of (?P<what>.*\b(?:agreements?|accords?|pacts?|treat(?:y|ies))\b.*)$",
     r"On which dates were \g<what> reached?"),
    # "how long between the call and the visit"
    (r"^how (?:long|much time) between (?P<what>.+)$", r"How long was it between \g<what>?"),
    # "how long berg-stone talks in riga"
    (rf"^how long(?: was)? (?P<what>(?!(?:did|do|does|was|were|is|are|had|has|after|before|ago)\b)"
     rf".*\b{FORM}\b.*)$", r"How long did \g<what> last?"),
    # "berg-stone talks how long"
    (rf"^(?P<what>.*\b{FORM}\b.*?)[ ,:–-]* how long(?: (?:was|did) (?:it|they)(?: last| take)?)?$",
     r"How long did \g<what> last?"),
    # "oslo talks, where and when"
    (rf"^(?P<what>.*\b{FORM}\b.*?)[ ,:–-]* (?P<ask>(?:when|where) (?:and|&|\+) (?:when|where))$",
     r"\g<ask> was \g<what>?"),
    # "berg visit to riga when"
    (rf"^(?P<what>.*\b{FORM}\b.*?)[ ,:–-]* (?P<ask>when|where)(?: (?:was|is) (?:it|that))?$",
     r"\g<ask> was \g<what>?"),
)  # fmt: skip
HEADING = re.compile(r"^(?P<head>[^:?“”\"]{3,70}): ?(?P<asks>\S.{8,})$")  # "may 2019: who came"
