"""Who is meant by a phrase: "Stone", "the Polish minister", "her counterpart", "he", "the two".

The article decides first, the office-holder table second, and then the record says so; what both
leave open stays open ("foreign minister of Poland (unnamed)").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from index.attendants import (
    Found,
    apposed_to,
    are_each_named,
    attendant,
    by_table,
    in_words,
    is_bare,
    is_left_out,
    is_voice,
    one_of,
    unnamed,
)
from index.group_ends import complement_end
from index.groups import counted, including, name_group
from index.meeting_records import Attendant, Resolved
from index.name_lists import Unit, find_units, heads_behind, listed_with
from index.name_match import holds, nearest_before, of_country
from index.names import Cast, Character, role_abroad
from index.offices import Offices
from index.people_cues import ANY_OFFICE, HE_WORDS, LANDS, OTHERS, SHE_WORDS, SIDES
from index.records import When
from index.subjects import goes_on_about, own_subject, owner_of, subject_ahead
from index.titles import Office
from index.together import (
    Together,
    is_counted_definite,
    is_definite,
    is_plainly_definite,
    is_somebody,
    is_those,
    may_be,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

NEXT = 3  # tokens from "including" to whom it names: "including the envoy"
REACH = 3  # sentences back that "he" may mean somebody of


class Phrases:
    """Phrases of one article's sentences, resolved in order; `together` knows who was last told of
    together, `offices` is the office-holder table, asked for when the article was `written`.
    """

    def __init__(
        self, cast: Cast, offices: Offices | None = None, written: When | None = None
    ) -> None:
        self._cast = cast
        self._offices = offices
        self._written = written
        self.together = Together(cast, self._alone)

    def who(self, n: int, token: Token, beside: Sequence[Found] = ()) -> list[Found]:
        """Everybody that a phrase and what is joined to it mean; `beside` take part already."""
        found: list[Found] = []
        parts = self._joined(n, counted(token))
        for part in parts:
            told = list(self._one(n, part, [*beside, *found]))
            if are_each_named(part, parts, len(told)):
                continue  # "her Norwegian and Polish counterparts, Anna Berg and Karl Stone"
            if all(one.who.resolved == "unnamed" for one in told):  # "its ruler, Prince Ali Berg"
                apposed = [one for name in apposed_to(part) for one in self._joined(n, name)]
                apposed = apposed or heads_behind(self._cast, n, part)
                told = [f for one in apposed for f in self._one(n, one, [*beside, *found])] or told
            elif named := self._by_name(n, part):
                told = named  # "the two leaders, Anna Berg and Karl Stone, met"
            included = list(self._included(n, part, told))
            told = [] if included and is_bare(part) else told  # "leaders including Anna Berg"
            found += [*told, *self._leaders(n, part), *included]
        return list({f.who.name: f for f in found}.values())

    def _by_name(self, n: int, token: Token) -> list[Found]:
        """All named behind a word for several: "the three envoys, Berg, Stone and Lund"."""
        if token.tag_ not in ("NNS", "NNPS"):
            return []
        named = [one for name in apposed_to(token) for one in self._joined(n, name)]
        named = named if token.lower_ in SIDES else heads_behind(self._cast, n, token)
        found = (f for one in named for f in self._one(n, one, ()))
        told = [f for f in found if f.who.resolved in ("named", "surname")]
        return told if len(told) > 1 and may_be(token, len(told)) else []

    def _leaders(self, n: int, token: Token) -> Iterator[Found]:
        """Who leads a group that takes part: "a delegation led by Anna Berg"."""
        for verb in (c for c in token.children if c.dep_ == "acl" and c.lemma_ in ("lead", "head")):
            for agent in (c for c in verb.children if c.dep_ == "agent"):
                yield from (f for p in agent.children for f in self._one(n, p, ()))

    def _included(self, n: int, token: Token, told: Sequence[Found]) -> Iterator[Found]:
        """Whom a text names out of a group: "party leaders, including Anna Berg and Karl Stone"."""
        if not any(one.who.resolved == "group" for one in told):
            return
        if token.tag_ not in ("NNS", "NNPS"):
            return
        at = including(token)
        units = find_units(self._cast, n) if at else []
        first = next((u for u in units if at < u.first <= at + NEXT), None)
        heads = self._joined(n, token.doc[first.head]) if first else []
        named = (f for head in heads for f in self._one(n, head, ()))
        yield from (f for f in named if f.who.resolved != "group")

    def names(self, n: int, token: Token) -> bool:  # a word of somebody's name
        return self._cast.at(n, token.i) is not None

    def _joined(self, n: int, token: Token) -> list[Token]:
        """A phrase and what is joined to it: by the words of a list, behind it by the parse too."""
        listed, beyond = listed_with(self._cast, n, token)
        span = self._cast.span_at(n, token.i)
        words = token.doc[span.first : span.last + 1] if span else [token]
        last = listed[-1].last if listed else token.i
        found = {c.i: c for word in words for c in word.conjuncts if last < c.i < beyond}
        heads = [token.doc[unit.head] for unit in listed] or [token]
        joined = [*heads, *(found[i] for i in sorted(found))]
        return [t for t in joined if t == joined[0] or not is_left_out(t)]

    def again(
        self, token: Token, who: Sequence[Attendant], resolved: Resolved = "pronoun"
    ) -> list[Found]:
        """People told of before, where a word such as "the two" points back to them."""
        told = (one.model_copy(update={"resolved": resolved, "side": None}) for one in who)
        return [Found(who=one, first=token.i, last=token.i) for one in told]

    def _alone(self, n: int, unit: Unit) -> Attendant | None:
        """Who a member of a list is: somebody named, or the holder of an office."""
        character = self._cast.at(n, unit.head)
        if character:
            known = len(character.words) > 1 or character.posts
            voice = is_voice(character.role)
            return attendant(character, "surname") if known and not voice else None
        office = self._cast.office_at(n, unit.head)
        if office is None or office.several or office.relative or is_voice(office.role):
            return None
        return self._holder(n, office)

    def _one(self, n: int, token: Token, beside: Sequence[Found]) -> Iterator[Found]:
        token = own_subject(token)
        if (one := one_of(token)) is not None:  # "Berg, one of the envoys who met Stone"
            yield from self._one(n, one.head, beside) if one.dep_ == "appos" else ()
            return
        character, span = self._cast.at(n, token.i), self._cast.span_at(n, token.i)
        office = self._cast.office_at(n, token.i)
        if character and span:
            named: Resolved = "named" if len(span.words) > 1 else "surname"
            yield Found(who=attendant(character, named), first=span.first, last=span.last)
        elif office:
            yield from self._office(n, office, token, beside)
        elif token.pos_ == "PRON" or is_those(token) or is_somebody(token):
            yield from self._pronoun(n, token, beside)
        elif token.lower_ in SIDES and is_definite(token):
            yield from self.again(token, self.together.meant(n, token))
        elif token.lower_ in LANDS and token.pos_ != "PROPN" and is_plainly_definite(token):
            yield from self.again(token, self.together.countries(n), "group")
        elif token.lower_ in OTHERS and not apposed_to(token):
            yield from self._other(n, token, beside)
        else:
            group = name_group(token, (doc.text for doc in reversed(self._cast.docs[:n])))
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
            told = [self._of_body(n, office, self._holder(n, office))]
        yield from (Found(who=who, first=office.first, last=office.last) for who in told)

    def _of_body(self, n: int, office: Office, who: Attendant) -> Attendant:
        """An unnamed holder with the body that the words name: "the envoy of the Red Cross"."""
        last = complement_end(self._cast.docs[n][office.noun])
        if who.resolved != "unnamed" or who.country or last <= office.last:
            return who
        role = f"{office.role} {self._cast.docs[n][office.last + 1 : last + 1].text}"
        return who.model_copy(update={"name": unnamed(role, None).name})

    def _holder(self, n: int, office: Office, country: str | None = None) -> Attendant:
        """Who holds an office in this article or by the table, or its unnamed holder."""
        country, role = country or office.country, office.role
        fitting = [c for c in self._cast.characters if holds(c, role, country)]
        if not fitting and country:
            free = (c for c in self._cast.characters if not c.posts)
            fitting = [c for c in free if c.country == country]
            fitting = fitting if len(fitting) == 1 else []
        meant = of_country(fitting, country, n)
        if meant and (office.definite or office.several or country):
            return attendant(nearest_before(meant, n), "role", role, country)
        who = None if office.former else by_table(self._offices, self._written, role, country)
        return who or unnamed(role, country)

    def _several(self, n: int, office: Office, beside: Sequence[Found]) -> list[Attendant]:
        """Holders of one office in several countries; those last named, or the words themselves."""
        if office.relative:
            role = next((f.who.role for f in beside if f.who.role), None) or office.role
            office = office.model_copy(update={"role": role_abroad(role, office.country)})
        if len(office.countries) > 1 and (office.definite or office.role not in ANY_OFFICE):
            return [self._holder(n, office, country) for country in office.countries]
        noun = self._cast.docs[n][office.noun]
        known = office.definite or is_counted_definite(noun)
        told = self.together.meant(n, noun) if known and not office.country else ()
        if told:
            return [who.model_copy(update={"resolved": "role", "side": None}) for who in told]
        return in_words(self._cast, n, office)

    def _counterpart(self, n: int, office: Office, beside: Sequence[Found]) -> Attendant:
        """ "Her Latvian counterpart" holds the same office in Latvia."""
        owner = next((f.who for f in reversed(beside) if f.who.role), None)
        if owner is None:
            near = (c for _, _, c in self._cast.before(n, office.first) if c.role)
            character = next(near, None)
            owner = attendant(character, "pronoun") if character else None
        role = (owner.role if owner else None) or office.role
        if office.country is None:
            return self._equal(n, office, role, beside)
        role = role_abroad(role, office.country)
        who = self._holder(n, office.model_copy(update={"role": role}))
        if owner and who.name == owner.name:
            return unnamed(role, office.country)
        return who.model_copy(update={"resolved": "counterpart"}) if who.resolved == "role" else who

    def _subject_office(self, n: int, token: Token) -> Office | None:
        """The office that is the subject before a pronoun: "the minister denied that he"."""
        for before in reversed(token.doc[: token.i]):
            office = self._cast.office_at(n, before.i)
            if office and before.i == office.noun and before.dep_.startswith("nsubj"):
                plain = office.several or office.relative or is_voice(office.role)
                return None if plain else office
        return None

    def _in_brackets(self, n: int, token: Token) -> list[Found]:
        """Those whom a text names behind a pronoun: "they (Berg and Stone)"."""
        inside = token.doc[token.i + 1 : token.i + 3]
        if len(inside) < 2 or inside[0].text != "(" or not self.names(n, inside[1]):
            return []
        return [f for part in self._joined(n, inside[1]) for f in self._one(n, part, [])]

    def _equal(self, n: int, office: Office, role: str, beside: Sequence[Found]) -> Attendant:
        """ "Her counterpart", whose country nobody tells: the other of the two last together."""
        found = list(self._other(n, self._cast.docs[n][office.noun], beside))
        same = found and found[0].who.role in (None, role)
        return found[0].who if same else unnamed(role, None)

    def _other(self, n: int, token: Token, beside: Sequence[Found]) -> Iterator[Found]:
        """ "Her host": of the two last told of together the one who is not taking part already."""
        pair = self.together.meant(n, token)
        names = {found.who.name for found in beside}
        rest = [who for who in pair if who.name not in names]
        if len(pair) == 2 and len(rest) == 1:
            yield from self.again(token, rest, "role")

    def _pronoun(self, n: int, token: Token, beside: Sequence[Found]) -> Iterator[Found]:
        word = token.lower_
        if is_those(token):
            named = self._in_brackets(n, token)
            yield from named or self.again(token, self.together.meant(n, token))
        if word not in HE_WORDS | SHE_WORDS and not is_somebody(token):
            return
        sex = "he" if word in HE_WORDS else "she" if word in SHE_WORDS else None
        taken = {f.who.name for f in beside}
        near = [
            (m, at, c) for m, at, c in self._cast.before(n, token.i, REACH)
            if (sex is None or c.sex in (None, sex)) and c.name not in taken
            and not is_voice(c.role) and not (m == n - 1 and goes_on_about(token, at))
        ]  # fmt: skip
        subjects = [c for m, at, c in near if m == near[0][0] and at.dep_.startswith("nsubj")]
        whose = self._cast.at(n, ahead.i) if (ahead := subject_ahead(token)) is not None else None
        if whose and sex and whose.sex in (None, sex) and whose.name not in taken:
            near, subjects = [(n, token, whose)], []
        owner = self._cast.at(n, own.i) if (own := owner_of(token)) is not None else None
        if owner and owner.name not in taken and owner.sex in (None, sex):
            near, subjects = [(n, token, owner)], []
        office = self._subject_office(n, token)
        if office and not (near and near[0][0] == n):
            yield Found(who=self._holder(n, office), first=token.i, last=token.i)
        elif near:
            who = attendant(subjects[-1] if subjects else near[0][2], "pronoun")
            yield Found(who=who, first=token.i, last=token.i)


def _is_beside(character: Character, office: Office, n: int) -> bool:
    """Whether an office is told with a character in the sentence."""
    return any(s.sentence == n and s.office == office for s in character.spans)
