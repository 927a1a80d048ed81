"""Sentences that are an outlet's words, where a question asks for these: of its own stories, or of
what another story quotes it with.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.archive import Archive
from index.catalog import Filter
from index.cues import OUTLET_NOUNS
from index.records import OF_ITSELF, Article, Question, ZoneKind
from index.words import fold
from qa.passages.other_outlet import outlet_of
from qa.passages.rank import Candidate
from qa.question.asked import Asked, Party
from qa.question.source import MORE_NOUNS, read_source


def is_outlet(archive: Archive, party: Party) -> bool:
    """Whether somebody whose words are asked for is an outlet: by its name, or an article is signed
    with it or quotes it at length.
    """
    if OUTLET_NOUNS.search(party.words) or MORE_NOUNS.search(party.words):
        return True
    name = outlet_key(party.words)
    if any(name == outlet_key(source) for source in archive.sources()):
        return True
    hits = archive.searcher.matching(party.words, 12, Filter())
    ids = dict.fromkeys(row.article_id for row, _ in hits)
    return any(is_signed(archive.article(id), name) or _quotes(archive.article(id), name)
               for id in ids)  # fmt: skip


def of_the_outlet(
    archive: Archive, asked: Asked, ranked: Sequence[Candidate]
) -> Sequence[Candidate]:
    """Of the candidates those that are words of the outlet that a question names; all where it
    names none, or none is.
    """
    names = _outlets_in(archive, asked)
    its = [one for one in ranked if any(_is_its(one, name) for name in names)]
    return its or ranked


def without_outlet(archive: Archive, asked: Asked, read: Question) -> Question:
    """The question without the name of the outlet whose words it asks for, which may stand far from
    them: an article names whom it quotes once, before or behind all of it.
    """
    names = _outlets_in(archive, asked)
    outlet = [name for name in read.names if outlet_key(name) in names]
    words = frozenset(" ".join(outlet).split())
    left = tuple(word for word in read.words if word not in words)
    kept = tuple(name for name in read.names if name not in outlet)
    return read.model_copy(update={"words": left, "names": kept}) if left else read


def _outlets_in(archive: Archive, asked: Asked) -> list[str]:
    """The outlets that a question names, as they are compared."""
    named = [one.words for one in asked.speakers if is_outlet(archive, one)]
    outlet = asked.outlet or read_source(asked.text, None).outlet
    return [outlet_key(name) for name in (*named, *([outlet] if outlet else ()))]


def _is_its(one: Candidate, name: str) -> bool:
    if one.sentence.zone is ZoneKind.OTHER_OUTLET:
        return _is_called(name, outlet_of(one.article, one.sentence.start))
    return is_signed(one.article, name)


def _is_called(name: str, outlet: str | None) -> bool:
    """Whether an outlet is so called: in full, or by a part that only outlets have: "the Post"."""
    whole = outlet_key(outlet or "")
    part = OUTLET_NOUNS.search(name) is not None and name in whole
    return part or name == whole


def is_signed(article: Article, name: str) -> bool:
    """Whether an article is an outlet's: by its record or a line of its own, "Source: NNA"."""
    lines = [article.text[z.start : z.end] for z in article.zones if z.kind in OF_ITSELF]
    signed = re.compile(rf"(?:^|source\s?:\s*|[/(])\s*{re.escape(name)}\s*(?:$|[/),.]|and\b)")
    return _is_called(name, article.source) or any(
        signed.search(outlet_key(line)) for line in lines
    )


def _quotes(article: Article, name: str) -> bool:
    return any(
        zone.kind is ZoneKind.OTHER_OUTLET and _is_called(name, outlet_of(article, zone.start))
        for zone in article.zones
    )


def outlet_key(name: str) -> str:
    """An outlet's name as it is compared."""
    return fold(name).casefold().removeprefix("the ")
