"""Other articles of the archive that tell the same event, and the day of writing that follows.

Two reports of one event name the same people and places and the same day, or share whole runs of
words in their leads. Only articles that tell their day themselves are asked, never those dated by
others: no date rests on a chain of guesses, and none depends on the order in which articles came.

Articles that merely name the same people and places tell no day; but where an article's own words
leave single days that lie years apart, they tell which of these is meant.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from datetime import date, timedelta
from typing import NamedTuple

from index.catalog import Catalog
from index.dating_clues import Clue
from index.dating_days import Days, are_years_apart
from index.dating_named import (
    count_full_names,
    count_names,
    named_days,
    named_month_days,
    runs_of_words,
    written_names,
)
from index.dating_words import join, say_day, say_month_day
from index.records import Article

NAMES_COMPARED = 16  # names that two articles are compared by, the rarest of the undated one
SEARCHED = 8  # of them in the full text; all are compared
FOUND = 80  # chunks
COMPARED = 10  # articles
FEWEST_NAMES = 5  # that both must name; with fewer, different events of one firm were taken for one
ALIKE = (
    0.55  # share of the names, by weight; with a day that both name: 13 of 13 right, 0.5 18 of 19
)
ALIKE_BY_WORDS = 0.6  # with runs of words in both leads: 30 of 30 right, 0.5 of 45 43
SAME_RUNS = 8  # runs of five words
OPENING = 1_200  # code points in which a story names the day of its news
LEAD = 800
OPENING_OF_OTHER = 2_000
NEWS_BEFORE, NEWS_AFTER = 10, 14  # days round an article's own in which what it names is its news
ONE_TIME = 60  # days between neighbours that speak of one event
SAME_STORY = 3  # days between two tellings with the same words
LONGEST_KNOWN = 31  # days: an article known less well dates no other

# Which of days that lie years apart, by those that name the same: of 1,000 dated articles of an
# archive of 1987 to 2026 asked for their year, by weekday, day and month, 228 right and 2 wrong.
# With day and month alone 186 right and 54 wrong: so it is not asked there.
OF_ONE_TIME_NAMES = 6  # that both must name
OF_ONE_TIME = 0.35  # share of the names, by weight
# By full names, where single ones tell nothing: of 900 by day and month alone 7 right
# and none wrong; with four names in all 13 right and 2 wrong.
FULL_NAMES = 14  # of the article, the commonest
IN_EACH, IN_ALL = 2, 5  # of them in an article that names the same, and in all such
FEWEST_KNOWN = 2  # such articles
LONGEST_TIME = 400  # days between the first and the last of those that name the same
BESIDE = 90  # days before the first and after the last


class Alike(NamedTuple):
    """A dated article that tells the same, and what both name; `days` are month and day."""

    id: str
    title: str
    written: date
    names: tuple[str, ...]
    days: tuple[tuple[int, int], ...]  # month and day
    share: float


class Shared(NamedTuple):
    """A dated article that names the same, the likest names first, and their share by weight."""

    other: Article
    written: date
    names: tuple[str, ...]
    share: float


class Neighbours:
    """The archive's dated articles, asked for those that tell the same as an undated one."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog
        self._chunks = catalog.counts()["chunks"]

    def find_clue(self, article: Article) -> Clue | None:
        """What the neighbours tell of the article's day; None where they are silent or disagree."""
        alike = self._find(article)
        if not alike:
            return None
        days = [one.written for one in alike]
        if (max(days) - min(days)).days > ONE_TIME:
            return None
        return Clue(_days(alike), "soft", _say(alike))

    def find_time(self, article: Article, days: Days) -> Clue | None:
        """Which of some days it is by the time at which the archive names the same people and
        places; None where the days lie near each other, and where that tells more than one.
        """
        if not are_years_apart(days):
            return None
        known = [one for one in self._share(article)
                 if len(one.names) >= OF_ONE_TIME_NAMES and one.share >= OF_ONE_TIME]  # fmt: skip
        return _find_time(article, days, known)

    def find_time_of_people(self, article: Article, days: Days) -> Clue | None:
        """The same by what both write as full names, in several articles; of single days."""
        single = all(first == last for first, last in days.runs())
        return _find_time(article, days, self._share_full(article)) if single else None

    def _find(self, article: Article) -> list[Alike]:
        """The dated articles that tell the same, the likest first."""
        found = [alike for one in self._share(article) if (alike := _compare(article, one))]
        return sorted(found, key=lambda one: (-one.share, one.id))

    def _share(self, article: Article) -> list[Shared]:
        """The dated articles that name the same as an article, those that name it most first."""
        weights = self._weigh(count_names(_told(article)))
        if len(weights) < FEWEST_NAMES:
            return []
        scores: dict[str, float] = defaultdict(float)
        query = " OR ".join(f'"{name}"' for name in list(weights)[:SEARCHED])
        for id, score in self._catalog.search_dated(query, FOUND):
            scores[id] += score
        best = sorted(scores.keys() - {article.id}, key=lambda id: (-scores[id], id))[:COMPARED]
        others = self._catalog.articles(best)
        return [shared for other in others if (shared := _names_shared(other, weights))]

    def _share_full(self, article: Article) -> list[Shared]:
        """The dated articles that name several of the same by both their names; none where these
        are too few for one time.
        """
        counted = count_full_names(_told(article)).most_common(FULL_NAMES)
        named: dict[str, set[str]] = defaultdict(set)
        for name in (name for name, _ in counted if name.replace(" ", "").isalnum()):
            for id, _ in self._catalog.search_dated(f'"{name}"', FOUND):
                named[id].add(name)
        several = {id for id, names in named.items() if len(names) >= IN_EACH} - {article.id}
        known = []
        for other in self._catalog.articles(sorted(several)):
            if written := _written(other):
                names = tuple(sorted(named[other.id]))
                known.append(Shared(other, written, names, len(names) / len(counted)))
        in_all = {name for one in known for name in one.names}
        return known if len(known) >= FEWEST_KNOWN and len(in_all) >= IN_ALL else []

    def _weigh(self, names: Counter[str]) -> dict[str, float]:
        """The rarest of the names with their weights: rare in the archive, often in the text."""
        plain = [name for name in names if name.isalnum()]
        known = self._catalog.frequencies(sorted(plain))
        weights = {
            name: math.log(1 + self._chunks / number) * (1 + math.log(names[name]))
            for name, number in known.items()
        }
        best = sorted(weights, key=lambda name: (-weights[name], name))[:NAMES_COMPARED]
        return {name: weights[name] for name in best}


def _find_time(article: Article, days: Days, known: list[Shared]) -> Clue | None:
    """Which of some days lies in the one time in which some articles name the same."""
    written = [one.written for one in known]
    if not written:
        return None
    first, last = min(written), max(written)
    around = Days.between(first - timedelta(days=BESIDE), last + timedelta(days=BESIDE))
    left = days.common(around)
    if (last - first).days > LONGEST_TIME or left.size() != 1:
        return None
    return Clue(left, "soft", _say_time(article, known))


def _names_shared(other: Article, weights: dict[str, float]) -> Shared | None:
    """What another article names of some names; None where its own day is not known."""
    written = _written(other)
    if written is None:
        return None
    theirs = count_names(_told(other))
    both = tuple(name for name in weights if name in theirs)
    share = sum(weights[name] for name in both) / sum(weights.values())
    return Shared(other, written, both, share)


def _written(other: Article) -> date | None:
    """The day of an article, the first that it may be; None where it is not known well."""
    first, last = (other.dated.earliest, other.dated.latest) if other.dated else (None, None)
    return first if first and last and (last - first).days <= LONGEST_KNOWN else None


def _compare(article: Article, shared: Shared) -> Alike | None:
    """What both name, if that is enough for one event."""
    other, written, both, share = shared
    if len(both) < FEWEST_NAMES or share < ALIKE:
        return None
    days = _same_days(article, other, written)
    opening = named_month_days(article.text[:OPENING])
    told = len(days) > 1 or any(day in opening for day in days)
    words = share >= ALIKE_BY_WORDS and _same_words(article, other) >= SAME_RUNS
    if not (told or words):
        return None
    names = _spell(article, both)
    return Alike(other.id, other.title or other.id, written, names, days if told else (), share)


def _same_days(article: Article, other: Article, written: date) -> tuple[tuple[int, int], ...]:
    """The days without a year that the article names and that are news in the other."""
    low, high = written - timedelta(days=NEWS_BEFORE), written + timedelta(days=NEWS_AFTER)
    news = {day for day in named_days(other.text, written) if low <= day <= high}
    theirs = {(day.month, day.day) for day in news}
    return tuple(sorted(named_month_days(article.text) & theirs))


def _same_words(article: Article, other: Article) -> int:
    ours, theirs = runs_of_words(article.text[:LEAD]), runs_of_words(other.text[:OPENING_OF_OTHER])
    return len(ours & theirs)


def _days(alike: list[Alike]) -> Days:
    """The days on which an article that tells the same may have been written."""
    days = Days(0)
    for one in alike:
        reach = NEWS_BEFORE + NEWS_AFTER if one.days else SAME_STORY
        days = days.either(Days.of([one.written]).around(reach, reach))
    return days


def _say(alike: list[Alike]) -> str:
    first = alike[0]
    names = join(first.names[:3])
    days = join([say_month_day(*day) for day in first.days[:3]])
    both = f"both name {names}" + (f" and {days}" if days else " in the same words")
    others = f", as {len(alike) - 1} more do" if len(alike) > 1 else ""
    return f"“{first.title}” of {say_day(first.written)} tells the same ({both}{others})"


def _say_time(article: Article, known: list[Shared]) -> str:
    first = min(known, key=lambda one: one.written)
    last = max(known, key=lambda one: one.written)
    times = say_day(first.written)
    times += f" to {say_day(last.written)}" if last.written != first.written else ""
    names = join(_spell(article, max(known, key=lambda one: one.share).names)[:3])
    return f"the archive names {names} in articles of {times}"


def _spell(article: Article, names: tuple[str, ...]) -> tuple[str, ...]:
    """Names as the article writes them where they stand first."""
    spelt = written_names(_told(article))
    return tuple(" ".join(spelt.get(word, word) for word in name.split()) for name in names)


def _told(article: Article) -> str:
    return f"{article.title or ''}\n{article.text}"
