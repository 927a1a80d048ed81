"""What a question describes as an event, as a question for its day.

"the palace's confirmation of the visit" asks "When did the palace confirm the visit?"; of what is
no word of somebody's it is asked as it stands: "When was it that Berg landed in Riga?".
"""

from __future__ import annotations

import re

# What somebody's word is called, by the verb that tells it
NOUNS = {
    "announcement": "announce", "confirmation": "confirm", "denial": "deny", "warning": "warn",
    "complaint": "complain", "comment": "comment", "comments": "comment", "statement": "state",
    "declaration": "declare", "disclosure": "disclose", "dismissal": "dismiss", "tweet": "tweet",
}  # fmt: skip
VERBS = {
    "announced": "announce", "confirmed": "confirm", "denied": "deny", "warned": "warn",
    "complained": "complain", "commented": "comment", "stated": "state", "declared": "declare",
    "disclosed": "disclose", "dismissed": "dismiss", "tweeted": "tweet", "said": "say",
    "told": "tell", "wrote": "write", "revealed": "reveal", "reported": "report",
}  # fmt: skip
_OF = r"(?: (?:(?:of|about|on|to) )?(?P<what>.+?))?"
_NOUN = rf"(?P<verb>{'|'.join(NOUNS)})"
_VERB = rf"(?P<verb>{'|'.join((*VERBS, *VERBS.values()))})"
_WHO = r"(?:the )?(?P<who>(?!(?:the|an?|its|his|her|their) )[^,;:]{2,60}?)"
HOW = tuple(
    (re.compile(pattern, re.IGNORECASE), asked)
    for pattern, asked in (
        # "the visit of Berg announced for May": of the visit
        (r"^(?P<what>(?:(?!['’]s |, | (?:was|were|had|has|to) )[^;:])+?) (?:announced|planned|"
         r"scheduled|expected|due|set) for (?P<who>.+)$", "When was {what} planned for {who}?"),
        # "the palace's confirmation of the visit"
        (rf"^{_WHO}(?:['’]s|(?<=s)['’]) (?:\w+ )??{_NOUN}\b{_OF}$",
         "When did {who} {verb} {what}?"),
        # "the announcement of the visit by the palace"
        (rf"^(?:the |an? )?{_NOUN}\b{_OF} (?:by|from) {_WHO}$", "When did {who} {verb} {what}?"),
        # "the announcement of the visit"
        (rf"^(?:the |an? )?{_NOUN} (?:of|that) (?P<what>.+)$", "When was {what} {told}?"),
        # "the visit was announced by the palace"
        (rf"^(?P<what>.+?) (?:was|were|had been|has been) (?:first |publicly )?{_VERB} by {_WHO}$",
         "When did {who} {verb} {what}?"),
        # "the visit was announced"
        (r"^(?P<what>.+?) (?:was|were|had been|has been) (?:first |publicly )?"
         r"(?P<verb>announced|confirmed|denied|disclosed|reported)$", "When was {what} {told}?"),
        # "the palace made its announcement of the visit"
        (rf"^{_WHO} (?:ma[kd]e|g[ia]ve|issued?) (?:its|his|her|their|the|an?) {_NOUN}\b{_OF}$",
         "When did {who} {verb} {what}?"),
        # "the palace announced the visit"
        (rf"^{_WHO} (?:had |has |first |publicly )*{_VERB}\b(?: (?P<what>.+))?$",
         "When did {who} {verb} {what}?"),
    )
)  # fmt: skip
_TELL = (
    r"(?:announce[ds]?|say|said|says|confirm(?:ed|s)?|den(?:y|ied|ies)|tell|told|declare[ds]?|"
    r"state[ds]?|reveal(?:ed)?|disclosed?|tweet(?:ed)?|writ(?:e|ten)|wrote|warn(?:ed)?|"
    r"report(?:ed)?|complain(?:ed)?|add|added|dismiss(?:ed)?|comment(?:ed)?)"
)
# "When did the port office announce …?", "When was the visit first announced?": the day of the word
ASKS_TELLING = re.compile(
    r"\b(?:when|(?:on|in|by) (?:what|which) (?:[\w-]+ )?(?:date|day|month|year))\s+"
    rf"(?:(?:did|had|has)\s(?P<who>[^?,;:“\"]{{2,70}}?)\s(?:(?:first|publicly)\s)?{_TELL}\b|"
    rf"(?:was|were|had been|has been)\s(?!it that\b)[^?,;:“\"]{{2,90}}?\s(?:(?:first|publicly)\s)?"
    r"(?:announced|confirmed|denied|reported|disclosed|made public)\b)",
    re.IGNORECASE,
)
HELPER = re.compile(r"^(?:(?:and|then|did|was|were|had|has|have|is|are) )+", re.IGNORECASE)
OF_IT = re.compile(r" (?:(?:of|about|on) )?(?:it|this|that|so)$", re.IGNORECASE)
ITSELF = re.compile(r" (?:itself|themselves)\b", re.IGNORECASE)


def asks_telling(text: str) -> bool:
    """Whether a question asks on which day something was said, and not when it was."""
    return ASKS_TELLING.search(text) is not None


def ask_its_day(text: str) -> str:
    """The question for the day of what a text describes."""
    text = _bare(text)
    for pattern, asked in HOW:
        if match := pattern.match(text):
            found = {name: told or "" for name, told in match.groupdict().items()}
            return _fill(asked, found)
    return f"When was it that {text}?"


def object_of(text: str) -> str | None:
    """What a text that describes somebody's word says that it was on; empty where it does not say,
    None for what is no word of anybody's.
    """
    match = next((m for pattern, _ in HOW if (m := pattern.match(_bare(text)))), None)
    return (match["what"] or "") if match and "verb" in match.groupdict() else None


def _bare(text: str) -> str:
    text = HELPER.sub("", text.strip(" ?!.,;"))
    return OF_IT.sub("", ITSELF.sub("", text).strip())


def has_no_object(asked: str) -> bool:
    """Whether such a question says whose word it was, and not on what."""
    return re.fullmatch(rf"When did .+ (?:{'|'.join(VERBS.values())})\?", asked) is not None


def _fill(asked: str, found: dict[str, str]) -> str:
    verb = found.get("verb", "").lower()
    base = NOUNS.get(verb) or VERBS.get(verb) or verb
    told = next((told for told, base_ in VERBS.items() if base_ == base), verb)
    whole = asked.format(who=found.get("who", ""), what=found["what"], verb=base, told=told)
    return re.sub(r"\s+", " ", whole).replace(" ?", "?")
