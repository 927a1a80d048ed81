"""Who is meant by a phrase: "Stone", "the Polish minister", "her counterpart", "he", "the two".

The article decides first, the office-holder table second, and then the record says so; what both
leave open stays open ("foreign minister of Poland (unnamed)").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from index.gazetteer import country_name
from index.groups import name_group
from index.meeting_records import Attendant, Resolved
from index.names import Cast, Character, holds
from index.offices import Offices
from index.people_cues import HE_WORDS, PAIRS, SEVERAL, SHE_WORDS, SIDES
from index.records import Record, When
from index.titles import Office

if TYPE_CHECKING:
    from spacy.tokens import Token

REACH = 3  # sentences back that "he" may mean somebody of
DEFINITE = frozenset(["the", "both", "two", "these"])


class Found(Record):
    """Somebody who takes part, and the tokens of the sentence that say so."""

    who: Attendant
    first: int
    last: int


class Phrases:
    """Phrases of one article's sentences, resolved in order; `pair` is who was last named together.

    `offices` is the office-holder table, asked for the time when the article was `written`.
    """

    def __init__(
        self, cast: Cast, offices: Offices | None = None, written: When | None = None
    ) -> None:
        self._cast = cast
        self._offices = offices
        self._written = written
        self.pair: tuple[Attendant, ...] = ()

    def who(self, n: int, token: Token, beside: Sequence[Found] = ()) -> list[Found]:
        """Everybody that a phrase and what is joined to it mean; `beside` take part already."""
        found: list[Found] = []
        for part in (token, *self._joined(n, token)):
            told = list(self._one(n, part, [*beside, *found]))
            if not told:
                told = [f for name in _apposed(part) for f in self._one(n, name, [*beside, *found])]
            found += told
        return list({f.who.name: f for f in found}.values())

    def _joined(self, n: int, token: Token) -> list[Token]:
        """What is joined to a phrase behind it; the parser may hang it on any word of a name."""
        span = self._cast.span_at(n, token.i)
        words = token.doc[span.first : span.last + 1] if span else [token]
        last = span.last if span else token.i
        found = {c.i: c for word in words for c in word.conjuncts if c.i > last}
        return [found[i] for i in sorted(found)]

    def again(self, token: Token, resolved: Resolved = "pronoun") -> list[Found]:
        """Those last named together, where a word such as "the talks" points back to them."""
        told = (who.model_copy(update={"resolved": resolved}) for who in self.pair)
        return [Found(who=who, first=token.i, last=token.i) for who in told]

    def _one(self, n: int, token: Token, beside: Sequence[Found]) -> Iterator[Found]:
        character, span = self._cast.at(n, token.i), self._cast.span_at(n, token.i)
        office = self._cast.office_at(n, token.i)
        if character and span:
            named: Resolved = "named" if len(span.words) > 1 else "surname"
            yield Found(who=attendant(character, named), first=span.first, last=span.last)
        elif office:
            yield from self._office(n, office, token, beside)
        elif token.pos_ == "PRON" or token.lower_ in PAIRS | SEVERAL:
            yield from self._pronoun(n, token, beside)
        elif token.lower_ in SIDES and is_definite(token) and self.pair:
            yield from self.again(token)
        else:
            group = name_group(token)
            if group:
                yield Found(who=group.who, first=group.first, last=group.last)

    def _office(
        self, n: int, office: Office, token: Token, beside: Sequence[Found]
    ) -> Iterator[Found]:
        named = [c for c in self._cast.characters if _is_beside(c, office, n)]
        if named:
            told = [attendant(character, "named") for character in named]
        elif office.several:
            told = self._several(n, office, beside)
        elif office.relative:
            told = [self._counterpart(n, office, beside)]
        else:
            told = [self._holder(n, office)]
        yield from (Found(who=who, first=office.first, last=office.last) for who in told)

    def _holder(self, n: int, office: Office, country: str | None = None) -> Attendant:
        """Who holds an office in this article or by the table, or its unnamed holder."""
        country = country or office.country
        role = office.role
        fitting = [c for c in self._cast.characters if holds(c, role, country)]
        if not fitting and country:
            fitting = [c for c in self._cast.characters if c.role is None and c.country == country]
            fitting = fitting if len(fitting) == 1 else []
        if fitting and (office.definite or office.several or country):
            return attendant(_nearest(fitting, n), "role", role, country)
        return self._by_table(role, country, office) or unnamed(role, country)

    def _by_table(self, role: str, country: str | None, office: Office) -> Attendant | None:
        """The one person who can have held an office when the article was written; else nobody."""
        written = self._written
        if not (self._offices and country and written and written.earliest and written.latest):
            return None
        held = self._offices.tenures_between(role, country, written.earliest, written.latest)
        names = {tenure.name for tenure in held}
        if len(names) != 1 or office.former:
            return None
        return Attendant(name=names.pop(), role=role, country=country, resolved="table")

    def _several(self, n: int, office: Office, beside: Sequence[Found]) -> list[Attendant]:
        """Holders of one office in several countries; those last named, or the words themselves."""
        if office.relative:
            role = next((f.who.role for f in beside if f.who.role), None) or office.role
            office = office.model_copy(update={"role": role})
        if len(office.countries) > 1:
            return [self._holder(n, office, country) for country in office.countries]
        if self.pair and office.definite and not office.country:
            return [who.model_copy(update={"resolved": "role"}) for who in self.pair]
        words = self._cast.docs[n][office.first : office.last + 1].text
        return [Attendant(name=words, role=office.role, country=office.country, resolved="group")]

    def _counterpart(self, n: int, office: Office, beside: Sequence[Found]) -> Attendant:
        """ "Her Latvian counterpart" holds the same office in Latvia."""
        owner = next((f.who for f in reversed(beside) if f.who.role), None)
        if owner is None:
            near = (c for _, _, c in self._cast.before(n, office.first) if c.role)
            character = next(near, None)
            owner = attendant(character, "pronoun") if character else None
        role = (owner.role if owner else None) or office.role
        who = self._holder(n, office.model_copy(update={"role": role}))
        if owner and who.name == owner.name:
            return unnamed(role, office.country)
        return who.model_copy(update={"resolved": "counterpart"}) if who.resolved == "role" else who

    def _pronoun(self, n: int, token: Token, beside: Sequence[Found]) -> Iterator[Found]:
        word = token.lower_
        if word in PAIRS | SEVERAL:
            yield from self.again(token)
        if word not in HE_WORDS | SHE_WORDS:
            return
        sex = "he" if word in HE_WORDS else "she"
        taken = {f.who.name for f in beside}
        near = [
            (m, at, c) for m, at, c in self._cast.before(n, token.i, REACH)
            if c.sex in (None, sex) and c.name not in taken
        ]  # fmt: skip
        subjects = [c for m, at, c in near if m == near[0][0] and at.dep_.startswith("nsubj")]
        if near:
            meant = subjects[-1] if subjects else near[0][2]
            yield Found(who=attendant(meant, "pronoun"), first=token.i, last=token.i)


def attendant(
    character: Character, resolved: Resolved, role: str | None = None, country: str | None = None
) -> Attendant:
    """A character as somebody who takes part; `role` and `country` where the article gives none."""
    return Attendant(
        name=character.name, role=character.role or role, country=character.country or country,
        resolved=resolved,
    )  # fmt: skip


def unnamed(role: str, country: str | None) -> Attendant:
    """A holder of an office whom nobody names."""
    of = f" of {country_name(country)}" if country else ""
    return Attendant(name=f"{role}{of} (unnamed)", role=role, country=country, resolved="unnamed")


def is_definite(token: Token) -> bool:
    """Whether a noun points at somebody known: "the ministers", "both sides"."""
    kinds = ("det", "nummod", "predet")
    return any(c.dep_ in kinds and c.lower_ in DEFINITE for c in token.children)


def _is_beside(character: Character, office: Office, n: int) -> bool:
    """Whether an office is told with a character in the sentence."""
    return any(s.sentence == n and s.office == office for s in character.spans)


def _apposed(token: Token) -> list[Token]:
    """The names told after a noun: "her host, Karl Stone", wherever the parser hangs them."""
    told = [c for c in token.children if c.dep_ == "appos"]
    comma = token.i + 2 < len(token.doc) and token.doc[token.i + 1].text == ","
    owned = any(c.dep_ == "poss" for c in token.children)
    return told or ([token.doc[token.i + 2]] if comma and owned else [])


def _nearest(characters: Sequence[Character], n: int) -> Character:
    """Who was named last before a sentence; else the first of all."""
    before = [c for c in characters if c.spans[0].sentence <= n] or list(characters)
    return max(
        before, key=lambda c: max((s.sentence for s in c.spans if s.sentence <= n), default=-1)
    )
