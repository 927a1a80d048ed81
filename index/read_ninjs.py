"""ninjs, the IPTC's JSON for news, 1.0 to 3.1: the object of a story, by the names of each version.

Versions 1.x write names in small letters and one value each (headline, body_text, located); 2.x
and 3.x in camel case and lists (headlines, bodies, infoSources). Both are read by one table.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any

from index.decoding import storable
from index.drafts import Draft, refuse_empty
from index.errors import UnreadableSource
from index.markup import MARKED_UP, Paragraph, captions_of, join_paragraphs, read_fragment
from index.news_rights import refuse_unpublished
from index.read_nitf import read_story
from index.source_chain import names_outlet
from index.xml_trees import clean_xml, find_root_name, parse_xml

OWN = frozenset((  # names that only ninjs has beside `uri`
    "pubstatus", "pubStatus", "body_text", "body_xhtml", "body_html", "bodies", "headlines",
    "versioncreated", "versionCreated", "firstcreated", "firstCreated", "contentCreated",
    "infosources", "infoSources", "standard",
))  # fmt: skip
DATES = (  # in the order of trust: the text's own day first, the day of this version last
    "firstCreated", "firstcreated", "contentCreated", "contentcreated", "versionCreated",
    "versioncreated",
)  # fmt: skip
OUTLETS = ("source", "provider", "copyrightHolder", "copyrightholder")
NOT_ITS = ("text", "body", "content", "articleBody", "story")  # of other JSON that has a `uri`
PLAIN_IS_ENOUGH = 0.5  # of the length of the marked-up body; less is a summary
BODIES = {"body_xhtml": True, "body_html": True, "body_text": False}  # and whether it has markup
DESCRIPTIONS = {"description_html": True, "description_text": True}
TAG = re.compile(r"</?(?:p|div|br|h[1-6]|section|body|ul|table)\b[^<>]*>", re.IGNORECASE)


def is_ninjs(content: Mapping[str, Any]) -> bool:
    """Whether an object is a story in ninjs: it has its `uri` and another of its names."""
    strange = any(_text(content.get(key)) for key in NOT_ITS)
    return isinstance(content.get("uri"), str) and bool(OWN & content.keys()) and not strange


def draft_ninjs(content: Mapping[str, Any], place: str, shown: str) -> Draft:
    """The story of a ninjs object; `shown` is its name in messages.

    Raises UnreadableSource for one that is withheld, canceled, under embargo or without a text.
    """
    embargo = content.get("embargoed") or content.get("embargoedUntil")
    status = content.get("pubstatus") or content.get("pubStatus")
    refuse_unpublished(_text(status), _text(embargo), datetime.now(UTC), shown)
    title = _best(content, "headline", "headlines") or _text(content.get("title"))
    text, captions = _body(content, title, shown)
    if not text:
        kind = f"is a {content['type']} without" if _text(content.get("type")) else "has no"
        raise UnreadableSource(shown, f"{kind} body text; only stories in words are read")
    refuse_empty(text, shown)
    dates = {field: _text(content.get(field)) for field in DATES}
    told = {field: value for field, value in dates.items() if value}
    outlet = next((name for key in OUTLETS if (name := _name(content.get(key)))), None)
    return Draft(
        place=place,
        own_id=_text(content["uri"]),
        text=text,
        title=title,
        source=outlet,
        url=_url(content),
        language=_text(content.get("language")),
        metadata=tuple(told.values()),
        date_fields=tuple(told),
        captions=captions,
        located=_name(content.get("located")),
        origins=tuple(_origins(content)),
    )


def _body(content: Mapping[str, Any], title: str | None, shown: str) -> tuple[str, tuple[str, ...]]:
    """The text with its captions: the plain body as given, unless a marked-up one tells far more.

    A marked-up body comes with the headline above it, as a page does; a story without a body is
    its description; "" where there is neither.
    """
    told = [*_values(content, BODIES), *_list(content.get("bodies"))]
    told = [one for one in told if _text(one.get("value"))]
    if not told and content.get("type", "text") == "text":
        told = [*_values(content, DESCRIPTIONS), *_list(content.get("descriptions"))]
        told = [{**one, "markup": True} for one in told if _text(one.get("value"))]
    given = max((str(one["value"]) for one in told if not _is_marked(one)), key=len, default="")
    bodies = [_paragraphs(str(one["value"]), shown) for one in told if _is_marked(one)]
    best = max(bodies, key=lambda body: sum(len(p.text) for p in body), default=[])
    if len(given) >= PLAIN_IS_ENOUGH * sum(len(one.text) for one in best):
        return storable(given), ()
    return join_paragraphs(title, best), captions_of(best)


def _values(content: Mapping[str, Any], keys: Mapping[str, bool]) -> list[Mapping[str, Any]]:
    """The single values of version 1.x in the shape of the later lists."""
    return [{"value": content.get(key), "markup": marked} for key, marked in keys.items()]


def _is_marked(body: Mapping[str, Any]) -> bool:
    """Whether a body has markup: as its field or its type says, else by its looks."""
    kind = str(body.get("contentType") or body.get("contenttype") or "").lower()
    if "markup" in body:
        return bool(body["markup"])
    if kind:
        return any(name in kind for name in MARKED_UP)
    return bool(TAG.search(str(body["value"])))


def _paragraphs(value: str, shown: str) -> list[Paragraph]:
    """The paragraphs of a marked-up body, which may be a whole NITF document."""
    if find_root_name(value[:2000]) == "nitf":
        return read_story(parse_xml(clean_xml(value, shown), shown))
    return read_fragment(value)


def _best(content: Mapping[str, Any], single: str, several: str) -> str | None:
    """A headline: the one there is, or of several the main one, else the first."""
    if value := _text(content.get(single)):
        return " ".join(p.text for p in read_fragment(value)) or None
    found = [one for one in _list(content.get(several)) if _text(one.get("value"))]
    main = [one for one in found if str(one.get("role", "main")).casefold() in ("main", "headline")]
    value = next((_text(one["value"]) for one in (*main, *found)), None)
    return " ".join(p.text for p in read_fragment(value)) if value else None


def _origins(content: Mapping[str, Any]) -> Iterator[str]:
    """Who wrote it: those whom `infoSources` names, and a by-line that is an agency's."""
    for key in ("infosources", "infoSources"):
        for one in _list(content.get(key)):
            if name := _name(one):
                yield name
    for key in ("byline", "by"):
        if (byline := _text(content.get(key))) and names_outlet(byline):
            yield byline


def _url(content: Mapping[str, Any]) -> str | None:
    """Where it was published: a field, else its uri where that is a web address."""
    told = (_text(content.get(key)) for key in ("url", "href", "link", "uri"))
    return next((url for url in told if url and url.startswith(("http://", "https://"))), None)


def _name(value: object) -> str | None:
    """A text, or the name of an object; of a list the first that has one."""
    if isinstance(value, list):
        return next((name for one in value if (name := _name(one))), None)
    if isinstance(value, Mapping):
        return _text(value.get("name")) or _text(value.get("literal"))
    return _text(value)


def _list(value: object) -> list[Mapping[str, Any]]:
    """The objects of a list; version 2.0 also has objects by role in its place."""
    if isinstance(value, Mapping):
        value = list(value.values())
    return [one for one in value if isinstance(one, Mapping)] if isinstance(value, list) else []


def _text(value: object) -> str | None:
    return value.strip() or None if isinstance(value, str) else None
