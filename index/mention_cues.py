"""Rules as data for reports of meetings: the words that report, and what they do not mean.

Each row has an invented example. A newsroom adds a row; the code that reads them knows none.
"""

from __future__ import annotations

import re
from typing import Literal

from index.meeting_records import Form
from index.records import Record
from index.words import word_set

Slot = Literal["subject", "object", "with", "for"]


class VerbCue(Record):
    """A verb that reports a meeting: its lemma, the form, who is where, and an example.

    `particle` must stand with it ("sit down"), `needs` names what must be there besides a subject:
    an object, somebody after `with` (or `to`), one of the two, nothing where a plural is enough, a
    visitor (`person`), or two who are no mere groups (`persons`).
    """

    lemma: str
    form: Form
    example: str
    particle: str | None = None
    needs: Literal["object", "with", "either", "plural", "person", "persons"] = "either"
    host: Slot | None = None
    visitor: Slot | None = None
    phone: bool = False  # only beside a word for the telephone
    lasting: bool = False  # only with hours or minutes for its object
    topic: bool = False  # its object is what they talk about, "with" may stand in it
    coming: bool = False  # only of who came for it, or with its place or day


VERBS = (
    VerbCue(lemma="meet", form="meeting", example="Berg met Stone in Oslo.", needs="plural"),
    VerbCue(lemma="confer", form="talks", example="Berg conferred with Stone.", needs="plural"),
    VerbCue(lemma="consult", form="talks", example="Berg consulted with Stone.", needs="with"),
    VerbCue(lemma="negotiate", form="talks", example="Berg negotiated with Stone.",
            needs="plural"),
    VerbCue(lemma="talk", form="conversation", example="Berg talked with Stone for an hour.",
            needs="plural"),
    VerbCue(lemma="speak", form="conversation", example="Berg spoke with Stone.", needs="with"),
    VerbCue(lemma="phone", form="call", example="Berg phoned Stone.", needs="object"),
    VerbCue(lemma="telephone", form="call", example="Berg telephoned Stone.", needs="object"),
    VerbCue(lemma="call", form="call", example="Berg called Stone by telephone.",
            needs="object", phone=True),
    VerbCue(lemma="discuss", form="call", example="Berg and Stone discussed it by telephone.",
            needs="plural", phone=True, topic=True),
    VerbCue(lemma="receive", form="reception", example="The king received Stone.",
            needs="person", host="subject", visitor="object"),
    VerbCue(lemma="host", form="reception", example="Berg hosted Stone in Oslo.",
            needs="person", host="subject", visitor="object"),
    VerbCue(lemma="welcome", form="reception", example="Berg welcomed Stone at the port.",
            needs="persons", host="subject", visitor="object"),
    VerbCue(lemma="greet", form="reception", example="Berg greeted Stone at the port.",
            needs="persons", host="subject", visitor="object"),
    VerbCue(lemma="roll", form="reception", example="Anna Berg rolled out the red carpet for Karl "
            "Stone.", particle="carpet", needs="persons", host="subject", visitor="for"),
    VerbCue(lemma="lay", form="reception", example="Anna Berg laid out the red carpet for Karl "
            "Stone.", particle="carpet", needs="persons", host="subject", visitor="for"),
    VerbCue(lemma="visit", form="visit", example="Stone visited Oslo.",
            needs="object", visitor="subject"),
    VerbCue(lemma="discuss", form="talks", example="Anna Berg discussed it with Karl Stone.",
            particle="with", needs="persons", topic=True),
    VerbCue(lemma="discuss", form="talks", example="Anna Berg and Karl Stone discussed it in Oslo.",
            needs="persons", topic=True),
    VerbCue(lemma="sit", form="talks", example="Berg sat down with Stone.",
            particle="down", needs="with"),
    VerbCue(lemma="sit", form="talks", example="Anna Berg and Karl Stone sat for hours.",
            needs="persons"),
    VerbCue(lemma="take", form="meeting", example="Anna Berg and Karl Stone took part.",
            particle="part", needs="persons"),
    VerbCue(lemma="spend", form="talks", example="Anna Berg spent two hours with Karl Stone.",
            needs="persons", lasting=True),
    VerbCue(lemma="stay", form="talks", example="Anna Berg stayed two hours with Karl Stone.",
            needs="persons", lasting=True),
    VerbCue(lemma="see", form="meeting", example="Anna Berg flew to Oslo to see Karl Stone.",
            needs="persons", coming=True),
    VerbCue(lemma="eat", form="meeting", example="Berg and Stone ate together.",
            particle="together", needs="persons"),
    VerbCue(lemma="speak", form="meeting", example="Anna Berg spoke alongside Karl Stone in Oslo.",
            particle="alongside", needs="persons"),
    VerbCue(lemma="shake", form="meeting", example="Anna Berg shook hands with Karl Stone in Oslo.",
            particle="hands", needs="persons", topic=True),
    VerbCue(lemma="ring", form="call", example="Berg rang Stone.", needs="persons"),
    VerbCue(lemma="dine", form="meeting", example="Berg dined with Stone.", needs="plural"),
    VerbCue(lemma="din", form="meeting", example="Stone, who dined with Berg, left.",
            needs="plural"),  # what the lemmatizer makes of "dined"
    VerbCue(lemma="lunch", form="meeting", example="Berg lunched with Stone.", needs="plural"),
)  # fmt: skip
# Other forms of those verbs, as they are looked for in a text
IRREGULAR = ("met", "spoke", "spoken")
# Verbs that mostly say something else: looked for in these words alone
SELDOM = frozenset(["roll", "lay", "sit", "take", "see", "eat", "ring", "spend", "stay", "shake"])
RARE = (
    r"s[ai]t(?:ting)?", r"t(?:ake|ook|aken|aking) part", r"to see", r"saw", r"(?:eat|ate) together",
    r"stay(?:s|ed) (?:\w+[ -]){0,6}(?:hour|minute)s?",
    r"red[ -]carpet", r"sh(?:ak(?:e|es|en|ing)|ook) hands",
    r"ra?ng", r"sp(?:end|ent|ends) (?:\w+[ -]){0,6}(?:hour|minute)s?",
)  # fmt: skip

# Nouns that name a meeting, and its form.
NOUNS: dict[str, Form] = {
    "meeting": "meeting", "encounter": "meeting", "audience": "reception", "reception": "reception",
    "talk": "talks", "negotiation": "talks", "consultation": "talks", "discussion": "talks",
    "dialogue": "talks", "parley": "talks", "conversation": "conversation", "summit": "summit",
    "visit": "visit", "trip": "visit", "tour": "visit", "call": "call", "teleconference": "call",
    "dinner": "meeting", "lunch": "meeting", "breakfast": "meeting",
    "conference": "meeting", "session": "meeting", "round": "talks", "mediation": "talks",
}  # fmt: skip
# These stand for a meeting of their own, whoever takes part: "the summit opened in Oslo".
ALONE = frozenset({"summit"})
# These need somebody beside them, or a word that says more: "dinner with Stone", "round of talks".
NEED_PEOPLE = word_set(
    "conversation dinner lunch breakfast call dialogue discussion conference",
    "session encounter audience mediation",
)
# With "the" these point at a meeting told of before: "The talks lasted two hours."
REFERRED = word_set(
    "meeting encounter talk negotiation consultation conversation call summit visit trip",
    "audience reception dinner lunch breakfast round session",
)
# Which reports "the dinner" may point back to; other words of REFERRED to any but visits' own.
_VISITS = frozenset(["visit", "trip", "tour", "travel", "arrive", "host", "welcome", "receive"])
_MEALS = frozenset(["dinner", "lunch", "breakfast", "dine", "din", "reception", "host"])
_CALLS = frozenset(["call", "phone", "telephone", "conversation", "speak", "talk", "discuss"])
KIN = {
    "visit": _VISITS, "trip": _VISITS, "tour": _VISITS, "dinner": _MEALS, "lunch": _MEALS,
    "breakfast": _MEALS, "reception": _MEALS, "call": _CALLS, "summit": frozenset({"summit"}),
}  # fmt: skip
NEED_PLACE = frozenset({"trip", "tour"})  # "a trip to Riga"
NEED_PHONE = frozenset({"call"})
# These are calls beside such a word, and face to face without
PHONED = frozenset(["conversation", "talk", "discussion", "consultation", "negotiation"])
PHONE = re.compile(
    r"\b(?:tele)?phon\w*|\bvideo ?(?:link|call|conference)|\bby video\b|\bhotline\b", re.IGNORECASE
)
# A meeting told so is a call: "a virtual meeting", "met remotely", "met by video link"
REMOTE = frozenset(
    ["virtual", "virtually", "online", "remote", "remotely", "video", "videoconference", "zoom",
     "telephone", "phone", "teleconference"]
)  # fmt: skip
REMOTE_BY = frozenset(["by", "via", "over", "through"])

# Where somebody stands in a picture breaks the parse: "Karl Stone, second from left, greets Berg"
POSED = re.compile(
    r",? \(?(?:(?:second|third|fourth) )?(?:from )?(?:(?:far|the) )?"
    r"(?:left|right|cent(?:er|re)|front)\)?,(?= )"
)
HOURS = frozenset(["hour", "hours", "minute", "minutes"])
# "Took a call from Stone" is a telephone call without the word
CALLING = frozenset(["take", "place", "make", "receive", "return", "get"])
# "Berg launched a mediation effort between the two"
EFFORTS = frozenset(["effort", "efforts", "mission", "missions", "attempt", "bid", "round"])

# Who is so spoken to at a meeting takes part in it: "Berg told Stone at a meeting in Oslo"
ADDRESSING = frozenset(
    ["tell", "greet", "welcome", "thank", "ask", "assure", "warn", "urge", "congratulate",
     "inform", "brief", "remind", "press"]
)  # fmt: skip
# Whom a meeting has for its own: "the summit brought together Berg and Stone", "a gathering that
# included Berg"
BRINGING_TOGETHER = frozenset(["include", "bring", "gather", "unite", "draw", "involve", "feature"])
# Verbs whose object is the meeting and whose subject takes part: "Berg held talks with Stone".
TAKING_PART = word_set(
    "hold have conduct begin start open resume continue conclude end finish complete",
    "attend join leave wrap launch break cut suspend adjourn lead head chair reopen enter",
    "convene pay make undertake renew restart launch plan schedule arrange seek agree",
    "announce postpone delay cancel freeze halt stop abandon restart kick",
)
HOSTING = frozenset(["host", "organise", "organize"])
HOSTED = frozenset(["host"])  # "talks hosted by Berg"
LED = frozenset(["chair", "lead", "head", "attend", "preside"])  # "talks chaired by Berg"
# Who does this to a meeting of others is there too: "joined a NATO summit", "hosted a meeting of
# mayors"
AMONG_OTHERS = frozenset(["join", "host", "convene", "hold"])
MEDIATING = frozenset(["mediate", "broker", "moderate"])
# "Berg gave Stone a dinner"
GIVING = frozenset(["give", "throw", "offer"])
GIVEN = frozenset(["dinner", "lunch", "breakfast", "reception", "audience"])
# Who is asked along is the one who comes: "Stone invited Berg to visit Oslo"
LETTING = word_set(
    "invite send allow permit dispatch ask expect beg urge press order tell encourage persuade",
    "want force advise call enable help let make get deputize deputise authorize authorise appoint",
    "assign",
)
# Verbs whose subject only tells of it: what they govern says nothing of who takes part.
TELLING = word_set(
    "say tell report announce add note claim write quote confirm deny state declare",
    "explain believe think expect hope understand learn hear ask describe call welcome",
    "praise criticise criticize condemn indicate disclose",
)

# Where: what stands before a place, and nouns that name a venue.
PLACING = frozenset(["in", "at", "aboard", "near", "outside", "inside", "on"])
VENUES = word_set(
    "palace hotel embassy residence ministry office offices hall house castle villa airport",
    "harbour harbor ship ferry station museum church cathedral monastery university mission",
    "library dacha ranch resort headquarters theatre terminal barracks base tent train square",
    "aboard consulate chancellery parliament mansion club yacht college school restaurant",
    "academy institute centre center street port quay pier lodge farm convent abbey stadium",
    "guesthouse kremlin foyer pavilion plant factory warehouse depot tower bank chancery",
    "estate",
)
# Whoever does this for a meeting meets there: "flew to Riga to meet her"
COMING = frozenset(["travel", "fly", "go", "come", "arrive", "head", "return", "land", "sail"])
VISITS = frozenset(["visit", "trip", "tour"])
# Verbs under a meeting whose time is the meeting's: "talks scheduled for Friday", "held in May"
TIMED = word_set(
    "schedule plan hold set due slate last begin start open end close take arrange expect",
    "postpone delay run continue discuss",
)
# On what: "talks on the ferry", "met to discuss it"; and what "on" leads to that is no topic.
TOPIC_WORDS = frozenset(["on", "about", "over", "regarding", "concerning"])
DISCUSSING = frozenset(["discuss", "address", "examine", "review", "debate", "cover", "consider"])
FOCUSING = frozenset(  # verbs that say with their preposition what talks are about
    [("focus", "on"), ("centre", "on"), ("center", "on"), ("deal", "with"), ("turn", "to"),
     ("touch", "on"), ("revolve", "around"), ("concentrate", "on")]
)  # fmt: skip
NO_TOPICS = word_set(  # what somebody is met on, by or at the start of, and no matter of talks
    "phone telephone eve sidelines sideline margins invitation initiative visit trail lawn",
    "balcony tarmac stage podium sofa couch bench deck portico basis occasion occasions",
    "behalf arrival episode podcast hand tour door",
)
VAGUE_TOPICS = word_set(  # that there was a matter: "to discuss the issue", "on next steps"
    "subject topic issue matter question thing point item way step agenda schedule proposal",
    "idea option plan detail information update letter job decision demand possibility",
    "consequence effort degree problem situation deal other key important various several",
    "many some possible next such two three latest further related range wide number the a an",
    "of and these those",
)
