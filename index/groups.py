"""Groups by the words that name them: countries, organisations, "a delegation of fishermen"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from index.gazetteer import capital_of, country_name, country_of, find_country, is_country_name
from index.group_ends import complement_end, is_doer
from index.meeting_records import Attendant
from index.mention_cues import NOUNS, VENUES
from index.parse import PLACE_TYPES, PREMODIFIERS
from index.people_cues import BODIES, COMBINING, GROUP_NOUNS, OFFICE_NOUNS, PRESS, QUANTITIES
from index.records import Record

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

CAPITAL = r"[A-Z][\w.’'&-]*"
OF_WHAT = rf"(?: of(?: the)?(?: {CAPITAL})+)?"  # "Board of Education"
BODY_SLOTS = PREMODIFIERS | {"nummod", "quantmod"}
NAME_TAGS = frozenset(["JJ", "NN", "NNP", "NNPS", "HYPH", ":", "SYM", "AFX"])
TALKS = frozenset(["summit", "talk", "conference", "round"])  # told by the town where they are
GATHERED = frozenset(["summit", "talks", "dinner", "visit"])  # "the Harbour Summit" is nobody
HYPHENS = frozenset(["-", "–", "—"])
NO_BODIES = frozenset(["ev", "ai", "ceo", "hr", "it", "covid", "tv"])  # letters alone
KINDS = frozenset(  # what a meeting of a body may be, and no body is
    ["special", "emergency", "regular", "annual", "monthly", "weekly", "joint", "first", "recent",
     "extraordinary", "next", "last", "urgent", "public", "virtual"]
)  # fmt: skip
PARTY_SLOTS = frozenset(["nsubj", "pobj", "conj", "dobj"])  # where who takes part is told
NO_NAMES = VENUES | NOUNS.keys() | OFFICE_NOUNS
COUNTRY_TYPES = PLACE_TYPES | {"NORP", "ORG"}


class Group(Record):
    """A group that takes part, and its tokens `first` to `last`."""

    who: Attendant
    first: int
    last: int


def name_group(token: Token, earlier: Iterable[str] = ()) -> Group | None:
    """The group whose name a noun is the head of; None where it is none. `earlier` are the texts of
    the sentences before, the nearest first, for "the board".
    """
    if token.lower_ in PRESS or token.lower_ in GATHERED or _is_entourage(token):
        return None
    first, last = _phrase(token)
    words = token.doc[first : last + 1].text
    if words[0] in HYPHENS:
        return None  # "Secretary-General"
    country = country_of(words) or country_of(token.text)
    if country and (token.ent_type_ in COUNTRY_TYPES or token.pos_ == "PROPN"):
        name = country_name(country)
    elif (full := full_name(token, earlier)) or token.lower_ in GROUP_NOUNS or _is_body(token):
        name, country = full or words, _country_in(token, first, last)
    else:
        return None
    who = Attendant(name=name, country=country, resolved="group")
    return Group(who=_of_its_owner(who, token), first=first, last=last)


def _of_its_owner(who: Attendant, token: Token) -> Attendant:
    """A body with whose it is where that is the subject before: "The Riga Bank said its council
    meets on Monday". Unchanged where none is named.
    """
    its = any(c.lower_ in ("its", "their") and c.dep_ == "poss" for c in token.children)
    if not its or who.country or token.pos_ == "PROPN":
        return who
    verbs = (c for verb in token.ancestors for c in verb.children)
    owners = (c for c in verbs if c.dep_ == "nsubj" and c.i < token.i and c.pos_ == "PROPN")
    owner = next((c for c in owners if c.ent_type_ in ("ORG", "GPE")), None)
    named = name_group(owner) if owner is not None else None
    return who.model_copy(update={"name": f"{named.who.name}'s {who.name}"}) if named else who


def _is_entourage(token: Token) -> bool:
    """Whether "party" is who travels with somebody, or a number of sides: "six-party talks"."""
    before = token.doc[token.i - 1].lower_ if token.i else ""
    return token.lower_ == "party" and before in ("-", "his", "her")


def counted(token: Token) -> Token:
    """Those of whom a word gives the number: "a number of Latvian officials"; else itself."""
    below = [c for c in token.children if c.lower_ == "of"] if token.lower_ in QUANTITIES else []
    return next((noun for of in below for noun in of.children if noun.dep_ == "pobj"), token)


def _is_body(token: Token) -> bool:
    """Whether a capitalised noun ends the name of a body: "the Salt Workers' Association"."""
    named = token.ent_type_ in ("ORG", "NORP", "FAC") or _is_unknown_name(token)
    before = token.doc[token.i - 1].text if token.i else ""
    body = token.lower_ in BODIES and (before[:1].isupper() or before in ("’", "'"))
    return token.text[0].isupper() and (named or body)


def _is_unknown_name(token: Token) -> bool:
    """Whether a noun is a name that nobody labels: "talks between the ministry and Harbourneft".

    Not in a headline, where every word is capitalised.
    """
    word, doc = token.text, token.doc
    name = token.tag_ == "NNP" and word.isalpha() and len(word) > 2 and token.i > 0
    if not name or token.ent_type_ or token.dep_ not in PARTY_SLOTS or token.lower_ in NO_NAMES:
        return False
    if _is_style(token):
        return False
    words = [t for t in doc if t.is_alpha and len(t) > 3]
    return 3 * sum(t.is_lower for t in words) > len(words)


def _is_style(token: Token) -> bool:
    """Whether a name only says what somebody is, "Anna, Duchess of Lund, met", "Reps. Berg", or
    holds two: "between Stone and Ivo Lund".
    """
    behind = token.i + 2 < len(token.doc) and token.nbor().text == "."
    before = token.doc[max(0, token.left_edge.i - 2) : token.left_edge.i]
    apposed = len(before) == 2 and before[1].text == "," and before[0].ent_type_ == "PERSON"
    several = any(t.dep_ == "cc" for t in token.doc[token.left_edge.i : token.i])
    return behind or apposed or several


def _is_plain(noun: Token) -> bool:
    """Whether nothing but "the" stands before a noun."""
    return all(c.dep_ == "det" and c.lower_ in ("the", "this") for c in noun.lefts)


def full_name(token: Token, earlier: Iterable[str]) -> str | None:
    """The body that a plain noun means, by a name that ends with it in the sentences before, the
    nearest first: "the Harbour School Board … the board". None where no name does.
    """
    if token.lower_ not in BODIES or token.text[0].isupper() or not _is_plain(token):
        return None
    title = token.text.title()
    whole = rf"{CAPITAL} (?:(?:{CAPITAL}|of|for|and|the) )*?{title}\b{OF_WHAT}"
    name = re.compile(rf"\b(?:{whole}|{title} of (?:the )?{CAPITAL})")
    found = (max(name.finditer(text), key=lambda m: m.start(), default=None) for text in earlier)
    told = next((match[0] for match in found if match), None)
    return _without_members(told.removeprefix("The ")) if told else None


def _without_members(name: str) -> str:
    """A body's name without who of it is told of: "Members of the Harbour Board"."""
    first, _, rest = name.partition(" of ")
    members = first.lower() in GROUP_NOUNS - BODIES  # no "Group of Nine"
    return rest.removeprefix("the ") if members and rest else name


def plain_group(token: Token) -> Group:
    """Several people by whatever words tell them: "the wives of two sailors"."""
    first, last = _phrase(token)
    words = token.doc[first : last + 1].text
    who = Attendant(name=words, country=_country_in(token, first, last), resolved="group")
    return Group(who=who, first=first, last=last)


def pair_before(noun: Token) -> list[Group]:
    """The countries of "Franco-Polish talks" and "U.S.-North Korean summit"; nobody for one."""
    first = noun.i
    while first and noun.doc[first - 1].tag_ in NAME_TAGS:
        first -= 1
    words = noun.doc[first : noun.i].text
    joined = re.search(r"[\w.][-–—/]\s?\w|\band\b", words)
    codes = list(dict.fromkeys(_codes_in(re.split(r"[\s–—/]+|(?<=\w)-|(?<=\.)-", words))))
    if not joined or len(codes) < 2:
        return []
    made = (Attendant(name=country_name(c), country=c, resolved="group") for c in codes)
    return [Group(who=who, first=first, last=noun.i - 1) for who in made]


def bodies_before(noun: Token, first: int) -> list[Group]:
    """The body whose meeting it is: "a NATO summit", "the city council meeting"."""
    doc = noun.doc
    found: list[Group] = []
    if _is_named_gathering(noun):
        return found
    for entity in doc[first : noun.i].ents:
        venue = any(token.lower_ in VENUES for token in entity) or country_of(entity.text)
        placed = noun.lemma_.lower() in TALKS and _may_be_town(entity)
        hung = doc[entity.start - 1].text in HYPHENS or is_doer(entity)
        topic = entity.text.lower() in NO_BODIES
        if entity.label_ == "ORG" and not (venue or placed or hung or topic):
            last = _name_end(entity, noun)
            name = doc[entity.start : last + 1].text.removeprefix("the ")
            who = Attendant(name=name, resolved="group")
            found.append(Group(who=who, first=entity.start, last=last))
    before = doc[noun.i - 1].lower_ if noun.i > first else ""
    if not found and before in GROUP_NOUNS and before != "official":  # "official talks"
        group = name_group(doc[noun.i - 1])
        found += [_without_kind(doc, group)] if group and not group.who.country else []
    return found


def _is_named_gathering(noun: Token) -> bool:
    """Whether words before a meeting are of its name: "the Nordic Leaders Summit", "the Lund Sea
    Education Summit"; "the NATO Summit", "the Harbour Council Summit" is of a body.
    """
    first = noun.i
    while first and noun.nbor(first - noun.i - 1).tag_ in ("NNP", "NNPS"):
        first -= 1
    name = noun.doc[first : noun.i]
    body = any(t.lower_ in BODIES or t.text.isupper() or t.text in HYPHENS for t in name)
    kind = len(name) > 1 or (len(name) == 1 and name[0].lower_ in GROUP_NOUNS)
    return noun.text[0].isupper() and not noun.text.isupper() and kind and not body


def _without_kind(doc: Doc, group: Group) -> Group:
    """A body without the word for the kind of its meeting: "a special school board meeting"."""
    first = group.first + (doc[group.first].lower_ in KINDS)
    if first in (group.first, group.last + 1):
        return group
    who = group.who.model_copy(update={"name": doc[first : group.last + 1].text})
    return Group(who=who, first=first, last=group.last)


def _may_be_town(entity: Span) -> bool:
    """Whether a body may be the town where talks are: "the Riga summit", not "NATO"."""
    word = entity[-1]
    named = word.text.isupper() or any(c.isdigit() for c in word.text) or word.lower_ in BODIES
    return len(entity) == 1 and not named


def _name_end(entity: Span, noun: Token) -> int:
    """Where a body's name ends before the noun: "the Group of Eight summit"."""
    rest = entity.doc[entity.end - (entity[-1].lower_ == "of") : noun.i]
    whole = len(rest) > 1 and rest[0].lower_ == "of" and all(t.is_title for t in rest[1:])
    return noun.i - 1 if whole else entity.end - 1


def _codes_in(words: list[str]) -> Iterator[str]:
    at = 0
    while at < len(words):
        found = find_country(words, at) if words[at] else None
        if found:
            yield found[0]
        elif words[at].lower() in COMBINING:
            yield COMBINING[words[at].lower()]
        at += found[1] if found else 1


def _owns(token: Token) -> bool:
    """Whether a name says whose a group is: "Norway's government"."""
    return token.dep_ == "poss" and token.pos_ == "PROPN"


def _phrase(token: Token) -> tuple[int, int]:
    """The tokens of a group's name: what stands before its head, and the phrase behind it."""
    left = [c.left_edge.i for c in token.lefts if c.dep_ in BODY_SLOTS or _owns(c)]
    left = [at + (token.doc[at].dep_ == "det") for at in left]
    stops = [i for i in range(min(left, default=token.i), token.i - 1) if _is_caption(token.doc, i)]
    left = [i for i in left if i > max(stops, default=-1)]
    return _with_owner(token.doc, min([token.i, *left])), complement_end(token)


def including(noun: Token) -> int:
    """Where "including" picks out of a group, itself or behind its verb; 0 where nothing does."""
    rest = noun.doc[complement_end(noun) + 1 :]  # "leaders of the league, including Berg"
    stop = next((t.i for t in rest if t.lower_ in GROUP_NOUNS or t.text == ";"), len(noun.doc))
    picks = (t.i for t in rest if t.lower_ == "including" or _is_among_them(t))
    return next((at for at in picks if at < stop), 0)


def _is_among_them(word: Token) -> bool:  # "envoys, among them Anna Berg"
    return word.doc[max(0, word.i - 2) : word.i + 1].text.lower() == ", among them"


def first_of(noun: Token, first: int) -> int:
    """Where the words of a group start that an office names: "four South American presidents"."""
    own = [c.left_edge.i for c in noun.lefts if c.dep_ in ("amod", "compound", "nmod", "nummod")]
    return min([first, *own])


def _with_owner(doc: Doc, first: int) -> int:
    """Where a name starts with whose it is: "Norway's tourism authorities"."""
    at = first - 1
    if at < 1 or doc[at].tag_ != "POS" or doc[at - 1].pos_ != "PROPN":
        return first
    while at and doc[at - 1].pos_ == "PROPN":
        at -= 1
    return at


def _is_caption(doc: Doc, at: int) -> bool:
    """Whether a country ends another phrase: "Photos: the war in Norway Polish delegations met"."""
    word = doc[at].text
    return not _is_half(doc[at]) and is_country_name(word) and not word.replace(".", "").isupper()


def _is_half(token: Token) -> bool:
    """Whether a hyphen hangs a country on another word: "the Norway-NORD Council"."""
    return any(t.text in HYPHENS for t in token.doc[max(0, token.i - 1) : token.i + 2])


def _country_in(token: Token, first: int, last: int) -> str | None:
    words = (t.text for t in token.doc[first : last + 1] if not _is_half(t))
    codes = {code for word in words if (code := country_of(word) or capital_of(word))}
    return codes.pop() if len(codes) == 1 else None  # "delegations from Norway and Latvia"
