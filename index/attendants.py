"""Those who take part, as a report holds them: somebody named, an unnamed holder of an office."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from index.gazetteer import country_name
from index.group_ends import complement_end
from index.groups import first_of, plain_group
from index.meeting_records import Attendant, Resolved, Side
from index.names import Cast, Character
from index.offices import Offices
from index.people_cues import LANDS, PAIRS, PARTIES, PLURALS, SIDES
from index.records import Record, When
from index.titles import Office

if TYPE_CHECKING:
    from spacy.tokens import Token

# Who is meant by these was named before
POINTING = SIDES | LANDS | PARTIES | PAIRS | PLURALS.keys() | {"counterparts", "colleagues"}
OFFICIAL = frozenset({"named", "surname", "role", "pronoun", "counterpart", "table", "unnamed"})


class Found(Record):
    """Somebody who takes part, and the tokens of the sentence that say so."""

    who: Attendant
    first: int
    last: int


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


def by_table(
    offices: Offices | None, written: When | None, role: str, country: str | None
) -> Attendant | None:
    """The one person who can have held an office when an article was written; else nobody."""
    if not (offices and country and written and written.earliest and written.latest):
        return None
    held = offices.tenures_between(role, country, written.earliest, written.latest)
    names = {tenure.name for tenure in held}
    if len(names) != 1:
        return None
    return Attendant(name=names.pop(), role=role, country=country, resolved="table")


def is_voice(role: str | None) -> bool:
    """Whether somebody only speaks for others: "spokeswoman Anna Berg"."""
    return "spokes" in (role or "") or "press secretary" in (role or "")


def persons_of(people: Sequence[Found]) -> list[Found]:
    """Those who are people, and groups of them only by office: "the ministers"."""
    return [found for found in people if found.who.resolved in OFFICIAL or found.who.role]


def unnamed_sides(side: Token, told: Sequence[Found]) -> list[Found]:
    """Sides by whatever words tell them, beside those known: "between editors and the union"."""
    free = (t for t in (side, *side.conjuncts) if t.tag_ == "NNS" and not t.ent_type_)
    free = (t for t in free if told and t.lower_ not in POINTING)
    groups = [plain_group(t) for t in free if not any(f.first <= t.i <= f.last for f in told)]
    return [Found(who=group.who, first=group.first, last=group.last) for group in groups]


def in_words(cast: Cast, n: int, office: Office) -> list[Attendant]:
    """Several holders of an office by the words that tell them, and whom a parse runs together with
    them: "Berg and Latvian leaders".
    """
    noun = cast.docs[n][office.noun]
    last = max(office.last, complement_end(noun))
    first = first_of(noun, office.first)
    spans = [span for i in range(first, noun.i) if (span := cast.span_at(n, i))]
    apart = [span for span in spans if noun.doc[span.last + 1].lower_ == "and"]
    first = max((span.last + 2 for span in apart), default=first)
    named = [attendant(c, "surname") for span in apart if (c := cast.at(n, span.last))]
    words = noun.doc[first : last + 1].text
    several = Attendant(name=words, role=office.role, country=office.country, resolved="group")
    return [*named, several]


def with_side(found: list[Found], side: Side | None) -> list[Found]:
    """The same people on a side; unchanged where there is none."""
    if side is None:
        return found
    return [f.model_copy(update={"who": f.who.model_copy(update={"side": side})}) for f in found]


def apposed_to(token: Token) -> list[Token]:
    """The names told after a noun: "her host, Karl Stone", wherever the parser hangs them."""
    told = [c for c in token.children if c.dep_ == "appos"]
    comma = token.i + 2 < len(token.doc) and token.doc[token.i + 1].text == ","
    owned = any(c.dep_ == "poss" for c in token.children)
    return told or ([token.doc[token.i + 2]] if comma and owned else [])


def are_each_named(token: Token, parts: Sequence[Token], several: int) -> bool:
    """Whether the others of a list are the names of so many whom one of it tells by office."""
    names = {one.i for name in apposed_to(token) for one in (name, *name.conjuncts)}
    return several > 1 and len(names) == several and names == {t.i for t in parts if t.i > token.i}


def one_of(token: Token) -> Token | None:
    """The "one" of "one of the envoys", of whom no other took part; None elsewhere."""
    of = token.head
    return (
        of.head if token.dep_ == "pobj" and of.lower_ == "of" and of.head.lower_ == "one" else None
    )


def is_bare(token: Token) -> bool:
    """Whether nothing says which or whose a group is: "leaders", no "party leaders"."""
    return all(c.dep_ == "det" for c in token.lefts) and complement_end(token) == token.i


def is_left_out(token: Token) -> bool:
    """Whether what is joined takes no part: "Berg, but not Stone, met", or is half a name."""
    if _is_half(token):
        return True
    first = min([token.i, *(c.i for c in token.lefts if c.dep_ == "compound")])
    before = token.doc[max(0, first - 2) : first]
    return len(before) == 2 and before[1].lower_ == "not" and before[0].lower_ in ("but", "and")


def _is_half(token: Token) -> bool:
    """Whether a parse makes somebody of what only says whose others are: "European" of "the
    alliance and European officials".
    """
    after = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else token
    return token.tag_ == "JJ" and after.tag_ == "NNS" and after in token.conjuncts
