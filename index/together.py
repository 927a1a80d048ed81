"""Who was told of together a little before: what "the two", "they", "the three ministers" mean.

The nearest sentence decides in which as many people as the words ask for are told of, or in which
so many of them were reported to meet.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from index.gazetteer import country_name
from index.meeting_records import Attendant
from index.name_lists import Unit, find_units, listed_with
from index.names import Cast
from index.office_roles import LEADING_ROLES
from index.people_cues import (
    ANY_OFFICE,
    HOW_MANY,
    PAIRS,
    PARTIES,
    PLURALS,
    RELATIVE_OFFICES,
    SEVERAL,
    SIDES,
    SOMEBODY,
)
from index.records import Record

if TYPE_CHECKING:
    from spacy.tokens import Token

REACH = 4  # sentences back; wires name who meets again within two, features within four
DEFINITE, KINDS = frozenset(["the", "both", "two", "these"]), ("det", "nummod", "predet")
NEAR = 2  # sentences back that a bare "they" reaches
LEADERS = frozenset(["leaders", "presidents", "ministers"])  # whose story an article may be
LEADING = LEADING_ROLES | {"leader", "crown prince"}
Resolve = Callable[[int, Unit], Attendant | None]


class Gathering(Record):
    """People who were reported together: the sentence, the word that reported it, who, and whether
    by telephone.
    """

    sentence: int
    trigger: str
    who: tuple[Attendant, ...]
    phoned: bool = False


class Together:
    """The people of an article's sentences as they were told of together.

    `resolve` says who a member of a list is, None for nobody; `told` are the reports so far.
    """

    def __init__(self, cast: Cast, resolve: Resolve) -> None:
        self._cast = cast
        self._resolve = resolve
        self.told: list[Gathering] = []

    def meant(self, n: int, token: Token) -> tuple[Attendant, ...]:
        """Whom a word for several means; nobody where the sentences before leave it open."""
        count = _count(token)
        reach = NEAR if token.tag_ in ("PRP", "PRP$") else REACH
        for m in range(n, max(-1, n - reach - 1), -1):
            told = self._groups(m, token if m == n else None, count is not None)
            if token.lower_ in PARTIES:
                told = (g.who for g in reversed(self.told) if g.sentence == m)
            for group in told:
                if len(group) > 1 and count in (None, len(group)) and _all_fit(token, group):
                    return group
        return self._of_story(token, count) if token.lower_ in LEADERS else ()

    def _of_story(self, token: Token, count: int | None) -> tuple[Attendant, ...]:
        """Who "the two leaders" are, long after they were named: those of the last such report."""
        told = (g.who for g in reversed(self.told) if len(g.who) == count)
        return next((who for who in told if _all_fit(token, who)), ())

    def countries(self, n: int) -> tuple[Attendant, ...]:
        """The two countries whose people were last reported together; nobody for more or fewer."""
        for gathering in self.recent(n):
            codes = list(dict.fromkeys(who.country for who in gathering.who if who.country))
            if len(codes) == 2:
                return tuple(
                    Attendant(name=country_name(code), country=code, resolved="group")
                    for code in codes
                )
        return ()

    def recent(self, n: int) -> Iterator[Gathering]:
        """The reports of the last sentences, the nearest first."""
        return (g for g in reversed(self.told) if g.sentence >= n - REACH)

    def _groups(
        self, m: int, before: Token | None, counted: bool
    ) -> Iterator[tuple[Attendant, ...]]:
        """Those of a sentence who belong together: reported, then listed, then all if `counted`."""
        yield from (g.who for g in reversed(self.told) if g.sentence == m)
        units = [u for u in find_units(self._cast, m) if before is None or u.last < before.i]
        doc = self._cast.docs[m]
        lists = {tuple(listed_with(self._cast, m, doc[u.head])[0]) for u in units}
        for listed in sorted(lists, key=lambda units: -units[0].first):
            if before is None or listed[-1].last < before.i:
                yield self._people(m, listed)
        if counted:
            yield self._people(m, units)

    def _people(self, m: int, units: Sequence[Unit]) -> tuple[Attendant, ...]:
        people = [who for unit in units if (who := self._resolve(m, unit))]
        return tuple({who.name: who for who in people}.values())


def _count(token: Token) -> int | None:
    """How many a word asks for: "the two", "the three ministers"; None where it does not say."""
    if token.lower_ in PAIRS:
        return 2
    words = [token.lower_, *(c.lower_ for c in token.children)]
    return next((HOW_MANY[word] for word in words if word in HOW_MANY), None)


def may_be(token: Token, number: int) -> bool:
    """Whether a word for several may be all of so many who are named behind it: "the three envoys,
    Berg, Stone and Lund", "her hosts and their counterparts – Karl Stone and Ivo Lund".
    """
    told = token.lower_ in SIDES or token.lemma_ in RELATIVE_OFFICES
    return told or _count(token) == number


def _all_fit(token: Token, group: Sequence[Attendant]) -> bool:
    """Whether people may be called so: "the presidents" are no ministers."""
    office = PLURALS.get(token.lower_)
    if office == "leader":  # no leader and a minister, or somebody without an office
        named = all(who.resolved != "unnamed" for who in group)
        return named and len({who.role and _leads(who.role) for who in group}) == 1
    if office is None or office in ANY_OFFICE:
        return True
    return all(who.role is None or who.role.endswith(office) for who in group)


def _leads(role: str) -> bool:
    """Whether an office is that of who leads a country: "state president", no "vice president"."""
    ends = role.endswith((" president", "prime minister", " leader"))
    return role in LEADING or (ends and not role.startswith(("vice", "deputy")))


def is_definite(token: Token) -> bool:
    """Whether a noun points at somebody known: "the ministers", "both sides"."""
    return any(c.dep_ in KINDS and c.lower_ in DEFINITE for c in token.children)


def is_counted_definite(token: Token) -> bool:
    """Whether a plural points at so many who are known: "the two leaders", no "two leaders"; and
    nothing says whose they are.
    """
    the = any(c.dep_ == "det" and c.lower_ in ("the", "these") for c in token.children)
    if any(c.dep_ == "amod" for c in token.children):
        return False  # "the two rebel leaders" are others, may be
    return the and _count(token) is not None and is_plainly_definite(token)


def is_plainly_definite(token: Token) -> bool:
    """The same with nothing behind that says whose: no "the governments of Norway and Latvia"."""
    return is_definite(token) and not any(c.lower_ == "of" for c in token.children)


def is_those(token: Token) -> bool:
    """Whether a word stands for several who were named: "the two", "they", and not "a pair of
    crews".
    """
    one = any(c.dep_ == "det" and c.lower_ in ("a", "an") for c in token.children)
    return token.lower_ in PAIRS | SEVERAL and not one


def is_somebody(token: Token) -> bool:
    """Whether a plain noun points at somebody named before: "the cleric", "the old monk"."""
    return token.lower_ in SOMEBODY and is_definite(token) and token.tag_ == "NN"
