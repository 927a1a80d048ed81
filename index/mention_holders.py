"""Who holds or attends what a noun reports: the subject of the verb that governs it.

"Berg held talks", "Berg told a meeting", "Berg said at the council meeting", "Berg flew to a
summit"; not "Berg said after the talks", which does not say that she sat in them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from index.attend import Phrases
from index.attendants import Found, persons_of, with_side
from index.meeting_records import Side
from index.mention_cues import (
    ADDRESSING,
    AMONG_OTHERS,
    BRINGING_TOGETHER,
    CALLING,
    COMING,
    GIVEN,
    GIVING,
    HOSTED,
    HOSTING,
    LED,
    MEDIATING,
    NOUNS,
    TAKING_PART,
    TELLING,
    VISITS,
)  # fmt: skip
from index.subjects import first_joined, objects_of, speakers_of, subjects_of, verb_above, whose

if TYPE_CHECKING:
    from spacy.tokens import Token

OBJECTS = frozenset({"dobj", "dative"})
LENGTHS = frozenset(["day", "hour", "week", "series", "minute", "set"])
# Who does this at or during a meeting is there; who does it to one, too
NOT_SAID = {"learn", "hear", "believe", "think"}
SAID_THERE = (TELLING | ADDRESSING | {"speak", "present", "discuss"}) - NOT_SAID
SEEN_THERE = frozenset(["listen", "gesture", "sit", "smile", "vote"])  # as captions tell
TOLD = frozenset(["tell", "brief", "inform", "assure"])
# "Said at the end of the talks", "toured a mill as part of her talks with Stone"
EDGES = frozenset(
    ["part", "start", "opening", "beginning", "outset", "end", "close", "conclusion", "course"]
)
# "Preparations for the summit" are no part of it
BEFOREHAND = frozenset(["preparation", "plan", "agenda", "proposal", "date", "venue", "idea"])
# "Asked for information about the summit", "sent a letter on the talks"
ABOUT_IT = frozenset(
    ["information", "record", "detail", "question", "story", "account", "news", "report",
     "transcript", "letter", "note", "statement", "comment", "book", "article", "document",
     "testimony", "speculation", "rumour", "rumor", "video", "photo", "photograph", "picture",
     "film", "image", "interview"]
)  # fmt: skip
# Who takes over what is left to them: "left the talks to aides"
HANDS = frozenset(
    [
        "deputy",
        "deputies",
        "aide",
        "aides",
        "staff",
        "colleague",
        "colleagues",
        "others",
        "ministry",
    ]
)
ASSEMBLING = frozenset(["gather", "assemble", "converge"])  # for their summit
# Whom somebody has come: "hauled Stone in for a meeting"; who is summoned home is met by nobody yet
CALLING_IN = frozenset(["call", "bring", "pull", "haul", "drag"])
# Who knows of talks is not at them: "sources close to the talks"
PRIVY = frozenset(["close", "familiar", "privy", "aware", "critical", "related"])
ENDING = frozenset(["cap", "crown", "top"])  # "a career crowned by a meeting with Stone"
LEAVING = frozenset(["leave", "depart"])
ENGAGEMENTS = frozenset(["appointment", "engagement", "stop", "meeting", "event", "duty", "call"])


def holders_of(
    phrases: Phrases, n: int, noun: Token, partners: bool, beside: list[Found]
) -> list[Found]:
    """The subject of the verb that governs a meeting: who holds it, or comes for it."""
    verb = verb_above(noun)
    if (owner := _whose_engagement(noun)) is not None:
        return phrases.who(n, owner, beside)
    if verb is None or noun.dep_ in ("nsubj", "nsubjpass"):
        return []
    if is_of_stay(noun):
        return [f for who in _who_stays(verb) for f in phrases.who(n, who, beside)]
    inside = noun.dep_ in ("pobj", "pcomp")
    if inside and not _governs(noun):
        return []  # "the sponsors of the mediation" are not those who mediate
    gives = verb.lemma_ in GIVING and noun.lemma_ in GIVEN
    rung = noun.lemma_ == "call" and verb.lemma_ in CALLING
    if not (inside or gives or rung or verb.lemma_ in TAKING_PART | HOSTING | TOLD):
        return []
    over = [verb, *([verb.head] if _listens(verb) else [])]
    told = (who for v in over for s in subjects_of(v) for who in speakers_of(s))
    found = [f for who in told for f in phrases.who(n, who, beside)]
    found = [f for f in found if "spokes" not in (f.who.role or "")]
    if inside and (_is_said_there(verb, noun) or _is_joined(verb, noun)):
        joined = [c for c in verb.children if c.dep_ in OBJECTS and c.ent_type_ != "ORG"]
        joined += [c for c in verb.children if c.dep_ == "nsubjpass"]  # "Berg was joined by Stone"
        joined += [p for c in verb.children if c.dep_ == "agent" for p in objects_of(c)]
        found += persons_of([f for c in joined for f in phrases.who(n, c, found)])
    if inside and not partners and not _takes_part(verb, noun) and len(found) < 2:
        return []  # "Berg said after the talks" does not say that she sat in them
    if verb.lemma_ == "leave" and noun.dep_ == "dobj" and not partners:
        return []  # "leaving meetings off the books"
    side: Side | None = "visitor" if noun.lemma_.lower() in VISITS else None
    if gives or verb.lemma_ in HOSTING:
        side = "host"
    guests = [
        f for c in verb.children if gives and c.dep_ == "dative" for f in phrases.who(n, c, found)
    ]
    return [*with_side(found, side), *with_side(guests, "visitor")]


def _whose_engagement(noun: Token) -> Token | None:
    """Whose a meeting is by what it is one of: "among her first appointments was a dinner"."""
    verb = noun.head
    if verb.lemma_ != "be" or noun.dep_ not in ("attr", "nsubj"):
        return None
    others = (c for c in verb.children if c.dep_ in ("attr", "nsubj") and c.lower_ == "one")
    lists = (p for over in (verb, *others) for p in over.children if p.lower_ in ("among", "of"))
    nouns = (c for prep in lists for c in prep.children if c.lemma_ in ENGAGEMENTS)
    return next((w for one in nouns for w in one.children if w.dep_ == "poss"), None)


def _listens(verb: Token) -> bool:
    """Whether somebody listens to whoever speaks there: "Berg speaks as Stone listens at talks"."""
    marked = any(c.dep_ == "mark" and c.lower_ in ("as", "while") for c in verb.children)
    heard = verb.head.lemma_ in ("speak", "talk")
    return verb.lemma_ == "listen" and verb.dep_ == "advcl" and marked and heard


def is_left_to_others(phrases: Phrases, n: int, noun: Token) -> bool:
    """Whether a meeting is handed over: "Berg left the talks with Stone to her deputy"."""
    verb = noun.head
    if verb.lemma_ != "leave" or noun.dep_ != "dobj":
        return False
    to = [c for c in verb.subtree if c.lower_ in ("to", "for") and c.dep_ in ("prep", "dative")]
    over = [c for prep in to if _is_beside(prep, noun) for c in prep.children if c.dep_ == "pobj"]
    over += [c for c in verb.children if c.dep_ in OBJECTS and c.i < noun.i]
    return any(c.lower_ in HANDS or persons_of(phrases.who(n, c)) for c in over)


def _is_beside(prep: Token, noun: Token) -> bool:
    """Whether somebody left a meeting "to" or "for" it: no "adviser to Stone"."""
    return prep.head in (noun, noun.head) or prep.head.ent_type_ == "PERSON"


def is_of_stay(noun: Token) -> bool:
    """Whether a meeting is part of a stay, or ends a way: "her holiday, which included talks with
    Stone", "a rise capped by a meeting with Stone".
    """
    ends = noun.head.head if noun.dep_ == "pobj" else noun
    ended = ends.lemma_ == "culminate" or (ends.lemma_ in ENDING and ends.dep_ == "acl")
    first = first_joined(noun)  # "included a stop in Riga and talks with Stone"
    return ended or (first.dep_ == "dobj" and first.head.lemma_ == "include")


def _who_stays(verb: Token) -> list[Token]:
    """Whose stay includes a meeting: "her holiday", "Berg ended a tour that"."""
    return [who for stay in subjects_of(verb) for who in whose(stay)]


def is_led(noun: Token) -> bool:
    """Whether a verb tells who leads or attends: "Stone chaired a meeting of the council"."""
    verb = verb_above(noun)
    if verb is not None and verb.lemma_ in AMONG_OTHERS:
        return noun.dep_ == "dobj" and verb == noun.head
    return verb is not None and verb.lemma_ in LED


def _is_said_there(verb: Token, noun: Token) -> bool:
    """Whether somebody is spoken to at a meeting: "Berg told Stone at a meeting in Oslo"."""
    prep = noun.head
    return prep.lower_ in ("at", "during") and prep.head == verb and verb.lemma_ in ADDRESSING


def _is_joined(verb: Token, noun: Token) -> bool:
    """Whether somebody is joined or called in for it: "Berg joined Stone for talks", "hauled Stone
    in for a meeting".
    """
    brought = any(c.lower_ == "in" and c.dep_ in ("prt", "advmod", "prep") for c in verb.children)
    fetched = brought and verb.lemma_ in CALLING_IN
    joined = verb.lemma_ == "join" and noun.head.lower_ in ("for", "at", "in")
    return joined or (fetched and noun.head.lower_ in ("for", "to", "into"))


def _governs(noun: Token) -> bool:
    """Whether what somebody does is done for a meeting, and not only to something about it."""
    prep = noun.head
    above = prep.head
    edge = above.lemma_.lower() in EDGES and above.dep_ == "pobj"
    edge = edge or above.lower_ == "ahead"  # "said ahead of her talks with Stone"
    held = edge or above.lemma_.lower() in {*NOUNS, *LENGTHS} or prep.lower_ != "of"
    other = above.lemma_.lower() in BEFOREHAND | ABOUT_IT | PRIVY
    return above.pos_ in ("VERB", "AUX") or (held and not other)


def _takes_part(verb: Token, noun: Token) -> bool:
    """ "Took part in the talks", "arrived for a visit", "is in Oslo on a visit"."""
    part = verb.lemma_ == "take" and any(c.lemma_ == "part" for c in verb.children)
    part = part or verb.lemma_ == "preside"
    a = any(c.dep_ == "det" and c.lower_ in ("a", "an") for c in noun.children)
    if a and noun.head.lower_ in ("during", "at"):  # "Berg speaks during a meeting"
        return True
    visiting = noun.lemma_.lower() in VISITS and noun.head.lower_ in ("for", "on")
    return part or visiting or is_attended(noun)


def is_attended(noun: Token) -> bool:
    """Whether the subject above is at a meeting: "Berg said at the council meeting", "Berg told a
    meeting", "Berg is heading to a summit", "left Oslo for the talks".
    """
    verb = verb_above(noun)
    if verb is None:
        return False
    if noun.dep_ == "dobj":
        return verb.lemma_ in TOLD
    prep = noun.head
    said = prep.lower_ in ("at", "during") and verb.lemma_ in SAID_THERE | SEEN_THERE
    if prep.lower_ == "of" and prep.head.lemma_ in LENGTHS and prep.head.dep_ == "pobj":
        prep = prep.head.head  # "gathered for the first day of their summit"
    if prep.lower_ == "in" and verb.lemma_ == "take" and prep.head.lower_ in ("take", "part"):
        return True  # "Berg will take part in a meeting of the working group"
    comes = prep.lower_ in ("to", "for") and verb.lemma_ in COMING | LEAVING | ASSEMBLING
    return noun.dep_ == "pobj" and prep.head == verb and (said or comes)


def inviters_of(verb: Token) -> list[Token]:
    """Who asks somebody to visit: "Stone invited Berg to visit Oslo", "Berg was invited by Stone
    to visit". Who visits "at the invitation of Stone" need not have met her.
    """
    asking = verb.head
    if asking.lemma_ != "invite" or verb.dep_ not in ("xcomp", "ccomp", "advcl"):
        return []
    if any(c.dep_ == "auxpass" for c in asking.children):
        return [p for c in asking.children if c.dep_ == "agent" for p in objects_of(c)]
    return subjects_of(asking) if any(c.dep_ in OBJECTS for c in asking.children) else []


def led_by(phrases: Phrases, n: int, noun: Token) -> Iterator[Found]:
    """Hosts, chairs and mediators: "talks hosted by Berg", "the talks were co-chaired by Stone"."""
    above = [noun.head] if noun.dep_ in ("nsubjpass", "nsubj") else []
    for verb in (*above, *(c for c in noun.children if c.dep_ in ("acl", "relcl"))):
        lemma = verb.lemma_.lower().removeprefix("co-").removeprefix("co")
        if verb.tag_ != "VBN" or lemma not in MEDIATING | HOSTED | LED:
            continue
        side: Side | None = (
            "mediator" if lemma in MEDIATING else "host" if lemma in HOSTED else None
        )
        below = [*verb.children, *(g for c in verb.children for g in c.children)]
        for agent in (c for c in below if c.lower_ == "by"):  # "presided over by Berg"
            for person in objects_of(agent):
                yield from with_side(phrases.who(n, person), side)


def gathered_at(phrases: Phrases, n: int, noun: Token) -> Iterator[Found]:
    """Whom a meeting is told to have there: "the summit brought together Berg and Stone", "the
    summit, a gathering that included Stone".
    """
    above = [noun.head] if noun.dep_ == "nsubj" else []
    apposed = [t for c in noun.children if c.dep_ == "appos" for t in c.subtree]
    for verb in (*above, *(t for t in (*noun.children, *apposed) if t.dep_ == "relcl")):
        if verb.lemma_ in BRINGING_TOGETHER:
            objects = (c for c in verb.children if c.dep_ in OBJECTS)
            yield from persons_of([f for c in objects for f in phrases.who(n, c)])
