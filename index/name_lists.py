"""Whom a sentence lists: "Anna Berg, the Polish envoy, her host, Karl Stone, and two delegations".

Read from the words alone, since the parser of a small model often breaks such lists.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from typing import TYPE_CHECKING

from index.gazetteer import is_country_name
from index.group_ends import complement_end
from index.name_offices import is_apposing
from index.names import Cast
from index.parse import FINITE
from index.people_cues import (
    GROUP_NOUNS,
    HE_WORDS,
    OFFICE_NOUNS,
    RELATIVE_OFFICES,
    SHE_WORDS,
    SHORT_TITLES,
    TENURE,
)  # fmt: skip
from index.records import Record

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

JOINING = frozenset([",", "and", "&", "plus"])
PHRASES = ("as well as", "together with", "along with", "accompanied by")  # "Berg as well as Stone"
# What may stand between a connector and a name: "and her two guests"
OPENING = frozenset({"DT", "PRP$", "CD", "JJ", "POS", "PDT"})
COUNTRY_WORDS = 3  # of a country's name in a list
LONGEST_GAP = 6  # tokens between two members
LONGEST_OFFICE = 8  # tokens behind "chair" that tell of what: "of the harbour board"
STOPS = frozenset([",", ".", ";", "and", "&", "–", "—", ")"])
NAMED_BEHIND = 14  # tokens behind an office within which its holder may be named
PLAIN = frozenset(["NOUN", "PROPN", "ADP", "DET", "ADJ", "CCONJ", "PART", "PUNCT"])
SETS_OFF = frozenset([",", "–", "—", "--"])  # what a name behind an office stands between
NOMINATIVES = frozenset(["he", "she"])


class Unit(Record):
    """A member of a list: tokens `first` to `last` with title and country, and their `head`."""

    first: int
    last: int
    head: int


def listed_with(cast: Cast, n: int, token: Token) -> tuple[list[Unit], int]:
    """The list of sentence `n` that a token is in, and the token from which on nothing is in it.

    An empty list where the token names nobody.
    """
    units = find_units(cast, n)
    at = next((i for i, unit in enumerate(units) if unit.first <= token.i <= unit.last), None)
    if at is None:
        return [], len(token.doc)
    return _list_about(token.doc, units, at)


def heads_behind(cast: Cast, n: int, token: Token) -> list[Token]:
    """The names between commas or dashes behind an office or a word for several: "the UN envoy to
    Latvia, Karl Stone, left", "the leaders of the two – Anna Berg and Karl Stone – met".
    """
    doc, several = token.doc, token.tag_ in ("NNS", "NNPS")
    stops = [t.i for t in doc[token.i : token.i + NAMED_BEHIND] if t.text in SETS_OFF]
    units = (u for u in find_units(cast, n) if u.first - 1 in stops)
    titled = several or cast.office_at(n, token.i) is not None
    one = next((u for u in units if cast.at(n, u.head if titled else u.first)), None)
    if one is None or not all(t.pos_ in PLAIN for t in doc[token.i : one.first - 1]):
        return []
    named = listed_with(cast, n, doc[one.head])[0] if several else [one]
    named = [unit for unit in named if unit.first >= one.first]
    after = doc[named[-1].last + 1 : named[-1].last + 2].text
    closed = after in (*SETS_OFF, ".") or (several and after == "of")
    return [doc[unit.head] for unit in named] if closed else []


def find_units(cast: Cast, n: int) -> list[Unit]:
    """Who is told of in a sentence, in order: names, offices, groups, "he" and "she"."""
    doc = cast.docs[n]
    units = [_with_plural_title(cast, n, unit) for unit in _named(cast, n)]
    taken = {i for unit in units for i in range(unit.first, unit.last + 1)}
    for office in cast.offices[n]:
        if not taken & set(range(office.first, office.last + 1)):
            units.append(Unit(first=office.first, last=office.last, head=office.noun))
            taken |= set(range(office.first, office.last + 1))
    units += _unnamed(doc, taken)
    return sorted(units, key=lambda unit: unit.first)


def _with_plural_title(cast: Cast, n: int, unit: Unit) -> Unit:
    """A name with the title of several right before it: "ministers Anna Berg and Karl Stone"."""
    title = next((o for o in cast.offices[n] if o.several and o.last + 1 == unit.first), None)
    return unit.model_copy(update={"first": title.first}) if title else unit


def _unnamed(doc: Doc, taken: Container[int]) -> Iterator[Unit]:
    """Groups, countries and "he" and "she" that no name or office covers."""
    at = 0
    while at < len(doc):
        token, last = doc[at], at
        if token.text[0].isupper():
            sizes = range(min(COUNTRY_WORDS, len(doc) - at), 0, -1)
            size = next((k for k in sizes if is_country_name(doc[at : at + k].text)), 0)
            last = at + max(size, 1) - 1
        else:
            size = 0
        pronoun = token.lower_ in HE_WORDS | SHE_WORDS and token.tag_ == "PRP"
        group = token.lower_ in GROUP_NOUNS and token.ent_type_ != "ORG" and not _is_kind(token)
        if at not in taken and (pronoun or group or size):
            yield Unit(first=at, last=last, head=last)
        at = last + 1


def _is_kind(token: Token) -> bool:
    """Whether a word only says which people the next are: "government officials"."""
    after = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else token
    return token.dep_ == "compound" and token.head == after and after.lower_ in GROUP_NOUNS


def _named(cast: Cast, n: int) -> Iterator[Unit]:
    """Names with the office told beside them and the country behind: "Berg of Norway"."""
    for span in cast.spans_in(n):
        first, last, office = span.first, span.last, span.office
        if office and office in cast.offices[n]:
            first, last = min(first, office.first), max(last, office.last)
        behind = cast.docs[n][last + 1 : last + 3]
        if len(behind) == 2 and behind[0].lower_ == "of" and _is_land(behind[1]):
            last += 2
        yield Unit(first=first, last=last, head=span.last)


def _is_land(token: Token) -> bool:
    """Whether a word names a country, a state or a town: "Berg of Ohio"."""
    return token.ent_type_ == "GPE" or is_country_name(token.text)


def _list_about(doc: Doc, units: Sequence[Unit], at: int) -> tuple[list[Unit], int]:
    first = last = at
    while first and _is_joined(doc, units[first - 1], units[first]):
        first -= 1
    while last + 1 < len(units) and _is_joined(doc, units[last], units[last + 1]):
        last += 1
    for cut in range(last, first, -1):
        if _starts_clause(doc, units, first, cut):
            if at >= cut:
                first = cut
            else:
                last, beyond = cut - 1, units[cut].first
                return list(units[first : last + 1]), beyond
    return list(units[first : last + 1]), len(doc)


def _is_joined(doc: Doc, one: Unit, other: Unit) -> bool:
    """Whether nothing stands between two members but what joins them."""
    gap = doc[one.last + 1 : other.first]
    if not 0 < len(gap) <= LONGEST_GAP or _is_apposed(doc, one, other) or _is_of_town(doc, one):
        return False
    words = gap.text.lower()
    told = any(phrase in words for phrase in PHRASES)
    plain = [t for t in gap if not any(t.lower_ in phrase.split() for phrase in PHRASES if told)]
    joined = told or any(token.lower_ in JOINING for token in gap)
    return joined and all(_may_stand_between(t) for t in plain)


def _may_stand_between(token: Token) -> bool:
    """Whether a word may stand before a name of a list: "and her two guests", "and Sens.",
    "and Bergen Mayor".
    """
    title = token.lower_.rstrip(".") in SHORT_TITLES or token.ent_type_ == "NORP"
    title = title or (token.ent_type_ == "GPE" and token.nbor().lower_ in OFFICE_NOUNS)
    title = title or token.lower_.rstrip("-") in TENURE or token.text == "-"  # "newly-elected"
    return title or token.lower_ in JOINING or token.tag_ in OPENING


def _is_apposed(doc: Doc, one: Unit, other: Unit) -> bool:
    """Whether a member only says who the one before is: "Berg, member of the Harbour Board"."""
    gap = doc[one.last + 1 : other.first].text.lower()
    if gap == "," and doc[one.head].lower_ in RELATIVE_OFFICES:
        return doc[other.head].tag_ == "NNP"  # "her counterpart, Karl Stone"
    if (doc[one.head].tag_, doc[other.head].tag_) != ("NNP", "NN"):
        return False
    member = gap in (", a", ", an") and doc[other.head].lower_ == "member"
    plain = other.first == other.head and (member or gap == ",")
    return plain or (is_apposing(doc, one.last + 1, other.first) and _ends_list(doc, other))


def _ends_list(doc: Doc, unit: Unit) -> bool:
    """Whether nothing more is listed behind an office: "Premier Berg, the chair of the board,"."""
    rest = list(doc[unit.last + 1 : unit.last + 1 + LONGEST_OFFICE])
    stop = next((at for at, token in enumerate(rest) if token.text in STOPS), None)
    after = rest[stop : stop + 2] if stop is not None else []
    return bool(after) and not any(t.lower_ == "and" or t.tag_ in OPENING for t in after)


def _is_of_town(doc: Doc, unit: Unit) -> bool:
    """Whether a country only says where a town is: "in Bergen, Norway, Karl Stone said"."""
    if (
        unit.first < 2
        or doc[unit.first - 1].text != ","
        or not is_country_name(doc[unit.head].text)
    ):
        return False
    return doc[unit.first - 2].ent_type_ == "GPE" and not is_country_name(doc[unit.first - 2].text)


def _starts_clause(doc: Doc, units: Sequence[Unit], first: int, at: int) -> bool:
    """Whether a member is the subject of a new clause: "Berg met Stone, and Marsh left"."""
    unit, before = units[at], units[at - 1]
    comma = any(token.text == "," for token in doc[before.last + 1 : unit.first])
    end = max(unit.last, complement_end(doc[unit.head]))  # "members of the board said"
    after = next((token for token in doc[end + 1 :] if token.tag_ != "RB"), None)
    verb = after is not None and after.tag_ in FINITE
    nominative = doc[unit.head].lower_ in NOMINATIVES
    return (comma or nominative) and verb and not _opens_clause(doc, units[first].first)


def _opens_clause(doc: Doc, first: int) -> bool:
    """Whether a list stands before the verb of its clause, and not behind a verb or preposition."""
    at = first - 1
    while at >= 0 and (doc[at].tag_ in OPENING or doc[at].dep_ == "compound"):
        at -= 1
    return at < 0 or not (doc[at].tag_.startswith("VB") or doc[at].tag_ in ("IN", "TO", "RP"))
