"""Offices as a text names them: "the Polish foreign minister", "Secretary of State", "its envoy".

Reads the tokens of a parsed sentence. Which words are offices is data (index/people_cues.py).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from index.gazetteer import country_of, find_country, is_country_name
from index.people_cues import (
    FORMER,
    OFFICE_MODIFIERS,
    OFFICE_NOUNS,
    PASSING,
    PLURALS,
    PORTFOLIO,
    RELATIVE_OFFICES,
)
from index.records import Record

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

LONGEST = 9  # tokens before the noun: "the former Bosnian Serb deputy prime and foreign"
POSSESSIVES = frozenset({"his", "her", "their", "its", "my", "our"})
# Whose picture it is, before an office: "AP President Karl Stone"
CREDITED_AGENCIES = frozenset(
    {"AP", "AFP", "EPA", "UPI", "Reuters", "Getty", "Images", "Pool", "FILE"}
)
# Where a minister sits: "the minister of state in the presidency, Karl Stone"
SEATS = frozenset({"in the presidency", "in the chancellery", "in the premiership"})
REGIONS = frozenset({"south", "north", "latin", "central"})
OFFICE_TAGS = frozenset(
    {"CC", "HYPH", "NN", "NNP", "NNPS", "NNS", "JJ", "JJS", "VBN", "POS", "CD", "VBG"}
)


class Office(Record):
    """An office where a sentence names it: tokens `first` to `last`, both in it, `noun` its head.

    `role` is lower case without article and country ("foreign minister"); `country` ISO 3166-1
    alpha-3; `countries` all of them where several are named ("the ministers of A and B").
    `several` is True for a plural, `former` for who holds it no more, `definite` after "the" or a
    possessive.
    """

    first: int
    last: int
    noun: int
    role: str
    country: str | None
    countries: tuple[str, ...]
    several: bool
    former: bool
    definite: bool

    @property
    def relative(self) -> bool:
        """Whether it says only whose equal its holder is: "her Latvian counterpart"."""
        return self.role.split()[-1] in RELATIVE_OFFICES


def find_offices(doc: Doc) -> list[Office]:
    """The offices of a sentence in order; none inside another."""
    found: list[Office] = []
    for token in doc:
        opposite = (
            token.lower_ in ("number", "numbers")
            and token.i
            and doc[token.i - 1].lower_ == "opposite"
        )
        if opposite or (
            (token.lower_ in OFFICE_NOUNS or token.lower_ in PLURALS) and _is_head(doc, token)
        ):
            office = _read(doc, token)
            if not found or office.first > found[-1].last:
                found.append(office)
    return found


def second_of(office: Office, offices: Sequence[Office], doc: Doc) -> Office | None:
    """The other office of one who is told with two as titles: "Premier and Trade Minister Berg".

    None where an article or a country makes the first an office of somebody else.
    """
    joined = office.last + 2 < len(doc) and doc[office.last + 1].lower_ == "and"
    title = doc[office.noun].tag_ == "NNP" and not (office.definite or office.several)
    if not joined or not title:
        return None
    other = next((o for o in offices if o.first == office.last + 2 and not o.several), None)
    named = other and other.last + 1 < len(doc) and doc[other.last + 1].tag_ == "NNP"
    return other if other and named and not other.country else None


def _is_head(doc: Doc, token: Token) -> bool:
    """Whether the office's name ends here: not at "deputy" of "deputy finance minister"."""
    if not token.tag_.startswith("NN") and not (token.is_title and token.tag_.startswith("JJ")):
        return False
    if token.lower_ == "lady" and not (token.i and doc[token.i - 1].lower_ == "first"):
        return False  # "the old lady"
    at = token.i + 1
    if doc[at : at + 2].text.lower() == "-general" and not token.whitespace_:
        return False  # "Secretary-General"
    while at < len(doc) and doc[at].lower_ in OFFICE_MODIFIERS:
        at += 1
    if at == len(doc):
        return True
    goes_on = doc[at].lower_ in OFFICE_NOUNS or doc[at].lower_ in PLURALS
    return not (goes_on and doc[at].tag_.startswith("NN"))


def _read(doc: Doc, noun: Token) -> Office:
    first, country, owned = _before(doc, noun)
    last, of_role, after = _after(doc, noun)
    first, more = _joined_countries(doc, first) if country else (first, ())
    single = PLURALS.get(noun.lower_, noun.lower_)
    if noun.lower_ in ("number", "numbers"):
        single = "counterpart"
    words = [doc[i].text for i in range(first, noun.i)]
    left_out = FORMER | PASSING | {"opposite"}
    words = [w for w in words if w.lower() not in left_out]
    words = [w for w in words if w not in {"-", "the", "The"} | CREDITED_AGENCIES]
    kept = _without_country(words)
    role = " ".join([*(w.lower() for w in kept), single, *of_role])
    opening = doc[first - 1] if first else None
    definite = bool(
        opening and (opening.lower_ in ("the", "'s", "’s") or opening.lower_ in POSSESSIVES)
    )
    return Office(
        first=first, last=last, noun=noun.i, role=role,
        country=country or (after[0] if after else None),
        countries=(*more, *((country,) if country else ()), *after),
        several=noun.lower_ in PLURALS or noun.lower_ == "numbers",
        former=any(doc[i].lower_ in FORMER for i in range(first, noun.i)),
        definite=definite or owned,
    )  # fmt: skip


def _before(doc: Doc, noun: Token) -> tuple[int, str | None, bool]:
    """Where the office starts, its country, and whether a possessive says whose it is ("his")."""
    start, country = noun.i, None
    while start > 0 and noun.i - start < LONGEST:
        token = doc[start - 1]
        if token.text in ("'s", "’s", "'") and token.tag_ == "POS":
            found, length = _country_ending(doc, start - 1)
            if found:
                return start - 1 - length, country or found, False
            return start, country, True
        found, length = _country_ending(doc, start)
        if found:
            country, start = found, start - length
            continue
        if not _goes_on(doc, token, noun):
            break
        start -= 1
    while start < noun.i and (
        doc[start].tag_ in ("CC", "HYPH", "POS", "CD") or doc[start].is_punct
    ):
        start += 1
    return start, country, bool(start) and doc[start - 1].lower_ in POSSESSIVES


def _joined_countries(doc: Doc, first: int) -> tuple[int, tuple[str, ...]]:
    """Where countries joined before start ("Egyptian and Jordanian counterparts"), and they."""
    codes: list[str] = []
    while first > 1 and doc[first - 1].lower_ in ("and", ","):
        found, length = _country_ending(doc, first - 1)
        if not found:
            break
        codes.insert(0, found)
        first -= 1 + length
    return first, tuple(codes)


def _goes_on(doc: Doc, token: Token, noun: Token) -> bool:
    """Whether a token left of an office still belongs to its name."""
    if token.tag_ not in OFFICE_TAGS and token.lower_ not in OFFICE_MODIFIERS:
        return False
    if token.lower_ in OFFICE_MODIFIERS or token.lower_ in OFFICE_NOUNS:
        return True
    if token.text == "-" and token.i and not token.whitespace_:  # "Secretary-General"
        return doc[token.i - 1].lower_ in OFFICE_NOUNS
    if token.tag_ == "CC":  # "economy and trade minister"
        return token.i > 0 and doc[token.i - 1].lower_ in OFFICE_MODIFIERS
    if token.tag_ in ("NNS", "CD", "POS", "NNPS"):
        return False
    return (
        token.head == noun
        and token.dep_ in ("compound", "amod", "nmod")
        and token.ent_type_ != "PERSON"
    )


def _country_ending(doc: Doc, end: int) -> tuple[str | None, int]:
    """The country whose name ends before a token, and how many tokens it has."""
    for length in range(min(4, end), 0, -1):
        code = country_of(doc[end - length : end].text)
        before = doc[end - length - 1].lower_ if end > length else ""
        if code and before in REGIONS and doc[end - 1].lower_ == "american":
            return None, 0  # "South American presidents"
        if code and not doc[end - 1].is_punct:
            return code, length
    return None, 0


def _without_country(words: list[str]) -> list[str]:
    kept: list[str] = []
    at = 0
    while at < len(words):
        found = find_country(words, at)
        if found:
            at += found[1]
        else:
            if words[at] not in ("'s", "’s", "'"):
                kept.append(words[at])
            at += 1
    while kept and kept[0] in ("and", ","):
        kept.pop(0)
    while kept and kept[-1] in ("and", ","):
        kept.pop()
    return kept


def _after(doc: Doc, noun: Token) -> tuple[int, list[str], tuple[str, ...]]:
    """Where the office ends: "of Trade" belongs to the role, "of Poland" is its country."""
    last = noun.i
    role: list[str] = []
    countries: list[str] = []
    at = noun.i + 1
    while at + 1 < len(doc) and doc[at].lower_ in ("of", "for", "to"):
        rest = doc[at + 1 :].text
        portfolio = PORTFOLIO.match(rest)
        if portfolio and not countries:
            taken = doc.char_span(
                doc[at + 1].idx, doc[at + 1].idx + portfolio.end(), alignment_mode="expand"
            )
            role += [doc[at].lower_, *(w for w in portfolio[0].lower().split() if w != "the")]
            at = taken.end if taken else at + 2
            last = at - 1
            continue
        named = [] if _is_adjective(doc, at + 1) else list(_countries_from(doc, at + 1))
        if not named or doc[at].lower_ == "to":
            break
        countries += [code for code, _ in named]
        last = named[-1][1]
        at = last + 1
    if doc[at : at + 3].text.lower() in SEATS:
        last, role = at + 2, [*role, *doc[at : at + 3].text.lower().split()]
    return last, role, tuple(countries)


def _is_adjective(doc: Doc, at: int) -> bool:
    """Whether a country only describes what follows: "leader of the Norwegian Salt Workers"."""
    at += doc[at].lower_ == "the"
    words = [token.text for token in doc[at : at + 4]]
    found = find_country(words, 0) if words else None
    if not found or is_country_name(" ".join(words[: found[1]])):
        return False
    after = at + found[1]
    return after < len(doc) and doc[after].tag_ in ("NN", "NNS", "NNP", "NNPS", "JJ")


def _countries_from(doc: Doc, at: int) -> Iterator[tuple[str, int]]:
    """Countries named one after the other, each with its last token: "Poland and Latvia"."""
    while at < len(doc):
        if doc[at].lower_ == "the":
            at += 1
        words = [token.text for token in doc[at : at + 4]]
        found = find_country(words, 0) if words else None
        if not found:
            return
        at += found[1]
        yield found[0], at - 1
        while at < len(doc) and doc[at].lower_ in (",", "and"):
            at += 1
