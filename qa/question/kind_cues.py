"""Rules as data for questions: what each kind of question is told by, an invented one beside each.

Patterns run over the question in lower case, contractions written out ("who's": "who is"). The
first row that matches is the kind; a newsroom adds a row.
"""

from __future__ import annotations

import re

from qa.question.asked import Kind

# Asks nothing: "Could you tell me when …"
FRAME = re.compile(
    r"^(?:(?:please|ok|okay|hi|hello|hey|so|well|now)[,! ]+)*"
    r"(?:(?:can|could|would|will) (?:you|somebody|anyone) (?:please |kindly )?"
    r"(?:tell|show|let|give|find|list|remind|say)(?: me| us)?(?: know| out)?(?: please)?,? |"
    r"(?:i|we)(?: would|'d)? (?:like|want|need|wish|am trying|have|was wondering|wonder|"
    r"am wondering)"
    r"(?: to (?:know|find out|see|learn|ask|check))?(?: about)? |"
    r"(?:do|does|did) (?:you|anyone|we|the archive|it) (?:know|remember|say|tell|have|hold|recall)"
    r"(?: of)? |"
    r"(?:tell|remind|show|inform) (?:me|us) |say |(?:i am |i'm )?(?:looking for|curious|interested)"
    r"(?: in| about)? |(?:any|got any) (?:idea|clue|info|information|news)(?: on| about| of)? |"
    r"is it known |what i want to know is )",
)

MEET = (
    r"(?:meet|meets|met|meeting|confer|conferred|negotiate[ds]?|talk|talked|talks|talking|speak|"
    r"speaking|spoke|spoken|receive[ds]?|received|receiving|host|hosted|hosts|hosting|welcome[ds]?|greet|greeted|visit|"
    r"visits|visited|visiting|phone[ds]?|telephone[ds]?|dine[ds]?|lunch(?:ed)?|see|sees|saw|seen|"
    r"consult|consulted|sit down|sat down|attend|attended|attending|join|joined)"
)
FORM = (
    r"(?:meetings?|encounters?|audiences?|receptions?|talks|negotiations?|consultations?|"
    r"discussions?|dialogue|conversations?|summits?|visits?|trips?|tours?|(?:phone |telephone |"
    r"video )?calls?|dinners?|lunch(?:es)?|breakfasts?|conferences?|sessions?|rounds?|gatherings?)"
)
OF_A_FORM = re.compile(rf"\b{FORM}\b", re.IGNORECASE)
TOLD = (
    r"(?:announced?|announces|confirm(?:ed|s)?|den(?:y|ied|ies)|disclosed?|revealed?|reports?|"
    r"reported|says?|said|claim(?:ed|s)?|mention(?:ed|s)?|told|tells?|stated?|broke|quoted?|wrote|"
    r"writes?|made public)"
)
_TEXT = r"(?:the|an?|th[ai]t|these) (?:\w+ )?(?:communiqu|letter|comment|text|speech|draft)"
_UNIT = r"(?:minutes?|hours?|days?|weeks?|months?|years?|nights?)"
_AUX = (
    r"(?:(?:did|does|has|have|had|was|were|is)(?:n't)?|do|are|wo(?:n't|uld)|will|should|can|could|"
    r"might|may)"
)
_LASTING = (
    r"(?:last|lasted|lasting|take|took|taken|go on|went on|run|ran|stay|stayed|talk|talked|sit|sat|"
    r"spend|spent|meet|met|speak|spoke|negotiate|visit|remain|continue|continued)"
)
ROLE = (
    r"(?:ministers?|presidents?|premiers?|chancellors?|spokes(?:man|men|woman|women|person|people)|"
    r"envoys?|ambassadors?|secretar(?:y|ies)|officials?|diplomats?|leaders?|politicians?|"
    r"advis[eo]rs?|"
    r"aides?|chiefs?|kings?|queens?|commissioners?|governors?|mayors?|mediators?|negotiators?|"
    r"delegates?|lawmakers?|senators?|deput(?:y|ies)|generals?|speakers?|people|persons?|guests?|"
    r"visitors?|hosts?|statesm[ae]n|counterparts?|heads?|participants?|delegations?|countries|"
    r"country|sides?|parties)"
)
_PLACE = (
    r"(?:cit(?:y|ies)|towns?|countr(?:y|ies)|places?|buildings?|hotels?|palaces?|venues?|rooms?|"
    r"halls?|airports?|villages?|capitals?|houses?|ports?|restaurants?|embass(?:y|ies)|islands?|"
    r"streets?|locations?|residences?|castles?|ships?|museums?|spots?)"
)
_STATUS = (
    r"(?:confirmed|unconfirmed|cancell?ed|called off|scrapped|postponed|put off|delayed|denied|"
    r"announced|scheduled|agreed|rescheduled|pushed back|on schedule|off|still on|definite|certain|"
    r"going ahead|under ?way|on track|moved)"
)


def _row(pattern: str, kind: Kind) -> tuple[re.Pattern[str], Kind]:
    return re.compile(pattern), kind


AUX = re.compile(rf"\b{_AUX}\b")
# From passages: "Why did the summit fall through?", "Who explained what the visit was for?"
CONTENT_WHY = re.compile(
    r"^(?:and |but )?(?:(?:why|for what reason|how come|on what grounds|what (?:\w+ )?(?:reason|"
    r"made|caused?|prevented|kept))|who (?:explained|described|said|told \w+) (?:what|why|how))\b"
)

# Whatever else is asked, these say the kind; the first that matches holds.
ROWS_OF_KINDS = (
    # "Compare the visit of May with that of June." "How did the two visits differ?"
    _row(r"^(?:compare|contrast)\b|\bcompared? (?:to|with)\b.*\b(?:agenda|topics?|talks|"
         r"meetings?)\b|"
         r"\b(?:difference|differences|similarit(?:y|ies)) between\b|"
         rf"\bhow (?:did|do|does|were|are|is) .*\b{FORM}\b.*\b(?:differ|compare)\b|"
         r"\bwhat (?:had )?changed between\b", Kind.COMPARE),
    # "Trace the status of the visit." "How did reports of the summit change over time?"
    _row(r"^(?:trace|track|follow)\b|\bhow (?:did|has|have) .*\b(?:change|changed|evolve|evolved|"
         r"develop|developed|shift|shifted|unfold|unfolded)\b|"
         r"\b(?:timeline|chronology|history|time line|evolution|step by step|stages) of\b|"
         r"\b(?:over time|step by step|in what stages)\b", Kind.TRACE),
    # "Which came first, the trip to Riga or the call?" "Was the call before the visit?"
    _row(r"\b(?:which|what|who)\b.*\b(?:came|come|was|were|happened|took place|met|visited)\b.*"
         r"\b(?:first|earlier|sooner|later|last)\b.*\bor\b|"
         r"\bwhich (?:came|come|was|of)\b.*\b(?:first|earlier|sooner|later)\b|"
         rf"^{_AUX} .*\b{FORM}\b.*\b(?:before|after|earlier than|later than|precede|"
         rf"follow)\b.*\b{FORM}\b|"
         rf"^{_AUX} .*\b{MEET}\b.*\b(?:before|after) (?!\d|the |that|this|noon|"
         rf"mid)[a-z-]+(?: [a-z-]+)?$|"
         rf"^{_AUX} .*\b{MEET}\b.*\b(?:before|after|earlier than|later than)\b (?:(?:he|she|they|"
         rf"[\w-]+) )?(?:{MEET}|met)\b|\bin (?:what|which) order\b|"
         # "Did the call come before or after the vote?"
         r"\bbefore or after\b|\b(?:earlier|later) or (?:later|earlier) than\b", Kind.ORDER),
    # "How many days lay between the call and the visit?" "How long after the call was it?"
    _row(rf"\bhow (?:many {_UNIT}|long|much time|soon)\b(?!.*\b(?:last|lasted|go on|went on|stay|"
         rf"stayed|spend|spent)\b).*\b(?:between|after|before|elapsed?|passed|"
         rf"went by|apart|until|separat\w+|prior to)\b(?! (?:mid|noon))|"
         rf"\b(?:time|interval|gap|days|weeks|months) between\b|"
         rf"\bhow far apart\b(?!.*\b(?:when|on|over)\b).*\b{FORM}\b", Kind.INTERVAL),
    # "Whom did Berg see most often?" "Where did they meet the most?"
    _row(r"\b(?:most (?:often|frequently|frequent|meetings?|talks|times|visits?|regularly)|"
         r"the most|"
         r"more often than any|busiest|oftenest|least often)\b(?! (?:recent|"
         r"important))", Kind.MOST),
    # "How many times did they talk?" "Number of visits to Oslo"
    _row(r"\bhow (?:often|frequently)\b|\b(?:how many|number of|count(?: of)?|total of|the total)\b"
         rf" (?:(?!(?:{_AUX}|the|a|an|of|in|on|at|to|for|went)\b)[\w'.-]+ ){{0,4}}?(?:times|"
         rf"{FORM})\b|"
         r"^count\b", Kind.COUNT),
    # "How long did the visit last?" "Duration of the Oslo talks"
    _row(rf"\bhow (?:long|many {_UNIT})\b(?! ago)(?:.*\b(?:{_LASTING})\b|.*\b(?:was|were|is|"
         rf"are) .*\b{FORM}\b|"
         rf"\s*\??$)|\b(?:duration|length) of\b|\bfor how (?:long|many (?:hours|days|minutes))\b.*"
         rf"\b(?:{_LASTING}|{FORM})\b", Kind.DURATION),
    # "Had the visit taken place or was it planned?" "What became of the summit?"
    _row(r"\b(?:held|taken place|take place|took place|happened|happen|occurred|reported|done|"
         r"real)\b"
         r".{0,40}\bor\b.{0,30}\b(?:planned|announced|expected|scheduled|due|only|merely|"
         r"cancell?ed|"
         r"postponed|called off|not)\b|"
         r"\b(?:planned|announced|scheduled|cancell?ed|postponed)\b.{0,40}\bor\b.{0,30}"
         r"\b(?:held|taken place|take place|took place|happened)\b|"
         r"\bwhat (?:became|has become|had become|happened to|happened with|ever happened to)\b|"
         r"\b(?:status|state of play|fate) of\b|\bwhat (?:is|was) the (?:current |"
         r"latest )?status\b",
         Kind.STATUS),
    # "Was the visit called off?" "Had the palace confirmed it?" "Is the summit still planned?"
    _row(rf"^(?:[^?]{{0,60}}, )?(?:was|were|is|are|has|have|had|did|does)\b.*\b(?:{_STATUS}|"
         rf"confirm|deny|"
         r"cancel|call off|postpone|put off|been (?:set|fixed|planned|arranged))\b", Kind.STATUS),
)  # fmt: skip

# The opening of a question, frames left out; the first that matches holds.
OPENINGS = (
    # "Which spokesman denied it?" "Who was the envoy that spoke in Riga?"
    _row(rf"\bwhich (?:(?!(?:did|does|do|had|has|have) )[\w.'-]+ ){{0,4}}?{ROLE} "
         rf"(?:(?:of|for|at|from) (?:[\w.'-]+ ){{1,6}}?)?"
         rf"(?:who |that )?(?:first |later |then |publicly )?(?:(?:had|has|have) )?"
         rf"(?:{TOLD}|comment(?:ed)?|(?:spoke|speaks|talked)\b(?! (?:with|to))|replied|answered|"
         r"welcomed|praised|warned|insisted|criticised|criticized|dismissed)\b|"
         rf"\bwho (?:is|was|were|are) the\b.*\b{ROLE}\b(?! (?:at|in) the (?:meeting|talks))|"
         rf"\b(?:what is|what was|name) (?:the )?(?:name )?(?:of )?the\b.*\b{ROLE} who\b",
         Kind.ROLE_HOLDER),
    # "Who announced the visit?" "Which papers report the meeting?" "Who is the source?"
    _row(rf"\bwho(?: else)? (?:first |has |had |have |publicly )*(?:{TOLD})\b(?! {_TEXT})|"
         r"\b(?:which|what) (?:[\w-]+ )?(?:outlets?|papers?|newspapers?|agenc(?:y|ies)|sources?|"
         r"media|articles?|reports?|stories)\b|\bwho (?:is|was|are) the sources?\b|"
         r"\b(?:according to whom|by whom was it (?:said|announced|reported|confirmed)|"
         r"who says so|sources? (?:of|for))\b|\bwhere (?:was|is|did) (?:it|this|that) (?:reported|"
         r"published|announced)\b", Kind.TELLER),
    # "What did Berg say about it?" "How did she describe the talks?"
    _row(r"\bwhat (?:exactly )?(?:did|does|do|was|is|has|had|were|are)\b.*\b(?:say|says|said|"
         r"tell|told|call(?:ed)?(?! off)|described?|repl(?:y|ied)|remark|remarked|answer|answered|"
         r"joke|comment(?:ed)?|verdict|claim|announce|declare|promise|state|write|warn|think|demand|"
         r"insist|complain|stress|reaction|response|comments?|words?|statements?|add)\b|"
         r"\bhow did\b.*\b(?:describe|explain|call|put it|react|respond|answer|comment|phrase|"
         r"justify|"
         r"sum up|characteri[sz]e|rate|assess|judge|contrast)\b|"
         r"\bwhat (?:remarks?|jokes?|quips?|comments?|verdict|reply|retort|words|statements?)\b|"
         r"\b(?:reactions?|response|comments?|quotes?|statements?|remarks?) (?:of|by|from|to|on)\b|"
         r"'s (?:reaction|response|comments?|comeback|reply|verdict|words)\b", Kind.SAID),
    # "What was discussed?" "Agenda of the Oslo talks" "What did they talk about?"
    _row(r"\b(?:agenda|topics?|subjects?|themes?|issues|matters|questions) (?:of|for|at|in|were|"
         r"was|did|"
         r"do|are|is|will|came|on|raised|discussed|covered)\b|\bon the (?:agenda|table)\b|"
         r"\btopics\b|"
         r"\bwhat (?:else )?(?:did|do|does|will|would|was|were|is|are|has|have|had)\b.*"
         r"\b(?:discuss|discussed|discussing|talk about|talked about|talking about|negotiate|"
         r"negotiated|raised?|speak about|spoken about|cover(?:ed)?|debate|(?:deal|dealt) with)\b|"
         rf"\bwhat (?:was|were|is|are|will)\b.*\b{FORM}\b.*\b(?:about|on|concerned with)$|"
         r"\b(?:about|over) what\b|\bon what (?:did|do|were|was|subjects?|issues?|"
         r"matters?)\b", Kind.TOPICS),
    # "On what date did they meet?" "Date of the Berg-Stone talks" "In which year was it?"
    _row(r"(?:^|[,;:.?!–-] ?|\b(?:and|or|of|since|until|by|from|know|exactly|tell me|say|is|was) )"
         r"(?:when|since when)\b(?! it (?:was|is) (?:over|clear))|"
         r"\b(?:what|which) (?:exact |calendar |precise |other |two |three )?"
         r"(?:time|days?|dates?|years?|months?|"
         r"weekday|hours?|day of the week)\b(?! (?:rates?|fees?))|\bdates? of\b|^(?:day|time|"
         r"year) of\b|\bwhat (?:is|was) the (?:[\w-]+ )?deadline\b|\bhow (?:long ago|recently)\b|"
         r"\bwhat (?:is|was) (?:the|its|that) (?:[\w-]+ )?(?:date|day|month|year)\b|"
         r"\bhow soon\b|^(?:the )?(?:last|first|most recent) time\b|^(?:dates?|day)\b|\b(?:date|"
         r"when)$", Kind.WHEN),
    # "Where did they sit?" "In which town was the summit?" "Venue of the talks"
    _row(rf"(?:^|[,;:–-] ?|\b(?:and|or|know|exactly|tell me|say) )where\b|"
         rf"\b(?:what|which) (?:[\w-]+ )?{_PLACE}\b(?! (?:did|does|do|will|has|have|had) .*\b"
         rf"(?:take part|participate|attend)\b| (?:took|take|participated|attended|hosted|met|sent|"
         rf"were represented)\b)|\b(?:venue|place|location|site|setting) (?:of|"
         rf"for)\b|"
         r"^(?:venue|place|location)\b|\b(?:where|venue|which place)$", Kind.WHERE),
    # "Who took part?" "With whom did Berg talk?" "Participants of the Oslo summit"
    _row(rf"(?:^|[,;:–-] ?|\b(?:and|or|with|by|to|know|exactly|tell me|say|of) )(?:who|whom|"
         rf"whose)\b|"
         rf"\b(?:what|which) (?:(?!{_AUX}\b)[\w.-]+ ){{0,3}}?{ROLE}\b|"
         r"\b(?:participants?|attendees|guests?|attendance|names) (?:of|in|at|list)\b|"
         r"\b(?:who|whom)$", Kind.WHO),
)  # fmt: skip

# "List all meetings of May." "Which talks did Berg hold?" "Every visit to Riga"
LISTING = re.compile(
    rf"^(?:list|enumerate|name|show|give|find|get)\b.*\b{FORM}\b|^(?:all|every|each|"
    rf"any)\b.*\b{FORM}\b|"
    rf"\b(?:which|what) (?:(?!(?:{_AUX}|{TOLD}|the|a|of|in|by|time)\b)[\w'-]+ ){{0,4}}?{FORM}\b|"
    rf"^(?:an? )?(?:list|overview|summary|calendar|schedule|diary) of\b|"
    rf"^what (?:meetings|talks)\b|^(?:list|enumerate)\b"
)
LIST_FIRST = re.compile(r"^(?:list|enumerate|show|give|find)\b(?!.*\b(?:how|status)\b)")
# "Did Berg meet Stone?" "Any record of talks in Oslo?" "Have they ever met?"
RECORD_OF = re.compile(
    r"^(?:is there|are there|was there|were there|has there|have there|any|there)\b.*"
    r"\b(?:records?|reports?|evidence|mentions?|sign|trace|proof|indications?|word|articles?|"
    rf"stories|{FORM})\b|^any {FORM}\b"
)
ASKS_YES_OR_NO = re.compile(
    rf"^(?:(?!\b(?:who|what|when|where|how)\b)[^?]){{0,80}}, {_AUX}\b|^{_AUX}\b|"
    r"^(?:whether|if)\b(?!.*, (?:who|what|when|where|how)\b)"
)
HAPPENED = re.compile(
    r"\b(?:take place|took place|taken place|held|happen|happened|occur|occurred|go ahead|"
    r"went ahead|gone ahead|come about|came about|come off|came off|meet|meets|met|confer|"
    r"conferred|convened?|gather(?:ed)?|(?:come|came|get|got|sit|sat) together|negotiate[ds]?|"
    r"(?:talk|talked|speak|spoke|spoken) (?:to|with)|received?|hosts?|hosted|welcomed?|greet|"
    r"greeted|see|saw|seen|consult(?:ed)?|s[ia]t down|(?:tele)?phoned?|dined?|attend(?:ed)?|"
    r"(?<!the )(?<!a )(?<!his )(?<!her )(?<!\d )visit|visited|take part|took part|taken part|"
    r"participate[ds]?|paid|pay|hold|holding|(?:come|came|go|went|fly|flew|travel) to|"
    r"(?:talk|speak)(?= (?:yesterday|today|last|this|on (?:\d|\w+day)|in \w+ \d|again)|$))\b|"
    rf"\b(?:at|in) the (?:[\w-]+ ){{0,3}}{FORM}\b|"
    rf"\b(?:been|was|were|is|are|be) (?:\w+ ){{0,2}}{FORM}\b|\bthere (?:any |a |an |"
    rf"ever )?.*{FORM}\b|"
    r"\b(?:is|are|was|were) [\w.-]+(?: [\w.-]+)? (?:meeting|visiting|receiving|seeing)\b"
)
WHO_WITH_MEETING = re.compile(
    rf"\b(?:{MEET}|take part|took part|taken part|participate[ds]?|present|attend|there|at the|"
    rf"participants?|attendees|attendance|guests?|due|going to|with|{FORM})\b"
)

# Who does this to a meeting need not be there
NOT_TAKING_PART = re.compile(
    r"\b(?:who|which [\w-]+|what [\w-]+) (?:\w+ly |first )?(?:cancel\w*|called off|postpon\w*|"
    r"delay\w*|propos\w*|suggest\w*|organi[sz]\w*|arrang\w*|broker\w*|mediat\w*|block\w*|refus\w*|"
    r"request\w*|demand\w*|accompan\w*|paid|wanted|start\w*|initiat\w*|criticis\w*|agreed|"
    r"declined|said|says|declar\w*|claim\w*|insist\w*|tweet\w*|wrote|jok\w*|warn\w*|stress\w*|"
    r"welcomed the|accus\w*|thank\w*|gave|describ\w*|remark\w*|brought|carried|cooked|stopped|cut|"
    r"(?:was|were|had been) (?:called in|told|promised|asked|offered|handed|given))\b|"
    r"\bdid (?:all )?(?:the )?participants\b"
)

PLANNED = re.compile(
    r"\b(?:is|are|was|were)(?: [\w.'-]+){1,6}? to (?:meet|attend|visit|receive|hold|travel|see|"
    r"talk|speak|fly|host|be received|be held|join|confer|arrive|come|go|take)\b|"
    r"\b(?:due (?:to|in|at|on|for|here|back)|to be held|going to|about to|planned|plans?|"
    r"planning|scheduled|expect(?:ed)?|slated|supposed to|intend(?:s|ed)?|set to|upcoming|"
    r"forthcoming|agenda|will|is to|are to|was to|were to|would|announced for|invited to|"
    r"next (?:meeting|visit|talks|summit|round|trip|call))\b"
)
# "What was on the agenda of the talks that took place?": the past is no plan
NO_PLAN = re.compile(
    r"\bon the agenda (?:when|of the talks that)\b|\bas planned\b|\bagenda\b.*\bwas\b"
)
MEETING_NOW = re.compile(
    r"\b(?:is|are)\b.*\b(?:meeting|receiving|visiting|seeing|hosting|talking|travell?ing|flying)\b|"
    r"\b(?:do|does)\b.*\b(?:meet|receive|visit|see|host)\b"
)
SOON = re.compile(r"\b(?:today|tonight|tomorrow|this (?:week|month|afternoon|evening)|next \w+)\b")
NEGATIVE = re.compile(
    r"\b(?:not|never|no longer|nobody|no one|none|cannot|failed? to|neither|nor|absent|"
    r"missed|skipp(?:ed|ing)|stay(?:ed)? away|refused?)\b|n't\b"
)

LAST = re.compile(
    r"\b(?:last|latest|most recent|most recently|final)\b"
    r"(?! (?:week|month|year|night|\w+day|spring|summer|autumn|fall|winter|january|february|"
    r"march|april|"
    r"mai|june|july|august|september|october|november|december|two|three|few|for|so|long)\b)"
)
LASTING_VERB = re.compile(  # "did it last": no order
    r"\b(?:did|does|do|will|would|to|talks|meeting|visit|summit|it|that|they|call|can|could)\b"
    r"(?:(?! (?:when|meet|met|see|visit)).)*\blast(?: for)?(?: [\w-]+ hours?)?\s*[?.]?$"
)
FIRST = re.compile(
    rf"\bfirst (?:(?:ever|official|such|\w+ly) )?(?:{MEET}|{FORM}|time|to|set|come|came|go)\b|"
    r"\bearliest\b|\b(?:met|meet|visited|talked) (?:[\w.-]+ ){0,3}first$"
)
