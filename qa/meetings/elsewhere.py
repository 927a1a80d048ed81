"""Whether a meeting is told of in another town than the one that a question puts it in.

Capitals, towns in which the archive has meetings and those of GeoNames (index/towns.py) are known
for towns. Any other name, a region's or a house's, contradicts no town.
"""

from __future__ import annotations

import re

from index.archive import Archive
from index.gazetteer import capital_of, country_of, is_country_name
from index.meeting_records import Meeting
from index.mention_cues import VENUES
from index.towns import are_apart, towns_called
from index.words import fold
from qa.meetings.fits import Fit, IsTown
from qa.question.asked import Asked, Kind

SHORTEST = 3  # letters of a word of a place's name
SAINT = re.compile(r"\b(?:saint|sankt|san|st)\b\.?")


def put_elsewhere(archive: Archive, fit: Fit, asked: Asked, is_town: IsTown) -> Fit:
    """A fit whose place is contradicted where it was left open: told of in another town, or by
    articles that do not name the one asked about, where no time says which meeting is meant.

    `is_town` knows the towns of the archive.
    """
    place = asked.about.place
    if "where" not in fit.open or not place:
        return fit
    meant = "when" in fit.borne and asked.kind is not Kind.WHETHER
    known = not fit.is_exact or meant or is_country_name(place)
    known = known or _is_named(archive, fit.meeting, place)
    if known and not is_elsewhere(fit.meeting, place, is_town):
        return fit
    return fit.model_copy(update={"open": fit.open - {"where"}, "against": fit.against | {"where"}})


def _is_named(archive: Archive, meeting: Meeting, place: str) -> bool:
    """Whether an article that reports a meeting names a place, or a word of its name."""
    words = "|".join(w for w in re.findall(r"\w+", fold(place).casefold()) if len(w) >= SHORTEST)
    ids = dict.fromkeys(e.article_id for e in meeting.evidence)
    articles = (reading.article for reading in archive.read_articles(list(ids)))
    texts = (fold(f"{one.title} {one.text}").casefold() for one in articles)
    return not words or any(re.search(rf"\b(?:{words})\b", text) for text in texts)


def is_elsewhere(meeting: Meeting, place: str | None, is_town: IsTown) -> bool:
    """Whether a meeting is told of in another town than the one named, and no report of it names
    that one.
    """
    told = meeting.place
    if not place or not told or is_country_name(told) or is_country_name(place):
        return False
    if fold(told).casefold().split()[-1] in VENUES or _are_alike(place, told):
        return False
    named = re.compile(rf"\b{re.escape(fold(place).casefold())}\b")
    if any(named.search(fold(one.quote).casefold()) for one in meeting.evidence):
        return False
    if towns_called(place):
        return are_apart(place, told, meeting.country)
    return is_town(place) and not country_of(place)


def _are_alike(one: str, other: str) -> bool:
    """Whether two names may be of one town: "St Ives" and "Saint Ives", "Vik" and "Vik am See"."""
    if capital_of(one) and capital_of(one) == capital_of(other):
        return True
    names = [SAINT.sub("st", fold(name).casefold()).replace(".", "") for name in (one, other)]
    words = [set(re.findall(r"\w+", name)) for name in names]
    return words[0] <= words[1] or words[1] <= words[0]
