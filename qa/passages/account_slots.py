"""What reports of one event may tell differently, as rules: what asks for it, what tells it, and
when two tellings stand against each other.

A length ("four hours", "six and a half"), a house ("the Rose Palace", "the port hotel"), a number
of things ("twelve boats", "eight boats"), the town where somebody was, and whether somebody came,
left, met or was met.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from pydantic import ConfigDict

from index.cues import MONTHS, WEEKDAY
from index.mention_cues import VENUES
from index.records import Record
from index.words import fold, stem, word_set
from qa.cues import ASKS_HOW_MANY, LIES_AHEAD
from qa.premises.contradicted import read_number
from qa.premises.cues import COUNTED

Value = frozenset[str]
Reader = Callable[
    [str, str], Value
]  # of a sentence and a question: what it tells, empty if nothing
NOTHING: Value = frozenset()
YES, NO = frozenset(["yes"]), frozenset(["no"])

ASKS_LENGTH = re.compile(
    r"\bhow long\b|\bhow many (?:hours|minutes)\b|\b(?:length|duration) of\b", re.IGNORECASE
)
_CARDINAL = (
    r"(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|eighteen|"
    r"(?:twenty|thirty|forty|fifty)(?:-\w+)?)"
)
A_LENGTH = re.compile(  # "two and a half hours", "an hour and a half", "50 minutes", "half an hour"
    rf"(?<![\w.,$€£-])(?:(?P<half>half an hour)|(?P<number>{_CARDINAL})(?P<and> and a half)?"
    r"(?:-| (?:full |whole |solid |good )?)(?P<unit>hour|minute)s?\b"
    rf"(?: and (?:(?P<a_half>a half)|(?P<more>{_CARDINAL}) minutes))?)",
    re.IGNORECASE,
)
NOT_SO_LONG = re.compile(  # "within two hours", "another hour"
    r"\b(?:within|by|every|another|next|last|first|planned|scheduled|delay of|up to|than|"
    r"quarters? of)(?: the)? $",
    re.IGNORECASE,
)
NO_LENGTH = re.compile(  # "an hour late", "40 minutes longer than planned"
    r" (?:later|ago|late|behind|before|earlier|longer|shorter|ahead|away|into|notice|drive|flight|"
    r"stop|from now)\b",
    re.IGNORECASE,
)
ALMOST = 1.2  # times as long: "about four hours" of what took three hours and fifty minutes

ASKS_HOUSE = re.compile(
    r"\bwhere\b|\b(?:which|what) (?:\w+ )?(?:building|house|hotel|hall|palace|room|venue|place)\b",
    re.IGNORECASE,
)
ASKED_SORT = re.compile(r"\b(?:which|what) (?:[A-Z]\w+ )?(?P<sort>\w+)", re.IGNORECASE)
ANY_HOUSE = word_set("building house hall room rooms office offices")
HOUSES = frozenset(VENUES) | word_set("court garden gardens seminary building headquarters")
ROOMS = word_set("garden gardens foyer room library hall office offices square street aboard")
A_HOUSE = re.compile(  # "in the winter garden of the palace", "out of the guild building"
    r"\b(?:in|at|to|out of|aboard|inside) (?:the |an? |its )?"
    r"(?=(?P<house>(?:(?!\d)[\w’'.-]+ ?){1,8}))"
    r"|['’]s (?=(?P<owned>(?:[A-Z][\w’'.-]+ ?){1,5}))"  # "Riga's Guild House"
)
NAMED_ONLY = word_set(
    "centre center mission ministry bank base plant train ship street square port"
)
ENDS_HOUSE = re.compile(
    r"\b(?:with|and|after|before|on|for|by|from|where|that|who|which|was|were|is|are|has|had|until|"
    rf"since|when|as|went|took|lasted|stayed|into|but|{WEEKDAY})\b|[,;:()“”«»]"
)
OF_NO_HOUSE = word_set("the a an of in at to its his her their old new same main here there")

ASKS_WHEREABOUTS = re.compile(
    r"^\W*where (?:was|were|had) (?!.*\b(?:held|met|meeting|talks|signed)\b)", re.IGNORECASE
)
A_TOWN = re.compile(  # "was in Riga", "received the general, the lake's commander, in Riga"
    r"\b(?:was|were|been|spent|stayed|received|met|seen|dined|sat)\b"
    r"[^;“”]{0,60}?\bin (?P<town>[A-Z][\w’-]+)"
)

_ASKS = r"^\W*(?:was|were|did|had|has|is|are)\b[^?]*\b"
NOT = r"(?:did not|didn['’]t|was not|wasn['’]t|were not|never|had not|has not|not)"


WROTE = re.compile(r"\b(?:wrote|written|reported|writes)\b.*?«")  # "The Courier wrote: «Berg met"


class Slot(Record):
    """One thing that reports of an event may tell differently."""

    model_config = ConfigDict(frozen=True, arbitrary_types_allowed=True)
    asks: re.Pattern[str]
    read: Reader
    apart: Callable[[Value, Value], bool]
    of_subject: bool = False  # only what is told of the question's subject counts
    comer: YesOrNo | None = (
        None  # what reads it: told in the sentence itself of who came or did not
    )


def lengths_in(text: str, asked: str) -> Value:
    """The lengths of time that a sentence tells, in minutes; none where it lies ahead."""
    if LIES_AHEAD.search(text):
        return NOTHING
    found = A_LENGTH.finditer(text)
    return frozenset(
        str(_minutes(one)) for one in found
        if not NOT_SO_LONG.search(text[: one.start()]) and not NO_LENGTH.match(text[one.end() :])
    )  # fmt: skip


def _minutes(one: re.Match[str]) -> int:
    if one["half"]:
        return 30
    unit = 60 if one["unit"].lower() == "hour" else 1
    number = 1.0 if one["number"].lower() in ("a", "an") else read_number(one["number"])
    halves = 0.5 if one["and"] or one["a_half"] else 0.0
    return round((number + halves) * unit + (read_number(one["more"]) if one["more"] else 0))


def are_other_lengths(one: Value, other: Value) -> bool:
    """Whether no length of the one is about as long as one of the other."""
    return all(
        max(float(a), float(b)) > ALMOST * min(float(a), float(b)) for a in one for b in other
    )


def houses_in(text: str, asked: str) -> Value:
    """The words of the first house that a sentence names as a place: {"rose", "palace"}."""
    if LIES_AHEAD.search(text):
        return NOTHING
    known = set(fold(asked).casefold().replace("'s", "").split())
    sort = ASKED_SORT.search(asked)
    wanted = {sort["sort"].lower()} & HOUSES - ANY_HOUSE if sort else set()
    for match in A_HOUSE.finditer(text):
        told = ENDS_HOUSE.split(match["house"] or match["owned"])[0].split()
        words = [re.sub(r"['’]s$|[.'’]", "", fold(word).casefold()) for word in told]
        kinds = HOUSES.intersection(words) - NAMED_ONLY.intersection(told)
        if kinds and wanted <= kinds and not (kinds - wanted) & known:
            return frozenset(words) - OF_NO_HOUSE
    return NOTHING


def are_other_houses(one: Value, other: Value) -> bool:
    """Whether two houses are not one: a room may be in the other's house."""
    kinds = [value & HOUSES for value in (one, other)]
    if any(not kind - ROOMS for kind in kinds):
        return False
    if kinds[0] & kinds[1] - ROOMS and (kinds[0] | kinds[1]) & ROOMS:
        return False
    if kinds[0] & kinds[1]:
        names = [value - HOUSES for value in (one, other)]
        return bool(names[0] and names[1]) and not names[0] & names[1]
    return not one & other


def towns_in(text: str, asked: str) -> Value:
    """The towns that a sentence tells somebody to have been in."""
    found = (match["town"] for match in A_TOWN.finditer(text))
    return frozenset(fold(one).casefold() for one in found if one.lower() not in MONTHS)


def numbers_in(text: str, asked: str) -> Value:
    """The number that a sentence gives to the things counted: "twelve boats", "12-point"."""
    counted = ASKS_HOW_MANY.search(asked)
    if text[:1] in "“‘\"'":  # what somebody counts in his own words may be his share
        return NOTHING
    thing = stem(counted["things"].split()[-1].lower()) if counted else ""
    found = (
        str(read_number(one["number"])) for one in COUNTED.finditer(text)
        if thing in [stem(word.lower()) for word in (one["thing"], *one["more"].split()[:1])]
    )  # fmt: skip
    return frozenset(list(found)[:1])


def differ(one: Value, other: Value) -> bool:
    """Whether two tellings have nothing in common."""
    return not one & other


class YesOrNo:
    """What reads whether a sentence affirms or denies something; what lies ahead does neither."""

    def __init__(self, yes: str, no: str) -> None:
        self.affirms, self.denies = (re.compile(cue, re.IGNORECASE) for cue in (yes, no))

    def __call__(self, text: str, asked: str) -> Value:
        """Yes, no, or nothing."""
        if self.denies.search(text):
            return NO
        return YES if self.affirms.search(text) and not LIES_AHEAD.search(text) else NOTHING

    def denied_at(self, text: str) -> tuple[int, int] | None:
        """Where a sentence denies it."""
        match = self.denies.search(text)
        return match.span() if match else None


LEFT = YesOrNo(
    r"\b(?:walk(?:ed|ing)|storm(?:s|ed)|march(?:ed|ing)|stalk(?:ed|ing)) out\b|\bwalk-?out\b|"
    r"\bleft (?:the (?:hall|room|table|talks|meeting|session)|by the|early|in a huff)\b",
    rf"\bno walk-?out\b|\b(?:denie[sd]|reject(?:s|ed)|dismiss(?:es|ed))\b.*"
    rf"(?:walk|storm|left|leav)|\b{NOT} (?:walk|leave|"
    r"left|storm)\b|"
    r"\bstayed (?:(?:to|until) the end|throughout|on|in (?:his|her|their) seat)\b",
)
CAME = YesOrNo(
    r"\b(?:attended|took part|taking part|sat|signed|came|arrived|flew in|sailed|landed|joined|"
    r"present|received|around the table|inside are|in the room|at the table|needed|"
    r"represented|put (?:their|his|her) names?)\b",
    rf"\b{NOT} (?:come|attend|there|present|appear|take part|join|show up|in|at|inside)\b|"
    r"\b(?:stayed away|absent|(?:remained|stayed|was kept) (?:in|at home)|nobody from|no one from|"
    r"did not send|nor did \w+ send|took (?:his|her) (?:chair|place|seat)|neither \w+ was there|"
    r"no visit|spent the (?:whole|day|morning|afternoon|evening)|has not taken place|"
    r"(?:chair|place|seat) was filled|(?:man|woman) in the chair|by video link)\b",
)
MET = YesOrNo(
    r"\b(?:met|dined|lunched|talked|spoke (?:with|to|privately|alone)|received|shook hands|"
    r"held (?:talks|a meeting)|spent [\w -]{1,30} (?:hours?|minutes) )\b",
    r"\b(?:no (?:such )?(?:\w+ )?(?:meeting|talks?|visit|dinner|encounter|conversation)|"
    rf"{NOT} (?:meet|met|talk|dine|see|receive|happen|happened|taken place|held)|"
    r"met no one|nobody met|no one met|den(?:y|ies|ied)\b.*\b(?:met|meeting|talks?|visit\w*|din\w+|"
    r"held|saw|seen|spoken?|received)|neither \w+ was there)\b",
)
THERE_FOR = YesOrNo(
    r"\b(?:attended|took part|(?:around|at) the table|represented|signed|"
    r"put (?:their|his|her) names?|needed|sat (?:opposite|across|down))\b",
    rf"\bnor did [\w ]+ send\b|\b{NOT} (?:come|send|attend|sign)\b|"
    r"\btook (?:his|her) (?:chair|place|seat)\b|\b(?:man|woman) in the chair\b|"
    r"\bin (?:his|her) place\b|\bstand-?in\b|"
    r"\b(?:chair|place|seat) was filled\b",
)
SLOTS: tuple[Slot, ...] = (
    Slot(asks=ASKS_LENGTH, read=lengths_in, apart=are_other_lengths),
    Slot(asks=ASKS_HOUSE, read=houses_in, apart=are_other_houses),
    Slot(asks=ASKS_WHEREABOUTS, read=towns_in, apart=differ),
    Slot(asks=ASKS_HOW_MANY, read=numbers_in, apart=differ),
    Slot(
        asks=re.compile(rf"{_ASKS}(?:leave|left|(?:walk|storm)(?:ed)? out)\b", re.IGNORECASE),
        read=LEFT, apart=differ, of_subject=True,
    ),
    Slot(
        asks=re.compile(
            r"^\W*(?:was|were) [^?]*\b(?:in|at|there|present|inside|among|aboard)\b|"
            rf"{_ASKS}(?:attend|come|take part|join|appear|turn up|show up|sign|go to|travel to|"
            r"visit|sit)\b",
            re.IGNORECASE,
        ),
        read=CAME, apart=differ, comer=CAME,
    ),
    Slot(
        asks=re.compile(
            rf"{_ASKS}(?:meet|met|talk|talks|dine|dined|lunch|receive|see|speak|conversation)\b",
            re.IGNORECASE,
        ),
        read=MET, apart=differ,
    ),
    Slot(
        asks=re.compile(
            r"^\W*who\b[^?]*\b(?:represent\w*|sign(?:ed)?|for|name to|spoke for|sat for)\b",
            re.IGNORECASE,
        ),
        read=THERE_FOR, apart=differ, comer=THERE_FOR,
    ),
)  # fmt: skip


def slots_in(text: str) -> Iterator[Slot]:
    """What a question asks that reports of an event may tell differently."""
    return (slot for slot in SLOTS if slot.asks.search(text))
