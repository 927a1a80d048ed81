"""What an archive knows that a question may name: people, outlets, articles, places."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import chain

from rapidfuzz.distance import OSA

from index.archive import Archive
from index.people_cues import BODIES, OFFICE_NOUNS, PARTICLES
from index.records import Record
from index.spellings import fold_name
from index.words import fold, stem

SHORTEST = 4  # letters: of two shorter names too many are alike
LONG = 7  # letters from which on one letter may be another: "Barton" and "Burton" are two people
LONGEST_APART = 9  # letters from which on two slips are forgiven
FIRST_LETTERS = {"s": "sz", "z": "zs", "c": "ck", "k": "kcg", "g": "gkh", "h": "hgk"}
LONGEST_NAME = 6  # words
OWNED = re.compile(r"['’]s$")  # "Baker's"
JOINED = re.compile(r"-[A-Z]")  # "the Riga-Oslo Harbour Committee"; "Jean-Pierre El-Berg" is a man

GENITIVE = re.compile(r"['’]s?$")


class Known(Record):
    """Names as the archive writes them; `articles` pairs an id with a title, None for none."""

    people: tuple[str, ...] = ()
    outlets: tuple[str, ...] = ()
    articles: tuple[tuple[str, str | None], ...] = ()
    places: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()  # of several words that are not all of a person's name
    vocabulary: frozenset[str] = frozenset()  # stems; a word that stands there is no slip

    def find_person(self, words: Sequence[str]) -> str | None:
        """Words as the archive spells them: part of a person's name, in one piece, or alike.

        A surname comes back as a surname: "stone" finds "Stone". None where nobody is so called.
        """
        key = " ".join(fold_name(word) for word in words)
        return self._names.get(key)

    def guess_person(self, words: Sequence[str]) -> str | None:
        """The nearest spelling of a name that the archive does not hold; None for none near."""
        known = [self._words.get(fold_name(word)) or self._guess(word) for word in words]
        found = [word for word in known if word]
        return self.find_person(found) if found and len(found) == len(words) else None

    def find_place(self, words: str) -> str | None:
        """A place as the archive spells it."""
        return self._places.get(fold(words).casefold())

    def find_group(self, text: str) -> str | None:
        """The longest name of a group or a body that a text begins with, as the text writes it."""
        text = text.casefold()
        first = GENITIVE.sub("", text.split(maxsplit=1)[0]) if text else ""
        names = self._groups.get(first, ())
        return next((n for n in names if re.match(rf"{re.escape(n)}(?!\w)", text)), None)

    @cached_property
    def _groups(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for name in sorted(map(str.casefold, self.groups), key=len, reverse=True):
            found[GENITIVE.sub("", name.split()[0])].append(name)
        return found

    @cached_property
    def titles(self) -> dict[str, str]:
        """Article ids by title, folded."""
        return {fold(t).casefold(): i for i, t in self.articles if t}

    @cached_property
    def ids(self) -> frozenset[str]:
        """The ids of all articles."""
        return frozenset(id for id, _ in self.articles)

    @cached_property
    def outlets_folded(self) -> tuple[tuple[str, str], ...]:
        """Each outlet folded without its article, and as written; the longest first."""
        return tuple(sorted(self._outlets.items(), key=lambda pair: -len(pair[0])))

    @cached_property
    def _outlets(self) -> dict[str, str]:
        return {fold(o).casefold().removeprefix("the "): o for o in self.outlets}

    @cached_property
    def _places(self) -> dict[str, str]:
        return {fold(place).casefold(): place for place in self.places}

    @cached_property
    def _names(self) -> dict[str, str]:
        """Every end and beginning of a name by its folded words; whole names win."""
        found: dict[str, str] = {}
        for name in self.people:
            words = name.split()[:LONGEST_NAME]
            for start in range(len(words)):
                part = words[start:]
                found.setdefault(" ".join(map(fold_name, part)), " ".join(part))
            found.setdefault(fold_name(words[0]), words[0])
        return found | {" ".join(map(fold_name, n.split())): n for n in self.people}

    @cached_property
    def _words(self) -> dict[str, str]:
        return {fold_name(w): w for w in chain.from_iterable(n.split() for n in self.people)}

    @cached_property
    def _by_letter(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for word in self._words:
            if len(word) >= SHORTEST:
                found[word[:1]].append(word)
        return found

    def _guess(self, word: str) -> str | None:
        """The one name that a word is a slip of; None for none, and for a word of the articles."""
        key = fold_name(word)
        if len(key) < SHORTEST or stem(fold(word).lower()) in self.vocabulary:
            return None
        starts = FIRST_LETTERS.get(key[:1], key[:1])
        near = [n for letter in starts for n in self._by_letter.get(letter, ()) if _is_slip(key, n)]
        return self._words[near[0]] if len(near) == 1 else None


def _is_slip(key: str, name: str) -> bool:
    """Whether a folded name may be mistyped so: a letter left out, added or swapped with the next.

    Another letter in place of one is a slip only in a long name, or where both sound alike.
    """
    if abs(len(key) - len(name)) > 2:
        return False
    apart = OSA.distance(key, name, score_cutoff=2)
    short = min(len(key), len(name))
    if apart == 1:
        replaced = len(key) == len(name) and sorted(key) != sorted(name)
        alike = key[1:] == name[1:] and name[:1] in FIRST_LETTERS.get(key[:1], "")
        return not replaced or short >= LONG or alike
    return apart == 2 and short >= LONGEST_APART


def read_known(archive: Archive) -> Known:
    """What an archive knows; worth keeping until `archive.generation()` changes."""
    meetings = archive.meetings()
    listed = archive.list_articles()
    told = chain.from_iterable((m.place, m.venue) for m in meetings)
    places = _once(chain(told, (one.located for one in listed)))
    towns = {fold(place).casefold() for place in places}
    called = _once(p.name for m in meetings for p in m.participants)
    people = filter(_is_name, called)
    return Known(
        people=_once(name for name in people if fold(name).casefold() not in towns),
        outlets=archive.sources(),
        articles=tuple((one.id, one.title) for one in listed),
        places=places,
        groups=tuple(filter(_is_group, called)),
        vocabulary=frozenset(archive.catalog.vocabulary("")),
    )


def _is_name(name: str) -> bool:
    """Whether a participant is a person by name: no group, no unnamed holder of an office."""
    last = name.split()[-1]
    capital = (_after_particle(last) or last)[:1].isupper()
    return "(unnamed)" not in name and capital and " of " not in name


def _after_particle(word: str) -> str | None:
    """What follows a particle that is joined to it: "Sund" of "el-Sund"; None for any other."""
    particle, _, rest = word.partition("-")
    return rest if rest and particle.lower() in PARTICLES else None


def _is_group(name: str) -> bool:
    """Whether a participant's name has words that no person's has: "union of 26 ports", "the
    Riga-Oslo Harbour Committee".
    """
    first, *rest = name.split()
    if len(rest) < 2 or "(unnamed)" in name or fold(first).lower() in OFFICE_NOUNS:
        return False
    words = [_after_particle(word) or word for word in (first, *rest)
             if word.lower() not in PARTICLES]  # fmt: skip
    body = rest[-1].lower() in BODIES
    told = any(
        not word[:1].isupper() or OWNED.search(word) or (body and JOINED.search(word))
        for word in words
    )
    return told and ("and" not in words or body)


def _once(names: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for name in names if name))
