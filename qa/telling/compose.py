"""An answer put together from sentences of the archive: quoted exactly, numbered, readable."""

from __future__ import annotations

from collections.abc import Iterable

from index.articles import find_mark, make_card
from index.records import Article, Citation, Sentence, Statement, Suggestion

AROUND = 32  # code points of prefix and suffix


def join_text(lead: str, said: Iterable[Statement | Suggestion]) -> str:
    """What a reader sees: the lead, then what is said, each with its markers."""
    marked = (f"{s.text} {''.join(f'[{number}]' for number in s.citations)}" for s in said)
    return " ".join(part for part in (lead, *marked) if part)


def quote_text(text: str) -> str:
    """A sentence in quotation marks on one line; marks inside it are kept as they stand."""
    flat = " ".join(text.split())
    return f"‘{flat}’" if any(mark in flat for mark in '“”"') else f"“{flat}”"


class Citer:
    """Numbers citations in the order they are first used; the same span keeps its number."""

    def __init__(self) -> None:
        self.citations: list[Citation] = []
        self._numbers: dict[tuple[str, int, int], int] = {}

    def cite(self, article: Article, sentence: Sentence) -> int:
        """The number of the citation of a sentence."""
        start, end = sentence.start, sentence.end
        key = (article.id, start, end)
        if key not in self._numbers:
            self._numbers[key] = len(self.citations) + 1
            self.citations.append(
                Citation(
                    number=self._numbers[key],
                    article=make_card(article),
                    quote=sentence.text,
                    start=start,
                    end=end,
                    prefix=article.text[max(0, start - AROUND) : start],
                    suffix=article.text[end : end + AROUND],
                    mark=find_mark(article, start),
                )
            )
        return self._numbers[key]
