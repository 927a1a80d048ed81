"""What a language model is asked of an article, and what it may propose: sentences left open.

A sentence is open where no rule has found a meeting in it, a word of index/proposal_cues.py stands
in it and none of doubt, and it names at least two who may have met.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from index.attend import Phrases
from index.attendants import is_voice
from index.meeting_records import Mention
from index.mentions import parse_near
from index.name_lists import Unit, find_units
from index.names import Cast
from index.not_meetings import NOT_MEETINGS, SPORT
from index.proposal_cues import CUE, DOUBT
from index.records import SUPPORTING, Article, Sentence

if TYPE_CHECKING:
    from spacy.tokens import Doc

LONGEST = 600  # characters of a sentence that is shown; a longer one is a list or a table
MOST = 12  # sentences of an article that are shown, the first; they bound what it costs


class OpenArticle:
    """The supporting sentences of an article, parsed, with who is named in them."""

    def __init__(self, article: Article, told: Sequence[Sentence], full: Sequence[bool]) -> None:
        self.article = article
        self.told = told
        self.docs: list[Doc] = parse_near([sentence.text for sentence in told], full)
        self.cast = Cast(self.docs)
        self.phrases = Phrases(self.cast, written=article.dated)

    def parties(self, n: int) -> list[Unit]:
        """Who in sentence `n` may have met: people by name and holders of offices, in order."""
        return [unit for unit in find_units(self.cast, n) if self._may_meet(n, unit)]

    def _may_meet(self, n: int, unit: Unit) -> bool:
        character = self.cast.at(n, unit.head)
        if character:
            return not is_voice(character.role)
        office = self.cast.office_at(n, unit.head)
        return office is not None and not is_voice(office.role)

    def are_two(self, n: int) -> bool:
        """Whether sentence `n` names two different parties at least, one of them by name."""
        named = {c.name for u in self.parties(n) if (c := self.cast.at(n, u.head))}
        others = [u for u in self.parties(n) if self.cast.at(n, u.head) is None]
        return len(named) > 1 or (bool(named) and bool(others))


def open_article(
    article: Article,
    sentences: Sequence[Sentence],
    mentions: Sequence[Mention],
    only: Collection[int] | None = None,
) -> tuple[OpenArticle, list[int]] | None:
    """An article with the numbers of its open sentences; None where it has none.

    `mentions` are those of the rules; `only` names starts of sentences to which it is limited.
    """
    told = [sentence for sentence in sentences if sentence.zone in SUPPORTING]
    may = [_may_be_open(s, mentions) and (only is None or s.start in only) for s in told]
    if not any(may):
        return None
    opened = OpenArticle(article, told, may)
    numbers = [n for n, so in enumerate(may) if so and opened.are_two(n)]
    return (opened, numbers[:MOST]) if numbers else None


def _may_be_open(sentence: Sentence, mentions: Sequence[Mention]) -> bool:
    """Whether a sentence may be open by its words alone, before anything is parsed."""
    text = sentence.text
    if len(text) > LONGEST or not CUE.search(text) or DOUBT.search(text) or SPORT.search(text):
        return False
    return not any(sentence.start <= m.trigger.start < sentence.end for m in mentions)


def is_barred(text: str, at: int) -> bool:
    """Whether a word at a place only looks like one of a meeting: "met the deadline"."""
    spans = (match.span() for row in NOT_MEETINGS for match in row.pattern.finditer(text))
    return any(start <= at < end for start, end in spans)
