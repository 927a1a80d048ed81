"""The reports of one meeting as merging gathers them, and which further report may join them.

A report must agree with all of the group, not with one of it: chains of reports that each fit the
next have joined a spring's visit to a summer's telephone call.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from index.gazetteer import is_country_name, shares_ground
from index.identity import Key, is_among, words_of
from index.meeting_records import Mention
from index.reported import Told
from index.words import fold

SHARED = 2  # participants that two reports of one meeting have in common
SUMMIT = 4  # who meet at a summit, so that two of them apart are a meeting of their own


class Group:
    """Reports of one meeting, what they say together, and the days on which all of them may be."""

    def __init__(self, founder: Told) -> None:
        self.reports: list[Told] = []
        self.people: list[list[Key]] = []
        self.first: date | None = None
        self.last: date | None = None
        self.articles: set[str] = set()
        self._places: dict[tuple[str | None, str | None], Mention] = {}
        self.add(founder)

    @property
    def is_call(self) -> bool:
        """Whether they spoke without meeting."""
        return self.reports[0].mention.form == "call"

    def add(self, one: Told) -> None:
        """Takes a report in, whether or not it fits."""
        self.reports.append(one)
        self.articles.add(one.mention.article_id)
        self._places.setdefault((one.mention.place, one.mention.country), one.mention)
        if one.first:
            self.first = max(self.first or one.first, one.first)
        if one.last:
            self.last = min(self.last or one.last, one.last)
        for key in one.keys:
            known = next((keys for keys in self.people if is_among(key, keys)), None)
            if known is None:
                self.people.append([key])
            elif key not in known:
                known.append(key)

    def words(self) -> set[str]:
        """What the group is looked up by."""
        return {word for keys in self.people for key in keys for word in words_of(key)}

    def fits(self, one: Told) -> bool:
        """Whether a report contradicts none of the group and shares enough with it."""
        if (one.mention.form == "call") is not self.is_call or not self._days_meet(one):
            return False
        if any(towns_differ(one.mention, place) for place in self._places.values()):
            return False
        return not self._is_aside(one) and self._shares_enough(one)

    def surely_fits(self, one: Told) -> bool:
        """The same for a report without a day: one person in common is too little, save in the
        same town."""
        same = self._same_town(one) or self.count_shared(one) >= SHARED
        return same and self.fits(one)

    def count_shared(self, one: Told) -> int:
        """How many of a report's participants take part in the group, each counted once."""
        left = list(self.people)
        shared = 0
        for key in one.keys:
            known = next((keys for keys in left if is_among(key, keys)), None)
            if known is not None:
                left.remove(known)
                shared += 1
        return shared

    def _days_meet(self, one: Told) -> bool:
        late = one.first and self.last and one.first > self.last
        early = one.last and self.first and one.last < self.first
        return not (late or early)

    def _is_aside(self, one: Told) -> bool:
        """Whether one is a summit and the other two people on its sidelines."""
        summits = [told for told in self.reports if told.mention.form == "summit"]
        if one.mention.form == "summit":
            return not summits and len(one.keys) >= SUMMIT and len(self.people) == SHARED
        return bool(summits) and len(self.people) >= SUMMIT and len(one.keys) == SHARED

    def _shares_enough(self, one: Told) -> bool:
        """Two at least and more than half of the fewer; one alone needs town or article besides."""
        shared, fewest = self.count_shared(one), min(len(one.keys), len(self.people))
        if fewest >= SHARED:
            enough = shared >= SHARED and 2 * shared > fewest
            return enough or (shared == 1 and self._names_the_other(one))
        if fewest == 1:
            near = self._same_town(one) or one.mention.article_id in self.articles
            return shared == 1 and near and not self._is_other_stop(one)
        same = one.mention.article_id in self.articles or one.width == self.reports[0].width
        return same and self._same_town(one)

    def _is_other_stop(self, one: Told) -> bool:
        """Whether one is somebody's visit, the other whom he met, and not that day in that town.

        Of 11 such pairs read, drawn from one archive, 7 were another stop of the journey.
        """
        visit = one.mention.form == "visit"
        if visit is any(told.mention.form == "visit" for told in self.reports):
            return False
        return not (self._same_town(one) and one.first and self.first)

    def _names_the_other(self, one: Told) -> bool:
        """Whether of two who met, one is told by office only and the other report names a person
        without office: same day, same town."""
        if len(one.keys) != SHARED or len(self.people) != SHARED or not self._same_town(one):
            return False
        mine = next((k for k in one.keys if not any(is_among(k, p) for p in self.people)), None)
        theirs = next((p for p in self.people if not any(is_among(k, p) for k in one.keys)), None)
        return bool(mine and theirs) and any(_may_be_one(mine, key) for key in theirs or ())

    def _same_town(self, one: Told) -> bool:
        return bool(one.mention.place) and any(place for place, _ in self._places)


def _may_be_one(one: Key | None, other: Key) -> bool:
    """Whether one key is an unnamed holder of an office, the other a person of unknown office."""
    if one is None or one.named is other.named or one.state or other.state:
        return False
    person, holder = (one, other) if one.named else (other, one)
    same_country = not person.country or person.country == holder.country
    return bool(holder.role) and not person.role and same_country


def towns_differ(one: Mention, other: Mention) -> bool:
    """Whether both name a place and not the same; a country holds its towns."""
    if one.country and other.country and not shares_ground(one.country, other.country):
        return True
    return _places_differ(one.place, one.country, other.place, other.country)


@lru_cache(maxsize=65536)
def _places_differ(
    one: str | None, one_country: str | None, other: str | None, other_country: str | None
) -> bool:
    if not one or not other:
        return False
    a, b = fold(one).lower(), fold(other).lower()
    if a == b or a in b or b in a:
        return False
    wide = is_country_name(one) or is_country_name(other)
    unknown = one_country is None or other_country is None
    return not (wide and (unknown or shares_ground(one_country or "", other_country or "")))
