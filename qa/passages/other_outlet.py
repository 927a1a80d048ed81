"""Words of another outlet that an article quotes at length: told as that outlet's, or not at all.

Only an article's own words support an answer; what it quotes from another paper ("«…», The Courier
writes") bears out what that paper is said to write, under its name.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.archive import Archive
from index.cues import OUTLET_AFTER, OUTLET_BEFORE
from index.records import SUPPORTING, Article, Citation, Sentence, Statement, Zone, ZoneKind
from index.zones import ATTRIBUTION
from qa.events.days import reckon_days
from qa.telling.compose import Citer, quote_text

ATTRIBUTABLE = SUPPORTING | {ZoneKind.OTHER_OUTLET}
NAME = re.compile(  # "The story came from the Lakes Tribune, which": the last one named
    r"(?:[Tt]he\s)?[A-Z][\w&'’.-]*(?:\s(?:(?:of|and|&|in)\s)?[A-Z][\w&'’.-]*)*"
)
OTHER = re.compile(r"As quoted from [^:“‘]{1,60}: ")


def open_other(outlet: str) -> str:
    """The words before what an outlet is quoted with."""
    return f"As quoted from {outlet}: "


def outlet_at(archive: Archive, article_id: str, at: int) -> str | None:
    """The other outlet whose words stand at a place of an article; None for its own words."""
    return outlet_of(archive.article(article_id), at)


def outlet_of(article: Article, at: int) -> str | None:
    """The same for an article at hand."""
    zone = next((z for z in article.zones if z.start <= at < z.end), None)
    return _name(article.text, zone) if zone and zone.kind is ZoneKind.OTHER_OUTLET else None


def _name(text: str, zone: Zone) -> str | None:
    before, after = text[max(0, zone.start - ATTRIBUTION) : zone.start], text[zone.end :]
    found = OUTLET_BEFORE.search(before) or OUTLET_AFTER.match(after[:ATTRIBUTION])
    named = NAME.findall(found["outlet"]) if found else []
    return " ".join(named[-1].split()) if named else None


def quote_other(archive: Archive, citer: Citer, article: Article, at: Sentence) -> Statement | None:
    """A sentence that another outlet is quoted with, under its name, with the days that it means;
    None where the outlet is not named.
    """
    outlet = outlet_of(article, at.start)
    if outlet is None:
        return None
    reckoned = reckon_days(archive.times(article.id), at.start, at.end)
    beside = reckoned.in_brackets
    text = open_other(outlet) + quote_text(at.text) + beside
    return Statement(text=text, citations=(citer.cite(article, at),),
                     derivation=reckoned.derivation)  # fmt: skip


def fault_of_other(archive: Archive, said: Statement, cited: Sequence[Citation]) -> str | None:
    """What is wrong with such a quote; None where it stands so under the outlet's name."""
    for one in cited:
        outlet = outlet_at(archive, one.article.id, one.start)
        reckoned = reckon_days(archive.times(one.article.id), one.start, one.end)
        beside = reckoned.in_brackets
        if outlet and said.text == open_other(outlet) + quote_text(one.quote) + beside:
            return None if said.derivation == reckoned.derivation else "is derived otherwise"
    return "is quoted so from no other outlet"


def takes_as_own(archive: Archive, said: Statement, cited: Sequence[Citation]) -> bool:
    """Whether a sentence rests on another outlet's words and does not say so."""
    if OTHER.match(said.text):
        return False
    return any(_touches_other(archive.article(one.article.id), one) for one in cited)


def _touches_other(article: Article, one: Citation) -> bool:
    zones = (z for z in article.zones if z.kind is ZoneKind.OTHER_OUTLET)
    return any(zone.start < one.end and one.start < zone.end for zone in zones)


def is_other(article: Article, at: int) -> bool:
    """Whether the words at a place of an article are another outlet's."""
    return any(z.kind is ZoneKind.OTHER_OUTLET and z.start <= at < z.end for z in article.zones)
