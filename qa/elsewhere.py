"""Whether a meeting is told of in another town than the one that a question puts it in.

The archive's own towns and capitals are known for towns (qa/fits.py); of other names a question
says it: "in Cork" is a town, "at Cork House" may be anywhere.
"""

from __future__ import annotations

import re

from rapidfuzz.distance import OSA

from index.gazetteer import capital_of, country_of, is_country_name
from index.meeting_records import Meeting
from index.mention_cues import VENUES
from index.words import fold
from qa.asked import Asked
from qa.fits import Fit

IN_A_TOWN = r"\b[Ii]n {place}\b(?!['’]s\b)(?! (?:{venues})\b)"
STREETS = frozenset(["street", "road", "avenue", "lane", "county", "island", "bay", "valley"])
WIDE = frozenset(  # no towns
    word
    for words in (
        "europe asia africa america americas oceania eurasia scandinavia balkans baltics caucasus",
        "caribbean mediterranean north south east west northern southern eastern western central",
        "middle upper lower parliament congress court private public person",
    )
    for word in words.split()
)
SLIPS = 2  # letters by which two spellings of a town may differ: "Kharkiv", "Kharkov"
SHORTEST = 5  # letters of a name in which they are forgiven
SAINT = re.compile(r"\b(?:saint|sankt|san|st)\b\.?")


def put_elsewhere(fit: Fit, asked: Asked) -> Fit:
    """A fit whose place is contradicted where it was left open: told of in another town."""
    if "where" not in fit.open or not is_elsewhere(fit.meeting, asked):
        return fit
    return fit.model_copy(update={"open": fit.open - {"where"}, "against": fit.against | {"where"}})


def is_elsewhere(meeting: Meeting, asked: Asked) -> bool:
    """Whether a meeting is told of in another town than a question names, and no report of it names
    that one.
    """
    place, told = asked.about.place, meeting.place
    if not place or not told or not _is_town(asked, place):
        return False
    if is_country_name(told) or fold(told).casefold().split()[-1] in VENUES:
        return False
    if _are_alike(place, told) or (capital_of(place) and capital_of(place) == capital_of(told)):
        return False
    named = re.compile(rf"\b{re.escape(fold(place).casefold())}\b")
    return not any(named.search(fold(one.quote).casefold()) for one in meeting.evidence)


def _is_town(asked: Asked, place: str) -> bool:
    """Whether a place is a capital, or a question says "in" of it and it is no house or region."""
    if capital_of(place) or country_of(place):
        return capital_of(place) is not None and not is_country_name(place)
    words = fold(place).casefold().split()
    if not WIDE.isdisjoint(words) or not (VENUES | STREETS).isdisjoint(words):
        return False
    pattern = IN_A_TOWN.format(place=re.escape(place), venues="|".join(VENUES | STREETS))
    return place[:1].isupper() and re.search(pattern, asked.text) is not None


def _are_alike(one: str, other: str) -> bool:
    """Whether two names may be of one town: "St Ives" and "Saint Ives", "Vik" and "Vik am See"."""
    names = [SAINT.sub("st", fold(name).casefold()).replace(".", "") for name in (one, other)]
    words = [set(re.findall(r"\w+", name)) for name in names]
    if words[0] <= words[1] or words[1] <= words[0]:
        return True
    near = OSA.distance(*names, score_cutoff=SLIPS) <= SLIPS
    return near and min(map(len, names)) >= SHORTEST
