"""Whether a sentence tells of what a question asks about: of that sort of event, and of those
people. Where this is not sure, an account is none: that reports differ must never be said wrongly.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from index.gazetteer import MOST_WORDS, country_of
from index.words import fold

MEAL, CALL, SIGNING = (
    r"lunch\w*|din(?:e|es|ed|ner|ners|ing)|breakfast\w*|supper|banquet|ate|table|restaurant",
    r"(?:tele)?phon\w+|call(?:ed|s)?|rang|conversation|on the line|video|spoke",
    r"sign\w*|ceremony|initial+ed|put (?:his|her|their) names?|seal(?:ed|ing)?",
)
SORTS = (  # what asks for a sort of event, what tells of one, and what must not tell of another
    (rf"\b(?:{MEAL})\b", rf"\b(?:{MEAL})\b",
     r"\b(?:lunched|dined|breakfasted|(?:an?|the|gave (?:\w+ ){1,3}|working|over|at) ?"
     r"(?:lunch|dinner|breakfast|supper|banquet))\b"),
    (r"\b(?:(?:tele)?phon\w+|call|rang)\b", rf"\b(?:{CALL})\b",
     r"\b(?:telephoned|phoned|by (?:tele)?phone|the call|phone call)\b"),
    (r"\b(?:sign(?:ed|ing)?|ceremony)\b", rf"\b(?:{SIGNING})\b", r"(?!)"),
)  # fmt: skip
_EVENT = (
    r"talks|meeting|session|summit|call|round|conversation|negotiations|deal|ceremony|discussions?|"
    r"debate|ministers|presidents|leaders|delegations|sides|countries|parties"
)
OF_EVENT = re.compile(rf"\b(?:{_EVENT}|needed)\b", re.IGNORECASE)
OF_THEM = re.compile(  # or what goes on with those named before
    rf"\b(?:he|him|she|her|they|them|the two|the pair|both|{_EVENT})\b", re.IGNORECASE
)
TELLS_IT = re.compile(  # of a length or a house: that people were together for it, or there
    r"\b(?:met|meet|meeting|meetings|talk(?:s|ed|ing)?|spoke|conversation|call|telephone|"
    r"sat|sit|seated|spent|stayed|lasted|needed|took|ran|went on|shut|held|received|signed|"
    r"lunch\w*|din(?:ed|ner|ing)|breakfast\w*|summit|session|round|ceremony|reception|gather\w*|"
    r"negotiat\w+|closeted|kept|drove|walked|ended|together|counted|led)\b",
    re.IGNORECASE,
)
SUBJECT = re.compile(  # "Was Olav Moe in Riga?", "Did Berg come?"
    r"^\W*(?:was|were|did|had|has) (?P<who>.+?) (?:in|at|there|present|inside|among|leave|come|"
    r"attend|take|join|appear|turn|show|sign|go|travel|visit|sit|walk|storm)\b",
    re.IGNORECASE,
)
FOR_COUNTRY = re.compile(  # "Who signed for Denmark?", "Who put Latvia's name to it?"
    r"\b(?:for|represented|represent|put|on behalf of) (?:the )?(?P<who>[A-Z]\w+)"
)
DENIES_ALL = re.compile(  # an event that is denied needs nobody's name: "There was no visit"
    r"\b(?:(?:was|is) no (?:such )?(?:visit|meeting|talk|dinner|trip)|"
    r"has not taken place|neither \w+ was there)\b",
    re.IGNORECASE,
)
CAPITAL = re.compile(r"\b[A-Z][\w’'-]+")


def is_aside(text: str, asked: str, *, denies: bool) -> bool:
    """Whether a sentence is of another sort of event than is asked about: of a meal, a call; or
    tells of none where one is asked for, unless it denies it.
    """
    return any(_is_other(sort, text, asked, denies=denies) for sort in SORTS)


def _is_other(sort: tuple[str, str, str], text: str, asked: str, *, denies: bool) -> bool:
    asks, tells, of_one = (re.compile(cue, re.IGNORECASE) for cue in sort)
    if asks.search(asked):
        return not denies and not tells.search(text)
    return of_one.search(text) is not None and not tells.search(asked)


def comer_in(asked: str) -> str:
    """Of whom a question asks whether he came, or for which country somebody did: his last name or
    the country's; empty where it names neither.
    """
    match = SUBJECT.match(asked) or FOR_COUNTRY.search(asked)
    words = re.sub(r"['’]s\b", "", match["who"]).split() if match else []
    named = [word.strip(".,") for word in words if word[:1].isupper()]
    if not named or (words[-1] != named[-1] and not country_of(named[0])):
        return ""
    return named[-1] if words[-1] == named[-1] else named[0]


def is_of_comer(text: str, who: str, denied_at: tuple[int, int] | None) -> bool:
    """Whether a sentence that affirms, or denies at a place, tells it of somebody or of a country:
    what denies is told of the last that is named before it.
    """
    spots = list(_spots(text if denied_at is None else text[: denied_at[1]], who))
    if denied_at is None or not spots:
        return bool(spots)
    between = text[spots[-1][1] : denied_at[0]]
    others = [one for one in CAPITAL.findall(between) if country_of(_bare(one)) is None]
    countries = len(CAPITAL.findall(between)) - len(others)
    return not countries if country_of(who) else not others


def _spots(text: str, who: str) -> Iterator[tuple[int, int]]:
    """Where a text names somebody, or a country by any of its names: "Danish" for Denmark."""
    wanted, code = fold(who).casefold(), country_of(who)
    for match in CAPITAL.finditer(text):
        word = _bare(match[0])
        if fold(word).casefold() == wanted or (code and _country_at(text, match.start()) == code):
            yield match.span()


def _country_at(text: str, start: int) -> str | None:
    words = [_bare(word) for word in text[start:].split()[:MOST_WORDS]]
    return next(
        (c for n in range(len(words), 0, -1) if (c := country_of(" ".join(words[:n])))), None
    )


def _bare(word: str) -> str:
    return re.sub(r"['’]s?$|[.,;:]+$", "", word)
