"""Articles by the outlet that only their own credit or dateline names: "Harbour News and agencies".

A question may limit itself to such an outlet ("Going by the Harbour News article alone, …"): then
its articles are the evidence, as if it had named one by its title.
"""

from __future__ import annotations

import re

from index.archive import Archive
from index.records import Article, Record, ZoneKind
from index.words import fold

_NAME = r"(?P<name>[A-Z][\w&]*(?:\s(?:of\s|and\s)?[A-Z][\w&]*){0,3})"
_NOUN = r"(?:article|report|story|piece|text|dispatch|version|account|item|coverage)"
_BY = (
    r"(?:going by|according to|as (?:reported|told|written) (?:by|in)|judging (?:by|from)|in|from|"
    r"by|if (?:we|you) (?:believe|go by)|reading|taking)"
)
_ALONE = r"(?:\s(?:alone|only|itself))?"
LIMITS = tuple(
    re.compile(pattern)
    for pattern in (
        # "Going by the Harbour News article alone, was it certain …"
        rf"^(?i:{_BY})\s(?:(?:the|an?)\s)?{_NAME}(?:['’]s?)?\s{_NOUN}{_ALONE},\s*",
        # "In the article by Harbour News and agencies, who …"
        rf"^(?i:{_BY})\s(?:the|an?)\s{_NOUN}\s(?:of|by|from|in)\s(?:the\s)?{_NAME}"
        rf"(?:\sand (?:news )?agencies)?{_ALONE},\s*",
        # "According to Harbour News, who …"
        rf"^(?i:according to|going by)\s(?:the\s)?{_NAME}{_ALONE},\s*",
        # "Who came, according to the Harbour News article?"
        rf",?\s(?i:according to|going by)\s(?:the\s)?{_NAME}(?:['’]s?)?(?:\s{_NOUN})?"
        rf"{_ALONE}(?=\s*\?*\s*$)",
    )
)
PICTURE = re.compile(r"©|\b(?:photos?|pictures?|images?|fotos?|graphic|video)\b", re.IGNORECASE)


class Limited(Record):
    """A question without the words that limit it to an outlet, and the outlet that these name."""

    text: str
    outlet: str | None = None


def limit_to_credited(archive: Archive, text: str) -> Limited:
    """A question apart from the outlet that it limits itself to, where only credits name that."""
    for pattern in LIMITS:
        match = pattern.search(text)
        if (
            match
            and not _is_source(archive, match["name"])
            and find_credited(archive, match["name"])
        ):
            rest = text[: match.start()] + text[match.end() :]
            return Limited(text=rest[:1].upper() + rest[1:], outlet=match["name"])
    return Limited(text=text)


def find_credited(archive: Archive, name: str) -> list[str]:
    """The ids of the articles whose credit, other than a picture's, or dateline names an outlet."""
    words = r"\s?".join(re.escape(word) for word in fold(name).split())
    named = re.compile(rf"\b{words}\b", re.IGNORECASE)
    found: list[str] = archive.catalog.once(
        ("credited", name), lambda: [one.id for one in archive.articles() if _is_by(one, named)]
    )
    return found


def _is_by(article: Article, named: re.Pattern[str]) -> bool:
    for zone in article.zones:
        if zone.kind in (ZoneKind.CREDIT, ZoneKind.DATELINE):
            text = fold(article.text[zone.start : zone.end])
            if named.search(text) and not PICTURE.search(text):
                return True
    return False


def _is_source(archive: Archive, name: str) -> bool:
    """Whether articles name an outlet as their source, which is looked up elsewhere."""
    key = fold(name).casefold().removeprefix("the ")
    return any(key in fold(source).casefold() for source in archive.sources())
