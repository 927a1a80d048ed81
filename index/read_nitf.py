"""NITF 3.x: headline, by-line, dateline and body of a wire story, its dates by their `norm`.

The year of `doc.copyright` is no date. NITF also stands inside NewsML-G2 (index/read_newsml.py).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import chain

from lxml import etree

from index.blobs import Blob
from index.drafts import Draft, Drafts, refuse_empty
from index.errors import UnreadableSource
from index.markup import Paragraph, captions_of, find_paragraphs, join_paragraphs
from index.news_rights import refuse_unpublished
from index.source_chain import names_outlet
from index.xml_trees import find_all, first_text, local_name, parse_xml, read_xml_text

DATES = (  # element, attribute, in the order of trust
    ("date.issue", "norm"),
    ("story.date", "norm"),
    ("pubdata", "date.publication"),
    ("date.release", "norm"),
)
BASIC_TIME = re.compile(r"(\d{8}T\d{4,6})(?:Z|[+-]\d{2}:?\d{2})?")  # "20240311T0900+0100"


def read_nitf(blob: Blob) -> Drafts:
    """The story of a NITF file, or each of several under one root."""
    root = parse_xml(read_xml_text(blob), blob.shown)
    stories = [root] if local_name(root) == "nitf" else find_all(root, "nitf")
    if not stories:
        raise UnreadableSource(blob.shown, "is no NITF (no <nitf> in it); check its format")
    for number, story in enumerate(stories, start=1):
        place = f"#{number}" if len(stories) > 1 else ""
        try:
            yield draft_nitf(story, place, blob.shown + place)
        except UnreadableSource as fault:
            yield fault


def draft_nitf(nitf: etree._Element, place: str, shown: str) -> Draft:
    """The story of a <nitf>; raises UnreadableSource for one that is withheld or without text."""
    released = next(_attributes(nitf, "date.release", "norm"), None)
    status = next(_attributes(nitf, "docdata", "management-status"), None)
    embargo = extend_time(released or "no day is told") if status == "embargoed" else None
    refuse_unpublished(status, embargo, datetime.now(UTC), shown)
    title = first_text(nitf, "hedline", "hl1") or first_text(nitf, "head", "title")
    paragraphs = read_story(nitf)
    text = join_paragraphs(title, paragraphs)
    refuse_empty(text, shown)
    dates = [(f, extend_time(v)) for f, key in DATES for v in _attributes(nitf, f, key)]
    return Draft(
        place=place,
        own_id=next(_attributes(nitf, "doc-id", "id-string"), None),
        text=text,
        title=title,
        source=_outlet(nitf),
        url=next(_attributes(nitf, "pubdata", "ex-ref"), None),
        language=nitf.get("{http://www.w3.org/XML/1998/namespace}lang"),
        metadata=tuple(value for _, value in dates),
        date_fields=tuple(f"NITF {field}" for field, _ in dates),
        captions=captions_of(paragraphs),
        located=find_location(nitf),
        origins=tuple(_origins(nitf)),
    )


def read_story(nitf: etree._Element) -> list[Paragraph]:
    """What stands under the headline: second headlines, by-line, dateline, body."""
    heads = (
        find_paragraphs(one)
        for names in (("hedline", "hl2"), ("body.head", "byline"), ("body.head", "dateline"))
        for one in find_all(nitf, *names)
    )
    front = list(chain.from_iterable(heads))
    bodies = (find_paragraphs(one) for one in find_all(nitf, "body", "body.content"))
    body = list(chain.from_iterable(bodies))
    opening = body[0].text if body else ""
    return [*(one for one in front if not opening.startswith(one.text)), *body]


def find_location(nitf: etree._Element) -> str | None:
    """The place of the dateline: its city, else what its location says."""
    return (
        first_text(nitf, "dateline", "location", "city")
        or first_text(nitf, "dateline", "location")
        or first_text(nitf, "dateline", "city")
    )


def extend_time(norm: str) -> str:
    """A basic ISO time as its day ("20240311T0900+0100" → "2024-03-11T0900+0100")."""
    if BASIC_TIME.fullmatch(norm):
        return f"{norm[:4]}-{norm[4:6]}-{norm[6:]}"
    return norm


def _outlet(nitf: etree._Element) -> str | None:
    """Who prints it: the publication, else who distributes it."""
    printed = next(_attributes(nitf, "pubdata", "name"), None)
    return printed or first_text(nitf, "distributor") or _holder(nitf)


def _holder(nitf: etree._Element) -> str | None:
    return next(_attributes(nitf, "doc.copyright", "holder"), None)


def _origins(nitf: etree._Element) -> Iterator[str]:
    """Who wrote it: the distributor of what another prints, and a by-line that is an agency's."""
    for name in (first_text(nitf, "distributor"), first_text(nitf, "byline", "byttl")):
        if name and names_outlet(name):
            yield name


def _attributes(nitf: etree._Element, element: str, attribute: str) -> Iterator[str]:
    for one in find_all(nitf, element):
        if value := (one.get(attribute) or "").strip():
            yield value
