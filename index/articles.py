"""From a draft to an article: its zones, its date, its place and its identity."""

from __future__ import annotations

import hashlib

from index.dating import date_article
from index.read import Draft
from index.records import Article, ArticleCard, Zone, ZoneKind
from index.zones import find_place, mark_zones


def make_article(draft: Draft, path: str) -> Article:
    """The article that a draft read from `path` becomes; its id is its own, or made of its text."""
    text = draft.text
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    zones = mark_zones(text, draft.title)
    dateline = _first_text(text, zones, ZoneKind.DATELINE)
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
        dated=date_article(draft.metadata, draft.url, dateline),
        located=find_place(dateline) if dateline else None,
    )


def make_card(article: Article) -> ArticleCard:
    """What a reader must know of an article that is cited."""
    return ArticleCard(
        id=article.id, title=article.title, source=article.source, url=article.url,
        path=article.path, dated=article.dated,
    )  # fmt: skip


def _first_text(text: str, zones: tuple[Zone, ...], kind: ZoneKind) -> str | None:
    return next((text[z.start : z.end] for z in zones if z.kind is kind), None)
