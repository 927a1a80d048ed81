"""Whose word a question wants: an outlet, or one article by its title or its id."""

from __future__ import annotations

import re

from index.cues import OUTLET_NOUNS
from index.records import Record
from index.words import fold
from qa.question.known import Known

_CALLED = r"(?:report|article|story|piece|text|item|dispatch|headlined?|titled|entitled|called)"
TITLE = re.compile(  # "in the report ‘Ferry strike ends’", "the story headlined "Fog in Riga""
    rf"(?:\b{_CALLED},?\s+|\baccording to\s+|\b(?:in|"
    rf"of)\s+)[‘“\"«'](?P<title>[^’”\"»]{{3,200}}?)[’”\"»'](?!\w)",
    re.IGNORECASE,
)
TOLD_BY = (  # "according to the Harbour Gazette", "as reported by Northline"
    r"(?:\baccording to|\bas (?:told|reported|written) (?:by|in)|\breported (?:by|in)|\bsays|"
    r"\bin the words of|\b(?:articles?|reports?|stor(?:y|ies)|coverage|version|account|words?) "
    r"(?:of|by|from|in)|\bpublished (?:by|in)|\bgoing by|\bif (?:i|we|you) (?:believe|trust)|"
    r"\b(?:does|did|do|has) (?:the )?(?=[A-Z])|\b(?:read|written) in|\bfrom)\s+(?:the\s+)?"
)
NAMED = re.compile(
    rf"(?i:{TOLD_BY})" r"(?P<name>(?:[A-Z][\w&'’.-]*)(?:\s(?:of\s|and\s|&\s)?[A-Z][\w&.-]*){0,4})"
)
REPORT_OF = re.compile(  # "the Northline report", "the Gazette's story": whose it is
    r"\b(?:the\s+)?(?P<name>[A-Z][\w&.-]*(?:\s[A-Z][\w&.-]*){0,3})(?:['’]s?)?\s+"
    r"(?:report|article|story|account|version|piece|coverage|dispatch|wire)s?\b"
)
ID = re.compile(
    rf"(?:\baccording to|\b(?:in|by|from|of)|\b{_CALLED}|\b(?:id|no|number)\.?)\s+(?:the\s+)?"
    r"(?:(?:article|report|story|document|item)\s+)?"
    r"(?P<id>(?=[\w.:/#-]*\d)(?=[\w.:/#-]*[A-Za-z_#/])[\w.:/#-]{1,}\w|"
    r"\d{5,})(?P<day>\s*\([^()]*\))?",
    re.IGNORECASE,
)
SHORTEST_ID = 5  # characters, where the archive is not there to ask
ORDINAL = re.compile(
    r"\d+(?:st|nd|rd|th|s|am|pm)|\d{4}-\d\d(?:-\d\d)?|\d+-\w+|[\d./-]+|\w+-\d{1,2}"
)

OUTLET_SAYS = r"(?:says?|said|reports?|reported|writes?|wrote|tell|claim|counts?|counted)"
# Words that outlets are named with beside those of index/cues.py
MORE_NOUNS = re.compile(
    r"\b(?:Bulletin|Review|Monitor|Digest|Mail|Express|Standard|Guardian|Echo|Wire|Media|Online|"
    r"Dispatch|Record|Register|Globe|Voice|Argus|Independent|Sentinel|Mercury|Advertiser|"
    r"Examiner)\b"
)


class Source(Record):
    """The outlet and the article a question limits itself to, and where in its text it says so."""

    outlet: str | None = None
    article: str | None = None
    spans: tuple[tuple[int, int], ...] = ()


def read_source(text: str, known: Known | None) -> Source:
    """Whose word a question wants; empty where it names nobody's."""
    titled = TITLE.search(text)
    if titled:
        return Source(article=titled["title"].strip(" ,."), spans=(titled.span(),))
    numbered = _find_id(text, known)
    if numbered:
        return numbered
    return _known_outlet(text, known) or _written_outlet(text) or Source()


def _find_id(text: str, known: Known | None) -> Source | None:
    """An article by its id: the archive's own, else letters with digits after "according to"."""
    for match in ID.finditer(text):
        id = match["id"]
        listed = known is not None and id in known.ids
        if listed or (
            len(id) >= SHORTEST_ID and not ORDINAL.fullmatch(id) and not _is_common(match[0])
        ):
            return Source(article=id, spans=(match.span(),))
    return None


def _is_common(phrase: str) -> bool:
    """Whether digits stand in a name rather than an id: "in G20", "of MH-17"."""
    told = re.match(rf"according to|{_CALLED}|id\b|no\b|number", phrase, re.IGNORECASE)
    return told is None


def _known_outlet(text: str, known: Known | None) -> Source | None:
    if known is None:
        return None
    folded = fold(text).casefold()
    for key, outlet in known.outlets_folded:
        name = re.escape(key)
        by = (
            rf"{TOLD_BY}{name}\b|\b{name}(?:'s)? "
            r"(?:report|article|story|account|version|coverage|piece)"
        )
        said = rf"\b{name} {OUTLET_SAYS}\b"
        match = (
            re.search(f"{by}|{said}", folded, re.IGNORECASE)
            if len(fold(text)) == len(text)
            else None
        )
        if match:
            return Source(outlet=outlet, spans=(_told_span(match),))
    return None


def _told_span(match: re.Match[str]) -> tuple[int, int]:
    """The stretch that says whose word; a verb before the name still asks: "does Northline say"."""
    verb = re.match(r"(?:does|did|do|has|says)\s+", match[0], re.IGNORECASE)
    after = re.search(rf"\s{OUTLET_SAYS}$", match[0])
    end = match.end() - len(after[0]) if after else match.end()
    return (match.start() + len(verb[0]) if verb else match.start(), end)


def _written_outlet(text: str) -> Source | None:
    """An outlet that only its own name tells: "according to the Harbour Gazette"."""
    for pattern in (NAMED, REPORT_OF):
        for match in pattern.finditer(text):
            name = match["name"].strip(" .")
            acronym = name.isupper() and len(name) > 3 and pattern is REPORT_OF
            if OUTLET_NOUNS.search(name) or MORE_NOUNS.search(name) or acronym:
                return Source(outlet=name.removeprefix("The "), spans=(_told_span(match),))
    return None
