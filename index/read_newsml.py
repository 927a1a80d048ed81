"""NewsML-G2: the news items of a message, an item set or a lone item, of any conformance.

Read with lxml alone. The package newsmlg2 (1.1, of the IPTC) reads item and content metadata and
hands out no story of the content set; it parses with entities unfolded and without bounds.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime

from lxml import etree

from index.blobs import Blob
from index.drafts import Draft, Drafts, refuse_empty
from index.errors import UnreadableSource
from index.markup import (
    MARKED_UP,
    Paragraph,
    captions_of,
    find_paragraphs,
    join_paragraphs,
    read_fragment,
    read_plain_paragraphs,
)
from index.news_rights import refuse_unpublished
from index.read_nitf import find_location, read_story
from index.source_chain import names_outlet
from index.xml_trees import find_all, first_text, local_name, parse_xml, read_xml_text

ROOTS = frozenset(("newsMessage", "newsItem", "packageItem", "itemSet"))
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
DATES = (  # where they stand, in the order of trust
    ("itemMeta", "firstCreated"),
    ("contentMeta", "contentCreated"),
    ("contentMeta", "contentModified"),
    ("itemMeta", "versionCreated"),
)


def read_newsml(blob: Blob) -> Drafts:
    """The stories of a NewsML-G2 file in order; pictures, sound and film in it are passed over."""
    root = parse_xml(read_xml_text(blob), blob.shown)
    if local_name(root) not in ROOTS:
        kind = "NewsML 1, an older format" if local_name(root) == "NewsML" else "no NewsML-G2"
        raise UnreadableSource(blob.shown, f"is {kind}; send it as NewsML-G2, NITF or text")
    alone = local_name(root) == "newsItem"
    items = [root] if alone else find_all(root, "newsItem")
    told = [item for item in items if _has_words(item)]
    if not told:
        raise UnreadableSource(blob.shown, _explain(root, items))
    for number, item in enumerate(items, start=1):
        if item in told:
            place = "" if alone else f"#{number}"
            try:
                yield _draft(item, place, blob.shown + place)
            except UnreadableSource as fault:
                yield fault


def _draft(item: etree._Element, place: str, shown: str) -> Draft:
    embargo = first_text(item, "itemMeta", "embargoed")
    refuse_unpublished(_code(item, "pubStatus"), embargo, datetime.now(UTC), shown)
    paragraphs = _body(item)
    title = first_text(item, "contentMeta", "headline") or first_text(item, "hedline", "hl1")
    title = title or first_text(item, "itemMeta", "title")
    text = join_paragraphs(title, [*_dateline(item, paragraphs), *paragraphs])
    refuse_empty(text, shown)
    dates = [(names, day) for names in DATES if (day := first_text(item, *names))]
    return Draft(
        place=place,
        own_id=item.get("guid") or None,
        text=text,
        title=title,
        source=_names(item, "itemMeta", "provider"),
        url=_address(item),
        language=_language(item),
        metadata=tuple(day for _, day in dates),
        date_fields=tuple(names[-1] for names, _ in dates),
        captions=captions_of(paragraphs),
        located=_names(item, "contentMeta", "located") or find_location(item),
        origins=tuple(_origins(item)),
    )


def _has_words(item: etree._Element) -> bool:
    """Whether an item holds a text itself, or is meant to be one."""
    kind = _code(item, "itemClass").rpartition(":")[2]
    inline = find_all(item, "contentSet", "inlineXML") or find_all(item, "contentSet", "inlineData")
    return bool(inline) and kind in ("", "text", "composite")


def _body(item: etree._Element) -> list[Paragraph]:
    """The fullest of the renditions of a story."""
    bodies = [_inline_xml(one) for one in find_all(item, "contentSet", "inlineXML")]
    for one in find_all(item, "contentSet", "inlineData"):
        marked = any(kind in (one.get("contenttype") or "") for kind in MARKED_UP)
        text = "".join(one.itertext())
        bodies.append(read_fragment(text) if marked else read_plain_paragraphs(text))
    return max(bodies, key=lambda body: sum(len(p.text) for p in body), default=[])


def _inline_xml(inline: etree._Element) -> list[Paragraph]:
    """NITF by its parts, XHTML by its body, other XML by its paragraphs."""
    title = first_text(inline, "hedline", "hl1")
    if find_all(inline, "nitf"):
        return [one for one in read_story(inline) if one.text != title]
    bodies: Iterable[etree._Element] = find_all(inline, "html", "body") or [inline]
    return [one for body in bodies for one in find_paragraphs(body)]


def _dateline(item: etree._Element, body: list[Paragraph]) -> list[Paragraph]:
    """The dateline that stands in a field alone, as a line of its own."""
    told = first_text(item, "contentMeta", "dateline")
    opening = " ".join(one.text for one in body[:3])
    return [Paragraph(text=told)] if told and told not in opening else []


def _origins(item: etree._Element) -> Iterator[str]:
    """Who wrote it before its provider had it: its sources, a credit that names an outlet."""
    for source in find_all(item, "contentMeta", "infoSource"):
        if name := _name(source):
            yield name
    for told in ("creditline", "by"):
        if (credit := first_text(item, "contentMeta", told)) and names_outlet(credit):
            yield credit


def _names(item: etree._Element, *path: str) -> str | None:
    return next((name for one in find_all(item, *path) if (name := _name(one))), None)


def _name(concept: etree._Element) -> str | None:
    """The name of a party or place: its <name>, its literal, else its code without the scheme."""
    code = str(concept.get("qcode") or concept.get("uri") or "").rpartition(":")[2]
    literal = str(concept.get("literal") or "")
    name = first_text(concept, "name")
    return name or literal or code.rpartition("/")[2] or None


def _code(item: etree._Element, name: str) -> str:
    return next((str(o.get("qcode") or o.get("uri") or "") for o in find_all(item, name)), "")


def _language(item: etree._Element) -> str | None:
    told = [one.get("tag") for one in find_all(item, "contentMeta", "language")]
    return next((str(tag) for tag in (*told, item.get(LANGUAGE)) if tag), None)


def _address(item: etree._Element) -> str | None:
    """Where it was published: a link of the item, an alternative id that is a web address."""
    told = [one.get("href") for one in find_all(item, "itemMeta", "link")]
    told += [one.text for one in find_all(item, "contentMeta", "altId")]
    return next((url for url in told if url and url.startswith(("http://", "https://"))), None)


def _explain(root: etree._Element, items: list[etree._Element]) -> str:
    """Why nothing in the file is a story."""
    if not items and (local_name(root) == "packageItem" or find_all(root, "packageItem")):
        return "is a package that only points to its items; index these"
    if items:
        return "holds no story in words, only pictures, sound or film, or links to them"
    return "holds no news item; check its format"
