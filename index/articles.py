"""From a draft to an article: its zones, its date, its place and its identity."""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from itertools import islice

from index.dating import choose_date, find_candidates
from index.drafts import Draft
from index.records import Article, ArticleCard, Zone, ZoneKind
from index.source_chain import find_chain
from index.zones import find_place, mark_zones

OPENING = 4  # body paragraphs that may stand above the dateline


def make_article(draft: Draft, path: str) -> Article:
    """The article that a draft read from `path` becomes; its id is its own, or made of its text."""
    text = draft.text
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    zones = mark_zones(text, draft.title, draft.captions)
    datelines = find_datelines(text, zones)
    candidates = find_candidates(
        draft.metadata,
        draft.url,
        (text[z.start : z.end] for z in datelines),
        (text[z.start : z.end] for z in zones if z.kind is ZoneKind.CAPTION),
        draft.date_fields,
        draft.captured,
    )
    opening = text[datelines[0].start : datelines[0].end] if datelines else ""
    id = draft.own_id or sha256[:16]
    return Article(
        id=id,
        ids=(id,),
        path=path,
        paths=(path,),
        source=draft.source,
        title=draft.title or _first_text(text, zones, ZoneKind.HEADLINE),
        url=draft.url,
        language=draft.language,
        text=text,
        sha256=sha256,
        zones=zones,
        dated=choose_date(candidates),
        date_candidates=candidates,
        located=draft.located or (find_place(text, datelines[0]) if datelines else None),
        chain=find_chain(draft.origins, draft.source, opening),
        marks=draft.marks,
    )


def make_card(article: Article) -> ArticleCard:
    """What a reader must know of an article that is cited."""
    return ArticleCard(
        id=article.id, title=article.title, source=article.source, url=article.url,
        path=article.path, dated=article.dated, chain=article.chain,
    )  # fmt: skip


def find_mark(article: Article, start: int) -> str | None:
    """The page or paragraph of the file in which a place of the text lies; None without such."""
    before = bisect_right([mark.start for mark in article.marks], start)
    return article.marks[before - 1].label if before else None


def find_datelines(text: str, zones: tuple[Zone, ...]) -> list[Zone]:
    """The datelines above and at the start of the story; those of sections further down are none.

    Those that name a place come first; of bare days one alone is the story's, several are a list.
    """
    bodies = (n for n, zone in enumerate(zones) if zone.kind is ZoneKind.BODY)
    opening = zones[: next(islice(bodies, OPENING, None), len(zones))]
    datelines = [zone for zone in opening if zone.kind is ZoneKind.DATELINE]
    placed = [dateline for dateline in datelines if find_place(text, dateline)]
    bare = [dateline for dateline in datelines if dateline not in placed]
    return placed + bare if len(bare) == 1 else placed


def _first_text(text: str, zones: tuple[Zone, ...], kind: ZoneKind) -> str | None:
    return next((text[z.start : z.end] for z in zones if z.kind is kind), None)
