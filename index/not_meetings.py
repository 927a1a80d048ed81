"""Rules as data for what looks like a report of a meeting and is none: idioms, fixtures, press.

Each row has an invented example; the code that reads them knows none.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from index.words import word_set

# What may be met that is nobody: "meet the deadline"
_DETERMINED = (
    r"(?:(?:the|its|their|his|her|our|all|any|an?|this|that|these|those|such|strict|certain|new|"
    r"international|growing|rising|basic|\w+ing)\s+){0,3}"
)
_THINGS = (
    r"(?:deadline|demand|need|requirement|target|standard|goal|criteria|criterion|obligation|"
    r"condition|expectation|challenge|cost|quota|commitment|objective|bill|threat|schedule|term|"
    r"fate|end|definition|test|complaint|request|concern|payroll|budget)s?\b"
)
_OWN = r"(?:(?:the|an?|his|her|their|its|two|three) )?"


class NotMeeting(NamedTuple):
    """What looks like a report and is none, with an example."""

    pattern: re.Pattern[str]
    example: str


def _row(pattern: str, example: str) -> NotMeeting:
    return NotMeeting(re.compile(pattern, re.IGNORECASE), example)


NOT_MEETINGS = (
    _row(rf"\bme(?:et|ets|eting|t)\s+{_DETERMINED}(?:\w\.(?:\w\.)?\s+)?{_THINGS}",
         "Berg and Stone met the deadline."),
    _row(r"\b(?:was|were|been|be|is|are|being)\s+met\b(?!(?:\s+\w+){0,4}?\s+by\s+[A-Z])",
         "The demands of Berg and Stone were met."),
    _row(r"\bme(?:et|t)s?\s+(?:with|by)\s+(?:\w+\s+){0,2}(?:criticism|resistance|opposition|approval|"
         r"scepticism|skepticism|success|failure|silence|protests?|applause|outrage|anger|suspicion|"
         r"disbelief|hostility|enthusiasm|objections?|a response|tear gas|gunfire|force|violence|"
         r"disaster|accident|delay|refusal)\b",
         "Berg and Stone met with criticism."),
    NotMeeting(re.compile(r"\bm(?:et|eets?|eeting) (?:(?:the|its|their|his|her|our|all|an?) )?"
                          rf"(?:[a-z]\w* ){{0,4}}{_THINGS}"),
               "Berg and Stone met the serious challenges."),
    _row(rf"\brecei\w+ {_OWN}(?:[\w’'-]+ ){{0,4}}(?:titles?|awards?|prizes?|medals?|degrees?|"
         r"honou?rs?|votes?|oscars?|grammys?|emmys?|support|funding|money|news|care|doses?|nominations?|endorsements?|reports?|briefings?|letters?|ovations?|pardons?|globes?|knighthoods?)\b",
         "Berg received Stone's award."),
    _row(r"\bgreet(?:s|ed|ing)? (?:the )?(?:\w+ )?(?:crowds?|fans|well-wishers|mourners)\b",
         "Berg and Stone greeted the crowd."),
    _row(r"\b(?:greet|welcom)\w* (?:\w+ ){1,3}to (?:[\w’'-]+ ){0,6}"
         r"(?:speech|address|stage|show|podcast|program(?:me)?|team|club|party|church|race)\b",
         "Berg welcomed Stone to Tuesday's speech."),
    _row(r"\bs(?:i|a)t(?:s|ting)? (?:on|in|inside) (?:an?|the|their) (?:\w+ )?(?:lawn|sofa|couch|"
         r"bench|grass|swing|steps?|stairs|stands?|audience|crowd|pews?|car|carriage|box|cockpit)\b",
         "Anna Berg and Karl Stone sat on the lawn."),
    _row(r"\bwedding receptions?\b|\b(?:ha[ds]|have|g[eo]ts?|receiv\w+|fac\w+|found|to|with) an? "
         r"(?:\w+ )?(?:warm|cool|cold|frosty|hostile|chilly|mixed|rough|muted|lukewarm|rousing) "
         r"reception\b",
         "Berg and Stone had a warm reception."),
    _row(r"\b\d+ receptions?\b|\breceptions? for \d",
         "Berg caught 10 balls, giving Stone 52 receptions."),
    _row(r"\bmeetings? of (?:the )?minds\b", "Berg and Stone had a meeting of minds."),
    _row(r"\bmeeting (?:room|hall|place|point|house|ground)s?\b",
         "Berg and Stone left the meeting room."),
    _row(r"\b(?:matter|subject|basis) (?:of|for) (?:\w+ ){0,2}(?:negotiation|discussion|talk)s?\b",
         "Berg and Stone called the quota a matter of final negotiation."),
    _row(r"\bround[- ]the[- ]clock\b", "Berg and Stone worked in the round-the-clock office."),
    _row(r"\btalk (?:show|radio)s?\b", "Berg and Stone own a talk show."),
    _row(r"\bcall(?:s|ed|ing)? (?:for|on|upon|off|it|him|her|them|into)\b",
         "Berg called for Stone by telephone."),
    _row(r"\b(?:track|athletics|swim|race|sports?|swimming) meet(?:ing|s)?\b",
         "Berg and Stone ran at the athletics meeting."),
    _row(r"\b(?<!joint )(?:news|press) conferences?\b", "Berg and Stone held a news conference."),
    _row(r"\bsummit of (?:mount|the mountain|the peak)\b",
         "Berg and Stone reached the summit of the mountain."),
    _row(r"\bconference (?:room|hall|call centre|final|title)s?\b|"
         r"\b(?:eastern|western) conference\b",
         "Berg and Stone left the conference hall."),
    _row(r"\bin (?:close |full )?(?:consultation|conversation|dialogue) with\b",
         "Berg chose the paint in consultation with Stone."),
    _row(r"\bconsult(?:s|ed|ing|ations?)? (?:with )?(?:my|our|his|her|its|their) (?:own )?"
         r"(?:\w+ ){0,3}(?:team|staff|lawyers?|doctors?|physicians?|attorneys?)\b",
         "Berg and Stone closed the bar after consultation with their own tracing team."),
    _row(r"\b(?:(?:is|are|was|were|been) (?:not|no longer|never|in no)|(?:is|are|was|were)n['’]t)"
         r"(?: \w+){0,3}? (?:in|for) talks\b",
         "Berg is not in talks with Stone."),
    _row(r"\b(?:discuss\w*|float\w*|talk(?:ed|ing|s)? (?:about|of)|broach\w*) (?:\w+ )?"
         r"(?:meeting|visiting|hosting|receiving|holding talks|speaking|talking)\b(?! of\b)",
         "Berg talked about meeting Stone."),
    _row(r"\b(?:competing|rival|duell?ing|separate|simultaneous) (?:visits|trips|tours)\b",
         "Berg and Stone made competing visits to Norway."),
    _row(r"\b(?:return|round|road|day|field|ego) trips?\b",
         "Berg and Stone left on the return trip to Norway."),
    _row(r"\b(?:tough|straight|big|trash|small|pillow|pep|loose|fighting) talk\b",
         "Berg and Stone kept up the tough talk."),
    _row(r"\b(?:see|saw|seen|visit(?:ed|s)?|met) (?:[\w’'.-]+ ){1,6}after (?:he|she|they) (?:had )?"
         r"(?:died|passed away)\b",
         "Anna Berg went to see Karl Stone soon after he died."),
)  # fmt: skip
# Whom one speaks with on the record: "spoke with the Oslo Times" (the last word of a name)
OUTLETS = word_set(
    "news times post today herald tribune gazette journal chronicle courier observer telegraph",
    "globe daily weekly magazine radio television tv network broadcasting podcast",
)
# Words for speech, of which an interview is told as well as a meeting
SPEAKING = word_set("speak talk conversation discussion call sit")
# Talk that is made to be heard: "on the podcast, a conversation with Stone"
SHOWN = re.compile(r"\b(?:podcasts?|talk show)\b", re.IGNORECASE)
ONESELF = word_set("herself himself itself themselves myself ourselves oneself")
# "officers talked to him"
POLICE = word_set("officer police detective investigator trooper deputy")
# What is done again and again is no meeting of a day: "weekly meetings", "private lunches"
HABITUAL = word_set("weekly daily monthly regular frequent occasional routine biweekly")
OFTEN = word_set("often frequently regularly routinely usually occasionally periodically sometimes")
MEALS = word_set("lunch dinner breakfast")

SPORT = re.compile(  # words of a fixture: "Rovers meet United in the semi-final"
    r"\b(?:semi-?finals?|quarter-?finals?|kick-?off|playoffs?|league|season opener|"
    r"cup final|fixture|knockout|tournament|u\.s\. open|grand prix|opening round|final round|"
    r"quarterback|round of \d+|world cup|"
    r"last season|nfl|nba|nhl|mlb|preseason|touchdowns?|super bowl|"
    r"(?:first|second) leg(?! of (?:\w+[ -]){1,5}(?:tour|trip|visit|journey|swing))|"
    r"championship|grand slam|wimbledon|title fight|innings|"
    r"relegation|sweet 16|final four|all-american|home (?:defeat|win)|midfielders?|goalkeepers?)\b",
    re.IGNORECASE,
)
